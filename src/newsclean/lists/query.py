"""What is wanted of a list, and the address of each of its pages. Both follow from rows: the channel's and its
service's (rules/channels.py, rules/services.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cached_property
from urllib.parse import urlencode

from msgspec import field

from newsclean.blocks import Value
from newsclean.dates import BEIJING
from newsclean.lists.items import RollItem
from newsclean.lists.nearest import nearest, written
from newsclean.rules.channels import CHANNELS, Channel
from newsclean.rules.services import SERVICES, Service

__all__ = ["CHANNEL_NAMES", "ListQuery", "Target", "address_of", "is_channel", "target_of", "written"]

CHANNEL_NAMES = tuple(row.name for row in CHANNELS if row.optional or not row.takes)
"""Every name that :func:`roll` takes as it stands. Beside them there are families, ``stock:sh600999``."""
_ROWS = {row.name: row for row in CHANNELS}
_SERVICES = {row.name: row for row in SERVICES}
_NO_DIGITS = re.compile(r"[^0-9]+")
_A_DAY = timedelta(days=1)


class Target(Value):
    """Which list is asked for: the rows of its channel and its service, and the argument of a family (empty: none).

    ``asked`` is the name that was given, where another channel is asked in its place because that one is ``stale``.
    """

    channel: Channel
    service: Service
    argument: str = ""
    asked: str = ""
    stale: str = ""

    @property
    def name(self) -> str:
        """The channel's name as it is given, with its argument."""
        return f"{self.channel.name}:{self.argument}" if self.argument else self.channel.name


def target_of(name: str) -> Target:
    """The list of a name. Raises ValueError where there is none."""
    head, colon, argument = (name, "", "") if name in _ROWS else name.partition(":")
    row = _ROWS.get(head)
    if row is None:
        near = ", ".join(nearest(name))
        raise ValueError(
            f"there is no channel {name!r}; the nearest are {near} (newsclean roll --channels prints them all)"
        )
    if not (_fits(row, argument) if colon else row.optional or not row.takes):
        raise ValueError(
            f"there is no channel {name!r}: {row.name} is written like {row.example or row.name}"
        )
    if row.instead:
        other = _ROWS[row.instead]
        return Target(other, _SERVICES[other.service], asked=name, stale=row.stale)
    return Target(row, _SERVICES[row.service], argument)


def is_channel(name: str) -> bool:
    """Whether a name is one of a list."""
    try:
        target_of(name)
    except ValueError:
        return False
    return True


def _fits(row: Channel, argument: str) -> bool:
    return bool(row.takes) and re.fullmatch(row.takes, argument) is not None


class ListQuery(Value, kw_only=True, dict=True):
    """What is wanted of a list.

    ``since`` and ``until`` are Beijing days, both included; None: no bound. ``limit`` counts items; None: all there
    are. ``query`` are words to search for, which ``search`` needs and the rolling news can have. ``now`` is the time
    against which a list is fresh or stale.
    """

    channel: str
    limit: int | None = None
    since: date | None = None
    until: date | None = None
    query: str | None = None
    now: datetime = field(default_factory=lambda: datetime.now(BEIJING))

    def __post_init__(self) -> None:
        service = self.target.service
        if service.words == "must" and not self.query:
            raise ValueError(f"the channel {self.channel} needs a query")
        if service.words == "none" and self.query:
            raise ValueError(f"the channel {self.channel} can't be searched")
        if self.limit is not None and self.limit < 1:
            raise ValueError("limit must be 1 or more")
        if self.since and self.until and self.since > self.until:
            raise ValueError("since is after until")
        if service.days == "timeless" and self.has_window:
            raise ValueError(f"the channel {self.channel} has no times, so it can't be asked for days")

    @cached_property
    def target(self) -> Target:
        """The list that is asked for. Raises ValueError where there is none of this name."""
        return target_of(self.channel)

    @property
    def has_window(self) -> bool:
        """Whether days were asked for."""
        return self.since is not None or self.until is not None

    def days(self) -> Iterator[date | None]:
        """The days to ask the service for one by one, the newest first, without end where there is no first one; one
        None where it is not asked for each."""
        how, today = self.target.service.days, self.now.astimezone(BEIJING).date()
        if how not in ("each", "edition") or (how == "each" and not self.has_window):
            yield None
            return
        day = self.until or today
        first = self.since or (date.min if self.has_window else day)
        while True:
            yield day
            if day <= first:
                return
            day -= _A_DAY

    def wants(self, item: RollItem) -> bool:
        """Whether an item lies in the window. One without a time is taken, since it may; so are all of an edition."""
        if item.published_at is None or self.target.service.days == "edition":
            return True
        day = item.published_at.astimezone(BEIJING).date()
        return (self.since is None or day >= self.since) and (self.until is None or day <= self.until)


def address_of(query: ListQuery, page: int, day: date | None = None, oldest: str = "") -> str:
    """The address of a page of a list, by its number, its day, and the oldest id on the pages before it."""
    service = query.target.service
    fields = {
        **dict(query.target.channel.values),
        "page": str(page),
        "size": str(service.size),
        "words": query.query or "",
        "oldest": oldest,
        **_argument_fields(query.target),
        **_day_fields(query, day),
    }
    keys = [*service.keys]
    if day is not None or (service.days == "window" and query.has_window):
        keys += service.day_keys
    if oldest:
        keys += service.older
    pairs = [(key, value.format_map(fields)) for key, value in keys]
    return service.address.format_map(fields) + ("?" + urlencode(pairs) if pairs else "")


def _argument_fields(target: Target) -> dict[str, str]:
    default = dict(target.channel.values).get("argument", "")
    argument = target.argument or default
    return {"argument": argument, "digits": _NO_DIGITS.sub("", argument)}


def _day_fields(query: ListQuery, day: date | None) -> dict[str, str]:
    today = query.now.astimezone(BEIJING).date()
    bounds = (query.since, query.until or (today if query.since else None))
    since, until = (bound.isoformat() if bound else "" for bound in bounds)
    start = int(datetime.combine(day or today, time(), BEIJING).timestamp())
    return {
        "since": since,
        "until": until,
        "day": (day or today).isoformat(),
        "compact": f"{day or today:%Y%m%d}",
        "start": str(start),
        "end": str(start + 86_400),
    }
