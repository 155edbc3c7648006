"""The command ``newsclean report``: what it prints, what it writes, and its exit codes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pyarrow as pa
import pyarrow.parquet as pq
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
    told = run(saved)
    assert told.exit_code == 3
    assert "give it as --baseline" in told.stderr


@pytest.mark.parametrize(
    "wrong",
    [
        {"inputs": -1},
        {"copies": 10_000},
        {"errors": {"timeout": {"pages": 3, "of": 2}}},
        {"layouts": {"mobile": {"pages": -3, "of": -2}}},
        {"signs": {"route:page": {"pages": 30, "of": 20}}},
        {"signs": {"route:page": {"pages": 3, "of": 20, "effect": -1.0}}},
        {"signs": {"route:page": {"pages": 3, "of": 10**30}}},
        {"lengths": {"counts": {"100": 10_000}, "cuts": {}}},
        {"confidences": {"counts": {}, "cuts": {"80": {"pages": 2, "of": 1}}}},
    ],
)
def test_a_tally_with_numbers_that_no_batch_gives_is_refused(
    outputs: tuple[Path, Path], tmp_path: Path, wrong: dict[str, Any]
) -> None:
    now, then = outputs
    saved = tmp_path / "then.json"
    assert run(then, "--save", saved).exit_code == 0
    tally = json.loads(saved.read_text("utf-8"))
    (tally if wrong.keys() <= tally.keys() else tally["parts"][0]).update(wrong)
    saved.write_text(json.dumps(tally, separators=(",", ":")), "utf-8")
    told = run(now, "--baseline", saved)
    assert told.exit_code == 3, told.exception
    assert "it is no tally that this version reads" in told.stderr


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("confidence", pa.array([float("nan")])),
        ("confidence", pa.array([float("inf")])),
        ("confidence", pa.array([-0.5])),
        ("published_at", pa.array([9 * 10**18], pa.timestamp("us", "UTC"))),
        ("published_at", pa.array([-(10**18)], pa.timestamp("us", "Asia/Shanghai"))),
        ("text", pa.array([1])),
    ],
)
def test_a_column_with_values_that_no_row_has_is_refused(tmp_path: Path, name: str, column: pa.Array) -> None:
    columns = {"input": pa.array(["a.html"]), "layout": pa.array(["x"]), name: column}
    pq.write_table(pa.table(columns), tmp_path / "rows.parquet")
    told = run(tmp_path / "rows.parquet")
    assert (told.exit_code, told.stdout) == (3, ""), told.exception
    assert told.stderr.startswith(f"newsclean: {tmp_path / 'rows.parquet'}: ")


def test_what_a_table_does_not_show_is_counted_in_a_last_row(tmp_path: Path) -> None:
    from datetime import date

    rows = [made_row(n, date(2020 + n // 12, n % 12 + 1, 1), url=f"https://h{n:02}.cn/") for n in range(40)]
    rows += [made_row(50 + n, date(2024, 5, 1), published_at=None, url=None, input="a") for n in range(3)]
    shown = run(write_rows(tmp_path / "rows.jsonl", iter(rows))).stdout
    for title in ("Hosts", "Months of publication"):
        table = shown.split(f"\n{title}\n")[1].split("\n\n")[0].splitlines()[1:]
        assert sum(int(line.split()[-5]) for line in table) == 43
        assert any(" more " in line for line in table)
        assert any("(none)" in line for line in table)


def test_a_batch_of_errors_alone_has_no_empty_sections(tmp_path: Path) -> None:
    rows = [{"input": "a.html", "url": None, "error": {"kind": "empty", "message": "nothing"}}]
    shown = run(write_rows(tmp_path / "rows.jsonl", iter(rows))).stdout
    assert "Errors by kind" in shown
    assert "Pages by layout" not in shown
    assert "Fields that pages lack" not in shown


def test_standard_output_takes_one_thing_and_a_file_too(outputs: tuple[Path, Path], tmp_path: Path) -> None:
    now, _ = outputs
    assert run(now, "--html", "-").stdout.endswith("</html>\n")
    assert json.loads(run(now, "--save", "-").stdout)["newsclean"] == "tally"
    for arguments in (["--html", "-", "--save", "-"], ["--save", "-", "--format", "json"]):
        told = run(now, *arguments)
        assert (told.exit_code, told.stdout) == (2, "")
    same = tmp_path / "same"
    assert run(now, "--html", same, "--save", same).exit_code == 2
    assert not same.exists()


def test_passwords_in_rows_of_others_are_told_nowhere(tmp_path: Path) -> None:
    from datetime import date

    address = "https://ann:hunter22@h.cn/"
    rows = [made_row(n, date(2024, 5, 1), input=f"{address}{n}", url=f"{address}{n}") for n in range(30)]
    rows[3] |= {"source": None, "text": "x", "warnings": ["cut off"], "confidence": 0.1}
    rows.append({"input": address, "url": address, "error": {"kind": "timeout", "message": "no"}})
    output = write_rows(tmp_path / "rows.jsonl", iter(rows))
    for arguments in ([], ["--format", "json"], ["--html", "-"], ["--save", "-"]):
        told = run(output, *arguments)
        assert told.exit_code == 0
        assert "hunter22" not in told.output
    assert "https://***@h.cn/" in run(output).stdout


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


@pytest.mark.parametrize(
    ("output", "why"),
    [
        ("sqlite:///none.db", "sqlite:///none.db: there is no such file (file)"),
        ("postgresql://ann:s3cret@127.0.0.1:1/news", "the database cannot be opened"),
        ("ftp://ann:s3cret@a.example/news", "names no database that is known"),
        ("postgresql://ann:s3c/ret@a.example/news", "%40 %2F %3F %23"),
    ],
)
def test_a_database_that_cannot_be_read_is_one_line_without_its_password(output: str, why: str) -> None:
    told = run(output)
    assert told.exit_code == 3
    assert why in told.stderr
    assert len(told.stderr.splitlines()) == 1
    assert not re.search("s3c|ret@", told.output)
    assert run("x.parquet", "--table", "y").exit_code == 2
