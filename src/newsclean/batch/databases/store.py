"""The two tables of a run, and what is done with them: they are made or looked at, read at the start, and written in
one transaction a commit.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from newsclean.batch.address import Database
from newsclean.batch.databases.columns import COLUMNS, KEY, MYSQL, articles_table, progress_table
from newsclean.batch.databases.server import connected, locked, sentence_of, telling
from newsclean.batch.faults import CannotRun

__all__ = ["Note", "Store", "Values"]

Values = dict[str, Any]
"""A row, by column."""
Note = dict[str, Any]
"""What is remembered of a run: ``name``, ``number`` (the order) and ``value``."""

_READ_AT_ONCE = 10_000  # notes


class Store:
    """The tables of a database, over one connection. All methods raise DatabaseFault."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._articles, self._progress = articles_table(database.table), progress_table(database.table)
        self._connection = connected(database)
        self.dialect = self._connection.dialect.name
        self._upsert = _upsert(self._articles, self.dialect)
        self.most_bytes: int | None = None
        """The bytes of a statement that the server takes; None where it sets no limit that a row could meet. Known once
        the table is taken."""

    def close(self) -> None:
        """Let go of the connection, and of the lock with it."""
        with suppress(SQLAlchemyError):  # it may be broken already
            self._connection.close()

    def take(self) -> None:
        """Get the lock, make the tables where they are missing, and look at them where they are there. Raises CannotRun
        where another run is writing, or a table is of another shape."""
        with self._reading():
            if self.dialect != "sqlite" and not locked(self._connection, self._database.table):
                raise CannotRun(
                    f"another run is writing into the table {self._database.table} of {self._database}"
                )
            there = sa.inspect(self._connection).has_table(self._articles.name, schema=self._articles.schema)
            if there:
                self._look()
            if self.dialect in MYSQL:
                asked = self._connection.exec_driver_sql("SELECT @@max_allowed_packet")
                self.most_bytes = int(asked.scalar_one())
        with self._writing():
            self._articles.create(self._connection, checkfirst=True)
            self._progress.create(self._connection, checkfirst=True)

    def _look(self) -> None:
        """Raises CannotRun for a table of another shape."""
        name, schema = self._articles.name, self._articles.schema
        seen = sa.inspect(self._connection)
        columns = {column["name"]: column["type"] for column in seen.get_columns(name, schema=schema)}
        wrong = [column for column, kind in _KINDS.items() if _family(columns.get(column)) not in kind]
        if wrong:
            why = (
                f"has no column {wrong[0]}"
                if wrong[0] not in columns
                else f"has a column {wrong[0]} of another type"
            )
        elif seen.get_pk_constraint(name, schema=schema)["constrained_columns"] != [KEY]:
            why = f"has another primary key than {KEY}"
        elif self.dialect in MYSQL and not self._has_transactions():
            why = "is of an engine without transactions; rows go into InnoDB"
        else:
            return
        raise CannotRun(
            f"the table {self._database.table} of {self._database} is of another shape: it {why}; name another with "
            "--table"
        )

    def _has_transactions(self) -> bool:
        asked = sa.text(
            "SELECT engine FROM information_schema.tables "
            "WHERE table_schema = COALESCE(:schema, DATABASE()) AND table_name = :name"
        )
        named = {"schema": self._articles.schema, "name": self._articles.name}
        return str(self._connection.execute(asked, named).scalar()).lower() == "innodb"

    def notes(self) -> Generator[tuple[str, int, str | None]]:
        """Everything remembered, oldest first. Who does not read it to its end has to close it."""
        columns = (self._progress.c.name, self._progress.c.number, self._progress.c.value)
        asked = sa.select(*columns).order_by(self._progress.c.number)
        chunked = {"yield_per": _READ_AT_ONCE}
        with self._reading(), self._connection.execute(asked, execution_options=chunked) as found:
            yield from (tuple(row) for row in found)

    def forget(self) -> None:
        """Remember nothing; the rows of articles stay."""
        with self._writing():
            self._connection.execute(sa.delete(self._progress))

    def drop_progress(self) -> None:
        """Take the table of what was done away: the run is finished."""
        with self._writing():
            self._progress.drop(self._connection, checkfirst=True)

    def write(
        self,
        groups: Iterable[Sequence[Values]],
        notes: Iterable[Note],
        instead: Callable[[Values, str], Values],
    ) -> None:
        """Rows, in groups of one at least, and notes, in one transaction. ``instead`` gives the row for one that the
        server refuses, with what it said; where that is refused too, the fault is none of the row's."""
        with self._writing():
            for rows in groups:
                self._put(rows, instead)
            if noted := [*notes]:
                self._connection.execute(sa.insert(self._progress), noted)

    def _put(self, rows: Sequence[Values], instead: Callable[[Values, str], Values]) -> None:
        if self.dialect == "sqlite":  # takes whatever a row can hold
            self._connection.execute(self._upsert, rows)
        elif self._refusal(rows) is not None:
            for row in rows:
                sentence = self._refusal([row])
                if sentence is not None:
                    self._connection.execute(self._upsert, instead(row, sentence))

    def _refusal(self, rows: Sequence[Values]) -> str | None:
        """Put the rows into the table, or none of them: then it is what the server said."""
        try:
            with self._connection.begin_nested():
                self._connection.execute(self._upsert, rows)
        except DBAPIError as error:
            if error.connection_invalidated:
                raise
            return sentence_of(error, self._database)
        return None

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with telling(self._database), self._connection.begin():
            yield

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with telling(self._database):
            yield
            self._connection.rollback()


def _upsert(table: sa.Table, dialect: str) -> Any:
    """The statement that puts a row in the place of the one with its key, or adds it."""
    names = [column for column in COLUMNS if column != "input"]
    if dialect in MYSQL:
        added = mysql.insert(table)
        return added.on_duplicate_key_update({name: added.inserted[name] for name in names})
    insert = (postgresql if dialect == "postgresql" else sqlite).insert(table)
    changed = {name: insert.excluded[name] for name in names}
    return insert.on_conflict_do_update(index_elements=[KEY], set_=changed)


def _family(kind: Any) -> str:
    """What sort of values a type holds, however a database calls it."""
    families = (
        (sa.JSON, "json"),
        (sa.String, "text"),
        (sa.DateTime, "time"),
        (sa.Numeric, "number"),
    )
    return next((family for known, family in families if isinstance(kind, known)), "")


def _families(kind: Any) -> tuple[str, ...]:
    """The families in which a column of this type may be told: MariaDB's JSON is a text, SQLite's times are."""
    family = _family(kind)
    return (family, "text") if family in ("json", "time") else (family,)


_KINDS = {KEY: ("text",), **{name: _families(kind) for name, kind in COLUMNS.items()}}
