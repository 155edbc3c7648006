"""What a text must hold for a question to fit it at all, form by form: asked before its pattern, and before the text
is put into signs for it, which takes longer than all these words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsclean.rules.needs import form_words, form_words_of, parted
from newsclean.rules.scripts import words_in_both
from newsclean.rules.signs import as_written

if TYPE_CHECKING:
    from newsclean.rules.book import Rules

__all__ = ["Sieve", "holds", "sieve_of"]


def holds(text: str, words: Iterable[str]) -> bool:
    """Whether a text holds one of some words. A loop takes half of the time of ``any`` and ``map``."""
    for word in words:  # noqa: SIM110
        if word in text:
            return True
    return False


_FEW = 7
"""Words of a group that is asked first, at most."""

_CLOSED = (r"\)\s*$", r"\)$")
"""How forms end that fit nothing but a text in whose end a bracket closes."""


class Sieve:
    """For each form groups of words, of each of which a text must hold one; ``ends``: what it must end in (empty: in
    anything). The group that most forms have is asked first, and once for all of them."""

    __slots__ = ("_ends", "_led")

    def __init__(self, forms: Iterable[Iterable[tuple[str, ...]]], ends: tuple[str, ...] = ()) -> None:
        self._ends = ends
        needed = [[*groups] or [("",)] for groups in forms]
        shared = Counter([words for groups in needed for words in groups])
        led: dict[tuple[str, ...], list[list[tuple[str, ...]]]] = {}
        for groups in needed:
            first = max(groups, key=lambda words: (len(words) <= _FEW, shared[words], -len(words)))
            led.setdefault(first, []).append(sorted([words for words in groups if words != first], key=len))
        self._led = tuple(led.items())

    def may_fit(self, text: str, *, joined: bool = False) -> bool:
        """Whether a text has what one of the forms needs; ``joined``: whether one of the texts that it is made of may."""
        if self._ends and not joined and not text.endswith(self._ends):
            return False
        for first, forms in self._led:
            for word in first:
                if word in text:
                    break
            else:
                continue
            for groups in forms:
                if _holds_each(text, groups):
                    return True
        return False


def _holds_each(text: str, groups: Iterable[Iterable[str]]) -> bool:
    for words in groups:  # noqa: SIM110
        if not holds(text, words):
            return False
    return True


def sieve_of(rules: Rules, question: str) -> Sieve:
    """The sieve of a question that is asked in signs, for texts as pages write them, without white space behind them."""
    forms = rules.forms_of(question)
    needed = form_words_of("|".join(forms)) or [
        parted(form_words(form)) for form in forms
    ]  # a user's are worked out
    closed = all(
        [form.endswith(_CLOSED) and (")",) in groups for form, groups in zip(forms, needed, strict=True)]
    )
    ends = as_written([")"]) if closed else ()
    return Sieve([[*_written(rules, groups)] for groups in needed], ends)


def _written(rules: Rules, groups: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    for words in groups:
        yield as_written(words_in_both(words) if rules.is_twin else words)
