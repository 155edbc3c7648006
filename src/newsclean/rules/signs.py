"""One sign for each that editors type in several forms, so that patterns name it once.

Bylines and credit lines are asked in these signs (questions with ``signs``). The marks of a clause, a sentence and a
series become signs of Latin-1, for a set of such signs compiles ten times as fast as one that reaches beyond. The
translation is one for one: places in a line stay what they are.
"""

from __future__ import annotations

__all__ = ["BARS", "SIGNS"]

BARS = "|｜丨∣│︱┃▕▏❘ǀ⎪〡︳￨"
"""Bars that editors draw between a label and its value, whatever their keyboard gives."""

_MARKS = "⊙○◎●■□◆◇▲△"
"""Marks before a label; they become spaces."""

SIGNS = str.maketrans(
    "：／＆（）【】；，。！？、" + BARS + _MARKS,
    ":/&()[];¸¶¶¶¦" + "|" * len(BARS) + " " * len(_MARKS),
)
"""¸ stands for the comma, ¶ for what ends a sentence, ¦ for the mark between the items of a series."""
