"""The connection of a run: one, on which it reads, writes and holds its lock, so that whoever loses one has lost all.

What a driver raises is never shown as it is: it may quote the address. It becomes a DatabaseFault in one line.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from newsclean.batch.address import Database
from newsclean.batch.databases.columns import MYSQL
from newsclean.batch.faults import CannotRun, DatabaseFault
from newsclean.batch.optional import MissingExtra
from newsclean.errors import to_install

__all__ = ["connected", "locked", "sentence_of", "sqlite_file", "telling"]

# A driver that warns of what it is about to raise would say it twice, and in its own words.
logging.getLogger("psycopg").addHandler(logging.NullHandler())

_DRIVERS = {"postgresql": "psycopg", "mysql": "pymysql", "mariadb": "pymysql", "sqlite": "pysqlite"}
_EXTRAS = {"psycopg": "postgresql", "pymysql": "mysql"}
"""The extra that brings a driver; what is not here is installed by its own name."""
_PATIENCE = 5.0
"""Seconds to wait for another run's lock: so long may a server need to notice that the run was killed."""
_CONNECT = 10  # seconds, unless the address says otherwise


def url_of(database: Database) -> sa.URL:
    """The address as SQLAlchemy has it, with the driver that is ours where none is named. Raises CannotRun."""
    filled = database.filled()
    try:
        url = sa.make_url(filled)
    except (ArgumentError, ValueError):  # a port that is no number; SQLAlchemy may quote the address
        raise CannotRun(f"{database} is no address of a database") from None
    _, plus, driver = url.drivername.lower().partition("+")
    return url.set(drivername=f"{database.kind}+{driver if plus else _DRIVERS[database.kind]}")


def sqlite_file(database: Database) -> Path | None:
    """The file of an SQLite database; None for databases that have a server. Raises CannotRun for one in memory."""
    if database.kind != "sqlite":
        return None
    name = url_of(database).database
    if not name or name == ":memory:" or name.startswith("file:"):
        raise CannotRun(
            "an SQLite database is named by its file: sqlite:///news.db, or sqlite:////data/news.db"
        )
    return Path(name).resolve()


def connected(database: Database) -> sa.Connection:
    """A connection, set so that texts of every script are stored whole or not at all. Raises CannotRun, MissingExtra
    and DatabaseFault."""
    url = url_of(database)
    try:
        engine = sa.create_engine(
            url,
            poolclass=NullPool,
            hide_parameters=True,
            json_serializer=partial(json.dumps, ensure_ascii=False),
            **_options(url),
        )
    except NoSuchModuleError:
        raise CannotRun(f"SQLAlchemy knows no {url.drivername}") from None
    except ImportError as error:
        raise _missing(database, url, error) from None
    if engine.dialect.is_async:
        raise CannotRun(
            f"{url.drivername} is a driver for asynchronous programs: leave it out, or name another"
        )
    with telling(database, "connect"), ExitStack() as undone:
        try:
            connection = undone.enter_context(engine.connect())
        except (TypeError, ValueError) as error:  # an option that the driver has not, or a value that is none
            raise CannotRun(
                f"{url.drivername} does not take an option: {database.told(str(error))}"
            ) from None
        _set(connection)
        connection.rollback()
        undone.pop_all()
    return connection


def _options(url: sa.URL) -> dict[str, Any]:
    """Arguments of a driver: what the address says wins, but for the encoding."""
    dialect, _, driver = url.drivername.partition("+")
    if dialect == "sqlite":
        return {}
    given = {name.lower() for name in url.query}
    wait = {} if "connect_timeout" in given or driver not in _EXTRAS else {"connect_timeout": _CONNECT}
    if dialect in MYSQL:
        return {"connect_args": wait | {"charset": "utf8mb4"}}
    encoded = {"client_encoding": "utf8"} if driver in ("psycopg", "psycopg2") else {}
    return {"connect_args": wait, **encoded}


def _missing(database: Database, url: sa.URL, error: ImportError) -> MissingExtra:
    driver = url.drivername.partition("+")[2]
    if isinstance(error, ModuleNotFoundError):
        extra, name = _EXTRAS.get(driver), str(error.name)
        told = f" (the extra {extra})" if extra else ""
        how = to_install(extra, name) if extra else f"pip install {name}"
        return MissingExtra(f"{name} is not installed{told}; install it with: {how}")
    return MissingExtra(f"{driver} cannot be loaded: {database.told(str(error))}")


def _set(connection: sa.Connection) -> None:
    """Have the session refuse what it can't store, and not shorten it. Raises CannotRun."""
    if connection.dialect.name == "postgresql":
        encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
        if encoding != "UTF8":
            raise CannotRun(f"the database has the encoding {encoding}, and articles need UTF8")
    elif connection.dialect.name in MYSQL:
        connection.exec_driver_sql("SET SESSION sql_mode = CONCAT(@@sql_mode, ',STRICT_ALL_TABLES')")


def locked(connection: sa.Connection, table: str) -> bool:
    """Whether this connection has the lock of the table's runs, and keeps it as long as it lasts. A killed run's
    goes when the server has ended what that run began, its last commit too."""
    take = {"postgresql": _locked_postgresql, **dict.fromkeys(MYSQL, _locked_mysql)}
    held = take[connection.dialect.name](connection, f"newsclean {connection.engine.url.database} {table}")
    connection.rollback()
    return held


def _locked_postgresql(connection: sa.Connection, name: str) -> bool:
    number = int.from_bytes(sha256(name.encode()).digest()[:8], signed=True)
    until = time.monotonic() + _PATIENCE
    asked = sa.select(sa.func.pg_try_advisory_lock(sa.cast(sa.literal(number), sa.BigInteger)))
    while not connection.execute(asked).scalar_one():
        if time.monotonic() > until:
            return False
        time.sleep(0.1)
    return True


def _locked_mysql(connection: sa.Connection, name: str) -> bool:
    asked = sa.select(sa.func.get_lock(sha256(name.encode()).hexdigest()[:60], _PATIENCE))
    return bool(connection.execute(asked).scalar_one() == 1)


@contextmanager
def telling(
    database: Database, kind: Literal["connect", "refused"] = "refused", to: str = "written"
) -> Iterator[None]:
    """What a driver or SQLAlchemy raises becomes a DatabaseFault of this kind, or of the kind ``lost``; ``to`` says
    what was being done."""
    try:
        yield
    except SQLAlchemyError as error:
        said = f"({database}: {sentence_of(error, database)})"
        if kind == "connect":
            raise DatabaseFault(kind, f"the database cannot be opened {said}") from None
        if isinstance(error, DBAPIError) and error.connection_invalidated:
            raise DatabaseFault("lost", f"the connection to the database broke {said}") from None
        raise DatabaseFault(kind, f"the database cannot be {to} {said}") from None


def sentence_of(error: SQLAlchemyError, database: Database) -> str:
    """What the driver says, in one line and without secrets."""
    said: BaseException = getattr(error, "orig", None) or error
    # MySQL's drivers give a number and a sentence.
    _, *rest = said.args or ("",)
    text = rest[0] if rest and isinstance(rest[0], str) else str(said)
    return database.told(text) or type(said).__name__
