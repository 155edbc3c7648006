"""The command ``newsclean rules``: the book listed, would-be rules tried, files checked; and the option ``--rules``."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from unicodedata import east_asian_width

import pytest
from click.testing import CliRunner, Result

from newsclean.cli.group import commands
from newsclean.rules import default_rules
from newsclean.rules.built_in import BUILT_IN

FIXTURES = Path(__file__).parents[1] / "fixtures"
PAGE = """<html><head><meta charset="utf-8"><title>渡口_新浪新闻</title></head><body>
<h1 class="main-title">渡口</h1><div id="article">
<p>船工读者群里一个人也没有，只有船灯。</p>
<p>清晨六点，雾还没有散。</p><p>第一班船上只有三个人。</p><p>船到江心，雾开了一条缝。</p>
<div class="boat-card left" data-boat="1">来船上坐坐</div>
<p>更多精彩内容，请关注半舟公众号</p>
<p>船工读者群开张，暗号渡口</p>
</div></body></html>"""
TOML = """
[[line]]
name = "boat-group"
why = "The boatmen's group."
where = "end"
forms = [{pattern = "船工读者群.{0,9}", takes = ["船工读者群开张"], spares = ["船工读者群里一个人也没有，只有船灯。"]}]
"""


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_text(PAGE, "utf-8")
    Path("mine.toml").write_text(TOML, "utf-8")
    return "page.html"


def run(*args: str) -> Result:
    result = CliRunner().invoke(commands, args, prog_name="newsclean")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


# --- listing -----------------------------------------------------------------------------------------------


def test_without_words_every_row_is_listed() -> None:
    result = run("rules", "--format", "json")
    names = [json.loads(line)["name"] for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert set(names) == {*default_rules().by_name, *default_rules().questions, *BUILT_IN}


def test_words_are_sought_in_names_reasons_patterns_and_sentences() -> None:
    for words in (["follow", "us"], ["Invitations to FOLLOW an account"], ["更多[^。，]{0,4}{MORE_OF}"]):
        assert "follow-us  line\n" in run("rules", *words).stdout
    assert "follow-us  line\n" not in run("rules", "follow", "nothing holds this").stdout
    assert run("rules", "nothing holds this").exit_code == 1


def test_kinds_narrow_the_list() -> None:
    found = run("rules", "--kind", "words", "--format", "json").stdout.splitlines()
    assert {json.loads(line)["kind"] for line in found} == {"words"}
    assert run("rules", "--kind", "no-such").exit_code == 2


def test_a_full_name_shows_all_of_a_row() -> None:
    shown = run("rules", "follow-us").stdout
    row = default_rules().by_name["follow-us"]
    assert shown.startswith("follow-us  line\n")
    assert "    where  end\n" in shown
    for form in row.forms:  # type: ignore[union-attr]
        assert f"    {form.pattern}\n" in shown
    assert "      takes   " in shown
    assert "      spares  " in shown


@pytest.mark.parametrize(
    "name", ["editor-line", "ACCOUNTS", "news-2018", "caption-told", "repeated-title", "soft-404"]
)
def test_rows_of_all_kinds_questions_and_built_in_removals_can_be_shown(name: str) -> None:
    shown = run("rules", name).stdout
    assert shown.startswith(f"{name}  ")
    assert len(shown.splitlines()) > 1
    if name == "caption-told":
        assert "answered by  caption-label" in shown


def test_the_list_is_wrapped_to_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = run("rules", "--kind", "line", "--full").stdout.splitlines()
    prose = [line for line in lines if line.lstrip().startswith(("takes", "spares"))]
    width = max(sum(2 if east_asian_width(char) in "WF" else 1 for char in line) for line in prose)
    assert 50 < width <= 62  # a closing sign may stand beyond


def test_own_rules_are_listed_too(page: str) -> None:
    assert run("rules", "boat-group", "--rules", "mine.toml").stdout.startswith("boat-group  line\n")


# --- trying ------------------------------------------------------------------------------------------------


def test_a_line_is_tried_on_a_page(page: str) -> None:
    shown = run("rules", "--try", page, "--line", "船工读者群.{0,9}", "--where", "end")
    assert shown.exit_code == 0
    assert shown.stdout.splitlines() == [
        "page.html (news-2018)",
        "  takes 1 of 7 lines",
        "    end   船工读者群开张，暗号渡口",
        "  leaves, though they share its words",
        "    船工读者群里一个人也没有，只有船灯。",
        "1 page: takes 1 line on 1",
    ]


def test_what_the_book_takes_already_is_marked(page: str) -> None:
    shown = run("rules", "--try", page, "--line", "更多精彩内容.{0,20}").stdout
    assert "    body  更多精彩内容，请关注半舟公众号  [the book takes it already: follow-us]" in shown
    assert "takes 1 line on 1, 1 of them taken by the book already" in shown
    near = run("rules", "--try", page, "--line", "更多精彩内容，请下载.{0,20}").stdout
    assert "    更多精彩内容，请关注半舟公众号  [the book takes it: follow-us]" in near


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--where", "start"], "line 7 of 7, out of the reach of 'start'"),
        (["--most", "5"], "it has 12 characters, and most is 5"),
    ],
)
def test_a_line_that_fits_and_stays_says_why(page: str, options: list[str], why: str) -> None:
    shown = run("rules", "--try", page, "--line", "船工读者群开.{0,9}", *options).stdout
    assert f"    船工读者群开张，暗号渡口  [{why}]" in shown
    assert "fits 1 more, and leaves it" in shown


def test_a_line_may_be_placed_like_a_row_of_the_book(page: str) -> None:
    line = default_rules().by_name["follow-us"]
    assert line.where == "end"  # type: ignore[union-attr]
    shown = run("rules", "--try", page, "--line", "船工读者群.{0,9}", "--like", "follow-us").stdout
    assert "takes 1 of 7 lines" in shown
    assert run("rules", "--try", page, "--line", "x", "--like", "no-such").exit_code == 2
    assert run("rules", "--try", page, "--line", "x", "--like", "editor-line").exit_code == 2


@pytest.mark.parametrize("selector", [".boat-card", ".boat-*", "[data-boat]", "[data-boat='1']"])
def test_an_element_is_tried_on_a_page(page: str, selector: str) -> None:
    shown = run("rules", "--try", page, "--element", selector).stdout
    assert shown.splitlines() == [
        "page.html (news-2018)",
        "  takes 1 of the 1 such elements on the page",
        "    body  div#article/div.boat-card 来船上坐坐",
        "  text of the article that would go: 1 line",
        "    来船上坐坐",
        "1 page: takes 1 element on 1",
    ]


def test_a_rule_that_costs_the_page_says_so(page: str) -> None:
    shown = run("rules", "--try", page, "--element", "p").stdout
    assert "takes 8 of" not in shown
    assert "1 page would be no article any more" in shown or "text of the article that would go" in shown


def test_pages_in_folders_are_tried_and_the_telling_ones_shown(page: str, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    for name in ("finance-2018--app-promos", "finance-2018--stock-spans", "refused--login-wall"):
        shutil.copytree(FIXTURES / name, folder / name)
    shown = run("rules", "--try", str(folder), page, "--line", "船工读者群.{0,9}", "--where", "end").stdout
    assert "stock-spans" not in shown
    assert shown.endswith("4 pages: takes 1 line on 1; 1 page without an article\n")
    told = run("rules", "--try", page, "--line", "船工.{0,20}", "--where", "end", "--format", "json").stdout
    assert json.loads(told)["takes"][0]["text"] == "船工读者群开张，暗号渡口"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--try"],
        ["--try", "page.html"],
        ["--try", "page.html", "--line", "x", "--element", "p"],
        ["--try", "page.html", "--line", "("],
        ["--try", "page.html", "--line", "{NO_SUCH}"],
        ["--try", "page.html", "--element", "a > b"],
        ["--try", "page.html", "--element", "[class=a]"],
        ["--try", "no-such.html", "--line", "x"],
        ["--try", "--check", "page.html"],
        ["--check"],
        ["x", "--line", "y"],
    ],
)
def test_what_does_not_go_together_is_a_usage_error(page: str, arguments: list[str]) -> None:
    assert run("rules", *arguments).exit_code == 2


# --- checking ----------------------------------------------------------------------------------------------


def test_a_sound_file_is_said_to_be_one(page: str) -> None:
    result = run("rules", "--check", "mine.toml")
    assert (result.exit_code, result.stdout) == (0, "mine.toml: 1 row, 2 examples, 0 errors, 0 warnings\n")


def test_warnings_leave_the_exit_code_and_errors_make_it_2(page: str) -> None:
    bare = TOML[: TOML.index("forms")] + 'forms = ["船工读者群.{0,9}"]\n'
    Path("bare.toml").write_text(bare.replace("boat-group", "boat-again"), "utf-8")
    result = run("rules", "--check", "mine.toml", "bare.toml")
    assert result.exit_code == 0
    assert "bare.toml: warning: line 'boat-again', takes: 船工读者群.{0,9}: no example" in result.stdout
    Path("wrong.toml").write_text(TOML.replace('"船工读者群开张"', '"船灯"'), "utf-8")
    result = run("rules", "--check", "wrong.toml", "--format", "json")
    assert result.exit_code == 2
    assert json.loads(result.stdout) == {
        "file": "wrong.toml",
        "row": "line 'boat-group'",
        "key": "takes",
        "said": "'船灯': not taken by its form 船工读者群.{0,9}",
        "wrong": True,
    }


def test_a_file_that_cannot_be_read_is_one_line(page: str) -> None:
    for arguments in (["rules", "--check", "no.toml"], [page, "--rules", "no.toml"]):
        result = run(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == "newsclean: no.toml: No such file or directory\n"


def test_all_that_is_wrong_in_a_file_is_told_at_once(page: str) -> None:
    Path("wrong.toml").write_text(TOML.replace('where = "end"', 'where = "below"') + "\n[[lines]]\n", "utf-8")
    result = run("rules", "--check", "wrong.toml")
    assert (result.exit_code, result.stdout) == (2, "")
    told = result.stderr.splitlines()
    assert [line.split(": ")[2] for line in told] == ["line 'boat-group', where", "lines"]
    one = run(page, "--rules", "wrong.toml").stderr
    assert (one.count("\n"), "(and 1 more: newsclean rules --check tells them all)" in one) == (1, True)


# --- --rules -----------------------------------------------------------------------------------------------


def test_pages_are_read_by_the_rules_given(page: str) -> None:
    assert run(page).stdout.endswith("船工读者群开张，暗号渡口\n")
    assert "船工读者群开张" not in run(page, "--rules", "mine.toml").stdout
    for arguments in (["explain", page], [page, "--explain"]):
        shown = run(*arguments, "--rules", "mine.toml").stdout
        assert "  boat-group (1): The boatmen's group.\n" in shown


def test_the_explanation_as_a_page_has_the_users_reasons(page: str) -> None:
    assert run("explain", page, "--rules", "mine.toml", "--html", "report.html").exit_code == 0
    assert "The boatmen&#x27;s group." in Path("report.html").read_text("utf-8")


def test_several_files_may_be_given(page: str) -> None:
    other = '[[element]]\nname = "boat-card"\nwhy = "x"\nclasses = ["boat-card"]\n'
    Path("other.toml").write_text(other, "utf-8")
    shown = run(page, "--rules", "mine.toml", "--rules", "other.toml").stdout
    assert "开张" not in shown
    assert "来船上坐坐" not in shown


@pytest.mark.parametrize("command", [[], ["explain"], ["batch", "-o", "x.jsonl"], ["doctor"]])
def test_wrong_rules_are_one_line_and_exit_code_2(page: str, command: list[str]) -> None:
    Path("wrong.toml").write_text(TOML.replace('"end"', '"up"'), "utf-8")
    target = "https://news.sina.com.cn/" if command == ["doctor"] else page
    result = run(*command, target, "--rules", "wrong.toml")
    assert (result.exit_code, result.stdout) == (2, "")
    wrong = "'up' is none of 'start', 'end', 'edges', 'anywhere'"
    assert result.stderr == f"newsclean: wrong.toml: line 'boat-group', where: {wrong}\n"
