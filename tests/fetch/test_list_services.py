"""Every list service on loopback, by its real host's name and over TLS: all its pages, an empty list, smaller pages
than were asked for, other encodings and wrappings, what is no list; and from the list to the rows of a batch, counted.
"""

from __future__ import annotations

import asyncio
import json
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner

from fetch.loopback import Site, field_of
from fetch.services import NOW, SERVICES, StandIn, address, at
from newsclean.cli.group import commands
from newsclean.errors import FetchError
from newsclean.lists import ListWarning, RollItem, RollSummary, aroll, roll
from newsclean.rules.channels import CHANNELS
from newsclean.rules.services import SERVICES as ROWS

pytestmark = pytest.mark.filterwarnings("ignore::newsclean.lists.ListWarning")

ARTICLE = (
    "<html><head><title>桥通了_新浪财经</title></head><body><h1 class='main-title'>桥通了</h1>"
    "<div class='article' id='article'><p>　　老桥今天通车，车辆可以从两个方向过江。</p></div></body></html>"
)
JSON = [name for name, stand_in in SERVICES.items() if not isinstance(stand_in.write([], 0), (str, bytes))]
PAGES = ["stock:sh600999", "column:56592", "notices:sh600999"]


@pytest.fixture(params=SERVICES)
def stand_in(request: pytest.FixtureRequest) -> StandIn:
    return SERVICES[request.param]


def rolled(site: Site, stand_in: StandIn, **more: Any) -> tuple[list[RollItem], RollSummary]:
    items = roll(stand_in.channel, query=stand_in.query, **more, **site.options)
    return [*items], items.summary


def test_every_service_and_family_has_a_stand_in() -> None:
    served = {row.service for row in CHANNELS for name in SERVICES if row.name == name.partition(":")[0]}
    assert served == {row.name for row in ROWS}


def test_all_pages_of_a_service_are_given(site: Site, stand_in: StandIn) -> None:
    count = stand_in.size * 2 + 7 if stand_in.pages else 45
    site.respond[stand_in.place] = stand_in.respond(count)
    items, summary = rolled(site, stand_in)
    assert [item.title for item in items] == [f"第{n}座桥通车" for n in range(count)]
    assert (summary.ended, summary.items, summary.is_whole) == ("all", count, True)
    assert {item.channel for item in items} == {stand_in.channel}
    host = stand_in.place.partition("/")[0]
    assert {*site.server.names_of_tls, *site.looked_up} == {host}
    row = next(
        row
        for row in ROWS
        if urlsplit(row.address).path.split("{")[0] in f"/{stand_in.place.partition('/')[2]}"
    )
    assert set(site.referers) == {row.referer}
    assert stand_in.pages is (len(site.asked) > 1)


def test_items_of_every_service_have_the_same_fields(site: Site, stand_in: StandIn) -> None:
    site.respond[stand_in.place] = stand_in.respond(3)
    items, _ = rolled(site, stand_in)
    if stand_in.channel.startswith("notices"):
        assert {(item.kind, item.is_article, item.may_be_article) for item in items} == {
            ("notice", False, False)
        }
        assert [item.published_at.date() for item in items if item.published_at] == [
            at(n).date() for n in range(3)
        ]
        assert all(item.day_only for item in items)
        assert (
            items[0].url
            == "https://vip.stock.finance.sina.com.cn/corp/view/vCB_AllBulletinDetail.php?stockid=600999&id=1"
        )
        return
    assert [item.url for item in items] == [address(n) for n in range(3)]
    assert [item.doc_id for item in items] == [f"nqbridge{n:07d}" for n in range(3)]
    assert {(item.kind, item.is_article, item.day_only) for item in items} == {("article", True, False)}
    times = [item.published_at for item in items]
    if stand_in.channel == "hot":
        assert times == [None] * 3
    elif stand_in.channel in PAGES:
        assert times == [at(n).replace(second=0) for n in range(3)]
    else:
        assert times == [at(n) for n in range(3)]


def test_both_drivers_give_the_same(site: Site, stand_in: StandIn) -> None:
    site.respond[stand_in.place] = stand_in.respond(5)

    async def collect() -> tuple[list[RollItem], RollSummary]:
        items = aroll(stand_in.channel, query=stand_in.query, **site.options)
        return [item async for item in items], items.summary

    assert asyncio.run(collect()) == rolled(site, stand_in)


def test_an_empty_list_is_said(site: Site, stand_in: StandIn) -> None:
    site.respond[stand_in.place] = stand_in.respond(0)
    items = roll(stand_in.channel, query=stand_in.query, **site.options)
    with pytest.warns(ListWarning, match="gave nothing"):
        assert list(items) == []
    assert (items.summary.ended, len(site.asked)) == ("all", 1)


def test_pages_may_be_smaller_than_was_asked_for(site: Site, stand_in: StandIn) -> None:
    if stand_in.pages:
        site.respond[stand_in.place] = stand_in.respond(35, size=10)
        items, summary = rolled(site, stand_in)
        assert (len(items), summary.ended) == (35, "all")


def test_a_limit_asks_for_no_more_pages_than_it_needs(site: Site, stand_in: StandIn) -> None:
    site.respond[stand_in.place] = stand_in.respond(90)
    items, summary = rolled(site, stand_in, limit=5)
    assert (len(items), summary.ended, len(site.asked)) == (5, "limit", 1)


# --- encodings and wrappings --------------------------------------------------------------------------------

WRAPPINGS = {
    "plain": "{}",
    "call-back": "try{{x({});}}catch(e){{}};",
    "bare call-back": "jsonp_1({});",
    "assignment": "var x = {};",
    "behind a comment": "/*<script>location.href='//sina.com';</script>*/\nx({})",
}


@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
@pytest.mark.parametrize("wrapping", WRAPPINGS)
@pytest.mark.parametrize("channel", JSON)
def test_json_comes_wrapped_and_in_either_encoding(
    site: Site, channel: str, wrapping: str, charset: str
) -> None:
    stand_in = SERVICES[channel]

    def respond(url: str) -> object:
        text = json.dumps(stand_in.respond(3)(url), ensure_ascii=False)
        content = WRAPPINGS[wrapping].format(text).encode(charset)
        return content if charset == "gb18030" else content.decode()

    site.respond[stand_in.place] = respond
    items, _ = rolled(site, stand_in)
    assert [item.title for item in items] == [f"第{n}座桥通车" for n in range(3)]


@pytest.mark.parametrize("channel", PAGES)
def test_pages_come_in_either_encoding(site: Site, channel: str) -> None:
    stand_in = SERVICES[channel]
    written = stand_in.write([0, 1], 2)
    text = written if isinstance(written, str) else written.decode("gb18030")
    for body in (text.replace("gb2312", "utf-8"), text.encode("gb18030")):
        site.respond[stand_in.place] = partial(_given, body)
        assert [item.title for item in rolled(site, stand_in)[0]] == ["第0座桥通车", "第1座桥通车"]


def _given(body: object, _url: str) -> object:
    return body


# --- what is no list ----------------------------------------------------------------------------------------

VERIFY = (
    "<!DOCTYPE html><html><head><script>window._config={'a':1};</script><title>访问验证</title></head>"
    "<body></body></html>"
)
FAILURES: dict[str, Any] = {
    "a page that wants the reader verified": VERIFY,
    "status 403": 403,
    "status 500": 500,
    "a number as status": {"result": {"status": 1, "msg": "system error", "data": []}},
    "a status outside": {"status": {"code": -1, "msg": "fail"}, "data": None},
    "a list elsewhere": {"result": {"status": {"code": 0}, "items": [{"url": "x", "title": "y"}]}},
    "nothing": "",
    "an error page": "<html><head><title>502</title></head><body></body></html>",
}


@pytest.mark.parametrize("failure", FAILURES)
def test_what_is_no_list_is_an_error_of_every_service(site: Site, stand_in: StandIn, failure: str) -> None:
    site.respond[stand_in.place] = lambda _: FAILURES[failure]
    with pytest.raises(FetchError) as caught:
        rolled(site, stand_in)
    assert caught.value.kind in ("decode", "status")
    assert "gave nothing" not in caught.value.message


def _renamed(value: Any) -> Any:
    """The same answer with other keys in its entries."""
    if isinstance(value, list):
        return [{f"new_{key}": each for key, each in entry.items()} for entry in value]
    if isinstance(value, dict):
        return {key: _renamed(each) for key, each in value.items()}
    return value


@pytest.mark.parametrize("channel", JSON)
def test_entries_of_another_shape_are_an_error(site: Site, channel: str) -> None:
    stand_in = SERVICES[channel]
    site.respond[stand_in.place] = lambda url: _renamed(stand_in.respond(3)(url))
    with pytest.raises(FetchError, match="no entry of the list has a"):
        rolled(site, stand_in)


@pytest.mark.parametrize("channel", [*PAGES, "top-finance"])
def test_pages_of_another_shape_are_an_error(site: Site, channel: str) -> None:
    stand_in = SERVICES[channel]
    written = stand_in.write([0, 1], 2)
    text = written if isinstance(written, str) else written.decode("gb18030")
    for name in ("datelist", "listcontent", '"data"'):
        text = text.replace(name, name.replace("t", "x"))
    site.respond[stand_in.place] = lambda _: text.encode("gb18030")
    with pytest.raises(FetchError, match="the answer is no list"):
        rolled(site, stand_in)


def test_a_failure_on_a_later_page_is_an_error_after_what_was_given(site: Site) -> None:
    stand_in = SERVICES["finance"]
    site.respond[stand_in.place] = lambda url: (
        VERIFY if field_of(url, "page") == "2" else stand_in.respond(120)(url)
    )
    items = roll("finance", **site.options)
    given: list[RollItem] = []
    with pytest.raises(FetchError, match="访问验证"):
        given.extend(items)
    assert (len(given), items.summary.items, items.summary.ended) == (50, 50, None)


# --- windows ------------------------------------------------------------------------------------------------


def test_windows_are_kept_by_every_service_that_has_times(site: Site, stand_in: StandIn) -> None:
    day = (NOW - timedelta(days=1)).date()
    count = stand_in.size * 3 if stand_in.pages else 200
    if stand_in.channel == "hot":
        with pytest.raises(ValueError, match="has no times"):
            roll("hot", since=day)
        return
    site.respond[stand_in.place] = stand_in.respond(count)
    items, summary = rolled(site, stand_in, since=day, until=day)
    if stand_in.channel == "top-finance":  # a ranking is that of its day, whatever the times in it
        assert len(items) == count
        assert field_of(site.asked[0], "top_time") == f"{day:%Y%m%d}"
        return
    wanted = [n for n in range(count) if at(n).date() == day]
    assert [item.title for item in items] == [f"第{n}座桥通车" for n in wanted]
    assert summary.left_out


def test_the_newer_service_goes_on_where_the_older_ends(site: Site) -> None:
    site.respond[SERVICES["live"].place] = lambda url: SERVICES["live"].respond(900)(url)
    site.respond[SERVICES["7x24"].place] = SERVICES["7x24"].respond(1_000)
    older, newer = rolled(site, SERVICES["live"]), rolled(site, SERVICES["7x24"])
    assert (len(older[0]), older[1].ended) == (900, "service")
    assert "the channel 7x24 goes further back" in older[1].notes[-1]
    assert (len(newer[0]), newer[1].ended) == (1_000, "all")
    asked = [url for url in site.asked if "app.cj" in url]
    assert (field_of(asked[0], "type", "-"), field_of(asked[1], "type"), field_of(asked[1], "id")) == (
        "-",
        "1",
        "8999951",
    )
    assert field_of(asked[0], "tag") == "0"


def test_a_service_that_repeats_its_newest_page_ended_early(site: Site) -> None:
    site.respond[SERVICES["7x24"].place] = lambda _: SERVICES["7x24"].write([*range(50)], 50)
    items, summary = rolled(site, SERVICES["7x24"])
    assert (len(items), summary.ended) == (50, "service")


def test_years_of_a_column_come_from_addresses_and_neighbours(site: Site) -> None:
    links = [
        ("https://finance.sina.com.cn/roll/doc-inqbridge00.shtml", "1月1日 00:20"),
        ("https://finance.sina.com.cn/stock/2026-01-01/doc-inqbridge0000001.shtml", "12月31日 23:58"),
        ("https://finance.sina.com.cn/roll/doc-inqbridge01.shtml", "12月31日 23:40"),
        ("https://finance.sina.com.cn/stock/20251230/doc-inqbridge0000002.shtml", "12月30日 08:00"),
        ("https://finance.sina.com.cn/roll/doc-inqbridge02.shtml", ""),
    ]
    entries = "".join(f'<li><a href="{url}">桥</a><span>({time})</span></li>' for url, time in links)
    site.respond[SERVICES["column:56592"].place] = lambda _: f'<ul id="listcontent">{entries}</ul>'
    items, _ = rolled(site, SERVICES["column:56592"])
    assert [f"{item.published_at:%Y-%m-%d %H:%M}" if item.published_at else None for item in items] == [
        "2026-01-01 00:20",
        "2025-12-31 23:58",
        "2025-12-31 23:40",
        "2025-12-30 08:00",
        None,
    ]


# --- from the list to the rows ------------------------------------------------------------------------------


def test_what_a_list_gives_becomes_rows(
    site: Site, stand_in: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    site.respond[stand_in.place] = stand_in.respond(2)
    site.respond["finance.sina.com.cn"] = lambda _: ARTICLE
    query = ["--query", stand_in.query] if stand_in.query else []
    listed = CliRunner().invoke(commands, ["roll", stand_in.channel, *query])
    assert listed.exit_code == 0, listed.output
    count = 0 if stand_in.channel.startswith("notices") else 2
    assert listed.stdout.splitlines() == [address(n) for n in range(count)]
    done = CliRunner().invoke(
        commands, ["batch", "-", "-o", "rows.jsonl", "--jobs", "1"], input=listed.stdout
    )
    assert done.exit_code == 0, done.output
    assert f"{count} articles" in done.stderr
    rows = [json.loads(line) for line in Path("rows.jsonl").read_text("utf-8").splitlines()] if count else []
    assert sorted(row["input"] for row in rows) == sorted(address(n) for n in range(count))
    assert {row["title"] for row in rows} <= {"桥通了"}


def test_messages_of_the_live_feed_become_rows_at_their_own_addresses(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    live = SERVICES["live"].write([0, 1], 2)
    desktop = "https://finance.sina.com.cn/7x24/2026-11-28/doc-inqbridge0000001.shtml"
    mobile = "https://finance.sina.cn/7x24/2026-11-28/detail-inqbridge0000002.d.html"
    for message, more in zip(live["result"]["data"]["feed"]["list"], ({"docurl": desktop}, {}), strict=True):
        message |= {"ext": json.dumps(more), "docurl": mobile}
    site.respond[SERVICES["live"].place] = lambda _: live
    page = ARTICLE.replace("桥通了_", "【桥通了】7x24小时_")
    site.respond |= {"finance.sina.com.cn": lambda _: page, "finance.sina.cn": lambda _: page}
    listed = CliRunner().invoke(commands, ["roll", "live"])
    assert listed.stdout.splitlines() == [desktop, mobile]
    done = CliRunner().invoke(
        commands, ["batch", "-", "-o", "rows.jsonl", "--jobs", "1"], input=listed.stdout
    )
    assert (done.exit_code, "2 articles" in done.stderr) == (0, True), done.output


@pytest.mark.parametrize("channel", SERVICES)
def test_the_doctor_holds_every_service_against_its_row(site: Site, channel: str) -> None:
    stand_in = SERVICES[channel]
    site.respond[stand_in.place] = stand_in.respond(stand_in.size * 2)
    site.respond["finance.sina.com.cn"] = lambda _: ARTICLE
    done = CliRunner().invoke(commands, ["doctor", channel, "--per-host", "1000"])
    is_read = not channel.startswith("notices")
    assert done.exit_code == (0 if is_read else 4), done.output
    assert ("result     article: 桥通了" in done.stdout) is is_read
    count, requests = (stand_in.size + 1, 2) if stand_in.pages else (stand_in.size, 1)
    assert f"list       {count} items in {requests} requests" in done.stdout or not stand_in.pages
    assert f"fields url {count}, " in done.stdout or not stand_in.pages


def test_what_announcements_are_is_told(site: Site) -> None:
    stand_in = SERVICES["notices:sh600999"]
    site.respond[stand_in.place] = stand_in.respond(3)
    listed = CliRunner().invoke(commands, ["roll", stand_in.channel])
    assert "3 of 3 items are no articles and were left out" in listed.stderr
    assert "filings of a company, as text or PDF, and no articles" in listed.stderr
    told = CliRunner().invoke(commands, ["roll", stand_in.channel, "--format", "jsonl"])
    assert [json.loads(line)["day_only"] for line in told.stdout.splitlines()] == [True] * 3


@pytest.mark.parametrize(
    "name", ["stock", "stock:hk00700", "stock:600999", "column:", "column:x", "7x24:", "finance:1"]
)
def test_families_are_written_with_what_they_take(name: str) -> None:
    with pytest.raises(ValueError, match="there is no channel"):
        roll(name)
    done = CliRunner().invoke(commands, ["roll", name])
    assert (done.exit_code, done.stdout) == (2, "")


def test_the_day_of_a_ranking_is_asked_for(site: Site) -> None:
    stand_in = SERVICES["top-finance"]
    site.respond[stand_in.place] = stand_in.respond(3)
    rolled(site, stand_in, since=date(2024, 5, 9), until=date(2024, 5, 10))
    assert [field_of(url, "top_time") for url in site.asked] == ["20240510", "20240509"]
    assert field_of(site.asked[0], "top_cat") == "finance_0_suda"
