"""The asynchronous fetcher, on httpx and asyncio.

It only carries out what page_steps.py and article_steps.py decide: it waits, sends, and runs tasks. So it can't
come to another decision than the synchronous fetcher, which carries out the same steps.
"""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import AsyncGenerator, Iterable
from contextlib import aclosing
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeVar, Unpack

import httpx

from newsclean.article import Article
from newsclean.errors import FetchError
from newsclean.fetch.article_steps import read_steps
from newsclean.fetch.cache import async_cached
from newsclean.fetch.engine import Engine, connection_of, failure_of, reply_of
from newsclean.fetch.options import FetchOptions
from newsclean.fetch.page_steps import page_steps, robots_steps
from newsclean.fetch.results import Read, Result, failed
from newsclean.fetch.robots import RobotRules
from newsclean.fetch.steps import AskRobots, Emit, Failure, Parse, Pause, Reply, Send, Step, Steps
from newsclean.fetch.transport import AsyncTransport
from newsclean.fetch.turn import Turn
from newsclean.page import LimitOptions, Page

if TYPE_CHECKING:
    from newsclean.rules.given import Given

__all__ = ["AsyncFetcher"]

T = TypeVar("T")


class _Lines(NamedTuple):
    """What belongs to one event loop and can't be used in another: connections, slots, locks."""

    transport: httpx.AsyncBaseTransport
    slots: defaultdict[str, asyncio.Semaphore]
    asking: defaultdict[str, asyncio.Lock]
    end: AsyncGenerator[None, None]


async def _closing(transport: httpx.AsyncBaseTransport) -> AsyncGenerator[None, None]:
    """Closes the transport when it is closed itself. asyncio closes all generators before it ends a loop, so the
    connections end in the loop that made them; after it they no longer can."""
    try:
        yield
    finally:
        await transport.aclose()


class AsyncFetcher(Engine):
    """Pulls pages, one at a time or many at once, on asyncio.

    Takes the keywords of :class:`~newsclean.fetch.options.Options`. Use it in an ``async with`` statement, or
    ``await`` its :meth:`aclose`. It may be used in one event loop after the other, and in several threads: each loop
    has connections of its own; turns and robots rules are common to all.

    ``rules`` are rules of your own, asked before the library's: a whole book, rows, the path of a TOML file or the
    name of installed ones (None: the library's book alone). Raises RulesError for those that cannot be used.
    ``limits`` holds ``max_bytes``, ``max_depth`` and ``max_nodes`` as :class:`newsclean.Parser` has them: they are for
    parsing, beside the fetcher's own ``max_bytes`` and ``max_decoded_bytes``.
    """

    def __init__(
        self,
        *,
        rules: Given | None = None,
        limits: LimitOptions | None = None,
        **options: Unpack[FetchOptions],
    ) -> None:
        super().__init__(rules=rules, limits=limits, **options)
        # made at once, for the first loop: options that can't be carried out are said here
        self._spare: httpx.AsyncBaseTransport | None = self._transport()
        self._lines: dict[asyncio.AbstractEventLoop, _Lines] = {}
        self._closed = False

    def _transport(self) -> httpx.AsyncBaseTransport:
        wire = AsyncTransport(self.options)
        return async_cached(wire, self.options.cache) if self.options.cache else wire

    async def _here(self) -> _Lines:
        """What belongs to the running loop. Raises FetchError when the fetcher is closed."""
        if self._closed:
            raise FetchError("connect", "the fetcher was closed")
        loop = asyncio.get_running_loop()
        lines = self._lines.get(loop)
        if lines is None:
            for over in [known for known in list(self._lines) if known.is_closed()]:
                self._lines.pop(over, None)
            transport, self._spare = self._spare or self._transport(), None
            slots: defaultdict[str, asyncio.Semaphore] = defaultdict(
                lambda: asyncio.Semaphore(self.options.per_host_connections)
            )
            lines = self._lines[loop] = _Lines(
                transport, slots, defaultdict(asyncio.Lock), _closing(transport)
            )
            await anext(lines.end)
        return lines

    async def get(self, url: str) -> Page:
        """The page of an address, its bytes decompressed and otherwise as they came. Raises FetchError."""
        return await self.run(page_steps(url, self.options))

    async def read(self, url: str) -> Article:
        """The article of an address, all its pages joined. Raises FetchError, NotAnArticle, NoBody,
        InputError."""
        return await self.run(read_steps(url, self.options))

    async def read_many(self, urls: Iterable[str]) -> AsyncGenerator[Result, None]:
        """The outcomes of many addresses, each as soon as it is there: an error is a value in the stream.

        Addresses are taken from ``urls`` only when one can be fetched, so it may be endless. Leaving the
        loop early cancels what is under way, once the generator is closed (``contextlib.aclosing`` does it
        at once).
        """
        source = iter(urls)
        running: set[asyncio.Task[Result]] = set()
        try:
            while True:
                for url in source:
                    running.add(asyncio.create_task(self._result(url)))
                    if len(running) >= self.options.concurrency:
                        break
                if not running:
                    return
                done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    yield task.result()
        finally:
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)

    async def _result(self, url: str) -> Result:
        try:
            return Read(url, await self.read(url))
        except Exception as error:  # noqa: BLE001  # one address must not cost the others
            return failed(url, error)

    async def run(self, steps: Steps[T]) -> T:
        """Carry out all steps and return their result. Items that they emit are dropped."""
        answer: Any = None
        while True:
            try:
                step = steps.send(answer)
            except StopIteration as stop:
                return stop.value  # type: ignore[no-any-return]  # StopIteration has no type for its value
            answer = await self.take(step)

    async def stream(self, steps: Steps[Any]) -> AsyncGenerator[Any, None]:
        """Carry out all steps, and give each item that they emit as soon as it is there."""
        answer: Any = None
        while True:
            try:
                step = steps.send(answer)
            except StopIteration:
                return
            if isinstance(step, Emit):
                yield step.item
                answer = None
            else:
                answer = await self.take(step)

    async def take(self, step: Step) -> Any:
        """Carry out one step, and return its answer."""
        match step:
            case Send():
                return await self._send(step)
            case Pause():
                if step.host:
                    self._pace.hold(step.host, time.monotonic() + step.seconds)
                return await asyncio.sleep(step.seconds)
            case AskRobots():
                return await self._rules(step.origin)
            case Parse():
                return await asyncio.to_thread(self._parsed, step)
            case Emit():
                return None

    async def _send(self, step: Send) -> Reply | Failure:
        lines, turn = await self._here(), Turn(self._pace, step)
        async with lines.slots[turn.host]:
            for wait in turn:
                await asyncio.sleep(wait)
            return turn.refused or turn.told(await self._exchange(turn.send, lines.transport))

    async def _exchange(self, step: Send, transport: httpx.AsyncBaseTransport) -> Reply | Failure:
        started = time.monotonic()
        try:
            async with asyncio.timeout(step.seconds):
                response = await transport.handle_async_request(self._request(step))
                async with aclosing(response):
                    intake, connection = self._intake(step, response), connection_of(response)
                    async for chunk in response.aiter_raw():
                        intake.feed(chunk)
                    return reply_of(step, response, intake.finish(), connection, started)
        except Exception as error:  # noqa: BLE001  # whatever it is, it is the outcome of this request
            return failure_of(error, step, started)

    async def _rules(self, origin: str) -> RobotRules:
        # the first task to come asks the server, the others wait for its answer
        async with (await self._here()).asking[origin]:
            rules = self._robots.get(origin, time.monotonic())
            if rules is None:
                rules = await self.run(robots_steps(origin, self.options))
                self._robots.put(origin, rules, time.monotonic())
            return rules

    async def aclose(self) -> None:
        """End every connection of the running loop. Those of other loops end with their loops."""
        self._closed = True
        lines = self._lines.pop(asyncio.get_running_loop(), None)
        if lines is not None:
            await lines.end.aclose()

    async def __aenter__(self) -> Self:
        self._closed = False
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()
