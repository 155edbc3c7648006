"""The fixtures as values: each is a page, with what a careful reader takes from it.

What is expected of a page stands beside it in tests/fixtures; here it is only read.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "fixtures"


@dataclass(frozen=True)
class Fixture:
    """One folder of tests/fixtures."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @cached_property
    def content(self) -> bytes:
        return self.page.read_bytes()

    @property
    def page(self) -> Path:
        return next(path for path in self.folder.iterdir() if path.stem == "page" and path.suffix != ".json")

    @cached_property
    def facts(self) -> dict[str, Any]:
        facts: dict[str, Any] = json.loads((self.folder / "page.json").read_text("utf-8"))
        return facts

    @cached_property
    def expected(self) -> dict[str, Any]:
        expected: dict[str, Any] = json.loads((self.folder / "expected.json").read_text("utf-8"))
        return expected

    @property
    def refused(self) -> bool:
        return "error" in self.expected


FIXTURES = tuple(Fixture(folder) for folder in sorted(HERE.iterdir()) if folder.is_dir())
ARTICLES = tuple(fixture for fixture in FIXTURES if not fixture.refused)
REFUSED = tuple(fixture for fixture in FIXTURES if fixture.refused)
