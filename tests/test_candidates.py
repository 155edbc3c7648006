"""Where no layout fits: the body is chosen among candidates, and a page that agrees with itself is an article."""

from __future__ import annotations

import pytest

import newsclean
from newsclean import Article
from other_kinds import PAGES, items, page

TITLE = "砚江夜航船今晚开航"
TOLD = (
    "<p>砚江的夜航船今晚八点开航，两岸的人提着灯来看，码头上站了两千人。</p>"
    "<p>船长沈砚秋说，船上备了热水和姜茶，雾大的时候每小时鸣笛三次。</p>"
    "<p>夜航船每周五开，票价三元，老人和孩子免费，船上不许生火。</p>"
)
LINES = [line.removeprefix("<p>") for line in TOLD.split("</p>")[:-1]]
HEADED = f"<h1>{TITLE}</h1><p>2019-03-04 20:10</p>"


def note_of(article: Article) -> str:
    """Which element was chosen, and why."""
    return next(item.note for item in article.evidence if item.name == "headline-said")


@pytest.mark.parametrize("kind", PAGES)
def test_pages_of_other_kinds_are_no_articles(kind: str) -> None:
    with pytest.raises(newsclean.NotAnArticle):
        newsclean.parse(PAGES[kind])


def test_another_story_that_is_longer_is_not_taken_for_the_article() -> None:
    other = "".join(
        f"<p>云泽湖的芦苇第{n}年早收，苇农们天不亮就下了湖，把苇子一捆一捆背上岸，晒在堤上。</p>"
        for n in range(9)
    )
    links = f"<ul>{items(range(60))}</ul>"
    body = f"{HEADED}<div class='x1'>{TOLD}</div>{links}<div class='x2'>{other}</div>"
    article = newsclean.parse(page(f"{TITLE}_青崖网", body))
    assert article.text.splitlines() == LINES
    assert note_of(article).startswith("div.x1: 100% of its ")


def test_comments_that_are_longer_are_not_taken_for_the_article() -> None:
    said = "".join(
        f"<div><b>河边人{n}</b><p>我小时候坐过这条船，船上有人唱歌，灯很暗。</p></div>" for n in range(12)
    )
    links = items(range(9), "<p>{link}</p>")
    body = f"{HEADED}<div class='x1'>{TOLD}</div><div>{links}</div><div class='x2'>{said}</div>"
    assert newsclean.parse(page(f"{TITLE}_青崖网", body)).text.splitlines() == LINES


COMMENTS = items(
    range(15), "<div class='c'><b>河边人{n}</b><p>我小时候坐过这条船，{told}</p><em>{n}小时前</em></div>"
)
STORIES = items(range(20), "<div class='s'><h3>{link}</h3><p>{told}</p><span>青崖晚报 {day}</span></div>")
LISTED = items(range(20), "<li>{link}<p>{told}{more}</p></li>")


@pytest.mark.parametrize(
    "around", [COMMENTS, STORIES, f"<ul>{LISTED}</ul>", f"<div>{STORIES}</div><div>{COMMENTS}</div>"]
)
@pytest.mark.parametrize("wrapper", ["<div class='wrap'>{}</div>", "{}"])
@pytest.mark.parametrize("form", ["<p>{}</p>", "<div class='para'><div>{}</div></div>", "{}<br><br>　　"])
def test_items_beside_the_text_are_not_taken_for_it_in_one_box_with_it(
    around: str, wrapper: str, form: str
) -> None:
    text = f"<div class='x1'>{''.join(map(form.format, LINES))}</div>"
    article = newsclean.parse(page(f"{TITLE}_青崖网", wrapper.format(f"{HEADED}{text}{around}")))
    assert article.text.splitlines() == LINES


def test_parts_of_a_text_in_boxes_of_one_kind_are_no_items() -> None:
    parts = "".join(f"<section class='t'><h3>其{n}</h3><p>{LINES[n % 3]}</p></section>" for n in range(8))
    article = newsclean.parse(page(f"{TITLE}_青崖网", f"{HEADED}<div>{parts}</div><div>{STORIES}</div>"))
    assert [line for line in article.text.splitlines() if len(line) > 4] == [LINES[n % 3] for n in range(8)]


@pytest.mark.parametrize(
    ("attribute", "voice"),
    [('id="js_content"', "its name"), ('itemprop="articleBody"', "its name"), ("", "readability")],
)
def test_evidence_says_what_was_chosen_and_who_pointed_at_it(attribute: str, voice: str) -> None:
    article = newsclean.parse(page(f"{TITLE}_青崖网", f"{HEADED}<div {attribute}>{TOLD * 2}</div>"))
    assert voice in note_of(article)
    assert article.layout == "generic"


def test_text_that_the_page_tells_programs_is_a_voice() -> None:
    told = TOLD.replace("<p>", "").replace("</p>", "\\n")
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{told}"}}</script>'
    article = newsclean.parse(page(f"{TITLE}_青崖网", f"{HEADED}{data}<div>{TOLD}</div>"))
    assert "the structured data" in note_of(article)
    broken = newsclean.parse(page(f"{TITLE}_青崖网", f"{HEADED}{data.replace('}}', '')}<div>{TOLD}</div>"))
    assert broken.text == article.text


CROWD = items(range(320), "<p>{link}</p>")


@pytest.mark.parametrize(
    "text",
    [
        "<p>砚江夜航船今晚开航，头三天的票已经售完。</p>",
        "<p>夜航船，<br>今晚开。<br>一灯在前，<br>一灯在后。<br>砚江的水，<br>慢慢地来。</p>",
        "<p>夜航船船长：沈砚秋</p><p>今晚大副：卫南风</p><p>水手：温小满</p><p>摄影：渡口灯</p>",
        "<p>砚江队 3-1 渡口队</p><p>夜航船队 2-2 青崖队</p><p>今晚轮空：石梁队</p>",
    ],
)
def test_page_that_agrees_with_itself_is_an_article_however_many_links_stand_around_it(text: str) -> None:
    body = (
        f"<div><b>{TITLE}</b></div><div>2019-03-04 20:10　青崖晚报</div><div>{text}</div><div>{CROWD}</div>"
    )
    article = newsclean.parse(page(f"{TITLE}_青崖网", body))
    assert article.text.replace("\n", "")[:4] == text.replace("<p>", "")[:4]
    with pytest.raises(newsclean.NotAnArticle):  # nobody says that this is its headline
        newsclean.parse(page("青崖网", f"<div>{text}</div><div>{CROWD}</div>"))


def test_names_of_channels_behind_a_headline_are_no_signs_of_a_front() -> None:
    body = f"{HEADED}<div>{TOLD}</div>"
    article = newsclean.parse(
        page(f"{TITLE}_国内国际首页_滚动新闻_青崖网", body.replace("2019-03-04 20:10", ""))
    )
    assert article.text.splitlines() == LINES
    with pytest.raises(newsclean.NotAnArticle):
        newsclean.parse(page("青崖新闻网站首页_青崖网", f"<h1>青崖新闻网站首页</h1><div>{TOLD}</div>"))


def test_weak_layout_that_ends_in_links_falls_through_to_the_candidates() -> None:
    links = f'<div class="article" id="article">{items(range(8), "<p>{link}</p>")}</div>'
    article = newsclean.parse(page(f"{TITLE}_新浪网", f"{links}{HEADED}<div>{TOLD * 2}</div>"))
    assert (article.layout, article.text.splitlines()) == ("generic", LINES * 2)
    with pytest.raises(newsclean.NotAnArticle):
        newsclean.parse(page("夜航船_新浪网", links))


def test_contents_over_a_long_text_do_not_make_it_a_list() -> None:
    contents = "".join(f"<p><a href='#{n}'>第{n}回</a></p>" for n in range(12))
    chapters = "".join(
        f"<p id={n}>第{n}天，船队沿江而下，船工们在甲板上补网。夜里起了雾，灯都点着。</p>" for n in range(40)
    )
    article = newsclean.parse(
        f"<html><head><title>江行记</title></head><body><div>{contents}{chapters}</div></body></html>"
    )
    assert "第39天" in article.text


# --- lists of links inside the body -------------------------------------------------------------------------------

LINKS = "".join(
    f'<p>· <a href="http://www.qingya.example/{n}.html">渡口旧闻第{n}则</a>（2019-03-0{n + 1}）</p>'
    for n in range(4)
)


def parsed(body: str) -> Article:
    return newsclean.parse(page(f"{TITLE}_青崖网", f"{HEADED}<div>{body}</div>"))


@pytest.mark.parametrize(
    "links",
    [LINKS, f"<h3>渡口旧闻</h3>{LINKS}", f"<p>更多：</p>{LINKS}", f"<ul>{LINKS.replace('p>', 'li>')}</ul>"],
)
def test_links_one_below_the_other_are_no_text_of_a_body_found_without_a_layout(links: str) -> None:
    first, *others = TOLD.split("</p>")[:-1]
    article = parsed(f"{first}</p>{links}{'</p>'.join(others)}</p>" + TOLD)
    assert article.text.splitlines() == LINES * 2
    assert [link.text for link in article.related] == [f"渡口旧闻第{n}则" for n in range(4)]
    assert {removal.rule for removal in article.removals} >= {"link-list"}


def test_links_that_a_sentence_announces_are_the_articles() -> None:
    article = parsed(f"{TOLD}<p>船期和票价可以在下面的页面里查到，每天更新：</p>{LINKS}{TOLD}")
    assert "渡口旧闻第2则" in article.text


def test_two_links_between_paragraphs_stay_and_a_tool_under_each_picture_goes() -> None:
    pair = "".join(f'<p><a href="http://www.qingya.example/{n}">渡口旧闻{n}</a></p>' for n in range(2))
    assert parsed(f"{TOLD}{pair}{TOLD}").text.count("渡口旧闻") == 2
    tool = '<p><a href="/big">点下放大</a></p>'
    assert "放大" not in parsed(f"{TOLD}{tool}{TOLD}{tool}{TOLD}{tool}{TOLD}").text


@pytest.mark.parametrize("count", ["阅读 1.2万　讨论 308　粉丝 21", "转发 12 | 评论 3 | 赞 40"])
def test_texts_over_the_counts_of_a_microblog_are_a_stream(count: str) -> None:
    posts = "".join(
        f"<p>第{n}天，船队沿江而下，船工们在甲板上补网，夜里起了雾。</p><p>{count}</p>" for n in range(8)
    )
    with pytest.raises(newsclean.NotAnArticle) as caught:
        newsclean.parse(page("青崖微博", f"<div>{posts}</div>"))
    assert caught.value.kind == "list"


@pytest.mark.parametrize("between", ["</p><p>", "<br>"])
def test_a_poem_between_links_is_an_article(between: str) -> None:
    verse = "雾起来了，|船还没有来。|灯在水里，|摇了一下，|又摇了一下。|他把缆绳放下，|把帽子戴上，|走回岸上去。".split(
        "|"
    )
    lines = [*verse, "老人坐在石阶上，", "等最后一班船，", *verse, "水没有说话。"]
    body = f"<h1>渡口</h1><p>沈砚秋</p><div><p>{between.join(lines)}</p></div><ul>{items(range(40))}</ul>"
    assert newsclean.parse(page("渡口_青崖文学", body)).text.splitlines() == lines
