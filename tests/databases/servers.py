"""PostgreSQL and MariaDB from Debian's packages, each started on loopback in a folder of its own, by a user of its own:
neither runs as root.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

__all__ = ["PASSWORD", "WRITTEN", "Server", "mariadb", "postgresql"]

PASSWORD = "pa55:w/o@rd'{%}"  # noqa: S105 - of servers that live as long as a test
"""The password of the user ``zoe9``: characters that addresses, drivers and messages treat each in its way."""
WRITTEN = "pa55%3Aw%2Fo%40rd%27%7B%25%7D"
"""The same, as an address has it."""

_BINARIES = ["/usr/sbin", *map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True))]


def _program(name: str) -> str:
    """Where a program is. Debian keeps servers off the PATH."""
    found = shutil.which(name) or shutil.which(name, path=os.pathsep.join(_BINARIES))
    assert found, f"{name} is not installed: make test-databases installs it"
    return found


class Server:
    """A server that can be killed and started again. ``address`` makes the address of its database."""

    def __init__(self, kind: str, root: Path, user: str, command: list[str]) -> None:
        self.kind, self.root, self._user, self._command = kind, root, user, command
        self.port = _free_port()
        self._process: subprocess.Popen[bytes] | None = None

    def address(self, password: str | None = WRITTEN, name: str = "news", scheme: str | None = None) -> str:
        """The address of a database, with the password, or what stands for it."""
        secret = "" if password is None else f":{password}"
        return f"{scheme or self.kind}://zoe9{secret}@127.0.0.1:{self.port}/{name}"

    def start(self) -> None:
        """Start it, and wait until it answers on its port. After a kill that takes a few attempts: what it left has to
        end first."""
        command = [part.format(port=self.port, root=self.root) for part in self._command]
        for _ in range(300):
            if self._process is None or self._process.poll() is not None:
                with open(self.root / "log", "ab") as log:
                    self._process = subprocess.Popen(
                        _as(self._user, command), stdout=log, stderr=log, cwd=self.root
                    )
            time.sleep(0.1)
            with suppress(OSError):
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
        raise AssertionError((self.root / "log").read_text(errors="replace")[-2000:])

    def kill(self) -> None:
        """End it without a warning, as a power cut does."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End it as an administrator does, without waiting for those who are connected."""
        self._end(signal.SIGINT if self.kind == "postgresql" else signal.SIGTERM)

    def _end(self, number: signal.Signals) -> None:
        if self._process is None:
            return
        os.kill(self._process.pid, number)
        self._process.wait(60)
        self._process = None


def _as(user: str, command: list[str]) -> list[str]:
    """The command, run by this user where we are root."""
    if os.geteuid() != 0:
        return command
    return ["setpriv", f"--reuid={user}", f"--regid={user}", "--init-groups", *command]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def _folder(user: str) -> Iterator[Path]:
    """A folder that belongs to the server's user, and that it reaches: pytest's own are closed to others."""
    with TemporaryDirectory(prefix="newsclean-server-") as name:
        if os.geteuid() == 0:
            shutil.chown(name, user, user)
        yield Path(name)


@contextmanager
def postgresql() -> Iterator[Server]:
    """PostgreSQL with the databases news and latin, and the user zoe9, who owns them."""
    with _folder("postgres") as root, _running(_made_postgresql(root)) as server:
        latin = "CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0"
        _once_ready(server, "postgres", ["CREATE DATABASE news", latin])
        yield server


@contextmanager
def mariadb() -> Iterator[Server]:
    """MariaDB with the database news and the user zoe9, who may do anything."""
    with _folder("mysql") as root, _running(_made_mariadb(root)) as server:
        _once_ready(server, "news", ["SELECT 1"])
        yield server


@contextmanager
def _running(server: Server) -> Iterator[Server]:
    server.start()
    try:
        yield server
    finally:
        server.kill()


def _made_postgresql(root: Path) -> Server:
    (root / "password").write_text(PASSWORD)
    (root / "password").chmod(0o644)
    make = [_program("initdb"), "-D", f"{root}/data", "-U", "zoe9", "--pwfile", f"{root}/password"]
    _run(root, "postgres", [*make, "-A", "scram-sha-256", "-E", "UTF8", "--locale=C", "--no-sync"])
    # Without fsync: what is killed is the server, and not the machine.
    start = [
        _program("postgres"),
        "-F",
        "-D",
        "{root}/data",
        "-p",
        "{port}",
        "-h",
        "127.0.0.1",
        "-k",
        "{root}",
    ]
    return Server("postgresql", root, "postgres", start)


def _made_mariadb(root: Path) -> Server:
    quoted = PASSWORD.replace("'", "''")
    (root / "init.sql").write_text(
        "CREATE DATABASE IF NOT EXISTS news;\n"
        f"CREATE USER IF NOT EXISTS zoe9@'127.0.0.1' IDENTIFIED BY '{quoted}';\n"
        "GRANT ALL ON *.* TO zoe9@'127.0.0.1';\n"
    )
    (root / "init.sql").chmod(0o644)
    make = [_program("mariadb-install-db"), "--no-defaults", f"--datadir={root}/data", "--skip-test-db"]
    _run(root, "mysql", [*make, "--auth-root-authentication-method=normal"])
    start = [
        _program("mariadbd"),
        "--no-defaults",
        "--datadir={root}/data",
        "--socket={root}/socket",
        "--pid-file={root}/pid",
        "--port={port}",
        "--bind-address=127.0.0.1",
        "--skip-name-resolve",
        "--init-file={root}/init.sql",
        "--innodb-flush-log-at-trx-commit=2",
        "--innodb-buffer-pool-size=32M",
        "--max-allowed-packet=1M",
        "--character-set-server=latin1",  # what is stored must not depend on it
        "--sql-mode=",  # nor on a server that shortens what is too long
    ]
    return Server("mariadb", root, "mysql", start)


def _run(root: Path, user: str, command: list[str]) -> None:
    made = subprocess.run(_as(user, command), cwd=root, capture_output=True, text=True)
    assert made.returncode == 0, made.stdout + made.stderr


def _once_ready(server: Server, name: str, statements: list[str]) -> None:
    """Run statements as soon as the server lets its user in: it listens before it does."""
    import sqlalchemy

    scheme = "postgresql+psycopg" if server.kind == "postgresql" else "mariadb+pymysql"
    engine = sqlalchemy.create_engine(server.address(name=name, scheme=scheme), isolation_level="AUTOCOMMIT")
    for attempt in range(100):
        try:
            connection = engine.connect()
            break
        except sqlalchemy.exc.OperationalError:
            if attempt == 99:
                raise
            time.sleep(0.1)
    with connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()
