"""``make bench-memory``: how much one parse adds to the peak of memory, beside the bare parse, and whether memory stays
flat over many parses.

Each figure comes from a process of its own, since a process's peak never goes down again.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

from contenders import BARE, CONTENDERS
from pages import samples

_PAGES = 100_000  # parses over which memory has to stay flat


def resident() -> int:
    """The KiB of memory that this process holds now (Linux)."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * resource.getpagesize() // 1024


def peak(contender: str) -> None:
    """Print the KiB that one parse of the largest page adds to the peak, after a parse of the smallest."""
    pages = sorted(samples(), key=lambda page: len(page.data))
    extract = CONTENDERS[contender]()
    extract(pages[0].data)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    extract(pages[-1].data)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)


def flat(count: int) -> None:
    """Print the KiB resident after each fifth of so many parses."""
    pages = samples()
    extract = CONTENDERS["newsclean"]()
    for turn in range(count):
        extract(pages[turn % len(pages)].data)
        if (turn + 1) % max(count // 5, 1) == 0:
            print(f"{turn + 1:8,} pages: {resident():8,} KiB", flush=True)


def main() -> None:
    for name in (BARE, "newsclean"):
        command = [sys.executable, __file__, "peak", name]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  # our own script
        print(f"{name:24} peak + {int(done.stdout):6,} KiB on the largest page")
    flat(int(sys.argv[1]) if len(sys.argv) > 1 else _PAGES)


if __name__ == "__main__":
    if sys.argv[1:2] == ["peak"]:
        peak(sys.argv[2])
    else:
        main()
