"""What a run holds in memory does not grow with its pages: rows wait no longer than a commit, parts are joined
a few rows at a time."""

from __future__ import annotations

import gc
import itertools
import tracemalloc
from pathlib import Path

import pyarrow.parquet
import pytest
from runs import run

from newsclean.batch import parts

PAGE = '<h1 class="main-title">第{0}座桥</h1><div id="article"><p>　　第{0}座桥今天通车，两岸的人都来看。</p></div>'


def source(folder: Path, count: int) -> Path:
    """A Parquet file of so many small pages."""
    path = folder / f"pages-{count}.parquet"
    rows = {"input": [f"bridge {n}" for n in range(count)], "html": [PAGE.format(n) for n in range(count)]}
    pyarrow.parquet.write_table(pyarrow.table(rows), path, row_group_size=100)
    return path


def test_parts_are_joined_in_small_row_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "ROW_GROUP", 20_000)
    monkeypatch.setattr(parts, "SLICE", 10)
    out = tmp_path / "o.parquet"
    run([source(tmp_path, 300)], out, parser="newsclean.pipeline:parse", commit_rows=150, ordered=True)
    found = pyarrow.parquet.ParquetFile(out)
    groups = [found.metadata.row_group(number).num_rows for number in range(found.num_row_groups)]
    assert sum(groups) == 300
    assert max(groups) < 100
    assert found.read(columns=["input"])["input"].to_pylist() == [f"bridge {n}" for n in range(300)]


@pytest.mark.parametrize("name", ["o.jsonl", "o.parquet"])
def test_three_times_the_pages_need_no_more_memory(name: str, tmp_path: Path) -> None:
    runs = itertools.count()

    def peak(count: int) -> int:
        pages = source(tmp_path, count)
        gc.collect()
        tracemalloc.start()
        try:
            out = tmp_path / f"{next(runs)}-{name}"
            run([pages], out, parser="newsclean.pipeline:parse", commit_rows=100)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(100)  # loads what is loaded once
    assert peak(7_200) < 1.25 * peak(2_400)  # enough to fill the interpreter's lists of freed tuples
