"""The kernel takes pandas and Polars frames as they are."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
from conftest import in_order

from newsclean.engines.arrow import clean_table


def test_a_polars_frame_is_cleaned(pages: Path, expected: list[dict[str, Any]]) -> None:
    result = clean_table(pl.read_parquet(pages))
    assert in_order(result) == expected
    assert pl.DataFrame(result)["title"].null_count() < len(expected)


def test_a_pandas_frame_is_cleaned(pages: Path, expected: list[dict[str, Any]]) -> None:
    result = clean_table(pd.read_parquet(pages))
    assert in_order(result) == expected
    assert result.to_pandas()["input"].is_unique


def test_the_documents_example_prints_what_it_says() -> None:
    text = (Path(__file__).parents[2] / "docs" / "pipelines.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"<!-- engines -->\n```python\n(.*?)\n```", text, re.DOTALL)
    (page,) = re.findall(r"^page = '(.*)'$", text, re.MULTILINE)
    with redirect_stdout(io.StringIO()) as printed:
        exec(compile(code, "pipelines.md", "exec"), {"page": page})  # noqa: S102 - our own document
    assert printed.getvalue().splitlines() == re.findall(r"^print\(.*\)  # (.*)$", code, re.MULTILINE)


def test_columns_of_frames_come_out_beside_the_articles() -> None:
    rows = {"html": ["<p>x</p>"] * 2, "id": [1, 2], "title": ["a", "b"]}
    result = pl.DataFrame(clean_table(pl.DataFrame(rows)))
    assert (result["id"].to_list(), result["input_title"].to_list()) == ([1, 2], ["a", "b"])
    cleaned = clean_table(pd.DataFrame(rows), keep=["id"]).to_pandas()
    assert (cleaned["id"].tolist(), "input_title" in cleaned) == ([1, 2], False)
