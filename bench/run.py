"""``make bench``: every contender on every page, in one process, in turns; each cost is a ratio to a bare parse.

Ratios of calls that follow each other closely are steadier than times. Each call's time includes one large
allocation, which makes the allocator put the memory in order that the call freed; else the next contender would
pay for it.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from statistics import mean, median

from build import build
from contenders import BARE, SLOW, Extract, installed
from others import batches, fragments
from pages import Sample, f1, samples
from stages import stages

_QUICK = 3  # rounds of a quick run, which ends within two minutes
_SETTLING = 1 << 17  # bytes; above this size the allocator first joins the pieces that were freed


def timed(extract: Extract, data: bytes) -> float:
    """Seconds of one call."""
    start = time.perf_counter()
    extract(data)
    bytes(_SETTLING)
    return time.perf_counter() - start


def measure(contenders: dict[str, Extract], pages: list[Sample], rounds: int) -> dict[tuple[str, str], float]:
    """For each contender and page, the median over the rounds of its time, as a ratio to the bare parse of that page
    in that round. The order of contenders changes with each round."""
    ratios: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    order = list(contenders)
    for turn in range(rounds):
        for page in pages:
            turned = order[turn % len(order) :] + order[: turn % len(order)]
            times = {name: timed(contenders[name], page.data) for name in turned}
            for name, seconds in times.items():
                ratios[name, page.name].append(seconds / times[BARE])
    return {key: median(found) for key, found in ratios.items()}


def table(head: list[str], rows: list[list[str]]) -> str:
    """Rows as a Markdown table, padded so that it can be read on a terminal too."""
    widths = [max(len(row[at]) for row in [head, *rows]) for at in range(len(head))]
    lines = [head, ["-" * width for width in widths], *rows]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |"
        for line in lines
    )


def scores(extract: Extract, pages: list[Sample]) -> float | None:
    """The mean F1 of the bodies; None for a contender that only parses."""
    texts = [extract(page.data) for page in pages]
    return mean(f1(page, text) for page, text in zip(pages, texts, strict=True)) if any(texts) else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="rounds over all pages (15)")
    parser.add_argument(
        "--quick", action="store_true", help="few rounds, without the slow contenders and the batch"
    )
    parser.add_argument("--stages", action="store_true", help="where newsclean's own time goes")
    parser.add_argument("--only", nargs="*", help="names of contenders, beside the bare parse")
    options = parser.parse_args()
    pages = samples()
    print(build(), end="\n\n")
    if options.stages:
        found = stages(pages, options.rounds)
        head = ["page", *next(iter(found.values()))]
        print(table(head, [[name, *row.values()] for name, row in found.items()]))
        return
    rounds = _QUICK if options.quick else options.rounds
    contenders, missing = installed()
    chosen = set(options.only) if options.only else set(contenders) - (SLOW if options.quick else frozenset())
    contenders = {name: call for name, call in contenders.items() if name == BARE or name in chosen}
    compare(contenders, pages, rounds)
    if missing:
        print("\nnot installed:", ", ".join(missing))
    print("\nDocuments, as ratios to a bare parse of the same bytes:\n")
    print(table(["through", "median", "least", "most"], _ratios(fragments(rounds))))
    if not options.quick:
        print("\nA batch over files, beside a plain loop over the same:\n")
        print(table(["run", "rate"], [[name, f"{rate:.2f}"] for name, rate in batches().items()]))


def compare(contenders: dict[str, Extract], pages: list[Sample], rounds: int) -> None:
    """Print what each contender costs and finds, and newsclean's cost page by page."""
    # these are also the first calls, which are slower and are not timed
    body = {name: scores(call, pages) for name, call in contenders.items()}
    ratios = measure(contenders, pages, rounds)
    rows = []
    for name in contenders:
        costs = [ratios[name, page.name] for page in pages]
        share = f"{body[name]:.3f}" if body[name] is not None else "–"
        rows.append([*_ratios({name: costs})[0], share])
    print(table(["contender", "median", "least", "most", "body F1"], rows), end="\n\n")
    if "newsclean" in contenders:
        own = [[page.name, f"{len(page.data):,}", f"{ratios['newsclean', page.name]:.2f}"] for page in pages]
        print(table(["page", "bytes", "newsclean"], own))


def _ratios(costs: dict[str, list[float]]) -> list[list[str]]:
    return [
        [name, f"{median(found):.2f}", f"{min(found):.2f}", f"{max(found):.2f}"]
        for name, found in costs.items()
    ]


if __name__ == "__main__":
    main()
