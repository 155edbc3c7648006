"""The title of a page: from its own node, else from its head, cut of the site's tail.

Here lives the reading of title strings; which node holds the title stands in the layout table.
"""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.patterns import Deferred

__all__ = ["head_title", "told_title"]

# "标题|关键词|关键词_新浪新闻", "标题_新浪财经_新浪网", "标题_电信_新浪科技_新浪网", "标题_手机新浪网"
_SITE_TAIL = Deferred(r"(?:\s*[_\-–—|｜]\s*[^_\-–—|｜]{0,20}?新浪[^_\-–—|｜]{0,12})+\s*$")
_SEPARATOR = Deferred(r"\s*(?:[_|｜]+|\s[-–—]+\s|[-–—]{1,2}(?=[\u4e00-\u9fff]))\s*")
_CHANNEL_TAIL = Deferred(r"_[\u4e00-\u9fff]{2,6}$")


def head_title(text: str) -> str:
    """The title inside a ``<title>``: without the site, the channel before it, and the keywords after ``|``."""
    cut = _SITE_TAIL.sub("", text)
    if cut != text:
        cut = _CHANNEL_TAIL.sub("", cut)
        cut = cut.split("|", 1)[0]
    return cut.strip() or text.strip()


def told_title(head: str, headings: Iterable[str]) -> str | None:
    """The title of a page without a layout: the heading that its ``<title>`` says too, else the longest part
    of the ``<title>`` between separators; None where there is neither."""
    flat = "".join(head.split())
    for heading in headings:
        if len(heading) >= 4 and "".join(heading.split()) in flat:
            return heading
    return max(_SEPARATOR.split(head), key=len).strip() or None
