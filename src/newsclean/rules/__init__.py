"""The rule book: every fact about Sina's pages and about the wording of Chinese news, as rows with their reason and
their proof.

>>> from newsclean.rules import default_rules
>>> default_rules().reason("iframe")
'Frames hold advertisements and widgets, in and below the body.'

A user's own rows are of the same kinds: ``Rules.load("mine.toml")`` reads them, ``default_rules().with_(mine)`` puts
them before the book's, and ``newsclean.Parser(rules)`` parses by them.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from newsclean.rules.book import Rules
from newsclean.rules.derived import DIGEST
from newsclean.rules.rows import (
    Comment,
    Element,
    Form,
    Landmark,
    Layout,
    Line,
    Part,
    Picture,
    Question,
    Refusal,
    Row,
    Wording,
    Words,
)

__all__ = [
    "Comment",
    "Element",
    "Form",
    "Landmark",
    "Layout",
    "Line",
    "Part",
    "Picture",
    "Question",
    "Refusal",
    "Row",
    "Rules",
    "Wording",
    "Words",
    "default_rules",
]

_TABLES = (
    "words",
    "layouts",
    "landmarks",
    "elements",
    "containers",
    "chrome_names",
    "lines_metadata",
    "lines_promotion",
    "lines_notices",
    "lines_chrome",
    "lines_overseas",
    "lines_editions",
    "captions",
    "links",
    "pictures",
    "comments",
    "stocks",
    "titles",
    "dates",
    "refusals",
    "info_line",
    "labels",
    "bylines",
    "names",
    "keywords",
    "ids",
    "addresses",
)
"""The files of the book, in the order in which their rows are asked."""


@cache
def default_rules() -> Rules:
    """The book itself: the rows of every file, in their order."""
    rows: list[Row] = []
    questions: list[Question] = []
    for name in _TABLES:
        table = import_module(f"newsclean.rules.{name}")
        rows.extend(table.ROWS)
        questions.extend(getattr(table, "QUESTIONS", ()))
    return Rules(rows, questions, digest=DIGEST)
