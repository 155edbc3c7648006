"""Without a layout: never worse than readability-lxml alone on Chinese pages, and better where it drops lines."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from lxml import html
from readability import Document  # type: ignore[import-untyped]

import newsclean
from cleaning import clean
from fixtures import ARTICLES, Fixture
from newsclean.decode import decode
from newsclean.render import to_text

PAGES = [fixture for fixture in ARTICLES if fixture.expected["layout"] == "generic"]


def grams(text: str) -> Counter[str]:
    squeezed = re.sub(r"\s+", "", text)
    return Counter(squeezed[i : i + 4] for i in range(max(len(squeezed) - 3, 1)))


def f1(found: str, wanted: str) -> float:
    have, want = grams(found), grams(wanted)
    hit = sum((have & want).values())
    return 2 * hit / (sum(have.values()) + sum(want.values()))


def readability_alone(fixture: Fixture) -> str:
    summary = Document(decode(fixture.content, fixture.facts["content_type"]).text).summary(html_partial=True)
    return str(html.fragment_fromstring(summary, create_parent="div").text_content())


@pytest.mark.parametrize("fixture", PAGES, ids=lambda fixture: fixture.name)
def test_no_page_is_read_worse_than_by_readability_alone(fixture: Fixture) -> None:
    wanted = "".join(fixture.expected["lines"])
    ours = newsclean.parse(fixture.content, url=fixture.facts["url"]).text
    assert f1(ours, wanted) >= f1(readability_alone(fixture), wanted)


def test_pages_together_are_read_better_than_by_readability_alone() -> None:
    ours = [f1(newsclean.parse(page.content).text, "".join(page.expected["lines"])) for page in PAGES]
    theirs = [f1(readability_alone(page), "".join(page.expected["lines"])) for page in PAGES]
    assert sum(ours) > sum(theirs) + 0.5


def test_control_characters_of_a_page_without_a_layout_are_no_crash(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(newsclean.NotAnArticle):
        newsclean.parse(b"\x01" * 10 + b"<?")
    told = "<p>老桥今天上午通车，两岸的人都来看，桥上挤了两千人，卖糖的老人收了摊，船工熄了马灯。</p>" * 3
    with pytest.raises(newsclean.NotAnArticle):
        newsclean.parse(f"<html><body><div>&#1;&#xfffe;</div><p>&#8;</p>{told[:60]}</body></html>")
    assert len(newsclean.parse(f"<html><body>\x01<div>\x08{told}</div></body></html>").blocks) == 3
    assert not caplog.records


def test_one_sentence_behind_a_headline_and_its_time_is_an_article() -> None:
    told = "老桥今天上午通车，两岸的人都来看，桥上挤了两千人，卖糖的老人收了摊，船工熄了马灯"
    page = (
        "<html><head><title>老桥今天通车两岸同庆_新闻中心_新浪网</title></head><body><table><tr><th>{}</th></tr>"
        "<tr><td>http://www.sina.com.cn 2003年03月04日10:20 砚江晨报</td></tr><tr><td>"
        f"<font><p>　　{told}。</p></font></td></tr></table></body></html>"
    )
    article = newsclean.parse(page.format("老桥今天通车两岸同庆"))
    assert (article.text, article.source) == (told + "。", "砚江晨报")
    with pytest.raises(newsclean.NotAnArticle):  # a heading that leads to another page is not the article's
        newsclean.parse(page.format("<a href=1.html><b>老桥今天通车两岸同庆</b></a>"))
    with pytest.raises(newsclean.NotAnArticle):
        newsclean.parse(page.format("<h1><a href=1.html>老桥今天通车两岸同庆</a></h1>"))


def test_a_text_that_is_preformatted_as_a_whole_keeps_its_lines() -> None:
    body = html.fragment_fromstring("<pre>第一条 渡口设值班室。\n第二条 自公布之日起施行。</pre>")
    assert to_text(clean(body)[0]).split("\n") == ["第一条 渡口设值班室。", "第二条 自公布之日起施行。"]


def test_short_text_behind_a_headline_is_found_on_a_page_full_of_other_text() -> None:
    talk = "".join(
        f'<div class="answer"><p>老师您推荐过第{n}只股票我一直在关注今天早上入了现在快涨停了</p></div>'
        for n in range(40)
    )
    page = (
        "<html><head><title>老桥今天通车两岸同庆_某站</title></head><body><h1>老桥今天通车两岸同庆</h1>"
        '<div class="info">2021年03月04日 10:20 来源：砚江晨报</div><div class="x7">'
        "<p>老桥今天上午通车，两岸的人都来看，桥上挤了两千人，卖糖的老人收了摊。</p>"
        "<p>桥上不许摆摊，夜里有灯。镇里说，下个月还要在桥头修一条便道，给推车的人走。</p></div>"
        f"<div>{talk}</div></body></html>"
    )
    article = newsclean.parse(page)
    assert article.text.splitlines() == [
        "老桥今天上午通车，两岸的人都来看，桥上挤了两千人，卖糖的老人收了摊。",
        "桥上不许摆摊，夜里有灯。镇里说，下个月还要在桥头修一条便道，给推车的人走。",
    ]
    assert article.source == "砚江晨报"


def test_time_shown_above_a_body_wins_over_a_meta_of_the_same_day() -> None:
    text = "<p>老桥今天通车，两岸的人都来看，桥上不许摆摊，夜里有灯。</p>" * 6
    tools = "<li>\n<span>\n</span></li>" * 30
    page = (
        "<html><head><title>老桥通车_某站</title>"
        '<meta property="article:published_time" content="2021-03-04T18:05:09+08:00">'
        f"</head><body><h1>老桥通车</h1><p>2021年03月04日 10:20</p><ul>{tools}</ul><div>{text}</div></body></html>"
    )
    assert newsclean.parse(page).published_raw == "2021年03月04日 10:20"
