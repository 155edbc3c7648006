"""Texts in lines of a width, in which a Chinese character takes two columns."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from unicodedata import east_asian_width

__all__ = ["columns", "lines_of", "padded", "terminal_columns", "wrapped"]

_LEAST = 40  # columns, however narrow the terminal
_WITHOUT_TERMINAL = (100, 24)

_UNITS = re.compile(r"\s+|[^\s\u1100-\uffff]+|.", re.DOTALL)
"""What a line is not broken in: a run of narrow characters, or one wide character."""
_NEVER_FIRST = frozenset("，。！？；：、）】》”’…,.!?;:)]>")
_NEVER_LAST = frozenset("（【《“‘")


def columns(text: str) -> int:
    """The columns that a text takes on a terminal.

    >>> columns("桥a")
    3
    """
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def padded(text: str, width: int) -> str:
    """The text with blanks behind it, to a width in columns.

    >>> padded("桥a", 5)
    '桥a  '
    """
    return text + " " * (width - columns(text))


def terminal_columns() -> int:
    """The columns of the terminal, or of a page where there is none."""
    return max(_LEAST, shutil.get_terminal_size(_WITHOUT_TERMINAL).columns)


def lines_of(text: str, most: int) -> Iterator[str]:
    """A text in lines of a number of columns at most, none of which begins with a closing sign or ends with an opening
    one, unless there is no other place to break it.

    >>> list(lines_of("老桥今天通车（两岸的人）。", 14))
    ['老桥今天通车', '（两岸的人）。']
    """
    line: list[str] = []
    for unit in _UNITS.findall(text):
        if line and columns("".join(line)) + columns(unit) > most and not unit.isspace():
            at = _break(line, unit)
            yield "".join(line[:at]).rstrip()
            line = line[at:]
        if line or not unit.isspace():
            line.append(unit)
    yield "".join(line).rstrip()


def _break(line: list[str], following: str) -> int:
    """How many units of a full line stay in it."""
    for at in range(len(line), 0, -1):
        first = line[at] if at < len(line) else following
        if first[0] not in _NEVER_FIRST and line[at - 1] not in _NEVER_LAST and not first.isspace():
            return at
    return len(line)


def wrapped(text: str, lead: str) -> Iterator[str]:
    """A text behind its lead, in lines of the terminal's width; what follows the first is indented as far. Control
    characters become blanks."""
    from newsclean.report.facts import flat

    begun = lead
    for line in lines_of(flat(text), terminal_columns() - columns(lead)):
        yield begun + line
        begun = " " * columns(lead)
