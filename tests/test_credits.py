"""Credit lines: what stands behind each label, and the medium in them."""

from __future__ import annotations

import time

import pytest

from newsclean import parse
from newsclean.metadata.credits import clean_editor, clean_source, segments, source_of
from newsclean.metadata.names import names_in

BODY = "这一段是正文，讲的是一座桥和两岸的人，没有谁的名字写在括号里。"


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("来源：某某晚报", [("source", "某某晚报")]),
        ("来源 | 某某晚报　作者 | 卫南风", [("source", "某某晚报"), ("author", "卫南风")]),
        ("作者：卫南风，来源：某某晚报", [("author", "卫南风"), ("source", "某某晚报")]),
        ("（作者：卫南风 编辑：尚青）", [("author", "卫南风"), ("other", "尚青）")]),
        ("每经记者 卫南风  每经编辑 尚青", [("author", "卫南风"), ("other", "尚青")]),
        ("出品｜某某组 作者｜卫南风", [("other", "某某组"), ("author", "卫南风")]),
        ("作者∣卫南风 图片来源∣某某图库", [("author", "卫南风"), ("other", "某某图库")]),
        ("新桥通车 作者：卫南风", [(None, "新桥通车"), ("author", "卫南风")]),
        ("作者：卫南风 摄影师尚青", [("author", "卫南风"), ("other", "尚青")]),
        # no label: a word of the text with a space behind it
        ("他告诉 记者 桥通车了", [(None, "他告诉 记者 桥通车了")]),
        ("原标题：本报 记者 在桥上", [("title", "本报 记者 在桥上")]),
        ("来源于年报的数据", [(None, "来源于年报的数据")]),
        ("", []),
    ],
)
def test_line_is_cut_before_its_labels(line: str, parts: list[tuple[str | None, str]]) -> None:
    assert [(part.role, part.value) for part in segments(line)] == parts


@pytest.mark.parametrize(
    ("lines", "source"),
    [
        (["作者：卫南风 来源：某某晚报", BODY], "某某晚报"),
        (["作者｜卫南风 来源｜某某晚报", BODY], "某某晚报"),
        (["文 | 卫南风 来源 | 某某晚报", BODY], "某某晚报"),
        ([BODY, "编辑：尚青 来源：某某晚报"], "某某晚报"),
        ([BODY, BODY + "（来源：某某新闻客户端）"], "某某新闻客户端"),
        ([BODY, BODY + "(本文来源：某某晚报，有删改)", "（完）"], "某某晚报"),
        # a picture's, a table's, a quotation's, or a line that is for the phrases
        (["作者：卫南风 图片来源：某某图库", BODY], None),
        (["作者：卫南风 数据来源：某某数据", BODY], None),
        ([BODY, BODY + "（图片来源：某某图库）"], None),
        ([BODY, BODY + "（数据来源：某某数据）"], None),
        ([BODY, BODY + "（资料来源：某某所）"], None),
        ([BODY, BODY + "（来源：《大河集》）"], None),
        ([BODY, "来源：某某晚报"], None),
        ([BODY + "（来源：某某晚报）", BODY, BODY], None),
        ([*[BODY] * 4, "作者：卫南风 来源：某某晚报", *[BODY] * 4], None),
        ([BODY, "水的来源：山上的泉 作者：不详。"], None),
        ([], None),
    ],
)
def test_credit_line_or_last_bracket_names_the_medium(lines: list[str], source: str | None) -> None:
    assert source_of(lines) == source


@pytest.mark.parametrize(
    ("taken", "source"),
    [
        ("责任编辑：尚青 来源：某某晚报", "某某晚报"),
        ("原标题：新桥通车（来源：某某晚报）", "某某晚报"),
        ("责任编辑：尚青 图片来源：某某图库", None),
        ("原标题：新桥通车", None),
    ],
)
def test_line_taken_for_something_else_names_the_medium(taken: str, source: str | None) -> None:
    assert source_of([BODY], [taken]) == source


def document(*lines: str) -> bytes:
    body = "".join(f"<p>{line}</p>" for line in lines)
    head = "title: '河上新桥今晨通车'\nauthor: 某某频道\ndate: Thu, 20 Jan 2022 05:38:55 GMT\n"
    return f"---\n{head}---\n<div>{body}</div>".encode()


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
    assert names_in("卫南风 洛登") == ["卫南风"]
    assert names_in("卫南风 洛登", free=True) == ["卫南风", "洛登"]


@pytest.mark.parametrize("text", [" " * 20_000, "和" * 2_000, "记者 " * 2_000, "（来源：" * 2_000])
def test_long_strings_take_no_long_time(text: str) -> None:
    began = time.process_time()
    clean_editor(text + "x")
    clean_source(text + "x")
    segments(text + "x")
    source_of([text + "x"] * 3)
    assert time.process_time() - began < 1
