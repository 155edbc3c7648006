"""Inputs with a record in each row: Parquet files, read a few rows at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any

from newsclean.batch.lines import record_of_row
from newsclean.batch.optional import need
from newsclean.batch.records import Record

__all__ = ["STREAMED", "read_parquet"]

ROWS_AT_ONCE = 64
"""Rows decoded together: at 200 kB a page, 13 MB."""
STREAMED = {"pre_buffer": False, "buffer_size": 1 << 20}
"""How a file of any size is opened: read a megabyte at a time. pyarrow's own way is to fetch row groups ahead and
to keep what it fetched until the file is closed, so that at the end of a file it would hold the file."""


def read_parquet(path: str) -> Iterator[Record]:
    """The rows of a Parquet file with columns ``html`` (string or binary) and ``url``, named ``file#row``
    (rows count from 0) unless a column ``input`` names them."""
    parquet = need("pyarrow.parquet", "arrow")
    arrow_error: type[Exception] = need("pyarrow", "arrow").ArrowException
    try:
        with parquet.ParquetFile(path, **STREAMED) as file:
            size = os.path.getsize(path) // max(file.metadata.num_rows, 1)
            number = 0
            for batch in file.iter_batches(batch_size=ROWS_AT_ONCE, use_threads=False):
                for row in _rows(batch):
                    yield record_of_row(row, f"{path}#{number}", size)
                    number += 1
    except arrow_error as error:
        yield Record(input=path, error=("file", f"not readable as Parquet: {error}"))


def _rows(batch: Any) -> Sequence[dict[str, Any]]:
    try:
        rows: list[dict[str, Any]] = batch.to_pylist()
        return rows
    except UnicodeDecodeError:  # strings that are none: nothing checks them when they are written
        names = batch.schema.names
        return [
            {name: _value(batch.column(name)[at], name) for name in names} for at in range(batch.num_rows)
        ]


def _value(cell: Any, name: str) -> Any:
    try:
        return cell.as_py()
    except UnicodeDecodeError:
        data: bytes = cell.as_buffer().to_pybytes()
        return data if name == "html" else data.decode("utf-8", "backslashreplace")
