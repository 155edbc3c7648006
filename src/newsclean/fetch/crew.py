"""Threads that carry out calls for a thread that Ctrl-C may end at any moment.

Python raises KeyboardInterrupt in the main thread, between any two of its steps. Two things follow for a thread that
waits for others. A lock of ``concurrent.futures`` or ``threading.Condition``, both written in Python, may stay held
when the exception comes right after it was taken, and every thread that needs it waits for ever. And a signal that
comes right before a wait without an end is told of only after it. So the waiting thread uses nothing but
:class:`queue.SimpleQueue`, which is written in C, and waits a short time, again and again.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

__all__ = ["each_as_done", "short_waits"]

T = TypeVar("T")
R = TypeVar("R")

_TICK = 0.25
"""The longest wait, in seconds, after which a thread looks again whether a signal came."""

_END = object()


def short_waits(seconds: float) -> Iterator[float]:
    """The short waits, in seconds, that make up a long one: each is to be waited before the next is asked for."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        yield min(left, _TICK)


def each_as_done(call: Callable[[T], R], items: Iterable[T], at_once: int) -> Generator[R, None, None]:
    """The results of a call for every item, each as soon as it is there, of at most ``at_once`` calls at a time.

    An item is taken only when its call can begin. Leaving the loop early begins no more calls and waits for none: the
    threads do not keep a process from ending. Raises what a call raises.
    """
    source = iter(items)
    crew = _Crew(call)
    try:
        while True:
            for item in source:
                crew.begin(item)
                if crew.running >= at_once:
                    break
            if not crew.running:
                return
            yield crew.next_done()
    finally:
        crew.dismiss()


class _Raised:
    """What a call raised, in place of its result."""

    def __init__(self, error: BaseException) -> None:
        self.error = error


class _Crew(Generic[T, R]):
    """As many threads as calls have run at the same time."""

    def __init__(self, call: Callable[[T], R]) -> None:
        self._call = call
        self._todo: SimpleQueue[T | object] = SimpleQueue()
        self._done: SimpleQueue[R | _Raised] = SimpleQueue()
        self._threads = 0
        self._over = False
        self.running = 0

    def begin(self, item: T) -> None:
        """Have one of the threads make the call for an item."""
        self.running += 1
        self._todo.put(item)
        if self._threads < self.running:
            self._threads += 1
            threading.Thread(target=self._work, daemon=True, name="newsclean-fetch").start()

    def next_done(self) -> R:
        """Wait for a call to end, and return its result. Raises what the call raised."""
        while True:
            try:
                result = self._done.get(timeout=_TICK)
            except Empty:
                continue
            self.running -= 1
            if isinstance(result, _Raised):
                raise result.error
            return result

    def dismiss(self) -> None:
        """Begin no more calls; each thread ends after the call it makes."""
        self._over = True
        for _ in range(self._threads):
            self._todo.put(_END)

    def _work(self) -> None:
        while (item := self._todo.get()) is not _END and not self._over:
            try:
                self._done.put(self._call(item))  # type: ignore[arg-type]
            except BaseException as error:  # noqa: BLE001  # raised again in the thread that waits for it
                self._done.put(_Raised(error))
