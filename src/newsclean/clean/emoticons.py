"""Emoticons: small pictures that stand for a word, which their alternative text says: ``[微笑]``."""

from __future__ import annotations

from collections.abc import Mapping

from newsclean.clean.lookup import Lookup
from newsclean.clean.pictures import picture_source, size_of
from newsclean.clean.whitespace import tidy
from newsclean.rules.sieve import holds
from newsclean.tree import Element

__all__ = ["emoticon_of", "is_word", "word_of"]

_LARGEST = 120
"""Pixels; a larger picture is none that stands in a line, whatever its text says."""
_WORD_MOST = 8
"""Characters of an emoticon's word that has no brackets; longer texts tell of a picture."""


def emoticon_of(lookup: Lookup, attributes: Mapping[str, str]) -> str | None:
    """The word in brackets that a picture stands for, wherever it is served from; None for other pictures."""
    for name in ("alt", "title"):
        text = attributes.get(name)
        if text and "[" in text and lookup.asks.emoticon_word.fullmatch(word := tidy(text)):
            sizes = (size_of(attributes.get("width")), size_of(attributes.get("height")))
            return word if all([size is None or size <= _LARGEST for size in sizes]) else None
    return None


def word_of(attributes: Mapping[str, str]) -> str | None:
    """The word of a picture that is known to be an emoticon, in brackets, or the sign that it draws; None where it has
    none, or has the name of a file for one."""
    for name in ("alt", "title"):
        word = tidy(attributes.get(name) or "").strip("[]")
        if word and len(word) <= _WORD_MOST and not holds(word, "._/"):
            return f"[{word}]" if any(map(str.isalnum, word)) else word
    return None


def is_word(lookup: Lookup, element: Element) -> bool:
    """Whether an img is an emoticon."""
    attributes: dict[str, str] = dict(element.items())  # type: ignore[arg-type]  # names and values are str
    if emoticon_of(lookup, attributes) is not None:
        return True
    row = picture_source(lookup, element, attributes, None).row
    return row is not None and row.action == "word"
