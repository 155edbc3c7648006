"""Tables: data that is read in rows and columns, or a frame around pictures and text from the years of table layout.

Here lives the telling apart and the reading of both. Here never lives what stands inside a cell: the walk knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsclean.blocks import Cell, Run, Table, plain
from newsclean.clean.captions import fits, is_sentence, take, wants
from newsclean.clean.pieces import Piece
from newsclean.lazy_regex import Deferred

if TYPE_CHECKING:
    from newsclean.clean.walk import Items, Walk
    from newsclean.clean.whitespace import Look

__all__ = ["table"]

_SPAN = Deferred(r"\s*(\d{1,4})")
_MOST_SPAN = 1_000  # the HTML standard's own limit for colspan
_PROSE = 400  # characters; a cell longer than this is layout, unless marks prove a table of data
_DATA_CLASSES = frozenset({"tb01"})  # the class that the editor's own tables have
_EDITOR_MARK = "isIntable"  # in the style of the paragraphs of their cells
_NO_BORDER = frozenset({"0", "no", "none", "0px"})

Row = list[tuple[Any, list[Piece]]]
Cells = list[tuple[int, list[Piece]]]  # those of a row that hold anything, with their columns


def table(walk: Walk, element: Any, items: Items, look: Look) -> None:
    """table: a piece of rows where it holds data, else what stands in its cells, one after the other."""
    walk.flush(element.getparent())
    title, rows = _read(walk, element, look)
    for piece in title:
        walk.add(piece)
    if _holds_data(element, rows):
        _add_table(walk, element, rows)
    else:
        _add_frame(walk, rows)


def _read(walk: Walk, element: Any, look: Look) -> tuple[list[Piece], list[Row]]:
    """The pieces of the caption and of words that stand in no cell, and rows of (cell element, its pieces)."""
    title: list[Piece] = []
    rows: list[Row] = []
    _read_stray(walk, element, element.text, look, title)
    for node in element:
        if node.tag in ("tbody", "thead", "tfoot"):
            _read_stray(walk, node, node.text, look, title)
            for inner in node:
                _read_row(walk, inner, look, title, rows)
            _read_stray(walk, node, node.tail, look, title)
        else:
            _read_row(walk, node, look, title, rows)
    return title, rows


def _read_row(walk: Walk, node: Any, look: Look, title: list[Piece], rows: list[Row]) -> None:
    if node.tag != "tr":
        title.extend(walk.gather_one(node, look))
        return
    row: Row = []
    _read_stray(walk, node, node.text, look, title)
    for cell in node:
        inner = walk.gather_one(cell, look)
        if cell.tag in ("td", "th"):
            row.append((cell, inner))
        else:
            title.extend(inner)
    _read_stray(walk, node, node.tail, look, title)
    if row:
        rows.append(row)


def _read_stray(walk: Walk, element: Any, text: str | None, look: Look, title: list[Piece]) -> None:
    """Words between the rows and cells: a browser shows them above the table."""
    if text and not text.isspace():
        title.extend(walk.gather_text(element, text, look))


def _holds_data(element: Any, rows: list[Row]) -> bool:
    """Whether it is a table of data: two columns or more, more texts than pictures, short cells or marks of data."""
    texts = pictures = longest = 0
    widest = 0
    for row in rows:
        widest = max(widest, len(row))
        for _, pieces in row:
            length = sum([len(piece.text) for piece in pieces])
            texts += length > 0
            pictures += sum([piece.kind == "image" for piece in pieces])
            if any(piece.kind in ("table", "video") for piece in pieces):
                return False
            if len(row) > 1:
                longest = max(longest, length)
    if widest < 2 or texts < 2 or texts <= 2 * pictures:
        return False
    return (texts > 2 and longest <= _PROSE) or _is_marked(element, rows)


def _is_marked(element: Any, rows: list[Row]) -> bool:
    """Whether the page itself says that a table holds data: by its class, its borders, its headers, the editor's mark
    in a cell, or by being bare: a frame sets a width or a border at least."""
    border = element.get("border")
    if border is not None and border.strip().lower() not in _NO_BORDER:
        return True
    if not _DATA_CLASSES.isdisjoint((element.get("class") or "").split()):
        return True
    bare = not len(element.attrib)
    for row in rows:
        for cell, pieces in row:
            if cell.tag == "th" or any([_EDITOR_MARK in (p.element.get("cms-style") or "") for p in pieces]):
                return True
            bare = bare and all([piece.element is cell for piece in pieces])
    return bare


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


# --- frames around pictures ----------------------------------------------------------------------------


def _add_frame(walk: Walk, rows: list[Row]) -> None:
    """The cells of a layout table in reading order; a short line below or beside a picture's cell is its caption."""
    waiting: list[tuple[int, Piece]] = []  # the pictures of the row above, with their columns
    for row in rows:
        cells = [(column, pieces) for column, (_, pieces) in enumerate(row) if pieces]
        if not cells:
            continue
        if waiting and all([_is_line(walk, pieces) for _, pieces in cells]):
            _pair(walk, waiting, cells)
            waiting = []
        else:
            waiting = _add_row(walk, cells)


def _pair(walk: Walk, waiting: list[tuple[int, Piece]], cells: Cells) -> None:
    """A row of lines under a row of pictures: as many of each go together, else each line to its column's picture."""
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
            walk.add(pieces[0])
        else:
            take(walk, picture, pieces[0])


def _add_row(walk: Walk, cells: Cells) -> list[tuple[int, Piece]]:
    """Add the pieces of a row, captions beside pictures taken; the pictures that may find theirs in the next row."""
    waiting: list[tuple[int, Piece]] = []
    only = True  # nothing but pictures and their captions so far
    beside: Piece | None = None  # the picture of the cell before
    for column, pieces in cells:
        if beside is not None and _is_line(walk, pieces):
            take(walk, beside, pieces[0])
            waiting.pop()
            beside = None
            continue
        framed = _is_framed(walk, pieces)
        only = only and framed
        beside = None
        for at, piece in enumerate(pieces):
            before = pieces[at - 1] if at else None
            if framed and piece.kind == "p" and before is not None:
                take(walk, before, piece)
                continue
            walk.add(piece)
        if framed and wants(pieces[-1]):
            beside = pieces[-1]
            waiting.append((column, beside))
    return waiting if only else []


def _is_line(walk: Walk, pieces: list[Piece]) -> bool:
    """Whether a cell holds one line, and one that may be a caption."""
    return len(pieces) == 1 and fits(walk, pieces[0])


def _is_framed(walk: Walk, pieces: list[Piece]) -> bool:
    """Whether a cell is nothing but a frame: pictures, behind each no more than a line that may be its caption."""
    before: Piece | None = None
    for piece in pieces:
        if piece.kind != "image":
            if before is None or not wants(before) or not fits(walk, piece):
                return False
            if len(pieces) > 2 and is_sentence(piece.text):
                return False
            before = None
        else:
            before = piece
    return True
