"""A user's rows of every kind, read from TOML, do what they say when a page is parsed by them."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclean import Parser, Rules, parse
from newsclean.article import Article
from newsclean.errors import NewscleanError, NotAnArticle, RulesError
from newsclean.rules import default_rules

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>雾里的渡口_新浪新闻</title></head><body>
<h1 class="main-title">雾里的渡口</h1>
<div class="date-source"><span class="date">2022年01月20日 08:05</span><span class="source">青崖晚报</span></div>
<div class="article" id="article">
{before}
<p>　　清晨六点，渡口的雾还没有散，船工老魏已经把缆绳解开了一半。</p>
<p>　　第一班船上只有三个人，船到江心，雾忽然开了一条缝。</p>
{middle}
<p>　　老魏指着那条缝说，等会儿你们就看见桥了。</p>
{after}
</div></body></html>"""
FIRST = "清晨六点，渡口的雾还没有散，船工老魏已经把缆绳解开了一半。"
LINE = """
[[line]]
name = "boatmen-group"
why = "The boatmen's group under each story."
where = "end"
forms = ["船工读者群.{0,9}加群暗号[：:].{1,8}"]
"""
GROUP = "船工读者群开张了，加群暗号：渡口"


@pytest.fixture
def own(tmp_path: Path) -> Own:
    return Own(tmp_path / "mine.toml")


class Own:
    """Parses pages by the book with rows of one's own before it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def rules(self, toml: str) -> Rules:
        self.path.write_text(toml, "utf-8")
        return default_rules().with_(Rules.load(self.path))

    def article(self, toml: str, page: str) -> Article:
        return Parser(self.rules(toml)).parse(page.encode())


def page(before: str = "", middle: str = "", after: str = "") -> str:
    return PAGE.format(before=before, middle=middle, after=after)


def by_rule(article: Article, rule: str) -> list[str]:
    return [removal.preview for removal in article.removals if removal.rule == rule]


def test_a_line_goes_and_the_log_names_the_users_row(own: Own) -> None:
    source = page(after=f"<p>{GROUP}</p>")
    assert GROUP in parse(source).text
    article = own.article(LINE, source)
    assert GROUP not in article.text
    assert by_rule(article, "boatmen-group") == [GROUP]


def test_a_line_stays_where_its_place_is_not(own: Own) -> None:
    source = page(before=f"<p>{GROUP}</p>", middle="<p>老魏不说话了。</p>" * 5)
    assert GROUP in own.article(LINE, source).text


def test_what_a_lines_group_catches_becomes_a_field(own: Own) -> None:
    toml = """
    [[line]]
    name = "boat-editor"
    why = "Who kept the log of the boat, who is the editor of such posts."
    where = "end"
    action = "editor"
    forms = ["航次记录[：:](?P<editor>.{2,4})", "掌灯[：:](?P<editor>.{2,4})"]
    """
    for line in ("航次记录：沈砚秋", "掌灯：沈砚秋"):
        article = own.article(toml, page(after=f"<p>{line}</p>"))
        assert article.editor == "沈砚秋"
        assert line not in article.text


def test_a_source_line_may_have_several_forms(own: Own) -> None:
    toml = """
    [[line]]
    name = "boat-source"
    why = "Where a post was first told."
    where = "end"
    action = "source"
    forms = ["首讲于(?P<source>.{2,9})", "原讲于(?P<source>.{2,9})"]
    """
    source = page(after="<p>原讲于半舟周报</p>").replace('<span class="source">青崖晚报</span>', "")
    assert own.article(toml, source).source == "半舟周报"


def test_words_that_spare_a_line_may_be_the_books_or_ones_own(own: Own) -> None:
    toml = (
        LINE + 'unless = ["BOAT_WORDS"]\n[[words]]\nname = "BOAT_WORDS"\nwhy = "Ours."\nmembers = ["开张"]\n'
    )
    assert GROUP in own.article(toml, page(after=f"<p>{GROUP}</p>")).text


ELEMENT = """
[[element]]
name = "boat-card"
why = "Cards that sell a place on the boat."
classes = ["boat-card"]
id_starts = ["boat_ad_"]
attrs = {"data-boat" = true, "data-role" = "card"}
"""


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="left boat-card">来船上坐坐</div>',
        '<p id="boat_ad_7">来船上坐坐</p>',
        '<p data-boat="1">来船上坐坐</p>',
        '<p data-role="card">来船上坐坐</p>',
    ],
)
def test_an_element_goes_with_all_it_holds(own: Own, markup: str) -> None:
    assert "来船上坐坐" in parse(page(middle=markup)).text
    article = own.article(ELEMENT, page(middle=markup))
    assert "来船上坐坐" not in article.text
    assert by_rule(article, "boat-card") == ["来船上坐坐"]


def test_an_element_of_another_value_stays(own: Own) -> None:
    assert "来船上坐坐" in own.article(ELEMENT, page(middle='<p data-role="story">来船上坐坐</p>')).text


PICTURE = """
[[picture]]
name = "boat-stamp"
why = "The stamp at the end of each story."
forms = ["/stamp-\\\\d{1,3}\\\\.png"]
attrs = ["data-stamp"]
"""


@pytest.mark.parametrize(
    "markup",
    [
        '<p><img src="https://img.banzhou.example/stamp-7.png"></p>',
        '<p><img src="https://img.banzhou.example/1.jpg" data-stamp="1"></p>',
    ],
)
def test_a_picture_goes_by_its_address_or_an_attribute(own: Own, markup: str) -> None:
    assert len(parse(page(middle=markup)).images) == 1
    article = own.article(PICTURE, page(middle=markup))
    assert article.images == ()
    assert [removal.rule for removal in article.removals] == ["boat-stamp"]


def test_a_comment_may_say_that_the_text_ends(own: Own) -> None:
    toml = """
    [[comment]]
    name = "boat-end"
    why = "The boat's template notes where a story ends."
    opens = ["story ends"]
    ends = true
    """
    article = own.article(toml, page(after="<!-- story ends here -->"))
    assert by_rule(article, "boat-end") == ["story ends here"]
    held = {evidence.name: evidence.held for evidence in article.evidence}
    assert held["end-marker-seen"] is True


@pytest.mark.parametrize(
    ("sign", "source"),
    [
        ('title = ["^船期表"]', "<title>船期表_半舟周报</title><p>早班六点，晚班七点，逢雾停航。</p>"),
        ('text = ["本渡口暂停营业"]', "<title>半舟周报</title><p>本渡口暂停营业</p>"),
        ('selector = "#boat-times"', '<title>半舟周报</title><div id="boat-times">六点</div>'),
        ('url = ["/timetable/"]', "<title>半舟周报</title><p>早班六点，晚班七点，逢雾停航。</p>"),
    ],
)
def test_a_refusal_says_what_a_page_is(own: Own, sign: str, source: str) -> None:
    toml = f'[[refusal]]\nname = "boat-times"\nwhy = "Timetables."\nkind = "list"\n{sign}\n'
    with pytest.raises(NotAnArticle) as caught:
        Parser(own.rules(toml)).parse(source, url="https://banzhou.example/timetable/1.html")
    assert caught.value.kind == "list"
    assert "boat-times" in caught.value.message or "selector" in sign


def test_a_wording_answers_a_question_of_the_book(own: Own) -> None:
    toml = """
    [[wording]]
    name = "boat-caption"
    why = "Captions of the weekly begin with the boat's sign."
    asks = "caption-told"
    forms = ["舟影[：:].{2,30}"]
    """
    source = page(middle='<p><img src="https://img.banzhou.example/1.jpg"></p><p>舟影：雾里的缆绳。</p>')
    assert parse(source).images[0].caption is None
    assert own.article(toml, source).images[0].caption == "舟影：雾里的缆绳。"


def test_a_wording_finds_authors(own: Own) -> None:
    toml = """
    [[wording]]
    name = "boat-author"
    why = "The weekly's own word for who wrote."
    asks = "byline-author"
    forms = ["执桨人: ?(?P<names>.{2,20})"]
    """
    source = page(before="<p>执桨人：沈砚秋</p>")
    assert parse(source).authors == ()
    assert own.article(toml, source).authors == ("沈砚秋",)


def test_words_and_parts_of_ones_own_are_named_in_patterns(own: Own) -> None:
    toml = """
    [[words]]
    name = "BOAT_GROUPS"
    why = "What the weekly calls its groups."
    members = ["读者群", "船友群"]
    [[part]]
    name = "BOAT_SIGN"
    why = "The sign before the password."
    pattern = "[：:]\\\\s?"
    [[line]]
    name = "boatmen-group"
    why = "Groups."
    where = "end"
    forms = ["船工{BOAT_GROUPS}.{0,9}暗号{BOAT_SIGN}.{1,8}"]
    """
    assert GROUP not in own.article(toml, page(after=f"<p>{GROUP}</p>")).text


def test_words_join_a_class_of_the_book_and_widen_every_row_that_names_it(own: Own) -> None:
    line = "欢迎关注半舟周报的官方桥声号"
    toml = '[[words]]\nname = "ACCOUNTS"\nwhy = "A new kind of account."\nmembers = ["桥声号"]\nadd = true\n'
    assert line in parse(page(after=f"<p>{line}</p>")).text
    rules = own.rules(toml)
    assert "桥声号" in rules.words.ACCOUNTS
    assert "公众号" in rules.words.ACCOUNTS
    assert line not in Parser(rules).parse(page(after=f"<p>{line}</p>")).text
    assert "桥声号" not in default_rules().words.ACCOUNTS


# --- layouts -----------------------------------------------------------------------------------------------

SITE = """<!doctype html><html><head><meta charset="utf-8"><title>雾里的渡口 - 半舟</title></head><body>
<div class="bz-post"><h1 class="bz-title">雾里的渡口</h1>
<p class="bz-meta"><span class="bz-when">2023年11月02日 07:40</span> <span class="bz-from">半舟周报</span></p>
<div class="bz-text">{text}</div></div>
<div class="bz-foot">联系我们</div></body></html>"""
LAYOUT = """
[[layout]]
name = "banzhou"
why = "Posts of the weekly."
body = [".bz-text"]
proof = [".bz-title"]
title = ["h1.bz-title"]
time = [".bz-when"]
source = [".bz-from"]
"""


def test_a_layout_reads_a_site_that_the_book_does_not_know(own: Own) -> None:
    source = SITE.format(text="<p>桥灯亮了。</p>")
    with pytest.raises(NewscleanError):
        parse(source)
    article = own.article(LAYOUT, source)
    assert (article.layout, article.title, article.source) == ("banzhou", "雾里的渡口", "半舟周报")
    assert str(article.published_at) == "2023-11-02 07:40:00+08:00"
    assert article.text == "桥灯亮了。"


LARGE = (
    '<!doctype html><html><head><meta charset="utf-8"><title>桥_新浪新闻</title></head><body>'
    '<div class="channel-path">新闻</div><h1 class="main-title">旧框里的题目</h1>'
    '<div class="date-source"><span class="date">2022年01月20日 08:05</span></div>'
    '<div class="article" id="artibody"><p>　　旧框里的第一段。</p><p>　　旧框里的第二段。</p></div>'
    '<div class="article-bottom"></div><p>x</p>'
    + "<div><i>x</i></div>"
    * 400
    + '<h1 class="bz-title">雾里的渡口</h1><div class="bz-text"><p>　　新框里的一段，桥灯亮了一夜。</p></div>'
    "</body></html>"
).encode()


def test_a_page_that_the_book_would_cut_is_read_whole_by_a_users_layout(own: Own) -> None:
    assert len(LARGE) > 4096
    assert parse(LARGE).route == "window"
    article = Parser(own.rules(LAYOUT)).parse(LARGE)
    assert (article.layout, article.route) == ("banzhou", "page")
    assert article.text == "新框里的一段，桥灯亮了一夜。"


def test_a_page_is_read_whole_where_rules_name_a_body_that_is_not_ascii(own: Own) -> None:
    parser = Parser(own.rules(LAYOUT.replace("bz-text", "正文")))
    for source in (LARGE, LARGE.replace(b"bz-text", "正文".encode())):
        article = parser.parse(source)
        assert article == parser.parse(source.decode()).__replace__(
            encoding=article.encoding, encoding_from=article.encoding_from
        )
        assert article.route == "page"
    assert article.text == "新框里的一段，桥灯亮了一夜。"


def test_a_landmark_lets_a_users_layout_be_cut(own: Own) -> None:
    text = "".join(f"<p>第{number}班船过了江心，雾里看得见桥。</p>" for number in range(200))
    source = SITE.format(text=text).replace(
        '<div class="bz-foot">', "<i></i>" * 400 + '<div class="bz-foot">'
    )
    landmark = '\n[[landmark]]\nname = "banzhou"\nwhy = "x"\nbody = ".bz-text"\nstarts = ["bz-title"]\n'
    assert own.article(LAYOUT, source).route == "page"
    landmark = landmark.replace('name = "banzhou"', 'name = "banzhou-start"') + 'ends = ["bz-foot"]\n'
    cut = own.article(LAYOUT + landmark, source)
    assert cut.route == "window"
    assert cut.text == own.article(LAYOUT, source).text


def test_a_layout_may_be_based_on_one_of_the_book(own: Own) -> None:
    toml = '[[layout]]\nname = "mine"\nwhy = "x"\nbody = ["#bz"]\nbased_on = "news-2018"\n'
    article = own.article(
        toml, PAGE.format(before="", middle="", after="").replace('id="article"', 'id="bz"')
    )
    assert (article.layout, article.title, article.source) == ("mine", "雾里的渡口", "青崖晚报")


# --- which row wins ----------------------------------------------------------------------------------------


def test_a_users_row_is_asked_before_the_books(own: Own) -> None:
    line = "更多精彩内容，请关注新浪财经官方微信"
    source = page(after=f"<p>{line}</p>")
    assert [removal.rule for removal in parse(source).removals] == ["follow-us"]
    toml = LINE.replace("船工读者群.{0,9}加群暗号[：:].{1,8}", "更多精彩内容.{0,40}")
    assert [removal.rule for removal in own.article(toml, source).removals] == ["boatmen-group"]


def test_an_element_row_of_ones_own_wins_too(own: Own) -> None:
    source = page(middle='<div class="appendQr_wrap">扫码</div>')
    assert [removal.rule for removal in parse(source).removals] == ["qr-append"]
    toml = ELEMENT.replace('["boat-card"]', '["appendQr_wrap"]')
    assert [removal.rule for removal in own.article(toml, source).removals] == ["boat-card"]


def test_replace_takes_the_place_of_a_row(own: Own) -> None:
    line = "更多精彩内容，请关注新浪财经官方微信"
    toml = LINE.replace("boatmen-group", "follow-us")
    with pytest.raises(RulesError, match=r"line 'follow-us': there is a row of this name already \(replace"):
        own.rules(toml)
    source = page(after=f"<p>{line}</p><p>{GROUP}</p>")
    article = own.article(toml + "replace = true\n", source)
    assert article.text.endswith(line)
    assert by_rule(article, "follow-us") == [GROUP]
    with pytest.raises(RulesError, match="no row of this name to replace"):
        own.rules(LINE + "replace = true\n")


def test_without_a_row_its_text_comes_back() -> None:
    line = "更多精彩内容，请关注新浪财经官方微信"
    source = page(after=f"<p>{line}</p>")
    assert line not in parse(source).text
    assert line in Parser(default_rules().without("follow-us")).parse(source).text
    with pytest.raises(RulesError, match="there is no row 'no-such'") as caught:
        default_rules().without("no-such")
    assert caught.value.kind == "unknown_row"


def test_clean_html_asks_the_users_rows(own: Own) -> None:
    parser = Parser(own.rules(ELEMENT))
    assert parser.clean_html(f'<p>{FIRST}</p><div class="boat-card">来</div>') == f"<p>{FIRST}</p>"


def test_documents_are_read_by_the_users_rows(own: Own) -> None:
    document = f"---\ntitle: 雾里的渡口\n---\n<p>{FIRST}</p><p>桥灯亮了。</p><p>{GROUP}</p>\n"
    article = Parser(own.rules(LINE)).parse(document)
    assert article.layout == "front-matter"
    assert GROUP not in article.text
