"""The public surface: every package says what is public, and nothing public is hidden by what is imported."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import newsclean
from newsclean.errors import NewscleanError
from newsclean.lists.lists import AsyncRoll, Roll

ROOT = Path(newsclean.__file__).parent
ENGINES = ("spark", "ray", "scrapy", "datatrove")  # in an environment of their own
NAMES = [
    name
    for _, name, _ in pkgutil.walk_packages([str(ROOT)], "newsclean.")
    if "-" not in name  # PyInstaller runs its hooks as files; nothing can import them
]
IMPORTABLE = [
    name
    for name in NAMES
    if name != "newsclean.__main__" and name not in [f"newsclean.engines.{engine}" for engine in ENGINES]
]
PUBLIC = (
    "newsclean",
    "newsclean.errors",
    "newsclean.rules",
    "newsclean.fetch",
    "newsclean.batch",
    "newsclean.drift",
    "newsclean.lists",
)
PAGE = '<h1 class="main-title">桥通了</h1><div id="article"><p>　　老桥今天通车。</p></div>'


@pytest.fixture(scope="module", autouse=True)
def _everything_imported() -> None:
    """Importing a submodule binds its name in its package: only then can it hide a function."""
    for name in IMPORTABLE:
        importlib.import_module(name)


@pytest.mark.parametrize("name", ["newsclean", *IMPORTABLE])
def test_every_module_has_what_it_says_is_public(name: str) -> None:
    module = importlib.import_module(name)
    names = list(getattr(module, "__all__", ()))
    assert names or name not in (*PUBLIC, "newsclean.engines.arrow", "newsclean.reader", "newsclean.report")
    assert len(set(names)) == len(names)
    for public in names:
        assert not isinstance(getattr(module, public), ModuleType), f"{public} is hidden by a module"


@pytest.mark.parametrize("engine", ENGINES)
def test_engines_that_are_not_installed_here_say_what_is_public(engine: str) -> None:
    source = (ROOT / "engines" / f"{engine}.py").read_text("utf-8")
    assert "\n__all__ = [" in source


@pytest.mark.parametrize("name", PUBLIC)
def test_public_names_are_sorted_and_documented(name: str) -> None:
    module = importlib.import_module(name)
    by_case = sorted(module.__all__, key=lambda public: (not public[0].isupper(), public))
    assert list(module.__all__) in (by_case, sorted(module.__all__))
    for public in module.__all__:
        value = getattr(module, public)
        if inspect.isfunction(value) or inspect.isclass(value):
            assert inspect.getdoc(value), f"{name}.{public}"


def test_no_submodule_bears_a_public_name() -> None:
    for name in PUBLIC:
        module = importlib.import_module(name)
        below = {
            other.removeprefix(f"{name}.").split(".")[0] for other in NAMES if other.startswith(f"{name}.")
        }
        assert not below & set(module.__all__), name


def test_names_are_had_before_and_after_their_module_is_imported() -> None:
    for name in newsclean.__all__:
        code = f"import newsclean; print(newsclean.{name} is not None)"
        if name in ("Rules", "read", "roll", "parse"):
            done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
            assert done.stdout == "True\n"
        assert getattr(newsclean, name) is not None


CALLS: dict[str, tuple[Any, ...]] = {
    "parse": (PAGE,),
    "explain": (PAGE,),
    "parse_page": (newsclean.Page(PAGE.encode()),),
    "clean_html": ("<p>老桥今天通车。</p>",),
    "canonical_url": ("http://news.sina.com.cn/c/2019-10-23/doc-iicezuev4202091.shtml?from=wap",),
    "read": ("nothing://",),
    "roll": ("finance",),
    "aroll": ("finance",),
}
"""Arguments by which every public function can be called without a network."""


def test_every_public_function_can_be_called_once_all_is_imported() -> None:
    functions = {name for name in newsclean.__all__ if inspect.isfunction(getattr(newsclean, name))}
    assert functions == set(CALLS)
    with pytest.raises(NewscleanError, match="no http or https address"):
        newsclean.read(*CALLS["read"])
    for name, arguments in CALLS.items():
        if name == "read":
            continue
        found = getattr(newsclean, name)(*arguments)
        assert found is not None, name
        if name in ("roll", "aroll"):  # iterators: nothing is asked before the first item
            assert isinstance(found, Roll | AsyncRoll)
            assert found.summary.requests == 0


def test_every_kind_of_error_is_raised_by_its_class_alone() -> None:
    classes = NewscleanError.__subclasses__()
    assert {found.__name__ for found in classes} <= set(newsclean.__all__)
    for found in classes:
        assert found.kinds
        with pytest.raises(ValueError, match="is no kind of"):
            found("no-such-kind", "x")
