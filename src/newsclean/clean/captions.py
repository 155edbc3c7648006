"""The captions pass: which caption element and which loose line belongs to which picture.

It goes once over what the walk left, in the order of the page, and gives each picture its caption. Lines that
hold pictures are taken apart here, and lists, quotes and tables opened, because a caption inside them is no
text of theirs. A caption is counted as no piece, so ordinals are given anew.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from newsclean.clean.caption_lines import (
    fits,
    fits_above,
    is_centred_line,
    is_sentence,
    is_short_line_under,
    is_told,
    is_verse,
    leads_on,
    reads_on,
    tells_of_cover,
    wants_caption,
    without_links,
)
from newsclean.clean.containers import list_of, quote_of
from newsclean.clean.draft import Draft
from newsclean.clean.frames import Frame
from newsclean.clean.lines import Stretch, stretches_of
from newsclean.clean.pieces import PREVIEW, Piece, Removed
from newsclean.clean.raw import CaptionElement, Container, MixedLine, Part, Raw
from newsclean.clean.surroundings import is_centred, is_wrapper, share_a_frame
from newsclean.clean.tables import has_columns, holds_data, read_parts, table_of
from newsclean.clean.taken import Taken, give_caption, given_back, return_line
from newsclean.lazy_regex import Deferred
from newsclean.tree import Element

__all__ = ["place_captions"]

_BRACKETS = " ()（）【】[]"
"""What stands around an invitation at a caption's end; the rows of lines know it without."""
_ASIDE = Deferred(r"[(（【\[][^()（）【】\[\]]{4,20}[)）】\]]$")
"""The brackets at the end of a caption, which may hold an invitation to see more pictures."""


def place_captions(draft: Draft) -> None:
    """Captions go to their pictures, and what the walk left becomes plain pieces."""
    if draft.is_plain:
        draft.pieces = [one for one in draft.raw if isinstance(one, Piece)]
        return
    placing = _Placing(draft)
    placing.read(draft.raw)
    placing.finish()
    draft.pieces, draft.removed = placing.pieces, placing.removed


class _Placing:
    """The state of the pass: the pieces so far, the picture above and the caption that waits for one."""

    def __init__(self, draft: Draft) -> None:
        self.lookup = draft.lookup
        self.root = draft.root
        self.paths = draft.paths
        self.pieces: list[Piece] = []
        self.removed: list[Removed] = []
        self.noted = draft.removed  # the walk's removals; they are copied as the pass comes by
        self.copied = 0
        self.due = -1  # the ordinal of the next one to copy
        self.ordinal = 0
        self.above: Piece | None = None  # the picture right above, while it may find a caption
        self.waiting: CaptionElement | None = None  # a caption element with no picture above it
        self.taken: list[Taken] = []
        self.doubtful: Taken | None = None  # the line right above, which its place alone made a caption
        self.unsaid: Piece | None = None  # the picture of a table whose cell for a caption is empty
        self.begun = False  # whether text stands above

    def read(self, raw: Iterable[Raw]) -> None:
        """Place what stands in a list of the walk's."""
        for one in raw:
            if isinstance(one, Piece):
                if one.ordinal > self.due:
                    self.copy_removals_before(one.ordinal)
                self.add(one)
                continue
            if isinstance(one, Container):
                self.open(one)
                continue
            self.copy_removals(one.noted)
            if isinstance(one, MixedLine):
                self.settle(one)
            else:
                self.place(one)

    def finish(self) -> None:
        """What is left when the page ends."""
        self.copy_removals(len(self.noted))
        if self.waiting:
            self.remove("caption-element", self.waiting.element, self.waiting.text)
        if self.taken:
            self.pieces = given_back(self.pieces, self.taken)

    # --- pieces and removals ---------------------------------------------------------------------------

    def add(self, piece: Piece) -> None:
        """Append a piece; a picture takes a caption that came before it, and one right behind it."""
        self.ordinal += 1
        above, waiting, doubtful = self.above, self.waiting, self.doubtful
        if doubtful is not None:
            self.doubtful = None
            if is_verse(self.lookup, piece):
                return_line(self.pieces, self.taken, doubtful)
        if above is not None:
            self.above = None
            if self.is_caption(above, piece):
                return
        self.begun = self.begun or bool(piece.text)
        self.pieces.append(piece)
        piece.ordinal = self.ordinal
        if piece.kind == "image":
            self.above = piece
        if waiting is not None:
            self.waiting = None
            if wants_caption(piece) and share_a_frame(waiting.element, piece.element, self.root):
                give_caption(piece, waiting.text)
            else:
                self.remove("caption-element", waiting.element, waiting.text)

    def is_caption(self, above: Piece, piece: Piece) -> bool:
        """Whether a piece is the caption of the picture right above it; then it is taken."""
        if piece.kind != "p" or piece.element is above.element or not wants_caption(above):
            return False
        if self.begun and tells_of_cover(self.lookup, piece.text):
            return False
        if is_told(self.lookup, piece):
            self.take(above, piece)
            return True
        if above is self.unsaid and fits(self.lookup, piece) and is_centred_line(self.lookup, piece):
            self.take(above, piece)
            return True
        if is_short_line_under(self.lookup, above, piece):
            self.take(above, piece)
            self.doubtful = self.taken[-1]
            return True
        return False

    def remove(self, rule: str, element: Element, text: str) -> None:
        """Write down that a rule took a caption, or a part of one, away."""
        self.removed.append((rule, self.ordinal, self.paths.of(element), text[:PREVIEW], len(text)))

    def copy_removals_before(self, ordinal: int) -> None:
        """Copy the removals that the walk noted before the piece with its ordinal."""
        end, noted = self.copied, self.noted
        while end < len(noted) and noted[end][1] < ordinal:
            end += 1
        self.copy_removals(end)

    def copy_removals(self, end: int) -> None:
        """Copy the first removals of the walk's, up to ``end``, with the ordinals that count here."""
        for rule, _, path, preview, size in self.noted[self.copied : end]:
            self.removed.append((rule, self.ordinal, path, preview, size))
        self.copied = end
        self.due = self.noted[end][1] if end < len(self.noted) else sys.maxsize

    # --- caption elements ------------------------------------------------------------------------------

    def place(self, caption: CaptionElement) -> None:
        """A caption element: to the picture before it, else to the one that follows."""
        whole = caption.text
        caption.text = text = without_links(self.lookup, whole, caption.element)
        if text != whole:
            self.remove("link-promo", caption.element, whole.removeprefix(text))
        if not text:
            return
        picture = caption.picture or (self.above if caption.opens_line else None)
        if picture is None or not share_a_frame(caption.element, picture.element, self.root):
            if self.waiting:
                self.remove(caption.rule, self.waiting.element, self.waiting.text)
            self.waiting = caption
        elif wants_caption(picture):
            give_caption(picture, text)
        else:
            self.remove(caption.rule, caption.element, text)

    # --- lines of a picture's own block ----------------------------------------------------------------

    def settle(self, line: MixedLine) -> None:
        """A line that holds pictures: they and the paragraphs around them become pieces, in their order."""
        centred = is_centred(line.element)
        stretches = stretches_of(self.lookup, line, centred=centred or is_wrapper(line.element))
        if line.kind == "p":
            self.take_lines(stretches, centred)
        for stretch in stretches:
            if stretch.picture is not None:
                self.add(stretch.picture)
            for piece in (*stretch.lines, *stretch.within):
                self.add(piece)

    def take_lines(self, stretches: list[Stretch], centred: bool) -> None:
        """Give the pictures of one block their captions: the first line behind each, or the one line above the only
        one."""
        above, last = stretches[0].lines, stretches[-1]
        single = len(stretches) == 2 and not any([stretch.within for stretch in stretches])
        if above and not last.lines:  # so each line stands above its picture
            if single and len(above) == 1:
                self.take_above(last, above)
            return
        alone = single and not above and len(last.lines) == 1
        for stretch in stretches[1:]:
            self.take_first(stretch, centred, alone)

    def take_above(self, stretch: Stretch, above: list[Piece]) -> None:
        """The one line above the only picture, where it may be its caption."""
        picture = stretch.picture
        if picture is not None and wants_caption(picture) and fits_above(self.lookup, above[0]):
            self.take(picture, above.pop())

    def take_first(self, stretch: Stretch, centred: bool, alone: bool) -> None:
        """The first line behind a picture, where it may be its caption. A sentence may where it stands alone."""
        picture, lines = stretch.picture, stretch.lines
        if picture is None or not lines or not fits(self.lookup, lines[0], centred=centred):
            return
        if reads_on(self.lookup, lines) or (self.begun and tells_of_cover(self.lookup, lines[0].text)):
            return
        if (alone or not is_sentence(self.lookup, lines[0].text)) and wants_caption(picture):
            self.take(picture, lines.pop(0))

    def take(self, picture: Piece, line: Piece) -> None:
        """Make a loose line the caption of a picture, without what only leads to more pictures."""
        told = [self.without_asides(line, words) for words in line.text.split("\n")]
        give_caption(picture, "\n".join(filter(None, told)) or None)
        self.taken.append(Taken(picture, line, is_sentence(self.lookup, line.text)))

    def without_asides(self, line: Piece, words: str) -> str:
        """A line of a caption without itself, or without the brackets at its end, where they are furniture."""
        aside = _ASIDE.search(words)
        for part in filter(None, (words, aside[0] if aside else "")):
            found = self.lookup.anywhere.find(part.strip(_BRACKETS) or part)
            if found or (line.linked and leads_on(self.lookup, part)):
                self.remove(found[0].name if found else "link-promo", line.element, part)
                words = words.removesuffix(part).rstrip()
        return words

    # --- lists, quotes and tables ----------------------------------------------------------------------

    def open(self, container: Container) -> None:
        """Place what stands inside a container, then what it becomes."""
        outer = self.pieces
        if container.kind == "table" and has_columns(container):
            self.above = None  # its cells say nothing of a picture above it
        parts = [(part, self.read_part(part)) for part in container.parts]
        self.pieces = outer
        self.copy_removals(container.noted)
        if container.kind == "table":
            self.open_table(container.element, parts)
            return
        make = quote_of if container.kind == "quote" else list_of
        for piece in make(container, [pieces for _, pieces in parts]):
            self.add(piece)

    def read_part(self, part: Part) -> list[Piece]:
        inner: list[Piece] = []
        self.pieces = inner
        self.read(part.pieces)
        return inner

    def open_table(self, element: Element, parts: list[tuple[Part, list[Piece]]]) -> None:
        """A table of data becomes one piece; of a frame, the cells are read in their order."""
        title, rows = read_parts(parts)
        for piece in title:
            self.add(piece)
        if holds_data(element, rows):
            for piece in table_of(element, rows):
                self.add(piece)
        else:
            self.unsaid = Frame(self.lookup, self.add, self.take).read(rows)
