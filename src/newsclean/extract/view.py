"""A page as extraction sees it: the index of its tree, its metas, its title, and where it came from.

Here lives the gathering of what every other module here reads. Here never lives a decision.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from newsclean.extract.zone import Zone

__all__ = ["View", "metas_of", "view_of"]

Metas = dict[str, list[str]]


@dataclass(slots=True)
class View:
    """One page, parsed. ``metas`` maps lower-case names and properties to their contents in order."""

    root: Any
    zone: Zone
    url: str | None
    metas: Metas
    title: str
    base: str | None = None
    scripts: str = ""
    notes: list[str] = field(default_factory=list)

    def meta(self, *names: str) -> str | None:
        """The first non-empty content of the first of these metas that has one; None where none has."""
        for name in names:
            for content in self.metas.get(name, ()):
                if content:
                    return content
        return None


def metas_of(root: Any) -> Metas:
    """The metas of a tree."""
    metas: Metas = {}
    for element in root.iter("meta"):
        name = element.get("name") or element.get("property") or element.get("itemprop") or element.get("http-equiv")
        content = element.get("content")
        if name and content is not None:
            metas.setdefault(" ".join(name.lower().split()), []).append(content.strip())
    return metas


def view_of(root: Any, url: str | None) -> View:
    """The view of a whole tree."""
    title = next((text for node in root.iter("title") if (text := (node.text or "").strip())), "")
    metas = metas_of(root)
    address = url or next(iter(metas.get("og:url", ())), None) or None
    if address and address.startswith("//"):
        address = "https:" + address
    return View(root, Zone(root), url, metas, " ".join(title.split()), address)
