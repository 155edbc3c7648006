"""The head of a front-matter document: what is read, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import newsclean
from newsclean.documents.front_matter import MAX_ALIASES, MAX_DEPTH, MAX_HEAD, split_front_matter
from newsclean.errors import InputError


@pytest.fixture(autouse=True, params=["libyaml", "python"], scope="module")
def _both_parsers(request: pytest.FixtureRequest) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "python":
            patch.delattr(yaml, "CBaseLoader", raising=False)
        yield


NOT_FRONT_MATTER = [
    "",
    "\n\n",
    "<html></html>",
    "----\na: 1\n---\n",
    "--- a\n",
    "a: 1\n---\n",
    "---",
    " \n-- -\n",
]


@pytest.mark.parametrize("text", NOT_FRONT_MATTER)
def test_what_does_not_open_with_a_fence_is_no_front_matter(text: str) -> None:
    assert split_front_matter(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "---\na: b\n---\nbody\n",
        "\ufeff---\na: b\n---\nbody\n",
        "\n \t\n\n---  \na: b\n---\t\nbody\n",
        "---\na: b\n...\nbody\n",
        "---\n\na: b\n\n---\nbody\n",
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_marks_blank_lines_and_any_line_end_are_read_alike(text: str, newline: str) -> None:
    assert split_front_matter(text.replace("\n", newline)) == ({"a": "b"}, "body" + newline)


def test_a_head_may_be_empty_and_the_body_too() -> None:
    assert split_front_matter("---\n---") == ({}, "")
    assert split_front_matter("---\n# only a comment\n---\nx") == ({}, "x")


def test_a_fence_inside_an_indented_value_does_not_end_the_head() -> None:
    assert split_front_matter("---\na: |\n  x\n  ---\n  y\n---\nb") == ({"a": "x\n---\ny\n"}, "b")


def test_the_body_is_given_back_untouched() -> None:
    assert split_front_matter("---\na: b\n---\n\n<div>   \r\n---\n ") == ({"a": "b"}, "\n<div>   \r\n---\n ")


AS_WRITTEN = """
2022-01-20|2022-01-20T08:00:00+08:00|1:30|yes|off|007|1e3|1.10|-0|0x1F|0！|1_000|.5|.nan|=|<<|y|\uff10
999999999999999999999999999999|Sun, 31 Jul 2022 06:13:25 GMT
"""


@pytest.mark.parametrize("written", AS_WRITTEN.replace("\n", "|").strip("|").split("|"))
def test_what_a_number_or_date_would_not_give_back_stays_a_string(written: str) -> None:
    assert split_front_matter(f"---\na: {written}\n---\n") == ({"a": written}, "")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("1.5", 1.5),
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ("'12'", "12"),
    ],
)
def test_plain_numbers_truths_and_nulls_are_values(written: str, value: object) -> None:
    split = split_front_matter(f"---\na: {written}\n---\n")
    assert split is not None
    assert split[0]["a"] == value
    assert type(split[0]["a"]) is type(value)


@given(st.from_regex(r"-?[0-9]{1,20}(\.[0-9]{1,8})?", fullmatch=True))
def test_a_number_is_written_back_as_it_was_read(written: str) -> None:
    split = split_front_matter(f"---\na: {written}\n---\n")
    assert split is not None
    assert str(split[0]["a"]) == written


def test_lists_and_mappings_nest_and_keys_are_strings() -> None:
    head = "---\n1: [a, 2, {true: x}]\ncategories:\n  - 金融\n  - 新浪财经\n---\n"
    assert split_front_matter(head) == (
        {"1": ["a", 2, {"true": "x"}], "categories": ["金融", "新浪财经"]},
        "",
    )


def test_an_alias_of_a_flat_value_is_read_as_a_copy() -> None:
    split = split_front_matter("---\ntags: &t [a, b]\nkeywords: *t\nx: &s text\ny: *s\n---\n")
    assert split is not None
    assert split[0] == {"tags": ["a", "b"], "keywords": ["a", "b"], "x": "text", "y": "text"}
    assert split[0]["tags"] is not split[0]["keywords"]


BOMB = "\n".join(["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)])


@pytest.mark.parametrize(
    ("head", "why"),
    [
        (BOMB, "nested values"),
        ("a: &a x\nb: [" + "*a, " * (MAX_ALIASES + 1) + "]", "aliases"),
        ("a: &a [*a]", "stands for nothing"),
        ("a: *b", "stands for nothing|undefined alias"),
        ("a: " + "[" * (MAX_DEPTH + 2), "deeper"),
        ("a: " + "[" * 5000, "deeper|nesting depth"),  # libyaml has a bound of its own since PyYAML 6.0.4
        ("a: 1\na: 2", "twice"),
        ("a:\n  b: 1\n  b: 2", "twice"),
        ("- a\n- b", "mapping"),
        ("only words", "mapping"),
        ("a: !!python/object/apply:os.system [x]", "tag"),
        ("a: !!binary aGk=", "tag"),
        ("a: !custom x", "tag"),
        ("? [a, b]\n: c", "key"),
        ("a: 'never closed", "line"),
        ("a: b: c", "line"),
        ("a: \x00", "."),
        ("a: \ud800", "."),
        ("a: 1\n--- \tb: 1", "."),
    ],
)
def test_a_head_that_is_broken_or_a_bomb_is_refused_by_name(head: str, why: str) -> None:
    with pytest.raises(InputError, match=why) as caught:
        split_front_matter(f"---\n{head}\n---\n")
    assert caught.value.kind == "front_matter"
    assert caught.value.exit_code == 3


def test_bare_marks_inside_quoted_values_are_kept_and_told() -> None:
    notes: list[str] = []
    text = "---\ntitle: 'what's new? the 'bridge''\nsource: 'it''s known'\ndate: 2022-01-20\n---\n<p>x</p>"
    head, _ = split_front_matter(text, notes) or ({}, "")
    assert head["title"] == "what's new? the 'bridge'"
    assert head["source"] == "it's known"
    assert len(notes) == 1
    assert newsclean.parse(text.replace("x</p>", "老桥今天通车。</p>")).warnings == tuple(notes)


def test_a_head_that_never_ends_is_refused() -> None:
    with pytest.raises(InputError, match="never ends"):
        split_front_matter("---\ntitle: x\n<p>body</p>")


@pytest.mark.parametrize("length", [MAX_HEAD - 2, MAX_HEAD, MAX_HEAD + 1, 3 * MAX_HEAD])
def test_a_head_beyond_the_bound_is_refused_for_its_length(length: int) -> None:
    with pytest.raises(InputError, match="longer than"):
        split_front_matter("---\na: " + "x" * (length - 4) + "\n---\nbody")


@given(st.text(st.sampled_from("-.\r\n \t:a[]&*'\"{}|>\ufeff"), max_size=60))
def test_any_text_is_split_refused_or_no_front_matter(text: str) -> None:
    try:
        split = split_front_matter("---\n" + text)
    except InputError:
        return
    assert split is not None
    assert ("---\n" + text).endswith(split[1])
