"""``make corpus``: parses every page of the corpus, scores the results, and fails where a figure is below its floor.

The corpus is made of other people's pages, so it lies beside the checkout (``../shared``) and not in it. Where it is
absent, this says so and does nothing. Floors stand in corpus-floors.json; they may be raised, never lowered.
"""

from __future__ import annotations

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
CEILINGS = ("leaks",)  # figures that count mistakes: for them the floor is a ceiling


def predict(corpus: Path, gold: dict[str, Any], name: str) -> dict[str, Any]:
    """The prediction for one page, from its bytes alone."""
    try:
        return {"id": name, **newsclean.parse((corpus / gold["file"]).read_bytes()).to_dict()}
    except newsclean.NewscleanError as error:
        return {"id": name, **error.to_dict()}


def main() -> int:
    """Score all pages. Returns 1 where a figure is below its floor, else 0, also without a corpus."""
    corpus, scorer = SHARED / "corpus", SHARED / "score.py"
    if not corpus.is_dir():
        print(f"skipped: there is no corpus at {corpus}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        with predictions.open("w", encoding="utf-8") as lines:
            for path in sorted(corpus.glob("*.gold.json")):
                gold = json.loads(path.read_text("utf-8"))
                row = predict(corpus, gold, path.name.removesuffix(".gold.json"))
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")
        command = [sys.executable, str(scorer), str(corpus), str(predictions)]
        print(
            subprocess.run([*command, "--pages"], check=True, capture_output=True, text=True).stdout, end=""
        )
        totals = json.loads(
            subprocess.run([*command, "--json"], check=True, capture_output=True, text=True).stdout
        )
    return below_floors(totals)


def below_floors(totals: dict[str, float]) -> int:
    """Print which figures are below their floor. Returns 1 where any is, else 0."""
    floors = json.loads(FLOORS.read_text("utf-8"))
    broken = [
        f"{name} is {totals.get(name)}, its {'ceiling' if name in CEILINGS else 'floor'} is {floor}"
        for name, floor in floors.items()
        if (totals.get(name, 0.0) > floor if name in CEILINGS else totals.get(name, 0.0) < floor)
    ]
    print("\n".join(broken) if broken else "every floor holds")
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
