"""Pages that have yet to be pulled: a fetcher whose parsing is done by the batch's own workers.

Here lives the joining of the two, so that an address gives in a batch what it gives alone (articles of several
pages joined, other forms tried), and a page that hangs its parser is still killed. Here never lives a request.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from typing import Protocol

from newsclean.article import Article
from newsclean.batch.records import Outcome, Record
from newsclean.errors import NewscleanError
from newsclean.page import Page

__all__ = ["Ask", "OpenReader", "Parse", "Reader", "fetcher_with", "parse_by"]

Parse = Callable[[Page], Article]
Ask = Callable[[Record], Future[Outcome]]


class Reader(Protocol):
    """What pulls articles; called from several threads."""

    def read(self, url: str) -> Article:
        """The article of an address. Raises NewscleanError."""

    def close(self) -> None:
        """Let go of every connection."""


OpenReader = Callable[[Parse], Reader]


def fetcher_with(parse: Parse) -> Reader:
    """A fetcher with its default pace that leaves parsing to ``parse``."""
    from newsclean.fetch import sync

    class Pulling(sync.Fetcher):
        def parse(self, page: Page) -> Article:
            return parse(page)

    return Pulling()


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
