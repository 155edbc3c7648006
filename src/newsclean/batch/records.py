"""The values that a batch run passes on: what comes in, what comes out, and how the run is set. They go to other
processes, so they are frozen and can be pickled.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any, Literal

from msgspec import field
from msgspec.structs import force_setattr

from newsclean.batch.address import DATABASE, TABLE, Database
from newsclean.batch.faults import CannotRun, CannotWrite
from newsclean.blocks import Value
from newsclean.page import LIMITS, Limits
from newsclean.render.naming import form_of, names_database, suffix_of
from newsclean.rules import Rules, default_rules

__all__ = [
    "CannotRun",
    "CannotWrite",
    "Chunk",
    "Dedup",
    "Format",
    "Outcome",
    "Packed",
    "PartitionBy",
    "Record",
    "Settings",
    "key_of",
]

Dedup = Literal["url", "doc_id", "text", "near"]
Format = Literal[
    "text", "markdown", "html", "json", "jsonl", "csv", "frontmatter", "parquet", "sqlite", "database"
]
_SUFFIXES = {"text": "txt", "markdown": "md", "json": "jsonl", "frontmatter": "md"}
PartitionBy = Literal["day", "channel"]


class Record(Value):
    """One page to clean, as a reader names it.

    ``input`` is the name that comes back in the row: a path, a URL, or ``file#position`` for a record in a
    file of many. Exactly one of these is set: ``content`` (the page is here), ``path`` (the worker reads it),
    ``error`` (a kind and a sentence: it could not be read); when none is, ``url`` is to be fetched. ``stem``
    is the relative path, without suffix, a document written for it takes (None: one is made from the
    article). ``size`` is the bytes of input behind it, for the progress bar alone. ``notes`` are what is odd about
    the way it was kept; they become warnings of the article. ``kept`` is what came in beside the page, and comes out
    beside the article.
    """

    input: str
    url: str | None = None
    content: bytes | str | None = None
    content_type: str | None = None
    path: str | None = None
    error: tuple[str, str] | None = None
    stem: str | None = None
    size: int = 0
    notes: tuple[str, ...] = ()
    kept: Mapping[str, Any] = field(default_factory=dict)

    @property
    def to_fetch(self) -> bool:
        """Whether the page has yet to be pulled from its address."""
        return self.content is None and self.path is None and self.error is None


class Packed(Value, gc=False):
    """An encoded row: ``data`` alone, or the row ``at`` of the ``rows`` that ``data`` holds together; ``schema`` is
    theirs, where they have columns of the input's."""

    data: bytes
    at: int = 0
    rows: int = 1
    schema: bytes = b""

    @property
    def weight(self) -> int:
        """The row's share of the bytes."""
        return len(self.data) // self.rows


class Outcome(Value):
    """What became of one record: a row, encoded for its sink in the worker, and what the run needs to know.

    ``layout`` is set for an article, ``error`` (a kind) for a failure. ``prints`` are the fingerprints by
    which copies are found (none for errors). ``partition`` is the day or channel it files under, ``kept`` what came
    in beside the page. ``route`` says which part of the page was parsed (None for errors), ``seconds`` how long the
    worker, or the fetcher with its worker, had the page.
    """

    input: str
    payload: Packed
    url: str | None = None
    doc_id: str | None = None
    layout: str | None = None
    error: str | None = None
    prints: tuple[bytes, ...] = ()
    partition: str | None = None
    stem: str | None = None
    kept: Mapping[str, Any] = field(default_factory=dict)
    route: str | None = None
    seconds: float = 0.0


class Chunk(Value):
    """Records that travel to a worker together, with their places in the input. ``deaths`` counts the workers
    they have cost. ``whole`` asks for articles as they are, not for encoded rows."""

    places: tuple[int, ...]
    records: tuple[Record, ...]
    deaths: int = 0
    whole: bool = False

    def singly(self) -> list[Chunk]:
        """One chunk a record, so that the one at fault is alone with its fault."""
        return [
            Chunk((place,), (record,), self.deaths + 1, self.whole)
            for place, record in zip(self.places, self.records, strict=True)
        ]


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Settings(Value, kw_only=True):
    """How a run goes: all that the command's options say, and the seams its tests use.

    ``out`` is a path, ``-`` for standard output, or the address of a database, whose ``format`` is ``database`` and
    whose rows go into ``table`` (None: ``articles``); ``folder`` says that it is a folder whatever its name.
    ``head``: whether Markdown carries its metadata as YAML (None: in a file of its own suffix and in a folder it
    does). ``keep`` names what comes out of what came in beside the pages (None: all of it); ``follow`` says
    that the links of feeds are pulled, and not what the feeds carry.
    ``timeout`` is in seconds a page; ``jobs`` counts worker processes, ``pulls`` the addresses that are fetched at the
    same time (how often each host is asked is the fetcher's to know). ``parser`` names, as ``module:function``, what
    turns a page into an article; ``rules`` is the book it reads by (None: the
    library's own), ``limits`` are how much of a page is read. ``commit_rows``, ``commit_bytes`` and
    ``commit_seconds`` bound what a kill can cost: work is made durable when the first of them is reached.
    ``memory`` is the address space of a worker in bytes (None: no limit). ``chunk_pages`` and
    ``chunk_bytes`` bound what travels to a worker at once: a page costs about 2 ms to clean, and each chunk about
    1 ms to hand over and to take back.
    """

    out: Path | str | Database
    format: Format
    table: str | None = None
    folder: bool = False
    head: bool | None = None
    keep: tuple[str, ...] | None = None
    follow: bool = False
    partition_by: PartitionBy | None = None
    jobs: int = field(default_factory=_cores)
    timeout: float = 30.0
    pulls: int = 16
    ordered: bool = False
    dedup: Dedup | None = None
    resume: bool = False
    overwrite: bool = False
    parser: str = "newsclean:parse"
    rules: Rules | None = None
    limits: Limits = LIMITS
    commit_rows: int = 5_000
    commit_bytes: int = 32 << 20
    commit_seconds: float = 10.0
    memory: int | None = 4 << 30
    chunk_pages: int = 32
    chunk_bytes: int = 2 << 20

    def __post_init__(self) -> None:
        if not isinstance(self.out, Database):
            named = str(self.out)
            is_database = self.format == DATABASE or "://" in named or names_database(named)
            out = Database(named, TABLE if self.table is None else self.table) if is_database else Path(named)
            force_setattr(self, "out", out)

    @property
    def database(self) -> Database | None:
        """The database that the rows go to; None where they go elsewhere."""
        return self.out if isinstance(self.out, Database) else None

    @property
    def rules_version(self) -> str:
        """The version of the rules by which the run reads."""
        return (default_rules() if self.rules is None else self.rules).version

    @property
    def has_head(self) -> bool:
        """Whether documents in Markdown carry their metadata."""
        if self.head is not None:
            return self.head
        return not self.to_stdout and suffix_of(str(self.out)) in (None, ".md", ".markdown")

    @property
    def to_stdout(self) -> bool:
        """Whether rows go to standard output."""
        return str(self.out) == "-"

    @property
    def suffix(self) -> str:
        """How files of rows are named: the output's own suffix, where it names the format."""
        suffix = suffix_of(str(self.out))
        fits = suffix is not None and form_of(str(self.out)) == self.format
        return suffix if fits and suffix is not None else f".{_SUFFIXES.get(self.format, self.format)}"

    @property
    def pages_in_hand(self) -> int:
        """How many pages may be read and not yet written: for each worker the chunk that it has, and the next.
        This is what keeps memory flat."""
        return 2 * self.jobs * self.chunk_pages


def key_of(name: str) -> bytes:
    """The 16 bytes an input is remembered by (BLAKE2b; two of 10⁹ inputs collide with odds below 10⁻²⁰)."""
    return blake2b(name.encode("utf-8", "surrogateescape"), digest_size=16).digest()
