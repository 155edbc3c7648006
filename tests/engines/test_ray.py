"""Ray Data gives what the batch command gives, also when a worker is killed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
import ray
from conftest import in_order
from killing import one_killed

from newsclean.engines.ray import clean

pytestmark = pytest.mark.filterwarnings("default")  # Ray warns of its own deprecated settings and open files


@pytest.fixture(scope="module", autouse=True)
def _cluster() -> Iterator[None]:
    """A cluster of this machine, with two workers."""
    ray.init(num_cpus=2, include_dashboard=False, object_store_memory=300_000_000)
    yield
    ray.shutdown()


def _cleaned(pages: Path) -> pa.Table:
    dataset = clean(ray.data.read_parquet(str(pages), override_num_blocks=4))
    return pa.concat_tables(ray.get(dataset.to_arrow_refs()))


def test_the_rows_are_those_of_the_batch_command(pages: Path, expected: list[dict[str, Any]]) -> None:
    assert in_order(_cleaned(pages)) == expected


def test_a_worker_killed_in_the_middle_changes_nothing(pages: Path, expected: list[dict[str, Any]]) -> None:
    with one_killed(lambda mine, parents: mine.startswith("ray::") and "clean_table" in mine) as killed:
        result = _cleaned(pages)
    assert len(killed) == 1
    assert in_order(result) == expected


def test_other_columns_come_out_beside_the_articles() -> None:
    rows = clean(ray.data.from_items([{"html": "<p>x</p>", "id": 7, "title": "旧"}])).take_all()
    assert [(row["id"], row["input_title"]) for row in rows] == [(7, "旧")]
