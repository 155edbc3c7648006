"""The values that walk from room to room: a page, its article, the article's blocks, what was removed.

Here live values: frozen, slotted, picklable, made of the standard library alone. Here never live a tree of any
parser, an HTTP object, a rule about Sina, or a decision about what is noise.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import Any, Literal, TypeAlias

from newsclean.values import Value, fresh

__all__ = [
    "BEIJING",
    "SCHEMA_VERSION",
    "Article",
    "Block",
    "Cell",
    "Evidence",
    "Heading",
    "Image",
    "Link",
    "ListBlock",
    "ListItem",
    "Page",
    "Paragraph",
    "Quote",
    "Removal",
    "Run",
    "Symbol",
    "Table",
    "Video",
    "plain",
]

BEIJING = timezone(timedelta(hours=8), "Asia/Shanghai")
"""The zone of every time on a Sina page. China has kept UTC+8 without summer time since 1991 (IANA tz
database, Asia/Shanghai), before the first of these pages: a fixed offset is exact and needs no zone files."""

SCHEMA_VERSION = "1"
"""The version of the JSON an article becomes; it changes when a key changes its meaning or goes away."""


class Page(Value):
    """One page as it came in: the last value that has seen I/O.

    ``url`` is the address it was served from (None: not known). ``content`` holds the bytes after transfer
    decoding. ``headers`` has lower-case names. ``fetched_at`` is aware (None: it was not fetched).
    ``notes`` says what the fetcher did instead of the plain thing ("followed meta refresh to …").
    """

    content: bytes
    url: str | None = None
    headers: Mapping[str, str] = fresh(factory=dict)
    fetched_at: datetime | None = None
    status: int | None = None
    notes: tuple[str, ...] = ()


class Run(Value):
    """A stretch of text with one look. ``"\\n"`` inside the text is a line break the author set."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str | None = None
    script: Literal["sub", "super"] | None = None


Runs: TypeAlias = tuple[Run, ...]


def plain(runs: Runs) -> str:
    """The characters of the runs, looks dropped."""
    return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])


class Paragraph(Value):
    """A paragraph of body text."""

    runs: Runs


class Heading(Value):
    """A heading inside the body. ``level`` is 2–6 (1 is the article's title)."""

    runs: Runs
    level: int = 2


class Image(Value):
    """A picture of the body. ``src`` is absolute; ``width`` and ``height`` are pixels; None: not on the page."""

    src: str
    caption: str | None = None
    alt: str | None = None
    width: int | None = None
    height: int | None = None


class ListItem(Value):
    """An item of a list; ``level`` counts the lists around its list (0: an outermost list), ``ordered`` says
    whether its own list is numbered."""

    runs: Runs
    level: int = 0
    ordered: bool = False


class ListBlock(Value):
    """A list, numbered or not."""

    items: tuple[ListItem, ...]
    ordered: bool = False


class Quote(Value):
    """Quoted text: its paragraphs, in order."""

    paragraphs: tuple[Runs, ...]


class Cell(Value):
    """A cell of a table, with the columns and rows it spans (1 or more)."""

    runs: Runs
    colspan: int = 1
    rowspan: int = 1
    header: bool = False


class Table(Value):
    """A table: rows of their own cells (spans are not padded). ``header`` counts the rows at the top
    that are headings (0: none is marked as such)."""

    rows: tuple[tuple[Cell, ...], ...]
    header: int = 0


class Video(Value):
    """A video: its poster and title. Its address is not kept: the signed ones expire."""

    poster: str | None = None
    title: str | None = None


Block: TypeAlias = Paragraph | Heading | Image | ListBlock | Quote | Table | Video


class Removal(Value):
    """Something taken out: by which rule, where in the body, its tag path, and its text's first 80 characters."""

    rule: str
    where: Literal["start", "body", "end"]
    path: str
    preview: str = ""


class Symbol(Value):
    """A stock the page names. ``market`` is a code such as sh, sz, bj, hk, us; ``name`` is None where the
    page gives only the code."""

    market: str
    code: str
    name: str | None = None


class Link(Value):
    """A link with its text."""

    text: str
    href: str


class Evidence(Value):
    """One reason for the confidence: what was asked, whether it held (None: it could not be asked of this
    page), and its weight."""

    name: str
    held: bool | None
    weight: float
    note: str = ""


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

    # The renderings live one floor up, in newsclean.render; these four doors open it on first use, so
    # that a pipeline that only reads metadata never loads it. It is the one upward glance in the house.

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
