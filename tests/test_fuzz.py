"""The targets of ``fuzz/`` hold for their seeds and for everything that was found; ``make fuzz`` looks for more."""

from __future__ import annotations

from pathlib import Path

import pytest

from targets import TARGETS

HERE = Path(__file__).parents[1] / "fuzz"
SEEDS = sorted(path for path in HERE.glob("seeds/*/*") if path.is_file())
FOUND = sorted(path for path in HERE.glob("found/*") if path.is_file())


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_seed_breaks_no_promise(path: Path) -> None:
    TARGETS[path.parent.name].check(path.read_bytes())


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_was_found_breaks_no_promise_any_more(path: Path) -> None:
    TARGETS[path.name.partition("-")[0]].check(path.read_bytes())


def test_every_target_has_seeds_and_every_seed_a_target() -> None:
    assert {path.parent.name for path in SEEDS} == {
        name for name, target in TARGETS.items() if not target.when_named
    }
