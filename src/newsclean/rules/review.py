"""A user's rows looked over before they meet a page: their own examples are tried on them, and what tends to go wrong
is said, each thing in one sentence with the row and the key it is about.

Nothing here reads a page. What a row does on pages is shown by ``newsclean rules --try``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from newsclean.errors import RulesError
from newsclean.rules.book import Rules
from newsclean.rules.check import forms_of, groups_in, is_unbounded
from newsclean.rules.examples import (
    comment_row,
    element_row,
    first_element,
    groups_of,
    wrong_examples,
)
from newsclean.rules.forms import names_in
from newsclean.rules.overlap import taken_already
from newsclean.rules.rows import (
    Comment,
    Element,
    Form,
    Landmark,
    Layout,
    Line,
    Part,
    Row,
    Words,
)

__all__ = ["Finding", "examples_in", "review"]


class Finding(NamedTuple):
    """Something to say of a row: its kind and name, the key, a sentence. ``wrong`` things must be mended; the others
    are warnings."""

    row: str
    key: str
    said: str
    wrong: bool = False

    def __str__(self) -> str:
        where = ", ".join(filter(None, (self.row, self.key)))
        return f"{where}: {self.said}"


def review(mine: Iterable[Row], book: Rules) -> list[Finding]:
    """What is to be said of some rows that are to stand before those of ``book``, what is wrong first."""
    found: list[Finding] = []
    rows = list(mine)
    together: Rules | None = None
    while together is None:
        try:
            together = book.with_(rows)
        except RulesError as error:
            bad = next((row for row in rows if row.name == error.details.get("row")), None)
            if bad is None:
                raise
            found.append(Finding(said_of(bad), "", error.message.partition(": ")[2], wrong=True))
            rows.remove(bad)
    for row in rows:
        for check in _CHECKS:
            found += check(row, rows, together, book)
    return sorted(dict.fromkeys(found), key=lambda finding: not finding.wrong)


def said_of(row: Row) -> str:
    """A row as sentences call it: ``line 'x'``."""
    return f"{type(row).__name__.lower()} {row.name!r}"


def examples_in(row: Row) -> int:
    """How many examples a row holds, those that it takes and those that it spares."""
    whole = getattr(row, "takes", ()), getattr(row, "spares", ())
    forms = [asking.form for asking in forms_of(row)]
    return sum(map(len, whole)) + sum(len(form.takes) + len(form.spares) for form in forms)


# --- what is wrong -----------------------------------------------------------------------------------------


def _sentences(row: Row, rows: list[Row], together: Rules, book: Rules) -> Iterator[Finding]:
    for wrong in wrong_examples(groups_of([row], together)):
        key = "spares" if wrong.text in wrong.form.spares else "takes"
        yield Finding(said_of(row), key, f"{wrong.text!r}: {wrong.why}", wrong=True)


def _elements(row: Row, rows: list[Row], together: Rules, book: Rules) -> Iterator[Finding]:
    if not isinstance(row, Element):
        return
    own = [other for other in rows if isinstance(other, Element)]
    for key, markup in _with_keys(row):
        try:
            tag, items = first_element(markup)
        except ValueError as error:
            yield Finding(said_of(row), key, f"{error}: examples of elements are HTML", wrong=True)
            continue
        alone, among = element_row([row], tag, items), element_row(own, tag, items)
        if key == "spares" and alone is not None:
            yield Finding(said_of(row), key, f"{markup!r}: to be spared, and taken", wrong=True)
        elif key == "takes" and alone is None:
            yield Finding(
                said_of(row), key, f"{markup!r}: not taken: no tag, id, class or attribute fits", wrong=True
            )
        elif key == "takes" and among is not row and among is not None:
            yield Finding(said_of(row), key, f"{markup!r}: {said_of(among)} of this file takes it first")


def _comments(row: Row, rows: list[Row], together: Rules, book: Rules) -> Iterator[Finding]:
    if not isinstance(row, Comment):
        return
    for key, text in _with_keys(row):
        taken = comment_row([row], text) is not None
        if taken != (key == "takes"):
            why = (
                "to be spared, and taken"
                if taken
                else f"not taken: it opens as none of {', '.join(row.opens)}"
            )
            yield Finding(said_of(row), key, f"{text!r}: {why}", wrong=True)


def _with_keys(row: Element | Comment) -> list[tuple[str, str]]:
    return [("takes", text) for text in row.takes] + [("spares", text) for text in row.spares]


def _groups(row: Row, rows: list[Row], together: Rules, book: Rules) -> Iterator[Finding]:
    """Lines that are to fill a field, and catch nothing that could stand there."""
    if isinstance(row, Line) and row.action in ("source", "original_title"):
        for form in row.forms:
            if row.action not in groups_in(form):
                why = f"action {row.action!r} needs a group (?P<{row.action}>…) in {form.pattern}"
                yield Finding(said_of(row), "forms", why, wrong=True)


# --- what is worth a warning -------------------------------------------------------------------------------


def _bounds(row: Row, rows: list[Row], together: Rules, book: Rules) -> Iterator[Finding]:
    patterns = [asking.form.pattern for asking in forms_of(row, together.questions)]
    if isinstance(row, Part):
        patterns.append(row.pattern)
    for pattern in patterns:
        if is_unbounded(pattern, together.book):
            why = f"{pattern}: repetitions without a limit may take long: write .{{0,40}} for .*"
            yield Finding(said_of(row), "forms", why)


def _without_examples(row: Row, rows: list[Row], together: Rules, book: Rules) -> Iterator[Finding]:
    forms = [asking.form for asking in forms_of(row, together.questions)]
    for form in forms:
        if not form.takes:
            yield Finding(said_of(row), "takes", f"{form.pattern}: no example of what it takes")
    if isinstance(row, (Element, Comment)) and not row.takes:
        yield Finding(said_of(row), "takes", "no example of what it takes")
    if (forms or isinstance(row, (Element, Comment))) and not _spares_any(row, forms):
        yield Finding(
            said_of(row), "spares", "no example of what it must leave: the nearest that an article has"
        )


def _spares_any(row: Row, forms: list[Form]) -> bool:
    return bool(getattr(row, "spares", ())) or any(form.spares for form in forms)


def _never_asked(row: Row, rows: list[Row], together: Rules, book: Rules) -> Iterator[Finding]:
    """Landmarks of bodies that no layout has."""
    if isinstance(row, Landmark) and not any(row.body in layout.body for layout in together.of_kind(Layout)):
        yield Finding(said_of(row), "body", f"no layout has the body {row.body}: the landmark is never asked")


def _unused(row: Row, rows: list[Row], together: Rules, book: Rules) -> Iterator[Finding]:
    """Words and parts of one's own that no pattern names."""
    if not isinstance(row, (Words, Part)) or row.name in book.book:
        return
    patterns = [asking.form.pattern for other in rows for asking in forms_of(other, together.questions)]
    patterns += [other.pattern for other in rows if isinstance(other, Part)]
    unless = {name for other in rows if isinstance(other, Line) for name in other.unless}
    if row.name not in unless and not any(
        row.name in names_in(pattern, together.book) for pattern in patterns
    ):
        yield Finding(said_of(row), "", f"no pattern names {{{row.name}}}")


def _known_already(row: Row, rows: list[Row], together: Rules, book: Rules) -> Iterator[Finding]:
    """Examples that a row of the book takes too, or takes though they are to be spared."""
    replaced = {other.name for other in rows if other.replace}
    for key, text in _all_examples(row):
        other = taken_already(row, text, book)
        if other is None or other.name in replaced:
            continue
        if key == "spares":
            yield Finding(said_of(row), key, f"{text!r}: the book's {said_of(other)} takes it all the same")
        else:
            said = f"{text!r}: the book's {said_of(other)} takes it too; {_winner(row, other)}"
            yield Finding(said_of(row), key, said)


def _winner(row: Row, other: Row) -> str:
    if isinstance(row, Line) and isinstance(other, Line):
        places = {row.where, other.where}
        if len(places) > 1 and ("anywhere" in places or "edges" not in places):
            return f"its where is {other.where!r}, so the place decides"
    return "yours is asked first and wins"


def _all_examples(row: Row) -> Iterator[tuple[str, str]]:
    if isinstance(row, (Element, Comment)):
        yield from _with_keys(row)
    for asking in forms_of(row):
        yield from (("takes", text) for text in asking.form.takes)
        yield from (("spares", text) for text in asking.form.spares)


_CHECKS: tuple[Callable[[Row, list[Row], Rules, Rules], Iterable[Finding]], ...] = (
    _sentences,
    _elements,
    _comments,
    _groups,
    _bounds,
    _without_examples,
    _never_asked,
    _unused,
    _known_already,
)
