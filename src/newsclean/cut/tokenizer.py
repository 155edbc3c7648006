"""In which state an HTML tokenizer is at a place in raw bytes, without reading every tag before it.

:func:`head_of` reads the head of a page from its start. :func:`is_open` proves that a later place stands between
tags: in no comment, script, tag or attribute. Both say yes only where the tokenizer of the HTML standard
(html.spec.whatwg.org, 13.2.5; libxml2 follows it since 2.14) can read the bytes in no other way. Where they don't,
the whole page is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from newsclean.blocks import Value
from newsclean.lazy_regex import DeferredBytes
from newsclean.rules import markup

__all__ = ["Head", "head_of", "in_any_case", "is_open"]

# Elements whose content is text, whatever stands in it (13.2.5.2 to 13.2.5.5).
_NAMES = rb"script|style|title|textarea|iframe|xmp|noembed|noframes|plaintext"
_LOOKED_FOR = frozenset((*_NAMES.split(b"|"), b"meta", b"base", b"/body", b"/html"))
# A tag behind its name, with every quoted value closed and no angle bracket in any.
_PLAIN = rb"[^<>\"'=]*+(?:=\s*+(?:\"[^\"<>]*+\"|'[^'<>]*+')?+[^<>\"'=]*+)*+>"


def in_any_case(name: bytes) -> bytes:
    """A pattern of a name in small or capital letters. With re.IGNORECASE each tag takes twice the time."""
    return b"".join([b"[%c%c]" % (letter, letter - 32) for letter in name])


# What a head is read by: its comments, its elements of raw text with the rest of a plain tag, and its end.
# What these can begin with is asked first: most tags are others.
_OPENER = re.compile(
    rb"<(?=[!/bstixnp])(?:(!--)|(/(?:head|body|html)|body)\b|(%b)\b(?:(%b)(?<!/>))?+)" % (_NAMES, _PLAIN),
    re.IGNORECASE,
)
# Tags of a head that nobody asks for: links, and metas of nothing but a name and a content. Names in capitals may be
# those of rules/markup.py, but for two.
_UNASKED = DeferredBytes(
    rb"<(?:link\s[^>]*+>(?:(?<=[^=\s]\">)|(?<=[^=\s]\"/>)|(?<=[^=\s]\" />))"
    rb"|meta\s+(?:name|property|http-equiv)=\"(?:(?!(?:%b)\")[a-z0-9:_.-]++|Content-[tT]ype|X-UA-Compatible)\""
    rb"\s+content=\"[^\"]*+\"[\s/]*+>)\s*+"
    % b"|".join([re.escape(name).encode() for name in sorted(markup.METAS) if " " not in name])
)
_TAGS = DeferredBytes(rb"(?:[^<]*+</?+\w++%b)*+[^<]*+" % _PLAIN)
_SCRIPT_TAG = DeferredBytes(rb"<script\b" + _PLAIN)
_COMMENT_END = DeferredBytes(rb"--!?>")
# In a script, ``<!--`` begins a stretch in which ``<script`` and ``</script`` pair up (13.2.5.18 to 13.2.5.31).
_SCRIPT_STOP = DeferredBytes(rb"</script(?:\s*+>|(?=[\s/]))|<!--", re.IGNORECASE)
_SCRIPT = DeferredBytes(rb"<(/?)script(?=[\s/>])", re.IGNORECASE)
# The end tags of raw text; a head with any other element of raw text is not read.
_CLOSERS = {
    name: DeferredBytes(rb"</%b(?:\s*+>|(?=[\s/]))" % name, re.IGNORECASE)
    for name in (b"script", b"style", b"iframe", b"title")
}
# Tags that may swallow what follows them, or the document's end, however they are written, but for plain ones of
# scripts; and end tags that begin with a capital letter, which are looked at for that alone. What they can begin with
# is asked first, in two letters: most tags are others.
_RARE = re.compile(
    rb"<(/[bBhHINPSTX](?:[oO][dD][yY]|[tT][mM][lL]|(?<=[INPSTX])\w*)"
    rb"|[bimnpstxBIMNPSTX][aceflimotACEFLIMOT](?:%b)(?!(?<=<script)%b))\b(%b)?+"
    % (
        b"|".join([in_any_case(name[2:]) for name in (*_NAMES.split(b"|"), b"meta", b"base")]),
        _PLAIN,
        _PLAIN,
    )
)
_ENDLESS = frozenset({b"plaintext", b"/body", b"/html"})  # of those, what nothing closes
_EMPTY = (b"meta", b"base")  # and of those, what has no text
_LOOKED_AT = 8  # tags in scripts that are looked at one by one; a page with more is parsed whole
_END_TAGS = {name: b"</%b>" % name for name in _CLOSERS}  # as nearly all pages write them
_BOUNDARY = (b" ", b"\t", b"\r", b"\n", b"\f", b"/", b">")  # what ends a tag's name (13.2.5.8)


class Head(Value):
    """The bytes of a head without its scripts, styles and comments, and without the links and metas that nobody asks
    for, and where the head ends."""

    kept: bytes
    end: int


def head_of(data: bytes, *, thin: bool = True) -> Head | None:
    """The head of a page, up to ``</head``, ``<body`` or what ends a document. ``thin``: whether links and metas are
    left out, which takes a process that reads one page longer to compile than their parse takes.

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
            asked = _asked(chunk, thin)
            if asked is None:
                return None
            kept.append(asked)
        if over:
            return Head(b"".join(kept), begin) if titled else None
        name = name and name.lower()
        position = (
            _behind_comment(data, begin) if comment else _behind_element(data, name, bool(rest), behind)
        )
        if position < 0:
            return None
        if name == b"title":
            titled = True
            kept.append(data[begin:position])
    return None


def _asked(chunk: bytes, thin: bool) -> bytes | None:
    """Bytes that begin between tags, and hold no comment or raw text, ``thin`` without the links and metas that nobody
    asks for; None where it is not certain that they also end between tags.

    What looks like such a tag is one where all before it ends between tags. With single quotes nothing is left out.
    """
    if thin and chunk.find(b"'") < 0:
        parts = _UNASKED.split(chunk)
        if all([not part or _ends_between_tags(part, 0, len(part), at_once=True) for part in parts]):
            return b"".join(parts)
    return chunk if _ends_between_tags(chunk, 0, len(chunk)) else None


def _ends_between_tags(data: bytes, since: int, until: int, *, at_once: bool = False) -> bool:
    """Whether bytes that begin between tags, and hold no comment or raw text, also end between tags.

    The last ``>`` closes whatever tag is open, unless it stands in a quoted value. Such a value either ends behind
    the ``>``, with a quote that is searched for there, or is still open; then the last quote of its kind opened it,
    and an equals sign stands before that quote. A closed value may look the same (``content="url="``): then the
    tags are read one by one, or, where that has to be said ``at_once``, it is not certain; those have no single quotes.
    """
    text = data[data.rfind(b">", since, until) + 1 or since : until].strip()
    if text and (b"<" in text or b'"' in text or b"'" in text):
        return False
    if _ends_in_opener(data, b'"', since, until):
        return not at_once and _TAGS.fullmatch(data, since, until) is not None
    if at_once or not _ends_in_opener(data, b"'", since, until):
        return True
    return _TAGS.fullmatch(data, since, until) is not None


def _ends_in_opener(data: bytes, quote: bytes, since: int, until: int) -> bool:
    """Whether the last quote of a kind may have opened a value: an equals sign stands before it."""
    last = data.rfind(quote, since, until)
    return last > since and data[last - 1] in b"= \t\r\n\f" and data[since:last].rstrip().endswith(b"=")


def _behind_comment(data: bytes, begin: int) -> int:
    """Where the comment that opens at a place is over; -1 where that is not certain."""
    end = _COMMENT_END.search(data, begin + 2)  # ``<!-->`` is a whole comment (13.2.5.43)
    return end.end() if end and (end.start() >= begin + 4 or end[0] == b"-->") else -1


def _behind_element(data: bytes, name: bytes, is_plain: bool, behind: int) -> int:
    """Where an element of raw text is over, given its tag's name, whether that tag is plain, and where it ends; -1
    where that is not certain."""
    end_tag = _END_TAGS.get(name)
    if end_tag is None or not is_plain:
        return -1
    # Most scripts and styles hold no other "<" than their end tag's: thirty times faster than to search for the tag.
    begin = data.find(b"<", behind)
    if begin < 0:
        return -1
    if data.startswith(end_tag, begin):
        return begin + len(end_tag)
    closer = _CLOSERS[name]
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


def is_open(data: bytes, since: int, place: int, until: int) -> bool | None:
    """Whether a page's body is ended between a place and a later one; None where it is not certain that the first
    stands between tags, or where a meta, a base or the end of the document stands before the later one.

    ``since`` is the end of the head. Raw text and comments are closed when their last closer stands behind their last
    opener. A few metas that stand in scripts do not count.
    """
    tags = _rare_tags(data, since, until)
    if tags is None:
        data, since, place, until = data[since:until].lower(), 0, place - since, until - since
        tags = _rare_tags(data, since, until) or []
    if not tags:
        return False if _is_open(data, since, place, tags) else None
    above = [tag.name for tag in tags if tag.begin >= place]
    before = tags[: len(tags) - len(above)]
    metas = [tag.begin for tag in tags if tag.name in _EMPTY]
    # Of scripts that do not begin with a plain tag it is not certain where their text begins: a quote left open in the
    # tag would go on over the script's end tag, to the next quote.
    scripts = [tag.begin for tag in before if tag.name == b"script"]
    if b"/html" in above or not _stand_in_scripts(data, since, tags, metas):
        return None
    if not _stand_in_scripts(data, since, before, scripts) or not _is_open(data, since, place, before):
        return None
    return b"/body" in above


def _rare_tags(data: bytes, since: int, until: int) -> list[_Tag] | None:
    """The tags of rare elements, and those of scripts that are not plain; None where one is not in lower case."""
    found: list[_Tag] = []
    for match in _RARE.finditer(data, since, until):
        name, rest = match.groups()
        if not name.islower():
            return None
        if name in _LOOKED_FOR:
            found.append(_Tag(match.start(), name, rest is not None))
    return found


def _is_open(data: bytes, since: int, until: int, tags: Iterable[_Tag]) -> bool:
    """Whether the bytes between two places end between tags, of which some are rare. The last of each kind is asked;
    one of raw text that is not plain counts as plaintext: nothing tells where its text is over."""
    last: dict[bytes, int] = {}
    for begin, name, is_plain in tags:
        if begin < until and name not in _EMPTY and name != b"script":
            last[name if is_plain else b"plaintext"] = begin
    if last and not all([_is_closed(data, name, opened, until) for name, opened in last.items()]):
        return False
    if _may_be_in_script(data, since, until):
        return False
    if data.find(b"<!--", data.rfind(b"-->", since, until) + 1 or since, until) >= 0:
        return False
    return _ends_between_tags(data, since, until)


def _is_closed(data: bytes, name: bytes, opened: int, until: int) -> bool:
    """Whether the raw text that was opened last, at this place, is closed behind it. Nothing closes plaintext, and
    nothing takes back the end of a document."""
    closer = data.find(b"</" + name, opened, until) if name not in _ENDLESS else -1
    behind = closer + 2 + len(name)
    return closer >= 0 and data[behind : behind + 1] in _BOUNDARY


def _may_be_in_script(data: bytes, since: int, until: int) -> bool:
    """Whether the end of some lower-case bytes, which begin outside scripts, could stand in a script.

    The last ``</script`` ends every script, unless a ``<!--`` in the script before it is still open: such a script
    may hold whole scripts. Then all depends on whether that ``<!--`` stands in a script, which is asked in turn.
    """
    place = until
    while True:
        closer = data.rfind(b"</script", since, place)
        if data.find(b"<script", closer + 1 or since, place) >= 0:
            return True
        if closer < 0:
            return False
        comment = data.rfind(b"<!--", since, closer)
        if data[closer + 8 : closer + 9] not in _BOUNDARY:
            return True
        if comment < 0 or data.find(b"-->", comment, closer) >= 0:
            return False
        place = comment


def _stand_in_scripts(data: bytes, since: int, tags: Iterable[_Tag], places: list[int]) -> bool:
    """Whether all of these places are certain to stand in scripts: so does what scripts write, and no parser reads it.
    Many are not looked at. Where they are asked in their order, it is certain of those before each."""
    return not places or (
        len(places) <= _LOOKED_AT and all([_is_in_script(data, since, tags, place) for place in places])
    )


def _is_in_script(data: bytes, since: int, tags: Iterable[_Tag], place: int) -> bool:
    """Whether a place is certain to stand in a script that was opened by a plain tag."""
    opened = data.rfind(b"<script", since, place)
    tag = _SCRIPT_TAG.match(data, opened) if opened > data.rfind(b"</script", since, place) else None
    if tag is None or tag.end() > place or tag[0].endswith(b"/>"):
        return False
    return _is_open(data, since, opened, tags)
