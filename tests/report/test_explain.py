"""Reports of explanations: everything removed stands with its reason, in a page that is safe and loads nothing, in
lines and on a terminal."""

from __future__ import annotations

import html
import re
import shlex
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings

from fixtures import ARTICLES, Fixture
from newsclean import explain
from newsclean.article import Article
from newsclean.blocks import Evidence, Image, Paragraph, Removal, Run
from newsclean.cli.group import commands
from newsclean.explaining import Explanation, of_article
from newsclean.language import wording
from newsclean.report import to_lines, to_page, to_terminal
from newsclean.report.facts import flat
from newsclean.report.rows import tries_of
from newsclean.rules import default_rules
from render.strategies import articles, make

FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ENGLISH, CHINESE = wording("en"), wording("zh")
TAGS = (
    "html|head|meta|title|style|script|body|header|main|article|aside|nav|section|footer|div|span|p|h1|h2|h3|h4|h5|h6"
    "|dl|dt|dd|meter|details|summary|code|kbd|ol|ul|li|a|table|thead|tbody|tr|th|td|figure|figcaption|blockquote|br"
    "|strong|em|sub|sup|b|del|q|button|select|option|input|output"
)
ATTRIBUTES = (
    "lang|charset|http-equiv|content|name|class|href|rel|min|max|low|high|optimum|value|open|scope|colspan|rowspan|id"
    "|tabindex|role|type|title|placeholder|aria-live|aria-label|aria-pressed|data-.*"
)
VOID = {"meta", "br", "input"}


class Reader(HTMLParser):
    """Notes every tag and attribute the page may not have, and every tag that is not closed in its turn."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.wrong: set[str] = set()
        self.open: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.wrong |= {tag} - set(TAGS.split("|"))
        for name, value in attrs:
            if not re.fullmatch(ATTRIBUTES, name):
                self.wrong.add(f"{tag}[{name}]")
            if name == "href" and not re.match(r"(?i)https?://|mailto:|#", value or ""):
                self.wrong.add(f"href={value}")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open.pop() != tag:
            self.wrong.add("/" + tag)

    def handle_data(self, data: str) -> None:
        if self.open[-1:] not in (["style"], ["script"]):
            self.text += data

    def handle_comment(self, data: str) -> None:
        self.wrong.add(f"comment {data}")


def _explained(**fields: Any) -> Explanation:
    return of_article(make("题", (Paragraph((Run("文"),)), Image("https://a.cn/b.png", "图")), **fields))


def _lines(explanation: Explanation) -> str:
    return to_lines(explanation, say=ENGLISH)


def _page(explanation: Explanation) -> str:
    return to_page(explanation, say=ENGLISH)


@FEW
@given(articles)
def test_a_page_holds_no_markup_but_its_own(article: Article) -> None:
    reader = Reader(_page(of_article(article)))
    assert reader.wrong == set()
    assert reader.open == []


@FEW
@given(articles)
def test_lines_cannot_write_to_the_terminal(article: Article) -> None:
    assert all(line.isprintable() for line in _lines(of_article(article)).split("\n"))


@FEW
@given(articles)
def test_a_terminal_gets_no_codes_but_those_of_colours(article: Article) -> None:
    told = to_terminal(of_article(article), say=ENGLISH, width=80)
    bare = re.sub(r"\x1b\[[\d;]*m", "", told)
    assert all(line.isprintable() for line in bare.split("\n"))


def test_the_page_loads_nothing_and_runs_nothing_but_its_script() -> None:
    page = _page(_explained())
    assert "default-src 'none'" in page
    assert re.search(r"script-src 'sha256-[^' ]+'[;\"]", page)
    assert "unsafe" not in page
    for loading in ("<img", "<link", "<iframe", "url(", "@import", " src=", " style=", "innerHTML", "eval("):
        assert loading not in page


@pytest.mark.parametrize("told", [_lines, lambda explanation: Reader(_page(explanation)).text])
def test_removals_stand_with_their_rule_its_reason_and_the_command_that_shows_it(told: Any) -> None:
    removals = (
        Removal("comment", "start", "div/comment()", "广告 <b>"),
        Removal("iframe", "body", "div/iframe", "窗"),
        Removal("comment", "end", "div/comment()", "完"),
        Removal("gone-rule", "end", "div/p", "旧"),
    )
    said = told(_explained(removals=removals))
    reasons = [default_rules().reason(name) for name in ("comment", "iframe")]
    for part in (*reasons, "窗", "旧", "newsclean rules iframe", "not in the rule book"):
        assert part in said


def test_lines_count_what_each_rule_took() -> None:
    removals = (Removal("iframe", "body", "div/iframe", "一"), Removal("iframe", "end", "div/iframe", "二"))
    assert "removed 2 things by 1 rules\n  iframe (2): " in _lines(_explained(removals=removals))


def test_evidence_says_what_held_what_did_not_and_what_could_not_be_asked() -> None:
    evidence = (
        Evidence("title-found", True, 0.5),
        Evidence("time-found", False, 0.3),
        Evidence("end-marker-seen", None, 0.2, "no marker"),
    )
    explanation = _explained(evidence=evidence, confidence=0.5, warnings=("改用整页",))
    lines = _lines(explanation)
    assert "confidence 0.50\n  + 0.50  a title was found (title-found): held\n" in lines
    assert "  - 0.30  a time was found (time-found): did not hold\n" in lines
    assert "could not be asked  no marker\n" in lines
    assert "Warnings\n  改用整页\n" in lines
    page = Reader(_page(explanation)).text
    for part in ("0.50", "held", "did not hold", "could not be asked", "no marker", "改用整页"):
        assert part in page


def test_a_field_the_page_does_not_say_is_shown_as_such() -> None:
    assert "  editor: -\n" in _lines(_explained())
    assert re.search(r"Not on the page: .*\beditor\b", _page(_explained()))


def test_a_line_has_no_control_characters() -> None:
    assert flat(" a\x1b[31m\nb\u202e。 ") == " a [31m b 。"


def test_reports_speak_chinese() -> None:
    removal = Removal("iframe", "body", "div/iframe", "窗")
    explanation = _explained(removals=(removal,))
    page = to_page(explanation, say=CHINESE)
    assert '<html lang="zh-CN">' in page
    why = CHINESE.why("iframe", default_rules().reason("iframe"))
    for told in (
        to_lines(explanation, say=CHINESE),
        Reader(page).text,
        to_terminal(explanation, say=CHINESE),
    ):
        assert "正文原貌" in told
        assert why[:12] in told


@pytest.mark.parametrize("fixture", ARTICLES, ids=lambda fixture: str(fixture.name))
def test_every_fixture_can_be_explained(fixture: Fixture) -> None:
    facts = fixture.facts
    explanation = explain(fixture.content, url=facts.get("url"), content_type=facts.get("content_type"))
    page = Reader(_page(explanation))
    assert (page.wrong, page.open) == (set(), [])
    article = explanation.article
    assert article is not None
    assert f"removed {len(article.removals)} things" in _lines(explanation)
    for rule in {removal.rule for removal in article.removals}:
        assert default_rules().reason(rule) in page.text


@pytest.mark.parametrize(
    ("part", "taken"),
    [
        ("扫一扫(3)，看石桥？", "扫一扫(3)，看石桥？"),
        ("江水在石桥下", "江水在石桥下慢慢流过"),
        ("会员可以看", "会员可以看更多的桥"),
    ],
)
def test_the_commands_that_a_part_offers_take_it(part: str, taken: str, tmp_path: Path) -> None:
    text = "江水在石桥下慢慢流过，两岸的人家都把窗子开着，听船工唱着很老的歌。" * 6
    path = tmp_path / "my page.html"
    path.write_text(
        f"""<title>桥</title><h1 class="main-title">桥</h1><div id="artibody" class="article">
        <p>　　{text}</p><p>扫一扫(3)，看石桥？</p><div class="shop-card"><p>会员可以看更多的桥。</p></div>
        <p>　　{text.replace("江", "河")}</p></div>""",
        "utf-8",
    )
    explanation = explain(path)
    place = next(place for place in explanation.places if part in place.text)
    tries = tries_of(place, str(path))
    assert ("element" in tries) == (part == "会员可以看")
    for command in tries.values():
        assert command in html.unescape(to_page(explanation, say=ENGLISH, source=str(path)))
        told = CliRunner().invoke(commands, shlex.split(command)[1:])
        assert told.exit_code == 0
        assert re.search(rf"takes 1 of .*\n +\S+ .*{re.escape(taken)}", told.output), told.output
