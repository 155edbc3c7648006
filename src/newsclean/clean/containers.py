"""Lists and quotes: what the pieces inside them become once their captions are gone."""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.blocks import ListItem, Run, shown
from newsclean.clean.pieces import Piece
from newsclean.clean.raw import Container
from newsclean.tree import Element

__all__ = ["list_of", "quote_of", "text_of_items"]


def list_of(container: Container, parts: list[list[Piece]]) -> list[Piece]:
    """A list: one piece with an item a line; its pictures follow it."""
    ordered = container.element.tag == "ol"
    found: list[ListItem] = []
    others: list[Piece] = []
    for inner in parts:
        _add_item(inner, ordered, found, others)
    if not found:
        return others
    piece = Piece("list", container.element, data=(tuple(found), ordered))
    piece.text = text_of_items(found)
    piece.linked = all(run.href is not None or not run.text.strip() for item in found for run in item.runs)
    return [piece, *others]


def text_of_items(items: Iterable[ListItem]) -> str:
    """What a reader sees of a list's items, one a line."""
    return "\n".join([shown(item.runs) for item in items])


def _add_item(inner: list[Piece], ordered: bool, found: list[ListItem], others: list[Piece]) -> None:
    """One item from the pieces inside an li: its paragraphs as lines, the items of lists in it one level down."""
    lines: list[Run] = []
    below: list[ListItem] = []
    for piece in inner:
        if piece.runs:
            lines.extend([Run("\n"), *piece.runs] if lines else piece.runs)
        elif piece.kind == "list" and isinstance(piece.data, tuple):
            below.extend([ListItem(item.runs, item.level + 1, item.ordered) for item in piece.data[0]])
        else:
            others.append(piece)
    if lines:
        found.append(ListItem(tuple(lines), 0, ordered))
    found.extend(below)


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
