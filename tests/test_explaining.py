"""The explanation as data: the same article, everything of the body in its order, where each value came from, what
else was tried, and why a page is refused."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

import newsclean
from fixtures import ARTICLES, FIXTURES, REFUSED, Fixture
from newsclean import Explanation, NewscleanError, Parser
from newsclean.explaining import Place, Provenance

TEXT = "　　江水在石桥下慢慢流过，两岸的人家都把窗子开着，听船工唱着很老的歌。"
PAGE = f"""<html><head><title>石桥下的歌_新闻_新浪网</title><meta property="og:title" content="石桥下的歌声">
<meta name="mediaid" content="青崖日报"></head><body><h1 class="main-title">石桥下的歌</h1>
<div class="date-source"><span class="date">2019年05月06日 07:08</span>
<a class="source" href="https://qingya.example/1">石桥晚报</a></div>
<div class="article" id="article"><!-- 广告 --><style>p {{}}</style><p>原标题：老桥的歌</p><p>{TEXT}</p>
<div class="img_wrapper"><img src="https://n.sinaimg.cn/a/qiao.jpg" width="550" height="366"></div>
<iframe src="https://ads.example/"></iframe><p>{TEXT}</p><p class="show_author">责任编辑：王小桥</p></div>
</body></html>"""


def _explained(page: str = PAGE) -> Explanation:
    return newsclean.explain(
        page.encode(), url="https://news.sina.com.cn/c/2019-05-06/doc-ihvhiqax0000001.shtml"
    )


def _field(explanation: Explanation, name: str) -> Provenance:
    return next(told for told in explanation.provenance if told.field == name)


def _explain(fixture: Fixture) -> Explanation:
    return newsclean.explain(
        fixture.content, url=fixture.facts.get("url"), content_type=fixture.facts.get("content_type")
    )


@pytest.mark.parametrize("fixture", ARTICLES, ids=lambda fixture: str(fixture.name))
def test_explaining_changes_nothing_and_leaves_nothing_out(fixture: Fixture) -> None:
    article = newsclean.parse(
        fixture.content, url=fixture.facts.get("url"), content_type=fixture.facts.get("content_type")
    )
    told = _explain(fixture)
    assert told.article == article
    assert tuple(place.block for place in told.places if place.block is not None) == article.blocks
    removed = Counter(
        (place.rule, place.where, place.path) for place in told.places if place.rule is not None
    )
    assert removed == Counter((one.rule, one.where, one.path) for one in article.removals)
    assert [place.number for place in told.places] == list(range(1, len(told.places) + 1))
    if article.route != "document":
        fitting = [tried.name for tried in told.layouts if tried.miss is None]
        assert fitting == ([] if article.layout == "generic" else [article.layout])
        assert bool(told.candidates) == (article.layout == "generic")
        took = Counter({rule: many for done in told.passes for rule, many in done.removed})
        assert set(took) <= {one.rule for one in article.removals}


@pytest.mark.parametrize("fixture", REFUSED, ids=lambda fixture: str(fixture.name))
def test_a_refused_page_is_explained_too(fixture: Fixture) -> None:
    told = _explain(fixture)
    assert told.article is None
    assert told.refused is not None
    with pytest.raises(NewscleanError) as caught:
        newsclean.parse(
            fixture.content, url=fixture.facts.get("url"), content_type=fixture.facts.get("content_type")
        )
    assert (told.refused.kind, told.refused.message) == (caught.value.kind, caught.value.message)


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: str(fixture.name))
def test_an_explanation_is_json(fixture: Fixture) -> None:
    told = _explain(fixture)
    assert json.loads(told.to_json()) == told.to_dict()
    assert json.loads(json.dumps(told.to_dict())) == told.to_dict()


def test_what_was_removed_stands_in_its_place_with_its_whole_text() -> None:
    long = "扫码关注青崖石桥，" * 12 + "看更多石桥。"
    page = PAGE.replace(
        "<iframe", f'<div class="appendQr_wrap">{long}<img src="/qr.png" width="90" height="90"></div><iframe'
    )
    places = _explained(page).places
    order = [place.rule or type(place.block).__name__ for place in places]
    assert order == [
        *["comment", "style", "original-title", "Paragraph", "Image", "qr-append", "iframe"],
        *["Paragraph", "editor-line"],
    ]
    code = places[5]
    assert code.text == long
    assert [(one.src.rpartition("/")[2], one.width, one.height) for one in code.pictures] == [
        ("qr.png", 90, 90)
    ]
    assert [place.noise for place in places] == [True, True, *[False] * 7]


def test_each_value_names_its_node_and_the_others_that_lost() -> None:
    told = _explained()
    title, source = _field(told, "title"), _field(told, "source")
    assert title.value == "石桥下的歌"
    assert title.claim is not None
    assert (title.claim.by, title.claim.path) == (
        "layout news-2018: h1.main-title",
        "html/body/h1.main-title",
    )
    assert [claim.value for claim in title.lost] == ["石桥下的歌声"]
    assert source.claim is not None
    assert source.claim.path.endswith("a.source")
    assert [(claim.by, claim.value) for claim in source.lost] == [("meta mediaid", "青崖日报")]
    editor = _field(told, "editor")
    assert editor.claim is not None
    assert (editor.value, editor.claim.by) == ("王小桥", "rule editor-line")
    assert _field(told, "authors") == Provenance("authors", None)


@pytest.mark.parametrize("fixture", ARTICLES, ids=lambda fixture: str(fixture.name))
def test_nearly_every_value_has_its_node(fixture: Fixture) -> None:
    told = _explain(fixture)
    if told.route == "document":
        without = [one.field for one in told.provenance if one.value is not None and one.claim is None]
        assert set(without) <= {"kind", "symbols", "related", "lead_image"}
    else:
        without = [one.field for one in told.provenance if one.value is not None and one.claim is None]
        assert set(without) <= {"kind", "published_raw", "modified_at"}


def test_layouts_say_why_they_are_not_the_pages() -> None:
    told = _explained()
    misses = {tried.name: tried.miss for tried in told.layouts}
    assert misses["self-media"] == "host"
    assert misses["finance-2015"] == "body"
    assert told.layouts[-1].name == "news-2018"
    assert told.layouts[-1].miss is None


def test_candidates_are_told_with_what_they_weigh_where_no_layout_fits() -> None:
    page = f"""<html><head><title>石桥下的歌声</title></head><body><div class="nav"><a href="/a">首页</a></div>
    <h1>石桥下的歌声</h1><p>2019-05-06 07:08</p><div class="words"><p>{TEXT}</p><p>{TEXT}</p><p>{TEXT}</p></div>
    </body></html>"""
    told = _explained(page)
    assert told.article is not None
    chosen = [one for one in told.candidates if one.outcome == "chosen"]
    assert [one.path.rpartition("/")[2] for one in chosen] == ["div.words"]
    assert chosen[0].score == max(one.score for one in told.candidates)
    assert all(tried.miss is not None for tried in told.layouts)


def test_passes_tell_what_they_took() -> None:
    took = {done.name: dict(done.removed) for done in _explained().passes if done.removed}
    assert took["walk"].keys() >= {"comment", "style", "iframe"}
    assert took["take_start"] == {"original-title": 1}
    assert "editor-line" in took["walk"]


def test_a_kept_or_removed_line_has_a_pattern_that_fits_its_like() -> None:
    places = [place for place in _explained().places if place.line]
    lines = {place.text: place.line for place in places}
    assert lines["原标题：老桥的歌"] == "原标题：老桥的歌"
    page = PAGE.replace("原标题：老桥的歌", "第3期(下)")
    numbered = [place for place in _explained(page).places if place.text == "第3期(下)"]
    assert [place.line for place in numbered] == [r"第\d+期\(下\)"]


def test_a_document_is_explained_in_the_order_of_its_body() -> None:
    told = newsclean.explain(
        f"---\ntitle: 石桥\nauthor: 青崖网\ndate: 2019-05-06\n---\n<p>来源：青崖日报</p><p>{TEXT}</p>"
        f"<iframe></iframe><p>{TEXT.strip()[::-1]}</p><p>责任编辑：王小桥</p>"
    )
    assert told.route == "document"
    rules = [place.rule for place in told.places]
    assert rules == ["source-line", None, "iframe", None, "editor-line-text"]
    assert [place.text for place in told.places if place.rule is None] == [TEXT.strip(), TEXT.strip()[::-1]]
    source, time = _field(told, "source"), _field(told, "published_at")
    assert source.claim is not None
    assert time.claim is not None
    assert (source.claim.by, source.value) == ("rule source-line", "青崖日报")
    assert [(claim.by, claim.value) for claim in source.lost] == [("front matter author", "青崖网")]
    assert (time.claim.by, time.claim.text) == ("front matter date", "2019-05-06")
    assert "take_start" in [done.name for done in told.passes]


def test_a_file_and_rules_of_ones_own_are_explained(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE.replace("原标题：老桥的歌", "桥友会欢迎你"), "utf-8")
    rules = tmp_path / "mine.toml"
    rules.write_text(
        '[[line]]\nname = "bridge-club"\nwhy = "The club."\nwhere = "anywhere"\n'
        'forms = [{ pattern = "桥友会欢迎你", takes = ["桥友会欢迎你"], spares = ["桥友会开会了。"] }]\n',
        "utf-8",
    )
    places = Parser(str(rules)).explain(page).places
    assert [place.text for place in places if place.rule == "bridge-club"] == ["桥友会欢迎你"]


def test_places_are_values() -> None:
    assert Place(number=1) == Place(number=1)


def test_pictures_with_relative_addresses_are_told() -> None:
    page = PAGE.replace("https://n.sinaimg.cn/a/qiao.jpg", "a/qiao.jpg")
    explanation = newsclean.explain(page)
    assert explanation.article == newsclean.parse(page)
    (picture,) = [one for place in explanation.places for one in place.pictures]
    assert type(picture.src) is str
    assert json.loads(explanation.to_json())["places"]


def test_a_copy_of_the_wayback_machine_is_explained_as_the_page_itself() -> None:
    copy = "https://web.archive.org/web/20190507000000/https://news.sina.com.cn/c/2019-05-06/doc-ihvhiqax0000001.shtml"
    post = f'---\ntitle: 石桥\n---\n\n<p>{TEXT}<a href="/b.html">桥</a></p>\n'
    for page in (PAGE.replace(TEXT, f'{TEXT}<a href="/b.html">桥</a>'), post):
        explanation = newsclean.explain(page, url=copy)
        assert explanation.article is not None
        assert tuple(place.block for place in explanation.places if place.block) == explanation.article.blocks
    refused = newsclean.explain("<p>", url=copy)
    assert refused.article is None
    assert refused.url == "https://news.sina.com.cn/c/2019-05-06/doc-ihvhiqax0000001.shtml"
