"""The head of a front-matter document: which key means what, for documents of feeds and for the library's own.

The same key means other things in the two: a feed's mirror writes the feed's name where the library writes a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct, field

from newsclean.blocks import Symbol
from newsclean.dates import parse_feed_date
from newsclean.metadata.medium import clean_source
from newsclean.metadata.names import names_in
from newsclean.rules import Rules
from newsclean.tree import visible

__all__ = ["Head", "read_head"]

KNOWN = frozenset(
    "title date updated source source_url author authors editor url link headimg thumbnail categories category "
    "channel keywords tags doc_id original_title description layout kind comment_id mobile_url symbols language".split()
)
"""Keys that the library has a field for; all others are kept as they came, in ``extra``."""


class Head(Struct):
    """The metadata of a document's head. ``feed`` is the feed's name, where ``author`` was that and no person."""

    title: str | None = None
    published_at: datetime | None = None
    published_raw: str | None = None
    modified_at: datetime | None = None
    source: str | None = None
    source_url: str | None = None
    feed: str | None = None
    authors: list[str] = field(default_factory=list)
    editor: str | None = None
    url: str | None = None
    lead_image: str | None = None
    channel: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    doc_id: str | None = None
    original_title: str | None = None
    description: str | None = None
    comment_id: str | None = None
    mobile_url: str | None = None
    symbols: list[Symbol] = field(default_factory=list)
    extra: dict[str, Any] = field(default_factory=dict)


def read_head(rules: Rules, data: Mapping[str, Any]) -> Head:
    """The head's values. Where a ``source`` stands beside ``author``, author names persons; alone it names
    the feed, as the mirrors of Sina's feeds write it."""
    source = _text(data, "source")
    head = Head(
        title=_text(data, "title"),
        published_at=parse_feed_date(data.get("date")),
        published_raw=_text(data, "date"),
        modified_at=parse_feed_date(data.get("updated")),
        source=source,
        source_url=_text(data, "source_url"),
        editor=_text(data, "editor"),
        url=_text(data, "url", "link"),
        lead_image=_text(data, "headimg", "thumbnail"),
        channel=_list(data, "categories", "category", "channel"),
        keywords=_list(data, "keywords", "tags"),
        doc_id=_text(data, "doc_id"),
        original_title=_text(data, "original_title"),
        description=_text(data, "description"),
        comment_id=_text(data, "comment_id"),
        mobile_url=_text(data, "mobile_url"),
        symbols=_symbols(data.get("symbols")),
        extra={key: value for key, value in data.items() if key not in KNOWN},
    )
    authors = _list(data, "author", "authors")
    if source is not None or "authors" in data:
        head.authors = list(authors)
    elif authors:
        head.feed = clean_source(rules, authors[0])
        head.authors = [name for author in authors[1:] for name in names_in(rules, author)]
    return head


def _symbols(value: Any) -> list[Symbol]:
    """The stocks of a head the library wrote; other shapes name none."""
    if not isinstance(value, list):
        return []
    rows = [row for row in value if isinstance(row, dict) and row.get("market") and row.get("code")]
    return [
        Symbol(str(row["market"]), str(row["code"]), str(row["name"]) if row.get("name") else None)
        for row in rows
    ]


def _text(data: Mapping[str, Any], *keys: str) -> str | None:
    for key in keys:
        value = data.get(key)
        if value is not None and not isinstance(value, (list, dict)) and str(value).strip():
            return visible(str(value)).strip()
    return None


def _list(data: Mapping[str, Any], *keys: str) -> tuple[str, ...]:
    for key in keys:
        value = data.get(key)
        if isinstance(value, list):
            return tuple(
                visible(str(item))
                for item in value
                if item is not None and not isinstance(item, (list, dict))
            )
        if value is not None and not isinstance(value, dict) and str(value).strip():
            return (visible(str(value)),)
    return ()
