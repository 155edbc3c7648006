"""A page takes no more memory than the multiple of its bytes that docs/promises.md states."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tools"))

from growth_shapes import BODIES, PAGES, in_layout, without_layout  # noqa: E402
from page_memory import MOST, multiple_of, page_of  # noqa: E402

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux alone says what a process took")
SIZE = 1_000_000


@pytest.mark.parametrize("shape", sorted(PAGES))
def test_a_page_takes_a_bounded_multiple_of_its_bytes(shape: str) -> None:
    multiple, said = multiple_of(page_of(PAGES[shape], SIZE))
    assert said != "killed"
    assert multiple <= MOST


@pytest.mark.parametrize("shape", sorted(BODIES)[::6])
def test_a_body_takes_a_bounded_multiple_of_its_bytes(shape: str) -> None:
    for frame in (in_layout, without_layout):
        page = page_of(lambda n, frame=frame: frame(BODIES[shape](n)), SIZE)  # type: ignore[misc]
        multiple, said = multiple_of(page)
        assert said != "killed"
        assert multiple <= MOST


def test_the_document_states_the_multiple() -> None:
    text = (ROOT / "docs/promises.md").read_text("utf-8")
    assert re.search(rf"\b{MOST} bytes\b", text)
