"""The book that a caller means: by default the one that comes with the library, with the caller's own rows before it.

Everything that parses takes ``rules``, which may be a book, some rows, a file, or the name under which an installed
package offers rules. What each of these is, is decided here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike, fspath
from os.path import isfile
from typing import TypeAlias

from newsclean.errors import RulesError
from newsclean.rules import Rules, default_rules

__all__ = ["Given", "book_of", "rules_of"]

Given: TypeAlias = Rules | str | PathLike[str]
"""A book or some rows; the path of a TOML file; the name of an entry point ``newsclean.rules``."""


def rules_of(given: Given) -> Rules:
    """The rules of one value. A text is a path where it ends in ``.toml`` or a file of that name is there, else a
    name. Raises RulesError."""
    if isinstance(given, Rules):
        return given
    if isinstance(given, PathLike) or given.endswith(".toml") or isfile(given):
        return Rules.load(fspath(given))
    return Rules.installed(given)


def book_of(given: Given | Iterable[Given] | None = None) -> Rules:
    """The whole book to parse by: the library's own, with what was given before it.

    Of several values each is added to those before it: it may use their words and replace their rows, and its own
    rows are asked first. A whole book is used as it is. Raises RulesError, which names where the wrong row stands.
    """
    if given is None:
        return default_rules()
    if isinstance(given, (Rules, str, PathLike)):
        given = (given,)
    book = default_rules()
    for number, each in enumerate(given):
        rules = rules_of(each)
        if not rules.is_whole:
            book = _added(book, rules, each)
        elif number == 0:
            book = rules
        else:
            raise RulesError("rule", f"{_said(each)}: a whole book stands first among several rules")
    return book


def _added(book: Rules, rules: Rules, given: Given) -> Rules:
    try:
        return book.with_(rules)
    except RulesError as error:
        where = _said(given)
        raise RulesError(
            error.kind, f"{where}: {error.message}", **{**error.details, "file": where}
        ) from error


def _said(given: Given) -> str:
    return "rules" if isinstance(given, Rules) else fspath(given)
