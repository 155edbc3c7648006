"""The examples in the documents: they run, and give what they say.

An ``html`` block after ``<!-- example: NAME -->`` is the file NAME. ``python`` blocks run in order, one document in
one namespace; what they print must be the comments after ``print(…)`` and the comment lines of their own. In
``console`` blocks each ``$ command`` must give the lines below it (standard output, then standard error), where ``…``
stands for anything, and end with the exit code that the last line names, else 0. A block after
``<!-- not run: WHY -->`` is left alone.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENTS = (
    "README.md",
    "README.zh-CN.md",
    "docs/command.md",
    "docs/formats.md",
    "docs/design.md",
    "docs/adding-a-rule.md",
    "docs/your-own-rules.md",
    "docs/explaining.md",
)
BLOCK = re.compile(r"(?:<!-- ([^\n]*) -->\n)?```(\w+)\n(.*?)\n```\n", re.DOTALL)
PRINTED = re.compile(r"^(?:print\(.*\)  )?# (.*)$", re.MULTILINE)
EXIT = re.compile(r"\(exit code (\d)\)")


class Example(NamedTuple):
    """A fenced block of a document."""

    note: str
    language: str
    text: str

    @property
    def runs(self) -> bool:
        return not self.note.startswith("not run: ")


def examples(name: str) -> list[Example]:
    return [Example(note or "", *rest) for note, *rest in BLOCK.findall((ROOT / name).read_text("utf-8"))]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("README.md", "docs/your-own-rules.md"):
        for example in examples(name):
            if example.note.startswith("example: "):
                (tmp_path / example.note.removeprefix("example: ")).write_text(example.text + "\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", DOCUMENTS)
def test_python_examples_print_what_they_say(name: str, folder: Path) -> None:
    namespace: dict[str, Any] = {}
    for example in examples(name):
        if example.language == "python" and example.runs:
            with redirect_stdout(StringIO()) as printed:
                exec(compile(example.text, name, "exec"), namespace)  # noqa: S102  # our own examples
            code = re.sub(r"^[ ]+", "", example.text, flags=re.MULTILINE)
            assert printed.getvalue().splitlines() == PRINTED.findall(code)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_console_examples_give_what_they_show(name: str, folder: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for example in examples(name):
        if example.language == "console" and example.runs:
            for command, shown in re.findall(
                r"^\$ (.*)\n((?:(?!\$ ).*(?:\n|\Z))*)", example.text + "\n", re.MULTILINE
            ):
                result = subprocess.run(
                    shlex.split(command),
                    capture_output=True,
                    timeout=60,
                    check=False,
                    env={**os.environ, "PATH": path},
                )
                given = (result.stdout + result.stderr).decode("utf-8")
                code = EXIT.search(shown)
                assert result.returncode == (int(code.group(1)) if code else 0), given
                wanted = re.escape(EXIT.sub("", shown).strip()).replace("…", "(?s:.*)")
                assert re.fullmatch(wanted, given.strip()), f"{name}: {command}\n{given}"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_example_runs_or_says_why_not(name: str) -> None:
    found = examples(name)
    assert any(example.runs for example in found)
    for example in found:
        is_file = example.note.startswith("example: ")
        assert example.language in ("python", "console") or is_file or not example.runs
        assert not example.note or re.match(r"(not run|example): \S", example.note)


@pytest.mark.parametrize("name", [*DOCUMENTS, "CHANGELOG.md", "docs/fetching.md", "docs/pipelines.md"])
def test_every_link_between_documents_leads_somewhere(name: str) -> None:
    text = BLOCK.sub("", (ROOT / name).read_text("utf-8"))
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        if not target.startswith("address"):
            assert (ROOT / name).parent.joinpath(target).exists(), target


@pytest.mark.parametrize("name", ["docs/design.md", "docs/adding-a-rule.md", "docs/performance.md"])
def test_every_file_that_a_document_names_is_there(name: str) -> None:
    text = BLOCK.sub("", (ROOT / name).read_text("utf-8"))
    for path in re.findall(r"`((?:[\w.-]+/)*(?:[\w-]+\.py|[\w-]+/))`", text):
        homes = [ROOT / path, *(ROOT / "src/newsclean").glob(f"**/{path}")]
        assert any(home.exists() for home in homes), path


@pytest.mark.parametrize("name", ["README.md", "docs/adding-a-rule.md", "docs/performance.md"])
def test_every_make_target_that_a_document_names_is_there(name: str) -> None:
    files = "\n".join(path.read_text("utf-8") for path in [ROOT / "Makefile", *ROOT.glob("*.mk")])
    for line in re.findall(r"\bmake ((?:[a-z][a-z-]*\b(?!=) ?)+)", _code((ROOT / name).read_text("utf-8"))):
        for target in line.split():
            assert re.search(rf"^{target}:", files, re.MULTILINE), target


def _code(text: str) -> str:
    """What stands in a document as code: between backticks, in indented lines and in fences."""
    return "\n".join(
        one or other for one, other in re.findall(r"`([^`\n]+)`|^(?: {4}|\$ )(.*)$", text, re.MULTILINE)
    )


def test_design_shows_the_order_of_imports_that_is_tested() -> None:
    from test_house import LAYERS

    shown = re.findall(
        r"^    (?:_version .*\n)(?:    .*\n)+", (ROOT / "docs/design.md").read_text("utf-8"), re.MULTILINE
    )
    assert [line.strip() for line in shown[0].splitlines()] == list(LAYERS)


def test_the_two_readmes_show_the_same_examples() -> None:
    def bare(name: str) -> list[str]:
        return [re.sub(r"  +# .*", "", example.text) for example in examples(name)]

    assert bare("README.md") == bare("README.zh-CN.md")
    heads = [
        len(re.findall(r"^## ", (ROOT / name).read_text("utf-8"), re.MULTILINE)) for name in DOCUMENTS[:2]
    ]
    assert heads[0] == heads[1]
