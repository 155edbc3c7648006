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

from lxml import etree

from newsclean.layouts import LANDMARKS, Landmark

if TYPE_CHECKING:
    from newsclean.extract.locate import Located
    from newsclean.extract.view import View

__all__ = ["Cut", "body_in", "cuts", "is_closed", "is_own"]

_SMALLEST = 4_096  # bytes; a page this small is parsed whole at once
_TAILS = (6_000, 40_000)  # bytes behind the guessed end of the body that are parsed: a first and a second try
_SPECIAL = re.compile(
    rb"<(?:!--|script\b|style\b|/head\b|body\b|textarea\b|title\b|xmp\b|noembed\b|plaintext\b)", re.IGNORECASE
)
_ENDS_HEAD = frozenset({b"</head", b"<body", b"</HEAD", b"<BODY"})
_CLOSERS = {b"<!--": b"-->", b"<script": b"</script", b"<style": b"</style", b"<title": b"</title"}
_PAIRS = (
    (b"<!--", b"-->"),
    *[
        (b"<" + name, b"</" + name)
        for name in (b"script", b"style", b"textarea", b"iframe", b"title", b"xmp", b"noembed", b"noframes")
    ],
)
_CROSSING = (b"td", b"th", b"tr", b"tbody", b"thead", b"tfoot", b"table")
_META = re.compile(rb"<meta\b", re.IGNORECASE)
_NESTING = re.compile(
    rb"<!--.*?-->|<script\b.*?</script|<style\b.*?</style|<(/?)(div|section|article|main)\b",
    re.IGNORECASE | re.DOTALL,
)


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
    between = data[head_end:start]
    if not _in_the_open(between) or any(
        not _in_script(data[head_end : m.start()]) for m in _META.finditer(data, head_end, at)
    ):
        return
    guess = _guess(data, landmark, at)
    for tail in _TAILS:
        end = data.rfind(b"<", at, guess + tail) if guess + tail < len(data) else len(data)
        if end < 0 or not _stays_open(data, at, end):
            return
        yield Cut(kept + b"\n<body>" + data[start:end], landmark, end == len(data))
        if end == len(data):
            return


def body_in(root: Any, cut: Cut) -> Any | None:
    """The first element of a cut's tree that is its landmark's body; None where there is none."""
    return next(iter(_path(cut.landmark.body)(root)), None)


@lru_cache(maxsize=16)
def _path(selector: str) -> etree.XPath:
    name = selector[1:]
    if selector[0] == "#":
        return etree.XPath(f'//*[@id="{name}"]')
    return etree.XPath(f'//*[contains(concat(" ", normalize-space(@class), " "), " {name} ")]')


def is_own(cut: Cut, view: View, at: Located, body: Any) -> bool:
    """Whether what the parser found in a cut is what was cut out: the body, its landmark, a title above it."""
    tokens = (body.get("class") or "").split()
    row = next(
        r for r in LANDMARKS if r.body == cut.landmark.body and (not r.container or r.container in tokens)
    )
    if (
        at.body is not body
        or at.layout.loose
        or row is not cut.landmark
        or not at.stretch.start
        or not view.title
    ):
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
        value = (
            rb"class\s*=\s*(?:\"(?:[^\"<>]*\s)?%b(?:\s[^\"<>]*)?\"|'(?:[^'<>]*\s)?%b(?:\s[^'<>]*)?'|%b(?=[\s>]))"
            % (name, name, name)
        )
    return selector[1:].encode(), re.compile(
        rb"<[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*?)?\s%b" % value, re.IGNORECASE
    )


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
                return begin
            found = data.rfind(token, 0, found)
    return None


def _in_the_open(between: bytes) -> bool:
    """Whether a place stands in no comment, no raw text and no attribute; ``between`` are the bytes from the
    head to it. Behind the last closer of each kind there may be no opener of that kind."""
    low = between.lower()
    for opener, closer in _PAIRS:
        if low.find(opener, low.rfind(closer) + 1) >= 0:
            return False
    return low.rfind(b"<") <= low.rfind(b">")


def _in_script(before: bytes) -> bool:
    """Whether the place after these bytes is inside a script that itself stands in the open."""
    opened = before.rfind(b"<script")
    return opened > before.rfind(b"</script") and _in_the_open(before[:opened])


def _head(data: bytes, stop: int) -> tuple[bytes, int] | None:
    """The head without its scripts, styles and comments, and where it ends; None where that is not plain."""
    if data.find(b"</SCRIPT", 0, stop) >= 0 or data.find(b"</STYLE", 0, stop) >= 0:
        return None
    kept: list[bytes] = []
    position = 0
    titled = False
    while match := _SPECIAL.search(data, position, stop):
        begin, word = match.start(), match[0]
        kept.append(data[position:begin])
        if word in _ENDS_HEAD:
            return (b"".join(kept), begin) if titled else None
        closer = _CLOSERS.get(word)
        end = data.find(closer, begin + 4, stop) if closer else -1
        if closer is None or end < 0 or (word == b"<script" and data.find(word, begin + 7, end) >= 0):
            return None  # unclosed, spelled in capitals, or a script that writes scripts
        if word == b"<title":
            titled = True
            kept.append(data[begin:end])
            position = end
            continue
        position = data.find(b">", end) + 1
    return None


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
        if b"</t" not in part and b"</T" not in part:
            return True
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
