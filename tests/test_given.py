"""What a page may be given as, and what is said of everything that is no page."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from fixtures import ARTICLES
from newsclean import (
    InputError,
    NewscleanError,
    NotAnArticle,
    Page,
    Parser,
    clean_html,
    explain,
    parse,
    parse_page,
)

MARKUP = '<h1 class="main-title">桥通了</h1><div id="article"><p>　　老桥今天通车。<a href="/b.html">看</a></p></div>'
CONTENT = MARKUP.encode()
ROW = b'1,"<h1 class=""main-title"">a</h1><div id=""article""><p>b</p></div>"\n'


@pytest.mark.parametrize(
    "given", [CONTENT, bytearray(CONTENT), memoryview(CONTENT), memoryview(CONTENT)[::1], array("B", CONTENT)]
)
def test_bytes_of_every_sort_are_a_page(given: bytes) -> None:
    assert parse(given) == parse(CONTENT)
    assert parse_page(Page(given)).title == "桥通了"


def test_the_path_of_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(MARKUP.encode("gb18030"))
    assert parse(path).text == "老桥今天通车。看"
    assert (
        Parser().parse(path, url="https://news.sina.com.cn/a.html").url == "https://news.sina.com.cn/a.html"
    )


@pytest.mark.parametrize(("name", "why"), [("none.html", "cannot be read"), (".", "folder")])
def test_a_path_that_cannot_be_read_is_an_error_of_the_input(tmp_path: Path, name: str, why: str) -> None:
    with pytest.raises(InputError, match=why) as caught:
        parse(tmp_path / name)
    assert (caught.value.kind, caught.value.url) == ("file", str(tmp_path / name))


@pytest.mark.parametrize("given", [None, 3, ["<p>"], {"html": "<p>"}])
def test_other_types_are_named(given: object) -> None:
    with pytest.raises(TypeError, match=type(given).__name__):
        parse(given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "function"),
    [
        ("https://news.sina.com.cn/c/2024-01-01/doc-a.shtml", "newsclean.read"),
        (" //news.sina.com.cn/a.html\n", "newsclean.read"),
        ("page.html", "pathlib.Path"),
        ("a folder/某页.shtml", "pathlib.Path"),
        ("https://a.cn/1\nhttps://a.cn/2\n", "newsclean batch"),
    ],
)
def test_a_text_is_never_fetched_or_opened(
    text: str, function: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.html").write_bytes(CONTENT)
    monkeypatch.chdir(tmp_path)
    for given in (text, text.encode()):
        with pytest.raises(NotAnArticle, match=function):
            parse(given)


FORMATS = [
    (b"id,title\n1,a\n2,b\n", "CSV"),
    (b"\xef\xbb\xbfid\ttitle\r\n1\ta\r\n", "CSV"),
    ("编号,标题\n1,桥通了\n".encode("gbk"), "CSV"),
    (b"id,html\n" + ROW, "CSV"),
    (b"%PDF-1.7\n", "PDF"),
    (b"PK\x03\x04\x14\x00", "ZIP"),
    (b"\x1f\x8b\x08\x00", "gzip"),
    (b"\x28\xb5\x2f\xfd<p>", "Zstandard"),
    (bytes(range(1, 256)) * 9, "binary"),
    (b"WARC/1.1\r\nWARC-Type: response\r\n\r\n<p>a</p>", "WARC"),
    (b"PAR1\x15\x04", "Parquet"),
    (b'<?xml version="1.0"?>\n<!-- a --><rss version="2.0"><channel><title>a</title></channel></rss>', "RSS"),
    (b'\xef\xbb\xbf\n<feed xmlns="http://www.w3.org/2005/Atom"><title>a</title></feed>', "Atom"),
    (b'<rdf:RDF xmlns:rdf="a"><item/></rdf:RDF>', "RSS"),
    (b"<urlset><url><loc>https://a.cn/</loc></url></urlset>", "sitemap"),
    (b'From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n\r\n<div id=3D"article"><p>a</p></div>', "mhtml"),
    (b'Content-Type: multipart/related; boundary="a"\r\n\r\n<p>a</p>', "mhtml"),
    (b'{"html": "<div id=article><p>a</p></div>"}', "JSON"),
    (b'{"html": "<p>a</p>"}\n{"html": "<p>b</p>"}\n', "JSON lines"),
    (b"[" * 5_000 + b"<p>", "JSON, nested too deeply"),
    (b"just words", "text"),
]


@pytest.mark.parametrize(("content", "name"), FORMATS, ids=[str(number) for number in range(len(FORMATS))])
def test_what_is_no_page_is_named_by_its_format(content: bytes, name: str) -> None:
    for parser in (Parser(), Parser(window=False)):
        with pytest.raises(NotAnArticle, match=name) as caught:
            parser.parse(content)
        assert caught.value.kind == "not_html"


@pytest.mark.parametrize(
    "before", [b"", b"\n", b" " * 5_000, b"\xef\xbb\xbf", b"<?xml version='1.0'?>\n", b"a, b\n", b"[1]\n"]
)
def test_a_page_is_a_page_whatever_stands_before_it(before: bytes) -> None:
    assert parse(before + CONTENT).title == "桥通了"


def test_an_address_loses_user_and_password_wherever_it_is_used() -> None:
    article = parse(CONTENT, url="https://ann:secret@example.org/a.html")
    assert article.url == "https://example.org/a.html"
    assert 'href="https://example.org/b.html"' in article.html
    assert "secret" not in article.to_json() + article.to_front_matter()
    with pytest.raises(NotAnArticle) as caught:
        parse(b"<p>", url="https://ann:secret@example.org/a.html")
    assert "secret" not in repr(caught.value.to_dict())


@pytest.mark.parametrize("address", ["http://[", "//[::1/a", "https://h.cn:port/", "http://"])
def test_an_address_that_is_none_changes_no_more_than_addresses(address: str) -> None:
    for fixture in ARTICLES:
        page = fixture.content.replace(b'href="http', b'href="/http')
        try:
            article = parse(page, url=address)
        except NewscleanError:
            continue
        assert explain(page, url=address).article == article


def test_half_a_character_in_an_address_is_replaced_and_told() -> None:
    article = parse(CONTENT, url="https://example.org/\ud83d.html")
    assert article.url == "https://example.org/\ufffd.html"
    assert article.warnings == ("the address holds half a character, which was replaced",)
    article.to_json().encode()


def test_fragments_are_cleaned_whatever_their_format() -> None:
    assert clean_html("a,b\n1,2") == "<p>a,b 1,2</p>"
