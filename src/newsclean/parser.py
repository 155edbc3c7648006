"""The journey of a page, from its bytes to its article: decode, locate, clean, judge, assemble.

A :class:`Parser` reads pages by one rule book. ``newsclean.parse`` is a parser with the book that comes with the
library. The steps are called here in their order; what each of them knows is in its own room.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import TYPE_CHECKING, TypeVar, Unpack

from msgspec.structs import asdict

from newsclean.article import Article
from newsclean.cut.limits import check_nodes, tree_within
from newsclean.cut.window import cuts, is_closed, is_own
from newsclean.decode import Decoded, decode, is_wide, mojibake
from newsclean.decode.slices import Reader, of_page, of_text
from newsclean.decode.wayback import own_address, own_content
from newsclean.errors import InputError, NoBody, NoOptions, NotAnArticle, refuse_unknown
from newsclean.locate.candidates import Headline, candidates
from newsclean.locate.doubts import Text, refuse_unlocated
from newsclean.locate.headline import extract_title, headline_of
from newsclean.locate.layout import locate
from newsclean.locate.page import Characters, View, view_of
from newsclean.locate.refuse import Refusal, raise_for, refuse_bytes, refuse_empty, refuse_page, refuse_text
from newsclean.locate.slides import add_gallery
from newsclean.metadata.assemble import Finding, article_of, clean_body, warned
from newsclean.metadata.ending import checked_body, checked_end, checked_length
from newsclean.metadata.judge import doubt_of, given, sure
from newsclean.page import LIMITS, MAX_BYTES, Limits, Page, Source, address_of, content_of
from newsclean.rules import Rules
from newsclean.rules.given import Given, book_of
from newsclean.tree import Element

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

    from newsclean.explaining import Explanation

    Fragment = TypeVar("Fragment", str, Element, Tag, BeautifulSoup)

__all__ = ["MAX_BYTES", "Parser", "clean_html", "default_parser", "explain", "parse", "parse_page"]

_FRONT = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,4096}+(?:\xef\xbb\xbf)?(?:---|\+\+\+)")
_SPACE_BEFORE_HEAD = "\ufeff \t\r\n"


class Parser:
    """Parses pages, documents and fragments by one rule book.

    ``rules`` are rules of your own, asked before those of the library: a TOML file's path, some :class:`Rules`, or the
    name of installed ones; several may be given. A whole book is used as it is; None: the one that comes with the
    library. ``window``: whether a page is read from the
    part of its bytes that holds the article, where this is proven to give the same; without it every page is parsed
    whole, which takes several times as long. A parser keeps nothing of a page, may be used by several threads, and
    can be pickled. Raises RulesError for rules that cannot be used, ValueError for a limit below one.

    A page beyond a limit is refused with InputError. ``max_bytes``: bytes of a page, of a text in UTF-8
    (``too_large``). ``max_depth``: levels of elements in a body (``too_deep``); some hundred lists or tables within
    each other reach the end of Python's stack before. ``max_nodes``: tags and comments of a page (``too_many``).

    >>> Parser().parse('<h1 class="main-title">桥通了</h1><div id="article"><p>　　老桥今天通车。</p></div>').text
    '老桥今天通车。'
    """

    __slots__ = ("found", "limits", "rules", "window")

    def __init__(
        self,
        rules: Given | Iterable[Given] | None = None,
        *,
        window: bool = True,
        max_bytes: int = LIMITS.max_bytes,
        max_depth: int = LIMITS.max_depth,
        max_nodes: int = LIMITS.max_nodes,
        **unknown: Unpack[NoOptions],
    ) -> None:
        refuse_unknown("Parser", unknown, LIMITS.__struct_fields__, "rules", "window")
        self.rules = book_of(rules)
        self.window = window
        self.found: list[Finding] | None = None  # the bodies that are cleaned; noted for an explanation alone
        self.limits = Limits(max_bytes=max_bytes, max_depth=max_depth, max_nodes=max_nodes)

    def __repr__(self) -> str:
        return f"Parser({self.rules!r})"

    def __reduce__(self) -> tuple[Callable[[Rules], Parser], tuple[Rules]]:
        return partial(Parser, window=self.window, **asdict(self.limits)), (self.rules,)

    def parse(self, source: Source, *, url: str | None = None, content_type: str | None = None) -> Article:
        """The article of a page or of a front-matter document.

        ``source`` is the page's bytes (best: its encoding is found), its text, or the path of its file; a str is
        never a path or an address. ``url`` is its address, which makes relative addresses absolute and helps to tell
        what the page is; None: what the page says of itself is used. ``content_type`` is the HTTP header's value; None
        where there was none. The same input gives the same article: no clock, no network, no environment.

        Raises NotAnArticle for a page that is none, NoBody for one whose body could not be found, InputError for
        input that can't be read.
        """
        served = url
        url, notes = address_of(own_address(url) if url else url)
        content = own_content(content_of(source, url, self.limits.max_bytes), served)
        try:
            if isinstance(content, str):
                return warned(self._parse_given(Decoded(content, "unicode", "text"), url), notes, content)
            return warned(self._parse_bytes(content, url, content_type), notes, content)
        except (NotAnArticle, NoBody) as error:
            if isinstance(content, str) and (note := mojibake(content, given=True)):
                raise type(error)(error.kind, f"{error.message}; {note}", url=error.url) from error
            raise
        except InputError as error:
            if error.url is None and url is not None:
                raise InputError(error.kind, error.message, url=url, **error.details) from error
            raise

    def parse_page(self, page: Page) -> Article:
        """The article of a fetched page; what the fetcher noted stands among its warnings. Raises as :meth:`parse`."""
        article = self.parse(page.content, url=page.url, content_type=page.headers.get("content-type"))
        article = checked_length(article, page)
        return article.__replace__(warnings=(*page.notes, *article.warnings)) if page.notes else article

    def explain(
        self, source: Source, *, url: str | None = None, content_type: str | None = None
    ) -> Explanation:
        """How :meth:`parse` reads a page, step by step; a page that it refuses is explained too. Takes some four times
        as long as a parse. Raises InputError for a file that can't be read."""
        from newsclean.explaining import explained

        watched = Parser(self.rules, window=self.window, **asdict(self.limits))
        watched.found = []
        return explained(watched, content_of(source, url, self.limits.max_bytes), url, content_type)

    def clean_html(
        self, fragment: Fragment, *, base: str | None = None, title: str | None = None
    ) -> Fragment:
        """The fragment without its furniture, as HTML made anew.

        ``fragment`` is a str, an lxml element or a bs4 Tag (or BeautifulSoup), and the same kind comes back; what came
        in is left as it was. ``base`` makes relative addresses absolute (None: they stay: a fragment has no page).
        ``title``: a first line that only says it again goes (None: none does). A str gives a str, one block a line; an
        element or a tag gives a ``div`` that holds the blocks.

        Raises InputError (too_large, too_deep, too_many), and TypeError for any other kind.
        """
        from newsclean.fragments import clean_fragment

        return clean_fragment(self.rules, fragment, base=base, title=title, limits=self.limits)

    def _parse_bytes(self, source: bytes, url: str | None, content_type: str | None) -> Article:
        if is_wide(source):
            return self._parse_given(decode(source, content_type), url)
        raw = Characters(source.decode("latin-1"), "latin-1")
        if source[:1] == b"<" or not _FRONT.match(source):
            raise_for(refuse_bytes(source), url)
            check_nodes(self.limits, source)
            article = self._parse_window(raw, url, of_page(source, content_type)) if self.window else None
            if article is not None:
                return article
        parts = (raw.encoded(cut.content) for cut in cuts(self.rules, raw))  # asked at need
        part = partial(next, parts, None)
        return self._parse_text(decode(source, content_type, part), url)

    def _parse_given(self, page: Decoded, url: str | None) -> Article:
        """The article of a page that came as text, or in UTF-16."""
        is_front = page.text[:4_096].lstrip(_SPACE_BEFORE_HEAD)[:3] in ("---", "+++")
        if not is_front:
            raise_for(refuse_text(page.text), url)
        if "\x00" in page.text:
            page = page.__replace__(text=page.text.replace("\x00", ""))
        if self.window and not is_front:
            check_nodes(self.limits, page.text)
            article = self._parse_window(Characters(page.text, "utf-8"), url, of_text(page))
            if article is not None:
                return article
        return self._parse_text(page, url)

    def _parse_text(self, decoded: Decoded, url: str | None) -> Article:
        """The article of a decoded page or document."""
        if decoded.text.lstrip(_SPACE_BEFORE_HEAD)[:3] in ("---", "+++"):
            from newsclean.documents import parse_document

            article = parse_document(decoded, url, self.rules.reading(decoded.text), self.limits)
            if article is not None:
                return article
        return self._parse_whole(decoded, url)

    def _parse_window(self, raw: Characters, url: str | None, read: Reader) -> Article | None:
        """The article from the head and the body's stretch alone, which are decoded by ``read``; None where the cut is
        not provably whole."""
        codec: str | None = None
        for cut in cuts(self.rules, raw):
            decoded, data = read(cut.content) or (None, None)
            if decoded is None or (codec and codec != decoded.encoding):
                return None
            codec = decoded.encoding
            root = tree_within(decoded.text, data, ended=cut.ended)
            if root is None:
                return None
            view = view_of(self.rules.reading(decoded.text), root, url, raw, around=cut.landmark)
            at = locate(view)
            if at is None or not is_own(cut, view, at):
                return None
            if is_closed(cut, view, at):
                raise_for(refuse_page(view, located=True), url)
                finished = self._finish(
                    Finding(view, at, at.body, extract_title(view, at), decoded, "window")
                )
                return given(finished if at.proven else sure(finished), url)
        return None

    def _parse_whole(self, decoded: Decoded, url: str | None) -> Article:
        """The article of a page that is parsed whole."""
        data, raw = decoded.text.encode("utf-8", "replace"), Characters(decoded.text, "utf-8")
        check_nodes(self.limits, data)
        root = tree_within(decoded.text, data)
        if root is None:
            raise NotAnArticle("empty", "there is no element on the page", url=url)
        view = view_of(self.rules.reading(decoded.text), root, url, raw)
        at = locate(view)
        if at is None and add_gallery(decoded.text, root):
            view = view_of(self.rules.reading(decoded.text), root, url, raw)
            at = locate(view)
        raise_for(refuse_page(view, located=at is not None and at.proven), url)
        if at is None:
            raise_for(refuse_empty(view), url)
            return self._parse_unlocated(decoded, view)
        finished = self._finish(Finding(view, at, at.body, extract_title(view, at), decoded, "page"))
        if not at.proven and isinstance(finished, Refusal):
            return self._parse_unlocated(decoded, view, finished)
        article = given(finished, url)
        if article is None:
            raise NoBody(
                "no_body", f"the body of the layout {at.layout.name} holds neither text nor pictures", url=url
            )
        return article

    def _parse_unlocated(self, decoded: Decoded, view: View, first: Refusal | None = None) -> Article:
        """The article of a page without a layout: the first body whose text reads as an article's. ``first`` is why
        the body of a weak layout is none."""
        headline = cache(partial(headline_of, view))
        title = extract_title(view, None)
        for candidate in candidates(decoded.text, view, title, headline):
            found = Finding(view, None, candidate.body, title, decoded, "page", candidate)
            finished = self._finish(found, headline)
            if isinstance(finished, Article):
                return finished
            first = first or finished
        nothing = Text([], 0, 0)
        raise_for(first or refuse_unlocated(view, nothing, headline, timed=False, told=False), view.url)
        raise NoBody("no_body", "no body was found on the page", url=view.url)

    # --- finishing -----------------------------------------------------------------------------------------

    def _finish(self, found: Finding, headline: Headline | None = None) -> Article | Refusal | None:
        """Clean the body that was found, put the article together, and judge it: the article, or why it is none, or
        None for the body of a layout that holds neither text nor pictures."""
        if self.found is not None:
            self.found.append(found)
        blocks, cleaned = clean_body(found, self.limits)
        if found.at is not None and not blocks:
            return None
        article = checked_end(article_of(found, blocks, cleaned), found.view, found.body)
        if found.at is not None and found.at.proven:
            article = checked_body(article, found.view, found.body)
        return doubt_of(found, article, cleaned, headline) or article


@cache
def default_parser() -> Parser:
    """The parser of the rule book that comes with the library."""
    return Parser()


def parse(source: Source, *, url: str | None = None, content_type: str | None = None) -> Article:
    """The article of a page or of a front-matter document; see :meth:`Parser.parse`."""
    return default_parser().parse(source, url=url, content_type=content_type)


def explain(source: Source, *, url: str | None = None, content_type: str | None = None) -> Explanation:
    """How a page was read; see :meth:`Parser.explain`."""
    return default_parser().explain(source, url=url, content_type=content_type)


def parse_page(page: Page) -> Article:
    """The article of a fetched page; see :meth:`Parser.parse_page`."""
    return default_parser().parse_page(page)


def clean_html(fragment: Fragment, *, base: str | None = None, title: str | None = None) -> Fragment:
    """The fragment without its furniture, as HTML made anew; see :meth:`Parser.clean_html`.

    >>> clean_html('<p>　　桥通了。</p><div class="appendQr_wrap">扫码</div>')
    '<p>桥通了。</p>'
    """
    return default_parser().clean_html(fragment, base=base, title=title)
