"""Documents whose body is Markdown: they become the blocks that they say, furniture goes, and the library's own come
back as they were.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

import newsclean
from fixtures import ARTICLES, Fixture
from newsclean import Article, Heading, Image, ListBlock, Paragraph, Quote, Run, Table
from newsclean.batch.encode import encode
from newsclean.errors import InputError
from test_linearity import calls_of

HEAD = "---\ntitle: 老桥通车\n---\n\n"


def blocks_of(body: str) -> tuple[newsclean.Block, ...]:
    return newsclean.parse(HEAD + body).blocks


def document_of(article: Article) -> str:
    return encode([({}, article)], "markdown")[0].data.decode()


def test_markdown_becomes_blocks() -> None:
    body = (
        "## 小标题\n\n第一段**粗**文字，*全县*的人都来看[热闹](https://qingya.example/a)。\n\n- 一\n- 二\n  1. 三\n\n"
        "> 他说，好。\n\n| 站 | 票价 |\n|---|---|\n| 山脚 | 三元 |\n\n![桥](https://n.sinaimg.cn/qiao.jpg)\n"
    )
    article = newsclean.parse(HEAD + body)
    assert [type(block) for block in article.blocks] == [Heading, Paragraph, ListBlock, Quote, Table, Image]
    assert article.blocks[1] == Paragraph(
        (
            Run("第一段"),
            Run("粗", strong=True),
            Run("文字，"),
            Run("全县", emphasis=True),
            Run("的人都来看"),
            Run("热闹", href="https://qingya.example/a"),
            Run("。"),
        )
    )
    assert article.text.split("\n")[:4] == ["小标题", "第一段粗文字，全县的人都来看热闹。", "一", "二"]
    assert (article.route, article.layout, article.warnings) == ("document", "front-matter", ())


@pytest.mark.parametrize(
    ("written", "strong"),
    [
        ("涨了**“三成”**左右。", "“三成”"),
        ("他说**《老桥》**通了。", "《老桥》"),
        ("涨了**三成。**左右。", "三成。"),
        ("the**（老桥）**bridge", "（老桥）"),
        ("**注意：**老桥通了。", "注意："),
    ],
)
def test_emphasis_beside_full_width_marks_is_emphasis(written: str, strong: str) -> None:
    (block,) = blocks_of(f"{written}\n")
    assert isinstance(block, Paragraph)
    assert [run.text for run in block.runs if run.strong] == [strong]


@pytest.mark.parametrize("written", ["3 * 4 * 5，老桥", "老桥_通_车了"])
def test_lone_marks_are_text(written: str) -> None:
    assert blocks_of(written) == (Paragraph((Run(written),)),)


def test_a_line_end_between_full_width_characters_is_nothing() -> None:
    assert newsclean.parse(f"{HEAD}老**桥**\n通车了。\nA day\nlater").text == "老桥通车了。 A day later"


def test_an_indented_paragraph_is_no_code_and_begins_anew() -> None:
    assert newsclean.parse(f"{HEAD}    老桥通车了。\n\n　　全县的人\n　　都来看。").text.split("\n") == [
        "老桥通车了。",
        "全县的人",
        "都来看。",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<p>老桥**今天**通车。</p>",
        "  <div>\n老桥**今天**通车。\n</div>",
        "老桥**今天**通车。\n<blockquote>好</blockquote>",
        "<![CDATA[<p>老桥**今天**通车。</p>]]>",
    ],
)
def test_a_body_with_a_block_tag_at_a_line_is_html(body: str) -> None:
    assert "老桥**今天**通车。" in newsclean.parse(HEAD + body).text


@pytest.mark.parametrize(
    "body",
    [
        "老桥**今天**<br>通车。",
        "<span>老桥</span>**今天**通车。",
        "**今天**，老桥\n\n```\n<p>x</p>\n```",
        "<div>图</div>\n\n## 老桥\n\n**今天**通车。",
    ],
)
def test_any_other_body_is_markdown_with_the_tags_it_holds(body: str) -> None:
    text = newsclean.parse(HEAD + body).text
    assert "今天" in text
    assert "*" not in text
    assert "#" not in text


def test_the_heading_above_is_the_title_or_says_it_again() -> None:
    assert newsclean.parse("---\ndate: 2022-01-20\n---\n# 老桥 **通车**\n\n全县都来看。").title == "老桥 通车"
    assert newsclean.parse(f"{HEAD}# 老桥通车\n\n全县都来看。").blocks == (Paragraph((Run("全县都来看。"),)),)
    assert len(blocks_of("# 缘起\n\n全县都来看。")) == 2


def test_a_picture_has_the_caption_below_it_or_in_its_title() -> None:
    picture = "https://n.sinaimg.cn/qiao.jpg"
    for written in (f"![]({picture})\\\n桥头 沈砚秋 摄", f'![]({picture} "桥头 沈砚秋 摄")'):
        assert blocks_of(f"今天的事。\n\n{written}\n\n全县都来看。")[1] == Image(picture, "桥头 沈砚秋 摄")
    after = blocks_of(f"今天的事。\n\n![桥]({picture})\n\n全县都来看。")
    assert after[1] == Image(picture, alt="桥")


def test_lines_of_furniture_go_by_the_same_rules() -> None:
    article = newsclean.parse(
        f"{HEAD}老桥今天通车，全县的人都来看热闹。\n\n**海量资讯、精准解读，尽在新浪财经APP**\n\n责任编辑：温小满\n"
    )
    assert article.text == "老桥今天通车，全县的人都来看热闹。"
    assert article.editor == "温小满"
    assert article.removals


@pytest.mark.parametrize("fixture", ARTICLES, ids=lambda fixture: fixture.name)
def test_our_own_markdown_read_again_changes_nothing(fixture: Fixture) -> None:
    once = newsclean.parse(
        fixture.content, url=fixture.facts["url"], content_type=fixture.facts["content_type"]
    )
    written = document_of(once)
    again = newsclean.parse(written)
    assert document_of(again) == written
    assert again.removals == ()
    same = "title authors source editor keywords channel published_at symbols url doc_id extra".split()
    assert [getattr(again, name) for name in same] == [getattr(once, name) for name in same]


@pytest.mark.parametrize(
    "piece", ["[", "![", "**甲“", "> ", "- a\n  ", "`a``", "|a|b|\n", "[a](", "甲\n", "a|b\n-|-\n", "~~a"]
)
def test_twice_the_markdown_takes_twice_the_work(piece: str) -> None:
    def text(size: int) -> bytes:
        return (HEAD + piece * (size // len(piece))).encode()

    calls_of(text(1_000))
    assert calls_of(text(16_000)) < 5 * calls_of(text(4_000))


def test_a_markdown_body_keeps_to_the_limits() -> None:
    with pytest.raises(InputError) as caught:
        newsclean.Parser(max_nodes=100).parse(HEAD + "甲\n\n" * 300)
    assert caught.value.kind == "too_many"


def test_the_reader_of_markdown_is_loaded_for_markdown_alone() -> None:
    code = (
        "import sys, newsclean; newsclean.parse('---\\ntitle: a\\n---\\n<p>老桥今天通车了。</p>');"
        "assert 'markdown_it' not in sys.modules;"
        "newsclean.parse('---\\ntitle: a\\n---\\n老桥今天**通车**了。'); assert 'markdown_it' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
