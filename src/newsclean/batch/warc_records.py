"""The records of a WARC file, one after the other, whatever is wrong with one of them.

A record says how long it is. Where what follows is no record, that was not true, and the record goes on to where the
next one begins. Bytes between records that belong to none are told as damage, once for each stretch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from newsclean.batch.unpack import Break
from newsclean.blocks import Value

__all__ = ["MOST_BLOCK", "Damage", "WarcRecord", "records_of"]

MOST_BLOCK = 33 << 20
"""Bytes of a record that are kept; a news page has less than 1 MB. Of a longer record the rest is passed over."""

_MOST_HEAD = 65_536  # bytes of a record's head
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_RECORD = re.compile(rb"WARC/[01]\.\d\d?\r?\n")
_NEXT = re.compile(
    rb"WARC/[01]\.\d\d?\r?\n[A-Za-z-]+:"
)  # where the next record begins, be the one before torn
_NEXT_BYTES = 256  # more than the match above and a name can have
_LINE_END = re.compile(r"\r?\n")
_SEPARATOR = re.compile(rb"\r?\n\r?\n\Z")  # what ends a record
# What follows the block of a record: the next one, or the end; else its own separator, which stands inside blocks too.
_BEHIND = re.compile(rb"[\r\n]*(?:WARC/|\Z)|(\r\n\r\n)")


class WarcRecord(Value):
    """A record: its headers under lower-case names (the first of each name), its block, and what is odd about it.

    ``torn`` says why the block ends before its end, None where it does not; ``kept`` is False for a block that is
    longer than what is kept.
    """

    headers: Mapping[str, str]
    block: bytes
    notes: tuple[str, ...] = ()
    torn: str | None = None
    kept: bool = True


class Damage(Value):
    """Bytes that are no record: the place of the first in the unpacked file, and what is wrong."""

    at: int
    why: str


def records_of(chunks: Iterator[bytes | Break]) -> Iterator[WarcRecord | Damage]:
    """Every record of a file's unpacked bytes, and every stretch of bytes between records that is none."""
    tape = _Tape(chunks)
    damaged = False  # one stretch is told once, however often it breaks
    while True:
        tape.drop_line_ends()
        if tape.is_at_end():
            why = tape.take_break()
            if why is None:
                return
            if not damaged:
                yield Damage(tape.at, why)
            damaged = True
        elif (record := _record(tape)) is not None:
            why = tape.broken_here()
            if why is not None and record.torn is None:
                record = replace(record, notes=(*record.notes, why))
            damaged = why is not None
            yield record
        else:
            at = tape.at
            tape.drop(1)
            tape.take_to_next()
            if not damaged:
                yield Damage(at, "there are bytes that are no record")
            damaged = True


def _record(tape: _Tape) -> WarcRecord | None:
    """The record that begins here; None where none does."""
    tape.fill(_MOST_HEAD)
    head = _HEAD_END.search(tape.buffer, 0, _MOST_HEAD) if _RECORD.match(tape.buffer) else None
    if head is None:
        return None
    inner = _NEXT.search(tape.buffer, 1, head.end())
    headers = _headers(bytes(tape.buffer[: inner.start() if inner else head.start()]))
    if inner:  # the head has no end: it goes on into the next record
        if "warc-type" not in headers:
            return None
        tape.drop(inner.start())
        return WarcRecord(headers, b"", torn="the record ends inside its head")
    tape.drop(head.end())
    said = headers.get("content-length", "").strip()
    if said.isascii() and said.isdecimal() and len(said) < 20:
        return _of_length(tape, headers, int(said))
    block, torn, kept = tape.take_to_next()
    return WarcRecord(headers, block, ("the archive does not say how long the record is",), torn, kept)


def _of_length(tape: _Tape, headers: Mapping[str, str], length: int) -> WarcRecord:
    """The record whose block should have that length; where it can't, the record that goes on to the next one."""
    if length <= MOST_BLOCK and tape.has_block(length):
        return WarcRecord(headers, tape.take(length))
    block, torn, kept = tape.take_to_next()
    if not kept or len(block) == length:
        return WarcRecord(headers, block, kept=kept)
    notes = (f"the archive says that the record has {length:,} bytes; it has {len(block):,}",)
    return WarcRecord(headers, block, notes, torn)


def _headers(head: bytes) -> dict[str, str]:
    """The fields of a head. A line that begins with white space goes on the one before."""
    found: dict[str, str] = {}
    name = ""
    for line in _LINE_END.split(head.decode("utf-8", "backslashreplace"))[1:]:
        if line[:1] in (" ", "\t") and name:
            found[name] = f"{found[name]} {line.strip()}"
            continue
        key, colon, value = line.partition(":")
        if colon and key.strip().lower() not in found:
            name = key.strip().lower()
            found[name] = value.strip()
    return found


class _Tape:
    """The unpacked bytes from the place that is read next, as many as were asked for. ``at`` is the number of bytes
    before it."""

    def __init__(self, chunks: Iterator[bytes | Break]) -> None:
        self._chunks = chunks
        self._break: Break | None = None
        self._over = False
        self.buffer = bytearray()
        self.at = 0

    def fill(self, size: int) -> int:
        """Have that many bytes at hand, or all before the file's end or its next break; how many there are."""
        while len(self.buffer) < size and self._break is None and not self._over:
            chunk = next(self._chunks, None)
            if chunk is None:
                self._over = True
            elif isinstance(chunk, Break):
                self._break = chunk
            else:
                self.buffer += chunk
        return len(self.buffer)

    def is_at_end(self) -> bool:
        """Whether nothing is left, or nothing before a break."""
        return self.fill(1) == 0

    def broken_here(self) -> str | None:
        """Why the frame breaks whose bytes end at this place, line ends apart; None where it does not."""
        self.drop_line_ends()
        found = None if self.buffer else self._break
        return found.why if found is not None and found.inside else None

    def take_break(self) -> str | None:
        """Go behind the break; why it is there. None at the file's end."""
        found, self._break = self._break, None
        return None if found is None else found.why

    def drop(self, size: int) -> None:
        """Go on by that many bytes."""
        del self.buffer[:size]
        self.at += size

    def take(self, size: int) -> bytes:
        """Go on by that many bytes, and give them."""
        taken = bytes(self.buffer[:size])
        self.drop(size)
        return taken

    def drop_line_ends(self) -> None:
        """Go on to the next byte that ends no line."""
        while self.fill(1) and self.buffer[0] in b"\r\n":
            self.drop(len(self.buffer) - len(self.buffer.lstrip(b"\r\n")))

    def has_block(self, length: int) -> bool:
        """Whether the next bytes can be a record's block of that length: it does not reach into another record."""
        has = self.fill(length + _NEXT_BYTES)
        behind = _BEHIND.match(self.buffer, length) if has >= length else None
        if behind is None:
            return False
        return behind[1] is None or _NEXT.search(self.buffer, 0, length) is None

    def take_to_next(self) -> tuple[bytes, str | None, bool]:
        """Go on to the next record, or the end: what is before it, why it ends too early (None: it does not), and
        whether it was kept."""
        kept, searched = True, 0
        while (found := _NEXT.search(self.buffer, searched)) is None:
            searched = max(0, len(self.buffer) - _NEXT_BYTES)
            if len(self.buffer) > MOST_BLOCK:
                kept = False
                self.drop(searched)
                searched = 0
            has = len(self.buffer)
            if self.fill(has + 1) == has:
                break
        block = self.take(found.start() if found else len(self.buffer))
        separator = _SEPARATOR.search(block, max(0, len(block) - len("\r\n\r\n")))
        why = self._break.why if self._break else "the archive ends inside this record"
        torn = None if found or separator else why
        return block[: separator.start()] if separator else block, torn, kept
