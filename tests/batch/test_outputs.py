"""Every kind of output holds every row, in the form its readers expect."""

from __future__ import annotations

import gzip
import json
import sqlite3
from pathlib import Path

import pyarrow.dataset
import pyarrow.parquet
import pytest
import stand_in
import yaml
import zstandard
from runs import make_pages, rows_of, run

from newsclean.batch import CannotRun, MissingExtra, Summary
from newsclean.batch.arrow_schema import ROW_SCHEMA
from newsclean.batch.optional import need

DEEDS = {3: "no-body"}


def test_an_article_row_is_the_articles_json_with_its_input(tmp_path: Path) -> None:
    pages = make_pages(tmp_path, 1)
    run([pages], tmp_path / "o.jsonl")
    (row,) = rows_of(tmp_path / "o.jsonl")
    article = stand_in.parse(stand_in.page(0))
    assert row == {
        "input": str(pages / "00000.html"),
        **article.to_dict(),
        "error": None,
        "duplicate_of": None,
    }


def test_an_error_row_has_its_input_and_says_what_failed(tmp_path: Path) -> None:
    pages = make_pages(tmp_path, 1, {0: "no-body"})
    run([pages], tmp_path / "o.jsonl")
    (row,) = rows_of(tmp_path / "o.jsonl")
    error = {"kind": "no_body", "message": "no body found"}
    assert row == {"input": str(pages / "00000.html"), "url": None, "error": error, "duplicate_of": None}


def test_all_file_formats_hold_the_same_rows(tmp_path: Path) -> None:
    pages = make_pages(tmp_path, 30, DEEDS)
    outs = [tmp_path / name for name in ("o.jsonl", "o.jsonl.gz", "o.jsonl.zst", "o.ndjson", "o.sqlite")]
    for out in outs:
        run([pages], out, ordered=True, commit_rows=7)
    plain = outs[0].read_bytes()
    assert gzip.decompress(outs[1].read_bytes()) == plain
    with zstandard.open(outs[2], "rb", dctx=zstandard.ZstdDecompressor()) as stream:
        first = stream.read()
    assert plain.startswith(first)
    with open(outs[2], "rb") as packed:
        reader = zstandard.ZstdDecompressor().stream_reader(packed, read_across_frames=True)
        assert reader.read() == plain
    assert outs[3].read_bytes() == plain
    database = sqlite3.connect(outs[4])
    found = [json.loads(text) for (text,) in database.execute("SELECT json FROM article ORDER BY input")]
    kinds = database.execute("SELECT input, error_kind FROM article WHERE error_kind IS NOT NULL").fetchall()
    database.close()
    assert found == rows_of(outs[0])
    assert kinds == [(str(pages / "00003.html"), "no_body")]


def test_parquet_is_one_file_with_the_published_schema(tmp_path: Path) -> None:
    pages = make_pages(tmp_path, 30, DEEDS)
    run([pages], tmp_path / "o.parquet", ordered=True, commit_rows=7)
    run([pages], tmp_path / "o.jsonl", ordered=True)
    table = pyarrow.parquet.read_table(tmp_path / "o.parquet")
    assert table.schema.equals(ROW_SCHEMA, check_metadata=True)
    rows = rows_of(tmp_path / "o.jsonl")
    for name in ("input", "title", "text", "error", "duplicate_of", "authors"):
        assert table[name].to_pylist() == [row.get(name) for row in rows]
    assert [t and t.isoformat() for t in table["published_at"].to_pylist()] == [
        row.get("published_at") for row in rows
    ]


@pytest.mark.parametrize(("key", "by"), [("day", "day"), ("section", "channel")])
def test_parquet_in_partitions_is_read_as_one_table(key: str, by: str, tmp_path: Path) -> None:
    out = tmp_path / "o.parquet"
    run([make_pages(tmp_path, 60, DEEDS)], out, partition_by=by, commit_rows=25)
    table = pyarrow.dataset.dataset(out, partitioning="hive").to_table()
    assert table.num_rows == 60
    for row in table.select([key, "published_at", "channel", "error"]).to_pylist():
        day = row["published_at"] and row["published_at"].date().isoformat()
        assert row[key] == (day if by == "day" else (row["channel"] or [None])[0])


@pytest.mark.parametrize("name", ["o.jsonl", "o.parquet", "o.sqlite", "docs"])
def test_an_article_that_no_output_can_hold_is_an_error_row_and_costs_no_other(
    name: str, tmp_path: Path
) -> None:
    summary = run([make_pages(tmp_path, 10, {4: "odd"})], tmp_path / name)
    assert (summary.articles, summary.failures) == (9, 1)


def test_only_parquet_is_partitioned(tmp_path: Path) -> None:
    with pytest.raises(CannotRun, match=r"\.parquet"):
        run([tmp_path], tmp_path / "o.jsonl", partition_by="day")


@pytest.mark.parametrize("form", ["markdown", "frontmatter"])
def test_documents_keep_their_names_and_the_index_has_a_line_for_each_input(
    form: str, tmp_path: Path
) -> None:
    pages = make_pages(tmp_path, 5, DEEDS)
    (pages / "sub").mkdir()
    (pages / "00000.html").rename(pages / "sub" / "a b.html")
    out = tmp_path / "docs"
    run([pages], out, format=form)
    written = sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())
    assert written == ["00001.md", "00002.md", "00004.md", "index.jsonl", "sub/a b.md"]
    index = {row["input"]: row.get("file") for row in rows_of(out / "index.jsonl")}
    assert index[str(pages / "sub" / "a b.html")] == "sub/a b.md"
    assert index[str(pages / "00003.html")] is None
    head, body = (out / "00001.md").read_text(encoding="utf-8").removeprefix("---\n").split("\n---\n", 1)
    assert yaml.safe_load(head)["title"] == "第1条"
    assert "第1条新闻的正文" in body
    assert ("<p>" in body) == (form == "frontmatter")


def test_two_inputs_of_one_name_become_two_documents(tmp_path: Path) -> None:
    for number, name in enumerate(("a.html", "a.htm")):
        (tmp_path / "pages").mkdir(exist_ok=True)
        (tmp_path / "pages" / name).write_bytes(stand_in.page(number))
    run([tmp_path / "pages"], tmp_path / "docs")
    names = {row["file"] for row in rows_of(tmp_path / "docs" / "index.jsonl")}
    assert len(names) == 2
    assert "a.md" in names
    assert all((tmp_path / "docs" / name).exists() for name in names)


def test_a_page_without_a_file_name_is_named_by_its_document(tmp_path: Path) -> None:
    rows = [{"html": stand_in.page(number).decode()} for number in range(2)]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    run([tmp_path / "rows.jsonl"], tmp_path / "docs")
    assert sorted(path.name for path in (tmp_path / "docs").glob("*.md")) == ["id0.md", "id1.md"]


def test_a_folder_and_a_file_are_not_taken_for_each_other(tmp_path: Path) -> None:
    (tmp_path / "o.jsonl").mkdir()
    with pytest.raises(CannotRun, match="is a folder"):
        run([make_pages(tmp_path, 1)], tmp_path / "o.jsonl")


def test_an_empty_input_is_an_empty_output(tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").touch()
    run([tmp_path / "none.jsonl"], tmp_path / "o.jsonl")
    run([tmp_path / "none.jsonl"], tmp_path / "o.parquet")
    assert (tmp_path / "o.jsonl").read_bytes() == b""
    assert pyarrow.parquet.read_table(tmp_path / "o.parquet").num_rows == 0


def test_a_missing_package_is_named_with_the_extra_that_brings_it() -> None:
    with pytest.raises(MissingExtra, match=r"\(the extra warc\); install it with: pip install 'brotli>="):
        need("no_such_package.part", "warc")


def test_the_summary_is_one_line_with_counts_by_layout_and_kind() -> None:
    summary = Summary(copies=2, skipped=7, seconds=2.0, out="o.jsonl")
    summary.layouts.update({"news-2019": 1500, "blog": 3})
    summary.errors.update({"no_body": 4})
    assert summary.line() == (
        "1,509 pages in 2.0 s (754/s): 1,503 articles (news-2019 1,500, blog 3), 2 copies, "
        "4 errors (no_body 4), 7 done before → o.jsonl"
    )
