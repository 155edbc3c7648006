"""An article: what was found on a page, cleaned and put together; frozen, and picklable."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from newsclean.blocks import Block, Evidence, Image, Link, Removal, Symbol
from newsclean.values import Value, fresh

__all__ = ["SCHEMA_VERSION", "Article"]

SCHEMA_VERSION = "1"
"""The version of the JSON an article becomes; it changes when a key changes its meaning or goes away."""


class Article(Value, kw_only=True):
    """A clean article: what a careful reader takes from the page, and what was left out of it.

    Times are aware, in Asia/Shanghai. ``source`` is the medium, never a person; ``authors`` are persons
    from an explicit byline. None always means that the page does not say. ``route`` is ``"window"`` when
    only the head and the body's window were parsed, ``"page"`` when the whole page was, ``"document"`` for
    front matter. ``extra`` keeps front-matter keys the library has no field for, in their order.
    """

    title: str | None
    blocks: tuple[Block, ...]
    layout: str
    kind: Literal["article", "video", "slides"] = "article"
    url: str | None = None
    doc_id: str | None = None
    original_title: str | None = None
    published_at: datetime | None = None
    modified_at: datetime | None = None
    published_raw: str | None = None
    source: str | None = None
    source_url: str | None = None
    authors: tuple[str, ...] = ()
    editor: str | None = None
    keywords: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()
    description: str | None = None
    lead_image: str | None = None
    symbols: tuple[Symbol, ...] = ()
    related: tuple[Link, ...] = ()
    comment_id: str | None = None
    mobile_url: str | None = None
    language: str = "zh-CN"
    encoding: str = "utf-8"
    encoding_from: str = "text"
    route: Literal["window", "page", "document"] = "page"
    removals: tuple[Removal, ...] = ()
    confidence: float = 0.0
    evidence: tuple[Evidence, ...] = ()
    warnings: tuple[str, ...] = ()
    extra: Mapping[str, Any] = fresh(factory=dict)

    # The renderings are made by newsclean.render, which is loaded when one is first asked for: a program
    # that only reads metadata never loads it.

    @property
    def text(self) -> str:
        """Plain text: one block a line; a list one line an item; a table one line a row, cells joined by
        a tab. Captions are not in it: see :meth:`to_text`."""
        return self.to_text()

    @property
    def markdown(self) -> str:
        """The title and the body as CommonMark with pipe tables."""
        from newsclean.render import to_markdown

        return to_markdown(self)

    @property
    def html(self) -> str:
        """The body as HTML made anew from the blocks: nothing of the page's own markup is in it."""
        from newsclean.render import to_html

        return to_html(self.blocks)

    @property
    def images(self) -> tuple[Image, ...]:
        """The body's pictures, in order."""
        return tuple([block for block in self.blocks if isinstance(block, Image)])

    def to_text(self, *, captions: bool = False) -> str:
        """Plain text as :attr:`text`; with ``captions=True`` each caption is a line where its picture stands."""
        from newsclean.render import to_text

        return to_text(self.blocks, captions=captions)

    def to_dict(self) -> dict[str, Any]:
        """The article as JSON-ready values, in the order of the published schema; :meth:`from_dict` undoes it."""
        from newsclean.render import to_dict

        return to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Article:
        """The article a :meth:`to_dict` came from. Raises ValueError when the data is of another schema."""
        from newsclean.render import from_dict

        return from_dict(data)

    def to_json(self, *, indent: int | None = None) -> str:
        """:meth:`to_dict` as a JSON string, non-ASCII characters as they are."""
        from newsclean.render import to_json

        return to_json(self, indent=indent)

    def to_front_matter(self) -> str:
        """A front-matter document: YAML that any YAML 1.1 reader takes, then the clean body as HTML."""
        from newsclean.render import to_front_matter

        return to_front_matter(self)
