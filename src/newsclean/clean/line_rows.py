"""The rows of lines as the cleaner asks them: furniture by its whole wording, filed under the place where it stands.

A row's pattern is compiled when a line comes by that could fit it. What a fitting line must hold is asked before, by
the characters it can begin with and by its words, which saves most of the matching.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsclean.blocks import Value
from newsclean.rules import Line, Rules
from newsclean.rules.forms import written
from newsclean.rules.needs import FULL_STOP
from newsclean.rules.sieve import holds

__all__ = ["CompiledLine", "Lines"]


class CompiledLine:
    """A row of lines with its forms as one pattern, which is to fit a whole line of text."""

    __slots__ = (
        "action",
        "ends",
        "invites",
        "most",
        "name",
        "opens",
        "pattern",
        "spanning",
        "spared",
        "where",
        "words",
    )

    def __init__(self, row: Line, rules: Rules) -> None:
        self.name = row.name
        self.where = row.where
        self.action = row.action
        self.most = row.most
        self.invites = row.invites
        self.spared = tuple([word for name in row.unless for word in getattr(rules.words, name)])
        forms = written(row.forms, rules.book)
        self.pattern = rules.deferred(forms, re.DOTALL)
        self.spanning = rules.deferred(
            forms
        )  # of several lines: no gap of a form reaches over the end of one
        needs = rules.needs_of(row.name, "|".join(forms))
        self.opens, self.words, self.ends = needs.opens, needs.words, needs.ends

    def may_fit(self, text: str) -> bool:
        """Whether a text has what a fitting one must have, whatever its length and its place."""
        opens = not self.opens or text[:1] in self.opens
        return opens and (not self.words or holds(text, self.words))


class _Filed(Value):
    """The rows for lines that begin with one character: all of them, and those that more than their words tell."""

    rows: tuple[CompiledLine, ...]
    without_words: tuple[CompiledLine, ...]


class Lines:
    """The rows of one place in a text, in their order, filed under the characters that their lines begin with.

    Some rows are told by nothing but the words that they need. Most lines hold none of all these words, which one
    search tells, and none of these rows is asked. Fewer words are looked for in a line that ends in a full stop, which
    lines of metadata do not.
    """

    __slots__ = ("_by_opening", "_most", "_others", "_words", "_words_of_ended", "rows")

    def __init__(self, rows: Iterable[CompiledLine], rules: Rules) -> None:
        self.rows = tuple(rows)
        by_words = [row for row in self.rows if row.words and not row.opens]
        self._words = rules.one_of([word for row in by_words for word in row.words])
        self._words_of_ended = rules.one_of([word for row in by_words if row.ends for word in row.words])
        self._most = max([row.most for row in by_words], default=0)
        self._by_opening: dict[str, _Filed | None] = {
            char: None for row in self.rows for char in row.opens
        }  # filed when a line begins so
        self._others = self._file("")

    def _file(self, char: str) -> _Filed:
        rows = [row for row in self.rows if not row.opens or (char and char in row.opens)]
        return _Filed(tuple(rows), tuple([row for row in rows if row.opens or not row.words]))

    def find(self, text: str, *, spanning: bool = False) -> tuple[CompiledLine, re.Match[str]] | None:
        """The first row that a line of text fits, with the match; with ``spanning`` a text of several lines, and the
        first row with a wording that spans them all."""
        size = len(text)
        filed = self._by_opening.get(text[0], self._others)
        if filed is None:
            filed = self._by_opening[text[0]] = self._file(text[0])
        rows, is_ended = filed.without_words, False
        if size <= self._most:
            is_ended = text[-1] == FULL_STOP
            if (self._words_of_ended if is_ended else self._words).search(text):
                rows = filed.rows
        for row in rows:
            if size > row.most or (is_ended and not row.ends):
                continue
            if row.words and not holds(text, row.words):
                continue
            match = (row.spanning if spanning else row.pattern).fullmatch(text)
            if match and not holds(text, row.spared):
                return row, match
        return None
