"""How sure the answer is, and why: questions with weights, asked of what was found.

Nothing is mended by them. A doubtful answer is given as it is, with its doubts, and whoever reads it decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from newsclean.blocks import LEVEL, Evidence, Value
from newsclean.lazy_regex import Deferred
from newsclean.rules import Rules

__all__ = ["Signs", "score", "weigh"]

_OPENING = 24
"""Characters of the meta description that are looked for in the body."""

_FIRST_LINES = 6
"""Lines of the body in which the description is looked for: notes and the original title may stand before the text."""

_LONG_ENOUGH = 120
"""Characters of body text that no page's furniture reaches."""

_MUCH_REMOVED = 0.5
"""Share of the body's text; more means that furniture or a wrong body was met."""


_RAISED_OR_LOWERED = Deferred(f"[{''.join(map(chr, LEVEL))}]")


class Signs(Value, kw_only=True):
    """What is asked of an answer. ``kept`` are the body's lines, ``removed`` the characters of text taken out."""

    layout_proven: bool
    title: bool
    time: bool
    description: str | None
    end_marker: bool
    kept: Sequence[str]
    removed: int


def weigh(rules: Rules, signs: Signs) -> tuple[Evidence, ...]:
    """The evidence for an article."""
    kept, removed = signs.kept, signs.removed
    size = sum(map(len, kept))
    share = removed / (size + removed) if size + removed else 0.0
    opening = _opening_found(rules, signs.description, kept)
    note = "the description is no beginning of a body" if opening is None else ""
    return (
        _evidence("layout-proven", signs.layout_proven, 0.35),
        _evidence("title-found", signs.title, 0.15),
        _evidence("time-found", signs.time, 0.15),
        _evidence("description-opens-body", opening, 0.15, note),
        _evidence("end-marker-seen", signs.end_marker or None, 0.05),
        Evidence("little-removed", share <= _MUCH_REMOVED, 0.05, f"{share:.0%} of the text was removed"),
        Evidence("body-long-enough", size >= _LONG_ENOUGH, 0.1, f"{size} characters"),
    )


@lru_cache(maxsize=64)
def _evidence(name: str, held: bool | None, weight: float, note: str = "") -> Evidence:
    """Evidence that is the same for many articles, made once: values never change."""
    return Evidence(name, held, weight, note)


def score(evidence: Sequence[Evidence]) -> float:
    """The share of the weights that held, among those that could be asked; 0–1, two decimals."""
    total = held = 0.0
    for item in evidence:
        if item.held is not None:
            total += item.weight
            held += item.weight if item.held else 0.0
    return round(held / total, 2) if total else 0.0


def _opening_found(rules: Rules, description: str | None, kept: Sequence[str]) -> bool | None:
    """Whether the description's first characters stand in the first lines: a free check for a lost paragraph.

    None where the description is too short to tell, or opens with the original title, which is no text.
    """
    words = "".join((description or "").replace("&nbsp;", "").split())
    if len(words) < _OPENING or words.startswith(rules.words.TITLE_LABELS):
        return None
    opening, text = words[:_OPENING], ""
    for line in kept[:_FIRST_LINES]:
        text += "".join(line.split())
        if opening in text:
            return True
    if _RAISED_OR_LOWERED.search(text) is None and _RAISED_OR_LOWERED.search(opening) is None:
        return False
    return opening.translate(LEVEL) in text.translate(LEVEL)  # a description has no scripts
