"""The tests by which a move is told from noise: Fisher's exact test of two shares, what clusters do to it, and Holm's
correction for many comparisons.

Everything here is a function of counts. The test is exact for batches of any size: the hypergeometric distribution
is summed outwards from where the counts stand, some thousand terms for a million pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, floor, lgamma, log, log1p, sqrt
from statistics import NormalDist

from newsclean.blocks import Value

__all__ = [
    "Counts",
    "adjusted",
    "chance",
    "design_effect",
    "fisher",
    "is_clustered",
    "least_chance",
    "t_tail",
    "tellable",
]

_SAME = 1e-6  # two tables whose probabilities differ by less than this part are equally probable: what lgamma can tell
_NOTHING = 1e-18  # a term below this part of the sum adds nothing to it
_ONE_IN_TWENTY = NormalDist().inv_cdf(0.95)
_LEAST = 1e-300  # the smallest chance told


class Counts(Value):
    """Two shares to be compared: ``hits`` of ``of`` now, and before."""

    hits: int
    of: int
    hits_before: int
    of_before: int


class _Tables(Value):
    """All tables of two samples with the margins of one: ``hits`` among ``now + before``."""

    now: int
    before: int
    hits: int

    @property
    def ends(self) -> tuple[int, int]:
        """The fewest and the most hits that the first sample can have."""
        return max(0, self.hits - self.before), min(self.hits, self.now)

    @property
    def mode(self) -> int:
        low, high = self.ends
        return min(max((self.now + 1) * (self.hits + 1) // (self.now + self.before + 2), low), high)

    def log_chance(self, at: int) -> float:
        """The logarithm of the chance of a table, ``at`` being the first sample's hits."""
        return (
            _log_choices(self.now, at)
            + _log_choices(self.before, self.hits - at)
            - _log_choices(self.now + self.before, self.hits)
        )

    def tail(self, at: int, step: int) -> float:
        """The chance of the tables from ``at`` on, going by ``step`` away from the mode."""
        low, high = self.ends
        if not low <= at <= high:
            return 0.0
        ratio, total = 1.0, 0.0  # in parts of the first term, which may be too small for a float
        first = self.log_chance(at)
        while low <= at <= high and ratio > total * _NOTHING:
            total += ratio
            ratio *= self._next(at) if step > 0 else 1 / self._next(at - 1) if at > low else 0.0
            at += step
        return exp(first) * total

    def _next(self, at: int) -> float:
        """How many times as probable the table after ``at`` is."""
        up = (self.now - at) * (self.hits - at)
        return up / ((at + 1) * (self.before - self.hits + at + 1))


def _log_choices(number: int, chosen: int) -> float:
    return lgamma(number + 1) - lgamma(chosen + 1) - lgamma(number - chosen + 1)


def fisher(counts: Counts) -> float:
    """The two-sided p-value of Fisher's exact test: the chance, were there no difference, of a table no more probable
    than this one.

    >>> round(fisher(Counts(8, 10, 1, 6)), 6)
    0.034965
    """
    tables = _Tables(counts.of, counts.of_before, counts.hits + counts.hits_before)
    at, mode = counts.hits, tables.mode
    limit = tables.log_chance(at) + _SAME
    if tables.log_chance(mode) <= limit:
        return 1.0
    step = 1 if at > mode else -1
    return min(1.0, tables.tail(at, step) + tables.tail(_as_rare(tables, limit, -step), -step))


def _as_rare(tables: _Tables, limit: float, step: int) -> int:
    """The first table on one side of the mode whose chance is within the limit; one beyond the end where none is."""
    low, high = tables.ends
    near, far = tables.mode, (high if step > 0 else low) + step
    while abs(far - near) > 1:
        middle = (near + far) // 2
        near, far = (near, middle) if tables.log_chance(middle) <= limit else (middle, far)
    return far


def _least_fisher(counts: Counts) -> float:
    """The smallest p-value that any table with these margins has."""
    tables = _Tables(counts.of, counts.of_before, counts.hits + counts.hits_before)
    return min(fisher(Counts(at, counts.of, tables.hits - at, counts.of_before)) for at in tables.ends)


# --- clusters ----------------------------------------------------------------------------------------------


def design_effect(hits: Sequence[int], of: Sequence[int]) -> float:
    """By how much pages that come in clusters say less than as many independent ones: the variance of their share, from
    its differences between the clusters, in parts of a binomial one (Kish 1965; Rao and Scott 1992). ``hits`` and
    ``of`` are counted for each cluster. 1 where nothing can be said.

    >>> round(design_effect([10, 0, 10, 0], [10, 10, 10, 10]), 3)
    13.333
    """
    clusters = [(hit, number) for hit, number in zip(hits, of, strict=True) if number]
    many, pages = len(clusters), sum(of)
    share = sum(hits) / pages if pages else 0.0
    if many < 2 or share in (0.0, 1.0):
        return 1.0
    spread = sum([(hit - share * number) ** 2 for hit, number in clusters])
    return many / (many - 1) * spread / (pages * share * (1 - share))


def is_clustered(effect: float, clusters: int) -> bool:
    """Whether a design effect is larger than independent pages show in so many clusters, but for one time in twenty:
    then their spread is a chi-squared variable (its quantile after Wilson and Hilferty 1931)."""
    if clusters < 2:
        return False
    part = 2 / (9 * (clusters - 1))
    return effect > (1 - part + _ONE_IN_TWENTY * sqrt(part)) ** 3


def chance(counts: Counts, effect: float = 1.0, clusters: int = 0) -> float:
    """The p-value of a move. Where pages come in clusters (a design ``effect`` above 1), the counts are divided by it.
    Where it was estimated from this share alone, in so many ``clusters``, the tail is that of Student's t; 0: it is
    known better than that."""
    return _widened(fisher(_divided(counts, effect)), clusters)


def least_chance(counts: Counts, effect: float = 1.0, clusters: int = 0) -> float:
    """The smallest p-value that a move with these margins could have."""
    return _widened(_least_fisher(_divided(counts, effect)), clusters)


def _divided(counts: Counts, effect: float) -> Counts:
    if effect <= 1:
        return counts

    def down(hits: int, of: int) -> tuple[int, int]:
        fewer = max(1, floor(of / effect))
        return round(hits * fewer / of) if of else 0, fewer

    return Counts(*down(counts.hits, counts.of), *down(counts.hits_before, counts.of_before))


def _widened(p: float, clusters: int) -> float:
    if p >= 1 or clusters < 2:
        return p
    return min(1.0, t_tail(-NormalDist().inv_cdf(max(p, _LEAST) / 2), clusters - 1))


def t_tail(t: float, freedom: int) -> float:
    """The chance that Student's t is farther from 0 than ``t``.

    >>> round(t_tail(2.228, 10), 4)
    0.05
    """
    return _incomplete_beta(freedom / (freedom + t * t), freedom / 2, 0.5)


def _incomplete_beta(x: float, a: float, b: float) -> float:
    """The regularized incomplete beta function, by its continued fraction (NIST Handbook, 8.17.22)."""
    if x >= 1:
        return 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - _incomplete_beta(1 - x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    # Lentz's way, from the first denominator on.
    d = 1 / (1 - (a + b) * x / (a + 1))
    c, value = 1.0, d
    for m in range(1, 1_000):
        for factor in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / (1 + factor * d)
            c = 1 + factor / c
            value *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return front * value


# --- many comparisons --------------------------------------------------------------------------------------


def tellable(least: Sequence[float], error: float) -> list[bool]:
    """Which comparisons count among the many (Tarone 1990): those whose margins allow a chance that could be told at
    all, so that hundreds of signs that hardly any page has don't blunt the test of the others. ``least`` are the
    smallest chances that each could have."""
    ordered = sorted(least)
    family = next((many for many in range(1, len(ordered) + 1) if _fewer(ordered, error / many, many)), 1)
    return [chance <= error / family for chance in least]


def _fewer(ordered: Sequence[float], limit: float, many: int) -> bool:
    """Whether no more than ``many`` are within the limit."""
    return len(ordered) <= many or ordered[many] > limit


def adjusted(chances: Sequence[float]) -> list[float]:
    """The p-values with Holm's correction (1979): the chance that any of those told is wrong is at most the limit they
    are told by, however they hang together.

    >>> adjusted([0.01, 0.04, 0.03])
    [0.03, 0.06, 0.06]
    """
    found, highest = [0.0] * len(chances), 0.0
    for rank, at in enumerate(sorted(range(len(chances)), key=lambda at: chances[at])):
        highest = max(highest, min(1.0, (len(chances) - rank) * chances[at]))
        found[at] = highest
    return found
