"""Measures the figures in docs/scale.md: pages a second, what a second worker adds, what each engine costs.

Run it in the engines' environment, on a machine that does nothing else:

    .venv-engines/bin/python tools/scale.py [FOLDER] [COPIES]

FOLDER holds pages (*.html), without it the fixtures are taken. Each page is taken COPIES times (20). Every figure is
the best of six rounds.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from newsclean.batch import Settings, format_of, run_batch
from newsclean.engines.arrow import clean_batch

FIXTURES = Path(__file__).parent.parent / "tests" / "fixtures"
SLICE = 64  # pages that an engine hands over at once
ROUNDS = 6  # of each measurement; the best counts, since other work only ever makes one slower


def main() -> None:
    """Print a table: what, seconds, pages a second, ratio to the bare kernel on one core."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FIXTURES
    copies = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    pages = [path.read_bytes() for path in sorted(folder.rglob("*.html"))] * copies
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "pages.parquet"
        names = [str(number) for number in range(len(pages))]
        pq.write_table(
            pa.table({"input": names, "html": pa.array(pages, pa.binary())}), source, row_group_size=256
        )
        runs = {
            "kernel, one core": _kernel(source),
            "batch to .jsonl, 1 worker": _batch(source, "o.jsonl", 1),
            "batch to .parquet, 1 worker": _batch(source, "o.parquet", 1),
            "batch to .jsonl, 2 workers": _batch(source, "o.jsonl", 2),
            "batch to .parquet, 2 workers": _batch(source, "o.parquet", 2),
            "Spark, one core": _spark(source),
            "Ray Data, one core": _ray(source),
        }
        best = dict.fromkeys(runs, float("inf"))
        for _ in range(ROUNDS):  # each in turn, so that other work on the machine meets all of them
            best |= {what: min(best[what], run()) for what, run in runs.items()}
    print(f"{len(pages)} pages of {sum(map(len, pages)) / len(pages):,.0f} bytes")
    bare = best["kernel, one core"]
    for what, seconds in best.items():
        print(f"| {what} | {seconds:.2f} | {len(pages) / seconds:,.0f} | {seconds / bare:.2f} |")


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _kernel(source: Path) -> Callable[[], float]:
    def run() -> None:
        for batch in pq.ParquetFile(source).iter_batches(batch_size=SLICE):
            clean_batch(batch)

    return lambda: _timed(run)


def _batch(source: Path, name: str, jobs: int) -> Callable[[], float]:
    out = source.with_name(name)
    form = format_of(out) or "jsonl"
    settings = Settings(out=out, format=form, jobs=jobs, overwrite=True)
    return lambda: run_batch([str(source)], settings).seconds


def _spark(source: Path) -> Callable[[], float]:
    from pyspark.sql import SparkSession

    from newsclean.engines.spark import clean

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", str(SLICE))
        .getOrCreate()
    )
    frame = session.read.parquet(str(source))
    return lambda: _timed(lambda: clean(frame).write.format("noop").mode("overwrite").save())


def _ray(source: Path) -> Callable[[], float]:
    import ray

    from newsclean.engines.ray import clean

    ray.init(num_cpus=1, include_dashboard=False, log_to_driver=False, logging_level="error")
    ray.data.DataContext.get_current().enable_progress_bars = False

    def run() -> None:
        for _ in clean(ray.data.read_parquet(str(source))).iter_batches(
            batch_format="pyarrow", batch_size=None
        ):
            pass

    return lambda: _timed(run)


if __name__ == "__main__":
    main()
