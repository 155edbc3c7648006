"""The function that every engine runs: a batch of pages in, a batch of articles out, in Arrow's types.

It neither fetches nor writes. A row without html gets an error row, so that there is a row out for each row in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, Unpack

import pyarrow as pa
from msgspec.structs import asdict

from newsclean.article import Article
from newsclean.batch.arrow_schema import SCHEMA, made_by, shaped
from newsclean.batch.rows import Row, article_row, error_row, failure_of
from newsclean.engines.passing import kept_columns
from newsclean.page import LimitOptions, Limits, limits_of
from newsclean.parser import Parser
from newsclean.rules import Rules
from newsclean.rules.given import Given, book_of

__all__ = ["SCHEMA", "clean_batch", "clean_batch_with", "clean_table"]

ROWS_AT_ONCE = 256
"""Rows of a table that are cleaned together: what bounds the memory of :func:`clean_table`."""


def clean_batch(
    batch: pa.RecordBatch,
    *,
    rules: Given | None = None,
    keep: Iterable[str] | None = None,
    **limits: Unpack[LimitOptions],
) -> pa.RecordBatch:
    """The articles of a batch of pages: columns of :data:`SCHEMA`, a row for each row, in the same order, and the other
    columns of the batch beside them.

    Columns read: ``html`` (binary or string, large or not), and where they are there ``url``,
    ``content_type`` and ``input`` (the row's name; without it, its url). Never raises for a page: its row
    then holds the error. Raises KeyError when there is no ``html`` column, TypeError where one that is read holds
    something else than texts.

    ``keep`` names the columns that pass through (None: all that are not read); one that has a name of SCHEMA comes out
    as ``input_NAME``. ``rules`` are rules of your own, asked before the library's: a whole book, rows, the path of a
    TOML file or the name of installed ones (None: the library's book alone). The version of those that were used stands
    in the metadata of the result's schema. ``limits`` are ``max_bytes``, ``max_depth`` and ``max_nodes`` as
    :class:`newsclean.Parser` has them. Raises RulesError for rules that cannot be used.
    """
    if rules is None and not limits:
        return _cleaned(_parser("newsclean:parse"), batch, SCHEMA, keep)
    within = limits_of("clean_batch", limits, "rules", "keep")
    book = book_of(rules)
    schema = SCHEMA if rules is None else made_by(book.version, SCHEMA)
    return _cleaned(_parser_by(book, within).parse, batch, schema, keep)


def clean_batch_with(parser: str, batch: pa.RecordBatch, keep: Iterable[str] | None = None) -> pa.RecordBatch:
    """:func:`clean_batch` with another parser, named as ``module:function``."""
    return _cleaned(_parser(parser), batch, SCHEMA, keep)


def _cleaned(
    parse: Callable[..., Article], batch: pa.RecordBatch, schema: pa.Schema, keep: Iterable[str] | None
) -> pa.RecordBatch:
    names = _checked(batch.schema)
    kept = kept_columns(batch.schema.names, keep, SCHEMA.names)
    pages = batch.select(names).to_pylist()
    made = pa.RecordBatch.from_pylist([shaped(_row(parse, page)) for page in pages], schema=schema)
    if not kept:
        return made
    columns = [*made.columns, *[batch.column(name) for name in kept]]
    return pa.RecordBatch.from_arrays(columns, schema=_with(schema, batch.schema, kept))


def _checked(schema: pa.Schema) -> list[str]:
    """The columns that are read. Raises KeyError where there are no pages, TypeError for columns of another type."""
    if "html" not in schema.names:
        raise KeyError(f"there is no column html: the columns are {', '.join(schema.names) or 'none'}")
    names = [name for name in ("input", "html", "url", "content_type") if name in schema.names]
    for name in names:
        kind = schema.field(name).type
        kind = kind.value_type if pa.types.is_dictionary(kind) else kind
        binary = name == "html" and (_is_any(kind, "binary") or pa.types.is_fixed_size_binary(kind))
        if not (binary or _is_any(kind, "string") or pa.types.is_null(kind)):
            told = "bytes or texts" if name == "html" else "texts"
            raise TypeError(f"the column {name} holds {kind}, and {told} are read from it")
    return names


def _is_any(kind: pa.DataType, name: str) -> bool:
    return any(getattr(pa.types, f"is_{form}")(kind) for form in (name, f"large_{name}", f"{name}_view"))


def _with(schema: pa.Schema, given: pa.Schema, kept: Mapping[str, str]) -> pa.Schema:
    """The schema with the columns that pass through."""
    for name, called in kept.items():
        schema = schema.append(given.field(name).with_name(called))
    return schema


def clean_table(
    table: Any,
    *,
    rules: Given | None = None,
    keep: Iterable[str] | None = None,
    **limits: Unpack[LimitOptions],
) -> pa.Table:
    """:func:`clean_batch` over a table: a pyarrow Table, or anything that exports Arrow streams (a Polars or
    pandas DataFrame). 256 rows are cleaned at a time; the result is held whole."""
    limits_of("clean_table", limits, "rules", "keep")
    book = None if rules is None else book_of(rules)
    given = pa.table(table)
    _checked(given.schema)
    kept = kept_columns(given.schema.names, keep, SCHEMA.names)
    schema = _with(SCHEMA if book is None else made_by(book.version, SCHEMA), given.schema, kept)
    batches = given.to_batches(max_chunksize=ROWS_AT_ONCE)
    return pa.Table.from_batches(
        [clean_batch(batch, rules=book, keep=kept, **limits) for batch in batches], schema=schema
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
