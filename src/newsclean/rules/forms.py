"""Short forms become one pattern: names in braces are written out, and the forms of a row are joined.

A row with thirty forms is asked as one pattern, so that reading rules in short pieces costs nothing when they run.
Everything here happens when a pattern is first asked: most pages meet few of them, and compiling all would take
longer than a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from newsclean.rules.rows import Form, Part, Words

__all__ = ["Book", "captured", "expand", "field_of", "joined", "names_in"]

Book: TypeAlias = Mapping[str, Words | Part]

_NAME = re.compile(r"\{([A-Z][A-Z0-9_]+)\}")
_GROUP = re.compile(r"\(\?P<([a-z_]+)>")
_COPY = "__"  # stands between a group's name and its number, where several forms have a group of one name


def expand(pattern: str, book: Book) -> str:
    """A pattern with each name in braces written out. Raises KeyError for a name that is not in the book.

    >>> from newsclean.rules.rows import Words
    >>> expand("关注{ACCOUNTS}", {"ACCOUNTS": Words("ACCOUNTS", "", ("公众号", "视频号"))})
    '关注(?:公众号|视频号)'
    """
    return _NAME.sub(lambda found: _written(book[found[1]], book), pattern)


def _written(row: Words | Part, book: Book) -> str:
    if isinstance(row, Part):
        return f"(?:{expand(row.pattern, book)})"
    return f"(?:{'|'.join(map(re.escape, row.members))})"


def names_in(pattern: str, book: Book) -> set[str]:
    """The classes and parts that a pattern names, and those that these parts name."""
    found: set[str] = set()
    for name in _NAME.findall(pattern):
        row = book.get(name)
        if name not in found and isinstance(row, Part):
            found |= names_in(row.pattern, book)
        found.add(name)
    return found


def joined(forms: Iterable[Form], book: Book) -> str:
    """The forms as one pattern. Groups of one name get numbers, which :func:`captured` takes off again."""
    seen: dict[str, int] = {}

    def numbered(found: re.Match[str]) -> str:
        name = found[1]
        seen[name] = seen.get(name, 0) + 1
        return f"(?P<{name}>" if seen[name] == 1 else f"(?P<{name}{_COPY}{seen[name]}>"

    return "|".join([_GROUP.sub(numbered, expand(form.pattern, book)) for form in forms])


def captured(match: re.Match[str]) -> dict[str, str]:
    """What the named groups of a joined pattern caught, by the names that the forms give them; nothing of groups
    that caught nothing."""
    return {field_of(group): value for group, value in match.groupdict().items() if value}


def field_of(group: str) -> str:
    """The name that the forms give to a group of a joined pattern."""
    return group.partition(_COPY)[0]
