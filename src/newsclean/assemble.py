"""The article put together from what was found and what was cleaned: every field from its own room.

Here lives the filling in of an Article, for pages and for front-matter documents. Here never lives the
finding or the cleaning itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from newsclean.clean import Captured, Cleaned, merged
from newsclean.encoding import Decoded
from newsclean.extract import confidence, metadata
from newsclean.extract.bylines import authors_of, clean_editor, clean_source
from newsclean.extract.dates import Moment, find_moment
from newsclean.extract.document import Head
from newsclean.extract.locate import Located
from newsclean.extract.view import View
from newsclean.models import Article, Block, Evidence, Link

if TYPE_CHECKING:
    from newsclean.clean.pieces import Piece

__all__ = ["WEAK_LAYOUTS", "Finding", "article_of", "article_of_document", "lines_of"]

WEAK_LAYOUTS = frozenset({"bare", "subsite"})
"""Layouts whose container alone proves little: the signs of a page that is no article still count."""


class Finding(NamedTuple):
    """What was found before cleaning: the view of the page, its layout, its body and title, and by which route."""

    view: View
    at: Located | None
    body: Any
    title: str | None
    decoded: Decoded
    route: Literal["window", "page"]


def article_of(found: Finding, blocks: tuple[Block, ...], cleaned: Cleaned) -> Article:
    """The article of a page."""
    view, at, decoded, captured = found.view, found.at, found.decoded, cleaned.captured
    published, modified = _times(found, captured)
    credit = _credit(found, cleaned)
    evidence = _page_evidence(found, cleaned, published is not None)
    return Article(
        title=found.title,
        blocks=blocks,
        layout=at.layout.name if at else "readability",
        kind=at.layout.kind if at else "article",
        url=view.url or view.base,
        doc_id=metadata.extract_doc_id(view, at),
        original_title=_first(captured.original_title),
        published_at=published.at if published else None,
        modified_at=modified.at if modified else None,
        published_raw=published.raw if published else None,
        source=credit.source,
        source_url=credit.source_url,
        authors=credit.authors,
        editor=_first(map(clean_editor, captured.editor)) or metadata.extract_editor(view, at),
        keywords=metadata.extract_keywords(view, at, found.title),
        channel=metadata.extract_channel(view, at),
        description=view.meta("description", "og:description"),
        lead_image=metadata.extract_lead_image(view),
        symbols=merged(captured.symbols),
        related=tuple([Link(*pair) for pair in dict.fromkeys(captured.related)]),
        comment_id=metadata.extract_comment_id(view),
        mobile_url=metadata.extract_mobile_url(view),
        encoding=decoded.encoding,
        encoding_from=decoded.known_from,
        route=found.route,
        removals=cleaned.removals,
        confidence=confidence.score(evidence),
        evidence=evidence,
        warnings=(*decoded.warnings, *view.notes),
    )


class Credit(NamedTuple):
    """Who published it, where, and who wrote it."""

    source: str | None
    source_url: str | None
    authors: tuple[str, ...]


def _credit(found: Finding, cleaned: Cleaned) -> Credit:
    """The medium displayed, else the one named in the body, above it, or in the metas; and the bylines' persons."""
    view, at, captured = found.view, found.at, cleaned.captured
    source, source_url = metadata.extract_source(view, at)
    source = source or _first(map(clean_source, captured.source))
    if source is None and (at is None or at.layout.loose):
        source = metadata.find_above(found.body)[1]
    source = source or metadata.extract_meta_source(view)
    named = [*metadata.extract_authors(view, at, source), *captured.author]
    authors = authors_of(lines_of(cleaned.pieces), named)
    return Credit(source, source_url, tuple([name for name in authors if name != source]))


def _times(found: Finding, captured: Captured) -> tuple[Moment | None, Moment | None]:
    """When it was published and last changed. Without a layout that says where, the time above the body counts."""
    published = metadata.extract_published(found.view, found.at)
    if published is None and (found.at is None or found.at.layout.loose):
        published = metadata.find_above(found.body)[0]
    if published is None:
        published = next(filter(None, map(find_moment, captured.time)), None)
    return published, metadata.extract_modified(found.view)


def _page_evidence(found: Finding, cleaned: Cleaned, timed: bool) -> tuple[Evidence, ...]:
    return confidence.weigh(
        confidence.Signs(
            layout_proven=found.at is not None and found.at.layout.name not in WEAK_LAYOUTS,
            title=found.title is not None,
            time=timed,
            description=found.view.meta("description", "og:description"),
            end_marker=cleaned.captured.end_marker,
            kept=lines_of(cleaned.pieces),
            removed=cleaned.removed_characters,
        )
    )


def article_of_document(head: Head, blocks: tuple[Block, ...], cleaned: Cleaned, decoded: Decoded) -> Article:
    """The article of a front-matter document. What the body says of source and editor wins over its head."""
    captured = cleaned.captured
    evidence = _document_evidence(head, cleaned)
    source = _first(map(clean_source, captured.source)) or head.source or head.feed
    authors = dict.fromkeys([*head.authors, *authors_of(lines_of(cleaned.pieces), captured.author)])
    return Article(
        title=head.title,
        blocks=blocks,
        layout="front-matter",
        url=head.url,
        doc_id=head.doc_id,
        original_title=_first(captured.original_title) or head.original_title,
        published_at=head.published_at,
        modified_at=head.modified_at,
        published_raw=head.published_raw,
        source=source,
        source_url=head.source_url,
        authors=tuple([name for name in authors if name != source]),
        editor=_first(map(clean_editor, captured.editor)) or head.editor,
        keywords=head.keywords,
        channel=head.channel,
        description=head.description,
        lead_image=head.lead_image,
        symbols=merged([*head.symbols, *captured.symbols]),
        related=tuple(Link(*pair) for pair in dict.fromkeys(captured.related)),
        comment_id=head.comment_id,
        mobile_url=head.mobile_url,
        encoding=decoded.encoding,
        encoding_from=decoded.known_from,
        route="document",
        removals=cleaned.removals,
        confidence=confidence.score(evidence),
        evidence=evidence,
        warnings=decoded.warnings,
        extra=head.extra,
    )


def _document_evidence(head: Head, cleaned: Cleaned) -> tuple[Evidence, ...]:
    return confidence.weigh(
        confidence.Signs(
            layout_proven=True,
            title=head.title is not None,
            time=head.published_at is not None,
            description=head.description,
            end_marker=cleaned.captured.end_marker,
            kept=lines_of(cleaned.pieces),
            removed=cleaned.removed_characters,
        )
    )


def lines_of(pieces: list[Piece]) -> list[str]:
    """The lines of text that the pieces hold."""
    return [line for piece in pieces if piece.text for line in piece.text.split("\n")]


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)
