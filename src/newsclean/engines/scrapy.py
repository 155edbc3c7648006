"""The cleaner in Scrapy: an item pipeline that turns pages into articles.

Here lives :class:`ArticlePipeline`. Here never lives a spider: those are the user's.
"""

from __future__ import annotations

from typing import Any

from itemadapter import ItemAdapter

from newsclean.batch.rows import Row, article_row, error_row, failure_of
from newsclean.parser import parse

__all__ = ["ArticlePipeline"]


class ArticlePipeline:
    """Replaces an item that has ``html`` (``response.body``), ``url`` and, best, ``content_type`` by the
    article's row; a page that is no article becomes a row with ``error``. Other items pass as they are."""

    def process_item(self, item: Any, spider: Any = None) -> Any:
        """The row of the item's page."""
        page = ItemAdapter(item)
        return _row(page) if "html" in page else item


def _row(page: Any) -> Row:
    url = page.get("url")
    try:
        return article_row(url or "", parse(page["html"], url=url, content_type=page.get("content_type")))
    except Exception as error:  # noqa: BLE001 - one page must not stop the crawl
        return error_row(url or "", url, *failure_of(error))
