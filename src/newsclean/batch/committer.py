"""What becomes of a page's outcome: it is compared with earlier ones, counted, written and remembered.

The order of a commit is the same for every sink: first rows on disk, then the manifest's transaction, then what
readers see. So a kill at any moment loses only what was not committed, and repeats nothing.
"""

from __future__ import annotations

import time

from msgspec.structs import replace

from newsclean.batch.dedup import original_of
from newsclean.batch.encode import encode
from newsclean.batch.manifest import Manifest
from newsclean.batch.records import Outcome, Settings
from newsclean.batch.rows import copy_row
from newsclean.batch.sinks import Sink
from newsclean.batch.summary import Summary

__all__ = ["Keeper"]


class Keeper:
    """Takes outcomes; commits them when enough rows, bytes or seconds have gathered."""

    def __init__(self, settings: Settings, manifest: Manifest, sink: Sink) -> None:
        self.summary = Summary()
        self._settings, self._manifest, self._sink = settings, manifest, sink
        self._rows = self._bytes = 0
        self._since = time.monotonic()

    def is_done(self, name: str, *, in_hand: bool) -> bool:
        """Whether the input has a row already, or is being worked on under the same name; such inputs are counted."""
        done = in_hand or self._manifest.is_done(name)
        self.summary.skipped += done
        return done

    def keep(self, outcome: Outcome) -> None:
        """Take an outcome; a copy becomes a row that points to its original."""
        original = original_of(outcome, self._settings.dedup, self._manifest)
        self.summary.count(outcome, copy=original is not None)
        if original is not None:
            row = copy_row(outcome.input, outcome.url, outcome.doc_id, original)
            outcome = replace(outcome, payload=encode([(row, None)], self._settings.format)[0], layout=None)
        self._sink.add(outcome)
        self._manifest.mark_done(outcome.input)
        self._rows += 1
        self._bytes += outcome.payload.weight
        if self._rows >= self._settings.commit_rows or self._bytes >= self._settings.commit_bytes:
            self.commit()

    def tick(self) -> None:
        """Commit what has waited long enough."""
        if self._rows and time.monotonic() - self._since >= self._settings.commit_seconds:
            self.commit()

    def commit(self) -> None:
        """Make every row taken so far count."""
        self._sink.flush(self._manifest)
        self._manifest.commit()
        self._sink.publish(self._manifest)
        self._rows, self._bytes, self._since = 0, 0, time.monotonic()

    def finish(self) -> None:
        """Commit, and give the output its final form."""
        self.commit()
        self._sink.finish(self._manifest)
        self._manifest.commit()
