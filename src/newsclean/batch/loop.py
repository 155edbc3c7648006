"""The loop of a run: records in at one end, outcomes to the keeper at the other, never too many between.

Here lives the one thread that owns the run. A reader thread, the fetching threads and the pool's threads
put events in its queue; it alone decides. Here never lives what a record holds or a row looks like.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from queue import Empty, SimpleQueue
from typing import Any

from newsclean.batch.keeper import Keeper
from newsclean.batch.pool import Work, Workers
from newsclean.batch.records import Chunk, Outcome, Record, Settings
from newsclean.errors import NewscleanError
from newsclean.models import Page

__all__ = ["Get", "Loop"]

Get = Callable[[str], Page]

TICK = 0.25
"""Seconds between two looks at the clock when nothing happens."""
FETCHES = 16
"""Pages pulled at the same time; the fetcher itself keeps its pace for each host."""


class Loop:
    """One run. ``get`` pulls a page (it may wait, and is called from threads); ``stop`` may be called from a
    signal handler: the pages in hand are finished, no new ones are begun. ``seen`` is told the bytes of input
    behind each page that is done."""

    def __init__(self, settings: Settings, keeper: Keeper, get: Get, seen: Callable[[int], None]) -> None:
        self._settings, self._keeper, self._get, self._seen = settings, keeper, get, seen
        self._events: SimpleQueue[tuple[str, Any]] = SimpleQueue()
        self._room = threading.Semaphore(settings.pages_in_hand)
        self._stopping = threading.Event()
        self._reading = True
        self._forming: list[tuple[int, Record]] = []
        self._formed_bytes = 0
        self._in_hand: dict[str, int] = {}
        self._waiting: dict[int, Outcome] = {}
        self._places = self._next = 0
        self._cut: int | None = None

    def stop(self) -> None:
        """Begin no more pages."""
        self._stopping.set()

    def run(self, records: Iterator[Record]) -> None:
        """Take every record to its row. Raises what the reader raises, after the pages in hand are kept."""
        threading.Thread(target=self._read, args=(records,), daemon=True, name="reader").start()
        self._workers = Workers(self._settings, lambda future: self._events.put(("worked", future)))
        self._fetchers = ThreadPoolExecutor(FETCHES, thread_name_prefix="fetch")
        failure: BaseException | None = None
        try:
            while self._reading or self._in_hand:
                kind, value = self._next_event()
                if kind == "read":
                    self._admit(value)
                elif kind == "fetched":
                    self._fetched(*value)
                elif kind == "worked":
                    self._worked(value)
                elif kind == "end":
                    self._reading, failure = False, value
                self._send_on()
                self._keeper.tick()
        finally:
            self._stopping.set()
            self._fetchers.shutdown(wait=False, cancel_futures=True)
            self._workers.stop()
        if failure is not None:
            raise failure

    def _read(self, records: Iterator[Record]) -> None:
        """The reader thread: a record at a time, when there is room for it."""
        failure: BaseException | None = None
        try:
            for record in records:
                while not self._room.acquire(timeout=TICK):
                    if self._stopping.is_set():
                        break
                if self._stopping.is_set():
                    break
                self._events.put(("read", record))
        except BaseException as error:  # noqa: BLE001 - handed to the run's own thread, which raises it
            failure = error
        self._events.put(("end", failure))

    def _next_event(self) -> tuple[str, Any]:
        try:
            return self._events.get(timeout=TICK)
        except Empty:
            self._workers.watch()
            if self._stopping.is_set():
                self._reading = False  # the reader may be waiting for a line that never comes
                self._fetchers.shutdown(wait=False, cancel_futures=True)
            return "tick", None

    def _admit(self, record: Record) -> None:
        """Give a new record its place, unless it has its row, or is in hand under the same name."""
        if self._stopping.is_set():
            return
        if self._keeper.is_done(record.input, in_hand=record.input in self._in_hand):
            self._seen(record.size)
            self._room.release()
            return
        place = self._places
        self._places += 1
        self._in_hand[record.input] = record.size
        if record.to_fetch:
            future = self._fetchers.submit(self._get, record.url or "")
            future.add_done_callback(lambda done: self._events.put(("fetched", (place, record, done))))
        else:
            self._form(place, record)

    def _fetched(self, place: int, record: Record, future: Future[Page]) -> None:
        if future.cancelled():
            self._cut = min(place, place if self._cut is None else self._cut)
            self._let_go(record.input)
            return
        try:
            page = future.result()
        except NewscleanError as error:
            self._form(place, replace(record, error=(error.kind, error.message)))
        except Exception as error:  # noqa: BLE001 - a bug met on one address must not cost the others
            self._form(place, replace(record, error=("bug", f"{type(error).__name__}: {error}")))
        else:
            sent = page.headers.get("content-type")
            address = page.url or record.url
            self._form(place, replace(record, url=address, content=page.content, content_type=sent))

    def _form(self, place: int, record: Record) -> None:
        self._forming.append((place, record))
        self._formed_bytes += len(record.content or b"")

    def _send_on(self) -> None:
        """Hand over the chunk that is forming when it is full, or when a worker would idle meanwhile."""
        full = (
            len(self._forming) >= self._settings.chunk_pages
            or self._formed_bytes >= self._settings.chunk_bytes
            or self._workers.busy < self._settings.jobs
        )
        if self._forming and full:
            places, records = zip(*self._forming, strict=True)
            self._forming, self._formed_bytes = [], 0
            self._workers.submit(Chunk(places, records))

    def _worked(self, future: Work) -> None:
        settled = self._workers.settle(future)
        if settled is None:
            return
        chunk, outcomes = settled
        self._waiting.update(zip(chunk.places, outcomes, strict=True))
        if not self._settings.ordered:
            for place in chunk.places:
                self._keep(place)
            return
        while self._next in self._waiting:
            self._keep(self._next)
            self._next += 1
        if self._cut is not None:  # what follows a page that was not pulled waits for the next run, like it
            for place in [place for place in self._waiting if place > self._cut]:
                self._let_go(self._waiting.pop(place).input)

    def _keep(self, place: int) -> None:
        outcome = self._waiting.pop(place)
        self._keeper.keep(outcome)
        self._let_go(outcome.input)

    def _let_go(self, name: str) -> None:
        self._seen(self._in_hand.pop(name))
        self._room.release()
