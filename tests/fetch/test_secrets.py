"""User names and passwords in addresses and options are sent where they belong, and told nowhere."""

from __future__ import annotations

import asyncio
import logging
import os
import traceback
from pathlib import Path

import pytest

from newsclean import AsyncFetcher, Failed, Fetcher, FetchError, Result
from newsclean.errors import masked
from newsclean.fetch.options import Options

MASKED = [
    ("https://ann:secret@h.cn/a", "https://***@h.cn/a"),
    ("HTTPS://token@h.cn", "HTTPS://***@h.cn"),
    ("//ann:secret@h.cn/a", "//***@h.cn/a"),
    ("https:ann:secret@h.cn/a", "https:***@h.cn/a"),
    ("postgresql:/ann:secret@h.cn/a", "postgresql:/***@h.cn/a"),
    ("mysql+pymysql:ann:secret@h.cn/a", "mysql+pymysql:***@h.cn/a"),
    ("socks5://ann:secret@h.cn:1080", "socks5://***@h.cn:1080"),
    ("https://ann@corp:secret@h.cn/@b", "https://***@h.cn/@b"),
    ("https://ann:sec/ret@h.cn/a", "https://***@h.cn/a"),
    ("https://ann:sec ret#?@h.cn/a", "https://***@h.cn/a"),
    ("a → https://a:secret@a.cn/ → https://b:secret@b.cn/", "a → https://***@a.cn/ → https://***@b.cn/"),
    ("'https://ann:it's secret@h.cn:x/' is none", "'https://***@h.cn:x/' is none"),
]
LEFT = [
    "https://h.cn/@ann/a",
    "https://h.cn:8080/@ann",
    "https://[::1]:8080/@ann",
    "https://h.cn/a?mail=ann@b.cn",
    "https://h.cn: ann",
    "mailto:ann@b.cn",
    "pages//a@2x.html",
    "a:b@c.html",
]


@pytest.mark.parametrize(("text", "told"), MASKED)
def test_users_and_passwords_are_masked(text: str, told: str) -> None:
    assert masked(text) == told
    assert masked(told) == told


@pytest.mark.parametrize("text", LEFT)
def test_all_else_stays(text: str) -> None:
    assert masked(text) == text


BAD = [
    "https://zoe9:pa55word@127.0.0.1:1/a.html",
    "https://zoe9:pa55word@h.cn:port/",
    "https://zoe9:pa55word/a@h.cn/",
    "https://zoe9:" + "pa55word" * 60 + "@h.cn:x/",
    "https://zoe9:" + "pa55word" * 10_000 + "@h.cn/",
    "ftp://zoe9:pa55word@h.cn/",
    "https://zoe9:pa55word@",
]


@pytest.mark.parametrize("url", BAD)
def test_no_error_tells_a_password(url: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with Fetcher(robots=False, attempts=1) as fetcher:
        with pytest.raises(FetchError) as caught:
            fetcher.read(url)
        (result,) = fetcher.read_many([url])
    told = "".join(traceback.format_exception(caught.value))
    for text in (
        told,
        repr(caught.value.to_dict()),
        str(caught.value),
        repr(result),
        result.url,
        caplog.text,
    ):
        assert "pa55word" not in text
        assert "zoe9" not in text


def test_nor_does_the_asynchronous_fetcher() -> None:
    async def run() -> list[Result]:
        async with AsyncFetcher(robots=False, attempts=1) as fetcher:
            return [result async for result in fetcher.read_many(BAD)]

    results = asyncio.run(run())
    assert len(results) == len(BAD)
    assert "pa55word" not in repr(results)


@pytest.mark.skipif(os.name == "nt", reason="files have no such modes there")
def test_the_cache_is_its_owners_alone(tmp_path: Path) -> None:
    with Fetcher(cache=tmp_path / "cache"):
        (file,) = (tmp_path / "cache").iterdir()
    assert file.stat().st_mode & 0o077 == 0


def test_a_result_masks_its_address() -> None:
    assert (
        Failed("https://zoe9:pa55word@h.cn/", FetchError("connect", "it failed")).url == "https://***@h.cn/"
    )


def test_options_do_not_print_their_secrets() -> None:
    options = Options(proxy="http://zoe9:pa55word@h.cn:8080", headers={"X-Key": "pa55word"})
    assert "pa55word" not in repr(options)
    assert "proxy='http://***@h.cn:8080'" in repr(options)
    assert (options.proxy, options.headers["X-Key"]) == ("http://zoe9:pa55word@h.cn:8080", "pa55word")
