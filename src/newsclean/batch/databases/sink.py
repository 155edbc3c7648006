"""The sink of a run into a database, and the place where such a run begins and ends.

The manifest on disk is a copy, for quick answers: what counts is in the database, and a run that goes on, on whatever
machine, has it from there.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterator, Sequence
from contextlib import closing, suppress
from itertools import count
from pathlib import Path

from newsclean.batch.address import Database
from newsclean.batch.databases.columns import KEY, values_of
from newsclean.batch.databases.server import sqlite_file
from newsclean.batch.databases.store import Note, Store, Values
from newsclean.batch.dedup import remember
from newsclean.batch.encode import encode
from newsclean.batch.manifest import Damaged, Manifest
from newsclean.batch.place import Place
from newsclean.batch.records import CannotRun, Outcome, Record, Settings, key_of
from newsclean.batch.rows import error_row
from newsclean.batch.summary import Summary
from newsclean.errors import masked

__all__ = ["DatabasePlace", "DatabaseSink", "opened_place"]

_SETTING, _DONE = "setting:", "done:"  # before the names of notes
_ESCAPED = "\0\n\r\x1a\"'\\"  # characters that MySQL's drivers write as two
_GROUP = 100  # rows that are unpacked at once
_REST = 8_192  # bytes of a statement beside the values of a row


class DatabaseSink:
    """Rows of a table, upserted by their ``input`` in the transaction that notes them as done."""

    def __init__(self, store: Store, known: Container[str], numbers: Iterator[int], summary: Summary) -> None:
        self._store, self._known, self._numbers, self._summary = store, known, numbers, summary
        self._taken: list[Outcome] = []
        self._group: dict[str, Outcome] = {}  # what a row that is being written came of, by its key

    def reopen(self, manifest: Manifest) -> None:
        """Note how the run is set, unless that is noted."""
        new = {name: value for name, value in manifest.notes().items() if name not in self._known}
        self._store.write([], [self._note(f"{_SETTING}{name}", value) for name, value in new.items()], _same)

    def add(self, outcome: Outcome) -> None:
        """Take a row."""
        self._taken.append(outcome)

    def flush(self, manifest: Manifest) -> None:
        """Write the rows, and that they are done."""
        if self._taken:
            self._store.write(self._groups(), map(self._done, self._taken), self._refused)
            self._taken, self._group = [], {}

    def _groups(self) -> Iterator[Sequence[Values]]:
        """The rows, so many at once that those that are unpacked take little memory."""
        for start in range(0, len(self._taken), _GROUP):
            rows: dict[str, Values] = {}
            for outcome in self._taken[start : start + _GROUP]:
                row = self._row(outcome)
                rows[row[KEY]], self._group[row[KEY]] = row, outcome
            yield [*rows.values()]

    def _row(self, outcome: Outcome) -> Values:
        row = values_of(outcome.payload.data, self._store.dialect)
        most = self._store.most_bytes
        if _is_over(most, outcome.payload.data, row):
            return self._told(outcome, "too_large", f"it is longer than max_allowed_packet, {most:,} bytes")
        return row

    def _refused(self, row: Values, sentence: str) -> Values:
        return self._told(self._group[row[KEY]], "refused", sentence)

    def publish(self, manifest: Manifest) -> None:
        """Rows are seen once their transaction ends."""

    def finish(self, manifest: Manifest) -> None:
        """Nothing is left to do."""

    def _told(self, outcome: Outcome, kind: str, why: str) -> Values:
        """The row of an article that the database does not take."""
        self._summary.refuse(outcome, kind)
        row = error_row(outcome.input, outcome.url, kind, f"the database does not take the row: {why}")
        return values_of(encode([(row, None)], "database")[0].data, self._store.dialect)

    def _done(self, outcome: Outcome) -> Note:
        """The note of a row; with the first of its kind stands what copies are found by."""
        is_first = outcome.layout is not None and outcome.prints
        value = json.dumps([masked(outcome.input), outcome.prints[0].hex()]) if is_first else None
        return self._note(f"{_DONE}{key_of(outcome.input).hex()}", value)

    def _note(self, name: str, value: str | None) -> Note:
        return {"name": name, "number": next(self._numbers), "value": value}


def _same(row: Values, _sentence: str) -> Values:
    return row


class DatabasePlace:
    """Where a run into a database begins and ends. ``out`` is the file of an SQLite database, for inputs to leave
    out, or where there is a server a name in ``work``, the folder of the manifest's copy."""

    def __init__(self, store: Store, database: Database, out: Path, work: Path) -> None:
        self.out, self.work = out, work
        self._files = Place(out, False, False, work)
        self._store, self._database = store, database
        self._last = -1
        self._known: set[str] = set()  # the names of settings

    def take(self, inputs: Sequence[str], settings: Settings) -> Manifest:
        """The manifest of a run that may write here. Raises CannotRun where it may not, DatabaseFault where the
        database fails, and OSError or sqlite3.Error where the disk does."""
        self._files.refuse_inputs(inputs, anew=False)
        self.work.mkdir(parents=True, exist_ok=True)
        manifest = _emptied(self.work / "manifest.sqlite")
        try:
            self._store.take()
            if settings.overwrite and not settings.resume:
                self._store.forget()
            self._load(manifest, settings)
        except BaseException:
            with suppress(OSError):  # what is told is why the run did not begin
                self._files.leave(manifest)
            raise
        return manifest

    def _load(self, manifest: Manifest, settings: Settings) -> None:
        with closing(self._store.notes()) as notes:
            for name, number, value in notes:
                if not settings.resume:
                    raise CannotRun(
                        f"an earlier run into the table {self._database.table} of {self._database} is not finished, or "
                        "was begun with --resume: go on with --resume, or begin again with --overwrite, "
                        "which takes no row away"
                    )
                self._last = number
                self._learn(name, value, settings, manifest)

    def _learn(self, name: str, value: str | None, settings: Settings, manifest: Manifest) -> None:
        """Take a note into the manifest."""
        if name.startswith(_SETTING):
            self._known.add(name.removeprefix(_SETTING))
            manifest.note(name.removeprefix(_SETTING), value or "")
            return
        manifest.mark_known(bytes.fromhex(name.removeprefix(_DONE)))
        if value is not None:
            known, fingerprint = json.loads(value)
            remember(known, bytes.fromhex(fingerprint), settings.dedup, manifest)

    def sink(self, summary: Summary) -> DatabaseSink:
        """The sink of the run."""
        return DatabaseSink(self._store, self._known, count(self._last + 1), summary)

    def leave(self, manifest: Manifest) -> None:
        """The run is finished: nothing is remembered of it."""
        self._store.drop_progress()
        self._files.leave(manifest)

    def close(self) -> None:
        """Let go of the database."""
        self._store.close()

    def refusing(self, records: Iterator[Record]) -> Iterator[Record]:
        """The records, as long as none is the file of an SQLite database that the run writes into. Raises CannotRun."""
        return self._files.refusing(records)


def opened_place(database: Database, folder: Path) -> DatabasePlace:
    """The place of a run, with its connection open; ``folder`` is empty, and goes when the run ends. Raises CannotRun,
    MissingExtra and DatabaseFault."""
    file = sqlite_file(database)
    if file is None:
        return DatabasePlace(Store(database), database, folder / "rows", folder / "work")
    if not file.parent.is_dir():
        raise CannotRun(f"there is no folder {file.parent} for the database")
    # Beside the file, where the manifest is the lock as well.
    work = file.with_name(f"{file.name}.newsclean")
    Place(file, False, False, work).refuse_kind()
    return DatabasePlace(Store(database), database, file, work)


def _emptied(path: Path) -> Manifest:
    try:
        manifest = Manifest(path)
    except Damaged:
        path.unlink()
        return Manifest(path)
    manifest.forget()
    return manifest


def _is_over(most: int | None, data: bytes, row: Values) -> bool:
    """Whether a row, as a literal in a statement, is longer than a server takes. There quotes, backslashes and line
    ends count twice."""
    if most is None or 2 * len(data) + _REST < most:
        return False
    size = _REST
    for value in row.values():
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
        size += len(text.encode()) + sum(map(text.count, _ESCAPED))
    return size > most
