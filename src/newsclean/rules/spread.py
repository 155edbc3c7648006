"""Labels that are written with spaces between their letters: 作   者 | 甲 is 作者 | 甲.

Editors set short labels so that they are as wide as the long ones below them. Only what the book knows as a label is
put together, and only where the sign of a label stands behind it.
"""

from __future__ import annotations

from newsclean.lazy_regex import Deferred
from newsclean.rules.book import Rules
from newsclean.rules.sieve import holds
from newsclean.rules.signs import in_signs

__all__ = ["unspread"]

_SPACES = " \u00a0\u3000\t"
"""What stands between letters that are written apart."""

_BEHIND = ":/|"
"""What stands behind a label, in the signs of signs.py."""

_LAST_LETTER = Deferred(r"\s[^\W\d_]\s*[:/|]")
"""The last letter of what is spread, and the sign: found in a fifth of the time."""

_SPREAD = Deferred(r"(?<![^\W_])[^\W\d_](?:\s{1,8}[^\W\d_]){1,3}(?=\s*[:/|])")
"""Single letters with spaces between them before a sign, in the signs of signs.py."""


def unspread(rules: Rules, line: str) -> str:
    """The line with its spread labels put together.

    >>> from newsclean.rules import default_rules
    >>> unspread(default_rules(), "作　者 | 某某　编 辑：张 三")
    '作者 | 某某　编辑：张 三'
    """
    if len(line.split(None, 1)) < 2 or not holds(line, _SPACES):
        return line
    signs = in_signs(line)
    if not holds(signs, _BEHIND) or _LAST_LETTER.search(signs) is None:
        return line
    labels, parts, at = rules.made(_labels), [], 0
    for found in _SPREAD.finditer(signs):
        letters = found[0].split()
        wholes = ("".join(letters[start:]) for start in range(len(letters) - 1))
        label = next((whole for whole in wholes if whole in labels), None)
        if label is not None:
            parts += [line[at : found.start()], " ".join([*letters[: -len(label)], label])]
            at = found.end()
    return "".join([*parts, line[at:]])


def _labels(rules: Rules) -> frozenset[str]:
    """The labels of credit lines and of editors."""
    sets = rules.sets
    known: frozenset[str] = sets.WRITERS | sets.WORKERS | sets.SOURCES | sets.TITLE_LABELS | sets.TEXT_LABELS
    return known.union(sets.EDITOR_LABELS)
