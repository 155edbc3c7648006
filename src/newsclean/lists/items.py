"""What a list says of an article before it is fetched, read from the answers of the three services.

Each service has a function from its JSON to items. The services are careless with types: a time may be text, a
picture an object or an empty list, an object a string of JSON. So each field is read by a helper that takes every
form that was seen, and gives None for anything else.
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

from newsclean.addresses import AddressKind, canonical_url, doc_id_of, kind_of
from newsclean.blocks import Value
from newsclean.dates import BEIJING
from newsclean.decode import decode
from newsclean.errors import FetchError
from newsclean.page import Page
from newsclean.rules.markup import LIST_ID_START

__all__ = ["RollItem", "answer_of", "live_items", "roll_items", "search_items"]

_TAG = re.compile(r"<[^>]*>")  # the search service marks the words it found
_LIVE_TITLE = re.compile(r"^\s*【([^】]{1,100})】")  # a live message has its title in front, in brackets
_JSON_START = re.compile(r"[\[{]")
_COMMENT = re.compile(r"^\s*/\*.*?\*/", re.S)  # scripts are sent behind a comment, which sends browsers away
_TRY = re.compile(r"^\s*try\s*\{")
_BETWEEN_WORDS = re.compile(r"[,，\s]+")
_LIVE_START = 40  # characters that stand for the title of a live message without one
_LAST_SECOND = 10**11  # Unix seconds, in the year 5138; more would be milliseconds
_ARTICLES = frozenset({"article", "blog"})  # kinds of addresses at which an article can be read


class RollItem(Value):
    """One item of a list.

    ``url`` is canonical; None: the item has no page (as most live messages). ``kind`` follows from the address's
    shape, and ``is_article`` says whether an article can be read there. Times are aware, in Asia/Shanghai.
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

    def to_dict(self) -> dict[str, Any]:
        """The item as JSON-ready values, dates in ISO 8601 with their offset."""
        data = asdict(self)
        for name in ("published_at", "modified_at"):
            data[name] = data[name].isoformat() if data[name] else None
        return {**data, "keywords": list(self.keywords)}


def answer_of(page: Page) -> Any:
    """The JSON of a list's answer, in UTF-8 or GBK, without what is wrapped around it (a call-back, an assignment,
    a script that sends browsers away). Raises FetchError of the kind ``decode``."""
    text = decode(page.content, page.headers.get("content-type")).text
    bare = _unwrapped(text)
    start = _JSON_START.search(bare)
    try:
        if not start:
            raise ValueError("there is no object in it")
        # not strict: control characters inside strings are let pass
        return json.JSONDecoder(strict=False).raw_decode(bare, start.start())[0]
    except ValueError as error:
        message = f"the list's answer is not JSON: {error}; it begins with {text[:60]!r}"
        raise FetchError("decode", message, url=page.url) from error


def _unwrapped(text: str) -> str:
    """The text without its opening comment and the brace of a ``try``, which would be taken for an object's."""
    return _TRY.sub("", _COMMENT.sub("", text, count=1), count=1)


def roll_items(answer: Any, channel: str) -> Iterator[RollItem]:
    """The items of an answer of the rolling-news service."""
    for entry in _entries(answer, "result", "data"):
        url = _text(entry, "url")
        yield _item(
            url,
            _text(entry, "title", "stitle"),
            channel,
            published_at=_unix(entry, "ctime", "intime"),
            modified_at=_unix(entry, "mtime"),
            source=_text(entry, "media_name", "author"),
            doc_id=_doc_id(entry),
            mobile_url=_text(entry, "wapurl"),
            intro=_text(entry, "intro", "summary"),
            keywords=tuple(_BETWEEN_WORDS.split(_text(entry, "keywords") or "")),
            image=_picture(entry),
        )


def live_items(answer: Any, channel: str) -> Iterator[RollItem]:
    """The messages of an answer of the live service."""
    for entry in _entries(answer, "result", "data", "feed", "list"):
        text = _plain(_text(entry, "rich_text"))
        title = _LIVE_TITLE.match(text)
        more = _inner_json(entry.get("ext"))
        yield _item(
            _text(entry, "docurl") or _text(more, "docurl"),
            title[1] if title else text[:_LIVE_START],
            channel,
            published_at=_clock(_text(entry, "create_time")),
            doc_id=(_text(more, "docid") or "").removeprefix(LIST_ID_START) or None,
            keywords=tuple(
                str(tag.get("name", "")) for tag in _list(entry.get("tag")) if isinstance(tag, dict)
            ),
            text=text,
        )


def search_items(answer: Any, channel: str) -> Iterator[RollItem]:
    """The hits of an answer of the search service."""
    for entry in _entries(answer, "result", "list"):
        yield _item(
            _text(entry, "url"),
            _plain(_text(entry, "origin_title", "title")),
            channel,
            published_at=_unix(entry, "ctime", "stime") or _clock(_text(entry, "stime", "datetime")),
            source=_text(entry, "media", "media_show", "source"),
            intro=_plain(_text(entry, "intro")) or None,
        )


def _item(url: str | None, title: str | None, channel: str, **more: Any) -> RollItem:
    address = canonical_url(url) if url else None
    kind: AddressKind = kind_of(address) if address else "other"
    if address and not urlsplit(address).scheme.startswith("http"):
        address = None
    more["doc_id"] = more.get("doc_id") or (doc_id_of(address) if address else None)
    more["mobile_url"] = canonical_url(more["mobile_url"]) if more.get("mobile_url") else None
    more["keywords"] = tuple(word for word in more.get("keywords", ()) if word)
    return RollItem(address, unescape(title or ""), channel, kind, kind in _ARTICLES, **more)


def _entries(answer: Any, *path: str) -> Iterator[Mapping[str, Any]]:
    """The objects of the list at a path; none where the path is missing, as in empty answers."""
    for name in path:
        answer = answer.get(name) if isinstance(answer, dict) else None
    yield from (entry for entry in _list(answer) if isinstance(entry, dict))


def _list(value: Any) -> list[Any]:
    if isinstance(value, dict):  # a list that lacks an element comes as an object with numbers for keys
        return list(value.values())
    return value if isinstance(value, list) else []


def _text(entry: Mapping[str, Any], *names: str) -> str | None:
    """The first of these fields that holds text or a whole number."""
    for name in names:
        value = entry.get(name)
        if isinstance(value, (str, int)) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return None


def _plain(markup: str | None) -> str:
    """The text of a bit of markup."""
    return unescape(_TAG.sub("", markup or "")).strip()


def _unix(entry: Mapping[str, Any], *names: str) -> datetime | None:
    """The first of these fields that is a time in Unix seconds, as a number or as text; 0 means that there is none."""
    for name in names:
        value = _text(entry, name)
        if value and value.isdecimal() and 0 < int(value) < _LAST_SECOND:
            return datetime.fromtimestamp(int(value), UTC).astimezone(BEIJING)
    return None


def _clock(value: str | None) -> datetime | None:
    """A time that is written without its zone, which is Beijing's; None for anything else."""
    try:
        return datetime.fromisoformat(value or "").replace(tzinfo=BEIJING)
    except ValueError:
        return None


def _doc_id(entry: Mapping[str, Any]) -> str | None:
    """The document's id; a bare number is none."""
    found = _text(entry, "docid") or ""
    return found.removeprefix(LIST_ID_START) if found.startswith(LIST_ID_START) else None


def _picture(entry: Mapping[str, Any]) -> str | None:
    """The address of the item's picture, from ``img`` or else from the list ``images``."""
    for candidate in (entry.get("img"), *_list(entry.get("images"))):
        if isinstance(candidate, dict) and isinstance(candidate.get("u"), str) and candidate["u"]:
            return ("https:" + candidate["u"]) if candidate["u"].startswith("//") else str(candidate["u"])
    return None


def _inner_json(value: Any) -> Mapping[str, Any]:
    """An object that is written as a string of JSON; empty where it is none."""
    try:
        found = json.loads(value) if isinstance(value, str) else value
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
