"""From bytes to text, with the encoding that was used and how it was known.

These are asked in turn: a byte order mark; the bytes themselves, for Chinese text longer than a word is never valid
UTF-8 by accident; the HTTP header; the page's meta; GB18030, read strictly; at last a statistical detector. Pages
said to be gb2312 or gbk are read as GB18030, which contains both, since they hold characters outside what they name.
"""

from __future__ import annotations

import codecs
import re

from newsclean.blocks import Value
from newsclean.lazy_regex import Deferred

__all__ = ["Decoded", "declared", "decode", "decode_slice"]


class Decoded(Value):
    """Text, the Python codec that read it, how that codec was known, and what had to be dropped for it."""

    text: str
    encoding: str
    known_from: str
    warnings: tuple[str, ...] = ()


# From a label of the WHATWG's (encoding.spec.whatwg.org) to Python's codec, where they differ or Python lacks the
# label. gb2312 pages of 2005-2014 hold GBK and GB18030 characters in every archive seen.
_SUPERSETS = {
    "gb2312": "gb18030",
    "gb_2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gb2312-80": "gb18030",
    "chinese": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "cp936": "gb18030",
    "ms936": "gb18030",
    "windows-936": "gb18030",
    "gb18030": "gb18030",
    "hz-gb-2312": "hz",
    "utf8": "utf-8",
    "utf-8": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}
# What servers and clients write where nobody chose a charset: it says nothing about the bytes.
_UNCHOSEN = frozenset(
    {"iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252"}
)
# Byte order marks, and the codecs that they tell.
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# The charset of a Content-Type header, and the one that a page names in a meta or an XML declaration.
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_META_CHARSET = re.compile(
    rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,80}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
# Bytes in which the meta is looked for. Browsers look at 1,024; saved Sina pages have scripts before it.
_META_REACH = 16_384
# A Chinese character, U+4E00 to U+9FFF: in UTF-8, and in text (asked only where bytes are not UTF-8).
_CJK_IN_UTF8 = re.compile(rb"\xe4[\xb8-\xbf]|[\xe5-\xe9][\x80-\xbf]")
_CJK = Deferred(r"[\u4e00-\u9fff]")
# With more than one unreadable place in so many bytes (2 %), a codec is taken to be wrong, and a detector is asked.
_BYTES_A_HOLE = 50
# A detector reads no more bytes than this, which are plenty to tell an encoding by.
_DETECTED_BYTES = 65_536
_NUL_WARNING = "NUL characters were dropped from the page"


def codec_of(label: str | None) -> str | None:
    """The Python codec for a charset label; None for a label that nobody knows or that proves nothing."""
    if not label:
        return None
    name = label.strip().lower()
    if name in _UNCHOSEN:
        return None
    if name in _SUPERSETS:
        return _SUPERSETS[name]
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def declared(data: bytes, content_type: str | None = None) -> tuple[tuple[str, str], ...]:
    """The codecs that a page is said to be in, as (codec, "header" or "meta"), the stronger first. A UTF-8 byte order
    mark is stronger than both."""
    if data.startswith(codecs.BOM_UTF8):
        return (("utf-8", "byte order mark"),)
    named = ((_named_by_header(content_type), "header"), (_named_by_meta(data), "meta"))
    return tuple([(codec, place) for codec, place in named if codec])


def _named_by_header(content_type: str | None) -> str | None:
    match = _HEADER_CHARSET.search(content_type) if content_type else None
    return codec_of(match[1]) if match else None


def _named_by_meta(data: bytes) -> str | None:
    meta = _META_CHARSET.search(data, 0, _META_REACH)
    codec = codec_of((meta[1] or meta[2]).decode("ascii", "replace")) if meta else None
    # a page whose meta can be read as ASCII is not in UTF-16
    return None if codec and codec.startswith("utf-16") else codec


def decode(data: bytes, content_type: str | None = None) -> Decoded:
    """Text of a whole page.

    ``content_type`` is the HTTP header's value, None where there was none. Bytes that can't be read are dropped and
    counted in ``warnings``. Raises nothing: there is an answer for any bytes.
    """
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], codec, "byte order mark")
    said = declared(data, content_type)
    text = _strict(data, "utf-8")
    if text is not None and _is_utf8(text, said):
        how = next(
            (place for codec, place in said if codec == "utf-8"),
            "bytes" if said or not data.isascii() else "ascii",
        )
        return _finished(text, "utf-8", how, _contradiction(said, "utf-8"))
    for codec, place in said:
        text = _strict(data, codec) if codec != "utf-8" else None
        if text is not None:
            return _finished(text, codec, place, _contradiction(said, codec))
    return _undeclared(data, said)


def decode_slice(data: bytes, said: tuple[tuple[str, str], ...]) -> Decoded | None:
    """Text of a cut of a page that is ``said`` to be in these codecs; None where the cut does not prove which it is.

    Bytes that are valid UTF-8 and hold Chinese characters are UTF-8. Bytes that are not valid UTF-8 are in the first
    declared codec that reads them strictly. What is proven for a cut holds for the whole page.
    """
    text = _strict(data, "utf-8")
    if text is not None:
        if not _CJK_IN_UTF8.search(data):
            return None
        how = next((place for codec, place in said if codec == "utf-8"), "bytes")
        return Decoded(text, "utf-8", how, _contradiction(said, "utf-8"))
    for codec, place in said:
        text = _strict(data, codec)
        if text is not None:
            return None if "\x00" in text else Decoded(text, codec, place, _contradiction(said, codec))
    return None


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _is_utf8(text: str, said: tuple[tuple[str, str], ...]) -> bool:
    """Whether text that decodes as UTF-8 is UTF-8: a few GBK characters may decode as Latin letters. Text that was
    declared otherwise has to hold Chinese characters."""
    if not said or any(codec == "utf-8" for codec, _ in said) or text.isascii():
        return True
    return _CJK.search(text) is not None


def _undeclared(data: bytes, said: tuple[tuple[str, str], ...]) -> Decoded:
    """Text of bytes that no declared codec reads strictly: as GB18030 where it reads them, else in the codec that
    loses the fewest bytes."""
    text = _strict(data, "gb18030")
    if text is not None and _CJK.search(text):
        return _finished(text, "gb18030", "bytes", _contradiction(said, "gb18030"))
    candidates = dict.fromkeys([codec for codec, _ in said] + ["utf-8", "gb18030"])
    holes = {codec: _holes(data, codec) for codec in candidates}
    best = min(holes, key=lambda codec: holes[codec])
    if holes[best] * _BYTES_A_HOLE > len(data):
        guess = _statistical(data)
        if guess:
            return _lenient(data, guess, "detector")
    place = next((place for codec, place in said if codec == best), "bytes")
    return _lenient(data, best, place, _contradiction(said, best))


def _holes(data: bytes, codec: str) -> int:
    return data.decode(codec, "replace").count("\ufffd")


def _statistical(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_DETECTED_BYTES]).best()
    return best.encoding if best else None


def _contradiction(said: tuple[tuple[str, str], ...], used: str) -> tuple[str, ...]:
    """A warning where the page was declared to be in another codec than it is."""
    wrong = [f"{place} says {codec}" for codec, place in said if codec != used]
    return (f"{', '.join(wrong)}, but the bytes are {used}",) if wrong else ()


def _lenient(data: bytes, codec: str, known_from: str, warnings: tuple[str, ...] = ()) -> Decoded:
    text = data.decode(codec, "ignore")
    lost = data.decode(codec, "replace").count("\ufffd") - text.count("\ufffd")
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
