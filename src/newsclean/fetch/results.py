"""The outcome of one address in a stream of many: its article, or why there is none. An error is a value here, so that
one bad page does not end the stream.
"""

from __future__ import annotations

from newsclean.article import Article
from newsclean.blocks import Value
from newsclean.errors import NewscleanError

__all__ = ["Result"]


class Result(Value):
    """One address's outcome: exactly one of ``article`` and ``error`` is not None."""

    url: str
    article: Article | None = None
    error: NewscleanError | None = None

    @property
    def ok(self) -> bool:
        """Whether there is an article."""
        return self.error is None
