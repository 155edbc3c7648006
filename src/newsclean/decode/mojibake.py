"""Text that was decoded in a wrong encoding before it came here: what was done to it, and how to undo it."""

from __future__ import annotations

from newsclean.decode.read import lenient
from newsclean.decode.told import CHINESE, everyday_share
from newsclean.rules.characters import EVERYDAY, FREQUENT

__all__ = ["is_odd", "mojibake"]

_SAMPLE = 2_000  # characters that are looked at
_PAGE = 200_000  # characters of a page in which its words are looked for
_LEAST = 8  # characters outside ASCII; fewer tell nothing
_ODD = 0.05  # share of everyday characters below which a text is no Chinese, and may be mojibake
_LOST = 0.2  # share of characters that a text has lost, above which nothing else is asked
_WRONG = 0.9  # share of the characters of mojibake that the wrong encoding has, at least
_BROKEN = (
    0.25  # share of them that can't be read rightly, at most: some were lost, and the sample ends anywhere
)
# What text is most often read in wrongly, and what it was in. "latin-1" is what requests takes where a header names no
# charset, and stands for windows-1252 too, as which browsers and Windows read it.
_PAIRS = (
    ("latin-1", "utf-8"),
    ("latin-1", "gb18030"),
    ("latin-1", "big5hkscs"),
    ("gb18030", "utf-8"),
    ("big5hkscs", "utf-8"),
    ("big5hkscs", "gb18030"),
    ("gb18030", "big5hkscs"),
)
# The characters that windows-1252 has where Latin-1 has control characters, and their bytes.
_WINDOWS = {
    ord(bytes([byte]).decode("cp1252")): byte
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)  # which have none
}


def is_odd(text: str) -> bool:
    """Whether a text begins with hardly any everyday character among those outside ASCII, and so may be mojibake."""
    start = text[:_SAMPLE]
    found = 0
    for char in FREQUENT:  # to look up each character of the text takes ten times as long
        found += start.count(char)
        if found > _ODD * len(start):  # enough, whatever the others are
            return False
    high = [char for char in start if char > "\x7f"]
    return len(high) >= _LEAST and sum([char in EVERYDAY for char in high]) <= _ODD * len(high)


def mojibake(page: str, *, given: bool) -> str | None:
    """A sentence that says that a page's text is mojibake, and the cure; None where it is not, or can't be told.

    The words outside ASCII are looked at. ``given``: the page was handed in as text, so its bytes are still to be had.
    """
    words = "<".join([part for part in page[:_PAGE].split("<") if not part.isascii()])[:_SAMPLE]
    if not is_odd(words):
        return None
    high = [char for char in words if char > "\x7f"]
    bytes_first = "give its bytes (of requests: response.content, not response.text)"
    cure = bytes_first if given else "save the page's bytes"
    if high.count("\ufffd") > _LOST * len(high):
        return f"the text is mojibake: characters were lost when it was decoded in a wrong encoding; {cure}"
    for wrong, right in _PAIRS:
        if _is_undone(words, wrong, right):
            told = _codec_that_read(words) if wrong == "latin-1" else wrong
            undo = "" if "\ufffd" in words else f", or undo it with .encode({told!r}).decode({right!r})"
            return f"the text is mojibake: {right} was read as {told}; {cure}{undo}"
    return None


def _codec_that_read(sample: str) -> str:
    """Which of the two read bytes as Latin letters: windows-1252 has characters that Latin-1 lacks."""
    return "latin-1" if all([ord(char) not in _WINDOWS for char in sample]) else "cp1252"


def _is_undone(sample: str, wrong: str, right: str) -> bool:
    """Whether a text becomes Chinese when it is encoded as it was read wrongly, and read rightly."""
    if wrong == "latin-1":
        sample = sample.translate(_WINDOWS)
    high = len([char for char in sample if char > "\x7f"])
    data = sample.encode(wrong, "replace")
    kept = high - (data.count(b"?") - sample.count("?"))
    if kept < _WRONG * high:
        return False
    text, lost = lenient(data, right)
    return lost < _BROKEN * high and everyday_share(text) >= CHINESE
