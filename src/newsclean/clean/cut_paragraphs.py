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
    """A paragraph and those behind it that go on with a comma are one."""
    parts: list[Piece] = []
    for piece in draft.pieces:
        if parts and piece.text.startswith(_GOES_ON) and _goes_on(parts[-1], piece):
            parts.append(piece)
        else:
            _join(draft, parts)
            parts = [piece]
    _join(draft, parts)


def _goes_on(before: Piece, piece: Piece) -> bool:
    is_plain = before.kind == piece.kind == "p"
    return is_plain and bool(before.text) and not before.text.endswith(_ENDS)


def _join(draft: Draft, parts: list[Piece]) -> None:
    """The first of some paragraphs becomes all of them."""
    if len(parts) < 2:
        return
    whole, *others = parts
    whole.runs = tuple([run for part in parts for run in part.runs])
    whole.text = "".join([part.text for part in parts])
    whole.strong = all([part.strong for part in parts])
    for piece in others:
        piece.gone = True
    draft.untidy = True
    draft.lines = None
