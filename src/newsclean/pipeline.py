"""The journey of a page, put together: decode, locate, clean, and the article out of what they found.

Here lives composition: parse, read and clean_html call the rooms in their order. Here never lives a rule,
a selector or a pattern.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from lxml import etree

from newsclean.clean import Cleaned, Rules, clean, default_rules, merged
from newsclean.encoding import Decoded, declared, decode, decode_slice
from newsclean.errors import InputError, NoBody, NotAnArticle
from newsclean.extract import confidence, metadata
from newsclean.extract.bylines import authors_of, clean_editor, clean_source
from newsclean.extract.dates import find_moment
from newsclean.extract.document import Head, read_head
from newsclean.extract.locate import Located, locate, resolved
from newsclean.extract.refuse import Refusal, refuse_bytes, refuse_page, refuse_unlocated
from newsclean.extract.view import View, view_of
from newsclean.extract.window import body_in, cuts, is_closed, is_own
from newsclean.layouts import LAYOUTS, Layout
from newsclean.models import Article, Block, Link, Page

if TYPE_CHECKING:
    from newsclean.clean.pieces import Piece

__all__ = ["MAX_BYTES", "parse", "parse_page", "read"]

MAX_BYTES = 30_000_000
"""Bytes of a page that are parsed; the largest article page seen has 0.5 million. More is refused."""

_WEAK = frozenset({"bare", "subsite"})  # layouts whose container alone proves little
_FRONT = (b"---", b"\xef\xbb\xbf---")


class Tables(NamedTuple):
    """The tables a parse reads; tests take rows away to see that each is needed."""

    layouts: tuple[Layout, ...]
    rules: Rules


class Finding(NamedTuple):
    """What was found before cleaning: the view of the page, its layout, its body and title, and by which route."""

    view: View
    at: Located | None
    body: Any
    title: str | None
    decoded: Decoded
    route: Literal["window", "page"]


@cache
def _tables() -> Tables:
    return Tables(resolved(LAYOUTS), default_rules())


def parse(source: bytes | str, *, url: str | None = None, content_type: str | None = None) -> Article:
    """The article of a page or of a front-matter document.

    ``source`` is the page's bytes (best: its encoding is found) or its text. ``url`` is its address, which
    makes relative addresses absolute and helps to tell what the page is; None: what the page says of
    itself is used. ``content_type`` is the HTTP header's value; None where there was none. The same
    input gives the same article: no clock, no network, no environment.

    Raises NotAnArticle for a page that is none, NoBody for one whose body could not be found, InputError
    for input that can't be read.

    >>> page = '<h1 class="main-title">桥通了</h1><div id="article"><p>　　老桥今天通车。</p></div>'
    >>> parse(page).text
    '老桥今天通车。'
    """
    return _parse(source, url, content_type, _tables())


def parse_page(page: Page) -> Article:
    """The article of a fetched page; what the fetcher noted stands among its warnings. Raises as :func:`parse`."""
    article = parse(page.content, url=page.url, content_type=page.headers.get("content-type"))
    if not page.notes:
        return article
    from dataclasses import replace

    return replace(article, warnings=(*page.notes, *article.warnings))


def read(url: str, *, timeout: float = 10.0, allow_private: bool = False) -> Article:
    """Fetch a page and parse it. ``timeout`` is in seconds, for each step of the connection.

    Private, loopback and link-local addresses are refused unless ``allow_private``. Raises FetchError, and
    as :func:`parse`.
    """
    from newsclean.fetch import fetch

    return parse_page(fetch(url, timeout=timeout, allow_private=allow_private))


def _parse(
    source: bytes | str, url: str | None, content_type: str | None, tables: Tables, *, window: bool = True
) -> Article:
    if len(source) > MAX_BYTES:
        raise InputError("too_large", f"the page is larger than {MAX_BYTES:,} bytes", url=url)
    try:
        if isinstance(source, str):
            decoded = Decoded(source.replace("\x00", ""), "unicode", "text")
        elif _is_document(source):
            decoded = decode(source, content_type)
        else:
            article = _parse_window(source, url, content_type, tables) if window else None
            if article is not None:
                return article
            _refuse(refuse_bytes(source), url)
            decoded = decode(source, content_type)
        if decoded.text.lstrip("\ufeff \t\r\n")[:3] == "---":
            article = _parse_document(decoded, url, tables)
            if article is not None:
                return article
        return _parse_whole(decoded, url, tables)
    except InputError as error:
        if error.url is None and url is not None:
            raise InputError(error.kind, error.message, url=url, **error.details) from error
        raise


def _is_document(source: bytes) -> bool:
    return source[:4096].lstrip().startswith(_FRONT)


def _refuse(refusal: Refusal | None, url: str | None) -> None:
    if refusal is not None:
        raise NotAnArticle(refusal.kind, refusal.message, url=url)


# --- the window ---------------------------------------------------------------------------------------------


def _parse_window(data: bytes, url: str | None, content_type: str | None, tables: Tables) -> Article | None:
    """The article from the head and the body's stretch alone; None where the cut is not provably whole."""
    said: tuple[tuple[str, str], ...] | None = None
    for cut in cuts(data):
        said = declared(data, content_type) if said is None else said
        decoded = decode_slice(cut.content, said)
        root = tree_of(decoded.text) if decoded else None
        body = body_in(root, cut) if root is not None else None
        if decoded is None or body is None:
            return None
        view = view_of(root, url, data, skip=body)
        at = locate(view, tables.layouts)
        if at is None or not is_own(cut, view, at, body):
            return None
        if is_closed(cut, view, at):
            _refuse(refuse_page(view, located=True), url)
            found = Finding(view, at, body, metadata.extract_title(view, at), decoded, "window")
            blocks, cleaned = clean(body, base=view.base, title=found.title, rules=tables.rules)
            return _article(found, blocks, cleaned) if blocks else None
    return None


# --- whole pages -------------------------------------------------------------------------------------------


def _parse_whole(decoded: Decoded, url: str | None, tables: Tables) -> Article:
    root = tree_of(decoded.text)
    if root is None:
        raise NotAnArticle("empty", "there is no element on the page", url=url)
    raw = decoded.text.encode("utf-8", "replace")
    view = view_of(root, url, raw)
    at = locate(view, tables.layouts)
    if at is None and _add_gallery(decoded.text, root):
        view = view_of(root, url, raw)
        at = locate(view, tables.layouts)
    _refuse(refuse_page(view, located=at is not None and at.layout.name not in _WEAK), url)
    if at is None:
        return _parse_unlocated(decoded, view, tables)
    found = Finding(view, at, at.body, metadata.extract_title(view, at), decoded, "page")
    blocks, cleaned = clean(at.body, base=view.base, title=found.title, rules=tables.rules)
    if not blocks:
        raise NoBody(
            "no_body", f"the body of the layout {at.layout.name} holds neither text nor pictures", url=url
        )
    return _article(found, blocks, cleaned)


def _parse_unlocated(decoded: Decoded, view: View, tables: Tables) -> Article:
    from newsclean.extract.fallback import find_body

    body = find_body(decoded.text, view.root)
    if body is None:
        _refuse(refuse_unlocated(view, (), 0), view.url)
        raise NoBody("no_body", "no body was found on the page", url=view.url)
    found = Finding(view, None, body, metadata.extract_title(view, None), decoded, "page")
    blocks, cleaned = clean(body, base=view.base, title=found.title, generic=True, rules=tables.rules)
    linked = sum(len(piece.text) for piece in cleaned.pieces if piece.linked)
    _refuse(refuse_unlocated(view, _lines(cleaned.pieces), linked), view.url)
    return _article(found, blocks, cleaned)


def _article(found: Finding, blocks: tuple[Block, ...], cleaned: Cleaned) -> Article:
    view, at, decoded = found.view, found.at, found.decoded
    captured = cleaned.captured
    lines = _lines(cleaned.pieces)
    published, source_above = metadata.extract_published(view, at), None
    if at is None:
        above, source_above = metadata.find_above(found.body)
        published = published or above
    published = published or _first(map(find_moment, captured.time))
    modified = metadata.extract_modified(view)
    source, source_url = metadata.extract_source(view, at)
    source = (
        source
        or _first(map(clean_source, captured.source))
        or source_above
        or metadata.extract_meta_source(view)
    )
    authors = authors_of(lines, [*metadata.extract_authors(view, at, source), *captured.author])
    description = view.meta("description", "og:description")
    evidence = confidence.weigh(
        layout_proven=at is not None and at.layout.name not in _WEAK,
        title=found.title is not None,
        time=published is not None,
        description=description,
        end_marker=captured.end_marker,
        kept=lines,
        removed=cleaned.removed_characters,
    )
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
        source=source,
        source_url=source_url,
        authors=tuple(name for name in authors if name != source),
        editor=_first(map(clean_editor, captured.editor)) or metadata.extract_editor(view, at),
        keywords=metadata.extract_keywords(view, at, found.title),
        channel=metadata.extract_channel(view, at),
        description=description,
        lead_image=metadata.extract_lead_image(view),
        symbols=merged(captured.symbols),
        related=tuple(Link(*pair) for pair in dict.fromkeys(captured.related)),
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


# --- front-matter documents -----------------------------------------------------------------------------------


def _parse_document(decoded: Decoded, url: str | None, tables: Tables) -> Article | None:
    from newsclean.front_matter import split_front_matter

    split = split_front_matter(decoded.text)
    if split is None:
        return None
    head = read_head(split[0])
    root = tree_of(split[1]) if split[1].strip() else None
    body = _document_body(root) if root is not None else None
    if body is None:
        raise NotAnArticle("empty", "the document has no body", url=url)
    blocks, cleaned = clean(body, base=url or head.url, title=head.title, rules=tables.rules)
    if not blocks:
        raise NotAnArticle("empty", "the document's body holds neither text nor pictures", url=url)
    return _document_article(head, url, blocks, cleaned, decoded, split[1], tables)


def _document_body(root: Any) -> Any:
    """The element that holds a document's body: the container itself where a whole page was kept."""
    return next(iter(root.xpath('//*[@id="artibody" or @id="article"]')), root)


def _document_article(
    head: Head,
    url: str | None,
    blocks: tuple[Block, ...],
    cleaned: Cleaned,
    decoded: Decoded,
    body_text: str,
    tables: Tables,
) -> Article:
    captured = cleaned.captured
    lines = _lines(cleaned.pieces)
    lead = head.lead_image if head.lead_image and not tables.rules.of_picture(head.lead_image, ()) else None
    if lead and lead in body_text and lead not in {getattr(block, "src", None) for block in blocks}:
        lead = None  # the mirror took the first picture of all, and that one was furniture
    source = _first(map(clean_source, captured.source)) or head.source or head.feed
    evidence = confidence.weigh(
        layout_proven=True,
        title=head.title is not None,
        time=head.published_at is not None,
        description=head.description,
        end_marker=captured.end_marker,
        kept=lines,
        removed=cleaned.removed_characters,
    )
    return Article(
        title=head.title,
        blocks=blocks,
        layout="front-matter",
        url=url or head.url,
        doc_id=head.doc_id,
        original_title=_first(captured.original_title) or head.original_title,
        published_at=head.published_at,
        modified_at=head.modified_at,
        published_raw=head.published_raw,
        source=source,
        source_url=head.source_url,
        authors=tuple(dict.fromkeys([*head.authors, *authors_of(lines, captured.author)])),
        editor=_first(map(clean_editor, captured.editor)) or head.editor,
        keywords=head.keywords,
        channel=head.channel,
        description=head.description,
        lead_image=lead,
        symbols=merged(captured.symbols),
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


# --- trees ------------------------------------------------------------------------------------------------------


_PARSER = etree.HTMLParser(encoding="utf-8", huge_tree=True, collect_ids=False)


def tree_of(text: str) -> Any | None:
    """The tree of a page's text; None where there is no element in it.

    Comments stay (the walk says what it dropped), entities are HTML's own, nothing is loaded from outside.
    """
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), _PARSER)
    except etree.XMLSyntaxError:
        return None


def _add_gallery(text: str, root: Any) -> bool:
    """Hang a gallery that stands in a script into the tree, where the layout table looks for it."""
    from newsclean.extract.slides import MARKER, gallery_of

    if MARKER not in text:
        return False
    for script in root.iter("script"):
        if script.text and MARKER in script.text:
            gallery = gallery_of(script.text)
            if gallery is not None:
                root.append(gallery)
                return True
    return False


def _lines(pieces: list[Piece]) -> list[str]:
    return [line for piece in pieces if piece.text for line in piece.text.split("\n")]


def _first(values: Any) -> str | None:
    return next((value for value in values if value), None)
