"""Without a layout: never worse than readability-lxml alone on Chinese pages, and better where it drops lines."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from lxml import html
from readability import Document  # type: ignore[import-untyped]

import newsclean
from fixtures import ARTICLES, Fixture
from newsclean.encoding import decode

PAGES = [fixture for fixture in ARTICLES if fixture.expected["layout"] == "readability"]


def grams(text: str) -> Counter[str]:
    squeezed = re.sub(r"\s+", "", text)
    return Counter(squeezed[i : i + 4] for i in range(max(len(squeezed) - 3, 1)))


def f1(found: str, wanted: str) -> float:
    have, want = grams(found), grams(wanted)
    hit = sum((have & want).values())
    return 2 * hit / (sum(have.values()) + sum(want.values()))


def readability_alone(fixture: Fixture) -> str:
    summary = Document(decode(fixture.content, fixture.facts["content_type"]).text).summary(html_partial=True)
    return str(html.fragment_fromstring(summary, create_parent="div").text_content())


@pytest.mark.parametrize("fixture", PAGES, ids=lambda fixture: fixture.name)
def test_no_page_is_read_worse_than_by_readability_alone(fixture: Fixture) -> None:
    wanted = "".join(fixture.expected["lines"])
    ours = newsclean.parse(fixture.content, url=fixture.facts["url"]).text
    assert f1(ours, wanted) >= f1(readability_alone(fixture), wanted)


def test_pages_together_are_read_better_than_by_readability_alone() -> None:
    ours = [f1(newsclean.parse(page.content).text, "".join(page.expected["lines"])) for page in PAGES]
    theirs = [f1(readability_alone(page), "".join(page.expected["lines"])) for page in PAGES]
    assert sum(ours) > sum(theirs) + 0.5


def test_control_characters_of_a_page_without_a_layout_are_no_crash() -> None:
    with pytest.raises(newsclean.NotAnArticle):
        newsclean.parse(b"\x01" * 10 + b"<?")
