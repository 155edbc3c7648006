"""Blocks as HTML, made anew and safe by construction: a fixed set of tags, every character escaped, and no
address that is not http, https or mailto. Nothing of the page's own markup is in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from newsclean.blocks import (
    Block,
    Cell,
    Heading,
    Image,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    Video,
    plain,
)
from newsclean.render.safe import safe_href, safe_src

__all__ = ["nested", "to_html"]

# Characters that no HTML document may hold: controls other than tab and newline, surrogates, and the
# non-characters (HTML Standard, "13.2.3.5 Preprocessing the input stream"). Parsers drop or replace them.
UNWRITABLE = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

MOST_COLUMNS, MOST_ROWS = 1000, 65534
"""The widest and tallest span browsers honour (HTML Standard, "4.9.11 Attributes common to td and th")."""


def to_html(blocks: Sequence[Block]) -> str:
    """The blocks as HTML, one a line, each line whole.

    Only these tags are ever written: p, h2–h6, ul, ol, li, blockquote, figure, figcaption, img, table, thead,
    tbody, tr, th, td, a, strong, em, sub, sup, br; only these attributes: href, src, alt, width, height,
    colspan, rowspan. A link or picture with another kind of address loses it and keeps its text. Videos are
    left out, their poster and title stand in the blocks; so are blocks without content.

    >>> to_html((Paragraph((Run("1 < 2\\n见"), Run("此", href="https://a.cn/?b&c"))),))
    '<p>1 &lt; 2<br>见<a href="https://a.cn/?b&amp;c">此</a></p>'
    """
    lines = [line for block in blocks if (line := _WRITERS[type(block)](block))]
    return UNWRITABLE.sub("", "\n".join(lines))


def escape(text: str) -> str:
    """The text with the five characters that mean something to HTML as entities."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#x27;")


def nested(block: ListBlock) -> list[ListItem]:
    """The items that have text, their places made sound: the first at level 0, none more than one level deeper than
    the one before; ``ordered`` is the block's at level 0, and the item's own below."""
    sound: list[ListItem] = []
    for item in block.items:
        if UNWRITABLE.sub("", plain(item.runs)).strip():
            deepest = sound[-1].level + 1 if sound else 0
            level = max(0, min(item.level, deepest))
            sound.append(ListItem(item.runs, level, item.ordered if level else block.ordered))
    return sound


def _paragraph(block: Paragraph) -> str:
    return f"<p>{inner}</p>" if (inner := _inline(block.runs)) else ""


def _heading(block: Heading) -> str:
    level = min(max(block.level, 2), 6)
    return f"<h{level}>{inner}</h{level}>" if (inner := _inline(block.runs)) else ""


def _quote(block: Quote) -> str:
    inner = "".join([f"<p>{text}</p>" for runs in block.paragraphs if (text := _inline(runs))])
    return f"<blockquote>{inner}</blockquote>" if inner else ""


def _video(block: Video) -> str:
    return ""  # its poster is no picture of the text, and its address is not kept


def _inline(runs: Runs) -> str:
    if not any([run.href for run in runs]):
        return "".join([_run(run) for run in runs])
    parts = []
    for href, group in groupby(runs, key=lambda run: safe_href(run.href)):
        inner = "".join([_run(run) for run in group])
        parts.append(f'<a href="{_attribute(href)}">{inner}</a>' if href and inner else inner)
    return "".join(parts)


def _run(run: Run) -> str:
    text = escape(run.text).replace("\n", "<br>")
    if not text:
        return ""
    if run.script is not None:
        tag = "sub" if run.script == "sub" else "sup"
        text = f"<{tag}>{text}</{tag}>"
    if run.emphasis:
        text = f"<em>{text}</em>"
    return f"<strong>{text}</strong>" if run.strong else text


def _image(image: Image) -> str:
    caption = f"<figcaption>{_lines(image.caption)}</figcaption>" if image.caption else ""
    src = safe_src(image.src)
    if src is None:
        return f"<figure>{caption}</figure>" if caption else ""
    size = "".join(
        [
            f' {name}="{value:d}"'
            for name in ("width", "height")
            if (value := getattr(image, name)) is not None
        ]
    )
    return f'<figure><img src="{_attribute(src)}" alt="{_attribute(image.alt)}"{size}>{caption}</figure>'


def _attribute(text: str | None) -> str:
    return escape(text).replace("\n", "&#10;") if text else ""


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _list(block: ListBlock) -> str:
    parts: list[str] = []
    open_tags: list[str] = []
    for item in nested(block):
        tag = "ol" if item.ordered else "ul"
        while len(open_tags) > item.level + 1 or (len(open_tags) == item.level + 1 and open_tags[-1] != tag):
            parts.append(f"</li></{open_tags.pop()}>")
        if len(open_tags) == item.level + 1:
            parts.append("</li>")
        else:
            open_tags.append(tag)
            parts.append(f"<{tag}>")
        parts.append(f"<li>{_inline(item.runs)}")
    parts += [f"</li></{tag}>" for tag in reversed(open_tags)]
    return "".join(parts)


def _table(table: Table) -> str:
    rows = [
        "<tr>" + "".join([_cell(cell, cell.header or at < table.header) for cell in row]) + "</tr>"
        for at, row in enumerate(table.rows)
    ]
    head, body = "".join(rows[: max(table.header, 0)]), "".join(rows[max(table.header, 0) :])
    head = f"<thead>{head}</thead>" if head else ""
    body = f"<tbody>{body}</tbody>" if body else ""
    return f"<table>{head}{body}</table>" if rows else ""


def _cell(cell: Cell, header: bool) -> str:
    tag = "th" if header else "td"
    columns = f' colspan="{min(cell.colspan, MOST_COLUMNS):d}"' if cell.colspan > 1 else ""
    rows = f' rowspan="{min(cell.rowspan, MOST_ROWS):d}"' if cell.rowspan > 1 else ""
    return f"<{tag}{columns}{rows}>{_inline(cell.runs)}</{tag}>"


_WRITERS: dict[type[Block], Callable[[Any], str]] = {
    Paragraph: _paragraph,
    Heading: _heading,
    Image: _image,
    ListBlock: _list,
    Quote: _quote,
    Table: _table,
    Video: _video,
}
