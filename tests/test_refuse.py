"""A headline may hold any word; a page that is none in an article's place is refused all the same."""

from __future__ import annotations

import pytest

import newsclean
from fixtures import HERE

PAGE = (HERE / "subsite--eladies-article-body/page.html").read_text("utf-8")
TITLE = "把母亲的旧毛衣拆了重织"
ADDRESS = "https://eladies.sina.com.cn/feel/2018-11-14/doc-ihnvukff1114020.shtml"


@pytest.mark.parametrize("url", [ADDRESS, None])
@pytest.mark.parametrize("container", ["article-body", "content"])
@pytest.mark.parametrize(
    "headline",
    [
        "毛衣编织大赛赛程出炉 决赛在砚江",
        "旧物交换积分榜解读 毛线排第一",
        "滚动新闻时代的慢手艺 一针一线",
        "编织网站首页改版 旧毛衣有了新家",
        "登录旧物平台难 老人求助编织店",
        "新浪搜索结果里的毛衣 多半是新的",
    ],
)
def test_article_of_no_proven_layout_may_have_any_headline(
    headline: str, container: str, url: str | None
) -> None:
    page = PAGE.replace(TITLE, headline).replace('"article-body"', f'"{container}"')
    assert newsclean.parse(page, url=url).title == headline


@pytest.mark.parametrize("url", [ADDRESS, None])
def test_removed_page_at_an_articles_address_is_refused(url: str | None) -> None:
    page = (
        PAGE.replace(TITLE, "页面没有找到")
        .replace('class="date-source"', 'hidden class="x"')
        .replace("10:20", "")
    )
    with pytest.raises(newsclean.NotAnArticle) as caught:
        newsclean.parse(page, url=url)
    assert caught.value.kind == "removed"


def test_page_of_an_unknown_layout_without_a_time_needs_much_prose() -> None:
    few = "<p>青崖港务成立于一九五六年，经营货运与轮渡。公司在三个县有码头。</p>"
    page = f"<html><head><title>青崖港务_新浪网</title></head><body><div>{few * 2}</div></body></html>"
    with pytest.raises(newsclean.NotAnArticle):
        newsclean.parse(page)
    much = "".join(
        f"<p>第{number}天，船队沿江而下，沿途停靠了七个码头，船工们在甲板上补网。夜里起了雾，灯都点着。</p>"
        for number in range(30)
    )
    article = newsclean.parse(
        f"<html><head><title>江行记_新浪网</title></head><body><div>{much}</div></body></html>"
    )
    assert len(article.blocks) == 30


def test_short_article_of_an_unknown_layout_without_a_clock_is_taken_at_its_address() -> None:
    told = "<p>　　青崖港的夜船今天开航，三个县的人都来看，码头上挤了两千人，卖糖的老人收了摊。</p>"
    page = (
        "<html><head><title>青崖港夜船开航_新浪教育_新浪网</title></head><body><h1>青崖港夜船开航</h1>"
        f'<div>二〇〇五年八月二十六日</div><div class="zw">{told * 4}</div></body></html>'
    )
    assert len(newsclean.parse(page, url="http://edu.sina.com.cn/l/20050826/0539123456.shtml").blocks) == 4
    with pytest.raises(newsclean.NotAnArticle):
        newsclean.parse(page, url="http://edu.sina.com.cn/l/")


def test_article_in_the_folder_of_a_topic_is_no_topic() -> None:
    url = ADDRESS.replace("/feel/", "/focus/")
    assert newsclean.parse(PAGE, url=url).title == TITLE


TABLES = (HERE / "generic--table-page-of-2003/page.html").read_text("gb18030")
TOLD = "云泽湖早收芦苇 最后的苇农背三捆上岸"
HEADLINES = [
    "芦苇编织大赛赛程出炉 决赛在湖滨",
    "编席积分榜——邬老根又排第一",
    "湖滨-云泽 收苇直播间外的老人",
    "登录 湖心岛的最后一班渡船",
    "滚动新闻时代的慢手艺",
]


@pytest.mark.parametrize("headline", HEADLINES)
def test_headline_in_a_cell_of_a_table_may_hold_any_word(headline: str) -> None:
    article = newsclean.parse(TABLES.replace(TOLD, headline).replace(" id=zoom", ""))
    assert article.title == headline


@pytest.mark.parametrize("headline", HEADLINES)
@pytest.mark.parametrize(
    "info",
    ["湖滨 2003年10月16日08:55", "<a href=1.html>渡船改点</a> 2003年10月16日08:55", "2003年10月16日", ""],
)
def test_words_of_another_kind_of_page_need_the_time_directly_behind_them(headline: str, info: str) -> None:
    shown = "http://www.sina.com.cn <font color=#A20010>2003年10月16日08:55</font>"
    with pytest.raises(newsclean.NotAnArticle):
        newsclean.parse(TABLES.replace(TOLD, headline).replace(shown, info))


@pytest.mark.parametrize(
    ("words", "removed"),
    [
        ("此文章已被删除。", True),
        ("该博文已被作者加密。", True),
        ("文章已被转载上万次，船工们还在补网，坐在船头看。", False),
    ],
)
def test_text_says_that_it_is_gone_by_its_verb(words: str, removed: bool) -> None:
    body = f"<p>{words}</p>" + "<p>云泽湖今年的芦苇比往年早收了十天，邬老根割了三捆，自己背上了岸。</p>" * 3
    head = "<html><head><title>芦苇_新浪网</title></head>"
    page = f"{head}<body><div>2003-10-16 08:55</div><div>{body}</div></body></html>"
    if not removed:
        assert newsclean.parse(page).blocks
        return
    with pytest.raises(newsclean.NotAnArticle) as caught:
        newsclean.parse(page)
    assert caught.value.kind == "removed"


@pytest.mark.parametrize(
    ("count", "headline", "refused"),
    [(3, "", True), (2, "", True), (3, "<h1>湖边的人与船和灯</h1>2003-10-16 08:55", False)],
)
def test_headings_that_lead_away_over_abstracts_make_a_list(count: int, headline: str, refused: bool) -> None:
    items = "".join(
        f'<div><h2><a href="http://news.sina.com.cn/s/{number}.shtml">湖上第{number}条船</a></h2>'
        "<p>云泽湖今年的芦苇比往年早收了十天，九十六岁的苇农昨天最后一次下湖，割了三捆，自己背上了岸。"
        "村里原有四十户人家靠编苇席过活，如今只剩两户。</p><span>2003-10-16 08:55</span></div>"
        for number in range(count)
    )
    head = "<html><head><title>湖边的人与船和灯_湖滨频道_新浪网</title></head>"
    page = f"{head}<body>{headline}<div>{items}</div></body></html>"
    if not refused:
        assert newsclean.parse(page).blocks
        return
    with pytest.raises(newsclean.NotAnArticle) as caught:
        newsclean.parse(page)
    assert caught.value.kind == "list"


@pytest.mark.parametrize(
    "source",
    [
        'jsonp_cb({"data": [{"content": "<p>老桥今天通车。</p>"}]});',
        'try{cb({"html": "<div>老桥今天通车。</div>"});}catch(e){}',
        'var jsonData = {"body": "<p>老桥今天通车。</p>"};',
        "document.write('<p>老桥今天通车。</p>');",
        '/* 1 */ let page = "<p>老桥今天通车。</p>"',
        '{"html": "<p>老桥今天通车。</p>"}',
    ],
)
def test_scripts_and_data_that_hold_tags_are_no_html(source: str) -> None:
    for given in (source, source.encode()):
        with pytest.raises(newsclean.NotAnArticle) as caught:
            newsclean.parse(given)
        assert caught.value.kind == "not_html"


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("抱歉，该文章已下线或不存在。", True),
        ("该博文已被作者加密，请输入密码查看。", True),
        ("该桥的旧图纸已经被删除，新图纸贴在桥头。", False),
        ("该视频被平台删除后引发争议，家长要求道歉", False),
        ("老桥今天通车。", False),
    ],
)
def test_body_of_one_line_may_say_that_the_article_is_gone(line: str, gone: bool) -> None:
    page = f'<h1 class="main-title">老桥今天通车</h1><div id="article"><p>{line}</p></div>'
    if gone:
        with pytest.raises(newsclean.NotAnArticle) as caught:
            newsclean.parse(page)
        assert caught.value.kind == "removed"
    else:
        assert newsclean.parse(page).text == line


HEAD = (
    "<html><head><title>老桥通车两岸同庆的一天_新浪网</title></head><body><h1>老桥通车两岸同庆的一天</h1>"
    "<p>2010年04月19日 09:21 青崖晚报</p>"
)
LINKS = "<a href='/1.html'>渡口停航</a> " * 170
PICTURE = '<p><img src="http://n.sinaimg.cn/a.jpg"></p>'


@pytest.mark.parametrize(
    ("body", "lines", "pictures"),
    [
        (f"<div>{PICTURE}<p>桥上的人 卫南风 摄</p>{PICTURE}</div>", 1, 2),
        ("<div><p>老桥队 2-1 码头队</p><p>新灯队 0-0 渡船队</p></div>", 2, 0),
        ("<div><p>1. 鱼洗净擦干</p><p>2. 小火煎至两面微黄</p></div>", 2, 0),
        ("<div><p>老桥今日起停航，恢复时间另行通知</p></div>", 1, 0),
        (f"<div><p>老桥今天上午通车，两岸的人都来看。</p></div><div>{LINKS}</div>", 1, 0),
    ],
)  # fmt: skip
def test_what_follows_a_headline_and_its_time_is_the_article(body: str, lines: int, pictures: int) -> None:
    article = newsclean.parse(HEAD + body + "</body></html>")
    assert (len(article.text.splitlines()), len(article.images)) == (lines, pictures)


def test_english_article_of_an_unknown_layout_is_one_behind_its_headline() -> None:
    told = "<p>The old bridge was opened this morning, and people of both banks came to see it. They stayed long.</p>"
    page = (
        "<html><head><title>Old bridge opened this morning_Sina English</title></head><body>"
        f"<h1>Old bridge opened this morning</h1><p>2010-04-19 09:21</p><div>{told * 6}</div></body></html>"
    )
    assert len(newsclean.parse(page).blocks) == 6
    assert len(newsclean.parse(page.replace("2010-04-19 09:21", "")).blocks) == 6


def test_posts_between_their_times_are_a_stream() -> None:
    posts = "".join(
        f"<p>河边人{n} 发表于：2009-03-10 10:2{n}</p><p>老桥今天上午通车，两岸的人都来看，桥上挤了两千人。</p>"
        for n in range(8)
    )
    with pytest.raises(newsclean.NotAnArticle) as caught:
        newsclean.parse(f"<html><head><title>河边夜话</title></head><body><div>{posts}</div></body></html>")
    assert caught.value.kind == "list"


def test_card_of_a_microblog_in_an_article_is_no_microblog() -> None:
    page = (
        '<h1 class="main-title">老桥今天通车</h1><div id="article"><p>老桥今天通车。</p>'
        '<div class="WB_feed_detail">转发</div></div>'
    )
    assert newsclean.parse(page).title == "老桥今天通车"


def test_article_about_a_deletion_is_no_notice_of_one() -> None:
    told = "<p>目前，该文章已被删除。老桥今天上午通车，两岸的人都来看，桥上挤了两千人。</p>"
    assert "已被删除" in newsclean.parse(f"{HEAD}<div>{told}</div></body></html>").text


DIGEST = "".join(
    f'<p><b><a href="http://finance.sina.com.cn/{n}.html">渡口新闻第{n}条</a></b></p><p>老桥今天上午通车，两岸的人都来看，桥上挤了两千人。</p>'
    for n in range(12)
)  # fmt: skip


@pytest.mark.parametrize(("info", "refused"), [("2010年04月19日 09:21 青崖晚报", False), ("第二十期", True)])
def test_linked_headlines_over_their_texts_are_a_digest_behind_a_headline_and_its_time(
    info: str, refused: bool
) -> None:
    page = HEAD.replace("2010年04月19日 09:21 青崖晚报", info) + f"<div>{DIGEST}</div></body></html>"
    if refused:
        with pytest.raises(newsclean.NotAnArticle):
            newsclean.parse(page)
    else:
        assert len(newsclean.parse(page).blocks) == 24


@pytest.mark.parametrize(
    ("path", "refused"),
    [("/focus/2010-04-19/092120103860.shtml", False), ("/focus/bridge/index.shtml", True)],
)
def test_article_by_its_day_in_the_folder_of_a_topic_is_no_topic(path: str, refused: bool) -> None:
    page = f"{HEAD}<div><p>老桥今天上午通车，两岸的人都来看，桥上挤了两千人。</p></div></body></html>"
    if refused:
        with pytest.raises(newsclean.NotAnArticle):
            newsclean.parse(page, url="http://news.sina.com.cn" + path)
    else:
        assert newsclean.parse(page, url="http://news.sina.com.cn" + path).blocks


@pytest.mark.parametrize(
    "page",
    [
        '<meta http-equiv="refresh" content="0;url=https://news.sina.com.cn/c/\n2007-03-01/a\x1b[31m.shtml"><p>',
        '<h1 class="main-title">桥</h1><div class="article" id="article"><p>此文章\n已删除</p></div>',
        "<title>页面\n没有找到</title><body><p>页面\n没有找到",
    ],
)
def test_what_a_refusal_quotes_of_a_page_is_one_line(page: str) -> None:
    for source in (page, page.encode()):
        with pytest.raises(newsclean.NotAnArticle) as error:
            newsclean.parse(source)
        assert error.value.message.isprintable()
        told = newsclean.explain(source).refused
        assert told is not None
        assert told.message == error.value.message
