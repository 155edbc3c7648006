"""Credit lines: what stands behind each label of a line such as 来源：X 作者：甲, and the medium and the editor in it.

Here live the labels, the signs they are written with, and the cleaning of a medium's and an editor's name. Here
never lives the shape of a person's name, nor a form of byline.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from newsclean.layouts import BARS, HAN, WORKERS, WRITERS
from newsclean.lazy_regex import Deferred

__all__ = [
    "BOTH",
    "HAN",
    "SIGNS",
    "Segment",
    "clean_editor",
    "clean_source",
    "edges",
    "segments",
    "source_of",
    "written",
]

# One sign for each that comes in several forms, so that a pattern names it once; the marks of a clause, a sentence
# and a series become signs of Latin-1, for a set of such signs compiles ten times as fast as one that reaches beyond.
# A mark before a label becomes a space. One for one: places in the line stay what they are.
SIGNS = str.maketrans(
    "：／＆（）【】；，。！？、" + BARS + "⊙○◎●■□◆◇▲△", ":/&()[];¸¶¶¶¦" + "|" * len(BARS) + " " * 10
)

Role: TypeAlias = Literal["author", "source", "title", "other"]


class Segment(NamedTuple):
    """A stretch of a line: from one label to the next, or the words before the first label, which have no role."""

    role: Role | None
    text: str  # with its label, in the signs of SIGNS
    value: str  # behind the label, as it is written


# Text and pictures by one hand: 文、图/甲.
BOTH = r"(?:图片?|摄影?)\s*[/¦&]\s*文字?|文字?\s*[/¦&]\s*(?:图片?|摄影?)|图文|文图"
_WRITER = "|".join(WRITERS)
_WORKER = "|".join(WORKERS)
_LABEL = Deferred(
    r"(?:^|(?<=[\s,;¸¦|(\[]))(?:(?P<source>(?:本文|文章|稿件|消息|新闻|信息)?(?:来源|稿源))|(?P<title>原标?题)"
    rf"|(?P<author>(?:{BOTH})(?=[\s:|/·])|(?:本报|本刊|本网)?(?:撰?文|文字|(?:参与)?采写)(?=\s*[:|/·])"
    rf"|[^\s,;:|/¸¦¶()\[\]]{{0,20}}?(?:{_WRITER}))"
    rf"|{HAN}{{0,4}}?(?:{_WORKER}|来源)(?:人|师|员)?)(?:\s*(?P<sign>[:|/·])|\s+)"
    rf"|(?<=[\s,;¸¦])(?:设计|摄影|摄像|编辑|责编|校对|翻译|制图|监制|审核)师?(?={HAN}{{2,3}}(?:[\s,;)¸¦]|$))"
)
_AROUND = " \t\u3000,，;；、|｜(（[【"  # what may stand between two segments
_CREDIT_MOST = 60  # characters of a credit line
# One of these stands in every line that opens with a label.
_CREDIT_WORDS = (*WRITERS, *WORKERS, "来源", "稿源", "原题", "原标题", "采写", "文")
_WHOLE = frozenset([word for word in (*WRITERS, *WORKERS) if len(word) > 1])
_SENTENCE_ENDS = tuple("。！？”；：…，")  # most lines end so, and no credit line
_MARKED = tuple("©-—–=E（(")
_END_MARK = Deferred(r"[-—–=\s(（]*(?:END|End|完)[-—–=\s)）]*|©.*")
_STEPPED_OVER = 12  # lines at either end that are looked at, credits and all
_MEDIUM_MOST = 40  # characters of a medium's name in a line of the body
_SOURCED_END = Deferred(
    r"[¶”)…]\s*[(\[]\s*(?:本文|文章|稿件)?(?:来源|稿源)\s*[:|](?P<source>[^()\[\]¶¸《]{2,40})(?:¸[^()\[\]¶]{1,12})?[)\]]$"
)

_EDITOR_LABEL = Deferred(
    r"^[\s（(【\[]*(?:本文|本期)?(?:责任编辑|责编|值班编辑|执行编辑|实习编辑|见习编辑|编辑|主编|Editors?\s*:)\s*[:：|｜丨/]?\s*"
)
_STAFF_CODE = Deferred(r"\s?[（(]?\s?(?<![A-Za-z])[A-Za-z]{1,3}\d{2,5}\b\s?[）)]?")
# The microblog card behind a medium's name, 2011–2015.
_CARD = Deferred(r"(?<=.)\s*[\[(（【]?微博[\])）】]?$")
_CLOSERS = ("）", ")")
# A medium's account, or its issue and page, in a bracket behind its name.
_ACCOUNT = Deferred(r"\s*[（(]\s*(?:ID|公众号|微信|微博|[^（）()]{0,8}(?:19|20)\d\d\s*年)[^（）()]*[)）]$")
_NO_SOURCE = frozenset({"", "微博", "博客", "专栏"})  # nothing, or the link to an account beside the name
# What _SOURCE_LABEL begins with.
_SOURCE_WORDS = ("来源", "转自", "来自", "文章", "稿件", "信息", "消息", "新闻")
_SOURCE_LABEL = Deferred(r"^(?:(?:文章|稿件|信息|消息|新闻)?来源|转自|来自)\s*[:：|｜丨]?\s*")
# Words of a writer's label, which may stand behind a medium's name in the same node.
_WRITER_WORDS = (" 作者", " 记者", " 文", "（记者", "(记者", "（作者", "(作者", "（文", "(文")


def segments(line: str) -> list[Segment]:
    """The line cut before each of its labels. A label with nothing but a space behind it counts where it opens the
    line or follows another label; in an original title only those with a sign count.

    >>> [(part.role, part.value) for part in segments("来源：某某观察　作者｜张三")]
    [('source', '某某观察'), ('author', '张三')]
    """
    signs = line.translate(SIGNS)
    found: list[tuple[int, int, Role | None]] = [(0, 0, None)]
    for match in _LABEL.finditer(signs):
        sure = match["sign"] is not None
        role: Role = "source" if match["source"] else "title" if match["title"] else "other"
        if match["author"]:
            role = "author"
            if not sure and len(found) == 1 and signs[: match.start()].strip(" (["):
                continue
        if not sure and found[-1][2] == "title":
            continue
        found.append((*match.span(), role))
    found.append((len(line), 0, None))
    parts = []
    for (start, behind, role_), (end, *_) in pairwise(found):
        if text := signs[start:end].strip().rstrip(" ,;¸¦|(["):
            parts.append(Segment(role_, text, line[behind:end].strip(_AROUND)))
    return parts


def written(signs: str) -> str:
    """A string, in the signs of SIGNS, up to the first label of somebody who did not write the text."""
    for match in _LABEL.finditer(signs):
        if not match["author"]:
            return signs[: match.start()]
    return signs


def edges(
    lines: Sequence[str], first: Sequence[int], last: Sequence[int]
) -> tuple[Sequence[int], Sequence[int]]:
    """How many lines from the first on hold so many that are no credit line, and how many from the last back: for
    each of some numbers, the largest in front."""
    outer = (*lines[: first[0]], *lines[-last[0] :])
    if any(map(_is_credit, outer)):
        return [_reach(lines, most) for most in first], [_reach(reversed(lines), most) for most in last]
    return first, last


def _reach(lines: Iterable[str], most: int) -> int:
    count = other = 0
    for line in lines:
        count += 1
        other += not _is_credit(line)
        if other == most or count == _STEPPED_OVER:
            break
    return count


def _is_credit(line: str) -> bool:
    """A short line that opens with a label, a copyright sign or an end mark, and holds no sentence."""
    if len(line) > _CREDIT_MOST or line.endswith(_SENTENCE_ENDS):
        return False
    if line.startswith(_MARKED) and _END_MARK.fullmatch(line):
        return True
    if not any(map(line.__contains__, _CREDIT_WORDS)):
        return False
    signs = line.translate(SIGNS)
    return "¶" not in signs and _LABEL.match(signs.strip(" ([")) is not None


def source_of(lines: Sequence[str], taken: Iterable[str] = ()) -> str | None:
    """The medium that a credit line names beside others (作者：甲 来源：X), or that a bracket behind the last sentence
    does; None where nothing does. A line that holds nothing but a source is a phrase, not looked at here."""
    for line in taken:
        if "源" in line and (source := _source_in(segments(line))):
            return source
    (first,), (last,) = edges(lines, (3,), (3,))
    for line in (*lines[:first], *lines[-last:]):
        if "源" in line and _is_credit(line):
            parts = segments(line)
            if len(parts) > 1 and (source := _source_in(parts)):
                return source
    for line in lines[-2:]:
        end = line[-_MEDIUM_MOST - 10 :]
        if "源" in end and (match := _SOURCED_END.search(end.translate(SIGNS))):
            return clean_source(end[slice(*match.span("source"))])
    return None


def _source_in(parts: Iterable[Segment]) -> str | None:
    values = (part.value for part in parts if part.role == "source" and 2 <= len(part.value) <= _MEDIUM_MOST)
    return next(filter(None, map(clean_source, values)), None)


def clean_editor(text: str) -> str | None:
    """The names of an editor's line: without its label, brackets and staff codes; None where no name is left.

    >>> clean_editor("责任编辑：王 小明 SF107")
    '王 小明'
    """
    text = _EDITOR_LABEL.sub("", " ".join(text.split()))
    text = _STAFF_CODE.sub(" ", text).strip(" ")
    if not text.isalpha():
        text = text[: _second_label(text.translate(SIGNS))]
    return " ".join(text.strip(" \t()（）[]【】:：、,，;；|｜/").split()) or None


def _second_label(signs: str) -> int:
    """Where the next label begins behind an editor's name, who proofread or who wrote; a word of a label with nothing
    but a space around it may be a name, unless it is a whole label of two characters or more."""
    for match in _LABEL.finditer(f"{signs} "):
        if match.start() and (match["sign"] or match[0].strip() in _WHOLE):
            return match.start()
    return len(signs)


def clean_source(text: str) -> str | None:
    """A medium's name: without the label before it and the writer behind it; None for an address or nothing.

    >>> clean_source("来源：某某晚报 文/张三")
    '某某晚报'
    """
    text = text.strip()
    if text.startswith(_SOURCE_WORDS):
        text = _SOURCE_LABEL.sub("", text)
    text = " ".join(text.split())
    if "微博" in text:
        text = _CARD.sub("", text)
    if len(text) <= 60 and any(map(text.__contains__, _WRITER_WORDS)):
        text = _without_writer(text)
    if text.endswith(_CLOSERS):
        text = _ACCOUNT.sub("", text)
    text = text.strip(" :：|｜[]【】　")
    if text.startswith(("（", "(")) and text.endswith(_CLOSERS):
        text = text[1:-1].strip()
    if not text.endswith(_CLOSERS) or not any(map(text.__contains__, "（(")):
        text = text.strip("()（） ")
    if (
        text in _NO_SOURCE
        or text.startswith(("http://", "https://", "www.", "作者", "专栏作"))
        or len(text) > 60
    ):
        return None
    return text


def _without_writer(text: str) -> str:
    text = text.partition(" 作者")[0]
    parts = segments(f"来源：{text}")
    return parts[0].value if len(parts) > 1 and parts[1].role == "author" else text
