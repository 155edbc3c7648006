"""``make bench-instructions``: processor instructions of a parse, counted by valgrind's callgrind, as a ratio.

Time swings with the machine's other work; instructions do not. All runs in one process under callgrind, which
writes a total down whenever ``getloadavg`` is called: that call, of no use to a parse, marks the laps. The
second call of each contender on each page counts.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from contenders import BARE, CONTENDERS
from pages import samples

_COUNTED = (BARE, "newsclean", "selectolax (lexbor) parse alone", "resiliparse")
_TOTAL = re.compile(r"^(?:totals|summary): (\d+)", re.MULTILINE)


def laps() -> None:
    """What the counted process does: a lap before each counted call, and one after."""
    extracts = [CONTENDERS[name]() for name in _COUNTED]
    for page in samples():
        for extract in extracts:
            extract(page.data)
            os.getloadavg()
            extract(page.data)
            os.getloadavg()


def counted() -> list[int]:
    """The instructions of every counted call, in the order of :func:`laps`."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        tool = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", "--dump-before=getloadavg"]
        environment = {**os.environ, "PYTHONHASHSEED": "0"}
        command = [*tool, sys.executable, __file__, "laps"]
        subprocess.run(command, capture_output=True, check=True, env=environment)  # noqa: S603  # our own script
        dumps = sorted(out.parent.glob("out.*"), key=lambda path: int(path.suffix[1:]))
        totals = [_TOTAL.findall(path.read_text("utf-8", "replace"))[-1] for path in dumps]
    return [int(total) for total in totals[1::2]]


def main() -> None:
    if shutil.which("valgrind") is None:
        raise SystemExit("valgrind is needed: apt-get install valgrind")
    found = counted()
    pages = samples()
    rows = {page.name: found[at * len(_COUNTED) :][: len(_COUNTED)] for at, page in enumerate(pages)}
    print(f"{'page':16}{'bare parse':>14}" + "".join([f"{name.split()[0]:>14}" for name in _COUNTED[1:]]))
    for name, costs in rows.items():
        print(f"{name:16}{costs[0]:14,}" + "".join([f"{cost / costs[0]:14.2f}" for cost in costs[1:]]))
    ratios = [[costs[at] / costs[0] for costs in rows.values()] for at in range(1, len(_COUNTED))]
    print(f"{'median':30}" + "".join([f"{median(column):14.2f}" for column in ratios]))


if __name__ == "__main__":
    if sys.argv[1:2] == ["laps"]:
        laps()
    else:
        main()
