"""Which layout a page has, and which element is its body.

Here lives the reading of the layout table: the first row that the page proves wins. Here never lives a row.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from newsclean.extract.view import View
from newsclean.extract.zone import Found
from newsclean.layouts import LAYOUTS, Layout

__all__ = ["Located", "locate", "resolved"]

_INHERITED = ("title", "time", "source", "author", "channel", "keywords", "editor")


class Located(NamedTuple):
    """A proven layout, its body, and the body's place in document order (first and last element)."""

    layout: Layout
    body: Any
    order: int
    end: int


@lru_cache(maxsize=8)
def resolved(layouts: tuple[Layout, ...] = LAYOUTS) -> tuple[Layout, ...]:
    """The rows with their empty fields filled from the row they are based on."""
    by_name = {row.name: row for row in layouts}

    def fill(row: Layout) -> Layout:
        base = by_name.get(row.based_on or "")
        if base is None:
            return row
        base = fill(base)
        own = {f.name: getattr(row, f.name) for f in fields(row)}
        return replace(row, **{name: own[name] or getattr(base, name) for name in _INHERITED})

    return tuple([fill(row) for row in layouts])


def locate(view: View, layouts: Iterable[Layout]) -> Located | None:
    """The first layout of the table that the page proves, with its body; None where none is proven."""
    for row in layouts:
        if _proven(view, row):
            found = next((match for selector in row.body if (match := _body(view, selector))), None)
            if found is not None:
                size = sum(1 for _ in found.element.iter("*"))
                return Located(row, found.element, found.order, found.order + size - 1)
    return None


def _proven(view: View, row: Layout) -> bool:
    zone = view.zone
    if row.hosts and not _on_host(view.base, row.hosts):
        return False
    return all(map(zone.has, row.proof)) and not any(map(zone.has, row.without))


def _on_host(url: str | None, hosts: tuple[str, ...]) -> bool:
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return False
    return any(host == name or host.endswith("." + name) for name in hosts)


def _body(view: View, selector: str) -> Found | None:
    """The outermost element of a selector that holds anything: an id may stand twice, one inside the other."""
    for match in view.zone.all(selector):
        if match.element.tag not in ("script", "style", "a", "img", "input", "body", "html") and _holds_something(match.element):
            return match
    return None


def _holds_something(element: Any) -> bool:
    if len(element):
        return True
    return bool((element.text or "").strip())
