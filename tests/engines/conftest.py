"""What the tests of all engines share: 2,000 pages, and the batch command's result for them, which every engine has to
match.

These tests need an environment of their own (``make test-engines``), and are not collected elsewhere.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

HERE = Path(__file__).parent
FIXTURES = HERE.parent / "fixtures"
PAGES = 2000

collect_ignore_glob = [] if find_spec("pyspark") else ["test_*.py"]


def _pages() -> Iterator[dict[str, Any]]:
    """The project's fixtures over and over, each time under another name."""
    folders = sorted(path.parent for path in FIXTURES.glob("*/page.html"))
    for number in range(PAGES):
        folder = folders[number % len(folders)]
        about = json.loads((folder / "page.json").read_text(encoding="utf-8"))
        yield {
            "input": f"{number:04d} {folder.name}",
            "html": (folder / "page.html").read_bytes(),
            "url": about.get("url"),
            "content_type": about.get("content_type"),
        }


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Parquet file of the pages."""
    path = tmp_path_factory.mktemp("pages") / "pages.parquet"
    schema = pa.schema({"input": "string", "html": "binary", "url": "string", "content_type": "string"})
    pq.write_table(pa.Table.from_pylist(list(_pages()), schema=schema), path, row_group_size=200)
    return path


@pytest.fixture(scope="session")
def expected(pages: Path) -> list[dict[str, Any]]:
    """The rows the batch command makes of the pages, by name."""
    from newsclean.batch import Settings, run_batch

    out = pages.with_name("expected.parquet")
    summary = run_batch([str(pages)], Settings(out=out, format="parquet", jobs=2))
    assert summary.pages == PAGES
    assert summary.articles > PAGES / 2
    assert summary.failures > 0
    return in_order(pq.read_table(out).drop_columns(["duplicate_of"]))


def in_order(table: pa.Table) -> list[dict[str, Any]]:
    """The rows of a result, by name."""
    rows: list[dict[str, Any]] = table.to_pylist()
    return sorted(rows, key=lambda row: str(row["input"]))


sys.path.insert(0, str(HERE))  # for the tests' helper module, in worker processes too
