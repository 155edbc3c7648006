"""The answer of a service, as the entries of its list. What is no list is an error that says what came instead: a page
that wants the reader verified, a code of failure, a list at another place, entries of another shape.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from newsclean.blocks import Value
from newsclean.decode import decode
from newsclean.errors import FetchError
from newsclean.lists.items import RollItem, items_of, values_at
from newsclean.lists.links import entries_of_page, title_of
from newsclean.page import Page
from newsclean.rules.services import Service

__all__ = ["Answer", "answer_of", "json_of"]

_JSON_START = re.compile(r"[\[{]")
_COMMENT = re.compile(r"^\s*/\*.*?\*/", re.S)  # scripts are sent behind a comment, which sends browsers away
_TRY = re.compile(r"^\s*try\s*\{")
_SHOWN = 80  # characters of what came instead
_NO_LIST: tuple[Any, ...] = (None, "", {}, [])  # how an empty list is written too


class Answer(Value):
    """A page of a list: its items, how many entries it had, how many the service says that the list has (None: it does
    not say), and whether there is a further page (None: it does not say)."""

    items: tuple[RollItem, ...]
    entries: int
    total: int | None = None
    more: bool | None = None
    ids: tuple[int, ...] = ()


def answer_of(service: Service, page: Page, channel: str) -> Answer:
    """The answer that a page holds, in UTF-8 or GBK.

    Raises FetchError, of the kind ``status`` where the service says that it failed, of the kind ``decode`` where what
    came is no list, or has another shape than the service's row says.
    """
    text = decode(page.content, page.headers.get("content-type")).text
    if service.form == "page":
        links = entries_of_page(service, text, page.url or "")
        return _answer(service, links.entries, channel, page.url, None, links.more)
    data = json_of(text, page.url)
    _refuse_failure(data, page.url)
    entries = _list_at(data, service.entries, page.url)
    return _answer(service, entries, channel, page.url, _total(data, service), None)


def _answer(
    service: Service,
    entries: list[Mapping[str, Any]],
    channel: str,
    url: str | None,
    total: int | None,
    more: bool | None,
) -> Answer:
    items = tuple(items_of(service, entries, channel))
    for field in service.needs:
        if items and not any(getattr(item, field) for item in items):
            keys = ", ".join(list(entries[0])[:20])
            raise _no_list(f"no entry of the list has a {field}; the first has the keys {keys}", url)
    ids = tuple(int(item.id) for item in items if item.id and item.id.isdecimal() and len(item.id) < 20)
    return Answer(items, len(entries), total, more, ids)


def json_of(text: str, url: str | None) -> Any:
    """The JSON of an answer, without what is wrapped around it: a call-back, an assignment, a script that sends
    browsers away. Raises FetchError of the kind ``decode``."""
    bare = _TRY.sub("", _COMMENT.sub("", text.lstrip("\ufeff"), count=1), count=1)
    if bare.lstrip().startswith("<"):
        raise _no_list(f"a page came, with the title {title_of(bare)!r}", url)
    start = _JSON_START.search(bare)
    try:
        if not start:
            raise ValueError("there is no object in it")
        # not strict: control characters inside strings are let pass
        return json.JSONDecoder(strict=False).raw_decode(bare, start.start())[0]
    except (ValueError, RecursionError) as error:
        raise _no_list(f"it is not JSON: {error}; it begins with {text[:_SHOWN]!r}", url) from error


def _no_list(why: str, url: str | None) -> FetchError:
    return FetchError("decode", f"the answer is no list: {why}", url=url)


def _refuse_failure(data: Any, url: str | None) -> None:
    """Raise FetchError of the kind ``status`` where an answer has another code than 0: as its status or within that, at
    the top or in the result."""
    top = data if isinstance(data, dict) else {}
    result = top.get("result")
    for holder in (top, result if isinstance(result, dict) else {}):
        status = holder.get("status")
        code = status.get("code", 0) if isinstance(status, dict) else status
        if isinstance(code, (int, str)) and _is_number(str(code)) and int(code):
            said = next(
                filter(None, (each.get("msg") for each in (status, holder) if isinstance(each, dict))), ""
            )
            message = f"the list service answers with code {code}: {said}"
            raise FetchError("status", message, url=url, code=int(code))


def _is_number(text: str) -> bool:
    return text.removeprefix("-").isdecimal() and len(text) < 20


def _list_at(data: Any, path: str, url: str | None) -> list[Mapping[str, Any]]:
    """The entries of the list at a path. Raises FetchError of the kind ``decode`` where there is none."""
    *way, last = path.split(".")
    found = data
    for key in way:
        found = found.get(key) if isinstance(found, dict) else None
    if not isinstance(found, dict) or last not in found:
        raise _no_list(f"nothing stands at {path}{_elsewhere(data)}", url)
    found = found[last]
    if found in _NO_LIST:
        return []
    if isinstance(found, dict) and all(key.isdecimal() for key in found):
        found = [*found.values()]  # a list that lacks an element comes as an object with numbers for keys
    held = found if isinstance(found, list) else []
    entries: list[Mapping[str, Any]] = [entry for entry in held if isinstance(entry, dict)]
    if not entries:
        raise _no_list(f"at {path} stands {_short(found)}{_elsewhere(data)}", url)
    return entries


def _elsewhere(data: Any) -> str:
    """What an answer has in the place of the list: a list somewhere else, or whatever it is."""
    place, size = next(_lists_in(data, ""), ("", 0))
    return f"; a list of {size} stands at {place or 'the top'}" if size else f"; the answer is {_short(data)}"


def _lists_in(data: Any, place: str, depth: int = 0) -> Iterator[tuple[str, int]]:
    """The places of lists of objects in an answer, and their sizes."""
    if isinstance(data, list) and any(isinstance(each, dict) for each in data):
        yield place, len(data)
    elif isinstance(data, dict) and depth < 6:
        for key, value in data.items():
            yield from _lists_in(value, f"{place}.{key}" if place else str(key), depth + 1)


def _short(data: Any) -> str:
    text = json.dumps(data, ensure_ascii=False)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _total(data: Any, service: Service) -> int | None:
    """How many entries the service says that the list has; None where it does not say."""
    found = str(next(values_at(data, service.total), "")) if service.total else ""
    return int(found) if _is_number(found) else None
