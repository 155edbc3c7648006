"""The head of a front-matter document: what is read, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml
from hypothesis import example, given
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
        ("a: 'never\n  closed", "line"),
        ("a:\n b: 'c\n d: e", "line"),
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


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("@渡口 老桥通车", "@渡口 老桥通车"),
        ("[快讯] 老桥通车", "[快讯] 老桥通车"),
        ("[快讯]", "[快讯]"),
        ("{重磅} 老桥通车", "{重磅} 老桥通车"),
        ("快讯: 老桥通车", "快讯: 老桥通车"),
        ('"""老桥"通"车"""', '老桥"通"车'),
        ('"""老桥\n通车"""', "老桥 通车"),
        ("#话题# 老桥通车", "#话题# 老桥通车"),
        ("老桥通车 #话题#", "老桥通车 #话题#"),
        ("#1 老桥", "#1 老桥"),
        ("`老桥`", "`老桥`"),
        ("%老桥", "%老桥"),
        ('"老桥"通车', '"老桥"通车'),
        ('"老"桥"通车"', '老"桥"通车'),
        ("*老桥* 通车", "*老桥* 通车"),
        ("&老桥 通车", "&老桥 通车"),
        ("> 老桥", "> 老桥"),
        ("- 老桥", "- 老桥"),
        ("'老桥", "'老桥"),
        ('"C:\\老桥"', "C:\\老桥"),
        ("{{ 老桥 }}", "{{ 老桥 }}"),
    ],
)
def test_what_people_write_bare_is_read_as_it_stands_and_told(line: str, value: str) -> None:
    notes: list[str] = []
    head, _ = split_front_matter(f"---\nurl: a\ntitle: {line}\ndate: 2022-01-20\n---\n", notes) or ({}, "")
    assert head == {"url": "a", "title": value, "date": "2022-01-20"}
    assert notes == ["the front matter is no strict YAML: title was read as it stands"]


@pytest.mark.parametrize("line", ["title:老桥", "title：老桥", "title： 老桥"])
def test_a_key_without_its_space_is_a_key(line: str) -> None:
    head, _ = split_front_matter(f"---\n{line}\ndate: 2022-01-20\n---\n") or ({}, "")
    assert head == {"title": "老桥", "date": "2022-01-20"}


def test_only_the_lines_that_are_wrong_are_mended() -> None:
    notes: list[str] = []
    head, _ = split_front_matter(
        "---\ntitle: @渡口\ntags: [甲,\n  乙]\nlist:\n  - '丙'\n  - @丁\ndescription: |\n  - [x] y\n  c: d: e\n"
        "note: '戊' # 注\n---\n",
        notes,
    ) or ({}, "")
    assert head == {
        "title": "@渡口",
        "tags": ["甲", "乙"],
        "list": ["丙", "@丁"],
        "description": "- [x] y\nc: d: e\n",
        "note": "戊",
    }
    assert notes == ["the front matter is no strict YAML: title, a value was read as it stands"]


@pytest.mark.parametrize("line", ["title: 老桥 # 注", "tags: [甲, 乙] # 注 #丙#", "title: '看 #话题# 吧'"])
def test_strict_yaml_is_mended_nowhere(line: str) -> None:
    notes: list[str] = []
    split_front_matter(f"---\n{line}\n---\n", notes)
    assert notes == []


def test_a_head_in_toml_is_read() -> None:
    text = (
        '+++\ntitle = "快讯: 老桥通车"\ndate = 2022-01-20T08:00:00Z\ntags = ["桥"]\nsize = inf\n[params]\n'
        'author = "沈砚秋"\n+++\n老桥今天通车。\n'
    )
    for written in (text, "\ufeff\n" + text, text.replace("\n", "\r\n")):
        article = newsclean.parse(written)
        assert article == newsclean.parse(written.encode()).__replace__(
            encoding="unicode", encoding_from="text"
        )
        assert article.title == "快讯: 老桥通车"
        assert article.published_at is not None
        assert article.published_at.isoformat() == "2022-01-20T16:00:00+08:00"
        assert (article.keywords, article.authors, article.text) == (("桥",), ("沈砚秋",), "老桥今天通车。")
        assert article.extra["size"] == "inf"


@pytest.mark.parametrize(
    ("head", "why"),
    [
        ("a = ", "line 1"),
        ("a = 1\na = 2", "."),
        ("a = " + "[" * 30 + "]" * 30, "deeper"),
        ("a = " + "[" * 9000, "deeper"),
    ],
)
def test_a_head_in_toml_that_is_broken_is_refused(head: str, why: str) -> None:
    with pytest.raises(InputError, match=why) as caught:
        newsclean.parse(f"+++\n{head}\n+++\n老桥今天通车。")
    assert caught.value.kind == "front_matter"


def _read(head: str) -> newsclean.Article:
    return newsclean.parse(f"---\ntitle: 老桥通车\n{head}\n---\n<p>老桥今天通车了。</p>")


@pytest.mark.parametrize(
    ("head", "source", "authors"),
    [
        ("author: 新浪财经", "新浪财经", ()),
        ("author: 沈砚秋", None, ("沈砚秋",)),
        ("author: [甲, 乙]", None, ("甲", "乙")),
        ("author: 甲、乙", None, ("甲", "乙")),
        ("author: 某报记者 甲", "某报", ("甲",)),
        ("author: 青崖晚报首席记者 沈砚秋、尚青", "青崖晚报", ("沈砚秋", "尚青")),
        ("author: 青崖晚报记者沈砚秋", "青崖晚报", ("沈砚秋",)),
        ("author: 财经记者站", "财经记者站", ()),
        ("author: 文/沈砚秋", None, ("沈砚秋",)),
        ("author: [新浪财经, 沈砚秋]", "新浪财经", ("沈砚秋",)),
        ("author: 新浪财经，沈砚秋", "新浪财经", ("沈砚秋",)),
        ("author: {name: 沈砚秋}", None, ("沈砚秋",)),
        ("authors:\n- name: 甲\n- 乙", None, ("甲", "乙")),
        ("source: 青崖晚报\nauthor: 甲、乙", "青崖晚报", ("甲", "乙")),
        ("source: 青崖晚报\nauthor: 本报记者 沈砚秋", "青崖晚报", ("沈砚秋",)),
    ],
)
def test_the_author_of_a_head_is_persons_or_the_feed(
    head: str, source: str | None, authors: tuple[str, ...]
) -> None:
    article = _read(head)
    assert (article.source, article.authors) == (source, authors)


@pytest.mark.parametrize(
    ("head", "at"),
    [
        ("date: 1642665600", "2022-01-20T16:00:00+08:00"),
        ("date: 1642665600000", "2022-01-20T16:00:00+08:00"),
        ("date: 1642665600.5", "2022-01-20T16:00:00+08:00"),
        ("date: 20220120", "2022-01-20T00:00:00+08:00"),
        ("date: 20220120153000", "2022-01-20T15:30:00+08:00"),
        ("pubDate: Sun, 31 Jul 2022 06:13:25 GMT", "2022-07-31T14:13:25+08:00"),
        ("date: soon\npubDate: 2022-01-20", "2022-01-20T00:00:00+08:00"),
    ],
)
def test_dates_are_read_from_numbers_and_other_keys(head: str, at: str) -> None:
    article = _read(head)
    assert article.published_at is not None
    assert article.published_at.isoformat() == at
    assert "pubDate" not in article.extra


@pytest.mark.parametrize("written", ["2022-02-30", "2022-13-45 10:00", "20221345", "0", "[2022]"])
def test_a_date_that_there_is_not_is_told(written: str) -> None:
    article = _read(f"date: {written}")
    assert article.published_at is None
    assert [note for note in article.warnings if note.startswith("the front matter's date cannot be read")]


def test_a_second_date_is_kept_as_it_is() -> None:
    assert _read("date: 2022-01-20\npubDate: 2022-01-21").extra == {"pubDate": "2022-01-21"}


def test_a_head_that_never_ends_is_refused() -> None:
    with pytest.raises(InputError, match="never ends"):
        split_front_matter("---\ntitle: x\n<p>body</p>")


@pytest.mark.parametrize("length", [MAX_HEAD - 2, MAX_HEAD, MAX_HEAD + 1, 3 * MAX_HEAD])
def test_a_head_beyond_the_bound_is_refused_for_its_length(length: int) -> None:
    with pytest.raises(InputError, match="longer than"):
        split_front_matter("---\na: " + "x" * (length - 4) + "\n---\nbody")


_VALUES = st.text(st.sampled_from("新桥a1 :'\"-,[]{}\\.~\u3000\u2028\xa0|>&*!%@`?"), max_size=8)


@st.composite
def heads(draw: st.DrawFn) -> str:
    """Heads of keys with a text each, in quotes or bare, or with items below, most of them YAML."""
    lines = []
    for _ in range(draw(st.integers(1, 4))):
        quote = draw(st.sampled_from(["", "'", '"']))
        value = draw(st.sampled_from(["", " ", "  "])) + quote + draw(_VALUES) + quote
        lines.append(f"{draw(st.sampled_from(['title', 'a-b', 'c_1', '新']))}:{value}")
        indent = draw(st.sampled_from(["", " ", "  "]))
        lines += [f"{indent}- {item}" for item in draw(st.lists(_VALUES, max_size=2))]
    return "\n".join(lines)


@given(heads())
@example("title: null\n - a")
@example(
    "date: Thu, 26 May 2022 07:54:49 GMT\ncategories: \n - 金融\n - '新''浪'\ncomments: false\nsize: 12\n\nx:"
)
def test_a_plain_head_is_read_as_yaml_reads_it(head: str) -> None:
    """A comment makes a head one that YAML reads."""

    def read(text: str) -> object:
        try:
            return split_front_matter(f"---\n{text}\n---\n")
        except InputError as error:
            return error.kind

    assert read(head) == read(f"{head}\n# a comment")


@given(st.text(st.sampled_from("-.\r\n \t:a[]&*'\"{}|>\ufeff"), max_size=60))
def test_any_text_is_split_refused_or_no_front_matter(text: str) -> None:
    try:
        split = split_front_matter("---\n" + text)
    except InputError:
        return
    assert split is not None
    assert ("---\n" + text).endswith(split[1])


def test_a_key_with_a_colon_is_a_key_where_yaml_reads_it() -> None:
    assert split_front_matter("---\nurl:a(1): '#'\n---\n") == ({"url:a(1)": "#"}, "")
