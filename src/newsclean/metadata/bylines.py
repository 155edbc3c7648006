"""Who wrote it: names from an explicit byline, and nobody from anything else.

Bylines stand at the beginning and at the end of a text, as lines of their own or in brackets; a name in the middle is
somebody the article tells of. The forms stand in the rule book, from the surest to those that count only where what
they catch looks like names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from newsclean.metadata.byline_hints import Hints, fitting, hints_of
from newsclean.metadata.credits import edges, is_credit, segments
from newsclean.metadata.names import is_likely, led_names, names_in, plain_names
from newsclean.rules import Rules
from newsclean.rules.forms import captured
from newsclean.rules.sieve import holds
from newsclean.rules.signs import in_signs
from newsclean.rules.spread import unspread

__all__ = ["authors_of", "is_byline"]

_FIRST, _LAST = (4, 3), (4, 2, 1)
"""How many lines are looked at, credit lines not counted: for whole lines, for brackets, and at the end for what
signs the last sentence."""

_LINE_MOST = 80
"""Characters of a line that is a byline from its first to its last."""

_STOPS = "。！？"
"""What no such line ends in, unless it opens with a label."""

_ASIDE_FROM = 40
"""Characters of a line from which on the brackets behind an author's name tell of him at length."""

_GOES_ON_MOST = 24
"""Characters of a line that holds nothing but the names that the byline above it had no room for."""

_RUNNING_READ = 80
"""Characters of the line that such a byline and a dateline are looked for in."""

_END_READ = 100
"""Characters of the last line that are looked at, from behind."""

_SIGNED_LEAST = 21
"""Characters of a line that signs a sentence: shorter ones are lines of their own."""

_SERIES = ("¦", "¸", "/", "&")
"""What a byline ends in that goes on in the next line, in signs."""

_CLOSING = ("）", ")")
_ROUND = ("（", "(")


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
    hints, outer = rules.made(hints_of), _outer(lines, first, last)
    if holds("\n".join(outer), _CLOSING):
        lines = _without_asides(rules, hints, lines)
        outer = _outer(lines, first, last)
    if min(map(len, outer), default=_LINE_MOST + 1) <= _LINE_MOST:
        (first, near), (last, end, final) = edges(rules, lines, _FIRST, _LAST)
        for at in _places(len(lines), first, last):
            names = _from_line(rules, hints, lines[at])
            found += names
            if at + 1 < len(lines) and len(lines[at + 1]) <= _GOES_ON_MOST:
                found += _going_on(rules, lines[at : at + 3], names)
    for line in fitting(hints.of_brackets, _outer(lines, near, end)):
        found += _from_brackets(rules, line)
    starts = [line[:_RUNNING_READ] for line in lines[:near]]
    said = "\n".join(starts)
    if hints.of_running.may_fit(said, joined=True) or hints.of_dateline.may_fit(said, joined=True):
        for start in starts:
            found += _from_start(rules, hints, start)
    for line in lines[-final:]:
        found += _from_end(rules, hints, line.rstrip()[-_END_READ:])
    return tuple(dict.fromkeys(found))


def is_byline(rules: Rules, line: str) -> bool:
    """Whether a line is a byline or names the others who worked on the text, and says nothing else."""
    if _from_line(rules, rules.made(hints_of), line):
        return True
    parts = segments(rules, line) if is_credit(rules, line) else []
    return bool(parts) and all([part.role is not None and plain_names(rules, part.value) for part in parts])


@lru_cache(maxsize=64)
def _places(size: int, first: int, last: int) -> Sequence[int]:
    """The places of the first and the last of some lines, each once."""
    return range(size) if size <= first + last else (*range(first), *range(size - last, size))


def _outer(lines: Sequence[str], first: int, last: int) -> Sequence[str]:
    """The first and the last of some lines, each once."""
    return lines if len(lines) <= first + last else (*lines[:first], *lines[-last:])


def _told(match: re.Match[str]) -> str:
    """The names that a form caught; a user's form may catch none."""
    return captured(match).get("names", "")


# --- what bylines are read without ---------------------------------------------------------------------------


def _without_asides(rules: Rules, hints: Hints, lines: Sequence[str]) -> Sequence[str]:
    """The lines, those bylines among the outer ones that tell of the author at length without the brackets where
    they do so."""
    letters, opens = hints.openings, rules.words.BYLINE_OPENINGS
    told = [
        at
        for at in _places(len(lines), _FIRST[0], _LAST[0])
        if lines[at][:1] in letters
        and lines[at].startswith(opens)
        and len(lines[at]) > _ASIDE_FROM
        and lines[at].rstrip(_STOPS).endswith(_CLOSING)
    ]
    if not told:
        return lines
    shorter = list(lines)
    for at in told:
        shorter[at] = _outside_brackets(lines[at])
    return shorter


def _outside_brackets(line: str) -> str:
    """What stands in no round bracket of a line."""
    kept, depth = [], 0
    for sign in line:
        depth += sign in _ROUND
        if not depth:
            kept.append(sign)
        depth -= sign in _CLOSING and depth > 0
    return "".join(kept)


# --- lines -----------------------------------------------------------------------------------------------


def _from_line(rules: Rules, hints: Hints, line: str) -> list[str]:
    """The names in a line that is a byline from its first character to its last, or several, each with its label."""
    if len(line) > _LINE_MOST:
        return []
    ends = line[-1:] in _STOPS
    if ends and line[:1] not in hints.openings:
        return []
    line = unspread(rules, line)
    if ends and not line.startswith(rules.words.BYLINE_OPENINGS):
        return []
    if hints.of_line.search(line) is None:
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


def _going_on(rules: Rules, lines: Sequence[str], names: Sequence[str]) -> list[str]:
    """The names in the line below a byline that goes on there. ``lines`` are the byline and what follows it, ``names``
    those that it names itself."""
    if not names and lines[0][-1:] in _STOPS:  # no label is the last of it
        return []
    more = rules.asks.byline_more.fullmatch(in_signs(lines[1]))
    parts = segments(rules, lines[0]) if more else []
    if not more or not parts or parts[-1].role not in (None, "author"):
        return []
    told = plain_names(rules, _told(more))
    if not names:
        return told if parts[-1].role == "author" and not parts[-1].value else []
    followed = len(lines) > 2 and is_credit(rules, lines[2])
    is_sure = len(told) > 1 or followed or in_signs(lines[0]).endswith(_SERIES)
    return told if is_sure or (len(names) > 1 and len(lines[1]) > 2) else []


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
    found = []
    for match in rules.asks.byline_brackets.finditer(in_signs(line)):
        told = captured(match)
        names = names_in(rules, told.get("names", ""), free=True)
        sure = told.get("open") == "(" and "apart" in told
        if sure or all(is_likely(rules, name) for name in names):
            found += names
    return found


def _from_start(rules: Rules, hints: Hints, start: str) -> list[str]:
    """The names in a byline or a dateline that runs on into the first sentence."""
    found = []
    may_run, may_be_dated = hints.of_running.may_fit(start), hints.of_dateline.may_fit(start)
    signs = in_signs(start) if may_run or may_be_dated else ""
    running = rules.asks.byline_running.match(signs) if may_run else None
    if running:
        told = captured(running)
        found += plain_names(rules, told.get("names", "")) + plain_names(rules, told.get("more", ""))
        found += led_names(rules, told.get("led", "")) + names_in(rules, told.get("sure", ""))
    dateline = rules.asks.byline_dateline.match(signs) if may_be_dated else None
    if dateline:
        found += plain_names(rules, _told(dateline))
    return found


def _from_end(rules: Rules, hints: Hints, end: str) -> list[str]:
    """The names that sign the last sentence: the surest form first."""
    asks = rules.asks
    match = asks.byline_named_end.search(in_signs(end)) if hints.of_named_end.may_fit(end) else None
    if match is None and len(end) >= _SIGNED_LEAST and hints.of_signed_end.may_fit(end):
        match = asks.byline_signed_end.search(in_signs(end))
    if match:
        told = captured(match)
        return (
            plain_names(rules, told["plain"]) if "plain" in told else names_in(rules, told.get("names", ""))
        )
    match = asks.byline_closing.search(in_signs(end)) if hints.of_closing.may_fit(end) else None
    if match is None and hints.of_lone_end.may_fit(end):
        match = asks.byline_lone_end.search(in_signs(end))
    return plain_names(rules, _told(match)) if match else []
