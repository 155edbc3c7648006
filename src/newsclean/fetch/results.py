"""The outcome of one address in a stream of many: its article, or why there is none. An error is a value here, so that
one bad page does not end the stream.
"""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from msgspec.structs import force_setattr

from newsclean.article import Article
from newsclean.blocks import Value
from newsclean.errors import NewscleanError, masked

__all__ = ["Failed", "Read", "Result", "failed"]


class _Outcome(Value):
    """What every outcome has."""

    url: str
    """The address as it was asked for, but for a user name and a password, which are masked."""

    def __post_init__(self) -> None:
        force_setattr(self, "url", masked(self.url))


class Read(_Outcome):
    """The outcome of an address that gave an article."""

    article: Article
    """The article."""
    ok: ClassVar[Literal[True]] = True
    error: ClassVar[None] = None


class Failed(_Outcome):
    """The outcome of an address that gave no article."""

    error: NewscleanError
    """Why there is none."""
    ok: ClassVar[Literal[False]] = False
    article: ClassVar[None] = None


Result: TypeAlias = Read | Failed
"""One address's outcome. Both have ``url``, ``ok``, ``article`` and ``error``, and exactly one of the last two is not
None; ``ok``, ``article is None`` and ``error is None`` tell a type checker which of them it is."""


def failed(address: object, error: Exception) -> Failed:
    """The outcome of an address that gave no article. What is no error of newsclean's own was never meant to be raised
    (kind ``bug``); it must not cost the other addresses either. An address that is no text is shown as Python shows it.
    """
    url = address if isinstance(address, str) else repr(address)
    if not isinstance(error, NewscleanError):
        error = NewscleanError("bug", f"{type(error).__name__}: {error}", url=url)
    return Failed(url, error)
