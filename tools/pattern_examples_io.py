"""The examples of the regular expressions that stand in the code of inputs and of errors; see pattern_examples.py."""

from __future__ import annotations

from pattern_examples import Examples

__all__ = ["INPUTS"]

INPUTS: dict[str, Examples] = {
    # --- archives ----------------------------------------------------------------------------------------
    "batch.http_answer:_STATUS": Examples("match", (b"HTTP/1.1 200 OK", b"HTTP/1.1 two", b"HTTPS 200")),
    "batch.http_answer:_FIELD": Examples("match", (b"X-Qiao_1: a", b"3d~x\t: b", b"<p>: c")),
    "batch.http_answer:_LINE": Examples("match", (b"a\nb", b"a")),
    "batch.http_answer:_CHUNK": Examples(
        "match", (b"1f\r\nqiao", b"AF ;lamp=1\r\nqiao", b"0 \nqiao", b"123456789\r\n", b"qiao\r\n")
    ),
    "batch.http_answer:_LINE_END": Examples("match", (b"\r\n", b"\n", b"a")),
    "batch.http_answer:_LATER_CHUNK": Examples(
        "search", (b"qiao\r\n1f \r\nqiao", b"qiao\r\nAF\r\n", b"qiao\nAF\n")
    ),
    "batch.warc_records:_HEAD_END": Examples("search", (b"a: b\r\n\r\nc", b"a: b\n\nc", b"a: b\nc")),
    "batch.warc_records:_RECORD": Examples(
        "match", (b"WARC/1.0\r\n", b"WARC/0.18\n", b"WARC/2.0\r\n", b"WARC/1.0 ")
    ),
    "batch.warc_records:_NEXT": Examples(
        "search", (b"xWARC/1.1\r\nWARC-Type: a", b"WARC/0.18\nA:", b"WARC/1.0\r\n1")
    ),
    "batch.warc_records:_LINE_END": Examples("search", ("a\r\nb", "a\nb", "ab")),
    "batch.warc_records:_SEPARATOR": Examples("search", (b"qiao\r\n\r\n", b"qiao\n\n", b"qiao\n\nx")),
    "batch.warc_records:_BEHIND": Examples(
        "match", (b"\r\n\r\nWARC/1.0", b"\nWARC/1.0", b"\r\n", b"\r\n\r\nqiao", b"qiao")
    ),
    "batch.folders:_PAGE": Examples(
        "search",
        (
            b"<!DOCTYPE html>",
            b"<html>",
            b"<head >",
            b"<BODY>",
            b"<meta a>",
            b"<title>",
            b"<meta>",
            b"<headers>",
            b"<p>",
        ),
    ),
    "batch.folders:_HEAD": Examples(
        "match",
        (
            b"\xef\xbb\xbf\n--- \r\ntitle : a",
            b"+++\nmy-title = 1",
            b'---\n"a": 1',
            b"---\n- a",
            b"--\na: 1",
            b"a\n---\nb: 1",
        ),
    ),
    "decode.wayback:_COPY": Examples(
        "match",
        (
            "https://web.archive.org/web/2022/https://qiao.example/a\nb",
            "HTTP://web.archive.org:80/web/20220308131700im_/http:/qiao.example",
            "//web.archive.org/web/20220308/qiao.example",
            "https://web.archive.org/web/2022/ a",
            "https://web.archive.org/about",
        ),
    ),
    "decode.wayback:_BEFORE": Examples(
        "finditer",
        (
            "https://web.archive.org/web/2022im_/https://a http://web.archive.org/web/2022/http:/a",
            "//web.archive.org/web/2022///a /web/2022/https://a /web/2022/a",
        ),
    ),
    "decode.wayback:_REWRITTEN": Examples(
        "search",
        tuple(f"/web/2022030813170{form}/" for form in ("0im_", "0js_", "0cs_", "0if_", "0fw_", "0xx_", "0")),
    ),
    "decode.mhtml:_HEADERS": Examples(
        "match",
        (
            b"From: a\r\nB-c: d\r\n\te\r\n\r\n",
            b"From: a\n\nb",
            b"From: a\nb",
            b"a b: c\n\n",
            b"From:\n f\n\n",
        ),
    ),
    "decode.mhtml:_MULTIPART": Examples(
        "search",
        (
            b"A: b\nContent-Type:  multipart/related;",
            b"content-type:multipart/related",
            b"Content-Type: text/html",
        ),
    ),
    # --- addresses and headers ---------------------------------------------------------------------------
    "errors:_USER": Examples(
        "search",
        (
            "https://shen:secret@qiao.example/",
            "see ftp://shen@qiao.example",
            "//shen:secret@qiao.example",
            "('//shen@qiao.example')",
            "http:shen:secret@qiao.example",
            "https:/shen@qiao.example",
            "https://shen:se/cret@qiao.example",
            "http:shen:se/cret@qiao.example",
            "postgresql:/shen:secret@qiao.example",
            "postgres:shen@qiao.example",
            "mysql+pymysql:shen:secret@qiao.example",
            "mariadb:shen:se/cret@qiao.example",
            "https://qiao.example:8080/a@b",
            "https://qiao.example/a@b",
            "http:qiao.example:8080/a@b",
            "shen@qiao.example",
        ),
    ),
    "fetch.options:_NAME": Examples("fullmatch", ("X-Qiao_1", "3d~x", "a b", "")),
    "fetch.options:_VALUE": Examples("fullmatch", ("a b\tc", "caf\u00e9", "a\nb")),
    # --- what is no page ---------------------------------------------------------------------------------
    "locate.formats:_FIRST": Examples("search", (b"\n<html>",)),
    "locate.formats:_SHOWN": Examples("search", ("\n<html>",)),
    "locate.formats:_TAG": Examples(
        "search", (b"<!DOCTYPE html>", b"<?xml?>", b"</p>", b"< p>", b"<P>", b"3 < 4")
    ),
    "locate.formats:_XML": Examples(
        "match",
        (
            b'<?xml version="1.0"?>\n<rss version="2.0">',
            b"<!-- lamps -->\n<feed >",
            b"<!DOCTYPE opml>\n<opml>",
            b"<rdf:RDF xmlns='a'>",
            b"<urlset>",
            b"<sitemapindex>",
            b"<svg width='2'>",
            b"<svgs>",
            b"<html>",
        ),
    ),
    "locate.formats:_MIME": Examples(
        "match",
        (
            b"From: shen\nMIME-Version: 1.0",
            b"Date:\tMon\nx\ncontent-type: multipart/related",
            b"From: shen\nContent-Type: text/html",
        ),
    ),
    "locate.formats:_FIRST_HEADER": Examples(
        "match", (b"MIME-Version: 1.0", b"content-type: multipart/related", b"Content-Type: text/html")
    ),
    "locate.formats:_TABLE": Examples(
        "match",
        (
            b"name,age\nshen,7\n",
            b'"name";"age";"town"\r\nshen;7;qiao',
            b"name\tage\nshen\t7",
            b"name,age\nshen 7",
            b"name,age\n<p>a,b",
        ),
    ),
    "locate.formats:_SCRIPT": Examples(
        "match",
        (
            b"/* lamps */ var qiao = [1]",
            b"try { let qiao.list = {}",
            b"const qiao='1'",
            b'qiao({"a": 1})',
            b"qiao is lit",
        ),
    ),
    "locate.formats:_CONTROLS": Examples("search", (b"a\x00b", b"a\x0fb", b"a\tb")),
    "locate.formats:_ADDRESS": Examples(
        "match", (b"https://qiao.example/a", b"HTTP://qiao.example", b"//qiao.example/a", b"qiao.example")
    ),
    "locate.formats:_NAME": Examples("match", (b"qiao.html", b"a b.htm9", b"qiao", b" qiao.html")),
    # --- pages cut off, and what a tag may have ------------------------------------------------------------
    "cut.limits:_NODE": Examples("finditer", (b"<a><Z><!-- 1 --><?php?></a>< b",)),
    "cut.limits:_TAG": Examples("search", (b"1 <a", b"1 <Z", b"1 <!", b"</a>")),
    "cut.limits:_ATTRIBUTES": Examples(
        "finditer",
        (
            b" id=a /class = 'b' title=\"c d\" hidden\tx='y",
            b' a==b c="d',
            b" a = b>c",
            b" =a =b",
            b" a'=b' c",
            b" a=b'c d",
            b' a">',
            b" a=/b c/d",
        ),
    ),
    "cut.limits:_OPENER": Examples(
        "finditer",
        (
            b"<!-- 1 --><a id=1 class='2' title=\"3\" hidden ><Z/ a = b></a>",
            b"<a/b=c d='e",
            b'<a b="c',
            b"<a b=\"c>d\" e='f>g' h>",
            b"<a b=c='d>e' f>",
            b"<a =b c==d>",
            b"<a b=c'd e>",
            b"<ab/>",
        ),
    ),
    "cut.limits:_CLOSERS": Examples(
        "search",
        tuple(
            b"1</%b>" % name
            for name in b"script Style title textarea iframe xmp noembed noframes noscript".split()
        ),
    ),
    "tree:_END_OF_DOCUMENT": Examples("search", (b"a</body>", b"a</HTML >", b"</bodyguard>", b"<body>")),
    "metadata.ending:_OPENED": Examples("search", (b"<html>", b"<HTML lang=zh", b"<html\n", b"<htmlx>")),
    "metadata.ending:_END": Examples("search", ("a</html>", "a</BODY>", "<html>")),
    "metadata.ending:_UNFINISHED": Examples(
        "search",
        (b"a <!- b", b"a <!-- b", b"a <p b", b"a </Z b", b"a <", b"a <!", b"a </", b"a <p> b", b"a < b"),
    ),
    "render.writable:_HALF": Examples("search", ("a\ud800b", "a\udfff", "a\ud7ff", "a\ue000")),
    # --- what readability is spared ------------------------------------------------------------------------
    "locate.readability:_WORDLESS": Examples(
        "finditer", ("<!-- 1 --><?xml?><script>1</script><STYLE><noscript><iframe><p>",)
    ),
    "locate.readability:_LEFT": Examples(
        "search",
        ("<blockquote>", "<dl>", "<div>", "<img>", "<ol>", "<p>", "<table>", "<ul>", "<B>", "<UL>"),
    ),
    "locate.titles:_CUT": Examples(
        "match", ("_a", " _a", "|a", "\uff5ca", "-a", "\u2014a", "\u2013a", "  -", "a_")
    ),
}
