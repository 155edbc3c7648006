"""Blocks as plain text, one a line: what corpora and search want of an article."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.blocks import Block, Cell, Heading, Image, ListBlock, Paragraph, Quote, Runs, Table, shown

__all__ = ["to_text"]


def to_text(blocks: Sequence[Block], *, captions: bool = False) -> str:
    """The blocks as lines, without a line end after the last.

    A paragraph or heading is a line, and one more for each line break in it; a list is a line an item; a
    quotation is a line a paragraph; a table is a line a row: its own cells, joined by a tab, spans not
    padded, empty cells at the row's two ends and empty rows left out. Pictures and videos give nothing, or
    with ``captions=True`` their caption or title. Sub- and superscripts are told: 10⁻⁶, H₂O, x^(n/2).

    >>> from newsclean.blocks import Run
    >>> to_text((Paragraph((Run("涨了"), Run("3%", strong=True))), Image("https://a/b.png", caption="图")))
    '涨了3%'
    """
    return "\n".join([line for block in blocks for line in _lines_of(block, captions)])


def _lines_of(block: Block, captions: bool) -> list[str]:
    if isinstance(block, (Paragraph, Heading)):
        return _lines(block.runs)
    if isinstance(block, Table):
        return [row for cells in block.rows if (row := _row(cells))]
    if isinstance(block, ListBlock):
        return [line for item in block.items if (line := one_line(shown(item.runs)))]
    if isinstance(block, Quote):
        return [line for runs in block.paragraphs for line in _lines(runs)]
    caption = block.caption if isinstance(block, Image) else block.title
    return [one_line(caption)] if captions and caption else []


def one_line(text: str) -> str:
    """The text with its line breaks as spaces."""
    return " ".join([part.strip() for part in text.split("\n")]).strip() if "\n" in text else text.strip()


def _lines(runs: Runs) -> list[str]:
    text = shown(runs)
    if "\n" in text:
        return [stripped for line in text.split("\n") if (stripped := line.strip())]
    return [stripped] if (stripped := text.strip()) else []


def _row(cells: Sequence[Cell]) -> str:
    return "\t".join([" ".join(shown(cell.runs).split()) for cell in cells]).strip("\t")
