"""The lists that Sina publishes its articles in: a name of ours, the pair of numbers that selects the list, the
site's own label, and where the pair is known from.

They are no rules of reading: the fetcher asks for them by name.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["CHANNELS", "LIVE", "SEARCH_LABEL", "SEARCH_WORD", "Channel", "LiveFeed"]


class Channel(NamedTuple):
    """One list of the rolling-news service. ``pageid`` and ``lid`` only select it as a pair."""

    name: str
    pageid: int
    lid: int
    label: str
    known_from: str


class LiveFeed(NamedTuple):
    """One feed of the 7×24 live service."""

    name: str
    zhibo_id: int
    label: str
    known_from: str


_MAIN = "the tabs of the rolling-news page; a dozen public crawlers, 2018–2026"
_MAIN_STALE = (
    "the tabs of the rolling-news page; public crawlers, 2018–2026; reported stale since the end of 2024"
)
_COMBINED = "three public crawlers: the same page with several tabs ticked"
_FINANCE = "the finance rolling page; four public crawlers, 2019–2022"
_MARKETS = "the finance front's tabs, as a feed generator reads them, 2026"
_SCIENCE = "the discovery channel's tabs, as a feed generator reads them"
_ONE = "one public crawler"

CHANNELS = (
    Channel("news", 153, 2509, "全部", _MAIN),
    Channel("domestic", 153, 2510, "国内", _MAIN_STALE),
    Channel("world", 153, 2511, "国际", _MAIN_STALE),
    Channel("society", 153, 2669, "社会", _MAIN),
    Channel("sports", 153, 2512, "体育", _MAIN),
    Channel("ent", 153, 2513, "娱乐", _MAIN),
    Channel("military", 153, 2514, "军事", _MAIN_STALE),
    Channel("tech", 153, 2515, "科技", _MAIN + "; one of them, of 2026, labels it 经济要闻"),
    Channel("finance", 153, 2516, "财经", _MAIN),
    Channel("stocks", 153, 2517, "股市", _MAIN),
    Channel("us-stocks", 153, 2518, "美股", _MAIN),
    Channel("domestic-world", 153, 2968, "国内、国际", _COMBINED),
    Channel("domestic-society", 153, 2970, "国内、社会", _COMBINED),
    Channel("world-society", 153, 2972, "国际、社会", _COMBINED),
    Channel("current", 153, 2974, "国内、国际、社会", _COMBINED),
    Channel("finance-domestic", 155, 1686, "国内滚动", _FINANCE),
    Channel("macro", 155, 1687, "宏观经济", _FINANCE),
    Channel("local-economy", 155, 1688, "地方经济", _FINANCE),
    Channel("ministries", 155, 1689, "部委动态", _FINANCE),
    Channel("banking", 155, 1690, "金融新闻", _FINANCE),
    Channel("finance-top10", 155, 3231, "今日财经TOP10", _FINANCE),
    Channel("finance-front", 384, 2519, "财经", _MARKETS),
    Channel("stock-market", 384, 2671, "股市", _MARKETS),
    Channel("us-market", 384, 2672, "美股", _MARKETS),
    Channel("china-concept", 384, 2673, "中概股", _MARKETS),
    Channel("hk-stocks", 384, 2674, "港股", _MARKETS),
    Channel("research", 384, 2675, "研究报告", _MARKETS),
    Channel("global-markets", 384, 2676, "全球市场", _MARKETS),
    Channel("forex", 384, 2487, "外汇", _MARKETS),
    Channel("science", 207, 1795, "最新", _SCIENCE),
    Channel("space", 207, 1796, "天文航空", _SCIENCE),
    Channel("wildlife", 207, 1797, "动植物", _SCIENCE),
    Channel("nature", 207, 1798, "自然地理", _SCIENCE),
    Channel("history", 207, 1799, "历史考古", _SCIENCE),
    Channel("life-science", 207, 1800, "生命医学", _SCIENCE),
    Channel("everyday-science", 207, 1801, "生活百科", _SCIENCE),
    Channel("frontier", 207, 1802, "科技前沿", _SCIENCE),
    Channel("tech-roll", 372, 2431, "科技滚动", _ONE),
    Channel("tech-columns", 402, 2559, "创事记", _ONE),
    Channel("sports-roll", 13, 2503, "体育滚动", _ONE),
    Channel("industry", 164, 1693, "产经", "two public crawlers"),
    Channel("brokers", 186, 1746, "券商", _ONE),
    Channel("ipo", 205, 1789, "新股", _ONE),
)

LIVE = (
    LiveFeed("live", 152, "7×24 财经", "six public crawlers, 2018–2026"),
    LiveFeed("live-politics", 151, "政经", "a feed generator"),
    LiveFeed("live-general", 153, "综合", "a feed generator"),
    LiveFeed("live-market", 155, "市场", "a feed generator"),
    LiveFeed("live-world", 164, "国际", "a feed generator"),
    LiveFeed("live-industry", 242, "行业", "a feed generator"),
)

SEARCH_LABEL = "搜索"
"""The site's own label of its search, which finds articles of all lists."""

SEARCH_WORD = "新闻"
"""A word that the search is tried with: there are articles of any day that hold it."""
