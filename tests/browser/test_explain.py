"""Explanations in a browser: what can be done on them works, at the width of a phone and of a desk, and a page full of
injections stays inert. That nothing is asked for, said or thrown is held by the fixture ``show``."""

from __future__ import annotations

import re
from typing import Any

import pytest

from browser.views import DESKTOP, PHONE, VIEWS, View
from fixtures import FIXTURES
from newsclean import explain
from newsclean.language import wording
from newsclean.report import to_page

PAGE = next(fixture for fixture in FIXTURES if fixture.name == "finance-2018--stock-spans")
TABLE = next(fixture for fixture in FIXTURES if fixture.name == "sports-2016--score-table")
REFUSED = next(fixture for fixture in FIXTURES if fixture.name == "refused--topic")
every_view = pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)


def _report(content: bytes | str, lang: Any = "en") -> str:
    return to_page(explain(content), say=wording(lang), source="page.html")


@pytest.fixture(scope="module")
def report() -> str:
    return _report(PAGE.content)


def _seen(shown: Any, selector: str) -> int:
    return int(shown.page.locator(f"{selector}:visible").count())


@every_view
def test_a_report_fits_its_window(show: Any, report: str, view: View) -> None:
    shown = show(report, view)
    assert shown.overflow() == 0
    assert _seen(shown, ".b.kept") == 16
    assert _seen(shown, ".noise .b") == 0
    shown.picture("explain")
    shown.page.locator(".label", has_text="analyst-promo").scroll_into_view_if_needed()
    shown.picture("explain-body")
    shown.picture("explain-whole", whole=True)


@every_view
def test_a_chosen_part_tells_its_rule_and_what_would_take_it(show: Any, report: str, view: View) -> None:
    shown = show(report, view)
    part = shown.page.locator(".b.gone", has_text="来源：")
    part.locator("del").first.click()
    told = shown.page.locator("#told")
    for words in (
        "source-line",
        "takes",
        "spares",
        "newsclean rules source-line",
        "rules --try page.html --line",
    ):
        assert words in told.inner_text()
    assert part.evaluate("element => element.getBoundingClientRect().top") < view.height
    shown.picture("explain-chosen")
    shown.page.keyboard.press("Escape")
    assert shown.page.locator(".b.chosen").count() == 0


def test_pointing_at_a_part_tells_of_it_as_does_the_focus(show: Any, report: str) -> None:
    shown = show(report, DESKTOP)
    shown.page.locator(".b.gone", has_text="来源：").hover()
    assert "source-line" in shown.page.inner_text("#told")
    shown.page.locator(".b.gone", has_text="原标题").focus()
    assert "original-title" in shown.page.inner_text("#told")
    shown.page.keyboard.press("Enter")
    assert shown.page.locator(".b.chosen").get_attribute("data-rule") == "original-title"


@pytest.mark.parametrize("view", [PHONE, DESKTOP], ids=lambda view: view.name)
def test_parts_are_filtered_by_kind_and_by_rule(show: Any, report: str, view: View) -> None:
    shown = show(report, view)
    shown.page.click("[data-mode=kept]")
    assert (_seen(shown, ".b.gone"), _seen(shown, ".b.kept")) == (0, 16)
    shown.page.click("[data-mode=gone]")
    assert _seen(shown, ".b.kept") == 0
    shown.page.click("[data-mode=all]")
    shown.page.select_option("#rule", "stock-quote")
    assert {one.get_attribute("data-rule") for one in shown.page.locator(".b.gone:visible").all()} == {
        "stock-quote"
    }
    assert shown.page.inner_text("#count") == "found: 3"
    shown.page.select_option("#rule", "style")
    assert _seen(shown, ".noise .b") == 3


def test_the_text_is_searched(show: Any, report: str) -> None:
    shown = show(report, DESKTOP)
    shown.page.keyboard.press("/")
    shown.page.keyboard.type("机器人")
    found = _seen(shown, ".b")
    assert 0 < found < 16
    assert shown.page.inner_text("#count") == f"found: {found}"
    assert shown.page.evaluate("CSS.highlights.get('found').size") >= found
    shown.picture("explain-search")
    shown.page.keyboard.press("Enter")
    assert "机器人" in shown.page.inner_text(".b.chosen")
    shown.page.keyboard.press("Escape")
    assert (_seen(shown, ".b.kept"), shown.page.input_value("#search")) == (16, "")


def test_keys_go_through_what_was_removed(show: Any, report: str) -> None:
    shown = show(report, DESKTOP)

    def chosen(key: str) -> str | None:
        shown.page.keyboard.press(key)
        return str(shown.page.locator(".b.chosen").get_attribute("data-rule"))

    assert [chosen("j"), chosen("j"), chosen("j"), chosen("k")] == [
        *["quote-chart", "analyst-promo", "original-title", "analyst-promo"]
    ]
    shown.page.keyboard.press("2")
    assert _seen(shown, ".b.gone") == 0
    shown.page.keyboard.press("Escape")
    shown.page.keyboard.press("?")
    assert shown.page.locator("#keys").get_attribute("open") is not None
    listed = set(shown.page.locator("#keys dt").all_inner_texts())
    assert listed == {"/", "n", "j", "k", "1", "2", "3", "Esc"}


@pytest.mark.parametrize("view", [PHONE, DESKTOP], ids=lambda view: view.name)
def test_links_inside_the_report_lead_somewhere(show: Any, report: str, view: View) -> None:
    shown = show(report, view)
    inside = shown.page.eval_on_selector_all(
        "a[href^='#']", "all => all.map(one => one.getAttribute('href'))"
    )
    for target in set(inside):
        assert shown.page.evaluate("name => document.getElementById(name) !== null", target[1:]), target
    shown.page.goto(f"{shown.address}#rule-qr-append")
    shown.page.wait_for_function("document.getElementById('rule-qr-append').open")
    outside = shown.page.eval_on_selector_all(
        "a:not([href^='#'])", "all => all.map(one => [one.href, one.rel])"
    )
    assert all(re.match("https?://", href) and "noreferrer" in rel for href, rel in outside)


def test_a_table_scrolls_on_a_phone_and_keeps_its_words_whole(show: Any) -> None:
    shown = show(_report(TABLE.content), PHONE)
    assert shown.overflow() == 0
    cells = shown.page.eval_on_selector_all(
        ".kept td", "all => all.map(one => one.getBoundingClientRect().width)"
    )
    assert cells
    assert min(cells) > 40
    shown.page.locator(".kept table").first.scroll_into_view_if_needed()
    shown.picture("explain-table")


@pytest.mark.parametrize("view", [PHONE, DESKTOP.dark], ids=lambda view: view.name)
def test_a_refused_page_says_why(show: Any, view: View) -> None:
    shown = show(_report(REFUSED.content), view)
    assert "no time of an article" in shown.page.inner_text(".refused")
    assert _seen(shown, "#layouts tr") > 10
    assert shown.overflow() == 0
    shown.picture("explain-refused", whole=True)


@pytest.mark.parametrize("view", [PHONE.dark, DESKTOP], ids=lambda view: view.name)
def test_a_report_speaks_chinese(show: Any, view: View) -> None:
    shown = show(_report(PAGE.content, "zh"), view)
    assert "正文原貌" in shown.page.inner_text("#body h2")
    shown.page.locator(".b.gone", has_text="来源：").locator("del").click()
    assert "已删除" in shown.page.inner_text("#told")
    shown.picture("explain-zh")


def test_what_is_printed_has_the_text_and_no_tools(show: Any, report: str) -> None:
    shown = show(report, DESKTOP.dark)
    shown.page.emulate_media(media="print")
    assert (_seen(shown, ".tools"), _seen(shown, "#panel"), _seen(shown, ".b.kept")) == (0, 0, 16)
    assert shown.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    shown.picture("explain-print", whole=True)


HOSTILE = [
    "<script>document.title='live'</script>",
    "</script><script>document.title='live'</script>",
    "</style><style>body{display:none}</style>",
    "<img src=x onerror=\"document.title='live'\">",
    "<svg onload=\"document.title='live'\">",
    '"\' onmouseover="document.title=\'live\'" onfocus=\'x\' autofocus tabindex=1 style="display:none" x="',
    "javascript:document.title='live'",
    "data:text/html,<script>document.title='live'</script>",
    "<!-- --!> <b>bold",
    "\u202egnp.exe\u202c \u2066x\u2069 \u200f",
    "&lt;script&gt;",
    "]]><iframe src=https://frames.invalid/></iframe>",
    "{{7*7}} ${7*7} %",
    "<base href=https://base.invalid/><meta http-equiv=refresh content='0;url=https://refresh.invalid/'>",
]


def _hostile() -> str:
    """An article whose every text, address and attribute is an injection, written as pages write text."""
    from html import escape

    lines = "".join(
        [
            f'<p>{escape(one)}，江水在桥下流。</p><p><a href="{escape(one)}">{escape(one)}</a></p>'
            for one in HOSTILE
        ]
    )
    boxes = "".join(
        [
            f'<div class="appendQr_wrap {escape(one)}" id="{escape(one)}">{escape(one)}</div>'
            for one in HOSTILE
        ]
    )
    raw = "".join([f"<p>船{one}</p>" for one in HOSTILE if "style" not in one])
    pictures = "".join(
        [f'<img src="{escape(one)}" alt="{escape(one)}" width="{escape(one)}">' for one in HOSTILE]
        + ['<img src="https://n.sinaimg.cn/a/%22onerror=x.jpg?\'&quot;><script>" width="9">']
    )
    comments = "".join([f"<!-- {one} -->" for one in HOSTILE if "--" not in one])
    title = escape(HOSTILE[1])
    return (
        f"<html><head><title>{title}</title><meta property='og:title' content=\"{escape(HOSTILE[5])}\">"
        f'<meta name="mediaid" content="{escape(HOSTILE[0])}"><meta name="keywords" content="{escape(HOSTILE[3])},a">'
        f'</head><body><h1 class="main-title">{title}</h1>'
        f'<div class="date-source"><a class="source" href="javascript:document.title=1">{escape(HOSTILE[4])}</a></div>'
        f'<div class="article" id="artibody">{lines}{boxes}{pictures}{comments}{raw}'
        f'<table class="tb01"><tr><td>{escape(HOSTILE[0])}</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>'
        "</div></body></html>"
    )


@pytest.mark.parametrize("view", [PHONE, DESKTOP.dark], ids=lambda view: view.name)
def test_a_page_full_of_injections_stays_inert(show: Any, view: View) -> None:
    explained = explain(_hostile(), url='https://finance.sina.com.cn/a/doc-imcwipih0000001.shtml?"><script>')
    assert len(explained.places) > 3 * len(HOSTILE)
    shown = show(
        to_page(explained, say=wording("en"), source="\"><script>document.title='live'</script>"), view
    )
    title = shown.page.title()
    for part in shown.page.locator(".b:visible").all()[::8]:
        part.hover(position={"x": 3, "y": 3})
    for group in shown.page.locator(".noise").all():
        group.evaluate("element => { element.open = true }")
    for key in ("j", "j", "n", "3", "Escape"):
        shown.page.keyboard.press(key)
    shown.page.locator(".b.gone").nth(3).evaluate("element => element.click()")
    shown.page.fill("#search", "<script>")
    shown.page.wait_for_timeout(100)
    assert shown.page.title() == title != "live"
    assert shown.page.locator("script").count() == 1
    assert shown.page.locator("style").count() == 1
    for tag in ("img", "svg", "iframe", "base", "link", "object", "form"):
        assert shown.page.locator(tag).count() == 0, tag
    every = "[...document.querySelectorAll('*')].flatMap(one => one.getAttributeNames())"
    attributes = [name for name in shown.page.evaluate(every) if re.match("on|style|src|autofocus", name)]
    assert attributes == []
    addresses = shown.page.eval_on_selector_all("a", "all => all.map(one => one.protocol)")
    assert set(addresses) <= {"https:", "http:", "mailto:", "file:"}
    text = shown.page.evaluate("document.body.textContent")
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", text)
    shown.picture("explain-hostile")
