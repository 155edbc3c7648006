"""Lines of lists in UTF-8, whatever wrote them: PowerShell and editors of Windows begin a file with a byte order mark,
or write it in UTF-16.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from itertools import chain
from typing import IO

__all__ = ["lines_in_utf8"]

_MARKS = (
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_READ_AT_ONCE = 65_536  # bytes


def lines_in_utf8(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines of a stream, with their line ends, in UTF-8 and without byte order marks.

    UTF-16 is told by its mark, or by a NUL in the first character, which is ASCII in any list.
    """
    first = stream.readline()
    codec = next((codec for mark, codec in _MARKS if first.startswith(mark)), None)
    if codec is None and 0 in first[:2]:
        codec = "utf-16-be" if first[0] == 0 else "utf-16-le"
    if codec is not None:
        yield from _transcoded(stream, codec, first)
        return
    for line in chain([first] if first else [], stream):
        yield line.removeprefix(codecs.BOM_UTF8)  # lists that were put together have marks in the middle too


def _transcoded(stream: IO[bytes], codec: str, start: bytes) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(codec)("replace")
    rest = decoder.decode(start)
    while True:
        data = stream.read(_READ_AT_ONCE)
        *lines, rest = (rest + decoder.decode(data, final=not data)).split("\n")
        for line in lines:
            yield f"{line}\n".replace("\ufeff", "").encode("utf-8", "replace")
        if not data:
            break
    if rest:
        yield rest.replace("\ufeff", "").encode("utf-8", "replace")
