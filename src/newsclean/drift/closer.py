"""A second pass over the rows, once it is known what is usual and what moved: pages that show each change, how it went
day by day, and the pages that stand out most from those of their layout.
"""

from __future__ import annotations

import heapq
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log10

from newsclean.blocks import Value
from newsclean.drift.comparing import Change
from newsclean.drift.counting import bin_of
from newsclean.drift.row import Row
from newsclean.drift.rows import rows_in
from newsclean.drift.signs import FIELDS, day_of, host_of, signs_of
from newsclean.drift.tallies import Part, Tally

__all__ = ["Closer", "Example", "Failed", "look_closer"]

_EXAMPLES = 5  # pages that show a change
_OUTLIERS = 20
_OF_A_REASON = 3  # outliers of one layout that stand out by the same thing
_ERRORS_OF_A_KIND = 3
_KINDS = 12  # kinds of errors that are shown
_MOST_NAMES = 5_000  # of days, and of hosts, that are counted for a change
_HOSTS = 6  # that are shown for a change
_FEWEST_PAGES = 20  # a layout of fewer says nothing of what is usual
_RARE = 0.05  # a page stands out by what fewer than these have
_FAR = 8.0  # or by a text so many times as long, or as short, as half of them have


class Example(Value):
    """A page: its input's name, address and title, and by which signs it stands out: their keys, ``length`` for its
    text, of so many ``characters``. ``rare`` says how much, as the sum of the signs' negative decimal logarithms."""

    input: str
    url: str | None
    title: str | None
    layout: str
    characters: int
    confidence: float
    signs: tuple[str, ...] = ()
    rare: float = 0.0


class Failed(Value):
    """An input without an article."""

    input: str
    url: str | None
    kind: str
    message: str


class Closer(Value):
    """What the second pass found. ``examples`` and ``days`` belong to the changes, in their order: pages that show it,
    and pages with the sign and of all by day (or month, where there are many days), and by host."""

    outliers: Sequence[Example]
    failed: Sequence[Failed]
    examples: Sequence[Sequence[Example | Failed]]
    days: Sequence[Mapping[str, tuple[int, int]]]
    hosts: Sequence[Mapping[str, tuple[int, int]]]


def look_closer(
    output: str | os.PathLike[str] | Iterable[Row], tally: Tally, changes: Sequence[Change] = ()
) -> Closer:
    """Read a batch's rows again, with its tally and what moved. Raises as :func:`~newsclean.drift.tally_of`."""
    watched = [_Watched(change) for change in changes]
    outliers = _Outliers(tally)
    failed: dict[str, list[Failed]] = {}
    for row in rows_in(output):
        if row.layout is None and row.error is None:
            continue
        for one in watched:
            one.add(row)
        if row.error is not None:
            _keep_failure(failed, row)
        else:
            outliers.add(row)
    kinds = sorted(failed, key=lambda kind: -tally.errors[kind].pages if kind in tally.errors else 0)
    return Closer(
        outliers.found(),
        [one for kind in kinds for one in failed[kind]],
        [one.examples() for one in watched],
        [one.by_time() for one in watched],
        [one.by_host() for one in watched],
    )


def _keep_failure(failed: dict[str, list[Failed]], row: Row) -> None:
    shown = _failed(row)
    if shown.kind in failed or len(failed) < _KINDS:
        kept = failed.setdefault(shown.kind, [])
        if len(kept) < _ERRORS_OF_A_KIND:
            kept.append(shown)


def _failed(row: Row) -> Failed:
    assert row.error is not None  # noqa: S101  # asked before
    return Failed(row.input or "", row.url, row.error.kind, row.error.message)


def _example(row: Row, signs: tuple[str, ...] = (), rare: float = 0.0) -> Example:
    name = row.input or row.url or ""
    layout, confidence = row.layout or "", row.confidence or 0.0
    return Example(name, row.url, row.title, layout, row.characters, confidence, signs, round(rare, 2))


# --- what moved --------------------------------------------------------------------------------------------


class _Watched:
    """A change: its pages by day, and the latest that show it."""

    def __init__(self, change: Change) -> None:
        self.change = change
        self._wanted = change.now.part > change.before.part
        self._days: dict[str, tuple[int, int]] = {}
        self._hosts: dict[str, tuple[int, int]] = {}
        self._latest: list[tuple[str, int, Example | Failed]] = []
        self._number = 0

    def add(self, row: Row) -> None:
        held = self._held(row)
        if held is None:
            return
        day = day_of(row) or ""
        for table, name in ((self._days, day), (self._hosts, host_of(row) or "")):
            if name in table or len(table) < _MOST_NAMES:
                hits, of = table.get(name, (0, 0))
                table[name] = hits + held, of + 1
        if held == self._wanted and (row.error is None or self.change.layout is None):
            self._number += 1
            shown = _example(row) if row.error is None else _failed(row)
            entry = (day, -self._number, shown)  # of one day the first
            keep = heapq.heappush if len(self._latest) < _EXAMPLES else heapq.heappushpop
            keep(self._latest, entry)

    def _held(self, row: Row) -> bool | None:
        """Whether a page has what moved; None for one that is not counted."""
        change = self.change
        if change.what == "error":
            return row.error is not None and row.error.kind == change.name
        if change.what == "layout":
            return row.layout == change.name
        if row.layout != change.layout or (row.rules or "") != change.rules:
            return None
        if change.what == "length":
            return bin_of(row.characters) < int(change.name)
        if change.what == "confidence":
            return round(100 * (row.confidence or 0.0)) < int(change.name)
        return dict(signs_of(row)).get(change.name, False if change.name.startswith("rule:") else None)

    def examples(self) -> list[Example | Failed]:
        """Pages that show the change, the latest first."""
        return [shown for _, _, shown in sorted(self._latest, key=lambda entry: entry[:2], reverse=True)]

    def by_time(self) -> dict[str, tuple[int, int]]:
        """Pages with the sign and of all, by day; by month where there are more than a hundred days."""
        if len(self._days) <= 100:
            return dict(sorted(self._days.items()))
        months: dict[str, tuple[int, int]] = {}
        for day, (hits, of) in sorted(self._days.items()):
            before = months.get(day[:7], (0, 0))
            months[day[:7]] = before[0] + hits, before[1] + of
        return months

    def by_host(self) -> dict[str, tuple[int, int]]:
        """Pages with the sign and of all, of the hosts with the most pages."""
        ordered = sorted(self._hosts.items(), key=lambda item: (-item[1][1], item[0]))
        return dict(ordered[:_HOSTS])


# --- what stands out ---------------------------------------------------------------------------------------


class _Outliers:
    """The pages that stand out most from those of their layout."""

    def __init__(self, tally: Tally) -> None:
        self._parts = {(part.layout, part.rules): part for part in tally.parts if part.pages >= _FEWEST_PAGES}
        self._rare = {key: dict(_rarities(part)) for key, part in self._parts.items()}
        self._half = {key: _median(part) for key, part in self._parts.items()}
        self._kept: dict[tuple[str, str], list[tuple[float, int, Example]]] = {}
        self._number = 0

    def add(self, row: Row) -> None:
        key = (row.layout or "", row.rules or "")
        if key not in self._parts:
            return
        rare = self._rare[key]
        signs = [(rare[sign, held], sign) for sign, held in signs_of(row) if (sign, held) in rare]
        half = self._half[key]
        times = max(row.characters, 1) / half
        if max(times, 1 / times) >= _FAR:
            signs.append((abs(log10(times)) * 2, "length"))
        if not signs:
            return
        signs.sort(key=lambda sign: (-sign[0], sign[1]))
        self._number += 1
        total = sum(weight for weight, _ in signs)
        shown = _example(row, tuple([sign for _, sign in signs]), total)
        kept = self._kept.setdefault((key[0], signs[0][1]), [])
        keep = heapq.heappush if len(kept) < _OF_A_REASON else heapq.heappushpop
        keep(kept, (total, -self._number, shown))

    def found(self) -> list[Example]:
        """The pages, the farthest first."""
        entries = [entry for kept in self._kept.values() for entry in kept]
        return [shown for _, _, shown in heapq.nlargest(_OUTLIERS, entries, key=lambda entry: entry[:2])]


def _rarities(part: Part) -> Iterator[tuple[tuple[str, bool], float]]:
    """The signs by which a page stands out, by whether it has them: fields that nearly all have and it lacks, doubts
    and warnings that hardly any has."""
    wanted = [f"field:{name}" for name in FIELDS]
    for key, share in part.signs.items():
        is_field = key in wanted
        if (is_field or not key.startswith(("rule:", "field:"))) and share.of >= _FEWEST_PAGES:
            pages = share.of - share.pages if is_field else share.pages
            part_of = (pages + 0.5) / (share.of + 1)
            if pages and part_of <= _RARE:
                yield (key, not is_field), -log10(part_of)


def _median(part: Part) -> int:
    below = 0
    for end, pages in part.lengths.counts.items():
        below += pages
        if 2 * below >= part.pages:
            return max(end, 1)
    return 1
