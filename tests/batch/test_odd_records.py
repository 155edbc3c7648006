"""Records of every oddness become a row each: halves of characters, JSON nested without end, passwords in addresses."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet
import pytest
from click.testing import CliRunner
from runs import rows_of

from newsclean.batch import Summary
from newsclean.cli import batch as command
from newsclean.cli.batch import batch

PAGE = '<h1 class="main-title">桥通了</h1><div id="article"><p>　　老桥今天通车，两岸都来看。</p></div>'
HALF = "\ud83d"
OUTPUTS = pytest.mark.parametrize("name", ["o.jsonl", "o.parquet", "o.sqlite", "docs"])


def _clean(inputs: list[str], out: Path, *flags: str, stdin: bytes | None = None) -> str:
    """Run the command; what it wrote to standard error."""
    arguments = [*inputs, "-o", str(out), "--jobs", "1", *flags]
    done = subprocess.run(
        [sys.executable, "-m", "newsclean", "batch", *arguments],
        input=stdin,
        capture_output=True,
        timeout=120,
    )
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stderr.decode()


def _inputs(out: Path) -> list[str]:
    if out.suffix == ".parquet":
        return list(pyarrow.parquet.read_table(out)["input"].to_pylist())
    if out.suffix == ".sqlite":
        with closing(sqlite3.connect(out)) as database:
            return [name for (name,) in database.execute("SELECT input FROM article")]
    return [row["input"] for row in rows_of(out / "index.jsonl" if out.is_dir() else out)]


def _lines(*rows: object) -> bytes:
    return b"".join(row if isinstance(row, bytes) else json.dumps(row).encode() + b"\n" for row in rows)


ODD = _lines(
    {"html": PAGE, "input": "first"},
    {"html": PAGE, "input": f"half {HALF}"},
    {"html": PAGE, "input": "address", "url": f"https://finance.sina.com.cn/{HALF}.shtml"},
    {"html": "no page", "input": "failed", "url": f"https://finance.sina.com.cn/{HALF}.shtml"},
    {"url": f"https://127.0.0.1:9/{HALF}.shtml"},
    {"html": PAGE, "input": "type", "content_type": f"text/html; charset={HALF}"},
    {"html": PAGE.replace("桥通了", f"桥{HALF}"), "input": "text"},
    b'{"input": "deep", "html": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n",
    b"[" * 100_000 + b"\n",
    b"\xff\xfe{}\n",
    b'{"input": 3, "html": "<p>"}\n',
    {"html": PAGE, "input": "last"},
)
NAMES = [
    "address",
    "failed",
    "first",
    "half \\ud83d",
    "https://127.0.0.1:9/\\ud83d.shtml",
    "last",
    "text",
    "type",
]


@pytest.mark.parametrize(
    ("name", "flags"),
    [
        ("o.jsonl", ("--ordered", "--resume")),
        ("o.parquet", ("--resume",)),
        ("o.parquet", ("--dedup", "text")),
        ("o.sqlite", ()),
        ("docs", ()),
    ],
)
def test_each_odd_line_is_one_row(tmp_path: Path, name: str, flags: tuple[str, ...]) -> None:
    given, out = tmp_path / "in.jsonl", tmp_path / name
    given.write_bytes(ODD)
    told = _clean([str(given)], out, *flags)
    assert "12 pages" in told
    found = sorted(_inputs(out))
    assert found == sorted([*NAMES, *(f"{given}#{number}" for number in (8, 9, 10, 11))])
    if "--resume" in flags:
        assert "12 done before" in _clean([str(given)], out, *flags)
        assert sorted(_inputs(out)) == found


def test_the_rows_say_what_was_odd(tmp_path: Path) -> None:
    given, out = tmp_path / "in.jsonl", tmp_path / "o.jsonl"
    given.write_bytes(ODD)
    _clean([str(given)], out)
    rows = {row["input"]: row for row in rows_of(out)}
    assert rows["address"]["url"] == rows["failed"]["url"] == "https://finance.sina.com.cn/\ufffd.shtml"
    assert "half a character" in rows["address"]["warnings"][0]
    assert "half a character" in rows["https://127.0.0.1:9/\\ud83d.shtml"]["error"]["message"]
    assert rows[f"{given}#9"]["error"] == {"kind": "input", "message": "JSON that is nested too deeply"}


def test_odd_lines_of_standard_input_are_rows(tmp_path: Path) -> None:
    assert "12 pages" in _clean(["-"], tmp_path / "o.parquet", stdin=ODD)


def test_strings_of_parquet_that_are_none_are_rows(tmp_path: Path) -> None:
    given, out = tmp_path / "in.parquet", tmp_path / "o.parquet"
    names = pa.array([b"a", b"\xff\xfe", b"c"], pa.binary()).view(pa.string())
    pages = pa.array([PAGE.encode(), PAGE.encode(), PAGE.encode("gb18030")], pa.binary()).view(pa.string())
    pyarrow.parquet.write_table(pa.table({"input": names, "html": pages}), given)
    assert "3 articles" in _clean([str(given)], out)
    assert sorted(_inputs(out)) == ["\\xff\\xfe", "a", "c"]


ADDRESS = "https://zoe9:pa55word@127.0.0.1:9/a.html"


@OUTPUTS
def test_no_row_and_no_line_tells_a_password(tmp_path: Path, name: str) -> None:
    given, out = tmp_path / "in.jsonl", tmp_path / name
    given.write_bytes(
        _lines(
            {"html": PAGE, "input": ADDRESS, "url": ADDRESS},
            {"html": PAGE, "url": ADDRESS.replace("/a.", "/b.")},
            {"html": "none", "input": "failed", "url": ADDRESS},
            {"url": ADDRESS.replace("a.html", "c.html")},
            {"url": "https://zoe9:pa55word@h:x/"},
            {"url": "ftp://zoe9:pa55word@h/"},
        )
    )
    listed = tmp_path / "list.txt"
    listed.write_text(f"{ADDRESS}?d\nftp://zoe9:pa55word@h/f\nhttps:zoe9:pa55word@h/f\n", "utf-8")
    told = _clean([str(given), str(listed), f"{ADDRESS}?e"], out, "--dedup", "url", "--resume")
    assert "10 pages" in told
    left = [
        path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and path not in (given, listed)
    ]
    for written in (told.encode(), *left):
        assert b"pa55word" not in written
        assert b"zoe9" not in written
    assert "10 done before" in _clean(
        [str(given), str(listed), f"{ADDRESS}?e"], out, "--dedup", "url", "--resume"
    )


def test_the_command_to_go_on_with_tells_no_password(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    summary = Summary(stopped="SIGINT")
    monkeypatch.setattr(command, "run_batch", lambda *_, **__: summary)
    arguments = [ADDRESS, "-o", str(tmp_path / "o.jsonl")]
    monkeypatch.setattr(sys, "argv", ["newsclean", "batch", *arguments])
    result = CliRunner().invoke(batch, arguments)
    assert "pa55word" not in result.output
    assert "https://***@127.0.0.1:9/a.html" in result.stderr
