"""The columnar kernel: a batch of pages in, a batch of articles out, in Arrow's types.

Here live :data:`SCHEMA` and the one function every engine runs. Here never lives an engine, a file, or a
fetch: a row without html is an error row.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from importlib import import_module
from typing import Any

import pyarrow as pa

from newsclean.batch.rows import Row, article_row, error_row, failure_of
from newsclean.models import SCHEMA_VERSION, Article

__all__ = ["SCHEMA", "clean_batch", "clean_table", "shaped"]

ROWS_AT_ONCE = 256
"""Rows of a table that are cleaned together: what bounds the memory of :func:`clean_table`."""

_TIME = pa.timestamp("us", "Asia/Shanghai")


def _list(item: pa.DataType) -> pa.DataType:
    """A list whose items have the name Parquet gives them, so that a file gives back this very schema."""
    return pa.list_(pa.field("element", item))


def _structs(**types: pa.DataType) -> pa.DataType:
    return _list(pa.struct(list(types.items())))


_TEXTS = _list(pa.string())
_RUNS = _structs(
    text=pa.string(), strong=pa.bool_(), emphasis=pa.bool_(), href=pa.string(), script=pa.string()
)
_CELLS = _structs(runs=_RUNS, colspan=pa.int32(), rowspan=pa.int32(), header=pa.bool_())
_IMAGE = {
    "src": pa.string(),
    "caption": pa.string(),
    "alt": pa.string(),
    "width": pa.int32(),
    "height": pa.int32(),
}
_BLOCKS = _structs(
    type=pa.string(),
    level=pa.int32(),
    runs=_RUNS,
    **_IMAGE,
    ordered=pa.bool_(),
    items=_structs(level=pa.int32(), runs=_RUNS),
    paragraphs=_list(_RUNS),
    header=pa.int32(),
    rows=_list(_CELLS),
    poster=pa.string(),
    title=pa.string(),
)

_COLUMNS: dict[str, pa.DataType] = {
    "input": pa.string(),
    "title": pa.string(),
    "blocks": _BLOCKS,
    "layout": pa.string(),
    "kind": pa.string(),
    "url": pa.string(),
    "doc_id": pa.string(),
    "original_title": pa.string(),
    "published_at": _TIME,
    "modified_at": _TIME,
    "published_raw": pa.string(),
    "source": pa.string(),
    "source_url": pa.string(),
    "authors": _TEXTS,
    "editor": pa.string(),
    "keywords": _TEXTS,
    "channel": _TEXTS,
    "description": pa.string(),
    "lead_image": pa.string(),
    "symbols": _structs(market=pa.string(), code=pa.string(), name=pa.string()),
    "related": _structs(text=pa.string(), href=pa.string()),
    "comment_id": pa.string(),
    "mobile_url": pa.string(),
    "language": pa.string(),
    "encoding": pa.string(),
    "encoding_from": pa.string(),
    "route": pa.string(),
    "removals": _structs(rule=pa.string(), where=pa.string(), path=pa.string(), preview=pa.string()),
    "confidence": pa.float64(),
    "evidence": _structs(name=pa.string(), held=pa.bool_(), weight=pa.float64(), note=pa.string()),
    "warnings": _TEXTS,
    "extra": pa.string(),
    "text": pa.string(),
    "html": pa.string(),
    "images": _structs(**_IMAGE),
    "error": pa.struct([("kind", pa.string()), ("message", pa.string())]),
}

SCHEMA: pa.Schema = pa.schema(list(_COLUMNS.items()), metadata={"newsclean.schema_version": SCHEMA_VERSION})
"""``input``, then the keys of an article's JSON with their types (``extra`` as a JSON string), then
``error``, null for an article. An error row has ``input``, ``url`` and ``error`` alone. The metadata holds
``newsclean.schema_version``."""


def clean_batch(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The articles of a batch of pages: columns of :data:`SCHEMA`, a row for each row, in the same order.

    Columns read: ``html`` (binary or string, large or not), and where they are there ``url``,
    ``content_type`` and ``input`` (the row's name; without it, its url). Never raises for a page: its row
    then holds the error. Raises KeyError when there is no ``html`` column.
    """
    return clean_batch_with("newsclean:parse", batch)


def clean_batch_with(parser: str, batch: pa.RecordBatch) -> pa.RecordBatch:
    """:func:`clean_batch` with another parser, named as ``module:function``."""
    parse = _parser(parser)
    names = [name for name in ("input", "html", "url", "content_type") if name in batch.schema.names]
    if "html" not in names:
        raise KeyError("the batch has no column html")
    pages = batch.select(names).to_pylist()
    return pa.RecordBatch.from_pylist([shaped(_row(parse, page)) for page in pages], schema=SCHEMA)


def clean_table(table: Any) -> pa.Table:
    """:func:`clean_batch` over a table: a pyarrow Table, or anything that exports Arrow streams (a Polars or
    pandas DataFrame). 256 rows are cleaned at a time; the result is held whole."""
    batches = pa.table(table).to_batches(max_chunksize=ROWS_AT_ONCE)
    return pa.Table.from_batches([clean_batch(batch) for batch in batches], schema=SCHEMA)


def shaped(row: Row) -> Row:
    """A row's values as Arrow takes them: times as datetimes, ``extra`` as JSON."""
    dated = [name for name in ("published_at", "modified_at") if row.get(name)]
    times = {name: datetime.fromisoformat(row[name]) for name in dated}
    extra = row.get("extra")
    return {**row, **times, "extra": json.dumps(extra, ensure_ascii=False) if extra else None}


def _row(parse: Callable[..., Article], page: Mapping[str, Any]) -> Row:
    url, html = page.get("url"), page["html"]
    name = page.get("input") or url or ""
    if html is None:
        return error_row(name, url, "empty_input", "the row has no html")
    try:
        return article_row(name, parse(html, url=url, content_type=page.get("content_type")))
    except Exception as error:  # noqa: BLE001 - one page must not cost the batch
        return error_row(name, url, *failure_of(error))


@cache
def _parser(name: str) -> Callable[..., Article]:
    module, _, function = name.partition(":")
    parser: Callable[..., Article] = getattr(import_module(module), function)
    return parser
