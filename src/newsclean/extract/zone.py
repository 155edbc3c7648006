"""A page's elements by id, class and tag, in document order, and the selectors that ask for them.

Here live the index and the selector language of the layout table. Here never lives a name from a page.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import Any, NamedTuple

__all__ = ["Found", "Zone"]

_INDEXED_TAGS = frozenset({"h1", "h2", "h3", "time", "title", "meta", "html", "body", "iframe", "table"})


class Found(NamedTuple):
    """An element and its number in document order."""

    order: int
    element: Any


class _Step(NamedTuple):
    tag: str
    id: str
    name: str


class Zone:
    """The index of one tree; built in one pass."""

    __slots__ = ("classes", "ids", "root", "size", "tags")

    def __init__(self, root: Any) -> None:
        self.root = root
        self.ids: defaultdict[str, list[Found]] = defaultdict(list)
        self.classes: defaultdict[str, list[Found]] = defaultdict(list)
        self.tags: defaultdict[str, list[Found]] = defaultdict(list)
        order = 0
        for element in root.iter("*"):
            order += 1
            tag = element.tag
            if tag in _INDEXED_TAGS:
                self.tags[tag].append(Found(order, element))
            for name, value in element.items():
                if name == "class":
                    for token in value.split():
                        self.classes[token].append(Found(order, element))
                elif name == "id":
                    self.ids[value.strip()].append(Found(order, element))
        self.size = order

    def all(self, selector: str) -> list[Found]:
        """The elements a selector names, in document order."""
        found: list[Found] = []
        for steps in _compiled(selector):
            last = self._matching(steps[-1])
            if len(steps) > 1:
                above = {match.element for match in self._matching(steps[0])}
                last = [match for match in last if any(up in above for up in match.element.iterancestors())]
            found.extend(last)
        return found

    def has(self, selector: str) -> bool:
        """Whether the tree holds any element that the selector names."""
        return bool(self.all(selector))

    def near(self, selector: str, order: int) -> list[Found]:
        """The elements a selector names, those before ``order`` first and the nearest of them foremost."""
        found = self.all(selector)
        if len(found) < 2:
            return found
        before = [match for match in found if match.order < order]
        return before[::-1] + [match for match in found if match.order >= order]

    def after(self, selector: str, order: int) -> list[Found]:
        """The elements a selector names, those after ``order`` first, then those before it, from the top."""
        found = self.all(selector)
        return [m for m in found if m.order > order] + [m for m in found if m.order <= order]

    def _matching(self, step: _Step) -> list[Found]:
        if step.id:
            found = self.ids.get(step.id, [])
        elif step.name:
            found = self.classes.get(step.name, [])
        else:
            return self.tags[step.tag] if step.tag in _INDEXED_TAGS else self._scan(step.tag)
        return [match for match in found if match.element.tag == step.tag] if step.tag else found

    def _scan(self, tag: str) -> list[Found]:
        return [Found(order, element) for order, element in enumerate(self.root.iter("*"), 1) if element.tag == tag]


@lru_cache(maxsize=1_024)
def _compiled(selector: str) -> tuple[tuple[_Step, ...], ...]:
    return tuple([tuple([_step(word) for word in part.split()]) for part in selector.split(",")])


def _step(word: str) -> _Step:
    if "#" in word:
        tag, _, identity = word.partition("#")
        return _Step(tag, identity, "")
    if "." in word:
        tag, _, name = word.partition(".")
        return _Step(tag, "", name)
    return _Step(word, "", "")
