"""The rows that a batch wrote into a database, read back for a report."""

from __future__ import annotations

import os
from collections.abc import Iterator

from msgspec import ValidationError, convert

from newsclean.batch.address import TABLE, Database
from newsclean.batch.faults import CannotRun, DatabaseFault
from newsclean.batch.optional import need
from newsclean.drift.row import Row
from newsclean.errors import InputError

__all__ = ["name_of", "rows_of_database"]


def name_of(output: str | os.PathLike[str]) -> str:
    """What an output is called in a report: its path, or a database's address without its user and password."""
    return _told(str(output)) if "://" in str(output) else str(output)


def rows_of_database(address: str) -> Iterator[Row]:
    """The rows of the table of an address, as ``postgresql://db.example/news``: of ``articles``, or of the one that is
    named behind ``#``. Raises InputError ("file"), which tells no password, and MissingExtra."""
    need("sqlalchemy", "sql")
    from newsclean.batch.databases.reading import columns_of

    try:
        for columns in columns_of(_database(address), Row.__struct_fields__):
            yield convert(columns, Row)
    except (CannotRun, DatabaseFault) as error:
        raise InputError("file", str(error), url=_told(address)) from None
    except ValidationError as error:
        why = f"the table holds what is no row of newsclean's: {error}"
        raise InputError("file", why, url=_told(address)) from error


def _database(address: str) -> Database:
    address, _, table = address.partition("#")
    return Database(address, table or TABLE)


def _told(address: str) -> str:
    try:
        return str(_database(address))
    except CannotRun:
        return f"{address.partition('://')[0]}://***"
