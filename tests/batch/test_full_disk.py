"""A disk that is full, or fails: one line, an exit code of its own, and a run that goes on where it stopped."""

from __future__ import annotations

import errno
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from runs import HERE, make_pages, run
from test_resume import OUTPUTS, _inputs

from newsclean.batch import CannotWrite
from newsclean.cli.batch import batch

PAGES = 300


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("disks can only be made by root")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def _grown(disk: Path, size: str) -> None:
    subprocess.run(["mount", "-o", f"remount,size={size}", str(disk)], check=True)


def _go_on(out: Path, pages: Path) -> subprocess.CompletedProcess[bytes]:
    """A run, begun or gone on with, that commits every 20 rows."""
    options: dict[str, Any] = {"resume": True, "commit_rows": 20, "chunk_pages": 4}
    if out.name.startswith("by-day"):
        options["partition_by"] = "day"
    command = [sys.executable, str(HERE / "runs.py"), str(pages), str(out), json.dumps(options)]
    return subprocess.run(command, capture_output=True, timeout=300)


@pytest.mark.parametrize("name", OUTPUTS)
def test_a_full_disk_costs_no_row_and_doubles_none(name: str, small: Path, tmp_path: Path) -> None:
    pages, times = make_pages(tmp_path, PAGES), 0
    for size in ("40k", "120k", "200k", "400k", "1m", "2m", "8m", "64m"):
        _grown(small, size)
        done = _go_on(small / name, pages)
        if done.returncode == 0:
            break
        times += 1
        assert b"CannotWrite: disk full" in done.stderr, done.stderr.decode()
    assert done.returncode == 0, done.stderr.decode()
    assert times > 0
    assert sorted(_inputs(small / name)) == [str(path) for path in sorted(pages.iterdir())]


def test_the_command_says_how_many_are_done_and_how_to_go_on(small: Path, tmp_path: Path) -> None:
    pages, out = tmp_path / "pages", small / "o.jsonl"
    pages.mkdir()
    for number in range(400):
        text = f"　　老桥今天通车，第{number}次。" + "两岸都来看。" * 100
        markup = f'<h1 class="main-title">桥通了{number}</h1><div id="article"><p>{text}</p></div>'
        (pages / f"{number:03}.html").write_text(markup, "utf-8")
    command = [sys.executable, "-m", "newsclean", "batch", str(pages), "-o", str(out)]
    done = subprocess.run([*command, "--overwrite"], capture_output=True, timeout=300)
    told = done.stderr.decode()
    assert (done.returncode, told.count("\n")) == (3, 1), told
    pattern = rf"newsclean: disk full: \d+ done; go on with: newsclean batch {pages} -o {out} --resume\n"
    assert re.fullmatch(pattern, told), told
    assert not list(small.rglob("*.writing"))
    _grown(small, "20m")
    assert subprocess.run([*command, "--resume"], capture_output=True, timeout=300).returncode == 0
    assert len(_inputs(out)) == len(set(_inputs(out))) == 400


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EIO])
@pytest.mark.parametrize("name", ["o.jsonl", "by-day.parquet", "docs"])
def test_a_write_that_fails_once_is_told_and_gone_on_from(
    name: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages, out, synced = make_pages(tmp_path, 60), tmp_path / name, 0
    settings: dict[str, Any] = {
        "resume": True,
        "commit_rows": 20,
        "partition_by": "day" if "day" in name else None,
    }

    def fsync(handle: int) -> None:
        nonlocal synced
        synced += 1
        if synced == 4:
            raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fsync)
        with pytest.raises(CannotWrite) as caught:
            run([pages], out, **settings)
    assert caught.value.full == (code != errno.EIO)
    assert str(caught.value).startswith(
        "disk full" if caught.value.full else "the output cannot be written ("
    )
    assert not list(tmp_path.rglob("*.writing"))
    again = run([pages], out, **settings)
    assert again.skipped == caught.value.done
    assert sorted(_inputs(out)) == [str(path) for path in sorted(pages.iterdir())]


@pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="whoever may write everywhere is not refused"
)
def test_a_folder_that_may_not_be_written_is_one_line(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    result = CliRunner().invoke(batch, [str(make_pages(tmp_path, 1)), "-o", str(closed / "o.jsonl")])
    assert (result.exit_code, "Permission denied" in result.stderr) == (3, True)
