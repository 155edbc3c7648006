"""The nodes of a page that give a value for a field of metadata, each as a claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from newsclean.article import Article
from newsclean.clean.pieces import Paths
from newsclean.explaining.values import Claim, Place
from newsclean.locate.titles import shown_in
from newsclean.metadata.assemble import Finding
from newsclean.tree import UNSEEN_TAGS, Element, squeezed, text_in

__all__ = ["MOST", "Claims", "Read"]

MOST = 160
"""Characters of a node's text that a claim shows."""
_AROUND = "the words around the text"

Read: TypeAlias = Callable[[str], str | None]
"""What reads a value off a text; None where it holds none."""


class Claims:
    """The claims of one page. ``removed`` are the places of its body that went."""

    def __init__(self, found: Finding, article: Article, removed: list[Place]) -> None:
        self.found, self.view, self.article, self.removed = found, found.view, article, removed
        self.paths = Paths(found.view.root)

    def nodes(
        self, field: str, read: Callable[[Element], str | None], *, after: bool = False
    ) -> Iterator[Claim]:
        """What the nodes of a layout's field give."""
        at = self.found.at
        if at is None:
            return
        for selector in getattr(at.layout, field):
            for match in at.stretch.after(selector) if after else at.stretch.near(selector):
                value = read(match.element)
                text = text_in(match.element)[:MOST]
                yield Claim(
                    f"layout {at.layout.name}: {selector}", self.paths.of(match.element), text, value or ""
                )

    def tags(self, *names: str) -> Iterator[Claim]:
        """The headings of the page, asked where no layout is sure."""
        if self.found.at is None or self.found.at.layout.weak:
            for name in names:
                for match in self.view.zone.all(name):
                    text = shown_in(match.element)
                    yield Claim(name, self.paths.of(match.element), text[:MOST], text)

    def metas(self, names: Iterable[str], read: Read = str) -> Iterator[Claim]:
        """What metas of the head give."""
        for name in names:
            for content in self.view.metas.get(name, ()):
                yield Claim(f"meta {name}", f"head/meta[{name}]", content[:MOST], read(content) or "")

    def lines(self, read: Read, *, holds: str | None) -> Iterator[Claim]:
        """Removed lines that hold a value: they were read as metadata before they went."""
        for place in self.removed:
            if holds and holds in place.text:
                yield Claim(f"rule {place.rule}", place.path, place.text[:MOST], read(place.text) or holds)

    def said(self, field: str, value: str) -> Iterator[Claim]:
        """The node whose words say a value that no node gives as it stands: the nearest before the body, else the first
        behind it."""
        asked = self.article.published_raw if field == "published_at" else value
        words = [asked, *asked.split(", "), *asked.split(" › ")] if asked else []
        body, before, behind = self.found.body, None, None
        for element in self.view.root.iter("*"):
            if element.tag in UNSEEN_TAGS or element.tag in ("head", "title"):
                continue
            text = squeezed(" ".join([element.text or "", *[child.tail or "" for child in element]]))
            if not any(word in text for word in words):
                continue
            if element is body or any(up is body for up in element.iterancestors()):
                behind = element
                break
            before = element
        node = before if before is not None else behind
        if node is not None:
            yield Claim(_AROUND, self.paths.of(node), text_in(node)[:MOST], value)
