"""Runs of text as CommonMark: what a line has to escape, and when an emphasis mark would not be read as one, as it is
not beside full-width punctuation. The layout of blocks stands in markdown.py."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby

from newsclean.blocks import Run, Runs
from newsclean.render.html import UNWRITABLE
from newsclean.render.safe import safe_href

__all__ = ["lines_of", "markdown_line", "markdown_text", "target"]

# What means something anywhere in a line; ~ for GFM, where one pair of them strikes out: 3~5元，6~8元.
_SPECIAL = re.compile(r"[\\`*\[\]<~]|&(?=#?\w+;)|!(?=\[|$)|(?<![^\W_])_|_(?![^\W_])")
# What means something at the start of a line: rules, setext underlines and table delimiters made of nothing
# else; bullets and headings before a space; quotations; numbers of a list.
_LINE_START = re.compile(
    r"(\d{1,9})?(?:(?<=\d)[.)](?=\s|$)|(?<!\d)(?:[-=:|+][-=:|\s]*$|[-+](?=\s)|#{1,6}(?=\s|$)|>))"
)
_IN_TARGET = {ord(char): f"%{ord(char):02X}" for char in " \t\n<>()\\\"'"}
_ENTITY = re.compile(r"&(?=#?\w+;)")


def lines_of(runs: Runs) -> list[Runs]:
    """The runs, split where the author broke the line; lines without text are left out."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        for at, text in enumerate(UNWRITABLE.sub("", run.text).split("\n")):
            if at:
                lines.append([])
            if text:
                lines[-1].append(Run(text, run.strong, run.emphasis, safe_href(run.href), run.script))
    return [tuple(line) for line in lines if any(not run.text.isspace() for run in line)]


def markdown_line(runs: Runs) -> str:
    """One line of runs, which hold no line break, as Markdown that reads the same at the start of a line."""
    line = _inline(runs, " ", " ").strip()
    start = _LINE_START.match(line)
    at = start.end(1) if start and start.group(1) else 0
    return f"{line[:at]}\\{line[at:]}" if start else line


def markdown_text(text: str) -> str:
    """Text without any look, on one line, with what Markdown would read as markup escaped."""
    return _escape(" ".join(UNWRITABLE.sub("", text).split()))


def target(address: str) -> str:
    """An address as the target of a link or picture."""
    return _ENTITY.sub("&amp;", UNWRITABLE.sub("", address).translate(_IN_TARGET))


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _inline(runs: Iterable[Run], before: str, after: str) -> str:
    """Runs between two characters, links around what they link."""
    groups = [(href, tuple(group)) for href, group in groupby(runs, key=lambda run: run.href)]
    written = ""
    for at, (href, group) in enumerate(groups):
        if href and any(not run.text.isspace() for run in group):
            written += f"[{_looks(group, '[', ']')}]({target(href)})"
            continue
        linked = at + 1 < len(groups) and groups[at + 1][0]
        following = "[" if linked else groups[at + 1][1][0].text[0] if at + 1 < len(groups) else after
        written += _looks(group, written[-1:] or before, following)
    return written


def _looks(runs: Sequence[Run], before: str, after: str) -> str:
    """Runs between two characters, emphasis marks around what stands out."""
    groups = [
        (look, "".join([run.text for run in group]))
        for look, group in groupby(runs, key=lambda run: (run.strong, run.emphasis, run.script))
    ]
    written = ""
    for at, ((strong, emphasis, script), text) in enumerate(groups):
        core = text.strip()
        if not core or not (strong or emphasis or script):
            written += _escape(text)
            continue
        lead, trail = text[: text.index(core)], text[text.index(core) + len(core) :]
        following = trail or (_first(groups[at + 1]) if at + 1 < len(groups) else after)
        inner = f"<{script[:3]}>{_escape(core)}</{script[:3]}>" if script else _escape(core)
        written += lead
        written += _emphasized(inner, strong, emphasis, (written[-1:] or before, following[0]))
        written += trail
    return written


def _first(group: tuple[tuple[bool, bool, str | None], str]) -> str:
    """The first character that a group will be written with: an opening mark counts as punctuation."""
    look, text = group
    return "<" if any(look) and not text[0].isspace() else text[0]


def _emphasized(inner: str, strong: bool, emphasis: bool, around: tuple[str, str]) -> str:
    """The text in strong or emphasis marks, or in tags where the marks would not be read as such.

    CommonMark 0.31, 6.2: a mark opens only where no white space follows it, and either no punctuation
    follows or white space or punctuation stands before it; and the same mirrored where it closes. So
    ``涨**“三成”**的`` holds two pairs of asterisks and nothing bold.
    """
    if not (strong or emphasis):
        return inner
    before, after = around
    opens = not _may_be_punctuation(inner[0]) or _lets_flank(before)
    closes = not _may_be_punctuation(inner[-1]) or _lets_flank(after)
    if opens and closes and before != "*":
        mark = "*" * (2 * strong + emphasis)
        return f"{mark}{inner}{mark}"
    inner = f"<em>{inner}</em>" if emphasis else inner
    return f"<strong>{inner}</strong>" if strong else inner


# Symbols (Unicode's class S) beyond ASCII are punctuation from CommonMark 0.31 on, and were not before: the
# two questions below are put so that the answer holds for readers of either age.


def _may_be_punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _lets_flank(char: str) -> bool:
    kind = unicodedata.category(char)
    return char in " \t\n" or kind == "Zs" or kind[0] == "P" or (char.isascii() and kind[0] == "S")
