"""Whether the values of a row are of the types that its fields have. Rows from TOML are asked value by value while they
are made, rows that are written in Python when they join a book."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin, get_type_hints

from newsclean.rules.rows import Form, Row

__all__ = ["bad_value", "bad_values"]


def bad_value(value: object, wanted: Any) -> str | None:
    """What is wrong with a value that should be one of some words, or of a type (or None, where its field may be)."""
    if get_origin(wanted) is Literal:
        allowed = get_args(wanted)
        return None if value in allowed else f"{value!r} is none of {', '.join(map(repr, allowed))}"
    kinds = get_args(wanted) or (wanted,)
    if isinstance(value, kinds) and (not isinstance(value, bool) or bool in kinds):
        return None
    return f"it is {type(value).__name__}, and should be {kinds[0].__name__}"


def bad_values(row: Row) -> Iterator[str]:
    """What is wrong with the types of a row's values, one sentence each."""
    for field, wanted in get_type_hints(type(row)).items():
        value = getattr(row, field)
        if get_origin(wanted) is tuple:
            yield from _bad_tuple(field, value, get_args(wanted)[0])
        elif wrong := bad_value(value, wanted):
            yield f"{field}: {wrong}"


def _bad_tuple(field: str, value: Any, inner: Any) -> Iterator[str]:
    if not isinstance(value, tuple):
        yield f"{field}: it is {type(value).__name__}, and should be a tuple: ({value!r},)"
    elif inner is Form:
        for form in value:
            yield from _bad_form(field, form)
    elif get_origin(inner) is tuple:
        if not all(isinstance(pair, tuple) and len(pair) == 2 for pair in value):
            yield f"{field}: it should hold pairs"
    elif not all(isinstance(item, inner) for item in value):
        yield f"{field}: it should hold {inner.__name__} alone"


def _bad_form(field: str, form: Any) -> Iterator[str]:
    if not isinstance(form, Form):
        yield f"{field}: {form!r} is no Form"
        return
    if not isinstance(form.pattern, str):
        yield f"{field}: a form's pattern is {type(form.pattern).__name__}, and should be str"
    for name in ("takes", "spares"):
        texts = getattr(form, name)
        if not isinstance(texts, tuple) or not all(isinstance(text, str) for text in texts):
            yield f"{field}: {name} of {form.pattern!r} should be a tuple of sentences"
