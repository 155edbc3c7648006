"""What a page may cost before it is parsed: how many nodes it may have, how deep it may be, and how many attributes
one tag may have.

The first two a caller may set (:class:`newsclean.page.Limits`). The third is fixed: libxml2 compares each attribute of
a tag with all those before it, so that ten times as many take a hundred times as long. These are counted in the bytes,
since what a tree costs is spent once there is one.
"""

from __future__ import annotations

import re
from itertools import islice

from newsclean.errors import InputError
from newsclean.lazy_regex import DeferredBytes
from newsclean.page import Limits
from newsclean.tree import Element, tree_of

__all__ = ["MOST_ATTRIBUTES", "check_nodes", "last_branch", "tree_within"]

MOST_ATTRIBUTES = 1_000
"""Attributes of different names that one tag may have; those of saved pages have 60 at most. A thousand take 2 ms."""

_DEEPEST = 2_040
"""Levels of a tree near which libxml2 stops reading (XML_PARSER_MAX_HUGE_DEPTH, 2,048): what follows would be lost."""

_SMALLEST_NODE = 3  # bytes: <p>
_MOST_BYTES = 4  # of a character
_NODE = re.compile(rb"<[a-zA-Z!?]")
_TAG = re.compile(rb"<[a-zA-Z]")

# A tag of too many attributes, at three bytes each, holds all of one such stretch at least.
_STRETCH = 3 * MOST_ATTRIBUTES // 2
_ENDS_LOOKED_AT = 8  # of tags in a stretch
_READ_AS_TAGS = 4  # times the page's length, after which it is read tag by tag at once
_BEFORE_VALUE = b"= \t\r\n\f"

_ATTRIBUTE = rb"[\s/]*+([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:\"[^\"]*+\"?+|'[^']*+'?+|[^\s>\"'][^\s>]*+)?+)?+"
_ATTRIBUTES = DeferredBytes(_ATTRIBUTE)
_OPENER = DeferredBytes(rb"<(?:(!--)|([a-zA-Z][^\s/>]*+)((?:%b)*+))" % _ATTRIBUTE.replace(b"([", b"(?:[", 1))
# Elements whose content is text, whatever stands in it (HTML standard, 13.2.5.2 to 13.2.5.5).
_RAW_TEXT = b"script style title textarea iframe xmp noembed noframes".split()
_CLOSERS = {name: DeferredBytes(rb"</%b" % name, re.IGNORECASE) for name in _RAW_TEXT}


def check_nodes(limits: Limits, page: bytes | str) -> None:
    """Raises InputError (``too_many``) where a page has more tags and comments than it may have. Those that stand in
    scripts count as well."""
    most, data = limits.max_nodes, page
    if isinstance(data, str):
        if _MOST_BYTES * len(data) <= _SMALLEST_NODE * most or data.count("<") <= most:
            return
        data = data.encode("utf-8", "replace")
    if len(data) <= _SMALLEST_NODE * most or data.count(b"<") <= most:
        return
    if next(islice(_NODE.finditer(data), most, None), None) is not None:
        raise InputError("too_many", f"the page has more than {most:,} tags and comments (max_nodes)")


def tree_within(text: str, data: bytes | None = None, *, ended: bool = True) -> Element | None:
    """The tree of a page's text; None where there is no element in it. ``data`` is the text in UTF-8, where it is at
    hand; ``ended`` says whether it may hold an end tag of the document.

    Raises InputError where one of its tags has too many attributes (``too_many``), and where it is nested so deep
    that the parser would leave out the rest (``too_deep``).
    """
    if data is None:
        data = text.encode("utf-8", "replace")
    if _may_be_crowded(data) and _is_crowded(data):
        raise InputError("too_many", f"a tag has more than {MOST_ATTRIBUTES:,} attributes")
    root = tree_of(text, data, ended=ended)
    if root is not None and len(last_branch(root)) >= _DEEPEST:
        raise InputError("too_deep", f"the page is nested more than {_DEEPEST:,} levels deep")
    return root


def last_branch(root: Element) -> list[Element]:
    """The root and what stands last in it, down to the last node: all that may be open where the bytes end."""
    branch = [root]
    while len(root):
        root = root[-1]
        branch.append(root)
    return branch


def _may_be_crowded(data: bytes) -> bool:
    """Whether a tag may have too many attributes; False where that is certain, which nearly all pages show at once.

    In each stretch a ``>`` is looked for that ends a tag, or stands in text: one that no quoted value can hold, since
    neither the last double quote nor the last single one before it stands where a value opens. Where there is none, as
    in scripts and styles, what looks like the beginning of a tag before the stretch is read as one.
    """
    single = double = False  # whether the last quotes may open a value
    seen = 0  # all before it has been looked at
    certain = 0  # behind the last certain end of a tag
    left = _READ_AS_TAGS * len(data)
    for begin in range(0, len(data) - _STRETCH + 1, _STRETCH):
        at, found = begin, False
        for _ in range(_ENDS_LOOKED_AT):
            at = data.find(b">", at, begin + _STRETCH)
            if at < 0:
                break
            if (quote := data.rfind(b"'", seen, at)) >= 0:
                single = quote > 0 and data[quote - 1] in _BEFORE_VALUE
            if (quote := data.rfind(b'"', seen, at)) >= 0:
                double = quote > 0 and data[quote - 1] in _BEFORE_VALUE
            seen = at
            at += 1
            if not (single or double):
                certain, found = at, True
                break
        if not found:
            left -= _read_as_tags(data, certain, begin + 1)
            if left < 0:
                return True
            certain = begin  # what stands before it has been read
    return False


def _read_as_tags(data: bytes, since: int, until: int) -> int:
    """How many bytes were read for what looks like tags that begin between two places; as many as make sure that the
    page is read tag by tag, where one of them has too many attributes."""
    spent = 0
    for begin in _TAG.finditer(data, since, until):
        tag = _OPENER.match(data, begin.start())
        if tag is None:
            continue
        if len(tag[3]) > 2 * MOST_ATTRIBUTES and _count(tag[3]) > MOST_ATTRIBUTES:
            return _READ_AS_TAGS * len(data) + 1
        spent += tag.end() - tag.start()
        if spent > _READ_AS_TAGS * len(data):
            break
    return spent


def _is_crowded(data: bytes) -> bool:
    """Whether a tag has too many attributes: read tag by tag."""
    at = 0
    while match := _OPENER.search(data, at):
        at = match.end()
        comment, name, rest = match.groups()
        if comment:
            at = _behind(data, b"-->", match.start() + 2)
        elif len(rest) > 2 * MOST_ATTRIBUTES and _count(rest) > MOST_ATTRIBUTES:
            return True
        elif closer := _CLOSERS.get(name.lower()):
            end = closer.search(data, at)
            at = end.end() if end else len(data)
    return False


def _count(rest: bytes) -> int:
    """How many attributes of different names stand in a tag, whose name is left out."""
    return len({name.lower() for name in _ATTRIBUTES.findall(rest)})


def _behind(data: bytes, what: bytes, since: int) -> int:
    at = data.find(what, since)
    return at + len(what) if at >= 0 else len(data)
