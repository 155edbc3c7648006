"""What is promised of any input, asked of generated pages, of the fixtures and of saved pages: docs/promises.md.

The checks stand in :mod:`properties`, the pages in :mod:`made_pages`; ``fuzz/`` asks the same of what a fuzzer makes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, seed, settings

from fixtures import FIXTURES, Fixture
from made_pages import Given, documents, fragments, pages
from newsclean import Article, clean_html, parse
from properties import check_fragment, check_html, check_page, check_written, events, missing_from, sanitized
from render.strategies import articles

CORPUS = sorted((Path(__file__).parents[2] / "shared/corpus/pages").glob("*"))
OFTEN = settings(max_examples=150, deadline=None, database=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_every_promise_holds_for_fixtures(fixture: Fixture) -> None:
    check_page(fixture.content, fixture.facts["url"], fixture.facts["content_type"])


@pytest.mark.skipif(not CORPUS, reason="the corpus is not beside this checkout")
@pytest.mark.parametrize("page", CORPUS, ids=lambda page: page.stem)
def test_every_promise_holds_for_saved_pages(page: Path) -> None:
    check_page(page.read_bytes())


@seed(2)
@OFTEN
@given(pages)
def test_every_promise_holds_for_pages_with_noise_and_damage(page: Given) -> None:
    check_page(*page)


@seed(3)
@OFTEN
@given(fragments)
def test_every_promise_holds_for_fragments(fragment: str) -> None:
    check_fragment(fragment)


@seed(4)
@OFTEN
@given(documents)
def test_every_promise_holds_for_documents(document: str) -> None:
    check_page(document)


@seed(5)
@OFTEN
@given(articles)
def test_whatever_is_written_is_what_other_readers_read(article: Article) -> None:
    check_written(article)


# --- the checks themselves can fail ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "html",
    [
        "<p onclick=x>桥</p>",
        "<p><script>1</script></p>",
        '<p><a href="javascript:x">桥</a></p>',
        "<p><!-- x --></p>",
        '<img src="data:x" alt="">',
        "<p><b>桥</b></p>",
        '<p><a href="http://[">桥</a></p>',
        '<figure class="x"></figure>',
    ],
)
def test_a_sanitizer_would_change_what_is_not_listed(html: str) -> None:
    with pytest.raises(AssertionError):
        check_html(html)


def test_two_spellings_of_one_character_are_no_change() -> None:
    assert events(sanitized("<p>&quot;&#x27;&nbsp;</p>")) == events("<p>\"'\xa0</p>")


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("桥江", "<p>江</p><p>桥</p>"),
        ("桥\n桥", "<p>桥</p>"),
        ("桥x", "<p>桥</p><script>x</script>"),
        ("桥x", "<p>桥</p><!-- x -->"),
        ("桥x", '<p title="x">桥</p>'),
    ],
)
def test_what_is_moved_doubled_or_never_shown_is_missing(text: str, page: str) -> None:
    assert missing_from(text, page) is not None


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("10⁻⁶，x^(n/2)", "<p>10<sup>-6</sup>，x<sup>n/2</sup></p>"),
        ("桥[微笑]", '<p>桥<img alt="[微笑]"></p>'),
        ("江\n桥", "<table><tr><td>桥</td>江</tr></table>"),
        ("江", "<table>江<tr><td>桥</td></tr></table>"),
    ],
)
def test_scripts_emoticons_and_words_between_cells_are_where_the_page_shows_them(
    text: str, page: str
) -> None:
    assert missing_from(text, page) is None


# --- what the checks found, as kinds ----------------------------------------------------------------------------

CLEAN_AT_ONCE: dict[str, tuple[str, str]] = {
    "a mark between two runs of one look": (
        "<p>老桥通车，<b>沈砚秋</b><b>(微博)</b><b>说</b>很好。</p>",
        "<p>老桥通车，<strong>沈砚秋说</strong>很好。</p>",
    ),
    "a mark at the beginning of an item": (
        "<ul><li>[微博] <i>沈砚秋</i></li><li><b>沈砚秋</b>[微博] <i>说</i></li></ul>",
        "<ul><li><em>沈砚秋</em></li><li><strong>沈砚秋 </strong><em>说</em></li></ul>",
    ),
    "marks in a row": ("<p>沈砚秋(微博)(微博)(微博)说，桥很好。</p>", "<p>沈砚秋说，桥很好。</p>"),
    "a heading that tells of the text, with a link": (
        '<p>老桥通车。</p><h2><a href="https://news.sina.com.cn/c/2020-03-04/doc-iabcdef1234567.shtml">'
        "来源：青崖晚报 作者：卫南风</a></h2>",
        "<p>老桥通车。</p>",
    ),
    "a bold line in a quote that is the body": (
        '<blockquote><b>船工说：“明天改行卖票”</b></blockquote><p><img src="//n.sinaimg.cn/news/a/1.jpg"></p>',
        '<h3>船工说：“明天改行卖票”</h3>\n<figure><img src="https://n.sinaimg.cn/news/a/1.jpg" alt=""></figure>',
    ),
    "a bold line that is a link to no host": (
        '<p>老桥通车。</p><p><a href="http://[x"><b>桥灯</b></a></p><p>江上起雾。</p>',
        "<p>老桥通车。</p>\n<h3>桥灯</h3>\n<p>江上起雾。</p>",
    ),
    "a picture at no host, with a caption": (
        '<p>老桥通车。</p><figure><img src="http://[x"><figcaption>桥灯</figcaption></figure><p>江上起雾。</p>',
        "<p>老桥通车。</p>\n<p>江上起雾。</p>",
    ),
    "a caption in a table with columns": (
        '<p>老桥通车。</p><p><img src="//n.sinaimg.cn/news/a/1.jpg"></p>'
        "<table><tr><td>图为桥灯夜景。</td><td>桥</td></tr><tr><td>江</td></tr></table>",
        '<p>老桥通车。</p>\n<figure><img src="https://n.sinaimg.cn/news/a/1.jpg" alt=""></figure>\n'
        "<table><tbody><tr><td>图为桥灯夜景。</td><td>桥</td></tr><tr><td>江</td></tr></tbody></table>",
    ),
}


@pytest.mark.parametrize("kind", CLEAN_AT_ONCE)
def test_cleaning_twice_is_cleaning_once(kind: str) -> None:
    fragment, cleaned = CLEAN_AT_ONCE[kind]
    assert clean_html(fragment) == cleaned
    assert clean_html(cleaned) == cleaned


def test_a_bold_line_whose_link_is_left_out_is_a_heading_at_once() -> None:
    body = '<p>老桥通车。</p><p><a href="b.html"><b>桥灯</b></a></p><p>江上起雾。</p>'
    html = parse(f'<h1 class="main-title">桥</h1><div id="article">{body}</div>').html
    assert html == "<p>老桥通车。</p>\n<h3>桥灯</h3>\n<p>江上起雾。</p>"
    assert clean_html(html) == html


def test_no_field_holds_what_no_browser_shows() -> None:
    head = (
        "<title>河上\x12新桥\x07通车</title>"
        '<meta name="description" content="桥\x12长"><meta name="keywords" content="桥,\x13江">'
    )
    body = "<p>清晨六点，第一辆公交车驶过新桥，桥上的灯还亮着，江面起了薄雾。</p>" * 3
    article = parse(
        f'<html><head>{head}</head><body><div class="article" id="artibody">{body}</div></body></html>'
    )
    assert article.title == "河上新桥通车"
    assert article.description == "桥长"
    assert article.keywords == ("桥", "江")


def test_cells_without_a_row_stay_between_the_rows() -> None:
    rows = "<tr><td>桥</td><td>320米</td></tr><td>江</td><td>12米</td><tr><td>船</td><td>3条</td></tr>"
    article = parse(
        f'<h1 class="main-title">桥</h1><div id="article"><p>老桥通车。</p><table>{rows}</table></div>'
    )
    assert article.text == "老桥通车。\n桥\t320米\n江\t12米\n船\t3条"


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("http://[", False),
        ("https://a.cn:99999/", False),
        ("https://a.cn:x/", False),
        ("https://a b.cn/", False),
        ("https:///a", False),
        ("https://1.2.3.400/", False),
        ("https://xn--\u00e9/", False),
        ("https://a%zz.cn/", False),
        ("https://a\\b/", False),
        ("https://a.cn", True),
        ("HTTPS://A.CN:8080?b", True),
        ("https://a_b.c-d.cn#e", True),
        ("https://127.0.0.1/", True),
        ("https://[::1]/", True),
        ("https://桥.cn/桥", True),
        ("https://xn--fiqs8s/", True),
        ("https://u:p@a.cn/", True),
        ("https://a.cn./", True),
    ],
)
def test_an_address_that_names_no_host_is_not_written(address: str, written: bool) -> None:
    html = clean_html(f'<p>见<a href="{address}">此</a></p>')
    assert ("href" in html) is written
    check_html(html)


def _hidden(markup: str) -> Any:
    return parse(
        f'<h1 class="main-title">桥</h1><div id="article"><p>老桥通车。</p>{markup}<p>江。</p></div>'
    ).text


@pytest.mark.parametrize(
    "markup",
    [
        '<div style="display:none">藏</div>',
        '<p style="color:red; display : none">藏</p>',
        '<p>看<span style="DISPLAY:NONE">藏</span></p>',
        "<p hidden>藏</p>",
        "<script>藏</script>",
        "<style>藏</style>",
        "<template>藏</template>",
        "<!-- 藏 -->",
        "<noscript>藏</noscript>",
        "<textarea>藏</textarea>",
        "<select><option>藏</option></select>",
    ],
)
def test_what_is_hidden_is_no_text(markup: str) -> None:
    assert "藏" not in _hidden(markup)
