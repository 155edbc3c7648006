"""A real HTTP server on 127.0.0.1 for tests. It answers as a script tells it, with faults where the script wants them,
and keeps what it was asked.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Asked:
    """One request as the server saw it; ``at`` is of a monotonic clock, in seconds."""

    path: str
    headers: Mapping[str, str]
    at: float


Handler = Callable[["Server", socket.socket, Asked], None]


@dataclass
class Server:
    """Answers each path by its handler, one thread a connection; an unknown path is a plain 404."""

    context: ssl.SSLContext | None = None
    host: str = "127.0.0.1"
    handlers: dict[str, Handler] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    names_of_tls: list[str | None] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    connections: int = 0

    def __post_init__(self) -> None:
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        self._socket = socket.socket(family)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind((self.host, 0))
        self._socket.listen(256)
        self.port: int = self._socket.getsockname()[1]
        self.stopping = threading.Event()
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        if self.context:
            self.context.sni_callback = lambda _sock, name, _context: self.names_of_tls.append(name)
        self._acceptor = threading.Thread(target=self._accept, daemon=True)
        self._acceptor.start()

    def url(self, path: str, host: str | None = None) -> str:
        return f"{'https' if self.context else 'http'}://{host or self.host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    def on(self, path: str, *handlers: Handler) -> None:
        """Answer a path by the handlers in turn, and by the last one from then on."""
        turns = list(handlers)
        self.handlers[path] = lambda *given: (turns.pop(0) if len(turns) > 1 else turns[0])(*given)

    def _accept(self) -> None:
        while not self.stopping.is_set():
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self.context:
                connection = self.context.wrap_socket(connection, server_side=True)
            self.connections += 1
            self._open.add(connection)
            self._converse(connection)
        except (OSError, ValueError):
            pass  # the client went away, or a handler closed the connection
        finally:
            self._open.discard(connection)
            connection.close()

    def _converse(self, connection: socket.socket) -> None:
        data = b""
        while not self.stopping.is_set():
            while b"\r\n\r\n" not in data:
                more = connection.recv(65_536)
                if not more:
                    return
                data += more
                if data[:1] == b"\x16":  # a TLS greeting: answered in plain words, as most servers do
                    connection.sendall(head(400, {"Connection": "close"}))
                    return
            start, _, data = data.partition(b"\r\n\r\n")
            self._answer(connection, start.decode("latin-1"))

    def _answer(self, connection: socket.socket, head: str) -> None:
        first, *lines = head.split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        path = first.split(" ")[1]
        asked = Asked(path, headers, time.monotonic())
        with self._lock:
            self.asked.append(asked)
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            handler = (
                self.handlers.get(path) or self.handlers.get(path.partition("?")[0]) or self.handlers.get("*")
            )
            (handler or answer(status=404))(self, connection, asked)
        finally:
            with self._lock:
                self.at_once -= 1

    def close(self) -> None:
        self.stopping.set()
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        for connection in list(self._open):
            with contextlib.suppress(OSError):
                socket.socket.shutdown(connection, socket.SHUT_RDWR)
        self._acceptor.join(5)
        for thread in self._threads:
            thread.join(5)


def head(status: int = 200, headers: Mapping[str, str] | None = None) -> bytes:
    lines = [f"HTTP/1.1 {status} X", *(f"{name}: {value}" for name, value in (headers or {}).items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def answer(body: bytes | str = b"", *, status: int = 200, **headers: str) -> Handler:
    """A plain answer; underscores in header names stand for hyphens."""
    content = body.encode() if isinstance(body, str) else body
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    named = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(content)), **named}

    def handle(_server: Server, connection: socket.socket, _asked: Asked) -> None:
        connection.sendall(head(status, named) + content)

    return handle


def redirect(location: str, status: int = 302) -> Handler:
    return answer(status=status, Location=location)


def chunked(*parts: bytes, ends: bool = True, **headers: str) -> Handler:
    named = {name.replace("_", "-"): value for name, value in headers.items()}

    def handle(_server: Server, connection: socket.socket, _asked: Asked) -> None:
        connection.sendall(head(200, {"Transfer-Encoding": "chunked", **named}))
        for part in parts:
            connection.sendall(f"{len(part):x}\r\n".encode() + part + b"\r\n")
        if ends:
            connection.sendall(b"0\r\n\r\n")
        else:
            connection.shutdown(socket.SHUT_RDWR)

    return handle


def endless(_server: Server, connection: socket.socket, _asked: Asked) -> None:
    """A body that never ends, as fast as it is taken."""
    connection.sendall(head(200, {"Connection": "close"}))
    while not _server.stopping.is_set():
        connection.sendall(b"<p>" + b"x" * 65_536)


def dripping(*, headers_too: bool = False) -> Handler:
    """A byte every few hundredths of a second: each read succeeds, the whole never does."""

    def handle(server: Server, connection: socket.socket, _asked: Asked) -> None:
        start = head(200, {"Content-Length": "1000000"})
        if headers_too:
            start = start[:-2] + b"X-Slow: "
        connection.sendall(start)
        while not server.stopping.wait(0.05):
            connection.sendall(b"x")

    return handle


def silent(server: Server, connection: socket.socket, _asked: Asked) -> None:
    """Takes the request and says nothing."""
    server.stopping.wait(30)


def reset(after: bytes) -> Handler:
    """Sends some bytes of an answer, then resets the connection."""

    def handle(_server: Server, connection: socket.socket, _asked: Asked) -> None:
        connection.sendall(head(200, {"Content-Length": "1000"}) + after)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()

    return handle


def raw(content: bytes, *, closes: bool = True) -> Handler:
    """Exactly these bytes."""

    def handle(_server: Server, connection: socket.socket, _asked: Asked) -> None:
        connection.sendall(content)
        if closes:
            connection.shutdown(socket.SHUT_RDWR)

    return handle


@contextlib.contextmanager
def running(context: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> Iterator[Server]:
    server = Server(context=context, host=host)
    try:
        yield server
    finally:
        server.close()
