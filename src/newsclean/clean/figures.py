"""Pictures, players and caption elements: what the walk makes of each.

Which pictures are furniture stands in the rule book, which address is a picture's own in pictures.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.blocks import Image, Video
from newsclean.clean.pictures import absolute, picture_source, size_of
from newsclean.clean.pieces import Piece
from newsclean.clean.raw import CaptionElement
from newsclean.clean.whitespace import PICTURE, PLAIN, Buffer, text_of, tidy
from newsclean.lazy_regex import Deferred
from newsclean.rules import markup
from newsclean.tree import Element

if TYPE_CHECKING:
    from newsclean.clean.walk import Items, Walk

__all__ = ["caption", "picture", "video"]

_MARKUP = Deferred(r"<[^<>]*>")  # blogs write <wbr> into alt texts
_ICON_MOST = 40
"""Pixels; a picture no larger in both directions is an icon."""


def picture(walk: Walk, element: Element, items: Items) -> None:
    """An img: a picture of the body, or furniture that the rules know."""
    attributes = dict(items)
    src = picture_source(walk.lookup, attributes, walk.base)
    if src is None:
        raw = attributes.get("src") or ""
        if raw:
            walk.remove("placeholder-image" if raw.startswith("data:") else "unsafe-image", element, raw)
        return
    row = walk.lookup.of_picture(src, items)
    width, height = size_of(attributes.get("width")), size_of(attributes.get("height"))
    if row is not None or _is_icon(width, height):
        walk.remove(row.name if row is not None else "icon-image", element, src)
        return
    alt = tidy(_MARKUP.sub("", attributes.get("alt") or "")) or None
    block = walk.block_of(element)
    walk.pictures.append(Piece("image", block, data=Image(src, None, alt, width, height)))
    walk.buffer.append(("", PICTURE))


def _is_icon(width: int | None, height: int | None) -> bool:
    return width is not None and height is not None and max(width, height) <= _ICON_MOST


def caption(walk: Walk, element: Element, text: str, rule: str) -> None:
    """A caption element: the captions pass finds its picture. One that holds pictures is a frame."""
    if len(element) and next(element.iter("img", "image"), None) is not None:
        walk.block(element, [], PLAIN)
    elif text:
        found = CaptionElement(element, text, rule)
        if walk.pictures:
            found.picture = walk.pictures[-1]
        else:
            found.opens_line = _drop_blank(walk.buffer)
        walk.leave(found)


def _drop_blank(buffer: Buffer) -> bool:
    """Whether a line holds no text yet. The white space that it begins with means nothing and goes."""
    first = next((at for at, (text, _) in enumerate(buffer) if text.strip()), len(buffer))
    del buffer[:first]
    return not buffer


def video(walk: Walk, element: Element, text: str, rule: str) -> None:
    """A player: its poster and its title stay."""
    found = next(iter(element.iter("img")), None)
    poster = None if found is None else picture_source(walk.lookup, dict(found.items()), walk.base)  # type: ignore[arg-type]
    if poster is None:
        poster = absolute(element.get("poster"), walk.base)
    titles = (_first_text(element, name) for name in markup.VIDEO_TITLE_CLASSES)
    title = next(filter(None, titles), None)
    if poster or title:
        walk.flush(element)
        walk.add(Piece("video", element, data=Video(poster, title)))


def _first_text(element: Element, name: str) -> str | None:
    for node in element.iter("span", "div", "a", "p", "h2", "h3", "figcaption"):
        if name in (node.get("class") or "").split():
            return text_of(node) or None
    return None
