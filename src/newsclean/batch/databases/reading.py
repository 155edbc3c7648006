"""The rows of a table of articles, read back: the columns that are asked for, some hundred rows at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from newsclean.batch.address import Database
from newsclean.batch.databases.columns import KEY, articles_table
from newsclean.batch.databases.server import connected, sqlite_file, telling
from newsclean.batch.faults import CannotRun

__all__ = ["columns_of"]

_ROWS_AT_ONCE = 500


def columns_of(database: Database, wanted: Collection[str]) -> Iterator[dict[str, Any]]:
    """Of each row the columns that are wanted, those that there are, and ``length``: the characters of its text, which
    stays in the database. Raises CannotRun, MissingExtra and DatabaseFault."""
    file = sqlite_file(database)
    if file is not None and not file.exists():
        raise CannotRun("there is no such file")
    columns = articles_table(database.table).c
    names = [name for name in wanted if name in columns and name != "text"]
    with connected(database) as connection, telling(database, to="read"):
        length = sa.func.length if connection.dialect.name == "sqlite" else sa.func.char_length
        query = sa.select(*[columns[name] for name in names], length(columns.text)).order_by(columns[KEY])
        for values in connection.execution_options(yield_per=_ROWS_AT_ONCE).execute(query):
            yield dict(zip([*names, "length"], map(_aware, values), strict=True))


def _aware(value: Any) -> Any:
    """A value, a time with its zone: MySQL's have none, and are in UTC."""
    return value.replace(tzinfo=UTC) if isinstance(value, datetime) and value.tzinfo is None else value
