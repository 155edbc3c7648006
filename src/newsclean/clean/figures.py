"""Pictures and players of the body, and which words are their captions.

Here lives what an img, a caption and a player become. Which pictures are furniture stands in the tables,
which address is a picture's own in clean/pictures.py, which loose line is a caption in clean/captions.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsclean.blocks import Image, Video
from newsclean.clean.captions import caption_picture, is_frame, without_links
from newsclean.clean.pictures import absolute, picture_source, size_of
from newsclean.clean.pieces import Piece
from newsclean.clean.whitespace import PICTURE, PLAIN, Buffer, text_of, tidy
from newsclean.lazy_regex import Deferred

if TYPE_CHECKING:
    from newsclean.clean.walk import Items, Walk

__all__ = ["belongs", "caption", "picture", "video"]

_MARKUP = Deferred(r"<[^<>]*>")  # blogs write <wbr> into alt texts
_ICON_MOST = 40  # pixels; a picture no larger in both directions is an icon
_VIDEO_TITLES = ("video-info", "a-p-s-txt", "video-title", "art_video_tit", "tit")


def picture(walk: Walk, element: Any, items: Items) -> None:
    """An img: a picture of the body, or furniture that the tables know."""
    attributes = dict(items)
    src = picture_source(attributes, walk.base)
    if src is None:
        raw = attributes.get("src") or ""
        if raw:
            walk.remove("unsafe-image" if not raw.startswith("data:") else "placeholder-image", element, raw)
        return
    row = walk.rules.of_picture(src, items)
    width, height = size_of(attributes.get("width")), size_of(attributes.get("height"))
    small = width is not None and height is not None and width <= _ICON_MOST and height <= _ICON_MOST
    if row or small:
        walk.remove(row.name if row else "icon-image", element, src)
        return
    alt = tidy(_MARKUP.sub("", attributes.get("alt") or "")) or None
    block = element.getparent() if element is not walk.root else element
    walk.pictures.append(Piece("image", block, data=Image(src, None, alt, width, height)))
    walk.buffer.append(("", PICTURE))


def caption(walk: Walk, text: str, element: Any, rule: str) -> None:
    """A caption element: to the picture before it, else to the one that follows. One that holds pictures is a frame."""
    if len(element) and next(element.iter("img", "image"), None) is not None:
        walk.block(element, [], PLAIN)
        return
    whole, text = text, without_links(text, element)
    if text != whole:
        walk.remove("link-promo", element, whole.removeprefix(text))
    if not text:
        return
    picture = walk.pictures[-1] if walk.pictures else None
    if picture is None and _drop_blank(walk.buffer):
        picture = walk.open_picture
    if picture is not None and not belongs(walk, element, picture):
        picture = None
    if picture is None:
        if walk.waiting_caption:
            walk.remove(rule, walk.waiting_caption[1], walk.waiting_caption[0])
        walk.waiting_caption = (text, element)
    elif picture.data.caption is None:  # type: ignore[union-attr]
        caption_picture(picture, text)
    else:
        walk.remove(rule, element, text)


def _drop_blank(buffer: Buffer) -> bool:
    """Whether a line holds no text yet. The white space that it begins with means nothing and goes."""
    first = next((at for at, (text, _) in enumerate(buffer) if text.strip()), len(buffer))
    del buffer[:first]
    return not buffer


def belongs(walk: Walk, caption: Any, picture: Piece) -> bool:
    """Whether a caption element may be a picture's: the wrapper it stands in, where there is one, holds both."""
    wrapper = caption.getparent()
    while not is_frame(wrapper):
        if wrapper is walk.root:
            return True
        wrapper = wrapper.getparent()
    node = picture.element
    while node is not wrapper:
        if node is walk.root:
            return False
        node = node.getparent()
    return True


def video(walk: Walk, element: Any) -> None:
    """Keep of a player its poster and its title."""
    found = next(iter(element.iter("img")), None)
    poster = picture_source(dict(found.items()), walk.base) if found is not None else None
    if poster is None and element.get("poster"):
        poster = absolute(element.get("poster"), walk.base)
    title = next((text for name in _VIDEO_TITLES if (text := _first_text(element, name))), None)
    if poster or title:
        walk.flush(element)
        walk.add(Piece("video", element, data=Video(poster, title)))


def _first_text(element: Any, name: str) -> str | None:
    for node in element.iter("span", "div", "a", "p", "h2", "h3", "figcaption"):
        if name in (node.get("class") or "").split():
            return text_of(node) or None
    return None
