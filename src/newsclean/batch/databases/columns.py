"""The table of articles: the columns of the Arrow schema, with nested ones as JSON, and the values of a row for them.

A row is known by its ``input``, of any length; no database can index such a text, so the key is its SHA-256, which
SQL can work out too.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import mysql, postgresql

from newsclean.batch.rows import NAMES, Row

__all__ = ["COLUMNS", "KEY", "MYSQL", "articles_table", "progress_table", "values_of"]

KEY = "input_sha256"
"""The key of the table: the SHA-256 of ``input`` in UTF-8, as 64 hexadecimal digits."""
MYSQL = ("mysql", "mariadb")
"""The dialects of MySQL's kin."""

_NUL, _SHOWN = "\0", "\ufffd"  # PostgreSQL's texts hold no NUL; what stands in its place, in every database

_TEXT = sa.Text().with_variant(mysql.LONGTEXT(), *MYSQL)
_NESTED = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
# MySQL's times have no zone, and SQLite has no times: there they are in UTC, and text with its offset.
_TIME = (
    sa.DateTime(timezone=True).with_variant(mysql.DATETIME(fsp=6), *MYSQL).with_variant(sa.Text(), "sqlite")
)

COLUMNS: dict[str, Any] = {
    "input": _TEXT,
    "title": _TEXT,
    "blocks": _NESTED,
    "layout": _TEXT,
    "kind": _TEXT,
    "url": _TEXT,
    "doc_id": _TEXT,
    "original_title": _TEXT,
    "published_at": _TIME,
    "modified_at": _TIME,
    "published_raw": _TEXT,
    "source": _TEXT,
    "source_url": _TEXT,
    "authors": _NESTED,
    "editor": _TEXT,
    "keywords": _NESTED,
    "channel": _NESTED,
    "description": _TEXT,
    "lead_image": _TEXT,
    "symbols": _NESTED,
    "related": _NESTED,
    "comment_id": _TEXT,
    "mobile_url": _TEXT,
    "language": _TEXT,
    "encoding": _TEXT,
    "encoding_from": _TEXT,
    "route": _TEXT,
    "removals": _NESTED,
    "confidence": sa.Double(),
    "evidence": _NESTED,
    "warnings": _NESTED,
    "extra": _TEXT,  # a JSON text, as in Arrow: other people's YAML may be too deep for a database's own type
    "rules": _TEXT,
    "text": _TEXT,
    "html": _TEXT,
    "images": _NESTED,
    "error": _NESTED,
    "duplicate_of": _TEXT,
    "kept": _TEXT,
}
"""The columns of ``newsclean.batch.arrow_schema.ROW_SCHEMA``, then ``kept``: what came in beside the pages, as a JSON
text."""

_OPTIONS: dict[str, Any] = {
    f"{dialect}_{name}": value
    for dialect in MYSQL
    for name, value in (("engine", "InnoDB"), ("charset", "utf8mb4"), ("collate", "utf8mb4_bin"))
}


def articles_table(name: str) -> sa.Table:
    """The table of articles, of this name, which may have a schema's before it."""
    columns = [sa.Column(column, kind, nullable=column != "input") for column, kind in COLUMNS.items()]
    return _table(name, sa.Column(KEY, sa.String(64), primary_key=True), *columns)


def progress_table(name: str) -> sa.Table:
    """The table of what a run has done, beside that of its articles. It is there while a run is not finished, and stays
    for one that is to be added to."""
    columns = (
        sa.Column("name", sa.String(128), primary_key=True),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("value", _TEXT),
    )
    return _table(f"{name}_progress", *columns)


def _table(name: str, *columns: sa.Column[Any]) -> sa.Table:
    schema, _, bare = name.rpartition(".")
    return sa.Table(bare, sa.MetaData(), *columns, schema=schema or None, **_OPTIONS)


def values_of(data: bytes, dialect: str) -> dict[str, Any]:
    """The values of an encoded row, by column. A NUL becomes U+FFFD, which ``warnings`` says."""
    row: Row = json.loads(data)
    if b"\\u0000" in data:
        row = _without_nul(row)
    values: dict[str, Any] = {name: row.get(name) for name in COLUMNS}
    for name in ("published_at", "modified_at"):
        told = row.get(name)
        values[name] = _TIMES.get(dialect, _zoned)(told) if told else None
    kept = {name: row[name] for name in row if name not in NAMES}
    values["extra"], values["kept"] = _json(row.get("extra")), _json(kept)
    values[KEY] = sha256(row["input"].encode()).hexdigest()
    return values


def _json(value: Any) -> str | None:
    """Anything that JSON holds as a text, in which a NUL is an escape; None for nothing."""
    return json.dumps(value, ensure_ascii=False) if value else None


def _without_nul(row: Row) -> Row:
    exempt = row.keys() - NAMES | {"extra"}  # they stand in a text of JSON, where it is an escape
    changed = {name: value if name in exempt else _replaced(value) for name, value in row.items()}
    named = [name for name in row if changed[name] != row[name]]
    if named and changed.get("warnings") is not None:
        changed["warnings"].append(f"NUL characters are U+FFFD in the database: {', '.join(named)}")
    return changed


def _replaced(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace(_NUL, _SHOWN)
    if isinstance(value, list):
        return [_replaced(each) for each in value]
    if isinstance(value, dict):
        return {_replaced(name): _replaced(each) for name, each in value.items()}
    return value


_zoned = datetime.fromisoformat


def _in_utc(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC).replace(tzinfo=None)


_TIMES: dict[str, Callable[[str], Any]] = {"sqlite": str, **dict.fromkeys(MYSQL, _in_utc)}
