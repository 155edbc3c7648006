"""Rows in Arrow's types: the published schema, and the encoding in which workers hand rows to the writer of a part.

Workers encode, since that is most of the work; the writer only joins their batches.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

import pyarrow as pa

from newsclean.article import SCHEMA_VERSION
from newsclean.batch.records import Packed
from newsclean.batch.rows import NAMES, Row
from newsclean.rules import default_rules

__all__ = [
    "ROW_SCHEMA",
    "SCHEMA",
    "fitted",
    "made_by",
    "message_of",
    "schema_of",
    "shaped",
    "table_of",
    "united",
]

_TIME = pa.timestamp("us", "Asia/Shanghai")  # the zone that all times of an article are in


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
    items=_structs(level=pa.int32(), ordered=pa.bool_(), runs=_RUNS),
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
    "rules": pa.string(),
    "text": pa.string(),
    "html": pa.string(),
    "images": _structs(**_IMAGE),
    "error": pa.struct([("kind", pa.string()), ("message", pa.string())]),
}

SCHEMA: pa.Schema = pa.schema(
    list(_COLUMNS.items()),
    metadata={"newsclean.schema_version": SCHEMA_VERSION, "newsclean.rules": default_rules().version},
)
"""``input``, then the keys of an article's JSON with their types (``extra`` as a JSON string), then
``error``, null for an article. An error row has ``input``, ``url`` and ``error`` alone. The metadata holds
``newsclean.schema_version`` and ``newsclean.rules``, the version of the rules that come with the library."""


ROW_SCHEMA: pa.Schema = SCHEMA.append(pa.field("duplicate_of", pa.string()))
"""The batch command's rows: :data:`SCHEMA`, and ``duplicate_of``, the input this row is a copy of."""


def made_by(rules: str, schema: pa.Schema) -> pa.Schema:
    """The schema of rows that rules of this version make."""
    return schema.with_metadata({**schema.metadata, b"newsclean.rules": rules})


def shaped(row: Row) -> Row:
    """A row's values as Arrow takes them: times as datetimes, ``extra`` as JSON."""
    dated = [name for name in ("published_at", "modified_at") if row.get(name)]
    times = {name: datetime.fromisoformat(row[name]) for name in dated}
    extra = row.get("extra")
    return {**row, **times, "extra": json.dumps(extra, ensure_ascii=False) if extra else None}


def message_of(rows: Sequence[Row]) -> tuple[bytes, bytes]:
    """The rows as an Arrow message without its schema, and the schema, where there are columns of the input's."""
    batch = pa.RecordBatch.from_pylist([shaped(row) for row in rows], schema=ROW_SCHEMA)
    names = dict.fromkeys([name for row in rows for name in row if name not in NAMES])
    for name in names:
        batch = batch.append_column(name, _column([row.get(name) for row in rows]))
    return bytes(batch.serialize()), bytes(batch.schema.serialize()) if names else b""


def _column(values: list[Any]) -> pa.Array:
    """Values of an input as a column: of their own type, or, where they have several or are no plain values, as
    text."""
    try:
        column = pa.array(values)
    except (pa.ArrowException, TypeError, OverflowError):
        column = None
    if column is None or pa.types.is_nested(column.type):
        return pa.array([value if value is None else _text_of(value) for value in values], pa.string())
    return column


def _text_of(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def schema_of(packed: Iterable[Packed]) -> pa.Schema:
    """The schema that rows from many messages fit into."""
    told = dict.fromkeys([row.schema for row in packed])
    return united([pa.ipc.read_schema(pa.py_buffer(schema)) for schema in told if schema])


def united(schemas: Iterable[pa.Schema]) -> pa.Schema:
    """The schema of a row, with the columns of the input's that some schemas have: of a type that holds theirs, of text
    where none does."""
    kinds: dict[str, list[pa.DataType]] = {}
    for schema in schemas:
        for field in schema:
            if field.name not in NAMES:
                kinds.setdefault(field.name, []).append(field.type)
    found = ROW_SCHEMA
    for name, types in kinds.items():
        found = found.append(pa.field(name, _one_type(types)))
    return found


def _one_type(types: Sequence[pa.DataType]) -> pa.DataType:
    schemas = [pa.schema([pa.field("x", kind)]) for kind in types]
    try:
        kind = pa.unify_schemas(schemas, promote_options="permissive").field(0).type
    except pa.ArrowException:
        return pa.string()
    return pa.string() if pa.types.is_null(kind) else kind


def fitted(batch: pa.RecordBatch, schema: pa.Schema) -> pa.RecordBatch:
    """A batch with the columns of a schema: those that it lacks are null."""
    if batch.schema.equals(schema):
        return batch
    rows, names = batch.num_rows, batch.schema.names
    columns = [
        batch.column(field.name).cast(field.type) if field.name in names else pa.nulls(rows, field.type)
        for field in schema
    ]
    return pa.RecordBatch.from_arrays(columns, schema=schema)


def table_of(packed: Sequence[Packed], schema: pa.Schema = ROW_SCHEMA) -> pa.Table:
    """The table of rows from many messages, in their order; ``schema`` is that of all of them."""
    batches = []
    for (data, told), group in groupby(packed, key=lambda row: (row.data, row.schema)):
        own = pa.ipc.read_schema(pa.py_buffer(told)) if told else ROW_SCHEMA
        batch = pa.ipc.read_record_batch(pa.py_buffer(data), own)
        wanted = [row.at for row in group]
        whole = wanted == list(range(batch.num_rows))
        batches.append(fitted(batch if whole else batch.take(pa.array(wanted, pa.int32())), schema))
    return pa.Table.from_batches(batches, schema=schema).combine_chunks()
