"""The command explain: its forms, what a terminal gets, and the exit codes of pages that are refused."""

from __future__ import annotations

import json
import os
import pty
import re
import shlex
import subprocess
import sys
from pathlib import Path
from unicodedata import east_asian_width

import pytest
from click.testing import CliRunner, Result

from newsclean.cli.group import commands

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>桥通车了_新闻</title></head><body>
<h1 class="main-title">桥通车了</h1><div class="article" id="article"><p>　　原标题：老桥今日通车</p>
<p>　　老桥今天通车，两岸的人都来看，到了晚上还有人在桥上散步，说着很多年以前的事。</p></div></body></html>"""
INDEX = "<html><head><title>搜索结果</title></head><body><p>没有桥</p></body></html>"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    return path


@pytest.fixture
def refused(tmp_path: Path) -> Path:
    path = tmp_path / "index.html"
    path.write_text(INDEX, "utf-8")
    return path


def run(*args: object) -> Result:
    return CliRunner().invoke(commands, [str(one) for one in args])


def test_json_is_all_of_it_in_one_line_and_in_english(page: Path) -> None:
    result = run("explain", page, "--format", "json", "--lang", "zh")
    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    told = json.loads(line)
    assert told["article"]["title"] == "桥通车了"
    assert [place["rule"] for place in told["places"]] == ["original-title", None]
    assert [tried["miss"] for tried in told["layouts"]][-1] is None


@pytest.mark.parametrize("args", [["explain"], ["--explain"]])
def test_a_refused_page_is_explained_and_has_its_exit_code(refused: Path, args: list[str]) -> None:
    result = run(*args, refused)
    assert result.exit_code == 4
    assert result.stdout.startswith("No article: ")
    assert "Layouts that were tried" in result.stdout
    assert len(result.stderr.splitlines()) == 1
    assert "(empty)" in result.stderr


def test_several_pages_are_explained_one_after_the_other(page: Path, refused: Path) -> None:
    result = run("--explain", refused, page)
    assert result.exit_code == 1
    assert result.stdout.index("No article: ") < result.stdout.index("老桥今日通车")


def test_a_report_of_a_refused_page_is_written(refused: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    assert run("explain", refused, "--html", out, "--lang", "zh").exit_code == 4
    assert "不是文章" in out.read_text("utf-8")


def test_a_page_and_json_are_two_forms(page: Path, tmp_path: Path) -> None:
    result = run("explain", page, "--html", tmp_path / "x.html", "--format", "json")
    assert (result.exit_code, result.stdout) == (2, "")


def _on_terminal(*args: str) -> str:
    """What the command writes to a terminal."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": "60", "TERM": "xterm-256color", "NEWSCLEAN_LANG": "en"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(
        [sys.executable, "-m", "newsclean", *args], stdout=theirs, env=environment
    ) as running:
        os.close(theirs)
        parts = []
        while True:
            try:
                part = os.read(ours, 65_536)
            except OSError:  # Linux says so where the other end is closed
                break
            if not part:
                break
            parts.append(part)
    os.close(ours)
    assert running.returncode == 0
    return b"".join(parts).decode()


def _columns(line: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in line)


@pytest.mark.parametrize("form", ["explain", "--explain"])
def test_a_terminal_gets_colours_and_lines_of_its_width_and_a_pipe_neither(page: Path, form: str) -> None:
    told = _on_terminal(form, str(page))
    assert re.search("\x1b\\[[\\d;]*9[;m][^\x1b]*原标题：老桥今日通车", told)
    bare = re.sub(r"\x1b\[[\d;]*m", "", told).replace("\r", "")
    assert max(map(_columns, bare.split("\n"))) <= 60
    assert "\x1b" not in run(form, page).stdout


def test_the_command_that_shows_a_rule_of_ones_own_names_its_file(page: Path, tmp_path: Path) -> None:
    mine = tmp_path / "my rules.toml"
    mine.write_text(
        '[[line]]\nname = "walkers"\nwhy = "The walkers of the evening."\nwhere = "anywhere"\n'
        'forms = [{ pattern = "老桥今天通车.*", takes = ["老桥今天通车，有人散步。"], spares = ["新桥今天通车。"] }]\n',
        "utf-8",
    )
    page.write_text(
        PAGE.replace("</div>", "<p>　　对岸的灯还亮着，船工在唱歌，水声很大。</p></div>"), "utf-8"
    )
    result = run("explain", page, "--rules", mine)
    command = f"newsclean rules walkers --rules '{mine}'"
    assert command in result.stdout
    assert "newsclean rules original-title\n" in result.stdout
    assert command in run("explain", page, "--rules", mine, "--html", "-").stdout.replace("&#x27;", "'")
    shown = run(*shlex.split(command)[1:])
    assert (shown.exit_code, "The walkers of the evening." in shown.stdout) == (0, True)
