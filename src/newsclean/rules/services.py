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
    link to the next page (empty: pages do not tell).
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
)
