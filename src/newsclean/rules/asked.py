"""A rule book as the rooms ask it by name: ``asks.moment``, ``words.SOURCES``, ``needed.card_mark``. What is asked is made
when it is first asked, and kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Protocol

from newsclean.lazy_regex import Deferred
from newsclean.rules.needs import ASKED_FIRST, Needs
from newsclean.rules.rows import Part, Question, Words

__all__ = ["Asks", "Classes", "Needed"]


class Book(Protocol):
    """What is asked of the rule book."""

    questions: dict[str, Question]
    book: dict[str, Words | Part]

    def pattern_of(self, question: str) -> str:
        """The wordings of a question as one pattern."""

    def forms_of(self, question: str) -> list[str]:
        """The wordings of a question as patterns to be joined."""

    def deferred(self, forms: list[str], flags: int = 0) -> Deferred:
        """Forms as one pattern, to be compiled when it is first asked."""

    def needs_of(self, name: str, pattern: str) -> Needs:
        """What a text must hold to be fitted by a pattern."""

    def written(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Words of the rows as a text may have them."""


class Asks:
    """The wordings of a book, each question one pattern: ``asks.caption_told.fullmatch(text)``.

    A pattern is compiled when it is first asked. Raises AttributeError for a question that the book does not have.
    """

    def __init__(self, rules: Book) -> None:
        self._rules = rules

    def __getattr__(self, name: str) -> Deferred:
        question = self._rules.questions.get(name.replace("_", "-"))
        if question is None or name.startswith("_"):
            raise AttributeError(f"the rule book has no question {name!r}")
        flags = re.IGNORECASE if question.ignore_case else 0
        asked = self._rules.deferred(self._rules.forms_of(question.name) or ["(?!)"], flags)
        setattr(self, name, asked)
        return asked


class Needed:
    """The words of a book's questions, asked before the patterns: one of ``needed.card_mark`` stands in whatever a
    wording of ``card-mark`` fits (the empty one is in every text)."""

    def __init__(self, rules: Book) -> None:
        self._rules = rules

    def __getattr__(self, name: str) -> tuple[str, ...]:
        question = name.replace("_", "-")
        if question not in ASKED_FIRST:
            raise AttributeError(f"of the question {question!r} no words are kept")
        words = self._rules.needs_of(question, self._rules.pattern_of(question)).words or ("",)
        setattr(self, name, words)
        return words


class Classes:
    """The words of a book by the names of their classes, as one kind of collection."""

    def __init__(self, rules: Book, kind: Callable[[tuple[str, ...]], Any]) -> None:
        self._rules, self._kind = rules, kind

    def __getattr__(self, name: str) -> Any:
        row = self._rules.book.get(name)
        if not isinstance(row, Words):
            raise AttributeError(f"the rule book has no word class {name!r}")
        members = self._kind(self._rules.written(row.members))
        setattr(self, name, members)
        return members
