"""What runs in a worker process: records in, encoded rows out.

Here lives the parsing of one page after another, each failure turned into its row. Here never lives a
queue, a file that is written, or anything a killed worker could leave half done.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from multiprocessing import connection, parent_process
from os import _exit

from newsclean.batch.dedup import fingerprints
from newsclean.batch.records import Dedup, Outcome, PartitionBy, Record, Settings
from newsclean.batch.rows import Form, article_row, encode, error_row, failure_of, partition_of
from newsclean.models import Article

__all__ = ["Job", "failed", "job_of", "load_parser", "outcome_of", "prepare", "work"]

Parser = Callable[..., Article]


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker needs to know of the run: the parser's name and what the rows are for."""

    parser: str
    form: Form
    dedup: Dedup | None = None
    partition_by: PartitionBy | None = None


def prepare(parser: str, memory: int | None) -> None:
    """Make a fresh process a worker: its memory bounded, its end tied to its parent's, its parser loaded."""
    if memory is not None:
        _bound_memory(memory)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    load_parser(parser)


def work(job: Job, records: tuple[Record, ...]) -> list[Outcome]:
    """The outcome of each record, in order. Never raises for a page."""
    return [_outcome(job, record) for record in records]


def job_of(settings: Settings) -> Job:
    """The job of a run."""
    return Job(settings.parser, settings.format, settings.dedup, settings.partition_by)


def outcome_of(job: Job, record: Record, article: Article) -> Outcome:
    """The outcome of a record that has its article."""
    return Outcome(
        input=record.input,
        payload=encode(article_row(record.input, article), article, job.form),
        url=article.url,
        doc_id=article.doc_id,
        layout=article.layout,
        prints=fingerprints(article, job.dedup),
        partition=partition_of(article, job.partition_by),
        stem=record.stem,
    )


def failed(record: Record, kind: str, message: str, form: Form) -> Outcome:
    """The outcome of a record that has no article."""
    row = error_row(record.input, record.url, kind, message)
    return Outcome(record.input, encode(row, None, form), record.url, error=kind, stem=record.stem)


def _outcome(job: Job, record: Record) -> Outcome:
    try:
        if record.error is not None:
            return failed(record, *record.error, job.form)
        article = load_parser(job.parser)(_content(record), url=record.url, content_type=record.content_type)
        return outcome_of(job, record, article)
    except Exception as error:  # noqa: BLE001 - one page must not cost the others
        return failed(record, *failure_of(error), job.form)


def _content(record: Record) -> bytes | str:
    if record.path is None:
        return record.content or b""
    with open(record.path, "rb") as stream:
        return stream.read()


@cache
def load_parser(name: str) -> Parser:
    """The parser a ``module:function`` names. Raises ImportError or AttributeError where there is none."""
    module, _, function = name.partition(":")
    parser: Parser = getattr(import_module(module), function)
    return parser


def _bound_memory(limit: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; there a page's memory is bounded by the machine
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    bound = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (bound, hard))


def _leave_with_parent() -> None:
    """A parent killed with -9 cannot stop its workers: they watch for its end themselves."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        _exit(1)
