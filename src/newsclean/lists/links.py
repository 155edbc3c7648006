"""Lists that are pages: the links in one element, each with the time that stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from newsclean.blocks import Value
from newsclean.dates import find_moment, find_moments
from newsclean.errors import FetchError
from newsclean.rules.services import Service
from newsclean.tree import Element, steps, text_in, tree_of

__all__ = ["Links", "entries_of_page", "title_of"]

_TITLE = re.compile(r"<title[^>]*>([^<]*)", re.I)
_DAY_IN_PATH = re.compile(r"/((?:19|20)\d\d)[-/]?(\d\d)-?(\d\d)/")
_NO_DIGITS_FIRST = re.compile(r"^[^0-9]+")
_HALF_A_YEAR = 183  # days
_SHOWN = 80  # characters of what came instead


class Links(Value):
    """The entries of a page, with ``url``, ``title`` and ``time``; whether it links to a further page (None: pages of
    the service do not tell)."""

    entries: list[Mapping[str, Any]]
    more: bool | None


class _Link(Value):
    url: str
    title: str
    before: str
    after: str


def title_of(text: str) -> str:
    """The title of a page, from its text; empty where there is none."""
    found = _TITLE.search(text)
    return " ".join(found[1].split()) if found else ""


def entries_of_page(service: Service, text: str, base: str) -> Links:
    """The links of a list that is a page. Raises FetchError of the kind ``decode`` where its element is missing."""
    root = tree_of(text)
    place = None if root is None else _element(root, service.entries)
    if root is None or place is None:
        title = title_of(text)
        what = f"its title is {title!r}" if title else f"it begins with {text[:_SHOWN]!r}"
        why = f"the page has no {service.entries}; {what}"
        raise FetchError("decode", f"the answer is no list: {why}", url=base)
    more = None
    if service.next_words:
        more = any(text_in(link) == service.next_words for link in root.iter("a") if link.get("href"))
    links = [link for link in _links(place, base) if link.title and link.url.startswith("http")]
    return Links([*_with_times(links, service)], more)


def _element(root: Element, selector: str) -> Element | None:
    """The first element of a selector: ``tag.class`` or ``tag#id``."""
    sign, attribute = ("#", "id") if "#" in selector else (".", "class")
    tag, _, name = selector.partition(sign)
    return next((node for node in root.iter(tag) if name in (node.get(attribute) or "").split()), None)


def _links(place: Element, base: str) -> Iterator[_Link]:
    """The links inside an element, with the text between each and its neighbours."""
    texts: list[list[str]] = [[]]
    found: list[Element] = []
    for step, node in steps(place, lambda node: not _is_link(node)):
        if step == "over" and _is_link(node):
            found.append(node)
            texts.append([])
        texts[-1].append((node.text if step == "start" else node.tail) or "")
    between = ["".join(parts) for parts in texts]
    for node, before, after in zip(found, between[:-1], between[1:], strict=True):
        yield _Link(_joined(base, node.get("href") or ""), text_in(node), before, after)


def _is_link(node: Element) -> bool:
    return node.tag == "a" and bool(node.get("href"))


def _joined(base: str, address: str) -> str:
    """An address of a page, whole; empty where it is none."""
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return ""


def _with_times(links: list[_Link], service: Service) -> Iterator[Mapping[str, Any]]:
    """The entries of links, in their order. A time without a year gets that of its article's address, else of the entry
    before it, else of the next one whose year is known: such lists are sorted by time."""
    times = [link.before if service.link_time == "before" else link.after for link in links]
    days = [_day_in(link.url) for link in links]
    near = next((day for day in days if day), None)
    for link, text, day in zip(links, times, days, strict=True):
        near = day or near
        written = _written(text, near, -1 if service.link_time == "before" else 0)
        known = find_moment(written) if written else None
        near = known.at.date() if known else near
        yield {"url": link.url, "title": link.title, "time": written}


def _written(text: str, near: date | None, which: int) -> str:
    """The time in a text, in words that tell its year, the first or the last of several; empty where there is none."""
    whole = [*find_moments(text)]
    if whole:
        return whole[which].raw
    rest = _NO_DIGITS_FIRST.sub("", text)
    if near is None or not rest:
        return ""
    for year in (near.year, near.year - 1, near.year + 1):
        found = find_moment(f"{year}-{rest}")
        if found and abs((found.at.date() - near).days) <= _HALF_A_YEAR:
            return found.raw
    return ""


def _day_in(url: str) -> date | None:
    """The day in the path of an article's address; None where there is none."""
    try:
        found = _DAY_IN_PATH.search(urlsplit(url).path)
        return datetime(*map(int, found.groups())).date() if found else None  # type: ignore[arg-type]
    except ValueError:
        return None
