"""Links to other articles go and are told of; the article's own links and labels stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from cleaning import clean
from newsclean.clean import Lookup
from newsclean.render import to_text
from newsclean.rules import default_rules
from newsclean.rules.forms import joined

FIRST, LAST = "<p>　　老桥今天通车，两岸的人都来看。</p>", "<p>　　桥上不许摆摊，夜里有灯。</p>"
DOC = "https://finance.sina.com.cn/roll/2021-03-04/doc-ikknscsi{}.shtml"
ONE, TWO = (
    f'<a href="{DOC.format(number)}">{text}</a>'
    for number, text in ((1000001, "渡口停航"), (1000002, "新灯亮了"))
)
TEXT = ["老桥今天通车，两岸的人都来看。", "桥上不许摆摊，夜里有灯。"]


def read(markup: str) -> tuple[list[str], list[str]]:
    """The lines that stay, and the texts of the related links."""
    blocks, cleaned = clean(html.fragment_fromstring(f"<div>{markup}</div>"))
    return to_text(blocks).split("\n"), [text for text, _ in cleaned.captured.related]


@pytest.mark.parametrize(
    "markup",
    [
        f"{FIRST}{LAST}<p>相关新闻：<br>{ONE}<br>{TWO}</p>",
        f"{FIRST}<p>相关报道：《{ONE}》《{TWO}》</p>{LAST}",
        f"{FIRST}{LAST}<p>相关阅读</p><p>{ONE}</p><p>{TWO}</p>",
        f"<p>新闻链接：{ONE} {TWO}</p>{FIRST}{LAST}",
        f"<p>{ONE}</p><p>{TWO}</p>{FIRST}{LAST}",
        f"{FIRST}{LAST}<p>{TWO}</p><p>{ONE}</p>",
        f"{FIRST}{LAST}<p>相关报道：</p><p>{ONE} (2010-04-18)</p><p>➤{TWO} 2010-04-17 09:21</p>",
        f"<p>{FIRST}{LAST}".replace("<p><p>", "<p>")
        + f"<p>相关报道：<br>{ONE}(05/10 08:11)<br>{TWO}[图]</p>",
        f"{FIRST}{LAST}<p>编辑推荐：</p><p>{ONE}</p><p>您可能感兴趣的：{TWO}</p>",
        f"{FIRST}{LAST}<p>1、《{TWO}》</p><p>▶ {ONE}</p>",
        f"{FIRST}{LAST}<p>相关阅读：</p><p>《{ONE}》</p><p>《{TWO}》</p>",
    ],
)
def test_links_to_other_articles_are_related_and_no_text(markup: str) -> None:
    lines, related = read(markup)
    assert (lines, sorted(related)) == (TEXT, ["新灯亮了", "渡口停航"])


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        (f"{FIRST}<p>【延伸阅读】</p>{LAST}", [TEXT[0], "【延伸阅读】", TEXT[1]]),
        (f"{FIRST}<p>相关链接</p>{LAST}", [TEXT[0], "相关链接", TEXT[1]]),
        (f"{FIRST}{LAST}<p>相关链接</p><p>1997年：桥通车</p>", [*TEXT, "相关链接", "1997年：桥通车"]),
        (
            f'{FIRST}{LAST}<p><a href="https://www.example.gov.cn/a.pdf">附件：桥规</a></p>',
            [*TEXT, "附件：桥规"],
        ),
        (f'<p><a href="https://www.example.com/2021/a.shtml">桥志</a></p>{FIRST}{LAST}', ["桥志", *TEXT]),
        (
            f"{FIRST}<p>专题片《{ONE}》今晚播出。</p>{LAST}",
            [TEXT[0], "专题片《渡口停航》今晚播出。", TEXT[1]],
        ),
    ],
)
def test_a_heading_above_text_and_links_to_others_stay(markup: str, lines: list[str]) -> None:
    assert read(markup) == (lines, [])


@pytest.mark.parametrize(
    ("behind", "kept"),
    [
        ("<p>渡口停航</p><p>新灯亮了？船工这样说</p>", 0),
        ("<p>渡口停航</p><p>责任编辑：卫南风</p>", 0),
        ("<p>渡口停航，改日开船。</p>", 2),
        ("<p>船票的种类：</p><p>单程</p>", 3),
        ("<p>2021年3月，渡口试航</p><p>2021年9月，新灯亮了</p>", 3),
        ("<p>《渡口》，某某著</p>", 2),
    ],
)
def test_titles_whose_links_were_lost_go_with_the_label_over_them(behind: str, kept: int) -> None:
    lines, related = read(f"{FIRST}{LAST}<p>相关阅读：</p>{behind}")
    assert (lines[:2], len(lines) - 2, related) == (TEXT, kept, [])


def test_a_link_to_the_house_alone_at_the_end_is_promotion() -> None:
    lines, related = read(f'{FIRST}{LAST}<p><a href="https://tousu.sina.com.cn/">我要投诉</a></p>')
    assert (lines, related) == (TEXT, [])


LABELS = [form for row in default_rules().wordings if row.asks == "related-label" for form in row.forms]


@given(st.from_regex(joined(LABELS, default_rules().book)))
def test_no_label_opens_with_a_character_that_is_not_asked_for(line: str) -> None:
    line = line.strip()
    if default_rules().asks.related_label.match(line):
        assert line[0] in default_rules().made(Lookup).label_opens


def test_links_that_the_line_above_names_are_the_article_s_own() -> None:
    lines, related = read(f"{FIRST}<p>检修依据的文件如下：</p><p>《{ONE}》</p><p>《{TWO}》</p>")
    assert lines[1:] == ["检修依据的文件如下：", "《渡口停航》", "《新灯亮了》"]
    assert related == []


@pytest.mark.parametrize(
    "markup",
    [
        "<p>近期热门文章导读</p><p>渡口换了新灯</p><p>老桥限行一个月</p>",
        "<p>近期热门文章导读：<br>渡口换了新灯<br>老桥限行一个月</p>",
        "<p>【热门文章】</p><p>渡口换了新灯<br>老桥限行一个月</p>",
        "<p>ID：qynight</p><p>本期精彩回顾</p><p>渡口换了新灯</p><p>老桥限行一个月</p>",
        "<p>往期精彩回顾</p><ul><li>渡口换了新灯</li><li>老桥限行一个月</li></ul>",
        "<p>近期热门文章导读</p><p>渡口换了新灯</p><p>点击进入《老桥》专题 &gt;&gt;了解更多</p>",
    ],
)
def test_headlines_without_links_go_with_the_label_over_them(markup: str) -> None:
    assert read(FIRST + LAST + markup)[0] == TEXT


@pytest.mark.parametrize(
    "lines",
    [
        ["本场精彩回顾", "上半场，老船工们先进一球，两岸的人都在看。"],
        ["热门文章", "渡口的文章传了三天，写的是一盏灯；写它的人没有留名。"],
    ],
)
def test_a_heading_over_text_is_no_label(lines: list[str]) -> None:
    assert read(FIRST + LAST + "".join(f"<p>{line}</p>" for line in lines))[0] == [*TEXT, *lines]
