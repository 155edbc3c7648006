"""What each element of a page weighs as text: how much prose it holds beside how much else, and how much of the
headline it says.

Text is weighed run by run, a run being what stands between two tags. A run with the signs of a sentence counts its
length, and so does a link in the middle of one; labels count a fifth, other links and the lines of a page's foot
nothing. Sums go up the tree, so that one pass over the page tells all three of every element.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

from newsclean.blocks import Value
from newsclean.clean.lookup import HIDDEN_STYLE
from newsclean.lazy_regex import Deferred
from newsclean.locate.listing import items_of
from newsclean.rules import Rules
from newsclean.tree import Element

__all__ = ["Weight", "Weights", "said_share"]

_SENTENCE = Deferred(r"[，。！？；、：…]|[a-z][,.;:!?][\"'”’)]?(?:\s|$)")
_NO_WORD = Deferred(r"[\W_]+")
_LABEL = 0.2
"""What a character without the signs of a sentence around it counts for: verses, results and lists are made of such."""
_SHORT_RUN = 12
"""Characters; shorter runs count half: ``分享到：`` has a sentence's sign too."""
_IN_SENTENCE = 3
"""Characters behind a link that show that a sentence goes on."""
_HEADLINE_LEAST = 8
"""Characters of a headline that is looked for: shorter ones are names, which stand in any text."""
_HEADLINE_MOST = 60
"""Characters of the headline that are looked for."""
_ENOUGH_SAID = 0.4
"""The share of the headline beyond which it counts no more that a text says it: in the median article of those read it
is .6, and what stands around the text says a little more of it than the text alone."""
_PURITY = 1.75
"""The power of the share of prose; on the pages read, 1.5 to 2 choose alike."""
_REPEATED = 1.5
"""Times the headline's length: runs that hold it whole and are no longer are the headline said again, no text."""
_ITEM = 0.2
"""What their prose counts for in what is around them."""
_TITLE = 8
"""Characters of a link that may be another story's title."""
_STAMP_MOST = 24
"""Characters of a run that may be an item's time."""
_UNREAD = frozenset(
    "script style noscript template head title textarea select option datalist button iframe nav footer aside".split()
)
_CONTAINERS = frozenset("div td section article main center font table blockquote pre body".split())
"""Tags of elements that may be a body: those that hold paragraphs, and none that is one."""


class Weight(Value):
    """What one element holds: ``prose`` in weighed characters, ``size`` in all of its characters, ``said`` the share
    of the headline's pairs of characters that its text says (0–1)."""

    prose: float
    size: int
    said: float

    @property
    def score(self) -> float:
        """How likely the element is the body. Much prose is good, but four times as much only twice as good; the share
        of prose among all words counts nearly squared, for it tells the body from what is around it; and text that says
        two fifths of the headline counts three times as much as text that says nothing of it."""
        if self.prose <= 0:
            return 0.0
        purity = self.prose / self.size
        score: float = sqrt(self.prose) * purity**_PURITY * (1 + 2 * min(self.said / _ENOUGH_SAID, 1))
        return score


def said_share(headline: str, lines: Iterable[str]) -> float:
    """The share of a headline's pairs of characters that lines of text say, other than by repeating it (0-1)."""
    asked = _Asked(headline)
    said = 0
    for line in lines:
        said |= asked.said_by(line)
    return asked.share(said)


class _Asked:
    """A headline and the pairs of characters in it, signs left out, which texts are asked for."""

    __slots__ = ("flat", "pairs")

    def __init__(self, headline: str) -> None:
        self.flat = _flat(headline)
        short = self.flat[:_HEADLINE_MOST]
        pairs = [short[at : at + 2] for at in range(len(short) - 1)] if len(short) >= _HEADLINE_LEAST else []
        self.pairs = list(dict.fromkeys(pairs))

    def said_by(self, text: str) -> int:
        """Which pairs a run of text says, as bits; none where it is but the headline said again."""
        flat = _flat(text)
        if flat in self.flat or (self.flat in flat and len(flat) < _REPEATED * len(self.flat)):
            return 0
        return sum([1 << bit for bit, pair in enumerate(self.pairs) if pair in flat])

    def share(self, said: int) -> float:
        """The share of the pairs that bits stand for; 0 where there is no headline."""
        return said.bit_count() / len(self.pairs) if self.pairs else 0.0


def _flat(text: str) -> str:
    return _NO_WORD.sub("", text).lower()


class Weights:
    """The weights of all elements of one page, beside one headline ("": none is known). ``unveiled`` is the element
    that its style hides until a script shows it, because it holds most of the page's prose; None where none does:
    what else is hidden weighs nothing."""

    __slots__ = (
        "_asked",
        "_footer",
        "_listed",
        "_marked",
        "_parents",
        "_prose",
        "_said",
        "_size",
        "_stamp",
        "elements",
        "places",
        "unveiled",
    )

    def __init__(self, rules: Rules, root: Element, headline: str = "") -> None:
        self._footer = rules.asks.site_footer.search
        self._stamp = rules.asks.item_stamp.search
        self._asked = _Asked(headline)
        self.elements: list[Element] = []
        self.places: dict[Element, int] = {}
        self._parents: list[int] = []
        self._prose: list[float] = []
        self._size: list[int] = []
        self._said: list[int] = []
        self._marked: list[bool] = []
        veils = self._read(root)
        self.unveiled = self._unveil(veils)
        self._sum_up(veils)

    def of(self, element: Element) -> Weight:
        """The weight of an element of the page; nothing for one that was not read."""
        place = self.places.get(element)
        return Weight(0.0, 0, 0.0) if place is None else self._at(place)

    def containers(self) -> list[tuple[Element, Weight]]:
        """The elements that may be a body and hold any prose, in document order; none that is an item of a list."""
        inside: set[int] = set()
        found: list[tuple[Element, Weight]] = []
        for place, element in enumerate(self.elements):
            if place in self._listed or self._parents[place] in inside:
                inside.add(place)
            elif element.tag in _CONTAINERS and self._prose[place] > 0:
                found.append((element, self._at(place)))
        return found

    def _at(self, place: int) -> Weight:
        return Weight(self._prose[place], self._size[place], self._asked.share(self._said[place]))

    # --- the pass ------------------------------------------------------------------------------------------

    def _read(self, root: Element) -> dict[int, int]:
        """Read every run into the element it stands in. Gives the outermost hidden elements by their places, each with
        the place behind its last element."""
        places, parents = self.places, self._parents
        linked: list[bool] = []
        unread: list[bool] = []
        veils: dict[int, int] = {}
        veiled_to = -1
        for element in root.iter():
            above = element.getparent() if element is not root else None
            parent = places.get(above, -1) if above is not None else -1
            if isinstance(element.tag, str):
                place = len(parents)
                places[element] = place
                self.elements.append(element)
                parents.append(parent)
                self._prose.append(0.0)
                self._size.append(0)
                self._said.append(0)
                self._marked.append(False)
                linked.append(element.tag == "a" or (parent >= 0 and linked[parent]))
                unread.append(element.tag in _UNREAD or (parent >= 0 and unread[parent]))
                if not unread[place]:
                    if place > veiled_to and _is_hidden(element):
                        veiled_to = place + sum(1 for _ in element.iter("*")) - 1
                        veils[place] = veiled_to + 1
                    if element.text:
                        self._add(place, element.text, element if linked[place] else None)
            if element.tail and parent >= 0 and not unread[parent]:
                self._add(parent, element.tail, above if linked[parent] else None)
        return veils

    def _add(self, place: int, text: str, link: Element | None) -> None:
        size = len("".join(text.split()))
        if not size:
            return
        self._size[place] += size
        if link is not None:
            if link.tag == "a" and link.tail and len("".join(link.tail.split())) >= _IN_SENTENCE:
                self._prose[place] += size
            elif size >= _TITLE:
                self._marked[place] = True
            return
        if not _SENTENCE.search(text):
            self._prose[place] += _LABEL * size
            if size <= _STAMP_MOST and self._stamp(text):
                self._marked[place] = True
        elif not self._footer(text):
            self._prose[place] += size if size >= _SHORT_RUN else size / 2
        if self._asked.pairs:
            self._said[place] |= self._asked.said_by(text)

    def _unveil(self, veils: dict[int, int]) -> Element | None:
        """The hidden element that holds more prose than all that is shown; None where none does."""
        if not veils:
            return None
        held = {start: sum(self._prose[start:end]) for start, end in veils.items()}
        most = max(held, key=held.__getitem__)
        shown = sum(self._prose) - sum(held.values())
        return self.elements[most] if held[most] > shown else None

    def _sum_up(self, veils: dict[int, int]) -> None:
        prose, size, said = self._prose, self._size, self._said
        for start, end in veils.items():
            if self.elements[start] is not self.unveiled:
                for place in range(start, end):
                    prose[place], size[place], said[place] = 0.0, 0, 0
        listed = self._listed = items_of(self.elements, self._parents, prose, self._marked)
        for place in range(len(self._parents) - 1, 0, -1):
            parent = self._parents[place]
            if parent >= 0:
                is_item = place in listed
                prose[parent] += prose[place] * _ITEM if is_item else prose[place]
                size[parent] += size[place] // 2 if is_item else size[place]
                said[parent] |= said[place]


def _is_hidden(element: Element) -> bool:
    style = element.get("style")
    return (style is not None and HIDDEN_STYLE.search(style) is not None) or element.get("hidden") is not None
