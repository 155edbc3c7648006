"""Bytes to text by one codec, as browsers do it: Python's codecs, mended where they differ from the WHATWG's decoders.

What differs, and what of it is mended, is told in labels.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.blocks import Value
from newsclean.lazy_regex import DeferredBytes

__all__ = ["lenient", "strict"]


class _Mend(Value):
    """What a codec reads otherwise than browsers. ``next`` matches, from a place between characters on, what stands
    before the next such bytes, and them; ``meant`` has the text for them. ``plain`` is a codec of fewer characters,
    which has none of these and all others the same; None: there is no such, and no error tells of such bytes."""

    next: DeferredBytes
    meant: dict[bytes, str]
    plain: str | None


# Characters of GB18030 before bytes that have to be mended; a byte that begins none is passed over, and one of four
# bytes is passed over in two halves.
_GB = DeferredBytes(rb"((?:[\x00-\x7f]++|[\x81-\xfe][\x40-\x7e\x80-\xfe]?|\xff)*+)(\x80)")
_BIG5_BYTES = {
    b"\xa1\x45": "\u2027",
    b"\xa1\x4e": "\ufe51",
    b"\xa1\xc2": "\xaf",
    b"\xa1\xe3": "\uff5e",
    b"\xa1\xf2": "\u2295",
    b"\xa1\xf3": "\u2299",
    b"\xa2\x41": "\u2215",
    b"\xa2\x42": "\ufe68",
    b"\xa2\x44": "\uffe5",
    b"\xa2\x46": "\uffe0",
    b"\xa2\x47": "\uffe1",
    b"\xa3\xe1": "\u20ac",
}
_BIG5_ODD = rb"\xa1[\x45\x4e\xc2\xe3\xf2\xf3]|\xa2[\x41\x42\x44\x46\x47]|\xa3\xe1"
_BIG5 = DeferredBytes(
    rb"((?:[\x00-\x80]++|(?!%b)[\x81-\xfe][\x40-\x7e\xa1-\xfe]|[\x81-\xfe](?![\x40-\x7e\xa1-\xfe])|\xff)*+)(%b)"
    % (_BIG5_ODD, _BIG5_ODD)
)
# From the private use area to where GB18030-2022 and the standard's index have the characters, as code points.
_GB_MOVED = (
    (0xE5E5, 0x3000),
    (0xE7C7, 0x1E3F),
    (0xE78D, 0xFE10),
    (0xE78E, 0xFE12),
    (0xE78F, 0xFE11),
    (0xE790, 0xFE13),
    (0xE791, 0xFE14),
    (0xE792, 0xFE15),
    (0xE793, 0xFE16),
    (0xE794, 0xFE17),
    (0xE795, 0xFE18),
    (0xE796, 0xFE19),
    (0xE81E, 0x9FB4),
    (0xE826, 0x9FB5),
    (0xE82B, 0x9FB6),
    (0xE82C, 0x9FB7),
    (0xE832, 0x9FB8),
    (0xE843, 0x9FB9),
    (0xE854, 0x9FBA),
    (0xE864, 0x9FBB),
)
_GB_TEXT = tuple([(chr(private), chr(meant)) for private, meant in _GB_MOVED])
_MENDS = {
    "gb18030": _Mend(_GB, {b"\x80": "\u20ac"}, plain="gbk"),
    "big5hkscs": _Mend(_BIG5, _BIG5_BYTES, plain=None),
}
# No page has more odd bytes than this; the rest of them is read, or lost, as Python's codec does it.
_MOST_MENDED = 10_000


def strict(data: bytes, codec: str) -> str | None:
    """The text of bytes; None where any of them can't be read."""
    mend = _MENDS.get(codec)
    try:
        return data.decode(codec) if mend is None else _strict(data, codec, mend)
    except UnicodeDecodeError:
        return None


def lenient(data: bytes, codec: str) -> tuple[str, int]:
    """The text of bytes without those that can't be read, and how many stretches of them were dropped."""
    texts: list[str] = []
    lost = 0
    for part, meant in _parts(data, _MENDS.get(codec)):
        text = part.decode(codec, "ignore")
        lost += part.decode(codec, "replace").count("\ufffd") - text.count("\ufffd")
        texts += (text, meant)
    return _public("".join(texts), codec), lost


def _strict(data: bytes, codec: str, mend: _Mend) -> str:
    if mend.plain is None:
        return _mended(data, codec, mend)
    try:
        return data.decode(mend.plain)  # nearly all pages: nothing is looked for in them
    except UnicodeDecodeError:
        return _mended_where_odd(data, codec, mend)


def _mended_where_odd(data: bytes, codec: str, mend: _Mend) -> str:
    """The text of bytes, mended only where the codec fails at odd ones."""
    try:
        return _public(data.decode(codec), codec)
    except UnicodeDecodeError:
        if not any([odd in data for odd in mend.meant]):
            raise
    return _mended(data, codec, mend)


def _mended(data: bytes, codec: str, mend: _Mend) -> str:
    return _public("".join([part.decode(codec) + meant for part, meant in _parts(data, mend)]), codec)


def _parts(data: bytes, mend: _Mend | None) -> Iterator[tuple[bytes, str]]:
    """The bytes in their order, each stretch with the text that is meant by the odd bytes behind it."""
    at = 0
    for _ in range(_MOST_MENDED):
        match = mend.next.match(data, at) if mend else None
        if mend is None or match is None:
            break
        yield match[1], mend.meant[match[2]]
        at = match.end()
    yield data[at:], ""


def _public(text: str, codec: str) -> str:
    """Text without what GB18030 once kept in the private use area."""
    if codec == "gb18030":
        for private, meant in _GB_TEXT:
            if private in text:
                text = text.replace(private, meant)
    return text
