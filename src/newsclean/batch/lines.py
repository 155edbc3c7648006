"""Inputs with a record in each line: lists of addresses and paths, JSON lines, standard input, packed or not."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator
from typing import IO, Any, cast

from newsclean.batch.marks import lines_in_utf8
from newsclean.batch.optional import need
from newsclean.batch.records import Record

READ = ("html", "url", "content_type", "input")
"""The keys of a row that are read; all others come out beside its article."""

__all__ = ["READ", "is_address", "opened_lines", "read_jsonl", "read_list", "read_stdin", "record_of_row"]


def is_address(text: str) -> bool:
    """Whether the text is an http or https address, not a path."""
    return text[:8].lower().startswith(("http://", "https://"))


def read_list(path: str) -> Iterator[Record]:
    """A list: an address or a path a line; empty lines and lines that start with ``#`` do not count."""
    with open(path, "rb") as stream:
        yield from _records(lines_in_utf8(stream), path)


def read_jsonl(path: str) -> Iterator[Record]:
    """JSON objects with ``html`` and ``url``, either may be missing: without ``html``, ``url`` is fetched."""
    with opened_lines(path) as stream:
        for number, line in enumerate(_lines_of(stream, path), start=1):
            if isinstance(line, Record):
                yield line
            elif line.strip():
                yield _json_record(line, f"{path}#{number}")


def read_stdin() -> Iterator[Record]:
    """Standard input: each line an address, a path or a JSON object, whichever it looks like."""
    return _records(lines_in_utf8(sys.stdin.buffer), "-")


def record_of_row(row: dict[str, Any], name: str, size: int = 0) -> Record:
    """The record of a row with ``html``, ``url``, ``content_type`` and ``input`` (the row's own name for
    itself, in the place of ``name``), any of them absent."""
    name = row["input"] if isinstance(row.get("input"), str) else name
    html, url, content_type = row.get("html"), row.get("url"), row.get("content_type")
    kept = {key: value for key, value in row.items() if key not in READ}
    if isinstance(html, str | bytes):
        url, content_type = (value if isinstance(value, str) else None for value in (url, content_type))
        return Record(input=name, url=url, content=html, content_type=content_type, size=size, kept=kept)
    if isinstance(url, str) and html is None:
        return Record(input=url, url=url, size=size, kept=kept)
    why = (
        "the row has neither html nor url"
        if html is None
        else f"its html is {type(html).__name__}, and no text"
    )
    return Record(input=name, error=("input", why), size=size, kept=kept)


def _records(stream: Iterable[bytes], name: str) -> Iterator[Record]:
    for number, raw in enumerate(stream, start=1):
        line = raw.strip()
        if line.startswith(b"{"):
            yield _json_record(raw, f"{name}#{number}")
        elif line and not line.startswith(b"#"):
            text = line.decode("utf-8", "backslashreplace")
            if is_address(text):
                yield Record(input=text, url=text, size=len(raw))
            else:
                yield _path_record(line, text, len(raw))


def _path_record(path: bytes, shown: str, size: int) -> Record:
    stem = os.path.splitext(os.path.basename(shown))[0]
    return Record(input=shown, path=os.fsdecode(path), stem=stem, size=size)


def _json_record(line: bytes, name: str) -> Record:
    try:
        row = json.loads(line)
    except ValueError as error:
        return Record(input=name, error=("input", f"not JSON: {error}"), size=len(line))
    except RecursionError:
        return Record(input=name, error=("input", "JSON that is nested too deeply"), size=len(line))
    if not isinstance(row, dict):
        return Record(input=name, error=("input", "not a JSON object"), size=len(line))
    return record_of_row(row, name, len(line))


def opened_lines(path: str) -> IO[bytes]:
    """A file of lines, unpacked where its suffix says that it is packed. Raises OSError and MissingExtra."""
    if path.lower().endswith(".gz"):
        return cast("IO[bytes]", gzip.open(path, "rb"))
    if path.lower().endswith(".zst"):
        unpacker = need("zstandard", "zstd").ZstdDecompressor()
        return io.BufferedReader(unpacker.stream_reader(open(path, "rb"), read_across_frames=True))
    return open(path, "rb")


def _lines_of(stream: IO[bytes], path: str) -> Iterator[bytes | Record]:
    """The lines; where the compression breaks off, one last record that says so."""
    try:
        yield from lines_in_utf8(stream)
    except Exception as error:  # noqa: BLE001 - gzip, zlib and zstd each raise their own
        yield Record(input=path, error=("file", f"broken off: {error}"))
