"""What came in beside the pages comes out beside the articles, from every input to every output."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import stand_in
from runs import rows_of, run

from newsclean.batch.rows import NAMES


def _page(number: int, does: str = "") -> str:
    return stand_in.page(number, does=does).decode()


def _rows() -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = [
        {"id": 1, "label": "甲", "title": "旧"},
        {"id": 2, "tags": ["a", "b"]},
        {"id": 3, "score": 0.5},
        {"id": "four", "score": 1},
    ]
    deeds = ["", "no-body", "", ""]
    return [{"html": _page(at, deeds[at]), "url": None, **row} for at, row in enumerate(told)]


def _jsonl(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def _kept(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in NAMES and value is not None}


def test_keys_of_json_lines_come_out_in_articles_errors_and_copies(tmp_path: Path) -> None:
    rows = [*_rows(), {**_rows()[0], "input": "again", "id": 5}]
    run([_jsonl(tmp_path / "in.jsonl", rows)], tmp_path / "o.jsonl", ordered=True, dedup="text")
    found = rows_of(tmp_path / "o.jsonl")
    assert [_kept(row) for row in found] == [
        {"id": 1, "label": "甲", "input_title": "旧"},
        {"id": 2, "tags": ["a", "b"]},
        {"id": 3, "score": 0.5},
        {"id": "four", "score": 1},
        {"id": 5, "label": "甲", "input_title": "旧"},
    ]
    assert (found[0]["title"], found[1]["error"]["kind"]) == ("第0条", "no_body")
    assert found[4]["duplicate_of"] is not None


@pytest.mark.parametrize(
    ("keep", "names"), [(("id",), {"id"}), ((), set()), (("title", "no"), {"input_title"})]
)
def test_keep_chooses(tmp_path: Path, keep: tuple[str, ...], names: set[str]) -> None:
    run([_jsonl(tmp_path / "in.jsonl", _rows()[:1])], tmp_path / "o.jsonl", keep=keep)
    assert set(_kept(rows_of(tmp_path / "o.jsonl")[0])) == names


def test_columns_come_out_as_columns_of_their_type(tmp_path: Path) -> None:
    pages = pa.table({"html": [_page(at) for at in range(40)], "id": range(40), "title": ["旧"] * 40})
    pq.write_table(pages, tmp_path / "in.parquet")
    run([tmp_path / "in.parquet"], tmp_path / "o.parquet", commit_rows=7, ordered=True)
    found = pq.read_table(tmp_path / "o.parquet")
    assert (found["id"].to_pylist(), found.schema.field("id").type) == ([*range(40)], pa.int64())
    assert (set(found["input_title"].to_pylist()), found["title"][1].as_py()) == ({"旧"}, "第1条")


def test_values_of_several_types_share_a_column_of_text(tmp_path: Path) -> None:
    run(
        [_jsonl(tmp_path / "in.jsonl", _rows())],
        tmp_path / "o.parquet",
        commit_rows=1,
        chunk_pages=1,
        ordered=True,
    )
    found = pq.read_table(tmp_path / "o.parquet")
    assert found["id"].to_pylist() == ["1", "2", "3", "four"]
    assert found["score"].to_pylist() == [None, None, 0.5, 1.0]
    assert found["tags"].to_pylist() == [None, '["a", "b"]', None, None]


def test_a_finished_file_takes_new_columns(tmp_path: Path) -> None:
    out = tmp_path / "o.parquet"
    run([_jsonl(tmp_path / "a.jsonl", [{"html": _page(0), "url": None}])], out, resume=True)
    run([_jsonl(tmp_path / "b.jsonl", [{"html": _page(1), "url": None, "id": 7}])], out, resume=True)
    assert pq.read_table(out)["id"].to_pylist() == [None, 7]


def test_tables_and_folders_hold_them_too(tmp_path: Path) -> None:
    source = _jsonl(tmp_path / "in.jsonl", _rows()[:2])
    for name in ("o.csv", "o.sqlite", "docs"):
        run([source], tmp_path / name, ordered=True)
    with open(tmp_path / "o.csv", encoding="utf-8-sig", newline="") as stream:
        told = [json.loads(row["kept"]) for row in csv.DictReader(stream)]
    assert told == [{"id": 1, "label": "甲", "input_title": "旧"}, {"id": 2, "tags": ["a", "b"]}]
    database = sqlite3.connect(tmp_path / "o.sqlite")
    assert [json.loads(row)["id"] for (row,) in database.execute("SELECT json FROM article")] == [1, 2]
    database.close()
    assert [row["id"] for row in rows_of(tmp_path / "docs" / "index.jsonl")] == [1, 2]


def test_what_an_archive_says_of_a_capture_comes_out(tmp_path: Path) -> None:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + stand_in.page(1)
    record = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2022-03-08T13:17:00Z\r\n"
        b"WARC-Target-URI: http://x/a\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n"
        % len(body)
    )
    (tmp_path / "in.warc").write_bytes(record + body + b"\r\n\r\n")
    run([tmp_path / "in.warc"], tmp_path / "o.jsonl")
    (row,) = rows_of(tmp_path / "o.jsonl")
    assert _kept(row) == {"warc_date": "2022-03-08T13:17:00Z", "warc_record_id": "<urn:uuid:1>"}


def test_a_page_that_is_a_number_is_told(tmp_path: Path) -> None:
    run([_jsonl(tmp_path / "in.jsonl", [{"html": 5, "url": "http://x/a"}])], tmp_path / "o.jsonl")
    (row,) = rows_of(tmp_path / "o.jsonl")
    assert row["error"] == {"kind": "input", "message": "its html is int, and no text"}
