"""``make bench-pipeline``: what the parse of a page costs beside the other steps from a WARC file to rows.

The steps run one after the other over the same pages, in one process: reading the records of a gzip-packed WARC file,
the parse, a row as a line of JSON, and the rows as a Parquet file. Each step's share of the whole is shown.
"""

from __future__ import annotations

import gzip
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from build import build
from pages import samples

from newsclean import parse
from newsclean.batch.encode import encode
from newsclean.batch.parts import part_format
from newsclean.batch.rows import article_row
from newsclean.batch.warc import read_warc

_COPIES = 30  # of each page: some hundred records
_ROUNDS = 5


def _warc(path: Path) -> None:
    """A WARC file of the pages, each record packed by itself as crawlers do."""
    with path.open("wb") as file:
        for page in samples() * _COPIES:
            answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page.data
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.sina.com.cn/{page.name}\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
            )
            file.write(gzip.compress(head.encode() + answer + b"\r\n\r\n", 6))


def main() -> None:
    shares: dict[str, list[float]] = {"WARC and gunzip": [], "parse": [], "JSON": [], "Parquet": []}
    with tempfile.TemporaryDirectory() as folder:
        warc = Path(folder) / "pages.warc.gz"
        _warc(warc)
        write, out = part_format(".parquet").write, Path(folder) / "rows.parquet"
        for _ in range(_ROUNDS):
            records, reading = _timed(lambda: list(read_warc(str(warc))))
            pages = [record.content for record in records if record.content]
            articles, parsing = _timed(lambda pages=pages: [parse(page) for page in pages])
            rows = [(article_row("page", article), article) for article in articles]
            _, writing = _timed(lambda rows=rows: encode(rows, "jsonl"))
            _, packing = _timed(lambda rows=rows: write(out, encode(rows, "parquet")))
            whole = reading + parsing + writing + packing
            for name, seconds in zip(shares, (reading, parsing, writing, packing), strict=True):
                shares[name].append(seconds / whole)
    print(build())
    for name, found in shares.items():
        print(f"{name:18}{median(found):7.0%}")


def _timed(call: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    result = call()
    return result, time.perf_counter() - start


if __name__ == "__main__":
    main()
