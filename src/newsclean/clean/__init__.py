"""The cleaner: one walk over the body, then the passes, then blocks.

:func:`clean` is the whole of it; :data:`PASSES` is the order of what happens after the walk.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import itemgetter
from typing import TypedDict, Unpack

from newsclean.blocks import (
    Block,
    Heading,
    Image,
    ListBlock,
    Paragraph,
    Quote,
    Removal,
    Run,
    Table,
    Value,
    Video,
)
from newsclean.clean.draft import Draft
from newsclean.clean.elements import ACTIONS, BLOCKS, INLINE
from newsclean.clean.link_lists import LINK_LIST
from newsclean.clean.lookup import Lookup
from newsclean.clean.passes import PASSES
from newsclean.clean.pieces import Captured, Cleaned, Piece
from newsclean.clean.raw import CaptionElement, Lost, MixedLine, Raw
from newsclean.clean.relative import LeftOut
from newsclean.clean.stocks import merged
from newsclean.clean.walk import Vocabulary, Walk
from newsclean.errors import InputError
from newsclean.page import LIMITS, Limits
from newsclean.rules import Rules
from newsclean.tree import Element

__all__ = ["LINK_LIST", "PASSES", "TOOLS", "Captured", "Cleaned", "Lookup", "Tools", "clean", "merged"]

_PROSE = 3
"""Sentences that no furniture has."""
_HIDING = frozenset({"hidden-style", "hidden"})
"""The rules for what is never shown, until a script does."""
_VOCABULARY = Vocabulary(INLINE, BLOCKS, ACTIONS)
_ORDINAL, _SIZE = itemgetter(1), itemgetter(4)  # of a removal while the cleaner works


def _is_none(line: str) -> bool:
    """No line is a byline: for who asks for no persons."""
    return False


class Tools(Value):
    """What a body is cleaned with. An explanation has tools of its own, which also note what they do."""

    walk: type[Walk] = Walk
    draft: Callable[[Walk, str | None, Callable[[str], bool]], Draft] = Draft
    passes: tuple[Callable[[Draft], None], ...] = PASSES


TOOLS = Tools()


class How(TypedDict, total=False):
    """How a body is cleaned: the keywords of :func:`clean`."""

    base: str | None
    title: str | None
    generic: bool
    keeps_relative: bool
    is_byline: Callable[[str], bool]
    limits: Limits
    tools: Tools


def clean(rules: Rules, body: Element, **how: Unpack[How]) -> tuple[tuple[Block, ...], Cleaned]:
    """The blocks of a body, and what was taken out of it.

    ``body`` is left as it was. ``base`` makes relative addresses absolute. Without it such pictures are left out, and
    of such links all but the text, with a warning; with ``keeps_relative`` they stay as :class:`Relative`. ``title``: a
    first line that only says it again goes (None: none does). ``generic`` is for bodies found without a layout.
    ``is_byline`` says of a line whether it names who wrote the text: such a line is no heading. Raises InputError
    (too_deep).
    """
    work = partial(_clean, rules, body, how)
    try:
        return work()
    except RecursionError:
        # The caller's own calls may have used up most of Python's stack. A thread has one of its own, so that how
        # deep a body may be hangs on nothing but the body.
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(1) as fresh:
            return fresh.submit(_or_too_deep, work).result()


def _or_too_deep(work: Callable[[], tuple[tuple[Block, ...], Cleaned]]) -> tuple[tuple[Block, ...], Cleaned]:
    try:
        return work()
    except RecursionError:
        raise InputError("too_deep", "the body's blocks are nested deeper than Python's stack") from None


def _clean(rules: Rules, body: Element, how: How) -> tuple[tuple[Block, ...], Cleaned]:
    base, tools = how.get("base"), how.get("tools", TOOLS)
    walk = _walked(rules, body, how)
    warnings: tuple[str, ...] = ()
    lost = walk.lost
    if lost.text.count("。") >= _PROSE and _is_text(lost, walk.pieces):
        share = "most" if any(map(_says_anything, walk.pieces)) else "all"
        walk = _walked(rules, body, how, lost.element)
        warnings = (
            f"{share} of the text stood in an element that the rule {lost.rule} removes: it was read",
        )
    draft = tools.draft(walk, how.get("title"), how.get("is_byline", _is_none))
    left_out = LeftOut() if base is None and not how.get("keeps_relative") else None
    draft.keeps_relative = left_out is None
    for step in tools.passes:
        step(draft)
        draft.sweep()
    if left_out is not None:
        left_out.drop(draft)
    removed = sum(map(_SIZE, draft.removed))
    blocks = _blocks(draft.pieces)
    if left_out is not None:
        blocks = left_out.of(blocks)
        warnings = (*warnings, *left_out.warnings())
    return blocks, Cleaned(draft.pieces, _removals(draft), draft.captured, removed, warnings)


def _walked(rules: Rules, body: Element, how: How, spared: Element | None = None) -> Walk:
    """A walk over the whole body; ``spared`` is an element that is read whatever the rules say of it."""
    lookup, generic = rules.made(Lookup), how.get("generic", False)
    make = how.get("tools", TOOLS).walk
    walk = make(body, lookup, _VOCABULARY, how.get("base"), generic=generic, spared=spared)
    walk.max_depth = how.get("limits", LIMITS).max_depth
    walk.run()
    return walk


def _is_text(lost: Lost, pieces: list[Raw]) -> bool:
    """Whether the longest text that a rule took is the article's: nothing else says anything, or it was only hidden,
    as pages hide their text until a script shows it, and has more than all that was not."""
    if not any(map(_says_anything, pieces)):
        return True
    return lost.rule in _HIDING and len(lost.text) > sum(
        [len(piece.text) for piece in pieces if isinstance(piece, Piece)]
    )


def _says_anything(raw: Raw) -> bool:
    """Whether what the walk left holds text that is no caption element."""
    if isinstance(raw, Piece):
        return bool(raw.text)
    if isinstance(raw, MixedLine):
        return True
    if isinstance(raw, CaptionElement):
        return False
    return any(_says_anything(inner) for part in raw.parts for inner in part.pieces)


def _removals(draft: Draft) -> tuple[Removal, ...]:
    """The removals in document order, each with the part of the body it stood in."""
    texts = [piece.ordinal for piece in draft.pieces if piece.text]
    first, last = (texts[0], texts[-1]) if texts else (0, 0)
    return tuple(
        [
            Removal(rule, "start" if at < first else "end" if at >= last else "body", path, preview)
            for rule, at, path, preview, _ in sorted(draft.removed, key=_ORDINAL)
        ]
    )


def _blocks(pieces: list[Piece]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for piece in pieces:
        if piece.kind == "p":
            blocks.append(Paragraph(piece.runs))
        elif piece.kind == "h":
            blocks.append(Heading(_unbold(piece.runs), piece.level))
        elif isinstance(piece.data, (Image, Table, Video)):
            blocks.append(piece.data)
        elif piece.kind == "list" and isinstance(piece.data, tuple):
            blocks.append(ListBlock(*piece.data))
        elif piece.kind == "quote" and isinstance(piece.data, list):
            blocks.append(Quote(tuple(piece.data)))
    return tuple(blocks)


def _unbold(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """A heading is bold by itself: its runs say only what is more."""
    return tuple(
        [Run(run.text, False, run.emphasis, run.href, run.script) if run.strong else run for run in runs]
    )
