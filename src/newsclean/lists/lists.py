"""What to pull: the lists of the rolling-news, live and search services, page after page, day after day.

Here live the walk through a list, as a generator like the policy's that emits items as it comes to them,
and the iterators over it. Here never lives the reading of an answer, or a service's address.
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
from newsclean.layouts.channels import CHANNELS
from newsclean.lists.items import RollItem, answer_of
from newsclean.lists.services import PAGE_SIZE, SEARCH, ListQuery, service_of

__all__ = ["ListWarning", "aroll", "list_steps", "roll"]

_MOST_PAGES = 400  # of one list or one day; the longest day met had 65 pages
_STALE = timedelta(days=3)
_DRY_DAYS = 7


class ListWarning(UserWarning):
    """A list gave something else than one would think: nothing, or nothing new, or more than was asked
    for."""


def list_steps(query: ListQuery, options: Options, notes: list[str]) -> Steps[None]:
    """Emit the items of a list, the newest first, each once; say in ``notes`` what is odd about it.

    Raises FetchError; of the kind ``status`` too where the service says that it failed.
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
    """What a walk through a list has met so far."""

    def __init__(self, query: ListQuery) -> None:
        self.given = 0
        self._query = query
        self._seen: set[str] = set()
        self._newest: datetime | None = None
        self._strays = 0
        self._dry_days = 0
        self._given_before = 0

    def unseen(self, items: Iterator[RollItem]) -> list[RollItem]:
        """The items that no page had before: an article that is published meanwhile pushes others on."""
        fresh = []
        for item in items:
            key = item.doc_id or item.url or item.text or item.title
            if key not in self._seen:
                self._seen.add(key)
                fresh.append(item)
        return fresh

    def takes(self, item: RollItem) -> bool:
        """Whether the item is wanted; counts it either way."""
        if item.published_at and (self._newest is None or item.published_at > self._newest):
            self._newest = item.published_at
        wanted = self._query.wants(item)
        self.given += wanted
        self._strays += not wanted
        return wanted

    def is_over(self, fresh: list[RollItem]) -> bool:
        """Whether the limit is reached, or all items of a page are of before the window."""
        since = self._query.since
        times = [item.published_at for item in fresh if item.published_at]
        past = (
            since is not None and len(times) == len(fresh) and all(moment.date() < since for moment in times)
        )
        return self.given == self._query.limit or past

    def is_dry(self) -> bool:
        """Whether a week of days in a row has given nothing: what lies before will not either."""
        self._dry_days = 0 if self.given > self._given_before else self._dry_days + 1
        self._given_before = self.given
        return self._dry_days >= _DRY_DAYS and self._query.since is None

    def oddities(self) -> Iterator[str]:
        """What a reader of the list should know."""
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
    """How many items the list has by its own word; endless where it does not say."""
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

    A list that gave nothing, is stale, or ignores the days is said by a :class:`ListWarning` at its end.
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
