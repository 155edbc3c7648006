"""The outcome of one address in a stream of many: its article, or why there is none. An error is a value here, so that
one bad page does not end the stream.
"""

from __future__ import annotations

from msgspec.structs import force_setattr

from newsclean.article import Article
from newsclean.blocks import Value
from newsclean.errors import NewscleanError, masked

__all__ = ["Result", "failed"]


class Result(Value):
    """One address's outcome: exactly one of ``article`` and ``error`` is not None. ``url`` is the address as it was
    asked for, but for a user name and a password, which are masked."""

    url: str
    article: Article | None = None
    error: NewscleanError | None = None

    def __post_init__(self) -> None:
        force_setattr(self, "url", masked(self.url))

    @property
    def ok(self) -> bool:
        """Whether there is an article."""
        return self.error is None


def failed(address: object, error: Exception) -> Result:
    """The outcome of an address that gave no article. What is no error of newsclean's own was never meant to be raised
    (kind ``bug``); it must not cost the other addresses either. An address that is no text is shown as Python shows it.
    """
    url = address if isinstance(address, str) else repr(address)
    if not isinstance(error, NewscleanError):
        error = NewscleanError("bug", f"{type(error).__name__}: {error}", url=url)
    return Result(url, error=error)
