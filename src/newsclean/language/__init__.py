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
        self._questions: dict[str, str] = tables.get("questions", {})

    def __call__(self, english: str, /, **values: Any) -> str:
        """A text, its fields in braces filled in by ``str.format``. A text that has no translation, which a test finds,
        is said in English."""
        return self._texts.get(english, english).format(**values)

    def as_written(self, english: str, /) -> str:
        """A text that stands elsewhere, such as the help of an option: its braces are no fields."""
        return self._texts.get(english, english)

    def why(self, rule: str, english: str, /) -> str:
        """The reason of a rule or a question. A user's own rule is explained in the words that its row has,
        ``english``, also where it has the name of one in the book."""
        for table, reason in ((self._whys, _reason_of_rule), (self._questions, _reason_of_question)):
            if rule in table and reason(rule) == english:
                return table[rule]
        return english


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
    import tomllib

    return tomllib.loads(Path(__file__).with_name("zh.toml").read_text("utf-8"))


def _reason_of_rule(name: str) -> str | None:
    """The reason that the library's own book gives for a rule."""
    from newsclean.rules import default_rules
    from newsclean.rules.built_in import BUILT_IN

    row = default_rules().by_name.get(name)
    return BUILT_IN.get(name) if row is None else row.why


def _reason_of_question(name: str) -> str | None:
    from newsclean.rules import default_rules

    question = default_rules().questions.get(name)
    return None if question is None else question.why
