"""Who wrote it: names from an explicit byline, and nobody from anything else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.extract import bylines
from newsclean.extract.bylines import authors_of, clean_editor, clean_source, names_in
from newsclean.patterns import Deferred

BODY = "这一段是正文，讲的是一座桥和两岸的人，没有谁的名字写在括号里。"


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (["某报快讯（记者 卫南风）今日，桥通车了。", BODY], ["卫南风"]),
        (["某社巴黎4月17日专电(记者尚青)桥通车了。", BODY], ["尚青"]),
        (["（总台央视记者 卫南风 尚青）桥通车了。", BODY], ["卫南风", "尚青"]),
        (["【某报讯】（首席记者 卫南风、实习生 尚青）桥通车了。", BODY], ["卫南风", "尚青"]),
        ([BODY, "文/某某青年报记者 卫南风"], ["卫南风"]),
        ([BODY, "（文/卫南风）"], ["卫南风"]),
        (["文 | 卫南风", BODY], ["卫南风"]),
        (["作者：卫南风", BODY], ["卫南风"]),
        (["作者｜卫南风 尚青", BODY], ["卫南风", "尚青"]),
        ([BODY, "作者：卫南风（某大学教授）"], ["卫南风"]),
        ([BODY, "（作者：卫南风 编辑：尚青）"], ["卫南风"]),
        (["中某社记者 卫南风", BODY], ["卫南风"]),
        (["本报记者 卫南风 尚青 北京报道", BODY], ["卫南风", "尚青"]),
        (["记者 | 卫南风", "编辑 | 尚青", BODY], ["卫南风"]),
        (["某新闻（www.example.com）记者 卫南风 尚青 北京报道", BODY], ["卫南风", "尚青"]),
        ([BODY, BODY + "（罗森）"], ["罗森"]),
        ([BODY, "(段飞舟)"], ["段飞舟"]),
        ([BODY, BODY + " 某商报记者 卫南风"], ["卫南风"]),
        ([BODY, "作者：约翰·史密斯"], ["约翰·史密斯"]),
        (["每经记者：卫南风 每经编辑：尚青", BODY], ["卫南风"]),
        (["记者/卫南风 编辑/尚青", BODY], ["卫南风"]),
        (["文|卫南风 编辑|尚青", BODY], ["卫南风"]),
        ([BODY, "（作者：卫南风，设计 尚青 编辑：王芳）"], ["卫南风"]),
        (["（记者 王 芳 李建国）桥通车了。", BODY], ["王芳", "李建国"]),
        (["中新网青崖3月4日电 (卫南风)桥通车了。", BODY], ["卫南风"]),
        (["中新社青崖3月4日电（卫南风 尚青）桥通车了。", BODY], ["卫南风", "尚青"]),
        (["某世纪报道记者卫南风 青崖报道", BODY], ["卫南风"]),
        (["某某时报（www.example.com）记者卫南风 青崖报道", BODY], ["卫南风"]),
        (["某联社（青崖，记者 卫南风）讯，桥通车了。", BODY], ["卫南风"]),
        (["本报记者 卫南风 发自青崖", BODY], ["卫南风"]),
        (["本报记者 卫南风 发自 青崖", BODY], ["卫南风"]),
        (["文 | 某浪财经 卫南风", BODY], ["卫南风"]),
        (["专栏作家 | 卫南风", "文 | 卫南风", BODY], ["卫南风"]),
        (["文 | 卫南风 来源 | 某某观察", BODY], ["卫南风"]),
        (["⊙记者 卫南风 ○编辑 尚青", BODY], ["卫南风"]),
        (["作者：盘和林", BODY], ["盘和林"]),
        (["作者：卫南风和尚青青", BODY], ["卫南风", "尚青青"]),
        ([BODY, BODY + "（记者卫南风、尚青参与采写）"], ["卫南风", "尚青"]),
        ([BODY, BODY + "（欧阳南风）"], ["欧阳南风"]),
        (["某某新闻记者丨卫南风 实习生丨尚青", BODY], ["卫南风", "尚青"]),
        (["某某新闻记者｜卫南风 实习生｜尚青", BODY], ["卫南风", "尚青"]),
        (["卫南风/文", BODY], ["卫南风"]),
        (["卫南风 尚青／文", BODY], ["卫南风", "尚青"]),
        ([BODY, "（作者：卫南风，设计师尚青青 编辑：王芳）"], ["卫南风"]),
        (["作者：卫南风 摄影师尚青青", BODY], ["卫南风"]),
        (["某某观察网 记者 卫南风 3月4日，桥通车了。", BODY], ["卫南风"]),
        (["本报讯 记者卫南风、尚青报道：桥通车了。", BODY], ["卫南风", "尚青"]),
        (["某报讯 记者卫南风 通讯员尚青报道：桥通车了。", BODY], ["卫南风", "尚青"]),
    ],
)
def test_explicit_byline_names_its_persons(lines: list[str], authors: list[str]) -> None:
    assert list(authors_of(lines)) == authors


@pytest.mark.parametrize(
    "lines",
    [
        [BODY, BODY + "（完）"],
        [BODY, BODY + "(完)"],
        [BODY, BODY + "（中某经纬APP）"],
        [BODY, BODY + "（图）"],
        ["《某某日报》记者从会上获悉，桥通车了。", BODY],
        ["某某新闻（www.example.com）记者从新修的桥上走过，数出了四百步。", BODY],
        ["记者了解到，桥上不许摆摊。", BODY],
        ["某市研究员 张建平：桥是好桥。", BODY],
        [BODY, "（记者注：桥名沿用旧名）"],
        [BODY, "（摄影 卫南风）"],
        [BODY, "编辑：卫南风"],
        ["每经编辑：卫南风", BODY],
        [BODY, "来源：某某晚报"],
        [BODY, "（来源：某某晚报）"],
        [BODY, BODY + "（封面新闻）"],
        [BODY, BODY + "（路透社）"],
        [BODY, BODY + "（金融界）"],
        [BODY, BODY + "（方正证券）"],
        [BODY, BODY + "（全文完）"],
        [BODY, BODY + "（安徽合肥）"],
        [BODY, BODY + "（高速）"],
        ["本报记者走访", BODY],
        ["记者连线", BODY],
        ["某报记者探访新桥", BODY],
        ["中新网青崖3月4日电 (高速公路频道)桥通车了。", BODY],
        ["桥/文", BODY],
        ["新桥落成/文", BODY],
        ["本报讯 记者从会上获悉，桥通车了。", BODY],
        ["本报讯 记者高速报道：桥通车了。", BODY],
        ["本报讯 记者曾于3月4日到过桥上。", BODY],
        ["本报讯 记者曾多次报道，桥上不许摆摊。", BODY],
        ["某某观察网 记者 文化馆 的人都说桥好。", BODY],
        ["他说过 记者 向前 走了一步。", BODY],
        [BODY, "2022年3月3日"],
        [BODY, "北岫县人民政府办公室"],
    ],
)
def test_nothing_else_names_an_author(lines: list[str]) -> None:
    assert authors_of(lines) == ()


def test_bracket_in_mid_body_is_no_byline() -> None:
    lines = [*[BODY] * 5, "他对镜头说（记者 卫南风 在场）桥很好。", *[BODY] * 5]
    assert authors_of(lines) == ()


@pytest.mark.parametrize(
    ("line", "editor"),
    [
        ("责任编辑：卫南风 ", "卫南风"),
        ("责任编辑：卫南风 SF107", "卫南风"),
        ("责任编辑：卫南风 S1024", "卫南风"),
        ("（责任编辑：卫南风）", "卫南风"),
        ("责任编辑：卫南风 尚青", "卫南风 尚青"),
        ("责编:卫南风", "卫南风"),
        ("责任编辑：", None),
        ("责任编辑：SF014", None),
    ],
)
def test_editor_is_a_name_without_staff_code(line: str, editor: str | None) -> None:
    assert clean_editor(line) == editor


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("来源：某某晚报", "某某晚报"),
        ("某某晚报", "某某晚报"),
        ("来源： 某某发布微信公众号", "某某发布微信公众号"),
        ("新某体育 [微博]", "新某体育"),
        ("新某科技微博", "新某科技"),
        ("http://www.sina.com.cn", None),
        ("作者：某某晚报", None),
        ("微博", None),
        ("某某财经综合 作者：卫南风", "某某财经综合"),
        ("  ", None),
    ],
)
def test_source_is_a_medium(text: str, source: str | None) -> None:
    assert clean_source(text) == source


def test_names_are_split_and_joined_as_they_are_written() -> None:
    assert names_in("卫南风、尚青 王　芳") == ["卫南风", "尚青", "王芳"]


@pytest.mark.parametrize("form", bylines._LINE_FORMS, ids=lambda form: form._source[:24])
@given(st.data())
def test_no_form_of_a_byline_fits_a_line_without_one_of_the_words_asked_first(
    form: Deferred, data: st.DataObject
) -> None:
    line = data.draw(st.from_regex(form._source))
    assert any(word in line for word in bylines._LINE_WORDS)
