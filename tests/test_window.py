"""The window's one promise: what is read from a cut of a page is what the whole page says."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fixtures import FIXTURES, Fixture
from mutations import Edit, edited, edits, foreign
from newsclean import Article, NewscleanError, Parser
from newsclean.rules import markup

CORPUS = sorted((Path(__file__).parents[2] / "shared/corpus/pages").glob("*"))
MUTANTS = int(os.environ.get("NEWSCLEAN_MUTANTS", "1200"))  # mutated pages a run; more for a longer search
UNREAD = "undecodable byte sequences were dropped"


def outcome(data: bytes | str, *, window: bool, fixture: Fixture | None = None) -> tuple[Article | str, str]:
    """The article, or the error, of a page; and by which route."""
    facts = fixture.facts if fixture else {"url": None, "content_type": None}
    try:
        article = Parser(window=window).parse(data, url=facts["url"], content_type=facts["content_type"])
    except NewscleanError as error:
        return f"{type(error).__name__} {error.kind}: {error}", "none"
    return comparable(article), article.route


def comparable(article: Article) -> Article:
    """The article without its route, and without a warning of bytes that only the whole page's parse reads."""
    warnings = tuple(warning for warning in article.warnings if UNREAD not in warning)
    return article.__replace__(route="page", warnings=warnings)


def windowed(fixture: Fixture) -> bool:
    return outcome(fixture.content, window=True, fixture=fixture)[1] == "window"


CUT = [fixture for fixture in FIXTURES if windowed(fixture)]
TEXTS = {
    f.name: f.content.decode("utf-8")
    for f in CUT
    if b"utf-8" in f.content[:2_000].lower() and f.content.isascii() is False
}


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_fixture_reads_the_same_from_its_window_as_from_the_whole_page(fixture: Fixture) -> None:
    by_window, _ = outcome(fixture.content, window=True, fixture=fixture)
    by_page, _ = outcome(fixture.content, window=False, fixture=fixture)
    assert by_window == by_page


HEADS = (
    '<link rel="stylesheet" href="a.css"><meta name="robots" content="all" /><meta http-equiv="mobile-agent" '
    'content="format=html5; url=https://news.sina.cn/a.html">',
    '<meta name="description" content=\'"> <link rel="a">\'>',
    '<meta name="description" content="桥 > <link rel="a"> <meta name="robots" content="b">通车">',
    '<meta name="robots" content="all"><meta name="og:description" content="桥"><meta name="Description" content="b">',
    '<meta a="x"="b c="><link rel="a"><meta name="description" content="桥">',
    '<meta name="robots" content="<title>江</title>"><meta name="description" content="桥">',
    '<link title="a>b"><link title="><meta name="><meta name="description" content="桥">',
    '<meta name="robots" content="a"><link rel="a" <meta name="description" content="桥"><link rel="b">',
)


@pytest.mark.parametrize("tags", HEADS)
def test_tags_that_nobody_asks_for_change_nothing(tags: str) -> None:
    for fixture in CUT[:8]:
        head = fixture.content.replace(b"</title>", b"</title>" + tags.encode(), 1)
        assert outcome(head, window=True)[0] == outcome(head, window=False)[0]


def test_each_meta_that_is_asked_for_is_known() -> None:
    """A meta under another name would be left out of the window."""
    named = [value for name, value in vars(markup).items() if name.endswith(("_META", "_METAS"))]
    flat = [name for value in named for name in ((value,) if isinstance(value, str) else value)]
    assert markup.METAS.issuperset(flat)
    for path in (Path(__file__).parents[1] / "src/newsclean").rglob("*.py"):
        source = path.read_text("utf-8")
        assert '.meta("' not in source, path
        assert '.metas.get("' not in source, path


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_a_text_is_cut_as_its_bytes_are_and_reads_the_same(fixture: Fixture) -> None:
    try:
        text = fixture.content.decode("utf-8")
    except UnicodeDecodeError:
        text = fixture.content.decode("gb18030", "ignore")
    text = text.replace("\x00", "")
    by_window, route = outcome(text, window=True, fixture=fixture)
    assert by_window == outcome(text, window=False, fixture=fixture)[0]
    assert route == outcome(text.encode(), window=True, fixture=fixture)[1]


@pytest.mark.parametrize("char", ["\x00", "\ud800", "\ufeff"], ids=ascii)
def test_a_text_with_characters_that_no_page_should_have_reads_the_same_from_its_window(char: str) -> None:
    for text in [*TEXTS.values()][:3]:
        odd = text.replace("\u3002", f"{char}\u3002")
        assert outcome(odd, window=True)[0] == outcome(odd, window=False)[0]
        assert outcome(char + text, window=True)[0] == outcome(char + text, window=False)[0]


@pytest.mark.parametrize(
    "char", ["\u3000", "\xa0", "\x85", "\x1c", "\u0130", "\u212a", "\U0001f6a2"], ids=ascii
)
def test_a_character_that_is_space_or_a_letter_beyond_ascii_is_text_between_tags(char: str) -> None:
    for text in [*TEXTS.values()][:3]:
        for place in ("<head", "</title>", "<script", "</head>", "<body", "</div>"):
            odd = text.replace(place, char + place)
            by_page, _ = outcome(odd, window=False)
            assert outcome(odd, window=True)[0] == by_page
            assert outcome(odd.upper(), window=True)[0] == outcome(odd.upper(), window=False)[0]
            data = odd.encode("gb18030").replace(b"utf-8", b"gb2312")
            assert outcome(data, window=True)[0] == outcome(data, window=False)[0]


def test_every_layout_with_a_landmark_has_a_fixture_that_is_read_from_its_window() -> None:
    layouts = {outcome(fixture.content, window=True, fixture=fixture)[0].layout for fixture in CUT}  # type: ignore[union-attr]
    assert layouts >= {
        "finance-2015",
        "finance-2018",
        "news-2018",
        "legacy-2009",
        "tech-2013",
        "mobile",
        "blog",
    }


@pytest.mark.skipif(not CORPUS, reason="the corpus is not beside this checkout")
@pytest.mark.parametrize("page", CORPUS, ids=lambda page: page.stem)
def test_saved_page_reads_the_same_from_its_window_as_from_the_whole_page(page: Path) -> None:
    data = page.read_bytes()
    assert outcome(data, window=True)[0] == outcome(data, window=False)[0]


@settings(max_examples=MUTANTS, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(CUT), edits())
def test_mutated_page_reads_the_same_from_its_window_as_from_the_whole_page(
    fixture: Fixture, changes: list[Edit]
) -> None:
    data = edited(fixture.content, changes)
    by_window, route = outcome(data, window=True, fixture=fixture)
    if route == "window":
        assert by_window == outcome(data, window=False, fixture=fixture)[0]


@settings(max_examples=MUTANTS // 2, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(TEXTS)), edits())
def test_mutated_page_in_gb18030_reads_the_same_from_its_window_as_from_the_whole_page(
    name: str, changes: list[Edit]
) -> None:
    text = (
        TEXTS[name].replace("charset=utf-8", "charset=gb2312").replace('charset="utf-8"', 'charset="gb2312"')
    )
    data = edited(foreign(text), changes)
    by_window, route = outcome(data, window=True)
    if route == "window":
        assert by_window == outcome(data, window=False)[0]


def test_window_reads_a_page_whose_trail_bytes_look_like_structure() -> None:
    routes = [outcome(foreign(text.replace("utf-8", "gb2312")), window=True)[1] for text in TEXTS.values()]
    assert routes.count("window") > len(routes) // 2


@pytest.mark.parametrize("fixture", CUT, ids=lambda fixture: fixture.name)
def test_furniture_before_and_behind_the_window_changes_nothing(fixture: Fixture) -> None:
    data = fixture.content
    bars = b'<div class="bar"><a href="/">x</a><script>var a = "<p>";</script><!-- y --></div>' * 400
    body = data.lower().find(b"<body")
    grown = data[: data.find(b">", body) + 1] + bars + data[data.find(b">", body) + 1 :]
    plain, _ = outcome(data, window=True, fixture=fixture)
    assert outcome(grown, window=True, fixture=fixture) == (plain, "window")


@pytest.mark.parametrize("tags", [0, 4, 40])
def test_a_page_with_more_tags_behind_its_body_than_its_row_spares_is_cut_once_more(tags: int) -> None:
    """Tags in comments are counted as tags behind the body, and are no elements."""
    page = next(fixture.content for fixture in CUT if fixture.name == "mobile--time-and-cite")
    more = page.replace(b"</article>", b"</article><!-- " + b"<i>" * tags + b" -->", 1)
    by_window, route = outcome(more, window=True)
    assert (by_window, route) == (outcome(page, window=False)[0], "window")


def test_most_mutated_pages_are_still_read_from_their_window() -> None:
    random = Random(1)  # noqa: S311  # edits, not secrets
    names = ("insert", "take a tag out", "double a tag", "rewrite tags")
    changed = [
        edited(fixture.content, [(random.choice(names), random.randrange(60_000), random.randrange(1_000))])
        for fixture in CUT
        for _ in range(4)
    ]
    routes = [outcome(data, window=True)[1] for data in changed]
    assert routes.count("window") > 0.6 * len(routes)


def test_a_headline_left_open_over_the_body_ends_as_on_the_whole_page() -> None:
    """Its end tag and a section's start tag are missing: on the whole page the section around it closes it."""
    fixture = next(fixture for fixture in FIXTURES if fixture.name == "mobile--published-from-line")
    left_open = fixture.content.replace(b"</h1>", b"", 1)
    data = left_open.replace(b"<section>", b"", 1)
    assert data != left_open != fixture.content
    assert outcome(data, window=True)[0] == outcome(data, window=False)[0]


LEFT_OPEN = (
    b'<style type="text/css >.a{color:red}</style>',
    b"<style type='text/css >.a{color:red}</style>",
    b'<style type=text/css&#34;&#62; title="x>.a{}</style>',
    b'<script type="text/javascript>var a = 1;</script>',
    b"<script src='/x.js></script>",
    b'<textarea rows="3>x</textarea>',
    b'<iframe src="/x></iframe>',
    b'<title lang="zh>x</title>',
    b'<xmp class="a>x</xmp>',
    b'<noframes class="a>x</noframes>',
    b'<style type="a>.a{}</style><style>.b{}</style>',
    b'<script>document.write("<script src=\'/x.js>");</script><script type="a></script>',
    b'<div class="a><style>.a{}</style>',
    b'<p title="a><!-- b -->',
    b"<!-- never closed",
    b"<!-- never closed but for this --!>",
    b"<style>.a{} never closed",
)


@pytest.mark.parametrize("tag", LEFT_OPEN)
@pytest.mark.parametrize("fixture", CUT[::5], ids=lambda fixture: fixture.name)
def test_what_is_left_open_above_the_article_is_left_open_for_the_window_too(
    fixture: Fixture, tag: bytes
) -> None:
    body = fixture.content.lower().find(b"<body")
    start = fixture.content.find(b">", body) + 1
    data = fixture.content[:start] + tag + fixture.content[start:]
    by_window, route = outcome(data, window=True, fixture=fixture)
    if route == "window":
        assert by_window == outcome(data, window=False, fixture=fixture)[0]


@settings(max_examples=MUTANTS // 2, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(CUT), st.lists(st.integers(0, 100_000), min_size=1, max_size=3))
def test_page_without_some_quotes_reads_the_same_from_its_window_as_from_the_whole_page(
    fixture: Fixture, places: list[int]
) -> None:
    data = fixture.content
    for place in places:
        quote = max(data.find(b'"', place % len(data)), data.find(b"'", place % len(data)))
        data = data[:quote] + data[quote + 1 :] if quote >= 0 else data
    by_window, route = outcome(data, window=True, fixture=fixture)
    if route == "window":
        assert by_window == outcome(data, window=False, fixture=fixture)[0]


def test_tags_that_scripts_write_leave_the_page_its_window() -> None:
    """A script may write a script whose tag is no plain one; it stands in a script for certain."""
    script = b'<script>document.write("<script src=\\"" + a + "\\"></scr" + "ipt>");</script>'
    fixture = CUT[0]
    body = fixture.content.lower().find(b"<body")
    start = fixture.content.find(b">", body) + 1
    data = fixture.content[:start] + script + fixture.content[start:]
    assert outcome(data, window=True, fixture=fixture) == (
        outcome(fixture.content, window=True, fixture=fixture)
    )
