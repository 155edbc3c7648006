"""The tests behind a report against what is known of them: brute force over all tables, printed values, and the
frequency of false alarms."""

from __future__ import annotations

import random
from fractions import Fraction
from math import comb

import pytest

from newsclean.drift.statistics import (
    Counts,
    adjusted,
    chance,
    design_effect,
    fisher,
    is_clustered,
    least_chance,
    t_tail,
    tellable,
)


def exact(counts: Counts) -> float:
    """Fisher's test by its definition."""
    now, before, hits = counts.of, counts.of_before, counts.hits + counts.hits_before
    tables = {
        at: Fraction(comb(now, at) * comb(before, hits - at), comb(now + before, hits))
        for at in range(max(0, hits - before), min(hits, now) + 1)
    }
    return float(sum(chance for chance in tables.values() if chance <= tables[counts.hits]))


def test_the_exact_test_is_exact() -> None:
    dice = random.Random(1)  # noqa: S311
    for _ in range(500):
        now, before = dice.randint(1, 60), dice.randint(1, 60)
        counts = Counts(dice.randint(0, now), now, dice.randint(0, before), before)
        assert fisher(counts) == pytest.approx(exact(counts), rel=1e-6, abs=1e-15)


@pytest.mark.parametrize(
    ("counts", "known"),
    [
        (Counts(3, 4, 1, 4), 0.4857142857),  # Fisher's lady and her tea
        (Counts(1, 10, 11, 14), 0.0027594562),  # scipy.stats.fisher_exact
        (Counts(8, 10, 1, 6), 0.0349650350),
        (Counts(0, 5, 0, 5), 1.0),
        (Counts(5, 5, 5, 5), 1.0),
        (Counts(500_000, 1_000_000, 501_500, 1_000_000), 0.0340),  # z = 2.12 without correction
    ],
)
def test_known_values_of_the_exact_test(counts: Counts, known: float) -> None:
    assert fisher(counts) == pytest.approx(known, rel=1e-3)


def test_a_chance_too_small_for_a_number_is_none() -> None:
    assert fisher(Counts(0, 1_000_000, 1_000_000, 1_000_000)) == 0.0


@pytest.mark.parametrize(
    ("t", "freedom", "known"),
    [
        (12.706, 1, 0.05),
        (2.228, 10, 0.05),
        (4.587, 10, 0.001),
        (2.0, 60, 0.05),
        (1.96, 10**6, 0.05),
        (0, 3, 1),
    ],
)
def test_known_values_of_students_t(t: float, freedom: int, known: float) -> None:
    assert t_tail(t, freedom) == pytest.approx(known, rel=2e-3)


def test_holms_correction() -> None:
    assert adjusted([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert adjusted([0.9, 0.8]) == [1.0, 1.0]
    assert adjusted([]) == []


def test_what_cannot_be_told_does_not_count_among_the_comparisons() -> None:
    few = [
        least_chance(Counts(1, 50, 0, 50)) for _ in range(1_000)
    ]  # a rule that fired once: p is 1 at least
    assert tellable([*few, 1e-12, 1e-9], 0.01) == [False] * 1_000 + [True, True]
    assert tellable([], 0.01) == []
    assert tellable([0.5], 0.01) == [False]


def test_independent_pages_have_no_design_effect_and_pages_of_a_day_that_are_alike_have() -> None:
    dice = random.Random(3)  # noqa: S311
    of = [50] * 30
    apart = [sum(dice.random() < 0.5 for _ in range(50)) for _ in of]
    alike = [50 * (dice.random() < 0.5) for _ in of]
    assert 0.5 < design_effect(apart, of) < 1.7
    assert 40 < design_effect(alike, of) < 55
    assert design_effect([0] * 30, of) == design_effect(of, of) == design_effect([], []) == 1.0


def test_what_comes_in_clusters_has_to_move_farther() -> None:
    counts = Counts(600, 1_000, 500, 1_000)
    assert chance(counts) < 1e-5
    assert chance(counts, 10.0, 30) > 0.1
    assert chance(Counts(100, 1_000, 900, 1_000), 10.0, 30) < 1e-9
    assert least_chance(Counts(5, 1_000, 0, 1_000), 10.0, 30) == 1.0


def test_days_are_alike_where_they_differ_more_than_chance_has_it() -> None:
    assert not is_clustered(1.4, 30)
    assert is_clustered(1.6, 30)  # the 95 % quantile of chi-squared with 29 degrees is 42.6: 1.47 times 29
    assert not is_clustered(1.9, 8)
    assert is_clustered(2.1, 8)  # 14.07: 2.01 times 7
    assert not is_clustered(9.0, 0)


@pytest.mark.parametrize("effect", [1.0, 1.2])
def test_no_more_p_values_are_small_than_may_be(effect: float) -> None:
    dice = random.Random(5)  # noqa: S311
    small = 0
    for _ in range(2_000):
        hits, before = (sum(dice.random() < 0.3 for _ in range(80)) for _ in range(2))
        small += chance(Counts(hits, 80, before, 80), effect, 30) <= 0.05
    assert small <= 0.05 * 2_000 * 1.2
