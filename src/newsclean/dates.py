"""Times as pages write them, made aware. How they are written stands in the rule book (rules/dates.py, the question
``moment``); this module turns what its groups caught into a datetime. Which element of a page holds the time is said
by its layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from typing import TYPE_CHECKING

from newsclean.blocks import Value
from newsclean.rules import default_rules
from newsclean.rules.dates import AFTER_NOON, MIDNIGHT

if TYPE_CHECKING:
    from newsclean.lazy_regex import Deferred

__all__ = ["BEIJING", "Moment", "find_moment", "find_moments", "moments_at", "parse_feed_date"]

BEIJING = timezone(timedelta(hours=8), "Asia/Shanghai")
"""The zone of every time on a Sina page. China has kept UTC+8 without summer time since 1991 (IANA tz database,
Asia/Shanghai), so for pages, which are all younger, a fixed offset is exact. It needs no zone files."""


class Moment(Value):
    """A time found in a string: its value, the words it was read from, and whether they named a time of day."""

    at: datetime
    raw: str
    has_clock: bool


_MINUTES = 60  # of an hour

_NUMBER = re.compile(r"([0-9]{8,16})(?:\.[0-9]{1,9})?")
_CENTURIES = ("19", "20")
_COMPACT = {8: "%Y%m%d", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}
"""How a number of so many digits writes a day, where it begins with a century."""
_SINCE_1970 = {10: 1, 13: 1_000, 16: 1_000_000}
"""What part of a second a number of so many digits counts since 1970: those of ten are of 2001 to 2286."""

_NOON = 12


@cache
def _written() -> Deferred:
    """The book's pattern of a time. The question is fixed, so no user's rules change it.

    It is asked after a year's first digits were found: most strings have none, and that is much cheaper to see.
    """
    found: Deferred = default_rules().asks.moment
    return found


def find_moment(text: str) -> Moment | None:
    """The first time in a string, in Asia/Shanghai where the string names no zone; None where there is none."""
    if "20" not in text and "19" not in text:
        return None
    match = _written().search(text)
    return (_moment(match) or next(find_moments(text), None)) if match else None


def find_moments(text: str) -> Iterator[Moment]:
    """All times in a string, in their order."""
    for _, _, moment in moments_at(text):
        yield moment


def moments_at(text: str) -> Iterator[tuple[int, int, Moment]]:
    """All times in a string, in their order, each with where it begins and ends."""
    if "20" not in text and "19" not in text:
        return
    for match in _written().finditer(text):
        moment = _moment(match)
        if moment:
            yield match.start(), match.start() + len(match[0].rstrip()), moment


def _moment(match: re.Match[str]) -> Moment | None:
    """The time that a match of the pattern wrote; None for a day, a clock or a zone that does not exist."""
    # The pattern has a single form, and these groups alone, in their order.
    year, month, day, half, clock, minute, second, noon, written = match.groups()
    hour = _hour(int(clock or 0), half, (noon or "").lower())
    try:
        zone = _zone(written)
        at = datetime(int(year), int(month), int(day), hour, int(minute or 0), int(second or 0), 0, zone)
    except ValueError:
        return None
    at = at if zone is BEIJING else at.astimezone(BEIJING)
    return Moment(at, " ".join(match[0].split()), clock is not None)


def _hour(hour: int, half: str | None, noon: str) -> int:
    """The hour of a day, of an hour with the word for a part of the day before it, or am or pm behind it."""
    if hour < _NOON and (half in AFTER_NOON or noon == "pm"):
        return hour + _NOON
    return 0 if hour == _NOON and (half in MIDNIGHT or noon in MIDNIGHT) else hour


def _zone(written: str | None) -> timezone:
    """The zone of a time: ``+08:00``, ``-0500``, or a word for UTC; where none is written, Beijing's. Raises ValueError
    for an offset that is none: a day or more, or with sixty minutes or more."""
    if not written or written == "+08:00":
        return BEIJING
    if written.isalpha():
        return UTC
    sign, hours, minutes = -1 if written[0] == "-" else 1, int(written[1:3]), int(written[-2:])
    if minutes >= _MINUTES:
        raise ValueError(f"{written} is no offset of a zone")
    return timezone(sign * timedelta(hours=hours, minutes=minutes))


def parse_feed_date(value: object) -> datetime | None:
    """The date of a feed item or a document: RFC 822 (``Sun, 31 Jul 2022 06:13:25 GMT``), ISO 8601, any form of a page,
    or a number (seconds or thousandths of them since 1970; 20220731, 202207310613 and 20220731061325 too).

    None for a value that holds no date, or one that the calendar has no day for. A date without zone is in
    Asia/Shanghai.
    """
    try:
        return _feed_date(value)
    except (ValueError, OverflowError):
        return None


def _feed_date(value: object) -> datetime | None:
    """As :func:`parse_feed_date`; raises ValueError or OverflowError for a date that does not exist."""
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=BEIJING)).astimezone(BEIJING)
    text = str(value or "").strip()
    if (number := _NUMBER.fullmatch(text)) is not None:
        return _numbered(number[1])
    if text[:1].isalpha():
        from email.utils import parsedate_to_datetime

        at = parsedate_to_datetime(text)
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(BEIJING)
    moment = find_moment(text)
    return moment.at if moment else None


def _numbered(digits: str) -> datetime | None:
    """The time that a number writes; None for one that is neither a day nor of this age."""
    if digits.startswith(_CENTURIES) and len(digits) in _COMPACT:
        return datetime.strptime(digits, _COMPACT[len(digits)]).replace(tzinfo=BEIJING)
    if len(digits) not in _SINCE_1970:
        return None
    return datetime.fromtimestamp(int(digits) / _SINCE_1970[len(digits)], BEIJING)
