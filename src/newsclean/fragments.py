"""Only the cleaner: a feed item, a fragment, a soup in; the same kind out, clean."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from newsclean.clean import clean
from newsclean.cut.limits import check_nodes, tree_within
from newsclean.metadata.bylines import is_byline
from newsclean.page import LIMITS, Limits, content_of
from newsclean.rules import Rules
from newsclean.tree import Element, visible_copy, without_cdata

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

    Fragment = TypeVar("Fragment", str, Element, Tag, BeautifulSoup)

__all__ = ["clean_fragment"]


def clean_fragment(
    rules: Rules, fragment: Fragment, *, base: str | None, title: str | None, limits: Limits = LIMITS
) -> Fragment:
    """The fragment cleaned by a rule book; see :meth:`newsclean.Parser.clean_html`."""
    if isinstance(fragment, str):
        return _clean_text(rules, fragment, base, title, limits)
    if isinstance(fragment, Element):
        rules = rules.reading(str(fragment.xpath("string()")))
        return _tree(_rendered(rules, visible_copy(fragment), base, title, limits))
    from bs4 import BeautifulSoup, Tag

    if isinstance(fragment, Tag):
        cleaned = _clean_text(rules, str(fragment), base, title, limits)
        soup = BeautifulSoup(f"<div>{cleaned}</div>", "lxml")
        if isinstance(fragment, BeautifulSoup):
            return soup
        div = soup.div
        assert div is not None  # noqa: S101  # it was written one line above
        return div.extract()
    raise TypeError(f"clean_html takes a str, an lxml element or a bs4 Tag, not {type(fragment).__name__}")


def _clean_text(rules: Rules, text: str, base: str | None, title: str | None, limits: Limits) -> str:
    content_of(text, most=limits.max_bytes)
    data = without_cdata(text).encode("utf-8", "replace")
    check_nodes(limits, data)
    root = tree_within(without_cdata(text), data) if text.strip() else None
    return _rendered(rules.reading(text), root, base, title, limits) if root is not None else ""


def _rendered(rules: Rules, element: Element, base: str | None, title: str | None, limits: Limits) -> str:
    from newsclean.render import to_html

    told = partial(is_byline, rules)
    blocks, _ = clean(
        rules, element, base=base, title=title, keeps_relative=True, is_byline=told, limits=limits
    )
    return to_html(blocks)


def _tree(markup: str) -> Element:
    from lxml import html

    tree: Element = html.fragment_fromstring(markup, create_parent="div")
    return tree
