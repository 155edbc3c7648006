"""Connections of the synchronous client that keep one time limit for a whole request, and that another thread can end.

httpx limits each read on its own, so a server that sends a byte now and then could hold a thread for ever. And a
thread that waits in a read is only woken by shutting its socket down, which closing a fetcher has to do.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import Any

import httpcore

__all__ = ["OpenStreams", "TimedStream", "left", "time_limit"]

# When the running request has to be over, in seconds of the monotonic clock. It is a context variable because
# httpcore has no way to hand such a limit down to a connection.
_ends_at: ContextVar[float] = ContextVar("newsclean_request_ends_at")


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """End every step of this thread's connections when the seconds are over, however much has arrived by then."""
    token = _ends_at.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _ends_at.reset(token)


def left(timeout: float | None, too_late: type[Exception]) -> float | None:
    """The seconds that a step may take: its own timeout, or less where the time limit is nearer.

    Raises ``too_late`` when the time is over.
    """
    ends_at = _ends_at.get(None)
    if ends_at is None:
        return timeout
    rest = ends_at - time.monotonic()
    if rest <= 0:
        raise too_late("the seconds for the whole request are over")
    return rest if timeout is None else min(timeout, rest)


class TimedStream(httpcore.NetworkStream):
    """A connection that keeps :func:`time_limit`, and that another thread can break off."""

    def __init__(self, inner: httpcore.NetworkStream, streams: OpenStreams) -> None:
        self._inner = inner
        self._streams = streams
        streams.add(self)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, left(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, left(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        seconds = left(timeout, httpcore.ConnectTimeout)
        return TimedStream(self._inner.start_tls(ssl_context, server_hostname, seconds), self._streams)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)

    def break_off(self) -> None:
        """End the connection; a thread that waits in it is woken."""
        sock = self._inner.get_extra_info("socket")
        with suppress(OSError, TypeError):  # it is closed already
            socket.socket.shutdown(sock, socket.SHUT_RDWR)


class OpenStreams:
    """The open connections of one client. Once they are broken off, a new one ends as soon as it is added."""

    def __init__(self) -> None:
        self._streams: weakref.WeakSet[TimedStream] = weakref.WeakSet()
        self._lock = threading.Lock()
        self._over = False

    def add(self, stream: TimedStream) -> None:
        """Remember a connection, or end it where all were broken off already."""
        with self._lock:
            self._streams.add(stream)
        if self._over:
            stream.break_off()

    def break_off(self) -> None:
        """End every connection, and every one that is added later."""
        self._over = True
        with self._lock:
            streams = list(self._streams)
        for stream in streams:
            stream.break_off()
