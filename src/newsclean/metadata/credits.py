"""Credit lines: what stands behind each label of a line such as 来源：X 作者：甲, and the editor in it.

Reprints and feed documents put who did what into one line. It is cut before each of its labels, in the signs of the
rule book, which are one for one: a value is read from the line as it was written. The labels stand in rules/labels.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal, TypeAlias

from newsclean.blocks import Value
from newsclean.lazy_regex import Deferred
from newsclean.rules import Rules
from newsclean.rules.forms import captured
from newsclean.rules.signs import in_signs
from newsclean.rules.spread import unspread

__all__ = [
    "Segment",
    "clean_editor",
    "edges",
    "is_credit",
    "segments",
    "written",
]

Role: TypeAlias = Literal["author", "source", "title", "other"]

_AROUND = " \t\u3000,，;；、|｜(（[【"
"""What may stand between two segments of a line."""

_CREDIT_MOST = 60
"""Characters of a credit line; what is longer is a paragraph, whatever word opens it."""

_TEXT_ENDS = "。！？”；：…，"
"""What most lines of a text end with, and no credit line."""

_MARK_MOST = 16
"""Characters of the mark of a text's end."""

_OWNED = "©"
"""What a line of whose the rights are opens with."""

_STEPPED_OVER = 12
"""Lines at either end that are looked at, credit lines counted: a text of credits alone has its end too."""


class Segment(Value):
    """A stretch of a line: from one label to the next, or the words before the first label, which have no role.

    ``text`` is in signs and has its label, ``value`` is what stands behind the label as it is written.
    """

    role: Role | None
    text: str
    value: str


class _Cut(Value):
    """A place where a label begins, and where its value does."""

    start: int
    behind: int
    role: Role | None


# --- labels ----------------------------------------------------------------------------------------------


def segments(rules: Rules, line: str) -> list[Segment]:
    """The line cut before each of its labels.

    >>> from newsclean.rules import default_rules
    >>> parts = segments(default_rules(), "来源：某某观察　作者｜张三")
    >>> [(part.role, part.value) for part in parts]
    [('source', '某某观察'), ('author', '张三')]
    """
    line = unspread(rules, line)
    signs = in_signs(line)
    cuts = _cuts(rules, signs)
    parts = []
    for cut, following in pairwise([*cuts, _Cut(len(line), 0, None)]):
        text = signs[cut.start : following.start].strip().rstrip(" ,;¸¦|([")
        if text:
            parts.append(Segment(cut.role, text, line[cut.behind : following.start].strip(_AROUND)))
    return parts


def _cuts(rules: Rules, signs: str) -> list[_Cut]:
    cuts = [_Cut(0, 0, None)]
    for match in rules.asks.label.finditer(signs):
        told = captured(match)
        role = _role(told)
        if "sign" in told or _may_be_bare(role, cuts, signs[: match.start()]):
            cuts.append(_Cut(match.start(), match.end(), role))
    return cuts


def _role(told: dict[str, str]) -> Role:
    """The role of what stands behind a label, by what the label's form caught."""
    if "source" in told:
        return "source"
    if "title" in told:
        return "title"
    return "author" if "author" in told else "other"


def _may_be_bare(role: Role, cuts: Sequence[_Cut], before: str) -> bool:
    """Whether a label with nothing but a space behind it is one: never in an original title, and an author's only
    where it opens the line or follows another label, for its words are those of many sentences."""
    if cuts[-1].role == "title":
        return False
    return role != "author" or len(cuts) > 1 or not before.strip(" ([")


def written(rules: Rules, signs: str) -> str:
    """A string in signs, up to the first label of somebody who did not write the text."""
    for match in rules.asks.label.finditer(signs):
        if "author" not in captured(match):
            return signs[: match.start()]
    return signs


# --- credit lines among the lines of a body --------------------------------------------------------------


def edges(
    rules: Rules, lines: Sequence[str], first: Sequence[int], last: Sequence[int]
) -> tuple[Sequence[int], Sequence[int]]:
    """How many lines from the first on hold so many that are no credit line, and how many from the last back: for
    each of some numbers, the largest in front."""
    outer = lines if len(lines) <= first[0] + last[0] else (*lines[: first[0]], *lines[-last[0] :])
    short = [line for line in outer if len(line) <= _CREDIT_MOST and line[-1:] not in _TEXT_ENDS]
    known = {line: _opens_as_credit(rules, line) for line in short} if short else {}
    if True not in known.values():
        return first, last
    starting = [_reach(rules, lines, most, known) for most in first]
    ending = [_reach(rules, reversed(lines), most, known) for most in last]
    return starting, ending


def _reach(rules: Rules, lines: Iterable[str], most: int, known: dict[str, bool]) -> int:
    """How many lines hold so many that are no credit line; ``known`` has those that were asked before."""
    count = other = 0
    for line in lines:
        count += 1
        if line not in known:
            known[line] = is_credit(rules, line)
        other += not known[line]
        if other == most or count == _STEPPED_OVER:
            break
    return count


def is_credit(rules: Rules, line: str) -> bool:
    """A short line that opens with a label, a copyright sign or a closing mark, and holds no sentence."""
    return len(line) <= _CREDIT_MOST and line[-1:] not in _TEXT_ENDS and _opens_as_credit(rules, line)


def _opens_as_credit(rules: Rules, line: str) -> bool:
    line = unspread(rules, line)
    if (len(line) <= _MARK_MOST or line.startswith(_OWNED)) and rules.asks.closing_mark.fullmatch(line):
        return True
    if rules.made(_label_words).search(line) is None:
        return False
    signs = in_signs(line)
    return "¶" not in signs and rules.asks.label.match(signs.strip(" ([")) is not None


def _label_words(rules: Rules) -> Deferred:
    """Words one of which stands in every label, asked before the pattern of labels: most pages have no credit line,
    and never compile it."""
    words = rules.words
    return rules.one_of(
        (*words.WRITERS, *words.WORKERS, *words.SOURCES, *words.TITLE_LABELS, *words.TEXT_LABELS)
    )


# --- the editor ------------------------------------------------------------------------------------------


def clean_editor(rules: Rules, text: str) -> str | None:
    """The names of an editor's line: without its label, brackets and staff codes; None where no name is left.

    >>> from newsclean.rules import default_rules
    >>> clean_editor(default_rules(), "责任编辑：王 小明 SF107")
    '王 小明'
    """
    text = " ".join(text.split())
    label = rules.asks.editor_label.match(text)
    text = text[label.end() :] if label else text
    text = rules.asks.staff_code.sub(" ", text).strip(" ")
    if not text.isalpha():
        text = text[: _second_label(rules, in_signs(text))]
    return " ".join(text.strip(" \t()（）[]【】:：、,，;；|｜/").split()) or None


def _second_label(rules: Rules, signs: str) -> int:
    """Where the next label begins behind an editor's name, who proofread or who wrote; a word of a label with nothing
    but a space around it may be a name, unless it is a whole label of two characters or more."""
    for match in rules.asks.label.finditer(f"{signs} "):
        start: int = match.start()
        if start and ("sign" in captured(match) or _is_whole(rules, match[0].strip())):
            return start
    return len(signs)


def _is_whole(rules: Rules, label: str) -> bool:
    return len(label) > 1 and (label in rules.sets.WRITERS or label in rules.sets.WORKERS)
