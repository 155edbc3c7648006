"""In which state an HTML tokenizer is at a place of a page, without reading every tag before it.

:func:`head_of` reads the head of a page from its start. :func:`is_open` proves that a later place stands between
tags: in no comment, script, tag or attribute. Both say yes only where the tokenizer of the HTML standard
(html.spec.whatwg.org, 13.2.5; libxml2 follows it since 2.14) can read the page in no other way. Where they don't,
the whole page is parsed.

A page is its text, or its bytes, one character a byte. In both, letters and white space are those of ASCII alone, so
that what stands beside a byte of a Chinese character is read as beside the character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from newsclean.blocks import Value
from newsclean.lazy_regex import Deferred
from newsclean.rules import markup

__all__ = ["Head", "head_of", "in_any_case", "is_open"]

_SPACE = " \t\n\r\x0b\x0c"

# Elements whose content is text, whatever stands in it (13.2.5.2 to 13.2.5.5).
_NAMES = r"script|style|title|textarea|iframe|xmp|noembed|noframes|plaintext"
_LOOKED_FOR = frozenset((*_NAMES.split("|"), "meta", "base", "/body", "/html"))
# A tag behind its name, with every quoted value closed and no angle bracket in any.
_PLAIN = r"[^<>\"'=]*+(?:=\s*+(?:\"[^\"<>]*+\"|'[^'<>]*+')?+[^<>\"'=]*+)*+>"


def in_any_case(name: str) -> str:
    """A pattern of a name in small or capital letters. With re.IGNORECASE each tag takes twice the time."""
    return "".join([f"[{letter}{letter.upper()}]" for letter in name])


# What a head is read by: its comments, its elements of raw text with the rest of a plain tag, and its end.
# What these can begin with is asked first: most tags are others.
_OPENER = re.compile(
    rf"<(?=[!/bstixnp])(?:(!--)|(/(?:head|body|html)|body)\b|({_NAMES})\b(?:({_PLAIN})(?<!/>))?+)",
    re.ASCII | re.IGNORECASE,
)
# Tags of a head that nobody asks for: links, and metas of nothing but a name and a content. Names in capitals may be
# those of rules/markup.py, but for two.
_ASKED = "|".join([re.escape(name) for name in sorted(markup.METAS) if " " not in name])
_UNASKED = Deferred(
    r"<(?:link\s[^>]*+>(?:(?<=[^=\s]\">)|(?<=[^=\s]\"/>)|(?<=[^=\s]\" />))"
    rf"|meta\s+(?:name|property|http-equiv)=\"(?:(?!(?:{_ASKED})\")[a-z0-9:_.-]++|Content-[tT]ype|X-UA-Compatible)\""
    r"\s+content=\"[^\"]*+\"[\s/]*+>)\s*+",
    re.ASCII,
)
_TAGS = Deferred(rf"(?:[^<]*+</?+\w++{_PLAIN})*+[^<]*+", re.ASCII)
_SCRIPT_TAG = Deferred(r"<script\b" + _PLAIN, re.ASCII)
_COMMENT_END = Deferred(r"--!?>")
# In a script, ``<!--`` begins a stretch in which ``<script`` and ``</script`` pair up (13.2.5.18 to 13.2.5.31).
_SCRIPT_STOP = Deferred(r"</script(?:\s*+>|(?=[\s/]))|<!--", re.ASCII | re.IGNORECASE)
_SCRIPT = Deferred(r"<(/?)script(?=[\s/>])", re.ASCII | re.IGNORECASE)
# The end tags of raw text; a head with any other element of raw text is not read.
_CLOSERS = {
    name: Deferred(rf"</{name}(?:\s*+>|(?=[\s/]))", re.ASCII | re.IGNORECASE)
    for name in ("script", "style", "iframe", "title")
}
# Tags that may swallow what follows them, or the document's end, however they are written, but for plain ones of
# scripts; and end tags that begin with a capital letter, which are looked at for that alone. What they can begin with
# is asked first, in two letters: most tags are others.
_RARE_NAMES = "|".join([in_any_case(name[2:]) for name in (*_NAMES.split("|"), "meta", "base")])
_RARE = re.compile(
    r"<(/[bBhHINPSTX](?:[oO][dD][yY]|[tT][mM][lL]|(?<=[INPSTX])\w*)"
    rf"|[bimnpstxBIMNPSTX][aceflimotACEFLIMOT](?:{_RARE_NAMES})(?!(?<=<script){_PLAIN}))\b({_PLAIN})?+",
    re.ASCII,
)
_ENDLESS = frozenset({"plaintext", "/body", "/html"})  # of those, what nothing closes
_EMPTY = ("meta", "base")  # and of those, what has no text
_LOOKED_AT = 8  # tags in scripts that are looked at one by one; a page with more is parsed whole
_END_TAGS = {name: f"</{name}>" for name in _CLOSERS}  # as nearly all pages write them
_BOUNDARY = (" ", "\t", "\r", "\n", "\f", "/", ">")  # what ends a tag's name (13.2.5.8)


class Head(Value):
    """A head without its scripts, styles and comments, and without the links and metas that nobody asks
    for, and where the head ends."""

    kept: str
    end: int


def head_of(page: str, *, thin: bool = True) -> Head | None:
    """The head of a page, up to ``</head``, ``<body`` or what ends a document. ``thin``: whether links and metas are
    left out, which takes a process that reads one page longer to compile than their parse takes.

    None where that can't be told with certainty: something is never closed, a script writes scripts behind
    ``<!--``, or there is no title.
    """
    kept: list[str] = []
    position = 0
    titled = False
    while match := _OPENER.search(page, position):
        begin, behind = match.span()
        comment, over, name, rest = match.groups()
        chunk = page[position:begin]
        if chunk.strip(_SPACE):
            asked = _asked(chunk, thin)
            if asked is None:
                return None
            kept.append(asked)
        if over:
            return Head("".join(kept), begin) if titled else None
        name = name and name.lower()
        position = (
            _behind_comment(page, begin) if comment else _behind_element(page, name, bool(rest), behind)
        )
        if position < 0:
            return None
        if name == "title":
            titled = True
            kept.append(page[begin:position])
    return None


def _asked(chunk: str, thin: bool) -> str | None:
    """A chunk that begins between tags, and holds no comment or raw text, ``thin`` without the links and metas that
    nobody asks for; None where it is not certain that it also ends between tags.

    What looks like such a tag is one where all before it ends between tags. With single quotes nothing is left out.
    """
    if thin and chunk.find("'") < 0:
        parts = _UNASKED.split(chunk)
        if all([not part or _ends_between_tags(part, 0, len(part), at_once=True) for part in parts]):
            return "".join(parts)
    return chunk if _ends_between_tags(chunk, 0, len(chunk)) else None


def _ends_between_tags(page: str, since: int, until: int, *, at_once: bool = False) -> bool:
    """Whether a stretch that begins between tags, and holds no comment or raw text, also ends between tags.

    The last ``>`` closes whatever tag is open, unless it stands in a quoted value. Such a value either ends behind
    the ``>``, with a quote that is searched for there, or is still open; then the last quote of its kind opened it,
    and an equals sign stands before that quote. A closed value may look the same (``content="url="``): then the
    tags are read one by one, or, where that has to be said ``at_once``, it is not certain; those have no single quotes.
    """
    text = page[page.rfind(">", since, until) + 1 or since : until].strip(_SPACE)
    if text and ("<" in text or '"' in text or "'" in text):
        return False
    if _ends_in_opener(page, '"', since, until):
        return not at_once and _TAGS.fullmatch(page, since, until) is not None
    if at_once or not _ends_in_opener(page, "'", since, until):
        return True
    return _TAGS.fullmatch(page, since, until) is not None


def _ends_in_opener(page: str, quote: str, since: int, until: int) -> bool:
    """Whether the last quote of a kind may have opened a value: an equals sign stands before it."""
    last = page.rfind(quote, since, until)
    return last > since and page[last - 1] in "= \t\r\n\f" and page[since:last].rstrip(_SPACE).endswith("=")


def _behind_comment(page: str, begin: int) -> int:
    """Where the comment that opens at a place is over; -1 where that is not certain."""
    end = _COMMENT_END.search(page, begin + 2)  # ``<!-->`` is a whole comment (13.2.5.43)
    return end.end() if end and (end.start() >= begin + 4 or end[0] == "-->") else -1


def _behind_element(page: str, name: str, is_plain: bool, behind: int) -> int:
    """Where an element of raw text is over, given its tag's name, whether that tag is plain, and where it ends; -1
    where that is not certain."""
    end_tag = _END_TAGS.get(name)
    if end_tag is None or not is_plain:
        return -1
    # Most scripts and styles hold no other "<" than their end tag's: thirty times faster than to search for the tag.
    begin = page.find("<", behind)
    if begin < 0:
        return -1
    if page.startswith(end_tag, begin):
        return begin + len(end_tag)
    closer = _CLOSERS[name]
    end = (_SCRIPT_STOP if name == "script" else closer).search(page, begin)
    if end and end[0] == "<!--":
        escaped, end = end.start(), closer.search(page, end.end())
        if end and any(not match[1] for match in _SCRIPT.finditer(page, escaped, end.start())):
            return -1
    return end.end() if end and end[0].endswith(">") else -1


class _Tag(NamedTuple):
    """Where a rare tag begins, its name, and whether it is plain: else a quote is left open in it, or an angle bracket
    stands in a value."""

    begin: int
    name: str
    is_plain: bool


def is_open(page: str, since: int, place: int, until: int) -> bool | None:
    """Whether a page's body is ended between a place and a later one; None where it is not certain that the first
    stands between tags, or where a meta, a base or the end of the document stands before the later one.

    ``since`` is the end of the head. Raw text and comments are closed when their last closer stands behind their last
    opener. A few metas that stand in scripts do not count.
    """
    tags = _rare_tags(page, since, until)
    if tags is None:
        page, since, place, until = _lowered(page[since:until]), 0, place - since, until - since
        tags = _rare_tags(page, since, until) or []
    if not tags:
        return False if _is_open(page, since, place, tags) else None
    above = [tag.name for tag in tags if tag.begin >= place]
    before = tags[: len(tags) - len(above)]
    metas = [tag.begin for tag in tags if tag.name in _EMPTY]
    # Of scripts that do not begin with a plain tag it is not certain where their text begins: a quote left open in the
    # tag would go on over the script's end tag, to the next quote.
    scripts = [tag.begin for tag in before if tag.name == "script"]
    if "/html" in above or not _stand_in_scripts(page, since, tags, metas):
        return None
    if not _stand_in_scripts(page, since, before, scripts) or not _is_open(page, since, place, before):
        return None
    return "/body" in above


def _lowered(stretch: str) -> str:
    """A stretch in lower case as ``bytes.lower`` makes it: of ASCII letters alone, so that each stays at its place."""
    try:
        return stretch.encode("latin-1").lower().decode("latin-1")
    except UnicodeEncodeError:
        return stretch.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def _rare_tags(page: str, since: int, until: int) -> list[_Tag] | None:
    """The tags of rare elements, and those of scripts that are not plain; None where one is not in lower case."""
    found: list[_Tag] = []
    for match in _RARE.finditer(page, since, until):
        name, rest = match.groups()
        if not name.islower():
            return None
        if name in _LOOKED_FOR:
            found.append(_Tag(match.start(), name, rest is not None))
    return found


def _is_open(page: str, since: int, until: int, tags: Iterable[_Tag]) -> bool:
    """Whether the stretch between two places ends between tags, of which some are rare. The last of each kind is asked;
    one of raw text that is not plain counts as plaintext: nothing tells where its text is over."""
    last: dict[str, int] = {}
    for begin, name, is_plain in tags:
        if begin < until and name not in _EMPTY and name != "script":
            last[name if is_plain else "plaintext"] = begin
    if last and not all([_is_closed(page, name, opened, until) for name, opened in last.items()]):
        return False
    if _may_be_in_script(page, since, until):
        return False
    if page.find("<!--", page.rfind("-->", since, until) + 1 or since, until) >= 0:
        return False
    return _ends_between_tags(page, since, until)


def _is_closed(page: str, name: str, opened: int, until: int) -> bool:
    """Whether the raw text that was opened last, at this place, is closed behind it. Nothing closes plaintext, and
    nothing takes back the end of a document."""
    closer = page.find("</" + name, opened, until) if name not in _ENDLESS else -1
    behind = closer + 2 + len(name)
    return closer >= 0 and page[behind : behind + 1] in _BOUNDARY


def _may_be_in_script(page: str, since: int, until: int) -> bool:
    """Whether the end of a stretch in lower case, which begins outside scripts, could stand in a script.

    The last ``</script`` ends every script, unless a ``<!--`` in the script before it is still open: such a script
    may hold whole scripts. Then all depends on whether that ``<!--`` stands in a script, which is asked in turn.
    """
    place = until
    while True:
        closer = page.rfind("</script", since, place)
        if page.find("<script", closer + 1 or since, place) >= 0:
            return True
        if closer < 0:
            return False
        comment = page.rfind("<!--", since, closer)
        if page[closer + 8 : closer + 9] not in _BOUNDARY:
            return True
        if comment < 0 or page.find("-->", comment, closer) >= 0:
            return False
        place = comment


def _stand_in_scripts(page: str, since: int, tags: Iterable[_Tag], places: list[int]) -> bool:
    """Whether all of these places are certain to stand in scripts: so does what scripts write, and no parser reads it.
    Many are not looked at. Where they are asked in their order, it is certain of those before each."""
    return not places or (
        len(places) <= _LOOKED_AT and all([_is_in_script(page, since, tags, place) for place in places])
    )


def _is_in_script(page: str, since: int, tags: Iterable[_Tag], place: int) -> bool:
    """Whether a place is certain to stand in a script that was opened by a plain tag."""
    opened = page.rfind("<script", since, place)
    tag = _SCRIPT_TAG.match(page, opened) if opened > page.rfind("</script", since, place) else None
    if tag is None or tag.end() > place or tag[0].endswith("/>"):
        return False
    return _is_open(page, since, opened, tags)
