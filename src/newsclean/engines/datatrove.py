"""The cleaner as datatrove's extractor, in the place of its Trafilatura. Pages that are no articles are counted by the
kind of their error.
"""

from __future__ import annotations

from typing import Any, Unpack

from datatrove.data import DocumentsPipeline
from datatrove.pipeline.extractors.base import BaseExtractor, ExtractorSandbox

from newsclean.batch.rows import failure_of
from newsclean.page import LimitOptions, limits_of
from newsclean.parser import Parser
from newsclean.rules.given import Given, book_of

__all__ = ["ArticleExtractor"]

# What of an article goes into a document's metadata, where the page has it.
KEYS = ("title", "doc_id", "published_at", "source", "authors", "channel", "keywords", "layout", "confidence")


class ArticleExtractor(BaseExtractor):  # type: ignore[misc]
    """Puts the article's text in the place of the page, and its metadata into the document's. Documents that
    give no article are dropped and counted by kind. ``timeout`` is in seconds a page. ``rules`` are rules of your
    own, asked before the library's: a whole book, rows, the path of a TOML file or the name of installed ones.
    ``limits`` are ``max_bytes``, ``max_depth`` and ``max_nodes`` as :class:`newsclean.Parser` has them."""

    name = "📰 newsclean"

    def __init__(
        self, timeout: float = 10, rules: Given | None = None, **limits: Unpack[LimitOptions]
    ) -> None:
        limits_of("ArticleExtractor", limits, "timeout", "rules")
        super().__init__(timeout)
        self.parser = Parser(book_of(rules), **limits)

    def extract(self, text: str, url: str | None = None) -> Any:
        """The article as a dictionary, or its failure as (kind, message): the sandbox ends on exceptions."""
        try:
            return self.parser.parse(text, url=url).to_dict()
        except Exception as error:  # noqa: BLE001 - it is returned, and counted
            return failure_of(error)

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """The documents that are articles; a page that hangs or kills its sandbox costs itself alone."""
        with ExtractorSandbox(timeout=self.timeout) as sandbox:
            for document in data:
                page = (document.text, document.metadata.get("url"))
                try:
                    found = sandbox.process_document(page, self.extract)
                except (TimeoutError, EOFError) as error:
                    found = ("page_timeout" if isinstance(error, TimeoutError) else "worker_died", "")
                if isinstance(found, tuple):
                    self.stat_update("total", f"dropped_{found[0]}")
                    continue
                self.stat_update("total", "forwarded")
                document.text = found["text"]
                document.metadata.update({key: found[key] for key in KEYS if found[key] is not None})
                yield document
