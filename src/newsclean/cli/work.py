"""What the plain form of the command does: each source becomes an article or the line of an error, in the order given.

A run without options loads this module alone and must not load click, so command lines are read elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from time import perf_counter
from typing import TYPE_CHECKING

from newsclean.blocks import Value
from newsclean.cli.streams import Output, complain, flat_and_masked, is_address, source_of, warn
from newsclean.errors import NewscleanError
from newsclean.render.naming import BETWEEN

if TYPE_CHECKING:
    from newsclean.article import Article
    from newsclean.cli.manner import Manner
    from newsclean.explaining import Explanation
    from newsclean.fetch import FetchOptions
    from newsclean.page import LimitOptions
    from newsclean.reader import Fetcher
    from newsclean.rules import Rules

__all__ = ["FORMS", "WITH_CAPTIONS", "WITH_HEAD", "Form", "Request", "account", "write"]


class Form(Value):
    """A format: how an article is written, what stands between two, and before the first. ``row`` is the writer of
    those that name the article's source."""

    write: Callable[[Article], str]
    between: str = ""
    before: str = ""
    row: Callable[[str, Article], str] | None = None

    def text(self, source: str, article: Article) -> str:
        """An article as it is written."""
        return self.write(article) if self.row is None else self.row(source, article)


FORMS: dict[str, Form] = {
    "text": Form(lambda article: article.text + "\n", BETWEEN["text"]),
    "markdown": Form(lambda article: article.markdown + "\n", BETWEEN["markdown"]),
    "html": Form(lambda article: article.html + "\n", BETWEEN["html"]),
    "json": Form(lambda article: article.to_json() + "\n"),
    "jsonl": Form(lambda article: article.to_json() + "\n"),
    "frontmatter": Form(lambda article: article.to_front_matter()),
}
WITH_HEAD = Form(lambda article: article.to_markdown(head=True), "\n")
WITH_CAPTIONS = Form(lambda article: article.to_text(captions=True) + "\n", "\n")


class Request:
    """Where pages come from, what is known about them beforehand, the rules to read them by (None: the library's
    own) and how much of a page is read. One fetcher serves all addresses. ``manner`` says how much is told of it (None:
    warnings and errors)."""

    def __init__(
        self,
        url: str | None,
        options: FetchOptions,
        rules: Rules | None = None,
        limits: LimitOptions | None = None,
        manner: Manner | None = None,
    ) -> None:
        self.limits = limits or {}
        self.manner = manner
        self.url = url
        self.options = options
        self.rules = rules
        self.fetcher: Fetcher | None = None

    def article_of(self, source: str) -> Article:
        """The article of one source. Raises NewscleanError."""
        if is_address(source):
            return self._fetcher().read(source)
        from newsclean.parser import Parser

        parser = Parser(self.rules, **self.limits)
        parser.rules.in_pieces = True
        data, url, content_type = self._page_of(source, parser.limits.max_bytes)
        return parser.parse(data, url=url, content_type=content_type)

    def explanation_of(self, source: str) -> Explanation:
        """How one source is read; of an article on several pages, the first. Raises NewscleanError for what can't be
        had."""
        from newsclean.parser import Parser

        parser = Parser(self.rules, **self.limits)
        if is_address(source):
            page = self._fetcher().get(source)
            content_type = page.headers.get("content-type")
            return parser.explain(page.content, url=page.url, content_type=content_type)
        data, url, content_type = self._page_of(source, parser.limits.max_bytes)
        return parser.explain(data, url=url, content_type=content_type)

    def _page_of(self, source: str, most: int) -> tuple[bytes, str | None, str | None]:
        """The bytes of a file or of a page saved in one, its address and its header, None where they are not known."""
        data = source_of(source, most)
        if data[:1] == b"<":
            return data, self.url, None
        from newsclean.decode.mhtml import is_mhtml, page_in

        saved = page_in(data) if is_mhtml(data) else None
        if saved is None:
            return data, self.url, None
        return saved.content, self.url or saved.url, saved.content_type

    def close(self) -> None:
        """Close the fetcher, where an address was asked for."""
        if self.fetcher is not None:
            self.fetcher.close()

    def _fetcher(self) -> Fetcher:
        if self.fetcher is None:
            from newsclean import reader

            if set(self.options) <= {"robots"} and not (self.manner and self.manner.verbose):
                self.fetcher = reader.Fetcher(rules=self.rules, limits=self.limits, **self.options)
            else:  # options were read by click, which is loaded
                self.fetcher = self._made(reader.Fetcher)
        return self.fetcher

    def _made(self, kind: type[Fetcher]) -> Fetcher:
        from newsclean.cli.opening import opened

        if self.manner is None or not self.manner.verbose:
            return opened(kind, rules=self.rules, **self.options)
        from newsclean.cli.witness import detail_of, witness

        return opened(witness(kind, detail_of(self.manner)), rules=self.rules, **self.options)


def write(sources: Sequence[str], request: Request, form: Form, output: Output, *, as_json: bool) -> int:
    """Write each article as it is ready, report each failure, and give the exit code."""
    failures: list[int] = []
    manner = request.manner
    with output, closing(request):
        for source in sources:
            began = perf_counter()
            try:
                article = request.article_of(source)
            except NewscleanError as error:
                complain(source, error, as_json=as_json)
                failures.append(error.exit_code)
                continue
            if manner is not None:
                account(source, article, perf_counter() - began, manner)
            if manner is None or not manner.quiet:
                for warning in article.warnings:
                    warn(source, warning)
            output.write(form.text(source, article), between=form.between, before=form.before)
    if len(sources) == 1:
        return failures[0] if failures else 0
    return 1 if failures else 0


def account(source: str, article: Article, seconds: float, manner: Manner) -> None:
    """Tell how a source was read, where ``--verbose`` asks for it."""
    if manner.verbose:
        say = manner.say
        told = say(
            "layout {layout}, route {route}, encoding {encoding}, confidence {confidence:.2f}, {removals} removals, "
            "{seconds:.3f} s",
            layout=article.layout,
            route=article.route,
            encoding=article.encoding,
            confidence=article.confidence,
            removals=len(article.removals),
            seconds=seconds,
        )
        manner.detail(f"newsclean: {flat_and_masked(source)}: {told}")
