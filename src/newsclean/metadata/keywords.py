"""The keywords of an article: those displayed below it, else those of the metas where they are tags.

Channels fill the metas with the title said again or with the site's name, so that a list is taken as a whole or not
at all. The words beside displayed keywords that are none stand in rules/keywords.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newsclean.locate.layout import Located, nodes_after
from newsclean.locate.page import View
from newsclean.rules import Rules
from newsclean.rules.markup import KEYWORD_LIST, TAG_METAS
from newsclean.tree import Element, text_in, texts_in, unspaced

__all__ = ["extract_keywords", "listed", "tags"]

_COMMAS = "，;；、"
"""What editors put between tags."""

_BETWEEN = re.compile(r"[\s,，]+")
"""What stands between the words of a box that has neither a list nor links."""

_MOST = 20
"""Characters of a tag; what is longer is a sentence."""

_TITLE_LEAST = 10
"""Characters; a lone tag as long as that which the title says is a part of the title."""

_SLICES = 3
"""Neighbours among the tags of a meta that overlap in all but a character; of tags that people chose one pair may."""

_BROKEN = "\ufffd"
"""What stands for bytes that are no character."""

_QUOTES = tuple("\"'")
"""A title is cut at these where its meta is not escaped."""


def extract_keywords(view: View, at: Located | None, title: str | None) -> tuple[str, ...]:
    """The keywords displayed; else the metas' where they are tags and not the title or the site said again."""
    for element in nodes_after(at, "keywords"):
        words = _displayed(view.rules, element)
        if words:
            return words
    said = view.meta(*TAG_METAS)
    return tags(view.rules, said, title) if said else ()


def tags(rules: Rules, said: str, title: str | None = None) -> tuple[str, ...]:
    """The tags of a meta; none where one of its words is the title, the site or a sentence, or they are slices of a
    title.

    >>> from newsclean.rules import default_rules
    >>> tags(default_rules(), "某某桥,通车；sina.cn")
    ('某某桥', '通车')
    """
    for comma in _COMMAS:
        said = said.replace(comma, ",")
    listed = [word.strip() for word in said.split(",")]
    words = tuple(dict.fromkeys([word for word in listed if word and word not in rules.sets.NO_KEYWORDS]))
    flat = unspaced(title or "")
    if len(words) == 1 and _is_of_title(unspaced(words[0]), flat):
        return ()
    sites = rules.words.SITE_NAMES
    if any(len(word) > _MOST or word.startswith(sites) or unspaced(word) == flat for word in words):
        return ()
    return () if _are_slices(words) else words


def _are_slices(words: Sequence[str]) -> bool:
    """Whether the words are no tags but what a machine cut a title into: each begins where the one before it does but
    for a character, or one was cut within a character."""
    if _BROKEN in "".join(words):
        return True
    if len(words) <= _SLICES:
        return False
    return sum(before[1:] == after[:-1] for before, after in pairwise(words) if len(before) > 1) >= _SLICES


def _is_of_title(word: str, title: str) -> bool:
    """Whether a lone tag is the title, or what is left of it."""
    if len(word) >= _TITLE_LEAST and word in title:
        return True
    return title.startswith(word) and title[len(word) :].startswith(_QUOTES)


def _displayed(rules: Rules, element: Element) -> tuple[str, ...]:
    """The keywords in a box below the text: those it lists, else those of its links, else its words."""
    said = element.get(KEYWORD_LIST)
    words = listed(rules, said) if said else _linked(rules, element) or _written(rules, element)
    label = rules.asks.keyword_label.fullmatch
    return tuple(dict.fromkeys([word for word in words if word and not label(word)]))


def listed(rules: Rules, said: str) -> list[str]:
    """The keywords of the list that a box holds in an attribute."""
    words = [word.strip() for word in said.split(",")]
    if len(words) > 1 and words[-1] in rules.sets.LIST_ENDS:
        words.pop()
    return words


def _linked(rules: Rules, element: Element) -> list[str]:
    """The words of the links in a box, but for tools and what scripts do."""
    links = [link for link in element.iter("a") if not (link.get(b"href") or "").startswith("javascript:")]
    return [word for word in map(text_in, links) if not rules.asks.keyword_tool.fullmatch(word)]


def _written(rules: Rules, element: Element) -> list[str]:
    """The words of a box behind its label."""
    text = " ".join(" ".join(texts_in(element, ())).split())
    label = rules.asks.keyword_label.match(text)
    return _BETWEEN.split(text[label.end() :] if label else text)
