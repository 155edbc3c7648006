"""Bytes to text: which encoding, and how it was known."""

from __future__ import annotations

import codecs
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean import Parser
from newsclean.decode import decode

WORDS = "　　砚江上的老桥今天通车，两岸的人等了十一年。"
GB_ONLY = WORDS + "㐂𠮷"  # characters outside gb2312 and gbk


def page(charset: str | None, words: str = WORDS) -> str:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">' if charset else ""
    return f"<html><head>{meta}</head><body>{words}</body></html>"


@pytest.mark.parametrize(
    ("data", "header", "encoding", "known_from"),
    [
        (page("utf-8").encode(), None, "utf-8", "meta"),
        (page("gb2312").encode("gb18030"), None, "gb18030", "meta"),
        (page("gbk", GB_ONLY).encode("gb18030"), None, "gb18030", "meta"),
        (page("GB18030", GB_ONLY).encode("gb18030"), None, "gb18030", "meta"),
        (page(None).encode(), "text/html; charset=UTF-8", "utf-8", "header"),
        (page(None).encode("gb18030"), "text/html; charset=gbk", "gb18030", "header"),
        (page("utf-8").encode("gb18030"), None, "gb18030", "bytes"),
        (page("gb2312").encode(), None, "utf-8", "bytes"),
        (page(None).encode(), None, "utf-8", "bytes"),
        (page(None).encode("gb18030"), None, "gb18030", "bytes"),
        (page("gb2312").encode("gb18030"), "text/html; charset=utf-8", "gb18030", "meta"),
        (page("utf-8").encode(), "text/html; charset=gbk", "utf-8", "meta"),
        (page("gb2312").encode("gb18030"), "text/html; charset=ISO-8859-1", "gb18030", "meta"),
        (codecs.BOM_UTF8 + page("gbk").encode(), "text/html; charset=gbk", "utf-8", "byte order mark"),
        (codecs.BOM_UTF16_LE + page(None).encode("utf-16-le"), None, "utf-16-le", "byte order mark"),
        (b"<p>plain</p>", None, "utf-8", "ascii"),
        (page("big5", "國產遊艇下水").encode("big5"), None, "big5hkscs", "meta"),
    ],
)
def test_encoding_is_found_and_says_how(
    data: bytes, header: str | None, encoding: str, known_from: str
) -> None:
    decoded = decode(data, header)
    assert (decoded.encoding, decoded.known_from) == (encoding, known_from)
    assert "\ufffd" not in decoded.text


def test_two_gbk_characters_that_are_also_utf8_are_read_as_declared() -> None:
    assert decode(page("gbk", "联通").encode("gbk")).text == page("gbk", "联通")


def test_contradiction_is_a_warning() -> None:
    (warning,) = decode(page("utf-8").encode("gb18030")).warnings
    assert warning == "meta says utf-8, but the bytes are gb18030"


def test_lone_bad_byte_is_dropped_and_counted() -> None:
    data = page("utf-8").encode().replace("通车".encode(), "通".encode() + b"\xff" + "车".encode())
    decoded = decode(data)
    assert decoded.text == page("utf-8")
    assert decoded.warnings == ("1 undecodable byte sequences were dropped",)


def test_nul_bytes_are_dropped_and_said() -> None:
    decoded = decode(b"<p>a\x00b</p>")
    assert decoded.text == "<p>ab</p>"
    assert any("NUL" in warning for warning in decoded.warnings)


@settings(deadline=None)  # the detector is loaded by the first that asks it
@given(
    st.binary(max_size=400), st.sampled_from([None, "text/html; charset=gbk", "text/html; charset=nonsense"])
)
def test_every_byte_string_has_an_answer(data: bytes, header: str | None) -> None:
    assert "\x00" not in decode(data, header).text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff"), min_size=1))
def test_declared_gb18030_gives_back_every_character(words: str) -> None:
    written = page("gb18030", WORDS + words)
    assert decode(written.encode("gb18030")).text == written


TRADITIONAL = "這座橋昨天通車，兩岸的人都說方便；渡口的船今天停了。"
HONG_KONG = "港島線嘅乘客話好方便，佢哋日日都搭船過海，喺碼頭食嘢。"  # 嘅佢哋喺嘢 stand in HKSCS alone


@pytest.mark.parametrize("words", [TRADITIONAL, HONG_KONG])
@pytest.mark.parametrize(
    ("charset", "header", "known_from"),
    [
        (None, None, "bytes"),
        (None, "text/html; charset=utf-8", "bytes"),
        (None, "text/html; charset=gbk", "bytes"),
        (None, "text/html; charset=ISO-8859-1", "bytes"),
        ("gb2312", None, "bytes"),
        ("utf-8", None, "bytes"),
        ("big5", "text/html; charset=gb18030", "meta"),
        ("big5", None, "meta"),
        ("big5-hkscs", "text/html; charset=utf-8", "meta"),
    ],
)
def test_big5_is_read_as_big5_whatever_was_said(
    charset: str | None, header: str | None, known_from: str, words: str
) -> None:
    decoded = decode(page(charset, words).encode("big5hkscs"), header)
    assert words in decoded.text
    assert (decoded.encoding, decoded.known_from) == ("big5hkscs", known_from)


def test_a_page_in_big5_that_says_otherwise_has_a_warning() -> None:
    (warning,) = decode(page("gb2312", TRADITIONAL).encode("big5")).warnings
    assert warning == "meta says gb18030, but the bytes are big5hkscs"


def test_a_lone_bad_byte_in_undeclared_big5() -> None:
    decoded = decode(page(None, TRADITIONAL).encode("big5") + b"\xff<p>")
    assert TRADITIONAL in decoded.text
    assert decoded.warnings == ("1 undecodable byte sequences were dropped",)


@pytest.mark.parametrize(
    "words", ["桥面 步道 缆索 船票 渡轮 码头 江岸 灯塔", "讀書會在橋頭；書店關門後，人們還說著話。"]
)
def test_gbk_without_common_words_is_no_big5(words: str) -> None:
    assert words in decode(page("gbk", words).encode("gbk")).text


@pytest.mark.parametrize("head", ["", '<meta charset="gb2312">'])
@pytest.mark.parametrize("window", [True, False])
def test_an_article_in_undeclared_big5(head: str, window: bool) -> None:
    markup = (
        f'<html><head>{head}<title>大橋通車</title></head><body><h1 class="main-title">大橋通車</h1>'
        f'<div id="article"><p>{TRADITIONAL}</p><p>{HONG_KONG}</p></div></body></html>'
    )
    article = Parser(window=window).parse(markup.encode("big5hkscs"))
    assert article.title == "大橋通車"
    assert article.text == f"{TRADITIONAL}\n{HONG_KONG}"
    assert article.encoding == "big5hkscs"


def test_gbk_has_the_characters_of_gb18030() -> None:
    """Bytes that both codecs read give the same text, and none for private use: so GBK is asked first."""
    for first, second in product(range(0x81, 0xFF), range(0x40, 0xFF)):
        code = bytes([first, second])
        text = code.decode("gbk", "replace")
        if "\ufffd" not in text:
            assert text == code.decode("gb18030")
            assert not any("\ue000" <= char <= "\uf8ff" for char in text)
