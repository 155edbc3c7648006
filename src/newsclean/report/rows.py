"""What a report says of a rule: its reason, its row, its examples, and the command that shows all of it."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from typing import Any

from newsclean.blocks import Value
from newsclean.explaining import Place
from newsclean.language import Wording
from newsclean.rules import Form, Rules, default_rules
from newsclean.rules.built_in import BUILT_IN

__all__ = ["RuleTold", "rule_told", "tries_of"]

_MOST = 4
"""Forms, and examples of either kind, that are shown of a rule."""
_NOT_SHOWN = ("name", "why", "also", "forms", "takes", "spares", "replace", "add")
_LONGEST_LINE = 160
"""Characters of a line that ``newsclean rules --try`` touches where ``--most`` says nothing."""


class RuleTold(Value):
    """A rule, as a report shows it. ``kind`` is empty for one that is not in the book in use; ``facts`` are the row's
    fields, ``forms`` its patterns, both as they are written."""

    name: str
    why: str
    kind: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    forms: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    spares: tuple[str, ...] = ()
    more: int = 0
    command: str = ""


def rule_told(book: Rules, name: str, say: Wording, given: Sequence[str] = ()) -> RuleTold:
    """What is to say of a rule by its name, and the command that shows the whole of it. ``given`` are the files and the
    installed rules that the book holds beside the library's own, by name."""
    told = _told(book, name, say)
    own = given if book.by_name.get(name) != default_rules().by_name.get(name) else ()
    options = "".join([f" --rules {shlex.quote(one)}" for one in own])
    return told.__replace__(command=f"newsclean rules {shlex.quote(name)}{options}")


def _told(book: Rules, name: str, say: Wording) -> RuleTold:
    row: Any = book.by_name.get(name)
    if row is None:
        if name in BUILT_IN:
            return RuleTold(name, say.why(name, BUILT_IN[name]), "built-in")
        return RuleTold(name, say("This rule is not in the rule book that is in use."))
    forms = [value for value in _values(row) if isinstance(value, Form)]
    takes = [*getattr(row, "takes", ()), *[text for form in forms for text in form.takes]]
    spares = [*getattr(row, "spares", ()), *[text for form in forms for text in form.spares]]
    return RuleTold(
        name,
        say.why(name, row.why),
        type(row).__name__.lower(),
        tuple(_facts(row)),
        tuple([form.pattern for form in forms[:_MOST]]),
        tuple(takes[:_MOST]),
        tuple(spares[:_MOST]),
        sum([max(len(listed) - _MOST, 0) for listed in (forms, takes, spares)]),
    )


def _values(row: Any) -> Iterator[Any]:
    for value in row:
        if isinstance(value, tuple) and not isinstance(value, Form):
            yield from value


def _facts(row: Any) -> Iterator[tuple[str, str]]:
    usual = row._field_defaults
    for name, value in zip(row._fields, row, strict=True):
        if name not in _NOT_SHOWN and value not in ((), usual.get(name)):
            yield name, _written(value)


def _written(value: Any) -> str:
    if not isinstance(value, tuple):
        return str(value)
    parts = [one if isinstance(one, str) else "=".join([str(part) for part in one if part]) for one in value]
    return "  ".join(parts)


def tries_of(place: Place, source: str) -> dict[str, str]:
    """The commands that would try a rule which takes a place: ``line`` and ``element``, those that there are.
    ``source`` is the page's file."""
    page = shlex.quote(source) if source else "PAGE"
    told: dict[str, str] = {}
    if place.line:
        most = f" --most {len(place.text)}" if len(place.text) > _LONGEST_LINE else ""
        told["line"] = f"newsclean rules --try {page} --line {shlex.quote(place.line)} --where anywhere{most}"
    if place.selector:
        told["element"] = f"newsclean rules --try {page} --element {shlex.quote(place.selector)}"
    return told
