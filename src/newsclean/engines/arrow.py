"""The function that every engine runs: a batch of pages in, a batch of articles out, in Arrow's types.

It neither fetches nor writes. A row without html gets an error row, so that there is a row out for each row in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, Unpack

import pyarrow as pa
from msgspec.structs import asdict

from newsclean.article import Article
from newsclean.batch.arrow_schema import SCHEMA, made_by, shaped
from newsclean.batch.rows import Row, article_row, error_row, failure_of
from newsclean.page import LimitOptions, Limits
from newsclean.parser import Parser
from newsclean.rules import Rules
from newsclean.rules.given import Given, book_of

__all__ = ["SCHEMA", "clean_batch", "clean_batch_with", "clean_table"]

ROWS_AT_ONCE = 256
"""Rows of a table that are cleaned together: what bounds the memory of :func:`clean_table`."""


def clean_batch(
    batch: pa.RecordBatch, *, rules: Given | None = None, **limits: Unpack[LimitOptions]
) -> pa.RecordBatch:
    """The articles of a batch of pages: columns of :data:`SCHEMA`, a row for each row, in the same order.

    Columns read: ``html`` (binary or string, large or not), and where they are there ``url``,
    ``content_type`` and ``input`` (the row's name; without it, its url). Never raises for a page: its row
    then holds the error. Raises KeyError when there is no ``html`` column.

    ``rules`` are rules of your own, asked before the library's: a whole book, rows, the path of a TOML file or the
    name of installed ones (None: the library's book alone). The version of those that were used stands in the metadata
    of the result's schema. ``limits`` are ``max_bytes``, ``max_depth`` and ``max_nodes`` as
    :class:`newsclean.Parser` has them. Raises RulesError for rules that cannot be used.
    """
    if rules is None and not limits:
        return _cleaned(_parser("newsclean:parse"), batch, SCHEMA)
    book = book_of(rules)
    schema = SCHEMA if rules is None else made_by(book.version, SCHEMA)
    return _cleaned(_parser_by(book, Limits(**limits)).parse, batch, schema)


def clean_batch_with(parser: str, batch: pa.RecordBatch) -> pa.RecordBatch:
    """:func:`clean_batch` with another parser, named as ``module:function``."""
    return _cleaned(_parser(parser), batch, SCHEMA)


def _cleaned(parse: Callable[..., Article], batch: pa.RecordBatch, schema: pa.Schema) -> pa.RecordBatch:
    names = [name for name in ("input", "html", "url", "content_type") if name in batch.schema.names]
    if "html" not in names:
        raise KeyError("the batch has no column html")
    pages = batch.select(names).to_pylist()
    return pa.RecordBatch.from_pylist([shaped(_row(parse, page)) for page in pages], schema=schema)


def clean_table(table: Any, *, rules: Given | None = None, **limits: Unpack[LimitOptions]) -> pa.Table:
    """:func:`clean_batch` over a table: a pyarrow Table, or anything that exports Arrow streams (a Polars or
    pandas DataFrame). 256 rows are cleaned at a time; the result is held whole."""
    book = None if rules is None else book_of(rules)
    batches = pa.table(table).to_batches(max_chunksize=ROWS_AT_ONCE)
    schema = SCHEMA if book is None else made_by(book.version, SCHEMA)
    return pa.Table.from_batches(
        [clean_batch(batch, rules=book, **limits) for batch in batches], schema=schema
    )


def _row(parse: Callable[..., Article], page: Mapping[str, Any]) -> Row:
    url, html = page.get("url"), page["html"]
    name = page.get("input") or url or ""
    if html is None:
        return error_row(name, url, "empty", "the row has no html")
    try:
        return article_row(name, parse(html, url=url, content_type=page.get("content_type")))
    except Exception as error:  # noqa: BLE001 - one page must not cost the batch
        return error_row(name, url, *failure_of(error))


@lru_cache(maxsize=8)
def _parser_by(rules: Rules, limits: Limits) -> Parser:
    """The parser of a book. Equal books have one, so that what was compiled for a batch serves the next, though each
    comes with a book of its own from another process."""
    return Parser(rules, **asdict(limits))


@cache
def _parser(name: str) -> Callable[..., Article]:
    module, _, function = name.partition(":")
    parser: Callable[..., Article] = getattr(import_module(module), function)
    return parser
