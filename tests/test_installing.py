"""What is told where a package is missing works for those who have newsclean from a checkout or an archive."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest

from newsclean.errors import to_install

ROOT = Path(__file__).parent.parent
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]


def test_a_hint_names_the_packages_of_an_extra_with_their_floors() -> None:
    assert to_install("arrow", "pyarrow") == f"pip install '{EXTRAS['arrow'][0]}'"
    told = to_install("warc", "brotli")
    assert re.fullmatch(r"pip install 'brotli>=[\d.]+' 'zstandard>=[\d.]+'", told)


def test_without_metadata_a_hint_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> None:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "requires", unknown)
    assert to_install("arrow", "pyarrow") == "pip install pyarrow"


@pytest.mark.parametrize(
    "path", [ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "src").rglob("*.py")]
)
def test_nobody_is_told_to_install_newsclean_from_an_index(path: Path) -> None:
    assert not re.search(r"(?:pip|uv) (?:install|add) '?newsclean", path.read_text("utf-8"))


def test_what_waits_before_another_attempt_needs_no_package() -> None:
    lines = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    assert not [line for line in lines if line.startswith("tenacity")]
