"""Both scripts: what is taken in simplified characters is taken in traditional ones, and comes out as it is written."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

import newsclean
from fixtures import FIXTURES, Fixture
from newsclean import NewscleanError, Parser
from newsclean.decode import decode
from newsclean.rules import Form, Line, Rules, default_rules
from newsclean.rules.scripts import in_both, is_traditional, to_traditional, words_in_both

_ESCAPED = re.compile(r"\\u([0-9a-f]{4})")
_OF_BYTES = {"encoding", "encoding_from", "warnings"}
"""Fields that say how the bytes of a page were read, which are others in the other script."""

SIMPLIFIED = tuple(
    fixture for fixture in FIXTURES if not is_traditional(decode(fixture.content).text) and fixture.content
)


def told(page: str, url: str | None) -> dict[str, Any]:
    """What is told of a page: its article's fields, or the kind of its refusal."""
    try:
        article: dict[str, Any] = json.loads(newsclean.parse(page, url=url).to_json())
    except NewscleanError as error:
        return {"error": error.kind}
    return {name: value for name, value in article.items() if name not in _OF_BYTES}


@pytest.mark.parametrize("fixture", SIMPLIFIED, ids=lambda fixture: fixture.name)
def test_a_page_in_traditional_script_gives_the_same_article_in_it(fixture: Fixture) -> None:
    page = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), decode(fixture.content).text)
    article = told(page, fixture.facts["url"])
    expected = json.loads(to_traditional(json.dumps(article, ensure_ascii=False)))
    assert told(to_traditional(page), fixture.facts["url"]) == expected


PAGE = (
    '<title>大橋通車</title><h1 class="main-title">大橋通車</h1>'
    '<div id="article"><p>這座橋昨日通車，來往的人都說方便。</p><p>橋長八百公尺。</p>{}</div>'
)


def article_of(*lines: str) -> newsclean.Article:
    return newsclean.parse(PAGE.format("".join([f"<p>{line}</p>" for line in lines])))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("文/記者 範維", ("範維",)),
        ("圖/文 范維", ("范維",)),
        ("本報訊（記者沈硯秋）橋下的路明年動工。", ("沈硯秋",)),
        ("本報記者 沈硯秋 攝影報導", ("沈硯秋",)),
        ("作者：沈硯秋", ("沈硯秋",)),
        ("記者沈硯秋／台北報導", ("沈硯秋",)),
        ("記者：沈硯秋 尚青嵐 台北報導", ("沈硯秋", "尚青嵐")),
        ("〔記者沈硯秋、尚青嵐／綜合報導〕橋下的路明年動工。", ("沈硯秋", "尚青嵐")),
        ("［編譯沈硯秋／特稿］橋下的路明年動工。", ("沈硯秋",)),
        ("【青崖醒報記者沈硯秋台北報導】", ("沈硯秋",)),
        ("（青崖社記者沈硯秋台北17日電）", ("沈硯秋",)),
        ("青崖時報【沈硯秋／台北報導】", ("沈硯秋",)),
        ("撰文╱沈硯秋　攝影╱尚青嵐", ("沈硯秋",)),
        ("2012-01-17 青崖時報 沈硯秋／台北報導", ("沈硯秋",)),
        ("國際中心／綜合報導", ()),
        ("記者沈硯秋攝", ()),
        ("圖／青崖時報提供", ()),
    ],
)
def test_bylines(line: str, names: tuple[str, ...]) -> None:
    assert article_of(line).authors == names


@pytest.mark.parametrize(
    "line", ["▲這座橋很長（圖／記者沈硯秋攝）", "圖說：橋長八百公尺。", "橋上的燈。（翻攝自青崖臉書）"]
)
def test_captions(line: str) -> None:
    page = PAGE.replace("<p>橋長", f'<p><img src="https://n.sinaimg.cn/qiao.jpg"></p><p>{line}</p><p>橋長')
    article = newsclean.parse(page.format(""))
    assert [image.caption for image in article.images] == [line]
    assert line not in article.text


def test_labels() -> None:
    article = article_of("來源：青崖晚報", "原標題：南岸大橋通車", "責任編輯：王小明")
    assert article.source == "青崖晚報"
    assert article.original_title == "南岸大橋通車"
    assert article.editor == "王小明"
    assert article.text.split("\n")[-1] == "橋長八百公尺。"


def test_an_articles_own_words_stay() -> None:
    line = "記者問他責任編輯是誰，他說來源不便透露。"
    article = article_of(line)
    assert line in article.text
    assert (article.authors, article.editor, article.source) == ((), None, None)


def test_names_and_words_come_out_as_they_are_written() -> None:
    assert article_of("文／記者 范後裡").authors == ("范後裡",)


def test_a_fragment_is_cleaned_in_its_script() -> None:
    fragment = "<p>這座橋昨日通車。</p><p>責任編輯：王小明</p>"
    assert newsclean.clean_html(fragment) == "<p>這座橋昨日通車。</p>"


def test_a_users_row_is_taken_in_both_scripts() -> None:
    row = Line(
        name="corner-shop",
        why="A shop's line.",
        where="end",
        forms=(Form(r"街角小店.{0,20}优惠券", takes=("街角小店，每天一张优惠券",)),),
    )
    parser = Parser(default_rules().with_(Rules([row])))
    page = PAGE.format("<p>街角小店，每天一張優惠券</p>")
    assert "小店" in newsclean.parse(page).text
    assert "小店" not in parser.parse(page).text
    assert parser.parse(page).rules == parser.rules.version


@pytest.mark.parametrize(
    ("pattern", "fits", "spares"),
    [
        ("责任编辑?", ("责任编辑", "責任編輯", "責任編"), ("責任",)),
        ("[后发]表", ("后表", "後表", "發表"), ("表",)),
        ("[^发]表", ("后表",), ("發表", "发表")),
        (r"\[台\]", ("[台]", "[臺]"), ()),
        ("[一-龥]发{2}", ("人发發",), ("人發",)),
    ],
)
def test_patterns(pattern: str, fits: tuple[str, ...], spares: tuple[str, ...]) -> None:
    both = re.compile(in_both(pattern))
    assert [text for text in fits if not both.fullmatch(text)] == []
    assert [text for text in spares if both.fullmatch(text)] == []


def test_words_that_are_written_in_several_ways() -> None:
    assert set(words_in_both(("发布", "后"))) == {"发布", "發布", "發佈", "髮布", "髮佈", "后", "後"}
    assert words_in_both(("台系里",)) == ("台系里", to_traditional("台系里"))
