"""Answers and arguments that no library was made for: each is an error with a kind, and costs no other address."""

from __future__ import annotations

import asyncio
import gzip
import random
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from fetch.conftest import QUICK, Get, resolving
from fetch.server import Server, answer, raw, redirect
from fetch.toy import AsyncFetcher, Fetcher
from newsclean.errors import FetchError
from newsclean.fetch import Result

PAGE = "<html><body><h1>桥通了</h1><p>老桥今天通车。</p></body></html>"
TARGETS = {
    "a bracket": "http://[",
    "a bracket and no scheme": "//[x",
    "half an IPv6 address": "http://[::1",
    "letters for a port": "http://h:ab/",
    "a port too high": "http://h:99999999/",
    "a control character": "http://h/\x01",
    "a control character in the name": "http://h\x01/",
    "65,000 characters": "http://127.0.0.1:1/" + "a" * 66_000,
    "no name": "http:///",
    "dots for a name": "http://../",
    "a name of 300 letters": f"http://{'a' * 300}.com/",
    "a name that is no IDNA": "http://xn--\xff/",
}


def fault(get: Get, url: Any, **options: object) -> FetchError:
    with pytest.raises(FetchError) as caught:
        get(url, **options)
    return caught.value


def _refresh(target: str) -> str:
    return f'<meta http-equiv=refresh content="0;url={target}">'


@pytest.mark.parametrize("robots", [True, False])
@pytest.mark.parametrize("target", TARGETS)
def test_a_redirect_to_what_is_no_address_is_an_error_with_a_kind(
    get: Get, server: Server, target: str, robots: bool
) -> None:
    server.on("/robots.txt", answer("User-agent: *\nDisallow:\n"))
    server.on(
        "/status", raw(b"HTTP/1.1 302 X\r\nLocation: " + TARGETS[target].encode("latin-1") + b"\r\n\r\n")
    )
    # a page that only sends on is small, so a long address in a page is none of its
    server.on("/refresh", answer(_refresh(TARGETS[target])))
    server.on("/script", answer(f"<script>location.href = '{TARGETS[target]}'</script>"))
    options: dict[str, Any] = {"robots": robots, "attempts": 1, "resolver": resolving()}
    kinds = {"scheme", "connect"}  # a name may be well-formed and not exist
    assert fault(get, server.url("/status"), **options).kind in kinds
    if len(TARGETS[target]) < 1000:
        assert fault(get, server.url("/refresh"), **options).kind in kinds
        assert fault(get, server.url("/script"), **options).kind in kinds


@pytest.mark.parametrize("seconds", ["1.2.3", "..", ".", "1..", "9" * 5000])
def test_a_refresh_without_a_number_of_seconds_is_no_redirect(get: Get, server: Server, seconds: str) -> None:
    server.on("/", answer(f'<meta http-equiv=refresh content="{seconds};url=/b">'))
    assert get(server.url("/")).url == server.url("/")


@pytest.mark.parametrize("other", ["http://[x", "http://h:ab/", "//["])
def test_a_page_that_is_gone_and_names_no_address_for_its_other_form_is_gone(
    get: Get, server: Server, other: str
) -> None:
    gone = f"<meta name=mobile-agent content='format=html5;url={other}'>"
    server.on("/", answer(gone, status=404))
    assert fault(get, server.url("/")).kind == "status"


@pytest.mark.parametrize(
    "value",
    [
        "Mon, 01 Jan 2024 00:00:00 +99999999999999999999",
        "Mon, 01 Jan 0001 00:00:00 +2359",
        "Fri, 31 Dec 9999 23:59:59 -2359",
        "Mon, 99 Foo 99999999999 99:99:99",
        "9" * 400,
        "9" * 5000,
        "1e400",
        "-1",
        ",",
        "nan",
    ],
)
def test_a_retry_after_of_any_size_is_read_or_ignored(get: Get, server: Server, value: str) -> None:
    server.on("/", answer(status=503, Retry_After=value))
    error = fault(get, server.url("/"), attempts=2, total=5.0)
    assert error.kind == "status"
    assert len(error.message) < 300
    assert server.paths() in (["/"], ["/", "/"])


ROBOTS = "User-agent: *\nCrawl-delay: {}\n"


@pytest.mark.parametrize("delay", ["86400", "1e300"])
def test_a_crawl_delay_that_the_seconds_do_not_reach_for_ends_the_page_at_once(
    get: Get, server: Server, delay: str
) -> None:
    server.on("/robots.txt", answer(ROBOTS.format(delay)))
    server.on("/a", redirect("/b"))
    server.on("/b", answer(PAGE))
    started = time.monotonic()
    error = fault(get, server.url("/a"), robots=True, total=4.0)
    assert time.monotonic() - started < 4
    assert error.kind == "timeout"
    assert "asks for 30 s between two requests, more than the" in error.message
    assert server.paths() == ["/robots.txt", "/a"]


@pytest.mark.parametrize("delay", ["nan", "-5", "0", "x", "1e-400", "1e400", "inf"])
def test_a_crawl_delay_that_is_no_time_is_none(get: Get, server: Server, delay: str) -> None:
    server.on("/robots.txt", answer(ROBOTS.format(delay)))
    server.on("/a", redirect("/b"))
    server.on("/b", answer(PAGE))
    assert get(server.url("/a"), robots=True).url == server.url("/b")


def test_a_crawl_delay_above_the_ceiling_is_kept_up_to_it_and_that_is_said(get: Get, server: Server) -> None:
    server.on("/robots.txt", answer(ROBOTS.format(86400)))
    server.on("/", answer(PAGE))
    (note,) = get(server.url("/"), robots=True).notes
    assert "asks for 86,400 s between two requests; 30 s were kept" in note


def test_a_crawl_delay_counts_among_the_seconds_of_a_page(get: Get, server: Server) -> None:
    server.on("/robots.txt", answer(ROBOTS.format("0.4")))
    for here, there in ("ab", "bc", "cd", "de"):
        server.on(f"/{here}", redirect(f"/{there}"))
    server.on("/e", answer(PAGE))
    assert get(server.url("/a"), robots=True, total=20.0).url == server.url("/e")
    error = fault(get, server.url("/a"), robots=True, total=1.0)
    assert error.kind == "timeout"


def test_waiting_behind_other_pages_for_a_slow_host_costs_none_its_seconds(server: Server) -> None:
    server.on("/robots.txt", answer(ROBOTS.format("0.3")))
    server.on("*", answer(PAGE))
    options: dict[str, Any] = {**QUICK, "robots": True, "total": 1.0}
    with Fetcher(**options) as fetcher:
        assert all(result.ok for result in fetcher.read_many([server.url(f"/{n}") for n in range(8)]))


# --- read_many never stops ---------------------------------------------------------------------------------

NO_ADDRESSES = [
    None,
    3,
    4.5,
    b"http://127.0.0.1/",
    ["x"],
    "",
    "x",
    "http://[",
    "http://\ud800/",
    "http://h/\udcff",
]


def _many_sync(urls: list[Any], kind: type[Fetcher] = Fetcher) -> list[Result]:
    with kind(**QUICK) as fetcher:
        return list(fetcher.read_many(urls))


def _many_async(urls: list[Any], kind: type[AsyncFetcher] = AsyncFetcher) -> list[Result]:
    async def run() -> list[Result]:
        async with kind(**QUICK) as fetcher:
            return [result async for result in fetcher.read_many(urls)]

    return asyncio.run(run())


@pytest.mark.parametrize("many", [_many_sync, _many_async])
def test_what_is_no_address_is_a_result_among_the_others(
    many: Callable[[list[Any]], list[Result]], server: Server
) -> None:
    server.on("/", answer(PAGE))
    found = many([*NO_ADDRESSES, server.url("/")])
    assert len(found) == len(NO_ADDRESSES) + 1
    assert [result.url for result in found if result.ok] == [server.url("/")]
    assert {type(result.error) for result in found if not result.ok} == {FetchError}
    assert {result.error.kind for result in found if result.error} == {"scheme"}
    assert {result.url for result in found} >= {"None", "3"}


@pytest.mark.parametrize("url", [None, 3, b"http://127.0.0.1/"])
def test_what_is_no_text_is_no_address(get: Get, url: Any) -> None:
    assert fault(get, url).kind == "scheme"


def test_a_fault_of_the_parser_costs_one_page(server: Server) -> None:
    class Careless(Fetcher):
        def parse(self, page: Any) -> Any:
            raise ZeroDivisionError

    class CarelessToo(AsyncFetcher):
        def parse(self, page: Any) -> Any:
            raise ZeroDivisionError

    server.on("*", answer(PAGE))
    urls = [server.url(f"/{number}") for number in range(20)]
    for found in (_many_sync(urls, Careless), _many_async(urls, CarelessToo)):
        assert [result.error.kind for result in found if result.error] == ["bug"] * 20


# --- one fetcher, several event loops -------------------------------------------------------------------------


def test_an_asynchronous_fetcher_works_in_one_event_loop_after_the_other(server: Server) -> None:
    server.on("*", answer(PAGE))
    server.on("/robots.txt", answer(""))
    fetcher = AsyncFetcher(**{**QUICK, "robots": True})

    async def go(number: int) -> list[Result]:
        urls = [server.url(f"/{number}/{each}") for each in range(20)]
        return [result async for result in fetcher.read_many(urls)]

    for number in range(4):
        found = asyncio.run(go(number))
        assert [result.error for result in found] == [None] * 20


def test_an_asynchronous_fetcher_that_was_closed_says_so_until_it_is_opened_again(server: Server) -> None:
    server.on("*", answer(PAGE))
    fetcher = AsyncFetcher(**QUICK)

    async def go() -> str | None:
        async with fetcher:
            return (await fetcher.read(server.url("/"))).title

    assert asyncio.run(go()) == asyncio.run(go()) == "桥通了"
    with pytest.raises(FetchError, match="closed"):
        asyncio.run(fetcher.read(server.url("/")))


# --- options, and what is said first --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wrong",
    [
        {"headers": {"X-Name": "桥"}},
        {"headers": {"桥": "x"}},
        {"headers": {"X Y": "x"}},
        {"headers": {"X": "a\nb"}},
        {"user_agent": "新闻"},
        {"proxy": "127.0.0.1:8080"},
        {"proxy": "proxy"},
        {"proxy": "ftp://proxy:21"},
        {"proxy": "http://[::1"},
        {"proxy": "http://h:ab"},
    ],
)
def test_options_that_no_request_can_carry_are_refused_when_the_fetcher_is_made(
    wrong: dict[str, Any],
) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Fetcher(**wrong)
    with pytest.raises(ValueError, match=next(iter(wrong))):
        AsyncFetcher(**wrong)


def test_a_socks_proxy_without_its_package_is_said_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("newsclean.fetch.transport.find_spec", lambda _name: None)
    with pytest.raises(ImportError, match=r"pip install 'httpx\[socks\]'"):
        Fetcher(proxy="socks5://127.0.0.1:1080")


def test_limits_beyond_any_clock_are_no_limits(get: Get, server: Server) -> None:
    server.on("/", answer(PAGE))
    assert get(server.url("/"), timeout=1e300, total=float("inf")).status == 200


def test_a_name_without_an_address_is_said_first_and_robots_txt_last(get: Get) -> None:
    error = fault(get, "http://nowhere.example/a", robots=True, resolver=resolving())
    assert error.kind == "connect"
    assert error.message.startswith("the name nowhere.example has no address: no such name")
    assert "robots.txt" in error.message.partition("no such name")[2]


def test_an_address_inside_is_said_first_and_robots_txt_last(get: Get) -> None:
    error = fault(
        get,
        "http://inside.example/a",
        robots=True,
        allow_private=False,
        resolver=resolving(inside__example="10.0.0.1"),
    )
    assert error.kind == "blocked_address"
    assert error.message.startswith("inside.example leads to 10.0.0.1 (private)")
    assert "robots.txt" in error.message


def test_a_resolver_that_gives_no_ip_address_is_a_connect_error(get: Get) -> None:
    assert (
        fault(get, "http://a.example/", allow_private=False, attempts=1, resolver=lambda _h, _p: ["x"]).kind
        == "connect"
    )


# --- any bytes at all -----------------------------------------------------------------------------------------

GOOD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 30\r\n\r\n<p>" + b"x" * 27,
    b"HTTP/1.1 302 X\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>ab\r\n0\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"<p>ab", mtime=0),
    b"HTTP/1.1 503 X\r\nRetry-After: Mon, 01 Jan 2024 00:00:00 +0000\r\n\r\n",
    b"HTTP/1.1 200 OK\r\n\r\n" + _refresh("http://127.0.0.1:1/a").encode(),
    b"HTTP/1.1 404 OK\r\n\r\n<meta name=mobile-agent content='format=html5;url=http://x.sina.cn/a'>",
    b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nCrawl-delay: 5\nDisallow: /a*$\nAllow: /\n",
)
ODD = (
    b"\r\n",
    b"\0",
    b"\xff",
    b"[",
    b"%",
    b":",
    b"9" * 30,
    b"-1",
    b"http://[",
    b"\n ",
    b"gzip, br",
    b"@",
    b"\xd0\xc2",
)


def _damaged(chance: random.Random) -> bytes:
    data = bytearray(chance.choice(GOOD))
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(3):
            case 0:
                data[at:at] = chance.choice(ODD)
            case 1:
                del data[at : at + chance.randint(1, 6)]
            case 2:
                data[at : at + 1] = bytes([chance.randrange(256)])
    return bytes(data)


def test_whatever_a_server_answers_it_is_a_page_or_an_error_with_a_kind(get: Get, server: Server) -> None:
    chance = random.Random(11)  # noqa: S311  # damage that is the same in every run, no secret
    for number in range(60):
        server.on("/robots.txt", raw(_damaged(chance)) if number % 3 == 0 else answer(""))
        server.on("/", raw(_damaged(chance)))
        with suppress(FetchError):
            get(server.url("/"), robots=True, attempts=1, timeout=1.0, total=2.0)
