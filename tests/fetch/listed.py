"""Answers of the list services as they write them, and a walk through a list that is answered by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from fetch.loopback import field_of
from newsclean.dates import BEIJING
from newsclean.fetch.options import Options
from newsclean.fetch.steps import Emit, Reply, Send
from newsclean.lists import RollItem, RollSummary
from newsclean.lists.answers import answer_of
from newsclean.lists.query import ListQuery, target_of
from newsclean.lists.walk import list_steps
from newsclean.page import Page

__all__ = ["NOW", "Ask", "entry", "field_of", "items_in", "news", "page_of", "walk"]

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


def walk(
    query: ListQuery, respond: Ask, known: Callable[[RollItem], bool] | None = None
) -> tuple[list[RollItem], RollSummary, list[str]]:
    """The steps of a list, answered by hand: its items, its account, the addresses that were asked for."""
    summary = RollSummary(query.channel)
    items: list[RollItem] = []
    asked: list[str] = []
    steps = list_steps(query, Options(robots=False), summary, known)
    reply: Any = None
    while True:
        try:
            step = steps.send(reply)
        except StopIteration:
            return items, summary, asked
        reply = None
        if isinstance(step, Emit):
            items.append(step.item)
        elif isinstance(step, Send):
            asked.append(step.url)
            reply = _reply(step.url, respond(step.url))


def _reply(url: str, body: object) -> Any:
    content = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
    return Reply(url, 200, {"content-type": "application/json"}, content, 0.1, NOW)


def items_in(channel: str, body: object) -> list[RollItem]:
    """The items of one answer."""
    content = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
    return [*answer_of(target_of(channel).service, Page(content), channel).items]


def news(**more: Any) -> ListQuery:
    return ListQuery(channel="news", now=NOW, **more)
