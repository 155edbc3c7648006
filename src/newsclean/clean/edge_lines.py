"""The lines before and after the article: credits, promotion, notices, told by their wording and their place.

Here lives the going from an edge inwards, line by line, and what is read off the lines that go. Here never lives a
wording: those are rows of phrases.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.clean.draft import Draft
from newsclean.clean.lookup import CompiledPhrase, Phrases
from newsclean.clean.pieces import Piece
from newsclean.layouts import AUTHORITIES, CREDIT_LINE, EDITOR_TAIL, PICTURE_DESKS
from newsclean.lazy_regex import Deferred

__all__ = ["take_end", "take_start"]

_EDGE = 3
"""Blocks of text that may stand before a start line, or after an end line, and it still counts as one: a
source line was seen third (after title and 原标题), an editor's line before two credits. Lines of credits, who
shot and who proofread, don't count."""

_CREDIT = Deferred(CREDIT_LINE)
_CREDIT_MOST = 40  # characters of a line of credits
_EDITOR_TAIL = Deferred(EDITOR_TAIL)
_TAIL_MOST = 48  # characters behind which an editor's note cannot begin
_DESKS = Deferred(PICTURE_DESKS)
_AUTHORITIES = Deferred(AUTHORITIES)
_GOES_ON = ("：", ":")  # what a line ends in that the next lines complete

Found = tuple[CompiledPhrase, re.Match[str]]


def take_start(draft: Draft) -> None:
    """Lines before the article: original title, source, promotion."""
    _take_edge(draft, draft.texts(), draft.lookup.at_start, from_end=False)


def take_end(draft: Draft) -> None:
    """Lines after the article: editor, source, disclaimer, promotion; and the editor behind its last sentence."""
    _take_edge(draft, draft.texts()[::-1], draft.lookup.at_end, from_end=True)
    _cut_editor(draft)
    draft.captured.source.extend(draft.beside_pictures)


def _take_edge(draft: Draft, pieces: Sequence[Piece], rows: Phrases, *, from_end: bool) -> None:
    passed = 0
    for piece in pieces:
        found = rows.find(piece.text)
        if "\n" in piece.text and piece.runs and not (found and _is_whole(found, piece.text, from_end)):
            found = None
            if _cut_lines(draft, piece, rows, from_end=from_end):
                continue
        if found and passed and from_end and found[0].invites and piece.text.endswith(_GOES_ON):
            found = None
        if found is None:
            passed += not _is_credit(piece.text)
            if passed > _EDGE:
                return
            continue
        _read(draft, piece, piece.text, found)
        if found[0].action == "drop":
            draft.take(piece, found[0].name)
        else:  # a line of metadata leaves the pictures beside it
            draft.drop(piece, found[0].name)


def _is_whole(found: Found, text: str, from_end: bool) -> bool:
    """Whether a row that fits a paragraph of several lines means all of them: promotion may, where no line but its
    own ends a sentence; metadata is a line."""
    lines = text.split("\n")
    others = lines[:-1] if from_end else lines[1:]
    return found[0].action == "drop" and not any([line.endswith("。") for line in others])


def _cut_lines(draft: Draft, piece: Piece, rows: Phrases, *, from_end: bool) -> bool:
    """Cut the lines off a paragraph that fit a row, from its edge inwards, over lines of credits; whether all of it
    went."""
    spans: list[tuple[int, int, str]] = []
    places, at = [], 0
    for line in piece.text.split("\n"):
        places.append((at, line))
        at += len(line) + 1
    for start, line in reversed(places) if from_end else places:
        found = rows.find(line) if line else None
        if found is not None:
            _read(draft, piece, line, found)
            spans.append((start, start + len(line) + 1, found[0].name))
        elif not _is_credit(line):
            break
    size = len(piece.text)
    last = size  # what goes to the end takes the line end before it along
    spans.sort()
    for at in range(len(spans) - 1, -1, -1):
        start, end, rule = spans[at]
        if end > last and start:
            spans[at] = (start - 1, last, rule)
            last = start - 1
        else:
            spans[at] = (start, min(end, last), rule)
    if spans:
        draft.cut(piece, spans)
    return not piece.text


def _is_credit(line: str) -> bool:
    """Whether a line tells who did what, and stays."""
    return len(line) <= _CREDIT_MOST and line[-1:] not in "。！？" and _CREDIT.fullmatch(line) is not None


def _read(draft: Draft, piece: Piece, text: str, found: Found) -> None:
    """Note what the named groups of a line's row caught."""
    row, match = found
    captured = draft.captured
    if row.action == "source" and match["source"] and draft.is_under_picture(piece):
        if not _is_desk(match["source"], last=piece is draft.texts()[-1]):
            draft.beside_pictures.append(match["source"])
        return
    captured.take(match)
    if row.action == "editor" and not match["editor"]:
        captured.editor.append(text)
    if row.action in ("source", "editor", "original_title"):
        captured.credits.append(text)


def _is_desk(source: str, *, last: bool) -> bool:
    """Whether a source under a picture is the picture's alone; ``last`` says that no text follows."""
    return bool(_DESKS.fullmatch(source) or (not last and _AUTHORITIES.fullmatch(source)))


def _cut_editor(draft: Draft) -> None:
    """The editor in brackets behind the last sentence."""
    last = next((piece for piece in reversed(draft.texts()) if piece.runs), None)
    if last is None or "编" not in last.text[-_TAIL_MOST:]:
        return
    match = _EDITOR_TAIL.search(last.text, max(len(last.text) - _TAIL_MOST, 0))
    if match:
        draft.captured.editor.append(match["bracketed"] or match["bare"])
        draft.captured.credits.append(match[0])
        draft.cut(last, [(*match.span(), "editor-line-text")])
