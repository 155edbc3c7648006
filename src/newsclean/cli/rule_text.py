"""Rows of the rule book, and what a would-be rule does on pages, as lines for a terminal or as dictionaries for JSON.

Lines are wrapped to the terminal's width, in which a Chinese character takes two columns. Patterns are not wrapped:
they are there to be copied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Sized
from typing import Any, NamedTuple

import click

from newsclean.cli.wrapping import columns, wrapped
from newsclean.language import Wording
from newsclean.report.facts import flat
from newsclean.report.trial import Left, Outcome, Taken
from newsclean.rules import Form, Question, Row

__all__ = [
    "Told",
    "as_dict",
    "brief",
    "check_line",
    "kind_of",
    "outcome_lines",
    "texts_of",
    "trial_line",
    "whole",
]

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


def brief(row: Shown, say: Wording) -> Iterator[str]:
    """A row's name, kind and reason."""
    yield f"{click.style(row.name, bold=True)}  {kind_of(row)}"
    yield from wrapped(say.why(row.name, row.why), "    ")


def whole(row: Shown, say: Wording) -> Iterator[str]:
    """All of a row: how it is asked, its forms with what they take and spare. What has its usual value is left out.
    The names of fields and kinds are those that files of rules have, in every language."""
    yield from brief(row, say)
    for name, value in _said(row):
        if _is_forms(value):
            yield from _forms(name, value, say)
        elif name in ("takes", "spares", "within"):
            for text in value:
                yield from wrapped(text, f"    {name:<8}")
        else:
            yield from wrapped(_written(value, say), f"    {name}  ")


def _said(row: Any) -> Iterator[tuple[str, Any]]:
    usual = row._field_defaults
    for name, value in zip(row._fields, row, strict=True):
        if name not in ("name", "why", "also") and value not in ((), usual.get(name)):
            yield name, value


def _forms(name: str, forms: Sequence[Form], say: Wording) -> Iterator[str]:
    where = "" if name == "forms" else say("  (in its {name})", name=name)
    for form in forms:
        yield f"    {click.style(form.pattern, fg='cyan')}{where}"
        for text in form.takes:
            yield from wrapped(text, "      takes   ")
        for text in form.spares:
            yield from wrapped(text, "      spares  ")


def _written(value: Any, say: Wording) -> str:
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if not isinstance(value, tuple):
        return str(value)
    if value and isinstance(value[0], tuple):
        return " ".join([f"{name}={held}" if held is not None else name for name, held in value])
    return ("  " if any(" " in part for part in value) else " ").join(value)


# --- trials ------------------------------------------------------------------------------------------------


def outcome_lines(outcome: Outcome, say: Wording, *, element: bool) -> Iterator[str]:
    """What a would-be rule does on one page."""
    said = f"{outcome.page} ({outcome.layout})" if outcome.layout else outcome.page
    yield click.style(flat(said), bold=True)
    if outcome.error:
        yield from wrapped(outcome.error, "  " + say("no article: "))
    if not outcome.layout or outcome.breaks:
        return
    taken = len(outcome.takes)
    if element:
        told = say("takes {taken} of the {n} such elements on the page", taken=taken, n=outcome.on_page)
    else:
        told = say("takes {taken} of {n} lines", taken=taken, n=outcome.lines)
    yield f"  {told}"
    for one in outcome.takes:
        yield from _taken(one, say, element=element)
    if element:
        yield from _lost(outcome, say)
    if outcome.beyond:
        n = len(outcome.beyond)
        left = say("fits {n} more, and leaves it" if n == 1 else "fits {n} more, and leaves them", n=n)
        yield f"  {left}"
        yield from [_left(one, say) for one in outcome.beyond]
    if outcome.near:
        yield "  " + say("leaves, though they share its words")
        yield from [_left(one, say) for one in outcome.near]


def _taken(one: Taken, say: Wording, *, element: bool) -> Iterator[str]:
    shown = f"{one.path}  {one.text}" if element else one.text
    note = say("  [the book takes it already: {rule}]", rule=one.known) if one.known else ""
    yield f"    {one.where:<6}{_short(shown)}{note}"


def _left(left: Left, say: Wording) -> str:
    notes = [left.why] if left.why else []
    notes += [say("the book takes it: {rule}", rule=left.known)] if left.known else []
    return f"    {_short(left.text)}" + (f"  [{'; '.join(notes)}]" if notes else "")


def _lost(outcome: Outcome, say: Wording) -> Iterator[str]:
    """What of the article would go with the elements."""
    lines = outcome.lost
    if lines:
        n = len(lines)
        yield "  " + say(
            "text of the article that would go: {n} line"
            if n == 1
            else "text of the article that would go: {n} lines",
            n=n,
        )
    elif outcome.takes:
        yield "  " + say("no text of the article would go")
    yield from (f"    {_short(line)}" for line in lines[:_LOST])
    if len(lines) > _LOST:
        yield "    " + say("and {n} more", n=len(lines) - _LOST)
    if outcome.pictures:
        yield "  " + say("pictures of the article that would go: {n}", n=outcome.pictures)


def trial_line(outcomes: Sequence[Outcome], say: Wording, *, element: bool) -> str:
    """What a would-be rule does on all pages, in a line."""
    takes = [one for outcome in outcomes for one in outcome.takes]
    known = sum(one.known is not None for one in takes)
    failed = sum(bool(outcome.error) and not outcome.breaks for outcome in outcomes)
    broken = sum(outcome.breaks for outcome in outcomes)
    n = len(takes)
    if element:
        things = say("{n} element" if n == 1 else "{n} elements", n=n)
    else:
        things = say("{n} line" if n == 1 else "{n} lines", n=n)
    told = say(
        "{pages}: takes {things} on {on}",
        pages=_pages_told(len(outcomes), say),
        things=things,
        on=sum(bool(outcome.takes) for outcome in outcomes),
    )
    told += say(", {known} of them taken by the book already", known=known) if known else ""
    told += say("; {pages} without an article", pages=_pages_told(failed, say)) if failed else ""
    told += say("; {pages} would be no article any more", pages=_pages_told(broken, say)) if broken else ""
    return told


def _pages_told(n: int, say: Wording) -> str:
    return say("{n} page" if n == 1 else "{n} pages", n=n)


def check_line(rows: Sized, examples: int, wrong: int, findings: int, say: Wording) -> str:
    """What was checked in a file, and what was found."""
    n = len(rows)
    warnings = findings - wrong
    return say(", ").join(
        [
            say("{n} row" if n == 1 else "{n} rows", n=n),
            say("{n} example" if examples == 1 else "{n} examples", n=examples),
            say("{n} error" if wrong == 1 else "{n} errors", n=wrong),
            say("{n} warning" if warnings == 1 else "{n} warnings", n=warnings),
        ]
    )


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
