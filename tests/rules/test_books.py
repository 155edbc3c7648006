"""Books of rules: put together, told apart, sent to other processes, and offered by installed packages."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import newsclean
from newsclean import Parser, Rules
from newsclean.errors import RulesError
from newsclean.rules import (
    Element,
    Form,
    Landmark,
    Layout,
    Line,
    Part,
    Question,
    Wording,
    Words,
    default_rules,
)
from newsclean.rules.given import book_of, rules_of
from newsclean.rules.rows import Comment, Refusal, Row

LINE = Line(
    "boat-group", "Why.", "end", (Form("船工读者群.{0,9}", ("船工读者群开张",), ("船工读者群里没有人。",)),)
)
TOML = """
[[line]]
name = "boat-group"
why = "Why."
where = "end"
forms = ["船工读者群.{0,9}"]
"""
PAGE = """<html><head><title>渡口_新浪新闻</title></head><body><h1 class="main-title">渡口</h1>
<div id="article"><p>桥灯亮了。</p><p>船工读者群开张</p></div></body></html>"""


# --- pickles and digests -----------------------------------------------------------------------------------


def test_rules_and_parsers_come_out_of_a_pickle_as_they_were() -> None:
    book = default_rules().with_([LINE])
    article = Parser(book).parse(PAGE)
    assert article.text == "桥灯亮了。"  # what it made does not travel
    assert article.rules == book.version == f"{newsclean.__version__}+{book.digest}"
    again = pickle.loads(pickle.dumps(book))  # noqa: S301  # our own
    assert (again, again.digest, again.questions) == (book, book.digest, book.questions)
    parser = pickle.loads(pickle.dumps(Parser(book)))  # noqa: S301  # our own
    assert parser.parse(PAGE) == Parser(book).parse(PAGE)
    assert hash(again) == hash(book)


def test_the_digest_changes_with_what_rows_do() -> None:
    book = default_rules().with_([LINE])
    assert book.digest != default_rules().digest
    assert book.without("boat-group").digest == default_rules().digest
    others: list[Line] = [
        LINE._replace(where="start"),
        LINE._replace(most=20),
        LINE._replace(forms=(Form("船工读者群.{0,8}"),)),
        LINE._replace(unless=("ACCOUNTS",)),
        LINE._replace(name="boat-groups"),
    ]
    digests = {default_rules().with_([row]).digest for row in [LINE, *others]}
    assert len(digests) == len(others) + 1


def test_the_digest_does_not_change_with_reasons_and_examples() -> None:
    digest = default_rules().with_([LINE]).digest
    for row in (LINE._replace(why="Another."), LINE._replace(forms=(Form("船工读者群.{0,9}"),))):
        assert default_rules().with_([row]).digest == digest


def test_the_digest_is_the_same_in_another_process() -> None:
    code = "from newsclean.rules import default_rules; print(default_rules().digest)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == default_rules().digest


def test_a_parser_takes_rules_as_fetchers_and_engines_do(tmp_path: Path) -> None:
    book = default_rules().with_([LINE])
    path = tmp_path / "mine.toml"
    path.write_text(
        "[[line]]\nname = 'boat-group'\nwhy = 'x'\nwhere = 'end'\nforms = '船工读者群.{0,9}'\n", "utf-8"
    )
    for given in (book, Rules([LINE]), str(path), path, [path]):
        assert Parser(given).rules.digest == book.digest
    assert Parser().rules is default_rules()
    with pytest.raises(RulesError, match="neither a file nor offered by an installed package"):
        Parser("nobody")


# --- rows that cannot join ---------------------------------------------------------------------------------

WHY = "Why."
BAD: list[tuple[Row, str]] = [
    (LINE._replace(forms=(Form("桥{NO_SUCH}"),)), "{NO_SUCH} is no word class"),
    (LINE._replace(unless=("NO_SUCH",)), "unless: NO_SUCH is no word class"),
    (LINE._replace(forms=()), "it names none of forms"),
    (LINE._replace(forms=(Form("桥(?P<bridge>.)"),)), "a line's groups are author, editor"),
    (Part("BAD_PART", WHY, "{BAD_PART}桥"), "it names a part that names itself"),
    (Wording("w", WHY, "no-such", (Form("桥"),)), "'no-such' is no question of the book"),
    (Wording("w", WHY, "byline-author", (Form("桥"),)), "byline-author reads a group"),
    (Layout("l", WHY, ("#a",), based_on="no-such"), "there is no layout 'no-such'"),
    (Layout("l", WHY, ("#a",), based_on="l"), "it ends nowhere: l on l"),
    (Layout("l", WHY, ()), "it names none of body"),
    (Layout("l", WHY, (".a > .b",)), "'.a > .b' is none of #id, .class"),
    (Layout("l", WHY, ("",)), "body: it holds an empty text"),
    (Landmark("l", WHY, "article", ("top",)), "a landmark's body is #id or .class"),
    (Landmark("l", WHY, "#a", (".top",)), "classes are written without their point"),
    (Element("e", WHY), "it names none of tags, ids"),
    (Element("e", WHY, class_holds=("",)), "class_holds: it holds an empty text"),
    (Element("e", WHY, attrs=(("class", "a"),)), "attrs: class has keys of its own"),
    (Comment("c", WHY, ("",)), "opens: it holds an empty text"),
    (Refusal("r", WHY, "list"), "it names none of title, text, url, selector"),
    (Words("MY_WORDS", WHY, ()), "it names none of members"),
    (Element("e", WHY, classes=(".card",)), "classes: '.card': names are written alone"),
    (Element("e", WHY, ids=("a b",)), "ids: 'a b': names are written alone"),
    (LINE._replace(most=-3), "most: -3 characters"),
    (LINE._replace(action="video"), "action: 'video' is for elements"),
    # Values that TOML could not give, and Python can.
    (LINE._replace(where="middle"), "where: 'middle' is none of 'start', 'end'"),  # type: ignore[arg-type]
    (LINE._replace(forms=("桥",)), "forms: '桥' is no Form"),  # type: ignore[arg-type]
    (LINE._replace(forms=Form("桥")), "is no Form"),  # type: ignore[arg-type]
    (LINE._replace(forms=(Form("桥", takes="桥通了"),)), "takes of '桥' should be a tuple"),  # type: ignore[arg-type]
    (LINE._replace(most="9"), "most: it is str, and should be int"),  # type: ignore[arg-type]
    (Element("e", WHY, classes="card"), "classes: it is str, and should be a tuple"),  # type: ignore[arg-type]
    (Element("e", WHY, attrs=("a",)), "attrs: it should hold pairs"),  # type: ignore[arg-type]
    (Words("MY_WORDS", WHY, (1,)), "members: it should hold str alone"),  # type: ignore[arg-type]
    (Words("MY_WORDS", WHY, ("桥",), add=True), "there is no class of this name to add to"),
]


@pytest.mark.parametrize(("row", "said"), BAD, ids=[said[:40] for _, said in BAD])
def test_a_row_that_would_do_nothing_or_too_much_is_refused(row: Row, said: str) -> None:
    with pytest.raises(RulesError) as caught:
        default_rules().with_([row])
    assert caught.value.kind == "rule"
    assert said in caught.value.message
    assert caught.value.details["row"] == row.name


def test_a_question_of_the_book_itself_is_no_users() -> None:
    name = next(question.name for question in default_rules().questions.values() if question.fixed)
    with pytest.raises(RulesError, match="the book's own"):
        default_rules().with_([Wording("w", WHY, name, (Form("桥"),))])


BAD_FILES = [
    ("[[line", "it is no TOML"),
    ("[[lines]]\nname = 'x'", "lines: there is no kind of row 'lines'; the kinds are layout"),
    ("line = 3", "line: rows are written [[line]]"),
    ("[[line]]\nname = 'x'\nwhere = 'end'\nforms = 'x'", "line 'x', why: it is missing"),
    (
        "[[line]]\nname = 'x'\nwhy = 'x'\nwhere = 'up'\nforms = 'x'",
        "line 'x', where: 'up' is none of 'start'",
    ),
    (
        "[[line]]\nname = 'x'\nwhy = 'x'\nwhere = 'end'\nforms = '('",
        "line 'x', pattern: '(' is no regular expression",
    ),
    (
        "[[line]]\nname = 'x'\nwhy = 'x'\nwhere = 'end'\nform = 'x'",
        "line 'x', form: line rows have no such key",
    ),
    (
        "[[line]]\nname = 'x'\nwhy = 'x'\nwhere = 'end'\nforms = 'x'\nmost = true",
        "line 'x', most: it is bool",
    ),
    ("[[element]]\nname = 'x'\nwhy = 'x'\ntags = [1]", "element 'x', tags: it should be a list of strings"),
    ("[[element]]\nname = ' '\nwhy = 'x'", "name: it is empty"),
    ("[[words]]\nname = 'mine'\nwhy = 'x'\nmembers = 'x'", "are written in capitals"),
    (TOML + TOML, "line 'boat-group', name: there is a row of this name above"),
]


@pytest.mark.parametrize(("text", "said"), BAD_FILES, ids=[said[:40] for _, said in BAD_FILES])
def test_errors_of_a_file_name_file_row_and_key(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(RulesError) as caught:
        Rules.load(path)
    assert caught.value.message.startswith(f"{path}: ")
    assert said in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.details["file"] == str(path)


@pytest.mark.parametrize("data", [b"\xff\xfe", b"#" * 4_000_001])
def test_files_that_are_no_text_of_a_bearable_size_are_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "mine.toml").write_bytes(data)
    with pytest.raises(RulesError) as caught:
        Rules.load(tmp_path / "mine.toml")
    assert caught.value.kind == "rules_file"


# --- what rules= may be ------------------------------------------------------------------------------------


def test_rules_may_be_a_book_rows_or_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(TOML, "utf-8")
    bare = tmp_path / "mine"
    bare.write_text(TOML, "utf-8")
    book = default_rules().with_([LINE])
    assert book_of() is book_of(None) is book_of([]) is default_rules()
    assert book_of(book) is book
    for given in (Rules([LINE]), path, str(path), str(bare), [str(path)]):
        assert book_of(given).digest == book.digest
    assert not rules_of(path).is_whole
    assert book.is_whole


def test_of_several_rules_the_last_are_asked_first_and_may_replace(tmp_path: Path) -> None:
    first, second = Rules([LINE]), Rules([LINE._replace(name="boat-again")])
    assert [row.name for row in book_of([first, second])][:2] == ["boat-again", "boat-group"]
    assert book_of([first, Rules([LINE._replace(most=9, replace=True)])]).of_kind(Line)[0].most == 9
    with pytest.raises(RulesError, match="a whole book stands first"):
        book_of([first, default_rules()])


def test_a_row_that_cannot_join_is_told_with_its_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(TOML.replace("boat-group", "follow-us"), "utf-8")
    with pytest.raises(RulesError, match=r"mine\.toml: line 'follow-us': there is a row") as caught:
        book_of(path)
    assert caught.value.details == {"file": str(path), "row": "follow-us"}


# --- installed packages ------------------------------------------------------------------------------------

PACKAGE = """
print("loaded")
from pathlib import Path
from newsclean.rules import Form, Line, Rules, default_rules
ROW = Line("boat-group", "Why.", "end", (Form("船工读者群.{0,9}"),))
rows = [ROW]
rules = Rules(rows)
path = Path(__file__).with_name("boat.toml")
text_path = str(path)
book = default_rules().with_(rows)
number = 3
names = ["boat-group"]
def make():
    return iter(rows)
def fail():
    raise ZeroDivisionError("no boat")
"""
POINTS = "rows rules path text_path book make number names fail absent".split()


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package that offers rules under a name for each kind of object."""
    package = tmp_path / "site" / "boat_rules"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(PACKAGE, "utf-8")
    (package / "boat.toml").write_text(TOML, "utf-8")
    info = tmp_path / "site" / "boat_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: boat-rules\nVersion: 1.0\n", "utf-8")
    points = "\n".join(f"{name} = boat_rules:{name}" for name in POINTS)
    (info / "entry_points.txt").write_text(
        f"[newsclean.rules]\n{points}\nlost = no_such_module:rules\n", "utf-8"
    )
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "site"))
    monkeypatch.delitem(sys.modules, "boat_rules", raising=False)
    return tmp_path / "site"


@pytest.mark.parametrize("name", ["rows", "rules", "path", "text_path", "book", "make"])
def test_an_installed_packages_rules_are_had_by_their_name(installed: Path, name: str) -> None:
    book = book_of(name)
    assert book.digest == default_rules().with_([LINE]).digest
    assert Parser(book).parse(PAGE).text == "桥灯亮了。"
    assert Rules.installed(name).by_name["boat-group"].why == "Why."


def test_an_installed_package_changes_nothing_until_it_is_named(
    installed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "船工读者群开张" in newsclean.parse(PAGE).text
    with pytest.raises(RulesError, match="offered: absent, book, fail"):
        Rules.installed("no-such")
    assert "boat_rules" not in sys.modules
    Rules.installed("rows")
    assert capsys.readouterr().out == "loaded\n"
    assert "船工读者群开张" in newsclean.parse(PAGE).text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("no-such", "are neither a file nor offered by an installed package"),
        ("fail", "ZeroDivisionError: no boat"),
        ("absent", "AttributeError"),
        ("lost", "ModuleNotFoundError"),
        ("number", "are int, and should be rows"),
        ("names", "are list, and should be rows"),
    ],
)
def test_names_that_give_no_rules_are_rules_errors(installed: Path, name: str, said: str) -> None:
    with pytest.raises(RulesError) as caught:
        book_of(name)
    assert caught.value.kind == "entry_point"
    assert said in caught.value.message


def test_a_name_that_two_packages_have_is_no_name(installed: Path) -> None:
    info = installed / "other-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: other\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[newsclean.rules]\nrows = boat_rules:rules\n", "utf-8")
    with pytest.raises(RulesError, match="are offered by several packages: boat_rules:"):
        Rules.installed("rows")


def test_a_file_wins_over_a_name(installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("fail").write_text(TOML, "utf-8")
    assert rules_of("fail").by_name["boat-group"].why == "Why."


def test_questions_come_with_a_book(installed: Path) -> None:
    assert all(isinstance(question, Question) for question in book_of("book").questions.values())
