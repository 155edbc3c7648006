"""Fixtures of the fetcher's tests: servers, a certificate authority for them, and one way to call both fetchers."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
import trustme

from fetch.loopback import certified, site
from fetch.server import Server, running
from newsclean.fetch import AsyncFetcher, Fetcher
from newsclean.fetch import rate as pace_module
from newsclean.page import Page

__all__ = ["QUICK", "Get", "certified", "resolving", "site"]  # the fixtures of loopback.py among them

QUICK: dict[str, Any] = {
    "allow_private": True,
    "robots": False,
    "per_host": 1000.0,
    "timeout": 5.0,
    "total": 20.0,
}
"""Options of tests that are about neither robots nor rates."""


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as found:
        yield found


@pytest.fixture
def second() -> Iterator[Server]:
    with running() as found:
        yield found


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


@pytest.fixture
def tls_server(authority: trustme.CA) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("news.sina.com.cn", "news.sina.cn", "example.test").configure_cert(context)
    with running(context) as found:
        yield found


@pytest.fixture(autouse=True)
def _no_long_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Backing off is tested by its numbers; no test sits it out."""
    monkeypatch.setattr(pace_module, "uniform", lambda _least, _most: 0.01)


def resolving(**names: str | Sequence[str]) -> Callable[[str, int], Sequence[str]]:
    """A resolver that knows some names (``__`` for a dot, one address or several), and no others."""
    table = {
        name.replace("__", "."): [ips] if isinstance(ips, str) else list(ips) for name, ips in names.items()
    }

    def resolve(host: str, _port: int) -> Sequence[str]:
        import socket

        if host in table:
            return table[host]
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    return resolve


Get = Callable[..., Page]


def _get_sync(url: str, **options: Any) -> Page:
    with Fetcher(**{**QUICK, **options}) as fetcher:
        return fetcher.get(url)


def _get_async(url: str, **options: Any) -> Page:
    async def run() -> Page:
        async with AsyncFetcher(**{**QUICK, **options}) as fetcher:
            return await fetcher.get(url)

    return asyncio.run(run())


@pytest.fixture(params=["sync", "async"])
def get(request: pytest.FixtureRequest) -> Get:
    """One page by either driver: what one does, both must."""
    return _get_sync if request.param == "sync" else _get_async
