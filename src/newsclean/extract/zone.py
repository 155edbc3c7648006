"""A page's elements by id, class and tag, in document order, and the selectors that ask for them.

Here live the index, the selector language of the layout table, and the stretch that belongs to an article.
Here never lives a name from a page.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

__all__ = ["Found", "Stretch", "Zone"]

_TAGS = frozenset({"h1", "h2", "h3", "time", "title", "body"})
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
    """The index of one tree, built in one pass. ``skip`` is an element whose inside is left out."""

    __slots__ = ("classes", "ids", "root", "size", "skipped", "tags")

    def __init__(self, root: Any, skip: Any = None) -> None:
        self.root = root
        self.ids: dict[str, list[Found]] = {}
        self.classes: dict[str, list[Found]] = {}
        self.tags: dict[str, list[Found]] = {}
        self.size = 0
        self.skipped = skip
        if skip is None:
            for element in root.iter("*"):
                self._note(element)
        else:
            self._descend(root, skip)

    def _descend(self, element: Any, skip: Any) -> None:
        self._note(element)
        if element is not skip:
            for child in element.iterchildren("*"):
                self._descend(child, skip)

    def _note(self, element: Any) -> None:
        self.size = order = self.size + 1
        tag = element.tag
        if tag in _TAGS:
            self.tags.setdefault(tag, []).append(Found(order, element))
        for name, value in element.items():
            if name == "class":
                for token in value.split():
                    self.classes.setdefault(token, []).append(Found(order, element))
            elif name == "id":
                self.ids.setdefault(value.strip(), []).append(Found(order, element))

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
        self, zone: Zone, order: int = 0, end: int = 0, *, start: int = 0, stop: int = _NO_END, loose: bool = True
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
        return [m for m in found if self.start <= m.order <= self.stop and (inside or not self.order <= m.order <= self.end)]

    def has(self, selector: str) -> bool:
        """Whether the stretch, the body's own element included, holds what the selector names."""
        return any(self.start <= m.order <= self.stop for m in self.zone.all(selector) if self.loose or not self.order < m.order <= self.end)

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
