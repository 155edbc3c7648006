"""The lists as iterators: :func:`roll` and :func:`aroll` run the walk of walk.py, and give its account."""

from __future__ import annotations

import warnings
from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator
from contextlib import aclosing
from datetime import date
from typing import Self, Unpack

from newsclean.errors import refuse_unknown
from newsclean.fetch.asynchronous import AsyncFetcher
from newsclean.fetch.options import FetchOptions
from newsclean.fetch.sync import Fetcher
from newsclean.lists.items import RollItem
from newsclean.lists.query import ListQuery
from newsclean.lists.summary import RollSummary
from newsclean.lists.walk import list_steps

__all__ = ["AsyncRoll", "ListWarning", "Roll", "aroll", "roll"]


_WORDS = ("limit", "since", "until", "query")
"""The keywords that say which items of a list are wanted."""


class ListWarning(UserWarning):
    """A list was empty, stale, gave items of other days than it was asked for, or ended early."""


class Roll(Iterator[RollItem]):
    """The items of a list, as their pages come in. ``summary`` is the account of the walk, whole at its end."""

    def __init__(self, query: ListQuery, options: FetchOptions) -> None:
        self.summary = RollSummary(query.channel)
        self._items = self._walk(query, options)

    def _walk(self, query: ListQuery, options: FetchOptions) -> Generator[RollItem]:
        with Fetcher(**options) as fetcher:
            yield from fetcher.stream(list_steps(query, fetcher.options, self.summary))
        _warn(self.summary)

    def __next__(self) -> RollItem:
        return next(self._items)

    def close(self) -> None:
        """Leave the list where it is, and end its connections."""
        self._items.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_why: object) -> None:
        self.close()


class AsyncRoll(AsyncIterator[RollItem]):
    """As :class:`Roll`, for ``async for``."""

    def __init__(self, query: ListQuery, options: FetchOptions) -> None:
        self.summary = RollSummary(query.channel)
        self._items = self._walk(query, options)

    async def _walk(self, query: ListQuery, options: FetchOptions) -> AsyncGenerator[RollItem]:
        fetcher = AsyncFetcher(**options)
        stream = fetcher.stream(list_steps(query, fetcher.options, self.summary))
        async with fetcher, aclosing(stream) as items:
            async for item in items:
                yield item
        _warn(self.summary)

    async def __anext__(self) -> RollItem:
        return await anext(self._items)

    async def aclose(self) -> None:
        """Leave the list where it is, and end its connections."""
        await self._items.aclose()


def roll(
    channel: str,
    *,
    limit: int | None = None,
    since: date | None = None,
    until: date | None = None,
    query: str | None = None,
    **options: Unpack[FetchOptions],
) -> Roll:
    """The items of a list, the newest first, as their pages come in.

    ``channel`` is one of :data:`CHANNEL_NAMES`, or one of a family, as ``stock:sh600999``; ``limit`` the most items
    (None: all); ``since`` and ``until`` are Beijing days, both included (None: no bound); ``query`` are words to search
    for, which the channel ``search`` needs. The rest are options of the fetch.

    A :class:`ListWarning` at the end says where a list was empty, is stale, ignored the days, or ended before all was
    given that was asked for; the iterator's ``summary`` says so too (:class:`RollSummary`).
    Raises ValueError for arguments that make no list, FetchError.

    >>> for item in roll("finance-domestic", limit=20):              # doctest: +SKIP
    ...     if item.is_article:
    ...         print(item.published_at, item.title, item.url)
    """
    refuse_unknown("roll", options, FetchOptions.__annotations__, *_WORDS)
    return Roll(ListQuery(channel=channel, limit=limit, since=since, until=until, query=query), options)


def aroll(
    channel: str,
    *,
    limit: int | None = None,
    since: date | None = None,
    until: date | None = None,
    query: str | None = None,
    **options: Unpack[FetchOptions],
) -> AsyncRoll:
    """As :func:`roll`, to be iterated over with ``async for``."""
    refuse_unknown("aroll", options, FetchOptions.__annotations__, *_WORDS)
    return AsyncRoll(ListQuery(channel=channel, limit=limit, since=since, until=until, query=query), options)


def _warn(summary: RollSummary) -> None:
    for note in summary.notes:
        warnings.warn(note, ListWarning, stacklevel=4)
