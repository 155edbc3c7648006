"""Credit lines: what stands behind each label, and the medium in them, as articles show it."""

from __future__ import annotations

import time

import pytest

from newsclean import NotAnArticle, parse

BODY = "这一段是正文，讲的是一座桥和两岸的人，没有谁的名字写在括号里。"
FEED = "某某频道"


def document(*lines: str) -> bytes:
    """A document of a feed, whose name is its source where no line says another."""
    body = "".join(f"<p>{line}</p>" for line in lines)
    head = f"title: '河上新桥今晨通车'\nauthor: {FEED}\ndate: Thu, 20 Jan 2022 05:38:55 GMT\n"
    return f"---\n{head}---\n<div>{body}</div>".encode()


@pytest.mark.parametrize(
    ("line", "source", "authors"),
    [
        ("来源：某某晚报", "某某晚报", ()),
        ("来源 | 某某晚报　作者 | 卫南风", "某某晚报", ("卫南风",)),
        ("作者：卫南风，来源：某某晚报", "某某晚报", ("卫南风",)),
        ("（作者：卫南风 编辑：尚青）", FEED, ("卫南风",)),
        ("每经记者 卫南风  每经编辑 尚青", FEED, ("卫南风",)),
        ("出品｜某某组 作者｜卫南风", FEED, ("卫南风",)),
        ("作者∣卫南风 图片来源∣某某图库", FEED, ("卫南风",)),
        ("新桥通车 作者：卫南风", FEED, ("卫南风",)),
        ("作者：卫南风 摄影师尚青", FEED, ("卫南风",)),
        # no label: a word of the text with a space behind it
        ("他告诉 作者 桥通车了", FEED, ()),
        ("他告诉 记者 桥通车了。", FEED, ()),
        ("原标题：本报 记者 在桥上", FEED, ()),
        ("来源于年报的数据", FEED, ()),
        ("", FEED, ()),
    ],
)
def test_line_is_cut_before_its_labels(line: str, source: str, authors: tuple[str, ...]) -> None:
    article = parse(document(line, *[BODY] * 4))
    assert (article.source, article.authors) == (source, authors)


def test_original_title_holds_no_labels_without_a_sign() -> None:
    article = parse(document("原标题：本报 记者 在桥上", *[BODY] * 4))
    assert (article.original_title, article.authors) == ("本报 记者 在桥上", ())


@pytest.mark.parametrize(
    ("lines", "source"),
    [
        (["作者：卫南风 来源：某某晚报", BODY], "某某晚报"),
        (["作者｜卫南风 来源｜某某晚报", BODY], "某某晚报"),
        (["文 | 卫南风 来源 | 某某晚报", BODY], "某某晚报"),
        ([BODY, "编辑：尚青 来源：某某晚报"], "某某晚报"),
        ([BODY, BODY + "（来源：某某新闻客户端）"], "某某新闻客户端"),
        ([BODY, BODY + "(本文来源：某某晚报，有删改)", "（完）"], "某某晚报"),
        # a picture's, a table's, a quotation's
        (["作者：卫南风 图片来源：某某图库", BODY], FEED),
        (["作者：卫南风 数据来源：某某数据", BODY], FEED),
        ([BODY, BODY + "（图片来源：某某图库）"], FEED),
        ([BODY, BODY + "（数据来源：某某数据）"], FEED),
        ([BODY, BODY + "（资料来源：某某所）"], FEED),
        ([BODY, BODY + "（来源：《大河集》）"], FEED),
        # a line that holds nothing else is one of the rules' lines
        ([BODY, "来源：某某晚报"], "某某晚报"),
        # what stands in the middle, and a sentence
        ([BODY + "（来源：某某晚报）", BODY, BODY], FEED),
        ([*[BODY] * 4, "作者：卫南风 来源：某某晚报", *[BODY] * 4], FEED),
        ([BODY, "水的来源：山上的泉 作者：不详。"], FEED),
    ],
)
def test_credit_line_or_last_bracket_names_the_medium(lines: list[str], source: str) -> None:
    assert parse(document(*lines)).source == source


def test_document_without_lines_is_none() -> None:
    with pytest.raises(NotAnArticle, match="neither text nor pictures"):
        parse(document())


@pytest.mark.parametrize(
    ("taken", "source"),
    [
        ("责任编辑：尚青 来源：某某晚报", "某某晚报"),
        ("原标题：新桥通车（来源：某某晚报）", "某某晚报"),
        ("责任编辑：尚青 图片来源：某某图库", FEED),
        ("原标题：新桥通车", FEED),
    ],
)
def test_line_taken_for_something_else_names_the_medium(taken: str, source: str) -> None:
    article = parse(document(BODY, taken))
    assert (article.source, article.text) == (source, BODY)


def test_document_has_its_source_from_a_credit_line_before_the_feed() -> None:
    article = parse(document("作者：卫南风 来源：某某晚报", *[BODY] * 4))
    assert (article.source, list(article.authors)) == ("某某晚报", ["卫南风"])


def test_bracket_behind_the_last_sentence_names_the_source_and_stays() -> None:
    article = parse(document(*[BODY] * 3, BODY + "（来源：某某晚报）"))
    assert article.source == "某某晚报"
    assert article.text.endswith("（来源：某某晚报）")


def test_source_line_goes_before_a_credit_line_and_the_bracket() -> None:
    article = parse(
        document("来源：某某日报", "作者：卫南风 来源：某某晚报", BODY, BODY + "（来源：某某周刊）")
    )
    assert article.source == "某某日报"


def test_names_of_reporters_are_free_of_the_guard_of_surnames() -> None:
    assert parse(document("作者：卫南风 洛登", *[BODY] * 4)).authors == ("卫南风",)
    assert parse(document(*[BODY] * 4, BODY + "（记者 卫南风 洛登）")).authors == ("卫南风", "洛登")


@pytest.mark.parametrize(
    ("editor", "names"),
    [
        ("责任编辑：尚青 SF107", "尚青"),
        ("（编辑：尚青）", "尚青"),
        ("【本期主编｜尚青】", "尚青"),
        ("责编 尚青 校对：卫南风", "尚青"),
        ("责任编辑：尚 青", "尚 青"),
        ("Editor: Wei Nanfeng", "Wei Nanfeng"),
        ("责任编辑：SN045", None),
    ],
)
def test_editor_below_the_text_is_named_without_labels_and_codes(editor: str, names: str | None) -> None:
    assert parse(page(editor=editor)).editor == names


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("某某晚报", "某某晚报"),
        ("来源：某某晚报", "某某晚报"),
        ("转自 某某晚报", "某某晚报"),
        ("某某晚报 微博", "某某晚报"),
        ("某某晚报[微博]", "某某晚报"),
        ("某某晚报 作者卫南风", "某某晚报"),
        ("某某晚报 文/卫南风", "某某晚报"),
        ("某某晚报（记者 卫南风）", "某某晚报"),
        ("某某观察（ID：mmgc）", "某某观察"),
        ("《某某月刊》（2019年第3期）", "《某某月刊》"),
        ("（某某晚报）", "某某晚报"),
        ("专栏", None),
        ("作者：卫南风", None),
        ("http://www.example.com/", None),
    ],
)
def test_medium_displayed_is_named_without_what_stands_beside_it(source: str, name: str | None) -> None:
    assert parse(page(source=source)).source == name


def page(*, source: str = "", editor: str = "", line: str = BODY) -> str:
    """A page of the site with a medium in its date line and an editor below its text."""
    return (
        '<h1 class="main-title">河上新桥今晨通车</h1><div class="date-source"><span class="date">2019年11月30日 10:02'
        f'</span><span class="source">{source}</span></div><div class="article" id="article"><p>{BODY}</p><p>{line}</p>'
        f'<p class="article-editor">{editor}</p></div>'
    )


@pytest.mark.parametrize("text", [" " * 20_000, "和" * 2_000, "记者 " * 2_000, "（来源：" * 2_000])
def test_long_strings_take_no_long_time(text: str) -> None:
    began = time.process_time()
    parse(page(source=text + "x", editor=text + "x", line=text + "x"))
    parse(document(*[text + "x"] * 3))
    assert time.process_time() - began < 2
