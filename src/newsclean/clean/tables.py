"""Tables: data that is read in rows and columns, or a frame around pictures and text from the years of table layout.

Here lives the telling apart and the reading of both. Here never lives what stands inside a cell: the walk knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsclean.clean.pieces import Piece
from newsclean.models import Cell, Image, Run, Table, plain
from newsclean.patterns import Deferred

if TYPE_CHECKING:
    from newsclean.clean.text import Look
    from newsclean.clean.walk import Items, Walk

__all__ = ["table"]

_SPAN = Deferred(r"\s*(\d{1,4})")
_MOST_SPAN = 1_000  # the HTML standard's own limit for colspan
_PROSE = 400  # characters; a cell longer than this, or with pictures beside it, is layout
_CAPTION_MOST = 120

Row = list[tuple[Any, list[Piece]]]


def table(walk: Walk, element: Any, items: Items, look: Look) -> None:
    """table: a piece of rows where it holds data, else what stands in its cells, one after the other."""
    walk.flush(element.getparent())
    title, rows = _read(walk, element, look)
    for piece in title:
        walk.add(piece)
    if _holds_data(rows):
        _add_table(walk, element, rows)
    else:
        _add_frame(walk, rows)


def _read(walk: Walk, element: Any, look: Look) -> tuple[list[Piece], list[Row]]:
    """The pieces of the caption, and rows of (cell element, its pieces)."""
    title: list[Piece] = []
    rows: list[Row] = []
    for node in element:
        if node.tag in ("tbody", "thead", "tfoot"):
            for inner in node:
                _read_row(walk, inner, look, title, rows)
        else:
            _read_row(walk, node, look, title, rows)
    return title, rows


def _read_row(walk: Walk, node: Any, look: Look, title: list[Piece], rows: list[Row]) -> None:
    if node.tag != "tr":
        title.extend(walk.gather_one(node, look))
        return
    row: Row = []
    for cell in node:
        inner = walk.gather_one(cell, look)
        if cell.tag in ("td", "th"):
            row.append((cell, inner))
        else:
            title.extend(inner)
    if row:
        rows.append(row)


def _holds_data(rows: list[Row]) -> bool:
    """Whether it is a table of data: at least two columns, short cells, no more pictures than texts."""
    texts = pictures = 0
    widest = 0
    for row in rows:
        widest = max(widest, len(row))
        for _, pieces in row:
            length = sum([len(piece.text) for piece in pieces])
            texts += length > 0
            pictures += sum([piece.kind == "image" for piece in pieces])
            if any(piece.kind in ("table", "video") for piece in pieces):
                return False
            if length > _PROSE and len(row) > 1:
                return False
    return widest > 1 and texts > 2 and texts > 2 * pictures


def _add_table(walk: Walk, element: Any, rows: list[Row]) -> None:
    made = tuple([tuple([_cell(cell, pieces) for cell, pieces in row]) for row in rows])
    header = 0
    while header < len(made) and all([cell.header for cell in made[header]]):
        header += 1
    piece = Piece("table", element, data=Table(made, header))
    piece.text = "\n".join(["\t".join([plain(cell.runs) for cell in row]) for row in made])
    walk.add(piece)
    for row in rows:
        for _, pieces in row:
            for inner in pieces:
                if inner.kind == "image":
                    walk.add(inner)


def _cell(element: Any, pieces: list[Piece]) -> Cell:
    runs: list[Run] = []
    for piece in pieces:
        lines = piece.runs
        if piece.kind == "list" and isinstance(piece.data, tuple):
            lines = tuple([run for item in piece.data[0] for run in (*item.runs, Run("\n"))][:-1])
        elif piece.kind == "quote" and isinstance(piece.data, list):
            lines = tuple([run for quoted in piece.data for run in (*quoted, Run("\n"))][:-1])
        if lines:
            runs.extend([Run("\n"), *lines] if runs else lines)
    return Cell(
        tuple(runs), _span(element.get("colspan")), _span(element.get("rowspan")), element.tag == "th"
    )


def _span(value: str | None) -> int:
    match = _SPAN.match(value) if value else None
    return min(max(int(match[1]), 1), _MOST_SPAN) if match else 1


def _add_frame(walk: Walk, rows: list[Row]) -> None:
    """The cells of a layout table in reading order; a short line under a picture is its caption."""
    picture: Piece | None = None
    for row in rows:
        for _, pieces in row:
            for piece in pieces:
                if piece.kind == "image":
                    picture = piece
                elif (
                    picture is not None
                    and piece.kind == "p"
                    and len(piece.text) <= _CAPTION_MOST
                    and not piece.indented
                    and isinstance(picture.data, Image)
                    and picture.data.caption is None
                ):
                    data = picture.data
                    picture.data = Image(data.src, piece.text, data.alt, data.width, data.height)
                    picture = None
                    continue
                else:
                    picture = None
                walk.add(piece)
