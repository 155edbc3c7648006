"""The batch command's rows in Arrow's types: the kernel's schema, and one column for copies.

Here lives the passage of a row through a pipe: a worker packs it, the writer of a part unpacks it. Here never
lives a file.
"""

from __future__ import annotations

import pyarrow as pa

from newsclean.arrow import SCHEMA, shaped
from newsclean.batch.rows import Row

__all__ = ["ROW_SCHEMA", "batch_of", "one_row"]

ROW_SCHEMA: pa.Schema = SCHEMA.append(pa.field("duplicate_of", pa.string()))
"""The kernel's :data:`~newsclean.arrow.SCHEMA`, and ``duplicate_of``: the input this row is a copy of."""


def one_row(row: Row) -> bytes:
    """The row as an Arrow message without its schema."""
    return pa.RecordBatch.from_pylist([shaped(row)], schema=ROW_SCHEMA).serialize().to_pybytes()  # type: ignore[no-any-return]


def batch_of(message: bytes) -> pa.RecordBatch:
    """The batch of one row that :func:`one_row` packed."""
    return pa.ipc.read_record_batch(pa.py_buffer(message), ROW_SCHEMA)
