"""Times as Sina writes them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from newsclean import parse
from newsclean.dates import find_moment, parse_feed_date


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("2018年12月28日 19:55", "2018-12-28T19:55:00+08:00"),
        ("2019年09月11日01:53", "2019-09-11T01:53:00+08:00"),
        ("2019年09月11日\xa001:53", "2019-09-11T01:53:00+08:00"),
        ("\n2016年05月25日10:10\n新浪财经", "2016-05-25T10:10:00+08:00"),
        ("2005.08.2605:39", "2005-08-26T05:39:00+08:00"),
        ("2018.05.09 12:52:37", "2018-05-09T12:52:37+08:00"),
        ("(2010-05-12 07:54:40)", "2010-05-12T07:54:40+08:00"),
        ("2019-10-23T09:10:42+08:00", "2019-10-23T09:10:42+08:00"),
        ("2019-10-23T01:10:42Z", "2019-10-23T09:10:42+08:00"),
        ("2019-10-23 09:10:42 GMT+8", "2019-10-23T09:10:42+08:00"),
        ("2019-10-23 01:10:42 GMT", "2019-10-23T09:10:42+08:00"),
        ("2019-10-22T21:10:42-0400", "2019-10-23T09:10:42+08:00"),
        ("2026/4/20 8:05", "2026-04-20T08:05:00+08:00"),
        ("2011年3月4日 星期五 下午 3:07", "2011-03-04T15:07:00+08:00"),
        ("2012年03月09日10时12分", "2012-03-09T10:12:00+08:00"),
        ("发布时间：2022-09-13 15:40 来源：某办", "2022-09-13T15:40:00+08:00"),
        ("2022-09-13", "2022-09-13T00:00:00+08:00"),
        ("2024年5月22日週三 上午8:21", "2024-05-22T08:21:00+08:00"),
        ("2024年5月22日（星期三）下午3時05分", "2024-05-22T15:05:00+08:00"),
        ("2012年3月8日10時20分", "2012-03-08T10:20:00+08:00"),
        ("2012.01.17 09:10 pm", "2012-01-17T21:10:00+08:00"),
        ("2012.01.17 12:10 AM", "2012-01-17T00:10:00+08:00"),
        ("2012年1月17日凌晨12:10", "2012-01-17T00:10:00+08:00"),
        ("2012年1月17日中午12:10", "2012-01-17T12:10:00+08:00"),
        ("2012-01-17 HKT 15:15", "2012-01-17T15:15:00+08:00"),
        ("2012-01-17 | 15:15", "2012-01-17T15:15:00+08:00"),
        ("2022-13-45 08:00，更正于2022-01-05 08:00", "2022-01-05T08:00:00+08:00"),
    ],
)
def test_time_is_read_in_beijing_time(written: str, at: str) -> None:
    moment = find_moment(written)
    assert moment is not None
    assert moment.at.isoformat() == at


@pytest.mark.parametrize(
    "written",
    [
        "",
        "3小时前",
        "作者：新京报",
        "2022年",
        "09月28日 22:15",
        "13888888888",
        "2022-03-08T21:17:00+99:00",
        "2022-03-08T21:17:00-24:00",
        "2022-03-08 21:17 +0860",
        "2022-02-30 21:17",
        "2022-03-08 25:17",
    ],
)
def test_words_without_a_date_give_none(written: str) -> None:
    assert find_moment(written) is None


def test_raw_words_are_kept() -> None:
    moment = find_moment("  2018年12月28日   19:55 新京报")
    assert moment is not None
    assert moment.raw == "2018年12月28日 19:55"


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("Sun, 31 Jul 2022 06:13:25 GMT", "2022-07-31T14:13:25+08:00"),
        ("Sun, 31 Jul 2022 23:59:59 GMT", "2022-08-01T07:59:59+08:00"),
        ("2022-07-31T14:13:25+08:00", "2022-07-31T14:13:25+08:00"),
        ("2022-07-31 14:13:25", "2022-07-31T14:13:25+08:00"),
    ],
)
def test_feed_dates_become_beijing_time(written: str, at: str) -> None:
    found = parse_feed_date(written)
    assert found is not None
    assert found.isoformat() == at


@pytest.mark.parametrize(
    "written",
    [
        None,
        "",
        "yesterday",
        "n/a",
        5,
        "2022-07-31T14:13:25+99:00",
        "Sun, 31 Jul 2022 06:13:25 +9900",
        "Fri, 31 Dec 9999 23:59:59 -0800",
        "Sun, 31 Jul 99999999999999999999 06:13:25 GMT",
        datetime.max.replace(tzinfo=timezone(timedelta(hours=-5))),
    ],
)
def test_feed_value_without_a_date_gives_none(written: object) -> None:
    assert parse_feed_date(written) is None


def test_page_whose_meta_has_a_zone_that_does_not_exist_takes_the_time_it_shows() -> None:
    page = (
        '<meta property="article:published_time" content="2022-03-08T21:17:00+99:00">'
        '<h1 class="main-title">桥通了</h1>'
        '<div class="date-source"><span class="date">2022年03月08日 21:17</span></div>'
        '<div class="article" id="artibody"><p>老桥今天通车。</p></div>'
    )
    at = parse(page).published_at
    assert at is not None
    assert at.isoformat() == "2022-03-08T21:17:00+08:00"
