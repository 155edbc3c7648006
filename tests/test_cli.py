"""The command: what stands on standard output, what on standard error, and the exit codes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from newsclean import __version__, parse, reader
from newsclean.article import Article
from newsclean.cli import streams
from newsclean.cli.commands import COMMANDS, Lazy
from newsclean.cli.group import commands
from newsclean.cli.main import COMMAND_NAMES

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>桥通车了_新闻</title></head><body>
<h1 class="main-title">桥通车了</h1>
<div class="date-source">
<span class="date">2022年01月20日 08:05</span><span class="source">某地日报</span>
</div>
<div class="article" id="article">
<p>　　原标题：老桥今日通车</p>
<div class="img_wrapper"><img src="//n.sinaimg.cn/a/1.jpg"><span class="img_descr">桥面</span></div>
<p>　　老桥今天<strong>通车</strong>，两岸的人都来看。</p>
<!-- 正文下广告 -->
<p class="show_author">责任编辑：李四 SN123</p>
</div></body></html>"""
TEXT = "老桥今天通车，两岸的人都来看。\n"
INDEX = "<html><head><title>搜索结果</title></head><body></body></html>"
BROKEN = "---\ntitle: never closed\n"


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    return str(path)


@pytest.fixture
def no_article(tmp_path: Path) -> str:
    path = tmp_path / "index.html"
    path.write_text(INDEX, "utf-8")
    return str(path)


def run(*args: str, stdin: bytes | None = None) -> Result:
    result = CliRunner().invoke(commands, args, input=stdin, prog_name="newsclean")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def process(*args: str, **kwargs: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "newsclean", *args], capture_output=True, timeout=60, **kwargs
    )


# --- what is written ---------------------------------------------------------------------------------------


def test_sources_without_options_give_what_they_give_through_the_options(page: str, no_article: str) -> None:
    plain, read = process(page, no_article), run(page, no_article, "--format", "text")
    assert (plain.returncode, plain.stdout.decode(), plain.stderr.decode()) == (
        read.exit_code,
        read.stdout,
        read.stderr,
    )


def test_every_name_of_a_command_is_kept_from_the_sources() -> None:
    assert set(COMMANDS) == COMMAND_NAMES


def test_text_alone_stands_on_standard_output(page: str) -> None:
    result = run(page)
    assert (result.exit_code, result.stdout, result.stderr) == (0, TEXT, "")


def test_captions_are_kept_when_asked_for(page: str) -> None:
    assert run(page, "--captions").stdout == "桥面\n" + TEXT


def test_markdown_has_title_and_body(page: str) -> None:
    assert run("--format", "markdown", page).stdout == (
        "# 桥通车了\n\n![桥面](https://n.sinaimg.cn/a/1.jpg)\\\n桥面\n\n老桥今天**通车**，两岸的人都来看。\n"
    )


def test_html_is_the_body(page: str) -> None:
    assert run(page, "--format=html").stdout.splitlines()[-1] == (
        "<p>老桥今天<strong>通车</strong>，两岸的人都来看。</p>"
    )


def test_json_is_one_line_that_reads_back(page: str) -> None:
    result = run(page, "--format", "json")
    assert result.stdout.count("\n") == 1
    article = Article.from_dict(json.loads(result.stdout))
    assert (article.title, article.source, article.editor) == ("桥通车了", "某地日报", "李四")
    assert article.original_title == "老桥今日通车"


def test_front_matter_reads_back_as_the_same_article(page: str, tmp_path: Path) -> None:
    written = run(page, "--format", "frontmatter").stdout
    assert yaml.safe_load(written.split("\n---\n")[0]) == {
        "title": "桥通车了",
        "date": "2022-01-20T08:05:00+08:00",
        "source": "某地日报",
        "editor": "李四",
        "original_title": "老桥今日通车",
    }
    document = tmp_path / "page.md"
    document.write_text(written, "utf-8")
    again = run(str(document), "--format", "frontmatter")
    assert again.stdout == written


def test_standard_input_is_read_and_its_address_completes_links() -> None:
    markup = (
        PAGE.replace("</strong>", '</strong><a href="/b.shtml">看</a>')
        .encode("gb18030")
        .replace(b"utf-8", b"gbk")
    )
    result = run("-", "--url", "https://news.sina.com.cn/c/a.shtml", "--format", "json", stdin=markup)
    data = json.loads(result.stdout)
    assert data["url"] == "https://news.sina.com.cn/c/a.shtml"
    assert data["encoding"] == "gb18030"
    assert 'href="https://news.sina.com.cn/b.shtml"' in data["html"]


def test_addresses_are_read_by_one_fetcher_with_the_options_given(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[dict[str, Any]] = []
    asked: list[str] = []

    class Fetcher:
        def __init__(self, **options: Any) -> None:
            made.append(options)

        def read(self, url: str) -> Article:
            asked.append(url)
            return parse(Path(page).read_bytes(), url=url)

        def close(self) -> None:
            asked.append("closed")

    monkeypatch.setattr(reader, "Fetcher", Fetcher)
    result = run("HTTPS://news.sina.com.cn/a", "http://a.cn/b", "--timeout", "2.5", "--allow-private")
    assert result.stdout == TEXT + "\n" + TEXT
    assert made == [{"timeout": 2.5, "allow_private": True, "headers": {}, "robots": True, "rules": None}]
    assert asked == ["HTTPS://news.sina.com.cn/a", "http://a.cn/b", "closed"]


SEVERAL = [
    ("text", TEXT + "\n" + TEXT),
    ("json", None),
    ("markdown", "\n---\n\n"),
    ("html", "</p>\n\n<figure>"),
    ("frontmatter", "</p>\n---\ntitle:"),
]


@pytest.mark.parametrize(("form", "between"), SEVERAL)
def test_several_articles_are_parted_so_that_they_can_be_told_apart(
    page: str, form: str, between: str | None
) -> None:
    one, two = run(page, "--format", form).stdout, run(page, page, "--format", form).stdout
    if between is None:
        assert two == one + one
    else:
        assert two.count(between) == 1
        assert two.startswith(one)
        assert two.endswith(one)


def test_a_result_without_text_is_an_empty_line(tmp_path: Path) -> None:
    picture = tmp_path / "picture.html"
    picture.write_text(PAGE.replace("老桥今天<strong>通车</strong>，两岸的人都来看。", ""), "utf-8")
    assert run(str(picture)).stdout == "\n"


# --- files -------------------------------------------------------------------------------------------------


def test_output_goes_to_a_file_and_nothing_beside_it(page: str, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    out.write_text("old")
    out.chmod(0o640)
    result = run(page, "-o", str(out))
    assert (result.exit_code, result.stdout) == (0, "")
    assert out.read_text("utf-8") == TEXT
    assert out.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.txt", "page.html"]


def test_a_file_is_left_alone_where_there_was_nothing_to_write(no_article: str, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    out.write_text("old")
    assert run(no_article, "-o", str(out)).exit_code == 4
    assert out.read_text() == "old"


def test_a_file_is_left_alone_where_the_work_breaks_off(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.txt"
    out.write_text("old")

    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("newsclean.cli.streams.os.replace", broken)
    with pytest.raises(RuntimeError, match="a bug"):
        run(page, "-o", str(out))
    assert out.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.txt", "page.html"]


def test_a_hyphen_as_output_is_standard_output(page: str) -> None:
    assert run(page, "-o", "-").stdout == TEXT


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_said_in_one_line(page: str) -> None:
    with open("/dev/full", "wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "newsclean", page],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert result.returncode == 3
    assert (
        result.stderr.decode()
        == "newsclean: standard output: it cannot be written: No space left on device\n"
    )


# --- failures ----------------------------------------------------------------------------------------------


def test_a_page_that_is_no_article_is_exit_code_4_and_one_line(no_article: str) -> None:
    result = run(no_article)
    assert result.exit_code == 4
    assert result.stdout == ""
    assert result.stderr.startswith(f"newsclean: {no_article}: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["missing.html", ".", "a\0b"])
def test_a_file_that_cannot_be_read_is_exit_code_3(name: str, tmp_path: Path) -> None:
    result = run(str(tmp_path / name))
    assert result.exit_code == 3
    assert result.stderr.endswith("(file)\n")
    assert result.stderr.count("\n") == 1


def test_broken_front_matter_is_exit_code_3(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(BROKEN)
    result = run(str(path))
    assert result.exit_code == 3
    assert "(front_matter)" in result.stderr


def test_with_json_the_error_is_an_object_too(no_article: str) -> None:
    result = run(no_article, "--format", "json")
    line, data = result.stderr.splitlines()
    assert line.startswith("newsclean: ")
    error = json.loads(data)["error"]
    assert error["source"] == no_article
    assert f"({error['kind']})" in line


def test_one_failure_does_not_stop_the_others(page: str, no_article: str) -> None:
    result = run(no_article, page, "missing", page)
    assert result.exit_code == 1
    assert result.stdout == TEXT + "\n" + TEXT
    assert len(result.stderr.splitlines()) == 2


def test_a_page_cannot_write_control_characters_to_the_terminal(tmp_path: Path, page: str) -> None:
    assert "\x1b" not in run(str(tmp_path / "\x1b[31mred")).stderr
    hostile = tmp_path / "hostile.html"
    hostile.write_text(PAGE.replace("正文下广告", "广\x1b[31m告"), "utf-8")
    assert "\x1b" not in run("explain", str(hostile)).stdout


USAGE = [
    ["--format", "poem", "page.html"],
    ["--url", "https://a.cn", "https://b.cn"],
    ["--url", "https://a.cn", "a.html", "b.html"],
    ["-", "-"],
    ["--captions", "--format", "html", "page.html"],
    ["--explain", "--format", "json", "page.html"],
    ["--timeout", "0", "page.html"],
    ["-o", "no/such/folder/out.txt", "page.html"],
    ["--nonsense", "page.html"],
    ["--format", "text"],
    ["explain"],
    ["explain", "a", "b"],
    [],
]


@pytest.mark.parametrize("args", USAGE, ids=" ".join)
def test_wrong_usage_is_exit_code_2_and_no_output(args: list[str]) -> None:
    result = run(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "newsclean" in result.stderr


# --- explanations ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("args", [["--explain"], ["explain"]])
def test_an_explanation_stands_instead_of_the_article(page: str, args: list[str]) -> None:
    told = run(*([*args, page] if args == ["explain"] else [page, *args])).stdout
    for part in (
        "news-2018",
        "confidence",
        "original-title",
        "原标题：老桥今日通车",
        "editor-line",
        "李四",
        "utf-8",
    ):
        assert part in told


def test_an_explanation_can_be_a_page(page: str, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    result = run("explain", page, "--html", str(out))
    assert (result.exit_code, result.stdout) == (0, "")
    assert out.read_text("utf-8").startswith("<!doctype html>")


# --- the group ---------------------------------------------------------------------------------------------


def test_help_names_options_commands_examples_and_exit_codes() -> None:
    result = run("--help")
    assert result.exit_code == 0
    for part in (
        "newsclean [OPTIONS] SOURCE...",
        "--captions",
        "Commands",
        "  batch ",
        "Examples:",
        "Exit codes",
    ):
        assert part in result.stdout


def test_help_of_a_command_is_its_own() -> None:
    assert run("explain", "--help").stdout.startswith("Usage: newsclean explain [OPTIONS] SOURCE")


def test_every_command_of_the_table_that_is_there_can_be_loaded() -> None:
    context = commands.make_context("newsclean", ["x"], resilient_parsing=True)
    for name in commands.list_commands(context):
        assert commands.get_command(context, name) is not None


def test_a_command_whose_module_is_absent_is_left_out_of_help_and_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(COMMANDS, "roll", Lazy("newsclean.no_such_module", "x", "Not there."))
    assert "Not there." not in run("--help").stdout
    assert run("roll").exit_code == 2


def test_a_file_named_like_a_command_is_read_by_its_path(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path(page).parent
    (folder / "explain").write_text(PAGE, "utf-8")
    monkeypatch.chdir(folder)
    assert run("./explain").stdout == TEXT
    assert run("--", "explain").stdout == TEXT


def test_the_version_is_the_package_s() -> None:
    assert run("--version").stdout == f"newsclean {__version__}\n"


# --- the process -------------------------------------------------------------------------------------------


def test_output_is_utf8_whatever_the_locale(page: str) -> None:
    env = {
        **os.environ,
        "LC_ALL": "C",
        "PYTHONIOENCODING": "ascii",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    }
    result = process(page, env=env)
    assert result.returncode == 0
    assert result.stdout.decode("utf-8") == TEXT


def test_a_reader_that_goes_away_is_no_traceback(page: str) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "newsclean", *[page] * 20], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()
    assert child.stderr.read() == b""
    child.stderr.close()
    assert child.wait(60) == streams.BROKEN_PIPE


NOT_FOR_A_FILE = (
    "httpx yaml bs4 readability jsonschema pyarrow click json tempfile pathlib email urllib.parse ipaddress idna "
    "newsclean.addresses newsclean.cli.group newsclean.documents newsclean.fragments newsclean.rules.last_character"
)
"""What a run on a file with nothing but the site's own addresses does without: options, clients, other parsers, and
modules of Python's that take long to load."""


def test_cleaning_a_file_loads_no_options_no_client_no_yaml_and_no_second_parser(page: str) -> None:
    code = (
        "import sys; sys.argv = ['newsclean', sys.argv[1]]\n"
        "from newsclean.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print(sorted(set({NOT_FOR_A_FILE!r}.split()) & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", code, page], capture_output=True, timeout=60, check=True)
    assert result.stdout.decode().splitlines()[-1] == "[]"


# --- completion, Ctrl-C, passwords -------------------------------------------------------------------------


def completed(line: str) -> list[str]:
    """What a shell is given when TAB is pressed behind a line, without the kinds of the words."""
    words = len(line.split()) - (not line.endswith(" "))
    asked = {"_NEWSCLEAN_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(words)}
    run = "from newsclean.cli.main import main; import sys; sys.argv[:] = ['newsclean']; main()"
    command = [sys.executable, "-c", run]
    done = subprocess.run(command, env={**os.environ, **asked}, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    return [answer.partition(",")[2] for answer in done.stdout.decode().splitlines() if answer]


@pytest.mark.parametrize(
    ("line", "among"),
    [
        ("newsclean ", "batch"),
        ("newsclean ex", "explain"),
        ("newsclean --fo", "--format"),
        ("newsclean pa", "pa"),  # a file: the shell knows which there are
        ("newsclean page.html --fo", "--format"),
        ("newsclean page.html --format ", "markdown"),
        ("newsclean page.html --header x --ca", "--captions"),
        ("newsclean page.html --rules none.toml --ca", "--captions"),
        ("newsclean batch --dedup ", "near"),
        ("newsclean roll fi", "finance"),
    ],
)
def test_tab_completes(line: str, among: str) -> None:
    assert among in completed(line)


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is no signal that can be sent there")
@pytest.mark.parametrize("options", [(), ("--format", "json"), ("-o", "out.txt")])
def test_ctrl_c_is_one_line_and_130(options: tuple[str, ...], page: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "newsclean", page, "-", *options]
    piped = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen(command, cwd=tmp_path, **piped)  # type: ignore[call-overload]
    aside = tmp_path / "out.txt"
    if "-o" in options:
        deadline = time.monotonic() + 30
        while not list(tmp_path.glob(".out.txt.*")) and time.monotonic() < deadline:
            time.sleep(0.05)
    else:
        process.stdout.read(1)  # the first is written, and the second waited for
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=30)
    assert (process.returncode, told) == (130, b"newsclean: stopped by Ctrl-C\n")
    assert not aside.exists()
    assert not list(tmp_path.glob(".out.txt.*"))


ADDRESS = "https://zoe9:secret@127.0.0.1:9/a.html"


@pytest.mark.parametrize(
    "arguments",
    [
        (ADDRESS,),
        (ADDRESS, "--format", "json"),
        ("ftp://zoe9:secret@a.cn/",),
        ("https:zoe9:secret@a.cn/",),
        ("https://zoe9:sec/secret@a.cn/", "--format", "json"),
        ("explain", ADDRESS),
        ("explain", "a.html", ADDRESS),
        ("doctor", ADDRESS),
        ("doctor", "ftp://zoe9:secret@a.cn/"),
        ("rules", "--try", "--line", "x", ADDRESS),
        ("roll", ADDRESS),
    ],
)
def test_no_output_tells_a_password(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code in (1, 2, 3, 4)
    assert "secret" not in result.output + result.stderr
    assert "zoe9" not in result.output + result.stderr


def test_the_address_of_a_file_loses_its_password(page: str) -> None:
    for form in ("json", "frontmatter"):
        result = run(page, "--url", ADDRESS, "--format", form)
        assert "https://127.0.0.1:9/a.html" in result.stdout
        assert "secret" not in result.output
    assert "secret" not in run("explain", page, "--url", ADDRESS).output
