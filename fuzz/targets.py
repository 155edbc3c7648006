"""What is fuzzed: for each target a function of bytes that raises where a promise of docs/promises.md is broken.

The functions need no fuzzer: a test runs each over its seeds, and over what was found before (tests/test_fuzz.py).
"""

from __future__ import annotations

import json
import math
import re
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import yaml
from hypothesis import HealthCheck, given, settings

import made_pages
from newsclean import Article, NewscleanError, Parser
from newsclean.batch.http_answer import answer_of as http_answer
from newsclean.batch.warc import read_warc
from newsclean.decode import declared, decode, decode_slice, is_wide
from newsclean.decode.labels import is_codec
from newsclean.documents.front_matter import split_front_matter
from newsclean.errors import FetchError, InputError
from newsclean.fetch.article_steps import read_steps
from newsclean.fetch.body import Intake
from newsclean.fetch.options import Options
from newsclean.fetch.page_steps import robots_steps
from newsclean.fetch.steps import AskRobots, Failure, Parse, Pause, Reply, Send, Steps
from properties import answer_of, check_fragment, check_json, check_page, check_whole, check_written
from render.strategies import articles

__all__ = ["TARGETS", "Target"]


class Target(NamedTuple):
    """A function to call with bytes, the words that the fuzzer may use, how many bytes it makes at most, whether
    its bytes are a page, so that pieces of pages are put into them, and whether it runs only where it is named."""

    check: Callable[[bytes], object]
    words: tuple[bytes, ...] = ()
    most: int = 4_096
    is_page: bool = False
    when_named: bool = False


# --- bytes to text ----------------------------------------------------------------------------------------------

TYPES = (
    None,
    "text/html; charset=gb2312",
    "text/html; charset=big5",
    "text/html; charset=utf-16",
    "text/html; charset=undefined",
    "text/html; charset=windows-1252",
    'text/html; charset="shift_jis"; charset=utf-8',
)
DROPPED = "dropped"


def check_decode(data: bytes) -> None:
    """Any bytes are text that can be written, the same each time; bytes are lost only where a warning says so. The
    first byte chooses the header."""
    header, data = TYPES[data[0] % len(TYPES)] if data else None, data[1:]
    decoded = decode(data, header)
    assert decode(data, header) == decoded
    decoded.text.encode()
    assert "\0" not in decoded.text
    assert is_codec(decoded.encoding) or decoded.encoding.startswith("utf-16")
    lossless = not any(DROPPED in warning for warning in decoded.warnings)
    if decoded.encoding == "utf-8" and lossless:
        assert decoded.text.encode() == data.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xef\xbb\xbf")
    if not is_wide(data):
        part = decode_slice(data, declared(data, header))
        assert part is None or part.text.encode() is not None


# --- pages ------------------------------------------------------------------------------------------------------

BEFORE, AFTER = (part.encode() for part in made_pages.FRAMES[0].split("{body}"))
HEAD = (
    made_pages.HEAD.replace("{charset}", "utf-8").replace("{title}", made_pages.TITLE).encode()
    + made_pages.BARS.encode()
)


def check_window(data: bytes) -> None:
    """What is read from a part of a page is what the whole page says: the bytes stand in a page that is long enough for
    a window, once as its body, once as all behind the head."""
    before = BEFORE.replace(b"{charset}", b"utf-8").replace(b"{title}", made_pages.TITLE.encode())
    for page in (before + data + AFTER, HEAD + data):
        check_whole(answer_of(page), page)


def check_any_page(data: bytes) -> None:
    """Any bytes are an article or an error of newsclean's own."""
    check_page(data, again=False)


def check_page_again(data: bytes) -> None:
    """What was cleaned is clean."""
    check_page(data)


def check_any_fragment(data: bytes) -> None:
    """Any text is cleaned, or refused."""
    text = data.decode("utf-8", "replace")
    check_fragment(text, again=False)
    check_fragment(text, base="https://news.sina.com.cn/c/a.shtml", again=False)


def check_fragment_again(data: bytes) -> None:
    """What was cleaned is clean."""
    check_fragment(data.decode("utf-8", "replace"))


def _structured(strategy: Any, check: Callable[[Any], object]) -> Callable[[bytes], object]:
    """A target that reads bytes as the choices of a strategy."""

    @settings(database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(strategy)
    def run(value: Any) -> None:
        check(value)

    fuzzed: Callable[[bytes], object] = run.hypothesis.fuzz_one_input
    return fuzzed


# --- front matter -----------------------------------------------------------------------------------------------

PLAIN = (str, int, float, bool, type(None))


def check_document(data: bytes) -> None:
    """A head is read as YAML has it, or refused; the document is an article or an error."""
    text = data.decode("utf-8", "replace")
    notes: list[str] = []
    try:
        split = split_front_matter(text, notes)
    except InputError as error:
        assert error.kind == "front_matter"
        assert "\n" not in error.message
        split = None
    if split is not None:
        head, body = split
        assert text.endswith(body)
        if not notes:
            written = text[: len(text) - len(body)]
            _check_same(head, yaml.load(_without_fences(written), Loader=yaml.BaseLoader) or {})  # noqa: S506
    check_page(text, again=False)


def _without_fences(head: str) -> str:
    lines = head.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").strip(" \t\n").split("\n")
    return "\n".join(lines[1:-1]) + "\n"


def _check_same(value: Any, written: Any) -> None:
    """A value is the one that is written, which YAML's simplest reader gives as text."""
    if isinstance(value, dict):
        assert list(value) == list(written)
        for key, inner in value.items():
            _check_same(inner, written[key])
    elif isinstance(value, list):
        assert len(value) == len(written)
        for inner, one in zip(value, written, strict=True):
            _check_same(inner, one)
    elif value is None:
        assert written in ("", "~", "null", "Null", "NULL")
    else:
        assert isinstance(value, PLAIN)
        assert str(value).lower() == written.lower()


# --- Article.from_dict -----------------------------------------------------------------------------------------

MODEL: dict[str, Any] = json.loads((Path(__file__).parent / "seeds/from_dict/article.json").read_bytes())


def check_from_dict(data: bytes) -> None:
    """Any JSON is an article or a ValueError. Bytes that are no JSON choose a place of a whole article's (the first
    two) and a value for it (the rest)."""
    try:
        given_json = json.loads(data)
    except (ValueError, RecursionError):
        _check_place(data)
        return
    _read_back(given_json)


def _check_place(data: bytes) -> None:
    found = list(_places(MODEL))
    place = found[int.from_bytes(data[:2], "big") % len(found)]
    try:
        value = json.loads(data[2:])
    except (ValueError, RecursionError):
        value = data[2:].decode("utf-8", "surrogateescape")
    changed = json.loads(json.dumps(MODEL))
    at = changed
    for key in place[:-1]:
        at = at[key]
    at[place[-1]] = value
    said = _read_back(changed)
    assert said is None or str(place[0]) in said


def _places(value: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if above:
        yield above
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in inside:
        yield from _places(inner, (*above, key))


def _read_back(data: Any) -> str | None:
    """What the error says; None for an article, which then goes through JSON and every form."""
    try:
        article = Article.from_dict(data)
    except ValueError as error:
        assert type(error) is ValueError
        assert str(error)
        return str(error)
    try:
        json.dumps(dict(article.extra), allow_nan=False)
    except (ValueError, RecursionError):
        return None  # it is passed on as it is, and to_json says what is wrong with it
    check_json(article)
    assert article.markdown is not article.to_text(captions=True)
    return None


# --- archives ---------------------------------------------------------------------------------------------------

GOOD = "<html><body><h1>夜航开通</h1><p>轮渡公司说，首周有两千人乘船。</p></body></html>".encode()


def _good(name: str) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + GOOD
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:{name}>\r\nWARC-Target-URI: http://a.test/\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def _claims_all(data: bytes, archive: bytes) -> bool:
    """Whether a record says exactly so many bytes as the archive has behind its head: it is believed."""
    lengths = {int(number) for number in re.findall(rb"\d{1,9}", data)}
    start = len(_good("first"))
    return any(
        0 <= len(archive) - start - head.end() - length <= len(b"\r\n\r\n")
        for head in re.finditer(rb"\n\r?\n", data)
        for length in lengths
    )


def check_warc(data: bytes) -> None:
    """Whatever bytes stand between two good records, these are read, and all else is a row each. Bytes that begin with
    the mark of gzip or zstd are an archive of their own."""
    packed = data.startswith((b"\x1f\x8b", b"\x28\xb5\x2f\xfd"))
    archive = data if packed else _good("first") + data + b"\r\n\r\n" + _good("last")
    with tempfile.NamedTemporaryFile(suffix=".warc") as file:
        file.write(archive)
        file.flush()
        rows = list(read_warc(file.name))
    contents = {}
    for row in rows:
        assert (row.error is None) != (row.content is None)
        assert row.error is None or (row.error[0] and row.error[1] and "\n" not in row.error[1])
        contents[row.input.partition("#")[2]] = row.content
        if row.content is not None:
            answer_of(row.content, row.url, row.content_type)
    if not packed:
        assert contents["urn:first"] == GOOD
        assert contents.get("urn:last") == GOOD or _claims_all(data, archive)


# --- HTTP answers through the fetcher's steps --------------------------------------------------------------------

SECRET = "s3cr3t-0f-ann"  # noqa: S105  # of nobody
START = f"http://ann:{SECRET}@news.sina.com.cn/c/2020-03-04/doc-iabcdef1234567.shtml"
OPTIONS = Options(headers={"Cookie": f"a={SECRET}"}, attempts=2, total=60.0)
NOW = datetime(2024, 5, 10, 4, 0, tzinfo=UTC)
BETWEEN = b"\n=====\n"
MOST_STEPS = 1_000
PARSER = Parser()


def check_http(data: bytes) -> None:
    """Whatever is answered, in turn, to the requests for an article and its robots.txt (parted by lines of five equal
    signs), the steps end in an article or an error, and no password goes astray."""
    answers = iter(data.split(BETWEEN))
    steps = _Steps(answers)
    try:
        outcome: Article | NewscleanError = steps.run(read_steps(START, OPTIONS))
    except NewscleanError as error:
        assert error.kind in error.kinds
        outcome = error
    if SECRET.encode() in data:
        return
    told = json.dumps(outcome.to_dict(), ensure_ascii=False)
    assert SECRET not in told
    assert SECRET not in str(outcome)


class _Steps:
    """Carries out the steps of a fetch with answers that are at hand."""

    def __init__(self, answers: Iterator[bytes]) -> None:
        self.answers = answers
        self.count = 0

    def run(self, steps: Steps[Any]) -> Any:
        """What the steps return. Raises what they raise."""
        answer: Any = None
        while True:
            self.count += 1
            assert self.count < MOST_STEPS
            try:
                step = steps.send(answer)
            except StopIteration as stop:
                return stop.value
            answer = self.of(step)

    def of(self, step: object) -> Any:
        """The answer to a step."""
        if isinstance(step, Send):
            return self.sent(step)
        if isinstance(step, AskRobots):
            return self.run(robots_steps(step.origin, OPTIONS))
        if isinstance(step, Pause):
            assert 0 <= step.seconds < math.inf
            return None
        assert isinstance(step, Parse)
        try:
            return PARSER.parse_page(step.page)
        except NewscleanError as error:
            return error

    def sent(self, step: Send) -> Reply | Failure:
        """The next answer, unpacked as the transport unpacks it; a failure where it can't be, or none is left."""
        assert urlsplit(step.url).scheme in ("http", "https")
        assert 0 < step.seconds < math.inf
        if urlsplit(step.url).hostname != urlsplit(START).hostname:
            assert not {"authorization", "cookie"} & set(step.headers)
        block = next(self.answers, None)
        if block is None:
            return Failure(FetchError("connect", "nobody answers"), False, 0.5)
        answer = http_answer(block)
        try:
            intake = Intake(step.url, answer.headers, max_bytes=1 << 20, max_decoded=4 << 20)
            for at in range(0, len(answer.body), 999):
                intake.feed(answer.body[at : at + 999])
            content = intake.finish()
        except FetchError as error:
            return Failure(error, False, 0.5)
        return Reply(step.url, answer.status or 200, answer.headers, content, 0.5, NOW)


# --- all of them ------------------------------------------------------------------------------------------------

TARGETS: dict[str, Target] = {
    "decode": Target(
        check_decode, (b"charset=", b"gb2312", b"utf-8", b"utf-16", b"\xff\xfe", b"\xef\xbb\xbf", b"big5")
    ),
    "window": Target(check_window, is_page=True, most=8_192),
    "parse": Target(check_any_page, is_page=True, most=8_192),
    "clean_html": Target(check_any_fragment, is_page=True),
    "front_matter": Target(
        check_document,
        (b"---\n", b"title: ", b"'", b"&a ", b"*a", b"!!str ", b"? ", b"|\n", b"<<: "),
        is_page=True,
    ),
    "from_dict": Target(
        check_from_dict, (b"null", b"1e999", b'"\\ud800"', b"[]", b"{}", b'{"type":"image"}')
    ),
    "warc": Target(
        check_warc,
        (
            b"WARC/1.0\r\n",
            b"Content-Length: ",
            b"WARC-Type: response\r\n",
            b"HTTP/1.1 200 OK\r\n",
            b"\r\n\r\n",
            b"chunked",
        ),
    ),
    "http": Target(
        check_http,
        (
            BETWEEN,
            b"HTTP/1.1 302 X\r\n",
            b"Location: ",
            b"http://",
            b"Retry-After: ",
            b"Crawl-delay: ",
            b"\r\n\r\n",
        ),
        most=8_192,
    ),
    "pages": Target(_structured(made_pages.pages, lambda value: check_page(*value, again=False)), most=2_048),
    "fragments": Target(_structured(made_pages.fragments, partial(check_fragment, again=False)), most=2_048),
    "documents": Target(_structured(made_pages.documents, partial(check_page, again=False)), most=2_048),
    "articles": Target(_structured(articles, check_written), most=4_096),
    "parse_again": Target(check_page_again, is_page=True, most=8_192, when_named=True),
    "clean_html_again": Target(check_fragment_again, is_page=True, when_named=True),
}
