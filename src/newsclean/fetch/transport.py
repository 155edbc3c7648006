"""Connections under httpx: a host name is looked up once, its addresses are checked, and the connection goes to an
address that was checked.

httpx alone would look the name up when it connects, and could get another answer than the check did (DNS rebinding).
So the check sits in the network backend of httpcore's pools, where connections are made.
"""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from functools import partial
from importlib.util import find_spec
from typing import Any

import anyio.to_thread
import httpcore
import httpx

from newsclean.fetch.guard import check_addresses
from newsclean.fetch.options import Options
from newsclean.fetch.streams import OpenStreams, TimedStream, left

__all__ = ["AsyncTransport", "Transport"]

_KEEP_ALIVE = 15.0  # seconds that an idle connection is kept; a host's next turn comes sooner


def system_resolver(host: str, port: int) -> list[str]:
    """The IP addresses the system knows for a host name. Raises socket.gaierror."""
    return [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def _resolved(options: Options, host: str, port: int) -> Sequence[str]:
    """The addresses of a host that may be connected to. Raises FetchError and httpcore.ConnectError."""
    resolve = options.resolver or system_resolver
    try:
        found = resolve(host, port)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise httpcore.ConnectError(f"the name {host} has no address: {why}") from error
    try:
        return check_addresses(host, found, allow_private=options.allow_private)
    except ValueError as error:
        raise httpcore.ConnectError(
            f"the name {host} was looked up, and gave no IP address: {error}"
        ) from error


class _GuardedBackend(httpcore.NetworkBackend):
    """Makes connections, to checked addresses only; it tries the addresses of a host in turn."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._inner = httpcore.SyncBackend()
        self._streams = OpenStreams()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        failure: Exception = httpcore.ConnectError(f"the name {host} has no address")
        for address in _resolved(self._options, host, port):
            try:
                seconds = left(timeout, httpcore.ConnectTimeout)
                stream = self._inner.connect_tcp(address, port, seconds, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return TimedStream(stream, self._streams)
        raise failure

    def break_off(self) -> None:
        """End every connection; threads that wait in one are woken."""
        self._streams.break_off()


class _AsyncGuardedBackend(httpcore.AsyncNetworkBackend):
    """As :class:`_GuardedBackend`, for asyncio; names are looked up in a thread."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        look_up = partial(_resolved, self._options, host, port)
        failure: Exception = httpcore.ConnectError(f"the name {host} has no address")
        for address in await anyio.to_thread.run_sync(look_up, abandon_on_cancel=True):
            try:
                return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    async def sleep(self, seconds: float) -> None:
        await anyio.sleep(seconds)


def _check_literal(options: Options, request: httpx.Request) -> None:
    """Check an address that a URL names by number, where a proxy is used: the proxy looks names up itself, so there
    is nothing to check of those."""
    if options.proxy:
        host = request.url.host
        try:
            check_addresses(
                host, ["127.0.0.1" if host == "localhost" else host], allow_private=options.allow_private
            )
        except ValueError:
            return  # it is a name


def _pool_settings(options: Options) -> dict[str, Any]:
    return {
        "ssl_context": options.ssl_context or httpx.create_ssl_context(trust_env=False),
        "max_connections": None,  # the fetcher bounds them, by host
        "max_keepalive_connections": max(options.concurrency, options.per_host_connections),
        "keepalive_expiry": _KEEP_ALIVE,
    }


def _is_socks(proxy: str) -> bool:
    """Whether the proxy speaks SOCKS5. Raises ImportError where the package that does so is missing."""
    if not proxy.lower().startswith("socks5"):
        return False
    if find_spec("socksio") is None:
        raise ImportError("a SOCKS proxy needs the package socksio: pip install 'httpx[socks]'")
    return True


def _proxy_settings(proxy: str) -> dict[str, Any]:
    given = httpx.Proxy(proxy)
    url = httpcore.URL(
        scheme=given.url.raw_scheme, host=given.url.raw_host, port=given.url.port, target=given.url.raw_path
    )
    return {"proxy_url": url, "proxy_auth": given.raw_auth}


def _core_request(request: httpx.Request) -> httpcore.Request:
    url = httpcore.URL(
        scheme=request.url.raw_scheme,
        host=request.url.raw_host,
        port=request.url.port,
        target=request.url.raw_path,
    )
    return httpcore.Request(request.method, url, headers=request.headers.raw, extensions=request.extensions)


class Transport(httpx.BaseTransport):
    """Sends httpx's requests over a pool of guarded connections. Errors come as httpcore raises them."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._backend = _GuardedBackend(options)
        settings = _pool_settings(options)
        if not options.proxy:
            self._pool = httpcore.ConnectionPool(network_backend=self._backend, **settings)
        else:
            kind = httpcore.SOCKSProxy if _is_socks(options.proxy) else httpcore.HTTPProxy
            self._pool = kind(**_proxy_settings(options.proxy), **settings)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        _check_literal(self._options, request)
        response = self._pool.handle_request(_core_request(request))
        return httpx.Response(
            response.status,
            headers=response.headers,
            stream=_Body(response.stream),
            extensions=response.extensions,
        )

    def break_off(self) -> None:
        """End every connection; threads that wait in one are woken."""
        self._backend.break_off()

    def close(self) -> None:
        self._pool.close()


class AsyncTransport(httpx.AsyncBaseTransport):
    """As :class:`Transport`, for asyncio."""

    def __init__(self, options: Options) -> None:
        self._options = options
        settings = _pool_settings(options)
        if not options.proxy:
            backend = _AsyncGuardedBackend(options)
            self._pool = httpcore.AsyncConnectionPool(network_backend=backend, **settings)
        else:
            kind = httpcore.AsyncSOCKSProxy if _is_socks(options.proxy) else httpcore.AsyncHTTPProxy
            self._pool = kind(**_proxy_settings(options.proxy), **settings)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        _check_literal(self._options, request)
        response = await self._pool.handle_async_request(_core_request(request))
        return httpx.Response(
            response.status,
            headers=response.headers,
            stream=_AsyncBody(response.stream),
            extensions=response.extensions,
        )

    async def aclose(self) -> None:
        await self._pool.aclose()


class _Body(httpx.SyncByteStream):
    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def __iter__(self) -> Iterator[bytes]:
        yield from self._inner

    def close(self) -> None:
        self._inner.close()


class _AsyncBody(httpx.AsyncByteStream):
    def __init__(self, inner: Any) -> None:
        self._inner = inner

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._inner:
            yield part

    async def aclose(self) -> None:
        await self._inner.aclose()
