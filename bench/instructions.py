"""``make bench-instructions``: processor instructions of a parse, counted by valgrind's callgrind, as a ratio.

Time swings with the machine's other work; instructions do not. Each contender runs over all pages once and
three times in processes of their own; the difference, halved, is one round without start-up and first calls.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from contenders import BARE, CONTENDERS
from pages import samples

_HERE = Path(__file__)
_TOTAL = re.compile(r"Collected : (\d+)")


def rounds(contender: str, count: int) -> None:
    """What the counted process does."""
    extract = CONTENDERS[contender]()
    for _ in range(count):
        for page in samples_read:
            extract(page.data)


def counted(contender: str, count: int) -> int:
    """Instructions of a process that runs a contender so many times over all pages."""
    command = [
        "valgrind",
        "--tool=callgrind",
        "--callgrind-out-file=/dev/null",
        sys.executable,
        str(_HERE),
        contender,
        str(count),
    ]
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)  # noqa: S603  # our own script
    total = _TOTAL.search(done.stderr)
    if total is None:
        raise SystemExit(f"valgrind gave no total:\n{done.stderr}")
    return int(total[1])


def main() -> None:
    if shutil.which("valgrind") is None:
        raise SystemExit("valgrind is needed: apt-get install valgrind")
    costs = {name: (counted(name, 3) - counted(name, 1)) // 2 for name in (BARE, "newsclean")}
    for name, cost in costs.items():
        print(f"{name:24} {cost:14,} instructions a round   {cost / costs[BARE]:.2f}")


samples_read = samples()
if __name__ == "__main__":
    if len(sys.argv) == 3:
        rounds(sys.argv[1], int(sys.argv[2]))
    else:
        main()
