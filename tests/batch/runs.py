"""A batch run with the parser of stand_in.py, called by a test, or as a program of its own that a test can kill."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import stand_in

from newsclean.batch import Settings, Summary, format_of, run_batch
from newsclean.batch.fetching import OpenReader, fetcher_with

__all__ = ["HERE", "make_pages", "rows_of", "run"]

HERE = Path(__file__).parent


def run(
    inputs: Sequence[str | Path], out: Path | str, open_reader: OpenReader = fetcher_with, **settings: Any
) -> Summary:
    """Run a batch with the stand-in parser and two workers, settings as given."""
    settings.setdefault("format", format_of(out) or "markdown")
    chosen = {"parser": "stand_in:parse", "jobs": 2, "timeout": 10.0, **settings}
    return run_batch([str(each) for each in inputs], Settings(out=out, **chosen), open_reader=open_reader)


def make_pages(scratch: Path, count: int, does: Mapping[int, str] | None = None) -> Path:
    """Make a folder of numbered pages, some of which do something else than parse."""
    folder = scratch / "pages"
    folder.mkdir(exist_ok=True)
    for number in range(count):
        content = stand_in.page(number, does=(does or {}).get(number, ""))
        (folder / f"{number:05d}.html").write_bytes(content)
    return folder


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    found = run(sys.argv[1:2], sys.argv[2], **json.loads(sys.argv[3]))
    sys.exit(0 if found.stopped is None else 9)
