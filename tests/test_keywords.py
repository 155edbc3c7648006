"""Keywords that nobody knows are named, with the nearest that is known; a fetcher is one class to its users."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pytest

import newsclean
import newsclean.fetch
from newsclean import reader
from newsclean.engines.arrow import clean_batch, clean_table

BATCH = pa.RecordBatch.from_pylist([{"html": "<p>x</p>"}])
WRONG: list[tuple[str, Callable[..., Any], dict[str, Any], str]] = [
    ("Parser", newsclean.Parser, {"max_byte": 1}, "max_bytes"),
    ("Parser", newsclean.Parser, {"windows": True}, "window"),
    ("Fetcher", newsclean.Fetcher, {"timout": 3}, "timeout"),
    ("Fetcher", newsclean.Fetcher, {"rule": None}, "rules"),
    ("AsyncFetcher", newsclean.AsyncFetcher, {"perhost": 3}, "per_host"),
    ("read", lambda **given: newsclean.read("nothing://", **given), {"proxi": None}, "proxy"),
    ("fetch", lambda **given: newsclean.fetch.fetch("nothing://", **given), {"atempts": 3}, "attempts"),
    ("roll", lambda **given: newsclean.roll("finance", **given), {"limt": 3}, "limit"),
    ("aroll", lambda **given: newsclean.aroll("finance", **given), {"time_out": 3}, "timeout"),
    ("clean_batch", lambda **given: clean_batch(BATCH, **given), {"max_node": 3}, "max_nodes"),
    ("clean_table", lambda **given: clean_table(BATCH, **given), {"keeps": []}, "keep"),
]


@pytest.mark.parametrize(("caller", "call", "given", "nearest"), WRONG, ids=[f"{w[0]}-{w[3]}" for w in WRONG])
def test_an_unknown_keyword_is_named_with_the_nearest(
    caller: str, call: Callable[..., Any], given: dict[str, Any], nearest: str
) -> None:
    (name,) = given
    said = rf"^{caller}\(\) got an unexpected keyword argument '{name}': did you mean {nearest}\?$"
    with pytest.raises(TypeError, match=said):
        call(**given)


def test_where_none_is_near_all_are_named() -> None:
    with pytest.raises(
        TypeError, match=r"argument 'x': it takes max_bytes, max_depth, max_nodes, rules, window$"
    ):
        newsclean.Parser(x=1)  # type: ignore[call-arg]


def test_a_fetcher_is_one_class_wherever_it_is_imported_from() -> None:
    assert newsclean.Fetcher is newsclean.fetch.Fetcher is reader.Fetcher
    assert newsclean.AsyncFetcher is newsclean.fetch.AsyncFetcher is reader.AsyncFetcher
    assert newsclean.Result == newsclean.fetch.Result == newsclean.Read | newsclean.Failed


def test_results_are_told_apart_by_class_and_by_ok() -> None:
    article = newsclean.parse('<h1 class="main-title">桥</h1><div id="article"><p>老桥今天通车。</p></div>')
    read, failed = (
        newsclean.Read("https://a.cn/", article),
        newsclean.Failed("", newsclean.FetchError("tls", "x")),
    )
    assert (read.ok, read.article, read.error) == (True, article, None)
    assert (failed.ok, failed.article, failed.error.kind) == (False, None, "tls")
    assert all(isinstance(result, newsclean.Result) for result in (read, failed))
    assert repr(read) == "Read(url='https://a.cn/', article=<Article '桥': news-2018, 1 block>)"
