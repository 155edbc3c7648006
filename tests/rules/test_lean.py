"""Patterns for a process that asks each of few texts fit what the book's own patterns fit."""

from __future__ import annotations

import re
import warnings

import pytest

from newsclean.rules import default_rules
from newsclean.rules.examples import Group, groups_of
from newsclean.rules.forms import joined
from newsclean.rules.lean import lean
from newsclean.rules.scripts import in_both, to_traditional

RULES = default_rules()
GROUPS = list(groups_of(RULES, RULES))


def answers(pattern: re.Pattern[str], text: str) -> list[object]:
    found = [ask(text) for ask in (pattern.search, pattern.match, pattern.fullmatch)]
    return [match and (match.regs, match.groupdict(), match.lastgroup) for match in found]


@pytest.mark.parametrize("group", GROUPS, ids=[group.name for group in GROUPS])
def test_a_lean_pattern_fits_the_same(group: Group) -> None:
    pattern = joined(group.forms, group.book)
    for written, text_of in ((pattern, str), (in_both(pattern), to_traditional)):
        whole = re.compile(written, group.flags)
        with warnings.catch_warnings(action="error"):
            sooner = re.compile(lean(written), group.flags)
        for example in group.examples:
            for text in (text_of(example), f"（{text_of(example)}。）", text_of(example[1:])):
                assert answers(sooner, text) == answers(whole, text)


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        ("[（(【]a", ("（a", "(a", "【a", "[a", "a")),
        ("[（【]+", ("（【", "x【（", "")),
        ("[^，。a]{2,3}", ("b。cde", "ab\n（c", "，。")),
        ("[^，。]", ("，", "\n", "b")),
        ("(?<=[（【》])b(?![，、])", ("（b", "》b，", "b、", "【b")),
        ("(?<![（【》])b", ("（b", "b", "ab")),
        (r"[\]，\\、]", ("]", "，", "\\", "、", "[")),
        ("[]，]", ("]", "，")),
        ("[，^]|[，[]", ("^", "，", "[")),
        (r"[一-龥，\d-]*+x", ("字，1-x", "，x")),
        ("[，。]*+，", ("，，", "。")),
        ("[，。]{1,2}+，", ("，，", "，，，")),
        (r"\[，。]", ("[，。]", "，")),
        ("(?i)[Ａb，]", ("ａ", "Ａ", "B", "，")),
    ],
)
def test_sets_of_all_kinds(pattern: str, texts: tuple[str, ...]) -> None:
    for text in texts:
        assert answers(re.compile(lean(pattern)), text) == answers(re.compile(pattern), text)
