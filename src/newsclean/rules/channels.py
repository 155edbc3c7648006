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


def _hot(name: str, what: str, label: str) -> Channel:
    """A list of the news app."""
    known = "a public program that gathers such lists"
    return Channel(name, "hot", label, known, "2023–2026", (("list", what),))


def _ranking(name: str, host: str, category: str, label: str) -> Channel:
    """A ranking of the day, at the host ``top.HOST.sina.com.cn``."""
    known = "a public program that gathers such lists"
    return Channel(name, "ranking", label, known, "2023–2026", (("host", host), ("category", category)))


def _column(number: int, label: str) -> Channel:
    """A column of the finance site that was alive when it was last seen."""
    known = "one public crawler, which found it alive"
    return Channel(f"column:{number}", "column", label, known, "2026", (("argument", str(number)),))


_SHARE = r"(?:sh|sz|bj)\d{6}"
"""A share as the site writes it: its exchange and its number. The lists of Hong Kong and New York are other pages, whose
shape is not known."""

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
    Channel(
        "7x24",
        "7x24",
        "7×24 财经; by a tag: 7x24:5",
        "notes on the service's keys; the tag 5 is 市场 in a recorded answer",
        "2026",
        (("argument", "0"),),
        takes=r"\d{1,4}",
        example="7x24:5",
        optional=True,
    ),
    Channel(
        "stock",
        "share-news",
        "news by share: Shanghai, Shenzhen, Beijing",
        "recorded answers; public crawlers",
        "2018–2026",
        takes=_SHARE,
        example="stock:sh600999",
    ),
    Channel(
        "notices",
        "share-notices",
        "announcements by share: Shanghai, Shenzhen, Beijing",
        "notes on the page's address",
        "2026",
        takes=_SHARE,
        example="notices:sh600999",
    ),
    _hot("hot", "all", "新浪热榜"),
    _hot("hot-comments", "hotcmnt", "热议榜"),
    _hot("hot-video", "minivideo", "视频热榜"),
    _hot("hot-ent", "ent", "娱乐热榜"),
    _hot("hot-ai", "ai", "AI热榜"),
    _hot("hot-auto", "auto", "汽车热榜"),
    _hot("hot-parents", "mother", "育儿热榜"),
    _hot("hot-fashion", "fashion", "时尚热榜"),
    _hot("hot-travel", "travel", "旅游热榜"),
    _hot("hot-esg", "esg", "ESG热榜"),
    _ranking("top", "news", "www_www_all_suda_suda", "总排行"),
    _ranking("top-video", "news", "video_news_all_by_vv", "视频排行"),
    _ranking("top-slides", "news", "total_slide_suda", "图片排行"),
    _ranking("top-china", "news", "news_china_suda", "国内新闻"),
    _ranking("top-world", "news", "news_world_suda", "国际新闻"),
    _ranking("top-society", "news", "news_society_suda", "社会新闻"),
    _ranking("top-sports", "sports", "sports_suda", "体育新闻"),
    _ranking("top-finance", "finance", "finance_0_suda", "财经新闻"),
    _ranking("top-ent", "ent", "ent_suda", "娱乐新闻"),
    _ranking("top-tech", "tech", "tech_news_suda", "科技新闻"),
    _ranking("top-military", "news", "news_mil_suda", "军事新闻"),
    _column(56589, "大盘"),
    _column(56592, "上市公司"),
    _column(56598, "宏观"),
    _column(56605, "市场"),
    _column(56615, "主力"),
    _column(57027, "港股"),
    _column(57028, "港股"),
    _column(57038, "港股"),
    _column(56907, "基金"),
    _column(56982, "外汇"),
    _column(56988, "期货"),
    _column(56995, "期货"),
    _column(57085, "黄金"),
    _column(56683, "银行"),
    _column(56689, "银行"),
    _column(80798, "银行"),
    _column(56757, "保险"),
    _column(56850, "保险"),
    _column(56854, "保险"),
    Channel(
        "column",
        "column",
        "any other column by its number",
        "one public crawler; 230808, 264124, 40811, 56409, 57045 and 57046 were gone",
        "2026",
        takes=r"\d{4,7}",
        example="column:56592",
    ),
)

SEARCH_WORD = "新闻"
"""A word that the search is tried with: there are articles of any day that hold it."""
