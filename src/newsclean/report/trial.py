"""What a rule that is not in the book yet would do on pages at hand: what it takes, what it leaves, and what of that
the book takes already.

A page is read three times: as it is, with the would-be rule before all others, and without any rule for lines, which
shows what there is to take. The answers are read off the three articles, so nothing here decides about a page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from newsclean.article import Article
from newsclean.blocks import Removal
from newsclean.decode import decode
from newsclean.errors import NewscleanError
from newsclean.parser import Parser
from newsclean.rules import Element, Line, Rules
from newsclean.rules.examples import element_row
from newsclean.rules.forms import expand
from newsclean.rules.scripts import in_both
from newsclean.tree import tree_of

__all__ = ["NAME", "Left", "Outcome", "Taken", "Trial"]

NAME = "would-be"
"""The name of the rule that is tried."""

_NEAREST = 3
"""Lines shown of those that a pattern leaves though they share its words."""


class Taken(NamedTuple):
    """What the rule takes: the text's beginning, where it stands, and the book's rule that takes it already (None:
    the book leaves it)."""

    text: str
    where: str
    path: str
    known: str | None = None


class Left(NamedTuple):
    """A line that the rule leaves, why it does though its pattern fits ("": it does not fit), and the book's rule
    that takes it (None: it is part of the article)."""

    text: str
    why: str = ""
    known: str | None = None


class Outcome(NamedTuple):
    """What the rule would do on one page.

    ``lines`` counts the lines there were to take, ``on_page`` the elements a selector names on the whole page.
    ``lost`` are the lines of today's article that would go, ``pictures`` counts its pictures that would. ``error``
    says why the page gives no article, and ``breaks`` that it is the rule that costs it.
    """

    page: str
    layout: str = ""
    lines: int = 0
    takes: tuple[Taken, ...] = ()
    beyond: tuple[Left, ...] = ()
    near: tuple[Left, ...] = ()
    lost: tuple[str, ...] = ()
    pictures: int = 0
    on_page: int = 0
    error: str = ""
    breaks: bool = False


class Trial:
    """A rule to try, ready to be tried on pages. ``row`` is named :data:`NAME`. Raises RulesError for one that the
    book does not take."""

    def __init__(self, row: Line | Element, book: Rules) -> None:
        self.row, self.book = row, book
        self._now = Parser(book)
        self._with = Parser(book.with_([row]))
        self._bare = Parser(book.without(*[line.name for line in book.of_kind(Line)]))
        self._pairs: frozenset[str] = frozenset()
        self._pattern: re.Pattern[str] | None = None
        if isinstance(row, Line):
            written = expand(row.forms[0].pattern, book.book)
            self._pattern = re.compile(in_both(written), re.DOTALL)
            self._pairs = _pairs_in(written)

    def on(self, page: str, source: bytes) -> Outcome:
        """What the rule does on a page; never raises for one."""
        try:
            now = self._now.parse(source)
        except NewscleanError as error:
            return Outcome(page, error=f"{error.message} ({error.kind})")
        count = self._count(source) if isinstance(self.row, Element) else 0
        try:
            then = self._with.parse(source)
        except NewscleanError as error:
            said = f"with the rule: {error.message} ({error.kind})"
            return Outcome(page, now.layout, error=said, breaks=True, lost=_lines_of(now), on_page=count)
        known = {(removal.path, removal.preview): removal.rule for removal in now.removals}
        held = Counter(_lines_of(now))
        lines = self._all_lines(source, now)
        takes = tuple([_taken(removal, known, lines) for removal in then.removals if removal.rule == NAME])
        lost = tuple((held - Counter(_lines_of(then))).elements())
        beyond, near = self._left(lines, takes, held, now)
        pictures = len(now.images) - len(then.images)
        return Outcome(page, now.layout, len(lines), takes, beyond, near, lost, max(pictures, 0), count)

    def _all_lines(self, source: bytes, now: Article) -> tuple[str, ...]:
        try:
            return _lines_of(self._bare.parse(source))
        except NewscleanError:  # all that makes it an article may be read off its lines
            return _lines_of(now)

    def _left(
        self, lines: tuple[str, ...], takes: tuple[Taken, ...], held: Counter[str], now: Article
    ) -> tuple[tuple[Left, ...], tuple[Left, ...]]:
        """The lines that fit and are not taken, and the nearest of those that don't fit."""
        row, pattern = self.row, self._pattern
        if not isinstance(row, Line) or pattern is None:
            return (), ()
        taken = Counter(one.text for one in takes)
        beyond: list[Left] = []
        near: list[tuple[int, Left]] = []
        for number, line in enumerate(lines, 1):
            known = None if held[line] else _rule_of(line, now)
            shared = len(self._pairs & _pairs(line))
            if not pattern.fullmatch(line):
                if shared >= min(2, len(self._pairs)) > 0:
                    near.append((shared, Left(line, known=known)))
            elif taken[line]:
                taken[line] -= 1
            else:
                place = f"line {number} of {len(lines)}, out of the reach of {row.where!r}"
                beyond.append(Left(line, self._why_left(row, line) or place, known))
        near.sort(key=lambda found: -found[0])
        return tuple(beyond), tuple([left for _, left in near[:_NEAREST]])

    def _why_left(self, row: Line, line: str) -> str:
        """Why a line row leaves a line that it fits, wherever the line stands; empty where nothing but its place can
        be the reason."""
        if len(line) > row.most:
            return f"it has {len(line)} characters, and most is {row.most}"
        for name in row.unless:
            word = next((word for word in getattr(self.book.words, name) if word in line), None)
            if word is not None:
                return f"it holds {word}, a word of {name}"
        return ""

    def _count(self, source: bytes) -> int:
        """How many elements of the whole page the selector names."""
        root = tree_of(decode(source).text)
        if root is None or not isinstance(self.row, Element):
            return 0
        rows = (self.row,)
        return sum(1 for node in root.iter("*") if element_row(rows, str(node.tag), _items(node.attrib)))


def _items(attributes: object) -> list[tuple[str, str]]:
    return [(str(name), str(value)) for name, value in dict(attributes).items()]  # type: ignore[call-overload]


def _lines_of(article: Article) -> tuple[str, ...]:
    return tuple([line for line in article.to_text(captions=True).split("\n") if line.strip()])


def _taken(removal: Removal, known: dict[tuple[str, str], str], lines: tuple[str, ...]) -> Taken:
    """What was taken, with its whole text where it is a line of the page."""
    text = next(
        (line for line in lines if _flat(line)[: len(removal.preview)] == removal.preview), removal.preview
    )
    shown = text if removal.preview else ""
    return Taken(shown, removal.where, removal.path, known.get((removal.path, removal.preview)))


def _rule_of(line: str, article: Article) -> str | None:
    """The rule that took a line out of an article; None where none says so."""
    flat = _flat(line)
    found = (removal.rule for removal in article.removals if removal.preview and removal.preview in flat)
    return next(found, None)


def _flat(text: str) -> str:
    return " ".join(text.split())


# --- what a pattern is about -------------------------------------------------------------------------------

_SIGNS = re.compile(r"\\.|\(\?(?:P<\w+>|<?[=!:>])|\[[^\]]*\]|\{\d*,?\d*\}")
_WORD = re.compile(r"[^\W_]+")


def _pairs_in(pattern: str) -> frozenset[str]:
    """The pairs of letters that stand side by side in the words of a pattern, its signs left out."""
    return _pairs(_SIGNS.sub(" ", pattern))


def _pairs(text: str) -> frozenset[str]:
    return frozenset(_each_pair(text))


def _each_pair(text: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        yield from (word[at : at + 2] for at in range(len(word) - 1))
