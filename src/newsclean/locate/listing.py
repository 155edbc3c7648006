"""Which elements of a page are items of a list: comments under each other, other stories, each with its title or time.

Their prose is as good as an article's, and there may be more of it. What tells them is that they are many of a kind,
and that each holds a link outside sentences, or a time.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.tree import Element

__all__ = ["items_of"]

_ITEMS = 5
"""Elements of one tag and one class beside each other that make a list."""
_MARKED = 0.8
"""The share of them that holds a link outside sentences, or a time: items of lists do, parts of a text don't."""
_LARGEST = 0.5
"""The share of their prose that the largest of them holds at most: the columns of a page are no items."""
_TAGS = frozenset("div li section article dl".split())


def items_of(
    elements: Sequence[Element], parents: Sequence[int], prose: Sequence[float], marked: Sequence[bool]
) -> set[int]:
    """The places of elements that are items of a list. The elements of a page in document order, with the place of
    each one's parent (-1: it has none), its own prose, and whether it holds such a link or time itself."""
    is_marked, held = list(marked), list(prose)
    groups: dict[tuple[int, str, str], list[int]] = {}
    for place in range(len(parents) - 1, 0, -1):
        parent, element = parents[place], elements[place]
        if parent >= 0:
            is_marked[parent] = is_marked[parent] or is_marked[place]
            held[parent] += held[place]
            if element.tag in _TAGS:
                groups.setdefault((parent, element.tag, element.get("class") or ""), []).append(place)
    found: set[int] = set()
    for places in groups.values():
        if len(places) < _ITEMS or sum([is_marked[place] for place in places]) < _MARKED * len(places):
            continue
        sizes = [held[place] for place in places]
        if max(sizes) <= _LARGEST * sum(sizes):
            found.update(places)
    return found
