"""The cleaner in Scrapy: an item pipeline that turns pages into articles. Spiders are the user's own."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Any, Self, Unpack

from itemadapter import ItemAdapter

from newsclean.batch.rows import NAMES, Row, article_row, error_row, failure_of, kept_names
from newsclean.engines.passing import READ
from newsclean.page import LimitOptions, limits_of
from newsclean.parser import Parser
from newsclean.rules.given import Given, book_of

__all__ = ["ArticlePipeline"]


class ArticlePipeline:
    """Replaces an item that has ``html`` (``response.body``), ``url`` and, best, ``content_type`` by the
    article's row, and beside it whatever else the item holds; a page that is no article becomes a row with ``error``.
    Other items pass as they are. Pages are parsed in threads, so that the crawl goes on meanwhile; that takes asyncio's
    reactor, which is Scrapy's default.

    ``keep`` names the fields that pass through (None: all but those that are read); one that an article has too comes
    out as ``input_NAME``. A crawl names them in its setting ``NEWSCLEAN_KEEP``.

    ``rules`` are rules of your own, asked before the library's: a whole book, rows, the path of a TOML file or the
    name of installed ones. A crawl names them in its setting ``NEWSCLEAN_RULES``. ``limits`` are ``max_bytes``,
    ``max_depth`` and ``max_nodes`` as :class:`newsclean.Parser` has them; their setting is ``NEWSCLEAN_LIMITS``."""

    def __init__(
        self, rules: Given | None = None, keep: Iterable[str] | None = None, **limits: Unpack[LimitOptions]
    ) -> None:
        limits_of("ArticlePipeline", limits, "rules", "keep")
        self._parser = Parser(book_of(rules), **limits)
        self._keep = None if keep is None else [*keep]

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:
        """The pipeline with the rules and limits that the crawl's settings name. Raises RulesError, which ends
        it."""
        settings = crawler.settings
        return cls(
            settings.get("NEWSCLEAN_RULES"),
            settings.get("NEWSCLEAN_KEEP"),
            **(settings.get("NEWSCLEAN_LIMITS") or {}),
        )

    async def process_item(self, item: Any, spider: Any = None) -> Any:
        """The row of the item's page."""
        page = ItemAdapter(item)
        if "html" not in page:
            return item
        row = await asyncio.to_thread(self._row, page)
        wanted = [name for name in page if name not in READ] if self._keep is None else self._keep
        kept = kept_names([name for name in wanted if name in page], NAMES)
        return row | {called: page[name] for name, called in kept.items()}

    def _row(self, page: Any) -> Row:
        url = page.get("url")
        try:
            article = self._parser.parse(page["html"], url=url, content_type=page.get("content_type"))
            return article_row(url or "", article)
        except Exception as error:  # noqa: BLE001 - one page must not stop the crawl
            return error_row(url or "", url, *failure_of(error))
