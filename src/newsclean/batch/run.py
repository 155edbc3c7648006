"""A batch run from start to end: its settings are checked, its sink is chosen, and the loop runs until it is done or a
signal stops it.
"""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import TYPE_CHECKING, cast

from newsclean.batch.address import DATABASE, Database
from newsclean.batch.committer import Keeper, disk_told
from newsclean.batch.csv_rows import HEADER
from newsclean.batch.documents import DocumentSink
from newsclean.batch.fetching import OpenReader, fetcher_with
from newsclean.batch.inputs import read_inputs, total_bytes
from newsclean.batch.loop import Loop
from newsclean.batch.optional import need
from newsclean.batch.parts import documents_format, part_format
from newsclean.batch.place import Place, place_of
from newsclean.batch.pool import make_ready
from newsclean.batch.progress import Watch, progress
from newsclean.batch.records import CannotRun, Format, Settings
from newsclean.batch.sinks import DocumentsFileSink, FileSink, PartitionSink, Sink, SqliteSink, StreamSink
from newsclean.batch.summary import Summary
from newsclean.batch.worker import load_parser
from newsclean.blocks import Value
from newsclean.page import LIMITS
from newsclean.render.naming import BETWEEN, database_of, form_of, suffix_of

if TYPE_CHECKING:
    from newsclean.batch.databases.sink import DatabasePlace

__all__ = ["check_settings", "format_of", "run_batch"]

# By format, comparison or suffix: the package that it needs, and the extra that brings it.
EXTRAS = {"parquet": ("pyarrow", "arrow"), "near": ("rensa", "dedup"), ".jsonl.zst": ("zstandard", "zstd")}
PACKED = ("parquet", "sqlite")  # formats that a stream can't take
_SOON = 1.0
"""Seconds after which rows are written to standard output, where somebody may be waiting for them."""
OWN_PARSER = "newsclean:parse"
FIXED = ("format", "partition_by", "dedup", "has_head")
"""Settings that a resumed run has to have as before: with others, its rows would not fit those that are there."""


def format_of(out: Path | str) -> Format | None:
    """The format that the output's suffix names, or ``database`` for the address of one; None for a folder and for
    standard output (``-``), whose format must be said. Raises CannotRun for a suffix or an address that names none."""
    try:
        if database_of(str(out)) is not None:
            return "database"
        if str(out) == "-" or (Path(out).is_dir() and suffix_of(out) is None):
            return None
        return cast("Format | None", form_of(out))
    except ValueError as error:
        raise CannotRun(str(error)) from error


def run_batch(
    inputs: Sequence[str],
    settings: Settings,
    *,
    open_reader: OpenReader = fetcher_with,
    watch: Watch | None = None,
) -> Summary:
    """Clean every input into ``settings.out``; one row an input, article, copy or error.

    ``open_reader`` makes what pulls addresses, called when the first one comes; by default a fetcher with its
    default pace. ``watch`` says what is shown while it runs, and in which language (None: progress on a terminal, in
    English).
    SIGINT and SIGTERM end the run early, with everything in hand written: ``stopped`` then names the signal.
    A second signal ends it at once, and costs what was not committed. Raises CannotRun when the output or
    the settings do not allow it, CannotWrite when the disk is full or fails, MissingExtra when a package is missing;
    never for a page.
    """
    check_settings(settings)
    make_ready()
    seen = _Seen(inputs, open_reader, watch or Watch())
    if settings.database is None and not settings.to_stdout:
        return _run(seen, settings, place_of(settings))
    with TemporaryDirectory(prefix="newsclean-") as work:
        if settings.database is not None:
            from newsclean.batch.databases.sink import opened_place

            with disk_told():
                table = opened_place(settings.database, Path(work))
            with closing(table):
                return _run(seen, settings, table)
        place = Place(Path(work) / "rows", False, False, Path(work) / "work")
        return _run(seen, settings.__replace__(commit_seconds=_SOON), place)


class _Seen(Value):
    """What a run reads, with what it pulls, and who looks on."""

    inputs: Sequence[str]
    open_reader: OpenReader
    watch: Watch


def _run(seen: _Seen, settings: Settings, place: Place | DatabasePlace) -> Summary:
    summary = Summary()
    with disk_told():
        manifest = place.take(seen.inputs, settings)
    try:
        fixed = {name: str(getattr(settings, name)) for name in FIXED}
        manifest.agree({**fixed, "rules": settings.rules_version})
        with disk_told():
            sink = _sink(settings, place) if isinstance(place, Place) else place.sink(summary)
            sink.reopen(manifest)
            manifest.commit()
            sink.publish(manifest)
        _drive(seen, settings, place, Keeper(settings, manifest, sink, summary, seen.watch.row))
        summary.out = _told(settings, place, stopped=summary.stopped is not None)
        if summary.stopped is None and not (settings.resume or settings.to_stdout):
            with disk_told(lambda: summary.pages):
                place.leave(manifest)
    finally:
        manifest.close()
    return summary


def _drive(seen: _Seen, settings: Settings, place: Place | DatabasePlace, keeper: Keeper) -> None:
    """Run the loop under the signals and the progress bar, then commit and finish."""
    started, summary, out = time.monotonic(), keeper.summary, place.out
    with ExitStack() as ending:
        with progress(partial(total_bytes, seen.inputs, leave_out=out), seen.watch) as show:
            loop = Loop(settings, keeper, seen.open_reader, lambda size: show(size, summary))
            ending.callback(loop.close)  # the workers end while the last rows are written

            def stop(name: str) -> None:
                summary.stopped = name
                loop.stop()

            records = read_inputs(
                seen.inputs,
                leave_out=out,
                keep=settings.keep,
                left_out=summary.left_out,
                follow=settings.follow,
            )
            try:
                with _signals(stop):
                    loop.run(place.refusing(records))
            finally:
                keeper.commit()
        if summary.stopped is None:
            keeper.finish()
    summary.seconds = time.monotonic() - started


@contextmanager
def _signals(stop: Callable[[str], None]) -> Iterator[None]:
    """Turn the first SIGINT or SIGTERM into a call of ``stop``, and give the second its old meaning.

    Only the main thread gets signals; a run started from another is left to its owner.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.getsignal(number) for number in numbers}

    def restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    def handle(number: int, frame: FrameType | None) -> None:
        restore()
        stop(signal.Signals(number).name)

    for number in numbers:
        signal.signal(number, handle)
    try:
        yield
    finally:
        restore()


def check_settings(settings: Settings) -> None:
    """Refuse a run that could not end well: better now than after an hour. Raises CannotRun and MissingExtra."""
    need("pebble", "batch")
    _check_output(settings)
    for name in (settings.format, settings.dedup, settings.suffix):
        if name in EXTRAS:
            need(*EXTRAS[name])
    if settings.to_stdout and (settings.resume or settings.overwrite or settings.format in PACKED):
        raise CannotRun(
            "standard output takes rows and documents as they come: no Parquet, no SQLite, no going on"
        )
    if settings.partition_by and settings.format != "parquet":
        raise CannotRun("only Parquet can be partitioned: give -o a name that ends in .parquet")
    if settings.jobs < 1 or settings.timeout <= 0:
        raise CannotRun("jobs and timeout must be positive")
    load_parser(settings.parser)
    if settings.limits != LIMITS and settings.parser != OWN_PARSER:
        raise CannotRun("limits are for newsclean's own parser, and this run has another")
    if settings.rules is not None and settings.parser != OWN_PARSER:
        raise CannotRun("rules are for newsclean's own parser, and this run has another")
    if settings.rules is not None and not settings.rules.is_whole:
        raise CannotRun("the rules are no whole book: give default_rules().with_(rules)")


def _check_output(settings: Settings) -> None:
    """Refuse a format that the output has not, and a database where its package is missing."""
    if settings.database is None:
        if settings.format == DATABASE or settings.table is not None:
            raise CannotRun("a table is for databases: give -o an address, as postgresql://db.example/news")
    elif settings.format != DATABASE:
        raise CannotRun("a database has columns, and no other format")
    else:
        need("sqlalchemy", "sql")


def _sink(settings: Settings, place: Place) -> Sink:
    out, work, suffix = place.out, place.work, settings.suffix
    between = _between(settings)
    if settings.to_stdout:
        return StreamSink(sys.stdout.buffer, HEADER if settings.format == "csv" else b"", between)
    if place.documents:
        return DocumentSink(out, work, suffix)
    if between is not None:
        return DocumentsFileSink(out, work, documents_format(between), suffix)
    if settings.format == "sqlite":
        return SqliteSink(out)
    if place.is_folder:
        key = "section" if settings.partition_by == "channel" else settings.partition_by
        return PartitionSink(out, key, part_format(".parquet", settings.rules_version))
    return FileSink(out, work, part_format(suffix, settings.rules_version), suffix)


def _between(settings: Settings) -> str | None:
    """What stands between two articles in one stream; None where they are rows."""
    if settings.format == "markdown" and settings.has_head:
        return "\n"  # each begins with its own line of hyphens
    return BETWEEN.get(settings.format)


def _told(settings: Settings, place: Place | DatabasePlace, *, stopped: bool) -> str:
    """Where the rows are, in words."""
    if settings.to_stdout:
        return "-"
    if isinstance(settings.out, Database):
        return f"{settings.out} ({settings.out.table})"
    is_there = not isinstance(place, Place) or place.is_folder or settings.format == "sqlite"
    return str(settings.out if is_there or not stopped else place.work)
