"""What becomes of a page's outcome: it is compared with earlier ones, counted, written and remembered.

The order of a commit is the same for every sink: first rows on disk, then the manifest's transaction, then what
readers see. So a kill at any moment loses only what was not committed, and repeats nothing.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from msgspec.structs import replace

from newsclean.batch.dedup import original_of
from newsclean.batch.encode import encode
from newsclean.batch.faults import DatabaseFault
from newsclean.batch.manifest import Manifest
from newsclean.batch.records import CannotWrite, Outcome, Settings
from newsclean.batch.rows import copy_row
from newsclean.batch.sinks import Sink
from newsclean.batch.summary import Summary

__all__ = ["Keeper", "disk_told"]


@contextmanager
def disk_told(done: Callable[[], int] = int) -> Iterator[None]:
    """What the disk or a database refuses becomes a CannotWrite; ``done`` counts the inputs that have their row."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise CannotWrite(error, done()) from error
    except DatabaseFault as fault:
        raise CannotWrite(fault, done()) from None


class Keeper:
    """Takes outcomes; commits them when enough rows, bytes or seconds have gathered. ``told`` is called with each."""

    def __init__(
        self,
        settings: Settings,
        manifest: Manifest,
        sink: Sink,
        summary: Summary,
        told: Callable[[Outcome], None] | None = None,
    ) -> None:
        self.summary = summary
        self._told = told
        self._settings, self._manifest, self._sink = settings, manifest, sink
        self._rows = self._bytes = self._done = 0
        self._failed = False
        self._since = time.monotonic()

    def is_done(self, name: str, *, in_hand: bool) -> bool:
        """Whether the input has a row already, or is being worked on under the same name; such inputs are counted."""
        done = in_hand or self._manifest.is_done(name)
        self.summary.skipped += done
        return done

    def keep(self, outcomes: Iterable[Outcome]) -> None:
        """Take outcomes; a copy becomes a row that points to its original. Raises CannotWrite."""
        with self._writing():
            for outcome in outcomes:
                self._keep(outcome)
                if self._rows >= self._settings.commit_rows or self._bytes >= self._settings.commit_bytes:
                    self._commit()

    def _keep(self, outcome: Outcome) -> None:
        original = original_of(outcome, self._settings.dedup, self._manifest)
        self.summary.count(outcome, copy=original is not None)
        if original is not None:
            row = {**copy_row(outcome.input, outcome.url, outcome.doc_id, original), **outcome.kept}
            outcome = replace(outcome, payload=encode([(row, None)], self._settings.format)[0], layout=None)
        self._sink.add(outcome)
        self._manifest.mark_done(outcome.input)
        if self._told is not None:
            self._told(outcome)
        self._rows += 1
        self._bytes += outcome.payload.weight

    def tick(self) -> None:
        """Commit what has waited long enough."""
        if self._rows and time.monotonic() - self._since >= self._settings.commit_seconds:
            self.commit()

    def commit(self) -> None:
        """Make every row taken so far count. After a write that failed it does nothing: rows that are half written
        must not count. Raises CannotWrite."""
        if self._failed:
            return
        with self._writing():
            self._commit()

    def _commit(self) -> None:
        self._sink.flush(self._manifest)
        self._manifest.commit()
        self._done = self.summary.pages
        self._sink.publish(self._manifest)
        self._rows, self._bytes, self._since = 0, 0, time.monotonic()

    def finish(self) -> None:
        """Commit, and give the output its final form. Raises CannotWrite."""
        self.commit()
        with self._writing():
            self._sink.finish(self._manifest)
            self._manifest.commit()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with disk_told(lambda: self._done + self.summary.skipped):
                yield
        except CannotWrite:
            self._failed = True
            raise
