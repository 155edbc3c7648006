"""The kernel gives a row for each row, in order, whatever the pages do."""

from __future__ import annotations

import json

import pyarrow as pa
import pytest
import stand_in

from newsclean.article import SCHEMA_VERSION
from newsclean.engines.arrow import SCHEMA, clean_batch, clean_batch_with, clean_table
from newsclean.parser import parse
from newsclean.rules import default_rules

PARSER = "stand_in:parse"


def _batch(kind: str = "binary", **columns: list[str | None]) -> pa.RecordBatch:
    deeds = {2: "no-body", 4: "bug"}
    pages = [stand_in.page(number, does=deeds.get(number, "")) for number in range(6)]
    html = pa.array([*pages, None], pa.binary()).cast(kind)
    return pa.RecordBatch.from_pydict({"html": html, **columns})


@pytest.mark.parametrize("kind", ["binary", "string", "large_binary", "large_string"])
def test_rows_come_back_as_many_and_in_order(kind: str) -> None:
    result = clean_batch_with(PARSER, _batch(kind))
    assert result.schema.equals(SCHEMA, check_metadata=True)
    assert result["title"].to_pylist() == ["第0条", "第1条", None, "第3条", None, "第5条", None]
    kinds = [error and error["kind"] for error in result["error"].to_pylist()]
    assert kinds == [None, None, "no_body", None, "bug", None, "empty"]


def test_a_row_is_named_by_its_input_column_or_by_its_url() -> None:
    urls: list[str | None] = [f"https://news.sina.com.cn/{number}" for number in range(7)]
    names: list[str | None] = list("abcdefg")
    assert clean_batch_with(PARSER, _batch(url=urls))["input"].to_pylist() == urls
    assert clean_batch_with(PARSER, _batch(url=urls, input=names))["input"].to_pylist() == names


def test_an_empty_batch_gives_an_empty_batch() -> None:
    assert clean_batch(_batch().slice(0, 0)).schema == SCHEMA


def test_a_batch_without_html_is_refused() -> None:
    with pytest.raises(KeyError, match="html"):
        clean_batch(pa.RecordBatch.from_pydict({"url": ["https://news.sina.com.cn/"]}))


def test_the_schema_has_every_key_of_an_articles_json() -> None:
    keys = stand_in.parse(stand_in.page(1)).to_dict().keys() - {"schema_version"}
    assert keys | {"input", "error"} == set(SCHEMA.names)
    assert SCHEMA.metadata[b"newsclean.schema_version"].decode() == SCHEMA_VERSION
    assert SCHEMA.metadata[b"newsclean.rules"].decode() == default_rules().version


PAGE = """<html><head><title>桥</title></head><body><h1 class="main-title">桥通了</h1><div id="article">
<p>　　老桥今天<strong>通车</strong>，<a href="https://news.sina.com.cn/x.shtml">详见</a>。</p>
<h2>经过</h2><ul><li>上午</li><li>下午</li></ul><table><tr><th>日</th></tr><tr><td>一</td></tr></table>
<img src="https://n.sinaimg.cn/1.jpg" alt="桥"></div></body></html>"""


def test_nested_blocks_come_through_as_they_are_in_the_json() -> None:
    url = "https://news.sina.com.cn/c/2024-01-31/doc-inaabcd1234567.shtml"
    row = clean_batch(pa.RecordBatch.from_pylist([{"html": PAGE, "url": url}])).to_pylist()[0]
    expected = parse(PAGE, url=url).to_dict()
    assert _without_none(row["blocks"]) == _without_none(expected["blocks"])
    assert _without_none(row["images"]) == _without_none(expected["images"])
    assert (row["text"], row["html"], row["error"]) == (expected["text"], expected["html"], None)
    assert row["rules"] == default_rules().version


def _without_none(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_none(each) for key, each in value.items() if each is not None}
    return [_without_none(each) for each in value] if isinstance(value, list) else value


def test_a_table_is_cleaned_in_slices_and_keeps_its_length() -> None:
    table = pa.table(
        {"html": [PAGE] * 600, "url": [None] * 600}, schema=pa.schema({"html": "string", "url": "string"})
    )
    result = clean_table(table)
    assert result.num_rows == 600
    assert set(result["title"].to_pylist()) == {"桥通了"}


def test_extra_front_matter_keys_are_json_text() -> None:
    document = "---\ntitle: 桥\nmood: 好\nday: 2024-01-31\n---\n<p>老桥今天通车。</p>\n"
    row = clean_batch(pa.RecordBatch.from_pylist([{"html": document, "url": None}])).to_pylist()[0]
    assert row["error"] is None
    assert json.loads(row["extra"])["mood"] == "好"


def test_columns_beside_the_pages_come_out_beside_the_articles() -> None:
    rows = [{"html": PAGE, "id": 7, "label": ["甲", "乙"], "title": "旧", "content_type": "text/html"}] * 2
    result = clean_batch(pa.RecordBatch.from_pylist(rows))
    assert result.schema.names == [*SCHEMA.names, "id", "label", "input_title"]
    assert result.schema.field("id").type == pa.int64()
    assert result.schema.metadata == SCHEMA.metadata
    row = result.to_pylist()[1]
    assert (row["id"], row["label"], row["input_title"], row["title"]) == (7, ["甲", "乙"], "旧", "桥通了")


def test_keep_chooses_the_columns_that_pass() -> None:
    batch = pa.RecordBatch.from_pylist([{"html": PAGE, "id": 7, "label": "甲"}])
    assert clean_batch(batch, keep=[]).schema == SCHEMA
    assert clean_batch(batch, keep=["label"]).schema.names == [*SCHEMA.names, "label"]
    assert clean_batch(batch, keep=["html"])["input_html"].to_pylist() == [PAGE]
    with pytest.raises(KeyError, match="there is no column mood: the columns are html, id, label"):
        clean_batch(batch, keep=["mood"])
    with pytest.raises(TypeError, match="'id'"):
        clean_batch(batch, keep="id")
    with pytest.raises(ValueError, match="two columns would be called input_title"):
        clean_batch(pa.RecordBatch.from_pylist([{"html": PAGE, "title": "a", "input_title": "b"}]))


def test_a_table_keeps_its_columns_in_every_slice_and_without_rows() -> None:
    table = pa.table({"html": [PAGE] * 300, "id": range(300)})
    assert clean_table(table)["id"].to_pylist() == [*range(300)]
    assert clean_table(table.slice(0, 0)).schema.names[-1] == "id"
    assert clean_table(table, keep=[]).schema == SCHEMA


@pytest.mark.parametrize(
    ("columns", "error", "why"),
    [
        ({"html": [1]}, TypeError, "the column html holds int64"),
        ({"html": [PAGE], "url": [1.5]}, TypeError, "the column url holds double"),
        ({"page": [PAGE]}, KeyError, "there is no column html: the columns are page"),
    ],
)
def test_columns_that_are_no_pages_are_named(
    columns: dict[str, list[object]], error: type[Exception], why: str
) -> None:
    with pytest.raises(error, match=why):
        clean_batch(pa.RecordBatch.from_pydict(columns))
    with pytest.raises(error, match=why):
        clean_table(pa.table(columns))
