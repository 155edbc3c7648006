"""In which encoding a page says it is, and what its bytes tell of that."""

from __future__ import annotations

import codecs
import re
from itertools import accumulate

from newsclean.blocks import Value
from newsclean.decode.labels import codec_of, is_unchosen
from newsclean.decode.read import lenient, strict
from newsclean.lazy_regex import Deferred
from newsclean.rules.characters import COMMONEST, EVERYDAY

__all__ = [
    "BIG5",
    "CJK",
    "CJK_IN_UTF8",
    "Said",
    "Told",
    "as_big5",
    "declared",
    "everyday_share",
    "is_chinese",
    "tells",
    "wide_codec",
]

# The charset of a Content-Type header, and those that a page names in its metas and in an XML declaration.
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_META_CHARSET = re.compile(
    rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,80}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
# Bytes in which the metas are looked for. Browsers look at 1,024; saved Sina pages have scripts before it.
_META_REACH = 16_384
_LABEL_SHOWN = 40  # characters of a label that a warning shows
# A Chinese character, U+4E00 to U+9FFF: in UTF-8, and in text, where it is counted. The range takes Python as long to
# compile as some sixty other patterns. A pattern of two ways to begin would be tried at each byte.
CJK_IN_UTF8 = re.compile(rb"[\xe4-\xe9][\x80-\xbf](?<!\xe4[\x80-\xb7])")
CJK = Deferred(r"[\u4e00-\u9fff]")
# Bytes are UTF-8 where more characters of three bytes can be read in them than holes are left: each of these saves two
# bytes when it is read. Of the bytes outside ASCII of pages in GBK three in five are holes (0.62 to 0.65 in each page
# of a corpus of 2004-2024) and the rest characters of two bytes; pages in UTF-8 have none but for what was pasted in.
_SAVED = 2
# Bytes said to be in another codec are GBK where that makes Chinese of them, twice as much as the codec does. Of the
# Chinese characters of a page a sixth to a half are everyday ones, of what wrong bytes give one in thirty.
CHINESE = 0.1
_BETTER = 2
# Text that was read as GBK may be Big5 where fewer than one in a hundred of its characters of two bytes are one of the
# commonest: pages in GBK have more, most lists among them. A text with fewer characters than this tells nothing.
_COMMON = 0.01
_TELLING = 12
BIG5 = "big5hkscs"
_SAMPLE = 40_000  # characters in which everyday ones are counted
_WIDE = ("utf-16-le", "utf-16-be")
_WIDE_BYTES = 512  # bytes in which NULs are counted; a page begins with markup


def is_chinese(text: str) -> bool:
    """Whether a text holds a Chinese character."""
    return CJK_IN_UTF8.search(text.encode("utf-8", "replace")) is not None


class Said(Value):
    """The codecs that a page is said to be in, as (codec, "header" or "meta"), the stronger first; and a warning about
    each name that is no encoding's."""

    codecs: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...] = ()

    def place_of(self, codec: str) -> str:
        """Where a codec is named; "bytes" for one that is not."""
        for name, place in self.codecs:
            if name == codec:
                return place
        return "bytes"

    def contradicted(self, used: str) -> tuple[str, ...]:
        """The warnings, and one more where the page was declared to be in another codec than it is."""
        wrong = [f"{place} says {codec}" for codec, place in self.codecs if codec != used]
        said = (f"{', '.join(wrong)}, but the bytes are {used}",) if wrong else ()
        return (*self.warnings, *said)


class Told(Value):
    """A codec, how it was known, and the text that it gives; None where it does not read all of the bytes."""

    codec: str
    place: str
    text: str | None


def declared(data: bytes, content_type: str | None = None) -> Said:
    """What a page is said to be in. A UTF-8 byte order mark is stronger than header and meta.

    Labels that are none of the web's (labels.py) are passed over, with a warning; so the next meta is asked.
    """
    if data.startswith(codecs.BOM_UTF8):
        return Said((("utf-8", "byte order mark"),))
    found: list[tuple[str, str]] = []
    warnings: list[str] = []
    header = _HEADER_CHARSET.search(content_type) if content_type else None
    if header:
        _note(header[1], "header", found, warnings)
    for match in _META_CHARSET.finditer(data, 0, _META_REACH):
        label = (match[1] or match[2]).decode("ascii", "replace")
        if _note(label, "meta" if match[1] else "XML declaration", found, warnings):
            break
    return Said(tuple(found), tuple(warnings))


def _note(label: str, place: str, found: list[tuple[str, str]], warnings: list[str]) -> bool:
    """Add the codec of a label, or a warning; whether the label is one of an encoding."""
    codec = codec_of(label)
    if codec is None and not is_unchosen(label):
        warnings.append(
            f"{place} names {label[:_LABEL_SHOWN]!r}, which is no encoding of web pages: it was not used"
        )
        return False
    # a page whose meta can be read as ASCII is not in UTF-16
    if codec is not None and (place == "header" or codec not in _WIDE):
        found.append((codec, "header" if place == "header" else "meta"))
    return True


def wide_codec(data: bytes) -> str | None:
    """The UTF-16 that bytes without a mark are in: every other byte of the markup that a page begins with is NUL. None
    where they are not."""
    start = data[:_WIDE_BYTES]
    if start.find(b"\x00") < 0 or start.find(b"<") < 0:
        return None
    for codec, zeros, others in ((_WIDE[0], start[1::2], start[::2]), (_WIDE[1], start[::2], start[1::2])):
        if zeros.count(0) * 2 > len(zeros) and others.count(0) * 20 < len(others):
            return codec
    return None


def tells(data: bytes, said: Said) -> Told | None:
    """What bytes tell of their encoding, given what it is said to be; None where they tell nothing.

    The same is asked of a page and of a part of it: are they GBK, as they are said to be? (No UTF-8 of more than a few
    words is that by accident.) Are they UTF-8, with a few holes at most? Are they in the first declared codec that
    reads them strictly, in GBK under a wrong name, or in Big5 under that of GBK?
    """
    if said.codecs and said.codecs[0][0] == "gb18030":
        text = strict(data, "gb18030")
        if text is not None:
            return as_big5(data, text, said) or Told("gb18030", said.codecs[0][1], text)
    if _is_mostly_utf8(data):
        return Told("utf-8", said.place_of("utf-8"), strict(data, "utf-8"))
    for codec, place in said.codecs:
        text = strict(data, codec) if codec != "utf-8" and codec not in _WIDE else None
        if text is None:
            continue
        other = as_big5(data, text, said) if codec == "gb18030" else _as_gbk(data, text)
        return other or Told(codec, place, text)
    return None


def _is_mostly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    return text.count("\ufffd") * _SAVED < len(data) - len(text) and CJK.search(text) is not None


def _as_gbk(data: bytes, text: str) -> Told | None:
    """What bytes are that another codec read as ``text``, where GBK makes more sense of them; None where not."""
    chinese, _ = lenient(data, "gb18030")
    if everyday_share(chinese) < max(CHINESE, _BETTER * everyday_share(text)):
        return None
    return Told("gb18030", "bytes", strict(data, "gb18030"))


def as_big5(data: bytes, text: str, said: Said) -> Told | None:
    """What bytes are that were read as GBK, ``text``, where Big5 makes more sense of them; None where not. Nearly all
    bytes in Big5 can be read as GBK, and give rare characters."""
    high = len(data) - len(text)
    if high < _TELLING or any(count > _COMMON * high for count in accumulate(map(text.count, COMMONEST))):
        return None
    traditional, _ = lenient(data, BIG5)
    if everyday_share(traditional) < max(CHINESE, _BETTER * everyday_share(text)):
        return None
    return Told(BIG5, said.place_of(BIG5), strict(data, BIG5))


def everyday_share(text: str) -> float:
    """The share of everyday characters among those outside ASCII at the beginning of a text; 0 for none."""
    high = [char for char in text[:_SAMPLE] if char > "\x7f"]
    return sum([char in EVERYDAY for char in high]) / len(high) if high else 0.0
