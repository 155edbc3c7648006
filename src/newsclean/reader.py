"""Fetchers that make articles: those of newsclean.fetch, which know no parser, with the parser put in."""

from __future__ import annotations

from typing import Unpack

from newsclean.article import Article
from newsclean.fetch import AsyncFetcher as AsyncPageFetcher
from newsclean.fetch import Fetcher as PageFetcher
from newsclean.fetch import FetchOptions
from newsclean.page import LimitOptions, Page
from newsclean.parser import Parser, default_parser
from newsclean.rules.given import Given, book_of

__all__ = ["AsyncFetcher", "Fetcher", "read"]

_RULES = """
    ``rules`` are rules of your own, asked before the library's: a whole book, rows, the path of a TOML file or the
    name of installed ones (None: the library's book alone). Raises RulesError for those that cannot be used.
    ``limits`` holds ``max_bytes``, ``max_depth`` and ``max_nodes`` as :class:`newsclean.Parser` has them: they are for
    parsing, beside the fetcher's own ``max_bytes`` and ``max_decoded_bytes``.
    """


class Fetcher(PageFetcher):
    __doc__ = f"{PageFetcher.__doc__}{_RULES}"

    def __init__(
        self,
        *,
        rules: Given | None = None,
        limits: LimitOptions | None = None,
        **options: Unpack[FetchOptions],
    ) -> None:
        self._parser = _parser_of(rules, limits)
        super().__init__(**options)

    def parse(self, page: Page) -> Article:
        return self._parser.parse_page(page)


class AsyncFetcher(AsyncPageFetcher):
    __doc__ = f"{AsyncPageFetcher.__doc__}{_RULES}"

    def __init__(
        self,
        *,
        rules: Given | None = None,
        limits: LimitOptions | None = None,
        **options: Unpack[FetchOptions],
    ) -> None:
        self._parser = _parser_of(rules, limits)
        super().__init__(**options)

    def parse(self, page: Page) -> Article:
        return self._parser.parse_page(page)


def _parser_of(rules: Given | None, limits: LimitOptions | None) -> Parser:
    return default_parser() if rules is None and not limits else Parser(book_of(rules), **(limits or {}))


def read(url: str, *, rules: Given | None = None, **options: Unpack[FetchOptions]) -> Article:
    """The article of an address: fetched, parsed, its pages joined.

    Takes the keywords of :class:`~newsclean.fetch.options.Options`, and ``rules`` as a :class:`Fetcher` does. Whoever
    reads more than one page makes a :class:`Fetcher`, which keeps connections, turns and robots rules. Raises
    FetchError, NotAnArticle, NoBody, InputError, RulesError.
    """
    with Fetcher(rules=rules, **options) as fetcher:
        return fetcher.read(url)
