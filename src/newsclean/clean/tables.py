"""Tables: how their cells are read, and whether they hold data or only frame pictures and text.

The walk leaves a table's cells with their pieces (:func:`table`); what it is, is asked once captions have gone to
their pictures (:func:`holds_data`), for a frame's cells often hold nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsclean.blocks import Cell, Run, Table, shown
from newsclean.clean.ad_tables import advertises
from newsclean.clean.pieces import Piece
from newsclean.clean.raw import Container, Part
from newsclean.lazy_regex import Deferred
from newsclean.rules import markup
from newsclean.tree import Element

if TYPE_CHECKING:
    from newsclean.clean.walk import Items, Walk
    from newsclean.clean.whitespace import Look

__all__ = ["Row", "has_columns", "holds_data", "read_parts", "table", "table_of", "text_of_rows"]

_SPAN = Deferred(r"\s*(\d{1,4})")
_MOST_SPAN = 1_000
"""The HTML standard's own limit for colspan."""
_PROSE = 400
"""Characters; a cell longer than this is layout, unless marks prove a table of data."""
_NO_BORDER = frozenset({"0", "no", "none", "0px"})

Row = list[tuple[Element, list[Piece]]]


# --- reading -------------------------------------------------------------------------------------------


def table(walk: Walk, element: Element, items: Items, look: Look) -> None:
    """table: its cells, each with what stands in it."""
    walk.flush_before(element)
    if advertises(walk.lookup, element):
        walk.remove("ad-table", element)
        return
    reading = _Reading(walk, look)
    reading.read(element)
    walk.contain(Container("table", element, reading.parts))


class _Reading:
    """The reading of one table into parts: cells with the number of their row, and whatever stands in no cell."""

    def __init__(self, walk: Walk, look: Look) -> None:
        self.walk = walk
        self.look = look
        self.parts: list[Part] = []
        self.rows = 0
        self.is_open = (
            False  # whether a row has cells and no tag of its own, so that the next cell goes on in it
        )

    def read(self, element: Element) -> None:
        """The table itself: rows and groups of rows."""
        self.stray(element, element.text)
        for node in element:
            if node.tag in ("tbody", "thead", "tfoot"):
                self.stray(node, node.text)
                for inner in node:
                    self.read_row(inner)
                self.stray(node, node.tail)
            else:
                self.read_row(node)

    def read_row(self, node: Element) -> None:
        """A row; cells that stand in none make one of their own, and what else is none, such as a caption, is a part of
        its own."""
        if node.tag != "tr":
            is_cell = node.tag in ("td", "th")
            inner = self.walk.gather_one(node, self.look)
            self.parts.append(Part(node, inner, self.rows if is_cell else None))
            self.is_open = self.is_open or is_cell
            return
        self.rows += self.is_open
        self.is_open = found = False
        self.stray(node, node.text)
        for cell in node:
            is_cell = cell.tag in ("td", "th")
            inner = self.walk.gather_one(cell, self.look)
            self.parts.append(Part(cell, inner, self.rows if is_cell else None))
            found = found or is_cell
        self.stray(node, node.tail)
        self.rows += found

    def stray(self, element: Element, text: str | None) -> None:
        """Words between the rows and cells: a browser shows them above the table."""
        if text and not text.isspace():
            self.parts.append(Part(element, self.walk.gather_text(element, text, self.look)))


# --- what a table is -----------------------------------------------------------------------------------


def read_parts(parts: list[tuple[Part, list[Piece]]]) -> tuple[list[Piece], list[Row]]:
    """The pieces of captions and of words that stand in no cell, and the rows of (cell element, its pieces)."""
    title: list[Piece] = []
    rows: list[Row] = []
    for part, pieces in parts:
        if part.row is None:
            title.extend(pieces)
            continue
        if part.row == len(rows):
            rows.append([])
        rows[part.row].append((part.element, pieces))
    return title, rows


def has_columns(container: Container) -> bool:
    """Whether a row of a table has two cells or more."""
    rows = [part.row for part in container.parts if part.row is not None]
    return len(set(rows)) < len(rows)


def holds_data(element: Element, rows: list[Row]) -> bool:
    """Whether it is a table of data: two columns or more, more texts than pictures, short cells or marks of data."""
    if any([piece.kind in ("table", "video") for row in rows for _, pieces in row for piece in pieces]):
        return False
    lengths = [[sum([len(piece.text) for piece in pieces]) for _, pieces in row] for row in rows]
    texts = sum([length > 0 for row in lengths for length in row])
    pictures = sum([piece.kind == "image" for row in rows for _, pieces in row for piece in pieces])
    widest = max(map(len, rows), default=0)
    if widest < 2 or texts < 2 or texts <= 2 * pictures:
        return False
    longest = max([max(row) for row in lengths if len(row) > 1])
    return (texts > 2 and longest <= _PROSE) or _is_marked(element, rows)


def _is_marked(element: Element, rows: list[Row]) -> bool:
    """Whether the page itself says that a table holds data: by its borders, its class, its headers, the editor's mark
    in a cell, or by being bare: a frame sets a width or a border at least."""
    cells = [cell for row in rows for cell in row]
    return (
        _has_border(element)
        or not markup.TABLE_CLASSES.isdisjoint((element.get("class") or "").split())
        or any([cell.tag == "th" or _has_editor_mark(pieces) for cell, pieces in cells])
        or _is_bare(element, cells)
    )


def _has_border(element: Element) -> bool:
    border = element.get("border")
    return border is not None and border.strip().lower() not in _NO_BORDER


def _has_editor_mark(pieces: list[Piece]) -> bool:
    return any([markup.TABLE_STYLE in (piece.element.get(markup.EDITOR_STYLE) or "") for piece in pieces])


def _is_bare(element: Element, cells: Row) -> bool:
    """Whether a table has no attributes, and its cells hold no blocks."""
    return not len(element.attrib) and all(
        [piece.element is cell for cell, pieces in cells for piece in pieces]
    )


def table_of(element: Element, rows: list[Row]) -> list[Piece]:
    """A table of data as one piece; the pictures of its cells follow it."""
    made = tuple([tuple([_cell(cell, pieces) for cell, pieces in row]) for row in rows])
    header = 0
    while header < len(made) and all([cell.header for cell in made[header]]):
        header += 1
    piece = Piece("table", element, data=Table(made, header))
    piece.text = text_of_rows(made)
    inner = [one for row in rows for _, pieces in row for one in pieces]
    return [piece, *[one for one in inner if one.kind == "image"]]


def text_of_rows(rows: Iterable[tuple[Cell, ...]]) -> str:
    """What a reader sees of a table's rows, one a line."""
    return "\n".join(["\t".join([shown(cell.runs) for cell in row]) for row in rows])


def _cell(element: Element, pieces: list[Piece]) -> Cell:
    runs: list[Run] = []
    for piece in pieces:
        lines = _runs_of(piece)
        if lines:
            runs.extend([Run("\n"), *lines] if runs else lines)
    return Cell(
        tuple(runs), _span(element.get("colspan")), _span(element.get("rowspan")), element.tag == "th"
    )


def _runs_of(piece: Piece) -> tuple[Run, ...]:
    """What a piece says in a cell: the items of a list and the paragraphs of a quote as lines."""
    if piece.kind == "list" and isinstance(piece.data, tuple):
        return tuple([run for item in piece.data[0] for run in (*item.runs, Run("\n"))][:-1])
    if piece.kind == "quote" and isinstance(piece.data, list):
        return tuple([run for quoted in piece.data for run in (*quoted, Run("\n"))][:-1])
    return piece.runs


def _span(value: str | None) -> int:
    match = _SPAN.match(value) if value else None
    return min(max(int(match[1]), 1), _MOST_SPAN) if match else 1
