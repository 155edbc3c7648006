"""Rows of the rule book, and what a would-be rule does on pages, as lines for a terminal or as dictionaries for JSON.

Lines are wrapped to the terminal's width, in which a Chinese character takes two columns. Patterns are not wrapped:
they are there to be copied.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from unicodedata import east_asian_width

import click

from newsclean.report.facts import flat
from newsclean.report.trial import Left, Outcome, Taken
from newsclean.rules import Form, Question, Row

__all__ = ["Told", "as_dict", "brief", "kind_of", "outcome_lines", "texts_of", "whole", "wrapped"]

_LEAST = 40  # columns, however narrow the terminal
_WITHOUT_TERMINAL = (100, 24)
_LOST = 5  # lines shown of those that would go
_SHOWN = 60  # columns of a page's text in a trial


class Told(NamedTuple):
    """A removal's reason that is no row: part of how the cleaner works."""

    name: str
    why: str


Shown = Row | Question | Told


def kind_of(row: Shown) -> str:
    """The kind of a row, as ``--kind`` and TOML files call it; ``built-in`` for what is no row."""
    return "built-in" if isinstance(row, Told) else type(row).__name__.lower()


def texts_of(row: Any) -> Iterator[str]:
    """Every text in a row: its name and reason, patterns, sentences, words and selectors."""
    for value in row:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from texts_of(value)


def as_dict(row: Any) -> dict[str, Any]:
    """A row with its kind, its forms as dictionaries too."""
    fields = {
        name: [form._asdict() for form in value] if _is_forms(value) else value
        for name, value in row._asdict().items()
    }
    return {"kind": kind_of(row), **fields}


def _is_forms(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Form)


# --- rows --------------------------------------------------------------------------------------------------


def brief(row: Shown) -> Iterator[str]:
    """A row's name, kind and reason."""
    yield f"{click.style(row.name, bold=True)}  {kind_of(row)}"
    yield from wrapped(row.why, "    ")


def whole(row: Shown) -> Iterator[str]:
    """All of a row: how it is asked, its forms with what they take and spare. What has its usual value is left out."""
    yield from brief(row)
    for name, value in _said(row):
        if _is_forms(value):
            yield from _forms(name, value)
        elif name in ("takes", "spares", "within"):
            for text in value:
                yield from wrapped(text, f"    {name:<8}")
        else:
            yield from wrapped(_written(value), f"    {name}  ")


def _said(row: Any) -> Iterator[tuple[str, Any]]:
    usual = row._field_defaults
    for name, value in zip(row._fields, row, strict=True):
        if name not in ("name", "why", "also") and value not in ((), usual.get(name)):
            yield name, value


def _forms(name: str, forms: Sequence[Form]) -> Iterator[str]:
    for form in forms:
        yield f"    {click.style(form.pattern, fg='cyan')}" + (
            "" if name == "forms" else f"  (in its {name})"
        )
        for text in form.takes:
            yield from wrapped(text, "      takes   ")
        for text in form.spares:
            yield from wrapped(text, "      spares  ")


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, tuple):
        return str(value)
    if value and isinstance(value[0], tuple):
        return " ".join([f"{name}={held}" if held is not None else name for name, held in value])
    return ("  " if any(" " in part for part in value) else " ").join(value)


# --- trials ------------------------------------------------------------------------------------------------


def outcome_lines(outcome: Outcome, *, element: bool) -> Iterator[str]:
    """What a would-be rule does on one page."""
    said = f"{outcome.page} ({outcome.layout})" if outcome.layout else outcome.page
    yield click.style(flat(said), bold=True)
    if outcome.error:
        yield from wrapped(outcome.error, "  no article: ")
    if not outcome.layout or outcome.breaks:
        return
    of = f"the {outcome.on_page} such elements on the page" if element else f"{outcome.lines} lines"
    yield f"  takes {len(outcome.takes)} of {of}"
    for one in outcome.takes:
        yield from _taken(one, element=element)
    if element:
        yield from _lost(outcome)
    if outcome.beyond:
        yield f"  fits {len(outcome.beyond)} more, and leaves {'it' if len(outcome.beyond) == 1 else 'them'}"
        yield from map(_left, outcome.beyond)
    if outcome.near:
        yield "  leaves, though they share its words"
        yield from map(_left, outcome.near)


def _taken(one: Taken, *, element: bool) -> Iterator[str]:
    shown = f"{one.path}  {one.text}" if element else one.text
    note = f"  [the book takes it already: {one.known}]" if one.known else ""
    yield f"    {one.where:<6}{_short(shown)}{note}"


def _left(left: Left) -> str:
    notes = [left.why] if left.why else []
    notes += [f"the book takes it: {left.known}"] if left.known else []
    return f"    {_short(left.text)}" + (f"  [{'; '.join(notes)}]" if notes else "")


def _lost(outcome: Outcome) -> Iterator[str]:
    """What of the article would go with the elements."""
    lines = outcome.lost
    if lines:
        yield f"  text of the article that would go: {len(lines)} line{'s' if len(lines) > 1 else ''}"
    elif outcome.takes:
        yield "  no text of the article would go"
    yield from (f"    {_short(line)}" for line in lines[:_LOST])
    if len(lines) > _LOST:
        yield f"    and {len(lines) - _LOST} more"
    if outcome.pictures:
        yield f"  pictures of the article that would go: {outcome.pictures}"


# --- widths ------------------------------------------------------------------------------------------------

_UNITS = re.compile(r"\s+|[^\s\u1100-\uffff]+|.", re.DOTALL)
"""What a line is not broken in: a run of narrow characters, or one wide character."""
_NEVER_FIRST = frozenset("，。！？；：、）】》”’…,.!?;:)]>")


def columns(text: str) -> int:
    """The columns that a text takes on a terminal.

    >>> columns("桥a")
    3
    """
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def wrapped(text: str, lead: str) -> Iterator[str]:
    """A text behind its lead, in lines of the terminal's width; what follows the first is indented as far."""
    most = max(_LEAST, shutil.get_terminal_size(_WITHOUT_TERMINAL).columns) - len(lead)
    line, width, begun = "", 0, lead
    for unit in _UNITS.findall(flat(text)):
        taken = columns(unit)
        if width and width + taken > most and unit not in _NEVER_FIRST:
            yield begun + line.rstrip()
            line, width, begun = "", 0, " " * len(lead)
        if line or not unit.isspace():
            line, width = line + unit, width + taken
    yield begun + line.rstrip()


def _short(text: str) -> str:
    """A text on one line, its end left out where it is long."""
    text = flat(" ".join(text.split()))
    if columns(text) <= _SHOWN:
        return text
    at = width = 0
    while width < _SHOWN - 1:
        width += columns(text[at])
        at += 1
    return f"{text[: at - 1]}…"
