"""What newsclean costs where it is not given a full page: documents, their bodies alone, and many pages in a batch."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from pages import documents, samples

__all__ = ["batches", "fragments"]

_BATCH = 2_000  # files of a run: several seconds, beside which the start of the workers is little
_SHORT = 4  # a document is a hundredth of a page, and is parsed so many times as often
_RUNS = 3  # of each way; the best counts, for a run is only ever slowed


def fragments(rounds: int) -> dict[str, list[float]]:
    """For ``parse`` of each document and ``clean_html`` of its body, the median over the rounds of its time as a ratio
    to a bare parse of the same bytes in that round."""
    from newsclean import clean_html, parse

    found: dict[str, list[float]] = {"parse": [], "clean_html": []}
    for _, data in documents():
        body = data.split(b"\n---", 1)[-1].lstrip(b"-")
        found["parse"].append(_beside(partial(parse, data), data, rounds))
        found["clean_html"].append(_beside(partial(clean_html, body.decode()), body, rounds))
    return found


def _beside(call: Callable[[], object], data: bytes, rounds: int) -> float:
    from lxml.html import document_fromstring

    bare = partial(document_fromstring, data)
    return median([_time(call) / _time(bare) for _ in range(rounds * _SHORT)])


def batches() -> dict[str, float]:
    """Rows a second of a batch with one worker as a ratio to a plain loop over the same files, and of two workers as a
    ratio to one."""
    from newsclean import parse
    from newsclean.batch import Settings, run_batch
    from newsclean.batch.progress import Watch

    with tempfile.TemporaryDirectory() as folder:
        pages = samples()
        files = [Path(folder) / f"{number:04}.html" for number in range(_BATCH)]
        for number, path in enumerate(files):
            path.write_bytes(pages[number % len(pages)].data)

        def loop() -> None:
            out = Path(folder) / "loop.jsonl"
            with out.open("w", encoding="utf-8") as rows:
                for path in files:
                    rows.write(parse(path.read_bytes()).to_json() + "\n")

        def batch(workers: int) -> Callable[[], None]:
            def run() -> None:
                out = Path(folder) / "rows.jsonl"
                settings = Settings(out=out, format="jsonl", jobs=workers, overwrite=True)
                run_batch([str(path) for path in files], settings, watch=Watch(bar=False))

            return run

        ways = {"loop": loop, "one": batch(1), "two": batch(2)}
        times = {name: min(_time(way) for _ in range(_RUNS)) for name, way in ways.items()}
    return {
        "one worker, to the loop": times["loop"] / times["one"],
        "two workers, to one": times["one"] / times["two"],
    }


def _time(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start
