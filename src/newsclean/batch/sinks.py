"""Where rows go: one file joined from parts, partitioned Parquet, or an SQLite table.

All sinks keep one promise: ``flush`` puts rows on disk, the manifest's commit makes them count, ``publish`` shows
them; and each of these may be repeated after a kill without harm.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from pathlib import Path
from typing import IO, Protocol
from urllib.parse import quote

from newsclean.batch.durable import same_bytes, sync_folder, written_aside
from newsclean.batch.manifest import Manifest
from newsclean.batch.parts import PartFormat
from newsclean.batch.records import CannotRun, Outcome, Packed

__all__ = ["DocumentsFileSink", "FileSink", "PartitionSink", "Sink", "SqliteSink", "StreamSink"]

NO_PARTITION = "__HIVE_DEFAULT_PARTITION__"
"""What Hive, and every reader since, calls the partition of rows without a value."""


class Sink(Protocol):
    """Takes outcomes. It is called in this order: reopen, then again and again add …, flush, (the manifest's) commit,
    publish; at the end finish."""

    def reopen(self, manifest: Manifest) -> None:
        """Clear away what a killed run left half done, and make ready to take more rows."""

    def add(self, outcome: Outcome) -> None:
        """Take a row; nothing need be on disk yet."""

    def flush(self, manifest: Manifest) -> None:
        """Put every row taken on disk, where only the manifest's next commit makes it count."""

    def publish(self, manifest: Manifest) -> None:
        """Show what has been committed."""

    def finish(self, manifest: Manifest) -> None:
        """Give the output its final form. A later run may reopen it."""


class FileSink:
    """Rows in parts in the work folder; ``finish`` joins them to one file and renames it into place."""

    def __init__(self, out: Path, work: Path, form: PartFormat, suffix: str) -> None:
        self._out, self._work, self._form, self._suffix = out, work, form, suffix
        self._first = f"part-000000{suffix}"
        self._rows: list[Packed] = []

    def reopen(self, manifest: Manifest) -> None:
        """Drop parts that do not count. A file an earlier run finished becomes the first part of this one."""
        counted = {*manifest.parts()}
        for path in self._work.glob("part-*"):
            if path.name not in counted:
                path.unlink()
        if manifest.noted("finished"):
            if not self._out.exists():
                raise CannotRun(f"{self._out} was finished and is gone; start anew with --overwrite")
            with written_aside(self._work / self._first) as aside:
                same_bytes(self._out, aside)
            manifest.add_part(self._first)
            manifest.note("finished", "")

    def add(self, outcome: Outcome) -> None:
        """Take a row."""
        self._rows.append(outcome.payload)

    def flush(self, manifest: Manifest) -> None:
        """Write a part."""
        if self._rows:
            name = f"part-{manifest.next_number():06d}{self._suffix}"
            with written_aside(self._work / name) as aside:
                self._form.write(aside, self._rows)
            sync_folder(self._work)
            manifest.add_part(name)
            self._rows = []

    def publish(self, manifest: Manifest) -> None:
        """Parts are shown when they are joined."""

    def finish(self, manifest: Manifest) -> None:
        """Join the parts, unless nothing was added to the file they came from."""
        parts = manifest.parts()
        if parts != [self._first]:
            with written_aside(self._out) as aside:
                self._form.join([self._work / name for name in parts], aside)
            sync_folder(self._out.parent)
        manifest.forget_parts()
        manifest.note("finished", "yes")
        manifest.commit()
        for name in parts:
            (self._work / name).unlink()


class DocumentsFileSink(FileSink):
    """Articles as documents, one below the other; copies and errors are no documents, and are counted alone."""

    def add(self, outcome: Outcome) -> None:
        """Take an article."""
        if outcome.layout is not None:
            super().add(outcome)


class StreamSink:
    """Rows, or documents with something ``between`` them, poured into a stream that begins with ``head``. What was
    written can't be taken back: a run into a stream cannot go on."""

    def __init__(self, stream: IO[bytes], head: bytes = b"", between: str | None = None) -> None:
        self._stream, self._head = stream, head
        self._between = None if between is None else between.encode()
        self._rows: list[Packed] = []

    def reopen(self, manifest: Manifest) -> None:
        """Write what the stream begins with."""
        self._stream.write(self._head)

    def add(self, outcome: Outcome) -> None:
        """Take a row, or an article where documents are written."""
        if self._between is None or outcome.layout is not None:
            self._rows.append(outcome.payload)

    def flush(self, manifest: Manifest) -> None:
        """Write the rows."""
        for row in self._rows:
            self._stream.write(self._apart + row.data)
            self._apart = self._between or b""
        self._stream.flush()
        self._rows = []

    _apart = b""

    def publish(self, manifest: Manifest) -> None:
        """They are seen already."""

    def finish(self, manifest: Manifest) -> None:
        """Nothing is left to do."""


class PartitionSink:
    """Parquet files in folders ``day=2024-01-31`` or ``section=…``, readable at every moment.

    The first channel's folder is called ``section``: ``channel`` is a column of the rows, the whole
    breadcrumb, and a folder of that name would hide it from readers that know Hive's layout.
    """

    def __init__(self, out: Path, key: str | None, form: PartFormat) -> None:
        self._out, self._key, self._form = out, key, form
        self._rows: dict[str | None, list[Packed]] = defaultdict(list)

    def reopen(self, manifest: Manifest) -> None:
        """Drop parts that do not count."""
        counted = {*manifest.parts()}
        for path in self._out.rglob("part-*.parquet*"):
            if path.relative_to(self._out).as_posix() not in counted:
                path.unlink()

    def add(self, outcome: Outcome) -> None:
        """Take a row."""
        self._rows[outcome.partition if self._key else None].append(outcome.payload)

    def flush(self, manifest: Manifest) -> None:
        """Write a part in the folder of every partition that has new rows."""
        number = manifest.next_number() if self._rows else 0
        for value, rows in self._rows.items():
            folder = self._folder(value)
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / f"part-{number:06d}.parquet"
            with written_aside(path) as aside:
                self._form.write(aside, rows)
            sync_folder(folder)
            manifest.add_part(path.relative_to(self._out).as_posix())
        self._rows.clear()

    def publish(self, manifest: Manifest) -> None:
        """Parts stand in their place from the start."""

    def finish(self, manifest: Manifest) -> None:
        """Nothing is left to do."""

    def _folder(self, value: str | None) -> Path:
        if self._key is None:
            return self._out
        return self._out / f"{self._key}={NO_PARTITION if value is None else quote(value, safe='')}"


class SqliteSink:
    """A table ``article``, a row an input: the columns one asks for, and the whole row as JSON."""

    COLUMNS = ("input", "url", "doc_id", "title", "published_at", "source", "layout", "text", "duplicate_of")

    def __init__(self, out: Path) -> None:
        self._db = sqlite3.connect(out)
        texts = ", ".join(f"{name} TEXT" for name in self.COLUMNS[1:])
        self._db.execute(
            f"CREATE TABLE IF NOT EXISTS article (input TEXT PRIMARY KEY, {texts},"
            " error_kind TEXT, error_message TEXT, json TEXT)"
        )
        self._rows: list[Packed] = []

    def reopen(self, manifest: Manifest) -> None:
        """SQLite rolls back what a kill left half done."""

    def add(self, outcome: Outcome) -> None:
        """Take a row."""
        self._rows.append(outcome.payload)

    def flush(self, manifest: Manifest) -> None:
        """Write the rows in one transaction; a row of the same input is replaced."""
        self.write()

    def write(self) -> None:
        """Write the rows taken, in one transaction."""
        marks = ", ".join("?" * (len(self.COLUMNS) + 3))
        with self._db:
            self._db.executemany(
                f"INSERT OR REPLACE INTO article VALUES ({marks})",  # noqa: S608 - question marks alone
                map(self._values, self._rows),
            )
        self._rows = []

    def publish(self, manifest: Manifest) -> None:
        """Rows are seen once their transaction ends."""

    def finish(self, manifest: Manifest) -> None:
        """Close the database."""
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def _values(self, packed: Packed) -> tuple[str | None, ...]:
        row = json.loads(packed.data)
        error = row["error"] or {}
        named = tuple(row.get(name) for name in self.COLUMNS)
        return (*named, error.get("kind"), error.get("message"), packed.data.decode().rstrip("\n"))
