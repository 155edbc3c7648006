"""What runs in a worker process: records come in, encoded rows go out, and each failure of a page becomes its row.

A worker writes no file, so killing it leaves nothing half done.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from multiprocessing import connection, parent_process
from os import _exit
from time import perf_counter

from msgspec.structs import asdict, replace

from newsclean.article import Article
from newsclean.batch.dedup import fingerprints
from newsclean.batch.encode import Form, encode
from newsclean.batch.folders import file_content
from newsclean.batch.records import Dedup, Outcome, Packed, PartitionBy, Record, Settings
from newsclean.batch.rows import Row, article_row, error_row, failure_of, partition_of, shown_address
from newsclean.blocks import Value
from newsclean.page import LIMITS, Limits
from newsclean.parser import Parser
from newsclean.rules import Rules

__all__ = ["Job", "failed", "job_of", "load_parser", "outcome_of", "prepare", "work"]

Parse = Callable[..., Article]


class Job(Value):
    """What a worker needs to know of the run: the parser's name, what the rows are for, and how many bytes of a file
    are a page."""

    parser: str
    form: Form
    dedup: Dedup | None = None
    partition_by: PartitionBy | None = None
    max_bytes: int = LIMITS.max_bytes


_prepared: dict[str, Parse] = {}
"""The parser with the run's own rules, under the name that jobs give it: made once in each worker."""


def prepare(parser: str, memory: int | None, rules: Rules | None = None, limits: Limits = LIMITS) -> None:
    """Make a fresh process a worker: its memory bounded, its end tied to its parent's, its parser loaded, with
    ``rules`` and ``limits`` where the run has its own."""
    if memory is not None:
        _bound_memory(memory)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    if rules is None and limits == LIMITS:
        load_parser(parser)
    else:
        _prepared[parser] = Parser(rules, **asdict(limits)).parse


class _Made(Value):
    """An outcome before its row is encoded."""

    outcome: Outcome
    row: Row
    article: Article | None = None


def job_of(settings: Settings) -> Job:
    """The job of a run."""
    bare = settings.format == "markdown" and not settings.has_head
    form: Form = "bare-markdown" if bare else settings.format
    return Job(settings.parser, form, settings.dedup, settings.partition_by, settings.limits.max_bytes)


def work(job: Job, records: tuple[Record, ...]) -> list[Outcome]:
    """The outcome of each record, in order. Never raises for a page."""
    made = [_timed(job, record) for record in records]
    try:
        return _encoded(made, job.form)
    except Exception:  # noqa: BLE001 - one of the rows; alone, it will say what is wrong with it
        return [_encoded_alone(each, record, job.form) for each, record in zip(made, records, strict=True)]


def outcome_of(job: Job, record: Record, article: Article) -> Outcome:
    """The outcome of a record that has its article."""
    return _encoded_alone(_article(job, record, article), record, job.form)


def failed(record: Record, kind: str, message: str, form: Form) -> Outcome:
    """The outcome of a record that has no article."""
    return _encoded([_failure(record, kind, message)], form)[0]


def _timed(job: Job, record: Record) -> _Made:
    began = perf_counter()
    made = _made(job, record)
    return replace(made, outcome=replace(made.outcome, seconds=perf_counter() - began))


def _made(job: Job, record: Record) -> _Made:
    try:
        if record.error is not None:
            return _failure(record, *record.error)
        parse = _prepared.get(job.parser) or load_parser(job.parser)
        article = parse(_content(record, job.max_bytes), url=record.url, content_type=record.content_type)
        if record.notes:
            article = replace(article, warnings=(*record.notes, *article.warnings))
        return _article(job, record, article)
    except Exception as error:  # noqa: BLE001 - one page must not cost the others
        return _failure(record, *failure_of(error))


def _article(job: Job, record: Record, article: Article) -> _Made:
    outcome = Outcome(
        input=record.input,
        payload=Packed(b""),
        url=article.url,
        doc_id=article.doc_id,
        layout=article.layout,
        prints=fingerprints(article, job.dedup),
        partition=partition_of(article, job.partition_by),
        stem=record.stem,
        kept=record.kept,
        route=article.route,
    )
    return _Made(outcome, {**article_row(record.input, article), **record.kept}, article)


def _failure(record: Record, kind: str, message: str) -> _Made:
    url = shown_address(record.url)
    outcome = Outcome(record.input, Packed(b""), url, error=kind, stem=record.stem, kept=record.kept)
    return _Made(outcome, {**error_row(record.input, record.url, kind, message), **record.kept})


def _encoded(made: Sequence[_Made], form: Form) -> list[Outcome]:
    packed = encode([(each.row, each.article) for each in made], form)
    return [replace(each.outcome, payload=payload) for each, payload in zip(made, packed, strict=True)]


def _encoded_alone(made: _Made, record: Record, form: Form) -> Outcome:
    try:
        return _encoded([made], form)[0]
    except Exception as error:  # noqa: BLE001 - a value no output can hold, as YAML gives them
        return failed(replace(record, kept={}), *failure_of(error), form)


def _content(record: Record, most: int) -> bytes | str:
    if record.path is None:
        return record.content or b""
    return file_content(record.path, most)


@cache
def load_parser(name: str) -> Parse:
    """The parser a ``module:function`` names. Raises ImportError or AttributeError where there is none."""
    module, _, function = name.partition(":")
    parser: Parse = getattr(import_module(module), function)
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
