"""The proof that the book's wordings are taken in traditional script as well: each example is asked in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from newsclean.rules import Form, Part, Words
from newsclean.rules.examples import Answer, Group
from newsclean.rules.forms import Book
from newsclean.rules.scripts import in_both, to_traditional, words_in_both
from proof_findings import Finding


def wrong_in_traditional(groups: Iterable[Group]) -> Iterator[Finding]:
    """Examples that are answered otherwise when they are written in traditional script and asked of a book's twin."""
    for group in groups:
        asked = Group(
            group.name,
            group.how,
            map(_form_in_both, group.forms),
            group.rows,
            _book_in_both(group.book),
            group.flags,
        )
        found = dict(zip(asked.examples, asked.answers, strict=True))
        for text, answer in zip(group.examples, group.answers, strict=True):
            traditional = to_traditional(text)
            if found[traditional] != _answer_in_traditional(answer):
                yield Finding(
                    group.name, traditional, f"answered otherwise than {text}: {found[traditional]}"
                )


def _form_in_both(form: Form) -> Form:
    takes, spares = (tuple(map(to_traditional, texts)) for texts in (form.takes, form.spares))
    return Form(in_both(form.pattern), takes, spares)


def _book_in_both(book: Book) -> dict[str, Words | Part]:
    return {name: _row_in_both(row) for name, row in book.items()}


def _row_in_both(row: Any) -> Any:
    if isinstance(row, Words):
        return row._replace(members=words_in_both(row.members))
    return row._replace(pattern=in_both(row.pattern))


def _answer_in_traditional(answer: Answer) -> Answer:
    if answer is None:
        return None
    span, caught = answer
    return span, tuple([(name, to_traditional(value)) for name, value in caught])
