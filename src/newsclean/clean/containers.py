"""Lists and quotes: what the pieces inside them become once their captions are gone."""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.blocks import ListItem, Run, shown
from newsclean.clean.pieces import Piece
from newsclean.clean.raw import Container
from newsclean.tree import Element

__all__ = ["list_of", "quote_of", "text_of_items"]


def list_of(container: Container, parts: list[list[Piece]]) -> list[Piece]:
    """A list: one piece with an item a line; its pictures follow it. A table in an item stands between two lists."""
    making = _List(container.element)
    for inner in parts:
        making.add_item(inner)
    making.end()
    return making.made


def text_of_items(items: Iterable[ListItem]) -> str:
    """What a reader sees of a list's items, one a line."""
    return "\n".join([shown(item.runs) for item in items])


class _List:
    """A list in the making: its items so far, and what stands beside them."""

    def __init__(self, element: Element) -> None:
        self.element = element
        self.ordered = element.tag == "ol"
        self.made: list[Piece] = []
        self.found: list[ListItem] = []
        self.others: list[Piece] = []  # pictures

    def add_item(self, inner: list[Piece]) -> None:
        """One item from the pieces inside an li, in their order: its paragraphs and those of quotes as lines, the items
        of lists in it one level down. Lines behind such a list go on in its last item."""
        lines: list[Run] = []
        is_begun = False
        for piece in inner:
            if piece.kind == "list" and isinstance(piece.data, tuple):
                self.add_lines(lines, goes_on=is_begun)
                below = piece.data[0]
                self.found.extend([ListItem(item.runs, item.level + 1, item.ordered) for item in below])
                is_begun = True
            elif more := _lines_of(piece):
                lines += (Run("\n"), *more) if lines else more
            elif piece.kind == "table":
                self.add_lines(lines, goes_on=is_begun)
                self.end()
                self.made.append(piece)
                is_begun = False
            else:
                self.others.append(piece)
        self.add_lines(lines, goes_on=is_begun)

    def add_lines(self, lines: list[Run], *, goes_on: bool) -> None:
        """Lines as an item, or as more of the item that is the last so far; the list of them is empty then."""
        if lines and goes_on:
            last = self.found[-1]
            self.found[-1] = ListItem((*last.runs, Run("\n"), *lines), last.level, last.ordered)
        elif lines:
            self.found.append(ListItem(tuple(lines), 0, self.ordered))
        lines.clear()

    def end(self) -> None:
        """Make a piece of the items so far, with the pictures behind it."""
        found = self.found
        if found:
            piece = Piece("list", self.element, data=(tuple(found), self.ordered))
            piece.text = text_of_items(found)
            piece.linked = all(
                run.href is not None or not run.text.strip() for item in found for run in item.runs
            )
            self.made.append(piece)
        self.made.extend(self.others)
        self.found, self.others = [], []


def _lines_of(piece: Piece) -> tuple[Run, ...]:
    """The lines of a paragraph, a heading or a quote; none for other pieces."""
    if piece.kind != "quote" or not isinstance(piece.data, list):
        return piece.runs
    lines: list[Run] = []
    for runs in piece.data:
        lines.extend([Run("\n"), *runs] if lines else runs)
    return tuple(lines)


def quote_of(container: Container, parts: list[list[Piece]]) -> list[Piece]:
    """A quote of its paragraphs; pictures and tables inside it stand beside it."""
    made: list[Piece] = []
    texts: list[Piece] = []
    for piece in parts[0]:
        if piece.kind in ("p", "h"):
            texts.append(piece)
            continue
        _end_quote(container.element, texts, made)
        made.append(piece)
    _end_quote(container.element, texts, made)
    return made


def _end_quote(element: Element, texts: list[Piece], made: list[Piece]) -> None:
    if not texts:
        return
    piece = Piece("quote", element, text="\n".join([t.text for t in texts]), data=[t.runs for t in texts])
    piece.linked = all([t.linked for t in texts])
    made.append(piece)
    texts.clear()
