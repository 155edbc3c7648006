"""In which state an HTML tokenizer is at a place in raw bytes, told without reading every tag before it.

Here live the head of a page, read exactly, and the proof that a later place stands between tags: in no
comment, no raw text, no tag and no attribute. Both only ever say yes where the HTML standard's tokenizer
(html.spec.whatwg.org, 13.2.5; libxml2 follows it since 2.14) leaves no other reading. Here never lives a
name from a page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple

__all__ = ["Head", "head_of", "is_open"]

_NAMES = rb"script|style|title|textarea|iframe|xmp|noembed|noframes|plaintext"
_PLAIN = rb"[^<>\"'=]*+(?:=\s*+(?:\"[^\"<>]*+\"|'[^'<>]*+')?+[^<>\"'=]*+)*+>"  # a tag behind its name
_OPENER = re.compile(rb"<(?:(!--)|(/head|body)\b|(%b)\b(%b)?+)" % (_NAMES, _PLAIN), re.IGNORECASE)
_TAGS = re.compile(rb"(?:[^<]*+</?+\w++%b)*+[^<]*+" % _PLAIN)
_SCRIPT_TAG = re.compile(rb"<script\b" + _PLAIN)
_COMMENT_END = re.compile(rb"--!?>")
_SCRIPT_STOP = re.compile(rb"</script(?:\s*+>|(?=[\s/]))|<!--", re.IGNORECASE)
_SCRIPT = re.compile(rb"<(/?)script(?=[\s/>])", re.IGNORECASE)
_CLOSERS = {
    name: re.compile(rb"</%b(?:\s*+>|(?=[\s/]))" % name, re.IGNORECASE)
    for name in (b"script", b"style", b"iframe", b"title")
}
# What may not stand before a place that is to be open, beside comments and scripts, which are everywhere.
_RARE = re.compile(rb"<(meta|style|textarea|iframe|title|xmp|noembed|noframes|plaintext|/body|/html)\b")
_ENDLESS = frozenset({b"plaintext", b"/body", b"/html"})
_META = re.compile(rb"<meta\b")
_METAS_IN_SCRIPTS = 8  # metas that scripts write; more are not looked into
_END_TAGS = {name: b"</%b>" % name for name in _CLOSERS}  # as they are mostly written
_BOUNDARY = (b" ", b"\t", b"\r", b"\n", b"\f", b"/", b">")  # what ends a tag's name


class Head(NamedTuple):
    """A head without its scripts, styles and comments, and where it ends."""

    kept: bytes
    end: int


def head_of(data: bytes) -> Head | None:
    """The head of a page up to ``</head`` or ``<body``, read front to back; None where it is not plain: what
    is never closed, a script that writes scripts behind ``<!--``, a head without a title."""
    kept: list[bytes] = []
    position = 0
    titled = False
    while match := _OPENER.search(data, position):
        begin, behind = match.span()
        comment, over, name, rest = match.groups()
        chunk = data[position:begin]
        if chunk and not chunk.isspace():
            if not _ends_between_tags(chunk):
                return None
            kept.append(chunk)
        if over:
            return Head(b"".join(kept), begin) if titled else None
        name = name and name.lower()
        position = _behind_comment(data, begin) if comment else _behind_element(data, name, rest, behind)
        if position < 0:
            return None
        if name == b"title":
            titled = True
            kept.append(data[begin:position])
    return None


def _ends_between_tags(chunk: bytes) -> bool:
    """Whether bytes without comments and raw text, begun between tags, end there.

    The last ``>`` closes whatever tag is open, unless it stands in a quoted value; then the last quote of
    that kind opened the value, and an equals sign stands before it, or a quote behind the ``>`` closes it.
    Where a closed value ends in an equals sign (``content="url="``), the tags are read.
    """
    text = chunk[chunk.rfind(b">") + 1 :]
    if not text.isspace() and (b"<" in text or b'"' in text or b"'" in text):
        return False
    if _ends_in_opener(chunk, b'"') or _ends_in_opener(chunk, b"'"):
        return _TAGS.fullmatch(chunk) is not None
    return True


def _ends_in_opener(chunk: bytes, quote: bytes) -> bool:
    last = chunk.rfind(quote)
    return last > 0 and chunk[last - 1] in b"= \t\r\n\f" and chunk[:last].rstrip().endswith(b"=")


def _behind_comment(data: bytes, begin: int) -> int:
    """Where the comment that opens at a place is over; -1 where that is not plain."""
    end = _COMMENT_END.search(data, begin + 2)
    return end.end() if end and (end.start() >= begin + 4 or end[0] == b"-->") else -1


def _behind_element(data: bytes, name: bytes, rest: bytes | None, behind: int) -> int:
    """Where an element with raw text is over, whose tag's name, rest and end these are; -1 where that is not plain."""
    closer = _CLOSERS.get(name)
    if closer is None or not rest or rest.endswith(b"/>"):
        return -1
    begin = data.find(b"<", behind)  # thirty times faster than a pattern reads code and style sheets
    if begin < 0:
        return -1
    if data.startswith(_END_TAGS[name], begin):
        return begin + len(_END_TAGS[name])
    end = (_SCRIPT_STOP if name == b"script" else closer).search(data, begin)
    if end and end[0] == b"<!--":
        escaped, end = end.start(), closer.search(data, end.end())
        if end and any(not match[1] for match in _SCRIPT.finditer(data, escaped, end.start())):
            return -1
    return end.end() if end and end[0].endswith(b">") else -1


def is_open(before: bytes, place: int) -> bool:
    """Whether a place stands between tags, and no meta stands before the end of the bytes.

    ``before`` are the bytes from the end of the head on, in lower case. Raw text and comments whose last
    closer stands behind their last opener are closed. A few metas in scripts are let pass.
    """
    last = {match[1]: match.start() for match in _RARE.finditer(before, 0, place)}
    metas = last.pop(b"meta", None) is not None or _META.search(before, place)
    if metas and not _has_metas_in_scripts_alone(before):
        return False
    return _is_open(before[:place], last)


def _is_open(before: bytes, last: Mapping[bytes, int]) -> bool:
    if not all([_is_closed(before, name, opened) for name, opened in last.items()]):
        return False
    if _may_be_in_script(before) or before.find(b"<!--", before.rfind(b"-->") + 1) >= 0:
        return False
    return _ends_between_tags(before)


def _is_closed(before: bytes, name: bytes, opened: int) -> bool:
    """Whether raw text whose last start tag is at a place is ended behind it. Of a whole document's end tags
    and of plaintext nothing good can follow."""
    closer = before.find(b"</" + name, opened) if name not in _ENDLESS else -1
    behind = closer + 2 + len(name)
    return closer >= 0 and before[behind : behind + 1] in _BOUNDARY


def _may_be_in_script(before: bytes) -> bool:
    """Whether a place could stand in a script; ``before`` are lower-case bytes from a place outside to it.

    The last closer ends every script, but for one that holds whole scripts behind ``<!--``: then the
    question is whether that ``<!--`` itself stands in a script.
    """
    place = len(before)
    while True:
        closer = before.rfind(b"</script", 0, place)
        if before.find(b"<script", closer + 1, place) >= 0:
            return True
        if closer < 0:
            return False
        comment = before.rfind(b"<!--", 0, closer)
        if before[closer + 8 : closer + 9] not in _BOUNDARY:
            return True
        if comment < 0 or before.find(b"-->", comment, closer) >= 0:
            return False
        place = comment


def _has_metas_in_scripts_alone(before: bytes) -> bool:
    places = [match.start() for match in islice(_META.finditer(before), _METAS_IN_SCRIPTS + 1)]
    return len(places) <= _METAS_IN_SCRIPTS and all(_is_in_script(before, place) for place in places)


def _is_in_script(before: bytes, place: int) -> bool:
    opened = before.rfind(b"<script", 0, place)
    tag = _SCRIPT_TAG.match(before, opened) if opened > before.rfind(b"</script", 0, place) else None
    if tag is None or tag.end() > place or tag[0].endswith(b"/>"):
        return False
    last = {match[1]: match.start() for match in _RARE.finditer(before, 0, opened)}
    last.pop(b"meta", None)
    return _is_open(before[:opened], last)
