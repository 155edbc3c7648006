"""From an address to its article: the page fetched, parsed, replaced by its other form, joined with its
further pages.

Here live generators like the policy's; parsing is a step that the driver takes. Here never lives a parser.
"""

from __future__ import annotations

from dataclasses import replace

from newsclean.article import Article
from newsclean.errors import NewscleanError
from newsclean.fetch.options import Options
from newsclean.fetch.page_steps import page_steps
from newsclean.fetch.redirects import further_pages, other_form
from newsclean.fetch.steps import Parse, Steps
from newsclean.page import Page

__all__ = ["read_steps"]

_NOTHING_THERE = frozenset({"removed", "empty", "no_body", "redirect_page"})


def read_steps(url: str, options: Options) -> Steps[Article]:
    """Get the article of an address.

    A page that is gone by its words (a "not found" of status 200, an empty page, one without a body) is
    replaced by the mobile or desktop form it names; the pages of an article of several are joined. What was
    done instead of the plain thing stands in ``warnings``. Raises FetchError, NotAnArticle, NoBody,
    InputError.
    """
    page = yield from page_steps(url, options)
    outcome: Article | NewscleanError = yield Parse(page)
    if isinstance(outcome, NewscleanError):
        return (yield from _by_other_form(page, outcome, options))
    return (yield from _joined(page, outcome, options))


def _by_other_form(page: Page, error: NewscleanError, options: Options) -> Steps[Article]:
    here = page.url or ""
    other = other_form(page.content, here) if error.kind in _NOTHING_THERE else None
    if other is None:
        raise error
    try:
        second = yield from page_steps(other, options)
    except NewscleanError:
        raise error from None  # the first page's error is the one that tells what the reader asked about
    outcome: Article | NewscleanError = yield Parse(second)
    if isinstance(outcome, NewscleanError):
        raise error
    note = f"{here} holds no article ({error.kind}); {other} was read in its place"
    return replace(outcome, warnings=(note, *outcome.warnings))


def _joined(page: Page, article: Article, options: Options) -> Steps[Article]:
    addresses = further_pages(page)
    for number, url in enumerate(addresses, 2):
        try:
            further = yield from page_steps(url, options)
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
    """The article with a further page's body at its end; what was said of a page once is not said again."""
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
