"""The one walk over the body: elements become pieces, furniture becomes removals, nothing is visited twice.

Here lives what each kind of element means. Which elements are furniture is asked of the compiled tables;
what lines of text mean is decided later, in the passes. The tree is read and never changed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lxml import etree

from newsclean.clean.captions import Taken, caption_picture, give_back, is_told, lines, settle, take, wants
from newsclean.clean.elements import BLOCKS, INLINE, links_of
from newsclean.clean.figures import belongs, caption, video
from newsclean.clean.lookup import STOCK, Rules, is_boilerplate
from newsclean.clean.pieces import PREVIEW, Captured, Kind, Paths, Piece
from newsclean.clean.stocks import SYMBOL_ID, listed_symbols, symbol_of
from newsclean.clean.whitespace import PLAIN, Buffer, Look, is_indented, run_of, text_of, tidy
from newsclean.errors import InputError
from newsclean.layouts import Noise

__all__ = ["MAX_DEPTH", "Removed", "Walk"]

MAX_DEPTH = 600
"""Levels of elements that the walk goes down; deeper trees are refused (kind ``too_deep``). Saved pages stay
below 60; unclosed font tags in old ones reached 200."""

Items = list[tuple[str, str]]
Removed = tuple[str, int, str, str, int]  # rule, ordinal, path, preview, characters
Handler = Callable[["Walk", Any, Look], None]


class Walk:
    """One walk over one body. ``generic`` adds the rules for bodies that were found without a layout, ``spared``
    is an element that is read whatever the rules say of it."""

    def __init__(
        self, root: Any, rules: Rules, base: str | None, *, generic: bool = False, spared: Any = None
    ) -> None:
        self.root = root
        self.spared = spared
        self.lost: tuple[str, Any, str] = ("", None, "")  # the longest text a row took, its element, the row
        self.rules = rules
        self.base = base
        self.generic = generic
        self.pieces: list[Piece] = []
        self.removed: list[Removed] = []
        self.captured = Captured()
        self.buffer: Buffer = []
        self.pictures: list[Piece] = []  # of the line being gathered
        self.open_picture: Piece | None = None  # the last one, while a caption may still come
        self.waiting_caption: tuple[str, Any] | None = None
        self.taken: list[Taken] = []  # the loose lines that became captions
        self.depth = 0
        self.paths = Paths(root)
        self.ordinal = 0  # pieces made so far, those inside lists and tables too
        self.handlers: dict[Any, Handler] = {
            **dict.fromkeys(rules.by_tag, Walk.noise),
            etree.Comment: Walk.comment,
            etree.ProcessingInstruction: Walk.instruction,
            etree.Entity: Walk.instruction,
        }

    def run(self) -> None:
        """Walk the whole body."""
        if self.root.tag == "pre":
            BLOCKS["pre"](self, self.root, [], PLAIN)
        else:
            self.inside(self.root, PLAIN)
        self.flush(self.root)
        if self.waiting_caption:
            text, element = self.waiting_caption
            self.remove("caption-element", element, text)
        if self.taken:
            give_back(self)

    # --- going down ------------------------------------------------------------------------------------

    def inside(self, element: Any, look: Look) -> None:
        """The text and the children of an element."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise InputError("too_deep", f"the body is nested more than {MAX_DEPTH} levels deep")
        text = element.text
        if text and (self.buffer or not text.isspace()):  # a line's white space in front means nothing
            self.buffer.append((text, look))
        handlers = self.handlers
        for child in element if len(element) else ():
            tag = child.tag
            handler = handlers.get(tag)
            if handler is None:
                self.element(child, tag, look)
            else:
                handler(self, child, look)
            text = child.tail
            if text and (self.buffer or not text.isspace()):
                self.buffer.append((text, look))
        self.depth -= 1

    def element(self, element: Any, tag: str, look: Look) -> None:
        """An element that is neither a comment nor always furniture."""
        items = element.items()
        if items:
            row = self.rules.of_element(items)
            if row is STOCK:
                self.symbol(element)
            elif row is not None and element is not self.spared:
                self.furnish(row, element)
                return
            if self.generic and any(
                [name in ("class", "id") and is_boilerplate(tag, value) for name, value in items]
            ):
                self.remove("boilerplate-class", element)
                return
        inline = INLINE.get(tag)
        if inline is not None:
            self.inside(element, inline(self, items, look))
            return
        block = BLOCKS.get(tag)
        if block is not None:
            block(self, element, items, look)
        else:
            self.inside(element, look)

    def symbol(self, element: Any) -> None:
        """Note the stock that a span names; its text stays."""
        match = SYMBOL_ID.match(element.get("id"))
        if match:
            name = tidy("".join(element.itertext())) or None
            self.captured.symbols.append(symbol_of(match[1].rstrip("_"), match[2], name))

    # --- what goes -------------------------------------------------------------------------------------

    def furnish(self, row: Noise, element: Any) -> None:
        """Do with an element what its row says."""
        action = row.action
        text = text_of(element)
        if action == "caption":
            caption(self, text, element, row.name)
            return
        if action == "video":
            video(self, element)
        elif action == "related":
            self.captured.related.extend(links_of(element, self.base))
        elif action in ("editor", "original_title", "source"):
            self.capture(action, text)
        elif row.name == "stock-quote" and not text:
            return  # an empty span: nothing is lost
        if len(text) > len(self.lost[0]):
            self.lost = (text, element, row.name)
        self.remove(row.name, element, text)

    def capture(self, field: str, text: str) -> None:
        """Read a line of metadata as the phrases do; where none fits, it is the field's value as it stands."""
        for phrase in self.rules.at_start.rows:
            match = phrase.pattern.fullmatch(text)
            if match and any(match.groupdict().values()):
                self.captured.take(match)
                return
        getattr(self.captured, field).append(text)

    def remove(self, rule: str, element: Any, text: str | None = None) -> None:
        """Write down that a rule took an element away."""
        if text is None:
            text = text_of(element)
        self.removed.append((rule, self.ordinal, self.paths.of(element), text[:PREVIEW], len(text)))

    def comment(self, element: Any, look: Look) -> None:
        """A comment goes; the list of stocks in it is read first."""
        text = element.text or ""
        row, preview = self.rules.of_comment(text)
        if row.ends:
            self.captured.end_marker = True
            self.captured.symbols.extend(listed_symbols(text))
        self.removed.append((row.name, self.ordinal, self.paths.of(element), preview, 0))

    def noise(self, element: Any, look: Look) -> None:
        """An element whose tag alone makes it furniture."""
        if element is self.spared:
            self.block(element, [], look)
        else:
            self.furnish(self.rules.by_tag[element.tag], element)

    def instruction(self, element: Any, look: Look) -> None:
        """A processing instruction: XML and PHP leftovers."""
        self.removed.append(
            ("comment", self.ordinal, self.paths.of(element), (element.text or "")[:PREVIEW], 0)
        )

    # --- lines and pictures ----------------------------------------------------------------------------

    def flush(self, element: Any, *, kind: Kind = "p", level: int = 2) -> bool:
        """End the line being gathered: its paragraphs and pictures become pieces. Returns whether there were any."""
        buffer, pictures = self.buffer, self.pictures
        if not pictures:
            if not buffer:
                return False
            if len(buffer) == 1 and buffer[0][0].isspace():  # the line end between two paragraphs
                buffer.clear()
                return False
        self.buffer, self.pictures = [], []
        if pictures:
            settle(self, buffer, pictures, element, kind, level)
            return True
        found = False
        for piece in lines(buffer, element, kind, level):
            self.add(piece)
            found = True
        return found

    def add(self, piece: Piece) -> None:
        """Append a piece; a picture takes a caption that came before it, and one right behind it."""
        self.ordinal += 1
        if self.open_picture and wants(self.open_picture) and is_told(self, self.open_picture, piece):
            take(self, self.open_picture, piece)
            self.open_picture = None
            return
        self.pieces.append(piece)
        piece.ordinal = self.ordinal
        if piece.kind == "image":
            self.open_picture = piece
        else:
            self.open_picture = None
        if self.waiting_caption:
            text, element = self.waiting_caption
            self.waiting_caption = None
            if wants(piece) and belongs(self, element, piece):
                caption_picture(piece, text)
            else:
                self.remove("caption-element", element, text)

    # --- blocks ------------------------------------------------------------------------------------------

    def block(self, element: Any, items: Items, look: Look, *, kind: Kind = "p", level: int = 2) -> None:
        """A block: what stood before it is a line of its own, and so is what it holds."""
        if self.buffer or self.pictures:
            self.flush(element.getparent())
        before = self.ordinal + len(self.removed)
        for name, value in items:
            if name == "cms-style" and "strong-Bold" in value:
                look = look._replace(strong=True)
        if self.pictures or len(element) or self.depth >= MAX_DEPTH:
            self.inside(element, look)
            self.flush(element, kind=kind, level=level)
        elif text := element.text:
            self.line(text, look, element, kind, level)
        if element.tag == "p" and self.ordinal + len(self.removed) == before:
            self.remove("empty-paragraph", element, "")

    def line(self, text: str, look: Look, element: Any, kind: Kind, level: int) -> None:
        """A block of nothing but text, as most paragraphs are."""
        words = tidy(text)
        if words:
            piece = Piece(kind, element, text=words, runs=(run_of(words, look),))
            piece.level, piece.indented = level, is_indented(text)
            self.add(piece)

    def gather(self, element: Any, look: Look) -> list[Piece]:
        """The pieces inside an element, kept apart from the body's."""
        self.flush(element.getparent())
        outer, self.pieces = self.pieces, []
        self.inside(element, look)
        self.flush(element)
        inner, self.pieces = self.pieces, outer
        return inner

    def gather_one(self, element: Any, look: Look) -> list[Piece]:
        """The pieces that one element gives, itself included, kept apart from the body's."""
        outer, self.pieces = self.pieces, []
        handler = self.handlers.get(element.tag)
        if handler is None:
            self.element(element, element.tag, look)
        else:
            handler(self, element, look)
        if element.tail:
            self.buffer.append((element.tail, look))
        self.flush(element)
        inner, self.pieces = self.pieces, outer
        return inner

    def gather_text(self, element: Any, text: str, look: Look) -> list[Piece]:
        """The pieces that words directly in an element give, kept apart from the body's."""
        outer, self.pieces = self.pieces, []
        self.buffer.append((text, look))
        self.flush(element)
        inner, self.pieces = self.pieces, outer
        return inner
