"""Sina's hosts on loopback, by their real names: a resolver that knows them, one server with a certificate for all of
them, and answers told by host and path. The guard checks the addresses as it always does; only the last step, the
connection to port 443 of such an address, goes to the server instead.
"""

from __future__ import annotations

import json
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpcore
import httpx
import pytest
import trustme

from fetch.server import Asked, Server, answer

HOSTS = (
    "feed.mix.sina.com.cn",
    "zhibo.sina.com.cn",
    "interface.sina.cn",
    "app.cj.sina.com.cn",
    "newsapp.sina.cn",
    "top.news.sina.com.cn",
    "top.finance.sina.com.cn",
    "vip.stock.finance.sina.com.cn",
    "finance.sina.com.cn",
    "finance.sina.cn",
    "news.sina.com.cn",
    "k.sina.com.cn",
)
ADDRESS = "123.126.45.68"  # a public address, which the guard lets pass

Respond = Callable[[str], object]
"""From an address to what is answered: bytes, a text (a page), a number (a status), or what becomes JSON."""


@dataclass
class Site:
    """What stands in for the site. ``asked`` are the addresses that were asked for, but for robots.txt; ``referers``
    the headers that came with them; ``looked_up`` the names."""

    server: Server
    trusting: ssl.SSLContext
    respond: dict[str, Respond] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    looked_up: list[str] = field(default_factory=list)
    referers: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.server.on("*", self._answer)

    def resolve(self, host: str, _port: int) -> list[str]:
        self.looked_up.append(host)
        if host not in HOSTS:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return [ADDRESS]

    @property
    def options(self) -> dict[str, Any]:
        """Options of a fetcher that asks this site."""
        return {
            "ssl_context": self.trusting,
            "resolver": self.resolve,
            "per_host": 1000.0,
            "attempts": 1,
            "timeout": 5.0,
        }

    def _answer(self, server: Server, connection: Any, asked: Asked) -> None:
        host = asked.headers["host"]
        url = f"https://{host}{asked.path}"
        if asked.path == "/robots.txt":
            answer(status=404)(server, connection, asked)
            return
        self.asked.append(url)
        self.referers.append(asked.headers.get("referer", ""))
        path = asked.path.partition("?")[0]
        respond = self.respond.get(f"{host}{path}") or self.respond.get(host)
        body = respond(url) if respond else 404
        _handler(body)(server, connection, asked)


def _handler(body: object) -> Any:
    if isinstance(body, int):
        return answer(status=body)
    if isinstance(body, str):
        return answer(body)
    if isinstance(body, bytes):
        return answer(body, Content_Type="text/html; charset=gbk")
    return answer(json.dumps(body, ensure_ascii=False), Content_Type="application/json; charset=utf-8")


def field_of(url: str, name: str, default: str = "") -> str:
    """The value of a key of an address's query."""
    return parse_qs(urlsplit(url).query, keep_blank_values=True).get(name, [default])[0]


@pytest.fixture(scope="session")
def certified(authority: trustme.CA) -> trustme.LeafCert:
    """A certificate for all hosts."""
    return authority.issue_cert(*HOSTS)


@pytest.fixture
def site(certified: trustme.LeafCert, trusting: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The site on loopback, for fetchers that are given its ``options`` and for those that are given none."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certified.configure_cert(context)
    server = Server(context=context)
    found = Site(server, trusting)
    connect, connect_async = httpcore.SyncBackend.connect_tcp, httpcore.AnyIOBackend.connect_tcp

    def to_server(self: Any, host: str, port: int, *rest: Any) -> Any:
        assert (host, port) == (ADDRESS, 443)
        return connect(self, server.host, server.port, *rest)

    async def to_server_async(self: Any, host: str, port: int, *rest: Any) -> Any:
        assert (host, port) == (ADDRESS, 443)
        return await connect_async(self, server.host, server.port, *rest)

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", to_server)
    monkeypatch.setattr(httpcore.AnyIOBackend, "connect_tcp", to_server_async)
    monkeypatch.setattr("newsclean.fetch.transport.system_resolver", found.resolve)
    monkeypatch.setattr("newsclean.cli.witness.system_resolver", found.resolve)
    monkeypatch.setattr(httpx, "create_ssl_context", lambda **_given: trusting)
    yield found
    server.close()
