"""Loose lines that became captions, and which of them are text after all: what is certain only once more of the page
is read."""

from __future__ import annotations

from newsclean.blocks import Image, Value
from newsclean.clean.pieces import Piece

__all__ = ["Taken", "give_caption", "given_back", "return_line"]


class Taken(Value):
    """A loose line that became a caption: it may have to be given back."""

    picture: Piece
    line: Piece
    is_sentence: bool


def give_caption(piece: Piece, text: str | None) -> None:
    """Give a picture its caption, or take it away."""
    image = piece.data
    if isinstance(image, Image):
        piece.data = Image(image.src, text, image.alt, image.width, image.height)


def return_line(pieces: list[Piece], all_taken: list[Taken], taken: Taken) -> None:
    """Make text again of a line whose picture is the last piece: another line like it follows."""
    if pieces and pieces[-1] is taken.picture:
        give_caption(taken.picture, None)
        taken.line.ordinal = taken.picture.ordinal + 1
        pieces.append(taken.line)
        all_taken.remove(taken)


def given_back(pieces: list[Piece], all_taken: list[Taken]) -> list[Piece]:
    """The pieces with lines that are too much for captions as text again: sentences where they outweigh the text that
    is left (several of them: where they are more than half of it), as in a post of pictures and sentences; every line
    where no text is left."""
    left = sum([len(piece.text) for piece in pieces])
    sentences = [len(taken.line.text) for taken in all_taken if taken.is_sentence]
    weight = 2 if len(sentences) > 1 else 1
    if left and sum(sentences) * weight <= left:
        return pieces
    returned = {taken.picture: taken.line for taken in all_taken if taken.is_sentence or not left}
    whole = []
    for piece in pieces:
        whole.append(piece)
        line = returned.get(piece)
        if line is not None:
            give_caption(piece, None)
            line.ordinal = piece.ordinal
            whole.append(line)
    return whole
