"""What an article is made of: its blocks and their runs, and what was noted on the way: removals, symbols, links,
evidence.

They are frozen, slotted, picklable, made of the standard library alone: no tree of any parser is held here, no rule
about Sina, and no decision about what is noise.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from newsclean.values import Value

__all__ = [
    "Block",
    "Cell",
    "Evidence",
    "Heading",
    "Image",
    "Link",
    "ListBlock",
    "ListItem",
    "Paragraph",
    "Quote",
    "Removal",
    "Run",
    "Symbol",
    "Table",
    "Video",
    "plain",
]


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
