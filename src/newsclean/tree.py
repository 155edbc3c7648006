"""Text becomes a tree, and a tree's text is read: the one place where the parser is made and called."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from typing import Literal, TypeAlias

from lxml import etree

from newsclean.lazy_regex import Deferred

__all__ = [
    "UNSEEN_TAGS",
    "Element",
    "Step",
    "squeezed",
    "steps",
    "string_of",
    "text_in",
    "texts_in",
    "tree_of",
    "unspaced",
    "visible",
    "visible_copy",
    "without_cdata",
    "words_of",
]

_PARSER = etree.HTMLParser(encoding="utf-8", huge_tree=True, collect_ids=False)

Element: TypeAlias = etree._Element
"""An element of a parsed page; lxml has no public name for the type."""

Step: TypeAlias = Literal["start", "end", "over"]
"""What a walk through a tree does at a node; see :func:`steps`."""

UNSEEN_TAGS = ("script", "style", "noscript", "template")
"""Elements whose text no reader sees (HTML standard, 4.12 and 15.3.1)."""


# Characters that no browser shows, though Python splits text at most of them, or no tree can hold them: controls other
# than white space, the line and paragraph separators, and what Unicode keeps for no character (23.7 of its standard). A
# form feed is white space, and a space here, for lxml refuses to write it.
_PLANE_ENDS = [plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF)]
_UNSHOWN = dict.fromkeys(
    [
        *range(9),
        0x0B,
        *range(0x0E, 0x20),
        *range(0x7F, 0xA0),
        0x2028,
        0x2029,
        *range(0xFDD0, 0xFDF0),
        *_PLANE_ENDS,
    ]
)
_AS_SHOWN: dict[int, str | None] = {**_UNSHOWN, 0x0C: " "}
# Those that would split or join words, or go on into the text: a tree that holds any of them is swept. The others have
# no effect before a text is made tidy (clean/whitespace.py). References to them count too.
_TRACED = ("\x0b", "\x1c", "\x1d", "\x1e", "\x1f", "\x85", "\u2028", "\u2029", "\ufffe", "\uffff")
_REFERENCE = Deferred(
    r"&#(?:[xX]0*(?:[bB]|1[c-fC-F]|202[89]|[fF]{3}[eEfF])|0*(?:11|2[89]|3[01]|823[23]|6553[45]))\b"
)


# Browsers go on with what is open where elements follow it (HTML standard, 13.2.6.4.19); libxml2 would close all of it.
_END_OF_DOCUMENT = re.compile(rb"</(?:body|html)\s*>", re.IGNORECASE)
_PLAIN_NAME = Deferred(
    r"[a-zA-Z][a-zA-Z0-9_-]*"
)  # of an attribute; lxml refuses to set one of many another name


def visible(text: str) -> str:
    """A text without the characters that no browser shows."""
    return text.translate(_AS_SHOWN)


def without_cdata(text: str) -> str:
    """The text of a feed's item without the marks of its CDATA sections, whose text is markup.

    In a page of HTML such a section is a comment that ends at the first ``>`` (HTML standard, 13.2.5.42).
    """
    return text.replace("<![CDATA[", "").replace("]]>", "") if "<![CDATA[" in text else text


def tree_of(text: str, data: bytes | None = None, *, ended: bool = True) -> Element | None:
    """The tree of a page's text; None where there is no element in it. ``data`` is the text in UTF-8, where it is at
    hand; ``ended`` says whether it may hold an end tag of the document.

    Comments stay (the walk says what it dropped), entities are HTML's own, nothing is loaded from outside. Characters
    that no browser shows are in no text and no attribute.
    """
    try:
        given = text.encode("utf-8", "replace") if data is None else data
        root = etree.fromstring(_END_OF_DOCUMENT.sub(b"", given) if ended else given, _PARSER)
    except etree.XMLSyntaxError:
        return None
    if root is not None and (any([char in text for char in _TRACED]) or _refers(text)):
        _sweep(root)
    return root


def _refers(text: str) -> bool:
    """Whether a text refers to a character that is traced. Number signs are found in a tenth of the time that the
    pattern takes to pass over a page."""
    at = text.find("#")
    while at >= 0:
        if text[at - 1 : at] == "&":
            return _REFERENCE.search(text, at - 1) is not None
        at = text.find("#", at + 1)
    return False


def visible_copy(element: Element) -> Element:
    """The element itself, or a copy without characters that no browser shows, where it holds any."""
    texts = [*texts_in(element, ()), *(value for node in element.iter("*") for value in node.attrib.values())]
    if all([visible(str(text)) == text for text in texts]):
        return element
    from copy import deepcopy

    copied = deepcopy(element)
    _sweep(copied)
    return copied


def _sweep(root: Element) -> None:
    """Take the characters that no browser shows out of a tree, where they are; attributes of odd names keep them."""
    for node in root.iter():
        if node.tail:
            node.tail = visible(node.tail)
        if not isinstance(node.tag, str):
            continue
        if node.text:
            node.text = visible(node.text)
        for name, value in node.items():
            said = visible(str(value))
            if said != value and _PLAIN_NAME.fullmatch(str(name)):
                node.set(name, said)


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
    return squeezed(words_of(element, UNSEEN_TAGS) if len(element) else element.text or "")


def squeezed(text: str) -> str:
    """A text with its white space collapsed, and without the characters that no browser shows."""
    words = " ".join(text.split())
    return words if words.isprintable() else " ".join(visible(words).split())


def unspaced(text: str) -> str:
    """A text without its white space, as texts are compared that pages break differently."""
    return "".join(text.split())


def texts_in(element: Element, unread: Container[str]) -> Iterator[str]:
    """The texts inside an element in their order, those of comments and of the ``unread`` tags left out."""
    for step, node in steps(element, lambda node: node.tag not in unread):
        text = node.text if step == "start" else node.tail
        if text:
            yield text


def steps(element: Element, is_entered: Callable[[Element], bool]) -> Iterator[tuple[Step, Element]]:
    """Every node inside an element in document order, the element first: where an element that is entered starts,
    where it ends, and "over" for what is passed over: an element that is not entered, a comment, a processing
    instruction. A node's tail follows its end; the element's own end is no step.

    lxml's ``iterwalk`` and ``itertext`` do this too, but their time grows with the square of the number of comments in
    a row (measured with lxml 6.1: twice the comments take 3.5 times as long).
    """
    if not is_entered(element):
        return
    yield "start", element
    inside = [(element, iter(element))]
    while inside:
        parent, nodes = inside[-1]
        for node in nodes:
            if not isinstance(node.tag, str) or not is_entered(node):
                yield "over", node
                continue
            yield "start", node
            if len(node):
                inside.append((node, iter(node)))
                break
            yield "end", node
        else:
            inside.pop()
            if inside:
                yield "end", parent
