"""Where newsclean's own time goes on a page: the functions that the parser calls for each stage are replaced, for a
while, by timed ones. So what is measured is the parser itself and no copy of it.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any

from pages import Sample

__all__ = ["stages"]

# The functions that the parser calls, by their names in its module, and the stage that each one's time counts for.
_CALLS = {
    "cuts": "window",
    "of_page": "decode",
    "decode": "decode",
    "tree_within": "parse",
    "view_of": "locate",
    "locate": "locate",
    "is_own": "locate",
    "is_closed": "locate",
    "refuse_page": "locate",
    "clean_body": "clean",
    "article_of": "metadata",
    "checked_end": "metadata",
    "checked_body": "metadata",
    "doubt_of": "metadata",
}
# Columns of the table, in the order in which a page goes through them; "rest" is the parser's own time.
_STAGES = ("window", "decode", "parse", "locate", "clean", "metadata", "render", "rest")


def stages(pages: list[Sample], rounds: int) -> dict[str, dict[str, str]]:
    """For each page, the median of each stage in microseconds, and that of the whole."""
    return {page.name: _of_page(page, rounds) for page in pages}


def _of_page(page: Sample, rounds: int) -> dict[str, str]:
    found: defaultdict[str, list[float]] = defaultdict(list)
    spent: defaultdict[str, float] = defaultdict(float)
    with _clocks(spent):
        from newsclean import parse

        for _ in range(rounds * 4):
            spent.clear()
            start = time.perf_counter()
            article = parse(page.data)
            middle = time.perf_counter()
            _ = article.text
            end = time.perf_counter()
            spent["rest"] = middle - start - sum(spent.values())
            spent["render"] = end - middle
            spent["all"] = end - start
            for stage, seconds in spent.items():
                found[stage].append(seconds)
    return {stage: f"{median(found[stage] or [0]) * 1e6:.0f}" for stage in (*_STAGES, "all")}


@contextmanager
def _clocks(spent: defaultdict[str, float]) -> Iterator[None]:
    import newsclean.parser as parser

    originals = {name: getattr(parser, name) for name in _CALLS}
    makers = {"cuts": _clocked_steps, "of_page": _clocked_reader}
    for name, call in originals.items():
        setattr(parser, name, makers.get(name, _clocked)(call, _CALLS[name], spent))
    try:
        yield
    finally:
        for name, call in originals.items():
            setattr(parser, name, call)


def _clocked(call: Callable[..., Any], stage: str, spent: defaultdict[str, float]) -> Callable[..., Any]:
    def run(*args: Any, **options: Any) -> Any:
        start = time.perf_counter()
        try:
            return call(*args, **options)
        finally:
            spent[stage] += time.perf_counter() - start

    return run


def _clocked_steps(
    call: Callable[..., Any], stage: str, spent: defaultdict[str, float]
) -> Callable[..., Any]:
    """A generator, timed: only while it makes its next value, and not while that value is used."""

    def run(*args: Any) -> Iterator[Any]:
        steps = call(*args)
        step = _clocked(lambda: next(steps, None), stage, spent)
        while (value := step()) is not None:
            yield value

    return run


def _clocked_reader(
    call: Callable[..., Any], stage: str, spent: defaultdict[str, float]
) -> Callable[..., Any]:
    """What makes a function that reads slices of a page: the function it makes is timed too."""

    def run(*args: Any) -> Callable[..., Any]:
        return _clocked(_clocked(call, stage, spent)(*args), stage, spent)

    return run
