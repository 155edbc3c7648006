"""The texts for people: which language is spoken, and that the Chinese of zh.toml and the English in the code belong
together."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import newsclean
from newsclean.cli.command import Command, TranslatedHelp
from newsclean.cli.group import commands
from newsclean.cli.plain import clean
from newsclean.language import Wording, language, wording
from newsclean.rules import default_rules
from newsclean.rules.built_in import BUILT_IN
from newsclean.rules.channels import CHANNELS
from newsclean.rules.services import SERVICES

ROOT = Path(newsclean.__file__).parent
TABLES = tomllib.loads((ROOT / "language/zh.toml").read_text("utf-8"))
HAN = re.compile(r"[\u3400-\u9fff]")
VARIABLES = ("NEWSCLEAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


# --- reading the sources -----------------------------------------------------------------------------------


def is_said(call: ast.Call) -> bool:
    """Whether something is called by the name ``say``: itself, or as a field of that name."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr in ("say", "_say")
    return isinstance(call.func, ast.Name) and call.func.id == "say"


def texts_of(first: ast.expr) -> Iterator[str]:
    """The literals that an argument may be: one, or one of two (one thing, several things)."""
    if isinstance(first, ast.IfExp):
        yield from texts_of(first.body)
        yield from texts_of(first.orelse)
    else:
        assert isinstance(first, ast.Constant), f"{ast.unparse(first)} is no literal: use as_written"
        assert isinstance(first.value, str)
        yield first.value


def said_in(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and is_said(node):
            yield from texts_of(node.args[0])


def fields_of(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


class Recording(Wording):
    """English that notes what was said of it that stands elsewhere."""

    def __init__(self) -> None:
        super().__init__("en")
        self.heard: set[str] = set()

    def as_written(self, english: str, /) -> str:
        self.heard.add(english)
        return english


def help_texts() -> set[str]:
    """Everything that the help of the commands says, as click's objects have it."""
    say = Recording()
    group = commands.make_context("newsclean", ["x"], resilient_parsing=True)
    plain = clean.make_context("", [], parent=group, resilient_parsing=True)
    clean.format_help(plain, TranslatedHelp(say))
    for name in commands.list_commands(group):
        command = commands.get_command(group, name)
        assert isinstance(command, Command), f"{name} is no newsclean.cli.command.Command"
        context = command.make_context(name, [], parent=group, resilient_parsing=True)
        command.format_help(context, TranslatedHelp(say))
    return say.heard - {""}


def channel_texts() -> set[str]:
    """What is told of the lists: where each is known from, when it was seen, labels of ours."""
    rows = [[row.label, row.known_from, row.seen, row.stale] for row in CHANNELS]
    rows += [[row.known_from, row.seen] for row in SERVICES]
    return {text for row in rows for text in row if re.search("[a-z]{3}", text)}


SAID = (
    help_texts()
    | channel_texts()
    | {text for path in sorted(ROOT.rglob("*.py")) for text in said_in(path.read_text("utf-8"))}
)


# --- the translation ---------------------------------------------------------------------------------------


def test_every_text_in_the_code_has_its_chinese() -> None:
    assert sorted(SAID - TABLES["texts"].keys()) == []


def test_nothing_is_translated_that_no_code_says() -> None:
    assert sorted(TABLES["texts"].keys() - SAID) == []


def test_translations_have_the_fields_of_their_texts() -> None:
    filled = TABLES["texts"].keys() - help_texts()  # braces of help are no fields
    assert [text for text in filled if fields_of(text) != fields_of(TABLES["texts"][text])] == []


def test_translations_are_chinese() -> None:
    """But for punctuation."""
    texts = TABLES["texts"].items()
    assert [text for text, chinese in texts if words_of(text) and not HAN.search(chinese)] == []


def words_of(text: str) -> str:
    """The letters of a text beside its fields."""
    return "".join(char for said, *_ in Formatter().parse(text) for char in said if char.isalpha())


def test_texts_are_found_however_they_are_said() -> None:
    source = (
        'say("a"); self._say("b {n}", n=1); x.say("c" if one else "d", n=2); told("e"); say.why("f", "g")'
    )
    assert list(said_in(source)) == ["a", "b {n}", "c", "d"]
    with pytest.raises(AssertionError, match="no literal"):
        list(said_in("say(text)"))


# --- the language ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "", "LC_MESSAGES": ""}, "zh"),
        ({"LC_ALL": "de_DE.UTF-8", "NEWSCLEAN_LANG": "zh"}, "zh"),
        ({"LC_ALL": "zh_CN.UTF-8", "NEWSCLEAN_LANG": "en"}, "en"),
    ],
)
def test_the_environment_names_the_language(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language() == expected


def test_what_is_asked_for_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSCLEAN_LANG", "zh")
    assert language("en") == "en"
    with pytest.raises(ValueError, match="no language 'fr'"):
        language("fr")


def test_a_text_is_filled_in() -> None:
    say = wording("en")
    assert say("{n:,} pages of {name}", n=1200, name="{a}") == "1,200 pages of {a}"
    assert say.as_written("{braces} stay") == "{braces} stay"


def test_every_rule_and_question_has_its_reason_in_chinese() -> None:
    book = default_rules()
    assert set(TABLES["why"]) == {*book.by_name, *BUILT_IN}
    assert set(TABLES["questions"]) == set(book.questions)
    reasons = [*TABLES["why"].items(), *TABLES["questions"].items()]
    assert [name for name, chinese in reasons if not HAN.search(chinese)] == []


def test_the_reason_of_a_rule_is_said() -> None:
    say = wording("zh")
    for row in default_rules():
        assert say.why(row.name, row.why) == TABLES["why"][row.name]
    for name, question in default_rules().questions.items():
        assert say.why(name, question.why) == TABLES["questions"][name]
    for name, why in BUILT_IN.items():
        assert HAN.search(say.why(name, why))


def test_the_reason_of_a_users_own_rule_is_the_users() -> None:
    say = wording("zh")
    first = next(iter(default_rules()))
    assert say.why(first.name, "Another reason.") == "Another reason."
    assert say.why("corner-shop", "The corner shop's line.") == "The corner shop's line."


def test_a_page_is_parsed_without_it() -> None:
    """Also where the locale is Chinese."""
    page = ROOT.parent.parent / "tests/fixtures/finance-2018--stock-spans/page.html"
    code = (
        "import sys; from newsclean.cli.main import main; sys.argv[1:] = [PAGE]\n"
        "try: main()\n"
        "except SystemExit: print([n for n in ('newsclean.language', 'tomllib', 'click') if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code.replace("PAGE", repr(str(page)))],
        capture_output=True,
        text=True,
        check=True,
        env={"LANG": "zh_CN.UTF-8", "PYTHONPATH": str(ROOT.parent)},
    )
    assert done.stdout.splitlines()[-1] == "[]"
