"""Pictures, the lines around them, and tables: what is a caption, what is text, what is data."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

import newsclean
from cleaning import clean
from newsclean import Article, Table
from newsclean.clean import PASSES
from newsclean.render import to_html
from newsclean.rules import Picture, default_rules
from newsclean.rules.forms import joined
from newsclean.rules.needs import needs_of

FRAME = (
    '<html><head><title>老桥通车_新浪财经_新浪网</title></head><body><h1 class="main-title">老桥通车</h1>'
    '<div class="date-source"><span class="date">2021年03月04日 10:20</span></div>'
    '<div class="article" id="artibody">{}</div></body></html>'
)
FIRST = "老桥今天通车，两岸的人都来看，桥上不许摆摊。"
LAST = "夜里桥灯亮到十点，最后一班渡船停在南岸，船工说他明天改行卖票。"
ONE, TWO = '<img src="//n.sinaimg.cn/a/1.jpg">', '<img src="//n.sinaimg.cn/a/2.jpg">'
SENTENCE = "船工把缆绳收起来，挂在了墙上。"


def article_of(body: str) -> Article:
    return newsclean.parse(FRAME.format(f"<p>　　{FIRST}</p>{body}<p>　　{LAST}</p>"))


def lines_of(article: Article) -> list[str]:
    """The lines between the first paragraph and the last."""
    lines = article.text.split("\n")
    assert (lines[0], lines[-1]) == (FIRST, LAST)
    return lines[1:-1]


@pytest.mark.parametrize(
    ("below", "caption"),
    [
        ("<p>　　▲桥灯夜景</p>", "▲桥灯夜景"),
        ("<p>图为桥灯夜景。</p>", "图为桥灯夜景。"),
        ("<p>桥灯夜景（卫南风 摄）</p>", "桥灯夜景（卫南风 摄）"),
        ("<p>桥灯夜景。本报记者 卫南风摄</p>", "桥灯夜景。本报记者 卫南风摄"),
        ("<p>图片来源：砚江晨报</p>", "图片来源：砚江晨报"),
        ("<p>砚江晨报 图</p>", "砚江晨报 图"),
        ("<p>桥灯夜景 卫南风 摄</p>", "桥灯夜景 卫南风 摄"),
        ('<p cms-style="font-L legend">桥灯夜景</p>', "桥灯夜景"),
        ('<p align="center">桥灯夜景</p>', "桥灯夜景"),
        ('<p cms-style="font-L"><font cms-style="font-L align-Center">桥灯夜景</font></p>', "桥灯夜景"),
        ('<p align="center"><b>桥灯夜景</b></p>', None),
        ('<p align="center">一、桥灯夜景</p>', None),
        ('<p align="center">文/卫南风</p>', None),
        ('<p align="center">桥灯亮了一夜。</p>', None),
        ("<p>桥灯夜景</p>", None),
        ("<p>图为什么会动，很多人问过。</p>", None),
        ("<p>资料图书馆里灯火通明</p>", None),
        ('<p align="center">表1 桥灯的数目</p>', None),
        ("<p>桥灯亮了一夜。</p>", None),
        ("<p>图片显示，桥灯亮了一夜。</p>", None),
        ("<p>他为这座桥摄下了最后一张照片</p>", None),
        (f"<p>▲{'桥灯夜景' * 40}</p>", None),
    ],
)
def test_block_behind_a_picture_may_say_that_it_is_its_caption(below: str, caption: str | None) -> None:
    article = article_of(f'<div class="img_wrapper">{ONE}</div>{below}')
    assert [image.caption for image in article.images] == [caption]
    assert len(lines_of(article)) == (0 if caption else 1)


def test_paragraph_in_the_frame_of_a_picture_is_its_caption() -> None:
    article = article_of(f'<div class="img_wrapper">{ONE}<p>桥灯夜景</p></div>')
    assert [image.caption for image in article.images] == ["桥灯夜景"]


@pytest.mark.parametrize(
    ("words", "caption"),
    [
        ('桥灯夜景<a href="/p.html">点击查看高清图集</a>', "桥灯夜景"),
        ('<a href="/p.html">点击进入下一页</a>', None),
        ('桥灯夜景<a href="/p.html">更多图片</a>', "桥灯夜景"),
        ('<a href="/p.html">桥灯夜景</a>', "桥灯夜景"),
    ],
)
def test_link_to_more_pictures_is_no_part_of_a_caption(words: str, caption: str | None) -> None:
    article = article_of(f'<div class="img_wrapper">{ONE}<span class="img_descr">{words}</span></div>')
    assert [image.caption for image in article.images] == [caption]


@pytest.mark.parametrize("tag", ["embed", "bgsound", "source", "track"])
def test_what_a_parser_puts_into_an_empty_element_is_read(tag: str) -> None:
    article = article_of(f"<{tag} src='a.swf'><p>桥灯夜景。</p><p>{ONE}</p>")
    assert lines_of(article) == ["桥灯夜景。"]
    assert len(article.images) == 1


@pytest.mark.parametrize(
    ("body", "captions", "lines"),
    [
        (f"<center>{ONE}<br>桥灯<br><br>{TWO}<br>渡船</center>", ["桥灯", "渡船"], []),
        (f'<p align="center">{ONE}<br>桥灯<br>{TWO}<br>渡船</p>', ["桥灯", "渡船"], []),
        (f'<p align="center">{ONE}桥灯</p>', ["桥灯"], []),
        (f"<center>{ONE}<br>{TWO}<br>桥灯与渡船</center>", [None, "桥灯与渡船"], []),
        (f"<p>桥灯<br>{ONE}</p>", ["桥灯"], []),
        (f"<center>{ONE}<br>{SENTENCE}</center>", [SENTENCE], []),
        (f"<center>{ONE}<br>{SENTENCE}<br>{TWO}<br>{SENTENCE}</center>", [None, None], [SENTENCE, SENTENCE]),
        (
            f"<center>{ONE}<br>图为桥灯。<br>{TWO}<br>渡船。砚江晨报 摄</center>",
            ["图为桥灯。", "渡船。砚江晨报 摄"],
            [],
        ),
        (
            f"<center>{ONE}<br>他拍的图片登了报。<br>{TWO}<br>他没有去看。</center>",
            [None, None],
            ["他拍的图片登了报。", "他没有去看。"],
        ),
        (f"<center>{ONE}<br>{SENTENCE}<br>他没有回头。</center>", [None], [SENTENCE, "他没有回头。"]),
        (f"<center>桥灯<br>{ONE}<br>渡船<br>{TWO}</center>", [None, None], ["桥灯", "渡船"]),
        (f'<p align="center"><b>一、桥灯</b><br>{ONE}</p>', [None], ["一、桥灯"]),
        (f'<p align="center">{ONE}<br><b>二、渡船</b></p>', [None], ["二、渡船"]),
        (f'<p align="center">灯还没有灭<br>船还没有走<br>{ONE}</p>', [None], ["灯还没有灭", "船还没有走"]),
        (
            f'<p align="center">{ONE}<br>灯还没有灭，<br>船还没有走</p>',
            [None],
            ["灯还没有灭，", "船还没有走"],
        ),
        (f"<center>{ONE}<br>对照如下：</center>", [None], ["对照如下："]),
        (f"<p>桥上{ONE}有灯</p>", [None], ["桥上有灯"]),
        (f"<center>桥灯 {ONE}<br>{TWO}</center>", [None, None], ["桥灯"]),
        (f"<h2>桥灯<br>{ONE}</h2>", [None], ["桥灯"]),
        (f"<center>{ONE}<br>桥灯<br><a href='/p.html'>点击图片进入下一页</a></center>", ["桥灯"], []),
        (f"<center>{ONE}<br>桥灯（点击查看更多图片）</center>", ["桥灯"], []),
        (f"<center>{ONE}<br>点击此处查看全部新闻图片</center>", [None], []),
        (f"<center>{ONE}<br><a href='http://sports.sina.com.cn/z/'>进入渡船专题</a></center>", [None], []),
    ],
)
def test_loose_line_is_a_caption_or_text(body: str, captions: list[str | None], lines: list[str]) -> None:
    article = article_of(body)
    assert [image.caption for image in article.images] == captions
    assert lines_of(article) == lines


VERSE = ["灯还没有灭", "船还没有走"]
EMPTY_CELL = f'<table align="center"><tr><td>{ONE}</td></tr><tr><td>&nbsp;</td></tr></table>'
LONG = "渡口停航的那天，码头上来了许多人，有人在船头放了一束花，也有人从城里赶来，把船票一张一张贴在墙上。"


@pytest.mark.parametrize(
    ("body", "captions", "lines"),
    [
        # two short centred lines are text
        (f'<p align="center">{ONE}<br>{VERSE[0]}<br>{VERSE[1]}</p>', [None], VERSE),
        (f"<center>{ONE}<br>{VERSE[0]}<br>{VERSE[1]}</center>", [None], VERSE),
        (
            f'<p align="center">{ONE}</p><p align="center">{VERSE[0]}</p><p align="center">{VERSE[1]}</p>',
            [None],
            VERSE,
        ),
        (
            f'<div class="img_wrapper">{ONE}</div><center>· 桥灯</center><center>· 渡船</center>',
            [None],
            ["· 桥灯", "· 渡船"],
        ),
        (
            f'<p align="center">{ONE}</p>'
            + "".join(f'<p align="center">{line}</p>' for line in [*VERSE, "风停了。"]),
            [None],
            [*VERSE, "风停了。"],
        ),
        # unless one of them is certain to be no verse
        (f'<p align="center">{ONE}<br>桥灯<br>卫南风摄</p>', ["桥灯\n卫南风摄"], []),
        (
            f'<p align="center">{ONE}</p><p align="center">桥灯</p><p align="center">（卫南风摄）</p>',
            ["桥灯"],
            ["（卫南风摄）"],
        ),
        (
            f'<p align="center">{ONE}</p><p align="center">桥灯</p><p align="center"><b>渡船</b></p>',
            ["桥灯"],
            ["渡船"],
        ),
        (
            f'<p align="center">{ONE}</p><p align="center">桥灯</p><p align="center">{TWO}</p>',
            ["桥灯", None],
            [],
        ),
        (f'<p align="center">{ONE}</p><p align="center">桥灯</p><p>{SENTENCE}</p>', ["桥灯"], [SENTENCE]),
        # the frame of a picture centres no line of its own, and is no proof where text goes on in it
        (f'<div class="img_wrapper">{ONE}<br>{SENTENCE}</div>', [None], [SENTENCE]),
        (f'<div class="img_wrapper">{ONE}桥灯夜景</div>', ["桥灯夜景"], []),
        (
            f'<div class="img_wrapper">{ONE}</div><div class="img_wrapper">桥灯夜景</div>',
            [None],
            ["桥灯夜景"],
        ),
        (f'<div class="img_wrapper">{ONE}</div><p align="center">桥灯夜景</p>', ["桥灯夜景"], []),
        (f'<div class="img_wrapper">{ONE}<p>{LONG}</p><p>{SENTENCE}</p></div>', [None], [LONG, SENTENCE]),
        (f'<div class="img_wrapper">{ONE}<p>桥灯夜景</p><p>{LONG}</p></div>', ["桥灯夜景"], [LONG]),
        (f'<div class="img_wrapper">{ONE}<p>{SENTENCE}</p>{TWO}<p>桥灯</p></div>', [SENTENCE, "桥灯"], []),
        # the cover's picture is another one
        (f"<p>{ONE}</p><p>封面图片来源：砚江晨报</p>", [None], ["封面图片来源：砚江晨报"]),
        (f'<p align="center">{ONE}</p><p align="center">题图：卫南风</p>', [None], ["题图：卫南风"]),
        (f'<p align="center">{ONE}<br>封面图来自砚江晨报</p>', [None], ["封面图来自砚江晨报"]),
        (f"<p>{ONE}</p><p>本文图片均由青崖桥管所供图</p>", ["本文图片均由青崖桥管所供图"], []),
        (f"<p>{ONE}</p><p>（本文图片均来自网络）</p>", [None], ["（本文图片均来自网络）"]),
        # a source of pictures is the picture's
        (f"<p>{ONE}</p><p>来源：视频截图</p>", ["来源：视频截图"], []),
        (f"<p>{ONE}<br>（来源：监控画面）</p>", ["（来源：监控画面）"], []),
        (f"<p>{ONE}</p><p>来源：渡口直播截屏</p>", ["来源：渡口直播截屏"], []),
        # the caption of a table whose cell for it is empty
        (f'{EMPTY_CELL}<p align="center">桥灯夜景</p>', ["桥灯夜景"], []),
        (f"{EMPTY_CELL}<center>{SENTENCE}</center>", [SENTENCE], []),
        (f"{EMPTY_CELL}<p>桥灯夜景</p>", [None], ["桥灯夜景"]),
        (f'{EMPTY_CELL}<p align="center">一、桥灯</p>', [None], ["一、桥灯"]),
        (f'<table><tr><td>{ONE}</td></tr></table><p align="center">桥灯夜景</p>', [None], ["桥灯夜景"]),
        (
            f"<table><tr><td>{ONE}</td><td>{TWO}</td></tr><tr><td></td><td></td></tr></table><center>桥灯</center>",
            [None, None],
            ["桥灯"],
        ),
    ],
)
def test_line_is_a_caption_where_that_is_certain(
    body: str, captions: list[str | None], lines: list[str]
) -> None:
    article = article_of(body)
    assert [image.caption for image in article.images] == captions
    assert lines_of(article) == lines
    assert article.source is None


def test_source_of_a_picture_leaves_the_source_of_the_article() -> None:
    page = FRAME.format(f"<p>　　{FIRST}</p><p>　　{LAST}</p><p>{ONE}</p><p>来源：视频截图</p>")
    told = page.replace(
        "10:20</span>", '10:20</span> <a class="source" href="https://www.qingya.example/">青崖晚报</a>'
    )
    assert [newsclean.parse(text).source for text in (page, told)] == [None, "青崖晚报"]
    alone = FRAME.format(f"<p>　　{FIRST}</p><p>　　{LAST}</p><p>来源：视频截图</p>")
    assert newsclean.parse(alone).source is None


def test_cover_above_the_text_may_be_named_under_its_picture() -> None:
    page = FRAME.format(
        f'<p align="center">{ONE}</p><p align="center">题图：桥灯夜景</p><p>　　{FIRST}</p><p>　　{LAST}</p>'
    )
    assert newsclean.parse(page).images[0].caption == "题图：桥灯夜景"


@pytest.mark.parametrize(
    ("rows", "captions", "lines"),
    [
        ([[ONE, TWO], ["桥灯", "渡船"]], ["桥灯", "渡船"], []),
        ([[ONE, "", TWO], ["", "", ""], ["桥灯", "", "渡船"]], ["桥灯", "渡船"], []),
        ([[ONE, TWO], ["桥灯与渡船"]], [None, "桥灯与渡船"], []),
        ([[ONE, "", TWO], ["桥灯", "南岸", "渡船"]], ["桥灯", "渡船"], ["南岸"]),
        ([[ONE], ["桥灯"], ["渡船"]], ["桥灯"], ["渡船"]),
        ([[ONE, "桥灯"]], ["桥灯"], []),
        ([[f"<p>{ONE}</p><p>桥灯</p><p>{TWO}</p><p>渡船</p>"]], ["桥灯", "渡船"], []),
        ([[f"<p>{ONE}</p><p>{SENTENCE}</p>"]], [SENTENCE], []),
        ([[f"<p>{ONE}</p><p>{SENTENCE}</p><p>{TWO}</p><p>渡船</p>"]], [None, None], [SENTENCE, "渡船"]),
        ([[f"<p>{ONE}</p><p>桥灯</p><p>{SENTENCE}</p>"]], [None], ["桥灯", SENTENCE]),
        ([["<p>桥灯</p><p>渡船</p>", ONE], ["南岸"]], [None], ["桥灯", "渡船", "南岸"]),
    ],
)
def test_frame_table_gives_pictures_the_lines_below_or_beside_them(
    rows: list[list[str]], captions: list[str | None], lines: list[str]
) -> None:
    inner = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    article = article_of(f'<table width="500">{inner}</table>')
    assert [image.caption for image in article.images] == captions
    assert lines_of(article) == lines


@pytest.mark.parametrize(
    "wrapper", ['<p align="center">{}<br>{}</p>', '<table width="9"><tr><td>{}</td><td>{}</td></tr></table>']
)
def test_sentences_that_make_up_the_body_are_text_and_no_captions(wrapper: str) -> None:
    sentences = [f"第{number}盏灯挂在桥头，第{number}条船停在桥下。" for number in "一二三四"]
    article = newsclean.parse(FRAME.format("".join(wrapper.format(ONE, sentence) for sentence in sentences)))
    assert article.text.split("\n") == sentences
    assert [image.caption for image in article.images] == [None] * 4
    assert [type(block).__name__ for block in article.blocks] == ["Image", "Paragraph"] * 4


def test_sentences_under_pictures_are_captions_beside_enough_text() -> None:
    one, two = (f'<p align="center">{picture}<br>{SENTENCE}</p>' for picture in (ONE, TWO))
    assert [image.caption for image in article_of(one).images] == [SENTENCE]
    assert [image.caption for image in article_of(f"{one}<p>　　{LAST}</p>{two}").images] == [SENTENCE] * 2
    assert [image.caption for image in article_of(one + two).images] == [None] * 2
    flash = newsclean.parse(FRAME.format(f"{one}<p>　　老桥今天通车。</p>"))
    assert flash.text == f"{SENTENCE}\n老桥今天通车。"


def test_short_lines_are_text_where_there_is_no_other() -> None:
    article = newsclean.parse(FRAME.format(f"<center>{ONE}<br>桥灯</center><center>{TWO}<br>渡船</center>"))
    assert article.text == "桥灯\n渡船"


WRAPPER = '<div class="img_wrapper">{}</div>'
CAPTION = '<span class="img_descr">{}</span>'


@pytest.mark.parametrize(
    ("wrappers", "captions", "removed"),
    [
        (["<!-- -->" + CAPTION.format("桥灯"), ONE], [None], ["桥灯"]),
        ([ONE, "<!-- -->" + CAPTION.format("桥灯")], [None], ["桥灯"]),
        ([ONE + CAPTION.format("桥灯"), TWO + CAPTION.format("渡船")], ["桥灯", "渡船"], []),
        ([CAPTION.format("桥灯") + ONE], ["桥灯"], []),
        ([CAPTION.format("桥灯"), CAPTION.format("渡船") + ONE], ["渡船"], ["桥灯"]),
        ([WRAPPER.format(ONE) + CAPTION.format("桥灯")], ["桥灯"], []),
        ([f"<a href='/'>{ONE}</a>" + CAPTION.format("桥灯")], ["桥灯"], []),
    ],
)
def test_caption_element_stays_in_its_wrapper(
    wrappers: list[str], captions: list[str | None], removed: list[str]
) -> None:
    article = article_of("".join(WRAPPER.format(inner) for inner in wrappers))
    assert [image.caption for image in article.images] == captions
    assert [r.preview for r in article.removals if r.rule == "caption-element"] == removed


def test_caption_element_without_a_wrapper_goes_to_the_picture_beside_it() -> None:
    article = article_of(f'<p class="picIntro">桥灯</p><p>{ONE}</p><p>{TWO}</p><p class="picIntro">渡船</p>')
    assert [image.caption for image in article.images] == ["桥灯", "渡船"]


def test_caption_element_that_holds_pictures_is_a_frame() -> None:
    article = article_of(f"<figure><figcaption>{ONE}<br>桥灯</figcaption>{TWO}</figure>")
    assert [image.caption for image in article.images] == ["桥灯", None]


def test_caption_element_before_a_picture_with_a_caption_is_removed() -> None:
    article = article_of(f'<p class="picIntro">渡船</p><center>{ONE}<br>桥灯</center>')
    assert [image.caption for image in article.images] == ["桥灯"]
    assert [removal.preview for removal in article.removals] == ["渡船"]


def test_invitation_to_scan_is_no_caption_and_goes_with_its_code() -> None:
    body = f'<p>　　{FIRST}</p><p align="center">{ONE}<br>扫码关注老桥公众号</p>'
    article = newsclean.parse(FRAME.format(body))
    assert (article.text, article.images) == (FIRST, ())
    assert {removal.rule for removal in article.removals} == {"qr-text"}


LONG = "桥墩在水下的部分用石灰和糯米砌成，每十年要请人下水查看一次，" * 14
CELLS = "<td><p>旧</p></td><td><p>新</p></td>"
LONG_CELLS = f"<td><p>旧</p></td><td><p>新</p></td></tr><tr><td><p>{LONG}</p></td><td><p>删除</p></td>"


@pytest.mark.parametrize("cells", [CELLS, LONG_CELLS])
@pytest.mark.parametrize(
    ("opening", "data"),
    [
        ('<table class="tb01" width="550">', True),
        ('<table border="1" width="550">', True),
        ('<table border width="550">', True),
        ('<table border="0" width="550">', False),
        ('<table width="550">', False),
        ("<table>", False),  # its cells hold paragraphs, as frames' do
    ],
)
def test_marks_of_data_keep_long_and_short_tables_whole(opening: str, data: bool, cells: str) -> None:
    blocks = article_of(f"{opening}<tr>{cells}</tr></table>").blocks
    assert any(isinstance(block, Table) for block in blocks) is data


@pytest.mark.parametrize(
    "table",
    [
        "<table width=9><tr><th>旧</th><td><p>新</p></td></tr></table>",
        "<table width=9><tr><td><p cms-style='font-L isIntable '>旧</p></td><td><p>新</p></td></tr></table>",
        "<table><tr><td>旧</td><td>新</td></tr></table>",
    ],
)
def test_headers_the_editors_mark_and_bareness_prove_a_table(table: str) -> None:
    assert lines_of(article_of(table)) == ["旧\t新"]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<ul>要点：<li>桥灯</li>其中<li>渡船</li>完</ul>", ["要点：", "桥灯 其中", "渡船 完"]),
        ("<ol>要点：</ol>", ["要点："]),
        ("<ul><li>桥<ul>分为<li>灯</li></ul></li></ul>", ["桥 分为", "灯"]),
        (
            "<table>甲<tr>乙<td>桥</td><td>米</td></tr>丙<tbody>丁<tr><td>灯</td><td>盏</td></tr>戊</tbody>己</table>",
            None,
        ),
        ("<pre>桥灯\n渡<b>船</b>\n\n<img src='//n.sinaimg.cn/a/1.jpg'>南岸</pre>", ["桥灯", "渡船", "南岸"]),
    ],
)
def test_words_directly_in_lists_tables_and_pre_are_lines(body: str, lines: list[str] | None) -> None:
    found = lines_of(article_of(body))
    if lines is None:
        assert set("甲乙丙丁戊己") <= set("".join(found))
        assert found[-2:] == ["桥\t米", "灯\t盏"]
    else:
        assert found == lines


def test_picture_in_preformatted_text_is_a_picture() -> None:
    article = article_of(f"<pre>桥灯\n{ONE}\n渡船靠岸。<!-- 注 --></pre>")
    assert [type(block).__name__ for block in article.blocks[1:-1]] == ["Paragraph", "Image", "Paragraph"]
    assert "comment" in [removal.rule for removal in article.removals]


LEAVES = st.sampled_from(
    ["@", "@。", "　　@", "@：", "<br>", "\n", "#", "#", '<span class="img_descr">@</span>']
)
ROWS = "table><tr><td", "td></tr></table", "table>@<tr><td>#</td><td", "td></tr><tr><td>@</td></tr></table"
FRAMES = [
    *[(tag, tag) for tag in "p center div ul ol li blockquote b h2 pre figure figcaption".split()],
    ('p align="center"', "p"),
    ('div class="img_wrapper"', "div"),
    ROWS[:2],
    ROWS[2:],
]
BODIES = st.recursive(
    st.lists(LEAVES, max_size=5).map("".join),
    lambda inner: st.lists(
        st.builds(lambda frame, held: f"<{frame[0]}>{held}</{frame[1]}>", st.sampled_from(FRAMES), inner),
        max_size=4,
    ).map("".join),
    max_leaves=8,
)


@settings(max_examples=200)
@given(BODIES)
def test_no_word_and_no_picture_disappears_without_a_removal(body: str) -> None:
    words, pictures = (
        [f"{kind}{number}" for number in range(100, 100 + body.count(sign))] for kind, sign in ("字@", "图#")
    )
    for word in words:
        body = body.replace("@", word, 1)
    for word in pictures:
        body = body.replace("#", f'<img src="//n.sinaimg.cn/a/{word}.jpg">', 1)
    blocks, cleaned = clean(html.fragment_fromstring(body, create_parent="div"))
    made = to_html(blocks)
    removed = "".join([removal.preview for removal in cleaned.removals])
    assert [word for word in words + pictures if made.count(word) + (word in removed) != 1] == []


def test_a_caption_of_brackets_alone_is_a_caption() -> None:
    article = article_of(f'<p align="center">{ONE}<br>（）</p>')
    assert [image.caption for image in article.images] == ["（）"]


def test_passes_begin_with_captions() -> None:
    assert PASSES[0].__name__ == "place_captions"


PICTURES = [row for row in default_rules().of_kind(Picture) if row.forms]


@pytest.mark.parametrize("row", PICTURES, ids=lambda row: row.name)
@given(st.data())
def test_picture_fits_no_address_without_one_of_its_words(row: Picture, data: st.DataObject) -> None:
    pattern = joined(row.forms, default_rules().book)
    address = data.draw(st.from_regex(pattern, fullmatch=True))
    assert any(word in address for word in needs_of(row.name, pattern).words)


# --- addresses of pictures -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "stays"),
    [
        ("//n.sinaimg.cn/default/crawl/132/w550h382/20220514/6204-qiao.jpg", True),
        ("//n.sinaimg.cn/default/20161129/qiao-fxyawmp0513364.jpg", True),
        ("//n.sinaimg.cn/default/1_img/upload/3933d981/700/w900h600/20190604/qiao.jpg", True),
        ("https://www.qingya.example/upload/default/qiao.jpg", True),
        ("//n.sinaimg.cn/default/2fb77759/20151125/320X320.png", False),
        ("//n.sinaimg.cn/default/622af858/20181010/default_avatar.jpg", False),
        (
            "https://k.sinaimg.cn/n/default/feedbackpics/transform/116/w550h366/20180418/00.png/w120.png",
            False,
        ),
        ("//n.sinaimg.cn/default/transform/116/w550h366/20180418/qiao.png", False),
    ],
)
def test_default_in_an_address_is_a_placeholder_where_the_store_keeps_templates(
    address: str, stays: bool
) -> None:
    page = FRAME.replace("</title>", f'</title><meta property="og:image" content="{address}">')
    article = newsclean.parse(page.format(f'<p>　　{FIRST}</p><p><img src="{address}"></p><p>{LAST}</p>'))
    assert len(article.images) == stays
    assert (article.lead_image is not None) is stays


REAL = "https://n.sinaimg.cn/a/9.jpg"


@pytest.mark.parametrize(
    "markup",
    [
        f'<img src="#" data-url="{REAL}">',
        f'<img src="about:blank" file="{REAL}">',
        f'<img src="https://news.sina.com.cn/c/2021-03-04/doc-iqiao.shtml" _src="{REAL}">',
        f'<img src="//www.qingya.example/img/lazy.gif" data-actualsrc="{REAL}">',
        f'<img src="//n.sinaimg.cn/default/2fb77759/20151125/320X320.png" srcset="{REAL}">',
        f'<img srcset="//n.sinaimg.cn/a/1.jpg 1x, {REAL} 2x">',
        f'<img srcset="{REAL} 600w,\n //n.sinaimg.cn/a/1.jpg 300w">',
        f'<img data-srcset=",{REAL}">',
        f'<img src="{REAL}" data-url="https://news.sina.com.cn/c/1.shtml" srcset="//n.sinaimg.cn/a/1.jpg 2x">',
        f'<img src="#" data-url="{REAL.removesuffix(".jpg")}"><img src="#">',
        f'<picture><source srcset="{REAL}"><img src="data:image/gif;base64,R0lGOD"></picture>',
        f'<picture><source srcset="{REAL} 2x, /1.jpg 1x" media="(min-width: 1px)"></picture>',
        f'<picture><source srcset="//n.sinaimg.cn/a/1.webp"><img src="{REAL}"></picture>',
        f'<img src="data:image/gif;base64,R0lGOD"><noscript><img src="{REAL}"></noscript>',
        f'<img src="//www.qingya.example/img/lazy.gif"><noscript><img src="{REAL}"></noscript>',
        f'<noscript><img src="{REAL}"></noscript><img src="//www.qingya.example/img/lazy.gif">',
        f'<a href="/1.html"><img data-src="{REAL}"></a><noscript><img src="//n.sinaimg.cn/a/1.jpg"></noscript>',
        f'<img data-src="{REAL}"></p><noscript><img src="{REAL}"></noscript><p>',
        f'<noscript><img src="{REAL}">请打开脚本。</noscript>',
        f'<img src="{REAL}"><noscript><img src="//beacon.sina.com.cn/a.gif" width="0" height="0"></noscript>',
        f'<img src="{REAL}"><noscript><img src="https://count.qingya.example/hit?id=1"></noscript>',
    ],
)
def test_picture_is_read_where_its_address_stands(markup: str) -> None:
    page = FRAME.format(f"<p>　　{FIRST}</p><p>{markup}</p><p>　　{LAST}</p>")
    article = newsclean.parse(page, url="https://news.sina.com.cn/c/2021-03-04/doc-iqiao.shtml")
    expected = REAL.removesuffix(".jpg") if 'data-url="https://n.sinaimg.cn/a/9"' in markup else REAL
    assert [image.src for image in article.images] == [expected]
    assert lines_of(article) == []


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="#">',
        '<img src="about:blank">',
        '<img src="">',
        '<img src="https://news.sina.com.cn/c/1.shtml#top">',
        '<img src="?">',
        '<img src="#" data-url="17" file="a">',
        '<noscript><img src="https://count.qingya.example/hit?id=1"></noscript>',
        '<noscript><img src="//n.sinaimg.cn/a/1.jpg" style="display:none"></noscript>',
        "<picture></picture>",
    ],
)
def test_what_names_no_picture_is_none(markup: str) -> None:
    page = FRAME.format(f"<p>　　{FIRST}</p><p>{markup}</p><p>　　{LAST}</p>")
    article = newsclean.parse(page, url="https://news.sina.com.cn/c/1.shtml")
    assert article.images == ()
    assert lines_of(article) == []


RELATIVE = (
    f'<p>　　{FIRST}</p><div class="img_wrapper"><img src="a.jpg"><span class="img_descr">桥灯</span></div>'
    f'<p>见<a href="b.shtml">旧闻</a>。</p><ul><li><a href="c.shtml">渡口</a>往事</li></ul><p>　　{LAST}</p>'
)


def test_base_of_a_page_is_what_its_relative_addresses_are_joined_with() -> None:
    page = FRAME.replace("</title>", '</title><base target="_blank"><base href="up/">').format(RELATIVE)
    article = newsclean.parse(page, url="https://www.qingya.example/news/1.shtml")
    assert article.images[0].src == "https://www.qingya.example/news/up/a.jpg"
    assert 'href="https://www.qingya.example/news/up/b.shtml"' in article.html
    assert article.url == "https://www.qingya.example/news/1.shtml"
    assert article.warnings == ()
    alone = newsclean.parse(page.replace('"up/"', '"//n.sinaimg.cn/up/"'))
    assert alone.images[0].src == "https://n.sinaimg.cn/up/a.jpg"


def test_base_between_head_and_text_counts_in_the_window_too() -> None:
    filler = "<p>桥灯</p>" * 800
    page = FRAME.replace("<body>", f'<body>{filler}<base href="https://n.sinaimg.cn/up/">').format(RELATIVE)
    whole = newsclean.Parser(window=False).parse(page.encode())
    assert newsclean.parse(page.encode()).images == whole.images
    assert whole.images[0].src == "https://n.sinaimg.cn/up/a.jpg"


def test_what_is_left_out_of_a_page_without_an_address_is_told() -> None:
    article = newsclean.parse(FRAME.format(RELATIVE))
    assert article.images == ()
    assert lines_of(article) == ["见旧闻。", "渡口往事"]
    assert "href" not in article.html
    assert article.warnings == (
        "1 picture and 2 links with relative addresses left out: the page's own address is not known",
    )
    gone = [(removal.rule, removal.preview) for removal in article.removals if "-image" in removal.rule]
    assert gone == [("unsafe-image", "a.jpg")]
    assert ("caption-element", "桥灯") in [(removal.rule, removal.preview) for removal in article.removals]
    known = newsclean.parse(FRAME.format(RELATIVE), url="https://www.qingya.example/news/1.shtml")
    assert (known.text, known.warnings) == (article.text, ())


def test_relative_addresses_of_a_fragment_stay_as_they_are() -> None:
    fragment = '<p>桥通了。</p><p><img src="/up/a.jpg"></p><p>看<a href="../b.shtml?t=1:2">旧闻</a></p>'
    cleaned = newsclean.clean_html(fragment)
    assert cleaned == (
        '<p>桥通了。</p>\n<figure><img src="/up/a.jpg" alt=""></figure>\n'
        '<p>看<a href="../b.shtml?t=1:2">旧闻</a></p>'
    )
    assert newsclean.clean_html(cleaned) == cleaned
    joined = newsclean.clean_html(fragment, base="https://www.qingya.example/news/1.shtml")
    assert 'src="https://www.qingya.example/up/a.jpg"' in joined


@pytest.mark.parametrize(
    "address", ["javascript:a", "java\nscript:a", "\x01data:text/html,a", "#", "vbscript:a/b"]
)
def test_relative_addresses_of_a_fragment_are_no_scripts(address: str) -> None:
    assert newsclean.clean_html(f'<p>看<a href="{address}">旧闻</a></p>') == "<p>看旧闻</p>"


# --- emoticons -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("image", "word"),
    [
        (
            '<img src="//img.t.sinajs.cn/t4/appstyle/expression/ext/normal/5c/a.gif" alt="[微笑]" type="face">',
            "[微笑]",
        ),
        ('<img src="//h5.sinaimg.cn/m/emoticon/icon/default/d_a.png" alt="[笑cry]">', "[笑cry]"),
        ('<img src="//h5.sinaimg.cn/upload/1059/799/2021/06/02/a.png" title="[doge]">', "[doge]"),
        ('<img src="https://www.qingya.example/proxy?u=1" alt="[给力]" width="22" height="22">', "[给力]"),
        ('<img src="//face.t.sinajs.cn/a.gif" title="蜡烛">', "[蜡烛]"),
        ('<img src="a.gif" alt="good" type="face">', "[good]"),
        ('<img alt="[话筒]">', "[话筒]"),
        ('<img class="emoji" src="https://s.w.org/images/core/emoji/13.0.1/72x72/1f600.png" alt="😀">', "😀"),
        ('<img src="//img.t.sinajs.cn/t4/appstyle/expression/ext/normal/5c/a.gif">', ""),
        ('<img src="//comment.sinaimg.cn/emoji_smile.png" alt="emoji_smile.png">', ""),
        ('<img src="//www.sinaimg.cn/uc/myshow/blog/misc/gif/E___1.gif" alt="老桥通车">', ""),
    ],
)
def test_emoticon_is_its_word_and_no_picture(image: str, word: str) -> None:
    article = article_of(f"<p>船工说好{image}，然后走了。</p>")
    assert lines_of(article) == [f"船工说好{word}，然后走了。"]
    assert article.images == ()
    caption = article_of(f'<div class="img_wrapper">{ONE}<span class="img_descr">桥灯{image}</span></div>')
    assert [picture.caption for picture in caption.images] == [f"桥灯{word}"]


@pytest.mark.parametrize(
    "attributes",
    ['alt="[图片]"', 'alt="[图1]"', 'alt="[转载]渡口往事"', 'alt="[微笑]" width="550"', 'alt="[1]"'],
)
def test_picture_with_brackets_in_its_text_is_a_picture(attributes: str) -> None:
    article = article_of(f'<p><img src="//n.sinaimg.cn/a/1.jpg" {attributes}></p>')
    assert len(article.images) == 1


# --- sub- and superscripts -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("含量10<sup>-6</sup>", "含量10⁻⁶"),
        ("含量10<sup>−６</sup>", "含量10⁻⁶"),
        ("面积100m<sup>2</sup>", "面积100m²"),
        ("H<sub>2</sub>O", "H₂O"),
        ('10<span style="vertical-align: super;">3</span>', "10³"),
        ("10<sup><b>-</b>6</sup>", "10⁻⁶"),
        ("x<sup>n+1</sup>", "xⁿ⁺¹"),
        ("x<sup>n/2</sup>", "x^(n/2)"),
        ("k<sub>最大</sub>", "k_(最大)"),
        ("青崖牌<sup>®</sup>", "青崖牌®"),
        ("老桥<sup>[1]</sup>", "老桥[1]"),
        (
            "<sup>他说桥已经老了，灯也旧了，只有渡口还是从前的样子，每天有人来，每天有人走，没有谁记得第一班船。</sup>",
        )
        * 2,
    ],
)
def test_scripts_are_told_wherever_plain_text_is_made(markup: str, text: str) -> None:
    if text.startswith("<sup>"):
        text = text[5:-6]
    article = article_of(
        f"<h3>一、{markup}</h3><p>{markup}。</p><ul><li>{markup}</li><li>桥</li></ul>"
        f"<table border=1><tr><th>{markup}</th><th>桥</th></tr><tr><td>1</td><td>2</td></tr></table>"
        f'<div class="img_wrapper">{ONE}<span class="img_descr">{markup}</span></div>'
        f'<div class="img_wrapper">{TWO}<p>{markup}</p></div>'
    )
    assert lines_of(article) == [f"一、{text}", f"{text}。", text, "桥", f"{text}\t桥", "1\t2"]
    assert [picture.caption for picture in article.images] == [text, text]


def test_scripts_stay_markup_where_there_is_markup() -> None:
    article = article_of("<p>含量10<sup>-6</sup>，x<sup>n/2</sup>。</p>")
    assert "<p>含量10<sup>-6</sup>，x<sup>n/2</sup>。</p>" in article.html
    assert "含量10<sup>-6</sup>，x<sup>n/2</sup>。" in article.markdown


def test_title_tells_its_scripts_and_is_not_said_again() -> None:
    page = FRAME.replace("老桥通车", "桥边CO<sub>2</sub>少了一半").replace(
        "<title>桥边CO<sub>2</sub>", "<title>桥边CO2"
    )
    article = newsclean.parse(
        page.format(f"<p>桥边CO<sub>2</sub>少了一半</p><p>　　{FIRST}</p><p>　　{LAST}</p>")
    )
    assert article.title == "桥边CO₂少了一半"
    assert article.text == f"{FIRST}\n{LAST}"


def test_line_cut_behind_a_script_loses_nothing_else() -> None:
    article = article_of("<p>沈砚秋(微博)说x<sup>n/2</sup>，卫南风(微博)说10<sup>-6</sup>。</p>")
    assert lines_of(article) == ["沈砚秋说x^(n/2)，卫南风说10⁻⁶。"]
    assert "沈砚秋说x<sup>n/2</sup>，卫南风说10<sup>-6</sup>。" in article.html
