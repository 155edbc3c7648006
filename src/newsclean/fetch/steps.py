"""What the generators of steps and the fetchers say to each other: what to do next, and what came of it.

A generator yields a step, is sent its answer (each class of steps says which), and returns its result. So all
decisions of a fetch are functions without I/O.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from datetime import datetime
from typing import Any, TypeAlias, TypeVar

from msgspec import field

from newsclean.blocks import Value
from newsclean.errors import FetchError
from newsclean.page import Page

__all__ = ["AskRobots", "Emit", "Failure", "Parse", "Pause", "Reply", "Send", "Step", "Steps"]


class Send(Value):
    """Send a GET when the host's turn comes, and read the body within the caps.

    ``interval`` is the least time between the starts of two requests to the host, ``seconds`` the most that
    this one may take. Of the wait for its turn ``delay`` seconds count among them: what the host's robots.txt asks
    for. Answered by :class:`Reply` or :class:`Failure`.
    """

    url: str
    headers: Mapping[str, str]
    interval: float
    seconds: float
    delay: float = 0.0


class Pause(Value):
    """Wait, and send nothing else to the host meanwhile (``""``: only wait). Answered by None."""

    seconds: float
    host: str


class AskRobots(Value):
    """Get the robots rules of an origin, from memory or from its robots.txt. Answered by ``RobotRules``."""

    origin: str


class Parse(Value):
    """Make an article of a page. Answered by the Article, or by the NewscleanError as a value."""

    page: Page


class Emit(Value):
    """Hand an item of a list to whoever iterates over it. Answered by None."""

    item: Any


class Reply(Value):
    """A server's answer, its body decompressed.

    ``headers`` has lower-case names, ``seconds`` is how long the answer took, ``connection`` has the address, tls
    and protocol it came over (empty for an answer of the cache).
    """

    url: str
    status: int
    headers: Mapping[str, str]
    content: bytes
    seconds: float
    fetched_at: datetime
    connection: Mapping[str, str] = field(default_factory=dict)
    from_cache: bool = False


class Failure(Value):
    """Why there is no answer, whether trying again may help, and the seconds it took to fail."""

    error: FetchError
    retry: bool
    seconds: float


Step: TypeAlias = Send | Pause | AskRobots | Parse | Emit
T = TypeVar("T")
Steps: TypeAlias = Generator[Step, Any, T]
"""A generator of steps that returns a T."""
