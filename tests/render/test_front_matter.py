"""An article as a front-matter document: YAML that reads back the same, a body that Hexo leaves alone."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsclean.article import Article
from newsclean.blocks import Paragraph, Run, Symbol
from newsclean.dates import BEIJING
from newsclean.documents.front_matter import split_front_matter
from newsclean.render import to_html
from render.strategies import articles, make, texts

FULL = make(
    "题：“甲”",
    (Paragraph((Run("一{{ x }}"),)), Paragraph((Run("二"),))),
    published_at=datetime(2022, 1, 20, 5, 38, 55, tzinfo=timezone(timedelta())),
    source="某报",
    authors=("张三",),
    editor="李四",
    url="https://a.cn/b?c={d}",
    lead_image="https://a.cn/b.png",
    channel=("金融", "证券"),
    keywords=("yes", "007"),
    original_title="原题",
    modified_at=datetime(2022, 1, 20, 14, 0, tzinfo=BEIJING),
    symbols=(Symbol("sh", "600000"),),
    extra={"comments": False, "tags": ["a"], "title": "not this"},
)


def _split(article: Article) -> tuple[dict[str, Any], str]:
    split = split_front_matter(article.to_front_matter())
    assert split is not None
    return split


def test_keys_come_in_order_and_strings_are_quoted() -> None:
    assert FULL.to_front_matter() == (
        "---\n"
        "title: '题：“甲”'\n"
        "date: '2022-01-20T13:38:55+08:00'\n"
        "source: '某报'\n"
        "author: '张三'\n"
        "editor: '李四'\n"
        "url: 'https://a.cn/b?c={d}'\n"
        "headimg: 'https://a.cn/b.png'\n"
        "categories:\n- '金融'\n- '证券'\n"
        "keywords:\n- 'yes'\n- '007'\n"
        "original_title: '原题'\n"
        "updated: '2022-01-20T14:00:00+08:00'\n"
        "symbols:\n- market: 'sh'\n  code: '600000'\n"
        "comments: false\n"
        "tags:\n- 'a'\n"
        "---\n"
        "<p>一&#123;&#123; x &#125;&#125;</p>\n"
        "<p>二</p>\n"
    )


def test_what_the_page_does_not_say_is_left_out() -> None:
    assert make("题").to_front_matter() == "---\ntitle: '题'\n---\n\n"
    assert make(None).to_front_matter() == "---\n---\n\n"


def test_several_authors_are_a_list_and_without_a_source_one_is_too() -> None:
    assert _split(make("题", source="某报", authors=("张三", "李四")))[0]["author"] == ["张三", "李四"]
    assert _split(make("题", authors=("张三",)))[0] == {"title": "题", "authors": ["张三"]}


TRAPS = r"""
0！ 1:30 yes 2022-01-20 @甲 'x'"y" null ~ {a} [a] %a &a *a !a | > --- ... = << \\ 1e3 0o17 0x1F 1_000 .inf
' " - ? 😀 '' "" \" -1 007 true NaN !!str #
"""


@pytest.mark.parametrize("title", TRAPS.split())
@pytest.mark.parametrize(
    "frame", ["{}", "{}: b", "a: {}", " {} ", "a\n{}", "{} #b", "a\r\n\n{}\n", "\u2028{}\x85\ufeff"]
)
def test_a_title_reads_back_as_the_same_string(title: str, frame: str) -> None:
    title = frame.replace("{}", title, 1)
    document = make(title).to_front_matter()
    split = split_front_matter(document)
    assert split is not None
    assert split[0] == {"title": title}
    assert yaml.safe_load(document.split("\n---\n")[0]) == {"title": title}


@given(articles)
def test_the_head_reads_back_with_any_reader_of_yaml(article: Article) -> None:
    head, body = _split(article)
    written = article.to_front_matter().removesuffix(body).removeprefix("---\n").removesuffix("---\n")
    assert (yaml.safe_load(written) or {}) == head
    for key, value in article.extra.items():
        assert head[key] == value
    for key, value in {"title": article.title, "source": article.source, "url": article.url}.items():
        if value is not None:
            assert head[key] == value


@given(articles)
def test_the_body_is_the_html_with_its_braces_as_entities(article: Article) -> None:
    body = _split(article)[1]
    assert "{" not in body
    assert "}" not in body
    assert body.replace("&#123;", "{").replace("&#125;", "}") == to_html(article.blocks) + "\n"


@given(st.dictionaries(texts, texts, max_size=4))
def test_unknown_keys_are_kept_in_their_order(extra: dict[str, str]) -> None:
    head = _split(make(None, extra=extra))[0]
    assert list(head.items()) == list(extra.items())


def test_a_value_that_is_not_plain_is_refused() -> None:
    with pytest.raises(TypeError, match="set"):
        make("x", extra={"a": {1}}).to_front_matter()
