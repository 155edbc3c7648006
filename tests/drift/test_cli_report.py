"""The command ``newsclean report``: what it prints, what it writes, and its exit codes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner, Result

from drift.made_batches import made_batch, made_row, write_rows
from newsclean.cli.group import commands
from newsclean.drift import load_tally


def run(*arguments: object, lang: str = "en") -> Result:
    environment = {"NEWSCLEAN_LANG": lang, "COLUMNS": "100"}
    return CliRunner().invoke(commands, ["report", *map(str, arguments)], env=environment)


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("outputs")
    then = write_rows(folder / "then.jsonl", made_batch(1))
    return write_rows(folder / "now.jsonl", made_batch(11, lost="source")), then


def test_drift_is_named_with_its_numbers_and_ends_with_its_own_code(outputs: tuple[Path, Path]) -> None:
    now, then = outputs
    told = run(now, "--baseline", then)
    assert told.exit_code == 0
    assert "What moved beyond noise\n  finance-2018: source found on " in told.stdout
    assert " % before\n    p < 1e-12 after correction\n" in told.stdout
    assert "    newsclean explain pages/2024-05-30/" in told.stdout
    assert run(now, "--baseline", then, "--fail-on-drift").exit_code == 6
    still = run(then, "--baseline", then, "--fail-on-drift")
    assert still.exit_code == 0
    assert "Nothing drifted." in still.stdout


def test_a_report_tells_what_there_is(outputs: tuple[Path, Path]) -> None:
    told = run(outputs[0]).stdout
    for part in (
        "600 inputs, ",
        "Pages by layout\n",
        "Errors by kind\n",
        "finance.sina.com.cn ",
        "2024-05 ",
        "newsclean rules rule-",
        "Rules that never fire\n",
        "newsclean rules NAME",
        "This command reads by 0.1.0+",
    ):
        assert part in told
    assert max(map(len, told.splitlines())) <= 130


def test_a_report_in_chinese(outputs: tuple[Path, Path]) -> None:
    now, then = outputs
    assert "超出噪声的变化\n  finance-2018：找到 source，" in run(now, "--baseline", then, lang="zh").stdout
    assert "超出噪声的变化" in run(now, "--baseline", then, "--lang", "zh").stdout


def test_a_report_as_data_says_the_same(outputs: tuple[Path, Path]) -> None:
    now, then = outputs
    told = run(now, "--baseline", then, "--format", "json", lang="zh")
    found = json.loads(told.stdout)
    (change,) = found["comparison"]["changes"]
    assert found["comparison"]["drifted"] is True
    assert change["said"].startswith("finance-2018: source found on ")
    assert change["now"]["of"] > 200
    assert change["pages"][0]["command"].startswith("newsclean explain pages/")
    assert found["tally"]["inputs"] == 600
    assert found["never"]
    assert found["failed"][0]["kind"]


def test_a_tally_is_saved_and_is_a_baseline(outputs: tuple[Path, Path], tmp_path: Path) -> None:
    now, then = outputs
    saved = tmp_path / "then.json"
    assert run(then, "--save", saved).exit_code == 0
    assert load_tally(saved).inputs == 600
    assert run(now, "--baseline", saved, "--fail-on-drift").exit_code == 6
    assert run(saved).exit_code == 3  # it is no output


def test_rows_steer_no_terminal(tmp_path: Path) -> None:
    from datetime import date

    odd = "\x1b[31m\u202e\n"
    rows = [
        made_row(n, date(2024, 5, 1), layout=odd, rules=odd, url=f"https://a{odd}.cn/") for n in range(30)
    ]
    rows[3] |= {"input": odd, "source": None, "removals": [{"rule": odd}]}
    rows.append({"input": odd, "url": None, "error": {"kind": odd, "message": odd}})
    told = run(write_rows(tmp_path / "rows.jsonl", iter(rows)))
    assert told.exit_code == 0, told.exception
    assert all(line.isprintable() for line in told.stdout.split("\n"))


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["gone.jsonl"], 3, "newsclean: gone.jsonl: there is no such file (file)\n"),
        (
            ["rows.jsonl", "--baseline", "gone.json"],
            3,
            "newsclean: gone.json: there is no such file (file)\n",
        ),
        (["rows.jsonl", "--fail-on-drift"], 2, "--fail-on-drift needs a --baseline"),
        (["bad.jsonl"], 3, "newsclean: bad.jsonl: line 1 is not JSON"),
        (["rows.jsonl", "--save", "no/folder.json"], 2, "there is no folder"),
        (["rows.jsonl", "--save", "rows.jsonl"], 2, "rows.jsonl"),
    ],
)
def test_what_goes_wrong_is_one_line(
    arguments: list[str],
    code: int,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    write_rows(tmp_path / "rows.jsonl", made_batch(1, 20))
    (tmp_path / "bad.jsonl").write_text("{", "utf-8")
    told = run(*arguments)
    assert (told.exit_code, told.stdout) == (code, "")
    assert said in told.stderr
    assert (tmp_path / "rows.jsonl").stat().st_size > 1_000


def test_a_page_for_a_browser_needs_nothing_else(outputs: tuple[Path, Path], tmp_path: Path) -> None:
    now, then = outputs
    page = tmp_path / "report.html"
    assert run(now, "--baseline", then, "--html", page, "--fail-on-drift").exit_code == 6
    html = page.read_text("utf-8")
    assert "default-src 'none'" in html
    assert "source found on" in html
    assert "1 thing drifted" in html
    assert re.search(r"""(?:src|srcset)=|url\(|@import|\bstyle=""", html) is None
    assert run(then, "--html", page, lang="zh").exit_code == 0
    assert '<html lang="zh-CN">' in page.read_text("utf-8")


PAGE = """<!doctype html><meta charset="utf-8"><title>桥通了_新浪财经_新浪网</title><h1 class="main-title">桥通了</h1>
<div class="article" id="artibody"><p>　　老桥今天通车，来看的人不少。</p><p>　　到了晚上，桥上还有人散步。</p></div>"""


def test_pages_at_hand_are_explained_beside_the_report(outputs: tuple[Path, Path], tmp_path: Path) -> None:
    now, then = outputs
    shown = json.loads(run(now, "--baseline", then, "--format", "json").stdout)
    names = [page["input"] for page in shown["comparison"]["changes"][0]["pages"]]
    folder = tmp_path / "crawl"
    for name, content in ((names[0], PAGE), (names[1], "")):
        path = folder / name.removeprefix("pages/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    page = tmp_path / "my report.html"
    assert run(now, "--baseline", then, "--html", page, "--pages", folder).exit_code == 0
    html = page.read_text("utf-8")
    links = re.findall(r'href="(my%20report-pages/[^"]*)">its explanation<', html)
    read, refused = [(tmp_path / unquote(link)).read_text("utf-8") for link in links]
    assert "桥上还有人散步" in read
    assert "the page has no bytes" in refused
    assert names[2] in html
    assert run(now, "--baseline", then, "--html", page).exit_code == 0
    assert "its explanation" not in page.read_text("utf-8")


def test_explanations_are_written_where_they_are_asked_for_alone(
    outputs: tuple[Path, Path], tmp_path: Path
) -> None:
    now, _ = outputs
    assert "--pages goes with --html" in run(now, "--pages", tmp_path).stderr
    assert "needs a file for --html" in run(now, "--pages", tmp_path, "--html", "/dev/null").stderr
    assert run(now, "--pages", tmp_path / "gone", "--html", tmp_path / "x.html").exit_code == 2
    assert list(tmp_path.iterdir()) == []
