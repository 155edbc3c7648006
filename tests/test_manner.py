"""How commands speak: the language, how much is told, and that neither changes a result."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from newsclean._version import __version__
from newsclean.cli.commands import COMMANDS
from newsclean.cli.wrapping import columns
from test_cli import INDEX, PAGE, TEXT, run

HAN = re.compile(r"[\u3400-\u9fff]")
ENGLISH, CHINESE = "en_US.UTF-8", "zh_CN.UTF-8"

# A command line of each command that does something and asks no network.
LINES = {
    "": ["page.html"],
    "batch": ["batch", "page.html", "-o", "-"],
    "roll": ["roll", "--channels"],
    "follow": ["follow", "news", "-o", "-", "--once"],
    "explain": ["explain", "page.html"],
    "rules": ["rules", "follow-us"],
    "report": ["report", "rows.jsonl"],
    "doctor": ["doctor", "http://127.0.0.1:9/", "--attempts", "1"],
}
ASKING = LINES | {"roll": ["roll", "news"]}  # what its options ask is answered before its list is asked for
every_command = pytest.mark.parametrize("name", ["", *COMMANDS])


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A batch's output."""
    page = tmp_path_factory.mktemp("rows") / "page.html"
    page.write_text(PAGE, "utf-8")
    return run("batch", str(page), "-o", "-").stdout


@pytest.fixture(autouse=True)
def folder(rows: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    (tmp_path / "index.html").write_text(INDEX, "utf-8")
    (tmp_path / "rows.jsonl").write_text(rows, "utf-8")
    (tmp_path / "mine.toml").write_text(
        '[[line]]\nname = "shop"\nwhy = "The shop."\nwhere = "end"\n'
        "forms = [{ pattern = '街角小店.{0,9}', takes = ['街角小店打折'] }]\n",
        "utf-8",
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def under(locale: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, where this is the locale."""
    unset = ("NEWSCLEAN_LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    command = [sys.executable, "-m", "newsclean", *arguments]
    return subprocess.run(
        command, capture_output=True, timeout=120, env={**environment, "LANG": locale, "PYTHONUTF8": "1"}
    )


# --- every command alike -----------------------------------------------------------------------------------


@every_command
def test_every_command_has_the_same_options_of_manner(name: str) -> None:
    words = [name] if name else []
    assert run(*words, "-h").stdout == run(*words, "--help").stdout
    for option in ("-q, --quiet", "-v, --verbose", "--lang [en|zh]", "-V, --version", "-h, --help"):
        assert option in run(*words, "-h").stdout
    for option in ("-V", "--version"):
        assert run(*words, option).stdout == f"newsclean {__version__}\n"


@every_command
def test_help_is_in_the_language_that_is_asked_for_wherever_it_stands(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = [name] if name else []
    english = run(*words, "-h").stdout
    chinese = run(*words, "-h", "--lang", "zh").stdout
    assert english.startswith("Usage: ")
    assert chinese.startswith("用法：newsclean")
    told = [run(*words, "--lang=zh", "-h").stdout, run("--lang", "zh", *words, "-h").stdout]
    monkeypatch.setenv("NEWSCLEAN_LANG", "zh")
    told.append(run(*words, "-h").stdout)
    assert told == [chinese] * 3
    assert run(*words, "-h", "--lang", "en").stdout == english
    assert re.findall(r"^  +(-\S.*?)  ", chinese, re.M) == re.findall(r"^  +(-\S.*?)  ", english, re.M)


@every_command
def test_help_in_chinese_fits_the_terminal(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = run(*([name] if name else []), "-h", "--lang", "zh").stdout.splitlines()
    explained = [line for line in lines if HAN.search(line) and "newsclean " not in line]
    assert len(explained) > 8
    assert max(map(columns, explained)) <= 80
    assert [line for line in explained if line.lstrip()[0] in "，。；：、）"] == []


@every_command
def test_quiet_and_verbose_are_two_things(name: str) -> None:
    result = run(*ASKING[name], "-q", "-v")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--quiet and --verbose are two things" in result.stderr


@every_command
def test_an_unknown_language_is_a_usage_error(name: str) -> None:
    assert run(*ASKING[name], "--lang", "fr").exit_code == 2


@pytest.mark.parametrize("name", [name for name in LINES if name != "doctor"])  # whose result has times
@pytest.mark.parametrize("manner", [("-q",), ("-v",)])
def test_how_much_is_told_changes_no_result(name: str, manner: tuple[str, ...]) -> None:
    plain, other = run(*LINES[name]), run(*LINES[name], *manner)
    assert (plain.exit_code, plain.stdout) == (other.exit_code, other.stdout)


def test_options_of_manner_may_stand_before_the_command() -> None:
    before = run("-v", "--lang", "zh", "batch", "page.html", "-o", "-")
    assert before.exit_code == 0
    assert json.loads(before.stdout)["title"] == "桥通车了"
    assert "版式 news-2018" in before.stderr
    assert run("-q", "page.html").stdout == TEXT
    assert run("--lang", "zh", "--", "page.html").stdout == TEXT


# --- how much is told --------------------------------------------------------------------------------------


def test_quiet_leaves_errors_alone() -> None:
    Path("odd.md").write_text("---\ntitle: @某某 通车\n---\n\n<p>　　老桥今天通车。</p>\n", "utf-8")
    plain, quiet = (run("odd.md", "index.html", "gone.html", *each) for each in ((), ("-q",)))
    assert (plain.exit_code, plain.stdout) == (quiet.exit_code, quiet.stdout)
    assert "odd.md: warning: " in plain.stderr
    errors = [line for line in plain.stderr.splitlines(keepends=True) if ": warning: " not in line]
    assert quiet.stderr == "".join(errors)
    assert len(errors) == 2


def test_verbose_tells_route_layout_and_time_of_each_source() -> None:
    result = run("page.html", "-v")
    assert result.stdout == TEXT
    told = (
        r"newsclean: page\.html: layout news-2018, route page, encoding utf-8, confidence \d\.\d\d, "
        r"\d+ removals, \d+\.\d{3} s\n"
    )
    assert re.fullmatch(told, result.stderr)
    assert re.search(r"版式 news-2018，路径 page，.*秒", run("page.html", "-v", "--lang", "zh").stderr)


def test_verbose_tells_as_much_of_what_is_explained_or_counted() -> None:
    plain = re.sub(r"\d\.\d{3} s", "", run("page.html", "-v").stderr)
    for arguments in (("explain", "page.html"), ("page.html", "--explain")):
        told = run(*arguments, "-v").stderr
        assert re.sub(r"\d\.\d{3} s", "", told) == plain
    assert run("batch", "page.html", "-o", "rows.jsonl", "--overwrite", "-q").exit_code == 0
    told = run("report", "rows.jsonl", "--baseline", "rows.jsonl", "-v").stderr
    assert re.fullmatch(r"(newsclean: rows\.jsonl: 1 inputs counted, \d\.\d{3} s\n){2}", told)


def test_verbose_and_quiet_in_a_batch() -> None:
    args = ("batch", "page.html", "index.html", "-o", "out.jsonl", "--overwrite", "--jobs", "1")
    plain, quiet, verbose = run(*args), run(*args, "-q"), run(*args, "-v")
    assert [each.exit_code for each in (plain, quiet, verbose)] == [1, 1, 1]
    assert [each.stdout for each in (plain, quiet, verbose)] == ["", "", ""]
    assert "2 pages in" in plain.stderr
    assert quiet.stderr == ""
    assert re.search(r"newsclean: page.html: layout news-2018, route \w+, \d\.\d{3} s\n", verbose.stderr)
    assert re.search(r"newsclean: index.html: error \w+, \d\.\d{3} s\n", verbose.stderr)
    assert "2 pages in" in verbose.stderr


def test_a_usage_error_is_told_in_quiet_too() -> None:
    result = run("batch", "page.html", "-o", "a.nonsense", "-q")
    assert result.exit_code == 2
    assert "nonsense" in result.stderr


def test_verbose_tells_what_of_the_rules_was_looked_at() -> None:
    result = run("rules", "follow-us", "-v")
    assert re.fullmatch(r"newsclean: 1 of \d+ rules, book [0-9a-f]{12}\n", result.stderr)
    tried = run("rules", "--try", "page.html", "--element", ".nobody", "-v")
    assert re.fullmatch(r"newsclean: page.html: read three times, \d+\.\d{3} s\n", tried.stderr)


# --- the language ------------------------------------------------------------------------------------------


def test_a_batch_is_summed_up_in_chinese() -> None:
    told = run("batch", "page.html", "index.html", "-o", "o.jsonl", "--lang", "zh").stderr
    assert re.search(
        r"^2 页，用时 \d+\.\d 秒（每秒 \d+ 页）：文章 1 篇（news-2018 1），错误 1 个（\w+ 1） → o\.jsonl$",
        told,
        re.M,
    )
    assert "→ 标准输出" in run("batch", "page.html", "-o", "-", "--lang", "zh").stderr


def test_rules_and_their_reasons_are_listed_in_chinese() -> None:
    brief = run("rules", "follow-us", "--lang", "zh").stdout
    name, reason = brief.splitlines()[:2]
    assert name == "follow-us  line"
    assert HAN.search(reason)
    assert "answered by" in run("rules", "credit-line", "--kind", "question").stdout
    assert "由这些行回答" in run("rules", "credit-line", "--kind", "question", "--lang", "zh").stdout
    tried = run("rules", "--try", "page.html", "--line", "老桥.{0,30}", "--where", "edges", "--lang", "zh")
    assert "匹配" in tried.stdout
    assert "1 页：" in tried.stdout
    assert (
        "mine.toml: 规则 1 条，例子 1 个，错误 0 个"
        in run("rules", "--check", "mine.toml", "--lang", "zh").stdout
    )
    assert "没有规则含有 qqqq" in run("rules", "qqqq", "--lang", "zh").stderr


def test_rules_are_found_by_words_of_their_reasons_in_either_language() -> None:
    reason = run("rules", "follow-us", "--lang", "zh").stdout.splitlines()[1].strip()
    word = next(part for part in re.findall(r"[\u4e00-\u9fff]{4}", reason))
    found = [run("rules", word, "--format", "json", "--lang", each).stdout for each in ("en", "zh")]
    assert found[0] == found[1]
    assert '"name": "follow-us"' in found[0]


def test_a_users_own_rule_keeps_its_reason() -> None:
    Path("mine.toml").write_text(
        '[[line]]\nname = "follow-us"\nreplace = true\nwhy = "Our own reason."\nwhere = "end"\n'
        "forms = [{ pattern = '街角小店.{0,9}', takes = ['街角小店打折'] }]\n",
        "utf-8",
    )
    assert "Our own reason." in run("rules", "follow-us", "--rules", "mine.toml", "--lang", "zh").stdout


def test_channels_are_listed_in_chinese() -> None:
    told = run("roll", "--channels", "--lang", "zh").stdout
    assert "从2024 年底起不再更新; 改查 china" in told
    assert not re.search(r"[a-z]{3} [a-z]{2}", told)


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is no signal that can be sent there")
@pytest.mark.parametrize("options", [(), ("--format", "json")])
def test_ctrl_c_is_told_in_chinese(options: tuple[str, ...]) -> None:
    environment = {**os.environ, "NEWSCLEAN_LANG": "zh", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "newsclean", "page.html", "-", *options]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    )
    assert process.stdout is not None
    process.stdout.read(1)  # the first is written, and the second waited for
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=30)
    assert (process.returncode, told.decode()) == (130, "newsclean: 被 Ctrl-C 中断\n")


# --- the same input gives the same output ------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ("page.html",),
        ("page.html", "index.html", "gone.html"),
        ("page.html", "--format", "json", "-v"),
        ("page.html", "--format", "frontmatter"),
        ("page.html", "-o", "out.md"),
        ("batch", "page.html", "index.html", "-o", "-", "--ordered"),
        ("batch", "page.html", "index.html", "-o", "out.csv", "--overwrite", "--ordered"),
        ("rules", "--format", "json", "--kind", "line"),
        ("rules", "--try", "page.html", "--line", "老桥.{0,30}", "--format", "json"),
        ("rules", "nothing-of-the-kind"),
        ("report", "rows.jsonl", "--format", "json"),
    ],
    ids=" ".join,
)
def test_results_are_the_same_bytes_in_every_locale(arguments: tuple[str, ...], folder: Path) -> None:
    results = []
    for locale in (ENGLISH, CHINESE):
        done = under(locale, *arguments)
        written = {path.name: path.read_bytes() for path in folder.glob("out.*")}
        results.append((done.returncode, done.stdout, written))
    assert results[0] == results[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ("gone.html",),
        ("index.html",),
        ("bach",),
        ("page.html", "--nonsense"),
        ("page.html", "--format", "poem"),
        ("batch", "page.html", "-o", "a.nonsense"),
        ("batch", "page.html", "-o", "page.html", "--overwrite"),
        ("roll", "no-such-channel"),
        ("doctor", "no-such-channel"),
        ("rules", "--check", "gone.toml"),
    ],
    ids=" ".join,
)
def test_errors_are_the_same_in_every_locale(arguments: tuple[str, ...]) -> None:
    english, chinese = under(ENGLISH, *arguments), under(CHINESE, *arguments)
    assert english.returncode != 0
    assert (english.returncode, english.stdout, english.stderr) == (
        chinese.returncode,
        chinese.stdout,
        chinese.stderr,
    )


def test_the_locale_alone_makes_it_chinese() -> None:
    assert under(CHINESE, "-h").stdout.decode().startswith("用法：")
    assert under(CHINESE).stderr.decode().startswith("用法：")
    assert under(ENGLISH, "-h").stdout.startswith(b"Usage: ")
    assert "页，用时" in under(CHINESE, "batch", "page.html", "-o", "o.jsonl").stderr.decode()
