"""What newsclean costs where it is not given a full page: documents, their bodies alone, and many pages in a batch."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from pages import documents, samples

__all__ = ["batches", "fragments"]

_BATCH = 2_000  # files of a run: several seconds, beside which the start of the workers is little
_SHORT = 4  # a document is a hundredth of a page, and is parsed so many times as often
_RUNS = 5  # of each way


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
    """Rows a second of a batch with one worker as a ratio to a plain loop over the same files, of two workers to one,
    and of two loops at once to one, which is as much as the machine has; and the processor time that the run's own
    process takes beside its workers, as a ratio to the loop's.

    The ways take turns, round by round, after one round that counts for nothing. Each figure is the median of the
    rounds' ratios, so that a slow moment of the machine falls on both sides of one, or on one round alone.
    """
    with tempfile.TemporaryDirectory() as folder:
        files = _files(Path(folder))
        ways = {
            "loop": partial(_loop, files),
            "loops": partial(_two_loops, files),
            "one": partial(_batch, files, 1),
            "two": partial(_batch, files, 2),
        }
        rounds = [{name: _both_times(way) for name, way in ways.items()} for _ in range(1 + _RUNS)][1:]

    def ratio(upper: str, lower: str) -> float:
        return median([times[upper][0] / times[lower][0] for times in rounds])

    return {
        "one worker, to the loop": ratio("loop", "one"),
        "two workers, to one": ratio("one", "two"),
        "two loops at once, to one": ratio("loop", "loops"),
        "processor time beside the workers": median([run["two"][1] / run["loop"][1] for run in rounds]),
    }


def _files(folder: Path) -> list[Path]:
    pages = samples()
    files = [folder / f"{number:04}.html" for number in range(_BATCH)]
    for number, path in enumerate(files):
        path.write_bytes(pages[number % len(pages)].data)
    return files


def _loop(files: list[Path]) -> None:
    from newsclean import parse

    with files[0].with_suffix(".jsonl").open("w", encoding="utf-8") as rows:
        for path in files:
            rows.write(parse(path.read_bytes()).to_json() + "\n")


def _two_loops(files: list[Path]) -> None:
    forking = get_context("fork")
    halves = [forking.Process(target=_loop, args=(half,)) for half in (files[::2], files[1::2])]
    for half in halves:
        half.start()
    for half in halves:
        half.join()


def _batch(files: list[Path], workers: int) -> None:
    from newsclean.batch import Settings, run_batch
    from newsclean.batch.progress import Watch

    out = files[0].with_name("rows.jsonl")
    settings = Settings(out=out, format="jsonl", jobs=workers, overwrite=True)
    run_batch([str(path) for path in files], settings, watch=Watch(bar=False))


def _both_times(call: Callable[[], None]) -> tuple[float, float]:
    """Seconds of a call by the clock, and of the processor in this process."""
    processor = time.process_time()
    return _time(call), time.process_time() - processor


def _time(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start
