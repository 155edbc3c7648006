"""Asking rows about their own examples: what a form, an element row or a comment row takes, as the rooms would ask it.

The proof of the book (tools/rule_proof.py) and the checking of a user's rows (review.py) ask the same questions, and
ask them here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple, TypeAlias

from newsclean.rules.book import Rules
from newsclean.rules.forms import Book, captured, joined
from newsclean.rules.rows import Comment, Element, Form, Line, Picture, Refusal, Row
from newsclean.rules.sieve import holds
from newsclean.rules.signs import in_signs

__all__ = [
    "Answer",
    "Group",
    "Wrong",
    "comment_row",
    "element_row",
    "first_element",
    "groups_of",
    "reaches",
    "wrong_examples",
]

Answer: TypeAlias = tuple[Any, ...] | None
"""None, or what was fitted and caught."""


class Group:
    """Forms that answer as one pattern (those of a line row, of a picture row, of a field of a refusal, of a
    question), and the rows that they belong to. ``how`` is the way the pattern is asked."""

    def __init__(
        self, name: str, how: str, forms: Iterable[Form], rows: tuple[Any, ...], book: Book, flags: int = 0
    ):
        self.name, self.how, self.flags, self.rows, self.book = name, how, flags, rows, book
        self.forms = list(forms)
        self.examples = list(
            dict.fromkeys(text for form in self.forms for text in (*form.takes, *form.spares))
        )
        self.answers = self.ask(self.forms, book)

    def ask(self, forms: Iterable[Form], book: Book) -> list[Answer]:
        """The answers of all examples with these forms."""
        forms = list(forms)
        if not forms:
            return [None] * len(self.examples)
        pattern = re.compile(joined(forms, book), self.flags)
        return [self.answer(pattern, text) for text in self.examples]

    def answer(self, pattern: re.Pattern[str], text: str) -> Answer:
        """What the group's rows say of a text by a pattern."""
        match = getattr(pattern, self.how)(text)
        if match is None or not all(reaches(row, text, self.book) for row in self.rows):
            return None
        return match.span(), tuple(sorted(captured(match).items()))

    def of_form(self, form: Form) -> re.Pattern[str]:
        """The pattern of one form alone."""
        return re.compile(joined((form,), self.book), self.flags)


def groups_of(rows: Iterable[Row], rules: Rules) -> Iterator[Group]:
    """The groups that some rows make, by the words and questions of ``rules``."""
    rows = tuple(rows)
    for row in rows:
        if isinstance(row, Line):
            yield Group(row.name, "fullmatch", row.forms, (row,), rules.book, re.DOTALL)
        elif isinstance(row, Picture) and row.forms:
            yield Group(row.name, "search", row.forms, (row,), rules.book)
        elif isinstance(row, Refusal):
            for field in ("title", "text", "url"):
                if forms := getattr(row, field):
                    yield Group(f"{row.name}.{field}", "search", forms, (row,), rules.book)
    for question in rules.questions.values():
        asked = tuple(row for row in rows if getattr(row, "asks", None) == question.name)
        forms = [form for row in asked for form in row.forms]  # type: ignore[union-attr]  # wordings alone ask
        if question.signs:
            forms = [_in_signs(form) for form in forms]
        if forms:
            flags = re.IGNORECASE if question.ignore_case else 0
            yield Group(question.name, question.how, forms, asked, rules.book, flags)


def _in_signs(form: Form) -> Form:
    """A form with its examples in the signs that its question is asked in."""
    takes, spares = ([in_signs(text) for text in texts] for texts in (form.takes, form.spares))
    return form._replace(takes=tuple(takes), spares=tuple(spares))


def reaches(row: Row, text: str, book: Book) -> bool:
    """Whether a line row may touch a text that it fits: by its length, and by the words that spare it. Rows of other
    kinds may touch any."""
    if not isinstance(row, Line):
        return True
    spared = (word for name in row.unless for word in getattr(book[name], "members", ()))
    return len(text) <= row.most and not holds(text, spared)


class Wrong(NamedTuple):
    """An example that is not as its form says: the group, the form, the sentence, and why."""

    group: Group
    form: Form
    text: str
    why: str


def wrong_examples(groups: Iterable[Group]) -> Iterator[Wrong]:
    """Sentences that their own form does not take, and spared ones that the group takes."""
    for group in groups:
        for form in group.forms:
            alone = group.of_form(form)
            for text in form.takes:
                if getattr(alone, group.how)(text) is None:
                    yield Wrong(group, form, text, f"not taken by its form {form.pattern}")
                elif group.answers[group.examples.index(text)] is None:
                    yield Wrong(
                        group, form, text, "its form fits, and it is too long or holds a word of unless"
                    )
            for text in form.spares:
                if group.answers[group.examples.index(text)] is not None:
                    yield Wrong(group, form, text, "to be spared, and taken")


# --- elements and comments -------------------------------------------------------------------------------

Items: TypeAlias = list[tuple[str, str]]


class _FirstTag(HTMLParser):
    """Reads a piece of HTML as far as its first element."""

    found: tuple[str, Items] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found = self.found or (tag, [(name, value or "") for name, value in attrs])


def first_element(markup: str) -> tuple[str, Items]:
    """The tag and the attributes of the first element of a piece of HTML. Raises ValueError where there is none."""
    reader = _FirstTag()
    reader.feed(markup)
    reader.close()
    if reader.found is None:
        raise ValueError(f"there is no element in {markup!r}")
    return reader.found


def element_row(rows: Iterable[Element], tag: str, items: Iterable[tuple[str, str]]) -> Element | None:
    """The row that takes an element, as the cleaner asks: by its tag, then by its attributes in their order; the
    whole id or class before the longest beginning, and that before a part."""
    rows = list(rows)
    if (told := next((row for row in rows if tag in row.tags), None)) is not None:
        return told
    for name, value in items:
        if name == "id":
            found = _named(rows, "ids", "id_starts", value)
        elif name == "class":
            named = (_named(rows, "classes", "class_starts", word) for word in value.split())
            found = next(filter(None, named), None)
            found = found or next(
                (row for row in rows if any(part in value for part in row.class_holds)), None
            )
        else:
            found = next((row for row in rows if (name, value) in row.attrs), None)
            found = found or next((row for row in rows if (name, None) in row.attrs), None)
        if found is not None:
            return found
    return None


def _named(rows: list[Element], whole: str, starts: str, value: str) -> Element | None:
    for row in rows:
        if value in getattr(row, whole):
            return row
    begun = [
        (len(start), -at, row)
        for at, row in enumerate(rows)
        for start in getattr(row, starts)
        if value.startswith(start)
    ]
    return max(begun, key=lambda found: found[:2])[2] if begun else None


def comment_row(rows: Iterable[Comment], text: str) -> Comment | None:
    """The row that takes a comment, white space in it aside."""
    words = " ".join(text.split())
    return next((row for row in rows if words.startswith(row.opens)), None)
