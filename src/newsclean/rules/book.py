"""The rule book as the rooms ask it: rows by kind, wordings by question, words by class.

A :class:`Rules` never changes. More rows make another one (:meth:`Rules.with_`), and so do fewer
(:meth:`Rules.without`). What a room compiles from the rows hangs on the book (:meth:`Rules.made`), so that it is
made once for each book and travels with none: a pickled book is its rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from newsclean._version import __version__
from newsclean.errors import RulesError
from newsclean.lazy_regex import Deferred
from newsclean.rules.asked import Asks, Classes, Needed
from newsclean.rules.digest import digest_of
from newsclean.rules.forms import OneOf, Pieces, written
from newsclean.rules.needs import Needs, needs_of
from newsclean.rules.rows import (
    Comment,
    Element,
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
from newsclean.rules.scripts import InBoth, is_traditional, letters_in_both, words_in_both

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Rules"]

Made = TypeVar("Made")
Kind = TypeVar("Kind", Layout, Landmark, Element, Line, Picture, Comment, Refusal, Wording, Words, Part)


class Rules:
    """A rule book, or some rows to add to one.

    ``rows`` stand in the order in which they are asked: where two fit, the first wins. ``questions`` are those that
    the rows' wordings answer. ``digest`` is the book's own where it is known (None: it is worked out when asked for).
    Raises RulesError where two rows have one name.
    """

    __slots__ = (
        "_kinds",
        "_made",
        "asks",
        "book",
        "by_name",
        "in_pieces",
        "is_twin",
        "needed",
        "questions",
        "rows",
        "sets",
        "wordings",
        "words",
    )

    def __init__(
        self, rows: Iterable[Row], questions: Iterable[Question] = (), *, digest: str | None = None
    ) -> None:
        self.rows: tuple[Row, ...] = tuple(rows)
        self.questions: dict[str, Question] = {question.name: question for question in questions}
        self.by_name: dict[str, Row] = {}
        self._kinds: dict[type[Row], list[Row]] = {}
        for row in self.rows:
            if row.name in self.by_name:
                _refuse(row, "there is a row of this name already")
            self.by_name[row.name] = row
            self._kinds.setdefault(type(row), []).append(row)
        self.book: dict[str, Words | Part] = {
            row.name: row for row in self.rows if isinstance(row, (Words, Part))
        }
        self.wordings = self.of_kind(Wording)
        self.asks: Any = Asks(self)
        self.needed: Any = Needed(self)
        self.words: Any = Classes(self, tuple)
        self.sets: Any = Classes(self, frozenset)
        self.is_twin = False
        self.in_pieces = False  # set for a process that reads few pages: see forms.py
        self._made: dict[Any, Any] = {digest_of: digest} if digest else {}

    def __reduce__(self) -> tuple[Any, ...]:
        return Rules, (self.rows, tuple(self.questions.values()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rules) and self.rows == other.rows

    def __hash__(self) -> int:
        return hash(
            (len(self.rows), self.rows[0].name if self.rows else "")
        )  # cheap: memories are kept by book

    def __repr__(self) -> str:
        return f"<Rules: {len(self.rows)} rows, {self.digest}>"

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def of_kind(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """The rows of one kind, in the order in which they are asked."""
        return tuple(self._kinds.get(kind, ()))  # type: ignore[arg-type]  # filed by their types

    def pattern_of(self, question: str) -> str:
        """The wordings of a question as one pattern; empty where it has none."""
        return "|".join(self.forms_of(question))

    def forms_of(self, question: str) -> list[str]:
        """The wordings of a question as patterns to be joined."""
        rows = [row for row in self.wordings if row.asks == question]
        return written([form for row in rows for form in row.forms], self.book)

    def made(self, make: Callable[[Rules], Made]) -> Made:
        """What ``make`` makes of this book, made once: what a room compiles from the rows."""
        found = self._made.get(make)
        if found is None:
            found = self._made[make] = make(self)
        return found

    # --- both scripts ----------------------------------------------------------------------------------------

    def reading(self, text: str) -> Rules:
        """The book by which a text is read: this one, or its twin where the text has traditional characters.

        The twin has the same rows. Its patterns and words are those of the rows in both scripts (scripts.py).
        """
        return self.made(_twin_of) if is_traditional(text) else self

    def deferred(self, forms: list[str], flags: int = 0) -> Deferred:
        """Forms of the rows as one pattern, to be compiled when it is first asked; of a twin in both scripts."""
        if self.in_pieces:
            return Pieces(forms, flags, both=self.is_twin)
        pattern = "|".join(forms)
        return InBoth(pattern, flags) if self.is_twin else Deferred(pattern, flags)

    def one_of(self, words: Iterable[str]) -> Deferred:
        """What to search for one of some words, in lines of which most hold none."""
        return OneOf(words, in_pieces=self.in_pieces)

    def written(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Words of the rows as a text may have them: for a twin in both scripts."""
        return words_in_both(words) if self.is_twin else words

    def needs_of(self, name: str, pattern: str) -> Needs:
        """What a text must hold to be fitted by the pattern of the row or the question ``name``."""
        needs = needs_of(name, pattern)
        if not self.is_twin:
            return needs
        return Needs(letters_in_both(needs.opens), words_in_both(needs.words), needs.ends)

    # --- other books ---------------------------------------------------------------------------------------

    def with_(self, other: Rules | Iterable[Row]) -> Rules:
        """This book with more rows, which are asked before its own.

        A row of a name that is here already takes the other's place where it says ``replace``; words that say
        ``add`` join the class of their name. Raises RulesError for any other row of a known name, for values of
        another type than their field's, and for a question, a layout or a class that neither has.
        """
        from newsclean.rules.fields import bad_values

        added: list[Row] = []
        classes = dict(self.by_name)
        for row in other:
            for wrong in bad_values(row):
                _refuse(row, wrong)
            known = classes.get(row.name)
            if known is not None and isinstance(row, Words) and isinstance(known, Words) and row.add:
                classes[row.name] = known._replace(members=tuple(dict.fromkeys(known.members + row.members)))
                continue
            if isinstance(row, Words) and row.add:
                _refuse(row, "there is no class of this name to add to")
            if known is not None and not row.replace:
                _refuse(row, "there is a row of this name already (replace = true takes its place)")
            if isinstance(row, Wording) and row.asks in self.questions and self.questions[row.asks].fixed:
                _refuse(row, f"the question {row.asks!r} is the book's own, and no rule of a site")
            if known is None and row.replace:
                _refuse(row, "there is no row of this name to replace")
            classes.pop(row.name, None)
            added.append(row)
        questions = self.questions | (other.questions if isinstance(other, Rules) else {})
        made = Rules(
            [*added, *[classes[row.name] for row in self.rows if row.name in classes]], questions.values()
        )
        made.check_names()
        made.check_rows(added, self)
        return made

    def without(self, *names: str) -> Rules:
        """This book without the rows of these names. Raises RulesError for a name that is not here."""
        for name in names:
            if name not in self.by_name:
                raise RulesError("unknown_row", f"there is no row {name!r} in the rule book")
        return Rules([row for row in self.rows if row.name not in names], self.questions.values())

    @classmethod
    def load(cls, path: str | Path) -> Rules:
        """The rows of a TOML file, to be added to a book. Raises RulesError, which names file, row and key."""
        from newsclean.rules.load import load

        return cls(load(path))

    @classmethod
    def installed(cls, name: str) -> Rules:
        """The rules that an installed package offers under a name (entry point ``newsclean.rules``), loaded now.

        Raises RulesError for a name that no package has, and for one whose object gives no rules.
        """
        from newsclean.rules.installed import installed_rows

        found = installed_rows(name)
        return found if isinstance(found, cls) else cls(found)

    @property
    def is_whole(self) -> bool:
        """Whether this is a book to parse by, and not some rows to add to one: only a book has questions."""
        return bool(self.questions)

    # --- what the book says of itself ------------------------------------------------------------------------

    @property
    def digest(self) -> str:
        """Twelve hexadecimal digits that change when any row does what it does otherwise; reasons and examples do not
        count."""
        return self.made(digest_of)

    @property
    def version(self) -> str:
        """What an output says of the rules that made it: the version of newsclean and the digest, as
        ``0.1.0+c2615c0aff24``."""
        return f"{__version__}+{self.digest}"

    def reason(self, name: str) -> str:
        """The sentence that says why the rule of this name removes what it removes. Raises KeyError for no rule."""
        from newsclean.rules.built_in import BUILT_IN

        row = self.by_name.get(name)
        return BUILT_IN[name] if row is None else row.why

    def check_names(self) -> None:
        """Raise RulesError for a row that names a question, a class or a layout that the book does not have."""
        from newsclean.rules.check import unknown_names

        for row in self.rows:
            for wrong in unknown_names(row, self):
                _refuse(row, wrong)

    def check_rows(self, rows: Iterable[Row], before: Rules) -> None:
        """Raise RulesError for a row that names nothing or holds what is no selector, whose patterns do not compile
        with this book's words and parts, or whose groups are not those that are read in the book ``before``."""
        from newsclean.rules.check import bad_fields, bad_groups, bad_patterns

        for row in rows:
            for wrong in (*bad_fields(row), *bad_patterns(row, self), *bad_groups(row, before)):
                _refuse(row, wrong)


def _twin_of(rules: Rules) -> Rules:
    """The twin of a book; a twin is its own."""
    if rules.is_twin:
        return rules
    twin = Rules(rules.rows, rules.questions.values(), digest=rules.digest)
    twin.is_twin, twin.in_pieces = True, rules.in_pieces
    return twin


def _refuse(row: Row, why: str) -> NoReturn:
    raise RulesError("rule", f"{type(row).__name__.lower()} {row.name!r}: {why}", row=row.name)
