"""The command explain on an address, against a server on loopback."""

from __future__ import annotations

import json

from click.testing import CliRunner

from fetch.loopback import Site
from newsclean.cli.group import commands

ADDRESS = "https://news.sina.com.cn/c/2024-05-10/doc-inausehc0000000.shtml"
PAGE = (
    "<html><head><title>桥通了_新浪新闻</title></head><body><h1 class='main-title'>桥通了</h1>"
    "<div class='article' id='article'><p>　　老桥今天通车，车辆可以从两个方向过江。</p>"
    "<iframe></iframe><p>　　通车仪式上午举行。</p></div></body></html>"
)


def test_the_page_of_an_address_is_explained_with_its_address_and_header(site: Site) -> None:
    site.respond["news.sina.com.cn"] = lambda _: PAGE.encode("gbk")
    result = CliRunner().invoke(
        commands, ["explain", ADDRESS, "--format", "json", "--allow-private", "--no-robots"]
    )
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert (told["url"], told["encoding_from"]) == (ADDRESS, "header")
    assert [place["rule"] for place in told["places"]] == [None, "iframe", None]
    assert site.asked == [ADDRESS]


def test_a_page_that_is_not_there_is_an_error_as_ever(site: Site) -> None:
    site.respond["news.sina.com.cn"] = lambda _: 404
    result = CliRunner().invoke(commands, ["explain", ADDRESS, "--allow-private", "--no-robots"])
    assert (result.exit_code, result.stdout) == (3, "")
