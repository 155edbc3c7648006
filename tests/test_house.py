"""The structure of the library, as its sources show it: which module imports which, how large modules are, where
Chinese words stand, and that the public names are whole.
"""

from __future__ import annotations

import ast
import doctest
import importlib
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

import newsclean

ROOT = Path(newsclean.__file__).parent
PROJECT = ROOT.parent.parent
MODULES = sorted(ROOT.rglob("*.py"))
WRITTEN = [
    *MODULES,
    *[path for name in ("tests", "tools", "bench") for path in (PROJECT / name).rglob("*.py")],
]

# The packages and top modules, from the bottom up. Each may import what stands in a line before its own.
LAYERS = (
    "_version lazy_regex",
    "blocks errors hosts tree",
    "rules",
    "addresses decode language page",
    "clean confidence dates",
    "locate render",
    "article cut",
    "metadata",
    "documents fragments",
    "explaining",
    "parser",
    "fetch",
    "lists reader",
    "batch report",
    "drift",
    "cli engines freezing",
    "__main__",
)
LEVELS = {name: level for level, names in enumerate(LAYERS) for name in names.split()}

# Packages that only some parts may import, so that the others work without them.
ONLY_IN = {
    "httpx": {"fetch"},
    "httpcore": {"fetch"},
    "readability": {"locate"},
    "pyarrow": {"batch", "engines"},
    "sqlalchemy": {"batch"},
    "bs4": {"fragments", "parser"},  # the parser names its types alone
    "click": {"cli"},
    "markdown_it": {"documents"},
}

MOST_LINES = 300  # of a module; tables of rules are as long as what is known
MOST_TOP_MODULES = 14  # beside __init__ and __main__: more than that is a list nobody reads
HAN = re.compile(r"[\u3400-\u9fff]")
MANNERED = re.compile(r"here\s+(?:never\s+)?lives?\b|\bnever\s+lives?\b", re.IGNORECASE)
SHAPELESS = {"utils", "util", "helpers", "common", "misc"}  # names that say nothing of what a module is for


# --- reading the sources -----------------------------------------------------------------------------------


@cache
def source_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def name_of(path: Path) -> str:
    """The dotted name of a module of the library; a package has that of its ``__init__`` file."""
    parts = ("newsclean", *path.relative_to(ROOT).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def part_of(name: str) -> str:
    """The package or top module that a module belongs to; ``""`` for the library's own file."""
    return [*name.split("."), ""][1]


NAMES = {name_of(path): path for path in MODULES}


def imports_of(name: str) -> Iterator[str]:
    """Every module that a module imports, also for types alone, inside functions and by ``import_module``."""
    path = NAMES[name]
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    for node in ast.walk(source_of(path)):
        if isinstance(node, ast.Import):
            yield from [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                module = f"{origin}.{alias.name}"
                yield module if module in NAMES else origin
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            yield from modules_of_call(node.args[0], set(literals_of(source_of(path))))


def modules_of_call(argument: ast.expr, written: set[str]) -> list[str]:
    """The modules that a call of ``import_module`` may name: by a text, or by a text's beginning and a last name that
    is written somewhere in the file."""
    if isinstance(argument, ast.Constant):
        return [str(argument.value)]
    if not isinstance(argument, ast.JoinedStr) or not isinstance(argument.values[0], ast.Constant):
        return []
    start = str(argument.values[0].value)
    return [name for name in NAMES if name.startswith(start) and name.removeprefix(start) in written]


def import_graph() -> dict[str, set[str]]:
    """Of each module, the modules of the library that it imports."""
    return {name: set(imports_of(name)) & NAMES.keys() - {name} for name in NAMES}


def rings_of(graph: Mapping[str, set[str]]) -> list[set[str]]:
    """The groups of modules that import each other, however many others lie on the way."""
    reached = {name: reachable(graph, name) for name in graph}
    found: list[set[str]] = []
    for name in graph:
        ring = {other for other in reached[name] if name in reached[other]}
        if ring and ring not in found:
            found.append(ring)
    return found


def reachable(graph: Mapping[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    left = [start]
    while left:
        new = graph[left.pop()] - seen
        seen |= new
        left.extend(new)
    return seen


def literals_of(source: ast.Module) -> Iterator[str]:
    """The texts in a module's code; bare ones are left out, for they are docstrings."""
    bare = {id(node.value) for node in ast.walk(source) if isinstance(node, ast.Expr)}
    for node in ast.walk(source):
        if isinstance(node, ast.Constant) and id(node) not in bare:
            if isinstance(node.value, str):
                yield node.value
            elif isinstance(node.value, bytes):
                yield node.value.decode("utf-8", "ignore")


def is_table(name: str) -> bool:
    """Whether a module of the rule book holds rows, or what is worked out from them."""
    lines = [
        ast.unparse(node)
        for node in source_of(NAMES[name]).body
        if isinstance(node, (ast.Assign, ast.AnnAssign))
    ]
    return part_of(name) == "rules" and any(line.startswith(("ROWS", "DERIVED")) for line in lines)


every_module = pytest.mark.parametrize("name", NAMES)


# --- imports -----------------------------------------------------------------------------------------------


@every_module
def test_imports_go_down_only(name: str) -> None:
    part = part_of(name)
    if not part:  # the library's own file names everything
        return
    for other in {part_of(module) for module in imports_of(name) if module.partition(".")[0] == "newsclean"}:
        allowed = other == part or (other and LEVELS[other] < LEVELS[part])
        assert allowed, f"{name} imports {other or 'the whole library'}, which does not stand below {part}"


def test_no_modules_form_a_ring() -> None:
    assert rings_of(import_graph()) == []


def test_a_ring_is_found_however_it_is_closed() -> None:
    assert rings_of({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}}) == [{"b", "c"}]
    assert rings_of({"a": {"b"}, "b": {"c"}, "c": set()}) == []


@every_module
def test_heavy_packages_stay_where_they_belong(name: str) -> None:
    for module in imports_of(name):
        parts = ONLY_IN.get(module.partition(".")[0])
        assert parts is None or part_of(name) in parts, f"{name} imports {module}"


# --- modules -----------------------------------------------------------------------------------------------


def test_the_top_of_the_library_is_small() -> None:
    top = {path.name for path in ROOT.glob("*.py")} - {"__init__.py", "__main__.py"}
    assert len(top) <= MOST_TOP_MODULES, sorted(top)


@every_module
def test_modules_are_small_and_say_what_they_are_for(name: str) -> None:
    text = NAMES[name].read_text("utf-8")
    assert name.endswith("__main__") or ast.get_docstring(source_of(NAMES[name])), "it has no docstring"
    assert is_table(name) or len(text.splitlines()) <= MOST_LINES
    assert SHAPELESS.isdisjoint(name.split("."))


@every_module
def test_tables_hold_rows_and_no_code(name: str) -> None:
    if is_table(name):
        kinds = {type(node) for node in ast.walk(source_of(NAMES[name]))}
        assert not kinds & {ast.FunctionDef, ast.If, ast.IfExp, ast.For, ast.While, ast.Lambda}


@every_module
def test_chinese_words_stand_in_the_rule_book_alone(name: str) -> None:
    if part_of(name) != "rules":
        assert [text for text in literals_of(source_of(NAMES[name])) if HAN.search(text)] == []


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(PROJECT)))
def test_prose_is_plain(path: Path) -> None:
    assert MANNERED.findall(path.read_text("utf-8")) == []


# --- public names ------------------------------------------------------------------------------------------


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
            "httpx bs4 readability yaml click charset_normalizer rich newsclean.explaining newsclean.report",
        ),
        (
            "import newsclean; newsclean.explain(open(PAGE, 'rb').read()).to_json()",
            "httpx bs4 yaml click rich newsclean.report",
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
    if name
    not in (
        "newsclean.__main__",
        "newsclean.freezing.hook-newsclean",
        *(f"newsclean.engines.{name}" for name in ENGINES),
    )
]


@pytest.mark.parametrize("name", ["newsclean", *DOCUMENTED])
def test_examples_in_docstrings_are_true(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS)
    assert result.failed == 0
