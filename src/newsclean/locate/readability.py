"""No layout fits: readability-lxml finds the text, and the element that holds it is looked up in the page's own tree.

readability drops short paragraphs, which Chinese news is made of, and what stands before and after the best
block. So its answer is only a pointer here: the body is the smallest element of the untouched tree that
holds what readability chose, and the cleaner reads that element whole.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from itertools import islice
from typing import Any

from lxml import etree

from newsclean.dates import find_moment
from newsclean.rules import Rules
from newsclean.tree import Element, string_of, tree_of

__all__ = ["find_body", "find_body_behind", "find_content_behind", "find_told"]

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # characters that lxml takes into no tree
_SHORTEST_PARAGRAPH = 12  # characters; readability's own 25 is counted in English
_ENOUGH = 120  # characters below which readability loosens its rules; its own 250 is counted in English
_SHARE = 0.8  # of the characters readability chose must lie in the body
_PROSE_COUNTS = (
    10  # times as much as words without a mark: titles, numbers and info lines lie outside the body
)
_SHORTEST_LEAD = 30  # characters of a first paragraph
_FOLLOWED = 300  # elements behind a headline that are looked at
_FOLLOWING: Any = etree.XPath("following::*[self::p or self::div or self::td or self::font or self::section]")
_CONTAINERS: Any = etree.XPath(
    "following::*[self::div or self::td or self::font or self::section or self::article or self::center]"
)
_CANDIDATES = 4  # elements behind a headline that are weighed against each other
_LEAST_CONTENT = 16  # characters of text out of links
_PICTURE = 30  # characters that a picture counts for
_INFO_MOST = 80  # characters of a line that holds the time
_TOLD_BODY = "articleBody"  # schema.org's name for it
_BLOCKS = ("p", "div", "td", "li", "section", "article", "blockquote", "pre", "h2", "h3", "h4")
_MARKS = re.compile(r"[。！？；，、]")
_MANY = 200  # children of a div, or elements without words on a page, which readability is spared
_UNREAD = ("script", "style", "noscript", "iframe")  # elements that it drops, as it does comments
_WORDLESS = re.compile(rf"<(?:[!?]|{'|'.join(_UNREAD)})", re.IGNORECASE)
# What readability takes out where it holds no text, unless neighbours hold some.
_WEIGHED = ("table", "ul", "div", "aside", "header", "footer", "section")
# Elements behind which readability makes a paragraph of a div's text, and those that make it leave a div a div.
_PARTED = frozenset({"br", "center", "div", "hr", "img", "p", "table", "ul"})
_LEFT = re.compile(r"<(?:blockquote|dl|div|img|ol|p|table|ul)", re.IGNORECASE)


def find_body(text: str, root: Element) -> Element | None:
    """The element of ``root`` that holds the text of the page; None where readability finds none.

    ``text`` is the decoded page that ``root`` was parsed from.
    """
    return _holder(root, _chosen(text).__contains__)


def find_told(root: Element) -> Element | None:
    """The element that holds the text which the page tells programs to be its article's, in the structured data of a
    script; None where it tells none, or one that the page does not show."""
    told = "".join("".join(_told_in(script.text or "") for script in root.iter("script")).split())
    return _holder(root, told.__contains__) if told else None


def _told_in(script: str) -> str:
    """The article's text that a script of structured data holds."""
    if _TOLD_BODY not in script:
        return ""
    import json  # few pages tell it

    try:
        data = json.loads(script, strict=False)
    except ValueError:
        return ""
    things = data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []
    bodies = [thing.get(_TOLD_BODY) for thing in things if isinstance(thing, dict)]
    return "\n".join([body for body in bodies if isinstance(body, str)])


def _holder(root: Element, is_chosen: Callable[[str], bool]) -> Element | None:
    """The smallest element that holds most of the runs that are chosen."""
    weights = _weigh(root, is_chosen)
    total = weights.pop(None, 0)
    if total == 0:
        return None
    fitting = [
        element for element, weight in weights.items() if element is not None and weight >= _SHARE * total
    ]
    return max(fitting, key=_depth, default=None)


def find_body_behind(heading: Element) -> Element | None:
    """The element around the first paragraph of sentences behind a headline, for texts so short on a page so long
    that readability takes others for it; None where no such paragraph follows soon."""
    following: list[Element] = _FOLLOWING(heading)
    for node in islice(following, _FOLLOWED):
        inside = node.tag == "p"
        words = (
            string_of(node) if inside else "".join([node.text or "", *[child.tail or "" for child in node]])
        )
        if "。" in words and len("".join(words.split())) >= _SHORTEST_LEAD:
            return node.getparent() if inside else node
    return None


def find_content_behind(rules: Rules, heading: Element) -> Element | None:
    """The element behind a headline that holds most text out of links, a picture counting as a line, for articles
    without a sentence: pictures, results, recipes, tables. None where nothing but links and the time follows."""
    found: dict[Element | None, int] = {}
    for node in islice(_CONTAINERS(heading), _FOLLOWED):
        if len(found) == _CANDIDATES:
            break
        if not any(above in found for above in node.iterancestors()) and (
            (content := _content_of(rules, node)) >= _LEAST_CONTENT
        ):
            found[node] = content
    return max(found, key=found.__getitem__, default=None)


def _content_of(rules: Rules, node: Element) -> int:
    words = "".join(string_of(node).split())
    if len(words) < _INFO_MOST and (find_moment(words) or rules.asks.site_footer.search(words)):
        return 0  # the line with the time, or the site's own
    linked = sum([len("".join(string_of(link).split())) for link in node.iter("a")])
    pictures = sum(1 for image in node.iter("img") if image.get("src"))
    return 0 if 2 * linked > len(words) and not pictures else len(words) - 2 * linked + _PICTURE * pictures


def _chosen(text: str) -> set[str]:
    """The lines readability chose, white space squeezed."""
    from readability import Document  # type: ignore[import-untyped]
    from readability.readability import Unparseable  # type: ignore[import-untyped]

    page = _NO_XML.sub(" ", text)
    given = _without_wordless(page) if len(_WORDLESS.findall(page)) >= _MANY else page
    document = Document(given, min_text_length=_SHORTEST_PARAGRAPH, retry_length=_ENOUGH)
    transform = document.transform_misused_divs_into_paragraphs

    def helped() -> None:
        for div in document.html.iter("div"):
            if len(div) >= _MANY:
                _part_texts(div)
        _drop_empty(document.html)
        transform()

    document.transform_misused_divs_into_paragraphs = helped
    log = logging.getLogger("readability.readability")
    quiet, log.disabled = log.disabled, True  # it writes a traceback before it raises
    try:
        summary = document.summary(html_partial=True)
    except (Unparseable, etree.LxmlError, ValueError):
        return set()
    finally:
        log.disabled = quiet
    fragment = tree_of(summary)
    if fragment is None:
        return set()
    lines: set[str] = set()
    for node in fragment.iter("*"):
        for piece in (node.text, node.tail):
            squeezed = "".join((piece or "").split())
            if len(squeezed) >= _SHORTEST_PARAGRAPH:
                lines.add(squeezed)
    return lines


def _without_wordless(page: str) -> Element:
    """The tree of a page without comments, scripts, styles and frames: readability drops them, but it joins the texts
    around them one by one, each time copying all before it."""
    from lxml import html

    tree: Element = html.document_fromstring(
        page.encode("utf-8", "replace"), html.HTMLParser(encoding="utf-8")
    )
    etree.strip_elements(tree, etree.Comment, etree.ProcessingInstruction, *_UNREAD, with_tail=False)
    return tree


def _drop_empty(root: Element) -> None:
    """Take out the blocks without text where very many stand side by side: for each, readability would look for text
    in all the others."""
    inside: dict[Element | None, list[Element]] = {}
    for element in root.iter(*_WEIGHED):
        inside.setdefault(element.getparent(), []).append(element)
    for parent, elements in inside.items():
        if parent is None or len(elements) < _MANY:
            continue
        empty = [each for each in elements if not (each.tail or "").strip() and not string_of(each).strip()]
        for element in empty if len(empty) >= _MANY else ():
            parent.remove(element)


def _part_texts(div: Element) -> None:
    """Make paragraphs of the texts behind a div's children, as readability would next: but it counts the children
    up to each, which takes a hundred times as long for ten times as many."""
    if not any(_LEFT.search(etree.tostring(child, encoding="unicode")) for child in div):
        return
    for child in div:
        if child.tag in _PARTED and child.tail and child.tail.strip():
            paragraph = child.makeelement("p")
            paragraph.text, child.tail = child.tail, None
            child.addnext(paragraph)


def _weigh(root: Element, is_chosen: Callable[[str], bool]) -> dict[Element | None, int]:
    """Characters of chosen text under each element that is an ancestor of any; under None, all of them."""
    weights: dict[Element | None, int] = {}
    for node in root.iter("*"):
        if node.tag in ("script", "style", "head", "title", "noscript"):
            continue
        for piece, home in ((node.text, node), (node.tail, node.getparent())):
            squeezed = "".join((piece or "").split())
            if len(squeezed) >= _SHORTEST_PARAGRAPH and home is not None and is_chosen(squeezed):
                weight = len(squeezed) * (_PROSE_COUNTS if _MARKS.search(squeezed) else 1)
                weights[None] = weights.get(None, 0) + weight
                _add_upwards(weights, home, weight)
    return weights


def _add_upwards(weights: dict[Element | None, int], element: Element, size: int) -> None:
    for node in (element, *element.iterancestors()):
        if node.tag in _BLOCKS or node.tag == "body":
            weights[node] = weights.get(node, 0) + size


def _depth(element: Element) -> int:
    return sum(1 for _ in element.iterancestors())
