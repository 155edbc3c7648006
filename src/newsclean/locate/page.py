"""A page as the other rooms read it: the index of its tree, its metas, its title, and where it came from.

Everything here is gathered and nothing decided, so that a page is walked once and not once for each question.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from newsclean.blocks import Relative, Value
from newsclean.clean.pictures import absolute
from newsclean.decode.wayback import own_address
from newsclean.locate.index import Zone
from newsclean.rules import Landmark, Rules, markup
from newsclean.tree import Element, squeezed, visible

__all__ = ["Characters", "View", "view_of"]

Metas = dict[str, list[str]]


class Characters(Value):
    """The characters of a whole page, to be searched: those of its text, or its bytes, one character a byte. ``codec``
    makes bytes of them."""

    text: str
    codec: Literal["utf-8", "latin-1"]

    @property
    def is_text(self) -> bool:
        """Whether they are those of a text."""
        return self.codec == "utf-8"

    def encoded(self, part: str) -> bytes:
        """The bytes of a part of them."""
        return part.encode(self.codec, "replace")

    def written(self, value: str) -> str:
        """A value as it stands among them, where the page is in UTF-8."""
        return value if self.is_text else value.encode("utf-8").decode("latin-1")


class View(Value):
    """One page, parsed. ``metas`` maps lower-case names and properties to their contents in order; ``raw`` are
    the characters of the whole page, for the few facts that stand in scripts and comments. ``base`` is the page's
    address, and ``stem`` what its relative addresses are joined with: the same, unless the page names another. None:
    not known."""

    rules: Rules
    root: Element
    zone: Zone
    url: str | None
    metas: Metas
    title: str
    raw: Characters
    base: str | None = None
    stem: str | None = None

    def meta(self, *names: str) -> str | None:
        """The first non-empty content of the first of these metas that has one; None where none has."""
        for name in names:
            for content in self.metas.get(name, ()):
                if content:
                    return content
        return None


def _told_of(root: Element) -> tuple[Metas, str | None]:
    """The metas of a tree and its ``<base href>``, those above its first h1 or h2: below it they belong to what is
    embedded."""
    metas: Metas = {}
    base: str | None = None
    for element in root.iter("meta", "base", "h1", "h2"):
        tag = element.tag
        if tag != "meta":
            if tag != "base":
                break
            base = base or element.get("href")
            continue
        content = element.get(b"content")
        name = element.get(b"name") or element.get(b"property") or element.get(b"http-equiv")
        if content and name:
            content = content.strip()
            metas.setdefault(_normal(name), []).append(content if content.isprintable() else _shown(content))
    return metas, base


_SPACES = "\n\r\t\u3000\xa0"
"""White space that browsers show, and Python does not call printable."""


def _shown(content: str) -> str:
    """What a meta says, without the characters that no browser shows."""
    plain = content
    for space in _SPACES:
        plain = plain.replace(space, " ")
    return content if plain.isprintable() else visible(content).strip()


@lru_cache(maxsize=512)
def _normal(name: str) -> str:
    return " ".join(name.lower().split())


def view_of(
    rules: Rules, root: Element, url: str | None, raw: Characters, around: Landmark | None = None
) -> View:
    """The view of a tree, read by ``rules``; ``around`` is the row of a body whose inside need not be indexed."""
    title = next((text for node in root.iter("title") if (text := (node.text or "").strip())), "")
    metas, told = _told_of(root)
    address = url or own_address(next(iter(metas.get(markup.ADDRESS_META, ())), "")) or None
    if address and address.startswith("//"):
        address = "https:" + address
    zone = Zone(root, around.body, around.reach + 2) if around else Zone(root)
    stem = absolute(told, address)
    if stem is None or isinstance(stem, Relative):
        stem = address
    return View(rules, root, zone, url, metas, squeezed(title), raw, address, stem)
