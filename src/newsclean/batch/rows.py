"""Rows: what one input becomes in the output, as a dictionary and as the bytes its sink takes.

Here live the three kinds of row (article, copy, error), all with ``input``, and their encodings. Here never
lives a file.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Sequence
from typing import Any, Literal

from newsclean.batch.records import Format, Packed, PartitionBy
from newsclean.errors import NewscleanError
from newsclean.models import Article

__all__ = ["Form", "Row", "article_row", "copy_row", "encode", "error_row", "failure_of", "partition_of"]

Row = dict[str, Any]
Form = Format | Literal["article"]
"""What a row is encoded for: a sink, or a thread that wants the article itself."""


def article_row(name: str, article: Article) -> Row:
    """``input``, the article's own keys as in its JSON, ``error`` and ``duplicate_of`` null."""
    return {"input": name, **article.to_dict(), "error": None, "duplicate_of": None}


def error_row(name: str, url: str | None, kind: str, message: str) -> Row:
    """``input``, ``url`` and ``error: {kind, message}``: the page that has no article."""
    return {"input": name, "url": url, "error": {"kind": kind, "message": message}, "duplicate_of": None}


def copy_row(name: str, url: str | None, doc_id: str | None, original: str) -> Row:
    """``input``, ``url``, ``doc_id`` and ``duplicate_of``: the input of the row that holds the article."""
    return {"input": name, "url": url, "doc_id": doc_id, "error": None, "duplicate_of": original}


def failure_of(error: Exception) -> tuple[str, str]:
    """Kind and sentence of what a page failed with. Beside newsclean's own kinds: ``file`` (it could not be
    read), ``memory``, and ``bug`` for what was never meant to be raised."""
    if isinstance(error, NewscleanError):
        return error.kind, error.message
    if isinstance(error, OSError):
        return "file", error.strerror or str(error)
    if isinstance(error, MemoryError):
        return "memory", "the page needs more memory than there is for it"
    return "bug", f"{type(error).__name__}: {error}"


def partition_of(article: Article, by: PartitionBy | None) -> str | None:
    """The article's day in Beijing (``2024-01-31``) or its first channel; None when the page has none."""
    if by == "day":
        return None if article.published_at is None else article.published_at.date().isoformat()
    return article.channel[0] if by == "channel" and article.channel else None


def encode(rows: Sequence[tuple[Row, Article | None]], form: Form) -> list[Packed]:
    """The rows as their sink takes them; the article is None for copies and errors."""
    if form != "parquet":
        return [Packed(_ENCODERS[form](row, article)) for row, article in rows]
    from newsclean.batch.columns import message_of

    data = message_of([row for row, _ in rows])
    return [Packed(data, at, len(rows)) for at in range(len(rows))]


def _json_line(row: Row, article: Article | None = None) -> bytes:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"


def _whole(row: Row, article: Article | None) -> bytes:
    return _json_line(row) if article is None else pickle.dumps(article)


def _front_matter(row: Row, article: Article | None) -> bytes:
    return _json_line(row) if article is None else article.to_front_matter().encode("utf-8", "replace")


def _markdown(row: Row, article: Article | None) -> bytes:
    """The metadata as front matter, then title and body as Markdown."""
    if article is None:
        return _json_line(row)
    head = article.to_front_matter().split("\n---\n", 1)[0]
    return f"{head}\n---\n\n{article.markdown.rstrip()}\n".encode("utf-8", "replace")


_ENCODERS: dict[Form, Callable[[Row, Article | None], bytes]] = {
    "article": _whole,
    "jsonl": _json_line,
    "sqlite": _json_line,
    "markdown": _markdown,
    "frontmatter": _front_matter,
}
