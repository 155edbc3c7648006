"""Every kind of input becomes records, one row each, whatever is wrong with it."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import stand_in
import zstandard
from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType
from runs import make_pages, rows_of, run

from newsclean.article import Article
from newsclean.batch.fetching import Parse
from newsclean.batch.inputs import read_inputs, total_bytes
from newsclean.batch.records import Record
from newsclean.errors import FetchError
from newsclean.page import Page

ADDRESS = "https://news.sina.com.cn/c/2024-01-31/doc-1.shtml"


def _records(*inputs: object, leave_out: Path | None = None) -> list[Record]:
    return list(read_inputs([str(each) for each in inputs], leave_out=leave_out))


def test_a_folder_gives_its_pages_documents_and_containers_in_order(tmp_path: Path) -> None:
    for name in ("b.html", "a.SHTML", "sub/c.md", "note.txt", "x.png", ".hidden.html", ".git/d.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "rows.jsonl").write_text('{"html": "x"}\n')
    found = [record.input.removeprefix(f"{tmp_path}/") for record in _records(tmp_path)]
    assert found == ["a.SHTML", "b.html", "rows.jsonl#1", "sub/c.md"]


def test_a_folder_inside_the_input_that_is_the_output_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    for name in ("a.html", "out/b.html"):
        (tmp_path / name).write_bytes(b"x")
    assert len(_records(tmp_path, leave_out=(tmp_path / "out").resolve())) == 1
    assert len(_records(tmp_path / "out", leave_out=(tmp_path / "out").resolve())) == 1


def test_a_glob_is_expanded_unless_a_file_has_that_very_name(tmp_path: Path) -> None:
    for name in ("a1.html", "a2.html", "b.html", "a[1].html"):
        (tmp_path / name).write_bytes(b"x")
    assert [Path(each.input).name for each in _records(tmp_path / "a?.html")] == ["a1.html", "a2.html"]
    assert [Path(each.input).name for each in _records(tmp_path / "a[1].html")] == ["a[1].html"]


def test_a_missing_file_is_an_error_row(tmp_path: Path) -> None:
    run([tmp_path / "no.html", tmp_path / "no.jsonl", tmp_path / "no*.html"], tmp_path / "o.jsonl")
    kinds = [row["error"]["kind"] for row in rows_of(tmp_path / "o.jsonl")]
    assert kinds == ["file", "file", "file"]


def test_a_list_holds_addresses_and_paths_and_comments(tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text(f"# mine\n{ADDRESS}\n\n/pages/one.html\n", encoding="utf-8")
    first, second = _records(listed)
    assert (first.input, first.url, first.to_fetch) == (ADDRESS, ADDRESS, True)
    assert (second.path, second.stem, second.to_fetch) == ("/pages/one.html", "one", False)


@pytest.mark.parametrize(
    ("suffix", "pack"), [("", bytes), (".gz", gzip.compress), (".zst", zstandard.compress)]
)
def test_json_lines_are_read_compressed_or_not(
    suffix: str, pack: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    lines = [{"html": "<p>", "url": ADDRESS, "content_type": "text/html"}, {"url": ADDRESS}, {"id": 3}, [4]]
    text = "\n".join(json.dumps(line) for line in lines) + "\n\nnot json\n"
    path = tmp_path / f"rows.jsonl{suffix}"
    path.write_bytes(pack(text.encode()))
    whole, address, neither, no_object, no_json = _records(path)
    assert (whole.input, whole.content, whole.url) == (f"{path}#1", "<p>", ADDRESS)
    assert whole.content_type == "text/html"
    assert (address.input, address.to_fetch) == (ADDRESS, True)
    assert [each.error and each.error[0] for each in (neither, no_object, no_json)] == ["input"] * 3
    assert no_json.input == f"{path}#6"


def test_a_compressed_file_that_breaks_off_gives_what_it_has_and_says_so(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"html": str(number) * 50}) + "\n" for number in range(2000))
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress(lines.encode())[:-2000])
    *whole, last = _records(path)
    assert whole
    assert last.error is not None
    assert last.error[0] == "file"


@pytest.mark.parametrize("kind", [pa.string(), pa.binary(), pa.large_string(), pa.large_binary()])
def test_parquet_rows_are_read_from_text_and_bytes(kind: pa.DataType, tmp_path: Path) -> None:
    path = tmp_path / "pages.parquet"
    html = pa.array([b"one", b"two", None], pa.binary()).cast(kind)
    pq.write_table(pa.table({"html": html, "url": [ADDRESS, None, ADDRESS], "other": [1, 2, 3]}), path)
    one, two, three = _records(path)
    assert (one.input, one.url) == (f"{path}#0", ADDRESS)
    assert two.content in ("two", b"two")
    assert three.to_fetch


def test_a_file_that_only_calls_itself_parquet_is_an_error_row(tmp_path: Path) -> None:
    path = tmp_path / "pages.parquet"
    path.write_bytes(b"PAR1 no")
    (record,) = _records(path)
    assert record.error is not None


def _capture(url: str, body: bytes, status: int = 200, kind: str = "text/html; charset=gb2312") -> WarcRecord:
    record = WarcRecord()
    record.init_headers(record_type=WarcRecordType.response)
    record.headers.set("WARC-Target-URI", url)
    record.is_http = True
    head = f"HTTP/1.1 {status} OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    record.set_bytes_content(head.encode() + body)
    return record


def _warc(path: Path, *captures: WarcRecord) -> Path:
    with open(path, "wb") as stream:
        for capture in captures:
            packed: Any = GzipWriter(stream) if path.suffix == ".gz" else stream
            capture.write(packed)
            if path.suffix == ".gz":
                packed.finish()
    return path


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_a_warc_gives_each_response_as_a_page_or_as_what_is_wrong_with_it(name: str, tmp_path: Path) -> None:
    path = _warc(
        tmp_path / name,
        _capture(ADDRESS, b"page"),
        _capture(f"{ADDRESS}?2", b"gone", status=404),
        _capture(f"{ADDRESS}?3", b"\x89PNG", kind="image/png"),
    )
    page, gone, picture = _records(path)
    assert (page.content, page.url, page.content_type) == (b"page", ADDRESS, "text/html; charset=gb2312")
    assert page.input.startswith(f"{path}#urn:uuid:")
    assert [each.error and each.error[0] for each in (gone, picture)] == ["status", "not_html"]
    assert len({page.input, gone.input, picture.input}) == 3


def test_a_warc_that_ends_inside_a_record_says_so_and_keeps_the_others(tmp_path: Path) -> None:
    path = _warc(tmp_path / "crawl.warc", _capture(ADDRESS, b"page"), _capture(f"{ADDRESS}?2", b"x" * 1000))
    path.write_bytes(path.read_bytes()[:-500])
    page, torn = _records(path)
    assert page.content == b"page"
    assert torn.error == ("file", "the archive ends inside this record")


def test_a_file_that_is_no_warc_is_an_error_row(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"nothing of the sort")
    (record,) = _records(path)
    assert record.error is not None
    assert record.error[0] == "file"


def test_standard_input_takes_addresses_paths_and_objects(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = f'{ADDRESS}\n/a/b.html\n{{"html": "<p>", "url": "{ADDRESS}"}}\n'.encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines)))
    assert [record.input for record in _records("-")] == [ADDRESS, "/a/b.html", "-#3"]


def test_addresses_are_pulled_and_what_fails_is_a_row(tmp_path: Path) -> None:
    deeds = {3: "hang", 4: "die", 5: "no-body"}
    closed = []

    class Reader:
        def __init__(self, parse: Parse) -> None:
            self.parse = parse

        def read(self, url: str) -> Article:
            number = int(url[-1])
            if number == 9:
                raise FetchError("status", "the server answered 503", url=url)
            if number == 8:
                raise ZeroDivisionError
            content = stand_in.page(number, does=deeds.get(number, ""))
            return self.parse(Page(content, url=f"{url}/moved", notes=("it moved",)))

        def close(self) -> None:
            closed.append(self)

    addresses = [f"https://news.sina.com.cn/{number}" for number in range(10)]
    run(addresses, tmp_path / "o.jsonl", open_reader=Reader, ordered=True, timeout=1.0, dedup="text")
    rows = rows_of(tmp_path / "o.jsonl")
    assert [row["input"] for row in rows] == addresses
    kinds = {row["input"][-1]: row["error"]["kind"] for row in rows if row["error"]}
    assert kinds == {"3": "page_timeout", "4": "worker_died", "5": "no_body", "8": "bug", "9": "status"}
    assert rows[0]["url"] == "https://news.sina.com.cn/0/moved"
    assert rows[0]["warnings"] == ["it moved"]
    assert len(closed) == 1


def test_a_broken_input_in_the_middle_stops_nothing(tmp_path: Path) -> None:
    bad = tmp_path / "bad.warc.gz"
    bad.write_bytes(b"\x1f\x8b no")
    summary = run([make_pages(tmp_path, 5), bad, tmp_path / "pages/00001.html"], tmp_path / "o.jsonl")
    assert (summary.articles, summary.failures) == (5, 1)


def test_the_bytes_of_all_input_are_known_but_for_standard_input(tmp_path: Path) -> None:
    pages = make_pages(tmp_path, 3)
    expected = sum(path.stat().st_size for path in pages.iterdir())
    assert total_bytes([str(pages), ADDRESS]) == expected
    assert total_bytes([str(pages), "-"]) is None


def test_a_file_name_that_is_not_unicode_is_shown_and_read(tmp_path: Path) -> None:
    path = tmp_path / "pages"
    path.mkdir()
    with open(bytes(path) + b"/\xd0\xc2.html", "wb") as stream:
        stream.write(stand_in.page(1))
    assert run([path], tmp_path / "o.jsonl").articles == 1
    assert rows_of(tmp_path / "o.jsonl")[0]["input"] == f"{path}/\\xd0\\xc2.html"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-16-le"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_list_loses_no_entry_to_its_encoding(codec: str, end: str, tmp_path: Path) -> None:
    names = ["pages/a.html", ADDRESS, "pages/桥.html"]
    (tmp_path / "list.txt").write_bytes((end.join(names) + end).encode(codec))
    records = _records(tmp_path / "list.txt")
    assert [record.input for record in records] == names
    assert [record.path for record in records] == [names[0], None, names[2]]
    assert records[1].url == ADDRESS


def test_marks_in_the_middle_of_lists_that_were_put_together_are_no_part_of_a_name(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_bytes("a.html\n".encode("utf-8-sig") * 2 + b"\n\xef\xbb\xbf")
    assert [record.input for record in _records(tmp_path / "list.txt")] == ["a.html", "a.html"]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("packed", [False, True])
def test_json_lines_are_read_in_utf16_and_with_a_mark(codec: str, packed: bool, tmp_path: Path) -> None:
    data = "".join([json.dumps({"url": f"{ADDRESS}?桥={n}"}, ensure_ascii=False) + "\r\n" for n in (1, 2)])
    path = tmp_path / ("rows.jsonl.gz" if packed else "rows.jsonl")
    path.write_bytes(gzip.compress(data.encode(codec)) if packed else data.encode(codec))
    records = _records(path)
    assert [record.url for record in records] == [f"{ADDRESS}?桥=1", f"{ADDRESS}?桥=2"]
    assert not any(record.error for record in records)


def test_standard_input_of_powershell_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(f"\ufeff{ADDRESS}\r\na.html\r\n".encode("utf-16-le")))
    monkeypatch.setattr("sys.stdin", stdin)
    assert [record.input for record in _records("-")] == [ADDRESS, "a.html"]
