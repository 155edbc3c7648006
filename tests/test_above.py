"""What stands above a body under no known name: the info line and the breadcrumb, read by their own words."""

from __future__ import annotations

import pytest

import newsclean

BODY = "".join(
    f"<p>　　第{number}天，船队沿江而下，沿途停靠了七个码头，船工们在甲板上补网。夜里起了雾，灯都点着。</p>"
    for number in "一二三四五六"
)
TITLE = "江上行船记：七个码头与一盏灯"


def page(info: str, *, head: str = "", path: str = "", container: str = "<div>") -> str:
    """A page with an info line between headline and body; its container decides whether a layout is proven."""
    return (
        f"<html><head><title>{TITLE}_青崖新闻_新浪网</title>{head}</head><body>{path}"
        f'<div><h1 id="artibodyTitle">{TITLE}</h1></div>{info}{container}{BODY}</div></body></html>'
    )


CONTAINERS = ("<div>", '<div id="artibody">')


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize(
    ("info", "source", "authors"),
    [
        ("<div>http://www.sina.com.cn 2004年11月30日10:02 砚江日报</div>", "砚江日报", ()),
        ("<div><b>2004年11月30日10:02</b> <a href='/'>砚江日报-青崖晚报</a> 评论(12)</div>", "砚江日报-青崖晚报", ()),
        ("<div>2004-11-30 10:02 | 砚江日报 我有话说</div>", "砚江日报", ()),
        ("<table><tr><td>2004-11-30 10:02</td><td>《船》周刊</td></tr></table>", "《船》周刊", ()),
        ("<div>http://www.sina.com.cn 2004-11-30 10:02 Harbour Daily 评论</div>", "Harbour Daily", ()),
        ("<div>2004-11-30 10:02 来源：砚江日报 作者：卢砚舟 【大 中 小】</div>", "砚江日报", ("卢砚舟",)),
        ("<div><i>2004-11-30 10:02</i><i>砚江日报</i><i>作者：卢砚舟、阮也</i></div>", "砚江日报", ("卢砚舟", "阮也")),
        ("<div><i>砚江日报</i><i>2004/11/30 10:02</i><i>评论(12)</i></div>", "砚江日报", ()),
        ("<div>2004-11-30 10:02 作者：卢砚舟</div>", None, ("卢砚舟",)),
        ("<div>2004-11-30 10:02 砚江日报 记者 卢砚舟</div>", "砚江日报", ("卢砚舟",)),
        ("<div>砚江日报 2004年11月30日10:02</div>", "砚江日报", ()),
        ("<div>砚江人 2004年11月30日10:02</div>", None, ()),
        ("<div>http://www.sina.com.cn 2004年11月30日10:02 Harbour.com</div>", "Harbour.com", ()),
        ("<div>http://www.sina.com.cn 2004年11月30日10:02 www.example.com</div>", None, ()),
        # Tools and counts are no medium, and neither is what stands in another line.
        ("<div>2004-11-30 10:02 我有话说(12人参与)</div>", None, ()),
        ("<div>2004-11-30 10:02 大 中 小</div>", None, ()),
        ("<div>2004-11-30 10:02 <a>微博</a></div>", None, ()),
        ("<div>2004-11-30 10:02 字号：小</div>", None, ()),
        ("<div>2004-11-30 10:02 浏览 1234</div>", None, ()),
        ("<div>2004-11-30 10:02 http://www.sina.com.cn</div>", None, ()),
        ("<div>2004-11-30 10:02 1234</div>", None, ()),
        # Only behind the site's address is a word a medium whatever it ends with.
        ("<div>http://www.sina.com.cn 2004-11-30 10:02 砚江人</div>", "砚江人", ()),
        ("<div>2004-11-30 10:02 砚江人</div>", None, ()),
        ("<div>2004-11-30 10:02 原创</div>", None, ()),
        ("<div>2004-11-30 10:02 Harbour Letter</div>", None, ()),
        ("<div>2004-11-30 10:02 finance.sina.com.cn</div>", None, ()),
        ("<div>2004-11-30 10:02<br>砚江人</div>", None, ()),
        ("<div>2004-11-30 10:02<br>砚江日报</div>", "砚江日报", ()),
        ("<div>news.sina.com.cn 2004-11-30 10:02 砚江人</div>", "砚江人", ()),
        ("<div>2004-11-30 10:02 手机看新闻</div>", None, ()),
        ("<div>2004-11-30 10:02 天气预报</div>", None, ()),
        ("<div>2004-11-30 10:02 船工们把马灯都熄了，坐在船头看。</div>", None, ()),
        ("<div><i>卢砚舟</i><i>2004/11/30 10:02</i></div>", None, ()),
        (f"<div>2004-11-30 10:02 {TITLE}</div>", None, ()),
    ],
)  # fmt: skip
def test_info_line_is_read_by_its_words(
    info: str, source: str | None, authors: tuple[str, ...], container: str
) -> None:
    article = newsclean.parse(page(info, container=container))
    assert str(article.published_at) == "2004-11-30 10:02:00+08:00"
    assert (article.source, article.authors) == (source, authors)


@pytest.mark.parametrize(
    ("info", "authors"),
    [
        ('<p class="artInfo"><i id="pub_date">2004-11-30 10:02</i> 砚江日报 作者：卢砚舟</p>', ("卢砚舟",)),
        ('<p class="artInfo">砚江日报 作者：卢砚舟 我有话说</p>', ("卢砚舟",)),
        ('<p class="artInfo">砚江日报 我有话说</p>', ()),
        ('<p class="time-source">2004-11-30 10:02 砚江日报 作者：卢砚舟</p>', ("卢砚舟",)),
        ('<p class="time-source">砚江日报</p>', ()),
    ],
)
def test_line_that_a_layout_names_tells_authors_by_their_word_alone(
    info: str, authors: tuple[str, ...]
) -> None:
    assert newsclean.parse(page(info, container='<div id="artibody">')).authors == authors


@pytest.mark.parametrize(("container", "source"), [("<div>", "砚江日报"), (CONTAINERS[1], None)])
def test_medium_in_a_block_of_its_own_counts_only_where_the_headline_tells_what_is_the_articles(
    container: str, source: str | None
) -> None:
    info = "<div>2004-11-30 10:02</div><div>砚江日报</div>"
    assert newsclean.parse(page(info, container=container)).source == source


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize(
    ("path", "channel"),
    [
        ("<div><a>青崖</a> &gt; <a>江河</a> &gt; 正文</div>", ("青崖", "江河")),
        ("<div><a>邮箱</a></div><div>您的位置：<a>新浪首页</a>&gt;<a>江河</a>&gt;<i>正文</i></div>", ("江河",)),
        ("<div><a>邮箱</a> <a>青崖</a> » <a><b>江河</b></a> » 正文</div>", ("青崖", "江河")),
        ("<div><a>青崖</a> | <a>江河</a> | 正文</div>", ()),
        ("<div><a>青崖</a> &gt; <a>江河</a></div>", ()),
    ],
)  # fmt: skip
def test_breadcrumb_is_read_by_its_marks(path: str, channel: tuple[str, ...], container: str) -> None:
    article = newsclean.parse(page("<div>2004-11-30 10:02</div>", path=path, container=container))
    assert article.channel == channel


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize(
    ("head", "source"),
    [
        ('<!-- LLTJ_MT:name ="砚江日报" -->', "砚江日报"),
        ('<!-- LLTJ_MT:name ="" -->', None),
        ('<meta name="mediaid" content="青崖晚报"><!-- LLTJ_MT:name ="砚江日报" -->', "青崖晚报"),
    ],
)
def test_comment_of_the_head_names_the_medium(head: str, source: str | None, encoding: str) -> None:
    content = page("<div>2004-11-30 10:02</div>", head=f'<meta charset="{encoding}">{head}').encode(encoding)
    assert newsclean.parse(content).source == source


def test_metas_go_before_the_words_above_a_sure_layouts_body() -> None:
    info = "<div>2004-11-30 10:02 砚江日报</div>"
    head = '<meta name="mediaid" content="青崖晚报"><meta name="publishdate" content="2004-11-30 09:00">'
    article = newsclean.parse(page(info, head=head, container='<div id="artibody">'))
    assert (article.source, article.published_at and article.published_at.hour) == ("青崖晚报", 9)


@pytest.mark.parametrize(
    "above",
    [
        "<div>2003-01-01 08:00 青崖晚报</div>",
        "<div>2003-01-01 08:00",
        "<table><tr><td>2003-01-01 08:00",
        "<!-- x --><b>2003-01-01 08:00 作者：阮伯年",
    ],
)
@pytest.mark.parametrize(
    "below", ["", "2004-11-30 10:02</div>砚江日报", "</td>2004-11-30 10:02 砚江日报", "砚江日报 作者：卢砚舟"]
)
def test_words_above_the_stretch_count_neither_on_the_page_nor_in_its_window(above: str, below: str) -> None:
    content = (
        f'<html><head><meta charset="utf-8"><title>{TITLE}_新浪网</title></head><body>{above}'
        f'<div class="channel-path"></div>{below}<h1 class="main-title">{TITLE}</h1>'
        f'<div id="article">{BODY * 8}</div><div class="article-bottom"></div>{"<p></p>" * 80}</body></html>'
    ).encode()

    cut, whole = newsclean.parse(content), newsclean.Parser(window=False).parse(content)
    assert (cut.route, whole.route) == ("window", "page")
    assert said(cut) == said(whole)
    assert cut.published_at is None or cut.published_at.year == 2004


def said(article: newsclean.Article) -> tuple[object, ...]:
    return article.published_at, article.source, article.authors, article.channel


def test_author_in_a_node_of_the_date_line_needs_no_space_before_it() -> None:
    page = (
        f'<h1 class="main-title">{TITLE}</h1><div class="date-source"><span class="date">2019年11月30日 10:02</span>'
        '<span class="source">砚江日报</span><span class="date">作者：卢砚舟</span></div>'
        f'<div id="article">{BODY}</div>'
    )
    article = newsclean.parse(page)
    assert (article.source, article.authors) == ("砚江日报", ("卢砚舟",))
    article = newsclean.parse(page.replace('</span><span class="date">作者', " 作者"))
    assert (article.source, article.authors) == ("砚江日报", ("卢砚舟",))
