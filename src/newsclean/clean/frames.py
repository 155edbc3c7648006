"""Tables that frame pictures and text, from the years of table layout: which cell is the caption of which picture."""

from __future__ import annotations

from collections.abc import Callable

from newsclean.clean.caption_lines import fits, is_sentence, wants_caption
from newsclean.clean.lookup import Lookup
from newsclean.clean.pieces import Piece
from newsclean.clean.tables import Row

__all__ = ["Frame"]

Cells = list[tuple[int, list[Piece]]]  # those of a row that hold anything, with their columns


class Frame:
    """The reading of a frame. ``add`` keeps a piece, ``take`` makes a line the caption of a picture."""

    def __init__(
        self, lookup: Lookup, add: Callable[[Piece], None], take: Callable[[Piece, Piece], None]
    ) -> None:
        self.lookup = lookup
        self.add = add
        self.take = take

    def read(self, rows: list[Row]) -> Piece | None:
        """The cells in reading order; a short line below or beside a picture's cell is its caption. The one picture
        whose cell for a caption is empty is given back; None where there is none."""
        unsaid: Piece | None = None
        waiting: list[tuple[int, Piece]] = []  # the pictures of the row above, with their columns
        for row in rows:
            cells = [(column, pieces) for column, (_, pieces) in enumerate(row) if pieces]
            if not cells:
                unsaid = waiting[0][1] if row and len(waiting) == 1 else unsaid
                continue
            unsaid = None
            if waiting and all([self.is_line(pieces) for _, pieces in cells]):
                self.pair(waiting, cells)
                waiting = []
            else:
                waiting = self.read_row(cells)
        return unsaid

    def pair(self, waiting: list[tuple[int, Piece]], cells: Cells) -> None:
        """A row of lines under a row of pictures: as many of each go together, else each line to its column's
        picture."""
        pictures = [picture for _, picture in waiting]
        if len(cells) == len(pictures):
            known = dict(zip([column for column, _ in cells], pictures, strict=True))
        elif len(cells) == 1:
            known = {cells[0][0]: pictures[-1]}
        else:
            known = dict(waiting)
        for column, pieces in cells:
            picture = known.get(column)
            if picture is None:
                self.add(pieces[0])
            else:
                self.take(picture, pieces[0])

    def read_row(self, cells: Cells) -> list[tuple[int, Piece]]:
        """Add the pieces of a row, captions beside pictures taken; the pictures that may find theirs in the next
        row."""
        waiting: list[tuple[int, Piece]] = []
        only = True  # nothing but pictures and their captions so far
        beside: Piece | None = None  # the picture of the cell before
        for column, pieces in cells:
            if beside is not None and self.is_line(pieces):
                self.take(beside, pieces[0])
                waiting.pop()
                beside = None
                continue
            framed = self.is_framed(pieces)
            only = only and framed
            beside = None
            self.read_cell(pieces, framed)
            if framed and wants_caption(pieces[-1]):
                beside = pieces[-1]
                waiting.append((column, beside))
        return waiting if only else []

    def read_cell(self, pieces: list[Piece], framed: bool) -> None:
        """Add the pieces of a cell; in one that is nothing but a frame, the lines go to the pictures before them."""
        before: Piece | None = None
        for piece in pieces:
            if framed and piece.kind == "p" and before is not None:
                self.take(before, piece)
            else:
                self.add(piece)
            before = piece

    def is_line(self, pieces: list[Piece]) -> bool:
        """Whether a cell holds one line, and one that may be a caption."""
        return len(pieces) == 1 and fits(self.lookup, pieces[0])

    def is_framed(self, pieces: list[Piece]) -> bool:
        """Whether a cell is nothing but a frame: pictures, behind each no more than a line that may be its caption."""
        before: Piece | None = None
        for piece in pieces:
            if piece.kind == "image":
                before = piece
                continue
            if before is None or not wants_caption(before) or not fits(self.lookup, piece):
                return False
            if len(pieces) > 2 and is_sentence(self.lookup, piece.text):
                return False
            before = None
        return True
