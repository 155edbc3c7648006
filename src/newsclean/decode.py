"""Bytes become text here, and the result says which encoding it was and how that was known.

The order is byte order mark, the bytes' own proof (strict UTF-8 is never met by accident in Chinese text
longer than a word), the HTTP header, the page's meta, strict GB18030, and last a statistical detector.
gb2312 and gbk are always read as GB18030, their superset: pages declared gb2312 hold characters outside it.
Here never lives anything that knows HTML beyond the one place where a page names its charset.
"""

from __future__ import annotations

import codecs
import re

from newsclean.lazy_regex import Deferred
from newsclean.values import Value

__all__ = ["Decoded", "declared", "decode", "decode_slice"]


class Decoded(Value):
    """Text, the Python codec that read it, how that codec was known, and what had to be dropped for it."""

    text: str
    encoding: str
    known_from: str
    warnings: tuple[str, ...] = ()


# WHATWG label → codec, where they differ or where Python lacks the label (encoding.spec.whatwg.org, "gbk"
# and "gb18030" rows; gb2312 pages of 2005-2014 carry GBK and GB18030 characters in every archive seen).
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
# Defaults that HTTP servers and clients write in when nobody chose: they prove nothing about the bytes.
_UNCHOSEN = frozenset(
    {"iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252"}
)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_META_CHARSET = re.compile(
    rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,80}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_META_REACH = 16_384  # bytes; browsers look at 1,024, but saved Sina pages push the meta behind scripts
# A Chinese character, U+4E00 to U+9FFF: in UTF-8, and in text (asked only where bytes are not UTF-8).
_CJK_IN_UTF8 = re.compile(rb"\xe4[\xb8-\xbf]|[\xe5-\xe9][\x80-\xbf]")
_CJK = Deferred("[\u4e00-\u9fff]")
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
    """What the page is said to be: (codec, "header" or "meta") pairs, the stronger first; a UTF-8 byte order
    mark outdoes both."""
    if data.startswith(codecs.BOM_UTF8):
        return (("utf-8", "byte order mark"),)
    found = []
    if content_type and (match := _HEADER_CHARSET.search(content_type)) and (codec := codec_of(match[1])):
        found.append((codec, "header"))
    if meta := _META_CHARSET.search(data, 0, _META_REACH):
        label = (meta[1] or meta[2]).decode("ascii", "replace")
        codec = codec_of(label)
        if codec and not codec.startswith("utf-16"):  # a meta readable as ASCII can't be in UTF-16
            found.append((codec, "meta"))
    return tuple(found)


def decode(data: bytes, content_type: str | None = None) -> Decoded:
    """Text of a whole page.

    ``content_type`` is the HTTP header's value, None where there was none. Bytes that no candidate can
    read are dropped, and ``warnings`` counts them. Raises nothing: every byte string has an answer.
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
    """A cut of a page, ``said`` to be in these codecs; None where the cut alone does not settle it.

    A cut is trusted when it proves its codec: as UTF-8 it must hold Chinese characters, as anything else it
    must be declared, read strictly, and not be UTF-8 as well. Then the whole page is in that codec too.
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
    """Whether text that decodes as UTF-8 really is: two GBK characters can pass for two Latin ones."""
    if not said or any(codec == "utf-8" for codec, _ in said) or text.isascii():
        return True
    return _CJK.search(text) is not None


def _undeclared(data: bytes, said: tuple[tuple[str, str], ...]) -> Decoded:
    """No declared codec reads every byte: GB18030 if it does, else the candidate with the fewest holes."""
    text = _strict(data, "gb18030")
    if text is not None and _CJK.search(text):
        return _finished(text, "gb18030", "bytes", _contradiction(said, "gb18030"))
    candidates = dict.fromkeys([codec for codec, _ in said] + ["utf-8", "gb18030"])
    holes = {codec: _holes(data, codec) for codec in candidates}
    best = min(holes, key=lambda codec: holes[codec])
    if holes[best] * 50 > len(data):  # more than 2 % unreadable: none of them is right
        guess = _statistical(data)
        if guess:
            return _lenient(data, guess, "detector")
    place = next((place for codec, place in said if codec == best), "bytes")
    return _lenient(data, best, place, _contradiction(said, best))


def _holes(data: bytes, codec: str) -> int:
    return data.decode(codec, "replace").count("\ufffd")


def _statistical(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:65_536]).best()
    return best.encoding if best else None


def _contradiction(said: tuple[tuple[str, str], ...], used: str) -> tuple[str, ...]:
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
