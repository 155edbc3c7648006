"""Twelve hexadecimal digits that tell two rule books apart: they change when any row does what it does otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsclean.rules.rows import Row

__all__ = ["digest_of"]


def digest_of(rows: Iterable[Row]) -> str:
    """The digest of a book's rows."""
    import hashlib

    return hashlib.sha256(repr([_acting(row) for row in rows]).encode("utf-8")).hexdigest()[:12]


_SAID = frozenset({"why", "takes", "spares", "within", "also"})


def _acting(row: Any) -> tuple[Any, ...]:
    """What a row does, without what it says of itself."""
    fields = [(name, value) for name, value in zip(row._fields, row, strict=True) if name not in _SAID]
    return (type(row).__name__, *[(name, _patterns(value)) for name, value in fields])


def _patterns(value: Any) -> Any:
    if isinstance(value, tuple) and value and hasattr(value[0], "takes"):
        return tuple([form.pattern for form in value])
    return value
