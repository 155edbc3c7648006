"""The cleaner's tools with eyes: what they clean is cleaned as ever, and each removal also notes its node, its whole
text and the pass that took it.

A removal of the cleaner carries the path of its element as text. Here that text is a :class:`Path`, which knows the
element, and the piece that was taken where a pass took one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from newsclean.blocks import Image
from newsclean.clean import PASSES, Cleaned, Tools
from newsclean.clean.draft import Draft
from newsclean.clean.pieces import Paths, Piece, Removed
from newsclean.clean.walk import Walk
from newsclean.explaining.values import PassDone
from newsclean.tree import Element

__all__ = ["Path", "Watch"]


class Path(str):
    """A path with its element. ``piece`` is what a pass took (None: the walk took the element); ``cut`` are words that
    were cut out of a piece that stays."""

    element: Element
    piece: Piece | None = None
    cut: str | None = None


class _Paths(Paths):
    """Paths that know their elements."""

    def of(self, element: Element) -> str:
        path = Path(super().of(element))
        path.element = element
        return path

    def of_comment(self, comment: Element) -> str:
        path = Path(super().of_comment(comment))
        path.element = comment
        return path


class _Walk(Walk):
    """A walk whose paths know their elements."""

    def run(self) -> None:
        self.paths = _Paths(self.root)
        super().run()


class _Draft(Draft):
    """A draft that notes the pieces which its passes take."""

    def _note(self, piece: Piece, rule: str) -> Removed:
        removed = super()._note(piece, rule)
        _path_of(removed).piece = piece
        return removed

    def cut(self, piece: Piece, spans: Sequence[tuple[int, int, str]]) -> None:
        words = [piece.text[start:end].strip() for start, end, _ in spans]
        noted = len(self.removed)
        super().cut(piece, spans)
        self._cut(noted, piece, words)

    def note_words(self, piece: Piece, rule: str, words: Sequence[str]) -> None:
        noted = len(self.removed)
        super().note_words(piece, rule, words)
        self._cut(noted, piece, words)

    def _cut(self, noted: int, piece: Piece, words: Sequence[str]) -> None:
        """Note words under paths of their own: several removals of one piece share a path."""
        for at, word in enumerate(words, noted):
            rule, ordinal, known, preview, size = self.removed[at]
            path = Path(known)
            path.element, path.piece, path.cut = piece.element, piece, word
            self.removed[at] = (rule, ordinal, path, preview, size)


def _path_of(removed: Removed) -> Path:
    path = removed[2]
    assert isinstance(path, Path)  # noqa: S101  # the walk's paths make no others
    return path


class Watch:
    """One cleaning, watched. ``tools`` are for :func:`newsclean.clean.clean`; afterwards ``removed`` has the removals
    in the order of the page, and ``passes`` what each pass did."""

    def __init__(self) -> None:
        self.draft: Draft | None = None
        self.passes: list[PassDone] = []
        steps = tuple([self._watched(step) for step in PASSES])
        self.tools = Tools(_Walk, self._made, steps)

    def _made(self, walk: Walk, title: str | None, is_byline: Callable[[str], bool]) -> Draft:
        self.draft = _Draft(walk, title, is_byline)
        return self.draft

    def _watched(self, step: Callable[[Draft], None]) -> Callable[[Draft], None]:
        return partial(self._step, step.__name__, step)

    def _step(self, name: str, step: Callable[[Draft], None], draft: Draft) -> None:
        counts, known = _counts(draft.pieces), len(draft.removed) if self.passes else 0
        step(draft)
        draft.sweep()
        taken = Counter([rule for rule, *_ in draft.removed[known:]])
        now = _counts(draft.pieces)
        if not self.passes:  # the walk's removals are copied here, and pieces made of what it left
            self.passes.append(PassDone("walk", 0, now[0], *now[1:], tuple(taken.most_common())))
            return
        changes = (now[1] - counts[1], now[2] - counts[2])
        self.passes.append(PassDone(name, counts[0], now[0], *changes, tuple(taken.most_common())))

    @property
    def root(self) -> Element | None:
        """The body."""
        return self.draft.root if self.draft is not None else None

    def removed(self) -> list[Removed]:
        """What was removed, as it is noted by the cleaner."""
        return self.draft.removed if self.draft is not None else []

    def kept(self, cleaned: Cleaned) -> list[Piece]:
        """The pieces that became blocks, one each."""
        return [piece for piece in cleaned.pieces if _is_block(piece)]


def _is_block(piece: Piece) -> bool:
    return piece.kind in ("p", "h") or piece.data is not None


def _counts(pieces: Sequence[Piece]) -> tuple[int, int, int]:
    """Pieces, headings among them, and pictures with captions."""
    headings = sum(piece.kind == "h" for piece in pieces)
    captions = sum(isinstance(piece.data, Image) and piece.data.caption is not None for piece in pieces)
    return len(pieces), headings, captions
