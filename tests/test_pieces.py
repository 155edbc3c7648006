"""Cutting characters out of runs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsclean.blocks import Run, plain
from newsclean.clean.pieces import cut


@given(st.lists(st.text(max_size=6), max_size=6), st.lists(st.integers(0, 30), max_size=8, unique=True))
def test_cut_takes_the_spans_and_nothing_else(texts: list[str], borders: list[int]) -> None:
    runs = tuple(Run(text, strong=bool(number % 2)) for number, text in enumerate(texts))
    whole = plain(runs)
    places = sorted(border for border in borders if border <= len(whole))
    spans = list(zip(places[::2], places[1::2], strict=False))
    kept = "".join(
        char for at, char in enumerate(whole) if not any(start <= at < end for start, end in spans)
    )
    looks = [run.strong for run in runs for _ in run.text]
    kept_looks = [look for at, look in enumerate(looks) if not any(start <= at < end for start, end in spans)]
    left = cut(runs, spans)
    assert plain(left) == kept
    assert [run.strong for run in left for _ in run.text] == kept_looks
    assert all(run.text for run in left)
