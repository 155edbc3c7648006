"""The passes over the pieces that the walk left, in their order: what a line of text means where it stands.

Here live the passes and their order, PASSES. Each takes the draft and changes it; what they look for
stands in the table of phrases.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsclean.clean.draft import Draft
from newsclean.clean.pieces import Piece, cut
from newsclean.clean.related import take_related
from newsclean.clean.rules import Phrases
from newsclean.models import Image, plain
from newsclean.patterns import Deferred

__all__ = ["PASSES"]

EDGE = 3
"""Blocks of text that may stand before a start line, or after an end line, and it still counts as one: a
source line was seen third (after title and 原标题), an editor's line before two credits."""

_WEIBO = Deferred(r"\s?(?:[(（]\s*微博\s*[)）]|[\[【]\s*(?:微博|博客)\s*[\]】])")
_HEADING_MOST = 40  # characters; longer bold paragraphs are leads and warnings
_SENTENCE_END = tuple("。！；…，、：；,;")
_INVITATIONS = frozenset({"qr-text", "follow-us", "app-download"})  # rules of lines over a code
_NO_WORD = Deferred(r"[\W_]+")


def drop_weibo_markers(draft: Draft) -> None:
    """The marks of microblog cards behind names go, the names stay."""
    for piece in draft.pieces:
        if not piece.runs or ("微博" not in piece.text and "博客" not in piece.text):
            continue
        spans = [match.span() for match in _WEIBO.finditer(piece.text)]
        for start, end in spans:
            mark = piece.text[start:end].strip()
            draft.removed.append(
                ("weibo-marker", piece.ordinal, draft.paths.of(piece.element), mark, len(mark))
            )
        if spans:
            piece.runs = cut(piece.runs, spans)
            piece.text = plain(piece.runs)


def drop_phrases(draft: Draft) -> None:
    """Lines that are furniture wherever they stand."""
    rows = draft.rules.anywhere
    for piece in draft.texts():
        if len(piece.text) <= 100:
            row = rows.find(piece.text)
            if row:
                draft.take(piece, row[0].row.name)


def take_start(draft: Draft) -> None:
    """Lines before the article: original title, source, promotion."""
    _take_edge(draft, draft.texts(), draft.rules.at_start)


def take_end(draft: Draft) -> None:
    """Lines after the article: editor, source, disclaimer, promotion."""
    _take_edge(draft, draft.texts()[::-1], draft.rules.at_end)


def _take_edge(draft: Draft, pieces: Sequence[Piece], rows: Phrases) -> None:
    passed = 0
    for piece in pieces:
        found = rows.find(piece.text)
        if found is None:
            passed += 1
            if passed > EDGE:
                return
            continue
        phrase, match = found
        draft.captured.take(match)
        if phrase.row.action == "editor" and not match["editor"]:
            draft.captured.editor.append(piece.text)
        draft.take(piece, phrase.row.name)


def drop_codes(draft: Draft) -> None:
    """A picture right behind an invitation to scan, with no text after it, is the code."""
    if not draft.pieces or draft.pieces[-1].kind != "image":
        return
    invited = {ordinal for rule, ordinal, *_ in draft.removed if rule in _INVITATIONS}
    for piece in reversed(draft.pieces):
        if piece.kind != "image":
            return
        if piece.ordinal - 1 in invited:
            draft.drop(piece, "qr-image")


def drop_repeated_title(draft: Draft) -> None:
    """The title said again as the first line."""
    first = next(iter(draft.texts()), None)
    if first is None or not draft.title or first.kind not in ("p", "h"):
        return
    if next(filter(str.isalnum, first.text), None) != next(filter(str.isalnum, draft.title), None):
        return  # most first lines begin otherwise
    said = _NO_WORD.sub("", first.text)
    if said and said == _NO_WORD.sub("", draft.title) and len(draft.texts()) > 1:
        draft.take(first, "repeated-title")


def drop_repeated_captions(draft: Draft) -> None:
    """A caption said again as the paragraph under its picture."""
    for picture, piece in zip(draft.pieces[:-1], draft.pieces[1:], strict=True):
        data = picture.data
        if isinstance(data, Image) and data.caption and piece.kind == "p" and piece.text == data.caption:
            draft.take(piece, "repeated-caption")


def find_headings(draft: Draft) -> None:
    """A short paragraph that is wholly bold and ends no sentence is a heading."""
    pieces = draft.pieces
    for piece in pieces:
        if piece.kind == "p" and piece.strong and len(piece.text) <= _HEADING_MOST and "\n" not in piece.text:
            if piece.text.endswith(_SENTENCE_END) or piece.linked or piece is pieces[-1]:
                continue
            piece.kind = "h"
            piece.level = 3


PASSES: tuple[Callable[[Draft], None], ...] = (
    drop_weibo_markers,
    drop_phrases,
    take_related,
    take_start,
    take_end,
    take_related,
    drop_codes,
    drop_repeated_title,
    drop_repeated_captions,
    find_headings,
)
"""The passes in their order. Related links go first and again last: a promotion may stand behind them."""
