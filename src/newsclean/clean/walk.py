"""The one walk over the body: elements become pieces, furniture becomes removals, nothing is visited twice.

What the tags mean is handed to the walk as a :class:`Vocabulary`, which elements are furniture is asked of the
rules, and what a line means is decided afterwards, in the passes. The tree is read and never changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from lxml import etree

from newsclean.blocks import Value, shown
from newsclean.clean.lines import pieces_of
from newsclean.clean.lookup import MAY_BE_EMPTY, STOCK, Lookup
from newsclean.clean.pieces import PREVIEW, Captured, Kind, Paths, Piece, Removed
from newsclean.clean.raw import CaptionElement, Container, Lost, MixedLine, Raw
from newsclean.clean.stocks import listed_symbols, symbol_of_id
from newsclean.clean.surroundings import is_around_text
from newsclean.clean.whitespace import PLAIN, Buffer, Look, is_indented, run_of, text_of, tidy
from newsclean.errors import InputError
from newsclean.page import LIMITS
from newsclean.rules import Element as ElementRow
from newsclean.rules import Rules, markup
from newsclean.tree import Element, texts_in

__all__ = ["Action", "Block", "Inline", "Items", "Vocabulary", "Walk"]

Items: TypeAlias = list[tuple[str, str]]
Inline: TypeAlias = "Callable[[Walk, Items, Look], Look]"
Block: TypeAlias = "Callable[[Walk, Element, Items, Look], None]"
Action: TypeAlias = "Callable[[Walk, Element, str, str], None]"
Handler: TypeAlias = "Callable[[Walk, Element, Look], None]"


class Vocabulary(Value):
    """What tags mean: ``inline`` ones change the look of their text, ``blocks`` are read as blocks, and ``actions``
    say what is kept of an element that a rule takes, by the rule's action."""

    inline: Mapping[str, Inline]
    blocks: Mapping[str, Block]
    actions: Mapping[str, Action]


def _handlers(rules: Rules) -> dict[object, Handler]:
    """What the walk does with comments and with the tags that are furniture by a rule book."""
    return {
        **dict.fromkeys(rules.made(Lookup).by_tag, Walk.noise),
        etree.Comment: Walk.comment,
        **dict.fromkeys((etree.ProcessingInstruction, etree.Entity), Walk.instruction),
    }


class Walk:
    """One walk over one body. ``generic`` adds the rules for bodies that were found without a layout, ``spared``
    is an element that is read whatever the rules say of it."""

    def __init__(
        self,
        root: Element,
        lookup: Lookup,
        vocabulary: Vocabulary,
        base: str | None,
        *,
        generic: bool = False,
        spared: Element | None = None,
    ) -> None:
        self.root, self.lookup, self.base = root, lookup, base
        self.inline, self.blocks, self.actions = vocabulary.inline, vocabulary.blocks, vocabulary.actions
        self.generic, self.spared = generic, spared
        self.pieces: list[Raw] = []
        self.is_plain = True  # all pieces are plain ones, without pictures: no caption is to be found
        self.removed: list[Removed] = []
        self.captured, self.lost = Captured(), Lost()
        self.buffer: Buffer = []
        self.pictures: list[Piece] = []  # of the line being gathered
        self.depth, self.max_depth = 0, LIMITS.max_depth
        self.paths = Paths(root)
        self.ordinal = 0  # pieces made so far, those inside lists and tables too
        self.handlers: dict[object, Handler] = lookup.rules.made(_handlers)

    def run(self) -> None:
        """Walk the whole body."""
        if self.root.tag == "pre":
            self.blocks["pre"](self, self.root, [], PLAIN)
        else:
            self.inside(self.root, PLAIN)
        self.flush(self.root)

    # --- going down ------------------------------------------------------------------------------------

    def inside(self, element: Element, look: Look) -> None:
        """The text and the children of an element."""
        self.depth += 1
        if self.depth > self.max_depth:
            raise InputError(
                "too_deep", f"the body is nested more than {self.max_depth} levels deep (max_depth)"
            )
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

    def element(self, element: Element, tag: str, look: Look) -> None:
        """An element that is neither a comment nor always furniture."""
        items: Items = element.items()  # type: ignore[assignment]  # names and values are str here
        if items:
            row = self.lookup.of_element(items)
            if row is STOCK:
                self.symbol(element)
            elif row is not None and element is not self.spared:
                self.furnish(row, element)
                return
            if self.generic and self.lookup.is_chrome(tag, items):
                self.remove("boilerplate-class", element)
                return
        inline = self.inline.get(tag)
        if inline is not None:
            self.inside(element, inline(self, items, look))
            return
        block = self.blocks.get(tag)
        if block is not None:
            block(self, element, items, look)
        else:
            self.inside(element, look)

    def symbol(self, element: Element) -> None:
        """Note the stock that a span names; its text stays."""
        name = tidy("".join(texts_in(element, ()))) or None
        symbol = symbol_of_id(self.lookup.asks, element.get("id") or "", name)
        if symbol is not None:
            self.captured.symbols.append(symbol)

    # --- what goes -------------------------------------------------------------------------------------

    def furnish(self, row: ElementRow, element: Element) -> None:
        """Do with an element what its row says."""
        text = text_of(element)
        act = self.actions.get(row.action)
        if act is not None:
            act(self, element, text, row.name)
        if row.action == "caption" or (row.name in MAY_BE_EMPTY and not text):
            return  # nothing is lost
        if len(text) > len(self.lost.text):
            self.lost = Lost(text, element, row.name)
        self.remove(row.name, element, text)

    def remove(self, rule: str, element: Element, text: str | None = None) -> None:
        """Write down that a rule took an element away."""
        text = text_of(element) if text is None else text
        self.removed.append((rule, self.ordinal, self.paths.of(element), text[:PREVIEW], len(text)))

    def comment(self, element: Element, look: Look) -> None:
        """A comment goes; the list of stocks in it is read first."""
        text = element.text or ""
        row, preview = self.lookup.of_comment(text)
        if row.ends:
            self.captured.end_marker = True
            self.captured.symbols.extend(listed_symbols(self.lookup.asks, text))
        self.removed.append((row.name, self.ordinal, self.paths.of_comment(element), preview, 0))

    def noise(self, element: Element, look: Look) -> None:
        """An element whose tag alone makes it furniture."""
        if element is self.spared or is_around_text(element):
            self.block(element, [], look)
        else:
            self.furnish(self.lookup.by_tag[element.tag], element)

    def instruction(self, element: Element, look: Look) -> None:
        """A processing instruction: XML and PHP leftovers."""
        preview = (element.text or "")[:PREVIEW]
        self.removed.append(("comment", self.ordinal, self.paths.of_comment(element), preview, 0))

    # --- lines and pictures ----------------------------------------------------------------------------

    def flush(self, element: Element, *, kind: Kind = "p", level: int = 2) -> None:
        """End the line being gathered: its paragraphs and pictures become pieces."""
        buffer, pictures = self.buffer, self.pictures
        if pictures:
            self.buffer, self.pictures = [], []
            self.leave_pictures(MixedLine(buffer, pictures, element, kind, level))
            return
        if not buffer:
            return
        if len(buffer) == 1 and buffer[0][0].isspace():  # the line end between two paragraphs
            buffer.clear()
            return
        self.buffer = []
        for piece in pieces_of(self.lookup, buffer, element, kind, level):
            self.add(piece)

    def flush_before(self, element: Element) -> None:
        """End the line that stands before a block."""
        if self.buffer or self.pictures:
            self.flush(self.block_of(element))

    def block_of(self, element: Element) -> Element:
        """The element around another, as far as the body goes."""
        parent = element.getparent() if element is not self.root else None
        return element if parent is None else parent

    def add(self, piece: Piece) -> None:
        """Append a piece."""
        self.ordinal += 1
        piece.ordinal = self.ordinal
        self.pieces.append(piece)

    def leave_pictures(self, line: MixedLine) -> None:
        """Append a line that holds pictures; where it holds nothing else, they are pieces at once."""
        self.is_plain = False
        if any([text.strip() for text, _ in line.buffer]):
            line.noted = len(self.removed)
            self.ordinal += 1
            self.pieces.append(line)
        else:
            for picture in line.pictures:
                self.add(picture)

    def leave(self, found: CaptionElement | Container) -> None:
        """Append what the captions pass will read, and what is no piece by itself."""
        self.is_plain = False
        found.noted = len(self.removed)
        self.pieces.append(found)

    def contain(self, container: Container) -> None:
        """Append a list, a quote or a table, unless nothing stands in it."""
        if any([part.pieces for part in container.parts]):
            self.leave(container)

    # --- blocks ------------------------------------------------------------------------------------------

    def block(self, element: Element, items: Items, look: Look, *, kind: Kind = "p", level: int = 2) -> None:
        """A block: what stood before it is a line of its own, and so is what it holds."""
        if self.buffer or self.pictures:
            self.flush_before(element)
        before = self.ordinal + len(self.removed)
        for name, value in items:
            if name == markup.EDITOR_STYLE and markup.BOLD_STYLE in value:
                look = look.__replace__(strong=True)
        if self.pictures or len(element) or self.depth >= self.max_depth:
            self.inside(element, look)
            self.flush(element, kind=kind, level=level)
        elif text := element.text:
            self.line(text, look, element, kind, level)
        if self.ordinal + len(self.removed) == before and element.tag == "p":
            self.remove("empty-paragraph", element, "")

    def line(self, text: str, look: Look, element: Element, kind: Kind, level: int) -> None:
        """A block of nothing but text, as most paragraphs are."""
        words = tidy(text)
        if words:
            runs = (run_of(words, look),)
            piece = Piece(kind, element, text=words if look.script is None else shown(runs), runs=runs)
            piece.level, piece.indented, piece.linked = level, is_indented(text), look.href is not None
            self.add(piece)

    # --- what is kept apart ------------------------------------------------------------------------------

    def gather(self, element: Element, look: Look) -> list[Raw]:
        """The pieces inside an element, kept apart from the body's."""
        outer, self.pieces = self.pieces, []
        self.inside(element, look)
        return self.gathered(element, outer)

    def gather_one(self, element: Element, look: Look) -> list[Raw]:
        """The pieces that one element gives, itself included, kept apart from the body's."""
        outer, self.pieces = self.pieces, []
        handler = self.handlers.get(element.tag)
        if handler is None:
            self.element(element, element.tag, look)
        else:
            handler(self, element, look)
        if element.tail:
            self.buffer.append((element.tail, look))
        return self.gathered(element, outer)

    def gather_text(self, element: Element, text: str, look: Look) -> list[Raw]:
        """The pieces that words directly in an element give, kept apart from the body's."""
        outer, self.pieces = self.pieces, []
        self.buffer.append((text, look))
        return self.gathered(element, outer)

    def gathered(self, element: Element, outer: list[Raw]) -> list[Raw]:
        """The pieces since ``outer`` was put aside, which takes its place again."""
        self.flush(element)
        inner, self.pieces = self.pieces, outer
        return inner
