"""The fields of items, the shapes of answers, and what is no list."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fetch.listed import NOW, entry, items_in, page_of
from newsclean.addresses import kind_of
from newsclean.dates import BEIJING
from newsclean.errors import FetchError
from newsclean.lists.answers import answer_of, json_of
from newsclean.page import Page
from newsclean.rules.services import SERVICES, Service

# --- the fields -------------------------------------------------------------------------------------------


def test_an_entry_becomes_an_item_with_its_traps_disarmed() -> None:
    (item,) = items_in("news", page_of(entry(0)))
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
    assert items_in("news", page_of(entry(0, **more)))[0].image == image


@pytest.mark.parametrize(
    ("ctime", "intime", "known"),
    [("0", "1715313600", True), (1715313600, None, True), ("", "", False), ("x", None, False)],
)
def test_times_may_be_text_numbers_zero_or_missing(ctime: object, intime: object, known: bool) -> None:
    item = items_in("news", page_of(entry(0, ctime=ctime, intime=intime)))[0]
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
    item = items_in("news", page_of(entry(0, url=url)))[0]
    assert (item.kind, item.is_article) == (kind, is_article)


@pytest.mark.parametrize("data", [None, [], {}, ""])
def test_an_empty_list_comes_in_many_forms(data: object) -> None:
    assert items_in("news", {"result": {"status": {"code": 0}, "data": data}}) == []


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
    assert json_of(text.encode(charset).decode(charset), None) in ({}, [1], {"a": "老桥今天通车"})


@pytest.mark.parametrize("body", [b"", b"<html>no</html>", b"x({broken", b"403 Forbidden"])
def test_an_answer_that_is_no_json_is_a_decode_error(body: bytes) -> None:
    with pytest.raises(FetchError) as caught:
        items_in("news", body)
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
    first, other = items_in("live", feed)
    assert (first.title, first.text) == ("老桥通车", "【老桥通车】今天&明天")
    assert first.published_at == datetime(2024, 5, 10, 11, 59, 30, tzinfo=BEIJING)
    assert (first.doc_id, first.keywords) == ("nausehc0000001", ("A股",))
    assert first.url == "https://finance.sina.com.cn/7x24/2024-05-10/doc-inausehc0000001.shtml"
    assert (other.url, other.title, other.published_at) == (None, "没有标题", None)


def test_a_search_hit_loses_its_highlighting() -> None:
    hit = {"title": "<font color=red>桥</font>通了", "origin_title": "", "url": "https://k.sina.com.cn/article_1_ab.html",
           "intro": "老<em>桥</em>", "stime": "2024-05-10 10:00:00"}  # fmt: skip
    (item,) = items_in("search", {"result": {"list": [hit]}})
    assert (item.title, item.intro) == ("桥通了", "老桥")
    assert item.published_at == datetime(2024, 5, 10, 10, tzinfo=BEIJING)


def test_the_desktop_address_of_a_message_stands_in_its_inner_object() -> None:
    mobile = "https://finance.sina.cn/7x24/2024-05-10/detail-inausehc0000001.d.html"
    desktop = "https://finance.sina.com.cn/7x24/2024-05-10/doc-inausehc0000001.shtml"
    message = {
        "id": 77,
        "rich_text": "老桥通车",
        "create_time": "2024-05-10 11:59:30",
        "update_time": "2024-05-10 11:59:41",
        "multimedia": {"img_url": ["https://n.sinaimg.cn/a.jpg", "//n.sinaimg.cn/b.jpg"]},
        "ext": json.dumps({"docurl": desktop, "docid": "nausehc0000001"}),
        "docurl": mobile,
    }
    bare = {"id": 78, "rich_text": "收费站拆除", "multimedia": "", "ext": "{}", "docurl": mobile}
    item, other = items_in(
        "live", {"result": {"status": {"code": 0}, "data": {"feed": {"list": [message, bare]}}}}
    )
    assert (item.url, item.mobile_url, item.kind, item.is_article) == (desktop, mobile, "article", True)
    assert item.modified_at == datetime(2024, 5, 10, 11, 59, 41, tzinfo=BEIJING)
    assert item.images == ("https://n.sinaimg.cn/a.jpg", "https://n.sinaimg.cn/b.jpg")
    assert (item.image, item.id, item.doc_id) == (item.images[0], "77", "nausehc0000001")
    assert (other.url, other.mobile_url, other.image) == (mobile, mobile, None)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://finance.sina.com.cn/7x24/2024-05-10/doc-inausehc0000001.shtml", "article"),
        ("https://finance.sina.cn/7x24/2024-05-10/detail-inausehc0000001.d.html", "article"),
        ("https://finance.sina.com.cn/7x24/", "live"),
        ("https://finance.sina.com.cn/7x24", "live"),
        ("https://zhibo.sina.com.cn/finance", "live"),
    ],
)
def test_a_message_of_the_live_feed_is_an_article_and_the_feed_is_none(url: str, kind: str) -> None:
    assert kind_of(url) == kind


@pytest.mark.parametrize(
    "more", [{"media_name": "", "author": "0"}, {"media_name": "0", "author": 0}, {"media_name": None}]
)
def test_an_author_that_is_nought_is_none(more: dict[str, Any]) -> None:
    assert items_in("news", page_of(entry(0, **more)))[0].source is None


def test_titles_and_introductions_lose_their_escapes_and_their_markup() -> None:
    (item,) = items_in(
        "news", page_of(entry(0, title="老桥&quot;通车&quot;", intro="&ldquo;老桥&rdquo;<b>通车</b>"))
    )
    assert (item.title, item.intro) == ('老桥"通车"', "“老桥”通车")


def test_an_address_that_only_leads_on_becomes_the_one_it_leads_to() -> None:
    inner = "https://finance.sina.com.cn/stock/2024-05-10/doc-inausehc0000009.shtml"
    url = "https://cj.sina.cn/article/norm_detail?url=https%3A%2F%2Ffinance.sina.com.cn%2Fstock%2F2024-05-10%2Fdoc-inausehc0000009.shtml&from=hot"
    (item,) = items_in("news", page_of(entry(0, url=url, docid="")))
    assert (item.url, item.doc_id, item.is_article) == (inner, "nausehc0000009", True)


@pytest.mark.parametrize(
    ("url", "may_be"),
    [
        ("https://finance.sina.com.cn/roll/doc-inausehc00.shtml", True),
        ("https://example.org/news/1", True),
        ("https://finance.sina.com.cn/", False),
        ("https://video.sina.com.cn/p/news/2019-11-25/detail-iihnzahi3275702.d.html", False),
        ("https://finance.sina.com.cn/zt_d/bridge/", False),
        ("sinanews://article/1", False),
    ],
)
def test_addresses_of_no_known_shape_may_lead_to_an_article(url: str, may_be: bool) -> None:
    (item,) = items_in("news", page_of(entry(0, url="x://y"), entry(1, url=url), entry(2)))[1:2]
    assert (item.may_be_article, item.is_article) == (may_be, False)


@pytest.mark.parametrize(
    ("stime", "hour"), [("0", 20), (0, 20), ("", 20), ("1715313600", 12), ("2024-05-10 09:00:00", 9)]
)
def test_a_time_of_nought_hides_no_other(stime: object, hour: int) -> None:
    hit = {
        "title": "桥",
        "url": "https://k.sina.com.cn/article_1_ab.html",
        "stime": stime,
        "datetime": "2024-05-10 20:00:00",
    }
    (item,) = items_in("search", {"result": {"list": [hit]}})
    assert item.published_at is not None
    assert item.published_at.hour == hour


# --- what is no list --------------------------------------------------------------------------------------

VERIFY = (
    "<!DOCTYPE html><html><head><script>window._config={};</script><title>访问 验证</title></head>"
    "<body>[1]</body></html>"
)
NO_LISTS: dict[str, tuple[object, str, str]] = {
    "a page that wants the reader verified": (VERIFY.encode(), "decode", "a page came, with the title '访问 验证'"),
    "such a page behind a comment": (f"/* x */ {VERIFY}".encode(), "decode", "访问 验证"),
    "a number as status": ({"result": {"status": 1, "msg": "error", "data": []}}, "status", "code 1: error"),
    "a status as text": ({"result": {"status": "12", "data": [entry(0)]}}, "status", "code 12"),
    "a status outside": ({"status": {"code": -1, "msg": "fail"}, "data": None}, "status", "code -1: fail"),
    "a status in the result": (page_of(entry(0), code=11), "status", "code 11: m"),
    "a list elsewhere": ({"result": {"list": [entry(0)]}}, "decode", "a list of 1 stands at result.list"),
    "a list at the top": ([entry(0), entry(1)], "decode", "a list of 2 stands at the top"),
    "a list deeper": ({"result": {"data": {"feed": [entry(0)]}}}, "decode", "a list of 1 stands at result.data.feed"),
    "no list": ({"error": "要登录"}, "decode", 'nothing stands at result.data; the answer is {"error": "要登录"}'),
    "a list of numbers": ({"result": {"data": [1, None]}}, "decode", "at result.data stands [1, null]"),
    "a text": ({"result": {"data": "none"}}, "decode", 'at result.data stands "none"'),
    "entries with other keys": ({"result": {"data": [{"link": "x"}]}}, "decode", "no entry of the list has a url"),
    "deep brackets": (b"[" * 100_000, "decode", "is not JSON"),
}  # fmt: skip


@pytest.mark.parametrize("case", NO_LISTS)
def test_an_answer_that_is_no_list_is_an_error_that_says_what_came(case: str) -> None:
    body, kind, said = NO_LISTS[case]
    with pytest.raises(FetchError) as caught:
        items_in("news", body)
    assert caught.value.kind == kind
    assert said in caught.value.message


ROLL = next(row for row in SERVICES if row.name == "roll")
_LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=8)
    | st.sampled_from(
        [
            "0",
            "1715313600",
            "2024-05-10 20:00:00",
            "http://[",
            "//n.sinaimg.cn/a.jpg",
            "https://news.sina.com.cn/",
            '{"docurl": 1}',
        ]
    )
)
_KEYS = st.sampled_from(
    sorted(
        {
            part
            for row in SERVICES
            for _, places in row.fields
            for place in places
            for part in place.split(".")
        }
    )
)
_VALUES = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(st.sampled_from([row for row in SERVICES if row.form == "json"]), _VALUES)
@example(ROLL, [{"url": "http://[", "title": "桥", "wapurl": "http://["}])
@example(ROLL, [{"url": "https://a:b/", "title": "桥", "wapurl": "//["}])
def test_no_answer_makes_the_reader_fail_otherwise(service: Service, value: object) -> None:
    body = value
    for key in reversed(service.entries.split(".")):
        body = {key: body}
    for answer in (body, value, [value]):
        page = Page(json.dumps(answer).encode())
        try:
            items = answer_of(service, page, service.name).items
        except FetchError:
            continue
        for item in items:
            assert json.dumps(item.to_dict())
            assert item.may_be_article in (True, False)


@given(
    st.sampled_from([row for row in SERVICES if row.form == "page"]),
    st.text(alphabet="<>/aul idclsh='.?:#1月日年-8 é", max_size=80),
)
def test_no_page_makes_the_reader_fail_otherwise(service: Service, text: str) -> None:
    tag, _, name = service.entries.replace("#", ".").partition(".")
    links = f'<a href="http://[">x</a><a href="/y">{text}</a>{text}<a href="{text}">z</a>'
    page = Page(
        f'<{tag} class="{name}" id="{name}">{links}</{tag}>'.encode(), url="https://finance.sina.com.cn/"
    )
    for item in answer_of(service, page, "x").items:
        assert json.dumps(item.to_dict())
