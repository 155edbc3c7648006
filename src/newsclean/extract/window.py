"""Most of a page is not its article: the head and the body's stretch are cut out of the raw bytes here.

What makes a cut the same as the whole page:

- A parser reads from the front. The head is a prefix, so its metas are exact; scripts, styles and comments
  are left out of it by the tokenizer's own rule (the first end tag ends them).
- The stretch begins at a landmark (layouts/landmarks.py), and nothing before it counts on the whole page
  either. Whether the landmark stands inside a comment or a script is settled by the openers and closers
  before it: the last of each pair must be the closer.
- The body must be seen closed, with REACH elements after it, before the cut ends; what comes later can't
  change what the parser has already closed. A body that is a div is only ever closed by its own end tag or
  by those of table parts and the document, which are counted.
- Structure is ASCII even in GB18030: its trail bytes are 0x30–0x39, 0x40–0x7E and 0x80–0xFE, never ``<``,
  ``>``, ``"``, ``'`` or ``=``. Names may be hit by trail bytes, so each is checked to be a tag's attribute.

Whatever is not proven so is parsed whole: :func:`cut` gives None. Here never lives a name from a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean.layouts import LANDMARKS, Landmark

if TYPE_CHECKING:
    from newsclean.extract.locate import Located
    from newsclean.extract.view import View

__all__ = ["Cut", "cuts", "is_closed", "is_own"]

_SMALLEST = 4_096  # bytes; a page this small is parsed whole at once
_TAILS = (6_000, 40_000)  # bytes behind the guessed end of the body that are parsed: a first and a second try
_RAW_REACH = 20_000  # bytes in which the rarer raw-text elements (iframe, textarea …) are looked for
_SPECIAL = re.compile(rb"<(?:!--|script\b|style\b|/head\b|body\b|textarea\b|title\b|xmp\b|noembed\b|plaintext\b)", re.IGNORECASE)
_OTHER_CASE = (b"</S", b"</T")
_CLOSERS = {b"<script": b"</script", b"<style": b"</style", b"<title": b"</title"}
_PAIRS = tuple(
    (b"<" + name, b"</" + name)
    for lower in (b"script", b"style", b"textarea", b"iframe", b"xmp", b"noembed", b"noframes", b"title")
    for name in (lower, lower.upper())
)
_CROSSING = (b"td", b"th", b"tr", b"tbody", b"thead", b"tfoot", b"table")
_NESTING = re.compile(rb"<!--.*?-->|<script\b.*?</script|<style\b.*?</style|<(/?)(div|section|article|main)\b", re.IGNORECASE | re.DOTALL)


class Cut(NamedTuple):
    """The bytes to parse, the row that says which body must be in them, and whether they go on to the page's end."""

    content: bytes
    landmark: Landmark
    whole: bool


def cuts(data: bytes) -> Iterator[Cut]:
    """Cuts of a page to try, the shorter first; none where its body can't be cut out."""
    if len(data) < _SMALLEST:
        return
    found = _body(data)
    if found is None:
        return
    landmark, at = found
    start = _start(data, landmark, at)
    head = _head(data, start) if start is not None else None
    if start is None or head is None:
        return
    kept, head_end = head
    if data.find(b"<meta", head_end, at) >= 0 or data.find(b"<META", head_end, at) >= 0:
        return
    guess = _guess(data, landmark, at)
    for tail in _TAILS:
        end = data.rfind(b"<", at, guess + tail) if guess + tail < len(data) else len(data)
        if end < 0 or not _stays_open(data, at, end):
            return
        yield Cut(kept + b"\n<body>" + data[start:end], landmark, end == len(data))
        if end == len(data):
            return


def is_own(cut: Cut, view: View, at: Located, body: Any) -> bool:
    """Whether what the parser found in a cut is what was cut out: the body, its landmark, a title above it."""
    tokens = (body.get("class") or "").split()
    row = next(r for r in LANDMARKS if r.body == cut.landmark.body and (not r.container or r.container in tokens))
    if at.body is not body or at.layout.loose or row is not cut.landmark or not at.stretch.start or not view.title:
        return False
    return any(found.order < at.stretch.order for tag in ("h1", "h2") for found in view.zone.all(tag))


def is_closed(cut: Cut, view: View, at: Located) -> bool:
    """Whether the body was closed inside the cut, with all the elements behind it that may matter."""
    return cut.whole or view.zone.size > at.stretch.stop


def _body(data: bytes) -> tuple[Landmark, int] | None:
    """The landmark row whose body the page has, and where the body's tag begins."""
    for selector in dict.fromkeys(row.body for row in LANDMARKS):
        at = _tag_with(data, selector)
        if at is None:
            continue
        tag = data[at : data.find(b">", at) + 1]
        row = next(r for r in LANDMARKS if r.body == selector and r.container.encode() in tag)
        return None if any(name in data for name in row.absent) else (row, at)
    return None


@lru_cache(maxsize=64)
def _attribute(selector: str) -> tuple[bytes, re.Pattern[bytes]]:
    """The name to search for, and what the tag around it must look like from its ``<`` on."""
    name = re.escape(selector[1:].encode())
    if selector[0] == "#":
        value = rb"id\s*=\s*(?:\"\s*%b\s*\"|'\s*%b\s*'|%b(?=[\s>]))" % (name, name, name)
    else:
        value = rb"class\s*=\s*(?:\"(?:[^\"<>]*\s)?%b(?:\s[^\"<>]*)?\"|'(?:[^'<>]*\s)?%b(?:\s[^'<>]*)?'|%b(?=[\s>]))" % (name, name, name)
    return selector[1:].encode(), re.compile(rb"<[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*?)?\s%b" % value, re.IGNORECASE)


def _tag_with(data: bytes, selector: str) -> int | None:
    """Where the first tag with an id or class begins; None where there is none."""
    name, pattern = _attribute(selector)
    at = data.find(name)
    while at >= 0:
        begin = data.rfind(b"<", 0, at)
        if begin >= 0 and (match := pattern.match(data, begin)) and match.end() > at:
            return begin
        at = data.find(name, at + len(name))
    return None


def _start(data: bytes, landmark: Landmark, at: int) -> int | None:
    """Where the stretch begins: the last tag before the body with the first class of the row that is there."""
    for name in landmark.starts:
        token, pattern = _attribute("." + name)
        found = data.rfind(token, 0, at)
        while found >= 0:
            begin = data.rfind(b"<", 0, found)
            match = pattern.match(data, begin) if begin >= 0 else None
            if match and match.end() > found:
                return begin if _in_the_open(data, begin) else None
            found = data.rfind(token, 0, found)
    return None


def _in_the_open(data: bytes, at: int) -> bool:
    """Whether a place stands in no comment, no raw text and no attribute: the last of each pair is its closer."""
    if data.rfind(b"<!--", 0, at) > data.rfind(b"-->", 0, at):
        return False
    for opener, closer in _PAIRS[:4]:
        if data.rfind(opener, 0, at) > data.rfind(closer, 0, at):
            return False
    near = data[max(at - _RAW_REACH, 0) : at]
    for opener, closer in _PAIRS[4:]:
        if near.rfind(opener) > near.rfind(closer):
            return False
    before = data.rfind(b"<", 0, at)
    return before < 0 or data.find(b">", before, at) >= 0


def _head(data: bytes, stop: int) -> tuple[bytes, int] | None:
    """The head without its scripts, styles and comments, and where it ends; None where that is not plain."""
    kept: list[bytes] = []
    position = 0
    titled = False
    while match := _SPECIAL.search(data, position, stop):
        begin, word = match.start(), match[0].lower()
        kept.append(data[position:begin])
        if word in (b"</head", b"<body"):
            return (b"".join(kept), begin) if titled else None
        closer = b"-->" if word == b"<!--" else _CLOSERS.get(word)
        end = data.find(closer, begin + 4, stop) if closer else -1
        if closer is None or end < 0 or (word != b"<!--" and _is_uneven(data, begin, end, match[0])):
            return None
        if word == b"<title":
            titled = True
            kept.append(data[begin:end])
            position = end
            continue
        position = data.find(b">", end) + 1
    return None


def _is_uneven(data: bytes, begin: int, end: int, word: bytes) -> bool:
    """Whether an element may end elsewhere: another spelling of its end tag, or a script inside a comment inside it."""
    if word != word.lower():
        return True
    inside = data[begin + len(word) : end]
    return any(name in inside for name in _OTHER_CASE) or (b"<!--" in inside and b"<script" in inside)


def _guess(data: bytes, landmark: Landmark, at: int) -> int:
    """About where the body is over: the first of the row's ends behind its tag, else a usual length."""
    for name in landmark.ends:
        found = data.find(name, at)
        if found >= 0:
            return found
    return at + 20_000


def _stays_open(data: bytes, at: int, end: int) -> bool:
    """Whether nothing in the cut could close the body from inside but its own end tag."""
    part = data[at:end]
    if part.startswith((b"<div", b"<DIV")):
        low = part.lower()
        return all(low.count(b"</" + name + b">") <= low.count(b"<" + name) for name in _CROSSING)
    return _is_even(part)


def _is_even(part: bytes) -> bool:
    """Whether the sections from the body's tag on close in the order they open, until the body's own has closed."""
    stack: list[bytes] = []
    for match in _NESTING.finditer(part):
        if match[2] is None:
            continue
        name = match[2].lower()
        if not match[1]:
            stack.append(name)
        elif not stack or stack.pop() != name:
            return False
        if not stack:
            return True
    return False
