"""The tool that drafts fixtures: a page's structure stays, none of its words do, and the draft shows what the page
shows."""

from __future__ import annotations

import json
import re
import sys
from functools import cache
from pathlib import Path

import pytest

import newsclean
from fixtures import FIXTURES, Fixture
from newsclean.decode import decode
from newsclean.rules import Form, default_rules
from test_fixtures import FIELDS

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))

import draft_fixture as tool  # a tool is no package

PAGES = tuple(
    fixture for fixture in FIXTURES if fixture.page.suffix == ".html" and b"<" in fixture.content[:4096]
)
ONE = next(fixture for fixture in PAGES if fixture.name == "finance-2018--stock-spans")
PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>山城老茶馆换了新灶_新浪财经_新浪网</title>
<meta name="publishid" content="mcwipii4420193"><meta property="og:title" content="山城老茶馆换了新灶">
<script>var secret = "不该留下的脚本";</script></head><body>
<div class="channel-path"><a href="//finance.sina.com.cn/">财经</a> &gt;
<a href="//finance.sina.com.cn/chanjing/">产经</a></div>
<h1 class="main-title">山城老茶馆换了新灶</h1>
<div class="date-source"><span class="date">2022年03月08日 21:17</span><a class="source">苍梧晚报</a></div>
<div class="article" id="artibody">
<p>　　本报记者 卫如玉</p>
<p onclick="track()">　　茶馆的掌柜说：“<b>换了新灶</b>，水开得快了一半。”他在<a
 href="https://www.teahouse.com/a?id=7">自家网站</a>上贴了告示。</p>
<!--article_adlist[<p>扫码关注茶馆公众号</p>]article_adlist-->
<p>　　炒股就看<a href="#">金麒麟分析师研报</a>，权威，专业，及时，全面，助您挖掘潜力主题机会！</p>
<p class="article-editor">责任编辑：尉迟恭 SF087 </p>
</div></body></html>
"""


def drafted(fixture: Fixture) -> tool.Draft:
    return tool.draft(fixture.content, url=fixture.facts["url"], content_type=fixture.facts["content_type"])


@pytest.fixture(scope="module")
def made() -> tool.Draft:
    return tool.draft(
        PAGE.encode(), url="https://finance.sina.com.cn/chanjing/2022-03-08/doc-imcwipii4420193.shtml"
    )


# --- what stays and what goes ------------------------------------------------------------------------------


def test_no_words_of_the_page_survive(made: tool.Draft) -> None:
    text = made.page.decode()
    for words in (
        "茶馆",
        "掌柜",
        "新灶",
        "卫如玉",
        "尉迟恭",
        "苍梧",
        "teahouse",
        "secret",
        "脚本",
        "4420193",
        "track",
    ):
        assert words not in text, words
    assert "2022年03月08日" not in text


def test_structure_stays(made: tool.Draft) -> None:
    text = made.page.decode()

    def tags(page: str) -> list[str]:
        return re.findall(r"</?[a-z0-9]+|(?<=\s)(?:class|id)=\"[^\"]*\"|<!--\w+", page)

    assert tags(text) == tags(PAGE)


def test_labels_stay_and_lines_of_the_rule_book_become_its_examples(made: tool.Draft) -> None:
    text = made.page.decode()
    for words in ("财经", "产经", "本报记者 ", "责任编辑：", "_新浪财经_新浪网", "article_adlist[<p>"):
        assert words in text, words
    assert {"analyst-promo", "adlist-comment", "editor-line"} <= set(made.found)
    assert made.lost == []


def test_one_word_becomes_one_word(made: tool.Draft) -> None:
    article = newsclean.parse(made.page)
    assert article.title is not None
    assert made.page.decode().count(article.title) == 3
    assert len(article.title) == len("山城老茶馆换了新灶")
    assert article.doc_id is not None
    assert article.doc_id in made.facts["url"]


LOST = {
    "generic--three-lines-in-a-long-page": {"boilerplate-class", "info-line", "repeated-title"},
    "hongkong--album-over-the-text": {"icon-image"},
    "hongkong--picture-beside-the-text": {"icon-image"},
    "hongkong--unclosed-text": {"icon-image"},
    "taiwan--lines-under-the-text": {
        *("editor-line-text", "fans-overseas", "health-warning", "keywords-line", "more-overseas"),
        "rights-overseas",
    },
}
"""What drafts lack, and say that they lack: rules that sizes of pictures, words in traditional script, or what stands
around a text without a layout decide."""


@pytest.mark.parametrize("fixture", PAGES, ids=lambda fixture: fixture.name)
def test_draft_of_a_page_shows_what_the_page_shows_in_other_words(fixture: Fixture) -> None:
    made, before = drafted(fixture), given(fixture)
    lost = {rule for rule in tool.rules_of(before) if rule not in made.found}
    assert lost == set(made.lost)
    assert lost == LOST.get(fixture.name, set())
    if isinstance(before, newsclean.Article):
        captions = [image.caption or "" for image in before.images]
        own = tool.grams(re.sub(r"新浪\w{0,8}", " ", "\n".join([before.title or "", before.text, *captions])))
        known = tool.grams("\n".join([*examples(), *labels(), *before.channel]))
        left = tool.grams(decode(made.page).text) & own - known
        assert [words for words in left if not is_label(words)] == []


def given(fixture: Fixture) -> newsclean.Article | newsclean.NewscleanError:
    try:
        return newsclean.parse(
            fixture.content, url=fixture.facts["url"], content_type=fixture.facts["content_type"]
        )
    except newsclean.NewscleanError as error:
        return error


@cache
def examples() -> tuple[str, ...]:
    """The sentences of the rule book, which stand in drafts."""
    fields = [field for row in default_rules() for field in row if isinstance(field, tuple)]
    forms = [form for field in fields for form in field if isinstance(form, Form)]
    return tuple(text for form in forms for text in form.takes)


@cache
def labels() -> frozenset[str]:
    """The rule book's labels, which stay."""
    return tool.Rewriter(default_rules(), "", newsclean.NoBody("no_body", "none")).labels


def is_label(words: str) -> bool:
    """Whether words are nothing but words that the rule book knows: 北京时间."""
    return all(known for _, known in tool._covered(words, labels()))


# --- the fixture's files -----------------------------------------------------------------------------------


def test_drafting_twice_gives_the_same() -> None:
    assert drafted(ONE) == drafted(ONE)


def test_expectation_is_what_newsclean_gives_with_a_mark_that_fails(made: tool.Draft) -> None:
    article = newsclean.parse(made.page, url=made.facts["url"])
    expected = dict(made.expected)
    assert expected.pop("draft") == tool.MARK
    assert "draft" not in FIELDS  # so the fixture's own test fails as long as the mark is there
    expected.pop("absent")
    assert expected == {name: FIELDS[name](article) for name in expected}
    assert made.facts["why"].startswith("draft: ")


def test_refused_page_expects_its_kind() -> None:
    fixture = next(fixture for fixture in PAGES if fixture.name == "refused--soft-404")
    assert drafted(fixture).expected == {"error": fixture.expected["error"], "draft": tool.MARK}


def test_command_writes_a_folder_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "saved.html").write_text(PAGE, "utf-8")
    arguments = [str(tmp_path / "saved.html"), "finance-2018--new-stove", "--into", str(tmp_path)]
    assert tool.main(arguments) == 0
    assert "analyst-promo" in capsys.readouterr().out
    folder = tmp_path / "finance-2018--new-stove"
    assert sorted(path.name for path in folder.iterdir()) == ["expected.json", "page.html", "page.json"]
    written = (folder / "expected.json").read_text("utf-8")
    unmarked = [line for line in written.splitlines() if not line.startswith('  "draft": ')]
    assert json.loads("\n".join(unmarked))["layout"] == "finance-2018"
    assert tool.main(arguments) == 2
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "page"), [("no mark", PAGE), ("a--b", None), ("a--b", "---\ntitle: a\n---\n<p>b</p>")]
)
def test_command_says_why_it_writes_nothing(
    name: str, page: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if page is not None:
        (tmp_path / "saved.html").write_text(page, "utf-8")
    assert tool.main([str(tmp_path / "saved.html"), name, "--into", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith("draft_fixture: ")
    assert not (tmp_path / name).exists()


# --- single words ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("2022年3月8日 09:05", r"2022年4月\d{1,2}日 14:48"),
        ("2022-03-08T00:00:00+08:00", r"2022-04-\d\dT00:00:00\+08:00"),
        ("20220308", r"202204\d\d"),
        (
            "https://n.sinaimg.cn/finance/20220308/7c1e-4420193.jpg",
            r"https://n\.sinaimg\.cn/finance/202204\d\d/7c1e-442\d{4}\.jpg",
        ),
        ("https://www.teahouse.com/", r"https://www\.site\d\d\.example/"),
        ("责任编辑：尉迟恭", r"责任编辑：\w{3}"),
        ("文章关键词：", "文章关键词："),
    ],
)
def test_days_numbers_and_addresses_keep_their_shape(said: str, wanted: str) -> None:
    words = tool.Rewriter(default_rules(), said, newsclean.NoBody("no_body", "none"))
    new = words.text(said)
    assert re.fullmatch(wanted, new), new
    assert new == words.text(said)


def test_invented_words_have_the_length_of_what_they_stand_for() -> None:
    inventor = tool.Inventor("")
    runs = ["桥" * size for size in range(2, 60)]
    assert [len(inventor.han(run)) for run in runs] == [len(run) for run in runs]
    words = [inventor.latin(word) for word in ("Harbour", "OPEC", "ferry")]
    assert [len(word) for word in words] == [7, 4, 5]
    assert (words[0].istitle(), words[1].isupper(), words[2].islower()) == (True, True, True)
