"""Every fixture's article in every rendering: what is said of arbitrary blocks holds for real ones."""

from __future__ import annotations

import pytest
import yaml
from markdown_it import MarkdownIt

from fixtures import ARTICLES, Fixture
from newsclean.article import Article
from newsclean.blocks import Image, Video
from newsclean.parser import parse
from newsclean.render import to_html, to_markdown
from newsclean.render.front_matter import _KEYS
from render.test_html import read
from render.test_json import validator
from render.test_markdown import Looks

FIELDS = [name for _, name, _ in _KEYS]


def _article(fixture: Fixture) -> Article:
    facts = fixture.facts
    return parse(fixture.content, url=facts.get("url"), content_type=facts.get("content_type"))


pytestmark = pytest.mark.parametrize("fixture", ARTICLES, ids=lambda fixture: str(fixture.name))


def test_json_is_valid_and_reads_back(fixture: Fixture) -> None:
    data = _article(fixture).to_dict()
    validator().validate(data)
    assert Article.from_dict(data) == _article(fixture)


def test_html_is_safe(fixture: Fixture) -> None:
    reader = read(to_html(_article(fixture).blocks))
    assert (reader.wrong, reader.open) == ([], [])


def test_markdown_shows_the_same_characters_in_the_same_look_as_the_html(fixture: Fixture) -> None:
    # A picture's alternative text is Markdown's own; a video is in the Markdown alone.
    article = _article(fixture)
    blocks = tuple([block for block in article.blocks if not isinstance(block, (Image, Video))])
    markdown = MarkdownIt("commonmark").enable("table").render(to_markdown(blocks))
    assert Looks(markdown).seen == Looks(to_html(blocks)).seen


def test_front_matter_is_read_back_with_the_same_metadata_and_text(fixture: Fixture) -> None:
    article = _article(fixture)
    document = article.to_front_matter()
    assert yaml.safe_load(document.split("\n---\n")[0].removeprefix("---")) is not None
    if not to_html(article.blocks):
        return  # nothing but a video: a document without a body is none
    again = parse(document)
    for name in FIELDS:
        assert getattr(again, name) == getattr(article, name), name
    assert set(again.authors) == set(article.authors)
    assert again.text == article.text
