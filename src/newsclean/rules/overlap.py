"""Which row of a book takes a text, an address, an element or a comment already: asked of the examples of a row that
is to be added, so that its author hears of rows that do the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from newsclean.lazy_regex import Deferred
from newsclean.rules.book import Rules
from newsclean.rules.examples import comment_row, element_row, first_element, reaches
from newsclean.rules.forms import joined
from newsclean.rules.needs import Needs, needs_of
from newsclean.rules.rows import Comment, Element, Line, Picture, Row, Wording
from newsclean.rules.sieve import holds
from newsclean.rules.signs import in_signs

__all__ = ["taken_already"]


def taken_already(row: Row, text: str, book: Rules) -> Row | None:
    """The first row of the book, of the kind of ``row`` (and of its question), that takes an example of it; None
    where none does, and for kinds whose examples are not asked so."""
    asked = _ASKED.get(type(row))
    return asked(row, text, book) if asked is not None else None


class _Compiled(NamedTuple):
    """A row of the book that is asked by its forms, ready to be asked."""

    row: Row
    needs: Needs
    how: str
    pattern: Deferred


def _compiled(book: Rules) -> list[_Compiled]:
    """The lines, pictures and wordings of a book in their order. Patterns wait until a text may fit them."""
    made = []
    for row in book:
        if isinstance(row, (Line, Picture, Wording)) and row.forms:
            question = book.questions.get(getattr(row, "asks", ""))
            flags = re.IGNORECASE if question and question.ignore_case else 0
            flags |= re.DOTALL if isinstance(row, Line) else 0
            pattern = joined(row.forms, book.book)
            needs = needs_of(row.name, pattern) if isinstance(row, Line) else Needs()
            how = "fullmatch" if isinstance(row, Line) else question.how if question else "search"
            made.append(_Compiled(row, needs, how, Deferred(pattern, flags)))
    return made


def _formed(row: Row, text: str, book: Rules) -> Row | None:
    """The first row of the book of the same kind, and of the same question, that fits a text."""
    asks = getattr(row, "asks", None)
    signs = asks in book.questions and book.questions[asks].signs
    text = in_signs(text) if signs else text
    for other in book.made(_compiled):
        if type(other.row) is type(row) and getattr(other.row, "asks", None) == asks:
            opens, words = other.needs.opens, other.needs.words
            if (opens and text[:1] not in opens) or (words and not holds(text, words)):
                continue
            if getattr(other.pattern, other.how)(text) and reaches(other.row, text, book.book):
                return other.row
    return None


def _element_of(row: Row, text: str, book: Rules) -> Row | None:
    try:
        return element_row(book.of_kind(Element), *first_element(text))
    except ValueError:  # said already
        return None


def _comment_of(row: Row, text: str, book: Rules) -> Row | None:
    return comment_row(book.of_kind(Comment), text)


_ASKED: dict[type[Any], Callable[[Row, str, Rules], Row | None]] = {
    Line: _formed,
    Picture: _formed,
    Wording: _formed,
    Element: _element_of,
    Comment: _comment_of,
}
