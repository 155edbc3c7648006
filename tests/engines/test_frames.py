"""The kernel takes pandas and Polars frames as they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
from conftest import in_order

from newsclean.arrow import clean_table


def test_a_polars_frame_is_cleaned(pages: Path, expected: list[dict[str, Any]]) -> None:
    result = clean_table(pl.read_parquet(pages))
    assert in_order(result) == expected
    assert pl.DataFrame(result)["title"].null_count() < len(expected)


def test_a_pandas_frame_is_cleaned(pages: Path, expected: list[dict[str, Any]]) -> None:
    result = clean_table(pd.read_parquet(pages))
    assert in_order(result) == expected
    assert result.to_pandas()["input"].is_unique
