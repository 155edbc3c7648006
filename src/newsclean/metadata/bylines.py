"""Who wrote it: names from an explicit byline, and nobody from anything else.

Here live the forms of bylines. Here never lives the place on the page, the shape of a name, nor the labels of a
credit line: lines come in, names go out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from newsclean.lazy_regex import Deferred
from newsclean.metadata.credits import BOTH, HAN, SIGNS, edges, segments
from newsclean.metadata.names import NAME, ROLE, is_likely, names_in, plain_names

__all__ = ["authors_of"]

_PLACE = (
    rf"(?:\s*(?:发自\s*{HAN}{{2,6}}(?:\s*[¦/&]\s*{HAN}{{2,6}}){{0,3}}"
    rf"|在?{HAN}{{2,6}}(?:报道|电|编译|专电|摄影报道)))?"
)

_BRACKETED = Deferred(
    r"(?P<open>[(\[])\s*(?:[^()\[\]¸¶;]{1,6}¸\s*)?(?P<before>[^()\[\]¸¶;]{0,24}?)"
    rf"{ROLE}(?P<apart>\s*:?\s*)(?P<names>[^()\[\]¸¶:]{{2,40}}?)\s*[)\]]"
)
# Words without which no role can stand in a line: asked before the patterns.
_ROLE_WORDS = ("记者", "通讯员", "撰稿", "实习生", "评论员", "特派员")
_Forms: TypeAlias = tuple[tuple[tuple[str, ...], Deferred], ...]
# Forms of a whole line, or of what stands behind one label of it; each with the words one of which it needs.
_LINE_FORMS: _Forms = tuple(
    (words, Deferred(pattern))
    for words, pattern in (
        # 文/某报记者 甲 · 文 | 甲 · 撰文：甲 · （文/甲） · 文、图/甲 · 文/图 甲
        (
            ("文", "采写"),
            rf"^[(\[]?(?:本报|本刊|本网)?(?:(?:{BOTH})(?:\s*[/|:·]|\s)|(?:撰?文|文字|(?:参与)?采写|采写/)\s*[/|:·])\s*"
            rf"(?:[^\s/|:]{{0,14}}?{ROLE})?[\s:]*(?P<names>[^¸¶]{{2,40}}?){_PLACE}[)\]]?$",
        ),
        # 作者：甲 · 作者｜甲 · 本文作者 甲
        (
            ("作者",),
            r"^[(\[]?(?:本文|原文)?作者\s*(?:[:|/]|\s)\s*(?P<names>[^¶]{2,60}?)[)\]]?$",
        ),
        # 记者 | 甲 · 中新社记者 甲 · 某报 | 记者 甲 · 本报记者 甲 乙 北京报道 · 某报（www.…）记者 甲
        (
            _ROLE_WORDS,
            rf"^[(\[]?(?:[^\s¶¸;:(|]{{0,12}}(?:\([\w./:\s]+\))?\s*(?:\|\s*)?)?{ROLE}\s*(?:[|:/]\s*|\s+)(?P<names>[^¶¸:]{{2,30}}?){_PLACE}[)\]]?$",
        ),
    )
)
_REPORTERS = _LINE_FORMS[-1][1]
_AND = r"(?:[\s¦]|和|与)"
_SHORT_NAMES = rf"{HAN}{{2,3}}(?:{_AND}(?:实习生|通讯员)?{HAN}{{2,3}}){{0,5}}"
# Forms of a whole short line whose names must look like names.
_STRICT_FORMS: _Forms = tuple(
    (words, Deferred(pattern))
    for words, pattern in (
        # 某报记者甲 乙 北京报道: no space after the word
        (
            _ROLE_WORDS,
            rf"^(?:[^\s¶¸;:(]{{2,12}}(?:\([\w./:\s]+\))?)?{ROLE}(?P<names>{_SHORT_NAMES}?){_PLACE}$",
        ),
        # 甲 乙/文 · 甲/文 乙/图 · 甲/文 乙/编辑
        (
            ("/",),
            rf"^\(?(?P<names>{_SHORT_NAMES})\s*/\s*撰?文(?:\s+{_SHORT_NAMES}\s*/\s*(?:图|摄影?|编辑?))?\)?$",
        ),
        # 新浪科技 甲 · 新浪体育 甲 乙 北京报道 · 新浪娱乐/甲
        (
            ("新浪",),
            rf"^新浪{HAN}{{2,4}}[\s/|·:]+(?P<names>{_SHORT_NAMES}?){_PLACE}$",
        ),
        # 某报、某财经全媒体记者 甲 · 某财经 某报记者 甲 北京报道
        (
            ("记者",),
            rf"^(?:[^\s¶¸;:(|]{{2,20}}|[^\s¶¸;:(|]{{2,16}}\s[^\s¶¸;:(|]{{2,16}}(?=记者\s+{_SHORT_NAMES}\s*{HAN}{{2,6}}报道$))"
            rf"(?<={HAN}{{2}})记者\s+(?P<names>{_SHORT_NAMES}?){_PLACE}$",
        ),
        # 某财经主笔 甲 · 研究员：甲
        (
            ("主笔", "研究员", "分析师"),
            rf"^[^\s¶¸;:(|]{{0,20}}(?:主笔|研究员|分析师(?=\s*[:|]))\s*(?:[|:/]\s*|\s+)(?P<names>{_SHORT_NAMES})(?:\s+[A-Z]{{1,2}}[0-9]{{4,12}}){{0,3}}$",
        ),
        # 意见领袖 | 甲: the site's own columnists
        (
            ("意见领袖",),
            rf"^(?:新浪财经)?意见领袖(?:(?:专栏作(?:家|者))?\s*[|:/]\s*|专栏作(?:家|者)\s+)(?P<names>{_SHORT_NAMES})$",
        ),
    )
)
# 某报讯 记者甲 通讯员乙报道：… or 某网 记者 甲 3月4日…, running on into the first sentence: what follows must say so.
_RUNNING = Deferred(
    rf"[^\s¸¶;:(]{{2,12}}\s(?:首席|见习|特约|实习)?记者\s*(?P<names>{_SHORT_NAMES})"
    rf"(?:\s*通讯员\s*(?P<more>{_SHORT_NAMES}))?(?:\s*报道(?:[:\s]|$)|\s[0-9]{{1,2}}月)"
)
# 某网北京3月4日电 (甲 乙), 某网讯（甲）: a dateline with nothing but names in the brackets behind it. The date or the
# medium's ending shows it; an agency's dateline need have neither.
_AGENCIES = tuple(
    "中新网 中新社 中新经纬 中新财经 人民网 新华网 新华社 央广网 中国网 国际在线 中国日报网".split()
)
_IN_BRACKETS = rf"\s*\((?P<names>{HAN}{{2,4}}(?:[\s¦]{HAN}{{2,4}}){{0,3}})\)"
_AGENCY = Deferred(rf"[^()¸¶]{{2,24}}?(?:电|讯|报道){_IN_BRACKETS}")
_DATELINE = Deferred(
    r"(?:[^()¸¶]{2,24}?[0-9]{1,2}月[0-9]{1,2}日[^()¸¶]{0,4}(?:电|讯|消息)|[^\s()¸¶]{1,12}(?:网|报|社|台|新闻|财经|经纬)讯)"
    + _IN_BRACKETS
)
_SIGNED_END = Deferred(
    rf"(?:[¶)]|”|…)\s*(?:\S{{2,8}}?{ROLE}\s*(?P<names>{NAME}(?:[\s¦]{NAME}){{0,3}})"
    rf"|(?:记者\s+|(?:本文)?作者\s*(?:[:|/]\s*|\s))(?P<plain>{_SHORT_NAMES}))\s*$"
)
_LONE_NAME_END = Deferred(
    rf"(?:^|[¶?!]|”|…)\s*\(\s*(?:{HAN}{{2,8}}(?:报|网|社|台|刊|新闻|客户端)[\s·/]+)?(?P<names>{HAN}{{2,4}}(?:[\s¦]{HAN}{{2,4}}){{0,2}})\s*\)\s*$"
)
_NAMED_END = Deferred(
    r"\(\s*(?:(?:本文)?(?:作者|作者署名|文|撰文|撰稿)\s*[:/|]\s*(?P<names>[^()¶]{2,40})|(?P<free>[^()¶/:]{2,12})\s*/\s*文)\s*\)\s*$"
)
_WRITTEN_END = Deferred(
    rf"[¶)”…]\s*(?P<names>{_SHORT_NAMES})\s*/\s*文(?:\s+{_SHORT_NAMES}\s*/\s*(?:图|摄影?))?\s*$"
)
# （作者甲系某大学教授） at the end, and 请联系本文作者甲：甲@… in a call for tips.
_TOLD_END = Deferred(
    rf"\(\s*(?:本文)?作者\s*(?P<names>{HAN}{{2,3}}?(?:[\s¦]{HAN}{{2,3}}?){{0,2}})\s*(?:分别|均|现)?(?:系|为|是)[^()¶]{{2,60}}\)$"
)
_REACHED_AT = Deferred(rf"联系(?:本文)?作者\s*(?P<names>{HAN}{{2,3}})\s*[:(]\s*[\w.+-]{{2,40}}@")
# Words without which no form of _LINE_FORMS and _STRICT_FORMS can stand in a line, but for 文.
_LINE_WORDS = (*_ROLE_WORDS, "作者", "采写", "主笔", "研究员", "分析师", "意见领袖", "新浪")
_WRITTEN_SIGNS = tuple("/|:·图摄")  # one of which stands in a label with 文
_LINE_MOST = 80  # characters of a line that is a byline
_STOPS = "。！？"  # what no such line ends in, unless it opens with a label
_OPENINGS = ("作者", "本文作者", "记者", "本报记者", "文/", "文｜", "文 |", "撰文")
_DATELINE_WORDS = ("电", "讯", "报道", "消息")
_RUNNING_WITHIN = 20  # characters in which the word of a byline that runs on stands
_RUNNING_READ = 80  # characters of the line that such a byline and a dateline are looked for in
_END_READ = 100  # and of the last line, from behind
_CLOSING = ("）", ")")
_CREDIT = Deferred(r"摄影|摄像|编辑|责编|校对|设计|制图|翻译|供图|图源")


def authors_of(lines: Sequence[str], named: Iterable[str] = (), taken: Iterable[str] = ()) -> tuple[str, ...]:
    """The persons that a byline names, in order, each once.

    ``lines`` are the body's lines; bylines stand in the first four and the last four of them, not counting credit
    lines. ``named`` are strings a label already called author, ``taken`` are credit lines that were taken out of
    the body: of these, what stands behind an author's label counts.
    """
    found: list[str] = []
    for string in named:
        found.extend(names_in(string))
    for line in taken:
        found.extend(_from_taken(line))
    size = len(lines)
    near, end, final = 3, 2, 1
    if min(map(len, (*lines[:4], *lines[-4:])), default=0) <= _LINE_MOST:
        (first, near), (last, end, final) = edges(lines, (4, 3), (4, 2, 1))
        for line in (*lines[:first], *lines[max(first, size - last) :]):
            if len(line) <= _LINE_MOST and (line[-1:] not in _STOPS or line.startswith(_OPENINGS)):
                found.extend(_from_line(line.rstrip("。")))
    for line in (*lines[:near], *lines[max(near, size - end) :]):
        if any(map(line.__contains__, _ROLE_WORDS)):
            found.extend(_from_brackets(line))
    for line in lines[:near]:
        start = line[:_RUNNING_READ]
        if "（" in start or "(" in start or "记者" in start[:_RUNNING_WITHIN]:
            found.extend(_from_start(start))
    for line in lines[-final:]:
        found.extend(_from_end(line))
    return tuple(dict.fromkeys(found))


def _from_line(line: str) -> list[str]:
    """The names in a line that is a byline from its first character to its last, or several, each with its label."""
    if not _may_name(line):
        return []
    parts = segments(line)
    if parts and parts[0].role is None and "¶" in parts[0].text:
        return []  # a sentence, and what signs it
    found = []
    for part in parts:
        if part.role in (None, "author"):
            found.extend(_from_part(part.text, asked=len(parts) == 1 and "记者:" in part.text))
    return found


def _may_name(line: str) -> bool:
    """Whether a line holds a word of _LINE_FORMS and _STRICT_FORMS; 文 is a frequent one, and none without a sign."""
    if any(map(line.__contains__, _LINE_WORDS)):
        return True
    return "文" in line and any(map(line.translate(SIGNS).__contains__, _WRITTEN_SIGNS))


def _from_taken(line: str) -> list[str]:
    parts = segments(line)
    asked = any(part.role == "title" for part in parts)
    return [name for part in parts if part.role == "author" for name in _from_part(part.text, asked=asked)]


def _from_part(text: str, *, asked: bool) -> list[str]:
    """The names in a stretch of a line; ``asked`` where it may be words of the article, an interviewer's question."""
    for words, form in _LINE_FORMS:
        if any(map(text.__contains__, words)) and (match := form.match(text)):
            names = names_in(match["names"], free=form is _REPORTERS and not text.endswith(("报道", "报道)")))
            if names:
                return plain_names(match["names"]) if asked else names
    for words, form in _STRICT_FORMS:
        if any(map(text.__contains__, words)) and (match := form.match(text)):
            names = plain_names(match["names"])
            if names:
                return names
    return []


def _from_brackets(line: str) -> list[str]:
    """The names behind a reporter's role in brackets. With nothing between the two, and in square brackets, where
    rubrics stand, each must look like a name."""
    found = []
    for match in _BRACKETED.finditer(line.translate(SIGNS)):
        names = names_in(match["names"], free=True)
        if (match["open"] == "(" and match["apart"]) or all(map(is_likely, names)):
            found.extend(names)
    return found


def _from_start(start: str) -> list[str]:
    """The names in a byline or a dateline that runs on into the first sentence."""
    found = []
    if "记者" in start[:_RUNNING_WITHIN] and (running := _RUNNING.match(start.translate(SIGNS))):
        found.extend(plain_names(running["names"]))
        found.extend(plain_names(running["more"] or ""))
    if start.partition("(")[0].partition("（")[0].rstrip().endswith(_DATELINE_WORDS):
        signs = start.translate(SIGNS)
        match = _DATELINE.match(signs) or (_AGENCY.match(signs) if start.startswith(_AGENCIES) else None)
        if match:
            found.extend(plain_names(match["names"]))
    return found


def _from_end(line: str) -> list[str]:
    """The names that sign the last sentence."""
    closed = line.endswith(_CLOSING)
    if not closed and not any(map(line[-_END_READ:].__contains__, (*_ROLE_WORDS, "作者", "/文"))):
        return []
    line = line[-_END_READ:].translate(SIGNS)
    match = _NAMED_END.search(line) if closed else None
    if match is None and len(line) > 20:
        match = _SIGNED_END.search(line)
    if match:
        told = match.groupdict()
        return plain_names(told["plain"]) if told.get("plain") else names_in(told["names"] or told["free"])
    if "/文" in line and (match := _WRITTEN_END.search(line)):
        return plain_names(match["names"])
    if "作者" in line and (match := _TOLD_END.search(line) or _REACHED_AT.search(line)):
        return plain_names(match["names"])
    match = _LONE_NAME_END.search(line) if closed else None
    return plain_names(match["names"]) if match and not _CREDIT.search(match[0]) else []
