"""What a run remembers on disk: which inputs are done, which parts are complete, which articles were seen.

It is one SQLite file with one transaction, open from each commit to the next. So after a kill at any moment it says
what it said at the last commit. The rows themselves are in the sink.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from newsclean.batch.records import CannotRun, key_of

__all__ = ["Damaged", "Manifest"]

SCHEMA = (
    "CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS done (key BLOB PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS part (name TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS file (name TEXT PRIMARY KEY, key BLOB UNIQUE) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS print (key BLOB PRIMARY KEY, input TEXT) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS sketch (id INTEGER PRIMARY KEY, input TEXT, signature BLOB)",
    "CREATE TABLE IF NOT EXISTS band (key BLOB, id INTEGER, PRIMARY KEY (key, id)) WITHOUT ROWID",
)

_HELD = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)  # how SQLite says that another holds a file

CACHE = 4 << 10
"""Kilobytes that SQLite may cache. Keys are digests, so the next one is as likely to be anywhere: a cache that helps
would have to hold them all (24 bytes a page, 700 with ``near``), and the system caches the file anyway."""


class Damaged(CannotRun):
    """A file stands in the manifest's place that is none, or no longer is."""


class Manifest:
    """The memory of a run. Everything written is seen at once by reads, and durable after :meth:`commit`.

    Raises CannotRun when another run holds the file, and Damaged when it is no manifest. Memory is flat: what is
    remembered stays on disk.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = sqlite3.connect(path, isolation_level=None, timeout=0)
        try:
            self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = FULL")
            self._db.execute(f"PRAGMA cache_size = -{CACHE}")
            self._db.execute("BEGIN IMMEDIATE")
            for statement in SCHEMA:
                self._db.execute(statement)
            self.commit()
        except sqlite3.Error as error:
            self._db.close()
            if error.sqlite_errorcode & 0xFF in _HELD:
                raise CannotRun(f"another run is writing here ({path}: {error})") from error
            if error.sqlite_errorcode in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
                raise Damaged(f"{path} is damaged ({error}): start anew with --overwrite") from error
            raise
        if not path.exists():  # the run that held it has ended meanwhile, and took it away
            self._db.close()
            raise CannotRun(f"another run has ended here this moment ({path}): try again")

    def commit(self) -> None:
        """Make everything so far durable, and open the next transaction."""
        self._db.execute("COMMIT")
        self._db.execute("BEGIN IMMEDIATE")

    def close(self) -> None:
        """Let go of the file; what was not committed is forgotten."""
        self._db.close()

    def forget(self) -> None:
        """Remember nothing: the run starts anew."""
        for (table,) in self._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of the schema
        self.commit()

    def agree(self, settings: dict[str, str]) -> None:
        """Note how the run is set, or raise CannotRun when it was begun with other settings. Among them are the
        ``rules``, which runs of older versions did not note."""
        known = self.notes()
        if known:
            known.setdefault("rules", "of an older version")
        for name, value in settings.items():
            begun = known.setdefault(name, value)
            if begun != value:
                rest = "; start anew with --overwrite, or go on with the rules that began it"
                why = f"this run was begun with {name} {begun!r}, not {value!r}"
                raise CannotRun(why + rest * (name == "rules"))
        self._db.executemany("INSERT OR IGNORE INTO setting VALUES (?, ?)", settings.items())

    def is_done(self, name: str) -> bool:
        """Whether the input has its row already."""
        return self._one("SELECT 1 FROM done WHERE key = ?", key_of(name)) is not None

    def mark_done(self, name: str) -> None:
        """Remember that the input has its row."""
        self.mark_known(key_of(name))

    def mark_known(self, key: bytes) -> None:
        """Remember that the input with this key has its row."""
        self._db.execute("INSERT OR IGNORE INTO done VALUES (?)", (key,))

    def next_number(self) -> int:
        """A number no part of this output has had; given back when the run dies before the next commit."""
        number = int(str(self.noted("number") or 0)) + 1
        self.note("number", str(number))
        return number

    def note(self, name: str, value: str) -> None:
        """Remember a value under a name."""
        self._db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))

    def notes(self) -> dict[str, str]:
        """All values noted, by name."""
        return dict(self._db.execute("SELECT name, value FROM setting").fetchall())

    def noted(self, name: str) -> str | None:
        """The value noted last; None when there is none."""
        value = self._one("SELECT value FROM setting WHERE name = ?", name)
        return None if value is None else str(value)

    def add_part(self, name: str) -> None:
        """Remember a part that is whole on disk."""
        self._db.execute("INSERT OR IGNORE INTO part VALUES (?)", (name,))

    def forget_parts(self) -> None:
        """Remember no parts: they have been joined."""
        self._db.execute("DELETE FROM part")

    def parts(self) -> list[str]:
        """The parts that are whole, in the order they were written."""
        return [name for (name,) in self._db.execute("SELECT name FROM part ORDER BY name")]

    def claim_file(self, names: Iterator[str], owner: str) -> str:
        """The first of the names that no other input holds; an input that holds one keeps it."""
        key = key_of(owner)
        held = self._one("SELECT name FROM file WHERE key = ?", key)
        if held is not None:
            return str(held)
        name = next(name for name in names if self._one("SELECT 1 FROM file WHERE name = ?", name) is None)
        self._db.execute("INSERT INTO file VALUES (?, ?)", (name, key))
        return name

    def first_with(self, fingerprint: bytes, name: str) -> str | None:
        """The input this fingerprint came with first; None when it is this one."""
        self._db.execute("INSERT OR IGNORE INTO print VALUES (?, ?)", (fingerprint, name))
        first = self._one("SELECT input FROM print WHERE key = ?", fingerprint)
        return None if first == name else str(first)

    def sketches_in(self, bands: list[bytes]) -> Iterator[tuple[str, bytes]]:
        """Input and signature of everything that shares a band, each once, oldest first. Read it to its
        end before writing: SQLite shows a cursor rows that are added under it."""
        marks = ", ".join("?" * len(bands))
        query = (
            "SELECT input, signature FROM sketch WHERE id IN "  # noqa: S608 - question marks alone
            f"(SELECT id FROM band WHERE key IN ({marks})) ORDER BY id"
        )
        return iter(self._db.execute(query, bands))

    def add_sketch(self, name: str, signature: bytes, bands: list[bytes]) -> None:
        """Remember a signature under its bands."""
        query = "INSERT INTO sketch (input, signature) VALUES (?, ?)"
        number = self._db.execute(query, (name, signature)).lastrowid
        self._db.executemany("INSERT OR IGNORE INTO band VALUES (?, ?)", [(band, number) for band in bands])

    def _one(self, query: str, value: object) -> object:
        row = self._db.execute(query, (value,)).fetchone()
        return None if row is None else row[0]
