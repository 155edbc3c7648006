"""The marks of microblog and quote cards behind names: they go, the names stay, wherever a name may stand.

A card opens when the pointer rests on a name. In the text of the page it left a word in brackets, in paragraphs as
well as in the items of lists, the cells of tables, quotes and captions.
"""

from __future__ import annotations

from typing import Any

from newsclean.blocks import Image, Run, Table, shown
from newsclean.clean.containers import text_of_items
from newsclean.clean.draft import Draft
from newsclean.clean.pieces import Piece, cut
from newsclean.clean.tables import text_of_rows
from newsclean.clean.whitespace import settled
from newsclean.rules.sieve import holds

__all__ = ["drop_card_marks"]

_RULE = "weibo-marker"
_IN_A_ROW = 8
"""Marks behind one name, at most: a mark before another is none until that one is gone."""


def drop_card_marks(draft: Draft) -> None:
    """The marks of microblog and quote cards behind names go, the names stay."""
    shown_texts = [piece.text or _told(piece) for piece in draft.pieces]
    whole = "\n".join(shown_texts)
    held = [word for word in draft.lookup.needed.card_mark if word in whole]
    if not held:
        return
    marks = _Marks(draft)
    for piece, text in zip(draft.pieces, shown_texts, strict=True):
        if holds(text, held):
            marks.drop(piece)


def _told(piece: Piece) -> str:
    """What a picture is said to show; empty for other pieces."""
    return f"{piece.data.caption} {piece.data.alt}" if isinstance(piece.data, Image) else ""


class _Marks:
    """Takes the marks out of pieces of all kinds."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._find = draft.lookup.asks.card_mark.finditer
        self._found: list[str] = []

    def drop(self, piece: Piece) -> None:
        """Take the marks out of what a piece shows."""
        if piece.runs:
            for _ in range(_IN_A_ROW):
                spans = [(*match.span(), _RULE) for match in self._find(piece.text)]
                if not spans:
                    return
                self._draft.cut(piece, spans)
            return
        self._found = []
        self._drop_inside(piece, piece.data)
        self._draft.note_words(piece, _RULE, self._found)
        if not piece.text and piece.kind in ("list", "quote"):
            piece.gone = self._draft.untidy = True

    def _drop_inside(self, piece: Piece, data: Any) -> None:
        if isinstance(data, Image):
            piece.data = data.__replace__(
                caption=self._of_text(data.caption) or None, alt=self._of_text(data.alt)
            )
        elif isinstance(data, Table):
            rows = tuple(
                [
                    tuple([cell.__replace__(runs=self._without(cell.runs)) for cell in row])
                    for row in data.rows
                ]
            )
            piece.data = data.__replace__(rows=rows)
            piece.text = text_of_rows(rows)
        elif piece.kind == "list":
            items = [item.__replace__(runs=self._without(item.runs)) for item in data[0]]
            piece.data = tuple([item for item in items if item.runs]), data[1]
            piece.text = text_of_items(piece.data[0])
        elif piece.kind == "quote":
            piece.data = [runs for line in data if (runs := self._without(line))]
            piece.text = "\n".join(map(shown, piece.data))

    def _of_text(self, text: str | None) -> str | None:
        return shown(self._without((Run(text),))) if text else text

    def _without(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """Runs without the marks in them."""
        for _ in range(_IN_A_ROW):
            matches = list(self._find(shown(runs))) if runs else []
            if not matches:
                break
            self._found += [match[0].strip() for match in matches]
            runs = settled(cut(runs, [match.span() for match in matches]))
        return runs
