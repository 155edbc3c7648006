"""The lines before and after the article: credits, promotion, notices, told by their wording and their place.

The passes go from an edge inwards, line by line, and read metadata off the lines that go.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.clean.draft import Draft
from newsclean.clean.line_rows import CompiledLine, Lines
from newsclean.clean.lookup import Lookup
from newsclean.clean.pieces import Piece
from newsclean.rules.forms import captured
from newsclean.rules.sieve import holds
from newsclean.rules.spread import unspread

__all__ = ["take_end", "take_start"]

_EDGE = 3
"""Blocks of text that may stand before a start line, or after an end line, and it still counts as one: a
source line was seen third (after title and original title), an editor's line before two credits. Lines of credits, who
shot and who proofread, don't count."""
_CREDIT_MOST = 40
"""Characters of a line of credits."""
_SPREAD_MOST = 100
"""Characters of a line that may begin with a label."""
_TAIL_MOST = 48
"""Characters behind which an editor's note cannot begin."""
_GOES_ON = ("：", ":")
"""What a line ends in that the next lines complete."""

Found = tuple[CompiledLine, re.Match[str]]


def take_start(draft: Draft) -> None:
    """Lines before the article: original title, source, promotion."""
    _take_edge(draft, draft.texts(), draft.lookup.at_start, from_end=False)


def take_end(draft: Draft) -> None:
    """Lines after the article: editor, source, disclaimer, promotion; and the editor behind its last sentence."""
    _take_edge(draft, draft.texts()[::-1], draft.lookup.at_end, from_end=True)
    _cut_editor(draft)
    draft.captured.source.extend(draft.beside_pictures)
    draft.beside_pictures.clear()
    draft.read = len(draft.removed)


def _take_edge(draft: Draft, pieces: Sequence[Piece], rows: Lines, *, from_end: bool) -> None:
    passed = 0
    for piece in pieces:
        if "\n" in piece.text and piece.runs:
            found = rows.find(piece.text, spanning=True)
            if found is None or not _is_whole(found, piece.text, from_end):
                found = None
                if _cut_lines(draft, piece, rows, from_end=from_end):
                    continue
        else:
            found = rows.find(_unspread(draft.lookup, piece.text))
        if found and not (from_end and passed and _goes_on(found, piece)):
            _take(draft, piece, found)
            continue
        passed += not _is_credit(draft.lookup, piece.text)
        if passed > _EDGE:
            return


def _take(draft: Draft, piece: Piece, found: Found) -> None:
    """Take a line, and read what it says."""
    _read(draft, piece, piece.text, found)
    if found[0].action == "drop":
        draft.take(piece, found[0].name)
    else:  # a line of metadata leaves the pictures beside it
        draft.drop(piece, found[0].name)


def _goes_on(found: Found, piece: Piece) -> bool:
    """Whether an invitation is completed by the lines behind it, which are the article's."""
    return found[0].invites and piece.text.endswith(_GOES_ON)


def _is_whole(found: Found, text: str, from_end: bool) -> bool:
    """Whether a row with a wording that spans a paragraph of several lines means all of them: promotion may, where no
    line but its own ends a sentence; metadata is a line."""
    lines = text.split("\n")
    others = lines[:-1] if from_end else lines[1:]
    return found[0].action == "drop" and not any([line.endswith("。") for line in others])


def _cut_lines(draft: Draft, piece: Piece, rows: Lines, *, from_end: bool) -> bool:
    """Cut the lines off a paragraph that fit a row, from its edge inwards, over lines of credits; whether all of it
    went."""
    spans: list[tuple[int, int, str]] = []
    furniture = True
    places, at = [], 0
    for line in piece.text.split("\n"):
        places.append((at, line))
        at += len(line) + 1
    for start, line in reversed(places) if from_end else places:
        found = rows.find(_unspread(draft.lookup, line)) if line else None
        if found is not None:
            _read(draft, piece, line, found)
            furniture &= found[0].action == "drop"
            spans.append((start, start + len(line) + 1, found[0].name))
        elif not _is_credit(draft.lookup, line):
            break
    if spans:
        draft.cut(piece, _without_breaks_at_end(sorted(spans), len(piece.text)))
        if furniture and not piece.text:
            draft.empty(piece, spans[0][2])
    return not piece.text


def _without_breaks_at_end(spans: list[tuple[int, int, str]], size: int) -> list[tuple[int, int, str]]:
    """Spans of whole lines, each with the line end behind it; those that reach the end of the text have none there and
    take the one before them."""
    last = size
    for at in range(len(spans) - 1, -1, -1):
        start, end, rule = spans[at]
        if end > last and start:
            spans[at] = (start - 1, last, rule)
            last = start - 1
        else:
            spans[at] = (start, min(end, last), rule)
    return spans


def _unspread(lookup: Lookup, line: str) -> str:
    """A line that may begin with a label, without the spaces between the label's letters."""
    return (
        unspread(lookup.rules, line) if len(line) <= _SPREAD_MOST and line[1:3] != line[1:3].strip() else line
    )


def _is_credit(lookup: Lookup, line: str) -> bool:
    """Whether a line says who did what for the text."""
    if len(line) > _CREDIT_MOST or line.endswith(("。", "！", "？")):
        return False
    return lookup.asks.credit_line.fullmatch(_unspread(lookup, line)) is not None


def _read(draft: Draft, piece: Piece, text: str, found: Found) -> None:
    """Note what the named groups of a line's row caught."""
    row, match = found
    told, noted = captured(match), draft.captured
    if row.action == "source" and "source" in told and draft.is_under_picture(piece):
        if not _is_desk(draft.lookup, told["source"], last=piece is draft.texts()[-1]):
            draft.beside_pictures.append(told["source"])
        return
    noted.take(match)
    if row.action == "editor" and "editor" not in told:
        noted.editor.append(text)
    if row.action in ("source", "editor", "original_title"):
        noted.credits.append(text)


def _is_desk(lookup: Lookup, source: str, *, last: bool) -> bool:
    """Whether a source under a picture is the picture's alone; ``last`` says that no text follows."""
    if lookup.asks.picture_desk.fullmatch(source):
        return True
    return not last and lookup.asks.authority.fullmatch(source) is not None


def _cut_editor(draft: Draft) -> None:
    """The editor in brackets behind the last sentence."""
    last = next((piece for piece in reversed(draft.texts()) if piece.runs), None)
    if last is None:
        return
    if not holds(last.text[-_TAIL_MOST:], draft.lookup.needed.editor_tail):
        return
    match = draft.lookup.asks.editor_tail.search(last.text, max(len(last.text) - _TAIL_MOST, 0))
    if match:
        draft.captured.editor.extend(captured(match).values())
        draft.captured.credits.append(match[0])
        draft.cut(last, [(*match.span(), "editor-line-text")])
