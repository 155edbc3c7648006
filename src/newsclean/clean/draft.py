"""The draft of an article that the passes work on: pieces, what was removed from them, what was metadata.

A pass that takes a piece says so here, and the pictures of the same line go with it at the next sweep.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from newsclean.blocks import Image, shown
from newsclean.clean.lines import is_linked
from newsclean.clean.lookup import Lookup
from newsclean.clean.pieces import PREVIEW, Captured, Piece, Removed, cut, is_strong
from newsclean.clean.raw import Raw
from newsclean.clean.walk import Walk
from newsclean.clean.whitespace import settled
from newsclean.tree import Element

__all__ = ["Draft"]

_LINE_TAGS = frozenset({"a", "p", "span", "font", "strong", "b", "center"})


class Draft:
    """The state the passes work on."""

    __slots__ = (
        "beside_pictures",
        "captured",
        "emptied",
        "is_byline",
        "is_generic",
        "is_plain",
        "keeps_relative",
        "lines",
        "lookup",
        "paths",
        "pieces",
        "raw",
        "read",
        "removed",
        "root",
        "title",
        "under",
        "unrelated",
        "untidy",
    )

    def __init__(self, walk: Walk, title: str | None, is_byline: Callable[[str], bool]) -> None:
        self.root = walk.root
        self.paths = walk.paths
        self.lookup: Lookup = walk.lookup
        self.is_generic = walk.generic  # the body was found without a layout
        self.raw: list[Raw] = walk.pieces  # what the captions pass makes pieces of
        self.is_plain = walk.is_plain  # raw holds nothing but plain pieces, none of them a picture
        self.pieces: list[Piece] = []
        self.removed: list[Removed] = walk.removed
        self.read = 0  # how many removals there were when the text's edges had been read
        self.captured: Captured = walk.captured
        self.beside_pictures: list[str] = []  # sources right under a picture: the article's if no other is
        self.title = title
        self.keeps_relative = True  # whether links to relative addresses stay links
        self.is_byline = is_byline  # whether a line says who wrote the text
        self.emptied: dict[Element, str] = {}  # elements whose line was taken, with the rule
        self.untidy = False  # whether a piece went since the last sweep
        self.under: set[Piece] | None = None  # what stands right under a picture, until the next sweep
        self.lines: list[Piece] | None = None  # what texts() gave, until a piece goes
        self.unrelated: list[Piece] | None = None  # what texts() gave when no line linked to other articles

    def take(self, piece: Piece, rule: str) -> None:
        """Remove a line under a rule's name; the next sweep removes the pictures of the same paragraph too."""
        self.drop(piece, rule)
        self.empty(piece, rule)

    def empty(self, piece: Piece, rule: str) -> None:
        """Note that a rule took the line of a piece, so that the next sweep removes the pictures beside it."""
        if piece.element is not self.root:
            self.emptied[piece.element] = rule

    def drop(self, piece: Piece, rule: str) -> None:
        """Remove a piece under a rule's name, and nothing else."""
        self.removed.append(self._note(piece, rule))
        piece.gone = self.untidy = True
        self.lines = None

    def cut(self, piece: Piece, spans: Sequence[tuple[int, int, str]]) -> None:
        """Cut stretches out of a paragraph's text; ``spans`` are (start, end, rule), apart and in order."""
        path = self.paths.of(piece.element)
        for start, end, rule in spans:
            words = piece.text[start:end].strip()
            self.removed.append((rule, piece.ordinal, path, words[:PREVIEW], len(words)))
        piece.runs = settled(cut(piece.runs, [span[:2] for span in spans]))
        piece.text, piece.strong = shown(piece.runs), is_strong(piece.runs)
        piece.linked = is_linked(self.lookup, piece.runs)
        if not piece.text:
            piece.gone = self.untidy = True
        self.lines = None

    def replace(self, at: int, pieces: Sequence[Piece]) -> None:
        """Put other pieces in the place of one."""
        self.pieces[at : at + 1] = pieces
        self.under = self.lines = None

    def note_words(self, piece: Piece, rule: str, words: Sequence[str]) -> None:
        """Write down that a rule took words out of a piece that is no paragraph."""
        path = self.paths.of(piece.element)
        self.removed.extend([(rule, piece.ordinal, path, word[:PREVIEW], len(word)) for word in words])
        self.lines = None

    def is_under_picture(self, piece: Piece) -> bool:
        """Whether a piece stands right under a picture or a table."""
        if self.under is None:
            self.under = {
                after for before, after in pairwise(self.pieces) if before.kind in ("image", "table")
            }
        return piece in self.under

    def sweep(self) -> None:
        """Leave out what a pass took."""
        if not self.untidy:
            return
        self.untidy = False
        self.under = None
        kept = []
        for piece in self.pieces:
            rule = self._emptied_by(piece) if piece.kind == "image" else None
            if rule:
                self.removed.append(self._note(piece, rule))
            elif not piece.gone:
                kept.append(piece)
        self.pieces = kept
        self.emptied.clear()

    def _emptied_by(self, picture: Piece) -> str | None:
        """The rule that took the line a picture stood in; None for a picture of its own, or with a caption."""
        if isinstance(picture.data, Image) and picture.data.caption:
            return None
        element: Element | None = picture.element
        while element is not None:
            if element in self.emptied:
                return self.emptied[element]
            if element.tag not in _LINE_TAGS:
                return None
            element = element.getparent()
        return None

    def _note(self, piece: Piece, rule: str) -> Removed:
        text = piece.data.src if isinstance(piece.data, Image) else piece.text
        size = 0 if isinstance(piece.data, Image) else len(text)
        return rule, piece.ordinal, self.paths.of(piece.element), text.replace("\n", " ")[:PREVIEW], size

    def texts(self) -> list[Piece]:
        """The pieces that hold text."""
        if self.lines is None:
            self.lines = [piece for piece in self.pieces if piece.text and not piece.gone]
        return self.lines
