"""The loop of a run: records go in, outcomes go out, and only so many are between the two that memory stays flat.

One thread owns the run's state and decides everything. The threads that read, fetch and wait for workers only put
events into its queue, so no state needs a lock.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from queue import Empty, SimpleQueue
from time import perf_counter
from typing import Any

from msgspec.structs import replace

from newsclean.batch.committer import Keeper
from newsclean.batch.fetching import OpenReader, Reader, parse_by
from newsclean.batch.pool import Work, Workers
from newsclean.batch.records import Chunk, Outcome, Record, Settings
from newsclean.batch.rows import failure_of
from newsclean.batch.worker import failed, job_of, outcome_of

__all__ = ["Loop"]

TICK = 0.25
"""Seconds after which the loop looks at the clock although nothing has happened."""


class Loop:
    """One run. ``open_reader`` makes the fetcher when the first address comes; ``seen`` gets the size of each input
    that is done. :meth:`stop` may be called from a signal handler."""

    def __init__(
        self, settings: Settings, keeper: Keeper, open_reader: OpenReader, seen: Callable[[int], None]
    ) -> None:
        self._settings, self._keeper, self._seen = settings, keeper, seen
        self._open_reader = open_reader
        self._reader: Reader | None = None
        self._events: SimpleQueue[tuple[Callable[..., None], tuple[Any, ...]]] = SimpleQueue()
        self._workers = Workers(settings, lambda future: self._tell(self._worked, future))
        self._room = threading.Semaphore(settings.pages_in_hand)
        self._stopping = False  # no Event: its lock could be held by the very thread that a signal interrupts
        self._reading = True
        self._failure: BaseException | None = None
        self._forming: list[tuple[int, Record]] = []
        self._formed_bytes = 0
        self._in_hand: dict[str, int] = {}
        self._waiting: dict[int, Outcome] = {}
        self._places = self._next = 0
        self._cut: int | None = None
        self._asked: dict[int, Future[Outcome]] = {}
        self._numbers = itertools.count()

    def stop(self) -> None:
        """Begin no more pages; those in hand are finished."""
        self._stopping = True

    def run(self, records: Iterator[Record]) -> None:
        """Take every record to its row. Raises what the reading raises, after the pages in hand are kept."""
        threading.Thread(target=self._read, args=(records,), daemon=True, name="reader").start()
        self._pullers = ThreadPoolExecutor(self._settings.pulls, thread_name_prefix="pull")
        try:
            while self._reading or self._in_hand:
                self._turn()
        finally:
            self._end()
        if self._failure is not None:
            raise self._failure

    def close(self) -> None:
        """Wait until the workers have ended."""
        self._workers.join()

    def _turn(self) -> None:
        """Take what has happened, or notice that nothing has."""
        try:
            handle, arguments = self._events.get(timeout=TICK)
        except Empty:
            self._workers.watch()
            if self._stopping:
                self._reading = False  # the reader may be waiting for a line that never comes
                self._pullers.shutdown(wait=False, cancel_futures=True)
        else:
            handle(*arguments)
            for _ in range(self._events.qsize()):
                handle, arguments = self._events.get()
                handle(*arguments)
        if self._forming and self._workers.busy < self._settings.jobs:
            self._send_on()
        self._keeper.tick()

    def _end(self) -> None:
        self._stopping = True
        for reply in self._asked.values():
            reply.set_exception(CancelledError())
        if self._reader is not None:
            self._reader.close()
        self._pullers.shutdown(wait=False, cancel_futures=True)
        self._workers.stop()

    def _tell(self, handle: Callable[..., None], *arguments: Any) -> None:
        """From any thread: have the run's thread call this."""
        self._events.put((handle, arguments))

    def _read(self, records: Iterator[Record]) -> None:
        """The reader thread: a record at a time, when there is room for it."""
        failure: BaseException | None = None
        try:
            for record in records:
                while not self._room.acquire(timeout=TICK):
                    if self._stopping:
                        break
                if self._stopping:
                    break
                self._tell(self._admit, record)
        except BaseException as error:  # noqa: BLE001 - handed to the run's own thread, which raises it
            failure = error
        self._tell(self._read_out, failure)

    def _read_out(self, failure: BaseException | None) -> None:
        self._reading, self._failure = False, failure

    def _admit(self, record: Record) -> None:
        """Give a new record its place in the order, unless its input has a row already or is being worked on."""
        if self._stopping:
            return
        if self._keeper.is_done(record.input, in_hand=record.input in self._in_hand):
            self._seen(record.size)
            self._room.release()
            return
        place = self._places
        self._places += 1
        self._in_hand[record.input] = record.size
        if not record.to_fetch:
            self._form(place, record)
            return
        reader = self._reader = self._reader or self._open_reader(parse_by(self._ask))
        pull = self._pullers.submit(self._pull, reader, record)
        pull.add_done_callback(lambda done: self._tell(self._pulled, place, record, done))

    def _pull(self, reader: Reader, record: Record) -> Outcome:
        """In a fetching thread: the outcome of an address."""
        job, began = job_of(self._settings), perf_counter()
        try:
            outcome = outcome_of(job, record, reader.read(record.url or ""))
        except Exception as error:  # noqa: BLE001 - one address must not cost the others
            outcome = failed(record, *failure_of(error), job.form)
        return replace(outcome, seconds=perf_counter() - began)

    def _ask(self, record: Record) -> Future[Outcome]:
        """In a fetching thread: have a worker parse a page."""
        reply: Future[Outcome] = Future()
        self._tell(self._hand_over, record, reply)
        return reply

    def _hand_over(self, record: Record, reply: Future[Outcome]) -> None:
        number = next(self._numbers)
        self._asked[number] = reply
        self._workers.submit(Chunk((number,), (record,), whole=True))

    def _pulled(self, place: int, record: Record, pull: Future[Outcome]) -> None:
        if pull.cancelled():
            self._cut = min(place, place if self._cut is None else self._cut)
            self._let_go([record.input])
        else:
            self._take((place,), (pull.result(),))

    def _form(self, place: int, record: Record) -> None:
        self._forming.append((place, record))
        self._formed_bytes += len(record.content or b"")
        if (
            len(self._forming) >= self._settings.chunk_pages
            or self._formed_bytes >= self._settings.chunk_bytes
        ):
            self._send_on()

    def _send_on(self) -> None:
        """Hand the chunk that is filling to the workers: it is full, or one of them has nothing to do."""
        places, records = zip(*self._forming, strict=True)
        self._forming, self._formed_bytes = [], 0
        self._workers.submit(Chunk(places, records))

    def _worked(self, work: Work) -> None:
        settled = self._workers.settle(work)
        if settled is None:
            return
        chunk, outcomes = settled
        if chunk.whole:
            self._asked.pop(chunk.places[0]).set_result(outcomes[0])
        else:
            self._take(chunk.places, outcomes)

    def _take(self, places: Iterable[int], outcomes: Sequence[Outcome]) -> None:
        """Keep outcomes: at once, or in an ordered run when all before them are kept."""
        if not self._settings.ordered:
            self._keep(outcomes)
            return
        self._waiting.update(zip(places, outcomes, strict=True))
        self._keep([*self._next_in_order()])
        # in an ordered run that is stopped, what follows an address that was not fetched is left for the next run
        if self._cut is not None:
            for place in [place for place in self._waiting if place > self._cut]:
                self._let_go([self._waiting.pop(place).input])

    def _next_in_order(self) -> Iterator[Outcome]:
        while self._next in self._waiting:
            yield self._waiting.pop(self._next)
            self._next += 1

    def _keep(self, outcomes: Sequence[Outcome]) -> None:
        self._keeper.keep(outcomes)
        self._let_go([outcome.input for outcome in outcomes])

    def _let_go(self, names: Sequence[str]) -> None:
        for name in names:
            self._seen(self._in_hand.pop(name))
        if names:
            self._room.release(len(names))
