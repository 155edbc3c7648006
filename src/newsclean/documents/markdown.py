"""Bodies in Markdown: whether a document's body is one, and its HTML, which is cleaned as any other is.

The HTML is made so that what the library's own Markdown says is understood: a line behind a picture is its caption, a
heading row without a word is none, and a first heading that is the title is not said again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.token import Token

from newsclean.blocks import Value
from newsclean.documents.emphasis import is_wide, tokenize

__all__ = ["Written", "html_of"]

_INDENTED = re.compile(r"(?<=[^\\\s])[ \t]*\n(?=[ \t]*\u3000)")
"""The end of a line before one that begins with an ideographic space: paragraphs are told apart by it in texts that
were pasted."""


class Written(Value):
    """The HTML of a Markdown body, and the heading of level 1 that it begins with, which is not in the HTML: None where
    there is none, or where it says something else than the title."""

    html: str
    title: str | None = None


class _Reader(MarkdownIt):
    """CommonMark with pipe tables and emphasis beside full-width characters, without code by indent: Chinese paragraphs
    are indented. Addresses stay as they are written, for the cleaner judges them."""

    def __init__(self) -> None:
        super().__init__("commonmark")
        self.enable(["table", "strikethrough"])
        self.disable("code")
        self.inline.ruler.at("emphasis", tokenize)

    def normalizeLink(self, url: str) -> str:
        return url

    def validateLink(self, url: str) -> bool:
        return True


@cache
def _reader() -> _Reader:
    return _Reader()


def html_of(text: str, title: str | None) -> Written:
    """The HTML of a body in Markdown under a title (None: the document names none, and its first heading of level 1
    does)."""
    reader = _reader()
    tokens = reader.parse(_INDENTED.sub("\n\n", text))
    said = _first_heading(tokens)
    if said is not None and title is not None and said != " ".join(title.split()):
        said = None
    if said is not None:
        del tokens[:3]
    made = [*_without_empty_heads(tokens)]
    for at, token in enumerate(made):
        if token.type == "paragraph_open" and not token.hidden:
            _frame(token, made[at + 1], made[at + 2])
        if token.children:
            _join(token.children, parts=at > 0 and made[at - 1].type == "paragraph_open")
    return Written(reader.renderer.render(made, reader.options, {}), said)


def _first_heading(tokens: Sequence[Token]) -> str | None:
    """The words of the heading of level 1 that a body begins with; None where it begins otherwise."""
    if not tokens or tokens[0].type != "heading_open" or tokens[0].tag != "h1":
        return None
    return _words(tokens[1].children or ()) or None


def _words(tokens: Sequence[Token]) -> str:
    """The text of some inline tokens on one line."""
    parts = [
        " " if token.type in ("softbreak", "hardbreak") else token.content
        for token in tokens
        if token.type != "html_inline"
    ]
    return " ".join("".join(parts).split())


def _without_empty_heads(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens without the heads of tables that hold no word: pipe tables have to have one, and a table that marks
    none is written with an empty row."""
    at = 0
    while at < len(tokens):
        if tokens[at].type == "thead_open":
            end = at
            while tokens[end].type != "thead_close":
                end += 1
            if not any(token.content for token in tokens[at:end]):
                at = end + 1
                continue
        yield tokens[at]
        at += 1


def _frame(opening: Token, inline: Token, closing: Token) -> None:
    """Make a figure of a paragraph that holds a picture and, behind a break that was set, its caption; the title of a
    picture that stands alone is its caption too. An alternative text that says the same as the caption goes: it was
    written for want of another."""
    children = inline.children or []
    if not children or children[0].type != "image":
        return
    picture, caption = children[0], children[2:]
    if not caption and len(children) == 1 and picture.attrs.get("title"):
        caption = [_token("text", str(picture.attrs["title"]))]
    elif not caption or children[1].type != "hardbreak":
        return
    if any(token.type == "image" for token in caption):
        return
    if picture.content and _words(picture.children or ()) == _words(caption):
        picture.children = []
    opening.tag = closing.tag = "figure"
    mark, end = _token("html_inline", "<figcaption>"), _token("html_inline", "</figcaption>")
    inline.children = [picture, mark, *caption, end]


def _join(tokens: list[Token], *, parts: bool) -> None:
    """Make nothing of an end of line between two full-width characters, which no reader takes for a space. Beside a
    picture it ``parts`` a paragraph."""
    ends = [*accumulate([_shown(token)[-1:] for token in tokens], _later)]
    starts = [*accumulate([_shown(token)[:1] for token in reversed(tokens)], _later)][::-1]
    for at, token in enumerate(tokens):
        if token.type != "softbreak":
            continue
        if parts and "image" in [near.type for near in tokens[max(at - 1, 0) : at + 2]]:
            token.type, token.content = "html_inline", "</p><p>"
        elif is_wide(ends[at]) and is_wide(starts[at]):
            token.type = "text"


def _later(before: str, char: str) -> str:
    """The character, or where there is none the one before it."""
    return char or before


def _shown(token: Token) -> str:
    """The text of a token that is shown as it stands: none of marks and tags, whose content is no text."""
    return token.content if token.type in ("text", "code_inline") else ""


def _token(kind: str, content: str) -> Token:
    return Token(kind, "", 0, content=content)
