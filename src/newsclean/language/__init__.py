"""What a person reads on a terminal or in a report, in the person's language: English stands in the code where it is
said, Chinese in zh.toml.

Only texts for people pass through this package. Exceptions, warnings, rows and JSON are English in every language, so
that the same input gives the same output.

>>> say = wording(language("en"))
>>> say("removed {things} things", things=3)
'removed 3 things'
"""

from __future__ import annotations

import os
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Literal

__all__ = ["LANGUAGES", "VARIABLE", "Language", "Wording", "language", "wording"]

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")

VARIABLE = "NEWSCLEAN_LANG"
"""The environment's variable for newsclean alone."""

_ASKED = (VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG")
"""What is asked for the language, in this order; the last three are those of every program (POSIX, 8.2)."""


class Wording:
    """The texts of one language. Variables that hold one are called ``say``, because by that name a test finds every
    text in the code and looks for its translation."""

    def __init__(self, language: Language) -> None:
        """``language`` is the one that is spoken. Only for Chinese is a file read."""
        self.language = language
        tables = _tables() if language == "zh" else {}
        self._texts: dict[str, str] = tables.get("texts", {})
        self._whys: dict[str, str] = tables.get("why", {})

    def __call__(self, english: str, /, **values: Any) -> str:
        """A text, its fields in braces filled in by ``str.format``. A text that has no translation, which a test finds,
        is said in English."""
        return self._texts.get(english, english).format(**values)

    def as_written(self, english: str, /) -> str:
        """A text that stands elsewhere, such as the help of an option: its braces are no fields."""
        return self._texts.get(english, english)

    def why(self, rule: str, english: str, /) -> str:
        """The reason of a rule. A user's own rule is explained in the words that its row has, ``english``, also where
        it has the name of one in the book."""
        if rule not in self._whys or english not in _reasons(rule):
            return english
        return self._whys[rule]


def language(asked: str | None = None) -> Language:
    """The language to speak: the one that was asked for, or else what the environment says. There the first variable
    that is set decides: NEWSCLEAN_LANG, LC_ALL, LC_MESSAGES, LANG. Whatever is not Chinese is English.

    Raises ValueError where a language is asked for that there is not.
    """
    if asked is not None:
        if asked not in LANGUAGES:
            raise ValueError(f"there is no language {asked!r}; there are {', '.join(LANGUAGES)}")
        return asked
    said = next(filter(None, map(os.environ.get, _ASKED)), "")
    return "zh" if said.lower().startswith("zh") else "en"


@cache
def wording(language: Language) -> Wording:
    """The texts of a language."""
    return Wording(language)


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_name("zh.toml").read_text("utf-8"))


def _reasons(rule: str) -> tuple[str, ...]:
    """The reasons that the library's own book gives for a rule and a question of this name."""
    from newsclean.rules import default_rules
    from newsclean.rules.built_in import BUILT_IN

    book = default_rules()
    found = (book.by_name.get(rule), book.questions.get(rule))
    return (*[row.why for row in found if row is not None], *filter(None, [BUILT_IN.get(rule)]))
