"""Whether what was found, cleaned and put together is an article at all.

A sure layout is asked only whether its body says that the article is gone. Where no layout is sure, the text is doubted
(locate/doubts.py), unless the page agrees with itself: it shows a headline outside links, its title says it, and the
text says it again in part. Then it is an article, however many links stand around it.
"""

from __future__ import annotations

from newsclean.article import Article
from newsclean.clean import Cleaned
from newsclean.locate.candidates import Headline
from newsclean.locate.doubts import refuse_links, refuse_unlocated
from newsclean.locate.headline import shown_headline
from newsclean.locate.refuse import Refusal, raise_for, refuse_gone
from newsclean.locate.weights import said_share
from newsclean.metadata.assemble import Finding, text_of

__all__ = ["doubt_of", "given", "sure"]

_AGREED = 0.25
"""The share of a headline's pairs of characters that its text says again, at least: on pages read, articles say .29 to
1, and lists and fronts, whose links are not counted, hardly any."""


def doubt_of(found: Finding, article: Article, cleaned: Cleaned, headline: Headline | None) -> Refusal | None:
    """Why what was found is no article; None for an article. ``headline`` gives the page's headline."""
    view, at = found.view, found.at
    if at is None:
        timed = article.published_at is not None
        told = found.told and timed and bool(article.blocks)
        agreed = _is_agreed(found, cleaned)
        return refuse_unlocated(
            view,
            text_of(cleaned, told=told),
            headline or (lambda: None),
            timed=timed,
            told=told,
            agreed=agreed,
        )
    gone = refuse_gone(view.rules, [piece.text for piece in cleaned.pieces])
    if gone is not None or at.proven or not view.title:  # a container cut out of its page has no title
        return gone
    return refuse_links(text_of(cleaned))


def _is_agreed(found: Finding, cleaned: Cleaned) -> bool:
    shown = shown_headline(found.view)
    if shown is None:
        return False
    return said_share(shown, [piece.text for piece in cleaned.pieces if not piece.linked]) >= _AGREED


def given(finished: Article | Refusal | None, url: str | None) -> Article | None:
    """What was finished, a refusal raised as NotAnArticle."""
    if isinstance(finished, Refusal):
        raise_for(finished, url)
        return None
    return finished


def sure(finished: Article | Refusal | None) -> Article | None:
    """What was finished where it is an article: else the page is read otherwise."""
    return finished if isinstance(finished, Article) else None
