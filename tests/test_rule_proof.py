"""The proof of the rule book can fail: each kind of thing that no example needs is found where it is planted, and a
clean book gives no finding.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from newsclean.rules import Element, Form, Line, Part, Question, Row, Rules, Wording, Words, default_rules

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))

import rule_proof  # a tool is no package
from code_patterns import unproven_patterns
from pattern_cuts import cuts_of
from pattern_examples import Examples

FERRY = Question("ferry", "search", "What a ferry is called.")


def findings(*rows: Row) -> list[tuple[str, str]]:
    """What the proof finds in a book of these rows: of which row, and what."""
    found = rule_proof.findings_of(Rules(rows, [FERRY]), fixtures=False)
    return [(finding.row, finding.what) for finding in found]


def line(pattern: str, takes: Iterable[str] = ("渡口群开张",), spares: Iterable[str] = ()) -> Line:
    return Line("ferry-group", "Why.", "end", (Form(pattern, tuple(takes), tuple(spares)),))


def ferry(pattern: str, *takes: str) -> Wording:
    return Wording("ferry-name", "Why.", "ferry", (Form(pattern, takes),))


BOATS = Words("BOATS", "Why.", ("渡轮", "渡船"))
CLEAN: tuple[Row, ...] = (
    BOATS,
    Part("GROUP", "Why.", "(?:读者|车友)群"),
    Line(
        "ferry-group",
        "Why.",
        "end",
        (
            Form("{BOATS}{GROUP}开张了?", ("渡轮读者群开张", "渡轮车友群开张了"), ("渡轮开张。",)),
            Form("加入[渡船]友会", ("加入渡友会", "加入船友会")),
            Form("渡口.{0,9}", ("渡口开张",), ("渡口的故事",)),
        ),
        unless=("STORIES",),
    ),
    Words("STORIES", "Why.", ("故事",)),
    ferry("(?:渡轮|渡船)号", "渡轮号", "渡船号"),
    Element("ferry-box", "Why.", classes=("ferry",), takes=('<p class="ferry">',), spares=("<p>",)),
)


def test_a_book_whose_every_word_is_needed_gives_no_finding() -> None:
    assert findings(*CLEAN) == []


@pytest.mark.parametrize(
    ("row", "what"),
    [
        (line("渡口群开张|灯塔群开张"), "|灯塔群开张"),
        (line("渡口(?:读者|灯塔)?群开张", ["渡口群开张", "渡口读者群开张"]), "|灯塔"),
        (line("渡口(?:(?:书|灯塔)友)?群开张", ["渡口群开张", "渡口书友群开张"]), "|灯塔"),
        (line("渡口群(?:全新)?开张"), "(?:全新)?"),
        (line("渡口群开张了*"), "了*"),
        (line("渡口[群会]开张"), "会"),
        (line("渡口群开张(?=$|了)"), "|了"),
        (ferry("渡轮号|灯塔号", "渡轮号"), "|灯塔号"),
    ],
    ids=["top", "nested", "in-an-optional-part", "optional", "repeated", "set", "look-ahead", "wording"],
)
def test_an_alternative_that_no_example_needs_is_found(row: Row, what: str) -> None:
    assert findings(row) == [(getattr(row, "asks", row.name), what)]


def test_a_form_that_another_makes_useless_is_found() -> None:
    forms = (Form("渡口群开张.*", ("渡口群开张",)), Form("渡口群开张了", ("渡口群开张了",)))
    assert findings(Line("ferry-group", "Why.", "end", forms)) == [("ferry-group", "(the whole form)")]


def test_an_alternative_of_a_part_is_found() -> None:
    part = Part("GROUP", "Why.", "群|灯塔")
    assert findings(part, line("渡口{GROUP}开张")) == [("GROUP", "|灯塔")]
    assert findings(part, line("渡口群开张")) == [("GROUP", "群|灯塔"), ("GROUP", "群|"), ("GROUP", "|灯塔")]


def test_a_member_of_a_class_that_another_makes_useless_is_found() -> None:
    words = BOATS._replace(members=("渡轮", "渡"))
    row = line("{BOATS}.{0,9}", ["渡轮群开张"])
    assert findings(words, row) == [("BOATS", "渡轮")]


def test_a_class_that_no_example_names_is_found() -> None:
    assert findings(BOATS, line("渡口群开张")) == [("BOATS", "")]


def test_a_word_that_spares_no_line_is_found() -> None:
    row = line("渡口.{0,9}", spares=["渡口的故事"])._replace(unless=("STORIES",))
    words = Words("STORIES", "Why.", ("故事", "往事"))
    assert findings(words, row) == []
    longer = words._replace(members=("故事", "一段长于任何一行的往事"))
    assert findings(longer, row) == [("STORIES", "一段长于任何一行的往事")]


def test_a_word_in_two_classes_needs_a_reason() -> None:
    other = Words("HULLS", "Why.", ("渡轮", "舢板"))
    rows: list[Row] = [line("{BOATS}群开张", ["渡轮群开张"]), ferry("{HULLS}号", "渡轮号")]
    assert findings(BOATS, other, *rows) == [("渡轮", "BOATS HULLS")]
    assert findings(BOATS, other._replace(also=(("渡轮", "It has a hull too."),)), *rows) == []


def test_forms_are_short_and_have_a_sentence_that_they_take() -> None:
    long = "渡口群开张" + "了" * 125
    assert len(long) == rule_proof.MOST_PATTERN + 10
    assert findings(line(long, [long])) == [("ferry-group", long)]
    assert findings(line("渡口群开张", [])) == [("ferry-group", "渡口群开张")]


def test_sentences_that_are_not_as_their_form_says_are_found() -> None:
    taken = line("渡口群.*", spares=["渡口群里没有人。"])
    assert findings(taken) == [("ferry-group", "渡口群里没有人。")]
    assert findings(line("渡口群", ["渡口群", "渡口群开张"])) == [("ferry-group", "渡口群开张")]
    assert findings(line("渡口群")._replace(most=2, forms=(Form("渡口群", ("渡口群",)),))) == [
        ("ferry-group", "渡口群")
    ]


def test_a_class_of_elements_that_another_row_takes_is_found() -> None:
    row = Element("ferry-box", "Why.", classes=("ferry", "ferry-2"), class_starts=("ferry-",))
    row = row._replace(takes=('<p class="ferry">', '<p class="ferry-9">'), spares=("<p>",))
    assert findings(row) == [("ferry-box", "ferry-2")]


# --- patterns in code --------------------------------------------------------------------------------------

CODE = '''"""A module of a toy."""
import re

BRIDGE = re.compile(r"bridge(?:s|es)?")
_LAMP = rb"lamp%(end)b"
_TABLE = {name: re.compile(rf"{name}s?") for name in ("ferry", "boat")}


def lamps(text):
    return re.findall(_LAMP % {b"end": b"s"}, text)
'''
EXAMPLES = {
    "PLACE:BRIDGE": Examples("fullmatch", ("bridge", "bridges", "bridgees")),
    "PLACE:_LAMP": Examples("finditer", (b"lamps",), ((b"end", b"s"),)),
    "PLACE:_TABLE": Examples("fullmatch", ("ferry", "ferrys", "boat", "boats")),
}


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """An empty package with a name of its own, for a module is loaded once."""
    package = tmp_path / f"toy_{abs(hash(request.node.name))}"
    package.mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    return package


def code_findings(toy: Path, code: str, examples: dict[str, Examples]) -> list[tuple[str, str, str]]:
    (toy / "place.py").write_text(code, "utf-8")
    named = {key.replace("PLACE", "place"): value for key, value in examples.items()}
    return [(found.row, found.what, found.why) for found in unproven_patterns(toy, named)[1]]


def test_patterns_in_code_that_are_needed_whole_give_no_finding(toy: Path) -> None:
    assert code_findings(toy, CODE, EXAMPLES) == []


def test_an_alternative_of_a_pattern_in_code_is_found(toy: Path) -> None:
    less = {**EXAMPLES, "PLACE:BRIDGE": Examples("fullmatch", ("bridge", "bridges"))}
    why = "nothing changes without it in bridge(?:s|es)?"
    assert code_findings(toy, CODE, less) == [("place:BRIDGE", "|es", why)]


def test_a_pattern_of_a_table_in_code_is_found(toy: Path) -> None:
    less = {**EXAMPLES, "PLACE:_TABLE": Examples("fullmatch", ("ferry", "ferrys", "boat"))}
    assert code_findings(toy, CODE, less) == [("place:_TABLE", "s?", "nothing changes without it in boats?")]


def test_patterns_without_examples_and_examples_without_a_pattern_are_found(toy: Path) -> None:
    others = {key: value for key, value in EXAMPLES.items() if key != "PLACE:BRIDGE"}
    others["PLACE:GONE"] = Examples("search", ("bridge",))
    found = code_findings(toy, CODE, others)
    assert [(name, what) for name, what, _ in found] == [("place:BRIDGE", ""), ("place:GONE", "")]


def test_a_pattern_that_no_example_fits_is_found(toy: Path) -> None:
    less = {**EXAMPLES, "PLACE:_LAMP": Examples("search", (b"bridge",), ((b"end", b"s"),))}
    assert code_findings(toy, CODE, less) == [("place:_LAMP", "lamps", "no example fits it")]


def test_a_pattern_without_a_name_is_found(toy: Path) -> None:
    code = CODE + '\n\ndef nights(text):\n    return re.sub(r"night|day", "", text)\n'
    assert code_findings(toy, code, EXAMPLES) == [("place:14", "", "a pattern without a name")]


# --- what the tool itself says ------------------------------------------------------------------------------


def test_what_can_be_taken_out_of_a_pattern() -> None:
    gone = [cut.gone for cut in cuts_of(r"(?P<a>船|渡(?:轮|船)?)[甲乙1-9]\d?(?!了|\|)[^丙丁]")]
    assert gone == ["轮|", "|船", "(?:轮|船)?", "船|", "|渡(?:轮|船)?", "甲", "乙", "了|", r"|\|"]


def test_the_book_is_proven() -> None:
    done = subprocess.run(
        [sys.executable, rule_proof.__file__, "--no-fixtures"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    assert f"rows={len(default_rules())} " in done.stdout
