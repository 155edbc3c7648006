"""In which state an HTML tokenizer is at a place in raw bytes, without reading every tag before it.

:func:`head_of` reads the head of a page from its start. :func:`is_open` proves that a later place stands between
tags: in no comment, script, tag or attribute. Both say yes only where the tokenizer of the HTML standard
(html.spec.whatwg.org, 13.2.5; libxml2 follows it since 2.14) can read the bytes in no other way. Where they don't,
the whole page is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from newsclean.blocks import Value
from newsclean.rules import markup

__all__ = ["Head", "head_of", "is_open"]

# Elements whose content is text, whatever stands in it (13.2.5.2 to 13.2.5.5).
_NAMES = rb"script|style|title|textarea|iframe|xmp|noembed|noframes|plaintext"
_LOOKED_FOR = frozenset((*_NAMES.split(b"|"), b"meta", b"base", b"/body", b"/html"))
# A tag behind its name, with every quoted value closed and no angle bracket in any.
_PLAIN = rb"[^<>\"'=]*+(?:=\s*+(?:\"[^\"<>]*+\"|'[^'<>]*+')?+[^<>\"'=]*+)*+>"


def _in_any_case(name: bytes) -> bytes:
    """A pattern of a name in small or capital letters. With re.IGNORECASE each tag takes twice the time."""
    return b"".join([b"[%c%c]" % (letter, letter - 32) for letter in name])


# What a head is read by: its comments, its elements of raw text, and its end.
# What these can begin with is asked first: most tags are others.
_OPENER = re.compile(
    rb"<(?=[!/bstixnp])(?:(!--)|(/head|body)\b|(%b)\b(%b)?+)" % (_NAMES, _PLAIN), re.IGNORECASE
)
# Tags of a head that nobody asks for: links, and metas of nothing but a name and a content. Names in capitals may be
# those of rules/markup.py, but for two.
_UNASKED = re.compile(
    rb"<(?:link\s[^>]*+>(?:(?<=[^=\s]\">)|(?<=[^=\s]\"/>)|(?<=[^=\s]\" />))"
    rb"|meta\s+(?:name|property|http-equiv)=\"(?:(?!(?:%b)\")[a-z0-9:_.-]++|Content-[tT]ype|X-UA-Compatible)\""
    rb"\s+content=\"[^\"]*+\"[\s/]*+>)\s*+"
    % b"|".join([re.escape(name).encode() for name in sorted(markup.METAS) if " " not in name])
)
_TAGS = re.compile(rb"(?:[^<]*+</?+\w++%b)*+[^<]*+" % _PLAIN)
_SCRIPT_TAG = re.compile(rb"<script\b" + _PLAIN)
_COMMENT_END = re.compile(rb"--!?>")
# In a script, ``<!--`` begins a stretch in which ``<script`` and ``</script`` pair up (13.2.5.18 to 13.2.5.31).
_SCRIPT_STOP = re.compile(rb"</script(?:\s*+>|(?=[\s/]))|<!--", re.IGNORECASE)
_SCRIPT = re.compile(rb"<(/?)script(?=[\s/>])", re.IGNORECASE)
# The end tags of raw text; a head with any other element of raw text is not read.
_CLOSERS = {
    name: re.compile(rb"</%b(?:\s*+>|(?=[\s/]))" % name, re.IGNORECASE)
    for name in (b"script", b"style", b"iframe", b"title")
}
# Tags that may swallow what follows them, or the document's end, however they are written; and end tags that begin with
# a capital letter, which are looked at for that alone. What they can begin with is asked first: most tags are others.
_RARE = re.compile(
    rb"<(/(?:[bB][oO][dD][yY]|[hH][tT][mM][lL]|[INPSTX]\w*)|[bimnpstxBIMNPSTX](?:%b))\b(%b)?+"
    % (b"|".join([_in_any_case(name[1:]) for name in (*_NAMES.split(b"|"), b"meta", b"base")]), _PLAIN)
)
_ENDLESS = frozenset({b"plaintext", b"/body", b"/html"})  # of those, what nothing closes
_EMPTY = (b"meta", b"base")  # and of those, what has no text
_METAS = (b"<meta", b"<base")
_LOOKED_AT = 8  # tags in scripts that are looked at one by one; a page with more is parsed whole
_END_TAGS = {name: b"</%b>" % name for name in _CLOSERS}  # as nearly all pages write them
_BOUNDARY = (b" ", b"\t", b"\r", b"\n", b"\f", b"/", b">")  # what ends a tag's name (13.2.5.8)


class Head(Value):
    """The bytes of a head without its scripts, styles and comments, and without the links and metas that nobody asks
    for, and where the head ends."""

    kept: bytes
    end: int


def head_of(data: bytes) -> Head | None:
    """The head of a page, up to ``</head`` or ``<body``.

    None where that can't be told with certainty: something is never closed, a script writes scripts behind
    ``<!--``, or there is no title.
    """
    kept: list[bytes] = []
    position = 0
    titled = False
    while match := _OPENER.search(data, position):
        begin, behind = match.span()
        comment, over, name, rest = match.groups()
        chunk = data[position:begin]
        if chunk and not chunk.isspace():
            asked = _asked(chunk)
            if asked is None:
                return None
            kept.append(asked)
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


def _asked(chunk: bytes) -> bytes | None:
    """Bytes that begin between tags, and hold no comment or raw text, without the links and metas that nobody asks for;
    None where it is not certain that they also end between tags.

    What looks like such a tag is one where all before it ends between tags. With single quotes nothing is left out.
    """
    if b"'" not in chunk:
        parts = _UNASKED.split(chunk)
        if all([not part or _ends_between_tags(part, at_once=True) for part in parts]):
            return b"".join(parts)
    return chunk if _ends_between_tags(chunk) else None


def _ends_between_tags(chunk: bytes, *, at_once: bool = False) -> bool:
    """Whether bytes that begin between tags, and hold no comment or raw text, also end between tags.

    The last ``>`` closes whatever tag is open, unless it stands in a quoted value. Such a value either ends behind
    the ``>``, with a quote that is searched for there, or is still open; then the last quote of its kind opened it,
    and an equals sign stands before that quote. A closed value may look the same (``content="url="``): then the
    tags are read one by one, or, where that has to be said ``at_once``, it is not certain.
    """
    text = chunk[chunk.rfind(b">") + 1 :]
    if not text.isspace() and (b"<" in text or b'"' in text or b"'" in text):
        return False
    if _ends_in_opener(chunk, b'"') or _ends_in_opener(chunk, b"'"):
        return not at_once and _TAGS.fullmatch(chunk) is not None
    return True


def _ends_in_opener(chunk: bytes, quote: bytes) -> bool:
    """Whether the last quote of a kind may have opened a value: an equals sign stands before it."""
    last = chunk.rfind(quote)
    return last > 0 and chunk[last - 1] in b"= \t\r\n\f" and chunk[:last].rstrip().endswith(b"=")


def _behind_comment(data: bytes, begin: int) -> int:
    """Where the comment that opens at a place is over; -1 where that is not certain."""
    end = _COMMENT_END.search(data, begin + 2)  # ``<!-->`` is a whole comment (13.2.5.43)
    return end.end() if end and (end.start() >= begin + 4 or end[0] == b"-->") else -1


def _behind_element(data: bytes, name: bytes, rest: bytes | None, behind: int) -> int:
    """Where an element of raw text is over, given its tag's name, its tag's rest and where that tag ends; -1 where
    that is not certain."""
    closer = _CLOSERS.get(name)
    if closer is None or not rest or rest.endswith(b"/>"):
        return -1
    # Most scripts and styles hold no other "<" than their end tag's: thirty times faster than to search for the tag.
    begin = data.find(b"<", behind)
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


class _Tag(NamedTuple):
    """Where a rare tag begins, its name, and whether it is plain: else a quote is left open in it, or an angle bracket
    stands in a value."""

    begin: int
    name: bytes
    is_plain: bool


def is_open(before: bytes, above: bytes) -> bool:
    """Whether the end of some bytes stands between tags, and no meta or base stands in them, nor in those that follow.

    ``before`` are the bytes from the end of the head on, ``above`` those behind them, in lower case. Raw text and
    comments are closed when their last closer stands behind their last opener. A few metas that stand in scripts do not
    count.
    """
    tags = _rare_tags(before)
    if tags is None:
        before = before.lower()
        tags = _rare_tags(before) or []
    if any([meta in above for meta in _METAS]):
        whole = before.lower() + above
        if not _has_metas_in_scripts_alone(whole, _rare_tags(whole) or []):
            return False
    elif not _has_metas_in_scripts_alone(before, tags):
        return False
    return _are_scripts_plain(before, tags) and _is_open(before, _last(tags, len(before)))


def _rare_tags(before: bytes) -> list[_Tag] | None:
    """The tags of rare elements, and those of scripts that are not plain; None where one is not in lower case."""
    found: list[_Tag] = []
    for match in _RARE.finditer(before):
        name, rest = match.groups()
        if not name.islower():
            return None
        if name in _LOOKED_FOR and (rest is None or name != b"script"):
            found.append(_Tag(match.start(), name, rest is not None))
    return found


def _last(tags: Iterable[_Tag], until: int) -> dict[bytes, int]:
    """Where the last start tag of each rare element before a place begins. One of raw text that is not plain counts as
    plaintext: nothing tells where its text is over."""
    return {
        name if is_plain else b"plaintext": begin
        for begin, name, is_plain in tags
        if begin < until and name not in _EMPTY and name != b"script"
    }


def _is_open(before: bytes, last: Mapping[bytes, int]) -> bool:
    """Whether the bytes end between tags; ``last`` has the last start tag of each rare element."""
    if not all([_is_closed(before, name, opened) for name, opened in last.items()]):
        return False
    if _may_be_in_script(before) or before.find(b"<!--", before.rfind(b"-->") + 1) >= 0:
        return False
    return _ends_between_tags(before)


def _is_closed(before: bytes, name: bytes, opened: int) -> bool:
    """Whether the raw text that was opened last, at this place, is closed behind it. Nothing closes plaintext, and
    nothing takes back the end of a document."""
    closer = before.find(b"</" + name, opened) if name not in _ENDLESS else -1
    behind = closer + 2 + len(name)
    return closer >= 0 and before[behind : behind + 1] in _BOUNDARY


def _may_be_in_script(before: bytes) -> bool:
    """Whether the end of some lower-case bytes, which begin outside scripts, could stand in a script.

    The last ``</script`` ends every script, unless a ``<!--`` in the script before it is still open: such a script
    may hold whole scripts. Then all depends on whether that ``<!--`` stands in a script, which is asked in turn.
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


def _are_scripts_plain(before: bytes, tags: Iterable[_Tag]) -> bool:
    """Whether each script begins with a plain tag, so that it is certain where its text begins: a quote left open in
    the tag would go on over the script's end tag, to the next quote. A few tags that scripts write do not count;
    whether they stand in a script is certain, for those before them were asked first."""
    odd = [tag.begin for tag in tags if tag.name == b"script"]
    return len(odd) <= _LOOKED_AT and all([_is_in_script(before, tags, begin) for begin in odd])


def _has_metas_in_scripts_alone(before: bytes, tags: Iterable[_Tag]) -> bool:
    """Whether every meta is text in a script, so that no parser reads it."""
    metas = [tag.begin for tag in tags if tag.name in _EMPTY]
    return len(metas) <= _LOOKED_AT and all([_is_in_script(before, tags, begin) for begin in metas])


def _is_in_script(before: bytes, tags: Iterable[_Tag], place: int) -> bool:
    """Whether a place is certain to stand in a script that was opened by a plain tag."""
    opened = before.rfind(b"<script", 0, place)
    tag = _SCRIPT_TAG.match(before, opened) if opened > before.rfind(b"</script", 0, place) else None
    if tag is None or tag.end() > place or tag[0].endswith(b"/>"):
        return False
    return _is_open(before[:opened], _last(tags, opened))
