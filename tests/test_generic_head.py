"""The head of an article on a page without a layout: displayed words first, then the page's witnesses."""

from __future__ import annotations

import json

import pytest

import newsclean

TITLE = "山渡缆车明年春天换新钢索"
BODY = "".join(
    f"<p>　　第{number}天试车，山渡缆车明年春天要换的新钢索已经运到山脚，工人从凌晨开始卸货。缆车设四个站。</p>"
    for number in "一二三四"
)
MENU = "".join(f'<a href="/{name}/">{name}</a> ' for name in ("首页", "国内", "国际", "社会", "体育", "财经"))


def page(
    info: str = "", *, head: str = "", title: str = f"{TITLE}_青崖网", below: str = "", inside: str = ""
) -> str:
    """A page of no known layout, with ``info`` between headline and body."""
    return (
        f"<!doctype html><html><head><title>{title}</title>{head}</head><body><div>{MENU}</div>"
        f"<div><h1>{TITLE}</h1>{info}<div>{inside}{BODY}</div>{below}</div><p>版权所有 青崖网</p></body></html>"
    )


def when(article: newsclean.Article) -> str | None:
    return str(article.published_at)[:16] if article.published_at else None


@pytest.mark.parametrize(
    ("info", "at"),
    [
        ("<div>时间：2020-03-04 作者：李禾</div>", "2020-03-04 00:00"),
        ("<div>2024年5月22日週三 上午8:21</div>", "2024-05-22 08:21"),
        ("<div>2024年5月22日 下午10时20分</div>", "2024-05-22 22:20"),
        ("<div>2024年5月22日10時20分</div>", "2024-05-22 10:20"),
        ("<span>2012-01-11</span><span>砚江日报</span>", "2012-01-11 00:00"),
        ("<div>2012.01.17 09:10 pm</div>", "2012-01-17 21:10"),
        ("<div>2005-04-27 14:32更新 来源：砚江网</div>", "2005-04-27 14:32"),
        # A day in a sentence, or the beginning of a span of days, is no date.
        ("<div>2010年12月22日，缆车停了。</div>", None),
        ("<div>2010-12-22 至 2011-01-03</div>", None),
        ("<div>截至2010年12月22日</div>", None),
    ],
)
def test_displayed_times_behind_the_headline(info: str, at: str | None) -> None:
    assert when(newsclean.parse(page(info))) == at


@pytest.mark.parametrize(
    ("bar", "at"),
    [
        ("今天是2012年1月12日", None),
        ("今天是：2012年1月12日 欢迎您", None),
        ("2012年1月12日‧星期四", None),
        ("<i>生活</i> <i>2012-1-12</i> <i>字型</i>", "2012-01-12 00:00"),
    ],
)
def test_day_above_the_headline_is_a_date_where_it_is_not_the_day_of_reading(
    bar: str, at: str | None
) -> None:
    assert when(newsclean.parse(page("<div>来源：砚江日报</div>").replace(MENU, f"{MENU} {bar}"))) == at


@pytest.mark.parametrize(
    ("info", "published", "modified"),
    [
        ("发布时间：2023-05-06 10:11　更新时间：2023-05-07 09:00", "2023-05-06 10:11", "2023-05-07 09:00"),
        ("更新时间：2023-05-07 09:00 发布时间：2023-05-06 10:11", "2023-05-06 10:11", "2023-05-07 09:00"),
        ("2023-05-06 10:11 最后更新：2023-05-07 09:00", "2023-05-06 10:11", "2023-05-07 09:00"),
        ("发布于 2023-05-06 10:11 · 编辑于 2023-05-07 09:00", "2023-05-06 10:11", "2023-05-07 09:00"),
        ("更新时间：2023-05-07 09:00", "2023-05-07 09:00", "2023-05-07 09:00"),
    ],
)
def test_time_of_a_change_is_never_that_of_publication_while_there_is_another(
    info: str, published: str, modified: str
) -> None:
    article = newsclean.parse(page(f"<div>{info}</div>"))
    assert (when(article), str(article.modified_at)[:16]) == (published, modified)
    assert info[:4] not in article.text


@pytest.mark.parametrize(
    "line",
    [
        "来源：砚江日报 发布时间：2023-05-06 10:11",
        "作者：卢砚舟 来源：砚江日报 发布时间：2023-05-06 10:11 更新于2023-05-07",
        "上传时间：2023-05-06 10:11 浏览次数：33",
    ],
)
def test_line_of_labelled_facts_is_none_of_the_text(line: str) -> None:
    article = newsclean.parse(page(f"<div>{line}</div>"))
    assert when(article) == "2023-05-06 10:11"
    assert line not in article.text


def test_line_above_the_text_tells_what_the_head_of_a_document_lacks() -> None:
    line = "更新时间：2023-05-07 09:00 发布时间：2023-05-06 10:11 来源：砚江日报"
    body = f"<p>{line}</p><p>砚江的渡口今天换了新船，第一班在早上六点开出。</p>"
    article = newsclean.parse(f"---\ntitle: 渡口换船\n---\n{body}")
    assert (when(article), article.source) == ("2023-05-06 10:11", "砚江日报")
    assert [removal.rule for removal in article.removals] == ["labelled-facts"]
    dated = newsclean.parse(f"---\ntitle: 渡口换船\ndate: 2023-05-01\n---\n{body}")
    assert when(dated) == "2023-05-01 00:00"


LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "青崖网"},
        {
            "@type": "NewsArticle",
            "datePublished": "2023-05-06T10:11:00+08:00",
            "dateModified": "2023-05-07T09:00:00+08:00",
            "author": [{"@type": "Person", "name": "卢砚舟"}, {"@type": "Organization", "name": "青崖网"}],
        },
    ],
}
LINKED = f'<script type="application/ld+json">{json.dumps(LD, ensure_ascii=False)}</script>'


@pytest.mark.parametrize(
    "head",
    [
        LINKED,
        '<meta property="article:published_time" content="2023-05-06T10:11:00+08:00">',
        '<meta name="PubDate" content="2023-05-06 10:11">',
        '<meta itemprop="datePublished" content="2023-05-06T10:11:00+08:00">',
    ],
)
def test_witnesses_tell_the_time_where_none_is_displayed(head: str) -> None:
    assert when(newsclean.parse(page(head=head))) == "2023-05-06 10:11"


@pytest.mark.parametrize(
    "info",
    [
        '<div><time datetime="2023-05-06T10:11:00+08:00">2小时前</time></div>',
        '<div><time datetime="2023-05-06T10:11:00+08:00"></time></div>',
        '<div><span itemprop="datePublished" content="2023-05-06T10:11:00+08:00">昨天</span></div>',
    ],
)
def test_attributes_tell_the_time_of_words_that_do_not(info: str) -> None:
    assert when(newsclean.parse(page(info))) == "2023-05-06 10:11"


@pytest.mark.parametrize(
    ("info", "at"),
    [
        ("<div>2023-05-08 12:00</div>", "2023-05-08 12:00"),
        ("<div>2023-05-06</div>", "2023-05-06 10:11"),
        ("<div>2023-05-09</div>", "2023-05-09 00:00"),
        ("<div>更新时间：2023-05-08 12:00</div>", "2023-05-06 10:11"),
    ],
)
def test_what_is_displayed_goes_before_the_witnesses(info: str, at: str) -> None:
    assert when(newsclean.parse(page(info, head=LINKED))) == at


def test_json_ld_names_persons_and_the_time_of_the_change() -> None:
    article = newsclean.parse(page(head=LINKED))
    assert (article.authors, str(article.modified_at)[:16]) == (("卢砚舟",), "2023-05-07 09:00")


@pytest.mark.parametrize(
    "said", ["{", "[[[[[[[[[[[1]]]]]]]]]]]", '"text"', '{"@type": 5, "datePublished": []}']
)
def test_broken_json_ld_says_nothing(said: str) -> None:
    head = f'<script type="application/ld+json">{said}</script>'
    assert newsclean.parse(page("<div>2023-05-08 12:00</div>", head=head)).authors == ()


@pytest.mark.parametrize(
    ("info", "source"),
    [
        ("<div>2024-05-22 10:20 · 砚江日报</div>", "砚江日报"),
        ("<div><cite>山渡人家</cite> <i>2024-05-22 10:20</i></div>", "山渡人家"),
        ("<div><cite>山渡人家 (2024-05-22 10:20)</cite></div>", "山渡人家"),
        ("<div>2024-05-22 10:20 来源：砚江网作者：卢砚舟</div>", "砚江网"),
        ("<div>2024-05-22 10:20 本文来源于砚江人家</div>", "砚江人家"),
        ("<div>来源：[ <a href='/x'>砚江日报</a> ] 2024-05-22 10:20</div>", "砚江日报"),
        ("<div>2024-05-22 10:20 来源 砚江网 卢砚舟</div>", "砚江网"),
        ("<div><i>http://www.example.com</i> <i>2024-05-22 10:20</i> <i>财政所</i></div>", "财政所"),
        ("<div><i>2024-05-22 10:20</i> <a href='http://ya.example/'>渡口人家</a></div>", "渡口人家"),
        ("<div><i>2024-05-22 10:20</i> <i class='copyfrom'>渡口人家</i></div>", "渡口人家"),
        ("<div><i>2024-05-22 10:20</i></div><div><i>快讯</i></div><div><i>砚江社</i></div>", "砚江社"),
        ("<div><i>2024-05-22 10:20</i></div><div><i>新闻速报</i></div>", None),
        ("<div>2024-05-22 10:20</div>", None),
    ],
)
def test_medium_of_the_info_line(info: str, source: str | None) -> None:
    assert newsclean.parse(page(info)).source == source


def test_medium_below_the_text_counts_where_none_is_above() -> None:
    below = "<div>来源：<a href='/'>砚江网</a>（责任编辑：阮也）</div>"
    assert newsclean.parse(page("<div>2024-05-22 10:20</div>", below=below)).source == "砚江网"


def test_info_line_inside_the_body_is_read() -> None:
    inside = "<p>2024-05-22 10:20　来源：砚江日报　作者：卢砚舟</p>"
    article = newsclean.parse(page(inside=inside))
    assert (when(article), article.source, article.authors) == ("2024-05-22 10:20", "砚江日报", ("卢砚舟",))
    assert "2024-05-22" not in article.text


@pytest.mark.parametrize(
    ("info", "authors"),
    [
        ("<div>时间：2020-03-04 作者：李禾</div>", ("李禾",)),
        ("<div>2020-03-04 作者：记者 卢砚舟 来源：砚江网</div>", ("卢砚舟",)),
        ("<div>作者： 卢 舟 稿源：砚江日报 2020-03-04 10:20</div>", ("卢舟",)),
        ("<div>2020-03-04 来源：砚江网作者：卢砚舟</div>", ("卢砚舟",)),
        ("<div>2020-03-04 10:20 [ 卢砚舟 ] 来源：砚江日报</div>", ("卢砚舟",)),
        ("<div>记者：卢砚舟 阮也 青崖报道 2020-03-04 10:20</div>", ("卢砚舟", "阮也")),
        ("<div>2020-03-04 10:20</div><div>◎ 记者卢砚舟/编译</div>", ("卢砚舟",)),
        ("<div>2020-03-04 10:20</div><div>【卢砚舟／青崖报道】</div>", ("卢砚舟",)),
        ("<div>2020-03-04 10:20 来源： 作者： <a href='/'>手机版</a></div>", ()),
        ("<div><i class='zuozhe'>卢砚舟</i> 2020-03-04 10:20</div>", ("卢砚舟",)),
        ("<div><i class='author'>青崖网</i> 2020-03-04 10:20</div>", ()),
        ("<div>砚江日报／记者卢砚舟／青崖报道 2020-03-04 10:20</div>", ("卢砚舟",)),
        ("<div>2020-03-04 10:20 <a href='/'>返回青崖</a> <a href='/'>查看更多</a></div>", ()),
    ],
)
def test_persons_of_the_info_line(info: str, authors: tuple[str, ...]) -> None:
    assert newsclean.parse(page(info)).authors == authors


@pytest.mark.parametrize(("shown", "authors"), [("卢砚舟", ("卢砚舟",)), ("", ())])
def test_author_of_a_meta_counts_where_the_page_shows_him(shown: str, authors: tuple[str, ...]) -> None:
    head = '<meta name="author" content="卢砚舟">'
    assert (
        newsclean.parse(page(f"<div><i>{shown}</i> <i>2020-03-04 10:20</i></div>", head=head)).authors
        == authors
    )


@pytest.mark.parametrize(
    "title",
    [
        f"{TITLE}_社会频道_青崖网 - 青崖县人民政府门户网站",
        f"{TITLE} 社会新闻 青崖网",
        f"{TITLE} - 社会 - 青崖县人民政府门户网站YA.COM",
        f"青崖县人民政府门户网站 » {TITLE}",
        "青崖县人民政府门户网站",
        "",
    ],
)
@pytest.mark.parametrize("tag", ["h1", "b"])
def test_headline_is_what_the_page_shows_whatever_its_title_says(title: str, tag: str) -> None:
    shown = page("<div>2024-05-22 10:20</div>", title=title)
    article = newsclean.parse(shown.replace("<h1>", f"<{tag}>").replace("</h1>", f"</{tag}>"))
    assert article.title == TITLE


def test_sites_name_is_no_title_though_the_page_shows_it() -> None:
    title = "青崖广播公司全球资讯网"
    shown = page("<div>2024-05-22 10:20</div>", title=title).replace(MENU, f"<b>{title}</b> {MENU}")
    assert newsclean.parse(shown.replace("h1>", "b>")).title == TITLE


def test_author_who_is_the_medium_is_none() -> None:
    article = newsclean.parse(page("<div>来源：YaNews 2024-05-22 10:20 作者：YANews</div>"))
    assert (article.source, article.authors) == ("YaNews", ())
