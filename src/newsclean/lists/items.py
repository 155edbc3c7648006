"""What a list says of an article before it is fetched, read from the entries of an answer by the places that the
service's row names.

The services are careless with types: a time may be text, a picture an object or an empty list, an object a string of
JSON. So each field of an item is read by a function that takes every form that was seen, and gives None for anything
else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from msgspec.structs import asdict

from newsclean.addresses import AddressKind, canonical_url, doc_id_of, is_mobile_host, kind_of
from newsclean.blocks import Value
from newsclean.dates import BEIJING, find_moment
from newsclean.rules.markup import LIST_ID_START
from newsclean.rules.services import Service

__all__ = ["RollItem", "items_of", "values_at"]

_TAG = re.compile(r"<[^>]*>")  # the search service marks the words it found
_LIVE_TITLE = re.compile(r"^\s*【([^】]{1,100})】")  # a live message has its title in front, in brackets
_BETWEEN_WORDS = re.compile(r"[,，\s]+")
_LIVE_START = 40  # characters that stand for the title of a live message without one
_MOST_DIGITS = 11  # of Unix seconds, up to the year 5138; more would be milliseconds
_ARTICLES = frozenset({"article", "blog"})  # kinds of addresses at which an article can be read


class RollItem(Value):
    """One item of a list.

    ``url`` is canonical; None: the item has no page (a few live messages). ``kind`` follows from the address's
    shape, and ``is_article`` says whether that is one at which an article can be read. Times are aware, in
    Asia/Shanghai; ``day_only`` says that the list names the day without a clock, and ``published_at`` is its midnight.
    ``id`` is the service's own number of the item, ``doc_id`` the document's. ``image`` is the first of ``images``.
    ``text`` is the message itself, of live items only. None means that the list does not say.
    """

    url: str | None
    title: str
    channel: str
    kind: AddressKind
    is_article: bool
    published_at: datetime | None = None
    modified_at: datetime | None = None
    source: str | None = None
    doc_id: str | None = None
    mobile_url: str | None = None
    intro: str | None = None
    keywords: tuple[str, ...] = ()
    image: str | None = None
    text: str | None = None
    id: str | None = None
    images: tuple[str, ...] = ()
    day_only: bool = False

    @property
    def may_be_article(self) -> bool:
        """Whether there is an address at which an article may be read: one of an article's shape, or of no shape that
        is known. A site's front page is none."""
        if self.url is None:
            return False
        return self.is_article or (self.kind == "other" and urlsplit(self.url).path not in ("", "/"))

    @property
    def key(self) -> str:
        """What an item is known by among those of its list: the document's id, else what is there."""
        return self.doc_id or self.id or self.url or self.text or self.title

    def to_dict(self) -> dict[str, Any]:
        """The item as JSON-ready values, dates in ISO 8601 with their offset."""
        data = asdict(self)
        for name in ("published_at", "modified_at"):
            data[name] = data[name].isoformat() if data[name] else None
        return {**data, "keywords": list(self.keywords), "images": list(self.images)}


def items_of(service: Service, entries: list[Mapping[str, Any]], channel: str) -> Iterator[RollItem]:
    """The items of a page's entries, in their order."""
    for entry in entries:
        yield _item(_Entry(service, entry), channel)


class _Entry:
    """An entry of an answer, asked for the fields of an item by their names."""

    def __init__(self, service: Service, entry: Mapping[str, Any]) -> None:
        self._places = dict(service.fields)
        self._entry = entry
        self._is_markup = service.form == "json"

    def values(self, field: str) -> Iterator[Any]:
        """Everything that stands in the places of a field, the first place first."""
        for place in self._places.get(field, ()):
            yield from values_at(self._entry, place)

    def text(self, field: str) -> str | None:
        """The first value that is text or a whole number."""
        return next(self.texts(field), None)

    def texts(self, field: str) -> Iterator[str]:
        """Every value that is text or a whole number, and not empty."""
        yield from (found for value in self.values(field) if (found := _text(value)))

    def plain(self, field: str) -> str:
        """The text of a field that may hold markup; texts of a page are read already."""
        text = self.text(field) or ""
        return unescape(_TAG.sub("", text)).strip() if self._is_markup else text

    def moment(self, field: str) -> tuple[datetime | None, bool]:
        """The first value that is a time, and whether it has a clock: Unix seconds as a number or as text, where 0
        means that there is none, or a time as pages write it."""
        for text in self.texts(field):
            if text.isdecimal():
                if len(text) <= _MOST_DIGITS and int(text) > 0:
                    return datetime.fromtimestamp(int(text), UTC).astimezone(BEIJING), True
            elif found := find_moment(text):
                return found.at, found.has_clock
        return None, True


def _item(entry: _Entry, channel: str) -> RollItem:
    url = _web_address(entry.text("url"))
    kind: AddressKind = kind_of(url) if url else "other"
    text = entry.plain("text") or None
    published_at, has_clock = entry.moment("published_at")
    images = tuple(dict.fromkeys(_with_scheme(image) for image in entry.texts("images")))
    return RollItem(
        url=url,
        title=entry.plain("title") or _title_of(text or ""),
        channel=channel,
        kind=kind,
        is_article=kind in _ARTICLES,
        published_at=published_at,
        modified_at=entry.moment("modified_at")[0],
        source=_name(entry),
        doc_id=_doc_id(entry) or (doc_id_of(url) if url else None),
        mobile_url=_mobile(entry),
        intro=entry.plain("intro") or None,
        keywords=tuple(
            word for text in entry.texts("keywords") for word in _BETWEEN_WORDS.split(text) if word
        ),
        image=images[0] if images else None,
        text=text,
        id=entry.text("id"),
        images=images,
        day_only=published_at is not None and not has_clock,
    )


def _title_of(message: str) -> str:
    """The title of a live message: what stands in brackets in front, else its first words."""
    title = _LIVE_TITLE.match(message)
    return title[1] if title else message[:_LIVE_START]


def _name(entry: _Entry) -> str | None:
    """The medium. A number is none: where there is no author, the field holds 0."""
    return next((unescape(text) for text in entry.texts("source") if not text.isdecimal()), None)


def _doc_id(entry: _Entry) -> str | None:
    """The document's id, which the system's name stands before or not; a bare number is none."""
    found = (entry.text("doc_id") or "").removeprefix(LIST_ID_START)
    return found if found and not found.isdecimal() else None


def _mobile(entry: _Entry) -> str | None:
    """The address of the mobile page: one of a mobile host, for the field may hold another."""
    found = [_web_address(text) for text in entry.texts("mobile_url")]
    return next((url for url in found if url and is_mobile_host(urlsplit(url).hostname or "")), None)


def _web_address(text: str | None) -> str | None:
    """The canonical form of an http address; None for anything else."""
    url = canonical_url(text or "")
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def _with_scheme(address: str) -> str:
    return f"https:{address}" if address.startswith("//") else address


def _text(value: Any) -> str:
    """A text or a whole number as text; empty for anything else."""
    is_told = isinstance(value, (str, int)) and not isinstance(value, bool)
    return str(value).strip() if is_told else ""


def values_at(entry: Any, place: str) -> Iterator[Any]:
    """What stands at a place of an entry: the elements of a list one by one, a text that is JSON opened on the way.
    ``a + b`` are two places whose texts are joined."""
    if " + " in place:
        parts = [next(values_at(entry, part), None) for part in place.split(" + ")]
        if all(_text(part) for part in parts):
            yield " ".join(_text(part) for part in parts)
        return
    found = [entry]
    for key in place.split("."):
        found = [value[key] for each in found for value in _objects(each) if key in value]
    for value in found:
        yield from value if isinstance(value, list) else (value,)


def _objects(value: Any) -> Iterator[Mapping[str, Any]]:
    """The objects that a value is or holds. A list that lacks an element comes as an object with numbers for keys."""
    if isinstance(value, str):
        value = _inner_json(value)
    if isinstance(value, list):
        for element in value:
            yield from _objects(element) if isinstance(element, dict) else ()
    elif isinstance(value, dict) and value and all(key.isdecimal() for key in value):
        yield from _objects([*value.values()])
    elif isinstance(value, dict):
        yield value


def _inner_json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
