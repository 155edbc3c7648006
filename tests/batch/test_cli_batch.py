"""The command: argv in, rows in a file, a line on stderr, an exit code."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
import stand_in
from click.testing import CliRunner
from runs import make_pages, rows_of

from newsclean.batch import Summary, records
from newsclean.cli import batch as command
from newsclean.cli.batch import batch


@pytest.fixture(autouse=True)
def _stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        command, "Settings", lambda **given: records.Settings(**{"parser": "stand_in:parse", **given})
    )


def test_the_summary_goes_to_stderr_and_stdout_stays_empty(tmp_path: Path) -> None:
    out = tmp_path / "o.jsonl"
    result = CliRunner().invoke(batch, [str(make_pages(tmp_path, 4)), "-o", str(out), "--jobs", "1"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "4 pages in" in result.stderr
    assert "4 articles (even 2, odd 2), 0 errors" in result.stderr
    assert len(rows_of(out)) == 4


def test_failed_inputs_make_the_exit_code_one(tmp_path: Path) -> None:
    pages = make_pages(tmp_path, 4, {1: "no-body"})
    result = CliRunner().invoke(batch, [str(pages), "-o", str(tmp_path / "o.jsonl"), "--jobs", "1"])
    assert result.exit_code == 1
    assert "1 errors (no_body 1)" in result.stderr


def test_an_output_that_is_there_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "o.jsonl").write_text("mine")
    result = CliRunner().invoke(batch, [str(make_pages(tmp_path, 1)), "-o", str(tmp_path / "o.jsonl")])
    assert result.exit_code == 2
    assert "--overwrite replaces it" in result.stderr
    assert (tmp_path / "o.jsonl").read_text() == "mine"


def test_a_name_without_suffix_is_a_folder_of_markdown(tmp_path: Path) -> None:
    result = CliRunner().invoke(
        batch, [str(make_pages(tmp_path, 2)), "-o", str(tmp_path / "docs"), "--jobs", "1"]
    )
    assert result.exit_code == 0, result.output
    assert (tmp_path / "docs" / "00001.md").exists()


def test_without_pebble_the_command_says_which_extra_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pebble", None)
    result = CliRunner().invoke(batch, [str(make_pages(tmp_path, 1)), "-o", str(tmp_path / "o.jsonl")])
    assert result.exit_code == 2
    assert re.search(r"\(the extra batch\); install it with: pip install 'pebble>=[\d.]+'", result.stderr)


def test_on_a_terminal_the_progress_shows_rate_and_failures(tmp_path: Path) -> None:
    pages, ours = (
        make_pages(tmp_path, 60, {5: "no-body", **dict.fromkeys(range(10, 60), "slow 0.02")}),
        tmp_path / "o.jsonl",
    )
    program = (
        "import sys; from pathlib import Path; from runs import run;"
        "print(run([sys.argv[1]], Path(sys.argv[2])).line(), file=sys.stderr)"
    )
    leader, follower = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent), "TERM": "xterm", "COLUMNS": "120"}
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(pages), str(ours)], stderr=follower, env=environment
    )
    os.close(follower)
    shown = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:  # the other end closed
            break
        if not piece:
            break
        shown += piece
    os.close(leader)
    assert process.wait() == 0
    assert b"1 failed" in shown
    assert b"/s" in shown
    assert b"60 pages in" in shown


def test_stopped_by_a_signal_it_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stopped = Summary(stopped="SIGTERM", out="o.jsonl.newsclean")
    monkeypatch.setattr(command, "run_batch", lambda inputs, settings, **_: stopped)
    monkeypatch.setattr(sys, "argv", ["newsclean", "batch", "a b/", "-o", "o.jsonl", "--overwrite"])
    result = CliRunner().invoke(batch, ["a b/", "-o", "o.jsonl", "--overwrite"])
    assert result.exit_code == 143
    assert "go on with: newsclean batch 'a b/' -o o.jsonl --resume" in result.stderr


def test_a_page_of_the_stand_in_is_json_ready() -> None:
    assert json.loads(stand_in.parse(stand_in.page(1)).to_json())["title"] == "第1条"
