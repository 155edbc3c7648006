"""The words above a body that no class and no id names: the time, the medium, the persons, the breadcrumb.

Pages to 2013 and pages of unknown layout write them into one line. It is read by its own words, from the body upwards:
what is near the body is the article's. Which words are labels, media and tools is said in rules/info_line.py.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from newsclean.blocks import Value
from newsclean.dates import Moment, find_moment, find_moments
from newsclean.locate.titles import begins_title
from newsclean.metadata.medium import clean_source
from newsclean.metadata.names import names_in, plain_names
from newsclean.rules import Rules
from newsclean.rules.forms import captured
from newsclean.rules.markup import SOURCE_CLASS
from newsclean.tree import UNSEEN_TAGS, Element, string_of

__all__ = ["Above", "channels_in", "find_above", "named_in", "without_tools"]

_WORDS_ABOVE = 40
"""Texts above a body in which its time and its medium are looked for; behind more stands the page's navigation."""

_LONGEST_NAME = 20
"""Characters of a medium's name; what is longer is a headline or a line of links."""

_NEAR = 3
"""Elements around a text that may call it the source."""

_UNREAD = frozenset({*UNSEEN_TAGS, "option", "textarea"})
"""Elements whose text is no word of the page: what nobody sees, and what readers choose or write."""

_IN_LINE = frozenset(
    "a abbr b big cite em font i label nobr s small span strong sub sup td th time u".split()
)
"""Elements that stand in a line and make none of their own (HTML standard, 15.3); the cells of a row stand beside each
other."""

_SEPARATORS = " |｜·,，;；/"
"""What stands between the parts of an info line."""

_PATH_MARKS = " >»›＞→"
"""What stands between the parts of a breadcrumb."""


class Above(Value):
    """What stands above a body: the last time with a clock, the medium, the persons called author, the channel."""

    moment: Moment | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()


class _Word(Value):
    """A text above a body, its white space collapsed, and the element it stands in; ``broken`` says that a line break
    stands before it."""

    text: str
    holder: Element
    broken: bool = False


class _Words(Value):
    """The texts above a body in their order, and the elements that begin among them."""

    words: list[_Word]
    begun: set[Element]

    def line_of(self, word: _Word) -> Element | None:
        """The element whose words stand in one line with a word; None where it begins above all words read."""
        element: Element | None = word.holder
        while element is not None and element.tag in _IN_LINE:
            element = element.getparent()
        return element if element in self.begun else None


def find_above(rules: Rules, body: Element, first: Element | None = None, title: str = "") -> Above:
    """What the last words above a body say, up to the element ``first`` (None: to the page's beginning).

    ``title`` is the page's: what it begins with is the headline, never a medium.
    """
    read = _words_above(body, first)
    words = [word.text for word in read.words]
    said = " ".join(words)
    moment = next((m for m in reversed([*find_moments(said)]) if m.has_clock), None)
    label = next(reversed([*rules.asks.source_labelled.finditer(said)]), None)
    # Both stand in the words as they were collapsed, so that their places can be found again.
    end = said.rfind(moment.raw) + len(moment.raw) if moment else label.start() if label else 0
    place = bisect_right([*accumulate(len(word) + 1 for word in words)], end)
    source = captured(label)["source"] if label else _named_source(read)
    if source is None and moment:
        ends = sum(len(word) + 1 for word in words[:place])
        rest = words[place][end - ends :]
        source = _Timed(rules, read, place, rest, moment.raw, title).source()
    authors: tuple[str, ...] = ()
    if moment or label:
        authors = named_in(rules, " ".join(words[_line_start(read, place) :]))
    return Above(moment, clean_source(rules, source) if source else None, authors, _crumbs(rules, read.words))


def named_in(rules: Rules, text: str) -> tuple[str, ...]:
    """The persons that a text names behind the word for author or reporter, in the last place where it does."""
    if not any(map(text.__contains__, rules.needed.author_labelled)):
        return ()
    label = next(reversed([*rules.asks.author_labelled.finditer(text)]), None)
    if label is None:
        return ()
    told = captured(label)
    if "reporter" in told:
        return tuple(plain_names(rules, told["reporter"]))
    return tuple(names_in(rules, told["author"]))


def without_tools(rules: Rules, text: str) -> str:
    """A medium's words up to the tools that stand behind it in the same node.

    >>> from newsclean.rules import default_rules
    >>> without_tools(default_rules(), "某某晚报 微博 收藏本文")
    '某某晚报'
    """
    words = text.split()
    is_tool = rules.asks.tool_behind.fullmatch
    tool = next((at for at in range(1, len(words)) if is_tool(words[at])), len(words))
    return " ".join(words[:tool])


# --- the words above a body ------------------------------------------------------------------------------


def _words_above(body: Element, first: Element | None) -> _Words:
    read = _Words([], set())
    for holder, text, begins in _backwards(body):
        if begins:
            read.begun.add(holder)
        shown = " ".join(text.split()) if text and holder.tag not in _UNREAD else ""
        if shown:
            read.words.append(_Word(shown, holder))
        if begins and holder.tag == "br" and read.words:
            read.words[-1] = read.words[-1].__replace__(broken=True)
        if len(read.words) == _WORDS_ABOVE or (begins and holder is first) or holder.tag == "head":
            break
    read.words.reverse()
    return read


def _backwards(body: Element) -> Iterator[tuple[Element, str | None, bool]]:
    """The texts before an element, the nearest first: the element each stands in, and whether that begins with it."""
    node = body
    while (parent := node.getparent()) is not None:
        before = node.getprevious()
        node = parent if before is None else before
        if before is not None:
            yield parent, node.tail, False
            while len(node):
                inside = node
                node = node[-1]
                yield inside, node.tail, False
        if isinstance(node.tag, str):  # the words of a comment are none
            yield node, node.text, True


def _line_start(read: _Words, place: int) -> int:
    """Where the line begins that the word at a place stands in."""
    line = read.line_of(read.words[place])
    while place and line is not None and read.line_of(read.words[place - 1]) is line:
        place -= 1
    return place


# --- the medium ------------------------------------------------------------------------------------------


def _named_source(read: _Words) -> str | None:
    """The words of the last node that calls itself the source; None for a node of more than a name."""
    for word in reversed(read.words):
        element: Element | None = word.holder
        for _ in range(_NEAR):
            if element is None or element not in read.begun:
                break
            if SOURCE_CLASS in (element.get("class") or "").split():
                text = " ".join(string_of(element).split())
                return text if 2 <= len(text) <= _LONGEST_NAME and not find_moment(text) else None
            element = element.getparent()
    return None


class _Timed(Value):
    """A time ``raw`` among the words, which stands in the word at ``place`` with ``rest`` behind it."""

    rules: Rules
    read: _Words
    place: int
    rest: str
    raw: str
    title: str

    def source(self) -> str | None:
        """The name in a line with the time: the one right behind it, else one right before it that ends as a medium's
        name does."""
        here = self.read.words[self.place]
        if self.read.line_of(here) is None:
            return None
        before, after = self._beside(self.place - 1), self._beside(self.place + 1)
        goes_on = bool(self.rest.strip(_SEPARATORS))
        name = self._name(self.rest if goes_on else after.text if after else "")
        if name is None:
            return self._source_before(before.text if before else "")
        if self.rules.asks.medium.fullmatch(name):
            return name
        # Behind the site's address and the time any name is a medium, where it stands in the same line.
        sited = any(
            word and self.rules.asks.site_address.search(word.text) is not None for word in (before, here)
        )
        return name if sited and (goes_on or (after is not None and not after.broken)) else None

    def _beside(self, place: int) -> _Word | None:
        """The word at a place where it stands in the line of the time."""
        words = self.read.words
        line = self.read.line_of(words[self.place])
        if 0 <= place < len(words) and self.read.line_of(words[place]) is line:
            return words[place]
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
        if not name or len(name) > _LONGEST_NAME or not any(map(str.isalpha, name)):
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
    none = rules.sets.HOMES | rules.sets.PATH_ENDS
    return tuple(dict.fromkeys([crumb for crumb in crumbs if crumb and crumb not in none]))


def _crumbs(rules: Rules, words: Sequence[_Word]) -> tuple[str, ...]:
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
