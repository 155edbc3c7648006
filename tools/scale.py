"""Measures what docs/scale.md says: pages a second, the second worker's worth, each engine's overhead.

Run it with the engines' environment, on a machine that does nothing else:

    .venv-engines/bin/python tools/scale.py [FOLDER] [ROUNDS]

FOLDER holds pages (*.html); without it the project's fixtures are taken. Every figure is the best of three.
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

from newsclean.arrow import clean_batch
from newsclean.batch import Settings, format_of, run_batch

FIXTURES = Path(__file__).parent.parent / "tests" / "fixtures"
SLICE = 64


def main() -> None:
    """Print a table: what, seconds, pages a second, ratio to the bare kernel on one core."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FIXTURES
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    pages = [path.read_bytes() for path in sorted(folder.rglob("*.html"))] * rounds
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "pages.parquet"
        names = [str(number) for number in range(len(pages))]
        pq.write_table(
            pa.table({"input": names, "html": pa.array(pages, pa.binary())}), source, row_group_size=256
        )
        print(f"{len(pages)} pages of {sum(map(len, pages)) / len(pages):,.0f} bytes")
        bare = _row("kernel, one core", len(pages), _kernel(source))
        for jobs in (1, 2):
            for name in ("o.jsonl", "o.parquet"):
                _row(f"batch {name[1:]}, {jobs} workers", len(pages), _batch(source, name, jobs), bare)
        _row("Spark, one core", len(pages), _spark(source), bare)
        _row("Ray Data, one core", len(pages), _ray(source), bare)


def _row(what: str, pages: int, run: Callable[[], float], bare: float | None = None) -> float:
    seconds = min(run() for _ in range(3))
    ratio = f"{seconds / bare:.2f}" if bare else "1"
    print(f"| {what} | {seconds:.2f} | {pages / seconds:,.0f} | {ratio} |", flush=True)
    return seconds


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

    from newsclean.spark import clean

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

    from newsclean.ray import clean

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
