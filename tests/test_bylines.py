"""Who wrote it: names from an explicit byline, and nobody from anything else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import Article, Parser, clean_html, parse
from newsclean.blocks import Heading, plain
from newsclean.rules import Rules, default_rules
from newsclean.rules.forms import joined
from newsclean.rules.rows import Form, Wording

BODY = "这一段是正文，讲的是一座桥和两岸的人，没有谁的名字写在括号里。"


def article_of(*lines: str, feed: str = "某某频道") -> Article:
    """The article of a feed's document with these lines."""
    head = f"title: '河上新桥今晨通车'\nauthor: '{feed}'\ndate: Thu, 20 Jan 2022 05:38:55 GMT\n"
    body = "".join(f"<p>{line}</p>" for line in lines)
    return parse(f"---\n{head}---\n<div>{body}</div>".encode())


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
        (["《某刊》记者 卫南风/文 尚青/编辑", BODY], ["卫南风"]),
        (["卫南风/文 尚青/编辑", BODY], ["卫南风"]),
        (["新浪科技 卫南风 发自青崖", BODY], ["卫南风"]),
        ([BODY, "新浪体育 卫南风 尚青 青崖报道"], ["卫南风", "尚青"]),
        (["新浪娱乐/卫南风", BODY], ["卫南风"]),
        (["新浪财经 独家报道", BODY], []),
        (["某某能源报 | 记者 卫南风", BODY], ["卫南风"]),
        (["某世纪报记者卫南风 实习生尚青 广州报道", BODY], ["卫南风", "尚青"]),
        ([BODY, BODY + "(子玉/文)"], ["子玉"]),
        ([BODY, BODY + "卫南风/文 尚青/图"], ["卫南风"]),
        ([BODY, BODY + "（作者署名：卫南风）"], ["卫南风"]),
        (["记者/卫南风 编辑/尚青", BODY], ["卫南风"]),
        (["作者：卫南风 来源：某某晚报。", BODY], ["卫南风"]),
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
        # the one that wrote, beside the one that took the pictures
        (["某某晚报记者 卫南风 文/摄", BODY], ["卫南风"]),
        (["本报记者 卫南风 文 尚青 图", BODY], ["卫南风"]),
        (["本报记者 卫南风 摄影报道", BODY], ["卫南风"]),
        (["卫南风/文 尚青/图", BODY], ["卫南风"]),
        ([BODY, BODY + "（文/卫南风 图/尚青）"], ["卫南风"]),
        (["文、图/某某晚报全媒体记者 卫南风", BODY], ["卫南风"]),
        (["文/图 某某晚报记者 卫南风", BODY], ["卫南风"]),
        (["（图/文 某某汽车 卫南风）", BODY], ["卫南风"]),
        (["图文：卫南风", BODY], ["卫南风"]),
        (["某某社记者 王宏图", BODY], ["王宏图"]),
        # datelines, by their form
        (["某某经纬3月4日电 (卫南风) 桥通车了。", BODY], ["卫南风"]),
        (["某某经纬客户端3月4日电（卫南风 尚青）桥通车了。", BODY], ["卫南风", "尚青"]),
        (["某某证券网讯（卫南风）桥通车了。", BODY], ["卫南风"]),
        # titles and places behind the names
        (["作者：卫南风，经济学家", BODY], ["卫南风"]),
        (["作者：卫南风 财经作家", BODY], ["卫南风"]),
        (["作者：卫南风，律师", BODY], ["卫南风"]),
        (["作者：卫南风 高级编辑", BODY], ["卫南风"]),
        (["作者：卫南风 CFA", BODY], ["卫南风"]),
        (["作者：卫南风 F3000001 Z0000001", BODY], ["卫南风"]),
        ([BODY, "（作者：卫南风 尚青，分别系某大学教授、博士生）"], ["卫南风", "尚青"]),
        (["作者：梅岭、王德尚玉", BODY], ["梅岭", "王德尚玉"]),
        (["本报记者 卫南风 尚青 成都 重庆报道", BODY], ["卫南风", "尚青"]),
        (["本报记者 卫南风 绵阳 德阳报道", BODY], ["卫南风"]),
        (["某报记者 卫南风 武汉 报道", BODY], ["卫南风"]),
        (["某报记者 卫南风 发自北京、深圳", BODY], ["卫南风"]),
        (["（记者 洛登 格桑边多）桥通车了。", BODY], ["洛登", "格桑边多"]),
        # several labels in one line
        (["记者/卫南风 剪辑/尚青", BODY], ["卫南风"]),
        (["记者：卫南风 拍摄：尚青 后期：王芳", BODY], ["卫南风"]),
        (["编辑：尚青 记者：卫南风", BODY], ["卫南风"]),
        (["出品｜某某商业组 作者｜卫南风 编辑｜尚青", BODY], ["卫南风"]),
        (["统筹 王芳 记者 卫南风 尚青", BODY], ["卫南风", "尚青"]),
        (["作者/卫南风 译者/尚青", BODY], ["卫南风"]),
        (["作者：卫南风 来源：某某观察", BODY], ["卫南风"]),
        # credit lines are stepped over
        (
            [*[BODY] * 5, "某某社记者 卫南风", "监制：尚青", "统筹：王芳", "编辑：李建国", "校对：张三"],
            ["卫南风"],
        ),
        (["编辑：尚青", "校对：王芳", "审核：张三", "（记者 卫南风）桥通车了。", *[BODY] * 5], ["卫南风"]),
        ([*[BODY] * 5, BODY + "（卫南风）", "编辑 尚青"], ["卫南风"]),
        ([*[BODY] * 5, BODY + "（卫南风）", "（完）", "©某某网"], ["卫南风"]),
        # further forms
        (["某某经济报道、某某财经全媒体记者 卫南风 广州报道", BODY], ["卫南风"]),
        (["某某财经全媒体 某某经济报道记者 卫南风 广州报道", BODY], ["卫南风"]),
        (["意见领袖 | 卫南风", BODY], ["卫南风"]),
        (["新浪财经意见领袖专栏作家 卫南风", BODY], ["卫南风"]),
        (["某某财经主笔 卫南风", BODY], ["卫南风"]),
        (["某某研究院研究员 卫南风", BODY], ["卫南风"]),
        (["研究员：卫南风 F3000001 Z0000001", BODY], ["卫南风"]),
        ([BODY, BODY + "（作者卫南风系某大学教授）"], ["卫南风"]),
        ([BODY, "（作者卫南风、尚青均为某大学教授）"], ["卫南风", "尚青"]),
        ([BODY, BODY + "记者 卫南风"], ["卫南风"]),
        ([BODY, BODY + " 作者：卫南风"], ["卫南风"]),
        (["某某社记者卫南风和尚青", BODY], ["卫南风", "尚青"]),
        ([BODY, "（参与采写：卫南风、尚青）"], ["卫南风", "尚青"]),
        ([BODY, "（更多线索，请联系本文作者卫南风：wnf@example.com）（某某APP）"], ["卫南风"]),
        (["记者∣卫南风", BODY], ["卫南风"]),
        (["文︱卫南风 编辑┃尚青", BODY], ["卫南风"]),
        (["■ 本报记者 卫南风", BODY], ["卫南风"]),
    ],
)
def test_explicit_byline_names_its_persons(lines: list[str], authors: list[str]) -> None:
    assert list(article_of(*lines).authors) == authors


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
        # who took a picture wrote nothing
        [BODY, "新桥的桥面。（某某日报记者 卫南风 摄）", BODY],
        [BODY, "新桥的桥面 本报记者 卫南风摄"],
        ["某某社记者卫南风摄", BODY],
        ["某某新闻记者 卫南风 图", BODY],
        ["新桥的控制室（通讯员 卫南风 供图）", BODY],
        [BODY, BODY + "某某社记者 卫南风 摄"],
        [BODY, BODY + "（卫南风摄）"],
        ["摄影：某某日报记者 卫南风", BODY],
        # datelines without a name
        ["某某网3月4日讯（高速）桥通车了。", BODY],
        ["某某证券网讯（宁波）桥通车了。", BODY],
        ["某某公司公告（卫南风）桥通车了。", BODY],
        # teams, media and data vendors
        ["作者：某某固收", BODY],
        ["作者：某某宏观", BODY],
        ["作者：某某数据", BODY],
        ["作者：同花顺", BODY],
        ["作者：Wind", BODY],
        ["意见领袖 | 盘古智库", BODY],
        # what stands in brackets at the end and signs nothing
        [BODY, "第十名：某县青年创业园（江苏）"],
        [BODY, "10. 某某股份有限公司（宁波）"],
        [BODY, "某某股份有限公司（公章）"],
        [BODY, "其余款项合计三千二百（万元）"],
        [BODY, "一等奖：《大河》（卫南风）"],
        [BODY, BODY + "（时评）"],
        [BODY, BODY + "（云南）"],
        [BODY, BODY + "（东方财富）"],
        # rubrics and questions
        ["某某日报评论员文章", BODY],
        ["（通讯员供稿）", BODY],
        ["【记者走基层】新桥上的年轻人", BODY],
        ["【记者在现场】新桥通车", BODY],
        ["【实习生日记】", BODY],
        ["（本报记者实地探访）", BODY],
        ["（记者 现场连线）", BODY],
        ["记者：请介绍", BODY],
        ["记者：谢谢", BODY],
        ["原标题：记者：我在桥上", BODY],
        ["某某证券分析师 卫南风", BODY],
        # the author's post, and an author without a name
        [BODY, "（作者系某大学经济学院教授）"],
        [BODY, "（作者单位为某大学）"],
        [BODY, "请联系作者本人：wnf@example.com"],
    ],
)
def test_nothing_else_names_an_author(lines: list[str]) -> None:
    assert article_of(*lines).authors == ()


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("来源 | 某某证券报　作者 | 卫南风", ["卫南风"]),
        ("来源：某某证券报 作者 卫南风", ["卫南风"]),
        ("来源：某某证券报 记者：卫南风 尚青", ["卫南风", "尚青"]),
        ("来源：某某证券报 记者 卫南风", ["卫南风"]),
        ("来源：某某人物 文/卫南风", ["卫南风"]),
        ("来源：某某网（记者 卫南风）", ["卫南风"]),
        ("责编：尚青 记者：卫南风", ["卫南风"]),
        ("原标题：新桥通车　　来源：某某证券报　作者：卫南风", ["卫南风"]),
        ("本文来自微信公众号：某某观察（ID：mmgc），作者：卫南风，题图来自：某某中国", ["卫南风"]),
        ("来源：某某证券报", []),
        ("责任编辑：卫南风", []),
        ("原标题：记者 卫南风 的一天", []),
        ("原标题：对话 记者：我在现场", []),
        ("来源：某某作者网", []),
    ],
)
def test_line_taken_out_of_the_body_still_names_its_author(line: str, authors: list[str]) -> None:
    assert list(article_of(BODY, BODY, BODY, line).authors) == authors


def test_bracket_in_mid_body_is_no_byline() -> None:
    lines = [*[BODY] * 5, "他对镜头说（记者 卫南风 在场）桥很好。", *[BODY] * 5]
    assert article_of(*lines).authors == ()


@pytest.mark.parametrize(
    ("line", "editor"),
    [
        ("责任编辑：卫南风 ", "卫南风"),
        ("责任编辑：卫南风 SF107", "卫南风"),
        ("责任编辑：卫南风 S1024", "卫南风"),
        ("责任编辑：卫南风SF142", "卫南风"),
        ("责任编辑：Anna S1024", "Anna"),
        ("（责任编辑：卫南风）", "卫南风"),
        ("责任编辑：卫南风 尚青", "卫南风 尚青"),
        ("责编:卫南风", "卫南风"),
        ("责任编辑：卫南风 校对：尚青", "卫南风"),
        ("责任编辑：卫南风 图 雅", "卫南风 图 雅"),
        ("责任编辑：卫南风 张视频", "卫南风 张视频"),
        ("责任编辑：卫南风 编辑 SF001", "卫南风"),
        ("责编：卫南风 | 主编：尚青 来源：某报", "卫南风"),
        ("责任编辑：", None),
        ("责任编辑：SF014", None),
    ],
)
def test_editor_is_a_name_without_staff_code(line: str, editor: str | None) -> None:
    assert article_of(BODY, BODY, BODY, line).editor == editor


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
        ("某某证券报 记者 卫南风", "某某证券报"),
        ("来源：某某人物 文/卫南风", "某某人物"),
        ("某某网（记者 卫南风", "某某网"),
        ("中国作者网", "中国作者网"),
        ("某某 文化", "某某 文化"),
        ("  ", None),
        ("某某晚报（2022年03月04日 第 10 版）", "某某晚报"),
        ("某某网（微信公众号：mmnet）", "某某网"),
        ("某某（镇）广播站", "某某（镇）广播站"),
        ("某某发布（某镇）", "某某发布（某镇）"),
        ("（某某晚报）", "某某晚报"),
        ("专栏", None),
        ("专栏作家 卫南风", None),
    ],
)
def test_source_is_a_medium(text: str, source: str | None) -> None:
    assert article_of(BODY, feed=text).source == source


def test_names_are_split_and_joined_as_they_are_written() -> None:
    assert list(article_of("作者：卫南风、尚青 王　芳", BODY).authors) == ["卫南风", "尚青", "王芳"]


@pytest.mark.parametrize("question", ["byline-text", "byline-author", "byline-reporters", "byline-strict"])
@given(st.data())
def test_every_byline_that_is_a_line_holds_one_of_the_words_asked_first(
    question: str, data: st.DataObject
) -> None:
    rules = default_rules()
    forms = [form for row in rules.wordings if row.asks == question for form in row.forms]
    line = data.draw(st.from_regex(joined(forms, rules.book), fullmatch=True))
    needed = getattr(rules.needed, question.replace("-", "_"))
    assert any(word in line for word in needed)


TOLD = (
    "（渡口的退休电工，某某网频道主编，某某会成员，前《某某科学》首席编辑，曾在某某大学钻研灯光，"
    "写过三本讲星星的书，现在住在河边的小镇上，每晚看星）"
)


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        # a mark before the label, a space for its sign
        (["►文 某某网 卫南风", BODY], ["卫南风"]),
        (["► 文 某某网 卫南风", BODY], ["卫南风"]),
        (["▶ 文/某某网 卫南风", BODY], ["卫南风"]),
        (["★文 某某周刊 卫南风 尚青", BODY], ["卫南风", "尚青"]),
        (["撰文 卫南风", BODY], ["卫南风"]),
        ([BODY, "文 卫南风 编辑 尚青"], ["卫南风"]),
        # brackets with a label before the first sentence
        (["【文/某某网 卫南风】3月1日，桥通车了。", BODY], ["卫南风"]),
        (["（文/某某网 卫南风）3月1日，桥通车了。", BODY], ["卫南风"]),
        (["【撰文｜卫南风】桥通车了。", BODY], ["卫南风"]),
        (["【文/某某网专栏作者 卫南风，编辑/尚青】桥通车了。", BODY], ["卫南风"]),
        (["(作者：卫南风)3月1日，桥通车了。", BODY], ["卫南风"]),
        # a report's line that runs on
        (["某某财经报道记者 卫南风 青崖报道 据海关统计，桥通车了。", BODY], ["卫南风"]),
        (["某某财经全媒体见习记者卫南风 青崖报道 5月24日，桥通车了。", BODY], ["卫南风"]),
        (["某某报记者 卫南风 实习生 尚青 青崖、北岫报道 近日，桥通车了。", BODY], ["卫南风", "尚青"]),
        (["本报记者卫南风 尚青 北京报道 近日，桥通车了。", BODY], ["卫南风", "尚青"]),
        (["某某报记者 卫南风 发自青崖 桥通车了，两岸的人都来看。", BODY], ["卫南风"]),
        # labels spread by spaces
        (["作   者 | 卫南风", BODY], ["卫南风"]),
        (["作&nbsp;&nbsp;&nbsp;者 | 卫南风", BODY], ["卫南风"]),
        (["作　者：卫南风 编　辑：尚青", BODY], ["卫南风"]),
        (["编   辑 | 尚青", "作   者 | 卫南风", BODY], ["卫南风"]),
        # names that go on in the next line
        (["作者 | 卫南风 尚青", "段飞舟", "编辑 | 王芳", BODY], ["卫南风", "尚青", "段飞舟"]),
        (["作者 | 卫南风 尚青<br>段飞舟", BODY], ["卫南风", "尚青", "段飞舟"]),
        (["作者 | 卫南风、", "尚青", BODY], ["卫南风", "尚青"]),
        (["作者：", "卫南风", BODY], ["卫南风"]),
        # compiled, by its reporter
        ([BODY, BODY + "(卫南风/编译)"], ["卫南风"]),
        ([BODY, "（卫南风/编译）"], ["卫南风"]),
        ([BODY, "（卫南风 编译）"], ["卫南风"]),
        ([BODY, BODY + "（编译/卫南风）"], ["卫南风"]),
        (["编译/记者 卫南风", BODY], ["卫南风"]),
        ([BODY, "编译｜某某报记者 卫南风"], ["卫南风"]),
        (["记者/编译 卫南风", BODY], ["卫南风"]),
        # sent from a place
        ([BODY, BODY + "(卫南风 发自上海)"], ["卫南风"]),
        ([BODY, "（卫南风 尚青 发自巴黎）"], ["卫南风", "尚青"]),
        ([BODY, "（本报记者 卫南风 发自上海）"], ["卫南风"]),
        (["（卫南风 发自上海）桥通车了。", BODY], ["卫南风"]),
        # text and pictures by one hand, with nothing between
        (["卫南风  尚青文/图", BODY], ["卫南风", "尚青"]),
        (["卫南风 文/图", BODY], ["卫南风"]),
        ([BODY, "（卫南风文/图）"], ["卫南风"]),
        (["卫南风文 尚青图", BODY], ["卫南风"]),
        # told of at length
        ([f"作者：卫南风(微博){TOLD}", BODY], ["卫南风"]),
        ([f"作者：Qiao(微博){TOLD}", BODY], ["Qiao"]),
        ([f"本文作者：卫南风{TOLD}。", BODY], ["卫南风"]),
        ([BODY, f"文/卫南风{TOLD}"], ["卫南风"]),
        # both scripts
        ([BODY, "（羅森）"], ["羅森"]),
    ],
)
def test_bylines_of_further_kinds(lines: list[str], authors: list[str]) -> None:
    assert list(article_of(*lines).authors) == authors


@pytest.mark.parametrize(
    "lines",
    [
        ["文 化馆的灯还亮着", BODY],
        ["【文/图】桥通车了。", BODY],
        [BODY, "摄影/记者 卫南风"],
        [BODY, "编辑/记者 卫南风"],
        [BODY, "（来信 发自上海）"],
        ["作 者 是谁，没有人知道", BODY],
        ["某某报记者 昨日傍晚 北京报道 桥通车了。", BODY],
        # words that only open as a surname does, deeds and things
        [BODY, BODY + "（金秋）"],
        [BODY, BODY + "（温情）"],
        [BODY, BODY + "（方言）"],
        ["（记者 现场目击）桥通车了。", BODY],
        [BODY, "文/一座桥"],
        [BODY, "文/两盏灯"],
    ],
)
def test_what_only_looks_like_a_byline_names_nobody(lines: list[str]) -> None:
    assert article_of(*lines).authors == ()


@pytest.mark.parametrize("next_line", ["金秋", "温情的夜", "方言", "桥通车了"])
def test_a_heading_below_a_byline_is_no_further_author(next_line: str) -> None:
    assert article_of("作者 | 卫南风", next_line, BODY).authors == ("卫南风",)


@pytest.mark.parametrize(
    ("question", "pattern", "line"),
    [
        ("byline-text", r"供稿人\s*:\s*(?P<names>.{2,8})", "供稿人：卫南风"),
        ("byline-strict", r"(?P<names>{FEW_NAMES})供稿", "卫南风供稿"),
        ("byline-running", r"(?P<names>{FEW_NAMES})有话说:", "卫南风有话说：" + BODY),
        ("byline-dateline", r"渡口快信\((?P<names>{FEW_NAMES})\)", "渡口快信（卫南风）" + BODY),
        ("byline-lone-end", r"——(?P<names>{FEW_NAMES})$", BODY + "——卫南风"),
        ("byline-closing", r"执笔\s*(?P<names>{FEW_NAMES})$", BODY + "执笔 卫南风"),
    ],
)
def test_a_users_wording_is_asked_as_it_stands(question: str, pattern: str, line: str) -> None:
    mine = Wording(name="mine", why="A byline of the corner shop.", asks=question, forms=(Form(pattern),))
    page = f'<h1 class="main-title">桥通了</h1><div id="article"><p>{line}</p><p>{BODY}</p></div>'
    if line.startswith(BODY):
        page = f'<h1 class="main-title">桥通了</h1><div id="article"><p>{BODY}</p><p>{line}</p></div>'
    assert parse(page).authors == ()
    assert Parser(default_rules().with_([mine])).parse(page).authors == ("卫南风",)


@pytest.mark.parametrize(
    "line",
    [
        "作者：卫南风",
        "► 文 某某网 卫南风",
        "文/卫南风 尚青",
        "某某晚报记者 卫南风 发自青崖",
        "卫南风 尚青文/图",
        "编译/记者 卫南风",
        "作   者 | 卫南风",
        "编辑 | 尚青",
        "本报记者 卫南风 青崖报道",
        "2022年3月4日",
        "3月4日 星期五",
        "2022-03-04 21:30",
        "二〇二二年三月四日",
        "—END—",
        "【END】",
        "THE END",
        "· END ·",
        "（完）",
        "全文完",
    ],
)
def test_a_bold_byline_date_or_end_line_is_a_paragraph(line: str) -> None:
    page = (
        f'<h1 class="main-title">桥通了</h1><div id="article"><p>{BODY}</p>'
        f"<p><strong>桥上的灯</strong></p><p>{BODY}</p><p><strong>{line}</strong></p><p>{BODY}</p></div>"
    )
    article = parse(page)
    assert [plain(block.runs) for block in article.blocks if isinstance(block, Heading)] == ["桥上的灯"]
    assert clean_html(page).count("<h3>") == 1


@pytest.mark.parametrize(
    "line",
    ["设计：回到起点", "2022年大事记", "3月4日：第一班船", "作者是谁", "文化馆的灯", "END是什么意思", "完"],
)
def test_a_heading_that_only_reads_like_a_byline_stays_one(line: str) -> None:
    page = f"<p>{BODY}</p><p><strong>{line}</strong></p><p>{BODY}</p>"
    assert f"<h3>{line}</h3>" in clean_html(page)


def test_a_byline_marked_as_a_heading_is_a_paragraph() -> None:
    body = f"<h3>文/卫南风</h3><p>{BODY}</p><h3>桥上的灯</h3><p>{BODY}</p>"
    page = f'<h1 class="main-title">桥通了</h1><div id="article">{body}</div>'
    article = parse(page)
    assert article.authors == ("卫南风",)
    assert [plain(block.runs) for block in article.blocks if isinstance(block, Heading)] == ["桥上的灯"]


def test_a_wording_of_ones_own_that_ends_a_line_is_found_in_any_line() -> None:
    own = Wording(
        name="keeper-brackets",
        why="Who keeps the lamps signs a paragraph, at its end.",
        asks="byline-brackets",
        forms=(Form(r"\(\s*守灯人\s*(?P<names>[^()¸¶:]{2,10}?)\s*\)$"),),
    )
    rules = default_rules().without("byline-brackets").with_(Rules([own]))
    lines = ["老桥今天上午重新通车，两岸的人都来了。（守灯人 沈砚秋）", *[BODY] * 5]
    body = "".join(f"<p>　　{line}</p>" for line in lines)
    page = f'<h1 class="main-title">桥通了</h1><div id="article">{body}</div>'
    assert Parser(rules).parse(page).authors == ("沈砚秋",)
