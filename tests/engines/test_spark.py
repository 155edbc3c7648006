"""Spark gives what the batch command gives, also when a worker is killed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import in_order
from killing import one_killed
from pyspark.sql import SparkSession

from newsclean.engines.spark import clean


@pytest.fixture(scope="module")
def session() -> Iterator[SparkSession]:
    """A cluster of this machine: two workers, a failed task tried again."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[2,4]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "256")
        .config("spark.sql.session.timeZone", "Asia/Shanghai")
        .getOrCreate()
    )
    yield session
    session.stop()


def test_the_rows_are_those_of_the_batch_command(
    session: SparkSession, pages: Path, expected: list[dict[str, Any]]
) -> None:
    result = clean(session.read.parquet(str(pages)).repartition(4)).toArrow()
    assert in_order(result) == expected


def test_a_worker_killed_in_the_middle_changes_nothing(
    session: SparkSession, pages: Path, expected: list[dict[str, Any]]
) -> None:
    frame = session.read.parquet(str(pages)).repartition(2)
    with one_killed(lambda mine, parents: "pyspark.daemon" in mine and "pyspark.daemon" in parents) as killed:
        result = clean(frame).toArrow()
    assert len(killed) == 1
    assert in_order(result) == expected


def test_other_columns_come_out_beside_the_articles(session: SparkSession) -> None:
    frame = session.createDataFrame(
        [("<p>x</p>", 7, "旧", ["a"])], "html string, id long, title string, `a.b` array<string>"
    )
    (row,) = clean(frame).collect()
    assert (row["id"], row["input_title"], row["a.b"]) == (7, "旧", ["a"])
    kept = clean(frame, keep=["id"])
    assert "input_title" not in kept.columns
    with pytest.raises(KeyError, match="no column html"):
        clean(frame.select("id"))
