"""A user's rows from a TOML file: the kinds, fields and names are those of the book's own rows.

    [[line]]
    name = "corner-shop-promo"
    why = "The corner shop's line under every post of its blog."
    where = "end"
    forms = [
      {pattern = "街角小店.{0,20}{ACCOUNTS}.{0,20}", takes = ["街角小店的公众号，每天一张优惠券"], spares = ["街角小店关门了。"]},
    ]

A form may be written as its pattern alone. A mistake is a RulesError that names the file, the row and the key; where
there are several, it holds them all.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn, get_args, get_origin, get_type_hints

from newsclean.errors import RulesError
from newsclean.rules import rows as shapes
from newsclean.rules.fields import bad_value
from newsclean.rules.rows import Form, Row

__all__ = ["load", "loads"]

_KINDS: dict[str, type[Any]] = {
    "layout": shapes.Layout,
    "landmark": shapes.Landmark,
    "element": shapes.Element,
    "line": shapes.Line,
    "picture": shapes.Picture,
    "comment": shapes.Comment,
    "refusal": shapes.Refusal,
    "wording": shapes.Wording,
    "words": shapes.Words,
    "part": shapes.Part,
}
_MOST_BYTES = 4_000_000
"""Bytes of a file of rules; the whole book is a tenth of that."""

_CLASS_NAME = re.compile(r"[A-Z][A-Z0-9_]+")


def load(path: str | Path) -> tuple[Row, ...]:
    """The rows of a file, in its order. Raises RulesError(rules_file) for a file that can't be read or is no TOML."""
    where = str(path)
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise RulesError("rules_file", f"{where}: {error.strerror or error}", file=where) from error
    if len(data) > _MOST_BYTES:
        raise RulesError("rules_file", f"{where}: larger than {_MOST_BYTES:,} bytes", file=where)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RulesError("rules_file", f"{where}: it is not UTF-8", file=where) from error
    return loads(text, where)


def loads(text: str, where: str = "rules") -> tuple[Row, ...]:
    """The rows of a TOML text; ``where`` names it in errors."""
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise RulesError("rules_file", f"{where}: it is no TOML: {error}", file=where) from error
    rows, wrong = _rows(data, where)
    if wrong:
        raise _all_of(wrong)
    return tuple(rows)


def _rows(data: Mapping[str, Any], where: str) -> tuple[list[Row], list[RulesError]]:
    """The rows of a file, and what is wrong with those that are none: the first thing of each."""
    rows: list[Row] = []
    wrong: list[RulesError] = []
    for kind, found in data.items():
        shape = _KINDS.get(kind)
        try:
            if shape is None:
                kinds = ", ".join(_KINDS)
                _refuse(where, kind, None, f"there is no kind of row {kind!r}; the kinds are {kinds}")
            if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
                _refuse(where, kind, None, f"rows are written [[{kind}]]")
        except RulesError as error:
            wrong.append(error)
            continue
        for number, row in enumerate(found, 1):
            try:
                made = _row(shape, kind, row, f"{kind} {row.get('name') or number!r}", where)
                if made.name in {other.name for other in rows}:
                    _refuse(where, f"{kind} {made.name!r}", "name", "there is a row of this name above")
            except RulesError as error:
                wrong.append(error)
            else:
                rows.append(made)
    return rows, wrong


def _all_of(wrong: list[RulesError]) -> RulesError:
    """One error that says the first thing that is wrong with a file, and holds all in ``details["all"]``."""
    first, more = wrong[0], len(wrong) - 1
    rest = f" (and {more} more: newsclean rules --check tells them all)" if more else ""
    details = {**first.details, "all": tuple(error.message for error in wrong)}
    return RulesError(first.kind, first.message + rest, **details)


def _row(shape: type[Any], kind: str, row: Mapping[str, Any], said: str, where: str) -> Row:
    types = get_type_hints(shape)
    for key in row:
        if key not in types:
            _refuse(where, said, key, f"{kind} rows have no such key; theirs are {', '.join(types)}")
    for key in types:
        if key not in shape._field_defaults and key not in row:
            _refuse(where, said, key, "it is missing")
    values = {key: _value(value, types[key], said, key, where) for key, value in row.items()}
    if not values["name"].strip():
        _refuse(where, said, "name", "it is empty")
    if shape in (shapes.Words, shapes.Part) and not _CLASS_NAME.fullmatch(values["name"]):
        _refuse(where, said, "name", "names that patterns use are written in capitals, as MY_WORDS")
    made: Row = shape(**values)
    for pattern in _patterns(made):
        _check_pattern(pattern, said, where)
    return made


def _value(value: Any, wanted: Any, said: str, key: str, where: str) -> Any:
    """A TOML value as a row's field: lists are tuples, forms may be patterns alone, a list of one may stand bare."""
    if wanted == tuple[Form, ...]:
        listed = value if isinstance(value, list) else [value]
        return tuple([_form(item, said, key, where) for item in listed])
    if get_origin(wanted) is tuple:
        return _tuple(value, get_args(wanted)[0], said, key, where)
    if wrong := bad_value(value, wanted):
        _refuse(where, said, key, wrong)
    return value


def _tuple(value: Any, inner: Any, said: str, key: str, where: str) -> tuple[Any, ...]:
    if get_origin(inner) is tuple:  # pairs: (attribute, value or None), (word, reason)
        pairs = list(value.items()) if isinstance(value, dict) else value
        if not isinstance(pairs, list):
            _refuse(where, said, key, "it should be a table, or a list of pairs")
        return tuple([_pair(pair, inner, said, key, where) for pair in pairs])
    listed = value if isinstance(value, list) else [value]
    if not all(isinstance(item, str) for item in listed):
        _refuse(where, said, key, "it should be a list of strings")
    return tuple(listed)


def _pair(pair: Any, inner: Any, said: str, key: str, where: str) -> tuple[str, str | None]:
    if isinstance(pair, str):
        pair = (pair, None)
    if len(pair) != 2 or not isinstance(pair[0], str) or not isinstance(pair[1], (str, type(None), bool)):
        _refuse(where, said, key, "it should be a table of names and values (true takes any value)")
    value = None if isinstance(pair[1], bool) else pair[1]
    if value is None and type(None) not in get_args(get_args(inner)[1]):
        _refuse(where, said, key, f"{pair[0]!r} has no value")
    return pair[0], value


def _form(item: Any, said: str, key: str, where: str) -> Form:
    if isinstance(item, str):
        return Form(item)
    if not isinstance(item, dict) or not isinstance(item.get("pattern"), str):
        _refuse(where, said, key, "a form is a pattern, or a table with pattern, takes and spares")
    for name in item:
        if name not in Form._fields:
            _refuse(where, said, f"{key}.{name}", "forms have pattern, takes and spares")
    examples = [_tuple(item.get(name, []), str, said, f"{key}.{name}", where) for name in ("takes", "spares")]
    return Form(item["pattern"], *examples)


def _patterns(row: Any) -> Iterator[str]:
    for value in row:
        if isinstance(value, tuple):
            yield from (form.pattern for form in value if isinstance(form, Form))
    if isinstance(row, shapes.Part):
        yield row.pattern


_NAMED = re.compile(r"\{[A-Z][A-Z0-9_]+\}")


def _check_pattern(pattern: str, said: str, where: str) -> None:
    try:
        re.compile(_NAMED.sub("(?:x)", pattern))
    except (re.error, RecursionError, OverflowError) as error:
        _refuse(where, said, "pattern", f"{pattern!r} is no regular expression: {error}")


def _refuse(where: str, row: str, key: str | None, why: str) -> NoReturn:
    at = f"{row}, {key}" if key else row
    raise RulesError("rule", f"{where}: {at}: {why}", file=where, row=row, key=key)
