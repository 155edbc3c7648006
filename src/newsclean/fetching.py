"""Fetchers that make articles: the door of ``newsclean.fetch`` with the parser behind it.

Here live two subclasses of one line each. Here never lives anything else.
"""

from __future__ import annotations

from newsclean.fetch import AsyncFetcher as AsyncPageFetcher
from newsclean.fetch import Fetcher as PageFetcher
from newsclean.models import Article, Page
from newsclean.pipeline import parse_page

__all__ = ["AsyncFetcher", "Fetcher"]


class Fetcher(PageFetcher):
    __doc__ = PageFetcher.__doc__

    def parse(self, page: Page) -> Article:
        return parse_page(page)


class AsyncFetcher(AsyncPageFetcher):
    __doc__ = AsyncPageFetcher.__doc__

    def parse(self, page: Page) -> Article:
        return parse_page(page)
