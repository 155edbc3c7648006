"""Reading front matter: the head of a document, in YAML or TOML, and the body below it.

Heads come from strangers, so PyYAML only splits them into events and the values are built here, within bounds on
size, depth and aliases. A scalar becomes a number only where ``str()`` would write it back the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NoReturn

from newsclean.documents.mending import lossless, mended
from newsclean.errors import InputError

__all__ = ["MAX_HEAD", "split_front_matter"]

MAX_HEAD = 64 * 1024
"""Characters of the longest head that is read; those of real documents have less than two thousand."""

MAX_DEPTH = 16
"""Levels of the deepest nesting that is read; real heads have two."""

MAX_ALIASES = 16
"""Aliases that are read at most. Each may stand for a scalar, or for a list or mapping of scalars, so a head of
:data:`MAX_HEAD` characters can't grow by more than this factor."""

# The line that opens a head, and the line that ends it, with the end of the line before.
_OPENING = re.compile(r"\ufeff?(?:[ \t]*+(?:\r\n?|\n))*+(---|\+\+\+)[ \t]*(?:\r\n?|\n)")
_CLOSING = re.compile(r"[\r\n]((?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z))")
_TOML_CLOSING = re.compile(r"[\r\n](\+\+\+[ \t]*(?:\r\n?|\n|\Z))")

BARE_MARKS = "quotation marks stood bare inside quoted values of the front matter: they were kept"
NO_MAPPING = "it is no mapping of keys to values"
_MARK = "'"  # a quotation mark, which YAML wants doubled inside a quoted value
# A line whose whole value is quoted.
_QUOTED = re.compile(r"^([\w-]+:[ \t]+)'(.*)'(?=[ \t]*\r?$)", re.MULTILINE)

# A line of a key, and one of an item below it, whose value is a text that YAML reads as it stands: in quotes without
# an escape, or bare. A bare one begins with a letter or a digit, and a space stands behind none of its colons.
_TEXT = r"(?:'([^']*+(?:''[^']*+)*+)'|\"([^\"\\]*)\"|([^\W_][^:]*+(?::(?=\S)[^:]*+)*+))"
_ENTRY = re.compile(rf"([A-Za-z][A-Za-z0-9_-]{{0,60}}):(?: +{_TEXT})? *")
_ITEM = re.compile(rf"( *)- +{_TEXT} *")

# Numbers that str() writes back the same, so that a title of digits is not lost. YAML 1.1 would also make numbers of
# 1:30, 007 and 1e3, and a truth value of "yes"; here they stay strings.
_INT = re.compile(r"0|-?[1-9][0-9]{0,17}")
_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]{0,7})\.(?:[0-9]{0,3}[1-9]|0)")
# The words for null, true and false (YAML 1.2, 10.3.2).
_WORDS = {"": None, "~": None, "null": None, "Null": None, "NULL": None} | {
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
# Tags that leave a value what it is. Any other asks for an object to be made, and is refused.
_PLAIN_TAGS = frozenset({None, "!", *(f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map"))})


def split_front_matter(text: str, notes: list[str] | None = None) -> tuple[dict[str, Any], str] | None:
    """The head of ``text`` as a mapping, and the body below it; None when it opens with neither ``---`` nor ``+++``.

    A byte order mark and blank lines may come first; the head ends at a line ``---`` or ``...``, one in TOML at
    ``+++``; lines may end in LF, CRLF or CR. Keys are strings; values are str, int, float, bool, None, and lists and
    mappings of them. Dates stay strings, as does every number that ``str()`` would not write back the same.

    Heads of YAML that people wrote are mended where it is certain what they meant, and ``notes`` gets a sentence about
    it: quotation marks inside a quoted value that are not doubled (``title: 'the 'new' bridge'``), and what
    mending.py knows.

    Raises InputError("front_matter") for a head that never ends, is longer than :data:`MAX_HEAD`, is no YAML or no
    mapping, names a key twice, has tags, or goes beyond the bounds on depth and aliases.

    >>> split_front_matter("---\\ntitle: '1:30'\\ndate: 2022-01-20\\n---\\n<p>…</p>")
    ({'title': '1:30', 'date': '2022-01-20'}, '<p>…</p>')
    """
    opening = _OPENING.match(text)
    if opening is None:
        return None
    start = opening.end()
    ends = _CLOSING if opening[1] == "---" else _TOML_CLOSING
    closing = ends.search(text, start - 1, start + MAX_HEAD)
    if closing is None:
        long = ends.search(text, start + MAX_HEAD - 5) is not None
        _refuse(f"the front matter is longer than {MAX_HEAD} characters" if long else "it never ends")
    head = text[start : closing.start(1)]
    if ends is _TOML_CLOSING:
        from newsclean.documents.toml_head import toml_mapping

        return toml_mapping(head, MAX_DEPTH), text[closing.end() :]
    return _yaml(head, [] if notes is None else notes), text[closing.end() :]


def _plain(head: str) -> dict[str, Any] | None:
    """The mapping of a head that is keys, each with a text or a list of texts, as the mirrors of feeds write it; None
    for any other. YAML gives the same in five times the time."""
    lines = head.split("\n")
    if (
        "#" in head or not "".join(lines).isprintable()
    ):  # YAML has other ends of lines, and forbids characters
        return None
    found: dict[str, Any] = {}
    key, indent = "", ""
    below: list[Any] | None = None  # the items under the key; None where its value stands beside it
    for line in filter(None, lines):
        if entry := _ENTRY.fullmatch(line):
            key, below = entry[1], None if entry.lastindex != 1 else []
            if key in found:
                return None
            found[key] = _text_of(*entry.group(2, 3, 4))
        elif (
            (item := _ITEM.fullmatch(line))
            and below is not None
            and item[1] == (indent if below else item[1])
        ):
            indent = item[1]
            below.append(_text_of(*item.group(2, 3, 4)))
            found[key] = below
        else:
            return None
    return found


def _text_of(single: str | None, double: str | None, bare: str | None) -> Any:
    """The value of a text in single quotes, in double ones, or bare; None for none of them."""
    if single is not None:
        return single.replace(_MARK * 2, _MARK)
    return double if double is not None else _scalar((bare or "").rstrip(" "))


def _yaml(head: str, notes: list[str]) -> dict[str, Any]:
    """The mapping of a head in YAML, mended where it has to be."""
    plain = _plain(head)
    if plain is not None:
        return plain
    told: list[str] = []
    try:
        values = _mapping(lossless(head, told))
    except _NotYamlError as error:
        quoted = _QUOTED.sub(_doubled, head)
        told = [BARE_MARKS]
        found = _read(quoted) if quoted != head else None
        if found is None:
            told = []
            found = _read(mended(head, _is_yaml, told))
        if found is None:
            raise InputError(error.kind, error.message) from error
        values = found
    notes += told
    return values


def _read(head: str) -> dict[str, Any] | None:
    """The mapping of a head; None where it is no YAML."""
    try:
        return _mapping(head)
    except _NotYamlError:
        return None


def _is_yaml(line: str) -> bool:
    """Whether YAML reads a line at all; what it refuses for its size or its tags it reads."""
    import yaml

    try:
        for _ in yaml.parse(line, Loader=_loader()):
            pass
    except yaml.YAMLError:
        return False
    return True


def _doubled(line: re.Match[str]) -> str:
    """A quoted line with the quotation marks inside it doubled, as YAML asks."""
    return f"{line[1]}'{line[2].replace(_MARK * 2, _MARK).replace(_MARK, _MARK * 2)}'"


def _refuse(why: str) -> NoReturn:
    raise InputError("front_matter", f"the front matter cannot be read: {why}")


class _NotYamlError(InputError):
    """A head that breaks YAML's grammar, which may be mended."""


def _loader() -> Any:
    import yaml

    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # libyaml where PyYAML was built with it


def _mapping(head: str) -> dict[str, Any]:
    """The mapping of a head. Raises InputError."""
    import yaml

    try:
        value = _Builder(yaml.parse(head, Loader=_loader())).document()
    except yaml.MarkedYAMLError as error:
        line = f" (line {error.problem_mark.line + 1})" if error.problem_mark else ""
        why = f"the front matter cannot be read: {error.problem or error.context}{line}"
        raise _NotYamlError("front_matter", why) from error
    except (yaml.YAMLError, UnicodeError) as error:  # characters YAML forbids, lone surrogates
        _refuse(str(error).splitlines()[0])
    if value is None:
        return {}
    if isinstance(value, str):
        raise _NotYamlError("front_matter", f"the front matter cannot be read: {NO_MAPPING}")
    if not isinstance(value, dict):
        _refuse(NO_MAPPING)
    return value


class _Builder:
    """Builds plain values from a stream of YAML events, and refuses as soon as a bound is passed, before anything
    large can be built."""

    def __init__(self, events: Iterator[Any]) -> None:
        self.events = events
        self.anchors: dict[str, Any] = {}
        self.aliases = 0

    def document(self) -> Any:
        """The value of the stream's one document; None where it holds none."""
        for event in self.events:
            if type(event).__name__ not in {"StreamStartEvent", "DocumentStartEvent", "StreamEndEvent"}:
                value = self.value(event, 0)
                next(self.events)  # the document's end
                if type(next(self.events)).__name__ != "StreamEndEvent":
                    _refuse("it holds more than one document")
                return value
        return None

    def value(self, event: Any, depth: int) -> Any:
        """The value that begins with ``event``."""
        kind = type(event).__name__
        if kind == "AliasEvent":
            return self.alias(event.anchor)
        if event.tag not in _PLAIN_TAGS:
            _refuse(f"it carries the tag {event.tag}")
        if depth > MAX_DEPTH:
            _refuse(f"it nests deeper than {MAX_DEPTH}")
        if kind == "ScalarEvent":
            value = _scalar(event.value) if event.implicit[0] else event.value
        elif kind == "SequenceStartEvent":
            value = list(self.items(depth))
        else:
            value = self.pairs(depth)
        if event.anchor is not None:
            self.anchors[event.anchor] = value
        return value

    def items(self, depth: int) -> Iterator[Any]:
        """The values up to the end of the open list or mapping."""
        for event in self.events:
            if type(event).__name__ in {"SequenceEndEvent", "MappingEndEvent"}:
                return
            yield self.value(event, depth + 1)

    def pairs(self, depth: int) -> dict[str, Any]:
        """The mapping that is open, with each key once; keys are text, as they are written."""
        found: dict[str, Any] = {}
        for event in self.events:
            if type(event).__name__ == "MappingEndEvent":
                break
            if type(event).__name__ != "ScalarEvent":
                _refuse("a key is no plain text")
            if event.value in found:
                _refuse(f"the key {event.value!r} stands there twice")
            found[event.value] = self.value(next(self.events), depth + 1)
        return found

    def alias(self, anchor: str) -> Any:
        """What an alias stands for: a finished value that holds no list or mapping inside."""
        self.aliases += 1
        if self.aliases > MAX_ALIASES:
            _refuse(f"it has more than {MAX_ALIASES} aliases")
        if anchor not in self.anchors:
            _refuse(f"the alias {anchor!r} stands for nothing before it")
        value = self.anchors[anchor]
        parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if any(isinstance(part, (dict, list)) for part in parts):
            _refuse(f"the alias {anchor!r} stands for nested values")
        return value.copy() if isinstance(value, (dict, list)) else value


def _scalar(written: str) -> str | int | float | bool | None:
    """The value of an unquoted scalar."""
    if written in _WORDS:
        return _WORDS[written]
    if _INT.fullmatch(written):
        return int(written)
    return float(written) if _FLOAT.fullmatch(written) else written
