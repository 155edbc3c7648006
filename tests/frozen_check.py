"""The command frozen by PyInstaller finds its commands, data files and workers. Run by ``make test-frozen``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parent / "fixtures"
PAGE = FIXTURES / "finance-2018--stock-spans" / "page.html"
PROGRAM = """
from newsclean.cli.main import main

if __name__ == "__main__":
    main()
"""


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command as a folder with everything that it needs."""
    folder = tmp_path_factory.mktemp("frozen")
    (folder / "program.py").write_text(PROGRAM, "utf-8")
    build = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--name", "newsclean", "program.py"]
    subprocess.run(build, cwd=folder, check=True, capture_output=True, timeout=1200)
    return folder / "dist" / "newsclean" / "newsclean"


def run(program: Path, *arguments: str) -> str:
    done = subprocess.run([str(program), *arguments], capture_output=True, timeout=300)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_a_page_gives_its_article(program: Path) -> None:
    article = json.loads(run(program, str(PAGE), "--format", "json"))
    expected = json.loads((PAGE.parent / "expected.json").read_text("utf-8"))
    assert article["title"] == expected["title"]
    assert run(program, str(PAGE)) == article["text"] + "\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["roll", "--help"], "--since"),
        (["follow", "--help"], "--every"),
        (["rules", "公众号"], "ACCOUNTS"),
        (["doctor", "--help"], "URL|CHANNEL"),
        (["explain", str(PAGE)], "layout"),
        (["batch", "--help"], "--overwrite"),
        (["--version"], "newsclean"),
    ],
)
def test_commands_are_found(program: Path, arguments: list[str], words: str) -> None:
    assert words in run(program, *arguments)


def test_data_files_are_found(program: Path, tmp_path: Path) -> None:
    run(program, "explain", str(PAGE), "--html", str(tmp_path / "report.html"))
    assert "<style" in (tmp_path / "report.html").read_text("utf-8")


def test_a_batch_finds_its_workers(program: Path, tmp_path: Path) -> None:
    out = tmp_path / "o.jsonl"
    run(program, "batch", str(PAGE.parent), "-o", str(out), "--jobs", "2")
    assert json.loads(out.read_text("utf-8"))["error"] is None
