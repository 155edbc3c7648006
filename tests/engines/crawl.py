"""Runs the spider of ``spider.py`` as a program of its own, against the server whose address is the first argument."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from typing import Any

from scrapy import Request
from scrapy.crawler import CrawlerProcess

from newsclean.fetch import AsyncFetcher
from newsclean.fetch.page_steps import page_steps
from newsclean.lists import lists, walk

SERVER = sys.argv[1]


def played(url: str, options: Any, **more: Any) -> Iterator[Any]:
    """The steps to a list's answer, from the server."""
    return page_steps(f"{SERVER}/list", options, **more)


class ToServer:
    """Sends what is asked of Sina to the server."""

    def process_request(self, request: Request) -> Request | None:
        if request.url.startswith(SERVER):
            return None
        path = request.url.partition("sina.com.cn")[2]
        return request.replace(url=f"{SERVER}{path}")


if __name__ == "__main__":
    sys.path.insert(0, ".")
    walk.__dict__.update(page_steps=played)
    lists.__dict__.update(AsyncFetcher=partial(AsyncFetcher, allow_private=True, robots=False))
    from spider import NewsSpider  # type: ignore[import-not-found]

    settings = {"DOWNLOADER_MIDDLEWARES": {ToServer: 1}, "LOG_LEVEL": "WARNING"}
    process = CrawlerProcess(settings)
    process.crawl(NewsSpider)
    process.start()
