"""Blocks as plain text, one a line. Here lives what of a block is text; here never lives markup."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.blocks import Block, Cell, Image, ListBlock, Paragraph, Quote, Runs, Table, Video, plain

__all__ = ["to_text"]


def to_text(blocks: Sequence[Block], *, captions: bool = False) -> str:
    """The blocks as lines, without a line end after the last.

    A paragraph or heading is a line, and one more for each line break in it; a list is a line an item; a
    quotation is a line a paragraph; a table is a line a row: its own cells, joined by a tab, spans not
    padded, empty cells at the row's two ends and empty rows left out. Pictures and videos give nothing, or
    with ``captions=True`` their caption or title.

    >>> from newsclean.blocks import Run
    >>> to_text((Paragraph((Run("涨了"), Run("3%", strong=True))), Image("https://a/b.png", caption="图")))
    '涨了3%'
    """
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            _add_lines(lines, block.runs)
        elif isinstance(block, Image):
            if captions and block.caption:
                lines.append(one_line(block.caption))
        elif isinstance(block, Table):
            lines += [row for cells in block.rows if (row := _row(cells))]
        elif isinstance(block, ListBlock):
            lines += [line for item in block.items if (line := one_line(plain(item.runs)))]
        elif isinstance(block, Quote):
            for runs in block.paragraphs:
                _add_lines(lines, runs)
        elif isinstance(block, Video):
            if captions and block.title:
                lines.append(one_line(block.title))
        else:
            _add_lines(lines, block.runs)
    return "\n".join(lines)


def one_line(text: str) -> str:
    """The text with its line breaks as spaces."""
    return " ".join([part.strip() for part in text.split("\n")]).strip() if "\n" in text else text.strip()


def _add_lines(lines: list[str], runs: Runs) -> None:
    text = plain(runs)
    if "\n" in text:
        lines += [stripped for line in text.split("\n") if (stripped := line.strip())]
    elif text := text.strip():
        lines.append(text)


def _row(cells: Sequence[Cell]) -> str:
    return "\t".join([" ".join(plain(cell.runs).split()) for cell in cells]).strip("\t")
