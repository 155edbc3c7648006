"""The cleaner in Scrapy: an item pipeline that turns pages into articles. Spiders are the user's own."""

from __future__ import annotations

from typing import Any, Self, Unpack

from itemadapter import ItemAdapter

from newsclean.batch.rows import Row, article_row, error_row, failure_of
from newsclean.page import LimitOptions
from newsclean.parser import Parser
from newsclean.rules.given import Given, book_of

__all__ = ["ArticlePipeline"]


class ArticlePipeline:
    """Replaces an item that has ``html`` (``response.body``), ``url`` and, best, ``content_type`` by the
    article's row; a page that is no article becomes a row with ``error``. Other items pass as they are.

    ``rules`` are rules of your own, asked before the library's: a whole book, rows, the path of a TOML file or the
    name of installed ones. A crawl names them in its setting ``NEWSCLEAN_RULES``. ``limits`` are ``max_bytes``,
    ``max_depth`` and ``max_nodes`` as :class:`newsclean.Parser` has them; their setting is ``NEWSCLEAN_LIMITS``."""

    def __init__(self, rules: Given | None = None, **limits: Unpack[LimitOptions]) -> None:
        self._parser = Parser(book_of(rules), **limits)

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:
        """The pipeline with the rules and limits that the crawl's settings name. Raises RulesError, which ends
        it."""
        settings = crawler.settings
        return cls(settings.get("NEWSCLEAN_RULES"), **(settings.get("NEWSCLEAN_LIMITS") or {}))

    def process_item(self, item: Any, spider: Any = None) -> Any:
        """The row of the item's page."""
        page = ItemAdapter(item)
        return self._row(page) if "html" in page else item

    def _row(self, page: Any) -> Row:
        url = page.get("url")
        try:
            article = self._parser.parse(page["html"], url=url, content_type=page.get("content_type"))
            return article_row(url or "", article)
        except Exception as error:  # noqa: BLE001 - one page must not stop the crawl
            return error_row(url or "", url, *failure_of(error))
