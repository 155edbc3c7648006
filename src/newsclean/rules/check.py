"""What can be wrong with rows before any page is read: names that nothing bears, patterns that do not compile or
have no bounds, examples that their own form does not take or spare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean.rules.forms import expand, joined
from newsclean.rules.rows import Element, Form, Layout, Line, Part, Picture, Refusal, Row, Wording

if TYPE_CHECKING:
    from newsclean.rules.rows import Words

__all__ = ["Asking", "bad_patterns", "forms_of", "is_unbounded", "unknown_names"]

_NAME = re.compile(r"\{([A-Z][A-Z0-9_]+)\}")


class Asking(NamedTuple):
    """A form of a row, how it is asked, and the field of the row it stands in."""

    form: Form
    how: str
    field: str


def forms_of(row: Row, questions: Any = None) -> Iterator[Asking]:
    """The forms of a row, each with the way it is asked."""
    if isinstance(row, Line):
        yield from (Asking(form, "fullmatch", "forms") for form in row.forms)
    elif isinstance(row, Picture):
        yield from (Asking(form, "search", "forms") for form in row.forms)
    elif isinstance(row, Wording):
        question = (questions or {}).get(row.asks)
        how = question.how if question else "search"
        yield from (Asking(form, how, "forms") for form in row.forms)
    elif isinstance(row, Refusal):
        for field in ("title", "text", "url"):
            yield from (Asking(form, "search", field) for form in getattr(row, field))


def unknown_names(row: Row, rules: Any) -> Iterator[str]:
    """What is wrong with the names that a row uses, one sentence each."""
    patterns = [asking.form.pattern for asking in forms_of(row, rules.questions)]
    if isinstance(row, Part):
        patterns.append(row.pattern)
    for pattern in patterns:
        for name in _NAME.findall(pattern):
            if name not in rules.book:
                yield f"{{{name}}} is no word class and no part of a pattern"
    if isinstance(row, Line):
        for name in row.unless:
            if name not in rules.book:
                yield f"unless: {name} is no word class"
    if isinstance(row, Wording) and row.asks not in rules.questions:
        yield f"asks: {row.asks!r} is no question of the book"
    if (
        isinstance(row, Layout)
        and row.based_on
        and row.based_on not in {r.name for r in rules.of_kind(Layout)}
    ):
        yield f"based_on: there is no layout {row.based_on!r}"
    if isinstance(row, Element) and not any(
        (row.tags, row.ids, row.id_starts, row.classes, row.class_starts, row.class_holds, row.attrs)
    ):
        yield "it names no tag, id, class or attribute"


def bad_patterns(row: Row, rules: Any) -> Iterator[str]:
    """What is wrong with the patterns of a row once their names are written out, one sentence each: pieces that are
    sound alone may not be together."""
    patterns: dict[str, list[Form]] = {field: [] for field in ("forms", "title", "text", "url")}
    for asking in forms_of(row, rules.questions):
        patterns[asking.field].append(asking.form)
    if isinstance(row, Part):
        patterns["pattern"] = [Form(row.pattern)]
    for field, forms in patterns.items():
        try:
            re.compile(joined(forms, rules.book))
        except (re.error, OverflowError) as error:
            yield f"{field}: written out, it is no regular expression: {error}"
        except RecursionError:
            yield f"{field}: it names a part that names itself"


def is_unbounded(pattern: str, book: dict[str, Words | Part]) -> bool:
    """Whether a pattern repeats something without a limit inside something that is repeated without a limit, or has
    two such repetitions of any character: its cost may then grow faster than the text."""
    from re import _parser  # type: ignore[attr-defined]  # the public name of sre_parse since 3.11

    return _unbounded(_parser.parse(expand(pattern, book)), 0) > 1


def _unbounded(items: Any, depth: int) -> int:
    count = 0
    for op, value in items:
        name = str(op)
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            endless = value[1] == _endless()
            inner = _unbounded(value[2], depth + endless)
            count += inner + (2 if endless and inner else int(endless and _is_wide(value[2])))
        elif name == "BRANCH":
            count += max([_unbounded(branch, depth) for branch in value[1]], default=0)
        elif name == "SUBPATTERN":
            count += _unbounded(value[-1], depth)
        elif name == "ATOMIC_GROUP":
            count += _unbounded(value, depth)
    return count


def _is_wide(items: Any) -> bool:
    """Whether a repeated thing is any character, or any but a few."""
    return any(
        str(op) in ("ANY", "NOT_LITERAL") or (str(op) == "IN" and str(value[0][0]) == "NEGATE")
        for op, value in items
    )


def _endless() -> Any:
    from re import _constants  # type: ignore[attr-defined]

    return _constants.MAXREPEAT
