"""An HTTP answer as it was kept in an archive: its head, and its body made plain.

Crawlers keep what servers sent, or what they made of it, and often under the head of the other: chunked bodies that
are not, gzip that was unpacked long ago. So a head is believed only as far as the body bears it out. A note says where
it was not; a body of which nothing can be read is an error.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from newsclean.batch.codings import MAGIC, Unpacked, unpacked
from newsclean.blocks import Value
from newsclean.errors import FetchError

__all__ = ["Answer", "answer_of", "plain_body"]

_MOST_CODINGS = 3  # layers of compression that are undone; servers use one
_STATUS = re.compile(rb"HTTP/[\d.]+[ \t]+(\d{3})\b")
_FIELD = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+[ \t]*:")
_LINE = re.compile(rb"[^\n]*\n|[^\n]+\Z")
_NO_CODINGS = frozenset({"", "identity", "none"})
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_LINE_END = re.compile(rb"\r?\n")
_LATER_CHUNK = re.compile(rb"\r\n([0-9a-fA-F]{1,8})[ \t]*\r\n")
_MOST_SIZE_LINE = 64  # bytes of a broken line that still was the line of a chunk's size
_WORD_START = 1_024  # bytes at the beginning of a body that are asked whether it is text


class Answer(Value):
    """``status`` is None where none is said. ``headers`` has lower-case names; values of one name are joined by commas,
    but of ``content-type``, whose first is kept. ``body`` is as it was kept."""

    status: int | None
    headers: Mapping[str, str]
    body: bytes


def answer_of(block: bytes) -> Answer:
    """The answer in a record's block. What has no head is all body, as HTTP/0.9 had it.

    The head may lack its status line, end its lines by a line feed alone, fold fields, and go over into the body
    without an empty line.
    """
    start = len(block) - len(block.lstrip(b"\r\n"))
    status = _STATUS.match(block, start)
    if not block.startswith(b"HTTP/", start) and not _FIELD.match(block, start):
        return Answer(None, {}, block)
    lines: list[bytes] = []
    at = start
    for line in _LINE.finditer(block, start):
        text = line[0].rstrip(b"\r\n")
        if text.startswith(b"<"):
            break  # the body begins without an empty line before it
        at = line.end()
        if not text:
            break
        lines.append(text)
    return Answer(int(status[1]) if status else None, _fields(lines), block[at:])


def _fields(lines: Sequence[bytes]) -> dict[str, str]:
    """The fields of a head's lines. Bytes that are no ASCII are kept as Latin-1, in which every byte is a character."""
    found: dict[str, str] = {}
    name = ""
    for line in lines:
        text = line.decode("latin-1")
        if text[:1] in (" ", "\t"):
            if name:
                found[name] = f"{found[name]} {text.strip()}"
            continue
        key, colon, value = text.partition(":")
        if not colon or text.startswith("HTTP/"):
            continue
        name = key.strip().lower()
        if name not in found:
            found[name] = value.strip()
        elif name != "content-type":
            found[name] = f"{found[name]}, {value.strip()}"
    return found


def plain_body(answer: Answer, most: int) -> tuple[bytes, tuple[str, ...]]:
    """The body without chunks and compression, and what is odd about it.

    Raises FetchError: ``too_large`` where it has more than ``most`` bytes, ``decode`` where it is packed in a way that
    can't be undone.
    """
    notes: list[str] = []
    body = _without_chunks(answer, notes)
    codings = _tokens(answer, "content-encoding")
    if not codings and (
        packed := next((name for name, magic in MAGIC.items() if body.startswith(magic)), None)
    ):
        codings = [packed]
        notes.append(f"the body is packed as {packed}, though no header says so")
    if len(codings) > _MOST_CODINGS:
        raise FetchError("decode", f"the body is packed {len(codings)} times over")
    for coding in reversed(codings):
        body = _without_coding(body, coding, most, notes)
    if len(body) > most:
        raise FetchError("too_large", f"the body has more than {most:,} bytes")
    said = answer.headers.get("content-length", "")
    if not codings and said.isascii() and said.isdecimal() and len(said) < 19 and int(said) > len(body):
        notes.append(
            f"the server announced {int(said):,} bytes, the archive has {len(body):,}: the page is cut off"
        )
    return body, tuple(notes)


def _tokens(answer: Answer, name: str) -> list[str]:
    words = (word.strip().lower() for word in answer.headers.get(name, "").split(","))
    return [word for word in words if word not in _NO_CODINGS]


def _without_chunks(answer: Answer, notes: list[str]) -> bytes:
    body, said = answer.body, "chunked" in _tokens(answer, "transfer-encoding")
    if not said and not _CHUNK.match(body):
        return body
    joined, whole = _joined_chunks(body)
    if said:
        if joined is None and body:
            notes.append("the body has no chunks, as its header says; it was read as it is")
        elif joined is not None and not whole:
            notes.append("the body's chunks are damaged or break off; what can be read of them was read")
        return body if joined is None else joined
    if joined is None or not whole:
        return body
    notes.append("the body is in chunks, though no header says so")
    return joined


def _joined_chunks(body: bytes) -> tuple[bytes | None, bool]:
    """The chunks of a body, and whether all are there and in order; None where it does not begin with one."""
    parts: list[bytes] = []
    whole, at = True, 0
    while at < len(body) or not parts:
        line = _CHUNK.match(body, at)
        if line is not None:
            size, start = int(line[1], 16), line.end()
            if not size:
                return b"".join(parts), whole
            parts.append(body[start : start + size])
            at = start + size
            ends = _LINE_END.match(body, at)
            if ends is not None:
                at = ends.end()
                continue
        elif not parts:
            return None, False
        whole = False
        part, at = _damaged_part(body, at)
        parts.append(part)
    return b"".join(parts), False


def _damaged_part(body: bytes, at: int) -> tuple[bytes, int]:
    """What stands between a damaged line of a chunk's size and the next chunk that fits, and where that begins; the
    body's rest and its end where none does."""
    line = _LINE.match(body, at)
    if (
        line is not None
        and len(line[0]) <= _MOST_SIZE_LINE
        and b"<" not in line[0]
        and line[0].endswith(b"\n")
    ):
        at = line.end()
    for later in _LATER_CHUNK.finditer(body, at):
        end = later.end() + int(later[1], 16)
        if body.startswith(b"\r\n", end):
            return body[at : later.start()], later.start() + len(b"\r\n")
    return body[at:], len(body)


def _without_coding(body: bytes, coding: str, most: int, notes: list[str]) -> bytes:
    found = unpacked(body, coding, most)
    match found:
        case Unpacked(whole=True):
            return found.data
        case Unpacked() if _is_text(found.data) or not _is_text(body):
            notes.append(f"the {coding} body is damaged or breaks off; what can be read of it was read")
            return found.data
        case None:
            notes.append(f"Content-Encoding {coding!r} is no way of packing; the body was read as it is")
            return body
        case _ if _is_text(body):
            notes.append(f"the body is not packed as {coding}, as its header says; it was read as it is")
            return body
        case _:
            raise FetchError("decode", f"the body can't be unpacked as {coding}, as its header says: {found}")


def _is_text(body: bytes) -> bool:
    """Whether a body can be a page that is not packed."""
    start = body[:_WORD_START]
    return not body or start[:2] in (b"\xff\xfe", b"\xfe\xff") or (b"\0" not in start and b"<" in start)
