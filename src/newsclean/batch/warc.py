"""Inputs with a record in each capture: WARC files, plain, gzip or zstd.

Every response becomes a record: as a page, or as an error that says why it is none. Whatever is wrong with one capture
costs no other.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator

from newsclean.batch.http_answer import Answer, answer_of, plain_body
from newsclean.batch.records import Record
from newsclean.batch.unpack import chunks_of
from newsclean.batch.warc_records import Damage, WarcRecord, records_of
from newsclean.errors import FetchError

__all__ = ["read_warc"]

MAX_PAGE = 32 << 20
"""Bytes of one capture that are read; a news page has less than 1 MB."""

PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "application/octet-stream")
"""Media types that may hold a page. The last two are what misconfigured servers call HTML."""

CAPTURES = ("response", "resource", "revisit")
"""Types of record that stand for a page: what a server sent, what was kept without HTTP, and what was met again."""

_TOLD = ("warc-type", "warc-target-uri")
DIGESTS = ("sha1", "sha256", "sha512", "md5")
"""What digests of records are made with; others are not compared."""


def read_warc(path: str) -> Iterator[Record]:
    """The captures of a WARC file, each named ``file#urn:uuid:…`` by its WARC-Record-ID (a field the standard
    requires; where it is missing, by its number, from 0), and damaged stretches, named by their place.

    Raises MissingExtra for a file that needs a package which is not there.
    """
    number = 0
    with open(path, "rb") as file:
        position = 0
        for found in records_of(chunks_of(file)):
            read, position = file.tell() - position, file.tell()
            if isinstance(found, Damage):
                yield Record(input=f"{path}#byte-{found.at}", error=("file", found.why), size=read)
            elif found.headers.get("warc-type", "").lower() in CAPTURES:
                name = found.headers.get("warc-record-id", "").strip("<> ") or str(number)
                number += 1
                yield _record(found, f"{path}#{name}", read).__replace__(kept=_kept(found))


def _kept(found: WarcRecord) -> dict[str, str]:
    """What the archive says of a capture, but for its kind and its address: ``warc_date`` and so on."""
    said = found.headers.items()
    return {
        name.replace("-", "_"): value
        for name, value in said
        if name.startswith("warc-") and name not in _TOLD
    }


def _record(found: WarcRecord, name: str, size: int) -> Record:
    url = found.headers.get("warc-target-uri", "").strip("<> ") or None
    error = _refused(found)
    if error is not None:
        return Record(input=name, url=url, error=error, size=size)
    try:
        return _page(found, name, url, size)
    except FetchError as failure:
        return Record(input=name, url=url, error=(failure.kind, failure.message), size=size)


def _refused(found: WarcRecord) -> tuple[str, str] | None:
    """Why a record is read no further: a kind and a sentence."""
    if not found.kept:
        return "too_large", f"over {MAX_PAGE} bytes"
    if found.torn is not None:
        return "file", found.torn
    if found.headers["warc-type"].lower() == "revisit":
        where = found.headers.get("warc-refers-to", "").strip("<> ") or "an earlier one"
        return "revisit", f"the crawler met the page again and kept it in another record: {where}"
    return None


def _page(found: WarcRecord, name: str, url: str | None, size: int) -> Record:
    """The page of a record, or why it is none. Raises FetchError."""
    answer = _answer(found)
    content_type = answer.headers.get("content-type") or None
    if answer.status not in (None, 200):
        error = ("status", f"the server answered {answer.status}")
        return Record(input=name, url=url, error=error, size=size)
    if content_type and not content_type.lower().startswith(PAGE_TYPES):
        error = ("not_html", f"the server sent {content_type}")
        return Record(input=name, url=url, error=error, size=size)
    content, told = plain_body(answer, MAX_PAGE)
    return Record(
        input=name,
        url=url,
        content=content,
        content_type=content_type,
        size=size,
        notes=(*found.notes, *told, *_doubts(found)),
    )


def _answer(found: WarcRecord) -> Answer:
    """The HTTP answer in a record; of a page that was kept without one, its type and the page."""
    kept_as = found.headers.get("content-type", "")
    told = kept_as.lower().startswith("application/http") or found.block.startswith(b"HTTP/")
    if told or (not kept_as and found.headers["warc-type"].lower() == "response"):
        return answer_of(found.block)
    return Answer(None, {"content-type": kept_as}, found.block)


def _doubts(found: WarcRecord) -> Iterator[str]:
    """What the archive itself says against the bytes of a record."""
    if reason := found.headers.get("warc-truncated"):
        yield f"the crawler cut the page off ({reason})"
    kind, _, said = found.headers.get("warc-block-digest", "").partition(":")
    if kind.lower() in DIGESTS and not _fits(hashlib.new(kind.lower(), found.block).digest(), said.strip()):
        yield f"the archive's {kind} digest is of other bytes: the record was damaged or changed"


def _fits(digest: bytes, said: str) -> bool:
    """Whether a digest is the one that is written, in base 32 as the standard has it or in hexadecimal digits."""
    return said.rstrip("=").lower() in (digest.hex(), base64.b32encode(digest).decode().rstrip("=").lower())
