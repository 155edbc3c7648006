"""Every fixture, field by field: a failure reads ``finance-2018--stock-spans[published_at]``."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

import newsclean
from fixtures import ARTICLES, FIXTURES, REFUSED, Fixture
from newsclean import Article
from newsclean.rules import default_rules

FIELDS: dict[str, Callable[[Article], Any]] = {
    "layout": lambda a: a.layout,
    "kind": lambda a: a.kind,
    "title": lambda a: a.title,
    "original_title": lambda a: a.original_title,
    "published_at": lambda a: a.published_at and a.published_at.isoformat(),
    "modified_at": lambda a: a.modified_at and a.modified_at.isoformat(),
    "published_raw": lambda a: a.published_raw,
    "source": lambda a: a.source,
    "source_url": lambda a: a.source_url,
    "authors": lambda a: list(a.authors),
    "editor": lambda a: a.editor,
    "doc_id": lambda a: a.doc_id,
    "channel": lambda a: list(a.channel),
    "keywords": lambda a: list(a.keywords),
    "description": lambda a: a.description,
    "lead_image": lambda a: a.lead_image,
    "symbols": lambda a: [{"market": s.market, "code": s.code, "name": s.name} for s in a.symbols],
    "comment_id": lambda a: a.comment_id,
    "mobile_url": lambda a: a.mobile_url,
    "related": lambda a: [{"text": link.text, "href": link.href} for link in a.related],
    "encoding": lambda a: a.encoding,
    "url": lambda a: a.url,
    "extra": lambda a: dict(a.extra),
    "lines": lambda a: a.text.split("\n") if a.text else [],
    "images": lambda a: [{"src": i.src, "caption": i.caption} for i in a.images],
}
CHECKS = [(fixture, field) for fixture in ARTICLES for field in fixture.expected]


@cache
def article_of(fixture: Fixture) -> Article:
    return newsclean.parse(
        fixture.content, url=fixture.facts["url"], content_type=fixture.facts["content_type"]
    )


@pytest.mark.parametrize(("fixture", "field"), CHECKS, ids=[f"{f.name}[{field}]" for f, field in CHECKS])
def test_field_is_what_a_reader_takes(fixture: Fixture, field: str) -> None:
    article, expected = article_of(fixture), fixture.expected[field]
    if field == "absent":
        assert [string for string in expected if string in article.text + article.html] == []
    elif field == "present":
        assert [string for string in expected if string not in article.html] == []
    elif expected is None and field in ("authors", "channel", "keywords", "symbols", "related", "images"):
        assert FIELDS[field](article) == []
    else:
        assert FIELDS[field](article) == expected


@pytest.mark.parametrize("fixture", REFUSED, ids=lambda fixture: fixture.name)
def test_page_that_is_no_article_is_refused_with_its_kind(fixture: Fixture) -> None:
    with pytest.raises(newsclean.NotAnArticle) as caught:
        article_of(fixture)
    assert caught.value.kind == fixture.expected["error"]["kind"]
    assert caught.value.url == fixture.facts["url"]


@pytest.mark.parametrize("fixture", ARTICLES, ids=lambda fixture: fixture.name)
def test_article_survives_json_and_pickle(fixture: Fixture) -> None:
    article = article_of(fixture)
    assert Article.from_dict(article.to_dict()) == article
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301  # our own bytes


@pytest.mark.parametrize("fixture", ARTICLES, ids=lambda fixture: fixture.name)
def test_cleaning_a_cleaned_body_changes_nothing(fixture: Fixture) -> None:
    once = article_of(fixture).html
    assert newsclean.clean_html(once) == once


@pytest.mark.parametrize("fixture", ARTICLES, ids=lambda fixture: fixture.name)
def test_every_removal_names_a_rule_with_a_reason(fixture: Fixture) -> None:
    reason = default_rules().reason
    for removal in article_of(fixture).removals:
        assert reason(removal.rule)
        assert len(removal.preview) <= 80


@pytest.mark.parametrize("fixture", ARTICLES, ids=lambda fixture: fixture.name)
def test_parsing_twice_gives_the_same_article(fixture: Fixture) -> None:
    again = newsclean.parse(
        fixture.content, url=fixture.facts["url"], content_type=fixture.facts["content_type"]
    )
    assert again == article_of(fixture)


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_expectation_is_whole(fixture: Fixture) -> None:
    assert fixture.refused or {"layout", "lines"} <= fixture.expected.keys()
    assert set(fixture.expected) <= {*FIELDS, "absent", "present", "error"}
    assert "\ufffd" not in (fixture.folder / "expected.json").read_text("utf-8")
    assert fixture.facts["why"]
