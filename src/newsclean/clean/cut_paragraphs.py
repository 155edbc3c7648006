"""Paragraphs that something cut in two.

An advertisement in a table ends a paragraph in the eyes of any parser, and what goes on behind it begins with a comma.
"""

from __future__ import annotations

from newsclean.clean.draft import Draft
from newsclean.clean.pieces import Piece

__all__ = ["join_cut_paragraphs"]

_GOES_ON = ("，", "、")
"""What no paragraph begins with."""

_ENDS = tuple("。！？；：…”）")
"""What a paragraph ends with that is whole."""


def join_cut_paragraphs(draft: Draft) -> None:
    """A paragraph and the one behind it that goes on with a comma are one."""
    before: Piece | None = None
    for piece in draft.pieces:
        if piece.text.startswith(_GOES_ON) and before is not None and _goes_on(before, piece):
            before.runs = (*before.runs, *piece.runs)
            before.text += piece.text
            before.strong &= piece.strong
            piece.gone = draft.untidy = True
            draft.lines = None
        else:
            before = piece


def _goes_on(before: Piece, piece: Piece) -> bool:
    is_plain = before.kind == piece.kind == "p"
    return is_plain and bool(before.text) and not before.text.endswith(_ENDS)
