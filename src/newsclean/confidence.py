"""How sure the answer is, and why: questions with weights, asked of what was found.

Here live the questions. Here never lives a correction: a doubtful answer is given as it is, with its doubts.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from newsclean.blocks import Evidence
from newsclean.values import Value

__all__ = ["Signs", "score", "weigh"]

_OPENING = 24  # characters of the meta description that are looked for in the body
_LONG_ENOUGH = 120  # characters of body text that no page's furniture reaches
_MUCH_REMOVED = 0.5  # share of the body's text; more means that furniture or a wrong body was met


class Signs(Value, kw_only=True):
    """What is asked of an answer. ``kept`` are the body's lines, ``removed`` the characters of text taken out."""

    layout_proven: bool
    title: bool
    time: bool
    description: str | None
    end_marker: bool
    kept: Sequence[str]
    removed: int


def weigh(signs: Signs) -> tuple[Evidence, ...]:
    """The evidence for an article."""
    kept, removed = signs.kept, signs.removed
    size = sum(map(len, kept))
    share = removed / (size + removed) if size + removed else 0.0
    opening = _opening_found(signs.description, kept)
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
    total = sum([item.weight for item in evidence if item.held is not None])
    return round(sum([item.weight for item in evidence if item.held]) / total, 2) if total else 0.0


def _opening_found(description: str | None, kept: Sequence[str]) -> bool | None:
    """Whether the description's first characters stand in the first lines: a free check for a lost paragraph.

    None where the description is too short to tell.
    """
    words = "".join((description or "").replace("&nbsp;", "").split())
    if words.startswith("原标题"):
        return None
    words = words[:_OPENING]
    if len(words) < _OPENING:
        return None
    return words in "".join("".join(line.split()) for line in kept[:6])
