"""``make test-sdist``: the source distribution does what a checkout does.

It is built, unpacked in a folder of its own where there is no git, and there ``make demo`` and ``make test`` run; with
arguments, those tests alone in the place of all.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent


def main(tests: list[str]) -> int:
    """The exit code of what runs there."""
    with TemporaryDirectory(prefix="newsclean-sdist-") as folder:
        build = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", folder]
        subprocess.run(build, cwd=ROOT, check=True)
        (packed,) = Path(folder).glob("*.tar.gz")
        with tarfile.open(packed) as archive:
            archive.extractall(folder, filter="data")
        home = Path(folder) / packed.name.removesuffix(".tar.gz")
        subprocess.run(["make", "demo"], cwd=home, check=True)  # noqa: S607  # as a user runs it
        if not tests:
            return subprocess.run(["make", "test"], cwd=home, check=False).returncode  # noqa: S607  # as above
        pytest = [str(home / ".venv/bin/python"), "-m", "pytest", "-q", *tests]
        return subprocess.run(pytest, cwd=home, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
