"""What a run holds in memory does not grow with its pages: what was read is let go, rows wait no longer than a
commit, parts are joined a few rows at a time.

Bytes that Python and Arrow hold are counted; what an allocator keeps for later is not among them.
"""

from __future__ import annotations

import gc
import multiprocessing
import random
import tracemalloc
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pyarrow.compute  # loaded by the first part that ends inside a chunk, whenever that is: 2 MB
import pyarrow.parquet
import pytest
from runs import run

from newsclean.batch import parts
from newsclean.batch.committer import Keeper
from newsclean.batch.tables import read_parquet

PAGE = (
    '<h1 class="main-title">第{0}座桥</h1><div id="article"><p>　　第{0}座桥今天通车，两岸的人都来看。</p></div>'
    "<!--{1}-->"
)


def source(folder: Path, count: int) -> Path:
    """A Parquet file of so many small pages, no two alike: what is read of them cannot be packed away."""
    path = folder / f"pages-{count}.parquet"
    noise = random.Random(count)  # noqa: S311 - the same pages each time, not a secret
    pages = [PAGE.format(number, noise.randbytes(1000).hex()) for number in range(count)]
    rows = {"input": [f"bridge {number}" for number in range(count)], "html": pages}
    pyarrow.parquet.write_table(pyarrow.table(rows), path, row_group_size=100)
    return path


def test_parts_are_joined_in_small_row_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "ROW_GROUP", 20_000)
    monkeypatch.setattr(parts, "SLICE", 10)
    out = tmp_path / "o.parquet"
    run([source(tmp_path, 300)], out, parser="newsclean.parser:parse", commit_rows=150, ordered=True)
    found = pyarrow.parquet.ParquetFile(out)
    groups = [found.metadata.row_group(number).num_rows for number in range(found.num_row_groups)]
    assert sum(groups) == 300
    assert max(groups) < 100
    assert found.read(columns=["input"])["input"].to_pylist() == [f"bridge {n}" for n in range(300)]


def test_a_part_is_written_in_small_row_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "PART_GROUP", 20_000)
    out = tmp_path / "folder"
    run([source(tmp_path, 300)], out, format="parquet", parser="newsclean.parser:parse", ordered=True)
    (part,) = out.glob("*.parquet")
    found = pyarrow.parquet.ParquetFile(part)
    groups = [found.metadata.row_group(number).num_rows for number in range(found.num_row_groups)]
    assert sum(groups) == 300
    assert max(groups) < 100
    assert found.read(columns=["input"])["input"].to_pylist() == [f"bridge {n}" for n in range(300)]


@pytest.mark.parametrize(
    "read",
    [
        pytest.param(lambda path: read_parquet(str(path)), id="input"),
        pytest.param(lambda path: parts._batches([path]), id="part"),
    ],
)
def test_what_was_read_of_a_parquet_file_is_let_go(
    read: Callable[[Path], Iterator[Any]], tmp_path: Path
) -> None:
    def peak(count: int) -> int:
        path = source(tmp_path, count)
        before: int = pyarrow.total_allocated_bytes()
        most: int = max(pyarrow.total_allocated_bytes() for _ in read(path))
        return most - before

    assert peak(6_000) < 1.25 * peak(2_000)


def peaks(pages: Path, out: Path) -> tuple[int, int]:
    """The most bytes that Python's objects had during a run, and Arrow's between two events of its loop."""
    arrow = 0

    def look(keeper: Keeper) -> None:
        nonlocal arrow  # the most alone: a list of all would grow with the pages itself
        arrow = max(arrow, pyarrow.total_allocated_bytes())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Keeper, "tick", look)
        gc.collect()
        tracemalloc.start()
        run([pages], out, parser="newsclean.parser:parse", commit_rows=100, chunk_pages=4)
        python = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return python, arrow


@pytest.mark.parametrize("name", ["o.jsonl", "o.parquet"])
def test_three_times_the_pages_need_no_more_memory(name: str, tmp_path: Path) -> None:
    counts = (
        100,
        2_400,
        7_200,
    )  # to load what is loaded once; to fill the interpreter's lists of freed tuples
    sources = [source(tmp_path, count) for count in counts]
    outs = [tmp_path / f"{count}-{name}" for count in counts]
    fresh = multiprocessing.get_context("spawn")  # what other tests left behind grows when it will
    with ProcessPoolExecutor(1, fresh) as alone:
        _, fewer, more = alone.map(peaks, sources, outs)
    assert more[0] < 1.25 * fewer[0]
    assert more[1] < 2 * fewer[1]  # two threads take turns as they come
