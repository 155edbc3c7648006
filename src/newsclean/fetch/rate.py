"""When the next request to a host may start, and how long to wait before trying again.

These are computations over seconds that the caller measures. Without a clock and a sleep of its own, one
:class:`Pace` serves threads and tasks alike, and tests give it any time they like.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from random import uniform

__all__ = ["MOST_SECONDS", "Pace", "backoff", "retry_after"]

MOST_SECONDS = 31_536_000.0
"""A year: no wait and no limit is longer. Much larger numbers overflow in the clocks and sockets below."""

_LONGEST = 20.0
"""Seconds: no wait before another attempt is longer."""


class Pace:
    """Hands out turns to send to each host, at least one interval apart."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._next: dict[str, float] = {}
        self._held: dict[str, float] = {}

    def reserve(self, host: str, interval: float, now: float, most: float = math.inf) -> float:
        """Take the host's next turn; the seconds until it comes. A turn that is ``most`` seconds away or more is
        not taken."""
        with self._lock:
            turn = max(now, self._next.get(host, 0.0), self._held.get(host, 0.0))
            if turn - now < most:
                self._next[host] = turn + interval
        return turn - now

    def hold(self, host: str, until: float) -> None:
        """Hand out no turn of the host before this time, since it asked to be left alone."""
        with self._lock:
            self._held[host] = max(until, self._held.get(host, 0.0))

    def held(self, host: str, now: float) -> float:
        """The seconds for which the host is still held; 0 where it is not."""
        with self._lock:
            return max(0.0, self._held.get(host, 0.0) - now)


def backoff(attempt: int) -> float:
    """Seconds to wait after the attempt of that number (1 is the first) has failed: at random up to 2ⁿ⁻¹ ("full
    jitter"), so that callers that failed together do not all come back at once."""
    return uniform(0.0, min(_LONGEST, 2.0 ** min(attempt - 1, 10)))  # noqa: S311  # nobody gains by guessing it


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """The seconds to wait that a Retry-After header asks for, as a number or a date (RFC 9110, 10.2.3); None where
    there is none in either form. Never more than :data:`MOST_SECONDS`."""
    value = headers.get("retry-after", "").strip()
    if value.isdecimal():
        return min(float(value), MOST_SECONDS)
    try:
        moment = parsedate_to_datetime(value)
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        seconds = (aware - now).total_seconds()
    except (
        ValueError,
        OverflowError,
        TypeError,
        IndexError,
    ):  # the last two are bugs of email.utils, for odd text
        return None
    return min(max(0.0, seconds), MOST_SECONDS)
