"""How much of a page is read: limits that a caller sets, those that are fixed, and pages that are cut off."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest

import newsclean
from newsclean import InputError, Parser
from newsclean.page import Page

LINE = "清晨六点，第一辆公交车驶过新桥，桥上的灯还亮着，江面起了薄雾。"
ABOVE = (
    '<html><head><meta charset="utf-8"><title>河上新桥今晨通车_新浪财经_新浪网</title></head><body>'
    '<div class="path-search"><div class="channel-path"><a href="/">国内</a></div></div>'
    '<h1 class="main-title">河上新桥今晨通车</h1><div class="date-source">'
    '<span class="date">2020年03月04日 10:00</span>'
    '<span class="source">河东晚报</span></div><div class="article" id="artibody">'
)
BELOW = '</div><div class="article-bottom"><div class="keywords"><a href="/">桥</a></div></div>'
END = "</body></html>"
BARS = '<div class="bar"><a href="/">栏目</a></div>' * 120


def page(body: str = f"<p>{LINE}</p>" * 3, end: str = BELOW + BARS + END) -> str:
    return ABOVE + body + end


def refused(source: Any, parser: Parser | None = None) -> InputError:
    with pytest.raises(InputError) as caught:
        (parser or Parser()).parse(source, url="https://news.sina.com.cn/x.shtml")
    assert caught.value.url == "https://news.sina.com.cn/x.shtml"
    return caught.value


# --- limits that a caller sets -----------------------------------------------------------------------------


def test_bytes_are_limited_whatever_a_page_is_given_as(tmp_path: Path) -> None:
    data = page().encode()
    saved = tmp_path / "page.html"
    saved.write_bytes(data)
    fits, small = Parser(max_bytes=len(data)), Parser(max_bytes=len(data) - 1)
    for source in (data, data.decode(), memoryview(data), saved):
        assert fits.parse(source).text.startswith(LINE)
        error = refused(source, small)
        assert error.kind == "too_large"
        assert f"{len(data) - 1:,} bytes (max_bytes)" in error.message


def test_depth_is_limited() -> None:
    source = page("<div>" * 9 + LINE + "</div>" * 9)
    assert Parser(max_depth=10).parse(source).text == LINE
    error = refused(source, Parser(max_depth=9))
    assert (error.kind, error.message) == (
        "too_deep",
        "the body is nested more than 9 levels deep (max_depth)",
    )


@pytest.mark.parametrize("window", [True, False])
def test_tags_and_comments_are_limited(window: bool) -> None:
    source = page(f"<p>{LINE}</p><!-- x -->" * 50)
    tags = source.count("<") - source.count("</")
    assert Parser(max_nodes=tags, window=window).parse(source.encode()).text
    assert Parser(max_nodes=tags, window=window).parse(source).text
    for given in (source, source.encode()):
        error = refused(given, Parser(max_nodes=tags - 1, window=window))
        assert error.kind == "too_many"
        assert f"{tags - 1:,} tags and comments (max_nodes)" in error.message


def test_limits_hold_for_fragments_and_documents() -> None:
    with pytest.raises(InputError, match="max_bytes"):
        Parser(max_bytes=10).clean_html("<p>桥通了。</p>")
    with pytest.raises(InputError, match="max_nodes"):
        Parser(max_nodes=3).clean_html("<p>桥</p>" * 4)
    with pytest.raises(InputError, match="max_depth"):
        Parser(max_depth=3).clean_html("<div>" * 9 + "桥")
    document = "---\ntitle: 桥\n---\n" + "<div>" * 9 + LINE
    refused(document, Parser(max_depth=3))
    refused(document, Parser(max_nodes=3))


@pytest.mark.parametrize("wrong", [0, -1, 1.5, True, None, "9"])
@pytest.mark.parametrize("name", ["max_bytes", "max_depth", "max_nodes"])
def test_what_is_no_limit_is_a_value_error(name: str, wrong: Any) -> None:
    with pytest.raises(ValueError, match=name):
        Parser(**{name: wrong})


def test_a_pickled_parser_keeps_its_limits() -> None:
    parser = Parser(window=False, max_bytes=5_000, max_depth=50, max_nodes=70)
    again = pickle.loads(pickle.dumps(parser))  # noqa: S301  # our own
    assert (again.limits, again.window) == (parser.limits, False)


def test_the_command_and_a_batch_take_limits(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from newsclean.cli.group import commands

    small, large, deep = (str(tmp_path / f"{name}.html") for name in ("small", "large", "deep"))
    Path(small).write_text(page(), "utf-8")
    Path(large).write_text(page(f"<p>{LINE}</p>" * 90), "utf-8")
    Path(deep).write_text(page("<div><div>" + LINE), "utf-8")
    run = CliRunner().invoke(commands, ["--max-nodes", "300", small, large, "--format", "json"])
    assert run.exit_code == 1
    assert json.loads(run.stdout)["title"] == "河上新桥今晨通车"
    assert "more than 300 tags and comments (max_nodes) (too_many)" in run.stderr
    for option, kind in (("--max-bytes", "too_large"), ("--max-depth", "too_deep")):
        assert f"({kind})" in CliRunner().invoke(commands, [option, "1", deep]).stderr
    pytest.importorskip("pebble")
    out = tmp_path / "rows.jsonl"
    run = CliRunner().invoke(
        commands, ["batch", small, large, "-o", str(out), "--jobs", "1", "--ordered", "--max-nodes", "300"]
    )
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert run.exit_code == 1
    assert [(row.get("error") or {}).get("kind") for row in rows] == [None, "too_many"]


def test_tables_of_pages_take_limits() -> None:
    pa = pytest.importorskip("pyarrow")
    from newsclean.engines.arrow import clean_batch, clean_table

    pages = pa.record_batch({"html": [page(), page(f"<p>{LINE}</p>" * 90)], "url": ["a", "b"]})
    for rows in (
        clean_batch(pages, max_nodes=300),
        clean_table(pa.Table.from_batches([pages]), max_nodes=300),
    ):
        kinds = [error and error["kind"] for error in rows["error"].to_pylist()]
        assert kinds == [None, "too_many"]


# --- limits that are fixed ---------------------------------------------------------------------------------


def tag(count: int, write: str = "a{}=b") -> str:
    return f"<p {' '.join(write.format(number) for number in range(count))}>{LINE}</p>"


@pytest.mark.parametrize("window", [True, False])
@pytest.mark.parametrize("write", ["a{}=b", "a{}", 'a{}=">"', "a{}='>'", 'a{} = "<b>"', "b{}/", 'A{}="x"'])
def test_thousands_of_attributes_on_one_tag_are_refused(write: str, window: bool) -> None:
    error = refused(page(tag(4_000, write)).encode(), Parser(window=window))
    assert (error.kind, error.message) == ("too_many", "a tag has more than 1,000 attributes")


@pytest.mark.parametrize(
    "body",
    [
        tag(900),
        "<p " + "a=b " * 4_000 + f">{LINE}</p>",
        f"<p>{LINE}</p><!-- {tag(4_000)} -->",
        f"<p>{LINE}</p><script>var a = i<n; {'b c ' * 9_000}</script>",
        f"<p>{LINE}</p><style><a {' '.join(f'a{number}' for number in range(4_000))}</style>",
        f"<p>{' '.join(f'word{number}' for number in range(9_000))}</p>",
        "".join(f'<p a="b>c" d{number}>{LINE}</p>' for number in range(900)),
    ],
    ids=["nine hundred", "equal ones", "comment", "script", "style", "text", "angles in values"],
)
def test_what_only_looks_like_attributes_is_read(body: str) -> None:
    for parser in (Parser(), Parser(window=False)):
        assert parser.parse(page(body).encode()).blocks


def test_what_the_parser_would_leave_out_of_a_deep_page_is_no_silent_loss() -> None:
    error = refused("<html><body>" + "<div>" * 3_000 + page())
    assert error.kind == "too_deep"
    assert "the page is nested" in error.message


def test_how_deep_a_body_may_be_hangs_on_the_body_alone() -> None:
    source = page("<div>" * 200 + LINE + "</div>" * 200)

    def called_from(depth: int) -> str:
        return called_from(depth - 1) if depth else newsclean.parse(source).text

    assert called_from(0) == called_from(600) == LINE


# --- pages that are cut off --------------------------------------------------------------------------------


CUT = {
    "between two paragraphs": (page(f"<p>{LINE}</p>" * 3, ""), "in its body", "there is no end"),
    "in a paragraph": (page(f"<p>{LINE}</p><p>第二辆", ""), "in its body", "there is no end"),
    "in an end tag": (page(f"<p>{LINE}</", ""), "in its body", "its last tag is unfinished"),
    "in a start tag": (page(f'<p>{LINE}</p><p class="a', ""), "in its body", "its last tag is unfinished"),
    "in a fragment's tag": (f'<div id="artibody"><p>{LINE}</p><p cla', "in its body", "its last tag"),
    "behind the body": (page(end=BELOW + BARS), "behind its body", "there is no end"),
}


@pytest.mark.parametrize("window", [True, False])
@pytest.mark.parametrize("place", CUT)
def test_a_page_that_is_cut_off_gives_what_there_is_and_says_so(place: str, window: bool) -> None:
    source, where, sign = CUT[place]
    parser = Parser(window=window)
    cut, whole = parser.parse(source.encode()), parser.parse(page().encode())
    assert cut.text.startswith(LINE)
    assert not whole.warnings
    (warning,) = cut.warnings
    assert warning.startswith(f"the page is cut off {where}")
    assert sign in warning
    assert cut.confidence < whole.confidence
    assert cut.evidence[-1].name == "whole-page"
    assert cut.evidence[-1].held is False
    assert parser.parse(source).warnings == cut.warnings


@pytest.mark.parametrize(
    "end",
    ["</div></body>", "</DIV></HTML>\n\n", "</div></body></html><!-- 0.1 s -->", BELOW + END + "<script>1"],
)
def test_a_page_with_an_end_is_whole(end: str) -> None:
    assert not newsclean.parse(page(end=end)).warnings


def test_a_fragment_has_no_end_and_is_not_cut_off() -> None:
    assert not newsclean.parse(f'<h1>桥</h1><div id="artibody"><p>{LINE}</p>').warnings
    assert not newsclean.parse(f'<div id="artibody"><p>{LINE}</p></div>三<四，四>三').warnings


def test_fewer_bytes_than_the_server_told_are_warned_of() -> None:
    data = page().encode()

    def parsed(**headers: str) -> newsclean.Article:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return newsclean.parse_page(Page(data, headers=named))

    short = parsed(content_length=str(len(data) + 10))
    assert short.warnings == (
        "the page is cut off in its body: the text may go on "
        f"({len(data):,} of {len(data) + 10:,} bytes came)",
    )
    assert short.confidence < newsclean.parse(data).confidence
    assert not parsed(content_length=str(len(data))).warnings
    assert not parsed(content_length=str(len(data) + 10), content_encoding="gzip").warnings
    assert not parsed(content_length="many").warnings
