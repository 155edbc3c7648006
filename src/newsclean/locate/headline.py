"""The title of a page, and its headline where no layout fits: the element whose words the page's title says too."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from newsclean.dates import find_moments
from newsclean.locate.layout import Located, nodes
from newsclean.locate.page import View
from newsclean.locate.titles import begins_title, head_title, is_said, shown_in, told_title
from newsclean.rules import markup
from newsclean.tree import UNSEEN_TAGS, Element, squeezed, string_of, text_in, texts_in, unspaced

__all__ = ["extract_title", "headline_of", "is_dated", "is_shown", "leads_away", "shown_headline", "texts_of"]

_SHORTEST = 8  # characters; a shorter heading may be a channel's name
_LONGEST = 120  # characters of a text that may be a headline
_BEHIND = 40  # texts behind a heading among which an article's time stands
_DIRECTLY = 3  # texts behind a headline that is no heading: the site's address, the day, the clock
_NO_HEADLINE = frozenset({"a", "option", "script", "style", "title", "textarea"})


def headline_of(view: View) -> Element | None:
    """The heading that the page's title says too, with a clock's time shortly behind it; else any other element that
    is nothing but the title, with the time directly behind it, as on pages made of tables. None where none is so."""
    said = unspaced(view.title)
    for heading in (match.element for tag in ("h1", "h2") for match in view.zone.all(tag)):
        words = unspaced(string_of(heading))
        if len(words) >= _SHORTEST and said.startswith(words):
            return heading if _is_timed(heading) else None
    for text, element in texts_of(view):
        words = unspaced(text)
        if len(words) >= _SHORTEST and _is_told(view, words, said) and is_dated(view, element):
            return element
    return None


def _is_told(view: View, words: str, said: str) -> bool:
    """Whether words are what the page's title holds before the names of channels and sites, or behind the site's."""
    return begins_title(words, said) or is_said(view.rules, words, view.title)


def shown_headline(view: View) -> str | None:
    """The longest text outside links that the page's title begins with, or that is the longest part of it; None where
    the page shows no such text. Unlike that of :func:`headline_of`, no time need follow it."""
    said = unspaced(view.title)
    parts = [unspaced(part) for part in view.rules.asks.title_separator.split(view.title)]
    longest = max(parts, key=len, default="")
    best: str | None = None
    for text, element in _headings_and_texts(view):
        words = unspaced(text)
        if len(words) < max(_SHORTEST, len(best or "") + 1):
            continue
        if (words == longest or begins_title(words, said)) and not leads_away(element):
            best = words
    return best


def is_shown(view: View, title: str) -> bool:
    """Whether the page shows its title somewhere outside links, and not in its ``<title>`` alone."""
    said = unspaced(title)
    return any(
        said in unspaced(text) and not leads_away(element) for text, element in _headings_and_texts(view)
    )


def _headings_and_texts(view: View) -> Iterator[tuple[str, Element]]:
    """The headings of the page, then its short texts, each with its element."""
    headings = [(string_of(m.element), m.element) for tag in ("h1", "h2") for m in view.zone.all(tag)]
    return chain(headings, texts_of(view))


def leads_away(heading: Element) -> bool:
    """Whether a headline is a link, as those of other pages' articles are: over comments, in lists."""
    return any(True for _ in heading.iter("a")) or any(True for _ in heading.iterancestors("a"))


def texts_of(view: View) -> Iterator[tuple[str, Element]]:
    """The short texts that elements of the page begin with, each with its element; none of links and scripts."""
    for element in view.root.iter("*"):
        text = element.text
        if text and len(text) <= _LONGEST and element.tag not in _NO_HEADLINE and not text.isspace():
            yield text, element


def _is_timed(heading: Element) -> bool:
    """Whether a time with a clock stands among the texts behind a heading."""
    behind = " ".join(islice(_texts_behind(heading), _BEHIND))
    return any(moment.has_clock for moment in find_moments(behind))


def is_dated(view: View, element: Element) -> bool:
    """Whether what follows an element at once is the time with a clock, or the site's address and then the time."""
    behind = filter(str.strip, islice(_texts_behind(element), _BEHIND))
    line = view.rules.asks.dated_line.match(" ".join(islice(behind, _DIRECTLY)))
    return line is not None and any(moment.has_clock for moment in find_moments(line["date"]))


def _texts_behind(element: Element) -> Iterator[str]:
    """The texts that follow an element, in document order; none of scripts, styles and comments."""
    node: Element | None = element
    while node is not None:
        if node.tail:
            yield node.tail
        for sibling in node.itersiblings():
            if isinstance(sibling.tag, str):
                yield from texts_in(sibling, UNSEEN_TAGS)
            if sibling.tail:
                yield sibling.tail
        node = node.getparent()


def extract_title(view: View, at: Located | None) -> str | None:
    """The title displayed; else og:title, else the head's title cut of the site's name."""
    for element in nodes(at, "title"):
        text = shown_in(element)
        if text and not _is_logo(element):
            return text
    if at is None or at.layout.weak:
        nodes_of = {
            text_in(found.element): found.element for tag in ("h1", "h2") for found in view.zone.all(tag)
        }
        shown = (squeezed(text) for text, _ in texts_of(view))
        title = told_title(view.rules, view.title, list(nodes_of), shown)
        return shown_in(nodes_of[title]) if title in nodes_of else title or view.meta(markup.TITLE_META)
    return view.meta(markup.TITLE_META) or head_title(view.rules, view.title) or None


def _is_logo(element: Element) -> bool:
    """Whether an h1 is the channel's name over every page of it."""
    names = f"{element.get(b'class') or ''} {element.get(b'id') or ''}"
    return "logo" in names.lower()
