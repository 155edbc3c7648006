"""Rows that are told by markup, in the proof of the rule book: elements, comments, and what fixtures alone can show,
layouts and landmarks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from newsclean import NewscleanError, Parser
from newsclean.rules import Comment, Element, Landmark, Layout, Rules
from newsclean.rules.examples import comment_row, element_row, first_element
from proof_findings import Finding

__all__ = [
    "changes_a_fixture",
    "layout_selectors",
    "selectors_of",
    "unneeded_layouts",
    "wrong_comments",
    "wrong_elements",
]

FIXTURES = Path(__file__).resolve().parent.parent / "tests" / "fixtures"

_SELECTORS: dict[str, Callable[[Any], tuple[str, list[tuple[str, str]]]]] = {
    "tags": lambda value: (value, []),
    "ids": lambda value: ("div", [("id", value)]),
    "id_starts": lambda value: ("div", [("id", f"{value}77")]),
    "classes": lambda value: ("div", [("class", f"left {value}")]),
    "class_starts": lambda value: ("div", [("class", f"{value}_77 left")]),
    "class_holds": lambda value: ("div", [("class", f"x-{value}-y")]),
    "attrs": lambda value: ("div", [(value[0], value[1] or "1")]),
}
"""By field, the element that stands in the place of an example's: nothing but this one word tells it."""


def selectors_of(row: Element) -> Iterator[tuple[str, Any]]:
    """Each tag, id, class, beginning, part and attribute of a row, with its field."""
    for field in _SELECTORS:
        for value in getattr(row, field):
            yield field, value


def wrong_elements(rules: Rules) -> Iterator[Finding]:
    """Examples of element rows that another row takes or none, spared ones that any takes, rows that no example
    needs, and words of a row that do not work in the place of its example's."""
    rows = rules.of_kind(Element)
    for row in rows:
        yield from _wrong_pieces(row, rows)
        for field, value in selectors_of(row):
            yield from _wrong_selector(row, rows, field, value)


def _wrong_pieces(row: Element, rows: tuple[Element, ...]) -> Iterator[Finding]:
    if not row.takes or not row.spares:
        yield Finding(row.name, "", "it lacks an example that it takes, or one that it spares")
    for markup in row.takes:
        found = element_row(rows, *first_element(markup))
        if found is not row:
            yield Finding(row.name, markup, f"taken by {found.name if found else 'no row'}")
    for markup in row.spares:
        found = element_row(rows, *first_element(markup))
        if found is not None:
            yield Finding(row.name, markup, f"to be spared, and taken by {found.name}")
    others = [other for other in rows if other is not row]
    if row.takes and all(element_row(others, *first_element(markup)) for markup in row.takes):
        yield Finding(row.name, "(the whole row)", "other rows take its examples too")


def _wrong_selector(row: Element, rows: tuple[Element, ...], field: str, value: Any) -> Iterator[Finding]:
    tag, items = _SELECTORS[field](value)
    kept = tuple(other for other in getattr(row, field) if other != value)
    changed: Any = {field: kept}
    less = [other._replace(**changed) if other is row else other for other in rows]
    if element_row(rows, tag, items) is not row:
        yield Finding(row.name, str(value), f"{field}: it does not work in the place of the example's")
    elif (left := element_row(less, tag, items)) is not None and left.name == row.name:
        yield Finding(row.name, str(value), f"{field}: nothing changes without it")


def wrong_comments(rules: Rules) -> Iterator[Finding]:
    """Examples of comment rows that another row takes or none, spared ones that any takes, and openings that no
    example needs."""
    rows = rules.of_kind(Comment)

    def asked(text: str, rows: Iterable[Comment]) -> str | None:
        found = comment_row(rows, text)
        return None if found is None else found.name

    for row in rows:
        for text in row.takes:
            if asked(text, rows) != row.name:
                yield Finding(row.name, text, f"taken by {asked(text, rows) or 'no row'}")
        for text in row.spares:
            if asked(text, rows) is not None:
                yield Finding(row.name, text, f"to be spared, and taken by {asked(text, rows)}")
        for opening in row.opens:
            less = row._replace(opens=tuple(other for other in row.opens if other != opening))
            rest = [less if other is row else other for other in rows]
            if all(asked(text, rest) == row.name for text in row.takes):
                yield Finding(row.name, opening, "nothing changes without it")


# --- fixtures --------------------------------------------------------------------------------------------


@cache
def _pages() -> tuple[tuple[bytes, str | None, str | None], ...]:
    """The fixtures' pages, each with its address and content type."""
    found = []
    for folder in sorted(path for path in FIXTURES.iterdir() if path.is_dir()):
        facts = json.loads((folder / "page.json").read_text("utf-8"))
        page = next(path for path in folder.iterdir() if path.stem == "page" and path.suffix != ".json")
        found.append((page.read_bytes(), facts["url"], facts["content_type"]))
    return tuple(found)


def _answer(parser: Parser, page: tuple[bytes, str | None, str | None]) -> object:
    try:
        article = parser.parse(page[0], url=page[1], content_type=page[2])
    except NewscleanError as error:
        return error.kind, error.message
    return {name: value for name, value in article.to_dict().items() if name != "rules"}


@cache
def _usual(rules: Rules) -> tuple[object, ...]:
    parser = Parser(rules)
    return tuple(_answer(parser, page) for page in _pages())


def changes_a_fixture(rules: Rules, other: Rules) -> bool:
    """Whether any fixture's answer differs between two books."""
    parser = Parser(other)
    return any(_answer(parser, page) != usual for page, usual in zip(_pages(), _usual(rules), strict=True))


def unneeded_layouts(rules: Rules) -> Iterator[Finding]:
    """Layouts and landmarks without which no fixture changes. A layout that others are based on stays for them, with
    a body that no page has."""
    rows: list[Layout | Landmark] = [*rules.of_kind(Layout), *rules.of_kind(Landmark)]
    for row in rows:
        if isinstance(row, Layout):
            other = rules.with_([row._replace(body=("#taken-away",), replace=True)])
        else:
            other = rules.without(row.name)
        if not changes_a_fixture(rules, other):
            yield Finding(row.name, "(the whole row)", "no fixture changes without it")


def layout_selectors(rules: Rules) -> tuple[int, int]:
    """How many selectors the layouts have, and how many of them no fixture needs."""
    count = unneeded = 0
    for row in rules.of_kind(Layout):
        for field, value in zip(row._fields, row, strict=True):
            if field in ("hosts", "proof", "without") or not isinstance(value, tuple):
                continue
            for selector in value:
                kept = tuple(other for other in value if other != selector)
                changed: Any = {field: kept or ("#taken-away",)}
                count += 1
                unneeded += not changes_a_fixture(rules, rules.with_([row._replace(**changed, replace=True)]))
    return count, unneeded
