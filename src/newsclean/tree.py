"""Text becomes a tree, and a tree's text is read: the one place where the parser is made and called."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TypeAlias

from lxml import etree

__all__ = ["UNSEEN_TAGS", "Element", "string_of", "text_in", "texts_in", "tree_of", "words_of"]

_PARSER = etree.HTMLParser(encoding="utf-8", huge_tree=True, collect_ids=False)

Element: TypeAlias = etree._Element
"""An element of a parsed page; lxml has no public name for the type."""

UNSEEN_TAGS = ("script", "style", "noscript", "template")
"""Elements whose text no reader sees (HTML standard, 4.12 and 15.3.1)."""


def tree_of(text: str | bytes) -> Element | None:
    """The tree of a page's text, or of its bytes in UTF-8; None where there is no element in it.

    Comments stay (the walk says what it dropped), entities are HTML's own, nothing is loaded from outside.
    """
    try:
        return etree.fromstring(text.encode("utf-8", "replace") if isinstance(text, str) else text, _PARSER)
    except etree.XMLSyntaxError:
        return None


def string_of(element: Element) -> str:
    """All text inside an element, as it stands there; comments are none (scripts are: ask before)."""
    return str(etree.tostring(element, method="text", encoding="unicode", with_tail=False))


def words_of(element: Element, unread: tuple[str, ...]) -> str:
    """All text inside an element that has children, as it stands there, but for that of the ``unread`` tags."""
    if next(element.iter(*unread), None) is None:
        return string_of(element)
    return "".join(texts_in(element, unread))


def text_in(element: Element) -> str:
    """The words in an element, white space collapsed; none of scripts and styles."""
    return " ".join((words_of(element, UNSEEN_TAGS) if len(element) else element.text or "").split())


def texts_in(element: Element, unread: Container[str]) -> Iterator[str]:
    """The texts inside an element in their order, those of comments and of the ``unread`` tags left out."""
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event == "start":
            if node.tag in unread:
                walk.skip_subtree()
            elif node.text:
                yield node.text
        elif node is not element and node.tail:
            yield node.tail
