"""Content codings undone, with a bound and as far as the bytes go: gzip, deflate, br and zstd.

The fetcher asks for gzip and deflate alone and refuses what breaks off (fetch/body.py). An archive holds what a crawler
asked for, and can't be asked again.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import Any

from newsclean.batch.optional import MissingExtra, need
from newsclean.blocks import Value
from newsclean.errors import FetchError

__all__ = ["MAGIC", "Unpacked", "unpacked"]

MAGIC = {"gzip": b"\x1f\x8b\x08", "zstd": b"\x28\xb5\x2f\xfd"}
"""How packed bytes begin, where the coding says so."""

_PIECE = 65_536  # bytes that a decoder gives at once
_FEED = 1_024  # packed bytes that a decoder without a bound of its own gets at once


class Unpacked(Value):
    """What came out, and whether it is all there was."""

    data: bytes
    whole: bool


def unpacked(body: bytes, coding: str, most: int) -> Unpacked | str | None:
    """The body without its coding. A text says why nothing came out; None: it is no coding that anybody knows.

    Raises FetchError (``too_large``) where more than ``most`` bytes come out.
    """
    opener = _CODINGS.get(coding)
    if opener is None:
        return None
    if not body:
        return Unpacked(b"", whole=True)
    try:
        pieces = opener(body)
    except MissingExtra as error:
        return str(error)
    parts: list[bytes] = []
    size, failure = 0, ""
    try:
        for piece in pieces:
            parts.append(piece)
            size += len(piece)
            if size > most:
                raise FetchError("too_large", f"the body has more than {most:,} bytes unpacked")
    except FetchError:
        raise
    except Exception as error:  # noqa: BLE001 - each decoder raises its own
        failure = str(error)
    return Unpacked(b"".join(parts), whole=not failure) if size or not failure else failure


class _BreaksOffError(Exception):
    """The packed bytes end before their own end."""


def _zlib_pieces(body: bytes, wbits: int) -> Iterator[bytes]:
    while body:
        decoder = zlib.decompressobj(wbits=wbits)
        while not decoder.eof:
            piece = decoder.decompress(body, _PIECE)
            yield piece
            body = decoder.unconsumed_tail
            if not body and not piece and not decoder.eof:
                raise _BreaksOffError("it ends before its end")
        # a gzip body may be several members; what else follows is padding, which clients ignore
        body = decoder.unused_data if decoder.unused_data.startswith(MAGIC["gzip"]) else b""


def _gzip(body: bytes) -> Iterator[bytes]:
    return _zlib_pieces(body, 31)


def _deflate(body: bytes) -> Iterator[bytes]:
    # The standard means a zlib stream, and servers send raw deflate; a zlib stream is told by its two first bytes
    # (RFC 1950, 2.2).
    wrapped = body[0] & 0x0F == 8 and int.from_bytes(body[:2], "big") % 31 == 0
    return _zlib_pieces(body, 15 if wrapped else -15)


def _brotli(body: bytes) -> Iterator[bytes]:
    return _brotli_pieces(body, need("brotli", "warc").Decompressor())


def _brotli_pieces(body: bytes, decoder: Any) -> Iterator[bytes]:
    piece = decoder.process(body, output_buffer_limit=_PIECE)
    while piece:
        yield piece
        piece = b"" if decoder.is_finished() else decoder.process(b"", output_buffer_limit=_PIECE)
    if not decoder.is_finished():
        raise _BreaksOffError("it ends before its end")


def _zstd(body: bytes) -> Iterator[bytes]:
    return _zstd_pieces(body, need("zstandard", "zstd").ZstdDecompressor())


def _zstd_pieces(body: bytes, unpacker: Any) -> Iterator[bytes]:
    if not body.startswith(MAGIC["zstd"]):
        raise _BreaksOffError("it does not begin as zstd does")
    while body.startswith(MAGIC["zstd"]):
        decoder = unpacker.decompressobj()
        for at in range(0, len(body), _FEED):
            yield decoder.decompress(body[at : at + _FEED])
            if decoder.eof:
                body = bytes(decoder.unused_data) + body[at + _FEED :]
                break
        else:
            raise _BreaksOffError("it ends before its end")


_CODINGS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
