"""Heads that are not strict YAML: values that people write bare, quoted as a strict writer would have quoted them.

Only lines of a key or of an item are looked at, each by itself: what it says is certain, because the key ends at the
first colon and the value with the line. A line that YAML reads is left alone, but for one that loses words: what stands
between number signs is a comment to YAML, and a bracket before a title a list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

__all__ = ["lossless", "mended"]

# A line of a key and a value, and an item of a list.
_LINE = re.compile(r"([\w-]+:|[ \t]*-)[ \t\u3000\xa0]+(\S.*)")
# A key whose value follows without a space, or behind a full-width colon.
_TIGHT = re.compile(r"([A-Za-z][\w-]*)(?::(?=[^\s:/])|\uff1a[ \t\u3000]*)(\S.*)")
_TRIPLE = re.compile(r'^([\w-]+:[ \t]+)"""(.*?)"""(?=[ \t]*\r?$)', re.DOTALL | re.MULTILINE)
# Words between number signs, as microblogs mark a topic.
_TOPIC = re.compile(r"(?:^|\s)#[^\s#]+#")
_BLOCK = re.compile(r"[|>][-+0-9]*\s*")
_TEXTS = ("title:", "original_title:", "description:")
"""Keys whose value is a text: brackets before it are its own, and so is a number sign with a word behind it."""
_MOST_BRACKETS = 16
"""Brackets that a line may have to be read as a text; more of them are none."""


def lossless(head: str, notes: list[str]) -> str:
    """The head with each line in quotes of which YAML would lose words; ``notes`` gets a sentence about it."""
    if "#" not in head and not any(f"{key} {bracket}" in head for key in _TEXTS for bracket in "[{"):
        return head
    return _written(head.splitlines(), [*_lines(head.splitlines(), _loses)], notes) or head


def mended(head: str, reads: Callable[[str], bool], notes: list[str]) -> str:
    """The head with each line in quotes that YAML does not read or would lose words of. ``reads`` says whether YAML
    reads a text; ``notes`` gets a sentence about it."""

    def is_wrong(key: str, value: str) -> bool:
        return _loses(key, value) or not reads(f"{key} {value}\n")

    lines = [*_lines(_TRIPLE.sub(_untripled, head).splitlines(), is_wrong, spaced=False)]
    return _written(head.splitlines(), lines, notes) or head


def _written(stood: list[str], lines: list[str], notes: list[str]) -> str | None:
    """The head of these lines, where some of them stood otherwise; else None."""
    known = {*stood}
    changed = [line for line in lines if line not in known]
    if not changed:
        return None
    wrong = ["a value" if line.lstrip()[0] == "-" else line.partition(":")[0] for line in changed]
    names = ", ".join(dict.fromkeys(name if len(name) < 40 else f"{name[:40]}…" for name in wrong))
    notes.append(f"the front matter is no strict YAML: {names} was read as it stands")
    return "\n".join(lines) + "\n"


def _lines(lines: list[str], is_wrong: Callable[[str, str], bool], *, spaced: bool = True) -> Iterator[str]:
    """The lines, those in quotes that are wrong. A key whose value follows without a space is none where all are
    ``spaced``."""
    block = False
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        block = block and (not line.strip() or line[0].isspace())
        found = None if block or _goes_on(below) else _LINE.match(line)
        if found is not None:
            key, value = found.groups()
            yield f"{key} {_quoted(value)}" if _is_text(value) and is_wrong(key, value) else line
        else:
            tight = None if block or spaced else _TIGHT.fullmatch(line)
            yield line if tight is None or ": " in tight[2] else f"{tight[1]}: {_quoted(tight[2])}"
        block = block or (found is not None and _BLOCK.fullmatch(found[2]) is not None)


def _goes_on(below: str) -> bool:
    """Whether a line goes on with the value above it, as texts and lists over several lines do; items do not."""
    return below[:1].isspace() and not below.lstrip().startswith("- ") and bool(below.strip())


def _is_text(value: str) -> bool:
    return value.count("[") + value.count("{") <= _MOST_BRACKETS


def _loses(key: str, value: str) -> bool:
    """Whether YAML reads something else than the words of a line."""
    if value[0] in "'\"|>":
        return False
    if key in _TEXTS and (value[0] in "[{" or (value[0] == "#" and value[1:2].strip())):
        return True
    return value[0] not in "[{&*!" and _TOPIC.search(value) is not None


def _quoted(value: str) -> str:
    """A value in quotes; quotation marks around the whole of it were meant as such."""
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        value = value[1:-1].replace("''", "'") if value[0] == "'" else value[1:-1]
    return "'" + value.replace("'", "''") + "'"


def _untripled(found: re.Match[str]) -> str:
    """A text between three quotation marks, which YAML does not know, on one line."""
    return found[1] + _quoted(" ".join(found[2].split()))
