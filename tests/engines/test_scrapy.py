"""The documents' spider, crawled by Scrapy against a server of this machine."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from conftest import FIXTURES, HERE

from newsclean.engines.scrapy import ArticlePipeline
from newsclean.errors import NoBody
from newsclean.parser import Parser

FOLDERS = [FIXTURES / name for name in ("finance-2018--stock-spans", "finance-2018--app-promos", "no-such")]
ADDRESS = "https://finance.sina.com.cn/stock/2024-01-31/doc-inaabcd123456{}.shtml"
DOCUMENT = HERE.parents[1] / "docs" / "pipelines.md"
PROGRAM = HERE / "crawl.py"


class _Sina(BaseHTTPRequestHandler):
    """A list of three addresses and a video, two pages, and a page that is not there."""

    def do_GET(self) -> None:
        if self.path.startswith("/list"):
            items = [{"url": ADDRESS.format(number), "title": "桥"} for number in range(len(FOLDERS))]
            video = {"url": "https://video.sina.com.cn/p/finance/", "title": "影"}
            answer = {"result": {"status": {"code": 0}, "total": 4, "data": [*items, video]}}
            self._send(200, "application/json", json.dumps(answer).encode())
            return
        found = re.search(r"(\d)\.shtml$", self.path)
        page = FOLDERS[int(found[1])] / "page.html" if found else Path()
        if page.is_file():
            self._send(200, "text/html", page.read_bytes())
        else:
            self._send(200, "text/html", "<html><title>页面没有找到</title><body>404</body></html>".encode())

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    """The address of the server."""
    listening = ThreadingHTTPServer(("127.0.0.1", 0), _Sina)
    thread = threading.Thread(target=listening.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{listening.server_port}"
    listening.shutdown()
    thread.join()
    listening.server_close()


def test_the_spider_makes_articles_of_what_the_list_names(server: str, tmp_path: Path) -> None:
    ((code,),) = [
        re.findall(r"<!-- scrapy -->\n```python\n(.*?)\n```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    ]
    (tmp_path / "spider.py").write_text(code, encoding="utf-8")
    command = [sys.executable, str(PROGRAM), server]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in (tmp_path / "articles.jsonl").read_text("utf-8").splitlines()]
    assert len(rows) == 3, done.stderr
    found = {row["input"][-7]: row for row in rows}
    for number, folder in enumerate(FOLDERS[:2]):
        expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
        assert found[str(number)]["title"] == expected["title"]
    assert found["2"]["error"]["kind"]


def run(pipeline: ArticlePipeline, item: dict[str, Any]) -> Any:
    return asyncio.run(pipeline.process_item(item))


def test_the_crawl_goes_on_while_a_page_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    started, finish = threading.Event(), threading.Event()

    def slow(*_given: Any, **_named: Any) -> Any:
        started.set()
        assert finish.wait(10), "nothing else went on"
        raise NoBody("no_body", "x")

    async def crawl() -> Any:
        row = asyncio.create_task(
            ArticlePipeline().process_item({"html": "<p>x</p>", "url": "https://a.cn/"})
        )
        while not started.is_set():
            await asyncio.sleep(0.01)
        finish.set()
        return await row

    monkeypatch.setattr(Parser, "parse", slow)
    assert asyncio.run(crawl())["error"]["kind"] == "no_body"


def test_items_without_html_pass_as_they_are() -> None:
    item = {"name": "x"}
    assert run(ArticlePipeline(), item) is item


def test_other_fields_of_an_item_come_out_beside_the_articles() -> None:
    item = {"html": "<p>x</p>", "url": "https://news.sina.com.cn/", "id": 7, "title": "旧"}
    row = run(ArticlePipeline(), item)
    assert (row["id"], row["input_title"]) == (7, "旧")
    row = run(ArticlePipeline(keep=["id"]), item)
    assert (row["id"], "input_title" in row) == (7, False)
