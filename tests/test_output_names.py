"""What ``-o NAME`` writes: the suffix says the format, the same in the plain form and in a batch."""

from __future__ import annotations

import csv
import gzip
import json
import sqlite3
from pathlib import Path

import pyarrow.parquet
import pytest
import zstandard

import newsclean
from test_cli import PAGE, TEXT, process, run

ARTICLE = newsclean.parse(PAGE)


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    return str(path)


BODIES = {
    "a.txt": TEXT,
    "a.html": ARTICLE.html + "\n",
    "a.htm": ARTICLE.html + "\n",
    "a.md": ARTICLE.to_markdown(head=True),
    "A.MD": ARTICLE.to_markdown(head=True),
    "a.markdown": ARTICLE.to_markdown(head=True),
    "a.json": ARTICLE.to_json() + "\n",
    "a.jsonl": ARTICLE.to_json() + "\n",
    "a.ndjson": ARTICLE.to_json() + "\n",
    "a": TEXT,
}


@pytest.mark.parametrize("name", BODIES)
def test_the_suffix_says_what_is_written(page: str, tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    result = run(page, "-o", str(out))
    assert (result.exit_code, result.output) == (0, "")
    body = BODIES[name]
    said = out.read_text("utf-8")
    if name.lower().endswith((".json", ".jsonl", ".ndjson")):
        assert json.loads(said)["title"] == json.loads(body)["title"]
    else:
        assert said == body


@pytest.mark.parametrize("command", [(), ("batch",)])
@pytest.mark.parametrize("name", ["a.doc", "a.cvs", "a.jsonl.bz2", "notes.v2"])
def test_a_suffix_that_nobody_knows_is_a_usage_error(
    page: str, tmp_path: Path, command: tuple[str, ...], name: str
) -> None:
    result = run(*command, page, "-o", str(tmp_path / name))
    assert result.exit_code == 2
    assert "names no format" in result.stderr
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("md", "# 桥通车了\n"),
        ("txt", "老桥今天通车"),
        ("fm", "---\ntitle: '桥通车了'\n"),
        ("jsonl", '{"schema_version"'),
    ],
)
def test_format_wins_and_has_short_names(page: str, tmp_path: Path, name: str, beginning: str) -> None:
    assert run(page, "--format", name).stdout.startswith(beginning)
    assert run(page, "--format", name, "-o", str(tmp_path / "a.csv")).exit_code == 0
    assert (tmp_path / "a.csv").read_text("utf-8").startswith(beginning)
    assert run(page, "--format", name, "-o", str(tmp_path / "a.doc")).exit_code == 0


def test_markdown_carries_its_head_in_a_file_alone_unless_told(page: str, tmp_path: Path) -> None:
    out = tmp_path / "a.md"
    assert run(page, "--format", "md").stdout.startswith("# 桥通车了")
    assert run(page, "--format", "md", "-o", "-").stdout.startswith("# 桥通车了")
    assert run(page, "--format", "md", "--head").stdout == ARTICLE.to_markdown(head=True)
    assert run(page, "-o", str(out), "--no-head").exit_code == 0
    assert out.read_text("utf-8") == ARTICLE.markdown + "\n"
    assert run(page, "--head").exit_code == 2


def test_a_table_for_spreadsheets_has_a_mark_and_a_row_an_article(page: str, tmp_path: Path) -> None:
    out = tmp_path / "a.csv"
    assert run(page, page, "-o", str(out)).exit_code == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfinput,url,title,")
    with open(out, encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 2
    assert (rows[0]["title"], rows[0]["editor"], rows[0]["text"]) == ("桥通车了", "李四", TEXT.rstrip("\n"))
    assert rows[0]["images"] == "https://n.sinaimg.cn/a/1.jpg"
    assert rows[0]["input"] == page
    assert "blocks" not in rows[0]


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE.replace("桥通车了", '=HYPERLINK("x")'), "utf-8")
    out = tmp_path / "a.csv"
    assert run(str(path), "-o", str(out)).exit_code == 0
    with open(out, encoding="utf-8-sig", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert row["title"] == '\'=HYPERLINK("x")'


def test_packed_lines_and_tables_are_written_whole(page: str, tmp_path: Path) -> None:
    for name in ("a.jsonl.gz", "a.jsonl.zst", "a.parquet", "a.sqlite"):
        result = run(page, page, "-o", str(tmp_path / name))
        assert (result.exit_code, result.output) == (0, ""), name
    lines = gzip.decompress((tmp_path / "a.jsonl.gz").read_bytes())
    assert lines.count(b"\n") == 2
    with zstandard.open(tmp_path / "a.jsonl.zst", "rb") as stream:
        assert stream.read() == lines
    table = pyarrow.parquet.read_table(tmp_path / "a.parquet")
    assert (table["title"].to_pylist(), table["input"].to_pylist()) == (["桥通车了"] * 2, [page] * 2)
    assert table.schema.metadata[b"newsclean.rules"] == ARTICLE.rules.encode()
    database = sqlite3.connect(tmp_path / "a.sqlite")
    assert database.execute("SELECT input, title FROM article").fetchall() == [(page, "桥通车了")]
    database.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "a.jsonl.gz",
        "a.jsonl.zst",
        "a.parquet",
        "a.sqlite",
        "page.html",
    ]


@pytest.mark.parametrize("args", [["--format", "parquet"], ["--format", "sqlite", "-o", "-"]])
def test_what_is_no_stream_needs_a_file(page: str, args: list[str]) -> None:
    result = run(page, *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "name one with -o" in result.stderr


# --- batch -------------------------------------------------------------------------------------------------


@pytest.fixture
def pages(tmp_path: Path) -> str:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.html").write_text(PAGE, "utf-8")
    (folder / "c.html").write_text("<html><title>页面没有找到</title></html>", "utf-8")
    return str(folder)


def batch(*args: str) -> None:
    done = process("batch", *args, "--ordered", "--jobs", "1")
    assert (done.returncode, done.stdout) == (1, b""), done.stderr


@pytest.mark.parametrize(
    ("name", "args", "expected"),
    [
        ("o.txt", [], f"{TEXT}\n{TEXT}"),
        ("o.html", [], f"{ARTICLE.html}\n\n{ARTICLE.html}\n"),
        ("o.md", [], f"{ARTICLE.to_markdown(head=True)}\n{ARTICLE.to_markdown(head=True)}"),
        ("o.md", ["--no-head"], f"{ARTICLE.markdown}\n\n---\n\n{ARTICLE.markdown}\n"),
        ("o.md", ["--format", "fm"], ARTICLE.to_front_matter() * 2),
        ("o.doc", ["--format", "txt"], f"{TEXT}\n{TEXT}"),
    ],
)
def test_a_batch_writes_documents_into_one_file(
    pages: str, tmp_path: Path, name: str, args: list[str], expected: str
) -> None:
    batch(pages, "-o", str(tmp_path / name), *args)
    assert (tmp_path / name).read_text("utf-8") == expected


def test_a_batch_writes_a_table_for_spreadsheets_and_goes_on_with_it(pages: str, tmp_path: Path) -> None:
    out = tmp_path / "o.csv"
    batch(pages, "-o", str(out), "--resume")
    (Path(pages) / "d.html").write_text(PAGE, "utf-8")
    assert process("batch", pages, "-o", str(out), "--resume", "--jobs", "1").returncode == 0
    assert out.read_bytes().count(b"\xef\xbb\xbf") == 1
    with open(out, encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["title"] for row in rows] == ["桥通车了", "桥通车了", "", "桥通车了"]
    assert rows[2]["error_kind"] == "removed"


@pytest.mark.parametrize(
    ("args", "name", "beginning"),
    [
        ([], "a.md", "---\ntitle:"),
        (["--no-head"], "a.md", "# 桥"),
        (["--format", "txt"], "a.txt", "老桥"),
        (["--format", "html"], "a.html", "<"),
    ],
)
def test_a_batch_writes_a_folder_of_documents(
    pages: str, tmp_path: Path, args: list[str], name: str, beginning: str
) -> None:
    for folder in ("docs", "docs.v2/"):
        batch(pages, "-o", f"{tmp_path}/{folder}", *args)
        assert (tmp_path / folder / name).read_text("utf-8").startswith(beginning)
        assert (tmp_path / folder / "index.jsonl").read_text("utf-8").count("\n") == 3


@pytest.mark.parametrize(
    ("args", "beginning", "lines"),
    [([], b'{"input":', 3), (["--format", "csv"], b"\xef\xbb\xbfinput,", 4), (["--format", "md"], b"# ", 15)],
)
def test_a_batch_pours_into_standard_output(
    pages: str, args: list[str], beginning: bytes, lines: int
) -> None:
    done = process("batch", pages, "-o", "-", "--jobs", "1", *args)
    assert done.returncode == 1
    assert done.stdout.startswith(beginning)
    assert done.stdout.count(b"\n") == lines
    assert "→ standard output" in done.stderr.decode()


@pytest.mark.parametrize("args", [["--format", "parquet"], ["--resume"], ["--head"]])
def test_what_a_stream_cannot_do_is_a_usage_error(pages: str, args: list[str]) -> None:
    done = process("batch", pages, "-o", "-", *args)
    assert (done.returncode, done.stdout) == (2, b"")
