"""The keywords of an article: those displayed below it, else those of the metas where they are tags.

Here lives the telling of a tag from the title said again, from the site's name and from the tools beside it. Here
never lives the place of the keywords on a page, which stands in the layout table.
"""

from __future__ import annotations

import re
from typing import Any

from newsclean.lazy_regex import Deferred
from newsclean.locate.layout import Located, nodes_after
from newsclean.locate.page import View
from newsclean.tree import text_in

__all__ = ["extract_keywords"]

_NO_KEYWORD = frozenset({"", "sina.cn"})  # mobile pages end their list with the site's name
_LABELS = Deferred(r"^(?:文章)?(?:关键[字词]|标签|Tags?)\s*[:：]?\s*", re.IGNORECASE)
_TOOLS = Deferred(r"(?:更多|查看|我要|收藏|分享).*|.*反馈")
_COMMAS = str.maketrans("，;；、", ",,,,")
_MOST = 20  # characters of a tag
_TITLE_LEAST = 10  # characters; a lone tag as long as that which the title says is a part of the title
_QUOTES = tuple("\"'")  # a title is cut at these where its meta is not escaped


def extract_keywords(view: View, at: Located | None, title: str | None) -> tuple[str, ...]:
    """The keywords displayed; else the metas' where they are tags and not the title or the site said again."""
    for element in nodes_after(at, "keywords"):
        words = _displayed(element)
        if words:
            return words
    listed = (view.meta("tags") or view.meta("keywords") or "").translate(_COMMAS).split(",")
    words = tuple(dict.fromkeys([word.strip() for word in listed if word.strip() not in _NO_KEYWORD]))
    flat = "".join((title or "").split())
    if len(words) == 1 and _is_of_title("".join(words[0].split()), flat):
        return ()
    real = [word for word in words if len(word) <= _MOST and not word.startswith(("sina", "新浪"))]
    return (
        tuple(real)
        if len(real) == len(words) and flat not in ["".join(word.split()) for word in real]
        else ()
    )


def _is_of_title(word: str, title: str) -> bool:
    """Whether a lone tag is the title, or what is left of it."""
    if len(word) >= _TITLE_LEAST and word in title:
        return True
    return title.startswith(word) and title[len(word) :].startswith(_QUOTES)


def _displayed(element: Any) -> tuple[str, ...]:
    listed = element.get("data-wbkey")
    if listed:
        words = [word.strip() for word in listed.split(",")]
        if len(words) > 1 and words[-1] == "新闻":
            words.pop()
    else:
        links = [a for a in element.iter("a") if not (a.get("href") or "").startswith("javascript:")]
        words = [word for word in map(text_in, links) if not _TOOLS.fullmatch(word)]
        words = words or re.split(
            r"[\s,，]+", _LABELS.sub("", " ".join(" ".join(element.itertext()).split()))
        )
    return tuple(dict.fromkeys(word for word in words if word and not _LABELS.fullmatch(word)))
