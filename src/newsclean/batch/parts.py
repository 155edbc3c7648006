"""How rows become files: JSON lines (plain, gzip, zstd) and Parquet. A format writes a part of the rows at a time, and
joins parts to one file without holding more than a few rows of them in memory.
"""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from newsclean.batch.csv_rows import HEADER
from newsclean.batch.durable import same_bytes
from newsclean.batch.optional import need
from newsclean.batch.records import Packed
from newsclean.batch.tables import STREAMED
from newsclean.blocks import Value

__all__ = ["PartFormat", "documents_format", "part_format"]

PART_GROUP = 8 << 20
"""Bytes of rows that make a row group of a part: what is held as Arrow data beside the rows themselves."""
ROW_GROUP = 32 << 20
"""Bytes of Arrow data that make a row group of the joined file, so that joining holds no more than that. Not
less, because the writer holds 90 kB about each group until the file is whole."""
SLICE = 256
"""Rows of a part that are read at a time."""


class PartFormat(Value):
    """Writes encoded rows as one part, and joins parts to one file of the same format."""

    write: Callable[[Path, Sequence[Packed]], None]
    join: Callable[[Sequence[Path], Path], None]


def _write_plain(path: Path, rows: Sequence[Packed]) -> None:
    with open(path, "wb") as stream:
        _pour(rows, stream)


def _write_gzip(path: Path, rows: Sequence[Packed]) -> None:
    with open(path, "wb") as file, gzip.GzipFile("", "wb", 6, file, mtime=0) as stream:
        _pour(rows, stream)


def _write_zstd(path: Path, rows: Sequence[Packed]) -> None:
    packer = need("zstandard", "zstd").ZstdCompressor(level=6)
    with open(path, "wb") as file, packer.stream_writer(file) as stream:
        _pour(rows, stream)


def _pour(rows: Sequence[Packed], stream: Any) -> None:
    """One by one: joined, they would be in memory twice."""
    for row in rows:
        stream.write(row.data)


def _append(parts: Sequence[Path], out: Path) -> None:
    """gzip members and zstd frames one after another are one file to every reader of the format."""
    if len(parts) == 1:
        same_bytes(parts[0], out)
        return
    with open(out, "wb") as whole:
        for part in parts:
            with open(part, "rb") as stream:
                shutil.copyfileobj(stream, whole, 1 << 20)


def _join_csv(parts: Sequence[Path], out: Path) -> None:
    """The parts below the names of the columns. A part may be all that an earlier run has finished, names and all."""
    with open(out, "wb") as whole:
        whole.write(HEADER)
        for part in parts:
            with open(part, "rb") as stream:
                if stream.read(len(HEADER)) != HEADER:
                    stream.seek(0)
                shutil.copyfileobj(stream, whole, 1 << 20)


def _write_documents(path: Path, rows: Sequence[Packed], between: bytes) -> None:
    with open(path, "wb") as stream:
        for at, row in enumerate(rows):
            stream.write(between + row.data if at else row.data)


def _join_documents(parts: Sequence[Path], out: Path, between: bytes) -> None:
    with open(out, "wb") as whole:
        for at, part in enumerate(parts):
            whole.write(between if at else b"")
            with open(part, "rb") as stream:
                shutil.copyfileobj(stream, whole, 1 << 20)


def documents_format(between: str) -> PartFormat:
    """How documents become one file: with that between two of them."""
    apart = between.encode()
    return PartFormat(partial(_write_documents, between=apart), partial(_join_documents, between=apart))


def _write_parquet(path: Path, rows: Sequence[Packed], rules: str) -> None:
    from newsclean.batch.arrow_schema import made_by, schema_of, table_of

    groups = 1 + sum(row.weight for row in rows) // PART_GROUP
    step = -(-len(rows) // groups)
    schema = made_by(rules, schema_of(rows))
    with need("pyarrow.parquet", "arrow").ParquetWriter(path, schema, compression="zstd") as writer:
        for at in range(0, len(rows), step):
            writer.write_table(table_of(rows[at : at + step], schema))
    _give_back()


def _join_parquet(parts: Sequence[Path], out: Path, rules: str) -> None:
    from newsclean.batch.arrow_schema import fitted, made_by, united

    parquet, pa = need("pyarrow.parquet", "arrow"), need("pyarrow", "arrow")
    schema = made_by(rules, united([parquet.read_schema(part) for part in parts]))
    with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        held: list[Any] = []
        size = 0
        for batch in _batches(parts):
            held.append(fitted(batch, schema))
            size += batch.nbytes
            if size >= ROW_GROUP:
                writer.write_table(pa.Table.from_batches(held, schema))
                held, size = [], 0
                _give_back()
        if held:
            writer.write_table(pa.Table.from_batches(held, schema))


def _batches(parts: Sequence[Path]) -> Iterator[Any]:
    """The rows of the parts, a few at a time. A part may be all that an earlier run has finished."""
    parquet = need("pyarrow.parquet", "arrow")
    for part in parts:
        with parquet.ParquetFile(part, **STREAMED) as rows:
            yield from rows.iter_batches(batch_size=SLICE, use_threads=False)


def _give_back() -> None:
    """Arrow's allocator keeps what is freed, thread by thread; the next group comes seconds later, if at all."""
    need("pyarrow", "arrow").default_memory_pool().release_unused()


_LINES = {
    ".jsonl": PartFormat(_write_plain, _append),
    ".ndjson": PartFormat(_write_plain, _append),
    ".json": PartFormat(_write_plain, _append),
    ".csv": PartFormat(_write_plain, _join_csv),
    ".jsonl.gz": PartFormat(_write_gzip, _append),
    ".jsonl.zst": PartFormat(_write_zstd, _append),
}


def part_format(suffix: str, rules: str = "") -> PartFormat:
    """How rows become files of this suffix; ``rules`` is the version of the rules that Parquet's metadata name."""
    if suffix == ".parquet":
        return PartFormat(partial(_write_parquet, rules=rules), partial(_join_parquet, rules=rules))
    return _LINES[suffix]
