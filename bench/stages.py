"""Where newsclean's own time goes on a page: the parser's calls, each with a clock around it.

Here lives the putting on and taking off of the clocks. Here never lives a second parser.
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

# What the parser calls by name, and the stage it counts for.
_CALLS = {
    "cuts": "window",
    "declared": "decode",
    "decode_slice": "decode",
    "decode": "decode",
    "tree_of": "parse",
    "view_of": "locate",
    "locate": "locate",
    "is_own": "locate",
    "is_closed": "locate",
    "refuse_page": "locate",
    "clean": "clean",
    "article_of": "metadata",
}
_STAGES = ("window", "decode", "parse", "locate", "clean", "metadata", "render", "rest")


def stages(pages: list[Sample], rounds: int) -> dict[str, dict[str, str]]:
    """For each page, each stage's median in microseconds, and the sum."""
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
    for name, call in originals.items():
        make = _clocked_steps if name == "cuts" else _clocked
        setattr(parser, name, make(call, _CALLS[name], spent))
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
    """The same for a generator: what is spent between its values is not its own."""

    def run(*args: Any) -> Iterator[Any]:
        steps = call(*args)
        step = _clocked(lambda: next(steps, None), stage, spent)
        while (value := step()) is not None:
            yield value

    return run
