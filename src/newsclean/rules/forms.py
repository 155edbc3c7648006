"""Short forms become one pattern: names in braces are written out, and the forms of a row are joined.

A row with thirty forms is asked as one pattern, so that reading rules in short pieces costs nothing when they run.
Everything here happens when a pattern is first asked: most pages meet few of them, and compiling all would take
longer than a page. A process that reads few pages compiles of a pattern the forms alone that a text could fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any, Literal, TypeAlias

from newsclean.lazy_regex import Deferred
from newsclean.rules.lean import lean
from newsclean.rules.needs import FormWords, form_words_of, shortest
from newsclean.rules.rows import Form, Part, Words
from newsclean.rules.scripts import in_both, words_in_both

__all__ = [
    "Book",
    "OneOf",
    "Pieces",
    "captured",
    "expand",
    "field_of",
    "joined",
    "names_in",
    "one_of",
    "written",
]

Book: TypeAlias = Mapping[str, Words | Part]

_NAME = re.compile(r"\{([A-Z][A-Z0-9_]+)\}")
_GROUP = re.compile(r"\(\?P<([a-z_]+)>")
_NUMBERED = re.compile(r"\(\?P(<[a-z_0-9]+>)")
_COPY = "__"  # stands between a group's name and its number, where several forms have a group of one name

_TEXTS = 64
"""Texts after which a pattern is compiled whole; compiling a piece of it counts as a few texts."""
_COMPILING = 8


def expand(pattern: str, book: Book) -> str:
    """A pattern with each name in braces written out. Raises KeyError for a name that is not in the book.

    >>> from newsclean.rules.rows import Words
    >>> expand("关注{ACCOUNTS}", {"ACCOUNTS": Words("ACCOUNTS", "", ("公众号", "视频号"))})
    '关注(?:公众号|视频号)'
    """
    return _NAME.sub(lambda found: _written(book[found[1]], book), pattern)


def _written(row: Words | Part, book: Book) -> str:
    if isinstance(row, Part):
        return f"(?:{expand(row.pattern, book)})"
    return f"(?:{one_of(row.members)})"


@lru_cache(maxsize=256)
def one_of(words: tuple[str, ...]) -> str:
    """The pattern of one of some words. Letters and digits, which most are made of, need not be escaped."""
    return "|".join([word if word.isalnum() else re.escape(word) for word in words])


def names_in(pattern: str, book: Book) -> set[str]:
    """The classes and parts that a pattern names, and those that these parts name."""
    found: set[str] = set()
    for name in _NAME.findall(pattern):
        row = book.get(name)
        if name not in found and isinstance(row, Part):
            found |= names_in(row.pattern, book)
        found.add(name)
    return found


def joined(forms: Iterable[Form], book: Book) -> str:
    """The forms as one pattern."""
    return "|".join(written(forms, book))


def written(forms: Iterable[Form], book: Book) -> list[str]:
    """The forms as patterns to be joined. Groups of one name get numbers, which :func:`captured` takes off again."""
    seen: dict[str, int] = {}

    def numbered(found: re.Match[str]) -> str:
        name = found[1]
        seen[name] = seen.get(name, 0) + 1
        return f"(?P<{name}>" if seen[name] == 1 else f"(?P<{name}{_COPY}{seen[name]}>"

    return [_GROUP.sub(numbered, expand(form.pattern, book)) for form in forms]


def captured(match: re.Match[str]) -> dict[str, str]:
    """What the named groups of a joined pattern caught, by the names that the forms give them; nothing of groups
    that caught nothing."""
    return {field_of(group): value for group, value in match.groupdict().items() if value}


def field_of(group: str) -> str:
    """The name that the forms give to a group of a joined pattern."""
    return group.partition(_COPY)[0]


class Pieces(Deferred):
    """Forms as one pattern, for a process that reads few pages: each text is asked of a pattern of those forms alone
    whose ``words`` it holds, as those of the book's forms are kept. ``both``: in either script of Chinese.

    The others could not fit it, so the answer is the same, and compiling them is spared. Where many texts are asked,
    the whole pattern is compiled in the end.
    """

    __slots__ = ("_both", "_forms", "_left", "_made", "_words")

    def __init__(self, forms: Sequence[str], flags: int = 0, *, both: bool = False) -> None:
        super().__init__("|".join(forms), flags)
        self._forms = forms
        self._both = both
        self._left = _TEXTS
        self._made: dict[str, re.Pattern[str]] = {}

    def _written(self) -> str:
        return in_both(self._source) if self._both else self._source

    def __getattr__(self, name: str) -> Any:
        if name == "_words":  # looked up once
            self._words: FormWords = form_words_of(self._source) or ((),) * len(self._forms)
            return self._words
        if self._left <= 0 or name[0] == "_":
            return super().__getattr__(name)
        return partial(self._ask, name)

    def _ask(self, name: str, *given: Any, **named: Any) -> Any:
        """What a method of the whole pattern would give."""
        text = given[name == "sub"]
        held = [
            form for form, words in zip(self._forms, self._words, strict=True) if self._holds(text, words)
        ]
        if not held:
            held = ["(?!)"]
        elif len(held) < len(self._forms):  # the groups of the others catch nothing
            held.append("(?!)" + "".join([f"(?P{group})" for group in self._groups(held)]))
        pattern = "|".join(held)
        found = self._made.get(pattern)
        if found is None:
            whole = in_both(pattern) if self._both else pattern
            found = self._made[pattern] = re.compile(lean(whole), self._flags)
            self._left -= _COMPILING
        self._left -= 1
        return getattr(found, name)(*given, **named)

    def _groups(self, held: list[str]) -> list[str]:
        left = "".join([form for form in self._forms if form not in held])
        return _NUMBERED.findall(left)

    def _holds(self, text: str, words: tuple[tuple[str, ...], ...]) -> bool:
        """Whether a text holds one of each of these words."""
        if self._both:
            words = tuple(map(words_in_both, words))
        return all([any([word in text for word in each]) for each in words])


class OneOf(Deferred):
    """A search for one of some words, whatever it finds: from half a dozen on, a pattern is faster than asking for each.
    A process that reads few pages (``in_pieces``) asks for each until many texts were asked."""

    __slots__ = ("_left", "_words")

    def __init__(self, words: Iterable[str], *, in_pieces: bool = False) -> None:
        super().__init__("")
        self._words = tuple(dict.fromkeys(words))
        self._left = _TEXTS if in_pieces else 0

    def _written(self) -> str:
        return one_of(shortest(self._words)) or "(?!)"

    def __getattr__(self, name: str) -> Any:
        return self._ask if self._left > 0 and name == "search" else super().__getattr__(name)

    def _ask(self, text: str) -> Literal[True] | None:
        self._left -= 1
        return True if any(map(text.__contains__, self._words)) else None
