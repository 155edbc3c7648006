"""Which layouts a page was asked for, and why each is not its own; which bodies there were where none is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsclean.clean.pieces import Paths
from newsclean.explaining.values import CandidateTried, LayoutTried
from newsclean.locate.candidates import Candidate
from newsclean.locate.layout import body_of, is_of_another_site, on_host, resolved, stretch_of
from newsclean.locate.page import View
from newsclean.rules import Layout

__all__ = ["candidates_tried", "layouts_tried"]

_SHOWN = 8
"""Candidates that are told beside those that were tried."""


def layouts_tried(view: View) -> tuple[LayoutTried, ...]:
    """The layouts in the order in which :func:`newsclean.locate.layout.locate` asks them, up to the first that fits."""
    return tuple(_tried(view))


def _tried(view: View) -> Iterator[LayoutTried]:
    for row in view.rules.made(resolved):
        asked = _asked(view, row)
        yield asked
        if asked.miss is None:
            return


def _asked(view: View, row: Layout) -> LayoutTried:
    if row.hosts and not on_host(view.base, row.hosts):
        return LayoutTried(row.name, "host", ", ".join(row.hosts))
    if row.weak and not row.hosts and is_of_another_site(view):
        return LayoutTried(row.name, "site", view.title[:60])
    for selector in row.body:
        match = body_of(view.zone, selector)
        if match is None:
            continue
        stretch = stretch_of(view, match, selector, loose=row.loose)
        missing = [name for name in row.proof if not stretch.has(name)]
        if missing:
            return LayoutTried(row.name, "proof", ", ".join(missing))
        barred = [name for name in row.without if stretch.has(name)]
        if barred:
            return LayoutTried(row.name, "without", ", ".join(barred))
        return LayoutTried(row.name, None, selector)
    return LayoutTried(row.name, "body", ", ".join(row.body))


def candidates_tried(
    view: View,
    ranked: list[Candidate],
    tried: list[Candidate],
    why: Callable[[Candidate], str | None],
) -> tuple[CandidateTried, ...]:
    """The candidates, the likeliest first. ``tried`` are those that were cleaned; ``why`` says why one was refused
    (None: it was chosen)."""
    paths = Paths(view.root)
    bodies = [candidate.body for candidate in tried]
    told: list[CandidateTried] = []
    for candidate in ranked:
        known = candidate.body in bodies
        if not known and len(told) >= _SHOWN:
            continue
        reason = why(tried[bodies.index(candidate.body)]) if known else None
        outcome = "not tried" if not known else "chosen" if reason is None else "refused"
        weight = candidate.weight
        told.append(
            CandidateTried(
                paths.of(candidate.body),
                round(candidate.score, 2),
                round(weight.prose, 1),
                weight.size,
                round(weight.said, 2),
                candidate.voices,
                outcome,  # type: ignore[arg-type]  # one of the three
                reason or "",
            )
        )
    return tuple(told)
