"""What the tags of a body mean to a reader: which are looks, which are blocks, and how each block is read.

Here live two vocabularies, INLINE and BLOCKS, and the reading of lists, quotes and headings. Tables have a
module of their own. Here never lives a rule about furniture.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from newsclean.blocks import ListItem, Run, plain
from newsclean.clean.figures import picture
from newsclean.clean.pictures import absolute
from newsclean.clean.pieces import Piece
from newsclean.clean.tables import table
from newsclean.clean.whitespace import BREAK, Buffer, Look, text_of
from newsclean.lazy_regex import Deferred

if TYPE_CHECKING:
    from newsclean.clean.walk import Items, Walk

__all__ = ["BLOCKS", "INLINE", "links_of"]

_BOLD_STYLE = Deferred(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)


# --- looks ---------------------------------------------------------------------------------------------


def _keep(walk: Walk, items: Items, look: Look) -> Look:
    return look


def _styled(walk: Walk, items: Items, look: Look) -> Look:
    """font and span: bold where the editor's own style or the style sheet says so."""
    for name, value in items:
        if (name == "cms-style" and "strong-Bold" in value) or (
            name == "style" and _BOLD_STYLE.search(value)
        ):
            return look if look.strong else look._replace(strong=True)
    return look


def _strong(walk: Walk, items: Items, look: Look) -> Look:
    return look if look.strong else look._replace(strong=True)


def _emphasis(walk: Walk, items: Items, look: Look) -> Look:
    return look if look.emphasis else look._replace(emphasis=True)


def _script(kind: str, walk: Walk, items: Items, look: Look) -> Look:
    return look._replace(script=kind)


def _link(walk: Walk, items: Items, look: Look) -> Look:
    """a: a link where its address is of the web or of mail; elsewhere its text alone."""
    for name, value in items:
        if name == "href":
            href = value.strip()
            if href[:7].lower() == "mailto:":
                return look._replace(href=href)
            href = absolute(href, walk.base) or ""
            return look._replace(href=href) if href else look
    return look


def links_of(element: Any, base: str | None) -> list[tuple[str, str]]:
    """The links inside an element as (text, address) pairs."""
    found = []
    for link in element.iter("a"):
        href, text = absolute(link.get("href"), base), text_of(link)
        if href and text:
            found.append((text, href))
    return found


INLINE: dict[str, Callable[[Walk, Items, Look], Look]] = {
    "span": _styled,
    "font": _styled,
    "a": _link,
    "b": _strong,
    "strong": _strong,
    "i": _emphasis,
    "em": _emphasis,
    "cite": _keep,
    "u": _keep,
    "s": _keep,
    "big": _keep,
    "small": _keep,
    "code": _keep,
    "label": _keep,
    "sub": partial(_script, "sub"),
    "sup": partial(_script, "super"),
}


# --- blocks --------------------------------------------------------------------------------------------


def _break(walk: Walk, element: Any, items: Items, look: Look) -> None:
    if walk.buffer:
        walk.buffer.append(("", BREAK))
    walk.inside(element, look)  # nothing stands in a br, unless it was closed as a pair


def _rule(walk: Walk, element: Any, items: Items, look: Look) -> None:
    walk.flush(element.getparent())


def _image(walk: Walk, element: Any, items: Items, look: Look) -> None:
    picture(walk, element, items)


def _block(walk: Walk, element: Any, items: Items, look: Look) -> None:
    walk.block(element, items, look)


def _heading(level: int, walk: Walk, element: Any, items: Items, look: Look) -> None:
    walk.block(element, items, look._replace(strong=False), kind="h", level=level)


def _preformatted(walk: Walk, element: Any, items: Items, look: Look) -> None:
    """pre: each line is a line."""
    walk.flush(element.getparent())
    walk.inside(element, look)
    parts: Buffer = []
    for text, at in walk.buffer:
        for number, line in enumerate(text.split("\n")):
            if number:
                parts.append(("", BREAK))
            parts.append((line, at))
    walk.buffer = parts
    walk.flush(element)


def _list(ordered: bool, walk: Walk, element: Any, items: Items, look: Look) -> None:
    """ul and ol: one piece with an item a line; its pictures follow it."""
    walk.flush(element.getparent())
    found: list[ListItem] = []
    others: list[Piece] = []
    if element.text and not element.text.isspace():  # words before the first item
        walk.buffer.append((element.text, look))
        walk.flush(element)
    for child in element:
        _item(walk.gather_one(child, look), ordered, found, others)
    if found:
        piece = Piece("list", element, data=(tuple(found), ordered))
        piece.text = "\n".join([plain(item.runs) for item in found])
        piece.linked = all(
            run.href is not None or not run.text.strip() for item in found for run in item.runs
        )
        walk.add(piece)
    for other in others:
        walk.add(other)


def _item(inner: list[Piece], ordered: bool, found: list[ListItem], others: list[Piece]) -> None:
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


def _quote(walk: Walk, element: Any, items: Items, look: Look) -> None:
    """blockquote: a quote of its paragraphs; pictures and tables inside it stand beside it."""
    inner = walk.gather(element, look)
    texts: list[Piece] = []
    for piece in inner:
        if piece.kind in ("p", "h"):
            texts.append(piece)
            continue
        _end_quote(walk, element, texts)
        walk.add(piece)
    _end_quote(walk, element, texts)


def _end_quote(walk: Walk, element: Any, texts: list[Piece]) -> None:
    if not texts:
        return
    piece = Piece("quote", element, text="\n".join([t.text for t in texts]), data=[t.runs for t in texts])
    piece.linked = all([t.linked for t in texts])
    walk.add(piece)
    texts.clear()


_PLAIN_BLOCKS = (
    "p div section article center dl dt dd li figure main header address details summary hgroup "
    "td th tr tbody thead tfoot caption body html"
).split()
BLOCKS: dict[str, Callable[[Walk, Any, Items, Look], None]] = {
    **dict.fromkeys(_PLAIN_BLOCKS, _block),
    **{f"h{level}": partial(_heading, max(level, 2)) for level in range(1, 7)},
    "br": _break,
    "hr": _rule,
    "img": _image,
    "image": _image,
    "ul": partial(_list, False),
    "ol": partial(_list, True),
    "blockquote": _quote,
    "pre": _preformatted,
    "table": table,
}
