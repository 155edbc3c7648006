"""Every promise of docs/promises.md names the tests that hold it, and they are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from targets import TARGETS

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs/promises.md").read_text("utf-8")
NAMED = re.findall(r"^- `(tests/[\w/.]+\.py)::(test_\w+)`$", TEXT, re.MULTILINE)
PROMISES = [
    part for part in re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:] if not part.startswith("Fuzzing")
]


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_every_test_that_is_named_is_there(file: str, name: str) -> None:
    assert re.search(rf"^(?:async )?def {name}\(", (ROOT / file).read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.partition("\n")[0])
def test_every_promise_names_a_test(promise: str) -> None:
    assert re.search(r"^- `tests/", promise, re.MULTILINE)


def test_whatever_looks_like_a_test_is_read_as_one() -> None:
    assert len(re.findall(r"`tests/[^`]*::", TEXT)) == len(NAMED)


def test_every_target_is_told_of() -> None:
    rows = re.findall(r"^\| (`.*?) \|", TEXT, re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", " ".join(rows))) == set(TARGETS)
