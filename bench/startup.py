"""``make bench-startup``: what importing and one run of the command cost, beside importing lxml.html."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from statistics import median

_PAGE = str(Path(__file__).resolve().parents[1] / "tests/fixtures/finance-2018--stock-spans/page.html")
_RUNS = 21  # of each command, where no other number is given; the median counts
_COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "python -c 'import lxml.html'": [sys.executable, "-c", "import lxml.html"],
    "python -c 'import newsclean'": [sys.executable, "-c", "import newsclean"],
    "newsclean page.html": [sys.executable, "-m", "newsclean", _PAGE],
}
_BASE = "python -c 'import lxml.html'"
# An installed package has its bytecode compiled. Here the first round does that, and is not counted.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def main() -> None:
    times: defaultdict[str, list[float]] = defaultdict(list)
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else _RUNS
    for turn in range(runs + 1):
        for name, command in _COMMANDS.items():
            start = time.perf_counter()
            subprocess.run(command, capture_output=True, check=True, env=_ENVIRONMENT)  # noqa: S603  # our own
            if turn:
                times[name].append(time.perf_counter() - start)
    base = median(times[_BASE])
    for name, found in times.items():
        print(f"{name:32} {median(found) * 1000:7.1f} ms   {median(found) / base:.2f}")


if __name__ == "__main__":
    main()
