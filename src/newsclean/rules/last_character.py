"""Whether what a pattern fits can end in a character: most lines of metadata cannot end a sentence, and most lines of
an article do, so that the one kind need not be looked for in the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

__all__ = ["can_end_in"]

_Last: TypeAlias = tuple[bool, bool]
"""Whether a part can end in the character, and whether it can be empty."""
_OUTSIDE = frozenset({"CATEGORY_NOT_SPACE", "CATEGORY_NOT_WORD", "CATEGORY_NOT_DIGIT"})
"""The categories that a mark of punctuation is of."""


def can_end_in(mark: str, items: Sequence[Any]) -> bool:
    """Whether a text that a parsed pattern fits whole can end in a mark of punctuation."""
    ends, empty = _last(mark, items)
    return ends or empty


def _last(mark: str, items: Sequence[Any]) -> _Last:
    for op, value in reversed(items):
        ends, empty = _last_of(mark, str(op), value)
        if ends or not empty:
            return ends, False
    return False, True


def _last_of(mark: str, op: str, value: Any) -> _Last:
    if op in ("ASSERT", "ASSERT_NOT", "AT"):
        return False, True
    ask = _LAST.get(op)
    return ask(mark, value) if ask else (True, True)


def _last_of_branch(mark: str, value: Any) -> _Last:
    found = [_last(mark, branch) for branch in value[1]]
    return any(ends for ends, _ in found), any(empty for _, empty in found)


def _last_of_repeat(mark: str, value: Any) -> _Last:
    least, _, item = value
    ends, empty = _last(mark, item)
    return ends, empty or least == 0


def _is_in(mark: str, members: Sequence[tuple[Any, Any]]) -> bool:
    found = any(
        (name == "LITERAL" and chr(value) == mark)
        or (name == "RANGE" and value[0] <= ord(mark) <= value[1])
        or (name == "CATEGORY" and str(value) in _OUTSIDE)
        for name, value in [(str(op), value) for op, value in members]
    )
    return found != (str(members[0][0]) == "NEGATE")


_LAST: dict[str, Callable[[str, Any], _Last]] = {
    "LITERAL": lambda mark, value: (chr(value) == mark, False),
    "NOT_LITERAL": lambda mark, value: (chr(value) != mark, False),
    "IN": lambda mark, value: (_is_in(mark, value), False),
    "BRANCH": _last_of_branch,
    "SUBPATTERN": lambda mark, value: _last(mark, value[-1]),
    "ATOMIC_GROUP": _last,
    "MAX_REPEAT": _last_of_repeat,
    "MIN_REPEAT": _last_of_repeat,
    "POSSESSIVE_REPEAT": _last_of_repeat,
}
"""How each thing of a pattern ends; what does not stand here can end in anything."""
