"""Connections that keep the time of a whole request, and that another thread can end.

Here lives what is put around one connection of the synchronous client. Here never lives where it leads.
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

_ends_at: ContextVar[float] = ContextVar("newsclean_request_ends_at")


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Let every step of a connection in this thread end when the seconds are over: a body that drips in may
    not take longer than one that does not come at all."""
    token = _ends_at.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _ends_at.reset(token)


def left(timeout: float | None, too_late: type[Exception]) -> float | None:
    """The seconds that a step may take: its own, or what the time limit leaves. Raises ``too_late``."""
    ends_at = _ends_at.get(None)
    if ends_at is None:
        return timeout
    rest = ends_at - time.monotonic()
    if rest <= 0:
        raise too_late("the seconds for the whole request are over")
    return rest if timeout is None else min(timeout, rest)


class TimedStream(httpcore.NetworkStream):
    """A connection that keeps the time limit of whoever uses it, and that another thread can break off."""

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
        """Wake the thread that waits for the server, if one does."""
        sock = self._inner.get_extra_info("socket")
        with suppress(OSError, TypeError):  # it is closed already
            socket.socket.shutdown(sock, socket.SHUT_RDWR)


class OpenStreams:
    """The connections of one client, which one thread ends while others make more: those come too late."""

    def __init__(self) -> None:
        self._streams: weakref.WeakSet[TimedStream] = weakref.WeakSet()
        self._lock = threading.Lock()
        self._over = False

    def add(self, stream: TimedStream) -> None:
        """Take a connection in; once all were broken off, it ends at once."""
        with self._lock:
            self._streams.add(stream)
        if self._over:
            stream.break_off()

    def break_off(self) -> None:
        """End every connection, and those to come."""
        self._over = True
        with self._lock:
            streams = list(self._streams)
        for stream in streams:
            stream.break_off()
