"""Only the cleaner: a feed item, a fragment, a soup in; the same kind out, clean.

Here lives :func:`clean_html` and its three kinds. Here never lives a rule of cleaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from newsclean.clean import clean

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag
    from lxml.etree import _Element

    Fragment = TypeVar("Fragment", str, _Element, Tag, BeautifulSoup)

__all__ = ["clean_html"]


def clean_html(fragment: Fragment, *, base: str | None = None, title: str | None = None) -> Fragment:
    """The fragment without its furniture, as HTML made anew.

    ``fragment`` is a str, an lxml element or a bs4 Tag (or BeautifulSoup), and the same kind comes back;
    what came in is left as it was. ``base`` makes relative addresses absolute (None: such links and
    pictures go). ``title``: a first line that only says it again goes (None: none does). A str gives a
    str, one block a line; an element or a tag gives a ``div`` that holds the blocks.

    Raises InputError (too_deep), and TypeError for any other kind.

    >>> clean_html('<p>　　桥通了。</p><div class="appendQr_wrap">扫码</div>')
    '<p>桥通了。</p>'
    """
    if isinstance(fragment, str):
        return _clean_text(fragment, base, title)
    from lxml import etree

    if isinstance(fragment, etree._Element):  # lxml has no other name for an element's type
        return _tree(_rendered(fragment, base, title))
    from bs4 import BeautifulSoup, Tag

    if isinstance(fragment, Tag):
        cleaned = _clean_text(str(fragment), base, title)
        soup = BeautifulSoup(f"<div>{cleaned}</div>", "lxml")
        if isinstance(fragment, BeautifulSoup):
            return soup
        div = soup.div
        assert div is not None  # noqa: S101  # it was written one line above
        return div.extract()
    raise TypeError(f"clean_html takes a str, an lxml element or a bs4 Tag, not {type(fragment).__name__}")


def _clean_text(text: str, base: str | None, title: str | None) -> str:
    from newsclean.tree import tree_of

    root = tree_of(text) if text.strip() else None
    return _rendered(root, base, title) if root is not None else ""


def _rendered(element: Any, base: str | None, title: str | None) -> str:
    from newsclean.render import to_html

    blocks, _ = clean(element, base=base, title=title)
    return to_html(blocks)


def _tree(markup: str) -> _Element:
    from lxml import html

    tree: _Element = html.fragment_fromstring(markup, create_parent="div")
    return tree
