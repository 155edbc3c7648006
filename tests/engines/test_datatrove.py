"""The extractor step puts articles in the place of pages, and survives what pages do."""

from __future__ import annotations

import gzip
import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from conftest import HERE, _pages
from datatrove.data import Document
from fastwarc import WarcRecord, WarcRecordType

from newsclean.engines.datatrove import ArticleExtractor
from newsclean.errors import NewscleanError
from newsclean.parser import Parser, parse

GOOD = "<html><body><h1 class='main-title'>桥</h1><div id='article'><p>{}</p></div></body></html>"


def _documents(count: int) -> list[Document]:
    return [
        Document(
            text=page["html"].decode("utf-8", "replace"), id=page["input"], metadata={"url": page["url"]}
        )
        for page, _ in zip(_pages(), range(count), strict=False)
    ]


def test_documents_become_articles_and_failures_are_dropped_and_counted() -> None:
    articles: dict[str, Any] = {}
    for document in _documents(120):
        try:
            articles[document.id] = parse(document.text, url=document.metadata["url"])
        except NewscleanError:
            continue
    step = ArticleExtractor()
    found = {document.id: document for document in step.run(iter(_documents(120)))}
    assert found.keys() == articles.keys()
    for name, document in found.items():
        assert document.text == articles[name].text
        assert document.metadata.get("title") == articles[name].title
    assert step.stats["forwarded"].total == len(found)


def test_a_page_that_hangs_costs_itself_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Parser.parse

    def hanging(parser: Parser, text: str, **options: Any) -> Any:
        if text == "hang":
            time.sleep(100)
        return whole(parser, text, **options)

    monkeypatch.setattr(Parser, "parse", hanging)
    good = "<h1 class='main-title'>桥</h1><div id='article'><p>老桥今天通车。</p></div>"
    pages = [Document(text=text, id=str(number)) for number, text in enumerate([good, "hang", good])]
    step = ArticleExtractor(timeout=1)
    assert [document.id for document in step.run(iter(pages))] == ["0", "2"]
    assert step.stats["dropped_page_timeout"].total == 1


def test_the_documents_pipeline_reads_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from datatrove.executor import LocalPipelineExecutor

    monkeypatch.chdir(tmp_path)
    Path("crawl").mkdir()
    with open("crawl/a.warc", "wb") as archive:
        for number, encoding in enumerate(("utf-8", "gb18030")):
            body = GOOD.format(f"第{number}座老桥今天通车，来看桥的人很多。" * 9).encode(encoding)
            record = WarcRecord()
            record.init_headers(record_type=WarcRecordType.response)
            record.headers.set("WARC-Target-URI", f"https://news.sina.com.cn/{number}.shtml")
            record.is_http = True
            record.set_bytes_content(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body)
            record.write(archive)
    text = (HERE.parents[1] / "docs/pipelines.md").read_text("utf-8")
    ((code,),) = [re.findall(r"```python\n(from datatrove.*?)\n```", text, re.DOTALL)]
    names: dict[str, Any] = {}
    exec(code, names)  # noqa: S102  # our own document
    LocalPipelineExecutor(pipeline=names["pipeline"], logging_dir=str(tmp_path / "log")).run()
    (written,) = Path("articles").glob("*.jsonl*")
    rows = [json.loads(line) for line in gzip.decompress(written.read_bytes()).splitlines()]
    assert ["老桥今天通车" in row["text"] and row["metadata"]["title"] for row in rows] == ["桥"] * 2


def test_a_pipeline_of_datatrove_runs_the_step(tmp_path: Path) -> None:
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.writers.jsonl import JsonlWriter

    steps = [_documents(60), ArticleExtractor(), JsonlWriter(str(tmp_path / "out"), compression=None)]
    LocalPipelineExecutor(pipeline=steps, logging_dir=str(tmp_path / "log")).run()
    (written,) = (tmp_path / "out").glob("*.jsonl")
    assert len(written.read_text().splitlines()) > 20
