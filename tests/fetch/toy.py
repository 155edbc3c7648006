"""Fetchers with a parser of a few lines, for tests of fetching that need articles but not the real parser: the title is
what stands in ``h1``, the blocks are what stands in ``p``.
"""

from __future__ import annotations

import re

from newsclean.article import Article
from newsclean.blocks import Paragraph, Run
from newsclean.errors import NotAnArticle
from newsclean.fetch import AsyncFetcher as AsyncPageFetcher
from newsclean.fetch import Fetcher as PageFetcher
from newsclean.page import Page


def parse(page: Page) -> Article:
    text = page.content.decode()
    if "页面没有找到" in text:
        raise NotAnArticle("removed", "it says so itself", url=page.url)
    paragraphs = re.findall(r"<p>(.*?)</p>", text)
    if not paragraphs:
        raise NotAnArticle("empty", "there is nothing", url=page.url)
    title = re.search(r"<h1>(.*?)</h1>", text)
    blocks = tuple(Paragraph((Run(line),)) for line in paragraphs)
    return Article(
        title=title[1] if title else None,
        blocks=blocks,
        layout="toy",
        url=page.url,
        warnings=page.notes,
        confidence=1.0,
    )


class Fetcher(PageFetcher):
    def parse(self, page: Page) -> Article:
        return parse(page)


class AsyncFetcher(AsyncPageFetcher):
    def parse(self, page: Page) -> Article:
        return parse(page)
