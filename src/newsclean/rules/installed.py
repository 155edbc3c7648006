"""Rules that installed packages offer under the entry point ``newsclean.rules``, loaded when they are named.

An installed package changes nothing by being there: its rules are looked up by their name, and only those of that
name are imported. What stands behind the name may be a book or some rows, a TOML file, or a function that gives one
of these.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points
from os import PathLike, fspath
from typing import Any, get_args

from newsclean.errors import RulesError
from newsclean.rules.load import load, loads
from newsclean.rules.rows import Row

__all__ = ["GROUP", "installed_names", "installed_rows"]

GROUP = "newsclean.rules"
"""The group of entry points that name rules."""


def installed_names() -> list[str]:
    """The names under which installed packages offer rules. Nothing is imported."""
    return sorted({point.name for point in entry_points(group=GROUP)})


def installed_rows(name: str) -> Iterable[Row]:
    """The rows, or the book, that an installed package offers under a name.

    Raises RulesError: for a name that no package has or that several have, and for one whose object cannot be
    loaded or gives no rows.
    """
    point = _point(name)
    try:
        given = point.load()
        if callable(given):
            given = given()
        found = _rows(given)
    except RulesError:
        raise
    except Exception as error:  # whatever a package's own code raises
        why = f"{type(error).__name__}: {error}"
        raise RulesError("entry_point", f"rules {name!r} ({point.value}) failed: {why}", row=name) from error
    if found is None:
        raise _wrong(
            name, f"({point.value}) are {type(given).__name__}, and should be rows or the path of a TOML file"
        )
    return found


def _point(name: str) -> EntryPoint:
    points = tuple(entry_points(group=GROUP, name=name))
    if len(points) == 1:
        return points[0]
    if points:
        raise _wrong(name, f"are offered by several packages: {', '.join(point.value for point in points)}")
    known = ", ".join(installed_names()) or "none"
    raise _wrong(name, f"are neither a file nor offered by an installed package (offered: {known})")


def _rows(given: Any) -> Iterable[Row] | None:
    """The rows of an entry point's object; None for an object that is none of what may stand there."""
    if isinstance(given, (str, PathLike)):
        return load(fspath(given))
    if hasattr(given, "read_text"):  # a file of a package, as importlib.resources gives it
        return loads(given.read_text("utf-8"), str(given))
    if not isinstance(given, Iterable):
        return None
    rows = given if hasattr(given, "questions") else tuple(given)
    return rows if all(isinstance(row, get_args(Row)) for row in rows) else None


def _wrong(name: str, why: str) -> RulesError:
    return RulesError("entry_point", f"rules {name!r} {why}", row=name)
