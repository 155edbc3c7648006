"""What the tags of a body mean to a reader: INLINE says which are looks, BLOCKS how each block is read, and ACTIONS
what is kept of an element that a rule takes.

The walk is given all three and knows no tag by itself.
"""

from __future__ import annotations

import re
from functools import partial

from newsclean.clean.figures import caption, lone_source, picture, unscripted, video
from newsclean.clean.pictures import absolute
from newsclean.clean.raw import Container, Part
from newsclean.clean.tables import table
from newsclean.clean.walk import Action, Block, Inline, Items, Walk
from newsclean.clean.whitespace import BREAK, Buffer, Look, text_of
from newsclean.lazy_regex import Deferred
from newsclean.rules import markup
from newsclean.rules.forms import captured
from newsclean.tree import Element

__all__ = ["ACTIONS", "BLOCKS", "INLINE"]

_BOLD_STYLE = Deferred(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_SCRIPT_STYLE = Deferred(r"vertical-align\s*:\s*(super|sub)\b", re.IGNORECASE)


# --- looks ---------------------------------------------------------------------------------------------


def _keep(walk: Walk, items: Items, look: Look) -> Look:
    return look


def _styled(walk: Walk, items: Items, look: Look) -> Look:
    """font and span: bold, raised or lowered where the editor's own style or the style sheet says so."""
    for name, value in items:
        if name == markup.EDITOR_STYLE and markup.BOLD_STYLE in value:
            look = _strong(walk, items, look)
        elif name == "style":
            if _BOLD_STYLE.search(value):
                look = _strong(walk, items, look)
            placed = _SCRIPT_STYLE.search(value) if "lign" in value else None
            if placed is not None:
                look = look.__replace__(script=placed[1].lower())
    return look


def _strong(walk: Walk, items: Items, look: Look) -> Look:
    return look if look.strong else look.__replace__(strong=True)


def _emphasis(walk: Walk, items: Items, look: Look) -> Look:
    return look if look.emphasis else look.__replace__(emphasis=True)


def _script(kind: str, walk: Walk, items: Items, look: Look) -> Look:
    return look.__replace__(script=kind)


def _link(walk: Walk, items: Items, look: Look) -> Look:
    """a: a link where its address is of the web or of mail; elsewhere its text alone."""
    for name, value in items:
        if name == "href":
            href = value.strip()
            if href[:7].lower() == "mailto:":
                return look.__replace__(href=href)
            href = absolute(href, walk.base) or ""
            return look.__replace__(href=href) if href else look
    return look


INLINE: dict[str, Inline] = {
    "span": _styled,
    "font": _styled,
    "a": _link,
    "b": _strong,
    "strong": _strong,
    "i": _emphasis,
    "em": _emphasis,
    "cite": _keep,
    "u": _keep,
    "s": _keep,
    "big": _keep,
    "small": _keep,
    "code": _keep,
    "label": _keep,
    "sub": partial(_script, "sub"),
    "sup": partial(_script, "super"),
}


# --- blocks --------------------------------------------------------------------------------------------


def _break(walk: Walk, element: Element, items: Items, look: Look) -> None:
    if walk.buffer:
        walk.buffer.append(("", BREAK))
    walk.inside(element, look)  # nothing stands in a br, unless it was closed as a pair


def _rule(walk: Walk, element: Element, items: Items, look: Look) -> None:
    walk.flush_before(element)


def _image(walk: Walk, element: Element, items: Items, look: Look) -> None:
    picture(walk, element, items, look)


def _heading(level: int, walk: Walk, element: Element, items: Items, look: Look) -> None:
    walk.block(element, items, look.__replace__(strong=False), kind="h", level=level)


def _preformatted(walk: Walk, element: Element, items: Items, look: Look) -> None:
    """pre: each line is a line."""
    walk.flush_before(element)
    walk.inside(element, look)
    parts: Buffer = []
    for text, at in walk.buffer:
        for number, line in enumerate(text.split("\n")):
            if number:
                parts.append(("", BREAK))
            parts.append((line, at))
    walk.buffer = parts
    walk.flush(element)


def _list(walk: Walk, element: Element, items: Items, look: Look) -> None:
    """ul and ol: their items. Words before the first are a line of their own."""
    walk.flush_before(element)
    if element.text and not element.text.isspace():
        walk.buffer.append((element.text, look))
        walk.flush(element)
    parts = [Part(child, walk.gather_one(child, look)) for child in element]
    walk.contain(Container("list", element, parts))


def _quote(walk: Walk, element: Element, items: Items, look: Look) -> None:
    """blockquote: what stands inside it."""
    walk.flush_before(element)
    walk.contain(Container("quote", element, [Part(element, walk.gather(element, look))]))


_PLAIN_BLOCKS = (
    "p div section article center dl dt dd li figure main header address details summary hgroup "
    "td th tr tbody thead tfoot caption body html"
).split()
BLOCKS: dict[str, Block] = {
    **dict.fromkeys(_PLAIN_BLOCKS, Walk.block),
    **{f"h{level}": partial(_heading, max(level, 2)) for level in range(1, 7)},
    "br": _break,
    "hr": _rule,
    "img": _image,
    "image": _image,
    "picture": lone_source,
    "ul": _list,
    "ol": _list,
    "blockquote": _quote,
    "pre": _preformatted,
    "table": table,
}


# --- what is kept of furniture -------------------------------------------------------------------------


def _related(walk: Walk, element: Element, text: str, rule: str) -> None:
    """Links to other articles."""
    for link in element.iter("a"):
        href, words = absolute(link.get("href"), walk.base), text_of(link)
        if href and words:
            walk.captured.related.append((words, href))


def _metadata(field: str, walk: Walk, element: Element, text: str, rule: str) -> None:
    """A line of metadata is read as such lines are; where no rule fits, it is the field's value as it stands."""
    for line in walk.lookup.at_start.rows:
        match = line.pattern.fullmatch(text) if line.may_fit(text) else None
        if match and captured(match):
            walk.captured.take(match)
            return
    getattr(walk.captured, field).append(text)


ACTIONS: dict[str, Action] = {
    "caption": caption,
    "video": video,
    "picture": unscripted,
    "related": _related,
    **{field: partial(_metadata, field) for field in ("editor", "original_title", "source")},
}
