"""What can be wrong with rows before any page is read: names that nothing bears, patterns that do not compile or
have no bounds, examples that their own form does not take or spare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from newsclean.rules.forms import joined
from newsclean.rules.rows import (
    Comment,
    Element,
    Form,
    Landmark,
    Layout,
    Line,
    Part,
    Picture,
    Refusal,
    Row,
    Wording,
    Words,
)

__all__ = [
    "Asking",
    "bad_fields",
    "bad_groups",
    "bad_patterns",
    "forms_of",
    "groups_in",
    "is_unbounded",
    "unknown_names",
]

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
    for name in sorted(_names_in(row)):
        if name not in rules.book:
            yield f"{{{name}}} is no word class and no part of a pattern"
    if isinstance(row, Line):
        for name in row.unless:
            if not isinstance(rules.book.get(name), Words):
                yield f"unless: {name} is no word class"
    elif isinstance(row, Wording) and row.asks not in rules.questions:
        yield f"asks: {row.asks!r} is no question of the book"
    elif isinstance(row, Layout):
        yield from _bad_base(row, {other.name: other for other in rules.of_kind(Layout)})


def _names_in(row: Row) -> set[str]:
    patterns = [asking.form.pattern for asking in forms_of(row)]
    if isinstance(row, Part):
        patterns.append(row.pattern)
    return {name for pattern in patterns for name in _NAME.findall(pattern)}


def _bad_base(row: Layout, layouts: dict[str, Layout]) -> Iterator[str]:
    seen: set[str] = set()
    name = row.based_on
    while name and name not in seen:
        seen.add(name)
        if name not in layouts:
            yield f"based_on: there is no layout {name!r}"
            return
        name = layouts[name].based_on
    if name:
        yield f"based_on: it ends nowhere: {' on '.join([row.name, *sorted(seen)])}"


_SELECTOR = re.compile(r"(?:[a-z][a-z0-9]*)?[.#][\w-]+|[a-z][a-z0-9]*")
_ONE_STEP = re.compile(r"[.#][\w-]+")
_BARE_NAME = re.compile(r"[\w-]+")
_NO_NAME = re.compile(r"^[.#]|[\s,>\[]")
_GROUP = re.compile(r"\(\?P<(\w+)>")
_SELECTING = "body proof without title time source author channel keywords editor".split()
_TOLD_BY = "tags ids id_starts classes class_starts class_holds attrs".split()


def bad_fields(row: Row) -> Iterator[str]:
    """What is wrong with a row by itself, its patterns aside, one sentence each: a row that names nothing, or a selector
    that the small language of layouts does not have, would do nothing or too much, and say so nowhere."""
    needed = _NEEDED.get(type(row))
    if needed is not None and not any(getattr(row, field) for field in needed):
        yield f"it names none of {', '.join(needed)}"
    for field, value in zip(row._fields, row, strict=True):
        if isinstance(value, tuple) and "" in value:
            yield f"{field}: it holds an empty text"
    for field, selector in _selectors_of(row):
        if not _is_selector(selector):
            said = "#id, .class, tag.class, tag#id, tag, or two of them with a space between"
            yield f"{field}: {selector!r} is none of {said}"
    if isinstance(row, Element):
        yield from _bad_element(row)
    elif isinstance(row, Line):
        yield from _bad_line(row)
    elif isinstance(row, Landmark):
        yield from _bad_landmark(row)


_NO_LINE_ACTIONS = ("related", "video", "caption", "picture")


def _bad_line(row: Line) -> Iterator[str]:
    if row.most < 1:
        yield f"most: {row.most} characters: a line has one at least"
    if row.action in _NO_LINE_ACTIONS:
        yield f"action: {row.action!r} is for elements; lines have drop, editor, original_title, source"


def _bad_element(row: Element) -> Iterator[str]:
    for name in sorted({"class", "id"}.intersection(name for name, _ in row.attrs)):
        yield f"attrs: {name} has keys of its own"
    for field in _TOLD_BY[:-1]:
        for name in getattr(row, field):
            if _NO_NAME.search(name):
                yield f"{field}: {name!r}: names are written alone, without point, sign or space"


def _is_selector(selector: str) -> bool:
    """Whether each alternative of a selector is one or two steps of the language of layouts."""
    parts = [part.split() for part in selector.split(",")]
    return all(0 < len(words) < 3 and all(map(_SELECTOR.fullmatch, words)) for words in parts)


def _bad_landmark(row: Landmark) -> Iterator[str]:
    if not _ONE_STEP.fullmatch(row.body):
        yield f"body: {row.body!r}: a landmark's body is #id or .class"
    for name in row.starts:
        if not _BARE_NAME.fullmatch(name):
            yield f"starts: {name!r}: classes are written without their point"


_NEEDED: dict[type[Any], tuple[str, ...]] = {
    Element: tuple(_TOLD_BY),
    Layout: ("body",),
    Landmark: ("starts",),
    Comment: ("opens",),
    Line: ("forms",),
    Wording: ("forms",),
    Picture: ("forms", "attrs"),
    Refusal: ("title", "text", "url", "selector"),
    Words: ("members",),
}


def _selectors_of(row: Row) -> Iterator[tuple[str, str]]:
    if isinstance(row, Layout):
        for field in _SELECTING:
            yield from ((field, selector) for selector in getattr(row, field))
    elif isinstance(row, Refusal) and row.selector:
        yield "selector", row.selector


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


_CAUGHT = ("author", "editor", "original_title", "serial", "source", "time")
"""What a line's groups may be called: the fields that are read off lines."""


def bad_groups(row: Row, rules: Any) -> Iterator[str]:
    """What is wrong with the named groups of a row that is to join the book ``rules``, one sentence each: groups that
    nobody reads, and forms that lack the group which is read wherever their question is answered."""
    if isinstance(row, Line):
        for form in row.forms:
            for name in sorted(groups_in(form).difference(_CAUGHT)):
                yield f"forms: (?P<{name}>…) in {form.pattern}: a line's groups are {', '.join(_CAUGHT)}"
    elif isinstance(row, Wording):
        asked = [form for other in rules.wordings if other.asks == row.asks for form in other.forms]
        read = frozenset.intersection(*map(groups_in, asked)) if asked else frozenset()
        for form in row.forms:
            for name in sorted(read - groups_in(form)):
                yield f"forms: {row.asks} reads a group (?P<{name}>…), and {form.pattern} has none"


def groups_in(form: Form) -> frozenset[str]:
    """The names of a form's groups."""
    return frozenset(_GROUP.findall(form.pattern))


def is_unbounded(pattern: str, book: dict[str, Words | Part]) -> bool:
    """Whether a pattern repeats something without a limit inside something that is repeated without a limit, or has
    two such repetitions of any character: its cost may then grow faster than the text."""
    from re import _parser  # type: ignore[attr-defined]  # the public name of sre_parse since 3.11

    return _unbounded(_parser.parse(joined((Form(pattern),), book)), 0) > 1


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
