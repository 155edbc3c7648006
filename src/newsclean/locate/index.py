"""A page's elements by id, class and tag, in document order, and the selectors that ask for them.

A page is indexed once, because every layout is asked of it; the stretch that belongs to an article narrows what an
index answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, islice

from newsclean.blocks import Value
from newsclean.tree import Element

__all__ = ["TAGS", "Found", "Stretch", "Zone", "compiled", "entries_of", "keys_of"]

_CLASS, _ID = b"class", b"id"  # lxml would encode a str each time
_NO_END = 1 << 60
"""The number of the last element where nothing ends a stretch: more than a page can have."""
TAGS = frozenset({"h1", "h2", "h3", "time", "body"})
"""Tags that selectors ask for by themselves; an index of all tags would hold the whole page."""


class Found(Value):
    """An element and its number in document order."""

    order: int
    element: Element


class Step(Value):
    """One word of a selector: the index entry it asks for, and the tag an element there must have ("": any)."""

    key: str
    tag: str


class Zone:
    """The index of one tree's elements outside its head, built in one pass: ``#id``, ``.class`` and tag.

    ``around`` is the selector of a body: the inside of the first element it names is left out, and no more
    than ``reach`` elements behind it are looked at. ``skipped`` is that element.
    """

    __slots__ = ("index", "root", "size", "skipped")

    def __init__(self, root: Element, around: str | None = None, reach: int = _NO_END) -> None:
        self.root = root
        # (order, element) is what a Found is made of: few of them are ever asked for
        self.index: dict[str, list[tuple[int, Element]]] = {}
        self.size = 0
        visible = chain.from_iterable([child.iter("*") for child in root if child.tag != "head"])
        self.skipped: Element | None = self._index(visible, compiled(around)[0][0].key if around else None)
        if self.skipped is not None:
            self._index(islice(_behind(self.skipped), reach))

    def _index(self, elements: Iterable[Element], last: str | None = None) -> Element | None:
        """Take elements in, up to the first that stands under the ``last`` key, which is given back."""
        index = self.index
        order = self.size
        for element in elements:
            order += 1
            names, identity, tag = element.get(_CLASS), element.get(_ID), element.tag
            if names or identity or tag in TAGS:
                keys = _keys(tag, names, identity)
                found = (order, element)
                for key in keys:
                    if key in index:
                        index[key].append(found)
                    else:
                        index[key] = [found]
                if last in keys:
                    self.size = order
                    return element
        self.size = order
        return None

    def inside(self, element: Element) -> int:
        """How many elements stand inside one."""
        return 0 if element is self.skipped else sum(1 for _ in element.iter("*")) - 1

    def all(self, selector: str) -> list[Found]:
        """The elements a selector names, in document order."""
        found: list[Found] = []
        for steps in compiled(selector):
            last = steps[-1]
            pairs = self.index.get(last.key)
            if len(steps) == 1:
                if pairs:
                    tag = last.tag
                    found += [
                        Found(order, element) for order, element in pairs if not tag or element.tag == tag
                    ]
            elif pairs:
                above = {pair.element for pair in self._pairs(steps[0])}
                inner = _matching(pairs, last.tag)
                found.extend([m for m in inner if any(up in above for up in m.element.iterancestors())])
            elif last.key == last.tag and last.tag not in TAGS:
                found.extend(self._first_inside(steps[0], last.tag))
        return found

    def _pairs(self, step: Step) -> list[Found]:
        return _matching(self.index.get(step.key, ()), step.tag)

    def _first_inside(self, outer: Step, tag: str) -> list[Found]:
        """The first element of a tag inside each that a step names; tags at large are not indexed."""
        inside = [(pair.order, next(pair.element.iter(tag), None)) for pair in self._pairs(outer)]
        return [Found(order, element) for order, element in inside if element is not None]

    def before(self, name: str, order: int) -> Found | None:
        """The last element of a class that begins before another; None where there is none."""
        for pair in reversed(self.index.get("." + name, ())):
            if pair[0] < order:
                return Found(*pair)
        return None


def _matching(pairs: Iterable[tuple[int, Element]], tag: str) -> list[Found]:
    return [Found(order, element) for order, element in pairs if not tag or element.tag == tag]


def keys_of(element: Element) -> tuple[str, ...]:
    """The index entries that an element stands under."""
    return _keys(element.tag, element.get(_CLASS), element.get(_ID))


@lru_cache(maxsize=4_096)
def _keys(tag: str, names: str | None, identity: str | None) -> tuple[str, ...]:
    """The index entries of an element."""
    keys = ["." + name for name in names.split()] if names else []
    if identity:
        keys.append("#" + identity.strip())
    return (*keys, tag) if tag in TAGS else tuple(keys)


def entries_of(selectors: Iterable[str]) -> frozenset[str]:
    """The index entries of which a page has one at least where any of some selectors names an element."""
    asked = [steps for selector in selectors for steps in compiled(selector)]
    return frozenset(
        [steps[0].key if steps[-1].key == steps[-1].tag not in TAGS else steps[-1].key for steps in asked]
    )


class Stretch:
    """The part of a zone that belongs to one body: from its landmark to a little behind it, without its inside.

    ``loose`` bodies hold their own title: their inside counts too. Without a body, it is the whole zone. ``first``
    is the landmark's element, with which it begins; None where it begins with the page.
    """

    __slots__ = ("end", "first", "loose", "order", "start", "stop", "zone")

    def __init__(
        self,
        zone: Zone,
        order: int = 0,
        end: int = 0,
        *,
        first: Found | None = None,
        stop: int = _NO_END,
        loose: bool = True,
    ) -> None:
        self.zone = zone
        self.order, self.end = order, end
        self.start = first.order if first else 0
        self.first = first.element if first else None
        self.stop = stop
        self.loose = loose

    def _belonging(self, selector: str) -> list[Found]:
        found = self.zone.all(selector)
        if not found:
            return found
        start, stop, order, end, inside = self.start, self.stop, self.order, self.end, self.loose
        return [m for m in found if start <= m.order <= stop and (inside or not order <= m.order <= end)]

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


def _behind(element: Element) -> Iterator[Element]:
    """The elements that begin after an element's end, in document order; none beside the root, where the
    parser leaves what follows the end of a document."""
    while (parent := element.getparent()) is not None:
        for sibling in element.itersiblings("*"):
            if len(sibling):
                yield from sibling.iter("*")
            else:
                yield sibling
        element = parent


@lru_cache(maxsize=1_024)
def compiled(selector: str) -> tuple[tuple[Step, ...], ...]:
    """A selector's alternatives, each a tuple of steps."""
    return tuple([tuple([_step(word) for word in part.split()]) for part in selector.split(",")])


def _step(word: str) -> Step:
    for mark in "#.":
        tag, found, name = word.partition(mark)
        if found:
            return Step(mark + name, tag)
    return Step(word, word)
