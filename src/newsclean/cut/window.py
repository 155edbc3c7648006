"""Most of a page is not its article: the head and the body's stretch are cut out of the raw bytes here.

What makes a cut the same as the whole page:

- A parser reads from the front. The head is a prefix, so its metas are exact; scripts, styles and comments
  are left out of it by the tokenizer's own rules (tokenizer.py).
- The stretch begins at a landmark (layouts/landmarks.py) that is proven to stand between tags; nothing
  before it counts on the whole page either, for it holds no meta.
- The body must be seen closed, with as many elements after it as its row reaches, before the cut ends; what
  comes later can't change what the parser has already closed. A body that is a div is only ever closed by its
  own end tag or by those of table parts and the document, which are counted. What the cut leaves open behind
  the body must be nothing that the layout asks for.
- Structure is ASCII even in GB18030: its trail bytes are 0x30–0x39, 0x40–0x7E and 0x80–0xFE, never ``<``,
  ``>``, ``"``, ``'`` or ``=``. Names may be hit by trail bytes, so each is checked to be a tag's attribute.

Whatever is not proven so is parsed whole. The one thing a cut can't tell is which bytes outside it can't be
decoded: they are warned of only where the whole page is parsed.
Here never lives a name from a page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from newsclean.cut.tokenizer import Head, head_of, is_open
from newsclean.locate.index import TAGS, compiled, keys_of
from newsclean.locate.layout import Located, landmark_of, landmarks
from newsclean.locate.page import View
from newsclean.rules import Landmark, Layout, Rules, default_rules
from newsclean.tree import Element

__all__ = ["Cut", "cuts", "is_closed", "is_own"]

_SMALLEST = 4_096  # bytes; a page this small is parsed whole at once
_SPARE = 12  # tags behind the guessed end of the body, beside those that the row reaches: a first try
_LAST_TRY = 288  # tags there: a second
_USUAL = 20_000  # bytes of a body whose end nothing marks
# Bytes behind the body's tag in which its end is guessed: nearby, then further on.
_LIMITS = (20_000, 400_000)
_STEP = 8_192  # bytes that are searched at once
_NAME = re.compile(rb"<(\w+)")
_TAG = re.compile(rb"<[a-zA-Z]")
_SECTIONS = re.compile(rb"<(?:(!--|script\b|style\b)|(/?)(div|section|article|main)\b)")
_DIVS = re.compile(rb"<(?:(!--|script\b|style\b)|(/?)(div|table|t(?:head|body|foot|[rdh]))\b)")
_CLOSERS = {b"!--": b"-->", b"script": b"</script", b"style": b"</style"}
_CROSSING = re.compile(rb"</t(?:able|head|body|foot|[rdh])\b", re.IGNORECASE)
_BOUNDARY = frozenset({b'"', b"'", b"=", b" ", b"\t", b"\r", b"\n", b"\f", b">"})  # beside a name in a tag


class Cut(NamedTuple):
    """The bytes to parse, the row that says which body must be in them, its tag, and whether they go on to
    the page's end."""

    content: bytes
    landmark: Landmark
    tag: str
    whole: bool


def cuts(rules: Rules, data: bytes) -> Iterator[Cut]:
    """Cuts of a page to try, the shorter first; none where its body can't be cut out."""
    head = head_of(data) if len(data) >= _SMALLEST and b"\x00" not in data else None
    found = _body(rules, data, head) if head else None
    if head is None or found is None:
        return
    landmark, at = found
    start = _start(data, landmark, head, at)
    name = _NAME.match(data, at)
    if start is None or name is None:
        return
    above, opened = data[head.end : at].lower(), start - head.end
    if above.find(b"</html", opened) >= 0 or b"</html" in head.kept.lower() or not is_open(above, opened):
        return  # also where a document ends before its body: what a parser keeps of the rest, the page tells
    tag, guess = name[1].decode("ascii").lower(), _guess(data, landmark, at)
    for count in (landmark.reach + _SPARE, _LAST_TRY):
        end = _end(data, guess, count)
        part = data[at:end]
        if not (_stays_open(part) if tag == "div" else _is_even(part)):
            return
        yield Cut(b"%b\n<body>%b%b" % (head.kept, data[start:at], part), landmark, tag, end == len(data))
        if end == len(data):
            return


def is_own(cut: Cut, view: View, at: Located) -> bool:
    """Whether what the parser found in a cut is what was cut out: the body, its landmark, a title above it."""
    body, order = at.body, at.stretch.order
    if body is not view.zone.skipped or body.tag != cut.tag:
        return False
    if landmark_of(view.rules, cut.landmark.body, body) is not cut.landmark:
        return False
    if at.layout.loose or not at.stretch.start or not view.title:
        return False
    return any(found.order < order for tag in ("h1", "h2") for found in view.zone.all(tag))


def is_closed(cut: Cut, view: View, at: Located) -> bool:
    """Whether the body was closed inside the cut, with all the elements behind it that may matter. What is left open
    to the end, or over the body, may be closed earlier on the whole page, by the end of something around the cut."""
    if not cut.whole and view.zone.size <= at.stretch.stop:
        return False
    asked = _asked(at.layout)
    left = chain(_left_open(view.root), at.body.iterancestors())
    return asked.isdisjoint(chain.from_iterable(map(keys_of, left)))


def _left_open(root: Element) -> Iterator[Element]:
    """The elements that the end of a tree may have left open: the last, and those around it."""
    while len(root):
        root = root[-1]
        if isinstance(root.tag, str):
            yield root


@lru_cache(maxsize=64)
def _asked(layout: Layout) -> frozenset[str]:
    """The index entries of elements whose text a layout asks for."""
    titled = layout.title + layout.time + layout.source + layout.author
    fields = titled + layout.channel + layout.keywords + layout.editor
    steps = [step for selector in fields for steps in compiled(selector) for step in steps]
    return frozenset([step.key for step in steps if step.key != step.tag or step.tag in TAGS])


def _body(rules: Rules, data: bytes, head: Head) -> tuple[Landmark, int] | None:
    """The landmark row whose body the page has, and where the body's tag begins."""
    rows = rules.made(landmarks)
    if any(name in data for name in rules.made(_uncut)):
        return None
    for selector in dict.fromkeys(row.body for row in rows):
        if _tag_with(head.kept, selector, 0) is not None:
            return None
        at = _tag_with(data, selector, head.end)
        if at is not None:
            tag = data[at : data.find(b">", at) + 1]
            row = next((r for r in rows if r.body == selector and r.container.encode() in tag), None)
            return None if row is None or any(name.encode() in data for name in row.absent) else (row, at)
    return None


def _uncut(rules: Rules) -> tuple[bytes, ...]:
    """The names of bodies of a user's layouts that no landmark goes with: a page that holds one is parsed whole, for
    the landmarks of other layouts say nothing of where such a page's article stands."""
    known = {row.name for row in default_rules().of_kind(Layout)}
    marked = {row.body for row in rules.made(landmarks)}
    added = [row for row in rules.of_kind(Layout) if row.name not in known or row.replace]
    selectors = [selector for row in added for selector in row.body if selector not in marked]
    return tuple([re.split(r"[#.]", selector)[-1].encode() for selector in selectors])


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


def _tag_with(data: bytes, selector: str, since: int) -> int | None:
    """Where the first tag with an id or class begins; None where there is none. Each tag is looked at once."""
    name, pattern = _attribute(selector)
    size = len(name)
    at = _first(data, name, since)
    while at >= 0:
        if data[at - 1 : at] not in _BOUNDARY or data[at + size : at + size + 1] not in _BOUNDARY:
            at = data.find(name, at + size)
            continue
        begin = data.rfind(b"<", since, at)
        if begin >= 0 and pattern.match(data, begin):
            return begin
        since = data.find(b"<", at)
        at = data.find(name, since) if since >= 0 else -1
    return None


def _first(data: bytes, name: bytes, since: int) -> int:
    """Where a name stands first; -1 where it does not. Python searches from behind in less than half the time."""
    for begin in range(since, len(data), _STEP):
        end = begin + _STEP + len(name) - 1
        if data.rfind(name, begin, end) >= 0:
            return data.find(name, begin, end)
    return -1


def _start(data: bytes, landmark: Landmark, head: Head, at: int) -> int | None:
    """Where the stretch begins: the last tag before the body with the first class of the row that is there."""
    for name in landmark.starts:
        token, pattern = _attribute("." + name)
        begin = at
        while (found := data.rfind(token, head.end, begin)) >= 0:
            begin = data.rfind(b"<", head.end, found)
            if begin < 0:
                break
            if pattern.match(data, begin):
                return begin
        if _tag_with(head.kept, "." + name, 0) is not None:
            return None
    return None


def _guess(data: bytes, landmark: Landmark, at: int) -> int:
    """About where the body is over: the first of the row's ends behind its tag, else a usual length."""
    found = (data.find(name.encode(), at, at + limit) for limit in _LIMITS for name in landmark.ends)
    return next((end for end in found if end >= 0), at + _USUAL)


def _end(data: bytes, guess: int, count: int) -> int:
    """Where so many tags stand behind a place; the end of the page where there are fewer."""
    last = next(islice(_TAG.finditer(data, guess), count, None), None)
    return last.start() if last else len(data)


def _stays_open(part: bytes) -> bool:
    """Whether nothing behind a div's tag could close it from inside but its own end tag: end tags of table
    parts cross a div's border, so each must have its opener inside, until the div is over."""
    if not _CROSSING.search(part):
        return True
    opened: Counter[bytes] = Counter()
    for closes, name in _tags(part, _DIVS):
        opened[name] += -1 if closes else 1
        if name == b"div" and not any(opened.values()):
            return True
        if opened[name] < 0 and name != b"div":
            return False
    return True


def _is_even(part: bytes) -> bool:
    """Whether the sections from the body's tag on close in the order they open, until the body's own has closed."""
    stack: list[bytes] = []
    for closes, name in _tags(part, _SECTIONS):
        if not closes:
            stack.append(name)
        elif not stack or stack.pop() != name:
            return False
        if not stack:
            return True
    return False


def _tags(part: bytes, pattern: re.Pattern[bytes]) -> Iterator[tuple[bool, bytes]]:
    """The tags that a pattern names, as (whether it closes, name); none of those in comments, scripts and styles,
    which are jumped over."""
    part = part.lower()
    at = 0
    while match := pattern.search(part, at):
        at = match.end()
        aside, closes, name = match.groups()
        if not aside:
            yield bool(closes), name
            continue
        at = part.find(_CLOSERS[aside], at)
        if at < 0:
            return
        at += len(_CLOSERS[aside])
