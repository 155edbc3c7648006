"""``make corpus``: parses every page of the sets of pages, prints a line of figures a set, and fails where a figure is
below its floor.

The sets are made of other people's pages, so they lie beside the checkout (``../shared``) and not in it. A set that is
absent is said to be, and skipped. Floors stand in corpus-floors.json, by set; they may be raised, never lowered.

    python tools/corpus.py                       all sets
    python tools/corpus.py other-sites/hans      one of them
    python tools/corpus.py --pages corpus-2      a line a page as well
    python tools/corpus.py --shared FOLDER       where the sets lie, from a work tree elsewhere
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import newsclean

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
FLOORS = HERE / "corpus-floors.json"
CEILINGS = ("leaks", "unread")
"""Figures that count mistakes: for them the floor is a ceiling. ``unread`` counts the articles that came back without
a text, most of them refused."""


def predict(folder: Path, gold: dict[str, Any], name: str) -> dict[str, Any]:
    """The prediction for one page, from its bytes, and its address where that is known."""
    try:
        article = newsclean.parse((folder / gold["file"]).read_bytes(), url=gold.get("url"))
        return {"id": name, **article.to_dict()}
    except newsclean.NewscleanError as error:
        return {"id": name, **error.to_dict()}


def figures_of(folder: Path, scorer: Path, *, pages: bool) -> dict[str, float]:
    """The figures of the scorer over one set, with ``unread``. With ``pages``, a line a page is printed."""
    unread = 0
    with tempfile.TemporaryDirectory() as scratch:
        predictions = Path(scratch) / "predictions.jsonl"
        with predictions.open("w", encoding="utf-8") as lines:
            for path in sorted(folder.glob("*.gold.json")):
                gold = json.loads(path.read_text("utf-8"))
                row = predict(folder, gold, path.name.removesuffix(".gold.json"))
                unread += gold.get("kind", "article") == "article" and not row.get("text")
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")
        command = [sys.executable, str(scorer), str(folder), str(predictions)]
        if pages:
            print(_said(*command, "--pages"), end="")
        figures: dict[str, float] = json.loads(_said(*command, "--json"))
    return {**figures, "unread": unread}


def _said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def broken(name: str, figures: dict[str, float], floors: dict[str, float]) -> list[str]:
    """A sentence for each figure of a set that is below its floor, or above its ceiling."""
    return [
        f"{name}: {key} is {figures.get(key)}, its {'ceiling' if key in CEILINGS else 'floor'} is {floor}"
        for key, floor in floors.items()
        if (figures.get(key, 0.0) > floor if key in CEILINGS else round(figures.get(key, 0.0), 3) < floor)
    ]


def main() -> int:
    """Score the sets that were named, all where none was. Returns 1 where a figure is below its floor, else 0."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument(
        "sets", nargs="*", metavar="SET", help=f"of {', '.join(floors)}; all where none is named"
    )
    options.add_argument("--pages", action="store_true", help="a line a page as well")
    options.add_argument("--shared", type=Path, default=SHARED, metavar="FOLDER", help=f"default: {SHARED}")
    asked = options.parse_args()
    if unknown := set(asked.sets) - set(floors):
        options.error(f"no such set: {', '.join(sorted(unknown))}")
    below: list[str] = []
    for name in asked.sets or floors:
        folder = asked.shared / name
        if not folder.is_dir():
            print(f"{name}: skipped, there is no {folder}")
            continue
        figures = figures_of(folder, asked.shared / "score.py", pages=asked.pages)
        print(f"{name}: " + " ".join(f"{key}={value:.4g}" for key, value in figures.items()), flush=True)
        below += broken(name, figures, floors[name])
    print("\n".join(below) if below else "every floor holds")
    return 1 if below else 0


if __name__ == "__main__":
    raise SystemExit(main())
