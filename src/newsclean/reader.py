"""An address read in one call."""

from __future__ import annotations

from typing import Unpack

from newsclean.article import Article
from newsclean.errors import refuse_unknown
from newsclean.fetch import AsyncFetcher, Fetcher, FetchOptions
from newsclean.rules.given import Given

__all__ = ["AsyncFetcher", "Fetcher", "read"]


def read(url: str, *, rules: Given | None = None, **options: Unpack[FetchOptions]) -> Article:
    """The article of an address: fetched, parsed, its pages joined.

    Takes the keywords of :class:`~newsclean.fetch.options.Options`, and ``rules`` as a :class:`Fetcher` does. Whoever
    reads more than one page makes a :class:`Fetcher`, which keeps connections, turns and robots rules. Raises
    FetchError, NotAnArticle, NoBody, InputError, RulesError.
    """
    refuse_unknown("read", options, FetchOptions.__annotations__, "rules")
    with Fetcher(rules=rules, **options) as fetcher:
        return fetcher.read(url)
