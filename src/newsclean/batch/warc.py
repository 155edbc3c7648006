"""Inputs with a record in each capture: WARC files, plain, gzip or zstd, read by fastwarc.

Every response becomes a record: as a page, or as an error that says why it is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsclean.batch.optional import need
from newsclean.batch.records import Record

__all__ = ["read_warc"]

MAX_PAGE = 32 << 20
"""Bytes of one capture that are read; a news page has less than 1 MB."""

PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "application/octet-stream")
"""Media types that may hold a page. The last two are what misconfigured servers call HTML."""


def read_warc(path: str) -> Iterator[Record]:
    """The ``response`` and ``resource`` records of a WARC file, each named ``file#urn:uuid:…`` by its
    WARC-Record-ID (a field the standard requires; where it is missing, by its number, from 0)."""
    fastwarc = need("fastwarc", "warc")
    kinds = fastwarc.WarcRecordType.response | fastwarc.WarcRecordType.resource
    with open(path, "rb") as stream:
        captures = fastwarc.ArchiveIterator(stream, record_types=kinds, parse_http=True, auto_decode="all")
        number = position = 0
        try:
            for number, capture in enumerate(captures):
                name = f"{path}#{(capture.record_id or str(number)).strip('<>')}"
                yield _record(capture, name, capture.stream_pos - position)
                position = capture.stream_pos
        except Exception as error:  # noqa: BLE001 - a torn archive raises whatever its codec raises
            yield Record(input=f"{path}#end", error=("file", f"broken off near byte {position}: {error}"))


def _record(capture: Any, name: str, size: int) -> Record:
    url = capture.headers.get("WARC-Target-URI")
    http = capture.http_headers if capture.is_http else None
    status = http.status_code if http is not None else 200
    content_type = (capture.headers if http is None else http).get("Content-Type")
    if status != 200:
        return Record(input=name, url=url, error=("status", f"the server answered {status}"), size=size)
    if content_type and not content_type.lower().strip().startswith(PAGE_TYPES):
        return Record(input=name, url=url, error=("not_html", f"the server sent {content_type}"), size=size)
    content = capture.reader.read(MAX_PAGE + 1)
    if len(content) > MAX_PAGE:
        return Record(input=name, url=url, error=("too_large", f"over {MAX_PAGE} bytes"), size=size)
    encoded = http is not None and ("Content-Encoding" in http or "Transfer-Encoding" in http)
    if not encoded and len(content) < capture.content_length:
        return Record(input=name, url=url, error=("file", "the archive ends inside this record"), size=size)
    return Record(input=name, url=url, content=content, content_type=content_type, size=size)
