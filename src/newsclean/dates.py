"""Times as Sina writes them, made aware; every form seen between 2005 and 2026.

Here lives the reading of one string. Which node holds it stands in the layout table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

from newsclean.lazy_regex import Deferred

__all__ = ["BEIJING", "Moment", "find_moment", "find_moments", "parse_feed_date"]

BEIJING = timezone(timedelta(hours=8), "Asia/Shanghai")
"""The zone of every time on a Sina page. China has kept UTC+8 without summer time since 1991 (IANA tz
database, Asia/Shanghai), before the first of these pages: a fixed offset is exact and needs no zone files."""


class Moment(NamedTuple):
    """A time found in a string: the value, the words it was read from, and whether they gave a clock time."""

    at: datetime
    raw: str
    has_clock: bool


# 2019年09月11日01:53 · 2018年12月28日 19:55 · 2005.08.2605:39 (date and clock in two spans) · 2018.05.09 12:52:37
# · (2010-05-12 07:54:40) · 2019-10-23T09:05:34+08:00 · 2026/4/20 8:05 · 2016年05月25日10时10分
_MOMENT = Deferred(
    r"(?P<y>(?:19|20)\d\d)\s*[年./\-－]\s*(?P<m>\d{1,2})\s*[月./\-－]\s*(?P<d>\d{1,2})\s*日?"
    r"(?:[\sT,，　\xa0]*(?:星期.|周.)?[\sT　\xa0]*(?P<half>上午|下午|晚上?|凌晨)?\s*"
    r"(?P<H>\d{1,2})\s*[:：时点]\s*(?P<M>\d{2})"
    r"(?:\s*[:：分]\s*(?P<S>\d{2})(?:\.\d+)?)?\s*(?P<zone>Z|(?:GMT|UTC)(?!\s?[+-]\d)|[+-]\d{2}:?\d{2})?)?"
)


def find_moment(text: str) -> Moment | None:
    """The first time in a string, in Asia/Shanghai where the string names no zone; None where there is none."""
    if "20" not in text and "19" not in text:
        return None
    match = _MOMENT.search(text)
    return (_moment(match) or next(find_moments(text), None)) if match else None


def find_moments(text: str) -> Iterator[Moment]:
    """All times in a string, in their order."""
    if "20" not in text and "19" not in text:
        return
    for match in _MOMENT.finditer(text):
        moment = _moment(match)
        if moment:
            yield moment


def _moment(match: re.Match[str]) -> Moment | None:
    year, month, day, half, clock, minute, second, written = match.groups()
    hour, zone = int(clock or 0), _zone(written)
    if half in ("下午", "晚", "晚上") and hour < 12:
        hour += 12
    try:
        at = datetime(int(year), int(month), int(day), hour, int(minute or 0), int(second or 0), tzinfo=zone)
    except ValueError:
        return None
    at = at if zone is BEIJING else at.astimezone(BEIJING)
    return Moment(at, " ".join(match[0].split()), clock is not None)


def _zone(written: str | None) -> timezone:
    if not written or written == "+08:00":
        return BEIJING
    if written.isalpha():
        return UTC
    sign = -1 if written[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(written[1:3]), minutes=int(written[-2:])))


def parse_feed_date(value: object) -> datetime | None:
    """The date of a feed item: RFC 822 (``Sun, 31 Jul 2022 06:13:25 GMT``), ISO 8601, or any form of a page.

    None for a value that holds no date. A date without zone is in Asia/Shanghai.
    """
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=BEIJING)).astimezone(BEIJING)
    text = str(value or "").strip()
    if text[:1].isalpha():
        from email.utils import parsedate_to_datetime

        try:
            at = parsedate_to_datetime(text)
        except ValueError:
            return None
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(BEIJING)
    moment = find_moment(text)
    return moment.at if moment else None
