"""A folder as a crawler left it: what is a page is read, whatever its name, and what is none is counted."""

from __future__ import annotations

import base64
import gzip
import json
import os
import threading
from collections import Counter
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import stand_in
from runs import rows_of, run

import newsclean
from newsclean.batch.folders import file_content
from newsclean.batch.inputs import read_inputs
from newsclean.cli.work import Request

PAGE = stand_in.page(1)
ARTICLE = (
    "<html><head><title>桥通了_新浪新闻</title></head><body><h1 class='main-title'>桥通了</h1>"
    "<div class='article' id='article'><p>　　老桥今天通车，车辆可以从两个方向过江。</p></div></body></html>"
)


def _saved(body: bytes) -> bytes:
    address = b"https://news.sina.com.cn/c/2024-01-31/doc-inaabcd1234567.shtml"
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: "
        + address
        + b"\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b--"\r\n\r\n\r\n'
        b"----b--\r\nContent-Type: text/css\r\nContent-Location: https://a.cn/a.css\r\n\r\np{}\r\n"
        b"----b--\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\nContent-Location: "
        + address
        + b"\r\n\r\n"
        + base64.encodebytes(body)
        + b"\r\n----b----\r\n"
    )


def _fill(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def test_pages_of_every_name_are_read_and_the_rest_is_counted(tmp_path: Path) -> None:
    pages = {
        "a.html": b"x",
        "b.html.gz": gzip.compress(PAGE),
        "doc-icezuev4202091": ARTICLE.encode(),
        "index.html?id=3": PAGE,
        "index.html?id=4": PAGE,
        "post": b"---\ntitle: a\n---\nb",
        "view.php": ARTICLE.encode(),
        "view.php?id=7&from=wap": ARTICLE.encode(),
    }
    others = {
        "a.css": b"p{}",
        "b.css": b"p{}",
        "code.php": b"<?php echo '<html>';",
        "data.json": b'{"html": "<html>"}',
        "list.txt": b"https://news.sina.com.cn/",
        "notes.txt": b"<html> is a tag",
        "README": b"words",
        "x.png": b"\x89PNG\r\n<html",
    }
    folder = _fill(tmp_path / "in", pages | others)
    left_out: Counter[str] = Counter()
    found = [
        record.input.removeprefix(f"{folder}/") for record in read_inputs([str(folder)], left_out=left_out)
    ]
    assert found == sorted(pages)
    assert left_out == {".css": 2, ".php": 1, ".json": 1, ".txt": 2, ".png": 1, "no suffix": 1}


def test_a_run_says_what_it_left_out_and_reads_packed_pages(tmp_path: Path) -> None:
    folder = _fill(tmp_path / "in", {"a.html.gz": gzip.compress(PAGE), "b.html?id=3": PAGE, "c.css": b"p{}"})
    line = run([folder], tmp_path / "docs").line()
    assert "2 articles" in line
    assert "1 files left out (.css 1)" in line
    assert sorted(path.name for path in (tmp_path / "docs").glob("*.md")) == ["a.md", "b-id=3.md"]


def test_a_packed_page_that_breaks_off_is_an_error_row(tmp_path: Path) -> None:
    run([_fill(tmp_path / "in", {"a.html.gz": gzip.compress(PAGE)[:-9]})], tmp_path / "o.jsonl")
    (row,) = rows_of(tmp_path / "o.jsonl")
    assert row["error"]["kind"] == "file"


@pytest.mark.parametrize("files", [{}, {"a.css": b"p{}", "b.css": b""}])
def test_a_folder_without_a_page_is_an_error(tmp_path: Path, files: dict[str, bytes]) -> None:
    folder = _fill(tmp_path / "in", files)
    folder.mkdir(exist_ok=True)
    summary = run([folder], tmp_path / "o.jsonl")
    (row,) = rows_of(tmp_path / "o.jsonl")
    assert (summary.failures, row["input"]) == (1, str(folder))
    assert row["error"]["message"].startswith("the folder holds no page")
    assert (".css 2" in row["error"]["message"]) == bool(files)


def test_what_a_run_wrote_is_no_input_of_a_later_one(tmp_path: Path) -> None:
    folder = _fill(tmp_path / "in", {"a.html": PAGE, "rows.jsonl": json.dumps({"html": "x"}).encode()})
    for name in ("o.jsonl", "o.jsonl.gz", "o.parquet", "docs"):
        run([folder / "a.html"], folder / name, resume=name == "o.jsonl")
    table = pa.table({"html": ["x"]})
    pq.write_table(table, folder / "mine.parquet")
    found = [record.input.removeprefix(f"{folder}/") for record in read_inputs([str(folder)])]
    assert found == ["a.html", "mine.parquet#0", "rows.jsonl#1", "docs/a.md"]
    assert len(list(read_inputs([str(folder / "o.jsonl")]))) == 1


@pytest.mark.parametrize("name", ["page.mhtml", "page.MHT"])
def test_a_page_saved_with_its_parts_is_a_page(tmp_path: Path, name: str) -> None:
    path = _fill(tmp_path, {name: _saved(ARTICLE.encode())}) / name
    run([path], tmp_path / "o.jsonl", parser="newsclean:parse")
    (row,) = rows_of(tmp_path / "o.jsonl")
    plain = Request(None, {}).article_of(str(path))
    assert row["title"] == plain.title == "桥通了"
    assert row["url"] == plain.url == "https://news.sina.com.cn/c/2024-01-31/doc-inaabcd1234567.shtml"
    assert plain.blocks == newsclean.parse(ARTICLE, url=plain.url).blocks


def test_a_message_without_a_page_is_told(tmp_path: Path) -> None:
    _fill(
        tmp_path, {"a.mhtml": b"Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n"}
    )
    run([tmp_path / "a.mhtml"], tmp_path / "o.jsonl")
    (row,) = rows_of(tmp_path / "o.jsonl")
    assert row["error"]["kind"] == "not_html"


@pytest.mark.parametrize("name", ["page.html", "page.html.gz"])
@pytest.mark.parametrize("most", [0, 9, 10, 11, 50_000])
def test_of_a_file_no_more_than_a_byte_beyond_the_limit_is_read(tmp_path: Path, name: str, most: int) -> None:
    path, content = tmp_path / name, b"0123456789"
    path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    assert file_content(str(path), most) == content[: most + 1]


@pytest.mark.skipif(os.name == "nt", reason="pipes are other things there")
def test_a_pipe_which_has_no_size_is_read_to_its_end(tmp_path: Path) -> None:
    pipe, content = tmp_path / "pipe", b"0123456789"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(content,))
    writer.start()
    assert file_content(str(pipe), 50) == content
    writer.join()
