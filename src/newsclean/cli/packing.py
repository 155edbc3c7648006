"""Outputs of the plain form that are more than text: packed JSON lines, Parquet, SQLite. Loaded where one is asked for.

They are what ``newsclean batch`` writes, by the same code; each is made whole when the last article is there.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, cast

from newsclean.article import Article
from newsclean.batch.encode import encode
from newsclean.batch.optional import MissingExtra, need
from newsclean.batch.parts import part_format
from newsclean.batch.records import Outcome, Packed
from newsclean.batch.rows import article_row
from newsclean.batch.sinks import SqliteSink

__all__ = ["MissingExtra", "csv_of", "packing_of", "row_of"]


def row_of(source: str, article: Article) -> str:
    """The row of an article, as a line of JSON."""
    return json.dumps(article_row(source, article), ensure_ascii=False) + "\n"


def csv_of(source: str, article: Article) -> str:
    """The row of an article, as a line of CSV."""
    return encode([(article_row(source, article), article)], "csv")[0].data.decode()


def packing_of(suffix: str) -> Callable[[IO[bytes]], IO[bytes]]:
    """What makes of a file one that takes lines and is packed when it is closed. Raises MissingExtra."""
    if suffix.endswith(".gz"):
        return _gzip
    if suffix.endswith(".zst"):
        packer = need("zstandard", "zstd").ZstdCompressor(level=6)
        return lambda file: cast("IO[bytes]", packer.stream_writer(file))
    if suffix == ".parquet":
        need("pyarrow", "arrow")
        return lambda file: cast("IO[bytes]", _Rows(file, _parquet))
    return lambda file: cast("IO[bytes]", _Rows(file, _sqlite))


def _gzip(file: IO[bytes]) -> IO[bytes]:
    import gzip

    return cast("IO[bytes]", _Closing(gzip.GzipFile("", "wb", 6, file, mtime=0), file))


class _Closing:
    """A packer that closes the file it writes to."""

    def __init__(self, packer: Any, file: IO[bytes]) -> None:
        self.write, self._packer, self._file = packer.write, packer, file

    def close(self) -> None:
        self._packer.close()
        self._file.close()


class _Rows:
    """Rows, kept until the file is closed."""

    def __init__(self, file: IO[bytes], write: Callable[[Path, list[Packed]], None]) -> None:
        self._path, self._write = Path(file.name), write
        self._rows: list[Packed] = []
        file.close()

    def write(self, line: bytes) -> None:
        self._rows.append(Packed(line))

    def close(self) -> None:
        self._write(self._path, self._rows)


def _parquet(path: Path, rows: list[Packed]) -> None:
    read = [json.loads(row.data) for row in rows]
    packed = encode([(row, None) for row in read], "parquet")
    part_format(".parquet", read[0]["rules"]).write(path, packed)


def _sqlite(path: Path, rows: list[Packed]) -> None:
    path.unlink()
    sink = SqliteSink(path)
    for row in rows:
        sink.add(Outcome(json.loads(row.data)["input"], row))
    sink.write()
    sink.close()
