"""A server that misbehaves at random, from a seed. What one request gets depends on the seed, its path and how often
the path was asked for; storms come by the number of all requests.
"""

from __future__ import annotations

import gzip
import random
import socket
import threading
from collections import Counter
from collections.abc import Callable, Sequence

from fetch.server import Asked, Handler, Server, answer, chunked, dripping, raw, redirect, reset, silent

__all__ = ["Weather"]

STORM_EVERY, STORM_LASTS = 150, 25  # requests from one storm of 429 to the next, and in it
FAIR = 0.6  # the share of requests that get their page as it should be


class Weather:
    """Answers for any number of paths; ``pages`` are served in turn. ``seen`` counts what was done."""

    def __init__(self, pages: Sequence[bytes], seed: int) -> None:
        self._pages, self._seed = pages, seed
        self._asked: Counter[str] = Counter()
        self._total = 0
        self._lock = threading.Lock()
        self.seen: Counter[str] = Counter()

    def __call__(self, server: Server, connection: socket.socket, asked: Asked) -> None:
        """Answer one request."""
        with self._lock:
            self._asked[asked.path] += 1
            self._total += 1
            time, storm = self._asked[asked.path], self._total % STORM_EVERY < STORM_LASTS
        chance = random.Random(f"{self._seed} {asked.path} {time}")  # noqa: S311  # weather, not a secret
        page = self._pages[int(asked.path.strip("/").partition(".")[0] or 0) % len(self._pages)]
        kind = "storm" if storm else "fair" if chance.random() < FAIR else chance.choice(list(_FOUL))
        with self._lock:
            self.seen[kind] += 1
        handler = {"storm": _storm, "fair": answer(page)}.get(kind) or _FOUL[kind](page, chance)
        handler(server, connection, asked)


_storm = answer(status=429, Retry_After="1")


def _packed(page: bytes, chance: random.Random) -> Handler:
    return answer(gzip.compress(page), Content_Encoding="gzip")


def _torn_gzip(page: bytes, chance: random.Random) -> Handler:
    packed = gzip.compress(page)
    return answer(packed[: chance.randrange(len(packed))], Content_Encoding="gzip")


def _wrong_charset(page: bytes, chance: random.Random) -> Handler:
    charset = chance.choice(["big5", "utf-16", "koi8-r", "hex", "undefined", "x-none", "latin-1"])
    return answer(page, Content_Type=f"text/html; charset={charset}")


def _damaged(page: bytes, chance: random.Random) -> Handler:
    data = bytearray(page)
    for _ in range(20):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return answer(bytes(data))


def _garbage(page: bytes, chance: random.Random) -> Handler:
    return raw(chance.randbytes(chance.randrange(2_000)))


def _odd_head(page: bytes, chance: random.Random) -> Handler:
    line = chance.choice(
        [b"X", b"X: \xff\0", b"Content-Length: -1", b" fold", b"Content-Length: 9" + b"9" * 40]
    )
    return raw(b"HTTP/1.1 200 OK\r\n" + line + b"\r\n\r\n" + page)


def _elsewhere(page: bytes, chance: random.Random) -> Handler:
    return redirect(
        chance.choice(["http://[", "/1.shtml", "//h:ab/", "http://10.0.0.1:1/", "ftp://x/", "/\x01", ""])
    )


# What may be done to a page. A stall costs a second of the fetcher's; the seconds of all pages are bounded.
_FOUL: dict[str, Callable[[bytes, random.Random], Handler]] = {
    "packed": _packed,
    "chunks": lambda page, chance: chunked(page[:1000], page[1000:]),
    "chunks that break off": lambda page, chance: chunked(page[:1000], ends=False),
    "torn gzip": _torn_gzip,
    "wrong charset": _wrong_charset,
    "damaged": _damaged,
    "reset at once": lambda page, chance: reset(b""),
    "reset in the body": lambda page, chance: reset(page[:500]),
    "garbage": _garbage,
    "odd head": _odd_head,
    "stall": lambda page, chance: silent,
    "drip": lambda page, chance: dripping(),
    "empty": lambda page, chance: answer(b""),
    "redirect": _elsewhere,
    "server error": lambda page, chance: answer(status=chance.choice([500, 502, 503])),
    "gone": lambda page, chance: answer(status=404),
}
