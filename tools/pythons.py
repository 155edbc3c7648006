"""``make test-pythons``: the tests under other versions of Python, each in an environment of its own.

    python tools/pythons.py 3.13,3.14 [tests/test_parse.py ...]

An interpreter is looked for on the PATH, among pyenv's and uv's. A version that is not to be had is told and skipped:
nothing is downloaded but packages.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

__all__ = ["ROOT", "tested"]

ROOT = Path(__file__).resolve().parent.parent


def interpreter(version: str) -> str | None:
    """The interpreter of a version, such as 3.13; None where there is none."""
    for path in _candidates(version):
        asked = [path, "-c", "import sys; print('.'.join(map(str, sys.version_info[:2])))"]
        try:
            done = subprocess.run(asked, capture_output=True, text=True, timeout=60, check=False)
        except (OSError, subprocess.TimeoutExpired):
            continue
        if done.stdout.strip() == version:  # a shim of pyenv for a version that is not chosen says nothing
            return path
    return None


def _candidates(version: str) -> Iterator[str]:
    on_path = shutil.which(f"python{version}")
    if on_path:
        yield on_path
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    yield from map(str, sorted(pyenv.glob(f"versions/{version}*/bin/python"), reverse=True))
    uv = shutil.which("uv")
    if uv:
        command = [uv, "python", "find", "--no-python-downloads", version]
        yield subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def tested(home: Path, path: str, wanted: list[str], tests: list[str]) -> bool:
    """Whether the tests pass in the environment of a folder, with newsclean and what is wanted besides; it is made by
    the interpreter of this path where it is not there yet. Raises CalledProcessError where that can't be installed."""
    python = home / "bin" / "python"
    if not python.exists():
        subprocess.run([path, "-m", "venv", str(home)], check=True)
    pip = [str(python), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, "--upgrade", "pip>=25.1"], check=True)
    subprocess.run([*pip, "--editable", ".", *wanted], cwd=ROOT, check=True)
    return subprocess.run([str(python), "-m", "pytest", "-q", *tests], cwd=ROOT, check=False).returncode == 0


def main(arguments: list[str]) -> int:
    """The exit code: 0 where the tests pass under each version that is there."""
    failed = []
    for version in arguments[0].split(","):
        path = interpreter(version)
        if path is None:
            print(
                f"Python {version}: skipped, no interpreter on the PATH nor among pyenv's and uv's",
                flush=True,
            )
            continue
        print(f"Python {version}: {path}", flush=True)
        if not tested(ROOT / f".venv-{version}", path, ["--group", "dev"], arguments[1:]):
            failed.append(version)
    if failed:
        print(f"failed under Python {', '.join(failed)}")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
