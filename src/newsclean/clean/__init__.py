"""The cleaner: one walk over the body, then the passes, then blocks.

:func:`clean` is the whole of it; :data:`PASSES` is the order of what happens after the walk.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from newsclean.blocks import Block, Heading, Image, ListBlock, Paragraph, Quote, Removal, Run, Table, Video
from newsclean.clean.draft import Draft
from newsclean.clean.elements import ACTIONS, BLOCKS, INLINE
from newsclean.clean.lookup import Lookup
from newsclean.clean.passes import PASSES
from newsclean.clean.pieces import Captured, Cleaned, Piece, Removed
from newsclean.clean.raw import CaptionElement, MixedLine, Raw
from newsclean.clean.relative import LeftOut
from newsclean.clean.stocks import merged
from newsclean.clean.walk import Vocabulary, Walk
from newsclean.errors import InputError
from newsclean.rules import Rules
from newsclean.tree import Element

__all__ = ["PASSES", "Captured", "Cleaned", "Lookup", "clean", "merged"]

_PROSE = 3
"""Sentences that no furniture has."""
_UNWRAPPED_QUOTE = 0.6
"""A quote with more of the body's text than this is the body's container, not a quote."""
_VOCABULARY = Vocabulary(INLINE, BLOCKS, ACTIONS)


def _is_none(line: str) -> bool:
    """No line is a byline: for who asks for no persons."""
    return False


def clean(  # noqa: PLR0913  # what is known of the page and of persons is handed in
    rules: Rules,
    body: Element,
    *,
    base: str | None,
    title: str | None,
    generic: bool = False,
    keeps_relative: bool = False,
    is_byline: Callable[[str], bool] = _is_none,
) -> tuple[tuple[Block, ...], Cleaned]:
    """The blocks of a body, and what was taken out of it.

    ``body`` is left as it was. ``base`` makes relative addresses absolute. Without it such pictures are left out, and
    of such links all but the text, with a warning; with ``keeps_relative`` they stay as :class:`Relative`. ``title``: a
    first line that only says it again goes (None: none does). ``generic`` is for bodies found without a layout.
    ``is_byline`` says of a line whether it names who wrote the text: such a line is no heading. Raises InputError
    (too_deep).
    """
    lookup = rules.made(Lookup)
    walk = Walk(body, lookup, _VOCABULARY, base, generic=generic)
    _run(walk)
    warnings: tuple[str, ...] = ()
    lost = walk.lost
    if lost.text.count("。") >= _PROSE and not any(map(_says_anything, walk.pieces)):
        walk = Walk(body, lookup, _VOCABULARY, base, generic=generic, spared=lost.element)
        _run(walk)
        warnings = (f"all of the text stood in an element that the rule {lost.rule} removes: it was read",)
    draft = Draft(walk, title, is_byline)
    for step in PASSES:
        step(draft)
        draft.sweep()
    left_out = LeftOut() if base is None and not keeps_relative else None
    if left_out is not None:
        left_out.drop(draft)
    kept = sum([len(piece.text) for piece in draft.pieces])
    removed = sum([size for *_, size in draft.removed])
    blocks = _blocks(draft.pieces, kept)
    if left_out is not None:
        blocks = left_out.of(blocks)
        warnings = (*warnings, *left_out.warnings())
    return blocks, Cleaned(draft.pieces, _removals(draft), draft.captured, removed, warnings)


def _run(walk: Walk) -> None:
    try:
        walk.run()
    except RecursionError:
        raise InputError("too_deep", "the body is nested deeper than the walk can follow") from None


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
    ordered = sorted(draft.removed, key=_ordinal)
    return tuple(
        [Removal(rule, _place(at, first, last), path, preview) for rule, at, path, preview, _ in ordered]
    )


def _ordinal(removed: Removed) -> int:
    return removed[1]


def _place(at: int, first: int, last: int) -> Literal["start", "body", "end"]:
    return "start" if at < first else "end" if at >= last else "body"


def _blocks(pieces: list[Piece], characters: int) -> tuple[Block, ...]:
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
            if len(piece.text) > _UNWRAPPED_QUOTE * characters:
                blocks.extend([Paragraph(runs) for runs in piece.data])
            else:
                blocks.append(Quote(tuple(piece.data)))
    return tuple(blocks)


def _unbold(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """A heading is bold by itself: its runs say only what is more."""
    return tuple(
        [Run(run.text, False, run.emphasis, run.href, run.script) if run.strong else run for run in runs]
    )
