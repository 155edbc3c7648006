"""Emphasis beside full-width characters, for markdown-it: its rule of emphasis, asked in the way of Chinese.

CommonMark (0.31, 6.2) takes white space and punctuation for the borders of words, which Chinese has none of, so that
``涨**“三成”**左右`` would show its asterisks. The scan here is CommonMark's with two amendments, those of the
specification "markdown-cjk-friendly": full-width punctuation counts as letters, and beside a full-width character a
mark may open and close.
"""

from __future__ import annotations

import unicodedata

from markdown_it.rules_inline.state_inline import Delimiter, StateInline

__all__ = ["is_wide", "tokenize"]


def tokenize(state: StateInline, silent: bool) -> bool:
    """A run of ``*`` or ``_``: a token for each mark, and what the run may do; False where none begins here."""
    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    scanned = state.scanDelims(state.pos, marker == "*")
    opens, closes = scanned.can_open, scanned.can_close
    if marker == "*":
        before = state.src[state.pos - 1] if state.pos else " "
        end = state.pos + scanned.length
        after = state.src[end] if end < state.posMax else " "
        opens = opens or (not after.isspace() and (is_wide(before) or is_wide(after)))
        closes = closes or (not before.isspace() and (is_wide(before) or is_wide(after)))
    for _ in range(scanned.length):
        token = state.push("text", "", 0)
        token.content = marker
        place = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord(marker), scanned.length, place, -1, opens, closes))
    state.pos += scanned.length
    return True


def is_wide(char: str) -> bool:
    """Whether a character is as wide as a Chinese one, or punctuation that is where it stands among such (Unicode
    Standard Annex 11): curly quotation marks, the dash, the ellipsis."""
    if char.isascii():  # no character at all, too
        return False
    width = unicodedata.east_asian_width(char)
    return width in "WFH" or (width == "A" and unicodedata.category(char)[0] == "P")
