"""Fixtures of the batch tests: folders of made-up pages.

Here lives what more than one test file is given. Here never lives an assertion.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import stand_in


@pytest.fixture
def make_pages(tmp_path: Path) -> Callable[..., Path]:
    """Make a folder of numbered pages, some of which do something else than parse."""

    def make(count: int, does: Mapping[int, str] | None = None) -> Path:
        folder = tmp_path / "pages"
        folder.mkdir(exist_ok=True)
        for number in range(count):
            content = stand_in.page(number, does=(does or {}).get(number, ""))
            (folder / f"{number:05d}.html").write_bytes(content)
        return folder

    return make
