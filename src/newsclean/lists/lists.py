"""The walk through a list: page after page, and day after day, until the list, the limit or the window ends.

:func:`list_steps` is a generator of steps like those in fetch/page_steps.py, which emits each item when it comes to
it; :func:`roll` and :func:`aroll` run it. How a service is asked stands in services.py, how its answer is read in
items.py.
"""

from __future__ import annotations

import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from datetime import date, datetime, timedelta
from typing import Any, Unpack

from newsclean.errors import FetchError
from newsclean.fetch.asynchronous import AsyncFetcher
from newsclean.fetch.options import FetchOptions, Options
from newsclean.fetch.page_steps import page_steps
from newsclean.fetch.steps import Emit, Steps
from newsclean.fetch.sync import Fetcher
from newsclean.lists.items import RollItem, answer_of
from newsclean.lists.services import PAGE_SIZE, SEARCH, ListQuery, service_of
from newsclean.rules.channels import CHANNELS

__all__ = ["ListWarning", "aroll", "list_steps", "roll"]

_MOST_PAGES = 400  # of one list or one day, so that no service can keep a walk going; the longest day had 65
_STALE = timedelta(days=3)  # the age of its newest item from which a list is reported as stale
_DRY_DAYS = 7  # days without any item, one after the other, that end a walk into the past


class ListWarning(UserWarning):
    """A list was empty, stale, or gave items of other days than it was asked for."""


def list_steps(query: ListQuery, options: Options, notes: list[str]) -> Steps[None]:
    """Emit the items of a list, the newest first, each once. What is odd about the list is added to ``notes``.

    Raises FetchError, also (of the kind ``status``) where a service answers that it failed.
    """
    service = service_of(query.channel)
    walk = _Walk(query)
    for day in query.days() if service.by_day else (None,):
        for number in range(1, _MOST_PAGES + 1):
            url = service.address(query, number, day)
            answer = _checked(answer_of((yield from page_steps(url, options, referer=service.referer))), url)
            fresh = walk.unseen(service.items(answer, query.channel))
            for item in fresh:
                if walk.takes(item):
                    yield Emit(item)
                if walk.given == query.limit:
                    break
            if not fresh or walk.is_over(fresh) or number * PAGE_SIZE >= _total(answer):
                break
        if walk.given == query.limit or walk.is_dry():
            break
    notes.extend(walk.oddities())


class _Walk:
    """The state of a walk: items seen and given, the newest time, days without items."""

    def __init__(self, query: ListQuery) -> None:
        self.given = 0
        self._query = query
        self._seen: set[str] = set()
        self._newest: datetime | None = None
        self._strays = 0
        self._dry_days = 0
        self._given_before = 0

    def unseen(self, items: Iterator[RollItem]) -> list[RollItem]:
        """The items that no earlier page had: each article that is published meanwhile moves one on to the next
        page."""
        fresh = []
        for item in items:
            key = item.doc_id or item.url or item.text or item.title
            if key not in self._seen:
                self._seen.add(key)
                fresh.append(item)
        return fresh

    def takes(self, item: RollItem) -> bool:
        """Whether the item is in the window. Counts it, and keeps the newest time."""
        if item.published_at and (self._newest is None or item.published_at > self._newest):
            self._newest = item.published_at
        wanted = self._query.wants(item)
        self.given += wanted
        self._strays += not wanted
        return wanted

    def is_over(self, fresh: list[RollItem]) -> bool:
        """Whether the limit is reached, or every item of a page is older than the window."""
        return self.given == self._query.limit or self._is_past(fresh)

    def _is_past(self, fresh: list[RollItem]) -> bool:
        since = self._query.since
        if since is None:
            return False
        return all(item.published_at is not None and item.published_at.date() < since for item in fresh)

    def is_dry(self) -> bool:
        """Whether a whole week has given nothing: the days before it will not either. A window that has a first day
        is always asked to its end."""
        self._dry_days = 0 if self.given > self._given_before else self._dry_days + 1
        self._given_before = self.given
        return self._dry_days >= _DRY_DAYS and self._query.since is None

    def oddities(self) -> Iterator[str]:
        """What the caller should know of the list: it was empty, stale, or ignored the days."""
        query = self._query
        windowed = query.since is not None or query.until is not None
        if self.given == 0:
            yield f"the list {query.channel} gave nothing" + (" in the days asked for" if windowed else "")
        if self._strays and query.channel in {row.name for row in CHANNELS}:
            yield f"the list {query.channel} gave {self._strays} items of other days than it was asked for"
        if self._newest and not windowed and query.channel != SEARCH and query.now - self._newest > _STALE:
            yield f"the list {query.channel} is stale: its newest item is of {self._newest:%Y-%m-%d %H:%M}"


def _checked(answer: Any, url: str) -> Any:
    """The answer, when the service does not say that it failed. Raises FetchError of the kind ``status``."""
    result = answer.get("result") if isinstance(answer, dict) else None
    status = result.get("status") if isinstance(result, dict) else None
    code = status.get("code", 0) if isinstance(status, dict) else 0
    if str(code) != "0":
        said = status.get("msg", "") if isinstance(status, dict) else ""
        raise FetchError("status", f"the list service answers with code {code}: {said}", url=url, code=code)
    return answer


def _total(answer: Any) -> float:
    """How many items the list says that it has; infinite where it does not say."""
    result = answer.get("result") if isinstance(answer, dict) else None
    total = str(result.get("total")) if isinstance(result, dict) else ""
    return int(total) if total.isdecimal() else float("inf")


def roll(
    channel: str,
    *,
    limit: int | None = None,
    since: date | None = None,
    until: date | None = None,
    query: str | None = None,
    **options: Unpack[FetchOptions],
) -> Iterator[RollItem]:
    """The items of a list, the newest first, as their pages come in.

    ``channel`` is one of :data:`CHANNEL_NAMES`; ``limit`` the most items (None: all); ``since`` and
    ``until`` are Beijing days, both included (None: no bound); ``query`` are words to search for, which the
    channel ``search`` needs. The rest are options of the fetch.

    A :class:`ListWarning` at the end says where a list was empty, is stale, or ignored the days.
    Raises ValueError for arguments that make no list, FetchError.

    >>> for item in roll("finance", limit=20):                       # doctest: +SKIP
    ...     print(item.published_at, item.title, item.url)
    """
    wanted = ListQuery(channel=channel, limit=limit, since=since, until=until, query=query)
    return _roll(wanted, options)


def _roll(wanted: ListQuery, options: FetchOptions) -> Iterator[RollItem]:
    notes: list[str] = []
    with Fetcher(**options) as fetcher:
        yield from fetcher.stream(list_steps(wanted, fetcher.options, notes))
    _warn(notes)


def aroll(
    channel: str,
    *,
    limit: int | None = None,
    since: date | None = None,
    until: date | None = None,
    query: str | None = None,
    **options: Unpack[FetchOptions],
) -> AsyncIterator[RollItem]:
    """As :func:`roll`, to be iterated over with ``async for``."""
    wanted = ListQuery(channel=channel, limit=limit, since=since, until=until, query=query)
    return _aroll(wanted, options)


async def _aroll(wanted: ListQuery, options: FetchOptions) -> AsyncIterator[RollItem]:
    notes: list[str] = []
    fetcher = AsyncFetcher(**options)
    stream = fetcher.stream(list_steps(wanted, fetcher.options, notes))
    async with fetcher, aclosing(stream) as items:
        async for item in items:
            yield item
    _warn(notes)


def _warn(notes: list[str]) -> None:
    for note in notes:
        warnings.warn(note, ListWarning, stacklevel=3)
