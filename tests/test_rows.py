"""Every row of the tables is needed: take it away, and a fixture no longer gives what a reader takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from fixtures import FIXTURES, Fixture
from newsclean.clean import Rules, clean
from newsclean.clean.lookup import CompiledPhrase, Phrases
from newsclean.errors import NewscleanError
from newsclean.layouts import (
    COMMENTS,
    LANDMARKS,
    LAYOUTS,
    NOISE,
    PHRASES,
    PICTURES,
    REASONS,
    SIGNS,
    Noise,
    Phrase,
    Picture,
)
from newsclean.locate.layout import resolved
from newsclean.parser import Tables, _parse

# Rows whose furniture is gone from an article even without them: another row or the walk takes it, under
# another name. They stay for the reason they give.
SHADOWED: frozenset[str] = frozenset()


def _answer(fixture: Fixture, tables: Tables) -> object:
    """What a fixture gives with these tables: the article, or the kind of its refusal."""
    try:
        article = _parse(fixture.content, fixture.facts["url"], fixture.facts["content_type"], tables)
    except NewscleanError as error:
        return error.kind
    return (
        article.blocks,
        article.removals,
        article.layout,
        article.editor,
        article.source,
        article.original_title,
    )


@cache
def _usual(fixture: Fixture) -> object:
    return _answer(fixture, Tables(resolved(LAYOUTS), Rules()))


def _changes(tables: Tables) -> Iterator[Fixture]:
    """The fixtures that give something else with these tables."""
    return (fixture for fixture in FIXTURES if _answer(fixture, tables) != _usual(fixture))


@pytest.mark.parametrize("row", NOISE, ids=lambda row: row.name)
def test_noise_row_is_needed_by_a_fixture(row: Noise) -> None:
    rules = Rules(noise=[other for other in NOISE if other is not row])
    assert next(_changes(Tables(resolved(LAYOUTS), rules)), None), f"no fixture changes without {row.name}"


@pytest.mark.parametrize("row", PHRASES, ids=lambda row: row.name)
def test_phrase_row_is_needed_by_a_fixture(row: Phrase) -> None:
    rules = Rules(phrases=[other for other in PHRASES if other is not row])
    assert next(_changes(Tables(resolved(LAYOUTS), rules)), None), f"no fixture changes without {row.name}"


@pytest.mark.parametrize("name", [row.name for row in PICTURES])
def test_picture_row_is_needed_by_a_fixture(name: str) -> None:
    rules = Rules(pictures=[other for other in PICTURES if other.name != name])
    assert next(_changes(Tables(resolved(LAYOUTS), rules)), None), f"no fixture changes without {name}"


@pytest.mark.parametrize("name", [row.name for row in COMMENTS])
def test_comment_row_is_needed_by_a_fixture(name: str) -> None:
    rules = Rules(comments=[row for row in COMMENTS if row.name != name])
    assert next(_changes(Tables(resolved(LAYOUTS), rules)), None), f"no fixture changes without {name}"


@pytest.mark.parametrize("name", [row.name for row in LAYOUTS])
def test_layout_row_is_needed_by_a_fixture(name: str) -> None:
    rows = tuple(row for row in resolved(LAYOUTS) if row.name != name)
    assert next(_changes(Tables(rows, Rules())), None), f"no fixture changes without {name}"


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.name)
def test_sign_is_what_refuses_a_fixture(sign: object) -> None:
    from newsclean.layouts import Sign

    assert isinstance(sign, Sign)
    named = [fixture for fixture in FIXTURES if fixture.refused and f"({sign.name})" in _message(fixture)]
    assert named, f"no fixture is refused by {sign.name}"


@cache
def _message(fixture: Fixture) -> str:
    try:
        _parse(
            fixture.content,
            fixture.facts["url"],
            fixture.facts["content_type"],
            Tables(resolved(LAYOUTS), Rules()),
        )
    except NewscleanError as error:
        return error.message
    return ""


SELECTORS = [
    *[(row, f'<div id="{value}">{{}}</div>') for row in NOISE for value in row.ids],
    *[(row, f'<div id="{value}77">{{}}</div>') for row in NOISE for value in row.id_starts],
    *[(row, f'<div class="left {value}">{{}}</div>') for row in NOISE for value in row.classes],
    *[(row, f'<div class="{value}_77 left">{{}}</div>') for row in NOISE for value in row.class_starts],
    *[(row, f'<div class="x-{value}-y">{{}}</div>') for row in NOISE for value in row.class_holds],
    *[(row, f'<div {name}="{value or 1}">{{}}</div>') for row in NOISE for name, value in row.attrs],
]


@pytest.mark.parametrize(
    ("row", "markup"), SELECTORS, ids=[f"{row.name}[{markup}]" for row, markup in SELECTORS]
)
def test_each_selector_of_a_row_removes_its_element_alone(row: Noise, markup: str) -> None:
    body = html.fragment_fromstring(
        f"<div><p>　　第一段是正文。</p>{markup.format('<p>家具文字</p>')}<p>　　末段也是正文。</p></div>"
    )
    blocks, cleaned = clean(body)
    assert [block.runs[0].text for block in blocks] == ["第一段是正文。", "末段也是正文。"]  # type: ignore[union-attr]
    assert [removal.rule for removal in cleaned.removals] == [row.name]


def test_names_of_rules_are_unique() -> None:
    names = [row.name for table in (NOISE, PHRASES, PICTURES, COMMENTS) for row in table]
    assert len(names) == len(set(names))
    assert all(reason.endswith(".") for reason in REASONS.values())


def test_layouts_stand_on_rows_that_exist() -> None:
    names = {row.name for row in LAYOUTS}
    assert {row.based_on for row in LAYOUTS} - {None} <= names
    assert {landmark.body for landmark in LANDMARKS} <= {selector for row in LAYOUTS for selector in row.body}


@pytest.mark.parametrize("row", PHRASES, ids=lambda row: row.name)
def test_hostile_line_is_matched_without_end_in_sight(row: Phrase) -> None:
    """Lines made of nothing but a pattern's own words, as long as the row allows: a pattern that can read them
    in many ways would still be at it when the run is stopped."""
    words = [word for word in re.split(r"[^\u4e00-\u9fffA-Za-z]+", row.pattern) if word]
    words += re.findall(r"[^\w\s\\]", row.pattern)
    match = re.compile(row.pattern, re.DOTALL).fullmatch
    for word in dict.fromkeys(words):
        for glue in ("", " ", "或", "，", "：", "  "):
            line = (word + glue) * (row.most // len(word + glue))
            match(line + "。" if len(line) < row.most else line[:-1] + "。")


@pytest.mark.parametrize("row", [row for row in PHRASES if row.opens], ids=lambda row: row.name)
@given(st.data())
def test_phrase_fits_no_line_that_opens_otherwise_than_its_row_says(row: Phrase, data: st.DataObject) -> None:
    line = " ".join(data.draw(st.from_regex(re.compile(row.pattern, re.DOTALL), fullmatch=True)).split())
    if re.fullmatch(row.pattern, line, re.DOTALL):
        assert line[:1] in row.opens


SPARED = {
    "qr-text": "扫描二维码{}",
    "app-download": "下载新浪新闻客户端{}看灯",
    "follow-us": "更多内容请关注{}",
    "follow-house": "关注微信公众号{}",
    "account-promo": "股市震荡，点击查看{}",
    "disclaimer": "特别声明：{}本网",
    "stance-notice": "本文仅供参考，{}据此操作",
    "information-notice": "特别说明：{}新浪网的信息仅供参考",
    "house-stance": "他{}文章观点不代表新浪网",
}


@pytest.mark.parametrize(
    ("row", "word"),
    [(row, word) for row in PHRASES for word in row.spares],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_each_word_that_spares_keeps_a_line_that_fits(row: Phrase, word: str) -> None:
    line = SPARED[row.name].format(word)
    assert re.fullmatch(row.pattern, line, re.DOTALL)
    assert Phrases([CompiledPhrase(row)]).find(line) is None
    assert Phrases([CompiledPhrase(row._replace(spares=()))]).find(line)


@pytest.mark.parametrize("row", [row for row in PHRASES if row.words], ids=lambda row: row.name)
@given(st.data())
def test_phrase_fits_no_line_without_one_of_its_words(row: Phrase, data: st.DataObject) -> None:
    line = data.draw(st.from_regex(re.compile(row.pattern, re.DOTALL), fullmatch=True))
    assert any(word in line for word in row.words)


@pytest.mark.parametrize("row", [row for row in PICTURES if row.src], ids=lambda row: row.name)
@given(st.data())
def test_picture_pattern_fits_no_address_without_one_of_its_words(row: Picture, data: st.DataObject) -> None:
    address = data.draw(st.from_regex(row.src or "", fullmatch=True))
    assert any(word in address for word in row.words)
