"""Rows become a tally: one pass, a row at a time, in memory that does not grow with the rows.

What could grow is bounded: layouts, rules, kinds and hosts beyond a number that no honest batch has are counted
together under one name. For the design effect, pages of one day are a cluster, and the days are thrown into some
groups by a checksum: the differences between the groups tell as much as those between the days.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from math import log2
from zlib import crc32

from newsclean.drift.database import name_of
from newsclean.drift.row import Row
from newsclean.drift.rows import rows_in
from newsclean.drift.signs import GENERIC, LOW, day_of, host_of, signs_of
from newsclean.drift.statistics import design_effect
from newsclean.drift.tallies import Group, Histogram, Part, Share, Tally

__all__ = ["OTHER", "Counting", "bin_of", "tally_of"]

OTHER = "(other)"
"""The name under which all is counted that comes when a list is full."""

_GROUPS = 64
_FEWEST_GROUPS = 8  # fewer tell no spread
_MOST = {"parts": 256, "signs": 2_000, "hosts": 5_000, "months": 1_500, "kinds": 200}
_QUANTILES = (0.05, 0.5, 0.95)
_BINS_AN_OCTAVE = 8
_LONGEST_NAME = 200  # characters of a name that is kept


def bin_of(length: int) -> int:
    """The lower end of the bin of a length: eight bins from each power of two to the next.

    >>> bin_of(0), bin_of(1), bin_of(1000), bin_of(1001)
    (0, 1, 940, 940)
    """
    return 0 if length < 1 else ceil_of(int(_BINS_AN_OCTAVE * log2(length) + 1e-9))


def ceil_of(number: int) -> int:
    """The first length in the bin of this number."""
    end = 2 ** (number / _BINS_AN_OCTAVE)
    return -int(-end // 1)


class _Spread:
    """Counts of pages by group, for shares with their design effect."""

    def __init__(self) -> None:
        self.of = [0] * _GROUPS

    def share(self, hits: list[int], of: list[int] | None = None) -> Share:
        of = self.of if of is None else of
        groups = sum(map(bool, of))
        effect = design_effect(hits, of) if groups >= _FEWEST_GROUPS else 1.0
        return Share(sum(hits), sum(of), round(effect, 3), groups if groups >= _FEWEST_GROUPS else 0)


class _Layout(_Spread):
    """What is counted of one layout."""

    def __init__(self) -> None:
        super().__init__()
        self.signs: dict[str, list[int]] = {}
        self.asked: dict[str, list[int]] = {}
        self.lengths = [Counter[int]() for _ in range(_GROUPS)]
        self.confidences = [Counter[int]() for _ in range(_GROUPS)]

    def add(self, row: Row, group: int) -> None:
        self.of[group] += 1
        for key, held in signs_of(row):
            hits = self.signs.get(key)
            if hits is None:
                hits = _counts(self.signs, key, "signs")
            if held:
                hits[group] += 1
            if key[:6] == "doubt:":
                _counts(self.asked, key, "signs")[group] += 1
        self.lengths[group][bin_of(row.characters)] += 1
        self.confidences[group][round(100 * (row.confidence or 0.0))] += 1

    def part(self, layout: str, rules: str) -> Part:
        signs = {key: self.share(hits, self.asked.get(key)) for key, hits in sorted(self.signs.items())}
        lengths, confidences = self._histogram(self.lengths), self._histogram(self.confidences)
        return Part(layout, rules, sum(self.of), signs, lengths, confidences)

    def _histogram(self, groups: list[Counter[int]]) -> Histogram:
        counts = dict(sorted(sum(groups, Counter[int]()).items()))
        ends = {_cut(counts, quantile) for quantile in _QUANTILES}
        cuts = {
            end: self.share([sum(n for at, n in group.items() if at < end) for group in groups])
            for end in sorted(ends)
        }
        return Histogram(counts, cuts)


def _cut(counts: Mapping[int, int], quantile: float) -> int:
    """The end below which the share of pages is nearest to the quantile."""
    total, below = sum(counts.values()), 0
    best, least = 0, 2.0
    for start, pages in counts.items():
        for end, share in ((start, below / total), (start + 1, (below + pages) / total)):
            if abs(share - quantile) < least:
                best, least = end, abs(share - quantile)
        below += pages
    return best


class Counting(_Spread):
    """Takes rows, and gives their tally."""

    def __init__(self) -> None:
        super().__init__()
        self._copies = 0
        self._layouts: dict[tuple[str, str], _Layout] = {}
        self._errors: dict[str, list[int]] = {}
        self._found: dict[str, list[int]] = {}
        self._groups: dict[str, dict[str, Counter[str]]] = {"hosts": {}, "months": {}}
        self._monthly: dict[str, Counter[str]] = {}
        self._fired: Counter[str] = Counter()

    def add(self, row: Row) -> None:
        """Count a row."""
        if row.layout is None and row.duplicate_of is not None:
            self._copies += 1
            return
        host, day = host_of(row) or "", day_of(row) or ""
        group = crc32((day or row.input or "").encode("utf-8", "replace")) % _GROUPS
        self.of[group] += 1
        layout = None if row.error is not None or row.layout is None else row.layout[:_LONGEST_NAME]
        table, name = (self._errors, row.error.kind) if row.error is not None else (self._found, layout or "")
        _counts(table, name, "kinds")[group] += 1
        self._count_group("hosts", host, row)
        self._count_group("months", day[:7], row)
        if layout is not None:
            self._add_article(row, layout, group, day[:7])

    def _add_article(self, row: Row, layout: str, group: int, month: str) -> None:
        key = (layout, (row.rules or "")[:_LONGEST_NAME])
        if key not in self._layouts and len(self._layouts) >= _MOST["parts"]:
            key = (OTHER, "")
        if key not in self._layouts:
            self._layouts[key] = _Layout()
        self._layouts[key].add(row, group)
        self._monthly.setdefault(_room(month, self._monthly, "months"), Counter())[key[0]] += 1
        for removal in row.removals or ():
            self._fired[_room(removal.rule, self._fired, "signs")] += 1

    def _count_group(self, kind: str, name: str, row: Row) -> None:
        table = self._groups[kind]
        counts = table.setdefault(_room(name, table, kind), Counter())
        counts["inputs"] += 1
        if row.error is not None:
            counts["errors"] += 1
            return
        counts["articles"] += 1
        counts["generic"] += row.layout == GENERIC
        counts["low"] += (row.confidence or 0.0) < LOW

    def tally(self, name: str) -> Tally:
        """What was counted; ``name`` is what the rows are called."""
        return Tally(
            name=name,
            inputs=sum(self.of) + self._copies,
            copies=self._copies,
            errors={kind: self.share(hits) for kind, hits in sorted(self._errors.items())},
            layouts={layout: self.share(hits) for layout, hits in sorted(self._found.items())},
            parts=[made.part(*key) for key, made in sorted(self._layouts.items())],
            hosts=_by_size(self._groups["hosts"]),
            months=dict(sorted(_by_size(self._groups["months"]).items())),
            monthly={month: dict(counts) for month, counts in sorted(self._monthly.items())},
            fired=dict(self._fired.most_common()),
        )


def _counts(table: dict[str, list[int]], name: str, kind: str) -> list[int]:
    """The counts of a name in each group."""
    name = _room(name, table, kind)
    if name not in table:
        table[name] = [0] * _GROUPS
    return table[name]


def _room(name: str, table: Mapping[str, object], kind: str) -> str:
    """The name under which something is counted: its own while there is room."""
    name = name[:_LONGEST_NAME]
    return name if name in table or len(table) < _MOST[kind] else OTHER


def _by_size(table: Mapping[str, Counter[str]]) -> dict[str, Group]:
    ordered = sorted(table.items(), key=lambda item: (-item[1]["inputs"], item[0]))
    return {
        name: Group(**{field: counts[field] for field in Group.__struct_fields__}) for name, counts in ordered
    }


def tally_of(output: str | os.PathLike[str] | Iterable[Row], name: str | None = None) -> Tally:
    """The tally of a batch's output, a file, a folder or a table in a database, read in one pass.

    Raises InputError for what can't be read or is no such output, MissingExtra where a package is missing.
    """
    counting = Counting()
    for row in rows_in(output):
        counting.add(row)
    return counting.tally(name or (name_of(output) if isinstance(output, (str, os.PathLike)) else ""))
