"""Encodings and characters: names of encodings, pages of more than one, mojibake, what no browser shows, CDATA."""

from __future__ import annotations

import codecs

import pytest
from lxml import html

from newsclean import Article, NotAnArticle, Parser, clean_html, parse

WORDS = "清晨六点，第一辆公交车开过新桥，桥上的灯还亮着，老人说这座桥等了十年。"
GBK_FOOTER = "桥报所有，转载请先说一声。".encode("gbk")
FURNITURE = b'<div class="bar"><a href="/">x</a></div>' * 120  # so that a page is long enough to be cut


def page(body: str = WORDS, charset: str | None = "utf-8", title: str = "河上新桥今晨通车") -> str:
    meta = f'<meta charset="{charset}">' if charset else ""
    return (
        f"<html><head>{meta}<title>{title}_新浪网</title></head><body><div class='path-search'></div>"
        f'<h1 class="main-title">{title}</h1><span class="date">2022年03月08日 21:17</span>'
        f'<div class="article" id="artibody"><p>{body}</p><p>{WORDS}</p></div>'
        + "<p>x</p>" * 40
        + "</body></html>"
    )


def both(data: bytes, content_type: str | None = None) -> tuple[Article, Article]:
    """The article by the window, where there is one, and of the whole page."""
    return (
        Parser().parse(data, content_type=content_type),
        Parser(window=False).parse(data, content_type=content_type),
    )


# --- names of encodings ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "label", ["undefined", "idna", "punycode", "hex", "base64", "rot13", "zlib", "bz2", "utf-7", "nonsense"]
)
@pytest.mark.parametrize("place", ["meta", "header", "xml"])
@pytest.mark.parametrize("codec", ["gb18030", "utf-8"])
def test_a_name_that_is_no_encoding_of_the_web_is_not_used_and_told(
    label: str, place: str, codec: str
) -> None:
    text = page(charset=label if place == "meta" else None)
    text = f'<?xml version="1.0" encoding="{label}"?>{text}' if place == "xml" else text
    header = f"text/html; charset={label}" if place == "header" else None
    data = text.encode(codec) + b"<i>\xff\xff</i>"  # so that nothing reads it strictly
    article = parse(data, content_type=header)
    assert WORDS in article.text
    assert article.encoding == codec
    named = {"meta": "meta", "header": "header", "xml": "XML declaration"}[place]
    assert f"{named} names {label!r}, which is no encoding of web pages: it was not used" in article.warnings


def test_where_one_name_is_none_the_next_is_asked() -> None:
    text = f'<?xml version="1.0" encoding="undefined"?>{page(charset="gbk")}'
    article = parse(text.encode("gbk"))
    assert (article.encoding, article.encoding_from) == ("gb18030", "meta")


@pytest.mark.parametrize("label", ["iso-8859-1", "us-ascii", "windows-1252"])
def test_a_name_that_nobody_chose_is_no_warning(label: str) -> None:
    article = parse(page(charset=None).encode("gbk"), content_type=f"text/html; charset={label}")
    assert article.encoding == "gb18030"
    assert article.warnings == ()


def test_bytes_of_no_encoding_under_a_wrong_name_are_no_article() -> None:
    with pytest.raises(NotAnArticle):
        parse(bytes(range(128, 256)) * 30, content_type="text/html; charset=hex")


# --- more than one encoding --------------------------------------------------------------------------------


@pytest.mark.parametrize("charset", ["utf-8", "gbk", None])
@pytest.mark.parametrize("furniture", [b"", FURNITURE])
def test_utf8_page_with_a_footer_in_gbk_stays_utf8(charset: str | None, furniture: bytes) -> None:
    text = page(charset=charset).encode().replace(b"<body>", b"<body>" + furniture)
    data = text.replace(b"</body>", b'<div class="foot">' + GBK_FOOTER + b"</div></body>")
    by_window, by_page = both(data)
    assert by_window.text == by_page.text
    assert WORDS in by_page.text
    assert by_window.encoding == by_page.encoding == "utf-8"
    assert any("undecodable byte sequences were dropped" in warning for warning in by_page.warnings)


def test_gbk_bytes_inside_the_article_cost_no_more_than_themselves() -> None:
    data = (
        page()
        .encode()
        .replace("桥上的灯".encode(), "桥上的灯".encode("gbk"))
        .replace(b"<body>", b"<body>" + FURNITURE)
    )
    by_window, by_page = both(data)
    assert by_window.text == by_page.text
    assert by_page.encoding == "utf-8"
    assert "第一辆公交车开过新桥" in by_page.text


def test_page_in_gbk_with_a_few_words_in_utf8_stays_gbk() -> None:
    data = page(charset="gbk").encode("gbk").replace(b"</body>", "桥报".encode() + b"</body>")
    by_window, by_page = both(data)
    assert by_window.encoding == by_page.encoding == "gb18030"
    assert WORDS in by_page.text


@pytest.mark.parametrize("furniture", [b"", FURNITURE])
@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("big5", "big5hkscs"),
        ("koi8-r", "koi8-r"),
        ("utf-16", "utf-16-le"),
        ("utf-16be", "utf-16-be"),
        ("shift_jis", "cp932"),
        ("euc-kr", "cp949"),
        ("windows-1251", "cp1251"),
        ("x-mac-cyrillic", "mac-cyrillic"),
    ],
)
@pytest.mark.parametrize("charset", ["gb2312", None])
def test_page_in_gbk_under_another_name_is_read_as_gbk(
    label: str, codec: str, charset: str | None, furniture: bytes
) -> None:
    data = page(charset=charset).encode("gbk").replace(b"<body>", b"<body>" + furniture)
    by_window, by_page = both(data, f"text/html; charset={label}")
    assert WORDS in by_window.text
    assert by_window.text == by_page.text
    assert by_window.encoding == by_page.encoding == "gb18030"
    assert by_window.warnings == by_page.warnings == (f"header says {codec}, but the bytes are gb18030",)


@pytest.mark.parametrize(
    ("label", "codec", "words"),
    [
        ("big5", "big5hkscs", "清晨六點，第一輛公車開過新橋，橋上的燈還亮著，老人說這座橋等了十年。"),
        (
            "shift_jis",
            "cp932",
            "朝六時、一番のバスが新しい橋を渡った。橋の灯はまだ明るく、人々は十年待った。",
        ),
        ("euc-jp", "euc_jp", "朝六時、一番のバスが新しい橋を渡った。橋の灯はまだ明るく、人々は十年待った。"),
        ("euc-kr", "cp949", "아침 여섯 시에 첫 버스가 새 다리를 건넜다. 사람들은 십 년을 기다렸다."),
        ("koi8-r", "koi8-r", "В шесть утра первый автобус прошёл по новому мосту. Его ждали десять лет."),
    ],
)
def test_page_that_is_what_its_header_says_is_read_so(label: str, codec: str, words: str) -> None:
    data = page(charset=None).replace(WORDS, words).replace("河上新桥今晨通车", words[:20])
    data = data.replace("_新浪网", "").replace("2022年03月08日", "2022-03-08")
    article = parse(data.encode(codec), content_type=f"text/html; charset={label}")
    assert article.encoding == codec
    assert words in article.text
    assert article.warnings == ()


# --- UTF-16 ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_page_in_utf16_is_read(codec: str, mark: str) -> None:
    article = parse((mark + page()).encode(codec))
    assert article.encoding == codec
    assert WORDS in article.text
    assert article.title == "河上新桥今晨通车"
    assert article.encoding_from == ("byte order mark" if mark else "bytes")


def test_document_in_utf16_is_read() -> None:
    data = codecs.BOM_UTF16_LE + f"---\ntitle: 新桥\n---\n<p>{WORDS}</p>".encode("utf-16-le")
    assert parse(data).title == "新桥"
    assert parse(data).route == "document"


# --- bytes as browsers read them ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (b"\x80", "€"),
        (b"\x80\x80", "€€"),
        (b"\x81\x80", "亐"),  # the same byte as the second of a character
        (b"\xa3\xa0", "\u3000"),
        (b"\xa6\xd9", "\ufe10"),
        (b"\xfe\x59", "\u9fb4"),
        (b"\xa8\xbc", "\u1e3f"),
        (b"\xff", ""),
        (b"\x820\x810\x80", b"\x820\x810".decode("gb18030") + "€"),  # a character of four bytes
    ],
)
def test_gbk_is_read_as_browsers_read_it(written: bytes, read: str) -> None:
    data = page("门票X五元", charset="gbk").encode("gbk").replace(b"X", written)
    by_window, by_page = both(data)
    assert f"门票{read}五元".replace("\u3000", " ") in by_page.text
    assert by_window.text == by_page.text


@pytest.mark.parametrize(
    ("written", "read"), [(b"\xa3\xe1", "€"), (b"\xa1\x45", "‧"), (b"\xa2\x44", "￥"), (b"\xa4\x40", "一")]
)
def test_big5_is_read_as_browsers_read_it(written: bytes, read: str) -> None:
    words = "清晨六點，第一輛公車開過新橋，橋上的燈還亮著，老人說這座橋等了十年。"
    text = (
        page("門票X五元" + words, charset="big5", title="河上新橋今晨通車")
        .replace(WORDS, words)
        .replace("_新浪网", "")
    )
    article = parse(text.encode("big5").replace(b"X", written))
    assert f"門票{read}五元" in article.text
    assert article.encoding == "big5hkscs"


# --- characters that no browser shows ----------------------------------------------------------------------

UNSHOWN = ["\x01", "\x0b", "\x1c", "\x1d", "\x1e", "\x1f", "\x7f", "\x85", "\u2028", "\u2029"]
NOT_IN_METAS = ["\x01", "\x7f", "\ufdd0", "\U0001ffff"]  # they split nothing, and stay there
NO_CHARACTERS = ["\ufffe", "\uffff", "\ufdd0", "\U0001ffff"]


@pytest.mark.parametrize(
    "char", [*UNSHOWN, *NO_CHARACTERS, "&#11;", "&#x1f;", "&#8232;", "&#xfffe;", "&#0065535;"]
)
def test_what_no_browser_shows_splits_and_joins_nothing(char: str) -> None:
    text = page(f"码头{char}边的面馆 老板说{char}。<br>另一{char}行").replace("通车", f"通{char}车")
    text = text.replace("</head>", f'<meta name="keywords" content="新{char}桥,通车"></head>')
    article = parse(text)
    assert article.title == "河上新桥今晨通车"
    assert article.text.splitlines()[:2] == ["码头边的面馆 老板说。", "另一行"]
    if char not in NOT_IN_METAS:
        assert article.keywords == ("新桥", "通车")
    assert parse(text.encode()).text == article.text


@pytest.mark.parametrize(
    "tag", ["<i a\x0bb='c\x0bd'>", "<i {a='\x1f'>", '<i a"b="\u2028">', "<i :='\uffff'>", "<i\x0b>"]
)
def test_attributes_of_odd_names_end_no_run(tag: str) -> None:
    assert parse(page(f"码头{tag}边的</i>\x0b面馆")).text.startswith("码头边的面馆")


def test_what_no_browser_shows_goes_from_elements_which_are_left_as_they_were() -> None:
    element = html.fragment_fromstring("<div><p>码头&#11;边的&#8232;面馆</p></div>")
    assert html.tostring(clean_html(element), encoding="unicode") == "<div><p>码头边的面馆</p></div>"
    assert element.findtext("p") == "码头\x0b边的\u2028面馆"


# --- mojibake ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("gbk", "latin-1", "gb18030 was read as latin-1"),
        ("utf-8", "latin-1", "utf-8 was read as latin-1"),
        ("utf-8", "gb18030", "utf-8 was read as gb18030"),
        ("gbk", "big5hkscs", "gb18030 was read as big5hkscs"),
        ("gbk", "utf-8", "characters were lost"),
    ],
)
def test_text_that_is_mojibake_is_warned_of_with_its_cure(right: str, wrong: str, told: str) -> None:
    text = page().encode(right).decode(wrong, "replace")
    try:
        said = " ".join(parse(text).warnings)
    except NotAnArticle as error:
        said = str(error)
    assert f"mojibake: {told}" in said
    assert "response.content" in said


def test_mojibake_of_windows_1252_names_it_and_the_cure_works() -> None:
    data = page().encode()
    text = "".join([bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data])
    (warning,) = [warning for warning in parse(text).warnings if "mojibake" in warning]
    assert "utf-8 was read as cp1252" in warning
    latin = page().encode("gbk").decode("latin-1")
    assert ".encode('latin-1').decode('gb18030')" in " ".join(parse(latin).warnings)
    assert parse(latin.encode("latin-1").decode("gb18030")).text == parse(page()).text


def test_mojibake_that_was_saved_is_warned_of_too() -> None:
    article = parse(page().encode("gbk").decode("latin-1").encode())
    assert any("mojibake" in warning for warning in article.warnings)


@pytest.mark.parametrize(
    "words",
    [
        WORDS,
        "Les élèves ont traversé le pont à l'aube, où l'été s'achève déjà, là-bas.",
        "橋は十年ぶりに開通した。とても嬉しい。",
    ],
)
def test_text_that_is_none_is_not_warned_of(words: str) -> None:
    article = parse(page(words, title=words[:12]).replace(WORDS, words))
    assert not any("mojibake" in warning for warning in article.warnings)


# --- CDATA -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fragment", "cleaned"),
    [
        ("<![CDATA[<p>桥通了。</p>]]>", "<p>桥通了。</p>"),
        ("\n <![CDATA[<p>桥通了。</p>]]>\n", "<p>桥通了。</p>"),
        ("<![CDATA[<p>甲。</p>]]><![CDATA[<p>乙。</p>]]>", "<p>甲。</p>\n<p>乙。</p>"),
        ("<![CDATA[<p>没有完", "<p>没有完</p>"),
        ("<![CDATA[<p>甲]]]]><![CDATA[>乙</p>]]>", "<p>甲]]&gt;乙</p>"),
        ("<p>甲]]>乙</p>", "<p>甲]]&gt;乙</p>"),
    ],
)
def test_cdata_of_a_feed_holds_markup(fragment: str, cleaned: str) -> None:
    assert clean_html(fragment) == cleaned
    document = parse(f"---\ntitle: 新桥\n---\n{fragment}")
    assert document.html == parse(f"---\ntitle: 新桥\n---\n{cleaned}").html


def test_cdata_of_a_page_is_a_comment_as_in_browsers() -> None:
    article = parse(page().replace("<p>", "<![CDATA[<p>桥]]>", 1))
    assert article.text.startswith("桥]]>")


@pytest.mark.parametrize("text", ["<!&#11;", "<!\x0b>", "<?&#1;", "<!\ufffe"])
def test_a_declaration_alone_with_characters_that_no_browser_shows_is_nothing(text: str) -> None:
    assert clean_html(text) == ""
    with pytest.raises(NotAnArticle):
        parse(text)
