"""``make test-lowest``: the tests with the lowest version of each package that pyproject.toml lets in.

    python tools/lowest.py [tests/test_cli.py ...]

The extra ``cache`` is left out: hishel asks for a newer anyio than newsclean does. So are those of the engines, whose
tests have an environment of their own (``make test-engines``).
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator

from packaging.requirements import Requirement

from pythons import ROOT, tested

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
    """The exit code: 0 where the tests pass. Raises CalledProcessError where the lowest versions can't be installed
    together."""
    return not tested(ROOT / ".venv-lowest", sys.executable, packages(), tests)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
