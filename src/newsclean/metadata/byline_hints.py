"""What lines must hold for a byline to stand in them: asked before the wordings, which most lines spare it then."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.blocks import Value
from newsclean.lazy_regex import Deferred
from newsclean.rules import Rules
from newsclean.rules.sieve import Sieve, sieve_of
from newsclean.rules.signs import as_written

__all__ = ["Hints", "fitting", "hints_of"]


class Hints(Value):
    """What lines must hold for wordings to fit them, as pages write it. It is asked before the wordings: most lines
    hold none of it. ``openings`` are the first letters of labels that open a byline."""

    openings: str
    of_line: Deferred
    of_brackets: Sieve
    of_running: Sieve
    of_dateline: Sieve
    of_named_end: Sieve
    of_signed_end: Sieve
    of_closing: Sieve
    of_lone_end: Sieve


def hints_of(rules: Rules) -> Hints:
    """The hints of a book, worked out from its wordings, a user's among them."""
    needed = rules.needed
    line = (
        *needed.byline_text,
        *needed.byline_author,
        *needed.byline_reporters,
        *needed.byline_strict,
    )
    return Hints(
        "".join([word[:1] for word in rules.words.BYLINE_OPENINGS]),
        rules.one_of(as_written(line)),
        sieve_of(rules, "byline-brackets"),
        sieve_of(rules, "byline-running"),
        sieve_of(rules, "byline-dateline"),
        sieve_of(rules, "byline-named-end"),
        sieve_of(rules, "byline-signed-end"),
        sieve_of(rules, "byline-closing"),
        sieve_of(rules, "byline-lone-end"),
    )


def fitting(sieve: Sieve, lines: Sequence[str]) -> list[str]:
    """The lines that a sieve lets through; mostly none, which is asked of all of them at once."""
    return (
        [line for line in lines if sieve.may_fit(line)]
        if sieve.may_fit("\n".join(lines), joined=True)
        else []
    )
