"""The title of a page: from its own node, else from its head, cut of the site's tail.

Here lives the reading of title strings; which node holds the title stands in the layout table.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from newsclean.layouts import HAN
from newsclean.lazy_regex import Deferred

__all__ = ["begins_title", "head_title", "is_said", "told_title"]

# "标题|关键词|关键词_新浪新闻", "标题_新浪财经_新浪网", "标题_电信_新浪科技_新浪网", "标题_手机新浪网"
_SITE_TAIL = Deferred(r"(?:\s{0,4}[_\-–—|｜]\s{0,4}[^_\-–—|｜]{0,20}?新浪[^_\-–—|｜]{0,12})+\s{0,4}$")
_SEPARATOR = Deferred(rf"\s*(?:[_|｜]+|\s[-–—]+\s|[-–—]{{1,2}}(?={HAN}))\s*")
# The channel, and the desk before it: "标题_国内财经_财经纵横_新浪网"
_CHANNEL_TAIL = Deferred(
    rf"(?:_{HAN}{{0,4}}(?:财经|新闻|要闻|股市|股票|基金|研究|国际|国内|社会|评论|动态|行业|公司|理财|期货|科技|体育))?"
    rf"_{HAN}{{2,6}}$"
)
# "新浪网-新闻中心-国内新闻-标题", "新闻中心_国内新闻_标题", of 1999-2004
_SITE_FIRST = Deferred(rf"^(?:新浪网?|新浪首页|{HAN}{{2}}中心)\s*[-_—–]")
_CUTS = tuple("_|｜-—–")
_SHORTEST = 4  # characters; a shorter heading is a channel's name


@lru_cache(maxsize=64)
def head_title(text: str) -> str:
    """The title inside a ``<title>``: without the site, the channel before it, and the keywords after ``|``."""
    text = text.strip()
    cut = _SITE_TAIL.sub("", text)
    if cut != text:
        cut = _CHANNEL_TAIL.sub("", cut)
        cut = cut.split("|", 1)[0]
    return cut.strip() or text


def begins_title(words: str, title: str) -> bool:
    """Whether a title is the words, or begins with them before a cut."""
    return title.startswith(words) and (title == words or title[len(words) :].lstrip().startswith(_CUTS))


def is_said(words: str, head: str) -> bool:
    """Whether words of the page, without white space, are the title that a ``<title>`` of the site holds: what it
    begins with before the site's tail, or what it ends with behind the site's name."""
    told, flat = _flat(head_title(head)), _flat(head)
    if told != flat:
        return begins_title(words, told)
    return bool(_SITE_FIRST.match(head)) and flat.endswith(words) and flat[: -len(words)].endswith(_CUTS)


def told_title(head: str, headings: Iterable[str], shown: Iterable[str] = ()) -> str | None:
    """The title of a page without a layout; None where there is none.

    The longest heading, else the longest text ``shown``, that is said in a ``<title>`` of the site; else a
    heading that stands in the ``<title>``, else what this says before the site's tail. Without such a tail, it
    is the longest part between separators.
    """
    headings = [heading for heading in headings if len(heading) >= _SHORTEST]
    told = head_title(head)
    least = max(_SHORTEST, len(_flat(told)) // 2) if told != head.strip() else _SHORTEST
    for texts in (headings, shown):
        said = [text for text in texts if len(text) >= least and is_said(_flat(text), head)]
        if said:
            return max(said, key=len)
    flat = _flat(told)
    for heading in headings:
        if _flat(heading) in flat:
            return heading
    if told != head.strip():
        return told
    return max(_SEPARATOR.split(head), key=len).strip() or None


def _flat(text: str) -> str:
    return "".join(text.split())
