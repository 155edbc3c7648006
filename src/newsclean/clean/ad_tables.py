"""Tables in the middle of a text that advertise, on pages of 2003-2008.

They hold a picture of an advertisement server, or float and hold links of the house. Tables of articles hold sentences,
data, or pictures with words that are no links.
"""

from __future__ import annotations

from newsclean.clean.lookup import Lookup
from newsclean.clean.whitespace import text_of
from newsclean.tree import UNSEEN_TAGS, Element, texts_in

__all__ = ["advertises"]

_MOST = 60
"""Characters of the words beside an advertisement."""

_FLOATS = frozenset({"left", "right"})
"""Values of a table's align that let the text flow around it (HTML 4, 11.2.1)."""

_AD_ROW = "tracker-image"
"""The row of pictures that knows advertisement servers."""


def advertises(lookup: Lookup, element: Element) -> bool:
    """Whether a table holds nothing but an advertisement."""
    words = ""
    for text in texts_in(element, UNSEEN_TAGS):  # tables stand within tables: none is read to its end
        words += "".join(text.split())
        if len(words) > _MOST:
            return False
    if "。" in words:
        return False
    sources = element.iter("img", "iframe", "script", "embed", "a")
    for source in sources:
        row = lookup.of_picture(source.get("src") or source.get("href") or "", ())
        if row is not None and row.name == _AD_ROW:
            return True
    if (element.get("align") or "").strip().lower() not in _FLOATS or not words:
        return False
    linked = "".join("".join(text_of(link).split()) for link in element.iter("a"))
    return linked == words
