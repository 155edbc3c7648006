"""Finds and kills a worker process of an engine while it works, for tests of what is lost then."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["one_killed"]


@contextmanager
def one_killed(is_worker: Callable[[str, str], bool]) -> Iterator[list[int]]:
    """While the block runs, kill with -9 the first process for which ``is_worker`` (its command line, its
    parent's) holds, and that has used a fifth of a second of CPU time since it was first seen. Gives the
    list of what was killed."""
    killed: list[int] = []
    stop = threading.Event()
    thread = threading.Thread(target=_hunt, args=(is_worker, killed, stop), daemon=True)
    thread.start()
    try:
        yield killed
    finally:
        stop.set()
        thread.join()


def _hunt(is_worker: Callable[[str, str], bool], killed: list[int], stop: threading.Event) -> None:
    seen: dict[int, int] = {}
    while not killed and not stop.wait(0.02):
        for process in Path("/proc").glob("[0-9]*"):
            try:
                fields = (process / "stat").read_text().rpartition(")")[2].split()
                mine, parents = _command(process), _command(process.with_name(fields[1]))
            except OSError:  # it ended meanwhile
                continue
            pid, ticks = int(process.name), int(fields[11]) + int(fields[12])
            if (
                is_worker(mine, parents)
                and ticks - seen.setdefault(pid, ticks) >= os.sysconf("SC_CLK_TCK") / 5
            ):
                os.kill(pid, signal.SIGKILL)
                killed.append(pid)
                return


def _command(process: Path) -> str:
    return (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
