"""TAB in bash, zsh and fish: what a shell is given, and that the shell takes the script that asks for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from test_cli import process

SHELLS = ("bash", "zsh", "fish")

# How each shell is told to complete the line `newsclean WORDS` by the script, and to print what it came to. bash and
# zsh get the state in which they call the script's function; fish completes a line by itself.
ASK = {
    "bash": 'eval "$(_NEWSCLEAN_COMPLETE=bash_source newsclean)"\n'
    "complete -p newsclean >&2\n"
    'COMP_LINE="newsclean {words}"; COMP_POINT=${{#COMP_LINE}}\n'
    "_newsclean_completion newsclean\n"
    'printf "%s\\n" "${{COMPREPLY[@]}}"',
    "zsh": "autoload -Uz compinit; compinit -u -D\n"
    'eval "$(_NEWSCLEAN_COMPLETE=zsh_source newsclean)"\n'
    "print -u2 $_comps[newsclean]\n"
    "_describe() {{ print -l -- $completions_with_descriptions }}\n"
    "_path_files() {{ print -l -- ${{words[-1]}}*(N) }}\n"
    "compadd() {{ print -l -- $completions }}\n"
    "words=(newsclean {words}); CURRENT=$#words\n"
    "_newsclean_completion",
    "fish": 'env _NEWSCLEAN_COMPLETE=fish_source newsclean | source\ncomplete -C "newsclean {words}"',
}
START = {"bash": ["--norc", "--noprofile", "-c"], "zsh": ["-f", "-c"], "fish": ["--no-config", "-c"]}


def asked(shell: str, line: list[str], **environment: str) -> str:
    """What the command answers a shell that asks it to complete the last word of a line."""
    words = {"COMP_WORDS": " ".join(line), "COMP_CWORD": str(len(line) - 1)}
    if shell == "fish":  # it tells the word itself, and not its number
        words["COMP_CWORD"] = line[-1]
    done = process(env={**os.environ, "_NEWSCLEAN_COMPLETE": f"{shell}_complete", **words, **environment})
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("line", "among"),
    [
        (["newsclean", "page.html", "--capt"], "--captions"),
        (["newsclean", "batch", "--dedup", "ne"], "near"),
        (["newsclean", "roll", "finance-d"], "finance-domestic"),
        (["newsclean", "doctor", "--lang", "z"], "zh"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_each_shell_is_answered(shell: str, line: list[str], among: str) -> None:
    assert among in asked(shell, line)


@pytest.mark.parametrize("shell", ["zsh", "fish"])  # bash shows no explanations
def test_explanations_of_words_are_in_the_language(shell: str) -> None:
    assert "Clean many pages" in asked(shell, ["newsclean", "ba"])
    assert "批量清洗网页" in asked(shell, ["newsclean", "ba"], NEWSCLEAN_LANG="zh")
    assert "按输入的顺序写" in asked(shell, ["newsclean", "batch", "--ordere"], NEWSCLEAN_LANG="zh")


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_one_of_its_shell(shell: str) -> None:
    done = process(env={**os.environ, "_NEWSCLEAN_COMPLETE": f"{shell}_source"})
    assert (done.returncode, done.stderr) == (0, b"")
    assert f"_NEWSCLEAN_COMPLETE={shell}_complete" in done.stdout.decode()
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell} here to read it; make test-completion installs it")
    read = subprocess.run([shell, "-n"], input=done.stdout, capture_output=True, timeout=60)
    assert (read.returncode, read.stdout, read.stderr) == (0, b"", b"")


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("do", ["doctor", "do.html"]),  # files stand beside the commands
        ("roll finance-d", ["finance-domestic"]),
        ("a.html --capt", ["--captions"]),
        ("doctor column:5659", ["column:56592", "column:56598"]),
    ],
)
def test_the_shell_completes(shell: str, words: str, expected: list[str], tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell} here; make test-completion installs it")
    program = tmp_path / "newsclean"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newsclean "$@"\n')
    program.chmod(0o755)
    (tmp_path / "do.html").touch()
    environment = {
        **os.environ,
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "PYTHONPATH": str(Path(__file__).parent.parent / "src"),
    }
    command = [shell, *START[shell], ASK[shell].format(words=words)]
    done = subprocess.run(command, capture_output=True, timeout=120, env=environment, cwd=tmp_path)
    shown = [line.partition("\t")[0] for line in done.stdout.decode().splitlines() if line]
    assert len(shown) == len(expected), shown
    for line, word in zip(sorted(shown), sorted(expected), strict=True):
        if shell == "bash":  # it puts what is behind the colon there
            word = word.rpartition(":")[2]
        assert line == word or line.startswith(f"{word}:")  # zsh: with its explanation
    if shell != "fish":
        assert b"_newsclean_completion" in done.stderr
