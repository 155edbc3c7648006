"""Who wrote it: names from an explicit byline, and nobody from anything else.

Bylines stand at the beginning and at the end of a text, as lines of their own or in brackets; a name in the middle is
somebody the article tells of. The forms stand in the rule book, from the surest to those that count only where what
they catch looks like names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newsclean.metadata.credits import edges, segments
from newsclean.metadata.names import is_likely, names_in, plain_names
from newsclean.rules import Rules
from newsclean.rules.forms import captured
from newsclean.rules.signs import SIGNS

__all__ = ["authors_of"]

_FIRST, _LAST = (4, 3), (4, 2, 1)
"""How many lines are looked at, credit lines not counted: for whole lines, for brackets, and at the end for what
signs the last sentence."""

_LINE_MOST = 80
"""Characters of a line that is a byline from its first to its last."""

_STOPS = "。！？"
"""What no such line ends in, unless it opens with a label."""

_RUNNING_WITHIN = 20
"""Characters in which the role of a byline that runs on stands."""

_RUNNING_READ = 80
"""Characters of the line that such a byline and a dateline are looked for in."""

_END_READ = 100
"""Characters of the last line that are looked at, from behind."""

_SIGNED_LEAST = 21
"""Characters of a line that signs a sentence: shorter ones are lines of their own."""

_CLOSING = ("）", ")")
_ROUND = ("（", "(")
_OPENERS = (*_ROUND, "【", "[")


def authors_of(
    rules: Rules, lines: Sequence[str], named: Iterable[str] = (), taken: Iterable[str] = ()
) -> tuple[str, ...]:
    """The persons that a byline names, in order, each once.

    ``lines`` are the body's lines; bylines stand in the first four and the last four of them, not counting credit
    lines. ``named`` are strings a label already called author, ``taken`` are credit lines that were taken out of
    the body: of these, what stands behind an author's label counts.
    """
    found = [name for string in named for name in names_in(rules, string)]
    found += [name for line in taken for name in _from_taken(rules, line)]
    first, near = _FIRST
    last, end, final = _LAST
    if any(len(line) <= _LINE_MOST for line in (*lines[:first], *lines[-last:])):
        (first, near), (last, end, final) = edges(rules, lines, _FIRST, _LAST)
        for line in _outer(lines, first, last):
            found += _from_line(rules, line)
    for line in _outer(lines, near, end):
        found += _from_brackets(rules, line)
    for line in lines[:near]:
        found += _from_start(rules, line[:_RUNNING_READ])
    for line in lines[-final:]:
        found += _from_end(rules, line)
    return tuple(dict.fromkeys(found))


def _outer(lines: Sequence[str], first: int, last: int) -> tuple[str, ...]:
    """The first and the last lines, each once."""
    return (*lines[:first], *lines[max(first, len(lines) - last) :])


def _holds(text: str, words: Iterable[str]) -> bool:
    return any(map(text.__contains__, words))


def _told(match: re.Match[str]) -> str:
    """The names that a form caught; a user's form may catch none."""
    return captured(match).get("names", "")


# --- lines -----------------------------------------------------------------------------------------------


def _from_line(rules: Rules, line: str) -> list[str]:
    """The names in a line that is a byline from its first character to its last, or several, each with its label."""
    if len(line) > _LINE_MOST or (line[-1:] in _STOPS and not line.startswith(rules.words.BYLINE_OPENINGS)):
        return []
    if rules.asks.byline_hint.search(line) is None:
        return []
    parts = segments(rules, line.rstrip("。"))
    if parts and parts[0].role is None and "¶" in parts[0].text:
        return []  # a sentence, and what signs it
    found = []
    for part in parts:
        if part.role in (None, "author"):
            turn = len(parts) == 1 and rules.asks.byline_interview.search(part.text) is not None
            found += _from_part(rules, part.text, doubtful=turn)
    return found


def _from_taken(rules: Rules, line: str) -> list[str]:
    """The names behind the author's labels of a credit line; behind an original title they must look like names."""
    parts = segments(rules, line)
    doubtful = any(part.role == "title" for part in parts)
    return [
        name
        for part in parts
        if part.role == "author"
        for name in _from_part(rules, part.text, doubtful=doubtful)
    ]


def _from_part(rules: Rules, text: str, *, doubtful: bool) -> list[str]:
    """The names in a stretch of a line; ``doubtful`` where it may be words of the article, such as a question."""
    asks = rules.asks
    for asked in (asks.byline_text, asks.byline_author, asks.byline_reporters):
        match = asked.fullmatch(text)
        if match is None:
            continue
        told = _told(match)
        free = asked is asks.byline_reporters and asks.byline_reported.search(text) is None
        names = names_in(rules, told, free=free)
        if names:
            return plain_names(rules, told) if doubtful else names
    match = asks.byline_strict.fullmatch(text)
    return plain_names(rules, _told(match)) if match else []


# --- brackets, datelines and the end ---------------------------------------------------------------------


def _from_brackets(rules: Rules, line: str) -> list[str]:
    """The names behind a reporter's role in brackets. With nothing between the two, and in square brackets, where
    rubrics stand, each must look like a name."""
    if not _holds(line, _OPENERS) or not _holds(line, rules.needed.byline_brackets):
        return []
    found = []
    for match in rules.asks.byline_brackets.finditer(line.translate(SIGNS)):
        told = captured(match)
        names = names_in(rules, told.get("names", ""), free=True)
        sure = told.get("open") == "(" and "apart" in told
        if sure or all(is_likely(rules, name) for name in names):
            found += names
    return found


def _from_start(rules: Rules, start: str) -> list[str]:
    """The names in a byline or a dateline that runs on into the first sentence."""
    found = []
    if _holds(start[:_RUNNING_WITHIN], rules.needed.byline_running):
        running = rules.asks.byline_running.match(start.translate(SIGNS))
        if running:
            told = captured(running)
            found += plain_names(rules, told.get("names", "")) + plain_names(rules, told.get("more", ""))
    if _before_bracket(start).endswith(rules.words.DATELINE_ENDS):
        dateline = rules.asks.byline_dateline.match(start.translate(SIGNS))
        if dateline:
            found += plain_names(rules, _told(dateline))
    return found


def _before_bracket(start: str) -> str:
    """What stands before the first round bracket of a line; all of it where there is none."""
    for opener in _ROUND:
        start = start.partition(opener)[0]
    return start.rstrip()


def _from_end(rules: Rules, line: str) -> list[str]:
    """The names that sign the last sentence: the surest form first."""
    asks, end = rules.asks, line[-_END_READ:]
    closed = line.endswith(_CLOSING)
    if not closed and not _holds(end, rules.words.WRITERS) and not _holds(end, rules.words.SIGNED_BY):
        return []
    signs = end.translate(SIGNS)
    match = asks.byline_named_end.search(signs) if closed else None
    if match is None and len(signs) >= _SIGNED_LEAST and _holds(signs, rules.needed.byline_signed_end):
        match = asks.byline_signed_end.search(signs)
    if match:
        told = captured(match)
        return (
            plain_names(rules, told["plain"]) if "plain" in told else names_in(rules, told.get("names", ""))
        )
    match = asks.byline_closing.search(signs) if _holds(signs, rules.needed.byline_closing) else None
    if match is None and closed:
        match = asks.byline_lone_end.search(signs)
    return plain_names(rules, _told(match)) if match else []
