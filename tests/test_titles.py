"""The title of a page without a layout, from its ``<title>`` and from what the page shows."""

from __future__ import annotations

import pytest

from newsclean.locate.titles import is_said, told_title
from newsclean.rules import default_rules


@pytest.mark.parametrize(
    ("head", "headings", "shown", "title"),
    [
        # The site's tail ends what the title may be; dashes and low lines before it are the headline's own.
        ("湖滨-云泽2比1 老将建功_综合体育_新浪网", [], [], "湖滨-云泽2比1 老将建功"),
        ("编席记——五天一张席_新闻中心_新浪网", [], ["新闻中心", "编席记——五天一张席"], "编席记——五天一张席"),
        ("席子榜_邬老根第一_新闻中心_新浪网", [], ["席子榜_邬老根第一"], "席子榜_邬老根第一"),
        ("编席记_湖边夜话_新浪博客", ["湖边夜话的BLOG"], ["编席记"], "编席记"),
        ("五天一张席子的手艺-产经-新浪网", [], ["五天一张席子的手艺"], "五天一张席子的手艺"),
        ("组图：五天一张席_新浪网", ["五天一张席"], [], "五天一张席"),
        ("五天一张席子的手艺_社会新闻_新浪网", ["社会新闻"], [], "五天一张席子的手艺"),
        ("五天一张席_国内财经_财经纵横_新浪网", [], [], "五天一张席"),
        # The site's name before everything else, and pages of other sites.
        ("新浪网-新闻中心-国内新闻-五天一张席", [], ["国内新闻", "五天一张席"], "五天一张席"),
        ("云泽县水务所 - 关于湖区渡船改点的通知", [], ["云泽县水务所"], "关于湖区渡船改点的通知"),
        ("云泽热线--五天一张席", ["五天一张席"], [], "五天一张席"),
    ],
)  # fmt: skip
def test_title_is_what_the_page_says_twice(
    head: str, headings: list[str], shown: list[str], title: str
) -> None:
    assert told_title(default_rules(), head, headings, shown) == title


@pytest.mark.parametrize(
    ("words", "head", "said"),
    [
        ("五天一张席", "五天一张席_新闻中心_新浪网", True),
        ("五天一张", "五天一张席_新闻中心_新浪网", False),
        ("新闻中心", "五天一张席_新闻中心_新浪网", False),
        ("五天一张席", "五天一张席", False),
        ("五天一张席", "新浪网-五天一张席", True),
        ("五天一张席", "新闻中心_国内新闻_五天一张席", True),
        ("五天一张席", "新浪首页_新闻中心_五天一张席", True),
        ("五天一张席", "云泽热线_五天一张席", False),
    ],
)
def test_words_are_the_title_as_a_whole_or_not(words: str, head: str, said: bool) -> None:
    assert is_said(default_rules(), words, head) is said
