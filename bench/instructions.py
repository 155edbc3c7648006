"""``make bench-instructions``: the processor instructions of a parse, counted by valgrind's callgrind, as a ratio to a
bare parse.

Times swing with whatever else the machine does; instructions do not. All contenders run in one process, each page
twice, and the second call is counted. Callgrind can be told to write its totals down at each call of a function;
``os.getloadavg`` is that function, for no parser calls it.
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

# The others would take hours under callgrind.
_COUNTED = (BARE, "newsclean", "selectolax (lexbor) parse alone", "resiliparse")
# How callgrind writes a total down.
_TOTAL = re.compile(r"^(?:totals|summary): (\d+)", re.MULTILINE)


def laps() -> None:
    """The counted process: each contender on each page twice, with totals written down around the second call."""
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
