"""Pictures and players of the body, and which words are their captions.

Here lives what an img, a caption and a player become. Which pictures are furniture stands in the tables,
which address is a picture's own in clean/pictures.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newsclean.clean.pictures import absolute, picture_source, size_of
from newsclean.clean.pieces import Piece
from newsclean.clean.text import BREAK, text_of, tidy
from newsclean.models import Image, Video
from newsclean.patterns import Deferred

if TYPE_CHECKING:
    from newsclean.clean.walk import Items, Walk

__all__ = ["beside", "caption", "caption_picture", "is_centred", "picture", "video"]

_CENTRED_STYLE = Deferred(r"text-align\s*:\s*center", re.IGNORECASE)
_MARKUP = Deferred(r"<[^<>]*>")  # blogs write <wbr> into alt texts
_CAPTION_MOST = 120  # characters; longer text beside a picture is text
_ICON_MOST = 40  # pixels; a picture no larger in both directions is an icon
_VIDEO_TITLES = ("video-info", "a-p-s-txt", "video-title", "art_video_tit", "tit")


def is_centred(element: Any) -> bool:
    """Whether an element is a center, or aligned so by attribute, style or the editor's own style."""
    if element.tag in ("center", "td", "th", "caption") or "img_wrapper" in (element.get("class") or ""):
        return True
    if (element.get("align") or "").lower() == "center" or "align-Center" in (element.get("cms-style") or ""):
        return True
    return bool(_CENTRED_STYLE.search(element.get("style") or ""))


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
    piece = Piece("image", block, data=Image(src, None, alt, width, height))
    piece.apart = (
        next((at for text, at in reversed(walk.buffer) if text.strip() or at is BREAK), None) is BREAK
    )
    walk.pictures.append(piece)
    if not any(not text.isspace() for text, at in walk.buffer if at is not BREAK):
        # nothing but white space before it on its line: it stands before the text that follows
        walk.buffer.clear()


def beside(text: str, pictures: list[Piece], element: Any) -> bool:
    """Take a short loose line beside a picture, in the picture's own element, as its caption."""
    centred = is_centred(element)
    if len(text) > (_CAPTION_MOST if centred else 60) or (text[-1] in "。！？；：”…" and not centred):
        return False
    picture = next((p for p in reversed(pictures) if p.data.caption is None), None)  # type: ignore[union-attr]
    if picture is None or not (centred or picture.apart):
        return False
    caption_picture(picture, text)
    return True


def caption(walk: Walk, text: str, element: Any, rule: str) -> None:
    """A caption element: to the picture before it, else to the one that follows."""
    if not text:
        return
    pending = walk.pictures[-1] if walk.pictures else None
    picture = pending or (walk.open_picture if not any(t.strip() for t, _ in walk.buffer) else None)
    if picture is not None and picture.data.caption is None:  # type: ignore[union-attr]
        caption_picture(picture, text)
    elif picture is None and walk.waiting_caption is None:
        walk.waiting_caption = (text, element)
    else:
        walk.remove(rule, element, text)


def caption_picture(piece: Piece, text: str) -> None:
    """Give a picture its caption."""
    image = piece.data
    assert isinstance(image, Image)  # noqa: S101  # only pictures wait for captions
    piece.data = Image(image.src, text, image.alt, image.width, image.height)


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
