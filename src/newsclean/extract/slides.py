"""Picture galleries: the pictures and their captions stand in a script, and become a body the cleaner can read.

Here lives the reading of ``slide_data``. Here never lives a selector.
"""

from __future__ import annotations

import json
from typing import Any

from lxml import etree, html

__all__ = ["MARKER", "gallery_of"]

MARKER = "slide_data"
_SOURCES = ("download_img", "image_url", "img_url", "src", "thumb_160")
_MOST = 2_000_000  # characters of script that are searched


def gallery_of(script: str) -> Any | None:
    """The gallery as an element: its title and time, and a body with a figure a picture; None without any picture.

    ``script`` is the code of one script element. The pictures are taken from the largest size it names.
    """
    data = _object_after(script[:_MOST], MARKER)
    images = data.get("images") if isinstance(data, dict) else None
    if not isinstance(images, list):
        return None
    body = etree.Element("div", id="SLIDE_DATA")
    for image in images:
        if isinstance(image, dict):
            _append(body, image)
    if not len(body):
        return None
    gallery = etree.Element("div")
    slide = data.get("slide")
    if isinstance(slide, dict):
        etree.SubElement(gallery, "h1", {"class": "slide-title"}).text = str(slide.get("title") or "")
        etree.SubElement(gallery, "span", {"class": "slide-time"}).text = str(slide.get("createtime") or "")
    gallery.append(body)
    return gallery


def _append(body: Any, image: dict[str, Any]) -> None:
    src = next((str(image[key]) for key in _SOURCES if image.get(key)), None)
    if src is None:
        return
    figure = etree.Element("div", {"class": "img_wrapper"})
    figure.append(etree.Element("img", src=src))
    words = _plain(str(image.get("intro") or ""))
    if words:
        caption = etree.Element("span", {"class": "img_descr"})
        caption.text = words
        figure.append(caption)
    body.append(figure)


def _plain(markup: str) -> str:
    """The words of a caption, which may hold markup."""
    if not markup.strip():
        return ""
    if "<" not in markup and "&" not in markup:
        return " ".join(markup.split())
    return " ".join(html.fragment_fromstring(markup, create_parent="div").text_content().split())


def _object_after(script: str, name: str) -> Any:
    """The JSON object assigned to a name; None where there is none that JSON can read."""
    at = script.find(name)
    while at >= 0:
        brace = script.find("{", at)
        if brace < 0:
            return None
        if "=" in script[at:brace]:
            try:
                return json.JSONDecoder(strict=False).raw_decode(script, brace)[0]
            except ValueError:
                pass  # a use of the name, or an object that is code: look for the next assignment
        at = script.find(name, brace)
    return None
