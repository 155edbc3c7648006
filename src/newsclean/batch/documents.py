"""A folder of documents: a file for each article, and an index with a line for each input.

Files are first written to a staging folder, then committed to the manifest, then moved into place, so that after a
kill the folder holds no document that the manifest does not know.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from newsclean.batch.manifest import Manifest
from newsclean.batch.parts import part_format
from newsclean.batch.records import Outcome, Packed, key_of
from newsclean.batch.sinks import FileSink

__all__ = ["DocumentSink"]

INDEX = "index.jsonl"  # in the folder, beside the documents
# Characters of an id that a file name should not have.
_UNSAFE = re.compile(r"[^\w.-]+")


class DocumentSink:
    """Articles as files named like the files they came from, else by document id; copies, errors and the
    files' names as lines of ``index.jsonl``. Files are not synced one by one: a power cut, unlike a kill,
    may cost the last seconds of them."""

    def __init__(self, out: Path, work: Path, suffix: str = ".md") -> None:
        self._out, self._work, self._suffix = out, work, suffix
        self._index = FileSink(out / INDEX, work, part_format(".jsonl"), ".jsonl")
        self._rows: list[Outcome] = []

    def reopen(self, manifest: Manifest) -> None:
        """Move staged documents that count into place, drop the others."""
        committed = manifest.noted("stage") or ""
        for stage in self._work.glob("stage-*"):
            if stage.name == committed:
                self._move(stage)
            else:
                shutil.rmtree(stage)
        self._index.reopen(manifest)

    def add(self, outcome: Outcome) -> None:
        """Take a row: a document, or a line for the index."""
        self._rows.append(outcome)

    def flush(self, manifest: Manifest) -> None:
        """Stage the documents; their names and index lines are committed together."""
        if not self._rows:
            return
        stage = self._work / f"stage-{manifest.next_number():06d}"
        for outcome in self._rows:
            if outcome.layout is None:
                self._index.add(outcome)
                continue
            name = manifest.claim_file(_names(outcome, self._suffix), outcome.input)
            path = stage / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(outcome.payload.data)
            self._index.add(replace(outcome, payload=Packed(_index_line(outcome, name))))
        self._index.flush(manifest)
        manifest.note("stage", stage.name)
        self._rows = []

    def publish(self, manifest: Manifest) -> None:
        """Move the staged documents into place."""
        stage = self._work / (manifest.noted("stage") or "none")
        if stage.exists():
            self._move(stage)

    def finish(self, manifest: Manifest) -> None:
        """Write the index."""
        self._index.finish(manifest)

    def _move(self, stage: Path) -> None:
        for path in sorted(stage.rglob("*")):
            if path.is_file():
                target = self._out / path.relative_to(stage)
                target.parent.mkdir(parents=True, exist_ok=True)
                path.replace(target)
        shutil.rmtree(stage)


def _names(outcome: Outcome, suffix: str) -> Iterator[str]:
    """The names the document may take, best first; the last cannot be anyone else's."""
    key = key_of(outcome.input).hex()
    stem = outcome.stem or _UNSAFE.sub("-", outcome.doc_id or "").strip(".-") or key[:16]
    yield f"{stem}{suffix}"
    yield f"{stem}-{key}{suffix}"


def _index_line(outcome: Outcome, name: str) -> bytes:
    row = {
        **outcome.kept,
        "input": outcome.input,
        "url": outcome.url,
        "file": name,
        "error": None,
        "duplicate_of": None,
    }
    return json.dumps(row, ensure_ascii=False, default=str).encode() + b"\n"
