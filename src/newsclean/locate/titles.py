"""The strings that titles are: what a ``<title>`` says besides the headline, and which text of a page it repeats.

The wordings of the site's tail and of its channels are in rules/titles.py; which node holds a title is said by the
layouts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from newsclean.blocks import shown_text
from newsclean.lazy_regex import Deferred
from newsclean.rules import Rules
from newsclean.tree import UNSEEN_TAGS, Element, squeezed, steps, text_in, unspaced

__all__ = ["begins_title", "head_title", "is_said", "shown_in", "told_title"]

_CUTS = tuple("_|｜-—–")
"""Signs behind which a title goes on with something else than the headline."""
_CUT = Deferred(rf"\s*[{re.escape(''.join(_CUTS))}]")

_SEARCHED = 2_000
"""Characters of a ``<title>`` in which headings are searched; longer ones are no titles but lists of keywords."""

_SHORTEST = 4
"""Characters of a heading that may be a title; channels' names are shorter."""

_TELLING = 8
"""Characters of a text that tells by itself which part of a ``<title>`` is the headline; sites' names are shorter."""

_SCRIPTS: dict[str, Literal["sub", "super"]] = {"sub": "sub", "sup": "super"}


def shown_in(element: Element) -> str:
    """The words in an element, white space collapsed, sub- and superscripts told: H₂O."""
    if next(element.iter(*_SCRIPTS), None) is None:
        return text_in(element)
    parts: list[str] = []
    scripts: list[Literal["sub", "super"] | None] = [None]
    for step, node in steps(element, lambda node: node.tag not in UNSEEN_TAGS):
        text = node.text if step == "start" else node.tail
        if step == "start":
            scripts.append(_SCRIPTS.get(node.tag, scripts[-1]))
        elif step == "end":
            scripts.pop()
        script = scripts[-1]
        parts.append(shown_text(text, script) if text and script else text or "")
    return squeezed("".join(parts))


@lru_cache(maxsize=64)
def head_title(rules: Rules, text: str) -> str:
    """The title inside a ``<title>``: without the site, the channel before it, and the keywords after ``|``."""
    text = text.strip()
    cut = rules.asks.site_tail.sub("", text)
    if cut != text:
        cut = rules.asks.channel_tail.sub("", cut)
        cut = cut.split("|", 1)[0]
    return cut.strip() or text


def begins_title(words: str, title: str) -> bool:
    """Whether a title is the words, or begins with them before a cut."""
    return title.startswith(words) and (len(title) == len(words) or _CUT.match(title, len(words)) is not None)


@lru_cache(maxsize=8)
def _heads(rules: Rules, head: str) -> tuple[str | None, str]:
    """What a ``<title>`` begins with before the site's tail (None: it has no tail), and what it says after the
    site's name at its beginning ("": it does not begin with it), both without white space. It is asked of every text
    of a page, and worked out once."""
    told, flat = unspaced(head_title(rules, head)), unspaced(head)
    if told != flat:
        return told, ""
    return None, flat if rules.asks.site_first.match(head) else ""


def is_said(rules: Rules, words: str, head: str) -> bool:
    """Whether words of the page, without white space, are the title that a ``<title>`` of the site holds: what it
    begins with before the site's tail, or what it ends with behind the site's name."""
    told, behind = _heads(rules, head)
    if told is not None:
        return begins_title(words, told)
    return behind.endswith(words) and behind.endswith(_CUTS, 0, len(behind) - len(words))


def told_title(rules: Rules, head: str, headings: Iterable[str], shown: Iterable[str] = ()) -> str | None:
    """The title of a page without a layout; None where there is none.

    The longest heading, else the longest text ``shown``, that is said in a ``<title>`` of the site; else a heading
    that stands in the ``<title>``, else what this says before the site's tail. Without such a tail, it is the longest
    part between separators.
    """
    headings = [heading for heading in headings if len(heading) >= _SHORTEST]
    shown = [*shown]
    told = head_title(rules, head)
    tailed = told != head.strip()
    least = max(_SHORTEST, len(unspaced(told)) // 2) if tailed else _SHORTEST
    for texts in (headings, shown):
        said = [text for text in texts if len(text) >= least and is_said(rules, unspaced(text), head)]
        if said:
            return max(said, key=len)
    flat = unspaced(told)[:_SEARCHED]
    within = next((heading for heading in headings if unspaced(heading) in flat), None)
    if within is not None or tailed:
        return within or told
    shown = [text for text in shown if len(text) >= _TELLING]
    begun = max([text for text in shown if flat.startswith(unspaced(text))], key=len, default=None)
    if begun is not None:
        return begun
    parts = rules.asks.title_separator.split(head)
    displayed = {unspaced(text) for text in shown}
    return max([part for part in parts if unspaced(part) in displayed] or parts, key=len).strip() or None
