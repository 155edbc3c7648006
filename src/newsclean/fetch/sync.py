"""The synchronous fetcher, on httpx, with threads where many pages are asked for.

It only carries out what page_steps.py and article_steps.py decide: it waits, sends, and runs threads. So it can't
come to another decision than the asynchronous fetcher, which carries out the same steps.
"""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar, Unpack

from newsclean.article import Article
from newsclean.errors import FetchError, refuse_unknown
from newsclean.fetch.article_steps import read_steps
from newsclean.fetch.cache import cached
from newsclean.fetch.crew import each_as_done, short_waits
from newsclean.fetch.engine import Engine, connection_of, failure_of, reply_of
from newsclean.fetch.options import FetchOptions
from newsclean.fetch.page_steps import page_steps, robots_steps
from newsclean.fetch.results import Read, Result, failed
from newsclean.fetch.robots import RobotRules
from newsclean.fetch.steps import AskRobots, Emit, Failure, Parse, Pause, Reply, Send, Step, Steps
from newsclean.fetch.streams import time_limit
from newsclean.fetch.transport import Transport
from newsclean.fetch.turn import Turn
from newsclean.page import LimitOptions, Page

if TYPE_CHECKING:
    from newsclean.rules.given import Given

__all__ = ["Fetcher", "fetch"]

T = TypeVar("T")


class Fetcher(Engine):
    """Pulls pages, one at a time or many at once, and may be shared by threads.

    Takes the keywords of :class:`~newsclean.fetch.options.Options`. Use it in a ``with`` statement, or
    close it.

    ``rules`` are rules of your own, asked before the library's: a whole book, rows, the path of a TOML file or the
    name of installed ones (None: the library's book alone). Raises RulesError for those that cannot be used.
    ``limits`` holds ``max_bytes``, ``max_depth`` and ``max_nodes`` as :class:`newsclean.Parser` has them: they are for
    parsing, beside the fetcher's own ``max_bytes`` and ``max_decoded_bytes``.

    >>> with Fetcher(per_host=1.0) as fetcher:                       # doctest: +SKIP
    ...     page = fetcher.get("https://news.sina.com.cn/c/2019-10-23/doc-iicezuev4202091.shtml")
    """

    def __init__(
        self,
        *,
        rules: Given | None = None,
        limits: LimitOptions | None = None,
        **options: Unpack[FetchOptions],
    ) -> None:
        super().__init__(rules=rules, limits=limits, **options)
        self._wire = Transport(self.options)
        self._transport = cached(self._wire, self.options.cache) if self.options.cache else self._wire
        self._slots: defaultdict[str, threading.Semaphore] = defaultdict(
            lambda: threading.Semaphore(self.options.per_host_connections)
        )
        self._asking: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._table = threading.Lock()  # guards the two tables above
        self._closed = threading.Event()

    def get(self, url: str) -> Page:
        """The page of an address, its bytes decompressed and otherwise as they came. Raises FetchError."""
        return self.run(page_steps(url, self.options))

    def read(self, url: str) -> Article:
        """The article of an address, all its pages joined. Raises FetchError, NotAnArticle, NoBody,
        InputError."""
        return self.run(read_steps(url, self.options))

    def read_many(self, urls: Iterable[str]) -> Iterator[Result]:
        """The outcomes of many addresses, each as soon as it is there: an error is a value in the stream.

        Addresses are taken from ``urls`` only when one can be fetched, so it may be endless. Leaving the
        loop early starts nothing new.
        """
        yield from each_as_done(self._result, urls, self.options.concurrency)

    def _result(self, url: str) -> Result:
        try:
            return Read(url, self.read(url))
        except Exception as error:  # noqa: BLE001  # one address must not cost the others
            return failed(url, error)

    def run(self, steps: Steps[T]) -> T:
        """Carry out all steps and return their result. Items that they emit are dropped."""
        stream = self.stream(steps)
        while True:
            try:
                next(stream)
            except StopIteration as stop:
                return stop.value  # type: ignore[no-any-return]

    def stream(self, steps: Steps[T]) -> Generator[Any, None, T]:
        """Carry out all steps, and give each item that they emit as soon as it is there."""
        answer: Any = None
        while True:
            try:
                step = steps.send(answer)
            except StopIteration as stop:
                return stop.value  # type: ignore[no-any-return]
            if isinstance(step, Emit):
                yield step.item
                answer = None
            else:
                answer = self.take(step)

    def take(self, step: Step) -> Any:
        """Carry out one step, and return its answer."""
        match step:
            case Send():
                return self._send(step)
            case Pause():
                if step.host:
                    self._pace.hold(step.host, time.monotonic() + step.seconds)
                self._sleep(step.seconds)
                return None
            case AskRobots():
                return self._rules(step.origin)
            case Parse():
                return self._parsed(step)
            case Emit():
                return None

    def _send(self, step: Send) -> Reply | Failure:
        turn = Turn(self._pace, step)
        with self._of(self._slots, turn.host):
            for wait in turn:
                self._sleep(wait)
            return turn.refused or turn.told(self._exchange(turn.send))

    def _exchange(self, step: Send) -> Reply | Failure:
        started = time.monotonic()
        try:
            with (
                time_limit(step.seconds),
                closing(self._transport.handle_request(self._request(step))) as response,
            ):
                intake, connection = self._intake(step, response), connection_of(response)
                for chunk in response.iter_raw():
                    intake.feed(chunk)
                return reply_of(step, response, intake.finish(), connection, started)
        except Exception as error:  # noqa: BLE001  # whatever it is, it is the outcome of this request
            if self._closed.is_set():
                raise _closed(step.url) from None
            return failure_of(error, step, started)

    def _rules(self, origin: str) -> RobotRules:
        # the first task to come asks the server, the others wait for its answer
        with self._of(self._asking, origin):
            rules = self._robots.get(origin, time.monotonic())
            if rules is None:
                rules = self.run(robots_steps(origin, self.options))
                self._robots.put(origin, rules, time.monotonic())
            return rules

    def _of(self, table: defaultdict[str, T], key: str) -> T:
        with self._table:
            return table[key]

    def _sleep(self, seconds: float) -> None:
        for wait in short_waits(seconds):
            if self._closed.wait(wait):
                break
        if self._closed.is_set():
            raise _closed("")

    def close(self) -> None:
        """End every connection. Requests that other threads have under way fail at once."""
        self._closed.set()
        self._wire.break_off()
        self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _closed(url: str) -> FetchError:
    return FetchError("connect", "the fetcher was closed", url=url or None)


def fetch(url: str, **options: Unpack[FetchOptions]) -> Page:
    """The page of an address. Takes the keywords of :class:`~newsclean.fetch.options.Options`.

    Raises FetchError.
    """
    refuse_unknown("fetch", options, FetchOptions.__annotations__)
    with Fetcher(**options) as fetcher:
        return fetcher.get(url)
