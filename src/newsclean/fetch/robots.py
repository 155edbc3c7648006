"""robots.txt as RFC 9309 has it: what an answer for it allows, and for how long it is remembered.

The request is made by ``robots_steps`` in page_steps.py; here are the rules that its answer means and a memory of
them by origin.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from protego import Protego

from newsclean.blocks import Value
from newsclean.errors import FetchError
from newsclean.fetch.steps import Reply

__all__ = ["RobotRules", "RobotsMemory", "origin_of", "robots_url", "rules_from", "unreachable"]

_MOST_BYTES = 512_000  # of a robots.txt that are read: RFC 9309 (2.5) asks for 500 KiB at least
_DAY = 86_400.0  # seconds for which rules hold: RFC 9309 (2.4) allows 24 hours at most
_SOON = 600.0  # seconds after which an origin whose robots.txt was out of reach is asked again


class RobotRules(Value):
    """What one origin allows.

    ``said`` is a line for reports; ``lifetime`` is in seconds; ``error`` is why robots.txt could not be had, in
    which case nothing is allowed.
    """

    said: str
    lifetime: float = _DAY
    error: FetchError | None = None
    parsed: Any = None  # protego's rules; None: all is allowed, or nothing where there is an error

    def allows(self, url: str, agent: str) -> bool:
        """Whether the address may be asked for by a crawler of that name."""
        if self.parsed is None:
            return self.error is None
        return bool(self.parsed.can_fetch(url, agent))

    def delay(self, agent: str) -> float:
        """The seconds between two requests that the origin asks for, however many; 0 where it does not."""
        asked = float(self.parsed.crawl_delay(agent) or 0.0) if self.parsed is not None else 0.0
        return asked if asked > 0 else 0.0  # "nan" is read as a number too


def origin_of(url: str) -> str:
    """Scheme, host and port of an address: one robots.txt holds for all addresses that share them."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"


def robots_url(origin: str) -> str:
    """Where an origin keeps its robots.txt."""
    return f"{origin}/robots.txt"


def rules_from(reply: Reply) -> RobotRules:
    """The rules that an answer for robots.txt means, its redirects followed (RFC 9309, 2.3.1)."""
    if reply.status >= 500:
        error = FetchError("robots", f"robots.txt is answered with status {reply.status}", url=reply.url)
        return unreachable(error)
    if reply.status != 200:
        return RobotRules(f"there is no robots.txt (status {reply.status}): all is allowed")
    text = reply.content[:_MOST_BYTES].decode("utf-8-sig", "replace")
    return RobotRules(f"robots.txt of {len(reply.content):,} bytes was read", parsed=Protego.parse(text))


def unreachable(error: FetchError) -> RobotRules:
    """The rules of an origin whose robots.txt is out of reach: nothing is allowed, until it is asked again soon."""
    return RobotRules(f"robots.txt is out of reach ({error.message}): nothing is allowed", _SOON, error)


class RobotsMemory:
    """Remembers the rules of each origin for their lifetime. Times are seconds of a monotonic clock."""

    def __init__(self) -> None:
        self._rules: dict[str, tuple[float, RobotRules]] = {}

    def get(self, origin: str, now: float) -> RobotRules | None:
        """The rules of an origin; None where none are remembered, or their lifetime is over."""
        until, rules = self._rules.get(origin, (0.0, None))
        return rules if now < until else None

    def put(self, origin: str, rules: RobotRules, now: float) -> None:
        """Remember rules for their lifetime."""
        self._rules[origin] = (now + rules.lifetime, rules)
