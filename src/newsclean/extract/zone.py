"""A page's elements by id, class and tag, in document order, and the selectors that ask for them.

Here live the index, the selector language of the layout table, and the stretch that belongs to an article.
Here never lives a name from a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

__all__ = ["Found", "Stretch", "Zone"]

_NO_END = 1 << 60
_NAMED = "[@id or @class or self::h1 or self::h2 or self::h3 or self::time or self::body]"
_TAGS = frozenset({"h1", "h2", "h3", "time", "body"})
_NO_END = 1 << 60


class Found(NamedTuple):
    """An element and its number in document order."""

    order: int
    element: Any


class Step(NamedTuple):
    """One word of a selector."""

    tag: str
    id: str
    name: str


class Zone:
    """The index of one tree, built in one pass.

    ``skip`` is an element whose inside is left out; ``reach`` is how many elements behind it are looked at.
    """

    __slots__ = ("classes", "ids", "root", "size", "skipped", "tags")

    def __init__(self, root: Any, skip: Any = None, reach: int = _NO_END) -> None:
        self.root = root
        self.skipped = skip
        self.ids: dict[str, list[Found]] = {}
        self.classes: dict[str, list[Found]] = {}
        self.tags: dict[str, list[Found]] = {}
        ids, classes, tags = self.ids, self.classes, self.tags
        order = 0
        for element in root.iter("*") if skip is None else _around(root, skip, reach):
            order += 1
            names, identity, tag = element.get("class"), element.get("id"), element.tag
            if names or identity or tag in _TAGS:
                found = Found(order, element)
                for name in names.split() if names else ():
                    classes.setdefault(name, []).append(found)
                if identity:
                    ids.setdefault(identity.strip(), []).append(found)
                if tag in _TAGS:
                    tags.setdefault(tag, []).append(found)
        self.size = order

    def inside(self, element: Any) -> int:
        """How many elements stand inside one."""
        return 0 if element is self.skipped else sum(1 for _ in element.iter("*")) - 1

    def all(self, selector: str) -> list[Found]:
        """The elements a selector names, in document order."""
        found: list[Found] = []
        for steps in compiled(selector):
            last = self._matching(steps[-1])
            if last and len(steps) > 1:
                above = {match.element for match in self._matching(steps[0])}
                last = [match for match in last if any(up in above for up in match.element.iterancestors())]
            found.extend(last)
        return found

    def _matching(self, step: Step) -> list[Found]:
        if step.id:
            found = self.ids.get(step.id)
        elif step.name:
            found = self.classes.get(step.name)
        else:
            return self.tags.get(step.tag) or []
        if found and step.tag:
            return [match for match in found if match.element.tag == step.tag]
        return found or []


class Stretch:
    """The part of a zone that belongs to one body: from its landmark to a little behind it, without its inside.

    ``loose`` bodies hold their own title: their inside counts too. Without a body, it is the whole zone.
    """

    __slots__ = ("end", "loose", "order", "start", "stop", "zone")

    def __init__(
        self,
        zone: Zone,
        order: int = 0,
        end: int = 0,
        *,
        start: int = 0,
        stop: int = _NO_END,
        loose: bool = True,
    ) -> None:
        self.zone = zone
        self.order, self.end = order, end
        self.start, self.stop = start, stop
        self.loose = loose

    def _belonging(self, selector: str) -> list[Found]:
        found = self.zone.all(selector)
        if not found:
            return found
        inside = self.loose
        return [
            m
            for m in found
            if self.start <= m.order <= self.stop and (inside or not self.order <= m.order <= self.end)
        ]

    def has(self, selector: str) -> bool:
        """Whether the stretch, the body's own element included, holds what the selector names."""
        return any(
            self.start <= m.order <= self.stop
            for m in self.zone.all(selector)
            if self.loose or not self.order < m.order <= self.end
        )

    def near(self, selector: str) -> list[Found]:
        """The elements a selector names, those before the body first and the nearest of them foremost."""
        found = self._belonging(selector)
        if len(found) < 2:
            return found
        return [m for m in found[::-1] if m.order < self.order] + [m for m in found if m.order >= self.order]

    def after(self, selector: str) -> list[Found]:
        """The elements a selector names, those after the body first, then the others from the top."""
        found = self._belonging(selector)
        if len(found) < 2:
            return found
        return [m for m in found if m.order > self.end] + [m for m in found if m.order <= self.end]


def _around(root: Any, skip: Any, reach: int) -> Iterator[Any]:
    """The elements of a tree without those inside ``skip``, and no more than ``reach`` behind it."""
    elements = root.iter("*")
    for element in elements:
        yield element
        if element is skip:
            inside = sum(1 for _ in skip.iter("*")) - 1
            yield from islice(elements, inside, inside + reach)
            return


@lru_cache(maxsize=1_024)
def compiled(selector: str) -> tuple[tuple[Step, ...], ...]:
    """A selector's alternatives, each a tuple of steps."""
    return tuple([tuple([_step(word) for word in part.split()]) for part in selector.split(",")])


def _step(word: str) -> Step:
    if "#" in word:
        tag, _, identity = word.partition("#")
        return Step(tag, identity, "")
    if "." in word:
        tag, _, name = word.partition(".")
        return Step(tag, "", name)
    return Step(word, "", "")
