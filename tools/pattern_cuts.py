"""Takes a regular expression apart in its source: what can be taken away from it, one thing at a time.

Not in the tree that Python's parser makes of it: the parser joins equal beginnings of alternatives, and what a reader
sees as one word would be two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Cut", "cuts_of"]


class Cut(NamedTuple):
    """One thing that can be taken out of a pattern: the pattern without it, and the words that went."""

    pattern: str
    gone: str


_NO_LETTERS = re.compile(r"\\.|\[\^[^\]]*\]|\?P<\w+>|\{\d*,?\d*\}")
"""Letters of a pattern that are no letters of a text: escapes, sets of what may not stand, names of groups, counts."""
_LETTER = re.compile(r"[^\W_]")
_QUANTIFIER = re.compile(r"(?:[?*+]|\{\d*,?\d*\})[?+]?")
_PREFIX = re.compile(r"\?(?::|=|!|>|<=|<!|P<\w+>|[a-z]+:)")
_REFERENCE = re.compile(r"\{[A-Z][A-Z0-9_]+\}")


def cuts_of(pattern: str) -> Iterator[Cut]:
    """Every alternative, optional part with a letter in it, and letter of a set that can be taken away."""
    yield from _Splitter(pattern).cuts()


class _Splitter:
    """Reads a pattern once, from left to right, and notes the spans of what can be taken away."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.spans: list[tuple[int, int]] = []

    def cuts(self) -> Iterator[Cut]:
        end = self.alternatives(0)
        if end != len(self.pattern):
            raise ValueError(f"a bracket too many in {self.pattern!r}")
        for start, end in dict.fromkeys(self.spans):
            yield Cut(self.pattern[:start] + self.pattern[end:], self.pattern[start:end])

    def alternatives(self, at: int) -> int:
        """The alternatives from a place to the end of their group; the place of its bracket, or the pattern's end."""
        starts = [at]
        while at < len(self.pattern) and self.pattern[at] != ")":
            if self.pattern[at] == "|":
                starts.append(at + 1)
                at += 1
            else:
                at = self.atom(at)
        if len(starts) > 1:
            for number, start in enumerate(starts):
                last = number == len(starts) - 1
                stop = at if last else starts[number + 1]
                self.spans.append((start - 1 if last else start, stop))  # with one of its bars
        return at

    def atom(self, at: int) -> int:
        """One thing and its quantifier."""
        start, sign = at, self.pattern[at]
        if sign == "(":
            prefix = _PREFIX.match(self.pattern, at + 1)
            at = self.alternatives(prefix.end() if prefix else at + 1) + 1
        elif sign == "[":
            at = self.set(at)
        elif sign == "\\":
            at += 2
        elif sign == "{" and (reference := _REFERENCE.match(self.pattern, at)):
            at = reference.end()
        else:
            at += 1
        thing = self.pattern[start:at]
        quantifier = _QUANTIFIER.match(self.pattern, at)
        if quantifier:
            at = quantifier.end()
            if quantifier[0].startswith(("?", "*", "{0", "{,")) and _LETTER.search(
                _NO_LETTERS.sub("", thing)
            ):
                self.spans.append((start, at))
        return at

    def set(self, at: int) -> int:
        """A set: its letters can go, where it is no set of what may not stand there, and no range."""
        start = at
        at += 2 if self.pattern.startswith("[^", at) else 1
        first, letters = at, []
        while self.pattern[at] != "]" or at == first:
            if self.pattern[at] == "\\":
                at += 2
                continue
            ranged = self.pattern[at + 1] == "-" and self.pattern[at + 2] != "]"
            if ranged:
                at += 3
                continue
            if _LETTER.match(self.pattern[at]):
                letters.append(at)
            at += 1
        if self.pattern[start + 1] != "^" and at - first > 1:
            self.spans.extend((letter, letter + 1) for letter in letters)
        return at + 1
