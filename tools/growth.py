"""Measures how cost grows with a page, for each kind of shape: twice the page should cost twice as much.

    python tools/growth.py [WORD ...]

Each shape of :mod:`growth_shapes` is built four times, twice as long each time, and read: in a layout, without one, and
as a fragment; and its article is written in every form. What is printed is the seconds of CPU time of the longest, and
how many times more it took than that of half its length. Where this is more than 2.3, it is measured again, and the
best counts; the command fails where it stays so. Growth is not judged (nan) where the longest page has another body
than the one before: some searches end at so many elements. With WORDs, only shapes are measured whose names hold one.
"""

from __future__ import annotations

import contextlib
import gc
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from growth_shapes import BODIES, PAGES, in_layout, without_layout
from newsclean import NewscleanError, clean_html, parse
from newsclean.article import Article

Input = TypeVar("Input")
MOST = 2.3
"""Times as much per doubling; what is linear takes 2, and a sort a little more."""
LONGEST = 640_000  # bytes of the longest page of a shape, about
LEAST = 0.004  # seconds; what takes less is not measured well enough to tell how it grows
TRIES = 3  # of a measurement that grows too fast
WRITERS: dict[str, Callable[[Article], object]] = {
    "text": lambda article: article.to_text(captions=True),
    "Markdown": lambda article: article.markdown,
    "HTML": lambda article: article.html,
    "JSON": lambda article: article.to_json(),
    "front matter": lambda article: article.to_front_matter(),
}


def main(words: list[str]) -> int:
    """Print a row a shape and a way to read it; the number of those that grow too fast is the exit code, at most 99."""
    failures = 0
    for name, build in _jobs():
        if words and not any(word in name for word in words):
            continue
        for what, seconds, growth, note in _measured(build):
            fast = growth > MOST
            failures += fast
            print(f"{'!' if fast else ' '} {growth:5.2f} {seconds:8.3f} s  {name}: {what}{note}", flush=True)
    print(f"{failures} grow by more than {MOST} a doubling")
    return min(failures, 99)


def _jobs() -> Iterator[tuple[str, Callable[[int], str]]]:
    yield from PAGES.items()
    for name, body in BODIES.items():
        yield f"{name}, layout", lambda n, body=body: in_layout(body(n))  # type: ignore[misc]
        yield f"{name}, no layout", lambda n, body=body: without_layout(body(n))  # type: ignore[misc]
        yield f"{name}, fragment", body


def _measured(build: Callable[[int], str]) -> Iterator[tuple[str, float, float, str]]:
    """What was done, its seconds for the longest page, its growth at the last doubling, and how it ended."""
    each = max(1, (len(build(108).encode()) - len(build(8).encode())) // 100)
    count = max(8, LONGEST // each // 8)
    is_page = build(1).startswith(("<html", "---"))
    read: Callable[[bytes], object] = _parsed if is_page else lambda page: clean_html(page.decode())
    pages = [build(count * times).encode() for times in (1, 2, 4, 8)]
    seconds, growth = _growth(read, pages)
    answers = [_parsed(page) if is_page else None for page in pages]
    last, articles = answers[-1], [answer for answer in answers if isinstance(answer, Article)]
    note = f" ({last.kind})" if isinstance(last, NewscleanError) else ""
    alike = len(articles) == len(pages) and len(articles[-1].text) <= MOST * max(len(articles[-2].text), 1)
    if articles and not note and not alike:
        growth, note = float("nan"), " (another body than that of half the length)"
    yield "parse" if is_page else "clean_html", seconds, growth, note
    if alike:
        for form, write in WRITERS.items():
            seconds, growth = _growth(write, articles)
            if seconds >= LEAST:
                yield form, seconds, growth, ""


def _growth(work: Callable[[Input], object], inputs: Sequence[Input]) -> tuple[float, float]:
    best = float("inf")
    costs = [float("inf")] * len(inputs)
    for _ in range(TRIES):
        for at, given in enumerate(inputs):
            costs[at] = min(costs[at], _seconds(work, given))
        if costs[-1] < LEAST:
            return costs[-1], 0.0
        best = max(costs[-1] / costs[-2], (costs[-1] / costs[0]) ** (1 / (len(inputs) - 1)))
        if best <= MOST:
            break
    return costs[-1], best


def _seconds(work: Callable[[Input], object], given: Input) -> float:
    """The CPU time of one call, without the garbage collector: its full collections come in steps, when so many
    objects are alive, and a doubling that holds one more of them looks worse than it is."""
    gc.collect()
    gc.disable()
    started = time.process_time()
    try:
        with contextlib.suppress(NewscleanError):
            work(given)
        return time.process_time() - started
    finally:
        gc.enable()


def _parsed(page: bytes) -> Article | NewscleanError:
    try:
        return parse(page)
    except NewscleanError as error:
        return error


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
