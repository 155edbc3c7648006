"""Response bodies: counted and decompressed as they arrive, and refused as soon as they pass a cap.

A small packed body can unpack to gigabytes, and httpx decompresses without a bound. So the bytes are taken from
httpx as they come over the wire and are decompressed here, a bounded piece at a time.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping

from newsclean.errors import FetchError

__all__ = ["ACCEPT_ENCODING", "Intake"]

ACCEPT_ENCODING = "gzip, deflate"
"""What is asked for: exactly what the standard library can decompress under a bound."""

_PIECE = 65_536  # bytes that a decompressor gives at once: memory passes the cap by no more than this
_MOST_CODINGS = 3  # layers of compression; servers use one, so more than this is taken for an attack


class Intake:
    """Takes a body's chunks as they arrive, and gives the decoded body when they are all there.

    Raises FetchError: ``too_large`` as soon as the wire bytes, or the bytes after any stage of decompression,
    pass their cap; ``decode`` for bytes that are not what Content-Encoding says.
    """

    def __init__(self, url: str, headers: Mapping[str, str], *, max_bytes: int, max_decoded: int) -> None:
        self.url = url
        self.wire_bytes = 0
        self._max_bytes = max_bytes
        self._parts: list[bytes] = []
        codings = _codings(headers.get("content-encoding", ""))
        if len(codings) > _MOST_CODINGS:
            raise FetchError("decode", f"the body is packed {len(codings)} times over", url=url)
        self._stages = [_Stage(coding, max_decoded, url) for coding in reversed(codings)]
        length = headers.get("content-length", "")
        if length.isdecimal() and int(length) > max_bytes:
            raise _too_large(url, f"the server announces {int(length):,} bytes, the cap is {max_bytes:,}")

    def feed(self, chunk: bytes) -> None:
        """Take the next chunk from the wire."""
        self.wire_bytes += len(chunk)
        if self.wire_bytes > self._max_bytes:
            raise _too_large(self.url, f"the body has more than {self._max_bytes:,} bytes on the wire")
        pieces: Iterable[bytes] = (chunk,)
        for stage in self._stages:
            pieces = stage.unpacked(pieces)
        self._parts.extend(pieces)

    def finish(self) -> bytes:
        """The decoded body, after the last chunk."""
        if self.wire_bytes:
            for stage in self._stages:
                stage.check_end()
        return b"".join(self._parts)


def _codings(header: str) -> list[str]:
    names = [name.strip().lower() for name in header.split(",")]
    return [name for name in names if name not in ("", "identity")]


def _too_large(url: str, message: str) -> FetchError:
    return FetchError("too_large", message, url=url)


class _Stage:
    """One layer of decompression, with a count of the bytes that came out of it."""

    def __init__(self, coding: str, cap: int, url: str) -> None:
        if coding not in ("gzip", "x-gzip", "deflate"):
            raise FetchError("decode", f"the body is packed as {coding!r}, which was not asked for", url=url)
        self._coding = coding
        self._cap = cap
        self._url = url
        self._given = 0
        self._decoder = zlib.decompressobj(wbits=31) if coding != "deflate" else None
        self._head = b""

    def unpacked(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """What comes out for the pieces that go in, at most ``_PIECE`` bytes at once."""
        try:
            for piece in pieces:
                yield from self._of(piece)
        except zlib.error as error:
            raise FetchError("decode", f"the body is not {self._coding}: {error}", url=self._url) from error

    def _of(self, data: bytes) -> Iterator[bytes]:
        # RFC 9110 (8.4.1.2): "deflate" is a zlib stream, but many servers send raw deflate. A zlib stream begins
        # with two bytes that name the method 8 and are a multiple of 31 (RFC 1950, 2.2).
        if self._decoder is None:
            self._head += data
            if len(self._head) < 2:
                return
            data, self._head = self._head, b""
            wrapped = data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0
            self._decoder = zlib.decompressobj(wbits=15 if wrapped else -15)
        while data:
            piece = self._decoder.decompress(data, _PIECE)
            self._given += len(piece)
            if self._given > self._cap:
                raise _too_large(self._url, f"the body has more than {self._cap:,} bytes decompressed")
            if piece:
                yield piece
            data = self._decoder.unconsumed_tail
            if self._decoder.eof:
                data = self._decoder.unused_data
                if self._coding == "deflate" or not data.startswith(b"\x1f"):
                    return  # bytes behind the end are padding, which clients ignore
                # a gzip body may be several gzip streams, one after the other (RFC 1952, 2.2)
                self._decoder = zlib.decompressobj(wbits=31)

    def check_end(self) -> None:
        """Raise FetchError when the packed bytes ended before their own end."""
        if self._decoder is None or not self._decoder.eof:
            raise FetchError("decode", f"the {self._coding} body ends before its end", url=self._url)
