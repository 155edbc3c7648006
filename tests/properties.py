"""What newsclean promises of any input at all (docs/promises.md), as checks that raise AssertionError.

The tests call them with pages of their own making, the targets in ``fuzz/`` with whatever the fuzzer thinks of. A check
compares what newsclean gives with what readers made by others see in it: nh3, markdown-it-py, PyYAML, the standard
library's parsers. No test here.
"""

from __future__ import annotations

import json
import pickle
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from unicodedata import normalize

import nh3
import yaml
from markdown_it import MarkdownIt

from newsclean import Article, NewscleanError, Parser, clean_html, parse
from newsclean.decode.read import lenient
from newsclean.documents.body import body_of
from newsclean.documents.front_matter import split_front_matter
from newsclean.page import LIMITS
from newsclean.tree import Element, texts_in, tree_of, visible

__all__ = [
    "ATTRIBUTES",
    "SCHEMES",
    "TAGS",
    "answer_of",
    "check_article",
    "check_fragment",
    "check_json",
    "check_page",
    "check_whole",
    "check_written",
    "events",
    "missing_from",
    "sanitized",
    "shown_by",
    "without_route",
]

TAGS = set(
    "p h2 h3 h4 h5 h6 ul ol li blockquote figure figcaption img table thead tbody tr th td a strong em sub sup "
    "br".split()
)
ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
SCHEMES = {"http", "https", "mailto"}
INLINE_HTML = re.compile(r"</?(?:strong|em|sub|sup)>|<br>")  # the only tags that Markdown is written with

WHOLE = Parser(window=False)
UNREAD = "undecodable byte sequences were dropped"
ERROR_LINE = 2_000  # characters of an error's message, at most

_MARKDOWN = MarkdownIt("commonmark").enable("table").enable("strikethrough")
_MARKDOWN.validateLink = lambda url: True  # type: ignore[method-assign]  # every address is to be seen


# --- an answer --------------------------------------------------------------------------------------------------


def answer_of(
    source: bytes | str,
    url: str | None = None,
    content_type: str | None = None,
    *,
    parser: Parser | None = None,
) -> Article | NewscleanError:
    """The article, or the error that was raised; any other exception passes through."""
    parse_it = parse if parser is None else parser.parse
    try:
        return parse_it(source, url=url, content_type=content_type)
    except NewscleanError as error:
        assert error.kind in error.kinds
        assert error.message
        assert "\n" not in error.message
        assert len(error.message) < ERROR_LINE
        error.message.encode()
        return error


def same(one: Article | NewscleanError, other: Article | NewscleanError) -> bool:
    """Whether two answers are the same."""
    if isinstance(one, NewscleanError) and isinstance(other, NewscleanError):
        return type(one) is type(other) and one.to_dict() == other.to_dict()
    return one == other


def without_route(answer: Article | NewscleanError) -> Article | NewscleanError:
    """An article without its route, and without a warning of bytes that only the whole page's parse reads."""
    if isinstance(answer, NewscleanError):
        return answer
    warnings = tuple(warning for warning in answer.warnings if UNREAD not in warning)
    return answer.__replace__(route="page", warnings=warnings)


def check_page(
    data: bytes | str, url: str | None = None, content_type: str | None = None, *, again: bool = True
) -> Article | NewscleanError:
    """A page gives an article or an error of newsclean's own; the same again; the same whole; and what is said of
    articles holds for it. ``again``: what was cleaned is cleaned once more."""
    answer = answer_of(data, url, content_type)
    assert same(answer, answer_of(data, url, content_type)), "parsing twice gives two answers"
    check_whole(answer, data, url, content_type)
    if isinstance(answer, Article):
        check_article(answer, again=again)
        if answer.kind != "slides":  # the texts of galleries stand in a script
            check_subsequence(answer, data)
    return answer


def check_whole(
    answer: Article | NewscleanError,
    data: bytes | str,
    url: str | None = None,
    content_type: str | None = None,
) -> None:
    """What was read from a part of a page is what the whole page gives."""
    if isinstance(answer, Article) and answer.route == "window":
        whole = answer_of(data, url, content_type, parser=WHOLE)
        assert same(without_route(answer), without_route(whole)), "the window is not the page"


def check_article(article: Article, *, again: bool = True) -> None:
    """What holds for every article that was made from a page."""
    check_written(article)
    if again:
        check_cleaned_again(article.html)
        check_document_again(article)
    for text in (
        article.text,
        article.title or "",
        *article.authors,
        *article.keywords,
        article.source or "",
    ):
        assert visible(text) == text
        text.encode()


def check_written(article: Article) -> None:
    """What holds for whatever article is written, were it made by hand."""
    check_json(article)
    check_html(article.html)
    check_markdown(article)
    check_front_matter(article)


# --- JSON -------------------------------------------------------------------------------------------------------


def check_json(article: Article) -> None:
    """JSON and pickle give the article back."""
    written = article.to_json()
    read = json.loads(written.encode())
    assert read == article.to_dict()
    assert Article.from_dict(read) == article
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301  # our own bytes


# --- HTML -------------------------------------------------------------------------------------------------------


class _Events(HTMLParser):
    """The tags, attributes and texts of some HTML, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[Any] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, sorted((name, value or "") for name, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.seen.append("/" + tag)

    def handle_data(self, data: str) -> None:
        if self.seen and isinstance(self.seen[-1], list):
            self.seen[-1][0] += data
        else:
            self.seen.append([data])

    def handle_comment(self, data: str) -> None:
        self.seen.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.seen.append(("declaration", decl))

    def handle_pi(self, data: str) -> None:
        self.seen.append(("instruction", data))

    def unknown_decl(self, data: str) -> None:
        self.seen.append(("section", data))


def events(html: str) -> list[Any]:
    """What a parser meets in some HTML: entities written one way or another are one."""
    reader = _Events()
    reader.feed(html)
    reader.close()
    return reader.seen


def sanitized(html: str) -> str:
    """The HTML as nh3 leaves it, given the list of what newsclean writes."""
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)


def check_html(html: str) -> None:
    """A sanitizer with the list of what may be written finds nothing to take away."""
    assert events(sanitized(html)) == events(html)


# --- Markdown ---------------------------------------------------------------------------------------------------


def check_markdown(article: Article) -> None:
    """A CommonMark parser finds no HTML but the few tags Markdown has no sign for, and no address of other schemes."""
    for token in _MARKDOWN.parse(article.markdown):
        assert token.type != "html_block"
        for inner in token.children or ():
            if inner.type == "html_inline":
                assert INLINE_HTML.fullmatch(inner.content)
            for name in ("href", "src"):
                address = inner.attrs.get(name)
                if address is not None:
                    assert str(address).partition(":")[0].lower() in SCHEMES


# --- front matter -----------------------------------------------------------------------------------------------


def check_front_matter(article: Article) -> None:
    """Any reader of YAML reads the head as it was meant, and the body is the HTML without a brace."""
    document = article.to_front_matter()
    split = split_front_matter(document)
    assert split is not None
    head, body = split
    written = document.removesuffix(body).removeprefix("---\n").removesuffix("---\n")
    assert (yaml.safe_load(written) or {}) == head
    for key, value in {"title": article.title, "source": article.source, "url": article.url}.items():
        assert value is None or head[key] == value
    assert body == article.html.replace("{", "&#123;").replace("}", "&#125;") + "\n"


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def check_document_again(article: Article) -> None:
    """The document of an article, read again, is the article's text. The title of a page that shows none above its
    text may be its first line, which a document has in its head alone."""
    first = article.text.partition("\n")[0]
    if article.html and _letters(first) != _letters(article.title or ""):
        again = parse(article.to_front_matter())
        assert again.html == article.html
        assert again.title == article.title


# --- cleaning twice ---------------------------------------------------------------------------------------------


def check_cleaned_again(html: str) -> None:
    """What was cleaned once is clean."""
    assert clean_html(html) == html


def check_fragment(fragment: str, base: str | None = None, *, again: bool = True) -> None:
    """A fragment gives clean HTML, the same each time, that nothing more is cleaned out of; or an InputError."""
    try:
        once = clean_html(fragment, base=base)
    except NewscleanError as error:
        assert error.kind in ("too_large", "too_deep", "too_many")
        return
    assert clean_html(fragment, base=base) == once
    check_html(once)
    if again:
        check_cleaned_again(once)


# --- the text and what the page shows ---------------------------------------------------------------------------

_BY_US = str.maketrans("", "", "^_()[]")  # what scripts and emoticons are told with
_MINUS = str.maketrans("−–－", "---")
_NOT_COMPARED = re.compile(r"[\s\u200b-\u200f\u2060-\u2064\ufeff\xad]+")


def _bare(text: str) -> str:
    """The characters of a text, raised and lowered ones as what they are forms of, white space left out."""
    forms = {ord(char): normalize("NFKD", char) for char in set(text) if not char.isascii()}
    return _NOT_COMPARED.sub("", visible(text).translate(forms).translate(_MINUS))


_NOT_SET = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_ROWS = ("thead", "tbody", "tfoot", "tr", "colgroup")
_CELLS = ("td", "th", "caption")
_UNREAD = ("script", "style", "template")


def shown_by(page: str) -> str:
    """All characters that the elements of a page could show, in their order: texts but those of scripts and styles, and
    the alternative texts of pictures, where emoticons have their words. What stands in a table and in none of its cells
    stands before the table, where browsers show it (HTML standard, 13.2.6.1), and where it is written too."""
    root = tree_of(page)
    if root is None:
        return ""
    for node in root.iter("img", "image"):
        node.tail = _settable(f"{node.get('alt') or ''} {node.get('title') or ''} {node.tail or ''}")
    for table in root.iter("table"):
        loose = "".join(_loose(table))
        table.text = _settable(f"{loose}{table.text or ''}")
    return "".join(texts_in(root, _UNREAD))


def _settable(text: str) -> str:
    """A text that lxml lets be set: it reads more characters than it takes."""
    return _NOT_SET.sub(" ", text)


def _loose(node: Element) -> Iterator[str]:
    """The texts of a table, or of a part of one, that stand in none of its cells."""
    yield node.text or ""
    for child in node:
        if child.tag in _ROWS:
            yield from _loose(child)
        elif child.tag not in _CELLS and child.tag not in _UNREAD and isinstance(child.tag, str):
            yield "".join(texts_in(child, _UNREAD))
        yield child.tail or ""


def _has_open_tables(page: str) -> bool:
    """Whether a table with loose text stands in another, or has another in it."""
    root = tree_of(page)
    tables = [] if root is None else [table for table in root.iter("table") if "".join(_loose(table)).strip()]
    return any(next(table.iterancestors("table"), None) is not None for table in tables) or any(
        next(table.iterdescendants("table"), None) is not None for table in tables
    )


def _part(text: str) -> str:
    """The characters of a text that must stand on its page."""
    return _bare(text).translate(_BY_US)


def missing_from(text: str, page: str) -> str | None:
    """None where all characters of a text stand on the page in the same order; else those around the first that does
    not."""
    whole, at = _bare(shown_by(page)), 0
    part = _part(text)
    for number, char in enumerate(part):
        at = whole.find(char, at) + 1
        if not at:
            return part[max(0, number - 20) : number + 20]
    return None


def check_subsequence(article: Article, data: bytes | str) -> None:
    """The text holds nothing that the page does not show, in its order, and nothing twice."""
    page = data if isinstance(data, str) else lenient(data, article.encoding)[0]
    page = page.replace("\0", "")
    if article.route == "document" and (split := split_front_matter(page)):
        page = body_of(split[1], article.title, LIMITS).html  # what Markdown says, as HTML
    missing = missing_from(article.text, page)
    if missing is not None and _has_open_tables(
        page
    ):  # whose loose text may change its order: docs/promises.md
        missing = "".join((Counter(_part(article.text)) - Counter(_bare(shown_by(page)))).elements())
    assert not missing
