"""What PyInstaller is told. That a frozen program works is tried by ``make test-frozen``."""

from __future__ import annotations

import pkgutil
import runpy
import sys
import tomllib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import newsclean
from newsclean.cli.commands import COMMANDS
from newsclean.freezing import hook_folders

ROOT = Path(newsclean.__file__).parent


def _modules(package: str, filter: Callable[[str], bool]) -> list[str]:  # noqa: A002 - PyInstaller's name
    names = [name for _, name, _ in pkgutil.walk_packages([str(ROOT)], f"{package}.")]
    return [name for name in names if filter(name)]


def _files(package: str) -> list[tuple[str, str]]:
    return [(str(path), package) for path in ROOT.rglob("*") if path.suffix not in (".py", ".pyc")]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[object]]:
    """What the hook says, with functions of the same sense in the place of PyInstaller's."""
    hooks = ModuleType("PyInstaller.utils.hooks")
    vars(hooks).update(
        collect_submodules=_modules,
        collect_data_files=_files,
        copy_metadata=lambda name: [(name, "metadata")],
    )
    for name in ("PyInstaller", "PyInstaller.utils"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setitem(sys.modules, hooks.__name__, hooks)
    (folder,) = hook_folders()
    found: dict[str, list[object]] = runpy.run_path(str(Path(folder) / "hook-newsclean.py"))
    return found


def test_the_package_names_its_hooks() -> None:
    project = tomllib.loads((ROOT.parent.parent / "pyproject.toml").read_text("utf-8"))["project"]
    module, _, function = project["entry-points"]["pyinstaller40"]["hook-dirs"].partition(":")
    assert getattr(import_module(module), function)() == hook_folders()


def test_what_is_loaded_by_name_is_told(told: dict[str, list[object]]) -> None:
    hidden = set(told["hiddenimports"])
    homes = {getattr(newsclean, name).__module__ for name in newsclean.__all__ if name != "__version__"}
    assert {lazy.module for lazy in COMMANDS.values()} <= hidden
    assert {name for name in homes if name.startswith("newsclean.")} <= hidden
    assert {"newsclean.batch.worker", "pebble"} <= hidden
    assert not [name for name in hidden if str(name).startswith("newsclean.engines.")]


def test_data_files_and_versions_are_told(told: dict[str, list[object]]) -> None:
    sources = [pair[0] for pair in told["datas"] if isinstance(pair, tuple)]
    assert str(ROOT / "report" / "explain.css") in sources
    assert {"newsclean", "httpx", "lxml"} <= {*sources}
