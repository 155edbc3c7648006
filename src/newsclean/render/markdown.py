"""Blocks as CommonMark with pipe tables (GitHub's), under the title as a heading. How a line is escaped stands in
inline.py; metadata are what front matter is for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from newsclean.blocks import Block, Cell, Heading, Image, ListBlock, Paragraph, Quote, Run, Runs, Table, Video
from newsclean.render.html import nested
from newsclean.render.inline import lines_of, markdown_line, markdown_text, target
from newsclean.render.safe import safe_src

__all__ = ["to_markdown"]

_BREAK = "\\\n"
_CLOSING = re.compile(r"(?<!\S)#+$")

_MARKS = ("-.", "+)")

WIDEST = 64
"""The widest span that is padded, in columns: a page that claims more is not believed."""

_PADDED = 4
_PADDED_ANYWAY = 2_000
"""Empty cells that a table is filled up with: so many for each cell of its own, and so many in any table. Whole tables
of news pages stay far below."""


def to_markdown(blocks: Sequence[Block], *, title: str | None = None) -> str:
    """The title, where there is one, as a heading of level 1, then the blocks, apart by a blank line, without a line
    end after the last.

    Bold and italics become ``**`` and ``*``, or HTML tags where CommonMark would not read the marks, as it
    does not beside full-width punctuation. Sub- and superscripts are HTML. A picture's caption is the line
    below it; a video is its poster and title. Tables are pipe tables with spans padded by empty cells, and an
    empty heading row where the table marks none.

    >>> body = (Paragraph((Run("涨了"), Run("“三成”", strong=True), Run("左右"))),)
    >>> to_markdown(body, title="标题")
    '# 标题\\n\\n涨了<strong>“三成”</strong>左右'
    """
    parts = [f"# {_heading_text(markdown_text(title))}"] if title else []
    marks = _MARKS[0]
    for block in blocks:
        if part := _list(block, marks) if isinstance(block, ListBlock) else _WRITERS[type(block)](block):
            parts.append(part)
            # Two lists in a row are two lists only when their marks differ.
            marks = _MARKS[marks == _MARKS[0] and isinstance(block, ListBlock)]
    return "\n\n".join(parts)


def _heading(block: Heading) -> str:
    text = _heading_text(" ".join(map(markdown_line, lines_of(block.runs))))
    return f"{'#' * min(max(block.level, 2), 6)} {text}" if text else ""


def _quote(block: Quote) -> str:
    paragraphs = [text for runs in block.paragraphs if (text := _lines(runs))]
    return "\n>\n".join(["> " + text.replace("\n", "\n> ") for text in paragraphs])


def _lines(runs: Runs) -> str:
    return _BREAK.join(map(markdown_line, lines_of(runs)))


def _heading_text(text: str) -> str:
    """Text that may follow the opening ``#``: those at its end would be taken for the closing ones."""
    return _CLOSING.sub(r"\\\g<0>", text)


def _picture(src: str | None, alt: str | None, caption: str | None) -> str:
    source = safe_src(src)
    picture = f"![{markdown_text(alt or '')}]({target(source)})" if source else ""
    lines = [markdown_line(line) for line in lines_of((Run(caption or ""),))]
    return _BREAK.join([part for part in (picture, *lines) if part])


def _list(block: ListBlock, marks: str) -> str:
    written: list[str] = []
    indents, counts, kinds = [0], [0], [block.ordered]
    for item in nested(block):
        level = item.level
        del indents[level + 1 :], counts[level + 1 :], kinds[level + 1 :]
        counts[level] = counts[level] + 1 if kinds[level] == item.ordered else 1
        kinds[level] = item.ordered
        mark = f"{counts[level]}{marks[1]} " if item.ordered else f"{marks[0]} "
        first, *more = map(markdown_line, lines_of(item.runs))
        inside = " " * (indents[level] + len(mark))
        written.append(" " * indents[level] + mark + _BREAK.join([first, *[inside + line for line in more]]))
        indents.append(len(inside))
        counts.append(0)
        kinds.append(False)
    return "\n".join(written)


def _table(table: Table) -> str:
    grid = _grid(table.rows)
    width = max([at + 1 for row in grid for at, text in enumerate(row) if text], default=0)
    if not width:
        return ""
    # Where one row is far wider than the others these stay short; readers fill them up (GFM 0.29, 4.10).
    filled = width if width * len(grid) <= _most_cells(table.rows) else 0
    rows = [row[:width] + [""] * ((filled if at else width) - len(row)) for at, row in enumerate(grid)]
    if not table.header:
        rows.insert(0, [""] * width)
    rows.insert(1, ["---"] * width)
    return "\n".join(["| " + " | ".join(row) + " |" for row in rows])


def _grid(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """The cells as texts in their columns: each where its row begins and its first column lies, and empty
    texts over the rest of its span. Row spans end where there would be more empty texts than a table may have."""
    grid: list[list[str]] = []
    below: dict[int, int] = {}  # column → rows still taken by a cell above
    left = _most_cells(rows)
    for cells in rows:
        line: list[str] = []
        waiting = list(reversed(cells))
        last = max(below, default=-1)  # cells of this row take only columns before its end
        while waiting or len(line) <= last:
            column = len(line)
            if below.get(column):
                below[column] -= 1
                line.append("")
            elif waiting:
                cell = waiting.pop()
                span = min(max(cell.colspan, 1), WIDEST)
                line += [_cell(cell), *[""] * (span - 1)]
                below.update(dict.fromkeys(range(column, column + span), cell.rowspan - 1))
            else:
                line.append("")
        left -= len(line)
        below = {column: more for column, more in below.items() if more > 0} if left > 0 else {}
        grid.append(line)
    return grid


def _most_cells(rows: Sequence[Sequence[Cell]]) -> int:
    """The cells that a table may become, the empty ones among them."""
    return _PADDED_ANYWAY + _PADDED * sum(map(len, rows))


def _cell(cell: Cell) -> str:
    return "<br>".join(map(markdown_line, lines_of(cell.runs))).replace("|", "\\|")


_WRITERS: dict[type[Block], Callable[[Any], str]] = {
    Paragraph: lambda block: _lines(block.runs),
    Heading: _heading,
    Image: lambda block: _picture(block.src, block.alt or block.caption, block.caption),
    Quote: _quote,
    Table: _table,
    Video: lambda block: _picture(block.poster, block.title, block.title),
}
"""What each kind of block becomes; lists aside, whose marks differ from those of a list before them."""
