"""Patterns as Python compiles them soonest, for a process that asks each of a few texts.

For a set that reaches beyond Latin-1 CPython marks 65,536 characters one by one: a million instructions each time one
stands in a pattern, and once more where a pattern can begin with several such characters. The same letters as
alternatives take a twentieth, and are slower to match.
"""

from __future__ import annotations

import re

__all__ = ["lean"]

_SET = re.compile(r"\\.|\[(\^?)(\]?(?:\\.|[^\]\\])*)\]([*+?]\+|\{[\d,]*\}\+)?", re.DOTALL)
"""An escape, or a set: what stands in it, and what repeats it without going back."""

_MEMBER = re.compile(r"(?:\\.|[^\\])(?:-(?:\\.|[^\\]))?", re.DOTALL)
_LATIN = "\xff"
_LEADS = ("^", "[")  # what may not come first in a set
_APART = "(?=)"  # fits anywhere: alternatives of nothing but a letter each would become a set again


def lean(pattern: str) -> str:
    """A pattern that fits the same, with the same groups.

    >>> lean("[(（【]来源[^，a]")
    '(?=)(?:(?:[(]|(?=)（|(?=)【)来源(?:(?!，)[^a]))'
    """
    if pattern.startswith("(?") and pattern[2 : pattern.find(")")].isalpha():  # flags, which stand first
        return pattern
    return f"{_APART}(?:{_SET.sub(_apart, pattern)})"


def _apart(found: re.Match[str]) -> str:
    """A set with its letters beyond Latin-1 as alternatives. One with a range of such stays, and one that is repeated
    without going back: CPython before 3.11.5 goes back in the alternatives of such."""
    if found[2] is None or found[2].isascii() or found[3]:
        return found[0]
    members = _MEMBER.findall(found[2])
    wide = [member for member in members if member > _LATIN]
    others = "".join([member for member in members if member <= _LATIN])
    if not wide or max(map(len, wide)) > 1 or others.startswith(_LEADS):
        return found[0]
    if found[1]:
        return f"(?:(?!{f'|{_APART}'.join(wide)}){f'[^{others}]' if others else '(?s:.)'})"
    return f"(?:{f'|{_APART}'.join([f'[{others}]', *wide] if others else wide)})"
