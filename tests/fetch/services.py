"""Stand-ins for the list services, one each, that write their answers as the services do: so many items, the newest
with the smallest number, a page at a time.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from fetch.loopback import field_of
from newsclean.dates import BEIJING

__all__ = ["SERVICES", "StandIn", "address"]

NOW = datetime.now(BEIJING).replace(microsecond=0) - timedelta(minutes=5)


def at(number: int) -> datetime:
    """The time of an item: the days of a list have 38 or 39 of them."""
    return NOW - timedelta(minutes=37 * number)


def ident(number: int) -> str:
    return f"nqbridge{number:07d}"


def address(number: int) -> str:
    """The address of an item's article."""
    return f"https://finance.sina.com.cn/stock/{at(number):%Y-%m-%d}/doc-i{ident(number)}.shtml"


@dataclass(frozen=True)
class StandIn:
    """One service: the channel that asks it, its host and path, how it writes so many items (and how many there are in
    all), which page an address asks for, and the most items that it gives at once."""

    channel: str
    place: str
    write: Callable[[list[int], int], Any]
    size: int
    page_key: str = "page"
    pages: bool = True
    query: str | None = None

    def respond(self, count: int, size: int | None = None) -> Callable[[str], Any]:
        """The service with so many items, of which it gives ``size`` at once."""
        step = size or self.size

        def respond(url: str) -> Any:
            return self.write(self._wanted(url, step, count), count)

        return respond

    def _wanted(self, url: str, step: int, count: int) -> list[int]:
        if not self.pages:
            return [*range(count)]
        if self.page_key == "id":
            first = 9_000_000 - int(field_of(url, "id", "9000001")) + 1
        else:
            first = (int(field_of(url, self.page_key, "1")) - 1) * step
        return [*range(first, min(first + step, count))]


def _roll(numbers: list[int], count: int) -> Any:
    entries = [
        {
            "docid": f"comos:{ident(n)}",
            "url": address(n).replace("https:", "http:"),
            "wapurl": f"https://finance.sina.cn/{at(n):%Y-%m-%d}/detail-i{ident(n)}.d.html",
            "title": f"第{n}座桥通车",
            "media_name": "桥报",
            "ctime": str(int(at(n).timestamp())),
            "img": [],
        }
        for n in numbers
    ]
    return {"result": {"status": {"code": 0, "msg": "succ"}, "total": count, "data": entries}}


def _message(n: int) -> dict[str, Any]:
    return {
        "id": 9_000_000 - n,
        "rich_text": f"【第{n}座桥通车】今天通车。（桥报）",
        "create_time": f"{at(n):%Y-%m-%d %H:%M:%S}",
        "update_time": f"{at(n):%Y-%m-%d %H:%M:%S}",
        "multimedia": "",
        "ext": json.dumps({"docurl": address(n), "docid": ident(n)}),
        "docurl": f"https://finance.sina.cn/7x24/{at(n):%Y-%m-%d}/detail-i{ident(n)}.d.html",
        "tag": [{"id": "5", "name": "市场"}],
    }


def _live(numbers: list[int], count: int) -> Any:
    feed = {"list": [_message(n) for n in numbers], "page_info": {"totalNum": count}}
    return {"result": {"status": {"code": 0, "msg": "OK"}, "data": {"feed": feed}}}


def _endless(numbers: list[int], _count: int) -> Any:
    return {
        "result": {"status": {"code": 0}, "data": {"feed": {"list": [_message(n) for n in numbers]}}},
    }


def _search(numbers: list[int], _count: int) -> Any:
    hits = [
        {
            "title": f"第{n}座<font color='red'>桥</font>通车",
            "origin_title": f"第{n}座桥通车",
            "url": address(n),
            "media": "桥报",
            "stime": "0",
            "datetime": f"{at(n):%Y-%m-%d %H:%M:%S}",
        }
        for n in numbers
    ]
    return {"result": {"list": hits}}


def _hot(numbers: list[int], _count: int) -> Any:
    entries = [
        {
            "base": {"base": {"uniqueId": f"u{n}", "url": address(n)}},
            "info": {"title": f"第{n}座桥通车", "hotValue": "120.5万"},
        }
        for n in numbers
    ]
    return {"status": 0, "data": {"hotList": entries}}


def _ranking(numbers: list[int], _count: int) -> Any:
    entries = [
        {
            "id": str(n),
            "title": f"第{n}座桥通车",
            "media": "桥报",
            "author": "",
            "url": address(n),
            "create_date": f"{at(n):%Y-%m-%d}",
            "create_time": f"{at(n):%H:%M:%S}",
            "top_num": "12,345",
        }
        for n in numbers
    ]
    script = json.dumps({"conf": {"top_type": "day"}, "data": entries}, ensure_ascii=False)
    return f"var x = {script};".encode("gb18030")


def _dated_links(entries: list[str], numbers: list[int], count: int, base: str) -> bytes:
    more = numbers and numbers[-1] < count - 1
    onward = f'<a href="{base}&amp;Page=2">下一页</a>' if more else ""
    return (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>老桥股份</title>'
        f'</head><body><a href="/">首页</a><div class="datelist"><ul>{"".join(entries)}</ul></div>'
        f"<div>第1页 {onward}</div></body></html>"
    ).encode("gb18030")


def _share_news(numbers: list[int], count: int) -> bytes:
    entries = [
        f"&nbsp;&nbsp;&nbsp;&nbsp;{at(n):%Y-%m-%d}&nbsp;{at(n):%H:%M}&nbsp;&nbsp;<a target='_blank' "
        f"href='{address(n)}'>第{n}座桥通车</a> <br>"
        for n in numbers
    ]
    return _dated_links(entries, numbers, count, "http://vip.stock.finance.sina.com.cn/?symbol=sh600999")


def _share_notices(numbers: list[int], count: int) -> bytes:
    entries = [
        f"{at(n):%Y-%m-%d}&nbsp;<a target='_blank' "
        f"href='/corp/view/vCB_AllBulletinDetail.php?stockid=600999&id={n + 1}'>第{n}座桥通车</a><br>"
        for n in numbers
    ]
    return _dated_links(entries, numbers, count, "http://vip.stock.finance.sina.com.cn/?stockid=600999")


def _column(numbers: list[int], _count: int) -> str:
    entries = [
        f'<li><a href="{address(n)}">第{n}座桥通车</a><span>({at(n).month}月{at(n).day}日 {at(n):%H:%M})</span></li>'
        for n in numbers
    ]
    return f'<html><body><ul id="listcontent">{"".join(entries)}</ul></body></html>'


SERVICES = {
    stand_in.channel: stand_in
    for stand_in in (
        StandIn("finance", "feed.mix.sina.com.cn/api/roll/get", _roll, 50),
        StandIn("live", "zhibo.sina.com.cn/api/zhibo/feed", _live, 50),
        StandIn("search", "interface.sina.cn/homepage/search.d.json", _search, 50, query="桥"),
        StandIn(
            "stock:sh600999",
            "vip.stock.finance.sina.com.cn/corp/view/vCB_AllNewsStock.php",
            _share_news,
            40,
            page_key="Page",
        ),
        StandIn("7x24", "app.cj.sina.com.cn/api/news/pc", _endless, 50, page_key="id"),
        StandIn("hot", "newsapp.sina.cn/api/hotlist", _hot, 50, pages=False),
        StandIn("column:56592", "finance.sina.com.cn/roll/c/56592.shtml", _column, 200, pages=False),
        StandIn("top-finance", "top.finance.sina.com.cn/ws/GetTopDataList.php", _ranking, 50, pages=False),
        StandIn(
            "notices:sh600999",
            "vip.stock.finance.sina.com.cn/corp/view/vCB_AllBulletin.php",
            _share_notices,
            30,
            page_key="Page",
        ),
    )
}
"""By channel, in the order of use."""
