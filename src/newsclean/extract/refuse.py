"""Pages that are no article: told by the signs of the table, or by having nothing but links.

Here lives the asking of the signs and the weighing of links against text. Here never lives a sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from lxml import etree

from newsclean.extract.view import View
from newsclean.layouts import SIGNS, Sign

__all__ = ["Refusal", "refuse_bytes", "refuse_empty", "refuse_page", "refuse_unlocated"]

_TEXT = etree.XPath("string()")
_REFRESH = re.compile(r"^\s*\d+\s*;\s*url\s*=", re.IGNORECASE)
_BINARY = (
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"RIFF",
    b"\x00\x00\x00",
    b"ID3",
    b"OggS",
)
_TAG = re.compile(rb"<\s*(?:!|[a-zA-Z?/])")
_HEAD_OF_TEXT = 600  # characters in which a soft 404 says what it is
_LINKS_OF_INDEX = 30
_SENTENCE = re.compile(r"[。！？!?；]")


class Refusal(NamedTuple):
    """Why a page is no article."""

    kind: str
    message: str


class _Asked(NamedTuple):
    """A sign with its patterns compiled."""

    sign: Sign
    title: re.Pattern[str] | None
    text: re.Pattern[str] | None
    url: re.Pattern[str] | None


_ASKED = tuple([_Asked(s, *[re.compile(p) if p else None for p in (s.title, s.text, s.url)]) for s in SIGNS])


def refuse_bytes(data: bytes) -> Refusal | None:
    """A refusal for bytes that are no HTML at all; None for bytes that may be."""
    head = data[:4096].lstrip()
    if not head:
        return Refusal("empty", "the page has no bytes")
    if data.startswith(_BINARY):
        return Refusal("not_html", "the bytes are of a binary format, not HTML")
    if not _TAG.search(data[:65_536]):
        return Refusal("not_html", "there is no HTML tag in the bytes")
    return (
        Refusal("not_html", "the bytes are JSON")
        if head[:1] in b"{[" and not _TAG.match(head) and _is_json(data)
        else None
    )


def _is_json(data: bytes) -> bool:
    import json

    try:
        json.loads(data)
    except ValueError:
        return False
    return True


def refuse_page(view: View, *, located: bool) -> Refusal | None:
    """A refusal by the signs of the table; None for a page to go on with.

    ``located`` says that a layout with a body was proven: then only the signs count that an article never shows.
    """
    for sign, title, text, url in _ASKED:
        if sign.lone and located:
            continue
        if title and view.title and title.search(view.title):
            return Refusal(
                sign.kind, f"its title is that of a page that is no article ({sign.name}): {view.title[:60]}"
            )
        if url and view.base and url.search(view.base):
            return Refusal(sign.kind, f"its address is that of a page that is no article ({sign.name})")
        if sign.selector and view.zone.all(sign.selector):
            return Refusal(sign.kind, f"it is built like a page that is no article ({sign.name})")
        if text and (found := text.search(_opening(view))):
            return Refusal(sign.kind, f"it says so itself ({sign.name}): {found[0][:40]}")
    return None


def _opening(view: View) -> str:
    """The first visible words, where the page is short enough to be a notice."""
    body = next(iter(view.zone.all("body")), None)
    words = visible_text(body.element if body else view.root)
    return words[:_HEAD_OF_TEXT] if len(words) < 4 * _HEAD_OF_TEXT else ""


def refuse_empty(view: View) -> Refusal | None:
    """A refusal for a page with no words, or with nothing but a redirect; None for one with words."""
    body = next(iter(view.zone.all("body")), None)
    words = visible_text(body.element if body else view.root)
    refresh = view.meta("refresh")
    if refresh and _REFRESH.match(refresh) and len(words) < 200:
        return Refusal("redirect_page", f"it only sends the reader on: {refresh[:120]}")
    if len(words) < 10 and not any(True for _ in view.root.iter("img")):
        if "location" in scripts_of(view.root):
            return Refusal("redirect_page", "it holds nothing but a script that sends the reader on")
        return Refusal("empty", "there are no words on the page")
    return None


def scripts_of(root: Any) -> str:
    """The code of the scripts."""
    return "\n".join(node.text or "" for node in root.iter("script"))


def visible_text(root: Any) -> str:
    """The words outside scripts and styles, white space collapsed."""
    parts = []
    for node in root.iter("*"):
        if node.tag not in ("script", "style", "noscript", "template", "title", "head") and node.text:
            parts.append(node.text)
        if node.tail:
            parts.append(node.tail)
    return " ".join(" ".join(parts).split())


def refuse_unlocated(view: View, texts: Iterable[str], linked: int) -> Refusal | None:
    """A refusal for what the fallback found on a page without a layout: too little text, or too many links.

    ``texts`` are the lines it found, ``linked`` the characters of them inside links.
    """
    lines = list(texts)
    size = sum(map(len, lines))
    links = sum(1 for _ in view.root.iter("a"))
    sentences = sum(len(_SENTENCE.findall(line)) for line in lines)
    prose = sum(len(line) for line in lines if len(line) >= 25 and _SENTENCE.search(line))
    if size == 0:
        return Refusal("index" if links > _LINKS_OF_INDEX else "other", "no block of text was found on it")
    if linked > 0.5 * size:
        return Refusal("index" if links > _LINKS_OF_INDEX else "list", "what text it has stands in links")
    if prose < 60 or sentences < 2:
        return Refusal("index" if links > _LINKS_OF_INDEX else "other", "no sentences were found on it")
    page = len(visible_text(view.root))
    if links > 150 and size < 0.08 * page:
        return Refusal("index", "one link stands beside the other, and little text between them")
    return None
