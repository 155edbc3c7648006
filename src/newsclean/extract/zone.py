"""A page's elements by id, class and tag, in document order, and the selectors that ask for them.

Here live the index, the selector language of the layout table, and the stretch that belongs to an article.
Here never lives a name from a page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, islice
from typing import Any, NamedTuple

__all__ = ["TAGS", "Found", "Stretch", "Zone", "compiled"]

_NO_END = 1 << 60
TAGS = frozenset({"h1", "h2", "h3", "time", "body"})


class Found(NamedTuple):
    """An element and its number in document order."""

    order: int
    element: Any


Index = defaultdict[str, list[tuple[int, Any]]]  # what a Found is made of: few of them are ever asked for


class Step(NamedTuple):
    """One word of a selector."""

    tag: str
    id: str
    name: str


class Zone:
    """The index of one tree's elements outside its head, built in one pass.

    ``around`` is the selector of a body: the inside of the first element it names is left out, and no more
    than ``reach`` elements behind it are looked at. ``skipped`` is that element.
    """

    __slots__ = ("classes", "ids", "root", "size", "skipped", "tags")

    def __init__(self, root: Any, around: str | None = None, reach: int = _NO_END) -> None:
        self.root = root
        self.ids: Index = defaultdict(list)
        self.classes: Index = defaultdict(list)
        self.tags: Index = defaultdict(list)
        self.size = 0
        visible = chain.from_iterable([child.iter("*") for child in root if child.tag != "head"])
        self.skipped: Any = self._index(visible, compiled(around)[0][0] if around else None)
        if self.skipped is not None:
            self._index(islice(_behind(self.skipped), reach))

    def _index(self, elements: Iterable[Any], last: Step | None = None) -> Any | None:
        """Take elements in, up to the first that is the ``last`` one, which is given back."""
        ids, classes, tags = self.ids, self.classes, self.tags
        order = self.size
        for element in elements:
            order += 1
            names, identity, tag = element.get("class"), element.get("id"), element.tag
            if not names and not identity and tag not in TAGS:
                continue
            found = (order, element)
            tokens = names.split() if names else ()
            for name in tokens:
                classes[name].append(found)
            if identity:
                identity = identity.strip()
                ids[identity].append(found)
            if tag in TAGS:
                tags[tag].append(found)
            if last is not None and (identity == last.id if last.id else last.name in tokens):
                self.size = order
                return element
        self.size = order
        return None

    def inside(self, element: Any) -> int:
        """How many elements stand inside one."""
        return 0 if element is self.skipped else sum(1 for _ in element.iter("*")) - 1

    def all(self, selector: str) -> list[Found]:
        """The elements a selector names, in document order."""
        found: list[Found] = []
        for steps in compiled(selector):
            if len(steps) > 1 and steps[-1].tag and steps[-1].tag not in TAGS and not steps[-1].name:
                found.extend(self._first_inside(steps[0], steps[-1].tag))
                continue
            last = self._matching(steps[-1])
            if last and len(steps) > 1:
                above = {match.element for match in self._matching(steps[0])}
                last = [match for match in last if any(up in above for up in match.element.iterancestors())]
            found.extend(last)
        return found

    def _first_inside(self, outer: Step, tag: str) -> list[Found]:
        """The first element of a tag inside each that a step names; tags at large are not indexed."""
        inside = [(match.order, next(match.element.iter(tag), None)) for match in self._matching(outer)]
        return [Found(order, element) for order, element in inside if element is not None]

    def before(self, name: str, order: int) -> int:
        """The number of the last element of a class that begins before another; 0 where there is none."""
        return max([at for at, _ in self.classes.get(name, ()) if at < order], default=0)

    def _matching(self, step: Step) -> list[Found]:
        if step.id:
            pairs = self.ids.get(step.id)
        elif step.name:
            pairs = self.classes.get(step.name)
        else:
            pairs = self.tags.get(step.tag)
        if not pairs:
            return []
        tag = step.tag
        return [Found(order, element) for order, element in pairs if not tag or element.tag == tag]


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


def _behind(element: Any) -> Iterator[Any]:
    """The elements that begin after an element's end, in document order; none beside the root, where the
    parser leaves what follows the end of a document."""
    while (parent := element.getparent()) is not None:
        for sibling in element.itersiblings():
            yield from sibling.iter("*")
        element = parent


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
