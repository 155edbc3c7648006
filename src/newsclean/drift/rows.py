"""The rows of a batch's output, read one after another: Parquet, JSON lines and SQLite. Of each row only what a
report asks is read, so that a file of any size takes a few megabytes.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from msgspec import DecodeError, ValidationError, convert, json

from newsclean.batch.lines import opened_lines
from newsclean.batch.optional import MissingExtra, need
from newsclean.batch.tables import STREAMED
from newsclean.drift.database import rows_of_database
from newsclean.drift.row import Row
from newsclean.errors import InputError, masked
from newsclean.render.naming import suffix_of

__all__ = ["rows_in", "rows_of"]

_ROWS_AT_ONCE = 1_024
_LONGEST = 256 << 20  # characters of a line; a row is a page of 30 MB with its blocks, text and HTML at most
_SQLITE = (".sqlite", ".sqlite3", ".db")
_LINES = (".jsonl", ".ndjson", ".json", ".jsonl.gz", ".jsonl.zst")


# Of these columns of a Parquet file one leaf alone is read.
_LEAVES = {"removals": ".rule", "images": ".src"}


def rows_in(output: str | os.PathLike[str] | Iterable[Row]) -> Iterable[Row]:
    """The rows of an output, or those that are given themselves. Raises as :func:`rows_of`."""
    return rows_of(output) if isinstance(output, (str, os.PathLike)) else output


def rows_of(path: str | os.PathLike[str]) -> Iterator[Row]:
    """The rows of an output of ``newsclean batch``: a file, a folder of Parquet files, or a table in a
    database, by its address (``postgresql://db.example/news#articles``).

    Raises InputError ("file") for a file that can't be read, is broken, or holds no such rows; MissingExtra where a
    package is not installed.
    """
    if "://" in str(path):
        yield from rows_of_database(str(path))
        return
    path = Path(path)
    if path.is_dir():
        yield from _folder(path)
        return
    if not path.exists():
        raise InputError("file", "there is no such file", url=str(path))
    suffix = suffix_of(path) or ""
    number = 0
    for row in _read(path, suffix):
        number += 1
        if row.layout is None and row.error is None and row.duplicate_of is None:
            raise _wrong(
                path, f"row {number:,} is none of newsclean's: it is neither an article nor an error"
            )
        if row.confidence is not None and not 0 <= row.confidence <= 1:
            raise _wrong(path, f"row {number:,} is none of newsclean's: its confidence is {row.confidence}")
        yield _without_passwords(row)
    if not number:
        raise _wrong(path, "it holds no rows")


def _without_passwords(row: Row) -> Row:
    """The row, without passwords in its addresses: a batch writes none, but earlier versions and others did."""
    if "@" not in f"{row.input}{row.url}{row.duplicate_of}":
        return row
    names = {name: getattr(row, name) for name in ("input", "url", "duplicate_of")}
    return row.__replace__(**{name: value and masked(value) for name, value in names.items()})


def _folder(folder: Path) -> Iterator[Row]:
    files = sorted(file for file in folder.rglob("*.parquet") if ".newsclean" not in file.parts)
    if not files:
        raise _wrong(folder, "there is no Parquet file in this folder")
    for file in files:
        yield from rows_of(file)


def _read(path: Path, suffix: str) -> Iterator[Row]:
    if suffix == ".parquet":
        return _parquet(path)
    if suffix in _SQLITE:
        return _sqlite(path)
    if suffix in _LINES:
        return _lines(path)
    raise _wrong(
        path, "its rows can't be reported on: give .parquet, .jsonl, .jsonl.gz, .jsonl.zst or .sqlite"
    )


def _wrong(path: Path, why: str) -> InputError:
    return InputError("file", why, url=str(path))


# --- JSON lines --------------------------------------------------------------------------------------------


def _lines(path: Path) -> Iterator[Row]:
    decoder = json.Decoder(Row)
    number = 0
    try:
        with opened_lines(str(path)) as stream:
            while line := stream.readline(_LONGEST):
                number += 1
                if line.strip():
                    yield decoder.decode(line)
    except ValidationError as error:
        raise _wrong(path, f"line {number:,} is no row of newsclean's: {error}") from error
    except (DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _wrong(path, f"line {number:,} is not JSON: {error}") from error
    except MissingExtra:
        raise
    except OSError as error:
        raise _wrong(path, f"it cannot be read: {error.strerror or error}") from error
    except Exception as error:  # gzip, zlib and zstd each raise their own
        raise _wrong(path, f"it is damaged behind line {number:,}: {error}") from error


# --- SQLite ------------------------------------------------------------------------------------------------


def _sqlite(path: Path) -> Iterator[Row]:
    decoder = json.Decoder(Row)
    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    try:
        database = sqlite3.connect(address, uri=True)
        try:
            for (text,) in database.execute("SELECT json FROM article ORDER BY rowid"):
                yield decoder.decode(text)
        finally:
            database.close()
    except sqlite3.Error as error:
        raise _wrong(path, f"it is no file that newsclean batch -o NAME.sqlite wrote: {error}") from error
    except (ValidationError, DecodeError, TypeError) as error:
        raise _wrong(path, f"the table article holds what is no row of newsclean's: {error}") from error


# --- Parquet -----------------------------------------------------------------------------------------------


def _parquet(path: Path) -> Iterator[Row]:
    parquet = need("pyarrow.parquet", "arrow")
    arrow_error: type[Exception] = need("pyarrow", "arrow").ArrowException
    try:
        with parquet.ParquetFile(path, **STREAMED) as file:
            paths = [file.schema.column(at).path for at in range(len(file.schema.names))]
            columns = list(filter(_is_read, paths))
            for batch in file.iter_batches(batch_size=_ROWS_AT_ONCE, columns=columns, use_threads=False):
                yield from _of_batch(batch)
    except ValidationError as error:
        raise _wrong(path, f"its columns are not those of newsclean's rows: {error}") from error
    except OverflowError as error:
        raise _wrong(path, f"its columns hold what newsclean's rows do not: {error}") from error
    except (arrow_error, UnicodeDecodeError) as error:
        raise _wrong(path, f"not readable as Parquet: {error}") from error
    except OSError as error:
        raise _wrong(path, f"it cannot be read: {error.strerror or error}") from error


def _is_read(path: str) -> bool:
    """Whether a leaf of the columns is read; lists have names between that of the column and that of the leaf."""
    name = path.partition(".")[0]
    return name in Row.__struct_fields__ and path.endswith(_LEAVES.get(name, ""))


def _of_batch(batch: Any) -> Iterator[Row]:
    """The rows of a batch; their texts are measured where they lie."""
    lengths: list[Any] | None = None
    if "text" in batch.schema.names:
        compute = need("pyarrow.compute", "arrow")
        lengths = compute.utf8_length(batch.column("text")).to_pylist()
        batch = batch.drop_columns(["text"])
    for at, row in enumerate(batch.to_pylist()):
        yield convert({**row, "length": lengths[at] if lengths else None}, Row)
