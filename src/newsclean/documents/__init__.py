"""Front-matter documents: a head of YAML or TOML, and a body that is cleaned as a page's is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, NamedTuple

from newsclean import confidence
from newsclean.article import Article
from newsclean.blocks import Block, Link
from newsclean.clean import TOOLS, Cleaned, Tools, clean, merged
from newsclean.dates import find_moment
from newsclean.decode import Decoded
from newsclean.decode.wayback import own_address
from newsclean.documents.body import Body, body_of, is_furniture
from newsclean.documents.front_matter import split_front_matter
from newsclean.documents.head import Head, read_head
from newsclean.errors import NotAnArticle
from newsclean.metadata.assemble import first, lines_of, signs_of
from newsclean.metadata.bylines import authors_of, is_byline
from newsclean.metadata.credits import clean_editor
from newsclean.metadata.medium import clean_source, source_of
from newsclean.page import LIMITS, Limits
from newsclean.rules import Rules

__all__ = ["Read", "article_of_document", "parse_document", "read_document"]


class Read(NamedTuple):
    """A document that was read and cleaned: the keys of its head and what was made of them, its body's blocks, and what
    the cleaner noted."""

    data: Mapping[str, Any]
    head: Head
    body: Body
    blocks: tuple[Block, ...]
    cleaned: Cleaned


def parse_document(
    decoded: Decoded, url: str | None, rules: Rules, limits: Limits = LIMITS
) -> Article | None:
    """The article of a document; None for a text that is none."""
    notes: list[str] = []
    found = read_document(decoded, url, rules, notes, limits)
    if found is None:
        return None
    _, head, body, blocks, cleaned = found
    if not blocks:
        raise NotAnArticle("empty", "the document's body holds neither text nor pictures", url=url)
    if head.lead_image and is_furniture(rules, head.lead_image, body.html, blocks):
        head.lead_image = None
    decoded = decoded.__replace__(warnings=(*decoded.warnings, *notes)) if notes else decoded
    return article_of_document(rules, head, blocks, cleaned, decoded)


def read_document(  # a step of a parse, taken again by an explanation with tools of its own
    decoded: Decoded, url: str | None, rules: Rules, notes: list[str], limits: Limits, tools: Tools = TOOLS
) -> Read | None:
    """A document, read and cleaned; None for a text that is none. ``notes`` gets what was mended in its head."""
    split = split_front_matter(decoded.text, notes)
    if split is None:
        return None
    head = read_head(rules, split[0], notes)
    body = body_of(split[1], head.title, limits)
    head.title = head.title or body.title
    if body.element is None:
        raise NotAnArticle("empty", "the document has no body", url=url)
    head.url = url or (own_address(head.url) if head.url else None)
    told = partial(is_byline, rules)
    blocks, cleaned = clean(
        rules, body.element, base=head.url, title=head.title, is_byline=told, limits=limits, tools=tools
    )
    return Read(split[0], head, body, blocks, cleaned)


def article_of_document(
    rules: Rules, head: Head, blocks: tuple[Block, ...], cleaned: Cleaned, decoded: Decoded
) -> Article:
    """The article of a front-matter document. What the body says of source and editor wins over
    its head; a time that the head lacks is read from the line above the text."""
    captured = cleaned.captured
    lines = lines_of(cleaned.pieces)
    if head.published_at is None and (told := next(filter(None, map(find_moment, captured.time)), None)):
        head.published_at, head.published_raw = told.at, told.raw
    signs = signs_of(cleaned, lines, True, (head.title, head.published_at), head.description)
    evidence = confidence.weigh(rules, signs)
    source = first(clean_source(rules, text) for text in captured.source)
    source = source or source_of(rules, lines, captured.credits) or head.source or head.feed
    authors = dict.fromkeys([*head.authors, *authors_of(rules, lines, captured.author, captured.credits)])
    return Article(
        title=head.title,
        blocks=blocks,
        layout="front-matter",
        url=head.url,
        doc_id=head.doc_id,
        original_title=first(captured.original_title) or head.original_title,
        published_at=head.published_at,
        modified_at=head.modified_at,
        published_raw=head.published_raw,
        source=source,
        source_url=head.source_url,
        authors=tuple([name for name in authors if name != source]),
        editor=first(clean_editor(rules, text) for text in captured.editor) or head.editor,
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
        warnings=(*decoded.warnings, *cleaned.warnings),
        extra=head.extra,
        rules=rules.version,
    )
