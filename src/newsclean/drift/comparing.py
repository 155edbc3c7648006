"""Two tallies become what moved between them beyond noise.

All shares of pages that both have are one family of comparisons, corrected together (Holm), so that the chance of any
false alarm in a whole report is 1 %. Only pages of the same layout that the same rules made are held against each
other: a batch with more pages of one layout, or made by newer rules, is another batch and no drift.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal

from newsclean.blocks import Value
from newsclean.drift.signs import GENERIC
from newsclean.drift.statistics import Counts, adjusted, chance, is_clustered, least_chance, tellable
from newsclean.drift.tallies import Histogram, Part, Share, Tally

__all__ = ["ERROR", "Change", "Comparison", "What", "Why", "compare"]

ERROR = 0.01
"""The chance of any false alarm in a comparison of two batches that differ by chance alone."""

_HOSTS = 10  # new ones that are named
_LEAST_POINT = 0.01  # a move of less than this share,
_LEAST_TIMES = 2.0  # which neither doubles nor halves what it moves, is told to nobody, however sure it is

What = Literal["sign", "length", "confidence", "error", "layout"]
Why = Literal["drift", "rules", "pages"]


class Change(Value):
    """A share that moved.

    ``what`` is compared: pages with a ``sign`` (its key is the ``name``), texts shorter than ``name`` characters, a
    confidence below ``name`` hundredths, inputs with an ``error`` or of a ``layout`` of that name. ``layout`` is whose
    pages are counted, None: all inputs. ``why`` is ``drift``, or ``rules`` where other rules made the pages than those
    before, or ``pages`` where the batch holds more or fewer pages of a layout. ``chance`` is the p-value, ``adjusted``
    the one corrected for all comparisons.
    """

    why: Why
    what: What
    name: str
    layout: str | None
    now: Share
    before: Share
    chance: float = 1.0
    adjusted: float = 1.0
    rules: str | None = None
    rules_before: str | None = None


class Comparison(Value):
    """What came of holding a batch against the one ``before``. ``compared`` counts the shares that were tested;
    ``new_rules`` are the versions of rules, with their pages, that the batch before has no page of, ``new_layouts`` the
    same of layouts, ``new_hosts`` of hosts, with their inputs, that many of the inputs come from."""

    before: str
    compared: int
    changes: Sequence[Change]
    new_rules: dict[str, int]
    new_layouts: dict[str, int]
    new_hosts: dict[str, int]

    def of(self, why: Why) -> list[Change]:
        """The changes of one kind, the largest move first."""
        return [change for change in self.changes if change.why == why]

    @property
    def drifted(self) -> bool:
        """Whether anything is drift."""
        return any(change.why == "drift" for change in self.changes)


def compare(now: Tally, before: Tally) -> Comparison:
    """What moved between two batches, beyond noise: with a chance of 1 % for any false alarm among all comparisons."""
    told = list(_pairs(now, before))
    pairs = [pair for pair, _ in told]
    counts = [Counts(pair.now.pages, pair.now.of, pair.before.pages, pair.before.of) for pair in pairs]
    ways = [_way(*one) for one in told]
    least = [least_chance(count, *way) for count, way in zip(counts, ways, strict=True)]
    family = [at for at, told in enumerate(tellable(least, ERROR)) if told]
    chances = [chance(counts[at], *ways[at]) for at in family]
    found = [
        pairs[at].__replace__(chance=one, adjusted=corrected)
        for at, one, corrected in zip(family, chances, adjusted(chances), strict=True)
        if corrected <= ERROR and _is_large(pairs[at])
    ]
    found.sort(key=lambda change: -abs(change.now.part - change.before.part))
    layouts = {part.layout for part in before.parts}
    return Comparison(
        before.name,
        len(family),
        found,
        {rules: pages for rules, pages in now.rules.items() if rules not in before.rules},
        {part.layout: part.pages for part in now.parts if part.layout not in layouts},
        dict(islice(_new_hosts(now, before), _HOSTS)),
    )


def _new_hosts(now: Tally, before: Tally) -> Iterator[tuple[str, int]]:
    """Hosts that were not there before and give a share of the inputs that could move others."""
    for host, group in now.hosts.items():
        if host and host not in before.hosts and group.inputs >= _LEAST_POINT * now.inputs:
            yield host, group.inputs


def _way(pair: Change, usual: float) -> tuple[float, int]:
    """The design effect of a comparison, and the groups it was estimated from; 0 for what is ``usual`` for such pages,
    which is known from many signs.

    It is that of the batch before, for a drift must not hide behind the spread that it makes itself. Where that batch
    is too small to tell, it is that of the new one.
    """
    share = pair.before if pair.before.clusters else pair.now
    if is_clustered(share.effect, share.clusters):
        return max(share.effect, usual), share.clusters
    return max(1.0, usual), 0


def _is_large(change: Change) -> bool:
    now, before = change.now.part, change.before.part
    if abs(now - before) >= _LEAST_POINT:
        return True
    return _is_times(now, before) or _is_times(1 - now, 1 - before)


def _is_times(one: float, other: float) -> bool:
    return max(one, other) >= _LEAST_TIMES * min(one, other)


# --- what is compared with what ----------------------------------------------------------------------------


def _pairs(now: Tally, before: Tally) -> Iterator[tuple[Change, float]]:
    """What is compared, each with the design effect that is usual for such pages."""
    for part in now.parts:
        other = _counterpart(part, before)
        if other is not None:
            usual = other.usual_effect
            yield from [(pair, usual) for pair in _part_pairs(part, other)]
    same = set(now.rules) == set(before.rules)
    for name in sorted({*now.errors, *before.errors}):
        yield _whole("error", name, "drift" if same else "rules", now, before), 1.0
    for name in sorted({*now.layouts, *before.layouts}):
        why: Why = "pages" if name != GENERIC else "drift" if same else "rules"
        yield _whole("layout", name, why, now, before), 1.0


def _counterpart(part: Part, before: Tally) -> Part | None:
    """The pages before that a part is held against: those of the layout that the same rules made. Where these rules
    made none at all, the most that other rules made of it."""
    others = [other for other in before.parts if other.layout == part.layout]
    if part.rules in before.rules:
        others = [other for other in others if other.rules == part.rules]
    return max(others, key=lambda other: other.pages, default=None)


def _part_pairs(part: Part, before: Part) -> Iterator[Change]:
    why: Why = "drift" if part.rules == before.rules else "rules"
    made = (part.rules, before.rules)
    for key in sorted({*part.signs, *before.signs}):
        one, other = _sign(part, key), _sign(before, key)
        if one.of and other.of:
            yield Change(why, "sign", key, part.layout, one, other, 1.0, 1.0, *made)
    named: tuple[tuple[What, Histogram, Histogram], ...] = (
        ("length", part.lengths, before.lengths),
        ("confidence", part.confidences, before.confidences),
    )
    for what, histogram, earlier in named:
        for end, share in earlier.cuts.items():
            here = Share(histogram.below(end), part.pages)
            yield Change(why, what, str(end), part.layout, here, share, 1.0, 1.0, *made)


def _sign(part: Part, key: str) -> Share:
    """The share of a sign; a rule that no page names is one that fired on none."""
    absent = Share(0, part.pages) if key.startswith("rule:") else Share(0, 0)
    return part.signs.get(key, absent)


def _whole(what: What, name: str, why: Why, now: Tally, before: Tally) -> Change:
    return Change(why, what, name, None, _of_all(what, name, now), _of_all(what, name, before))


def _of_all(what: What, name: str, tally: Tally) -> Share:
    shares = tally.errors if what == "error" else tally.layouts
    return shares.get(name, Share(0, tally.inputs - tally.copies))
