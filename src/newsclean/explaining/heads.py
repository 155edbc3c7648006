"""Where each value of a front-matter document came from: the keys of its head, and the lines of its body that went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from newsclean.article import Article
from newsclean.dates import parse_feed_date
from newsclean.explaining.fields import metadata_of
from newsclean.explaining.values import Claim, Place, Provenance

__all__ = ["provenance_of_document"]

_MOST = 160
"""Characters of a value of the head that a claim shows."""
_LISTS = ("authors", "channel", "keywords")
_TIMES = ("published_at", "modified_at")
_OF_LINES = ("source", "authors", "editor", "original_title", "published_raw")
"""The fields that lines of a body give."""
_SOURCES = ("source", "author")
"""The keys of a head that name a medium."""


def provenance_of_document(
    head: Mapping[str, Any], article: Article, places: Iterable[Place]
) -> tuple[Provenance, ...]:
    """The provenance of every field. ``head`` is what was read of the head; ``places`` are those of the body. What the
    body's lines say comes first, as in the article."""
    lines = [place for place in places if place.text and not place.noise]
    found = []
    for field, value in metadata_of(article):
        parts = _parts(article, field)
        claims = [*_of_lines(lines, parts, field), *_of_head(head, parts, field)] if value else []
        taken = claims[0] if claims else None
        found.append(Provenance(field, value, taken, tuple(claims[1:]), tuple(_lost(head, parts, field))))
    return tuple(found)


def _parts(article: Article, field: str) -> tuple[Any, ...]:
    """What a node may say of a field: its value, or one of its values."""
    value = getattr(article, field)
    return tuple(value) if field in _LISTS else (value,)


def _of_lines(lines: Iterable[Place], parts: tuple[Any, ...], field: str) -> Iterator[Claim]:
    """The removed lines that say a value, and the first line of the text that names an author."""
    kept = field != "authors"
    for place in lines if field in _OF_LINES else ():
        said = next((part for part in parts if isinstance(part, str) and part in place.text), None)
        if said and place.rule is not None:
            yield Claim(f"rule {place.rule}", place.path, place.text[:_MOST], said)
        elif said and not kept:
            kept = True
            yield Claim("a line of the text", place.selector, place.text[:_MOST], said)


def _of_head(head: Mapping[str, Any], parts: tuple[Any, ...], field: str) -> Iterator[Claim]:
    """The keys of the head that say a value, in their order."""
    for key, given in head.items():
        for said in given if isinstance(given, list) else (given,):
            if any(_says(said, part) for part in parts):
                shown = str(given)[:_MOST]
                yield Claim(
                    f"front matter {key}", key, shown, str(parts[0]) if field in _TIMES else str(said)
                )
                break


def _lost(head: Mapping[str, Any], parts: tuple[Any, ...], field: str) -> Iterator[Claim]:
    """The keys that name another medium than the body's lines do."""
    for key in _SOURCES if field == "source" else ():
        said = head.get(key)
        if isinstance(said, str) and not any(_says(said, part) for part in parts):
            yield Claim(f"front matter {key}", key, said[:_MOST], said)


def _says(said: Any, part: Any) -> bool:
    """Whether a value of the head is that of a field, or holds it."""
    if said is None or isinstance(said, dict):
        return False
    if isinstance(part, datetime):
        return parse_feed_date(said) == part
    return isinstance(part, str) and part in str(said)
