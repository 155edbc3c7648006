"""Pictures, players and caption elements: what the walk makes of each.

Which pictures are furniture stands in the rule book, which address is a picture's own in pictures.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.blocks import Image, Video
from newsclean.clean.emoticons import emoticon_of, is_word, word_of
from newsclean.clean.pictures import absolute, picture_source, size_of, twin_of
from newsclean.clean.pieces import Piece
from newsclean.clean.raw import CaptionElement, MixedLine
from newsclean.clean.whitespace import PICTURE, PLAIN, Buffer, Look, text_of, tidy
from newsclean.lazy_regex import Deferred
from newsclean.rules import markup
from newsclean.tree import Element

if TYPE_CHECKING:
    from newsclean.clean.walk import Items, Walk

__all__ = ["caption", "lone_source", "picture", "unscripted", "video"]

_MARKUP = Deferred(r"<[^<>]*>")  # blogs write <wbr> into alt texts
_ICON_MOST = 40
"""Pixels; a picture no larger in both directions is an icon."""


def picture(walk: Walk, element: Element, items: Items, look: Look) -> None:
    """An img: a picture of the body, a word that is drawn as a picture, or furniture that the rules know."""
    attributes = dict(items)
    word = emoticon_of(walk.lookup, attributes)
    if word is not None:
        walk.buffer.append((word, look))
        return
    source = picture_source(walk.lookup, element, attributes, walk.base)
    src, row = source.address, source.row
    if src is None:
        raw = attributes.get("src") or ""
        if raw:
            walk.remove("placeholder-image" if raw.startswith("data:") else "unsafe-image", element, raw)
        return
    width, height = size_of(attributes.get("width")), size_of(attributes.get("height"))
    if row is not None and row.action == "word" and (word := word_of(attributes)):
        walk.buffer.append((word, look))
    elif row is not None or _is_icon(width, height):
        walk.remove(row.name if row is not None else "icon-image", element, src)
    else:
        said = attributes.get("alt") or ""
        alt = tidy(_MARKUP.sub("", said) if "<" in said else said) or None
        walk.pictures.append(
            Piece("image", walk.block_of(element), data=Image(src, None, alt, width, height))
        )
        walk.buffer.append(("", PICTURE))


def lone_source(walk: Walk, element: Element, items: Items, look: Look) -> None:
    """A picture element: its img, else the first of its sources."""
    walk.inside(element, look)
    if next(element.iter("img"), None) is None:
        source = next(element.iter("source"), None)
        if source is not None:
            picture(walk, source, source.items(), look)  # type: ignore[arg-type]  # names and values are str


def unscripted(walk: Walk, element: Element, text: str, rule: str) -> None:
    """A noscript: its pictures, but for twins of one that stands beside it or that was read right before."""
    beside = [_image_in(near) for near in (element.getprevious(), element.getnext()) if near is not None]
    twins = [twin_of(image) for image in beside if image is not None]
    for image in element.iter("img"):
        items: Items = image.items()  # type: ignore[assignment]  # names and values are str
        if image in twins or walk.lookup.of_element(items) is not None:
            continue
        source = picture_source(walk.lookup, image, dict(items), walk.base)
        src = source.address
        if (
            src
            and source.row is None
            and walk.lookup.asks.picture_name.search(src)
            and src != _last_source(walk)
        ):
            picture(walk, image, items, PLAIN)


def _image_in(near: Element) -> Element | None:
    return near if near.tag == "img" else next(near.iter("img"), None) if isinstance(near.tag, str) else None


def _last_source(walk: Walk) -> str | None:
    """The address of the last picture that was read, where nothing was read since."""
    last = walk.pictures[-1] if walk.pictures else walk.pieces[-1] if walk.pieces else None
    last = last.pictures[-1] if isinstance(last, MixedLine) else last
    return last.data.src if isinstance(last, Piece) and isinstance(last.data, Image) else None


def _is_icon(width: int | None, height: int | None) -> bool:
    return width is not None and height is not None and max(width, height) <= _ICON_MOST


def caption(walk: Walk, element: Element, text: str, rule: str) -> None:
    """A caption element: the captions pass finds its picture. One that holds pictures is a frame."""
    if len(element) and any(
        map(_is_more_than_text, element.iter("img", "image", "sub", "sup", "span", "font"))
    ):
        words = _words_of(walk, element)
        if words is None:
            walk.block(element, [], PLAIN)
            return
        text = words
    if text:
        found = CaptionElement(element, text, rule)
        if walk.pictures:
            found.picture = walk.pictures[-1]
        else:
            found.opens_line = _drop_blank(walk.buffer)
        walk.leave(found)


def _is_more_than_text(node: Element) -> bool:
    return node.tag not in ("span", "font") or "vertical-align" in (node.get("style") or "")


def _words_of(walk: Walk, element: Element) -> str | None:
    """The text of a caption element, with its emoticons' words and its scripts told; None where it holds a picture."""
    for image in element.iter("img", "image"):
        if not is_word(walk.lookup, image):
            return None
    outer = walk.buffer, walk.pictures
    walk.buffer, walk.pictures = [], []
    inner = walk.gather(element, PLAIN)
    walk.buffer, walk.pictures = outer
    return " ".join([piece.text for piece in inner if isinstance(piece, Piece)])


def _drop_blank(buffer: Buffer) -> bool:
    """Whether a line holds no text yet. The white space that it begins with means nothing and goes."""
    first = next((at for at, (text, _) in enumerate(buffer) if text.strip()), len(buffer))
    del buffer[:first]
    return not buffer


def video(walk: Walk, element: Element, text: str, rule: str) -> None:
    """A player: its poster and its title stay."""
    found = next(iter(element.iter("img")), None)
    attributes: dict[str, str] = dict(found.items()) if found is not None else {}  # type: ignore[arg-type]
    poster = None if found is None else picture_source(walk.lookup, found, attributes, walk.base).address
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
