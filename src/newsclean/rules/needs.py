"""What a line must hold for a pattern to fit it at all: the characters it can begin with, and words one of which
stands in it. They are asked before the pattern, which saves most of the matching.

For each form of a pattern all words that it needs are kept, so that one can be left out for a text that lacks them.

All are worked out from the pattern, by Python's own parser of regular expressions. That takes a third of a
millisecond a row, so those of the book's rows are kept in derived.py (written by ``make rules``) with a checksum of
the pattern they were worked out from: where it differs, they are worked out again.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from newsclean.blocks import Value
from newsclean.rules.derived import DERIVED, FORM_WORDS

__all__ = [
    "ASKED_FIRST",
    "FULL_STOP",
    "FormWords",
    "Needs",
    "checksum",
    "form_words",
    "form_words_of",
    "needs_of",
    "parted",
    "shortest",
    "work_out",
]

ASKED_FIRST = (
    "author-labelled",
    "byline-author",
    "byline-brackets",
    "byline-closing",
    "byline-dateline",
    "byline-lone-end",
    "byline-named-end",
    "byline-reporters",
    "byline-running",
    "byline-signed-end",
    "byline-strict",
    "byline-text",
    "caption-told",
    "card-mark",
    "editor-tail",
    "related-label",
)
"""Questions whose needed words are asked before their patterns."""

FULL_STOP = "。"
"""What ends most lines of an article, and few of the others."""

_MOST_WORDS = 24
"""More words than this take longer to look for than most patterns take to fail."""

_MOST_OF_FORM = 100
"""Words that are looked for before a form is compiled, which takes a hundred times as long."""

_PARTING = frozenset("\t\n")  # what parts the words of a form, and groups of them
FormWords: TypeAlias = tuple[tuple[tuple[str, ...], ...], ...]
"""For each form groups of words: of each group one stands in whatever text the form fits."""

_Opens = frozenset[str] | None


class Needs(Value):
    """``opens``: the characters a fitting line can begin with (empty: any). ``words``: one of them stands in every
    fitting line (empty: none is needed). ``ends``: whether a fitting line can end in a full stop."""

    opens: str = ""
    words: tuple[str, ...] = ()
    ends: bool = True


def needs_of(name: str, pattern: str) -> Needs:
    """The needs of the pattern of the row ``name``, from the kept table where they are known."""
    known = DERIVED.get(name)
    if known is not None and known[0] == checksum(pattern):
        return Needs(*known[1:])
    return work_out(pattern)


def form_words_of(pattern: str) -> FormWords:
    """For each form of a pattern of several its words, as :func:`form_words` works them out; () where they are not
    kept."""
    size, kept = FORM_WORDS.get(checksum(pattern), (0, ()))
    if size != len(pattern):
        return ()
    return tuple(map(parted, kept))


def parted(form: str) -> tuple[tuple[str, ...], ...]:
    """The groups of words of a form, of what :func:`form_words` gives for it."""
    return tuple([tuple(words.split("\t")) for words in form.split("\n") if words])


def checksum(pattern: str) -> int:
    """A number that changes when a pattern does."""
    return zlib.crc32(pattern.encode("utf-8"))


def work_out(pattern: str) -> Needs:
    """The needs of a pattern that is to fit a whole line, which begins with no white space.

    >>> work_out("欢?迎关注.{0,9}")
    Needs(opens='欢迎', words=('迎关注',), ends=True)
    """
    from newsclean.rules.last_character import can_end_in

    tree = _parsed(pattern)
    opens, empty = _first(tree)
    words = _words(tree)
    words = words if len(words) <= _MOST_WORDS else ()
    first = "" if opens is None or empty else "".join(sorted(opens))
    return Needs(first, tuple(dict.fromkeys(words)), can_end_in(FULL_STOP, tree))


def form_words(form: str) -> str:
    """Words of which a text must hold one of each group for a form to fit anywhere in it: groups a line, words
    parted by tabs; empty where it needs none.

    >>> form_words("欢?迎关注.{0,9}(?:视频号|公众号)[^。]")
    '迎关注\\n视频号\\t公众号'
    """
    groups = [words for words in _all_words(_parsed(form)) if 0 < len(words) <= _MOST_OF_FORM]
    telling = [words for words in groups if _PARTING.isdisjoint("".join(words))]
    return "\n".join(dict.fromkeys(["\t".join(words) for words in telling]))


def shortest(words: Iterable[str]) -> tuple[str, ...]:
    """The words without those that hold another of them: where these stand, the other does.

    >>> shortest(["新浪财经", "新浪", "下载"])
    ('新浪', '下载')
    """
    known = dict.fromkeys(words)
    return tuple([word for word in known if not any(other in word for other in known if other != word)])


def _parsed(pattern: str) -> Any:
    # Public since 3.11 under this name alone; sre_parse, its old name, is deprecated.
    from re import _parser  # type: ignore[attr-defined]

    return _parser.parse(pattern, re.DOTALL)


# --- the first character ---------------------------------------------------------------------------------


def _first(items: Iterable[Any]) -> tuple[_Opens, bool]:
    """The characters a sequence can begin with (None: any), and whether it can be empty."""
    found: set[str] = set()
    for op, value in items:
        opens, empty = _first_of(str(op), value)
        if opens is None:
            return None, False
        found |= opens
        if not empty:
            return frozenset(found), False
    return frozenset(found), True


def _first_of(op: str, value: Any) -> tuple[_Opens, bool]:
    if op in ("ASSERT", "ASSERT_NOT", "AT"):
        return frozenset(), True
    ask = _FIRST.get(op)
    return ask(value) if ask else (None, False)


def _first_of_branch(value: Any) -> tuple[_Opens, bool]:
    firsts = [_first(branch) for branch in value[1]]
    empty = any(empty for _, empty in firsts)
    if any(opens is None for opens, _ in firsts):
        return None, empty
    return frozenset(char for opens, _ in firsts for char in opens or ()), empty


def _first_of_repeat(value: Any) -> tuple[_Opens, bool]:
    least, _, item = value
    opens, empty = _first(item)
    return opens, empty or least == 0


def _first_in(members: Iterable[tuple[Any, Any]]) -> _Opens:
    found: set[str] = set()
    for op, value in members:
        name = str(op)
        if name == "LITERAL":
            found.add(chr(value))
        elif name == "RANGE" and value[1] - value[0] < 64:
            found.update(map(chr, range(value[0], value[1] + 1)))
        elif not (name == "CATEGORY" and str(value) == "CATEGORY_SPACE"):  # no line begins with white space
            return None
    return frozenset(found)


_FIRST: dict[str, Callable[[Any], tuple[_Opens, bool]]] = {
    "LITERAL": lambda value: (frozenset(chr(value)), False),
    "IN": lambda value: (_first_in(value), False),
    "BRANCH": _first_of_branch,
    "SUBPATTERN": lambda value: _first(value[-1]),
    "ATOMIC_GROUP": lambda value: _first(value),
    "MAX_REPEAT": _first_of_repeat,
    "MIN_REPEAT": _first_of_repeat,
    "POSSESSIVE_REPEAT": _first_of_repeat,
}
"""How each thing of a pattern begins; of what does not stand here, anything can be the first character."""


# --- the words -------------------------------------------------------------------------------------------


def _words(items: Iterable[Any]) -> tuple[str, ...]:
    """Words one of which any fitting text holds: the best of what each part of a sequence needs; none: ()."""
    best: tuple[str, ...] = ()
    run = ""
    for op, value in items:
        if str(op) == "LITERAL":
            run += chr(value)
            continue
        best, run = _better(best, (run,) if run else ()), ""
        best = _better(best, _words_of(str(op), value))
    return _better(best, (run,) if run else ())


def _all_words(items: Iterable[Any]) -> Iterator[tuple[str, ...]]:
    """For each part of a sequence words one of which any text holds that it fits."""
    run = ""
    for op, value in items:
        name = str(op)
        if name == "LITERAL":
            run += chr(value)
            continue
        if run:
            yield (run,)
        run = ""
        if name in ("SUBPATTERN", "ATOMIC_GROUP") and _keeps_case(name, value):
            yield from _all_words(value[-1] if name == "SUBPATTERN" else value)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0] > 0:
            yield from _all_words(value[2])
        else:
            yield _words_of(name, value)
    if run:
        yield (run,)


def _keeps_case(op: str, value: Any) -> bool:
    """Whether a group asks for its letters as they are written."""
    return op != "SUBPATTERN" or not value[1] & re.IGNORECASE


def _words_of(op: str, value: Any) -> tuple[str, ...]:
    if op == "BRANCH":
        branches = [_words(branch) for branch in value[1]]
        return () if () in branches else shortest([word for branch in branches for word in branch])
    if op == "IN" and all(str(kind) == "LITERAL" for kind, _ in value):
        return tuple([chr(char) for _, char in value])
    if op in ("SUBPATTERN", "ATOMIC_GROUP") and _keeps_case(op, value):
        return _words(value[-1] if op == "SUBPATTERN" else value)
    if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0] > 0:
        return _words(value[2])
    return ()


def _better(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The words that say more: the longer, then the fewer."""
    return max(one, other, key=_worth)


def _worth(words: tuple[str, ...]) -> tuple[int, int]:
    if not words:
        return (-1, 0)
    if len(words) > _MOST_WORDS:  # better than none
        return (0, -len(words))
    return (1 + min(4, min(map(_weight, words))), -len(words))


def _weight(word: str) -> int:
    """How much a word tells: a digit or a character of Chinese as two letters, and signs such as ``//`` nothing, for
    they stand in too many texts."""
    return sum([1 if char.isascii() and char.isalpha() else 2 for char in word if char.isalnum()])
