"""What the cleaner asks of the rule book, compiled once: furniture by tag, id, class and attribute, lines by the place
where they stand, pictures and comments.

``rules.made(Lookup)`` makes it for a book and keeps it there.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import Any

from newsclean.clean.line_rows import CompiledLine, Lines
from newsclean.clean.pieces import PREVIEW
from newsclean.lazy_regex import Deferred
from newsclean.rules import Comment, Line, Picture, Rules
from newsclean.rules import Element as ElementRow
from newsclean.rules.built_in import BUILT_IN
from newsclean.rules.forms import joined, written
from newsclean.rules.needs import ASKED_FIRST

__all__ = ["HIDDEN", "HIDDEN_STYLE", "MAY_BE_EMPTY", "NOTE", "STOCK", "Lookup", "patterns_of"]

Items = Sequence[tuple[str, str]]
HIDDEN = ElementRow(name="hidden-style", why=BUILT_IN["hidden-style"])
"""The answer for an element that its style never shows."""
NOTE = Comment(name="comment", why=BUILT_IN["comment"], opens=())
"""The answer for a comment of no known kind."""
STOCK = ElementRow(name="stock", why="An id that names a stock: it is noted, and its text stays.")
"""The answer for an element that stays, but is to be noted."""

MAY_BE_EMPTY = frozenset({"stock-quote"})
"""Rules whose elements may be empty: with those nothing is lost, and no removal is noted."""

HIDDEN_STYLE = Deferred(r"display\s*:\s*none|visibility\s*:\s*hidd+en", re.IGNORECASE)
_MEMO_LIMIT = 4_096
"""Values remembered before the memory is emptied: pages share classes, ids and notes."""
_NOTE_MOST = 40
"""Characters of a comment that may be a template's and is remembered."""
_BULLETS = " \n·•●■◆▪➤►▶▲👉|｜>》»«<《-–—*[]【】()（）"
"""What may stand around a link that stands alone."""
_ASIDE_MOST = 20
"""Characters of the day or the number beside a link."""


# --- elements ------------------------------------------------------------------------------------------


class _Elements:
    """The rows of elements by what tells them. Where two fit, the first in the book wins."""

    def __init__(self, rows: Sequence[ElementRow]) -> None:
        self.by_tag = {tag: row for row in reversed(rows) for tag in row.tags}
        self.by_id = {value: row for row in reversed(rows) for value in row.ids}
        self.by_class = {value: row for row in reversed(rows) for value in row.classes}
        self.by_attr: dict[str, dict[str | None, ElementRow]] = {}
        for row in reversed(rows):
            for name, value in row.attrs:
                self.by_attr.setdefault(name, {})[value] = row
        self._id_starts = _prefixes([(start, row) for row in rows for start in row.id_starts])
        self._class_starts = _prefixes([(start, row) for row in rows for start in row.class_starts])
        self._class_holds = [(part, row) for row in rows for part in row.class_holds]

    def of_id(self, value: str) -> ElementRow | None:
        """The row that an id calls for."""
        return self.by_id.get(value) or _starting(self._id_starts, value)

    def of_class(self, value: str) -> ElementRow | None:
        """The row that the words of a class call for."""
        for token in value.split():
            row = self.by_class.get(token) or _starting(self._class_starts, token)
            if row is not None:
                return row
        return next((row for part, row in self._class_holds if part in value), None)

    def of_attribute(self, name: str, value: str) -> ElementRow | None:
        """The row that another attribute calls for."""
        wanted = self.by_attr.get(name, {})
        return wanted.get(value) or wanted.get(None)


def _prefixes(pairs: list[tuple[str, ElementRow]]) -> list[tuple[str, ElementRow]]:
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def _starting(prefixes: list[tuple[str, ElementRow]], value: str) -> ElementRow | None:
    return next((row for start, row in prefixes if value.startswith(start)), None)


# --- pictures ------------------------------------------------------------------------------------------


class _PictureRow:
    """A row of pictures with its forms as one pattern (None: it has none), and the words one of which a fitting
    address holds (the empty one is in every address)."""

    __slots__ = ("attrs", "pattern", "row", "words")

    def __init__(self, row: Picture, rules: Rules) -> None:
        forms = written(row.forms, rules.book)
        self.row = row
        self.attrs = frozenset(row.attrs)
        self.pattern = rules.deferred(forms) if forms else None
        self.words = frozenset((rules.needs_of(row.name, "|".join(forms)).words or ("",)) if forms else ())

    def fits(self, src: str, held: list[str], names: list[str]) -> bool:
        """Whether a picture's address, which holds these words, or one of its attributes, by their names, is what the
        row tells of."""
        if not self.attrs.isdisjoint(names):
            return True
        if self.pattern is None or self.words.isdisjoint(held):
            return False
        return self.pattern.search(src) is not None


class _Pictures:
    """The rows of pictures. Most addresses hold none of the words that any pattern needs and are not searched."""

    def __init__(self, rules: Rules) -> None:
        self._rows = [_PictureRow(row, rules) for row in rules.of_kind(Picture)]
        self._words = tuple(dict.fromkeys([word for row in self._rows for word in row.words]))
        self._attrs = frozenset([name for row in self._rows for name in row.attrs])
        self._valued = frozenset([name.partition("=")[0] for name in self._attrs if "=" in name])

    def find(self, src: str, items: Items) -> Picture | None:
        """The row that says this is no picture of the article; None for one that is."""
        names = [name for name, _ in items]
        names += [f"{name}={value}" for name, value in items if name in self._valued]
        held = [word for word in self._words if word in src]
        if not held and self._attrs.isdisjoint(names):
            return None
        for known in self._rows:
            if not (known.words.isdisjoint(held) and known.attrs.isdisjoint(names)) and known.fits(
                src, held, names
            ):
                return known.row
        return None


# --- all of it -----------------------------------------------------------------------------------------


class Lookup:
    """All rows, ready to be asked about an element (:meth:`of_element`), a picture, a comment or a line of text."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.asks: Any = rules.asks
        self.words: Any = rules.words
        self.needed: Any = rules.needed
        self._elements = _Elements(rules.of_kind(ElementRow))
        self.by_tag = self._elements.by_tag
        self._asked = frozenset({"id", "class", "style", *self._elements.by_attr})
        self._seen: dict[tuple[str, str], ElementRow | None] = {}
        self._stock_id = rules.asks.stock_id
        self._chrome_name = rules.asks.chrome_name
        self._never_chrome: frozenset[str] = rules.sets.NEVER_CHROME
        lines = [CompiledLine(row, rules) for row in rules.of_kind(Line)]
        self.inviting = frozenset([line.name for line in lines if line.invites])
        self.at_start = Lines([line for line in lines if line.where in ("start", "edges")], rules)
        self.at_end = Lines([line for line in lines if line.where in ("end", "edges")], rules)
        self.anywhere = Lines([line for line in lines if line.where == "anywhere"], rules)
        self.leads: tuple[str, ...] = rules.words.LEADS
        opens = rules.needs_of("related-label", rules.pattern_of("related-label")).opens
        self.label_opens: Container[str] = frozenset(opens) if opens else _Anything()
        self.of_picture = _Pictures(rules).find
        self._comments = [(row, rules.written(row.opens)) for row in rules.of_kind(Comment)]
        self._notes: dict[str, tuple[Comment, str]] = {}

    # --- elements --------------------------------------------------------------------------------------

    def of_element(self, items: Items) -> ElementRow | None:
        """The row that the attributes of an element call for; :data:`HIDDEN` where none does but a style
        hides it, :data:`STOCK` where an id names a stock; None for an element that just stays."""
        lesser: ElementRow | None = None
        asked, seen = self._asked, self._seen
        for item in items:
            if item[0] in asked:
                row = seen[item] if item in seen else self._remember(item)
                if row is not None:
                    if row is not HIDDEN and row is not STOCK:
                        return row
                    if lesser is not HIDDEN:
                        lesser = row
        return lesser

    def _remember(self, item: tuple[str, str]) -> ElementRow | None:
        if len(self._seen) >= _MEMO_LIMIT:
            self._seen.clear()
        row = self._seen[item] = self._decide(*item)
        return row

    def _decide(self, name: str, value: str) -> ElementRow | None:
        if name == "id":
            return self._elements.of_id(value) or (STOCK if self._stock_id.fullmatch(value) else None)
        if name == "class":
            return self._elements.of_class(value)
        row = self._elements.of_attribute(name, value)
        return row or (HIDDEN if name == "style" and HIDDEN_STYLE.search(value) else None)

    def is_chrome(self, tag: str, items: Items) -> bool:
        """Whether a class or an id calls an element a page's furniture: for bodies found without a layout."""
        if tag in self._never_chrome:
            return False
        return any([name in ("class", "id") and self._chrome_name.search(value) for name, value in items])

    # --- comments --------------------------------------------------------------------------------------

    def of_comment(self, text: str) -> tuple[Comment, str]:
        """The row that a comment opens as, :data:`NOTE` for one that is nothing but a note; and its preview."""
        known = self._notes.get(text)
        if known is None:
            words = " ".join(text.split())
            row = next((row for row, opens in self._comments if words.startswith(opens)), NOTE)
            known = row, words[:PREVIEW]
            if len(text) <= _NOTE_MOST:
                if len(self._notes) >= _MEMO_LIMIT:
                    self._notes.clear()
                self._notes[text] = known
        return known

    # --- text ------------------------------------------------------------------------------------------

    def invites(self, text: str) -> bool:
        """Whether a line is one that invites to scan a code."""
        found = self.at_end.find(text)
        return found is not None and found[0].invites

    def says_more(self, text: str) -> bool:
        """Whether the words around a link say more than its day or its number."""
        words = text.strip(_BULLETS)
        return bool(words) and (len(words) > _ASIDE_MOST or not self.asks.day_or_number.fullmatch(words))


class _Anything:
    """A collection that holds everything."""

    def __contains__(self, thing: object) -> bool:
        return True


def patterns_of(rules: Rules) -> Iterator[tuple[str, str]]:
    """The patterns whose needs are asked here, each with the name under which these are kept (see rules/needs.py)."""
    named = [(row.name, row.forms) for row in rules.of_kind(Line)]
    named += [(row.name, row.forms) for row in rules.of_kind(Picture)]
    for name, forms in named:
        if forms:
            yield name, joined(forms, rules.book)
    for question in ASKED_FIRST:
        yield question, rules.pattern_of(question)
