"""The words above a body that no class and no id names: the time, the medium, the persons, the breadcrumb.

Pages to 2013 and pages of unknown layout write them into one line. It is read by its own words, from the body upwards:
what is near the body is the article's. Which words are labels, media and tools is said in rules/info_line.py.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from newsclean.blocks import Value
from newsclean.dates import Moment, find_moment, find_moments
from newsclean.locate.titles import begins_title
from newsclean.metadata.around import Word, Words, words_above
from newsclean.metadata.medium import clean_source
from newsclean.metadata.names import led_names, names_in
from newsclean.rules import Rules
from newsclean.rules.forms import captured
from newsclean.rules.markup import SOURCE_CLASS
from newsclean.rules.sieve import holds
from newsclean.tree import Element, string_of

__all__ = [
    "LONGEST_NAME",
    "Above",
    "channels_in",
    "crumbs_in",
    "find_above",
    "named_in",
    "place_of",
    "source_beside",
    "without_tools",
]

LONGEST_NAME = 20
"""Characters of a medium's name; what is longer is a headline or a line of links."""

_NEAR = 3
"""Elements around a text that may call it the source."""

_ADDRESSES = ("http://", "https://", "www.")
"""In an address of a site, which stands before the time."""

_SEPARATORS = " |｜·,，;；/"
"""What stands between the parts of an info line."""

_PATH_MARKS = " >»›＞→"
"""What stands between the parts of a breadcrumb."""


class Above(Value):
    """What stands around a body: the time, the medium, the persons called author, the channel; without a layout also
    the time of the last change, and the title."""

    moment: Moment | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()
    modified: Moment | None = None
    title: str | None = None


def find_above(rules: Rules, body: Element, first: Element | None = None, title: str = "") -> Above:
    """What the last words above a body say, up to the element ``first`` (None: to the page's beginning).

    ``title`` is the page's: what it begins with is the headline, never a medium.
    """
    read = words_above(body, first)
    words = [word.text for word in read.words]
    said = " ".join(words)
    moment = next((m for m in reversed([*find_moments(said)]) if m.has_clock), None)
    label = next(reversed([*rules.asks.source_labelled.finditer(said)]), None)
    # Both stand in the words as they were collapsed, so that their places can be found again.
    end = said.rfind(moment.raw) + len(moment.raw) if moment else label.start() if label else 0
    source = captured(label)["source"] if label else _named_source(read)
    if source is None and moment:
        source = source_beside(rules, read, end, moment.raw, title)
    authors: tuple[str, ...] = ()
    if moment or label:
        authors = named_in(rules, " ".join(words[read.line_start(place_of(words, end)) :]))
    return Above(
        moment, clean_source(rules, source) if source else None, authors, crumbs_in(rules, read.words)
    )


def place_of(words: Sequence[str], end: int) -> int:
    """The place of the word that a character of all the words, joined by spaces, stands in."""
    return bisect_right([*accumulate(len(word) + 1 for word in words)], end)


def source_beside(
    rules: Rules, read: Words, end: int, raw: str, title: str, *, free: bool = False
) -> str | None:
    """The medium in the line of the time ``raw``, which ends at a character of all the words, joined by spaces;
    ``free``: the line is known to be the article's, so that a name alone in a link behind the time is one too."""
    words = [word.text for word in read.words]
    place = place_of(words, end)
    ends = sum(len(word) + 1 for word in words[:place])
    return _Timed(rules, read, place, words[place][end - ends :], raw, title, free).source()


def named_in(rules: Rules, text: str) -> tuple[str, ...]:
    """The persons that a text names behind the word for author or reporter, in the last place where it does."""
    if not holds(text, rules.needed.author_labelled):
        return ()
    label = next(reversed([*rules.asks.author_labelled.finditer(text)]), None)
    if label is None:
        return ()
    told = captured(label)
    if "reporter" in told:
        return tuple(led_names(rules, told["reporter"]))
    return tuple([name for name in names_in(rules, told["author"]) if not rules.asks.tool.search(name)])


def without_tools(rules: Rules, text: str) -> str:
    """A medium's words up to the tools that stand behind it in the same node.

    >>> from newsclean.rules import default_rules
    >>> without_tools(default_rules(), "某某晚报 微博 收藏本文")
    '某某晚报'
    """
    words = text.split()
    if len(words) < 2:
        return text.strip()
    is_tool = rules.asks.tool_behind.fullmatch
    tool = next((at for at in range(1, len(words)) if is_tool(words[at])), len(words))
    return " ".join(words[:tool])


# --- the medium ------------------------------------------------------------------------------------------


def _named_source(read: Words) -> str | None:
    """The words of the last node that calls itself the source; None for a node of more than a name."""
    for word in reversed(read.words):
        element: Element | None = word.holder
        for _ in range(_NEAR):
            if element is None or element not in read.begun:
                break
            if SOURCE_CLASS in (element.get("class") or "").split():
                text = " ".join(string_of(element).split())
                return text if 2 <= len(text) <= LONGEST_NAME and not find_moment(text) else None
            element = element.getparent()
    return None


class _Timed(Value):
    """A time ``raw`` among the words, which stands in the word at ``place`` with ``rest`` behind it."""

    rules: Rules
    read: Words
    place: int
    rest: str
    raw: str
    title: str
    free: bool = False

    def source(self) -> str | None:
        """The name in a line with the time: the one right behind it, else one right before it that ends as a medium's
        name does."""
        here = self.read.words[self.place]
        if self.read.line_of(here) is None:
            return None
        before, after = self._beside(self.place - 1), self._beside(self.place + 1)
        goes_on = bool(self.rest.strip(_SEPARATORS))
        if self.free and not goes_on and after is None:
            after = self._next_block()
        name = self._name(self.rest if goes_on else after.text if after else "")
        if name is None:
            return self._source_before(before.text if before else "")
        if self.rules.asks.medium.fullmatch(name):
            return name
        # Behind the site's address and the time any name is a medium, where it stands in the same line.
        sited = any(word and self._is_address(word.text) for word in (before, here))
        if sited and (goes_on or (after is not None and not after.broken)):
            return name
        lone = self.free and not goes_on and after is not None and after.text.strip(_SEPARATORS) == name
        return name if lone and after is not None and _is_linked(after.holder) else None

    def _is_address(self, text: str) -> bool:
        """Whether a text says an address of the site; on other sites, where the line is the article's, any."""
        if self.free and holds(text, _ADDRESSES):
            return True
        return self.rules.asks.site_address.search(text) is not None

    def _beside(self, place: int) -> Word | None:
        """The word at a place where it stands in the line of the time."""
        words = self.read.words
        line = self.read.line_of(words[self.place])
        if 0 <= place < len(words) and self.read.line_of(words[place]) is line:
            return words[place]
        return None

    def _next_block(self) -> Word | None:
        """The word behind the time, whatever line it stands in, where it calls itself a medium or an address stands
        before the time."""
        place, words = self.place, self.read.words
        after = words[place + 1] if place + 1 < len(words) else None
        addressed = place > 0 and self._is_address(words[place - 1].text)
        if after and (addressed or self.rules.asks.medium.fullmatch(after.text)):
            return after
        return None

    def _source_before(self, before: str) -> str | None:
        text = self.read.words[self.place].text
        head = text[: -len(self.rest)] if self.rest else text
        before = head.removesuffix(self.raw).strip(" (（") or before
        name = self._name(before)
        return name if name and name == before and self.rules.asks.medium.fullmatch(name) else None

    def _name(self, text: str) -> str | None:
        """The name that a text begins with; None where it begins with a tool, a count, an address or the headline."""
        asks = self.rules.asks
        first = asks.first_name.match(text.strip(_SEPARATORS))
        name = clean_source(self.rules, first[0].strip(_SEPARATORS)) if first else None
        if not name or len(name) > LONGEST_NAME or not any(map(str.isalpha, name)):
            return None
        if not asks.medium_shape.fullmatch(name) or asks.host.fullmatch(name):
            return None
        return None if begins_title(name, self.title) or asks.tool.search(name) else name


# --- the breadcrumb --------------------------------------------------------------------------------------


def channels_in(rules: Rules, crumbs: Iterable[str]) -> tuple[str, ...]:
    """The channels among the words of a breadcrumb, each once: not the home page, nor the article's own word.

    >>> from newsclean.rules import default_rules
    >>> channels_in(default_rules(), ["新浪首页", "某某频道", "正文"])
    ('某某频道',)
    """
    homes, ends = rules.sets.HOMES, rules.sets.PATH_ENDS
    named = [crumb for crumb in crumbs if crumb and crumb not in homes and crumb not in ends]
    return tuple(dict.fromkeys(named))


def crumbs_in(rules: Rules, words: Sequence[Word]) -> tuple[str, ...]:
    """The links before the last word that ends a breadcrumb, where marks of a path stand between them."""
    path_ends = rules.sets.PATH_ENDS
    ends = (at for at in range(len(words) - 1, 0, -1) if words[at].text.strip(_PATH_MARKS) in path_ends)
    end = next(ends, 0)
    crumbs: list[str] = []
    marked = end > 0 and words[end].text not in path_ends
    for word in reversed(words[:end]):
        crumb = word.text.strip(_PATH_MARKS)
        if crumb and not (marked and _is_linked(word.holder)):
            break
        marked = word.text.startswith(tuple(_PATH_MARKS.strip())) or not crumb
        crumbs.append(crumb)
    return channels_in(rules, reversed(crumbs))


def _is_linked(element: Element) -> bool:
    parent = element.getparent()
    return element.tag == "a" or (parent is not None and parent.tag == "a")
