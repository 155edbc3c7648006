"""How each of the three list services is asked for a page: its address, its parameters, the Referer it wants.

Sina documents none of them. What is surprising about a parameter is said beside it; which lists there are, and where
they are known from, stands in rules/channels.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from urllib.parse import urlencode

from msgspec import field

from newsclean.blocks import Value
from newsclean.dates import BEIJING
from newsclean.lists.items import RollItem, live_items, roll_items, search_items
from newsclean.rules.channels import CHANNELS, LIVE

__all__ = ["CHANNEL_NAMES", "PAGE_SIZE", "SEARCH", "ListQuery", "Service", "service_of"]

PAGE_SIZE = 50
"""Items of a page. The rolling-news service never gives more, whatever it is asked for."""
SEARCH = "search"
"""The channel that searches all articles."""
_FARTHEST = timedelta(days=366)  # how far back a walk without a first day goes

CHANNEL_NAMES = (*(row.name for row in CHANNELS), *(row.name for row in LIVE), SEARCH)
"""Every name that :func:`roll` takes."""


class ListQuery(Value, kw_only=True):
    """What is wanted of a list.

    ``since`` and ``until`` are Beijing days, both included; None: no bound. ``limit`` counts items; None: all there
    are. ``query`` are words to search for, which only ``search`` needs. ``now`` is the time against which a list
    is fresh or stale.
    """

    channel: str
    limit: int | None = None
    since: date | None = None
    until: date | None = None
    query: str | None = None
    now: datetime = field(default_factory=lambda: datetime.now(BEIJING))

    def __post_init__(self) -> None:
        if self.channel not in CHANNEL_NAMES:
            raise ValueError(f"there is no channel {self.channel!r}; there are {', '.join(CHANNEL_NAMES)}")
        if self.channel == SEARCH and not self.query:
            raise ValueError("the channel search needs a query")
        if self.channel in {row.name for row in LIVE} and self.query:
            raise ValueError("live feeds can't be searched")
        if self.limit is not None and self.limit < 1:
            raise ValueError("limit must be 1 or more")
        if self.since and self.until and self.since > self.until:
            raise ValueError("since is after until")

    def days(self) -> Iterator[date | None]:
        """The days to ask for one by one, the newest first; one None where no day is named."""
        if self.since is None and self.until is None:
            yield None
            return
        day = self.until or self.now.astimezone(BEIJING).date()
        # without a first day: the last day alone, or as many days as the limit takes
        last = self.since or (day if self.limit is None else day - _FARTHEST)
        while day >= last:
            yield day
            day -= timedelta(days=1)

    def wants(self, item: RollItem) -> bool:
        """Whether an item lies in the window. One without a time is taken, since it may."""
        if item.published_at is None:
            return True
        day = item.published_at.astimezone(BEIJING).date()
        return (self.since is None or day >= self.since) and (self.until is None or day <= self.until)


class Service(NamedTuple):
    """A service: the address of a page (from query, number and day), the reader of its answer, the Referer it wants,
    and whether it is asked for each day on its own."""

    address: Callable[[ListQuery, int, date | None], str]
    items: Callable[[Any, str], Iterator[RollItem]]
    referer: str
    by_day: bool


def _roll_address(query: ListQuery, page: int, day: date | None) -> str:
    row = next(row for row in CHANNELS if row.name == query.channel)
    fields: dict[str, object] = {
        "pageid": row.pageid,
        "lid": row.lid,
        "k": query.query or "",
        "num": PAGE_SIZE,
        "page": page,
    }
    if day is not None:
        start = int(datetime.combine(day, time(), BEIJING).timestamp())
        # The names mislead: etime is the beginning of the day, stime and ctime are its end.
        fields |= {"etime": start, "stime": start + 86_400, "ctime": start + 86_400, "date": day.isoformat()}
    return "https://feed.mix.sina.com.cn/api/roll/get?" + urlencode(fields)


def _live_address(query: ListQuery, page: int, _day: date | None) -> str:
    row = next(row for row in LIVE if row.name == query.channel)
    fields = {
        "zhibo_id": row.zhibo_id,
        "page": page,
        "page_size": PAGE_SIZE,
        "tag_id": 0,
        "dire": "f",
        "dpc": 1,
    }
    return "https://zhibo.sina.com.cn/api/zhibo/feed?" + urlencode(fields)


def _search_address(query: ListQuery, page: int, _day: date | None) -> str:
    fields: dict[str, object] = {
        "q": query.query,
        "page": page,
        "ps": PAGE_SIZE,
        "num": PAGE_SIZE,
        "sort": "time",
    }
    return "https://interface.sina.cn/homepage/search.d.json?" + urlencode({**fields, "ie": "utf-8"})


# The rolling-news service has answered 403 since 2022 where the Referer is not a page of the site's.
_ROLL = Service(_roll_address, roll_items, "https://news.sina.com.cn/", by_day=True)
_LIVE = Service(_live_address, live_items, "https://finance.sina.com.cn/7x24/", by_day=False)
_FOUND = Service(_search_address, search_items, "https://search.sina.com.cn/", by_day=False)


def service_of(channel: str) -> Service:
    """The service that has the list of this name."""
    if channel == SEARCH:
        return _FOUND
    return _LIVE if channel in {row.name for row in LIVE} else _ROLL
