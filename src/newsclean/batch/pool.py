"""The worker processes, and the guard that lets a bad page cost no other page.

Pages go to workers in chunks. When a chunk runs out of time or loses its worker, its pages are sent again one by one,
so that the one at fault is found and the others still get their rows.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext
from typing import Any

from newsclean.batch.optional import need
from newsclean.batch.records import Chunk, Outcome, Settings
from newsclean.batch.worker import Job, failed, job_of, prepare, work

if sys.platform != "win32":
    from multiprocessing.forkserver import ensure_running

__all__ = ["Settled", "Work", "Workers", "make_ready"]

Work = Future[list[Outcome]]
Settled = tuple[Chunk, list[Outcome]]

MAX_DEATHS = 2
"""Workers that a page may cost. When the second dies, with no other page in hand, the page is at fault."""
MAX_BREAKS = 5
"""Pools that may break one after the other, without a single chunk done, before the run gives up."""
PAUSE = 0.2
"""Seconds before the second replacement in a row, and that many more before each further one. A fork server that was
killed a moment ago still counts as running, and no worker can be started by it."""
GRACE = 20.0
"""Seconds beyond the page's timeout after which a silent pool is replaced. A worker that is killed while it sends
leaves the pipe that all share locked, and the others would wait for ever."""


class Workers:
    """``jobs`` processes that turn chunks into outcomes. ``done`` is called, from a thread of the pool, with
    each future, to be given to :meth:`settle` by the thread that owns the run."""

    def __init__(self, settings: Settings, done: Callable[[Work], None]) -> None:
        self._pebble = need("pebble", "batch")
        self._settings = settings
        self._job = job_of(settings)
        self._done = done
        self._in_hand: dict[Work, Chunk] = {}
        self._breaks = 0
        self._heard = time.monotonic()
        self._pool = self._new_pool()

    @property
    def busy(self) -> int:
        """Chunks handed over and not settled."""
        return len(self._in_hand)

    def submit(self, chunk: Chunk) -> None:
        """Hand a chunk to the pool."""
        if not self._in_hand:
            self._heard = time.monotonic()
        future = None
        while future is None:
            try:
                future = self._schedule(chunk)
            except RuntimeError:  # the pool broke since the last call and takes no work, or can't be started
                self._replace_pool()
        self._in_hand[future] = chunk
        future.add_done_callback(self._done)

    def settle(self, future: Work) -> Settled | None:
        """The chunk and its outcomes; None when its pages were handed over again."""
        chunk = self._in_hand.pop(future, None)
        if chunk is None:  # of a pool that has been replaced
            return None
        self._heard = time.monotonic()
        try:
            outcomes = future.result()
        except TimeoutError:
            message = f"not done after {self._settings.timeout:g} s"
            return self._retry(chunk, "page_timeout", message, alone=True)
        except self._pebble.ProcessExpired as error:
            alone = chunk.deaths + 1 >= MAX_DEATHS
            return self._retry(chunk, "worker_died", f"its worker ended with code {error.exitcode}", alone)
        except BrokenProcessPool:
            self._in_hand[future] = chunk
            self._replace_pool()
            return None
        except Exception as error:  # noqa: BLE001 - what a worker could not send back fails here
            return self._retry(chunk, "bug", f"{type(error).__name__}: {error}", alone=True)
        self._breaks = 0
        return chunk, outcomes

    def watch(self) -> None:
        """Replace the pool when it has fallen silent for longer than any page may take."""
        if self._in_hand and time.monotonic() - self._heard > self._settings.timeout + GRACE:
            self._replace_pool()

    def stop(self) -> None:
        """Have the workers end; chunks not settled are given up."""
        self._pool.stop()

    def join(self) -> None:
        """Wait until they have ended, which takes a tenth of a second."""
        self._pool.join()

    def _retry(self, chunk: Chunk, kind: str, message: str, alone: bool) -> Settled | None:
        """Fail the page that was alone with its fault; send the others out again, one by one."""
        if alone and len(chunk.records) == 1:
            return chunk, [failed(chunk.records[0], kind, message, self._settings.format)]
        for single in chunk.singly():
            self.submit(single)
        return None

    def _schedule(self, chunk: Chunk) -> Work:
        job = Job(self._job.parser, "article") if chunk.whole else self._job
        future: Work = self._pool.schedule(work, args=(job, chunk.records), timeout=self._settings.timeout)
        return future

    def _new_pool(self) -> Any:
        return self._pebble.ProcessPool(
            max_workers=self._settings.jobs,
            initializer=prepare,
            initargs=(
                self._settings.parser,
                self._settings.memory,
                self._settings.rules,
                self._settings.limits,
            ),
            context=_context(),
        )

    def _replace_pool(self) -> None:
        """Send what is in hand to a new pool: pebble gives a pool up when a worker dies between two tasks."""
        self._breaks += 1
        if self._breaks > MAX_BREAKS:
            raise BrokenProcessPool("the workers end before they have done anything")
        self.stop()
        self.join()
        time.sleep(PAUSE * (self._breaks - 1))
        self._pool = self._new_pool()
        given_up, self._in_hand = list(self._in_hand.values()), {}
        for chunk in given_up:
            self.submit(chunk)


def make_ready() -> None:
    """Start the process that workers are forked from, which loads what they need while the run looks at its inputs."""
    _context()
    if sys.platform != "win32":
        ensure_running()


def _context() -> BaseContext:
    """How workers are started: from a process without threads, for a fork of this one would copy the locks that its
    threads hold."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["newsclean.batch.forking"])
    return context
