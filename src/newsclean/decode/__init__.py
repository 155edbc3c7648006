"""From bytes to text, with the encoding that was used and how it was known.

These are asked in turn: a byte order mark; the bytes themselves, for Chinese text longer than a word is never valid
UTF-8 by accident; the HTTP header; the page's meta; GB18030, read strictly; at last a statistical detector. Pages
said to be gb2312 or gbk are read as GB18030, which contains both, since they hold characters outside what they name.
What GB18030 makes no sense of and Big5 does is Big5, whatever was said.

A page whose bytes are of more than one encoding is read in that of its article: the part of it that holds the
article's stretch is asked before the whole (told.py has the questions). So a page and its window are in one encoding.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable

from newsclean.blocks import Value
from newsclean.decode.labels import is_codec
from newsclean.decode.mojibake import is_odd, mojibake
from newsclean.decode.read import lenient, strict
from newsclean.decode.told import (
    BIG5,
    CJK,
    CJK_IN_UTF8,
    Said,
    Told,
    as_big5,
    declared,
    is_chinese,
    tells,
    wide_codec,
)

__all__ = [
    "CJK",
    "Decoded",
    "Said",
    "declared",
    "decode",
    "decode_slice",
    "is_chinese",
    "is_odd",
    "is_wide",
    "mojibake",
]


class Decoded(Value):
    """Text, the Python codec that read it, how that codec was known, and what had to be dropped for it."""

    text: str
    encoding: str
    known_from: str
    warnings: tuple[str, ...] = ()


# Byte order marks, and the codecs that they tell.
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_WIDE_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# With more than one unreadable place in so many bytes (2 %), a codec is taken to be wrong, and a detector is asked.
_BYTES_A_HOLE = 50
# A detector reads no more bytes than this, which are plenty to tell an encoding by.
_DETECTED_BYTES = 65_536
_NUL_WARNING = "NUL characters were dropped from the page"


def is_wide(data: bytes) -> bool:
    """Whether bytes are UTF-16, in which no markup can be found before they are decoded."""
    return data.startswith(_WIDE_BOMS) or wide_codec(data) is not None


def decode(
    data: bytes, content_type: str | None = None, nearest: Callable[[], bytes | None] | None = None
) -> Decoded:
    """Text of a whole page.

    ``content_type`` is the HTTP header's value, None where there was none. ``nearest`` gives the bytes of the page that
    hold its article, None where they are not known; it is asked where the whole page is not UTF-8. Bytes that can't be
    read are dropped and counted in ``warnings``. Raises nothing: there is an answer for any bytes.
    """
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], codec, "byte order mark")
    said = declared(data, content_type)
    wide = wide_codec(data)
    if wide is not None:
        return _lenient(data, wide, said.place_of(wide), said)
    text = strict(data, "utf-8")
    if text is not None and _is_utf8(text, said):
        place = said.place_of("utf-8")
        if place == "bytes" and not said.codecs and data.isascii():
            place = "ascii"
        return _finished(text, "utf-8", place, said.contradicted("utf-8"))
    part = nearest() if nearest else None
    told = (_told_by(part, said) if part else None) or tells(data, said)
    if told is None:
        return _undeclared(data, said)
    whole = told.text if told.text is not None and not part else strict(data, told.codec)
    if whole is None:
        return _lenient(data, told.codec, told.place, said)
    return _finished(whole, told.codec, told.place, said.contradicted(told.codec))


def decode_slice(data: bytes, said: Said) -> Decoded | None:
    """Text of a cut of a page that is ``said`` to be in these codecs; None where the cut does not prove which it is, or
    holds bytes that can't be read.

    The whole page is decoded by what this cut tells of it, as :func:`decode` is given it.
    """
    text = strict(data, "utf-8")
    told = Told("utf-8", said.place_of("utf-8"), text) if text is not None else tells(data, said)
    if told is None or told.text is None or (text is not None and not CJK_IN_UTF8.search(data)):
        return None
    if data.find(b"\x00") >= 0:  # bytes.find takes half of what the operator does
        return None
    return Decoded(told.text, told.codec, told.place, said.contradicted(told.codec))


def _told_by(part: bytes, said: Said) -> Told | None:
    """What a part of a page tells; None for one of Latin letters alone."""
    if strict(part, "utf-8") is not None and not CJK_IN_UTF8.search(part):
        return None
    return tells(part, said)


def _is_utf8(text: str, said: Said) -> bool:
    """Whether text that decodes as UTF-8 is UTF-8: a few GBK characters may decode as Latin letters. Text that was
    declared otherwise has to hold Chinese characters."""
    if not said.codecs or said.place_of("utf-8") != "bytes" or text.isascii():
        return True
    return is_chinese(text)


def _undeclared(data: bytes, said: Said) -> Decoded:
    """Text of bytes that no declared codec reads strictly: as Big5 where that makes sense of them, as GB18030 where it
    reads them, else in the codec that loses the fewest bytes."""
    text = strict(data, "gb18030")
    if as_big5(data, lenient(data, "gb18030")[0] if text is None else text, said):
        return _lenient(data, BIG5, said.place_of(BIG5), said)
    if text is not None and is_chinese(text):
        return _finished(text, "gb18030", "bytes", said.contradicted("gb18030"))
    named = [codec for codec, _ in said.codecs if not codec.startswith("utf-16")]
    holes = {codec: lenient(data, codec)[1] for codec in dict.fromkeys([*named, "utf-8", "gb18030"])}
    best = min(holes, key=lambda codec: holes[codec])
    if holes[best] * _BYTES_A_HOLE > len(data):
        guess = _statistical(data)
        if guess:
            return _lenient(data, guess, "detector", Said((), said.warnings))
    return _lenient(data, best, said.place_of(best), said)


def _statistical(data: bytes) -> str | None:
    """The codec that a detector guesses; None where it has no guess, or one that is none of the web's."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_DETECTED_BYTES]).best()
    codec = codecs.lookup(best.encoding).name if best else None
    return codec if codec and is_codec(codec) else None


def _lenient(data: bytes, codec: str, known_from: str, said: Said | None = None) -> Decoded:
    text, lost = lenient(data, codec)
    warnings = said.contradicted(codec) if said else ()
    if lost:
        warnings = (*warnings, f"{lost} undecodable byte sequences were dropped")
    return _finished(text, codec, known_from, warnings)


def _finished(text: str, codec: str, known_from: str, warnings: tuple[str, ...]) -> Decoded:
    if text.startswith("\ufeff"):
        text = text[1:]
    if "\x00" in text:
        text = text.replace("\x00", "")
        warnings = (*warnings, _NUL_WARNING)
    return Decoded(text, codec, known_from, warnings)
