"""Heads in TOML, which open and close with a line ``+++``: the same plain values as of one in YAML."""

from __future__ import annotations

import tomllib
from datetime import date, datetime, time
from math import isfinite
from typing import Any

from newsclean.errors import InputError

__all__ = ["toml_mapping"]

_BITS = 63  # of an integer that JSON's readers take


def toml_mapping(head: str, most_depth: int) -> dict[str, Any]:
    """The mapping of a head; times become strings (ISO 8601), and so do numbers that JSON has no place for. Raises
    InputError (front_matter) for what is no TOML or nests deeper than ``most_depth``."""
    try:
        found = _plain(tomllib.loads(head.replace("\r\n", "\n").replace("\r", "\n")), most_depth + 1)
    except tomllib.TOMLDecodeError as error:
        raise InputError("front_matter", f"the front matter cannot be read: {error}") from error
    except RecursionError:
        raise InputError(
            "front_matter", f"the front matter cannot be read: it nests deeper than {most_depth}"
        ) from None
    assert isinstance(found, dict)  # noqa: S101  # a document of TOML is a table
    return found


def _plain(value: Any, depth: int) -> Any:
    """The value without types of its own. Raises RecursionError where it nests deeper than that."""
    if depth < 0:
        raise RecursionError
    if isinstance(value, dict):
        return {key: _plain(inner, depth - 1) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner, depth - 1) for inner in value]
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, bool):
        return value
    if (isinstance(value, int) and value.bit_length() > _BITS) or (
        isinstance(value, float) and not isfinite(value)
    ):
        return str(value)
    return value
