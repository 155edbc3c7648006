"""How a page was read, told step by step: asked by :meth:`newsclean.Parser.explain`, and by nothing else.

The page is parsed as ever; then the same steps are gone through again with tools that note what they do. So an
explanation costs about three times a parse, and a parse nothing of an explanation.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from typing import Protocol

from newsclean.article import Article
from newsclean.blocks import Value
from newsclean.cut.limits import tree_within
from newsclean.decode import Decoded, decode
from newsclean.decode.wayback import own_address, own_content
from newsclean.documents import read_document
from newsclean.errors import NewscleanError
from newsclean.explaining.fields import metadata_of
from newsclean.explaining.heads import provenance_of_document
from newsclean.explaining.layouts import candidates_tried, layouts_tried
from newsclean.explaining.places import places_of, places_of_article
from newsclean.explaining.provenance import provenance_of
from newsclean.explaining.values import (
    CandidateTried,
    Claim,
    Explanation,
    LayoutTried,
    PassDone,
    Picture,
    Place,
    Provenance,
    Refused,
)
from newsclean.explaining.watching import Watch
from newsclean.locate.candidates import Candidate, ranking
from newsclean.locate.headline import extract_title, headline_of
from newsclean.locate.layout import locate
from newsclean.locate.page import Characters, View, view_of
from newsclean.locate.slides import add_gallery
from newsclean.metadata.assemble import Finding, article_of, clean_body
from newsclean.metadata.judge import doubt_of
from newsclean.page import Limits, Source, address_of
from newsclean.rules import Rules
from newsclean.tree import squeezed

__all__ = [
    "CandidateTried",
    "Claim",
    "Explanation",
    "LayoutTried",
    "PassDone",
    "Picture",
    "Place",
    "Provenance",
    "Refused",
    "explained",
    "of_article",
]


_NO_BODY = ("not_html", "front_matter", "too_large", "too_deep", "too_many")
"""Kinds of errors where there is no body to show."""


class Steps(Protocol):
    """A parser that notes the bodies which it cleans."""

    found: list[Finding] | None
    limits: Limits
    rules: Rules

    def parse(
        self, source: Source, *, url: str | None = None, content_type: str | None = None
    ) -> Article: ...


class Told(Value):
    """A page to explain: its content, its address and header, None where they are not known, and the rules and limits
    it was parsed with."""

    content: bytes | str
    url: str | None
    content_type: str | None
    rules: Rules
    limits: Limits


def explained(parser: Steps, content: bytes | str, url: str | None, content_type: str | None) -> Explanation:
    """The explanation of a page; ``parser`` has parsed none before."""
    outcome: Article | NewscleanError
    try:
        outcome = parser.parse(content, url=url, content_type=content_type)
    except NewscleanError as error:
        outcome = error
    own = address_of(own_address(url) if url else url)[0]
    page = Told(own_content(content, url), own, content_type, parser.rules, parser.limits)
    return _explanation_of(page, parser.found or [], outcome)


def _explanation_of(page: Told, found: Sequence[Finding], outcome: Article | NewscleanError) -> Explanation:
    """The explanation of a page. ``found`` are the bodies that were cleaned, in their order, the last of them the
    article's where there is one; ``outcome`` is the article, or the error that the parse ended in."""
    article = outcome if isinstance(outcome, Article) else None
    refused = None if isinstance(outcome, Article) else Refused(outcome.kind, outcome.message)
    known = of_article(article) if article else Explanation(article=None, refused=refused, url=page.url)
    if article is not None and not found:
        return _of_document(page, known)
    if refused is not None and refused.kind in _NO_BODY:
        return known
    if found:
        return _of_finding(page, known, found[-1] if article is not None else found[0], found)
    view, finding = _looked_at(page)
    if finding is not None:
        return _of_finding(page, known, finding, found)
    return known.__replace__(layouts=layouts_tried(view)) if view is not None else known


def of_article(article: Article) -> Explanation:
    """What an article tells by itself, without its page: of a front-matter document, or of one that was kept."""
    told = [Provenance(field, value) for field, value in metadata_of(article)]
    return Explanation(
        article=article,
        url=article.url,
        title=article.title,
        encoding=article.encoding,
        encoding_from=article.encoding_from,
        route=article.route,
        provenance=tuple(told),
        places=places_of_article(article),
        warnings=article.warnings,
    )


def _of_document(page: Told, known: Explanation) -> Explanation:
    """The explanation of a front-matter document, whose body is cleaned as a page's is. There is no page around it."""
    decoded, watch = _decoded(page), Watch()
    rules = page.rules.reading(decoded.text)
    read = read_document(decoded, page.url, rules, [], page.limits, watch.tools)
    if read is None:
        return known
    places = places_of(watch, read.cleaned, read.blocks, read.head.url)
    claims = provenance_of_document(read.data, known.article, places) if known.article else known.provenance
    return known.__replace__(passes=tuple(watch.passes), places=places, provenance=claims)


def _of_finding(page: Told, known: Explanation, finding: Finding, found: Sequence[Finding]) -> Explanation:
    view, watch = finding.view, Watch()
    blocks, cleaned = clean_body(finding, page.limits, watch.tools)
    places = places_of(watch, cleaned, blocks, view.stem)
    article = known.article or article_of(finding, blocks, cleaned)
    decoded = finding.decoded
    return known.__replace__(
        title=article.title,
        url=article.url,
        encoding=decoded.encoding,
        encoding_from=decoded.known_from,
        route=finding.route,
        layouts=layouts_tried(view),
        candidates=_candidates(page, finding, found) if finding.at is None else (),
        passes=tuple(watch.passes),
        provenance=provenance_of(finding, article, places),
        places=places,
    )


def _looked_at(page: Told) -> tuple[View | None, Finding | None]:
    """The view of a page that was refused before a body was cleaned, and the body: that of its layout, else the
    likeliest; None where there is none."""
    decoded = _decoded(page)
    root = tree_within(decoded.text)
    if root is None:
        return None, None
    raw = Characters(decoded.text, "utf-8")
    view = view_of(page.rules.reading(decoded.text), root, page.url, raw)
    at = locate(view)
    if at is None and add_gallery(decoded.text, root):
        view = view_of(view.rules, root, page.url, raw)
        at = locate(view)
    title = extract_title(view, at)
    if at is not None:
        return view, Finding(view, at, at.body, title, decoded, "page")
    ranked, _ = ranking(decoded.text, view, title, cache(partial(headline_of, view)))
    if not ranked:
        return view, None
    return view, Finding(view, None, ranked[0].body, title, decoded, "page", ranked[0])


def _decoded(page: Told) -> Decoded:
    if isinstance(page.content, str):
        return Decoded(page.content.replace("\x00", ""), "unicode", "text")
    return decode(page.content, page.content_type)


def _candidates(page: Told, finding: Finding, found: Sequence[Finding]) -> tuple[CandidateTried, ...]:
    view = finding.view
    headline = cache(partial(headline_of, view))
    ranked, _ = ranking(finding.decoded.text, view, finding.title, headline)
    by_body = {one.body: one for one in found if one.candidate is not None and one.view is view}

    def why(candidate: Candidate) -> str | None:
        one = by_body[candidate.body]
        blocks, cleaned = clean_body(one, page.limits)
        doubt = doubt_of(one, article_of(one, blocks, cleaned), cleaned, headline)
        return squeezed(doubt.message) if doubt is not None else None

    tried = [one.candidate for one in by_body.values() if one.candidate is not None]
    return candidates_tried(view, ranked, tried, why)
