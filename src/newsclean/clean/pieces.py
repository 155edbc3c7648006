"""The cleaner's own shapes, which change while it works: pieces with the element they came from, what was captured,
the paths of elements, and the cutting of runs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from newsclean.blocks import Image, ListItem, Removal, Run, Symbol, Table, Value, Video, shown
from newsclean.rules.forms import field_of
from newsclean.tree import Element

__all__ = ["PREVIEW", "Captured", "Cleaned", "Kind", "Paths", "Piece", "Removed", "cut", "is_strong"]

_OPENERS = {"）": "（", ")": "(", "】": "【", "]": "["}
_LEAD = 2
"""Characters that plain text has before a script that Unicode has no signs for: ``^(``."""
PREVIEW = 80  # characters of a removed text that a removal shows

Removed: TypeAlias = tuple[str, int, str, str, int]
"""A removal while the cleaner works: rule, ordinal, path, preview, characters."""

Kind = Literal["p", "h", "quote", "list", "table", "image", "video"]


class Piece(Struct, eq=False):
    """One block in the making. ``text`` is what a reader sees of it; ``element`` is the block it stood in."""

    kind: Kind
    element: Element
    text: str = ""
    runs: tuple[Run, ...] = ()
    data: Image | Table | Video | tuple[tuple[ListItem, ...], bool] | list[tuple[Run, ...]] | None = None
    level: int = 2
    ordinal: int = 0
    gone: bool = False  # a pass took it; the next sweep leaves it out
    indented: bool = False
    linked: bool = False  # all it says is a link; whoever makes a piece with links finds out
    strong: bool = False  # all of its runs are bold

    def __post_init__(self) -> None:
        """A piece knows whether its runs are bold."""
        if self.runs:
            self.strong = is_strong(self.runs)


def is_strong(runs: tuple[Run, ...]) -> bool:
    """Whether all text of some runs is bold."""
    for run in runs:
        if not run.strong and not run.text.isspace():
            return False
    return bool(runs)


class Captured:
    """Raw strings that were taken out of the body because they are metadata, in the order in which they were read:
    those of its start downwards, those of its end upwards."""

    __slots__ = (
        "author",
        "credits",
        "editor",
        "end_marker",
        "original_title",
        "related",
        "serial",
        "source",
        "symbols",
        "time",
    )

    def __init__(self) -> None:
        self.original_title: list[str] = []
        self.serial: list[str] = []
        self.source: list[str] = []
        self.author: list[str] = []
        self.editor: list[str] = []
        self.time: list[str] = []
        self.credits: list[str] = []  # the lines themselves, where they may name more than was taken
        self.related: list[tuple[str, str]] = []
        self.symbols: list[Symbol] = []
        self.end_marker = False

    def take(self, match: re.Match[str]) -> None:
        """Note what the named groups of a line's row caught, each with the bracket behind it that it opened."""
        for group, value in match.groupdict().items():
            if not value:
                continue
            end = match.end(group)
            closer = match.string[end : end + 1]
            opener = _OPENERS.get(closer)
            if opener and value.count(opener) > value.count(closer):
                value += closer
            getattr(self, field_of(group)).append(value)


class Cleaned(Value):
    """The cleaner's answer: pieces to keep, what was removed, what was metadata, how many characters of text
    went, and what was done instead of the plain thing."""

    pieces: list[Piece]
    removals: tuple[Removal, ...]
    captured: Captured
    removed_characters: int = 0
    warnings: tuple[str, ...] = ()


class Paths:
    """The tag paths of elements from one root down, ``div#artibody/p/span.img_descr``, each step worked out once."""

    __slots__ = ("_known",)

    def __init__(self, root: Element) -> None:
        self._known: dict[Element, str] = {root: _step(root)}

    def of(self, element: Element) -> str:
        """The path of the root or of an element inside it."""
        known = self._known
        path = known.get(element)
        climbed = []
        while path is None:
            climbed.append(element)
            element = element.getparent()  # type: ignore[assignment]  # the root comes first
            path = known.get(element)
        for node in reversed(climbed):
            path = known[node] = f"{path}/{_step(node)}"
        return path

    def of_comment(self, comment: Element) -> str:
        """The path of a comment inside the root."""
        return f"{self.of(comment.getparent())}/comment()"  # type: ignore[arg-type]  # it has one


def _step(element: Element) -> str:
    tag = element.tag
    if identity := element.get("id"):
        return f"{tag}#{identity}"
    names = element.get("class")
    return f"{tag}.{names.split()[0]}" if names and not names.isspace() else tag


def cut(runs: tuple[Run, ...], spans: Sequence[tuple[int, int]]) -> tuple[Run, ...]:
    """The runs without some stretches of their text as it is shown; ``spans`` are (start, end), apart and in order."""
    kept = []
    position = 0
    waiting = list(reversed(spans))
    for run in runs:
        words = shown((run,))
        begin, position = position, position + len(words)
        gone = []
        while waiting and waiting[-1][0] < position:
            low, high = waiting.pop()
            gone.append((max(low - begin, 0), min(high, position) - begin))
            if high > position:
                waiting.append((position, high))
        text = _without(run.text, gone, _LEAD if len(words) > len(run.text) else 0) if gone else run.text
        if text:
            kept.append(run.__replace__(text=text) if gone else run)
    return tuple(kept)


def _without(text: str, spans: Sequence[tuple[int, int]], lead: int) -> str:
    """Text without stretches that are counted from ``lead`` characters before it."""
    parts, at = [], 0
    for start, end in spans:
        parts.append(text[at : max(start - lead, 0)])
        at = max(end - lead, 0)
    return "".join([*parts, text[at:]])
