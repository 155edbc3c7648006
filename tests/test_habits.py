"""What people type out of habit is understood, or answered with the right form."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclean._version import __version__
from test_cli import PAGE, TEXT, process, run


def test_short_options_for_help_and_version() -> None:
    assert run("-h").stdout == run("--help").stdout != ""
    assert run("batch", "-h").stdout == run("batch", "--help").stdout != ""
    assert run("-V").stdout == run("--version").stdout == f"newsclean {__version__}\n"


def test_the_address_of_a_file_is_that_file(tmp_path: Path) -> None:
    path = tmp_path / "a page.html"
    path.write_text(PAGE, "utf-8")
    assert run(path.as_uri()).stdout == TEXT


@pytest.mark.parametrize(
    ("source", "hint"),
    [
        ("finance.sina.com.cn/a/doc-i1.shtml", "https://finance.sina.com.cn/a/doc-i1.shtml"),
        ("bach", "did you mean the command batch?"),
        ("explian", "did you mean the command explain?"),
    ],
)
def test_a_name_that_no_file_has_is_answered_with_the_right_form(source: str, hint: str) -> None:
    done = process(source)
    assert done.returncode == 3
    assert hint in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("source", ["no/such/page.html", "page.html", "../a.cn/b", "zzz"])
def test_any_other_missing_file_is_just_missing(source: str) -> None:
    assert process(source).stderr.decode().endswith("No such file or directory (file)\n")


def test_a_file_of_such_a_name_is_read(tmp_path: Path) -> None:
    (tmp_path / "bach").write_text(PAGE, "utf-8")
    assert process("bach", cwd=tmp_path).stdout.decode() == TEXT
