"""The lists: paging, windows, traps of their fields, and what is said when a list is odd."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from fetch.conftest import QUICK, resolving
from fetch.server import Asked, Server, answer
from newsclean.dates import BEIJING
from newsclean.errors import FetchError
from newsclean.fetch import AsyncFetcher, Fetcher
from newsclean.fetch.options import Options
from newsclean.fetch.steps import Emit, Send
from newsclean.lists import CHANNEL_NAMES, ListWarning, RollItem, aroll, lists, roll
from newsclean.lists.items import answer_of, live_items, roll_items, search_items
from newsclean.lists.lists import list_steps
from newsclean.lists.services import ListQuery, service_of
from newsclean.page import Page
from newsclean.rules.channels import CHANNELS, LIVE

NOW = datetime(2024, 5, 10, 12, 0, tzinfo=BEIJING)


def entry(number: int, at: datetime = NOW, **more: Any) -> dict[str, Any]:
    """One entry as the rolling-news service writes it, the newest with the smallest number."""
    ctime = int((at - timedelta(minutes=number)).timestamp())
    ident = f"nausehc{number:07d}"
    return {
        "docid": f"comos:{ident}",
        "url": f"http://news.sina.com.cn/c/2024-05-10/doc-i{ident}.shtml?cre=roll",
        "wapurl": f"https://news.sina.cn/2024-05-10/detail-i{ident}.d.html?vt=4",
        "title": f"第{number}条",
        "intro": "老桥今天通车。",
        "media_name": "桥报",
        "keywords": "桥,通车",
        "ctime": str(ctime),
        "intime": str(ctime + 60),
        "mtime": str(ctime + 600),
        "img": {"u": "//n.sinaimg.cn/x.jpg", "w": "1"},
        **more,
    }


def page_of(*entries: object, total: int | None = None, code: int = 0) -> dict[str, Any]:
    return {"result": {"status": {"code": code, "msg": "m"}, "total": total, "data": list(entries)}}


Ask = Callable[[str], object]


def walk(query: ListQuery, respond: Ask) -> tuple[list[RollItem], list[str], list[str]]:
    """The steps of a list, answered by hand: its items, its notes, the addresses that were asked for."""
    notes: list[str] = []
    items: list[RollItem] = []
    asked: list[str] = []
    steps = list_steps(query, Options(robots=False), notes)
    reply: Any = None
    while True:
        try:
            step = steps.send(reply)
        except StopIteration:
            return items, notes, asked
        reply = None
        if isinstance(step, Emit):
            items.append(step.item)
        elif isinstance(step, Send):
            asked.append(step.url)
            reply = _reply(step.url, respond(step.url))


def _reply(url: str, body: object) -> Any:
    from newsclean.fetch.steps import Reply

    content = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
    return Reply(url, 200, {"content-type": "application/json"}, content, 0.1, NOW)


def field(url: str, name: str) -> str:
    return parse_qs(urlsplit(url).query)[name][0]


def news(**more: Any) -> ListQuery:
    return ListQuery(channel="news", now=NOW, **more)


# --- the fields -------------------------------------------------------------------------------------------


def test_an_entry_becomes_an_item_with_its_traps_disarmed() -> None:
    (item,) = roll_items(page_of(entry(0)), "news")
    assert item.url == "https://news.sina.com.cn/c/2024-05-10/doc-inausehc0000000.shtml"
    assert item.mobile_url == "https://news.sina.cn/2024-05-10/detail-inausehc0000000.d.html"
    assert item.doc_id == "nausehc0000000"
    assert item.published_at == NOW
    assert item.modified_at == NOW + timedelta(minutes=10)
    assert (item.source, item.intro, item.keywords) == ("桥报", "老桥今天通车。", ("桥", "通车"))
    assert item.image == "https://n.sinaimg.cn/x.jpg"
    assert (item.kind, item.is_article) == ("article", True)
    assert item.to_dict()["published_at"] == "2024-05-10T12:00:00+08:00"
    assert json.dumps(item.to_dict())


@pytest.mark.parametrize(
    ("more", "image"),
    [
        ({"img": []}, None),
        ({"img": {}, "images": [{"u": "https://n.sinaimg.cn/y.jpg"}]}, "https://n.sinaimg.cn/y.jpg"),
        ({"img": None, "images": None}, None),
        ({"img": "x"}, None),
    ],
)
def test_a_picture_may_be_an_object_a_list_or_nothing(more: dict[str, Any], image: str | None) -> None:
    assert next(roll_items(page_of(entry(0, **more)), "news")).image == image


@pytest.mark.parametrize(
    ("ctime", "intime", "known"),
    [("0", "1715313600", True), (1715313600, None, True), ("", "", False), ("x", None, False)],
)
def test_times_may_be_text_numbers_zero_or_missing(ctime: object, intime: object, known: bool) -> None:
    item = next(roll_items(page_of(entry(0, ctime=ctime, intime=intime)), "news"))
    assert (item.published_at == NOW) is known
    assert (item.published_at is None) is not known


@pytest.mark.parametrize(
    ("url", "kind", "is_article"),
    [
        ("http://slide.news.sina.com.cn/c/slide_1_2841_156226.html", "slides", False),
        ("https://video.sina.com.cn/p/news/2019-11-25/detail-iihnzahi3275702.d.html", "video", False),
        ("https://finance.sina.com.cn/zt_d/bridge/", "topic", False),
        ("https://k.sina.com.cn/article_1686546714_6486a91a020011ksh.html", "article", True),
        ("http://blog.sina.com.cn/s/blog_63355d870100iud2.html", "blog", True),
    ],
)
def test_items_that_are_no_articles_are_marked(url: str, kind: str, is_article: bool) -> None:
    item = next(roll_items(page_of(entry(0, url=url)), "news"))
    assert (item.kind, item.is_article) == (kind, is_article)


@pytest.mark.parametrize("data", [None, [], {}, "", [None, 3]])
def test_an_empty_list_comes_in_many_forms(data: object) -> None:
    assert not list(roll_items({"result": {"status": {"code": 0}, "data": data}}, "news"))


WRAPPED = {
    "plain": "{}",
    "call-back": 'x1({"a":1});',
    "call-back-in-try": 'try{x({"a":1});}catch(e){};',
    "assignment": 'var list = {"a":1};',
    "comment-first": "/*<script>location.href='//sina.com';</script>*/\nx({\"a\":1})",
    "list": "[1]",
}


@pytest.mark.parametrize("wrapping", WRAPPED)
@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_an_answer_is_unwrapped_in_either_encoding(wrapping: str, charset: str) -> None:
    text = WRAPPED[wrapping].replace('"a":1', '"a":"老桥今天通车"')
    found = answer_of(Page(text.encode(charset), headers={"content-type": f"text/plain; charset={charset}"}))
    assert found in ({}, [1], {"a": "老桥今天通车"})


@pytest.mark.parametrize("body", [b"", b"<html>no</html>", b"x({broken", b"403 Forbidden"])
def test_an_answer_that_is_no_json_is_a_decode_error(body: bytes) -> None:
    with pytest.raises(FetchError) as caught:
        answer_of(Page(body, url="https://feed.mix.sina.com.cn/"))
    assert caught.value.kind == "decode"


def test_a_live_message_gives_its_title_text_stocks_link_and_beijing_time() -> None:
    link = "http://finance.sina.com.cn/7x24/2024-05-10/doc-inausehc0000001.shtml"
    full = {
        "rich_text": "【老桥通车】<b>今天</b>&amp;明天",
        "create_time": "2024-05-10 11:59:30",
        "ext": json.dumps({"docurl": link, "docid": "comos:nausehc0000001"}),
        "tag": [{"name": "A股"}],
    }
    bare = {"rich_text": "没有标题", "create_time": "bad", "ext": "not json", "docurl": ""}
    feed = {"result": {"status": {"code": 0}, "data": {"feed": {"list": [full, bare]}}}}
    first, other = live_items(feed, "live")
    assert (first.title, first.text) == ("老桥通车", "【老桥通车】今天&明天")
    assert first.published_at == datetime(2024, 5, 10, 11, 59, 30, tzinfo=BEIJING)
    assert (first.doc_id, first.keywords) == ("nausehc0000001", ("A股",))
    assert first.url == "https://finance.sina.com.cn/7x24/2024-05-10/doc-inausehc0000001.shtml"
    assert (other.url, other.title, other.published_at) == (None, "没有标题", None)


def test_a_search_hit_loses_its_highlighting() -> None:
    hit = {"title": "<font color=red>桥</font>通了", "origin_title": "", "url": "https://k.sina.com.cn/article_1_ab.html",
           "intro": "老<em>桥</em>", "stime": "2024-05-10 10:00:00"}  # fmt: skip
    (item,) = search_items({"result": {"list": [hit]}}, "search")
    assert (item.title, item.intro) == ("桥通了", "老桥")
    assert item.published_at == datetime(2024, 5, 10, 10, tzinfo=BEIJING)


# --- paging and windows -----------------------------------------------------------------------------------


def test_pages_are_asked_for_until_the_total_is_reached() -> None:
    def respond(url: str) -> object:
        page = int(field(url, "page"))
        return page_of(*[entry(n) for n in range((page - 1) * 50, min(page * 50, 120))], total=120)

    items, notes, asked = walk(news(), respond)
    assert [item.title for item in items] == [f"第{n}条" for n in range(120)]
    assert [field(url, "page") for url in asked] == ["1", "2", "3"]
    assert {field(url, "num") for url in asked} == {"50"}
    assert notes == []


def test_a_limit_ends_the_list_without_a_further_request() -> None:
    items, _, asked = walk(news(limit=50), lambda _: page_of(*[entry(n) for n in range(50)], total=999))
    assert len(items) == 50
    assert len(asked) == 1


def test_items_that_slide_onto_the_next_page_come_once() -> None:
    pages = [range(50), range(45, 95), range(95, 95)]
    items, _, _ = walk(news(), lambda url: page_of(*[entry(n) for n in pages[int(field(url, "page")) - 1]]))
    assert [item.title for item in items] == [f"第{n}条" for n in range(95)]


def test_a_service_that_gives_the_same_page_for_ever_is_left() -> None:
    items, _, asked = walk(news(), lambda _: page_of(*[entry(n) for n in range(50)]))
    assert len(items) == 50
    assert len(asked) == 2


def test_a_day_is_asked_for_by_its_names_the_wrong_way_round() -> None:
    day = date(2024, 5, 9)
    at = datetime(2024, 5, 9, 18, tzinfo=BEIJING)
    items, _, asked = walk(news(since=day, until=day), lambda _: page_of(entry(0, at), total=1))
    start = int(datetime(2024, 5, 9, tzinfo=BEIJING).timestamp())
    assert field(asked[0], "etime") == str(start)
    assert field(asked[0], "stime") == field(asked[0], "ctime") == str(start + 86_400)
    assert len(items) == 1


def test_days_are_walked_from_the_newest_to_the_oldest() -> None:
    def respond(url: str) -> object:
        at = datetime.fromtimestamp(int(field(url, "etime")) + 3600, BEIJING)
        return page_of(entry(at.day, at), total=1)

    items, _, asked = walk(news(since=date(2024, 5, 8)), respond)
    assert [field(url, "date") for url in asked] == ["2024-05-10", "2024-05-09", "2024-05-08"]
    assert [item.published_at.day for item in items if item.published_at] == [10, 9, 8]


def test_a_service_that_ignores_the_days_is_seen_through_and_said() -> None:
    day = date(2024, 5, 1)
    items, notes, _ = walk(news(since=day, until=day), lambda _: page_of(entry(0), entry(1), total=2))
    assert items == []
    assert notes == [
        "the list news gave nothing in the days asked for",
        "the list news gave 2 items of other days than it was asked for",
    ]


def test_days_before_which_nothing_was_are_not_walked_for_ever() -> None:
    _, notes, asked = walk(news(until=date(2024, 5, 1), limit=10), lambda _: page_of(total=0))
    assert len(asked) == 7
    assert notes


def test_a_list_without_days_of_its_own_ends_where_its_items_are_older() -> None:
    def respond(url: str) -> object:
        at = NOW - timedelta(days=int(field(url, "page")) - 1)
        return {
            "result": {
                "list": [
                    {
                        "url": f"https://k.sina.com.cn/article_1_{field(url, 'page')}.html",
                        "title": "桥",
                        "stime": str(int(at.timestamp())),
                    }
                ]
            }
        }

    items, _, asked = walk(ListQuery(channel="search", query="桥", since=date(2024, 5, 9), now=NOW), respond)
    assert len(items) == 2
    assert len(asked) == 3
    assert field(asked[0], "q") == "桥"


def test_an_empty_list_is_said() -> None:
    assert walk(news(), lambda _: page_of())[1] == ["the list news gave nothing"]


def test_a_stale_list_is_said_with_its_newest_time() -> None:
    old = NOW - timedelta(days=500)
    items, notes, _ = walk(news(), lambda _: page_of(entry(0, old), total=1))
    assert len(items) == 1
    assert notes == ["the list news is stale: its newest item is of 2022-12-27 12:00"]


def test_a_service_that_says_it_failed_is_an_error() -> None:
    with pytest.raises(FetchError, match="code 11: m"):
        walk(news(), lambda _: page_of(code=11))


@pytest.mark.parametrize(
    "wrong",
    [
        {"channel": "nothing"},
        {"channel": "search"},
        {"channel": "live", "query": "x"},
        {"channel": "news", "limit": 0},
        {"channel": "news", "since": date(2024, 2, 1), "until": date(2024, 1, 1)},
    ],
)
def test_what_makes_no_list_is_refused_before_any_request(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        roll(**wrong)
    with pytest.raises(ValueError, match=r"."):
        aroll(**wrong)


def test_every_channel_has_one_name_one_selector_and_an_address() -> None:
    assert len(set(CHANNEL_NAMES)) == len(CHANNEL_NAMES)
    assert len({(row.pageid, row.lid) for row in CHANNELS}) == len(CHANNELS)
    for name in CHANNEL_NAMES:
        query = ListQuery(channel=name, query="桥" if name == "search" else None)
        assert service_of(name).address(query, 1, None).startswith("https://")
    for row in (*CHANNELS, *LIVE):
        assert row.label
        assert row.known_from


# --- over the wire ----------------------------------------------------------------------------------------


@pytest.fixture
def feed(tls_server: Server, authority: Any, monkeypatch: pytest.MonkeyPatch) -> Server:
    """A stand-in for the rolling-news service, that wants a Referer and answers as JSONP in GBK."""

    def handle(server: Server, connection: Any, asked: Asked) -> None:
        if not asked.headers.get("referer", "").startswith("https://news.sina.com.cn/"):
            return answer("no", status=403)(server, connection, asked)
        body = (
            "try{x(" + json.dumps(page_of(entry(0), entry(1), total=2), ensure_ascii=False) + ");}catch(e){};"
        )
        return answer(body.encode("gb18030"), Content_Type="text/javascript")(server, connection, asked)

    tls_server.on("/api/roll/get", handle)
    port = tls_server.port
    original = service_of("news")
    here = original._replace(
        address=lambda *given: (
            original.address(*given).replace(".cn/", f".cn:{port}/", 1).replace("feed.mix.", "news.")
        )
    )
    monkeypatch.setattr(lists, "service_of", lambda _name: here)
    return tls_server


def _over_the_wire(trusting: ssl.SSLContext) -> dict[str, Any]:
    return {**QUICK, "ssl_context": trusting, "resolver": resolving(news__sina__com__cn="127.0.0.1")}


def test_a_list_is_rolled_over_the_wire_by_both_drivers(feed: Server, trusting: ssl.SSLContext) -> None:
    async def collect() -> list[RollItem]:
        return [item async for item in aroll("news", limit=2, **_over_the_wire(trusting))]

    with pytest.warns(ListWarning):
        by_sync = list(roll("news", limit=2, **_over_the_wire(trusting)))
    with pytest.warns(ListWarning):
        by_async = asyncio.run(collect())
    assert [item.title for item in by_sync] == ["第0条", "第1条"]
    assert by_async == by_sync
    assert {asked.headers["referer"] for asked in feed.asked} == {"https://news.sina.com.cn/"}


def test_what_is_odd_about_a_list_is_a_warning_at_its_end(feed: Server, trusting: ssl.SSLContext) -> None:
    with pytest.warns(ListWarning, match="stale"):
        assert list(roll("news", **_over_the_wire(trusting)))


def test_a_fetcher_that_is_open_already_can_walk_a_list(feed: Server, trusting: ssl.SSLContext) -> None:
    notes: list[str] = []
    with Fetcher(**_over_the_wire(trusting)) as fetcher:
        assert len(list(fetcher.stream(list_steps(news(limit=1), fetcher.options, notes)))) == 1

    async def first() -> RollItem:
        async with AsyncFetcher(**_over_the_wire(trusting)) as other:
            return await anext(other.stream(list_steps(news(), other.options, notes)))

    assert asyncio.run(first()).title == "第0条"
