"""Ask PyPI, by pip-audit, whether a package of the environment has a known advisory.

    python tools/audit.py FOLDER

pip-audit is installed into the folder, an environment of its own. Ends with 1 where there is an advisory. Where it or
its data can't be had (no network, or an index without advisories), that is said, and it ends with 0: the test of the
floors (tests/test_floors.py) holds all the same.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Any

INSTALLING, ASKING = 180, 240  # seconds


def main() -> int:
    folder = Path(sys.argv[1])
    if not (folder / "bin/pip-audit").exists():
        venv.create(folder, with_pip=True)
        why = failure_of([folder / "bin/python", "-m", "pip", "install", "--quiet", "pip-audit"], INSTALLING)
        if why is not None:
            return skipped(f"pip-audit can't be installed: {why}")
    packages = subprocess.run(
        [sys.executable, "-m", "pip", "freeze", "--exclude-editable"],
        capture_output=True,
        text=True,
        check=True,
    )
    with tempfile.TemporaryDirectory() as scratch:
        listed, told = Path(scratch, "packages.txt"), Path(scratch, "told.json")
        listed.write_text(packages.stdout, "utf-8")
        wanted = ["--requirement", listed, "--no-deps", "--disable-pip", "--format", "json", "--output", told]
        why = failure_of([folder / "bin/pip-audit", *wanted], ASKING)
        if not told.exists():
            return skipped(f"pip-audit gave no answer: {why}")
        return judged(json.loads(told.read_text("utf-8"))["dependencies"])


def failure_of(command: list[Any], seconds: int) -> str | None:
    """Run a command; the last line of what it said where it failed, None where it did not."""
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return f"no end after {seconds} s"
    lines = run.stderr.strip().splitlines() or [f"exit code {run.returncode}"]
    return lines[-1] if run.returncode else None


def judged(packages: list[dict[str, Any]]) -> int:
    """Tell the advisories, and give the exit code."""
    asked = [package for package in packages if "skip_reason" not in package]
    if not asked:
        return skipped(
            f"the index has no advisories: {packages[0]['skip_reason'] if packages else 'no packages'}"
        )
    found = [(package, advisory) for package in asked for advisory in package["vulns"]]
    for package, advisory in found:
        fixed = ", ".join(advisory["fix_versions"]) or "nowhere yet"
        print(f"audit: {package['name']} {package['version']}: {advisory['id']}, fixed in {fixed}")
    print(f"audit: {len(asked)} of {len(packages)} packages were asked for, {len(found)} advisories")
    return 1 if found else 0


def skipped(why: str) -> int:
    """Say why nothing was asked."""
    print(f"audit: skipped: {why}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
