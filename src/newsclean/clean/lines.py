"""The lines of a block as pieces, and where the pictures of a line stand in it."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.blocks import Run, Value, shown
from newsclean.clean.lookup import Lookup
from newsclean.clean.pieces import Kind, Piece
from newsclean.clean.raw import MixedLine
from newsclean.clean.whitespace import BREAK, PICTURE, Buffer, Look, paragraphs
from newsclean.tree import Element

__all__ = ["Stretch", "is_linked", "pieces_of", "stretches_of"]

_TIGHT = frozenset({"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt"})
"""Elements in which a single break is a break; elsewhere it ends a paragraph."""


class Stretch(Value):
    """A picture on a line of its own (None before the first), what stands behind it, and pictures in that text."""

    picture: Piece | None
    buffer: Buffer
    within: list[Piece]
    lines: list[Piece]


def pieces_of(lookup: Lookup, buffer: Buffer, element: Element, kind: Kind, level: int) -> Iterator[Piece]:
    """The paragraphs of a buffer as pieces of an element."""
    for runs, indented in paragraphs(buffer, loose=element.tag not in _TIGHT) if buffer else ():
        piece = Piece(kind, element, text=shown(runs), runs=runs)
        piece.level, piece.indented = level, indented
        piece.linked = is_linked(lookup, runs)
        yield piece


def is_linked(lookup: Lookup, runs: tuple[Run, ...]) -> bool:
    """Whether runs are links, with no more words around them than a day or a number."""
    if all([run.href is None for run in runs]):
        return False
    return not any([run.href is None and lookup.says_more(run.text) for run in runs])


def stretches_of(lookup: Lookup, line: MixedLine, *, centred: bool) -> list[Stretch]:
    """A line cut at the pictures that have a line of their own; where text is centred, it may go on behind one."""
    parts: list[Buffer] = [[]]
    for part in line.buffer:
        if part[1] is PICTURE:
            parts.append([])
        else:
            parts[-1].append(part)
    stretches = [Stretch(None, parts[0], [], [])]
    for picture, alone, behind in zip(line.pictures, _free(parts, centred), parts[1:], strict=True):
        if alone:
            stretches.append(Stretch(picture, behind, [], []))
        else:
            stretches[-1].buffer.extend(behind)
            stretches[-1].within.append(picture)
    for stretch in stretches:
        stretch.lines.extend(pieces_of(lookup, stretch.buffer, line.element, line.kind, line.level))
    return stretches


def _free(parts: list[Buffer], centred: bool) -> list[bool]:
    """For each picture between two parts, whether no text stands before it on its line, nor (unless centred) behind."""
    before, clear = [], True
    for part in parts[:-1]:
        clear = _begins_anew(reversed(part), clear)
        before.append(clear)
    behind, clear = [], True
    for part in reversed(parts[1:]):
        clear = _begins_anew(iter(part), clear)
        behind.append(clear)
    return [first and (last or centred) for first, last in zip(before, reversed(behind), strict=True)]


def _begins_anew(part: Iterator[tuple[str, Look]], blank: bool) -> bool:
    """Whether a part begins with a break; ``blank`` is the answer where it holds nothing."""
    for text, look in part:
        if look is BREAK:
            return True
        if text.strip():
            return False
    return blank
