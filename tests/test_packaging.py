"""What is built: the source distribution holds what make needs, and an index's page has no link that leads nowhere."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.parser import BytesParser
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LINK = re.compile(r"\]\((?!https?://|#)([^)\s]+)\)")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution and the wheel."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return folder


def packed(built: Path) -> set[str]:
    """The names in the source distribution, below its one folder."""
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


def test_the_source_distribution_holds_all_that_make_reads(built: Path) -> None:
    held = packed(built)
    makefiles = ["Makefile", *[path.name for path in ROOT.glob("*.mk")]]
    assert set(makefiles) <= held
    text = "\n".join([(ROOT / name).read_text("utf-8") for name in makefiles])
    named = set(re.findall(r"(?:tools|bench|fuzz|tests)/[\w/-]+\.(?:py|html)", text))
    assert len(named) > 15
    assert named <= held
    assert {".ci/run", ".gitattributes", "CHANGELOG.md", "README.md", "tools/index_page.py"} <= held


def test_it_holds_every_file_of_the_folders_that_are_in_it(built: Path) -> None:
    held = packed(built)
    for folder in ("src", "tests", "tools", "bench", "docs"):
        for path in (ROOT / folder).rglob("*"):
            name = path.relative_to(ROOT).as_posix()
            if path.is_file() and not re.search(r"__pycache__|/\.", name):
                assert name in held


def test_it_holds_nothing_that_was_made_on_the_way(built: Path) -> None:
    assert not [name for name in packed(built) if re.search(r"__pycache__|\.venv|_cache/|\.hypothesis", name)]


def test_the_page_of_an_index_has_no_link_that_leads_nowhere(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        (name,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
        told = BytesParser().parsebytes(wheel.read(name))
    page = told.get_payload()
    assert isinstance(page, str)
    assert "$ newsclean page.html" in page
    assert LINK.findall(page) == []
    home = PROJECT["tool"]["newsclean"]["home"]
    assert all(home and line.partition(", ")[2].startswith(home) for line in told.get_all("Project-URL", []))


def module(path: str) -> ModuleType:
    """A tool, which is no part of a package."""
    spec = spec_from_file_location("tool", ROOT / path)
    assert spec is not None
    assert spec.loader is not None
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_with_an_address_links_and_urls_lie_below_it() -> None:
    text = "[a](docs/a.md), [b](https://b.cn/)\n```html\n[c](d)\n```\n[docs/e.md](docs/e.md)\n"
    made = module("tools/index_page.py")
    home = "https://code.example.org/newsclean"
    below = f"{home}/blob/main"
    assert made.page_of(text, home) == (
        f"[a]({below}/docs/a.md), [b](https://b.cn/)\n```html\n[c](d)\n```\n[docs/e.md]({below}/docs/e.md)\n"
    )
    assert made.urls_of(home)["Changelog"] == f"{below}/CHANGELOG.md"


def test_without_one_links_are_the_names_of_files() -> None:
    made = module("tools/index_page.py")
    page = made.page_of("[a](docs/a.md), [docs/e.md](docs/e.md)\n", "")
    assert page.startswith("a (`docs/a.md`), `docs/e.md`\n\nThe files named here")
    assert made.urls_of("") == {}


def test_a_version_of_python_is_found_or_not() -> None:
    found = module("tools/pythons.py")
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert found.interpreter("2.0") is None
    path = found.interpreter(here)
    assert path is None or Path(path).exists()


def test_make_help_names_every_target() -> None:
    told = subprocess.run(
        ["make", "-C", str(ROOT), "help"], capture_output=True, text=True, check=True
    ).stdout
    shown = set(re.findall(r"^  ([a-z-]+) ", told, re.MULTILINE))
    for path in (ROOT / "Makefile", *ROOT.glob("*.mk")):
        for line in re.findall(r"^\.PHONY: (.*)$", path.read_text("utf-8"), re.MULTILINE):
            assert set(line.split()) <= shown, path.name
    assert len(shown) > 15
