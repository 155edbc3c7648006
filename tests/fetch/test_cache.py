"""The cache: a second run over the same addresses costs no body bytes."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path
from typing import Any

import pytest

from fetch.conftest import Get
from fetch.server import Asked, Server, answer, chunked, endless, head
from newsclean.errors import FetchError

PAGE = "<p>老桥今天通车。</p>" * 50


class _Validated:
    """Answers with a validator, and with 304 to whoever shows it again; counts the bytes of bodies sent."""

    def __init__(self, name: str, value: str, shown: str) -> None:
        self.header, self.value, self.shown = name, value, shown
        self.body_bytes = 0
        self.answers: list[int] = []

    def __call__(self, _server: Server, connection: Any, asked: Asked) -> None:
        fixed = {
            self.header: self.value,
            "Cache-Control": "no-cache",
            "Content-Type": "text/html; charset=utf-8",
        }
        if asked.headers.get(self.shown) == self.value:
            self.answers.append(304)
            connection.sendall(head(304, fixed))
            return
        body = gzip.compress(PAGE.encode())
        self.answers.append(200)
        self.body_bytes += len(body)
        connection.sendall(
            head(200, {**fixed, "Content-Encoding": "gzip", "Content-Length": str(len(body))}) + body
        )


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("ETag", '"v1"', "if-none-match"),
        ("Last-Modified", "Fri, 10 May 2024 04:00:00 GMT", "if-modified-since"),
    ],
)
def test_a_second_run_asks_whether_pages_changed_and_costs_no_body_bytes(
    get: Get, server: Server, tmp_path: Path, name: str, value: str, shown: str
) -> None:
    site = _Validated(name, value, shown)
    server.on("*", site)
    urls = [server.url(f"/{number}") for number in range(3)]
    first = [get(url, cache=tmp_path) for url in urls]
    bytes_of_first = site.body_bytes
    again = [get(url, cache=tmp_path) for url in urls]
    assert site.answers == [200] * 3 + [304] * 3
    assert site.body_bytes == bytes_of_first
    assert [page.content for page in again] == [page.content for page in first] == [PAGE.encode()] * 3
    assert again[0].headers["content-type"] == "text/html; charset=utf-8"
    assert again[0].status == 200


def test_a_page_that_is_still_fresh_is_not_asked_for(get: Get, server: Server, tmp_path: Path) -> None:
    server.on("/", answer(PAGE, Cache_Control="max-age=600"))
    assert get(server.url("/"), cache=tmp_path).content == get(server.url("/"), cache=tmp_path).content
    assert len(server.asked) == 1


def test_a_page_that_changed_is_fetched_anew(get: Get, server: Server, tmp_path: Path) -> None:
    server.on(
        "/", answer("<p>old</p>", ETag='"1"', Cache_Control="no-cache"), answer("<p>new</p>", ETag='"2"')
    )
    assert get(server.url("/"), cache=tmp_path).content == b"<p>old</p>"
    assert get(server.url("/"), cache=tmp_path).content == b"<p>new</p>"


def test_a_body_that_was_broken_off_is_not_kept(get: Get, server: Server, tmp_path: Path) -> None:
    whole = chunked(PAGE.encode(), Cache_Control="max-age=600")
    server.on("/", chunked(b"<p>half", ends=False, Cache_Control="max-age=600"), whole)
    assert get(server.url("/"), cache=tmp_path).content == PAGE.encode()
    assert get(server.url("/"), cache=tmp_path).content == PAGE.encode()
    assert len(server.asked) == 2


def test_a_body_over_the_cap_is_not_kept(get: Get, server: Server, tmp_path: Path) -> None:
    server.on("/", endless)
    for _ in range(2):
        with pytest.raises(FetchError, match="on the wire"):
            get(server.url("/"), cache=tmp_path, max_bytes=300_000)
    assert len(server.asked) == 2


def test_a_broken_cache_costs_the_cache_and_not_the_page(
    get: Get, server: Server, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    server.on("/", answer(PAGE))
    (tmp_path / "pages.sqlite3").write_bytes(b"no database at all" * 100)
    assert get(server.url("/"), cache=tmp_path).content == PAGE.encode()
    assert "hishel" in caplog.text


def test_without_the_extra_the_error_names_it(
    get: Get, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "hishel", None)
    with pytest.raises(ImportError, match=r"hishel: pip install .hishel\[httpx\]"):
        get("http://127.0.0.1:1/", cache=tmp_path)
