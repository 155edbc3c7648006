"""The house's own rules: imports go down, modules and functions stay small, the public names are whole."""

from __future__ import annotations

import ast
import doctest
import importlib
import pkgutil
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import newsclean

ROOT = Path(newsclean.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
TABLES = {"noise.py", "pages.py", "phrases.py", "channels.py"}

# A room may import the rooms on lower floors, never one beside or above it.
FLOORS = {
    "values": -1,
    "_version": 0,
    "errors": 0,
    "lazy_regex": 0,
    "blocks": 0,
    "page": 0,
    "confidence": 1,
    "layouts": 1,
    "rules": 1,
    "tree": 1,
    "dates": 1,
    "addresses": 1,
    "decode": 1,
    "render": 2,
    "article": 3,
    "locate": 3,
    "clean": 3,
    "fetch": 4,
    "lists": 5,
    "cut": 4,
    "metadata": 5,
    "documents": 6,
    "parser": 7,
    "fragments": 8,
    "reader": 8,
    "batch": 9,
    "report": 10,
    "engines": 10,
    "cli": 11,
    "__main__": 12,
}
ONLY_IN = {
    "httpx": {"fetch"},
    "httpcore": {"fetch"},
    "readability": {"locate"},
    "pyarrow": {"batch", "engines"},
    "bs4": {"fragments"},
    "click": {"cli"},
}
GLANCES = {("render", "article")}  # an article renders itself, and what renders it names its type
KNOWN_RINGS = [
    {"article", "render", "render.front_matter", "render.json", "render.markdown"},
]


def room_of(path: Path) -> str:
    inside = path.relative_to(ROOT)
    return inside.parts[0].removesuffix(".py")


def imported(path: Path) -> list[str]:
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.append(node.module)
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_down_only(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    for name in imported(path):
        if name.startswith("newsclean."):
            other = name.split(".")[1]
            allowed = other == room or FLOORS[other] < FLOORS[room] or (room, other) in GLANCES
            assert allowed, f"{room} imports {other}"


def test_no_files_form_a_ring() -> None:
    """Imports for types and those inside functions are counted too."""
    files = {module_of(path): path for path in MODULES}
    uses = {name: named(path, set(files)) - {name} for name, path in files.items()}
    for ring in KNOWN_RINGS:  # taken as one file
        one = min(ring)
        for name in uses:
            uses[name] = {one if other in ring else other for other in uses[name]} - {name}
        uses[one] = set().union(*(uses[name] for name in ring)) - {one}
    TopologicalSorter(uses).prepare()  # raises CycleError, which names the ring


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def named(path: Path, files: set[str]) -> set[str]:
    """The files of the library that a file imports, as in :func:`module_of`."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("newsclean"):
            package = node.module.removeprefix("newsclean").removeprefix(".")
            for alias in node.names:
                module = f"{package}.{alias.name}".removeprefix(".")
                found.add(module if module in files else package)
    return found & files


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_heavy_packages_stay_in_their_room(path: Path) -> None:
    for name in imported(path):
        rooms = ONLY_IN.get(name.split(".")[0])
        assert rooms is None or room_of(path) in rooms, f"{room_of(path)} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_and_functions_stay_small_and_say_what_they_hold(path: Path) -> None:
    source = path.read_text("utf-8")
    tree = ast.parse(source)
    if path.name != "__main__.py":
        assert ast.get_docstring(tree), "a module opens with what lives in it"
    assert path.name in TABLES or len(source.splitlines()) <= 300
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < 40, f"{node.name} is longer than 40 lines"


def test_tables_hold_rows_and_no_code() -> None:
    for path in (ROOT / "layouts").glob("*.py"):
        if path.name not in ("rows.py", "__init__.py"):
            kinds = {type(node) for node in ast.walk(ast.parse(path.read_text("utf-8")))}
            assert not kinds & {ast.FunctionDef, ast.If, ast.IfExp, ast.For, ast.While, ast.Lambda}, path.name


def test_every_public_name_can_be_had() -> None:
    for name in newsclean.__all__:
        assert getattr(newsclean, name) is not None
    assert set(newsclean.__all__) <= set(dir(newsclean))
    with pytest.raises(AttributeError):
        newsclean.nothing_of_the_kind  # noqa: B018  # asking is the test


def test_no_module_hides_a_public_name() -> None:
    """Importing a submodule binds its name in the package, over a function of the same name."""
    modules = {name.split(".")[1] for _, name, _ in pkgutil.walk_packages([str(ROOT)], "newsclean.")}
    assert not modules & set(newsclean.__all__)


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [
        ("import newsclean", "lxml httpx bs4 readability yaml click charset_normalizer"),
        (
            "import newsclean; newsclean.parse(open(PAGE, 'rb').read()).text",
            "httpx bs4 readability yaml click charset_normalizer",
        ),
    ],
)
def test_nothing_is_loaded_before_it_is_needed(code: str, unwanted: str) -> None:
    page = ROOT.parent.parent / "tests/fixtures/finance-2018--stock-spans/page.html"
    check = f"PAGE = {str(page)!r}; {code}; import sys; print([n for n in {unwanted.split()!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


ENGINES = ("spark", "ray", "scrapy", "datatrove")  # not installed here
DOCUMENTED = [
    name
    for _, name, _ in pkgutil.walk_packages([str(ROOT)], "newsclean.")
    if name not in ("newsclean.__main__", *(f"newsclean.engines.{name}" for name in ENGINES))
]


@pytest.mark.parametrize("name", ["newsclean", *DOCUMENTED])
def test_examples_in_docstrings_are_true(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS)
    assert result.failed == 0
