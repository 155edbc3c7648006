"""Picture galleries: the pictures and their captions stand in a script, and become a body the cleaner can read."""

from __future__ import annotations

from typing import Any

from lxml import etree

from newsclean.lazy_regex import Deferred
from newsclean.rules import markup
from newsclean.tree import Element, string_of, tree_of, visible

__all__ = ["add_gallery", "gallery_of"]

_MOST = 2_000_000  # characters of script that are searched
_SURROGATES = Deferred("[\ud800-\udfff]")  # JSON may escape what no tree holds


def add_gallery(text: str, root: Element) -> bool:
    """Hang a gallery that stands in a script into the tree, where the layout table looks for it."""
    if markup.SLIDE_DATA not in text:
        return False
    for script in root.iter("script"):
        if script.text and markup.SLIDE_DATA in script.text:
            gallery = gallery_of(script.text)
            if gallery is not None:
                root.append(gallery)
                return True
    return False


def gallery_of(script: str) -> Element | None:
    """The gallery as an element: its title and time, and a body with a figure a picture; None without any picture.

    ``script`` is the code of one script element. The pictures are taken from the largest size it names.
    """
    data = _object_after(script[:_MOST], markup.SLIDE_DATA)
    images = data.get(markup.SLIDE_PICTURES) if isinstance(data, dict) else None
    if not isinstance(images, list):
        return None
    body = etree.Element("div", id=markup.SLIDE_BODY_ID)
    for image in images:
        if isinstance(image, dict):
            _append(body, image)
    if not len(body):
        return None
    gallery = etree.Element("div")
    slide = data.get(markup.SLIDE)
    if isinstance(slide, dict):
        _say(gallery, "h1", markup.SLIDE_TITLE_CLASS, slide.get(markup.SLIDE_TITLE))
        _say(gallery, "span", markup.SLIDE_TIME_CLASS, slide.get(markup.SLIDE_TIME))
    gallery.append(body)
    return gallery


def _append(body: Element, image: dict[str, Any]) -> None:
    src = next((words for key in markup.SLIDE_SOURCES if (words := _words(image.get(key)))), None)
    if src is None:
        return
    figure = etree.Element("div", {"class": markup.PICTURE_FRAME})
    figure.append(etree.Element("img", src=src))
    words = _plain(_words(image.get(markup.SLIDE_CAPTION)))
    if words:
        caption = etree.Element("span", {"class": markup.CAPTION_CLASS})
        caption.text = words
        figure.append(caption)
    body.append(figure)


def _say(gallery: Element, tag: str, name: str, value: object) -> None:
    """Hang a text into the gallery, under the class that the layout asks for."""
    etree.SubElement(gallery, tag, {"class": name}).text = _words(value)


def _words(value: object) -> str:
    """A value of the object as text that a tree can hold."""
    return visible(_SURROGATES.sub("", str(value or "")))


def _plain(markup: str) -> str:
    """The words of a caption, which may hold markup."""
    if "<" in markup or "&" in markup:
        root = tree_of(markup)
        markup = "" if root is None else string_of(root)
    return " ".join(markup.split())


def _object_after(script: str, name: str) -> Any:
    """The JSON object assigned to a name; None where there is none that JSON can read."""
    at = script.find(name)
    while at >= 0:
        brace = script.find("{", at)
        if brace < 0:
            return None
        if "=" in script[at:brace]:
            import json  # few pages are galleries

            try:
                return json.JSONDecoder(strict=False).raw_decode(script, brace)[0]
            except ValueError:
                pass  # a use of the name, or an object that is code: look for the next assignment
        at = script.find(name, brace)
    return None
