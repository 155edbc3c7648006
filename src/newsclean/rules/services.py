"""The services that give lists of articles, a row each: how a page of a list is asked for, where its entries stand in
the answer, and where each field of an item stands in an entry.

The site documents none of them. Each row says where its shape is known from and when it was last seen; ``newsclean
doctor CHANNEL`` holds it against the answer of the day. One reader serves them all (newsclean.lists).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

__all__ = ["SERVICES", "Keys", "Service"]

Keys = tuple[tuple[str, str], ...]
"""Keys of a query with their values, in order. A value may name fields in braces."""


class Service(NamedTuple):
    """One service.

    ``address`` and the values of keys may name fields in braces: ``{page}`` from 1, ``{size}``, ``{words}`` to search
    for, ``{oldest}`` (the smallest id so far), ``{argument}`` (what stands behind the colon of a channel's name) and its
    ``{digits}``; of the days asked for ``{day}``, ``{compact}`` (20240131), ``{start}`` and ``{end}`` in Unix seconds,
    ``{since}`` and ``{until}`` (empty: no bound); and the values of the channel's row.

    ``referer`` is the page of the site that asks the service; the rolling news alone is known to want one.

    ``entries`` is the path of the list in an answer of JSON, or the selector of the element around the links of a
    ``page``. ``fields`` names, for each field of an item, the places where an entry may have it, the first that has it
    wins. A place is a path of keys; texts that are JSON are opened on the way, of lists every element is taken, and
    ``a + b`` joins two. ``needs`` are the fields without which an entry is none: where no entry of a page has one of
    them, the service's shape has changed.

    ``paging`` says how further pages are had: by number; by the ``older`` keys, which are added from the second on; or
    not at all. ``days`` says how days are asked for: each on its own; the whole window at once (``day_keys``);
    ``edition``, where each day has a list of its own, whatever the times in it, and today's is asked for where no day is;
    ``never``, where the list is read from its newest item back; ``timeless``, where it has no times to choose by.

    ``size`` is the most entries that a page has, ``keeps`` the most that the service has of a list (0: not known) and
    ``beyond`` the channel that has older ones. A list whose newest item is older than ``fresh`` days is reported as stale
    (0: never). ``link_time`` is the side of a page's link on which its time stands, ``next_words`` are the words of the
    link to the next page (empty: pages do not tell). ``items`` says what the pages of its items are, where they are no
    articles.
    """

    name: str
    why: str
    address: str
    referer: str
    keys: Keys
    entries: str
    fields: tuple[tuple[str, tuple[str, ...]], ...]
    needs: tuple[str, ...]
    known_from: str
    seen: str
    form: Literal["json", "page"] = "json"
    total: str = ""
    size: int = 50
    words: Literal["none", "some", "must"] = "none"
    paging: Literal["number", "older", "one"] = "number"
    older: Keys = ()
    days: Literal["each", "window", "edition", "never", "timeless"] = "never"
    day_keys: Keys = ()
    keeps: int = 0
    beyond: str = ""
    fresh: int = 0
    link_time: Literal["before", "after"] = "before"
    next_words: str = ""
    items: str = ""


_MESSAGE = (
    # ext is an object in a string of JSON. Its address is that of the desktop page; the other is the mobile page's.
    ("url", ("ext.docurl", "docurl")),
    ("mobile_url", ("docurl",)),
    ("text", ("rich_text",)),
    ("published_at", ("create_time",)),
    ("modified_at", ("update_time",)),
    ("doc_id", ("ext.docid",)),
    ("id", ("id",)),
    ("keywords", ("tag.name",)),
    ("images", ("multimedia.img_url",)),
)

_LINK = (("url", ("url",)), ("title", ("title",)), ("published_at", ("time",)))  # of a page, as it is read

SERVICES = (
    Service(
        name="roll",
        why="The rolling news: every channel's articles, by the day, since 2018.",
        address="https://feed.mix.sina.com.cn/api/roll/get",
        # Since 2022 it has answered 403 where the Referer is not a page of the site's.
        referer="https://news.sina.com.cn/",
        keys=(
            ("pageid", "{pageid}"),
            ("lid", "{lid}"),
            ("k", "{words}"),
            ("num", "{size}"),
            ("page", "{page}"),
        ),
        # The names mislead: etime is the beginning of the day, stime and ctime are its end.
        day_keys=(("etime", "{start}"), ("stime", "{end}"), ("ctime", "{end}"), ("date", "{day}")),
        days="each",
        entries="result.data",
        total="result.total",
        fields=(
            ("url", ("url",)),
            ("title", ("title", "stitle")),
            ("published_at", ("ctime", "intime")),
            ("modified_at", ("mtime",)),
            ("source", ("media_name", "author")),
            ("doc_id", ("docid",)),
            ("mobile_url", ("wapurl",)),
            ("intro", ("intro", "summary")),
            ("keywords", ("keywords",)),
            ("images", ("img.u", "images.u")),
        ),
        needs=("url", "title"),
        words="some",
        fresh=3,
        known_from="recorded answers; a score of public crawlers",
        seen="2018–2026",
    ),
    Service(
        name="live",
        why="The messages of finance that go on day and night (7×24), the newest of them.",
        address="https://zhibo.sina.com.cn/api/zhibo/feed",
        referer="https://finance.sina.com.cn/7x24/",
        keys=(
            ("zhibo_id", "{zhibo_id}"),
            ("page", "{page}"),
            ("page_size", "{size}"),
            ("tag_id", "0"),
            ("dire", "f"),
            ("dpc", "1"),
        ),
        entries="result.data.feed.list",
        total="result.data.feed.page_info.totalNum",
        fields=_MESSAGE,
        needs=("text",),
        keeps=900,
        beyond="7x24",
        fresh=3,
        known_from="recorded answers; six public crawlers",
        seen="2018–2026",
    ),
    Service(
        name="search",
        why="The search over all articles; most of what it finds are posts of accounts.",
        address="https://interface.sina.cn/homepage/search.d.json",
        referer="https://search.sina.com.cn/",
        keys=(
            ("q", "{words}"),
            ("page", "{page}"),
            ("ps", "0"),  # not the size of a page: every program that asks sends 0
            ("num", "{size}"),
            ("sort", "time"),
            ("ie", "utf-8"),
        ),
        day_keys=(("stime", "{since}"), ("etime", "{until}")),
        days="window",
        entries="result.list",
        fields=(
            ("url", ("url",)),
            ("title", ("origin_title", "title")),
            ("published_at", ("ctime", "stime", "datetime")),
            ("source", ("media", "media_show", "source")),
            ("intro", ("intro",)),
        ),
        needs=("url", "title"),
        words="must",
        known_from="recorded answers; two public crawlers",
        seen="2022–2026",
    ),
    Service(
        name="share-news",
        why="The news about a share of Shanghai, Shenzhen or Beijing: a page in GBK of some forty links, each behind its time.",
        address="https://vip.stock.finance.sina.com.cn/corp/view/vCB_AllNewsStock.php",
        referer="https://finance.sina.com.cn/",
        keys=(("symbol", "{argument}"), ("Page", "{page}")),
        form="page",
        entries="div.datelist",
        fields=_LINK,
        needs=("url", "title"),
        size=40,
        link_time="before",
        next_words="下一页",
        known_from="recorded answers; public crawlers",
        seen="2018–2026",
    ),
    Service(
        name="7x24",
        why="The messages of finance by the service that the site's own page asks now: it goes back without end.",
        address="https://app.cj.sina.com.cn/api/news/pc",
        referer="https://finance.sina.com.cn/7x24/",
        keys=(("size", "{size}"), ("tag", "{argument}")),
        paging="older",
        older=(("type", "1"), ("id", "{oldest}")),
        entries="result.data.feed.list",
        fields=_MESSAGE,
        needs=("text",),
        fresh=3,
        known_from="notes on its keys; its entries are taken to be those of the older service",
        seen="2026",
    ),
    Service(
        name="hot",
        why="The lists of what is read most in the site's news app. They have no times.",
        address="https://newsapp.sina.cn/api/hotlist",
        referer="https://sinanews.sina.cn/",
        keys=(("newsId", "HB-1-snhs/top_news_list-{list}"),),
        paging="one",
        days="timeless",
        entries="data.hotList",
        fields=(("url", ("base.base.url",)), ("title", ("info.title",)), ("id", ("base.base.uniqueId",))),
        needs=("title",),
        known_from="three public programs that gather such lists",
        seen="2023–2026",
    ),
    Service(
        name="column",
        why="A column of the finance site: one page of some two hundred links, each before its time, which has no year.",
        address="https://finance.sina.com.cn/roll/c/{argument}.shtml",
        referer="https://finance.sina.com.cn/",
        keys=(),
        paging="one",
        form="page",
        entries="ul#listcontent",
        fields=_LINK,
        needs=("url", "title"),
        size=200,
        link_time="after",
        known_from="recorded answers; one public crawler",
        seen="2026",
    ),
    Service(
        name="ranking",
        why="What was read most on a day, by channel: a script that is an assignment.",
        address="https://top.{host}.sina.com.cn/ws/GetTopDataList.php",
        referer="https://news.sina.com.cn/hotnews/",
        keys=(
            ("top_type", "day"),
            ("top_cat", "{category}"),
            ("top_time", "{compact}"),
            ("top_show_num", "{size}"),
            ("top_order", "DESC"),
            ("js_var", "x"),
        ),
        paging="one",
        days="edition",
        entries="data",
        fields=(
            ("url", ("url",)),
            ("title", ("title",)),
            ("published_at", ("create_date + create_time", "create_date")),
            ("source", ("media", "author")),
            ("id", ("id",)),
        ),
        needs=("url", "title"),
        known_from="four public crawlers",
        seen="2023–2026, and before without a date",
    ),
    Service(
        name="share-notices",
        why="The announcements of a company by its share: a page in GBK of links, each behind its day.",
        address="https://vip.stock.finance.sina.com.cn/corp/view/vCB_AllBulletin.php",
        referer="https://finance.sina.com.cn/",
        keys=(("stockid", "{digits}"), ("Page", "{page}")),
        form="page",
        entries="div.datelist",
        fields=_LINK,
        needs=("url", "title"),
        size=30,
        link_time="before",
        next_words="下一页",
        items="filings of a company, as text or PDF, and no articles: newsclean does not read them",
        known_from="notes on its address; its page is taken to be built like that of a share's news",
        seen="2026",
    ),
)
