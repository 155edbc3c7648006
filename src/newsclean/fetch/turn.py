"""A request's turn at its host: the waits before it may be sent, and how much of them the fetch has to pay for.

Waiting for a host's turn is free, for it only says how many pages are wanted of the host at once. What robots.txt asks
for between two requests (``Send.delay``) is paid: a fetch whose seconds don't reach for it ends at once.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

from msgspec.structs import replace

from newsclean.errors import FetchError
from newsclean.fetch.rate import Pace
from newsclean.fetch.steps import Failure, Reply, Send

__all__ = ["Turn"]


class Turn:
    """Iterate over it to get the waits, in seconds, each to be waited before the next is asked for. When they are
    over, ``refused`` says why the request must not be sent; None: it may."""

    def __init__(self, pace: Pace, step: Send) -> None:
        self._pace = pace
        self._step = step
        self.host = urlsplit(step.url).hostname or ""
        self.paid = 0.0
        self.refused: Failure | None = None

    def __iter__(self) -> Iterator[float]:
        while True:
            left, delay = self._step.seconds - self.paid, self._step.delay - self.paid
            most = left if delay >= left else math.inf
            wait = self._pace.reserve(self.host, self._step.interval, time.monotonic(), most)
            if wait >= most:
                self.refused = self._too_late(left)
                return
            yield wait
            self.paid += max(0.0, min(wait, delay))
            held = self._pace.held(self.host, time.monotonic())
            if not held:
                return
            yield held

    @property
    def send(self) -> Send:
        """The request with the seconds that are left to it."""
        return replace(self._step, seconds=self._step.seconds - self.paid) if self.paid else self._step

    def told(self, answer: Reply | Failure) -> Reply | Failure:
        """The answer, with the paid seconds among its own."""
        return replace(answer, seconds=answer.seconds + self.paid) if self.paid else answer

    def _too_late(self, left: float) -> Failure:
        why = (
            f"robots.txt of {self.host} asks for {self._step.delay:,g} s between two requests, "
            f"more than the {max(left, 0.0):.1f} s left"
        )
        return Failure(FetchError("timeout", why, url=self._step.url), retry=False, seconds=self.paid)
