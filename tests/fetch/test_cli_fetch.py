"""The commands roll and doctor, against a server on loopback."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fetch.listed import entry, page_of
from fetch.loopback import Site
from fetch.server import Server, answer
from fetch.test_list_items import VERIFY
from newsclean.cli.doctor import doctor
from newsclean.cli.group import commands
from newsclean.cli.options import fetch_options
from newsclean.cli.roll import roll
from newsclean.fetch import Options

ARTICLE = (
    "<html><head><title>桥通了_新浪新闻</title></head><body><h1 class='main-title'>桥通了</h1>"
    "<div class='article' id='article'><p>　　老桥今天通车，车辆可以从两个方向过江。</p>"
    "<p>　　通车仪式上午举行。</p></div></body></html>"
)


def call(command: str, *args: str) -> Result:
    return CliRunner().invoke(
        {"roll": roll, "doctor": doctor}[command],
        [*args, "--allow-private", "--no-robots", "--attempts", "1"],
    )


FEED = "feed.mix.sina.com.cn"


def test_addresses_of_articles_go_to_standard_output_and_the_rest_is_counted(site: Site) -> None:
    slides = entry(1, url="http://slide.news.sina.com.cn/c/slide_1_2841_156226.html")
    plain = entry(2, url="https://finance.sina.com.cn/roll/doc-inausehc00.shtml")
    site.respond[FEED] = lambda _: page_of(entry(0), slides, plain, total=3)
    result = call("roll", "news")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "https://news.sina.com.cn/c/2024-05-10/doc-inausehc0000000.shtml",
        "https://finance.sina.com.cn/roll/doc-inausehc00.shtml",
    ]
    assert "1 of 3 items are no articles" in result.stderr
    assert "1 of 3 addresses have no shape that is known" in result.stderr
    assert "is stale" in result.stderr


def test_all_items_are_told_as_json_lines(site: Site) -> None:
    site.respond[FEED] = lambda _: page_of(entry(0), entry(1), total=2)
    result = call("roll", "news", "--format", "jsonl", "--limit", "1")
    (item,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert (item["title"], item["is_article"]) == ("第0条", True)
    assert item["published_at"].endswith("+08:00")


def test_an_empty_list_is_said_and_has_an_exit_code_of_its_own(site: Site) -> None:
    site.respond[FEED] = lambda _: page_of()
    result = call("roll", "news")
    assert (result.exit_code, result.stdout) == (4, "")
    assert "gave nothing" in result.stderr


def test_a_list_that_ends_early_has_an_exit_code_of_its_own(site: Site) -> None:
    site.respond[FEED] = lambda _: page_of(entry(0), entry(1), total=100_326)
    result = call("roll", "news")
    assert (result.exit_code, len(result.stdout.splitlines())) == (5, 2)
    assert "ended early: its service gave 4 of 100,326 entries" in result.stderr
    assert call("roll", "news", "--limit", "2").exit_code == 0


@pytest.mark.parametrize(
    "body", [403, VERIFY, {"result": {"status": 1, "msg": "system error", "data": []}}, {"x": []}]
)
def test_what_is_no_list_is_exit_code_three(site: Site, body: object) -> None:
    site.respond[FEED] = lambda _: body
    result = call("roll", "news")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "gave nothing" not in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "args",
    [
        ["nothing"],
        ["search"],
        ["news", "--since", "yesterday"],
        ["news", "--header", "no colon"],
        ["news", "--limit", "0"],
    ],
)
def test_what_makes_no_list_is_a_usage_error(args: list[str]) -> None:
    assert call("roll", *args).exit_code == 2


def test_the_channels_can_be_printed() -> None:
    result = CliRunner().invoke(roll, ["--channels"])
    assert result.exit_code == 0
    assert "finance\t财经\t2018–2026\tthe tabs" in result.stdout
    assert "stale since the end of 2024; china is asked in its place" in result.stdout


def test_the_doctor_tells_every_step_and_what_was_read(server: Server) -> None:
    server.on("/old.shtml", answer(status=302, Location="/a.shtml"))
    server.on("/a.shtml", answer(ARTICLE))
    result = call("doctor", server.url("/old.shtml"))
    assert result.exit_code == 0, result.output
    for words in (
        f"asking     {server.url('/old.shtml')}",
        "status 302 to /a.shtml",
        f"names      {server.host} is at {server.host}",
        "over HTTP/1.1 127.0.0.1",
        "parse      layout ",
        "result     article: 桥通了",
        "encoding utf-8, known from header",
        "warning    robots.txt was not asked",
    ):
        assert words in result.stdout
    assert "[0." in result.stdout


def test_the_doctor_tells_what_failed_and_leaves_with_its_exit_code(server: Server) -> None:
    gone = call("doctor", server.url("/gone.shtml"))
    assert (gone.exit_code, "result     FetchError (status)" in gone.stdout) == (3, True)
    server.on("/home.shtml", answer("<html><body></body></html>"))
    empty = call("doctor", server.url("/home.shtml"))
    assert (empty.exit_code, "result     NotAnArticle (empty)" in empty.stdout) == (4, True)
    assert call("doctor", "neither").exit_code == 2


def test_the_doctor_reads_the_first_article_of_a_list_and_holds_its_shape_against_the_row(site: Site) -> None:
    site.respond[FEED] = lambda _: page_of(entry(0, keywords="", media_name="", author="0"), total=1)
    site.respond["news.sina.com.cn"] = lambda _: ARTICLE
    result = call("doctor", "news")
    assert result.exit_code == 0, result.output
    for words in (
        "channel    news (全部), known from the tabs of the rolling-news page",
        "service    roll, known from recorded answers",
        "names      feed.mix.sina.com.cn is at ",
        "list       1 items in 1 requests, 1 of them articles",
        "fields url 1, title 1, published_at 1, modified_at 1, source 0, doc_id 1",
        "no item has source, keywords: none of these has one, or the service writes it otherwise by now",
        "result     article: 桥通了",
    ):
        assert words in result.stdout


def test_every_option_of_the_commands_reaches_the_fetcher() -> None:
    given = {"timeout": 3.0, "no_robots": True, "headers": {"X": "y"}, "proxy": None, "limit": 5}
    options = Options(**fetch_options(given))
    assert (options.timeout, options.robots, options.headers, options.per_host) == (
        3.0,
        False,
        {"X": "y"},
        2.0,
    )
    assert given == {"limit": 5}


USELESS = {
    "a header of Chinese": ["--header", "X-Name: 桥"],
    "a header without a colon": ["--header", "X-Name"],
    "a proxy without a scheme": ["--proxy", "127.0.0.1:8080"],
    "a proxy of another kind": ["--proxy", "ftp://127.0.0.1"],
    "a SOCKS proxy without its package": ["--proxy", "socks5://127.0.0.1:1080"],
    "a cache without its extra": ["--cache", "pages"],
    "a user agent of Chinese": ["--user-agent", "新闻"],
}


@pytest.mark.parametrize(
    "command", [[], ["roll", "finance"], ["doctor"], ["follow", "finance", "-o", "rows.jsonl"]]
)
@pytest.mark.parametrize("options", USELESS)
def test_options_that_cannot_be_carried_out_are_one_line_and_exit_code_two(
    command: list[str], options: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "hishel", None)
    monkeypatch.setattr("newsclean.fetch.transport.find_spec", lambda _name: None)
    target = [] if "finance" in command else ["http://127.0.0.1:9/a.shtml"]
    result = CliRunner().invoke(commands, [*command, *target, *USELESS[options]])
    assert result.exit_code == 2, result.output
    assert len(result.stderr.strip().splitlines()) == 1
    assert result.stdout == ""
    assert not any(tmp_path.iterdir())
