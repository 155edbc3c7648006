"""The databases that rows go to: PostgreSQL, MariaDB and SQLite, each with a table of its own for each test."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from databases import servers
from databases.servers import Server

sys.path.insert(
    0, str(Path(__file__).parents[1] / "batch")
)  # runs.py and stand_in.py, of the tests of batches

HERE = Path(__file__).parent
DRIVERS = {"postgresql": "postgresql+psycopg", "mariadb": "mariadb+pymysql"}


class Target:
    """A database and a table in it, looked at as its users do. ``server`` is None for SQLite."""

    def __init__(self, kind: str, address: str, server: Server | None) -> None:
        self.kind, self.address, self.server = kind, address, server
        self.settings: dict[str, Any] = {"format": "database", "commit_rows": 20, "jobs": 1}
        scheme, _, rest = address.partition("://")
        self._engine = sa.create_engine(f"{DRIVERS.get(scheme, scheme)}://{rest}", poolclass=sa.NullPool)

    def ask(self, query: str, **values: Any) -> list[Any]:
        """The rows of a query."""
        with self._engine.begin() as connection:
            found = connection.execute(sa.text(query), values)
            return [dict(row) for row in found.mappings()] if found.returns_rows else []

    def tables(self) -> list[str]:
        """The names of the tables that a run made."""
        return sorted(
            name for name in sa.inspect(self._engine).get_table_names() if name.startswith("articles")
        )

    def inputs(self) -> list[str]:
        """The inputs that have a row, sorted."""
        return sorted(row["input"] for row in self.ask("SELECT input FROM articles"))

    def articles(self) -> dict[str, dict[str, Any]]:
        """The rows, as SQLAlchemy reads them with the types of the table, by input."""
        table = sa.Table("articles", sa.MetaData(), autoload_with=self._engine)
        with self._engine.connect() as connection:
            return {row["input"]: dict(row) for row in connection.execute(table.select()).mappings()}

    def clear(self) -> None:
        """Drop what a test left."""
        for name in self.tables():
            self.ask(f"DROP TABLE {name}")


Started = Callable[[str], Server]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs a server, but where ``make test-databases`` asks for it."""
    served = [] if os.environ.get("NEWSCLEAN_SERVERS") else [item for item in items if _needs_server(item)]
    items[:] = [item for item in items if item not in set(served)]
    config.hook.pytest_deselected(items=served)


def _needs_server(item: pytest.Item) -> bool:
    given = (
        item.callspec.params.values()
        if isinstance(item, pytest.Function) and hasattr(item, "callspec")
        else ()
    )
    return item.path.parent == HERE and any(kind in given for kind in DRIVERS)


@pytest.fixture(scope="session")
def started() -> Iterator[Started]:
    """Gives the server of a kind: started when it is asked for first, and running to the end."""
    with ExitStack() as stack:
        yield cache(lambda kind: stack.enter_context(getattr(servers, kind)()))


def target(kind: str, started: Started, folder: Path) -> Target:
    """A database of a kind, with no tables in it."""
    if kind == "sqlite":
        return Target(kind, f"sqlite:///{folder / 'news.db'}", None)
    server = started(kind)
    found = Target(kind, server.address(), server)
    found.clear()
    return found


@pytest.fixture(params=["postgresql", "mariadb", "sqlite"])
def database(request: pytest.FixtureRequest, started: Started, tmp_path: Path) -> Target:
    """Each database."""
    return target(request.param, started, tmp_path)


@pytest.fixture(params=["postgresql", "mariadb"])
def served(request: pytest.FixtureRequest, started: Started, tmp_path: Path) -> Target:
    """Each database that has a server."""
    return target(request.param, started, tmp_path)
