"""Fetching in a batch: a fetcher whose pages are parsed by the batch's worker processes.

So an address gives the same in a batch as alone (pages of an article joined, other forms tried), and a page that
hangs the parser is killed like any other.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace

from newsclean.article import Article
from newsclean.batch.records import Outcome, Record
from newsclean.errors import NewscleanError
from newsclean.page import Page

if TYPE_CHECKING:
    from newsclean.fetch import FetchOptions

__all__ = ["Ask", "OpenReader", "Parse", "Reader", "fetcher_with", "parse_by", "reader_with"]

Parse = Callable[[Page], Article]
Ask = Callable[[Record], Future[Outcome]]


class Reader(Protocol):
    """What gets articles from addresses; called from several threads."""

    def read(self, url: str) -> Article:
        """The article of an address. Raises NewscleanError."""

    def close(self) -> None:
        """Let go of every connection."""


OpenReader = Callable[[Parse], Reader]


def reader_with(options: FetchOptions) -> OpenReader:
    """What makes a fetcher with these options that leaves parsing to the batch."""

    def opened(parse: Parse) -> Reader:
        from newsclean.fetch import sync

        class Pulling(sync.Fetcher):
            def parse(self, page: Page) -> Article:
                return parse(page)

        return Pulling(**options)

    return opened


def fetcher_with(parse: Parse) -> Reader:
    """A fetcher with its default options that leaves parsing to ``parse``."""
    return reader_with({})(parse)


def parse_by(ask: Ask) -> Parse:
    """A parser that hands the page to a worker, by ``ask``, and waits for the article."""

    def parse(page: Page) -> Article:
        sent = page.headers.get("content-type")
        address = page.url or ""
        outcome = ask(Record(input=address, url=page.url, content=page.content, content_type=sent)).result()
        if outcome.error is not None:
            raise NewscleanError(
                outcome.error, json.loads(outcome.payload.data)["error"]["message"], url=page.url
            )
        article: Article = pickle.loads(outcome.payload.data)  # noqa: S301 - written by our own worker
        return replace(article, warnings=(*page.notes, *article.warnings))

    return parse
