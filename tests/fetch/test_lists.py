"""The walk through a list: paging, windows, how it ends, and what is said when a list is odd."""

from __future__ import annotations

import asyncio
import json
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from fetch.listed import NOW, entry, field_of, news, page_of, walk
from fetch.loopback import Site
from newsclean.dates import BEIJING
from newsclean.errors import FetchError
from newsclean.fetch import AsyncFetcher, Fetcher
from newsclean.lists import CHANNEL_NAMES, ListWarning, RollItem, RollSummary, aroll, roll
from newsclean.lists.query import ListQuery, address_of
from newsclean.lists.walk import list_steps
from newsclean.rules.channels import CHANNELS
from newsclean.rules.services import SERVICES

# --- paging and windows -----------------------------------------------------------------------------------


def test_pages_are_asked_for_until_the_total_is_reached() -> None:
    def respond(url: str) -> object:
        page = int(field_of(url, "page"))
        return page_of(*[entry(n) for n in range((page - 1) * 50, min(page * 50, 120))], total=120)

    items, summary, asked = walk(news(), respond)
    assert [item.title for item in items] == [f"第{n}条" for n in range(120)]
    assert [field_of(url, "page") for url in asked] == ["1", "2", "3"]
    assert {field_of(url, "num") for url in asked} == {"50"}
    assert (summary.notes, summary.ended, summary.items, summary.requests, summary.total) == (
        [],
        "all",
        120,
        3,
        120,
    )


def test_a_limit_ends_the_list_without_a_further_request() -> None:
    items, _, asked = walk(news(limit=50), lambda _: page_of(*[entry(n) for n in range(50)], total=999))
    assert len(items) == 50
    assert len(asked) == 1


def test_items_that_slide_onto_the_next_page_come_once() -> None:
    pages = [range(50), range(45, 95), range(95, 95)]
    items, _, _ = walk(
        news(), lambda url: page_of(*[entry(n) for n in pages[int(field_of(url, "page")) - 1]])
    )
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
    assert field_of(asked[0], "etime") == str(start)
    assert field_of(asked[0], "stime") == field_of(asked[0], "ctime") == str(start + 86_400)
    assert len(items) == 1


def test_days_are_walked_from_the_newest_to_the_oldest() -> None:
    def respond(url: str) -> object:
        at = datetime.fromtimestamp(int(field_of(url, "etime")) + 3600, BEIJING)
        return page_of(entry(at.day, at), total=1)

    items, _, asked = walk(news(since=date(2024, 5, 8)), respond)
    assert [field_of(url, "date") for url in asked] == ["2024-05-10", "2024-05-09", "2024-05-08"]
    assert [item.published_at.day for item in items if item.published_at] == [10, 9, 8]


def test_a_service_that_ignores_the_days_is_seen_through_and_said() -> None:
    day = date(2024, 5, 1)
    items, summary, _ = walk(news(since=day, until=day), lambda _: page_of(entry(0), entry(1), total=2))
    assert items == []
    assert summary.notes == [
        "the list news gave nothing in the days asked for",
        "the list news gave 2 items of other days than it was asked for",
        "the list news ended early: its service does not give the days that it is asked for",
    ]
    assert summary.ended == "window"


def test_a_service_that_ignores_the_days_is_asked_for_one_page_of_each() -> None:
    def respond(url: str) -> object:
        page = int(field_of(url, "page"))
        return page_of(*[entry(n) for n in range((page - 1) * 50, page * 50)], total=100_000)

    _, summary, asked = walk(news(since=date(2024, 4, 1), until=date(2024, 4, 3)), respond)
    assert (len(asked), summary.items, summary.ended) == (3, 0, "window")


def test_days_before_which_nothing_was_are_not_walked_for_ever() -> None:
    _, summary, asked = walk(news(until=date(2024, 5, 1), limit=10), lambda _: page_of(total=0))
    assert len(asked) == 7
    assert summary.notes


def test_a_list_without_days_of_its_own_ends_where_its_items_are_older() -> None:
    def respond(url: str) -> object:
        at = NOW - timedelta(days=int(field_of(url, "page")) - 1)
        return {
            "result": {
                "list": [
                    {
                        "url": f"https://k.sina.com.cn/article_1_{field_of(url, 'page')}.html",
                        "title": "桥",
                        "stime": str(int(at.timestamp())),
                    }
                ]
            }
        }

    items, _, asked = walk(ListQuery(channel="search", query="桥", since=date(2024, 5, 9), now=NOW), respond)
    assert len(items) == 2
    assert len(asked) == 3
    assert field_of(asked[0], "q") == "桥"


def test_an_empty_list_is_said() -> None:
    assert walk(news(), lambda _: page_of())[1].notes == ["the list news gave nothing"]


def test_a_stale_list_is_said_with_its_newest_time() -> None:
    old = NOW - timedelta(days=500)
    items, summary, _ = walk(news(), lambda _: page_of(entry(0, old), total=1))
    assert len(items) == 1
    assert summary.notes == ["the list news is stale: its newest item is of 2022-12-27 12:00"]


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
    assert len({(row.service, row.values) for row in CHANNELS if row.name in CHANNEL_NAMES}) == len(
        CHANNEL_NAMES
    )
    for name in CHANNEL_NAMES:
        query = ListQuery(channel=name, query="桥" if name == "search" else None)
        assert address_of(query, 1).startswith("https://")
    for row in (*CHANNELS, *SERVICES):
        assert row.known_from
        assert row.seen


# --- walks that end early ---------------------------------------------------------------------------------


def test_the_most_requests_end_a_walk_and_the_account_says_so() -> None:
    def respond(url: str) -> object:
        page = int(field_of(url, "page"))
        return page_of(*[entry(n) for n in range((page - 1) * 50, page * 50)], total=100_326)

    items, summary, asked = walk(news(), respond)
    assert (len(items), len(asked)) == (20_000, 400)
    assert (summary.ended, summary.is_whole, summary.total) == ("requests", False, 100_326)
    assert "20,000 of 100,326" in summary.notes[-1]


def test_a_service_that_gives_less_than_it_counts_ended_early() -> None:
    def respond(url: str) -> object:
        return page_of(*([entry(n) for n in range(50)] if field_of(url, "page") == "1" else []), total=1_000)

    items, summary, _ = walk(news(), respond)
    assert (len(items), summary.ended) == (50, "service")
    assert "its service gave 50 of 1,000" in summary.notes[-1]


def test_a_count_that_is_a_little_off_ends_no_walk_early() -> None:
    def respond(url: str) -> object:
        return page_of(*([entry(n) for n in range(50)] if field_of(url, "page") == "1" else []), total=53)

    assert walk(news(), respond)[1].ended == "all"


@pytest.mark.parametrize("size", [10, 20, 50])
def test_a_page_may_be_smaller_than_was_asked_for(size: int) -> None:
    def respond(url: str) -> object:
        page = int(field_of(url, "page"))
        return page_of(*[entry(n) for n in range((page - 1) * size, min(page * size, 120))], total=120)

    items, summary, _ = walk(news(), respond)
    assert (len(items), summary.ended) == (120, "all")


def _message(number: int, minutes: int) -> dict[str, Any]:
    at = NOW - timedelta(minutes=minutes)
    return {"id": number, "rich_text": f"【第{number}条】通车", "create_time": f"{at:%Y-%m-%d %H:%M:%S}"}


def _feed(*messages: object, total: int) -> dict[str, Any]:
    feed = {"list": list(messages), "page_info": {"totalNum": total}}
    return {"result": {"status": {"code": 0}, "data": {"feed": feed}}}


def _messages(total: int, size: int = 50) -> Any:
    """A live service with so many messages, one a minute."""

    def respond(url: str) -> object:
        page = int(field_of(url, "page"))
        return _feed(
            *[_message(9_000 - n, n) for n in range((page - 1) * size, min(page * size, total))], total=total
        )

    return respond


def live(**more: Any) -> ListQuery:
    return ListQuery(channel="live", now=NOW, **more)


def test_the_live_service_ends_before_its_messages_do() -> None:
    items, summary, asked = walk(live(), _messages(900))
    assert (len(items), len(asked), summary.ended) == (900, 18, "service")
    assert "its service gave 900 of 900 entries, back to 2024-05-09 21:01" in summary.notes[-1]


def test_a_feed_of_fewer_messages_is_whole() -> None:
    items, summary, _ = walk(live(), _messages(120))
    assert (len(items), summary.ended) == (120, "all")


def test_a_window_that_a_service_cannot_be_asked_for_is_read_out_and_said() -> None:
    items, summary, _ = walk(live(until=date(2024, 5, 9), since=date(2024, 5, 9)), _messages(120))
    assert (len(items), summary.left_out, summary.ended) == (0, 120, "window")
    items, summary, _ = walk(live(since=date(2024, 5, 10)), _messages(900))
    assert (len(items), summary.ended) == (721, "all")  # an older message was seen: nothing can be missing
    assert "can't be asked for days: 79 items" in summary.notes[0]
    items, summary, _ = walk(live(since=date(2024, 5, 1)), _messages(900))
    assert (len(items), summary.ended) == (900, "service")
    items, summary, _ = walk(live(since=date(2024, 5, 1)), _messages(130))
    assert (len(items), summary.ended) == (130, "window")
    assert "goes back to 2024-05-10 09:51, not to 2024-05-01" in summary.notes[-1]


def test_a_last_day_alone_has_no_lower_bound() -> None:
    first = date(2024, 4, 20)

    def respond(url: str) -> object:
        day = date.fromisoformat(field_of(url, "date"))
        at = datetime(day.year, day.month, day.day, 9, tzinfo=BEIJING)
        return page_of(*([entry(day.toordinal() % 1_000, at)] if day >= first else []))

    items, summary, asked = walk(news(until=date(2024, 5, 5)), respond)
    assert len(items) == 16
    assert field_of(asked[0], "date") == "2024-05-05"
    assert summary.ended == "empty_days"
    assert "no day before 2024-04-13 was asked for" in summary.notes[-1]


def test_two_messages_without_a_link_and_with_the_same_text_are_two() -> None:
    twins = [
        {"id": number, "rich_text": "老桥通车", "create_time": "2024-05-10 09:00:00"} for number in (1, 2)
    ]
    items, _, _ = walk(live(), lambda _: _feed(*twins, total=2))
    assert [item.id for item in items] == ["1", "2"]


def test_the_search_is_asked_for_its_window() -> None:
    hit = {"title": "桥", "url": "https://k.sina.com.cn/article_1_ab.html", "datetime": "2024-05-09 10:00:00"}
    window = {"since": date(2024, 5, 8), "until": date(2024, 5, 9)}

    def respond(url: str) -> object:
        return {"result": {"list": [hit] if field_of(url, "page") == "1" else []}}

    items, summary, asked = walk(ListQuery(channel="search", query="桥", now=NOW, **window), respond)  # type: ignore[arg-type]
    assert (len(items), summary.ended) == (1, "all")
    assert [field_of(asked[0], name) for name in ("stime", "etime", "ps")] == [
        "2024-05-08",
        "2024-05-09",
        "0",
    ]
    _, _, asked = walk(ListQuery(channel="search", query="桥", now=NOW), respond)
    assert [field_of(asked[0], name, "-") for name in ("stime", "etime", "ps")] == ["-", "-", "0"]


def test_items_that_are_known_end_a_walk() -> None:
    known = {f"nausehc{number:07d}" for number in range(60, 200)}

    def respond(url: str) -> object:
        page = int(field_of(url, "page"))
        return page_of(*[entry(n) for n in range((page - 1) * 50, page * 50)], total=1_000)

    items, summary, asked = walk(news(), respond, known=lambda item: item.doc_id in known)
    assert (len(items), len(asked), summary.ended, summary.known) == (60, 3, "known", 90)
    assert summary.is_whole


def test_a_stale_channel_leads_to_the_one_that_is_alive() -> None:
    _, summary, asked = walk(ListQuery(channel="domestic", now=NOW), lambda _: page_of(entry(0), total=1))
    assert (field_of(asked[0], "pageid"), field_of(asked[0], "lid")) == ("121", "1356")
    assert "nothing new since the end of 2024; china was asked in its place" in summary.notes[-1]


# --- over the wire ----------------------------------------------------------------------------------------


@pytest.fixture
def feed(site: Site) -> Site:
    """A stand-in for the rolling-news service, that wants a Referer and answers as JSONP in GBK."""

    def respond(_url: str) -> object:
        if not site.referers[-1].startswith("https://news.sina.com.cn/"):
            return 403
        return f"try{{x({json.dumps(page_of(entry(0), entry(1), total=2), ensure_ascii=False)});}}catch(e){{}};".encode(
            "gb18030"
        )

    site.respond["feed.mix.sina.com.cn/api/roll/get"] = respond
    return site


def test_a_list_is_rolled_over_the_wire_by_both_drivers(feed: Site) -> None:
    async def collect() -> tuple[list[RollItem], RollSummary]:
        items = aroll("news", limit=2, **feed.options)
        return [item async for item in items], items.summary

    by_sync = roll("news", limit=2, **feed.options)
    with pytest.warns(ListWarning):
        items = list(by_sync)
    with pytest.warns(ListWarning):
        by_async, account = asyncio.run(collect())
    assert [item.title for item in items] == ["第0条", "第1条"]
    assert by_async == items
    assert (account.ended, account.items) == ("limit", 2)
    assert account == by_sync.summary
    assert feed.looked_up == ["feed.mix.sina.com.cn"] * 2
    assert set(feed.server.names_of_tls) == {"feed.mix.sina.com.cn"}


def test_what_is_odd_about_a_list_is_a_warning_at_its_end(feed: Site) -> None:
    with pytest.warns(ListWarning, match="stale"):
        assert list(roll("news", **feed.options))


def test_a_list_that_is_left_has_no_end_in_its_account(feed: Site) -> None:
    with roll("news", **feed.options) as items:
        assert next(items).title == "第0条"
        assert (items.summary.ended, items.summary.is_whole) == (None, False)


def test_a_fetcher_that_is_open_already_can_walk_a_list(feed: Site) -> None:
    summary = RollSummary("news")
    with Fetcher(**feed.options) as fetcher:
        assert len(list(fetcher.stream(list_steps(news(limit=1), fetcher.options, summary)))) == 1

    async def first() -> RollItem:
        async with AsyncFetcher(**feed.options) as other:
            return await anext(other.stream(list_steps(news(), other.options, summary)))

    assert asyncio.run(first()).title == "第0条"
