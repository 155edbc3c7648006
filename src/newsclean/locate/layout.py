"""Which layout a page has, which element is its body, and which stretch of the page belongs to it.

The first row of the layouts that the page proves wins; a landmark then says where the article's stretch begins.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.blocks import Value
from newsclean.locate.index import Found, Stretch, Zone, entries_of
from newsclean.locate.page import View
from newsclean.rules import Landmark, Layout, Rules
from newsclean.rules.sieve import holds
from newsclean.tree import Element

__all__ = [
    "Located",
    "body_of",
    "is_of_another_site",
    "landmark_of",
    "landmarks",
    "locate",
    "nodes",
    "nodes_after",
    "on_host",
    "resolved",
    "stretch_of",
]

_INHERITED = ("title", "time", "source", "author", "channel", "keywords", "editor")
_NO_BODY = frozenset({"script", "style", "a", "img", "input", "body", "html", "link", "meta"})


class Located(Value):
    """A proven layout, its body, and the stretch of the page that belongs to it."""

    layout: Layout
    body: Element
    stretch: Stretch

    @property
    def proven(self) -> bool:
        """Whether the layout is sure: the container of a weak one proves little."""
        return not self.layout.weak


def resolved(rules: Rules) -> tuple[Layout, ...]:
    """The layouts of a book with their empty fields filled from the row they are based on."""
    layouts = rules.of_kind(Layout)
    by_name = {row.name: row for row in layouts}

    def fill(row: Layout) -> Layout:
        base = by_name.get(row.based_on or "")
        if base is None:
            return row
        base = fill(base)
        return row._replace(**{name: getattr(row, name) or getattr(base, name) for name in _INHERITED})

    return tuple([fill(row) for row in layouts])


def landmarks(rules: Rules) -> dict[str, list[Landmark]]:
    """The landmarks of a book by their bodies, in their order."""
    rows: dict[str, list[Landmark]] = {}
    for row in rules.of_kind(Landmark):
        rows.setdefault(row.body, []).append(row)
    return rows


def _bodies(rules: Rules) -> tuple[tuple[Layout, frozenset[str]], ...]:
    """The layouts of a book with the index entries that their bodies have."""
    return tuple([(row, entries_of(row.body)) for row in rules.made(resolved)])


def locate(view: View) -> Located | None:
    """The first layout of the view's rules that the page proves, with its body; None where none is proven."""
    stretches: dict[tuple[int, bool], Stretch] = {}
    entries = view.zone.index.keys()
    for row, asked in view.rules.made(_bodies):
        if entries.isdisjoint(asked):
            continue
        if row.hosts and not on_host(view.base, row.hosts):
            continue
        if row.weak and not row.hosts and is_of_another_site(view):
            continue
        for selector in row.body:
            match = body_of(view.zone, selector)
            if match is None:
                continue
            key = (match.order, row.loose)
            stretch = stretches.get(key)
            if stretch is None:
                stretch = stretches[key] = stretch_of(view, match, selector, loose=row.loose)
            if all(map(stretch.has, row.proof)) and not any(map(stretch.has, row.without)):
                return Located(row, match.element, stretch)
            break
    return None


def nodes(at: Located | None, field: str) -> Iterator[Element]:
    """The elements a field's selectors name, the nearest before the body foremost."""
    if at is not None:
        for selector in getattr(at.layout, field):
            for match in at.stretch.near(selector):
                yield match.element


def nodes_after(at: Located | None, field: str) -> Iterator[Element]:
    """The elements a field's selectors name, those after the body foremost."""
    if at is not None:
        for selector in getattr(at.layout, field):
            for match in at.stretch.after(selector):
                yield match.element


def stretch_of(view: View, match: Found, selector: str, *, loose: bool) -> Stretch:
    zone = view.zone
    end = match.order + zone.inside(match.element)
    landmark = landmark_of(view.rules, selector, match.element)
    if landmark:
        for name in landmark.starts:
            if first := zone.before(name, match.order):
                stop = end + landmark.reach
                return Stretch(zone, match.order, end, first=first, stop=stop, loose=loose)
    return Stretch(zone, match.order, end, loose=loose)


def landmark_of(rules: Rules, selector: str, body: Element) -> Landmark | None:
    """The first landmark row for a body found by a selector; None where the table has none."""
    for row in rules.made(landmarks).get(selector, ()):
        if not row.container or row.container in (body.get("class") or "").split():
            return row
    return None


def is_of_another_site(view: View) -> bool:
    """Whether the page's title shows that it is a whole page and none of the site's: what proves little on a piece of
    the site's pages proves nothing there."""
    return bool(view.title) and view.rules.asks.house_title.search(view.title) is None


def on_host(url: str | None, hosts: tuple[str, ...]) -> bool:
    if not url or not holds(url, hosts):
        return False
    from urllib.parse import (
        urlsplit,
    )  # with what it loads a twentieth of lxml.html: most pages need none of it

    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    return any(host == name or host.endswith("." + name) for name in hosts)


def body_of(zone: Zone, selector: str) -> Found | None:
    """The outermost element of a selector that holds anything: an id may stand twice, one inside the other."""
    for match in zone.all(selector):
        element = match.element
        if element.tag not in _NO_BODY and (len(element) or (element.text or "").strip()):
            return match
    return None
