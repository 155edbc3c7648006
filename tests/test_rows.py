"""The rows of the rule book: each is needed by a fixture, each example is what the whole parser says of it, and where
two rows fit one line the winner is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fixtures import FIXTURES, Fixture
from newsclean import Article, Parser
from newsclean.errors import NewscleanError
from newsclean.rules import (
    Comment,
    Element,
    Landmark,
    Layout,
    Line,
    Picture,
    Refusal,
    Row,
    Rules,
    default_rules,
)
from newsclean.rules.built_in import BUILT_IN
from newsclean.rules.forms import joined, written
from newsclean.rules.needs import form_words_of, work_out
from newsclean.rules.signs import SIGNS

BOOK = default_rules()
LINES = BOOK.of_kind(Line)
NEEDED: tuple[Row, ...] = tuple(
    row for row in BOOK if isinstance(row, (Comment, Element, Layout, Line, Picture, Refusal))
)


# --- rows are needed -------------------------------------------------------------------------------------


def answer(fixture: Fixture, rules: Rules) -> object:
    """What a fixture gives by some rules: the article, or the kind of its refusal and what refused it."""
    try:
        article = Parser(rules).parse(
            fixture.content, url=fixture.facts["url"], content_type=fixture.facts["content_type"]
        )
    except NewscleanError as error:
        return error.kind, error.message
    return (
        article.blocks,
        [(removal.rule, removal.preview) for removal in article.removals],
        article.layout,
        article.editor,
        article.source,
        article.original_title,
    )


@cache
def usual(fixture: Fixture) -> object:
    return answer(fixture, BOOK)


def without(row: Row) -> Rules:
    """The book without a row. A layout that others are based on stays for them, with a body that no page has."""
    if isinstance(row, Layout):
        return BOOK.with_([row._replace(body=("#taken-away",), replace=True)])
    return BOOK.without(row.name)


@pytest.mark.parametrize("row", NEEDED, ids=lambda row: row.name)
def test_row_is_needed_by_a_fixture(row: Row) -> None:
    rules = without(row)
    assert any(answer(fixture, rules) != usual(fixture) for fixture in FIXTURES), row.name


def test_every_reason_is_a_sentence() -> None:
    assert all(row.why.endswith(".") for row in BOOK)
    assert all(why.endswith(".") for why in BUILT_IN.values())


def test_names_that_rows_use_are_in_the_book() -> None:
    BOOK.check_names()
    bodies = {selector for row in BOOK.of_kind(Layout) for selector in row.body}
    assert {landmark.body for landmark in BOOK.of_kind(Landmark)} <= bodies


# --- elements, through the parser ------------------------------------------------------------------------

ELEMENTS = BOOK.of_kind(Element)
SELECTORS = [
    *[(row, f'<div id="{value}">{{}}</div>') for row in ELEMENTS for value in row.ids],
    *[(row, f'<div id="{value}77">{{}}</div>') for row in ELEMENTS for value in row.id_starts],
    *[(row, f'<div class="left {value}">{{}}</div>') for row in ELEMENTS for value in row.classes],
    *[(row, f'<div class="{value}_77 left">{{}}</div>') for row in ELEMENTS for value in row.class_starts],
    *[(row, f'<div class="x-{value}-y">{{}}</div>') for row in ELEMENTS for value in row.class_holds],
    *[(row, f'<div {name}="{value or 1}">{{}}</div>') for row in ELEMENTS for name, value in row.attrs],
]


def page(markup: str) -> str:
    return f'<h1 class="main-title">桥通了</h1><div class="article" id="article">{markup}</div>'


@pytest.mark.parametrize(
    ("row", "markup"), SELECTORS, ids=[f"{row.name}[{markup}]" for row, markup in SELECTORS]
)
def test_each_selector_of_a_row_removes_its_element_alone(row: Element, markup: str) -> None:
    body = f"<p>　　第一段是正文。</p>{markup.format('<p>家具文字</p>')}<p>　　末段也是正文。</p>"
    article = Parser().parse(page(body))
    assert article.text.split("\n") == ["第一段是正文。", "末段也是正文。"]
    assert [removal.rule for removal in article.removals] == [row.name]


# --- where two rows fit one line: the earlier in the book wins ---------------------------------------------

OVERLAPS = {
    ("follow-us", "follow-house"): "an invitation at the end of a text is one, whoever's account it names",
    ("disclaimer", "information-notice"): "a statement of the site itself says so first",
    ("disclaimer", "copyright-line"): "a statement under a title in brackets is told by its title",
    (
        "copyright-line",
        "rights-notice",
    ): "that a text was authorised says whose it is, and more than whom to ask",
    ("info-line", "labelled-facts"): "it reads more of the lines that both fit: a source without a label",
}
"""The pairs that fit one line, with the reason why the first of them is to win."""

WINNERS = {
    name: {first for first, second in OVERLAPS if second == name}
    for name in {second for _, second in OVERLAPS}
}
"""The rows that may take a row's example in its place."""


# --- lines, through the parser ---------------------------------------------------------------------------

BODY = [
    "清晨六点，第一班轮渡离开了青崖码头，甲板上站着二十几个赶早市的人。",
    "船长说，雾比昨天淡了一些，江面上能看见对岸的灯。",
    "卖豆腐的老人把担子放在船尾，和检票员聊起了涨水的事。",
    "到了对岸，人群散进巷子里，船又慢慢掉了头。",
]
PLACES = {"start": (0,), "end": (len(BODY),), "edges": (0, len(BODY)), "anywhere": (2,)}
EXAMPLES = [
    (row, place, text)
    for row in LINES
    for place in PLACES[row.where]
    for form in row.forms
    for text in form.takes
]
SPARED = [
    (row, place, text)
    for row in LINES
    for place in PLACES[row.where]
    for form in row.forms
    for text in form.spares
]


def read(text: str, place: int) -> Article:
    """An article with a line at a place of its text."""
    lines = [*BODY[:place], text, *BODY[place:]]
    return Parser().parse(page("".join(f"<p>　　{escaped(line)}</p>" for line in lines)))


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def names(examples: list[tuple[Line, int, str]]) -> list[str]:
    return [f"{row.name}[{place}-{text[:24]}]" for row, place, text in examples]


@pytest.mark.parametrize(("row", "place", "text"), EXAMPLES, ids=names(EXAMPLES))
def test_line_that_a_row_takes_goes_from_the_text(row: Line, place: int, text: str) -> None:
    article = read(text, place)
    taken = {removal.rule for removal in article.removals}
    assert taken & {row.name, *WINNERS.get(row.name, ())}, article.removals
    assert article.text.split("\n") == BODY


@pytest.mark.parametrize(("row", "place", "text"), SPARED, ids=names(SPARED))
def test_line_that_a_row_spares_stays_in_the_text(row: Line, place: int, text: str) -> None:
    article = read(text, place)
    assert row.name not in {removal.rule for removal in article.removals}


def fits(row: Line, text: str) -> bool:
    spared = [word for name in row.unless for word in getattr(BOOK.words, name)]
    if len(text) > row.most or any(word in text for word in spared):
        return False
    return re.fullmatch(joined(row.forms, BOOK.book), text, re.DOTALL) is not None


def meet(one: Line, other: Line) -> bool:
    """Whether two rows are asked at one place."""
    places = {one.where, other.where}
    return len(places) == 1 or ("edges" in places and "anywhere" not in places)


def overlaps() -> Iterator[tuple[str, str]]:
    """Pairs of rows, the earlier first, that fit one example at one place: the earlier wins."""
    for one, other in combinations(LINES, 2):
        texts = [text for row in (one, other) for form in row.forms for text in form.takes]
        if meet(one, other) and any(fits(one, text) and fits(other, text) for text in texts):
            yield one.name, other.name


def test_where_two_rows_fit_one_line_the_winner_is_known() -> None:
    assert set(overlaps()) == set(OVERLAPS)


# --- what a line must hold -------------------------------------------------------------------------------


@pytest.mark.parametrize("row", LINES, ids=lambda row: row.name)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_line_that_fits_holds_what_was_worked_out(row: Line, data: st.DataObject) -> None:
    pattern = joined(row.forms, BOOK.book)
    needs = work_out(pattern)
    drawn = data.draw(st.from_regex(re.compile(pattern, re.DOTALL), fullmatch=True))
    assert not needs.words or any(word in drawn for word in needs.words)
    line = " ".join(drawn.split())
    if needs.opens and line and re.fullmatch(pattern, line, re.DOTALL):
        assert line[0] in needs.opens
    assert needs.ends or not drawn.endswith("。")


@pytest.mark.parametrize(
    ("pattern", "ends"),
    [
        ("欢迎关注", False),
        ("欢迎关注。?", True),
        ("欢迎关注。{0,2}灯", False),
        ("欢迎[^，]", True),
        ("欢迎[^。]", False),
        ("欢迎[！。]", True),
        (r"欢迎\W", True),
        (r"欢迎\w", False),
        ("欢迎[　-〃]", True),
        ("欢迎.", True),
        ("(?:关注|欢迎。)", True),
        ("(?P<a>关注|欢迎)(?!。)", False),
        ("(?>关注。)+(?<=。)", True),
        ("(?i:关注)[a-z]*?", False),
        ("(关注。?)(?(1)a|b)", True),
        ("(?:。)*灯++", False),
        ("", True),
    ],
)
def test_what_a_line_can_end_in_is_worked_out(pattern: str, ends: bool) -> None:
    assert work_out(pattern).ends == ends


def in_pieces(book: Rules) -> Rules:
    """The rows of a book, for a process that reads few pages."""
    rules = Rules(book.rows, book.questions.values())
    rules.in_pieces = True
    return rules


def test_a_pattern_in_pieces_compiles_the_forms_alone_that_a_text_could_fit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiled: list[str] = []

    def compiling(source: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(source)
        return compile_(source, flags)

    compile_ = re.compile
    monkeypatch.setattr(re, "compile", compiling)
    asks, whole = in_pieces(BOOK).asks, BOOK.pattern_of("caption-told")
    assert len(form_words_of(whole)) > 5
    assert asks.caption_told.fullmatch("图为老桥。")
    assert asks.caption_told.fullmatch("老桥今天通车。") is None
    assert compiled
    assert max(map(len, compiled)) < len(whole) / 2


@pytest.mark.parametrize("traditional", [False, True])
def test_a_pattern_in_pieces_gives_what_the_whole_one_gives(*, traditional: bool) -> None:
    """Each row and each question is asked of its examples and of some others, in signs as bylines are."""
    text = "記者張三" if traditional else ""
    whole, pieces = BOOK.reading(text), in_pieces(BOOK).reading(text)
    told = {
        **{row.name: row.forms for row in LINES},
        **{row.name: row.forms for row in BOOK.of_kind(Picture) if row.forms},
        **{
            name: tuple(form for row in BOOK.wordings if row.asks == name for form in row.forms)
            for name in BOOK.questions
        },
    }
    examples = [text for forms in told.values() for form in forms for text in (*form.takes, *form.spares)]
    for number, forms in enumerate(told.values()):
        near = [example for form in forms for example in (*form.takes[:1], *form.spares[:1])]
        patterns = [book.deferred(written(forms, book.book)) for book in (whole, pieces)]
        for example in (*near[:8], *examples[number::900]):
            line = example.translate(SIGNS)
            for method in ("search", "fullmatch", "match"):
                found = [said(getattr(pattern, method)(line)) for pattern in patterns]
                assert found[0] == found[1], (forms, method, line)
            spans = [[*map(said, pattern.finditer(line))] for pattern in patterns]
            assert spans[0] == spans[1], (forms, line)
            cut = [pattern.sub(" ", line, count=1) for pattern in patterns]
            assert cut[0] == cut[1], (forms, line)


def said(found: re.Match[str] | None) -> object:
    return found and (found.span(), found.groupdict())


@pytest.mark.parametrize("row", LINES, ids=lambda row: row.name)
def test_hostile_line_is_matched_without_end_in_sight(row: Line) -> None:
    """Lines made of nothing but a pattern's own words, as long as the row allows: a pattern that can read them in
    many ways would still be at it when the run is stopped."""
    pattern = joined(row.forms, BOOK.book)
    words = [word for word in re.split(r"[^\u4e00-\u9fffA-Za-z]+", pattern) if word]
    words += re.findall(r"[^\w\s\\]", pattern)
    match = re.compile(pattern, re.DOTALL).fullmatch
    for word in dict.fromkeys(words):
        for glue in ("", " ", "或", "，", "：", "  "):
            line = (word + glue) * (row.most // len(word + glue))
            match(line + "。" if len(line) < row.most else line[:-1] + "。")
