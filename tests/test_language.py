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
from newsclean.language import language, wording
from newsclean.rules import default_rules

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


SAID = {text for path in sorted(ROOT.rglob("*.py")) for text in said_in(path.read_text("utf-8"))}


# --- the translation ---------------------------------------------------------------------------------------


def test_every_text_in_the_code_has_its_chinese() -> None:
    assert sorted(SAID - TABLES["texts"].keys()) == []


def test_nothing_is_translated_that_no_code_says() -> None:
    assert sorted(TABLES["texts"].keys() - SAID) == []


def test_translations_have_the_fields_of_their_texts() -> None:
    wrong = [text for text, chinese in TABLES["texts"].items() if fields_of(text) != fields_of(chinese)]
    assert wrong == []


def test_translations_are_chinese() -> None:
    assert [text for text, chinese in TABLES["texts"].items() if not HAN.search(chinese)] == []


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
