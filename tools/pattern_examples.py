"""The examples of the regular expressions that stand in code: for each, texts that it fits or nearly fits."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, TypeAlias

from newsclean.blocks import LEVEL
from newsclean.rules import markup
from newsclean.rules.signs import SIGNS

__all__ = ["EXAMPLES", "Examples"]

How: TypeAlias = Literal["search", "match", "fullmatch", "finditer"]


class Examples(NamedTuple):
    """How a pattern is asked, and texts that together need each part of it.

    A text that is compiled in a function has ``filled`` for the holes it leaves, and ``flags``.
    """

    how: How
    texts: tuple[str, ...] | tuple[bytes, ...]
    filled: tuple[tuple[bytes | str, bytes | str | int], ...] = ()
    flags: int = 0


NAME = (("name", "qiao"),)
_BLOCKS = (
    "address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form "
    "head header html li main nav ol p pre section table tbody td tfoot th thead tr ul"
).split()

EXAMPLES: dict[str, Examples] = {
    # --- HTML --------------------------------------------------------------------------------------------
    "cut.tokenizer:_OPENER": Examples(
        "search",
        (
            "<!-- bridge -->",
            "</head>",
            "</body>",
            "</html>",
            "<body>",
            '<script src="a.js">',
            "<script />",
            "<style type='text/css'>",
            "<title>",
            "<textarea rows=2>",
            "<iframe>",
            "<xmp>",
            "<noembed>",
            "<noframes>",
            "<plaintext>",
            "<p>",
        ),
    ),
    "cut.tokenizer:_UNASKED": Examples(
        "finditer",
        (
            '<link rel="a" href="b">\n<link rel="a"/><link rel="a" /><link rel="a="><link rel=" "><link a="b>c">',
            '<linked a="b"><link\thref=a><meta name="robots" content="a" />\n<meta property="og:type" content="a=">',
            '<meta http-equiv="Content-Type" content="a"/><meta http-equiv="Content-type" content="a">',
            '<meta http-equiv="X-UA-Compatible" content="a"><meta name="Keywords" content="a">',
            '<meta  name="robots"\n content="" id="a"><meta itemprop="robots" content="a">',
            '<meta name="a b" content="a">',
            *[f'<meta name="{name}" content="a">' for name in sorted(markup.METAS) if " " not in name],
        ),
    ),
    "cut.tokenizer:_TAGS": Examples(
        "fullmatch", ('<a href="x?y=1">', "<a href='x?y=1'>", '<a href="x', "text")
    ),
    "cut.tokenizer:_SCRIPT_TAG": Examples(
        "match", ('<script src="a.js">', "<script src='a.js'>", '<script src="a', "<scripts>")
    ),
    "cut.tokenizer:_COMMENT_END": Examples("search", ("bridge -->", "bridge --!>", "bridge ->")),
    "cut.tokenizer:_SCRIPT_STOP": Examples("search", ("1</script >", "1</SCRIPT a>", "<!-- 1", "</scripts>")),
    "cut.tokenizer:_SCRIPT": Examples("finditer", ("<script><SCRIPT/></script ><scripts>",)),
    "cut.tokenizer:_CLOSERS": Examples(
        "search",
        tuple(f"1</{name}{end}" for name in "script style iframe title".split() for end in (" >", "/a>")),
    ),
    "cut.tokenizer:_RARE": Examples(
        "finditer",
        (
            "<meta a><base b><style><textarea><iframe><title><xmp><noembed><noframes><plaintext></body></html>",
            "<metal><body>",
            "<META a><BASE b><STYLE><TEXTAREA><IFRAME><TITLE><XMP><NOEMBED><NOFRAMES><PLAINTEXT></BODY></HTML>",
            "<sCRIPT><SCRIPT></IFRAME></NOEMBED></PLAINTEXT></STYLE></TITLE></XMP></X></div>",
            "<script>1</script><script src='a>",
            "<script src='a.js'></script><script src=\"a.js\"></script><style>",
            '<style type="text/css">1</style>',
            "<style type='text/css'>1</style>",
            '<style type="text/css >1</style>',
        ),
    ),
    "cut.window:_NAME": Examples("match", ("<div id=qiao>", "</div>")),
    "cut.window:_CLOSERS": Examples("search", ("1-->", "1</script", "1</SCRIPT", "1</style", "1</STYLE")),
    "cut.window:_BEFORE_TAG": Examples(
        "match", ("a < b<div>1 < 2</div><P>< 3<A>", "<div><P>", "<a><b></b>"), filled=(("count", 2),)
    ),
    "cut.window:_SECTIONS": Examples(
        "finditer",
        (
            "<!-- --><script><style></div><div><section><article></main>",
            "<SCRIPT><STYLE></DIV><SECTION><ARTICLE></MAIN>",
            "<scripts><styles><divs>",
        ),
    ),
    "cut.window:_DIVS": Examples(
        "finditer",
        (
            "<!-- --><script><style></div><table><thead><tbody><tfoot><tr><td><th>",
            "<SCRIPT><STYLE></DIV><TABLE><THEAD><TBODY><TFOOT><TR><TD><TH>",
            "<scripts><styles><tables>",
        ),
    ),
    "cut.window:_CROSSING": Examples(
        "finditer", ("</table></thead></tbody></TFOOT></tr></td></th></title></body></HTML>",)
    ),
    "cut.search:_WITH_ID": Examples(
        "match",
        (
            '<div id="qiao">',
            "<div class=a id=' qiao '>",
            "<DIV id=qiao>",
            '<div id="qiaos">',
            "<div id=qiaos>",
        ),
        NAME,
        re.ASCII | re.IGNORECASE,
    ),
    "cut.search:_WITH_CLASS": Examples(
        "match",
        (
            '<div class="left qiao">',
            '<div class="qiao left">',
            "<div class='left qiao'>",
            "<div class='qiao left'>",
            "<div class=qiao>",
            '<div class="qiaos">',
        ),
        NAME,
        re.ASCII | re.IGNORECASE,
    ),
    "confidence:_RAISED_OR_LOWERED": Examples("finditer", ("".join(map(chr, LEVEL)),)),
    "clean.figures:_MARKUP": Examples("finditer", ("qya<wbr>qiao 3 < 4",)),
    "locate.refuse:_REFRESH": Examples("match", ("0; url=qiao.html", " 3 ; URL = qiao.html", "30")),
    "decode.told:_HEADER_CHARSET": Examples(
        "search", ("text/html; charset=gbk", "text/html; Charset = 'gb2312'", "text/html")
    ),
    "decode.told:_META_CHARSET": Examples(
        "search",
        (
            b'<meta http-equiv="Content-Type" content="text/html; charset=gb2312">',
            b'<?xml version="1.0" encoding="utf-8"?>',
            b"<p>charset=gbk</p>",
        ),
    ),
    "decode.told:CJK_IN_UTF8": Examples(
        "search", (b"\xe4\xb8\x80", b"\xe6\xa1\xa5", b"\xe4\x80\x80", b"\xc3\xa9")
    ),
    "decode.told:CJK": Examples("search", ("\u6865", "bridge")),
    "decode.read:_GB": Examples(
        "match",
        (
            b"a\xb0\xa1\x80",
            b"\xb0A\x80",
            b"\x81\x80\x80",
            b"\x810\x810\x80",
            b"\xff\x80",
            b"\xb0 \x80",
            b"\x81\x80",
            b"a",
        ),
    ),
    "decode.read:_BIG5": Examples(
        "match",
        (
            *[bytes(pair) for pair in ((0xA1, low) for low in b"EN\xc2\xe3\xf2\xf3")],
            *[bytes(pair) for pair in ((0xA2, low) for low in b"ABDFG")],
            b"\xa3\xe1",
            b"a\x80\xa3\xe1",
            b"\xa4@\xa3\xe1",
            b"\xa4\xa1\xa3\xe1",
            b"\xa4\xa1E",
            b"\xa4<\xa3\xe1",
            b"\xff\xa3\xe1",
            b"\xa4@",
        ),
    ),
    "tree:_REFERENCE": Examples(
        "search",
        (
            *[
                f"a&#{code};"
                for code in ("11", "028", "29", "30", "31", "8232", "8233", "65534", "65535", "12", "111")
            ],
            *[
                f"a&#x{code};"
                for code in (
                    "b",
                    "00B",
                    "1c",
                    "1F",
                    "2028",
                    "2029",
                    "fffe",
                    "FFFF",
                    "fffE",
                    "ffff",
                    "ffee",
                    "c",
                    "bb",
                )
            ],
            "a&#X1c;",
        ),
    ),
    "tree:_PLAIN_NAME": Examples(
        "fullmatch", ("title", "data-src", "data_2", "A", "1a", "a{b", "xlink:href")
    ),
    "locate.slides:_SURROGATES": Examples("finditer", ("a\ud800b\udfffc", "a\ufffe")),
    "locate.readability:_NO_XML": Examples("finditer", ("a\x00b\x0bc\ufffe", "a\n")),
    "parser:_FRONT": Examples(
        "match", (b"\n---\n", b"\n\xef\xbb\xbf---\n", b"\xef\xbb\xbf\n+++\n", b"<p>---")
    ),
    # --- redirects ---------------------------------------------------------------------------------------
    "fetch.redirects:_INVISIBLE": Examples(
        "finditer",
        (
            b"a<!-- > -->b",
            b"<script>1</script><style>2</style><title>3</title><noscript>4</noscript >",
            b"<p>5 6</p>",
        ),
    ),
    "fetch.redirects:_COMMENTS": Examples("finditer", (b"a<!--\nb-->c<!--d-->",)),
    "fetch.redirects:_REFRESH": Examples(
        "search",
        (
            b'<meta http-equiv="refresh" content="0">',
            b"<META HTTP-EQUIV=Refresh>",
            b'<meta name="refreshed">',
        ),
    ),
    "fetch.redirects:_REFRESH_CONTENT": Examples(
        "search",
        (
            b'content="0; url=qiao.html">',
            b"content='0.5;URL='qiao.html''>",
            b"content=.5;url=qiao.html>",
            b'content="30">',
        ),
    ),
    "fetch.redirects:_SCRIPT": Examples(
        "search",
        (
            b'location = "qiao.html"',
            b"window.location.href='qiao.html'",
            b"location.replace('qiao.html')",
            b'location.assign("qiao.html")',
            b'allocation="qiao.html"',
        ),
    ),
    "fetch.redirects:_MOBILE_META": Examples(
        "search",
        (
            b'<meta name="mobile-agent" content="format=html5; url=https://qya.example/1.d.html">',
            b'<meta name="mobile-agents" content="url=https://qya.example/1.d.html">',
        ),
    ),
    "fetch.redirects:_DESKTOP_NAMES": Examples(
        "search",
        (b'__webURL: "https://qya.example/1.shtml"', b"'__webURL' = '//qya.example/1'", b"webURL: '1'"),
    ),
    "fetch.redirects:_HREF": Examples(
        "finditer", (b"<a href='1.html'><a href = 2.html><a HREF=\"3.html\">",)
    ),
    # --- CSS ---------------------------------------------------------------------------------------------
    "clean.elements:_BOLD_STYLE": Examples(
        "search", ("font-weight: bold", "FONT-WEIGHT:700", "font-weight: normal", "font-weight: 400")
    ),
    "clean.lookup:HIDDEN_STYLE": Examples(
        "search", ("display : none", "visibility: hidden", "display: block", "visibility: visible")
    ),
    "clean.surroundings:_CENTRED_STYLE": Examples("search", ("text-align : Center", "text-align: left")),
    # --- numbers and addresses in attributes -----------------------------------------------------------------
    "clean.elements:_SCRIPT_STYLE": Examples(
        "search",
        (
            "vertical-align: super",
            "vertical-align :sub",
            "vertical-align:subtle",
            "VERTICAL-ALIGN: SUPER",
            "vertical-align: top",
        ),
    ),
    "clean.pictures:_DOUBLED": Examples(
        "match",
        (
            "http:http://qya.example/1.jpg",
            "https:http://qya.example/1.jpg",
            "http:https://qya.example/1.jpg",
            "http://qya.example/1.jpg",
        ),
    ),
    "clean.pictures:_SCHEME_ENDS": Examples("search", ("a/b:c", "a?b:c", "a#b:c", "javascript:a")),
    "clean.pictures:_SIZED": Examples(
        "finditer", (", a.jpg 1x, b.jpg 2.5x, c.jpg", "a,b.jpg 300w 200h, c.jpg 20h", "a.jpg 12q, b.jpg 1xs")
    ),
    "clean.pictures:_SIZE": Examples("match", ("550", " 550.5px ", "50%", "auto")),
    "clean.tables:_SPAN": Examples("match", (" 2", "two")),
    "render.safe:_MAIL": Examples("match", ("mailto:a@qya.example", "mailto: a", "data:1")),
    "explaining.places:_STEP_END": Examples("search", ("div#qya", "p.lamp", "td")),
    "explaining.places:_DIGITS": Examples("finditer", ("lamp 12 of 300", "lamps")),
    "explaining.places:_SIGNS": Examples("finditer", ("lamp (1.5+2)*[3]{4}|5?^$\\", "lamps")),
    "explaining.places:_PLAIN": Examples("fullmatch", ("lamp-card_2", "2lamps", "lamp card")),
    "hosts:_PLAIN": Examples(
        "match",
        (
            "http://qya.example/a",
            "https://www.qya.example",
            "https://a_1.example:8080?b",
            "https://qya.example#b",
            "https://qya.example:80808",
            "https://xn--qya.example/",
            "https://qya.1",
            "data:1",
        ),
    ),
    "hosts:_WEB": Examples("match", ("http://qya", "https://qya", "https:///qya", "data:1")),
    "hosts:_LETTERS": Examples("fullmatch", ("a1_b.c-d", "a b", "qya!")),
    "hosts:_NUMBER": Examples("search", ("127.0.0.1", "127.0.0.1.", "qya.1x", "1.qya", "2130706433", "qya1")),
    # --- text --------------------------------------------------------------------------------------------
    "batch.dedup:_NOT_TEXT": Examples("finditer", ("bridge_lamp, lit.",)),
    "batch.documents:_UNSAFE": Examples("finditer", ("qya/1:2.html",)),
    "clean.captions:_ASIDE": Examples(
        "search", ("lamps (photo by a friend)", "lamps (1)", "(photo by me) lamps")
    ),
    "clean.passes:_NO_WORD": Examples("finditer", ("bridge_lamp, lit.",)),
    "clean.whitespace:_INVISIBLE": Examples(
        "finditer",
        ("a\x00b\x7fc\x86d\u200be\u2060f\ufeffg\xadh\ue5c2", "a\u200cb", "\U0001f469\u200d\U0001f4bb"),
    ),
    "cli.wrapping:_UNITS": Examples("finditer", ("why  \u6865\u706f",)),
    "locate.doubts:_VERSE_END": Examples(
        "search",
        (
            "lit\uff0c",
            "lit\u3002",
            "lit\uff01",
            "lit\uff1f",
            "lit\uff1b",
            "lit\u2026",
            "lit\u3001",
            "lit",
            "\uff0clit",
        ),
    ),
    "locate.doubts:_SENTENCE": Examples(
        "search", ("Lit!", "Lit", "It was lit. They", "It was lit.", 'It was "lit". They', "qya.example")
    ),
    "locate.doubts:_LATIN_SENTENCE": Examples(
        "search", ("It was lit. They left", "It was lit.", "qya.example")
    ),
    "locate.readability:_MARKS": Examples("finditer", ("\u6865\u3002",)),
    "metadata.fields:_EMPTY_BRACKETS": Examples("finditer", ("\u6865 ( )", "\u6865\uff08\uff09")),
    "locate.weights:_NO_WORD": Examples("finditer", ("bridge_lamp, lit.",)),
    "locate.weights:_SENTENCE": Examples(
        "search", ("\u6865\u3002", "lit, and", "lit.", 'lit." They', "qya.example", "Lamps")
    ),
    "metadata.keywords:_BETWEEN": Examples("finditer", ("bridge, lamp  town",)),
    "report.trial:_WORD": Examples("finditer", ("bridge_lamp, lit",)),
    # --- patterns and selectors ------------------------------------------------------------------------------
    "report.trial:_SIGNS": Examples(
        "finditer", (r"\d(?P<name>a)(?=b)(?!b)(?:b)(?<=b)(?<!b)(?>b)[^c]{1,2}", "bridge")
    ),
    "rules.check:_NAME": Examples("finditer", ("a{HAN}b{han}c{SIGN_2}",)),
    "rules.spread:_LAST_LETTER": Examples("search", ("作 者:沈砚秋", "编 辑 |", "作 8:", "作_ 者", "作者:")),
    "rules.spread:_SPREAD": Examples(
        "search",
        ("作 者:沈砚秋", "责 任 编 辑 | 沈砚秋", "作 者", "工作 者:", "8 者:", "作_ 者/", "作 8:", "_作 者:"),
    ),
    "rules.scripts:_PIECE": Examples(
        "finditer",
        (
            r"桥记者\[编者",
            r"记[编\]著]者[^]文]刊[]文]",
            "者?记者*编者+报者{2}",
            "桥[编",
            "\\\n编",
            "[编\\\n者]",
        ),
    ),
    "rules.lean:_SET": Examples(
        "finditer",
        (
            r"\[，]a[，\]。]b[^，]{2,}+[]，]*+[^]]++[、\\]?+",
            "[，]*[，]+[，]{2}[，]?[、",
            "\\\n[\n\\\n]",
        ),
    ),
    "rules.lean:_MEMBER": Examples("finditer", (r"a-z\]，一-龥\--\\-", "\n-\n\\\n-\\\n", "-a--")),
    "rules.scripts:_RANGE": Examples("search", ("[一-龥]", "[一-]", "[-一]")),
    "rules.forms:_NAME": Examples("finditer", ("a{HAN}b{han}c{SIGN_2}",)),
    "rules.load:_NAMED": Examples("finditer", ("a{HAN}b{han}c{SIGN_2}",)),
    "rules.load:_CLASS_NAME": Examples("fullmatch", ("SIGN_2", "sign")),
    "rules.check:_SELECTOR": Examples("fullmatch", ("div", "h1.left", "#qiao", "div#qiao", "a>b")),
    "rules.check:_ONE_STEP": Examples("fullmatch", ("#qiao", ".left", "div.left")),
    "rules.signs:_RARE": Examples("finditer", ("".join(map(chr, SIGNS)),)),
    "rules.check:_NO_NAME": Examples("search", (".left", "#left", "a b", "a,b", "a>b", "a[b", "left-side")),
    "rules.check:_BARE_NAME": Examples("fullmatch", ("left-side", ".left")),
    "rules.check:_GROUP": Examples("finditer", ("(?P<name>a)(?:b)",)),
    "rules.forms:_GROUP": Examples("finditer", ("(?P<name>a)(?:b)",)),
    "rules.forms:_NUMBERED": Examples("finditer", ("(?P<name_of__2>a)(?:b)",)),
    "cut.window:_MARK": Examples("finditer", ("div#qiao", ".left")),
    "article:_PLACED": Examples(
        "fullmatch",
        (
            "Expected `int`, got `str` - at `$.blocks[0].level`",
            "Expected `str` - at `key` in `$`",
            "Expected `int`",
        ),
    ),
    # --- scripts -----------------------------------------------------------------------------------------
    "rules.markup:SCRIPTED_THREAD": Examples("match", (': "cj:comos-qyawxy1234567"', ': "cj:1"')),
    "rules.markup:NOTED_MEDIUM": Examples("match", (b'="Qingya Evening"', b'=""')),
    "dates:_NUMBER": Examples(
        "fullmatch",
        ("20220120", "1642665600000000", "1642665600.5", "2022", "12345678901234567", "20220120."),
    ),
    "lists.items:_TAG": Examples("finditer", ("a <em>bridge</em> 3 < 4",)),
    "lists.items:_LIVE_TITLE": Examples("match", ("\u3010bridge\u3011 It was lit.", "It was lit.")),
    "cli.follow:_DURATION": Examples("fullmatch", ("90", "10m", "2h", "1d", "5s", "m", "10 m", "1234567")),
    "lists.answers:_JSON_START": Examples("search", ("qiao([1])", "qiao={}", "1")),
    "lists.answers:_COMMENT": Examples("match", ("/*<script>\n</script>*/qiao()", "qiao(/* 1 */)")),
    "lists.answers:_TRY": Examples("match", (" try {qiao()}", "qiao({})")),
    "lists.links:_TITLE": Examples("search", ("<TITLE lang='a'>qiao</title>", "<titl>qiao")),
    "lists.links:_DAY_IN_PATH": Examples(
        "search",
        ("/a/2026-11-28/b", "/a/19991128/b", "/a/2026/1128/b", "/a/2126-11-28/b", "/a/2026-11-28b"),
    ),
    "lists.links:_NO_DIGITS_FIRST": Examples("search", ("(11", "11(")),
    "lists.query:_NO_DIGITS": Examples("finditer", ("sh600999", "600999")),
    "lists.items:_BETWEEN_WORDS": Examples("finditer", ("bridge, lamp  town",)),
    # --- YAML and Markdown -----------------------------------------------------------------------------------
    "documents.front_matter:_OPENING": Examples(
        "match", ("\ufeff\n---\n", "\r\n \r---  \r\n", "---\r", "+++\n", "----\n", "a\n---\n")
    ),
    "documents.front_matter:_CLOSING": Examples(
        "search", ("a: 1\n---\n", "a: 1\n...\r\n", "a: 1\r---\rb", "a: 1\n---", "a: 1\n--- b")
    ),
    "documents.front_matter:_ENTRY": Examples(
        "fullmatch",
        (
            "my_key-2:",
            "a:  ",
            "b: 'the ''new'' bridge' ",
            "c: \"the 'new' bridge\"",
            "date: Thu, 26 May 2022 07:54:49 GMT",
            "d: new: bridge",
            "e: new:",
            "f: -new",
            'g: "a\\n"',
            "h:new",
            "2: new",
            "i: 'a'b'",
        ),
    ),
    "documents.front_matter:_ITEM": Examples(
        "fullmatch",
        (
            "- bridge",
            "  -  'the ''new'' bridge' ",
            " - \"the 'new' bridge\"",
            " - 07:54",
            " - new: bridge",
            " - new:",
            " - - new",
            ' - "a\\n"',
            " -new",
            " - 'a'b'",
        ),
    ),
    "documents.body:_ID": Examples("search", (b"<div id = 'a'>", b"<div id=a>", b"<div class=a>idle")),
    "documents.front_matter:_QUOTED": Examples("finditer", ("title: 'the 'new' bridge'\r\nurl: 1\n",)),
    "documents.front_matter:_TOML_CLOSING": Examples(
        "search", ("a = 1\n+++\n", "a = 1\r+++ \t\rb", "a = 1\n+++\r\n", "a = 1\n+++", "a = 1\n+++ b")
    ),
    "documents.mending:_LINE": Examples(
        "match",
        ("my-title: @qiao", "  - @qiao", "\t-\t\u3000\xa0@qiao", "title:\u3000@qiao", "title:qiao", "-qiao"),
    ),
    "documents.mending:_TIGHT": Examples(
        "fullmatch",
        (
            "my-title2:qiao",
            "title\uff1aqiao",
            "title\uff1a \t\u3000qiao",
            "title: qiao",
            "http://qiao",
            "a::b",
            "2a:b",
        ),
    ),
    "documents.mending:_TRIPLE": Examples(
        "finditer", ('my-title: """the "new"\nbridge""" \r\na: 1\n', 'title:\t"""a"""\t', 'a: """b""" c\n')
    ),
    "documents.mending:_TOPIC": Examples("search", ("#qiao# a", "a #qiao#", "a#qiao#", "# qiao #", "## a")),
    "documents.mending:_BLOCK": Examples("fullmatch", ("|", ">-2 ", "|+", "> qiao")),
    "documents.writers:_SERIES": Examples("finditer", ("a \u3001b\uff0cc,d;e\uff1bf/g&h\uff06i | j k",)),
    "documents.markdown:_INDENTED": Examples(
        "finditer", ("a \t\n \t\u3000b\n\u3000c\\\n\u3000d\n\n\u3000e",)
    ),
    "documents.body:_BLOCK_TAG": Examples(
        "match",
        (
            *[f"<{name}>" for name in (*_BLOCKS, "h1", "h6", "h7", "span", "pq")],
            " </P ",
            "<p",
            "<p/",
            "a <p>",
        ),
    ),
    "documents.body:_HEADING": Examples("match", ("# a", "   ######\tb", "    # a", "#a", "# ")),
    "documents.body:_FENCE": Examples("match", ("```qiao", "   ~~~~", "    ```", "``")),
    "documents.front_matter:_INT": Examples("fullmatch", ("0", "-12", "007", "1e3")),
    "documents.front_matter:_FLOAT": Examples("fullmatch", ("0.5", "-12.25", "3.0", "1.50", "00.5")),
    "render.front_matter:_BREAKS": Examples("finditer", ("a\nb\x85c\u2028d",)),
    "render.html:UNWRITABLE": Examples("finditer", ("a\x00b\x0bc\x7fd\ud800e\ufdd0f\uffff", "a\n")),
    "render.inline:_SPECIAL": Examples("finditer", ("a*b [c] &lt; d & e !", "![a](b)! !a", "a_b _c_")),
    "render.inline:_LINE_START": Examples(
        "match",
        ("12. May", "12) May", "1.5", "---", "- - -", "+ a", "-1", "## a", "#a", "> a", "12.", "##", "a"),
    ),
    "render.inline:_ENTITY": Examples("finditer", ("a &lt; b &#60; c & d",)),
    "render.markdown:_CLOSING": Examples("search", ("bridge ##", "bridge#", "##")),
}
