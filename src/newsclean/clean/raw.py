"""What the walk leaves beside plain pieces: lines that hold pictures, captions in elements of their own, and
lists, quotes and tables that still hold what was found inside them.

What these become depends on their neighbours, so the walk only notes them; the captions pass turns them into
pieces. ``noted`` counts the removals that the walk had noted before.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from newsclean.blocks import Value
from newsclean.clean.pieces import Kind, Piece
from newsclean.clean.whitespace import Buffer
from newsclean.tree import Element

__all__ = ["CaptionElement", "Container", "Lost", "MixedLine", "Part", "Raw"]


class Lost(Value):
    """The longest text that a rule took, with its element and the rule."""

    text: str = ""
    element: Element | None = None
    rule: str = ""


class MixedLine:
    """Text and pictures of one block. The buffer holds a PICTURE mark in each picture's place."""

    __slots__ = ("buffer", "element", "kind", "level", "noted", "pictures")

    def __init__(
        self, buffer: Buffer, pictures: list[Piece], element: Element, kind: Kind, level: int
    ) -> None:
        self.buffer = buffer
        self.pictures = pictures
        self.element = element
        self.kind: Kind = kind
        self.level = level
        self.noted = 0


class CaptionElement:
    """An element that is a caption. ``picture`` is the last one of the line it stands in; ``opens_line`` says that
    no text stands before it there, so that it may belong to a picture of an earlier line."""

    __slots__ = ("element", "noted", "opens_line", "picture", "rule", "text")

    def __init__(self, element: Element, text: str, rule: str) -> None:
        self.element = element
        self.text = text
        self.rule = rule
        self.picture: Piece | None = None
        self.opens_line = False
        self.noted = 0


class Part:
    """What one child of a container holds: an item of a list, a cell of a table (``row`` counts from 0), or words
    and captions that stand in no cell (``row`` is None)."""

    __slots__ = ("element", "pieces", "row")

    def __init__(self, element: Element, pieces: list[Raw], row: int | None = None) -> None:
        self.element = element
        self.pieces = pieces
        self.row = row


class Container:
    """A list, a quote or a table with its parts, in the order of the page."""

    __slots__ = ("element", "kind", "noted", "parts")

    def __init__(self, kind: Literal["list", "quote", "table"], element: Element, parts: list[Part]) -> None:
        self.kind = kind
        self.element = element
        self.parts = parts
        self.noted = 0


Raw: TypeAlias = "Piece | MixedLine | CaptionElement | Container"
