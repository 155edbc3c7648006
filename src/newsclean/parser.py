"""The journey of a page, put together: decode, locate, clean, and the article out of what they found.

Here the steps are called in their order; no rule, selector or pattern is held here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any, NamedTuple

from newsclean.article import Article
from newsclean.clean import Cleaned, Rules, clean, default_rules
from newsclean.cut.window import cuts, is_closed, is_own
from newsclean.decode import Decoded, declared, decode, decode_slice
from newsclean.errors import InputError, NoBody, NotAnArticle
from newsclean.layouts import LAYOUTS, Layout
from newsclean.locate.headline import extract_title, headline_of, leads_away
from newsclean.locate.layout import locate, resolved
from newsclean.locate.page import View, view_of
from newsclean.locate.refuse import (
    Refusal,
    Text,
    refuse_bytes,
    refuse_empty,
    refuse_gone,
    refuse_links,
    refuse_page,
    refuse_unlocated,
)
from newsclean.metadata.assemble import Finding, article_of, lines_of
from newsclean.page import Page
from newsclean.tree import tree_of

__all__ = ["MAX_BYTES", "parse", "parse_page"]

MAX_BYTES = 30_000_000
"""Bytes of a page that are parsed; the largest article page seen has 0.5 million. More is refused."""

_FRONT = re.compile(rb"\s{0,4096}+(?:\xef\xbb\xbf)?---")


class Tables(NamedTuple):
    """The tables a parse reads; tests take rows away to see that each is needed."""

    layouts: tuple[Layout, ...]
    rules: Rules


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


def _parse(
    source: bytes | str, url: str | None, content_type: str | None, tables: Tables, *, window: bool = True
) -> Article:
    if len(source) > MAX_BYTES:
        raise InputError("too_large", f"the page is larger than {MAX_BYTES:,} bytes", url=url)
    try:
        if isinstance(source, str):
            decoded = Decoded(source.replace("\x00", ""), "unicode", "text")
        elif source[:1] != b"<" and _FRONT.match(source):
            decoded = decode(source, content_type)
        else:
            article = _parse_window(source, url, content_type, tables) if window else None
            if article is not None:
                return article
            _refuse(refuse_bytes(source), url)
            decoded = decode(source, content_type)
        if decoded.text.lstrip("\ufeff \t\r\n")[:3] == "---":
            from newsclean.documents import parse_document

            article = parse_document(decoded, url, tables.rules)
            if article is not None:
                return article
        elif isinstance(source, str):
            _refuse(refuse_bytes(source.encode("utf-8", "replace")), url)
        return _parse_whole(decoded, url, tables)
    except InputError as error:
        if error.url is None and url is not None:
            raise InputError(error.kind, error.message, url=url, **error.details) from error
        raise


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
        root = tree_of(cut.content if decoded.encoding == "utf-8" else decoded.text) if decoded else None
        if decoded is None or root is None:
            return None
        view = view_of(root, url, data, around=cut.landmark)
        at = locate(view, tables.layouts)
        if at is None or not is_own(cut, view, at):
            return None
        if is_closed(cut, view, at):
            _refuse(refuse_page(view, located=True), url)
            found = Finding(view, at, at.body, extract_title(view, at), decoded, "window")
            blocks, cleaned = clean(at.body, base=view.base, title=found.title, rules=tables.rules)
            _refuse(refuse_gone([piece.text for piece in cleaned.pieces]), url)
            return article_of(found, blocks, cleaned) if blocks else None
    return None


# --- whole pages -------------------------------------------------------------------------------------------


def _parse_whole(decoded: Decoded, url: str | None, tables: Tables) -> Article:
    root = tree_of(decoded.text)
    if root is None:
        raise NotAnArticle("empty", "there is no element on the page", url=url)
    raw = decoded.text.encode("utf-8", "replace")
    view = view_of(root, url, raw)
    at = locate(view, tables.layouts)
    if at is None:
        from newsclean.locate.slides import add_gallery

        if add_gallery(decoded.text, root):
            view = view_of(root, url, raw)
            at = locate(view, tables.layouts)
    proven = at is not None and at.proven
    _refuse(refuse_page(view, located=proven) or (refuse_empty(view) if at is None else None), url)
    if at is None:
        return _parse_unlocated(decoded, view, tables)
    found = Finding(view, at, at.body, extract_title(view, at), decoded, "page")
    blocks, cleaned = clean(at.body, base=view.base, title=found.title, rules=tables.rules)
    if not blocks:
        raise NoBody(
            "no_body", f"the body of the layout {at.layout.name} holds neither text nor pictures", url=url
        )
    _refuse(refuse_gone([piece.text for piece in cleaned.pieces]), url)
    if not proven and view.title:  # a weak container on a whole page; one cut out of its page has no title
        _refuse(refuse_links(_text_of(cleaned)), url)
    return article_of(found, blocks, cleaned)


def _parse_unlocated(decoded: Decoded, view: View, tables: Tables) -> Article:
    refusal: Refusal | None = None
    heading = cache(partial(headline_of, view))
    for body, told in _bodies(decoded, view, heading):
        found = Finding(view, None, body, extract_title(view, None), decoded, "page")
        blocks, cleaned = clean(body, base=view.base, title=found.title, generic=True, rules=tables.rules)
        article = article_of(found, blocks, cleaned)
        timed = article.published_at is not None
        told = bool(told and timed and blocks)
        doubt = refuse_unlocated(view, _text_of(cleaned), heading, timed=timed, told=told)
        if doubt is None:
            return article
        refusal = refusal or doubt
    _refuse(refusal or refuse_unlocated(view, Text([], 0, 0), heading, timed=False, told=False), view.url)
    raise NoBody("no_body", "no body was found on the page", url=view.url)


def _bodies(decoded: Decoded, view: View, headline: Callable[[], Any | None]) -> Iterator[tuple[Any, bool]]:
    """Bodies to try where no layout fits, and whether the headline tells where they are: what readability points to,
    then what follows the headline."""
    from newsclean.locate.readability import find_body, find_body_behind, find_content_behind

    body = find_body(decoded.text, view.root)
    if body is not None:
        yield body, False
    heading = headline()
    if heading is None:
        return
    told = not leads_away(heading)
    behind = find_body_behind(heading)
    if behind is not None:
        yield behind, told
    content = find_content_behind(heading) if told else None
    if content is not None and content is not behind:
        yield content, True


def _text_of(cleaned: Cleaned) -> Text:
    links = [piece.text for piece in cleaned.pieces if piece.linked]
    return Text(lines_of(cleaned.pieces), sum(map(len, links)), sum(text.count("\n") + 1 for text in links))
