"""A batch pulls with the fetcher's options, under the names that they have everywhere."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from fetch.server import Server, answer
from newsclean.batch import Summary
from newsclean.cli import batch as command
from newsclean.cli.group import commands
from newsclean.fetch import Options

PAGE = (
    "<html><head><title>桥通了_新浪新闻</title></head><body><h1 class='main-title'>桥通了</h1>"
    "<div class='article' id='article'><p>　　老桥今天通车，车辆可以从两个方向过江。</p></div></body></html>"
)
QUICK = ("--no-robots", "--per-host", "1000", "--attempts", "1", "--jobs", "1")


def batch(tmp_path: Path, *args: str) -> tuple[Result, list[dict[str, Any]]]:
    out = tmp_path / "o.jsonl"
    result = CliRunner().invoke(commands, ["batch", *args, "-o", str(out), *QUICK])
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()] if out.exists() else []
    return result, rows


def test_a_batch_pulls_as_it_is_told(server: Server, tmp_path: Path) -> None:
    server.handlers["/a"] = answer(PAGE.encode())
    told = ("--allow-private", "--user-agent", "zoe/1.0", "--header", "X-Key: 7", "--timeout", "5")
    result, (row,) = batch(tmp_path, server.url("/a"), *told)
    assert (result.exit_code, row["title"]) == (0, "桥通了")
    assert "robots.txt was not asked, as the options say" in row["warnings"]
    (asked,) = server.asked
    assert (asked.headers["user-agent"], asked.headers["x-key"]) == ("zoe/1.0", "7")


def test_without_leave_private_addresses_stay_refused(server: Server, tmp_path: Path) -> None:
    result, (row,) = batch(tmp_path, server.url("/a"))
    assert (result.exit_code, row["error"]["kind"]) == (1, "blocked_address")


def test_the_proxy_of_the_environment_is_used_where_it_is_asked_for(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", server.url("").removeprefix("http://"))
    server.handlers["http://news.example.test/a"] = answer(PAGE.encode())
    _, (row,) = batch(tmp_path, "http://news.example.test/a", "--proxy", "env")
    assert row["title"] == "桥通了"
    monkeypatch.setenv("https_proxy", "http://zoe9:pa55word@proxy.example:3128")
    assert Options(proxy="env").proxy == "http://zoe9:pa55word@proxy.example:3128"
    for name in ("http_proxy", "https_proxy"):
        monkeypatch.delenv(name)
    assert Options(proxy="env").proxy is None


def test_an_option_that_cannot_be_carried_out_ends_the_run_before_it_begins(tmp_path: Path) -> None:
    result, rows = batch(tmp_path, "https://news.sina.com.cn/a", "--proxy", "nonsense")
    assert (result.exit_code, rows) == (2, [])
    assert "the fetcher can't be made" in result.stderr


def test_a_page_has_its_own_timeout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Any] = []

    def run(_inputs: Any, settings: Any, **_: Any) -> Summary:
        given.append(settings)
        return Summary()

    monkeypatch.setattr(command, "run_batch", run)
    batch(tmp_path, "a.html", "--page-timeout", "7", "--timeout", "3", "--concurrency", "2")
    batch(tmp_path, "a.html")
    assert [(settings.timeout, settings.pulls) for settings in given] == [(7.0, 2), (30.0, 16)]


def test_the_command_to_go_on_with_tells_no_header(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "run_batch", lambda *_, **__: Summary(stopped="SIGTERM"))
    secret = ["--header", "Authorization: pa55word", "--header=X-Key: pa55word"]
    monkeypatch.setattr(sys, "argv", ["newsclean", "batch", "a.html", "-o", "o.jsonl", *secret])
    result, _ = batch(tmp_path, "a.html", *secret)
    assert "pa55word" not in result.stderr
    assert "'Authorization: ***'" in result.stderr
