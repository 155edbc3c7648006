"""How much the fetcher costs: pages a second through fetch, and through fetch and parse, beside httpx alone.

A server in a process of its own hands out one bundled page on loopback. Every client asks for it equally often, with
equally many requests at once, and without a rate limit, which would hide what is measured. The ratios are what
counts; the figures are the machine's.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import multiprocessing
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx

from newsclean import parse_page
from newsclean.page import Page
from newsclean.reader import AsyncFetcher, Fetcher

# The page that is served; of ordinary size for a fixture.
PAGE = Path(__file__).parent.parent / "tests/fixtures/finance-2018--stock-spans/page.html"
# The server is on loopback, has no robots.txt, and is to be asked as fast as it answers.
OPTIONS: dict[str, Any] = {"allow_private": True, "robots": False, "per_host": 1e6}


def serve(port: Any, content: bytes) -> None:
    """Answer every request with the page, compressed, until the process is ended."""
    body = gzip.compress(content)
    lines = (
        "HTTP/1.1 200 OK",
        "Content-Type: text/html",
        "Content-Encoding: gzip",
        f"Content-Length: {len(body)}",
    )
    head = "\r\n".join(lines) + "\r\n\r\n"

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await reader.readuntil(b"\r\n\r\n"):
                writer.write(head.encode() + body)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def run() -> None:
        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        port.value = server.sockets[0].getsockname()[1]
        await server.serve_forever()

    asyncio.run(run())


async def with_httpx(urls: list[str], at_once: int) -> None:
    """Pages by httpx alone: decompressed, not checked, not parsed."""
    left = iter(urls)
    async with httpx.AsyncClient(trust_env=False) as client:

        async def work() -> None:
            for url in left:
                (await client.get(url)).raise_for_status()

        await asyncio.gather(*[work() for _ in range(at_once)])


async def with_get(urls: list[str], at_once: int) -> None:
    """Pages by the fetcher, not parsed."""
    left = iter(urls)
    async with AsyncFetcher(**OPTIONS, per_host_connections=at_once) as fetcher:

        async def work() -> None:
            for url in left:
                await fetcher.get(url)

        await asyncio.gather(*[work() for _ in range(at_once)])


async def with_read_many(urls: list[str], at_once: int) -> None:
    """Articles by the asynchronous fetcher."""
    async with AsyncFetcher(**OPTIONS, per_host_connections=at_once, concurrency=at_once) as fetcher:
        async for result in fetcher.read_many(urls):
            assert result.ok, result.error  # noqa: S101  # a failed page would make the figure a lie


async def with_threads(urls: list[str], at_once: int) -> None:
    """Articles by the synchronous fetcher and its threads."""
    with Fetcher(**OPTIONS, per_host_connections=at_once, concurrency=at_once) as fetcher:
        assert all(result.ok for result in fetcher.read_many(urls))  # noqa: S101  # as above


async def only_parse(urls: list[str], _at_once: int) -> None:
    """The parser alone, to see its share."""
    content = PAGE.read_bytes()
    for url in urls:
        parse_page(Page(content, url=url))


def rate(work: Callable[[list[str], int], Awaitable[None]], urls: list[str], at_once: int) -> float:
    """Pages a second, the best of three runs."""
    best = float("inf")
    for _ in range(3):
        started = time.perf_counter()
        asyncio.run(work(urls, at_once))  # type: ignore[arg-type]
        best = min(best, time.perf_counter() - started)
    return len(urls) / best


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--pages", type=int, default=1000)
    options.add_argument("--at-once", type=int, default=20)
    given = options.parse_args()
    port = multiprocessing.Value("i", 0)
    server = multiprocessing.Process(target=serve, args=(port, PAGE.read_bytes()), daemon=True)
    server.start()
    while not port.value:
        time.sleep(0.01)
    urls = [f"http://127.0.0.1:{port.value}/{number}.shtml" for number in range(given.pages)]
    base = rate(with_httpx, urls, given.at_once)
    print(f"{'httpx alone':<36}{base:>9.0f} pages/s")
    for name, work in (
        ("fetch", with_get),
        ("parse alone", only_parse),
        ("fetch and parse, asynchronous", with_read_many),
        ("fetch and parse, threads", with_threads),
    ):
        found = rate(work, urls, given.at_once)
        print(f"{name:<36}{found:>9.0f} pages/s{found / base:>8.2f} of httpx")
    server.kill()


if __name__ == "__main__":
    main()
