"""``make bench-pipeline``: what the parse of a page costs beside the other steps from a WARC file to rows.

The steps run one after the other over the same pages, in one process: reading the records of a gzip-packed WARC file,
the parse, a row as a line of JSON, and the rows as a Parquet file. Each step's share of the whole is shown.
"""

from __future__ import annotations

import argparse
import gzip
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from build import build
from pages import samples

from newsclean import Article, parse
from newsclean.batch.encode import encode
from newsclean.batch.parts import part_format
from newsclean.batch.rows import article_row
from newsclean.batch.warc import read_warc


def _warc(path: Path, copies: int) -> None:
    """A WARC file of the pages, each record packed by itself as crawlers do."""
    with path.open("wb") as file:
        for page in samples() * copies:
            answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page.data
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.sina.com.cn/{page.name}\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
            )
            file.write(gzip.compress(head.encode() + answer + b"\r\n\r\n", 6))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="rounds over all records (5)")
    parser.add_argument("--copies", type=int, default=30, help="of each page: some hundred records (30)")
    options = parser.parse_args()
    shares: dict[str, list[float]] = {"WARC and gunzip": [], "parse": [], "JSON": [], "Parquet": []}
    with tempfile.TemporaryDirectory() as folder:
        warc = Path(folder) / "pages.warc.gz"
        _warc(warc, options.copies)
        write, out = part_format(".parquet").write, Path(folder) / "rows.parquet"
        for _ in range(options.rounds):
            records, reading = _timed(list, read_warc(str(warc)))
            pages = [record.content for record in records if record.content]
            articles, parsing = _timed(_parsed, pages)
            rows = [(article_row("page", article), article) for article in articles]
            _, writing = _timed(encode, rows, "jsonl")
            columns, packing = _timed(encode, rows, "parquet")
            _, saving = _timed(write, out, columns)
            packing += saving
            whole = reading + parsing + writing + packing
            for name, seconds in zip(shares, (reading, parsing, writing, packing), strict=True):
                shares[name].append(seconds / whole)
    print(build())
    for name, found in shares.items():
        print(f"{name:18}{median(found):7.0%}")


def _parsed(pages: list[bytes]) -> list[Article]:
    return [parse(page) for page in pages]


def _timed(call: Callable[..., Any], *values: object) -> tuple[Any, float]:
    start = time.perf_counter()
    result = call(*values)
    return result, time.perf_counter() - start


if __name__ == "__main__":
    main()
