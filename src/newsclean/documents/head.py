"""The head of a front-matter document: which key means what, for documents of feeds and for the library's own.

The same key means other things in the two: a feed's mirror writes the feed's name where the library writes a person.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache, partial
from typing import Any, NamedTuple

from msgspec import Struct, field

from newsclean.blocks import Symbol
from newsclean.dates import parse_feed_date
from newsclean.documents.writers import persons_of, writers_of
from newsclean.rules import Rules
from newsclean.tree import visible

__all__ = ["Head", "read_head"]

KNOWN = frozenset(
    "title date updated source source_url author authors editor url link headimg thumbnail categories category "
    "channel keywords tags doc_id original_title description layout kind comment_id mobile_url symbols language".split()
)
"""Keys that the library has a field for; all others are kept as they came, in ``extra``."""

_DATES = ("date", "pubDate", "pubdate", "published", "published_at", "publishDate", "created")
_CHANGES = ("updated", "lastmod", "modified", "last_modified_at")
"""Keys of the time of publication and of the last change: this library's own, then those of feeds, Hugo and Jekyll."""

_TABLES = ("taxonomies", "params")
_IN_TABLES = frozenset("author authors categories tags keywords source".split())
"""The tables of a head in TOML that Hugo and Zola have, and what is looked for in them."""


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


def read_head(rules: Rules, data: Mapping[str, Any], notes: list[str] | None = None) -> Head:
    """The head's values; ``notes`` gets a sentence for each date that there is not.

    Where a ``source`` stands beside ``author``, author names persons; alone it may name the feed, as the mirrors of
    Sina's feeds write it, persons, or a medium's reporter.
    """
    told: list[str] = [] if notes is None else notes
    data = _lifted(data)
    date, updated = _date(data, _DATES, told), _date(data, _CHANGES, told)
    head = Head(
        title=_text(data, "title"),
        published_at=date.at,
        published_raw=date.raw,
        modified_at=updated.at,
        source=_text(data, "source"),
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
        extra={key: value for key, value in data.items() if key not in KNOWN | {date.key, updated.key}},
    )
    written = _list(data, "author", "authors")
    if head.source is not None or "authors" in data:
        head.authors = [name for text in written for name in persons_of(rules, text)]
    else:
        head.feed, names = rules.made(_remembered)(written)
        head.authors = list(names)
    return head


def _remembered(rules: Rules) -> Callable[[tuple[str, ...]], tuple[str | None, list[str]]]:
    """:func:`writers_of` by a book, which remembers its last answers: a mirror writes one feed's name in each head."""
    return lru_cache(maxsize=64)(partial(writers_of, rules))


def _lifted(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The head with what its tables say of writers and subjects, where it says nothing itself."""
    found = dict(data)
    for table in _TABLES:
        inner = data.get(table)
        if isinstance(inner, dict):
            found = {key: value for key, value in inner.items() if key in _IN_TABLES} | found
    return found


class _Date(NamedTuple):
    """A time, its words, and the key that held them; None where there are none."""

    at: datetime | None = None
    raw: str | None = None
    key: str | None = None


def _date(data: Mapping[str, Any], keys: Sequence[str], notes: list[str]) -> _Date:
    """The first of some dates that there is; else the words of the first."""
    found = [_Date(parse_feed_date(data[key]), _text(data, key), key) for key in keys if key in data]
    best = next((date for date in found if date.at is not None), found[0] if found else _Date())
    unread = [date for date in found if date.at is None and data[date.key or ""] not in (None, "")]
    notes += [
        f"the front matter's {date.key} cannot be read: {date.raw or 'it is a list'}" for date in unread
    ]
    return best


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
                for item in map(_named, value)
                if item is not None and not isinstance(item, (list, dict))
            )
        value = _named(value)
        if value is not None and not isinstance(value, dict) and str(value).strip():
            return (visible(str(value)),)
    return ()


def _named(value: Any) -> Any:
    """The name of what has one, as authors may; else the value."""
    return value.get("name") if isinstance(value, dict) else value
