"""Where ``-o`` writes: regular files are replaced, whole or not at all, all else is written into."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from test_cli import PAGE, TEXT, process, run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pipes and devices have no names there")


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    return str(path)


def device(path: Path, minor: int) -> Path:
    """A device of one's own: 3 takes everything, 7 is always full."""
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, minor))
    except PermissionError:
        pytest.skip("devices can only be made by root")
    return path


def test_a_pipe_is_written_into_and_stays_a_pipe(page: str, tmp_path: Path) -> None:
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    done = process(page, "-o", str(pipe))
    reader.join(10)
    assert (done.returncode, done.stderr, read) == (0, b"", [TEXT.encode()])
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_device_stays_a_device(page: str, tmp_path: Path, form: str) -> None:
    null = device(tmp_path / "null", 3)
    assert run(page, "-o", str(null), "--format", form).exit_code == 0
    assert stat.S_ISCHR(null.stat().st_mode)
    assert run("explain", page, "--html", str(null)).exit_code == 0
    assert stat.S_ISCHR(null.stat().st_mode)


def test_a_full_device_is_told_in_one_line(page: str, tmp_path: Path) -> None:
    full = device(tmp_path / "full", 7)
    done = process(page, "-o", str(full))
    assert (done.returncode, done.stderr.decode().count("\n")) == (3, 1)
    assert b"No space left" in done.stderr
    assert stat.S_ISCHR(full.stat().st_mode)


def test_a_symbolic_link_stays_and_its_file_is_replaced(page: str, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    old, link = tmp_path / "kept" / "old.txt", tmp_path / "link"
    old.write_text("old", "utf-8")
    old.chmod(0o640)
    link.symlink_to("kept/old.txt")
    assert run(page, "-o", str(link)).exit_code == 0
    assert link.is_symlink()
    assert (old.read_text("utf-8"), stat.S_IMODE(old.stat().st_mode)) == (TEXT, 0o640)
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["old.txt"]


def test_a_link_to_nothing_makes_the_file_that_it_names(page: str, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to("new.txt")
    assert run(page, "-o", str(link)).exit_code == 0
    assert link.is_symlink()
    assert (tmp_path / "new.txt").read_text("utf-8") == TEXT
    (tmp_path / "astray").symlink_to("nowhere/new.txt")
    result = run(page, "-o", str(tmp_path / "astray"))
    assert (result.exit_code, "there is no folder" in result.stderr) == (2, True)


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="there is no such name")
def test_standard_output_by_its_name_keeps_what_was_written_there(page: str, tmp_path: Path) -> None:
    into, link = tmp_path / "into.txt", tmp_path / "link"
    into.write_text("before\n", "utf-8")
    link.symlink_to("/dev/stdout")
    for name in ("/dev/stdout", "/dev/fd/1", str(link)):
        with into.open("ab") as shell:
            command = [sys.executable, "-m", "newsclean", page, "-o", name]
            subprocess.run(command, stdout=shell, check=True, timeout=60)
    assert into.read_text("utf-8") == "before\n" + 3 * TEXT


@pytest.mark.parametrize("spelling", ["same", "dotted", "symbolic", "hard", "stdin"])
def test_a_source_is_not_written_over(page: str, tmp_path: Path, spelling: str) -> None:
    source, out = page, page
    if spelling == "dotted":
        out = str(tmp_path / "." / ".." / tmp_path.name / "page.html")
    elif spelling == "symbolic":
        out = str(tmp_path / "link")
        os.symlink(page, out)
    elif spelling == "hard":
        out = str(tmp_path / "link")
        os.link(page, out)
    elif spelling == "stdin":
        source = "-"
    with open(page, "rb") as stdin:
        done = process(source, "-o", out, stdin=stdin)
    assert (done.returncode, b"would be written over" in done.stderr) == (2, True)
    assert Path(page).read_text("utf-8") == PAGE
