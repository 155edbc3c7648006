"""Many pages at once: the rate at the server, errors as values, leaving early."""

from __future__ import annotations

import asyncio
import itertools
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from fetch.conftest import QUICK
from fetch.server import Server, answer, dripping, silent
from newsclean.article import Article
from newsclean.blocks import Paragraph, Run
from newsclean.errors import FetchError, NotAnArticle
from newsclean.fetch import AsyncFetcher as AsyncPageFetcher
from newsclean.fetch import Fetcher as PageFetcher
from newsclean.fetch import Result
from newsclean.fetch.crew import each_as_done
from newsclean.fetch.rate import Pace
from newsclean.page import Page


def _article(page: Page) -> Article:
    if b"nothing" in page.content:
        raise NotAnArticle("empty", "there is nothing", url=page.url)
    return Article(title=page.content.decode(), blocks=(Paragraph((Run("x"),)),), layout="test", url=page.url)


class Fetcher(PageFetcher):
    def parse(self, page: Page) -> Article:
        return _article(page)


class AsyncFetcher(AsyncPageFetcher):
    def parse(self, page: Page) -> Article:
        return _article(page)


def many_sync(urls: Iterable[str], **options: object) -> list[Result]:
    with Fetcher(**{**QUICK, **options}) as fetcher:
        return list(fetcher.read_many(urls))


def many_async(urls: Iterable[str], **options: object) -> list[Result]:
    async def run() -> list[Result]:
        async with AsyncFetcher(**{**QUICK, **options}) as fetcher:
            return [result async for result in fetcher.read_many(urls)]

    return asyncio.run(run())


Many = Callable[..., list[Result]]
many = pytest.mark.parametrize("many", [many_sync, many_async])


def most_in_a_second(times: list[float]) -> int:
    times = sorted(times)
    return max(sum(1 for other in times if start <= other < start + 1.0) for start in times)


@many
def test_a_thousand_addresses_at_fifty_at_once_keep_the_rate(many: Many, server: Server) -> None:
    server.on("*", answer("<p>x</p>"))
    urls = [server.url(f"/{number}") for number in range(1000)]
    started = time.monotonic()
    results = many(urls, concurrency=50, per_host=400.0, per_host_connections=50)
    took = time.monotonic() - started
    assert sorted(result.url for result in results) == sorted(urls)
    assert all(result.ok for result in results)
    assert len(server.asked) == 1000
    assert took < 60  # a ceiling that only a hang would pass
    # A slow machine may bunch arrivals that left in time: the run holds the rate, a second holds it roughly.
    times = sorted(asked.at for asked in server.asked)
    assert times[-1] - times[0] >= 999 / 400 - 0.2
    assert most_in_a_second(times) <= 400 * 2


@many
def test_no_more_requests_run_at_once_at_a_host_than_its_connections(many: Many, server: Server) -> None:
    def slow(owner: Server, connection: object, asked: object) -> None:
        owner.stopping.wait(0.03)
        answer("<p>x</p>")(owner, connection, asked)  # type: ignore[arg-type]

    server.on("*", slow)
    many([server.url(f"/{n}") for n in range(40)], concurrency=20, per_host_connections=3)
    assert server.most_at_once == 3


@many
def test_a_host_that_asks_for_quiet_gets_it_from_all_tasks(many: Many, server: Server) -> None:
    server.on("/first", answer(status=429, Retry_After="1"), answer("<p>x</p>"))
    server.on("*", answer("<p>x</p>"))
    urls = [server.url("/first"), *(server.url(f"/{n}") for n in range(30))]
    assert all(r.ok for r in many(urls, concurrency=2, per_host=40.0, per_host_connections=1))
    first = next(asked.at for asked in server.asked if asked.path == "/first")
    assert sum(1 for asked in server.asked if first < asked.at < first + 0.9) <= 1


@many
def test_an_error_is_a_value_in_the_stream(many: Many, server: Server) -> None:
    server.on("/good", answer("<p>x</p>"))
    server.on("/none", answer("nothing"))
    urls = [server.url("/good"), server.url("/none"), server.url("/gone"), "ftp://x/"]
    kinds = {r.url: r.error.kind if r.error else None for r in many(urls)}
    assert list(kinds.values()).count(None) == 1
    assert [kinds[url] for url in urls] == [None, "empty", "status", "scheme"]


@many
def test_results_come_as_they_arrive_and_a_slow_page_holds_up_none(many: Many, server: Server) -> None:
    server.on("/slow", dripping())
    server.on("*", answer("<p>x</p>"))
    urls = [server.url("/slow"), *(server.url(f"/{n}") for n in range(5))]
    results = many(urls, total=1.0)
    assert [result.ok for result in results] == [True] * 5 + [False]


def test_addresses_are_taken_as_there_is_room_for_them(server: Server) -> None:
    server.on("*", answer("<p>x</p>"))
    taken = itertools.count()

    def endless() -> Iterator[str]:
        while True:
            yield server.url(f"/{next(taken)}")

    with Fetcher(**{**QUICK, "concurrency": 4}) as fetcher:
        for number, _ in enumerate(fetcher.read_many(endless())):
            if number == 10:
                break
    assert next(taken) < 30


def test_closing_a_fetcher_ends_what_other_threads_wait_for(server: Server) -> None:
    server.on("*", silent)
    results: list[Result] = []
    fetcher = Fetcher(**{**QUICK, "timeout": 30.0, "total": 60.0})
    reader = threading.Thread(
        target=lambda: results.extend(fetcher.read_many([server.url("/a"), server.url("/b")]))
    )
    reader.start()
    while len(server.asked) < 2:
        time.sleep(0.01)
    fetcher.close()
    reader.join(10)
    assert not reader.is_alive()
    assert [result.error.kind for result in results if result.error] == ["connect", "connect"]


def test_leaving_an_asynchronous_stream_cancels_what_is_under_way(server: Server) -> None:
    server.on("/quick", answer("<p>x</p>"))
    server.on("/never", silent)

    async def run() -> Result:
        async with AsyncFetcher(**{**QUICK, "timeout": 30.0, "total": 60.0}) as fetcher:
            stream = fetcher.read_many([server.url("/never"), server.url("/quick")])
            first = await anext(stream)
            await stream.aclose()
            return first

    assert asyncio.run(asyncio.wait_for(run(), 10)).url == server.url("/quick")


def test_turns_are_one_interval_apart_and_a_held_host_gives_none_out() -> None:
    pace = Pace()
    assert [pace.reserve("a", 0.5, 100.0) for _ in range(3)] == [0.0, 0.5, 1.0]
    assert pace.reserve("b", 0.5, 100.0) == 0.0
    assert pace.reserve("a", 0.5, 110.0) == 0.0
    pace.hold("b", 130.0)
    assert pace.held("b", 120.0) == 10.0
    assert pace.reserve("b", 0.5, 120.0) == 10.0
    assert pace.held("a", 120.0) == 0.0


SCRIPT = """
import signal, sys, threading
from fetch.toy import Fetcher
signal.signal(signal.SIGINT, signal.default_int_handler)  # as on a terminal: a job in the background may ignore it

def ctrl_c():
    # Another thread gets the signal, so the main thread's wait is not interrupted. It is what happens to a signal
    # that comes right before a wait begins.
    signal.pthread_kill(threading.get_ident(), signal.SIGINT)

fetcher = Fetcher(
    allow_private=True, robots=False, per_host=1000.0, per_host_connections=30, timeout=60.0, total=120.0
)
with fetcher:
    SCENE
"""
MANY = """
    for result in fetcher.read_many(sys.argv[1:]):
        print(result.url, flush=True)
"""
UNNOTICED = """
    for result in fetcher.read_many(sys.argv[1:]):
        threading.Timer(0.3, ctrl_c).start()
        print(result.url, flush=True)
"""
ASLEEP = """
    threading.Timer(0.3, ctrl_c).start()
    fetcher.get(sys.argv[1])
"""


@contextmanager
def running(scene: str, urls: Sequence[str]) -> Iterator[subprocess.Popen[str]]:
    """A process of its own that plays a scene of :data:`SCRIPT`."""
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT.replace("    SCENE", scene), *urls],
        cwd=Path(__file__).parent.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def ended_by_ctrl_c(process: subprocess.Popen[str]) -> str:
    """What is left of the output of a process that Ctrl-C ended, in far less than the minute its pages would take."""
    rest, complaints = process.communicate(timeout=15)
    assert complaints.rstrip().endswith("KeyboardInterrupt")
    assert process.returncode == -signal.SIGINT
    return rest


def test_ctrl_c_ends_a_run_at_once_with_what_is_done_already_out(server: Server) -> None:
    server.on("/quick", answer("<p>x</p>"))
    server.on("*", silent)
    urls = [server.url("/quick"), *(server.url(f"/never{n}") for n in range(40))]
    with running(MANY, urls) as process:
        assert process.stdout
        assert process.stdout.readline().strip() == urls[0]
        process.send_signal(signal.SIGINT)
        assert ended_by_ctrl_c(process) == ""
    assert len(server.asked) < len(urls)


def test_ctrl_c_that_interrupts_no_wait_is_noticed_in_a_run(server: Server) -> None:
    server.on("/quick", answer("<p>x</p>"))
    server.on("*", silent)
    urls = [server.url("/quick"), *(server.url(f"/never{n}") for n in range(3))]
    with running(UNNOTICED, urls) as process:
        assert ended_by_ctrl_c(process).strip() == urls[0]


def test_ctrl_c_that_interrupts_no_wait_is_noticed_while_a_server_asks_for_quiet(server: Server) -> None:
    server.on("*", answer(status=429, Retry_After="50"))
    with running(ASLEEP, [server.url("/busy")]) as process:
        assert ended_by_ctrl_c(process) == ""


def test_what_is_no_exception_ends_the_run_that_asked_for_it() -> None:
    def leave(number: int) -> int:
        if number == 2:
            raise SystemExit(7)
        return number

    results = each_as_done(leave, range(100), 1)
    assert [next(results), next(results)] == [0, 1]
    with pytest.raises(SystemExit, match="7"):
        next(results)


def test_no_more_items_are_taken_than_calls_may_run() -> None:
    taken: list[int] = []
    go = threading.Event()

    def source() -> Iterator[int]:
        for number in itertools.count():
            taken.append(number)
            yield number

    def call(number: int) -> int:
        if number:
            go.wait(10)
        return number

    results = each_as_done(call, source(), 3)
    assert next(results) == 0
    assert taken == [0, 1, 2]
    go.set()
    assert next(results) in {1, 2, 3}
    assert taken == [0, 1, 2, 3]
    results.close()
    assert taken == [0, 1, 2, 3]


def test_a_connection_made_while_the_fetcher_is_closed_ends_at_once(server: Server) -> None:
    server.on("*", silent)
    looking, go = threading.Event(), threading.Event()

    def resolve(host: str, port: int) -> list[str]:
        looking.set()
        go.wait(5)
        return ["127.0.0.1"]

    fetcher = Fetcher(allow_private=True, robots=False, resolver=resolve, timeout=60.0, total=120.0)
    failures: list[FetchError] = []

    def read() -> None:
        try:
            fetcher.get(server.url("/never", host="late.example"))
        except FetchError as error:
            failures.append(error)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    assert looking.wait(5)
    fetcher.close()
    go.set()
    reader.join(5)
    assert not reader.is_alive()
    assert [error.message for error in failures] == ["the fetcher was closed"]
