"""``make bench-instructions``: the processor instructions of a parse, counted by valgrind's callgrind, as a ratio to a
bare parse of the same bytes: full pages, then front-matter documents and their bodies through ``clean_html``.

Times swing with whatever else the machine does; instructions do not, for one build of the interpreter. All contenders
run in one process, each input twice, and the second call is counted. Callgrind can be told to write its totals down at
each call of a function; ``os.getloadavg`` is that function, for no parser calls it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from build import build
from contenders import BARE, CONTENDERS, TEXT
from pages import documents, samples

# The others would take hours under callgrind.
_PAGES = (BARE, "newsclean", TEXT, "turbohtml", "selectolax (lexbor) parse alone", "resiliparse")
_SHORT = {BARE: "bare parse", TEXT: "as text", "selectolax (lexbor) parse alone": "lexbor"}
_DOCUMENTS = ("bare parse", "parse", "clean_html")
# How callgrind writes a total down.
_TOTAL = re.compile(r"^(?:totals|summary): (\d+)", re.MULTILINE)


def calls() -> Iterator[Callable[[], object]]:
    """Every call that is counted, in the order of the tables."""
    extracts = [CONTENDERS[name]() for name in _PAGES]
    for page in samples():
        for extract in extracts:
            yield lambda extract=extract, data=page.data: extract(data)  # type: ignore[misc]
    from lxml.html import document_fromstring

    from newsclean import clean_html, parse

    for _, data in documents():
        body = data.split(b"\n---", 1)[-1].lstrip(b"-").decode()
        yield lambda data=data: document_fromstring(data)  # type: ignore[misc]
        yield lambda data=data: parse(data)  # type: ignore[misc]
        yield lambda body=body: clean_html(body)  # type: ignore[misc]


def laps() -> None:
    """The counted process: each call twice, with totals written down around the second."""
    for call in calls():
        call()
        os.getloadavg()
        call()
        os.getloadavg()


def counted() -> list[int]:
    """The instructions of every counted call, in the order of :func:`calls`."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        tool = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", "--dump-before=getloadavg"]
        environment = {**os.environ, "PYTHONHASHSEED": "0"}
        command = [*tool, sys.executable, __file__, "laps"]
        subprocess.run(command, capture_output=True, check=True, env=environment)  # noqa: S603  # our own script
        dumps = sorted(out.parent.glob("out.*"), key=lambda path: int(path.suffix[1:]))
        totals = [_TOTAL.findall(path.read_text("utf-8", "replace"))[-1] for path in dumps]
    return [int(total) for total in totals[1::2]]


def show(title: str, columns: tuple[str, ...], names: list[str], found: list[int]) -> None:
    """One table: the instructions of the bare parse, the ratios of the others to it, and their medians and worst."""
    width = len(columns)
    rows = [found[at * width :][:width] for at in range(len(names))]
    print(f"{title:42}" + "".join([f"{_SHORT.get(name, name):>14}" for name in columns]))
    for name, costs in zip(names, rows, strict=True):
        print(f"{name[:42]:42}{costs[0]:14,}" + "".join([f"{cost / costs[0]:14.2f}" for cost in costs[1:]]))
    ratios = [[costs[at] / costs[0] for costs in rows] for at in range(1, width)]
    for name, of in (("median", median), ("most", max)):
        print(f"{name:56}" + "".join([f"{of(column):14.2f}" for column in ratios]))
    print()


def main() -> None:
    if shutil.which("valgrind") is None:
        raise SystemExit("valgrind is needed: apt-get install valgrind")
    print(build(), end="\n\n")
    found = counted()
    pages = [page.name for page in samples()]
    split = len(pages) * len(_PAGES)
    show("page", _PAGES, pages, found[:split])
    show("document", _DOCUMENTS, [name for name, _ in documents()], found[split:])


if __name__ == "__main__":
    if sys.argv[1:2] == ["laps"]:
        laps()
    else:
        main()
