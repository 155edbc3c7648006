"""Files of packed records, unpacked frame by frame, so that damage costs the frame that it is in.

A WARC file that is packed has a gzip member, or a zstd frame, for each record. Where one is broken, the next one that
begins with a record is looked for.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Generator, Iterator
from io import BufferedReader
from typing import Any

from newsclean.batch.optional import need
from newsclean.blocks import Value

__all__ = ["Break", "chunks_of"]

_READ = 65_536  # bytes of the file that are read at once
_FEED = 4_096  # packed bytes that a decoder of gzip gets at once: it makes 4 MB of them at most
_FEED_ZSTD = 512  # the same for zstd: 16 MB at most
_STARTS = b"WARC/"  # what the bytes of a frame begin with that holds a record
_PROBE = 1_024  # packed bytes that are unpacked to see that
_ZSTD = b"\x28\xb5\x2f\xfd"
_ZSTD_DICTIONARY = (
    b"\x5d\x2a\x4d\x18"  # a skippable frame that holds a dictionary (specification of .warc.zst, 2.3)
)


class Break(Value):
    """A place where bytes of the file are damaged or missing. What follows begins with a record anew. ``inside``: some
    bytes of the damaged frame came before."""

    why: str
    inside: bool


class _Codec(Value):
    """How one kind of file is unpacked: what its frames begin with, what unpacks one, and what that raises. Decoders of
    zlib and zstandard have the same methods."""

    name: str
    magic: bytes
    decoder: Callable[[], Any]
    failure: type[Exception]
    feed: int


def chunks_of(file: BufferedReader) -> Iterator[bytes | Break]:
    """The unpacked bytes of a file, in pieces; a :class:`Break` where some can't be had. How it is packed is told by
    its first bytes, and by its name where they tell nothing. Raises MissingExtra."""
    codec = _codec_of(file)
    if codec is None:
        while piece := file.read(_READ):
            yield piece
        return
    left = file.read(_READ)
    while left:
        start = file.tell() - len(left)
        came = 0
        try:
            frame = _frame(file, codec, left)
            while True:
                piece = next(frame)
                came += len(piece)
                yield piece
        except StopIteration as end:
            left = end.value
        except (codec.failure, EOFError) as error:
            why = f"the {codec.name} frame that begins at byte {start:,} is damaged: {error}"
            yield Break(why, inside=came > 0)
            left = _next_start(file, codec, start + 1)
            continue
        left = left.lstrip(b"\0") or file.read(_READ).lstrip(b"\0")  # gzip files may be padded


def _codec_of(file: BufferedReader) -> _Codec | None:
    first = file.peek(4)[:4]
    name = "" if first == _STARTS[:4] else str(file.name).lower()
    if first[:2] == b"\x1f\x8b" or name.endswith(".gz"):
        return _Codec("gzip", b"\x1f\x8b\x08", lambda: zlib.decompressobj(wbits=31), zlib.error, _FEED)
    if first not in (_ZSTD, _ZSTD_DICTIONARY) and not name.endswith(".zst"):
        return None
    zstandard = need("zstandard", "zstd")
    dictionary = _dictionary(file, zstandard) if first == _ZSTD_DICTIONARY else None
    unpacker = zstandard.ZstdDecompressor(dict_data=dictionary)
    return _Codec("zstd", _ZSTD, unpacker.decompressobj, zstandard.ZstdError, _FEED_ZSTD)


def _dictionary(file: BufferedReader, zstandard: Any) -> Any:
    """The dictionary at the beginning of a file, which may be packed itself."""
    head = file.read(8)
    content = file.read(int.from_bytes(head[4:], "little"))
    if content[:4] == _ZSTD:
        content = zstandard.ZstdDecompressor().decompressobj().decompress(content)
    return zstandard.ZstdCompressionDict(content)


def _frame(file: BufferedReader, codec: _Codec, data: bytes) -> Generator[bytes, None, bytes]:
    """Unpack the frame at whose beginning ``data`` is; returns the bytes behind it that were read already. Raises the
    codec's failure, and EOFError where the file ends inside the frame."""
    decoder = codec.decoder()
    while data:
        for at in range(0, len(data), codec.feed):
            piece = decoder.decompress(data[at : at + codec.feed])
            if piece:
                yield piece
            if decoder.eof:
                return bytes(decoder.unused_data) + data[at + codec.feed :]
        data = file.read(_READ)
    raise EOFError("the file ends inside it")


def _next_start(file: BufferedReader, codec: _Codec, at: int) -> bytes:
    """The bytes that begin with the next frame of a record, at or behind a place in the file; empty where there is
    none, or the file can't be read twice."""
    if not file.seekable():
        return b""
    file.seek(at)
    while data := file.read(_READ):
        here = file.tell() - len(data)
        found = data.find(codec.magic)
        while found >= 0:
            file.seek(here + found)
            packed = file.read(_READ)
            if _begins_record(codec, packed[:_PROBE]):
                return packed
            found = data.find(codec.magic, found + 1)
        # a magic that is cut in two by the end of the piece is met again
        file.seek(here + len(data) - (len(codec.magic) - 1) * (len(data) == _READ))
    return b""


def _begins_record(codec: _Codec, packed: bytes) -> bool:
    try:
        return bool(codec.decoder().decompress(packed).startswith(_STARTS))
    except codec.failure:
        return False
