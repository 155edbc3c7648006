"""parse, clean_html and their limits, asked the way a pipeline asks."""

from __future__ import annotations

import pickle
from contextlib import suppress

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

import newsclean
from fixtures import ARTICLES
from newsclean.blocks import Heading, Image, ListBlock, Paragraph, Quote, Table

HEAD = (
    '<h1 class="main-title">桥通了</h1>'
    '<div class="date-source"><span class="date">2021年05月06日 08:30</span></div>'
)


def article(body: str) -> newsclean.Article:
    return newsclean.parse(
        f'{HEAD}<div class="article" id="artibody">{body}</div>', url="https://finance.sina.com.cn/a/b.shtml"
    )


def test_text_and_bytes_give_the_same_article_but_for_the_encoding() -> None:
    for fixture in ARTICLES[:20]:
        from_bytes = newsclean.parse(fixture.content, url=fixture.facts["url"])
        text = fixture.content.decode(from_bytes.encoding, "ignore").lstrip("\ufeff")
        from_text = newsclean.parse(text, url=fixture.facts["url"])
        assert from_text.encoding_from == "text"
        assert (from_text.blocks, from_text.title, from_text.removals) == (
            from_bytes.blocks,
            from_bytes.title,
            from_bytes.removals,
        )


def test_address_of_the_page_makes_links_and_pictures_absolute() -> None:
    (paragraph, image) = article('<p>见<a href="/c/d.shtml">前文</a></p><img src="p.jpg">').blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.runs[1].href == "https://finance.sina.com.cn/c/d.shtml"
    assert isinstance(image, Image)
    assert image.src == "https://finance.sina.com.cn/a/p.jpg"


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", " ", "file:///etc"],
)
def test_unsafe_link_is_text(href: str) -> None:
    made = article(f'<p>桥在<a href="{href}">这里</a>，今天通车。</p>')
    assert made.text == "桥在这里，今天通车。"
    assert "<a" not in made.html


def test_markup_in_text_is_text() -> None:
    made = article("<p>他写道：&lt;script&gt;alert(1)&lt;/script&gt;</p>")
    assert made.text == "他写道：<script>alert(1)</script>"
    assert "<script" not in made.html


def test_external_entities_and_declarations_are_not_read() -> None:
    page = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        + HEAD
        + '<div id="artibody"><p>读&x;完</p></div>'
    )
    assert "root:" not in newsclean.parse(page).text


def test_blocks_keep_their_kinds() -> None:
    made = article(
        "<p>　　起。</p><p><strong>小标题</strong></p><ul><li>甲</li><li>乙<ol><li>丙</li></ol></li></ul>"
        "<blockquote><p>引文一句，后面还有半句。</p></blockquote>"
        "<table><tr><th>年</th><th>量</th></tr><tr><td>甲</td><td>1</td></tr></table>"
        "<p>H<sub>2</sub>O是水，<em>是水</em>。</p><p>止，这一段要长一些，免得上面的引文成了全文的主体，被当成容器拆开。</p>"
    )
    assert [type(block) for block in made.blocks] == [
        Paragraph,
        Heading,
        ListBlock,
        Quote,
        Table,
        Paragraph,
        Paragraph,
    ]
    assert made.text.split("\n")[1:8] == [
        "小标题",
        "甲",
        "乙",
        "丙",
        "引文一句，后面还有半句。",
        "年\t量",
        "甲\t1",
    ]


def test_break_before_an_indent_begins_a_paragraph_and_another_does_not() -> None:
    made = article("<p>　　第一段。<br>　　第二段。<br><br>第三段。</p><p>一行<br>又一行</p>")
    assert [type(block) for block in made.blocks] == [Paragraph] * 4
    assert made.text.split("\n") == ["第一段。", "第二段。", "第三段。", "一行", "又一行"]


def test_full_width_letters_and_inner_marks_stay_as_the_author_wrote_them() -> None:
    assert (
        article("<p>　　ＡＢＣ１２３，“是”；净利９３，７０８元。</p>").text
        == "ＡＢＣ１２３，“是”；净利９３，７０８元。"
    )


def test_zero_width_and_no_break_spaces_are_handled() -> None:
    assert (
        article("<p>&nbsp;&nbsp;老\u200b桥&nbsp;今天\ufeff通车&#8203;。\u2060</p>").text == "老桥 今天通车。"
    )


@pytest.mark.parametrize("empty", [b"", b"   \n", "", b"<html></html>", "<html><body></body></html>"])
def test_nothing_is_refused_as_empty(empty: bytes | str) -> None:
    with pytest.raises(newsclean.NotAnArticle) as caught:
        newsclean.parse(empty)
    assert caught.value.kind == "empty"
    assert caught.value.exit_code == 4


def test_body_without_text_or_picture_is_no_body() -> None:
    with pytest.raises(newsclean.NoBody):
        article("<p> </p><script>var a</script>")


def test_larger_than_the_limit_is_refused() -> None:
    with pytest.raises(newsclean.InputError) as caught:
        newsclean.parse(b"<p>" + b"a" * newsclean.parser.MAX_BYTES)
    assert caught.value.kind == "too_large"


def test_deeper_than_the_limit_is_refused_with_its_address() -> None:
    page = HEAD + '<div id="artibody">' + "<div>" * 1_000 + "底" + "</div>" * 1_000 + "</div>"
    with pytest.raises(newsclean.InputError) as caught:
        newsclean.parse(page, url="https://news.sina.com.cn/x.shtml")
    assert (caught.value.kind, caught.value.url) == ("too_deep", "https://news.sina.com.cn/x.shtml")


def test_unclosed_tags_of_old_pages_are_not_too_deep() -> None:
    made = article("".join(f"<p><font size=3>第{n}段。" for n in range(150)))
    assert made.text.split("\n") == [f"第{n}段。" for n in range(150)]


def test_errors_survive_pickling() -> None:
    error = newsclean.FetchError("status", "the server said 503", url="https://a.example/", status=503)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own bytes
    assert (type(again), again.to_dict()) == (newsclean.FetchError, error.to_dict())
    with pytest.raises(ValueError, match="no kind"):
        newsclean.FetchError("weather", "rain")


FRAGMENT = (
    "<div><p>　　正文。</p><style>.a&#123;b:c&#125;</style>"
    '<div class="appendQr_wrap"><img src="//n.sinaimg.cn/q.png"></div></div>'
)


def test_clean_html_gives_back_the_kind_it_was_given() -> None:
    assert newsclean.clean_html(FRAGMENT) == "<p>正文。</p>"
    element = html.fragment_fromstring(FRAGMENT)
    before = etree.tostring(element)
    cleaned = newsclean.clean_html(element)
    assert etree.tostring(cleaned, encoding="unicode") == "<div><p>正文。</p></div>"
    assert etree.tostring(element) == before
    soup = BeautifulSoup(FRAGMENT, "lxml")
    tag = soup.div
    assert isinstance(tag, Tag)
    assert str(newsclean.clean_html(tag)) == "<div><p>正文。</p></div>"
    assert isinstance(newsclean.clean_html(soup), BeautifulSoup)
    assert "appendQr" in str(soup)


def test_clean_html_refuses_other_kinds() -> None:
    with pytest.raises(TypeError, match="int"):
        newsclean.clean_html(3)  # type: ignore[type-var]


def test_clean_html_of_nothing_is_nothing() -> None:
    assert newsclean.clean_html("") == ""
    assert newsclean.clean_html("<!-- only a comment -->") == ""


def test_confidence_falls_with_what_is_missing() -> None:
    whole = newsclean.parse(ARTICLES[0].content)
    bare = newsclean.parse("<div id='artibody'><p>　　只有一句。</p></div>")
    assert bare.confidence < 0.5 < whole.confidence <= 1.0
    assert {item.name for item in bare.evidence if item.held is False} >= {
        "layout-proven",
        "title-found",
        "time-found",
    }


TAGS = st.sampled_from(
    "p div span font b a table tr td ul li blockquote h2 center script style section pre".split()
)
ATTRIBUTES = ' class="img_wrapper"| id="quote_x"| style="display:none"| cms-style="strong-Bold"| class=a|'
NAMES = st.sampled_from(ATTRIBUTES.split("|"))
WORDS = st.sampled_from(
    [
        "　　正文一句。",
        "来源：某报",
        "责任编辑：甲",
        "<!-- x -->",
        "<br>",
        "&nbsp;",
        "<img src=//a.cn/b.jpg>",
        "]]>",
        "</",
    ]
)


@st.composite
def soup(draw: st.DrawFn) -> str:
    parts = []
    for _ in range(draw(st.integers(0, 25))):
        kind = draw(st.integers(0, 3))
        parts.append(
            f"<{draw(TAGS)}{draw(NAMES)}>" if kind == 0 else f"</{draw(TAGS)}>" if kind == 1 else draw(WORDS)
        )
    return "".join(parts)


@settings(max_examples=300)
@given(soup())
def test_any_tag_soup_gives_an_article_or_an_error_of_ours(body: str) -> None:
    try:
        made = article(body)
    except newsclean.NewscleanError:
        return
    assert newsclean.Article.from_dict(made.to_dict()) == made
    assert "\x00" not in made.text
    assert "<script" not in made.html


@settings(max_examples=200)
@given(st.binary(max_size=300))
def test_any_bytes_give_an_article_or_an_error_of_ours(data: bytes) -> None:
    with suppress(newsclean.NewscleanError):
        newsclean.parse(data)


@pytest.mark.parametrize(
    ("line", "editor"),
    [
        ("（编辑：尚青）", "尚青"),
        ("(编辑：SN045)", None),
        ("责任编辑：尚青 SF107", "尚青"),
        ("编辑：SN045", None),
    ],
)
def test_editor_line_goes_to_the_metadata(line: str, editor: str | None) -> None:
    made = article(f"<p>　　老桥今天通车，两岸的人等了十一年。</p><p>　　{line}</p>")
    assert (made.text, made.editor) == ("老桥今天通车，两岸的人等了十一年。", editor)


@pytest.mark.parametrize("word", ["微信", "微博", "评论", "中"])
def test_lone_word_that_is_also_a_label_stays(word: str) -> None:
    assert (
        article(f"<p>　　起。</p><p><strong>{word}</strong></p><p>　　止。</p>").text == f"起。\n{word}\n止。"
    )


@pytest.mark.parametrize(
    ("last", "stays"),
    [
        ('<a href="http://www.example.com/x">http://www.example.com/x</a>', True),
        ('<a href="https://s.weibo.com/weibo?q=x">#老桥通车#</a>', True),
        (
            '<a class="keyword" href="https://finance.sina.com.cn/realstock/company/sh600000/nc.shtml">老桥股份</a>',
            True,
        ),
        ('<a href="https://news.sina.com.cn/c/2021-05-05/doc-ikmxzfmk0000001.shtml">老桥昨天封路</a>', False),
        ('<a href="https://bbs.sina.com.cn/">进社区看看</a>', False),
    ],
)
def test_last_line_that_is_a_link_goes_unless_it_says_something_itself(last: str, stays: bool) -> None:
    made = article(f"<p>　　老桥今天通车，两岸的人等了十一年。</p><p>　　{last}</p>")
    assert (len(made.text.split("\n")) == 2) is stays


FRAME = (
    '<html><head><title>老桥通车_新浪财经_新浪网</title></head><body><h1 class="main-title">老桥通车</h1>'
    '<div class="date-source"><span class="date">2021年03月04日 10:20</span></div>'
    '<div class="article" id="artibody">{}</div></body></html>'
)
SENTENCES = "<p>　　老桥今天通车。</p><p>　　两岸的人都来看。桥上不许摆摊。</p>"


def test_text_that_stands_in_furniture_as_a_whole_is_read_and_warned_of() -> None:
    article = newsclean.parse(FRAME.format(f'<div class="weibo_text">{SENTENCES}</div>'))
    assert article.text == "老桥今天通车。\n两岸的人都来看。桥上不许摆摊。"
    assert "was read" in article.warnings[-1]


def test_code_behind_an_invitation_goes_and_a_picture_before_it_stays() -> None:
    picture = '<div class="img_wrapper"><img src="//n.sinaimg.cn/a/{}.jpg"></div>'
    body = f"{SENTENCES}{picture.format('bridge')}<p>长按识别二维码关注我们</p>{picture.format('1f3a')}"
    article = newsclean.parse(FRAME.format(body))
    assert [image.src for image in article.images] == ["https://n.sinaimg.cn/a/bridge.jpg"]
    assert [removal.rule for removal in article.removals] == ["qr-text", "qr-image"]


def test_source_above_a_body_without_a_layout_needs_no_label() -> None:
    text = "<p>老桥今天通车，两岸的人都来看，桥上不许摆摊，夜里有灯。</p>" * 6
    page = (
        "<html><head><title>老桥通车_某站</title></head><body><h1>老桥通车</h1>"
        f'<p><span>2021-03-04 10:20</span> <span class="source">砚江晨报</span></p><div>{text}</div></body></html>'
    )
    assert newsclean.parse(page).source == "砚江晨报"


def test_site_name_at_the_end_of_a_mobile_pages_keywords_is_no_keyword() -> None:
    page = FRAME.format(SENTENCES).replace(
        "</head>", '<meta name="keywords" content="桥,通车,sina.cn"></head>'
    )
    assert newsclean.parse(page).keywords == ("桥", "通车")
