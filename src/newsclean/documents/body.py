"""The body of a document: HTML, or Markdown that becomes HTML. What follows is the same for both."""

from __future__ import annotations

import re

from newsclean.blocks import Block, Image, Value
from newsclean.clean import Lookup
from newsclean.cut.limits import check_nodes, tree_within
from newsclean.lazy_regex import DeferredBytes
from newsclean.page import Limits
from newsclean.rules import Rules
from newsclean.rules.markup import BODY_IDS
from newsclean.tree import Element, without_cdata

__all__ = ["Body", "body_of", "is_furniture", "is_markdown"]

_TAGS = (
    "address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form "
    "h[1-6] head header html li main nav ol p pre section table tbody td tfoot th thead tr ul"
)
# A tag of a block at the beginning of a line (those of CommonMark 0.31, 4.6, that hold text), and what only Markdown
# begins a line with: a heading, and the fence of code.
_BLOCK_TAG = re.compile(rf"\s*</?(?:{_TAGS.replace(' ', '|')})(?=[\s/>]|$)", re.IGNORECASE)
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+\S")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_ID = DeferredBytes(rb"id\s*=")  # most bodies have no id
_MARKS = ("# ", "#\t", "```", "~~~")
"""What stands in every heading and every fence: a text without it has only its tags."""


class Body(Value):
    """A body as HTML: the element that is cleaned (None: there is none), its text, and the title that it says itself
    (None: it says none)."""

    element: Element | None
    html: str
    title: str | None = None


def body_of(text: str, title: str | None, limits: Limits) -> Body:
    """The body of a document with that title (None: its head names none). Raises InputError (too_many, too_deep)."""
    text = without_cdata(text)
    data = text.encode("utf-8", "replace")
    check_nodes(limits, data)
    if not text.strip() or not is_markdown(text):
        return Body(_element(text, data), text)
    from newsclean.documents.markdown import html_of

    written = html_of(text, title)
    data = written.html.encode("utf-8", "replace")
    check_nodes(limits, data)
    return Body(_element(written.html, data), written.html, written.title)


def is_markdown(text: str) -> bool:
    """Whether a body is Markdown: no block tag begins a line of it outside of fenced code, or a heading of Markdown
    stands alone between blank lines all the same.

    >>> is_markdown("第一段**粗**文字。"), is_markdown("<p>第一段。</p>")
    (True, False)
    """
    if not any([mark in text for mark in _MARKS]):
        return not any(map(_BLOCK_TAG.match, text.splitlines()))
    fence, tagged, marked, above = "", False, False, ""
    for line in [*text.splitlines(), ""]:
        opened = _FENCE.match(line)
        if fence:
            fence = "" if opened and opened[1].startswith(fence) else fence
        elif opened:
            fence = opened[1]
        elif not line.strip():
            marked = marked or above == "heading"
        tagged = tagged or (not fence and _BLOCK_TAG.match(line) is not None)
        alone = above == "" and not fence and _HEADING.match(line) is not None
        above = "heading" if alone else line.strip()
    return marked or not tagged


def _element(text: str, data: bytes) -> Element | None:
    """The element that holds a document's body: the site's own container where a whole page was kept; None where
    there is no element. ``data`` is the text in UTF-8."""
    root = tree_within(text, data) if text.strip() else None
    if root is None or not _ID.search(data.lower()):
        return root
    return next((element for element in root.iter() if element.get("id") in BODY_IDS), root)


def is_furniture(rules: Rules, lead: str, html: str, blocks: tuple[Block, ...]) -> bool:
    """Whether a document's picture is none of the article's: the mirror took the first of the raw body, and
    that one may have been a code to scan, which the cleaner dropped."""
    if rules.made(Lookup).of_picture(lead, ()):
        return True
    return lead in html and lead not in {block.src for block in blocks if isinstance(block, Image)}
