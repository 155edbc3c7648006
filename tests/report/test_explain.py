"""The explanation: every removal with its reason, and a page that is safe and loads nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given

from fixtures import ARTICLES, Fixture
from newsclean.article import Article
from newsclean.blocks import Evidence, Image, Paragraph, Removal, Run
from newsclean.parser import parse
from newsclean.report import to_lines, to_page
from newsclean.report.facts import by_rule, flat, metadata_of
from newsclean.rules import default_rules
from render.strategies import articles, make

TAGS = (
    "html|head|meta|title|style|body|header|main|article|aside|section|footer|div|span|p|h1|h2|h3|h4|h5|h6|dl|dt|dd"
    "|meter|details|summary|code|ol|ul|li|a|table|thead|tbody|tr|th|td|figure|figcaption|blockquote|br|strong|em|sub"
    "|sup|b"
)
ATTRIBUTES = (
    "lang|charset|http-equiv|content|name|class|href|rel|min|max|low|high|optimum|value|open|scope|colspan"
    "|rowspan"
)
VOID = {"meta", "br"}


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
            self.wrong |= {f"{tag}[{name}]"} - {f"{tag}[{known}]" for known in ATTRIBUTES.split("|")}
            if name == "href" and not re.match(r"(?i)https?://|mailto:", value or ""):
                self.wrong.add(f"href={value}")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open.pop() != tag:
            self.wrong.add("/" + tag)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.wrong.add(f"comment {data}")


def _explained(**fields: Any) -> Article:
    return make("题", (Paragraph((Run("文"),)), Image("https://a.cn/b.png", "图")), **fields)


@given(articles)
def test_a_page_holds_no_markup_but_its_own(article: Article) -> None:
    reader = Reader(to_page(article))
    assert reader.wrong == set()
    assert reader.open == []


@given(articles)
def test_lines_cannot_write_to_the_terminal(article: Article) -> None:
    assert all(line.isprintable() for line in to_lines(article).split("\n"))


def test_the_page_loads_nothing() -> None:
    page = to_page(_explained())
    assert "default-src 'none'" in page
    assert "<img" not in page
    assert "<script" not in page
    assert "url(" not in page
    assert "@import" not in page


def test_removals_stand_under_their_rule_with_its_reason_in_both_forms() -> None:
    removals = (
        Removal("comment", "start", "div/comment()", "广告 <b>"),
        Removal("iframe", "body", "div/iframe"),
        Removal("comment", "end", "div/comment()", "完"),
        Removal("gone-rule", "end", "div/p", "旧"),
    )
    article = _explained(removals=removals)
    assert [(group.rule, len(group.removals)) for group in by_rule(article)] == [
        ("comment", 2),
        ("iframe", 1),
        ("gone-rule", 1),
    ]
    for told in (to_lines(article), Reader(to_page(article)).text):
        reasons = [default_rules().reason(name) for name in ("comment", "iframe")]
        for part in (*reasons, "广告 <b>", "div/iframe", "not in the rule book"):
            assert part in told


def test_evidence_says_what_held_what_did_not_and_what_could_not_be_asked() -> None:
    evidence = (
        Evidence("title-found", True, 0.5),
        Evidence("time-found", False, 0.3),
        Evidence("end-marker-seen", None, 0.2, "no marker"),
    )
    article = _explained(evidence=evidence, confidence=0.5, warnings=("改用整页",))
    lines = to_lines(article)
    assert "confidence 0.50\n  yes   0.50  title-found\n  no    0.30  time-found\n" in lines
    assert "  -     0.20  end-marker-seen  no marker\n" in lines
    assert "warnings\n  改用整页\n" in lines
    page = Reader(to_page(article)).text
    for part in ("0.50", "held", "did not hold", "could not be asked", "no marker", "改用整页"):
        assert part in page


def test_a_field_the_page_does_not_say_is_shown_as_such() -> None:
    assert dict(metadata_of(_explained()))["editor"] is None
    assert "editor          -\n" in to_lines(_explained())
    assert re.search(r"Not on the page: .*\beditor\b", to_page(_explained()))


def test_a_line_has_no_control_characters() -> None:
    assert flat(" a\x1b[31m\nb\u202e。 ") == " a [31m b 。"


@pytest.mark.parametrize("fixture", ARTICLES, ids=lambda fixture: str(fixture.name))
def test_every_fixture_can_be_explained(fixture: Fixture) -> None:
    article = parse(
        fixture.content, url=fixture.facts.get("url"), content_type=fixture.facts.get("content_type")
    )
    for group in by_rule(article):
        assert group.why == default_rules().reason(group.rule)
    assert Reader(to_page(article)).wrong == set()
    assert f"removed {len(article.removals)} things" in to_lines(article)
