"""From an address to its article: the page is fetched and parsed, replaced by its mobile or desktop form where it is
gone, and joined with its further pages.

Like page_steps.py these generators decide and do no I/O. Parsing is a step that the fetcher carries out, so that
nothing here depends on a parser.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from msgspec.structs import replace

from newsclean.article import Article
from newsclean.errors import NewscleanError
from newsclean.fetch.options import Options
from newsclean.fetch.page_steps import home_of, page_steps
from newsclean.fetch.redirects import further_pages, other_form
from newsclean.fetch.steps import Parse, Steps
from newsclean.page import Page

__all__ = ["read_steps"]

Get: TypeAlias = Callable[[str], Steps[Page]]

# Errors of a page that was answered with status 200 and holds nothing: its other form may still have the article.
_NOTHING_THERE = frozenset({"removed", "empty", "no_body", "redirect_page"})


def read_steps(url: str, options: Options) -> Steps[Article]:
    """Get the article of an address.

    A page that says it is gone (a "not found" of status 200, an empty page, one without a body) is replaced by
    the mobile or desktop form that it names. Where an article has several pages, they are joined. ``warnings``
    says which of this was done. Raises FetchError, NotAnArticle, NoBody, InputError.
    """
    page = yield from page_steps(url, options)
    further = partial(page_steps, options=options, home=home_of(url))
    outcome: Article | NewscleanError = yield Parse(page)
    if isinstance(outcome, NewscleanError):
        return (yield from _by_other_form(page, outcome, further))
    return (yield from _joined(page, outcome, further))


def _by_other_form(page: Page, error: NewscleanError, get: Get) -> Steps[Article]:
    here = page.url or ""
    other = other_form(page.content, here) if error.kind in _NOTHING_THERE else None
    if other is None:
        raise error
    try:
        second = yield from get(other)
    except NewscleanError:
        raise error from None  # the error of the page that was asked for says more than that of the other form
    outcome: Article | NewscleanError = yield Parse(second)
    if isinstance(outcome, NewscleanError):
        raise error
    note = f"{here} holds no article ({error.kind}); {other} was read in its place"
    return replace(outcome, warnings=(note, *outcome.warnings))


def _joined(page: Page, article: Article, get: Get) -> Steps[Article]:
    addresses = further_pages(page)
    for number, url in enumerate(addresses, 2):
        try:
            further = yield from get(url)
            outcome: Article | NewscleanError = yield Parse(further)
            if isinstance(outcome, NewscleanError):
                raise outcome
        except NewscleanError as error:
            note = f"page {number} of {len(addresses) + 1} is missing ({error.kind}): {url}"
            article = replace(article, warnings=(*article.warnings, note))
            continue
        article = _with_page(article, outcome)
    if addresses:
        article = replace(article, warnings=(*article.warnings, f"joined from {len(addresses) + 1} pages"))
    return article


def _with_page(article: Article, further: Article) -> Article:
    """The article with a further page's body at its end; a warning that both pages have stands once."""
    new = [warning for warning in further.warnings if warning not in article.warnings]
    return replace(
        article,
        blocks=article.blocks + further.blocks,
        removals=article.removals + further.removals,
        symbols=tuple(dict.fromkeys(article.symbols + further.symbols)),
        related=tuple(dict.fromkeys(article.related + further.related)),
        editor=article.editor or further.editor,
        confidence=min(article.confidence, further.confidence),
        warnings=(*article.warnings, *new),
    )
