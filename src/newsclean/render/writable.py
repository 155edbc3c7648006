"""What no output can hold: half characters, texts of a type of their own, numbers beyond 64 bits, and ranges, arrays
or rows of a database where JSON has an object or a list."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

__all__ = ["unwritable"]

_HALF = re.compile("[\ud800-\udfff]")
_INTEGER = 63  # bits


def unwritable(data: Any, *, free: bool = False) -> str | None:
    """The first value in some data that cannot be written, with its place; None where there is none. That is a text
    that holds half a character, and, where ``free`` is not said, a text of a type of its own, a number beyond 64 bits,
    or what answers to ``[...]`` and is no mapping, list or tuple: msgspec takes it for an object, asks it for a field
    by name, and passes on whatever it answers."""
    waiting: list[tuple[str, Any]] = [("", data)]
    seen: set[int] = set()
    while waiting:
        place, value = waiting.pop()
        if isinstance(value, str):
            if not free and type(value) is not str:
                return f"{place}: Expected `str`, got `{type(value).__name__}`"
            if half := _HALF.search(value):
                return f"{place}: it holds half a character ({half[0]!a})"
        elif isinstance(value, int) and not free and value.bit_length() > _INTEGER:
            return f"{place}: it is beyond 64 bits"
        elif isinstance(value, (Mapping, list, tuple)) and id(value) not in seen:
            seen.add(id(value))
            waiting.extend(reversed(_parts(place, value)))
        elif not free and _is_asked(value):
            return f"{place}: nothing of an article is a `{type(value).__name__}`"
    return None


def _is_asked(value: Any) -> bool:
    """Whether a value that is none of JSON's answers to ``[...]``, as a range, an array and a database's row do."""
    return hasattr(type(value), "__getitem__") and not isinstance(value, (Mapping, list, tuple))


def _parts(place: str, value: Mapping[Any, Any] | Sequence[Any]) -> list[tuple[str, Any]]:
    """What a value holds, each with its place; the keys of a mapping among it."""
    if not isinstance(value, Mapping):
        return [(f"{place}[{number}]", inner) for number, inner in enumerate(value)]
    inside = [(f"{place}.{key!s}".lstrip("."), inner) for key, inner in value.items() if isinstance(key, str)]
    return [(f"a key of {place or 'the article'}", key) for key in value] + inside
