"""The lists that can be asked for: a name of ours, the service that has it and the values that choose it there, the
site's own label, and where the row is known from.

They are no rules of reading: the fetcher asks for them by name.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["CHANNELS", "SEARCH_WORD", "Channel"]


class Channel(NamedTuple):
    """One list of a service, chosen by ``values``; ``seen`` are the years in which it was, as far as they are known.

    ``takes`` makes it a family of lists: ``name:ARGUMENT``, where the argument fits this pattern whole, and ``example`` is
    one. Where ``optional``, the name alone is a list too. ``stale`` says since when nothing new has come, and for part of
    its articles alone where it is a combination of lists; ``instead`` names the channel that is asked in its place.
    """

    name: str
    service: str
    label: str
    known_from: str
    seen: str
    values: tuple[tuple[str, str], ...] = ()
    takes: str = ""
    example: str = ""
    optional: bool = False
    stale: str = ""
    instead: str = ""


def _roll(
    name: str,
    pair: tuple[int, int],
    label: str,
    known: tuple[str, str],
    stale: str = "",
    instead: str = "",
) -> Channel:
    """A list of the rolling news. ``pageid`` and ``lid`` only choose it as a pair."""
    values = (("pageid", str(pair[0])), ("lid", str(pair[1])))
    return Channel(name, "roll", label, known[0], known[1], values, stale=stale, instead=instead)


def _live(name: str, zhibo_id: int, label: str, known_from: str, seen: str) -> Channel:
    return Channel(name, "live", label, known_from, seen, (("zhibo_id", str(zhibo_id)),))


_STALE = "the end of 2024"
_STALE_PARTS = "the end of 2024 in those of its lists that are stale on their own"
_UNDATED = "undated, before 2026"

# Where a row is known from, and when it was seen there.
_MAIN = ("the tabs of the rolling-news page; a dozen public crawlers", "2018–2026")
_TECH = (f"{_MAIN[0]}; one of them, of 2026, labels it 经济要闻", "2018–2026")
_COMBINED = ("three public crawlers: the same page with several tabs ticked", "2018–2024")
_CHINA = ("the page news.sina.com.cn/china, which names the pair; public crawlers", "2020–2026")
_FINANCE = ("the finance rolling page; four public crawlers", "2019–2022")
_FEED = ("the finance rolling page; four public crawlers; the feed 新浪财经－国內 of mirrors", "2019–2026")
_MARKETS = ("the finance front's tabs, as a feed generator reads them", "2026")
_SCIENCE = ("the discovery channel's tabs, as a feed generator reads them", "2020–2026")
_ONE = ("one public crawler", _UNDATED)
_TWO = ("two public crawlers", _UNDATED)
_INDUSTRY = ("two public crawlers", "2019")

CHANNELS = (
    _roll("news", (153, 2509), "全部", _MAIN),
    _roll("china", (121, 1356), "国内", _CHINA),
    _roll("domestic", (153, 2510), "国内", _MAIN, stale=_STALE, instead="china"),
    _roll("world", (153, 2511), "国际", _MAIN, stale=_STALE),
    _roll("society", (153, 2669), "社会", _MAIN),
    _roll("sports", (153, 2512), "体育", _MAIN),
    _roll("ent", (153, 2513), "娱乐", _MAIN),
    _roll("military", (153, 2514), "军事", _MAIN, stale=_STALE),
    _roll("tech", (153, 2515), "科技", _TECH),
    _roll("finance", (153, 2516), "财经", _MAIN),
    _roll("stocks", (153, 2517), "股市", _MAIN),
    _roll("us-stocks", (153, 2518), "美股", _MAIN),
    _roll("domestic-world", (153, 2968), "国内、国际", _COMBINED, stale=_STALE),
    _roll("domestic-society", (153, 2970), "国内、社会", _COMBINED, stale=_STALE_PARTS),
    _roll("world-society", (153, 2972), "国际、社会", _COMBINED, stale=_STALE_PARTS),
    _roll("current", (153, 2974), "国内、国际、社会", _COMBINED, stale=_STALE_PARTS),
    _roll("finance-domestic", (155, 1686), "国内滚动", _FEED),
    _roll("macro", (155, 1687), "宏观经济", _FINANCE),
    _roll("local-economy", (155, 1688), "地方经济", _FINANCE),
    _roll("ministries", (155, 1689), "部委动态", _FINANCE),
    _roll("banking", (155, 1690), "金融新闻", _FINANCE),
    _roll("finance-top10", (155, 3231), "今日财经TOP10", _FINANCE),
    _roll("finance-front", (384, 2519), "财经", _MARKETS),
    _roll("stock-market", (384, 2671), "股市", _MARKETS),
    _roll("us-market", (384, 2672), "美股", _MARKETS),
    _roll("china-concept", (384, 2673), "中概股", _MARKETS),
    _roll("hk-stocks", (384, 2674), "港股", _MARKETS),
    _roll("research", (384, 2675), "研究报告", _MARKETS),
    _roll("global-markets", (384, 2676), "全球市场", _MARKETS),
    _roll("forex", (384, 2487), "外汇", _MARKETS),
    _roll("science", (207, 1795), "最新", _SCIENCE),
    _roll("space", (207, 1796), "天文航空", _SCIENCE),
    _roll("wildlife", (207, 1797), "动植物", _SCIENCE),
    _roll("nature", (207, 1798), "自然地理", _SCIENCE),
    _roll("history", (207, 1799), "历史考古", _SCIENCE),
    _roll("life-science", (207, 1800), "生命医学", _SCIENCE),
    _roll("everyday-science", (207, 1801), "生活百科", _SCIENCE),
    _roll("frontier", (207, 1802), "科技前沿", _SCIENCE),
    _roll("apple", (216, 1817), "苹果汇", _TWO),
    _roll("tech-roll", (372, 2431), "科技滚动", _ONE),
    _roll("tech-columns", (402, 2559), "创事记", _ONE),
    _roll("sports-roll", (13, 2503), "体育滚动", _ONE),
    _roll("industry", (164, 1693), "产经", _INDUSTRY),
    _roll("brokers", (186, 1746), "券商", _ONE),
    _roll("ipo", (205, 1789), "新股", _ONE),
    _live("live", 152, "7×24 财经", "recorded answers; six public crawlers", "2018–2026"),
    _live("live-politics", 151, "政经", "a feed generator", _UNDATED),
    _live("live-general", 153, "综合", "a feed generator", _UNDATED),
    _live("live-market", 155, "市场", "a feed generator", _UNDATED),
    _live("live-world", 164, "国际", "a feed generator", _UNDATED),
    _live("live-industry", 242, "行业", "a feed generator", _UNDATED),
    Channel("search", "search", "搜索", "recorded answers; two public crawlers", "2022–2026"),
)

SEARCH_WORD = "新闻"
"""A word that the search is tried with: there are articles of any day that hold it."""
