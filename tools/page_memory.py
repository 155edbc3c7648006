"""Measures how much memory a page takes, for each kind of shape: the peak of the process beyond what it had, as a
multiple of the page's bytes.

    python tools/page_memory.py [BYTES] [WORD ...]

Each shape of :mod:`growth_shapes` is built about BYTES long (2,000,000) and parsed in a process of its own, in a
layout, without one and whole. What is printed is the multiple, and what came of the page; the command fails where it
is larger than what docs/promises.md states. With WORDs, only shapes are measured whose names hold one. Only Linux has
the numbers.
"""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Callable, Iterator

from growth_shapes import BODIES, PAGES, in_layout, without_layout
from newsclean import NewscleanError, Parser

__all__ = ["MOST", "multiple_of", "shapes"]

MOST = 250
"""Bytes of memory for each byte of a page, at most."""
_BYTES = 2_000_000
_KIB = 1_024


def shapes() -> Iterator[tuple[str, Callable[[int], str]]]:
    """The name of each kind of page, and how it is built."""
    yield from PAGES.items()
    for name, body in BODIES.items():
        yield f"{name}, layout", lambda n, body=body: in_layout(body(n))  # type: ignore[misc]
        yield f"{name}, no layout", lambda n, body=body: without_layout(body(n))  # type: ignore[misc]


def page_of(build: Callable[[int], str], size: int) -> bytes:
    """A page of a shape of about so many bytes."""
    each = max(1, (len(build(108).encode()) - len(build(8).encode())) // 100)
    return build(max(1, size // each)).encode()


def multiple_of(page: bytes, *, window: bool = True) -> tuple[float, str]:
    """The bytes of memory that a parse takes for each byte of the page, and what came of it.

    The parse runs in a child of this process, which has parsed a small page before.
    """
    parser = Parser(window=window)
    parser.parse(in_layout("<p>桥</p>"))
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        before = _peak()
        try:
            said = parser.parse(page).layout
        except NewscleanError as error:
            said = error.kind
        os.write(writer, f"{_peak() - before} {said}".encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    added, _, said = told.partition(" ")
    return int(added or 0) / len(page), said or "killed"


def _peak() -> int:
    """The most bytes that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIB


def main(words: list[str]) -> int:
    """Print a row for each shape; how many take too much is the exit code, at most 99."""
    size = int(words.pop(0)) if words and words[0].isdecimal() else _BYTES
    failures, most = 0, 0.0
    for name, build in shapes():
        if words and not any(word in name for word in words):
            continue
        page = page_of(build, size)
        for window in (True, False):
            multiple, said = multiple_of(page, window=window)
            failures += multiple > MOST
            most = max(most, multiple)
            mark = "!" if multiple > MOST else " "
            print(
                f"{mark} {multiple:6.1f} x {len(page):9,} bytes  {name}{'' if window else ', whole'} ({said})",
                flush=True,
            )
    print(f"{most:.1f} bytes for each byte of a page at most; {failures} above {MOST}")
    return min(failures, 99)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
