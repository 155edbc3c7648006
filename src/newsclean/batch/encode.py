"""Rows as the bytes that each kind of sink takes."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Sequence
from datetime import date, time
from typing import Any, Literal

from newsclean.article import Article
from newsclean.batch.csv_rows import csv_line
from newsclean.batch.records import Format, Packed
from newsclean.batch.rows import NAMES, Row

__all__ = ["Form", "encode"]

Form = Format | Literal["article", "bare-markdown"]
"""What a row is encoded for: a sink, which may want Markdown without its head, or a thread that wants the article
itself."""


def encode(rows: Sequence[tuple[Row, Article | None]], form: Form) -> list[Packed]:
    """The rows as their sink takes them; the article is None for copies and errors."""
    if form != "parquet":
        return [Packed(_ENCODERS[form](row, article)) for row, article in rows]
    from newsclean.batch.arrow_schema import message_of

    data, schema = message_of([row for row, _ in rows])
    return [Packed(data, at, len(rows), schema) for at in range(len(rows))]


def _json_line(row: Row, article: Article | None = None) -> bytes:
    kept = {name: json.loads(json.dumps(row[name], default=_told)) for name in row if name not in NAMES}
    line = json.dumps({**row, **kept} if kept else row, ensure_ascii=False, separators=(",", ":"))
    return line.encode("utf-8", "replace") + b"\n"


def _told(value: Any) -> str:
    """A value of an input that JSON has no type for: bytes as text, times as ISO 8601, all else as Python prints it."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace")
    return value.isoformat() if isinstance(value, (date, time)) else str(value)


def _whole(row: Row, article: Article | None) -> bytes:
    return _json_line(row) if article is None else pickle.dumps(article)


def _front_matter(row: Row, article: Article | None) -> bytes:
    return _json_line(row) if article is None else article.to_front_matter().encode("utf-8", "replace")


def _markdown(row: Row, article: Article | None) -> bytes:
    """The metadata as front matter, then title and body as Markdown."""
    return _json_line(row) if article is None else article.to_markdown(head=True).encode("utf-8", "replace")


def _bare_markdown(row: Row, article: Article | None) -> bytes:
    return _json_line(row) if article is None else f"{article.markdown}\n".encode("utf-8", "replace")


def _text(row: Row, article: Article | None) -> bytes:
    return _json_line(row) if article is None else f"{article.text}\n".encode("utf-8", "replace")


def _html(row: Row, article: Article | None) -> bytes:
    return _json_line(row) if article is None else f"{article.html}\n".encode("utf-8", "replace")


def _csv(row: Row, article: Article | None) -> bytes:
    return csv_line(row)


_ENCODERS: dict[Form, Callable[[Row, Article | None], bytes]] = {
    "article": _whole,
    "jsonl": _json_line,
    "sqlite": _json_line,
    "database": _json_line,
    "json": _json_line,
    "csv": _csv,
    "text": _text,
    "html": _html,
    "markdown": _markdown,
    "bare-markdown": _bare_markdown,
    "frontmatter": _front_matter,
}
