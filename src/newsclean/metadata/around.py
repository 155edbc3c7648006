"""The words around a body: the texts above it and below it, in their order, each with the element it stands in.

No class and no id is asked here. What the words say is read by those who ask for them.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.blocks import Value
from newsclean.clean.whitespace import tidy
from newsclean.tree import UNSEEN_TAGS, Element

__all__ = ["Word", "Words", "words_above", "words_below"]

_ABOVE = 40
"""Texts above a body in which its time and its medium are looked for; behind more stands the page's navigation."""

_BELOW = 16
"""Texts below a body in which its medium, its author and its time are looked for; then other stories follow."""

_UNREAD = frozenset({*UNSEEN_TAGS, "option", "textarea"})
"""Elements whose text is no word of the page: what nobody sees, and what readers choose or write."""

_IN_LINE = frozenset(
    "a abbr b big cite em font i label nobr s small span strong sub sup td th time u".split()
)
"""Elements that stand in a line and make none of their own (HTML standard, 15.3); the cells of a row stand beside each
other."""


class Word(Value):
    """A text beside a body, its white space collapsed, and the element it stands in; ``broken`` says that a line break
    stands before it."""

    text: str
    holder: Element
    broken: bool = False


class Words(Value):
    """The texts beside a body in their order, the elements that begin among them, and those of them that are times, the
    last one first."""

    words: list[Word]
    begun: set[Element]
    times: list[Element]

    def said(self) -> str:
        """All the words, joined by spaces."""
        return " ".join([word.text for word in self.words])

    def line_of(self, word: Word) -> Element | None:
        """The element whose words stand in one line with a word; None where it begins above all words read."""
        element: Element | None = word.holder
        while element is not None and element.tag in _IN_LINE:
            element = element.getparent()
        return element if element in self.begun else None

    def line_start(self, place: int) -> int:
        """Where the line begins that the word at a place stands in."""
        line = self.line_of(self.words[place])
        while place and line is not None and self.line_of(self.words[place - 1]) is line:
            place -= 1
        return place


def words_above(body: Element, first: Element | None) -> Words:
    """The last texts above an element, no further than to the element ``first`` (None: to the page's beginning)."""
    read = Words([], set(), [])
    for holder, text, begins in _backwards(body):
        if begins:
            read.begun.add(holder)
            if holder.tag == "time":
                read.times.append(holder)
        shown = tidy(text) if text and holder.tag not in _UNREAD else ""
        if shown:
            read.words.append(Word(shown, holder))
        if begins and holder.tag == "br" and read.words:
            read.words[-1] = read.words[-1].__replace__(broken=True)
        if len(read.words) == _ABOVE or (begins and holder is first) or holder.tag == "head":
            break
    read.words.reverse()
    return read


def words_below(body: Element) -> list[str]:
    """The first texts below an element."""
    words: list[str] = []
    for holder, text in _forwards(body):
        shown = tidy(text) if text and holder.tag not in _UNREAD else ""
        if shown:
            words.append(shown)
        if len(words) == _BELOW:
            break
    return words


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


def _forwards(body: Element) -> Iterator[tuple[Element, str | None]]:
    """The texts behind an element, the nearest first: the element each stands in."""
    node: Element | None = body
    while node is not None and (parent := node.getparent()) is not None:
        yield parent, node.tail
        for sibling in node.itersiblings():
            for inside in sibling.iter("*"):
                yield inside, inside.text
                if inside is not sibling and (around := inside.getparent()) is not None:
                    yield around, inside.tail
            yield parent, sibling.tail
        node = parent
