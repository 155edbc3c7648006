"""An article as JSON-ready values, and back, without loss. Here lives the order of the keys and the checking
of what comes back; here never lives a rendering of the body, for which it asks the others."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import datetime
from typing import Any

from newsclean.article import SCHEMA_VERSION, Article
from newsclean.blocks import Evidence, Image, Link, Removal, Symbol
from newsclean.dates import BEIJING
from newsclean.render.blocks import block_from, block_of, image_of, value_from
from newsclean.render.html import to_html
from newsclean.render.text import to_text

__all__ = ["DERIVED", "from_dict", "to_dict", "to_json"]

DERIVED = ("text", "html", "images")
"""The keys that :func:`to_dict` makes from the blocks and :func:`from_dict` passes over."""


def to_dict(article: Article) -> dict[str, Any]:
    """The article as str, int, float, bool, None, and lists and dicts of them.

    ``schema_version`` comes first, then every field of :class:`~newsclean.blocks.Article` in its order,
    then the derived ``text``, ``html`` and ``images``. Times are ISO 8601 with their offset; what the page
    does not say is None, or an empty list. ``extra`` is passed on as it is.
    """
    found: dict[str, Any] = {"schema_version": SCHEMA_VERSION}
    for name, write in _WRITERS.items():
        value = getattr(article, name)
        found[name] = write(value) if write is not None else value
    found["text"] = to_text(article.blocks)
    found["html"] = to_html(article.blocks)
    found["images"] = [image_of(block) for block in article.blocks if isinstance(block, Image)]
    return found


def to_json(article: Article, *, indent: int | None = None) -> str:
    """:func:`to_dict` as a JSON string, non-ASCII characters as they are; without ``indent`` it is one line.

    Raises TypeError or ValueError when ``extra`` holds what JSON cannot.
    """
    return json.dumps(to_dict(article), ensure_ascii=False, allow_nan=False, indent=indent)


def from_dict(data: Mapping[str, Any]) -> Article:
    """The article that :func:`to_dict` made ``data`` from.

    Derived keys are passed over. A field that is absent gets the value :class:`~newsclean.blocks.Article`
    gives it, where it gives one. Raises ValueError, naming the key, when the data is of another schema
    version, lacks a field, holds an unknown key, or a value of another type than the schema's.
    """
    if not isinstance(data, Mapping):
        raise ValueError(f"an article is a mapping, and this is {type(data).__name__}")
    version = data.get("schema_version")
    if version != SCHEMA_VERSION:
        raise ValueError(f"schema_version is {version!r}, and only {SCHEMA_VERSION!r} can be read")
    known = {key: data[key] for key in data if key != "schema_version" and key not in DERIVED}
    if unknown := known.keys() - _READERS.keys():
        raise ValueError(f"the schema has no key {', '.join(sorted(map(repr, unknown)))}")
    if missing := [name for name in _REQUIRED if name not in known]:
        raise ValueError(f"the key {missing[0]!r} is missing")
    values = {}
    for key, value in known.items():
        try:
            values[key] = _READERS[key](value)
        except (TypeError, ValueError, KeyError) as error:
            raise ValueError(f"{key}: {error}") from error
    return Article(**values)


def _strings(value: Any) -> tuple[str, ...]:
    return tuple([value_from(str, entry) for entry in value_from(list, value)])


def _text(value: Any) -> str:
    return value_from(str, value)  # type: ignore[no-any-return]


def _text_or_none(value: Any) -> str | None:
    return None if value is None else _text(value)


def _time(value: Any) -> datetime | None:
    if value is None:
        return None
    found = datetime.fromisoformat(_text(value))
    if found.tzinfo is None:
        raise ValueError(f"{value} has no offset")
    return found.astimezone(BEIJING)


def _confidence(value: Any) -> float:
    return float(value_from((int, float), value))


def _one_of(*choices: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in choices:
            raise ValueError(f"{value!r} is none of {', '.join(choices)}")
        return str(value)

    return read


def _extra(value: Any) -> dict[str, Any]:
    return dict(value_from(Mapping, value))


def _records(kind: type[Any], **types: Any) -> Callable[[Any], tuple[Any, ...]]:
    """A reader of a list of flat dataclasses, whose fields have these types."""

    def read(value: Any) -> tuple[Any, ...]:
        return tuple([one(entry) for entry in value_from(list, value)])

    def one(entry: Any) -> Any:
        if value_from(Mapping, entry).keys() != types.keys():
            raise ValueError(f"{kind.__name__} has the keys {', '.join(types)}, and this {', '.join(entry)}")
        return kind(**{name: value_from(type_, entry[name]) for name, type_ in types.items()})

    return read


def _removals(value: Any) -> tuple[Any, ...]:
    found = _records(Removal, rule=str, where=str, path=str, preview=str)(value)
    for removal in found:
        _one_of("start", "body", "end")(removal.where)
    return found


def _flat(values: tuple[Any, ...]) -> list[dict[str, Any]]:
    return [{name: getattr(value, name) for name in type(value).__slots__} for value in values]


def _iso(value: datetime | None) -> str | None:
    return None if value is None else value.isoformat()


_NONE = type(None)
_MAYBE = (str, _NONE)
_WRITE: dict[str, Callable[[Any], Any]] = {
    "blocks": lambda blocks: [block_of(block) for block in blocks],
    "published_at": _iso,
    "modified_at": _iso,
    "extra": dict,
    **dict.fromkeys(("authors", "keywords", "channel", "warnings"), list),
    **dict.fromkeys(("symbols", "related", "removals", "evidence"), _flat),
}
_READ: dict[str, Callable[[Any], Any]] = {
    "blocks": lambda blocks: tuple([block_from(block) for block in value_from(list, blocks)]),
    "published_at": _time,
    "modified_at": _time,
    "confidence": _confidence,
    "kind": _one_of("article", "video", "slides"),
    "route": _one_of("window", "page", "document"),
    "extra": _extra,
    "symbols": _records(Symbol, market=str, code=str, name=_MAYBE),
    "related": _records(Link, text=str, href=str),
    "removals": _removals,
    "evidence": _records(Evidence, name=str, held=(bool, _NONE), weight=(int, float), note=str),
    **dict.fromkeys(("authors", "keywords", "channel", "warnings"), _strings),
    **dict.fromkeys(("layout", "language", "encoding", "encoding_from"), _text),
}
_NAMES = [field.name for field in fields(Article)]
_REQUIRED = [
    field.name for field in fields(Article) if field.default is MISSING and field.default_factory is MISSING
]
_WRITERS: dict[str, Callable[[Any], Any] | None] = {name: _WRITE.get(name) for name in _NAMES}
_READERS: dict[str, Callable[[Any], Any]] = {name: _READ.get(name, _text_or_none) for name in _NAMES}
