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
    """A text in lines of a number of columns at most."""
    line, width = "", 0
    for unit in _UNITS.findall(text):
        taken = columns(unit)
        if width and width + taken > most and unit not in _NEVER_FIRST:
            yield line.rstrip()
            line, width = "", 0
        if line or not unit.isspace():
            line, width = line + unit, width + taken
    yield line.rstrip()


def wrapped(text: str, lead: str) -> Iterator[str]:
    """A text behind its lead, in lines of the terminal's width; what follows the first is indented as far. Control
    characters become blanks."""
    from newsclean.report.facts import flat

    begun = lead
    for line in lines_of(flat(text), terminal_columns() - columns(lead)):
        yield begun + line
        begun = " " * columns(lead)
