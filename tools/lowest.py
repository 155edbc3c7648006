"""``make test-lowest``: the tests with the lowest version of each package that pyproject.toml lets in.

    python tools/lowest.py [tests/test_cli.py ...]

The packages of the extra ``cache`` are left out: hishel asks for a newer anyio than newsclean does.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".venv-lowest"
EXTRAS = ("batch", "arrow", "warc", "dedup", "feeds", "postgresql", "mysql")
NOT_NEEDED = {"mypy", "pyright", "ruff", "lxml-stubs", "types-PyYAML", "types-jsonschema", "hishel"}
"""Of the group ``dev``: what checks types and style, and hishel."""


def lowest(lines: list[str]) -> Iterator[str]:
    """Each requirement at its lowest version: ``click>=8.2.1`` as ``click==8.2.1``."""
    for line in lines:
        required = Requirement(line)
        floors = [part.version for part in required.specifier if part.operator == ">="]
        extras = f"[{','.join(sorted(required.extras))}]" if required.extras else ""
        yield f"{required.name}{extras}=={floors[0]}"


def packages() -> list[str]:
    """What is installed: the lowest of newsclean's own, and what the tests need besides."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras = project["project"]["optional-dependencies"]
    own = [
        *lowest(project["project"]["dependencies"]),
        *lowest([line for name in EXTRAS for line in extras[name]]),
    ]
    tools = [line for line in project["dependency-groups"]["dev"] if Requirement(line).name not in NOT_NEEDED]
    return [*dict.fromkeys(own), *tools]


def main(tests: list[str]) -> int:
    """pytest's exit code; the environment is made where it is not there yet. Raises CalledProcessError where the
    lowest versions can't be installed together."""
    python = HOME / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(HOME)], check=True)
    pip = [str(python), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, "--upgrade", "pip>=25.1"], check=True)
    subprocess.run([*pip, "--editable", ".", *packages()], cwd=ROOT, check=True)
    return subprocess.run([str(python), "-m", "pytest", "-q", *tests], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
