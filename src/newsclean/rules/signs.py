"""One sign for each that editors type in several forms, so that patterns name it once.

Bylines and credit lines are asked in these signs (questions with ``signs``). The marks of a clause, a sentence and a
series become signs of Latin-1, for a set of such signs compiles ten times as fast as one that reaches beyond. The
translation is one for one: places in a line stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["BARS", "SIGNS", "as_written", "in_signs"]

BARS = "|｜丨∣│︱┃▕▏❘ǀ⎪〡︳￨"
"""Bars that editors draw between a label and its value, whatever their keyboard gives."""

_MARKS = "⊙○◎●■□◆◇▲△►▶▷▸★☆※♦▪"
"""Marks before a label; they become spaces."""

SIGNS = str.maketrans(
    "：／╱＆（）【】〔〕［］；，。！？、" + BARS + _MARKS,
    "://&()[][][];¸¶¶¶¦" + "|" * len(BARS) + " " * len(_MARKS),
)
"""¸ stands for the comma, ¶ for what ends a sentence, ¦ for the mark between the items of a series."""

_WRITTEN = {chr(written): chr(sign) for written, sign in SIGNS.items()}
_USUAL = [(written, _WRITTEN[written]) for written in "，。、：（）；！？"]
_RARE = re.compile(
    f"[{''.join([re.escape(written) for written in _WRITTEN if written not in dict(_USUAL)])}]"
)


def in_signs(text: str) -> str:
    """A text with each of its signs as the one that stands for it: ``str.translate``, in a fifth of the time.

    >>> in_signs("文／张三，李四。")
    '文/张三¸李四¶'
    """
    for written, sign in _USUAL:
        if written in text:
            text = text.replace(written, sign)
    if _RARE.search(text) is not None:
        for written in set(_RARE.findall(text)):
            text = text.replace(written, _WRITTEN[written])
    return text


def as_written(words: Iterable[str]) -> tuple[str, ...]:
    """Words in signs as pages write them: of a word with signs its letters, of signs alone each that a page may have.

    >>> as_written(["/a", ")"])
    ('a', '）', ')')
    """
    found: dict[str, None] = {}
    for word in words:
        if word.isalnum():  # most are: there is nothing to look for
            found[word] = None
            continue
        letters = "".join(map(_or_space, word)).split()
        if letters or not word:
            found[max(letters, key=len, default="")] = None
        else:
            found |= dict.fromkeys(
                [*[chr(sign) for sign, stood in SIGNS.items() if chr(stood) == word[0]], word[0]]
            )
    return tuple(found)


def _or_space(sign: str) -> str:
    return sign if sign.isalnum() else " "
