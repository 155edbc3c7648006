"""Where a line and a picture stand: in the middle of the page, in one frame, under each other."""

from __future__ import annotations

import re

from newsclean.clean.whitespace import text_of
from newsclean.lazy_regex import Deferred
from newsclean.rules import markup
from newsclean.tree import Element

__all__ = [
    "is_around_text",
    "is_centred",
    "is_frame",
    "is_under",
    "is_wrapper",
    "share_a_frame",
    "text_behind",
]

_CENTRED_STYLE = Deferred(r"text-align\s*:\s*center", re.IGNORECASE)
_CENTRED_TAGS = frozenset({"center", "td", "th", "caption"})
"""A cell counts as centred: in the years of table layout it was the frame of a picture and its caption."""
_CELLS = frozenset({"td", "th", "caption"})
"""They stand beside each other, not under each other, centred though they are."""

_CONTROLS = ("input", "select", "textarea", "button")
_PARAGRAPHS = 3
"""Paragraphs with a full stop that no vote, search or comment box has."""


def is_around_text(element: Element) -> bool:
    """Whether an element is a form around a part of the text: one without anything to fill in or to choose, as editing
    systems leave it, or one with several paragraphs, as those that go around a whole page."""
    if element.tag != "form":
        return False
    if not any(control.get("type") != "hidden" for control in element.iter(*_CONTROLS)):
        return True
    told = sum(1 for paragraph in element.iter("p") if "。" in text_of(paragraph))
    return told >= _PARAGRAPHS


def is_centred(element: Element) -> bool:
    """Whether an element is a center, or aligned so by attribute, style or the editor's own style."""
    get = element.get
    return (
        element.tag in _CENTRED_TAGS
        or (get("align") or "").lower() == "center"
        or markup.CENTRED_STYLE in (get(markup.EDITOR_STYLE) or "")
        or bool(_CENTRED_STYLE.search(get("style") or ""))
    )


def is_under(element: Element, *, framed: bool = False) -> bool:
    """Whether an element is a centred block, or its only child is one; with ``framed`` the box around a picture is
    one: the site centres it, with what stands in elements of its own there."""
    if element.tag in _CELLS:
        return False
    inner = element[0] if len(element) == 1 and not (element.text or "").strip() else element
    return any([is_centred(node) or (framed and is_wrapper(node)) for node in (element, inner)])


def is_wrapper(element: Element) -> bool:
    """Whether an element is the site's box around a picture and its caption."""
    return markup.PICTURE_FRAME in (element.get("class") or "")


def text_behind(element: Element) -> str | None:
    """The text of the next block beside an element that holds any, before the next picture; None: there is none."""
    for sibling in element.itersiblings("*"):
        if sibling.tag == "img" or next(sibling.iter("img"), None) is not None:
            return None
        if text := text_of(sibling):
            return text
    return None


def is_frame(element: Element | None) -> bool:
    """Whether an element is the frame that a picture and its caption stand in."""
    if element is None:
        return False
    return element.tag == "figure" or is_wrapper(element)


def share_a_frame(caption: Element, picture: Element, root: Element) -> bool:
    """Whether the frame that a caption stands in holds the picture too; True where it stands in none."""
    frame = caption.getparent()
    while frame is not None and not is_frame(frame):
        if frame is root:
            return True
        frame = frame.getparent()
    node: Element | None = picture
    while node is not frame:
        if node is None or node is root:
            return False
        node = node.getparent()
    return True
