"""Fetchers that make articles: those of newsclean.fetch, which know no parser, with the parser put in."""

from __future__ import annotations

from typing import Unpack

from newsclean.article import Article
from newsclean.fetch import AsyncFetcher as AsyncPageFetcher
from newsclean.fetch import Fetcher as PageFetcher
from newsclean.fetch import FetchOptions
from newsclean.page import Page
from newsclean.parser import parse_page

__all__ = ["AsyncFetcher", "Fetcher", "read"]


class Fetcher(PageFetcher):
    __doc__ = PageFetcher.__doc__

    def parse(self, page: Page) -> Article:
        return parse_page(page)


class AsyncFetcher(AsyncPageFetcher):
    __doc__ = AsyncPageFetcher.__doc__

    def parse(self, page: Page) -> Article:
        return parse_page(page)


def read(url: str, **options: Unpack[FetchOptions]) -> Article:
    """The article of an address: fetched, parsed, its pages joined.

    Takes the keywords of :class:`~newsclean.fetch.options.Options`. Whoever reads more than one page makes a
    :class:`Fetcher`, which keeps connections, turns and robots rules. Raises FetchError, NotAnArticle, NoBody,
    InputError.
    """
    with Fetcher(**options) as fetcher:
        return fetcher.read(url)
