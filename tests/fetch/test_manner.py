"""How the commands that fetch speak: each step where that is wanted, nothing but errors where that is, in either
language, and the same results always."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fetch.listed import entry, page_of
from fetch.loopback import Site
from fetch.server import Server, answer
from newsclean.cli.group import commands

PAGE = (
    "<html><head><title>桥通了_新浪新闻</title></head><body><h1 class='main-title'>桥通了</h1>"
    "<div class='article' id='article'><p>　　老桥今天通车，车辆可以从两个方向过江。</p></div></body></html>"
)
TEXT = "老桥今天通车，车辆可以从两个方向过江。\n"
QUICK = ("--allow-private", "--no-robots", "--attempts", "1", "--per-host", "1000")
FEED = "feed.mix.sina.com.cn"


def call(*args: str) -> Result:
    result = CliRunner().invoke(commands, [*args], prog_name="newsclean")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def page(server: Server) -> str:
    server.handlers["/a"] = answer(PAGE.encode())
    return server.url("/a")


def test_verbose_tells_the_steps_of_a_fetch(page: str) -> None:
    quiet, verbose = call(page, *QUICK, "-q"), call(page, *QUICK, "-v")
    assert quiet.stdout == verbose.stdout == TEXT
    assert quiet.stderr == ""
    for told in (
        rf"newsclean: asking: {re.escape(page)}\n",
        r"newsclean: answer: status 200, \d+ bytes, .*, over .* \[\d\.\d{3} s\]\n",
        r"newsclean: parse: layout news-2018 \[",
        rf"newsclean: {re.escape(page)}: layout news-2018, route ",
    ):
        assert re.search(told, verbose.stderr), told
    chinese = call(page, *QUICK, "-v", "--lang", "zh").stderr
    assert f"newsclean: 请求: {page}\n" in chinese
    assert re.search(r"newsclean: 应答: 状态 200，\d+ 字节，", chinese)


def test_a_password_in_an_address_is_told_in_no_step(page: str) -> None:
    told = call(page.replace("//", "//zoe9:secret@"), *QUICK, "-v").stderr
    assert "asking" in told
    assert "secret" not in told
    assert "zoe9" not in told


def test_verbose_tells_the_steps_of_a_batch(page: str, tmp_path: Path) -> None:
    rows = []
    for manner in ("-q", "-v"):
        out = tmp_path / f"rows{manner}.jsonl"
        result = call("batch", page, "-o", str(out), *QUICK, "--jobs", "1", manner)
        assert (result.exit_code, result.stdout) == (0, "")
        rows.append(re.sub(r'"fetched_at": ?"[^"]*"', "", out.read_text("utf-8")))
        assert bool(result.stderr) == (manner == "-v")
    assert rows[0] == rows[1]
    assert f"newsclean: asking: {page}\n" in result.stderr
    assert re.search(
        rf"newsclean: {re.escape(page)}: layout news-2018, route \w+, \d\.\d{{3}} s\n", result.stderr
    )


def test_quiet_and_verbose_of_a_list(site: Site) -> None:
    slides = entry(1, url="http://slide.news.sina.com.cn/c/slide_1_2841_156226.html")
    site.respond[FEED] = lambda _: page_of(entry(0), slides, total=2)
    plain, quiet, verbose = (call("roll", "news", *QUICK, *each) for each in ((), ("-q",), ("-v",)))
    assert plain.stdout == quiet.stdout == verbose.stdout != ""
    assert "items are no articles" in plain.stderr
    assert quiet.stderr == ""
    assert f"newsclean: asking: https://{FEED}/" in verbose.stderr
    assert "newsclean: news: 2 items in 1 requests, ended: all\n" in verbose.stderr


@pytest.fixture
def followed(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.chdir(tmp_path)
    site.respond[FEED] = lambda _: page_of(entry(0), total=1)
    site.respond["news.sina.com.cn"] = lambda _: PAGE
    return site


def follow(out: str, *manner: str) -> Result:
    return call("follow", "news", "-o", out, "--once", "--jobs", "1", *QUICK, *manner)


def test_quiet_and_verbose_of_following(followed: Site) -> None:
    plain, quiet, verbose = follow("a.jsonl"), follow("b.jsonl", "-q"), follow("c.jsonl", "-v")
    assert [each.exit_code for each in (plain, quiet, verbose)] == [0, 0, 0]
    assert re.search(
        r"round 1: news 1 new.*: 1 articles \(news-2018 1\), 0 errors → a\.jsonl\n", plain.stderr
    )
    assert quiet.stderr == ""
    assert f"newsclean: asking: https://{FEED}/" in verbose.stderr
    assert "newsclean: asking: https://news.sina.com.cn/" in verbose.stderr
    assert re.search(r"newsclean: https://news\S+: layout news-2018, route ", verbose.stderr)
    assert Path("a.jsonl").read_bytes() == Path("b.jsonl").read_bytes() == Path("c.jsonl").read_bytes()


def test_following_in_chinese(followed: Site) -> None:
    told = follow("a.jsonl", "--lang", "zh").stderr
    assert re.search(r"第 1 轮：news 新增 1 条.*：文章 1 篇（news-2018 1），错误 0 个 → a\.jsonl\n", told)


def test_a_list_that_fails_is_told_in_quiet_too(followed: Site) -> None:
    followed.respond[FEED] = lambda _: 403
    result = follow("a.jsonl", "-q")
    assert result.exit_code == 3
    assert "news failed and is tried again" in result.stderr
    assert "news 失败，下一轮再试" in follow("a.jsonl", "-q", "--lang", "zh").stderr


def test_the_doctor_speaks_chinese(site: Site) -> None:
    page = "https://news.sina.com.cn/c/2024-05-10/doc-inausehc0000000.shtml"
    site.respond["news.sina.com.cn"] = lambda _: PAGE
    told = {each: call("doctor", page, *QUICK, "--lang", each) for each in ("en", "zh")}
    assert [result.exit_code for result in told.values()] == [0, 0]
    assert all(not result.stderr for result in told.values())
    lines = {each: result.stdout.splitlines() for each, result in told.items()}
    assert len(lines["en"]) == len(lines["zh"])
    assert lines["en"][1].startswith("packages   httpx ")
    assert lines["zh"][1].startswith("依赖包     httpx ")
    for start in (
        "请求       http",
        "应答       状态 200，",
        "解析       版式 news-2018",
        "结果       article: 桥通了",
    ):
        assert [line for line in lines["zh"] if line.startswith(start)], start
    site.respond[FEED] = lambda _: page_of(entry(0), total=1)
    site.respond["news.sina.com.cn"] = lambda _: PAGE
    listed = call("doctor", "news", *QUICK, "--lang", "zh").stdout
    assert re.search(r"列表       1 次请求取得 1 条，其中文章 1 篇", listed)


def test_the_doctor_ends_alike_in_every_manner() -> None:
    address = "http://127.0.0.1:9/"
    for manner in ((), ("-q",), ("-v",), ("--lang", "zh")):
        result = call("doctor", address, "--attempts", "1", *manner)
        assert (result.exit_code, result.stderr) == (3, "")
        assert "FetchError (blocked_address)" in result.stdout


@pytest.mark.parametrize("command", ["roll", "follow", "doctor"])
@pytest.mark.parametrize(
    ("channel", "near"),
    [
        ("finanse", "finance, top-finance, finance-top10"),
        ("2509", "news, "),  # the number by which the site knows it
        ("军事", "military, "),  # and its label
        ("stok:sh600999", "stock:sh600999, "),
        ("Finance_Domestic", "finance-domestic, "),
    ],
)
def test_a_channel_that_there_is_not_is_answered_with_the_nearest_three(
    command: str, channel: str, near: str, tmp_path: Path
) -> None:
    rest = ("-o", str(tmp_path / "o.jsonl"), "--once") if command == "follow" else ()
    result = call(command, channel, *rest)
    assert (result.exit_code, result.stdout) == (2, "")
    told = re.search(r"the nearest (?:channels )?are ([^()\n]*)", result.stderr)
    assert told is not None
    assert told[1].startswith(near)
    assert len(told[1].split(", ")) == 3
