"""The words above a body that no class and no id names: the time, the medium, the persons, the breadcrumb.

Here lives the reading of an info line and of a breadcrumb by their own words, from the body upwards. Here never
lives the name of a node, which stands in the layout table, but for the one class that says what it holds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from newsclean.dates import Moment, find_moment, find_moments
from newsclean.layouts import MEDIUM_END
from newsclean.lazy_regex import Deferred
from newsclean.locate.titles import begins_title
from newsclean.metadata.credits import clean_source
from newsclean.metadata.names import names_in, plain_names
from newsclean.tree import string_of

__all__ = ["NO_CRUMB", "Above", "find_above", "named_in", "without_tools"]

NO_CRUMB = frozenset({"正文", "首页", "新浪首页", "新浪网", "新浪", "sina", ""})
"""Words of a breadcrumb that are no channel."""

_WORDS_ABOVE = 40  # texts above a body in which its time and its medium are looked for
_LONGEST_NAME = 20  # characters of a medium's name
_NEAR = 3  # elements around a text that may call it the source
_UNSEEN = frozenset({"script", "style", "noscript", "template", "option", "textarea"})
# What stands in a line and makes none of its own; a row's cells stand beside each other.
_IN_LINE = frozenset(
    "a abbr b big cite em font i label nobr s small span strong sub sup td th time u".split()
)
_SOURCE_LABELLED = Deferred(r"(?:来源|稿源|出处)\s*[:：]\s*([^\s，。|【\[(（]{2,20})")
_AUTHOR_LABELLED = Deferred(
    r"(?:^|[\s|｜])(?:(?:本文)?作者\s*[:：]|记者\s*[:：\s])\s*([^\s|｜【\[(（]{2,30})"
)
_SEPARATORS = " |｜·,，;；/"
# The first name in a text: words of Latin letters, or all up to the next space.
_NAME_FIRST = Deferred(r"(?:[A-Za-z][\w.&'-]*(?:\s|$))+|\S+")
_NAME = Deferred(r"[《“\"]?[\w·•.&－—–-][\w·•.&《》“”()（）/－—–\s-]{1,19}")
_LETTER = Deferred(r"[^\W\d_]")
# Tools, counts and other labels that stand in an info line beside the time.
_TOOL = Deferred(
    r".*(?:评论|跟帖|有话说|我要|收藏|微博|微信|分享|转发|字[体号]|打印|关闭|浏览|阅读|点击|访问|次数|参与|编辑|责编"
    r"|作者|记者|校对|审核|关注|举报|投稿|复制|链接|扫描|扫一扫|关键|标签|正文|摘要|导读|[上下]一|返回|推荐|订阅|发表"
    r"|留言|讨论|论坛|更新|进入|查看|下载|打开|热线|查询|播放|首页|专题|相关|热点|图集|股吧|行情|登录|注册|来源|发布时间"
    r"|(?:手机)?[看听读]新闻|(?:更多|滚动|国内|国际|社会)新闻$|往期|保存|投票|公众号|[预通情公]报$"
    r"|星期.$|博客$|手机$)"
)
_TOOL_BEHIND = Deferred(
    r"微[博信]|(?:我有话说|我要|收藏|分享|评论|打印|字[体号]|浏览|阅读).*|[大中小]|.*人参与.*"
)
# What a medium's name ends with. Behind the site's address and the time, where pages to 2009 name the medium, any
# name is one.
_MEDIUM = Deferred(rf".+{MEDIUM_END}")
_SITE = Deferred(r".*\bsina\.com\.cn")
_HOST = Deferred(r"(?:www\.[\w.-]+|[\w.-]*sina[\w.-]*)\.(?:com|cn|net|org)(?:\.cn)?")
_PATH_MARKS = " >»›＞→"


class Above(NamedTuple):
    """What stands above a body: the last time with a clock, the medium, the persons called author, the channel."""

    moment: Moment | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()


class _Word(NamedTuple):
    """A text above a body, its white space collapsed, and the element it stands in."""

    text: str
    holder: Any
    broken: bool = False  # a line break stands before it


class _Words(NamedTuple):
    """The texts above a body in their order, and the elements that begin among them."""

    words: list[_Word]
    begun: set[Any]

    def line_of(self, word: _Word) -> Any | None:
        """The element whose words stand in one line with a word; None where it begins above all words read."""
        element = word.holder
        while element is not None and element.tag in _IN_LINE:
            element = element.getparent()
        return element if element in self.begun else None


def find_above(body: Any, first: Any | None = None, title: str = "") -> Above:
    """What the last words above a body say, up to the element ``first`` (None: to the page's beginning).

    ``title`` is the page's: what it begins with is the headline, never a medium.
    """
    read = _words_above(body, first)
    words = [word.text for word in read.words]
    said = " ".join(words)
    moment = next((m for m in reversed([*find_moments(said)]) if m.has_clock), None)
    label = next(reversed([*_SOURCE_LABELLED.finditer(said)]), None)
    # Both stand in the words as they were collapsed, so that their places can be found again.
    end = said.rfind(moment.raw) + len(moment.raw) if moment else label.start() if label else 0
    place = bisect_right([*accumulate(len(word) + 1 for word in words)], end)
    source = label[1] if label else _named_source(read)
    if source is None and moment:
        ends = sum(len(word) + 1 for word in words[:place])
        source = _beside(read, place, words[place][end - ends :], moment.raw, title)
    authors = named_in(" ".join(words[_line_start(read, place) :])) if moment or label else ()
    return Above(moment, clean_source(source) if source else None, authors, _crumbs(read.words))


def named_in(text: str) -> tuple[str, ...]:
    """The persons that a text names behind the word for author or reporter, in the last place where it does."""
    if "作者" not in text and "记者" not in text:
        return ()
    label = next(reversed([*_AUTHOR_LABELLED.finditer(text)]), None)
    if label is None:
        return ()
    return tuple(names_in(label[1]) if "作者" in label[0] else plain_names(label[1]))


def without_tools(text: str) -> str:
    """A medium's words up to the tools that stand behind it in the same node.

    >>> without_tools("某某晚报 微博 收藏本文")
    '某某晚报'
    """
    words = text.split()
    tool = next((at for at in range(1, len(words)) if _TOOL_BEHIND.fullmatch(words[at])), len(words))
    return " ".join(words[:tool])


def _words_above(body: Any, first: Any | None) -> _Words:
    read = _Words([], set())
    for holder, text, begins in _backwards(body):
        if begins:
            read.begun.add(holder)
        if text and holder.tag not in _UNSEEN and (shown := " ".join(text.split())):
            read.words.append(_Word(shown, holder))
        if begins and holder.tag == "br" and read.words:
            read.words[-1] = read.words[-1]._replace(broken=True)
        if len(read.words) == _WORDS_ABOVE or (begins and holder is first) or holder.tag == "head":
            break
    read.words.reverse()
    return read


def _backwards(body: Any) -> Iterator[tuple[Any, str | None, bool]]:
    """The texts before an element, the nearest first: the element each stands in, and whether that begins with it."""
    node = body
    while (parent := node.getparent()) is not None:
        before = node.getprevious()
        node = parent if before is None else before
        if before is not None:
            yield parent, node.tail, False
            while len(node):
                node = node[-1]
                yield node.getparent(), node.tail, False
        if isinstance(node.tag, str):  # the words of a comment are none
            yield node, node.text, True


def _named_source(read: _Words) -> str | None:
    """The words of the last node that calls itself the source; None for a node of more than a name."""
    for word in reversed(read.words):
        element = word.holder
        for _ in range(_NEAR):
            if element not in read.begun:
                break
            if "source" in (element.get("class") or "").split():
                text = " ".join(string_of(element).split())
                return text if 2 <= len(text) <= _LONGEST_NAME and not find_moment(text) else None
            element = element.getparent()
    return None


def _beside(read: _Words, place: int, rest: str, raw: str, title: str) -> str | None:
    """The name in a line with the time ``raw``, which stands in the word at ``place`` with ``rest`` behind it: the one
    right behind the time, else one right before it that ends as a medium's name does."""
    words, line = read.words, read.line_of(read.words[place])
    if line is None:
        return None
    near = [word for word in words[max(place - 1, 0) : place + 2] if read.line_of(word) is line]
    before = near[0].text if place and near[0] is words[place - 1] else ""
    after = near[-1] if near[-1] is not words[place] else None
    name = _name_in(rest if rest.strip(_SEPARATORS) else after.text if after else "", title)
    if name and _MEDIUM.fullmatch(name):
        return name
    if name:
        sited = _SITE.match(before) or _SITE.match(words[place].text)
        return name if sited and (rest.strip(_SEPARATORS) or (after and not after.broken)) else None
    head = words[place].text[: -len(rest)] if rest else words[place].text
    before = head.removesuffix(raw).strip(" (（") or before
    name = _name_in(before, title)
    return name if name and name == before and _MEDIUM.fullmatch(name) else None


def _name_in(text: str, title: str) -> str | None:
    """The name that a text begins with; None where it begins with a tool, a count, an address or the headline."""
    first = _NAME_FIRST.match(text.strip(_SEPARATORS))
    name = clean_source(first[0].strip(_SEPARATORS)) if first else None
    if not name or len(name) > _LONGEST_NAME or not _NAME.fullmatch(name) or not _LETTER.search(name):
        return None
    if _HOST.fullmatch(name):
        return None
    return None if begins_title(name, title) or _TOOL.match(name) else name


def _line_start(read: _Words, place: int) -> int:
    """Where the line begins that the word at a place stands in."""
    line = read.line_of(read.words[place])
    while place and line is not None and read.line_of(read.words[place - 1]) is line:
        place -= 1
    return place


def _crumbs(words: Sequence[_Word]) -> tuple[str, ...]:
    """The links before the last 正文, where marks of a path stand between them."""
    ends = (at for at in range(len(words) - 1, 0, -1) if words[at].text.strip(_PATH_MARKS) == "正文")
    end = next(ends, 0)
    crumbs: list[str] = []
    marked = words[end].text != "正文" if end else False
    for word in reversed(words[:end]):
        crumb = word.text.strip(_PATH_MARKS)
        if crumb and not (marked and _is_linked(word.holder)):
            break
        marked = word.text.startswith((">", "»", "›", "＞", "→")) or not crumb
        crumbs.append(crumb)
    return tuple(dict.fromkeys([crumb for crumb in reversed(crumbs) if crumb not in NO_CRUMB]))


def _is_linked(element: Any) -> bool:
    parent = element.getparent()
    return element.tag == "a" or (parent is not None and parent.tag == "a")
