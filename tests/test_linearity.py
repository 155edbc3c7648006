"""Ten times the page, at most eleven times the work: counted in calls, so that a busy machine changes nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from newsclean import NewscleanError, parse

BARS = '<div class="bar"><a href="/">栏目</a><script>var a = "<p>";</script><!-- x --></div>'
HEAD = (
    '<html><head><meta charset="utf-8"><title>河上新桥今晨通车_新浪财经_新浪网</title>'
    '<meta name="keywords" content="桥"></head><body>'
    + BARS
    * 60
    + '<div class="path-search"><div class="channel-path">'
    '<a href="/">国内</a></div></div><h1 class="main-title">河上新桥今晨通车</h1>'
    '<div class="date-source"><span class="date">2020年03月04日 10:00</span><span class="source">河东晚报</span></div>'
)
TAIL = (
    '<div class="article-bottom"><div class="keywords"><a href="/">桥</a></div></div>'
    + BARS * 60
    + "</body></html>"
)
LINE = "清晨六点，第一辆公交车驶过新桥，桥上的灯还亮着，江面起了薄雾。"

SHAPES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda n: f"<p>　　{LINE}</p>\n" * n,
    "fonts in paragraphs": lambda n: f'<p><font cms-style="font-L">{LINE}</font></p>\n' * n,
    "text in one node": lambda n: "<p>" + LINE * n + "</p>",
    "comments": lambda n: "<p>" + LINE + "</p>" + "<!-- 一条注释 -->" * n,
    "comments between paragraphs": lambda n: f"<!-- x --><p>{LINE}</p>" * n,
    "unclosed paragraphs": lambda n: f"<p>{LINE}" * n,
    "breaks": lambda n: f"<p>{'　　' + LINE + '<br>' * 2}</p>" + f"{LINE}<br><br>" * n,
    "looks in one paragraph": lambda n: "<p>" + "<b>清晨</b>六点<i>江面</i>" * n + "</p>",
    "invisible characters": lambda n: "<p>" + "雾\u200b" * n + "</p>" + f"<p>{LINE}</p>",
    "pictures with captions": lambda n: (
        '<div class="img_wrapper"><img src="//n.sinaimg.cn/a.jpg"><span class="img_descr">桥</span></div>' * n
        + f"<p>{LINE}</p>"
    ),
    "pictures in one center": lambda n: (
        "<center>" + '<img src="//n.sinaimg.cn/a.jpg"><br>桥<br>' * n + f"</center><p>{LINE}</p>"
    ),
    "pictures in one line of text": lambda n: (
        "<p>桥" + '<img src="//n.sinaimg.cn/a.jpg"> ' * n + f"{LINE}</p>"
    ),
    "captions without pictures": lambda n: (
        '<img src="//n.sinaimg.cn/a.jpg">' + '<span class="img_descr">桥</span> ' * n + f"<p>{LINE}</p>"
    ),
    "labels of lost links": lambda n: f"<p>{LINE}</p>" + "<p>相关阅读</p><p>渡口停航</p>" * n,
    "links in a caption": lambda n: (
        '<img src="//n.sinaimg.cn/a.jpg"><span class="img_descr">桥'
        + '<a href="/">点击看图</a>' * n
        + f"</span><p>{LINE}</p>"
    ),
    "centred lines under pictures": lambda n: (
        '<p align="center"><img src="//n.sinaimg.cn/a.jpg"></p><p align="center">桥</p>' * n
        + f"<p>{LINE}</p>"
    ),
    "captions behind white space and text": lambda n: (
        '<p><img src="//n.sinaimg.cn/a.jpg"></p><p>'
        + "<b> </b>" * n
        + "桥"
        + '<span class="img_descr">桥</span> ' * n
        + f"</p><p>{LINE}</p>"
    ),
    "sentences under pictures": lambda n: (
        f'<p align="center"><img src="//n.sinaimg.cn/a.jpg"><br>{LINE}</p>' * n
    ),
    "rows of pictures and of captions": lambda n: (
        "<table>"
        + '<tr><td><img src="//n.sinaimg.cn/a.jpg"></td></tr><tr><td>桥</td></tr>' * n
        + f"</table><p>{LINE}</p>"
    ),
    "words between rows": lambda n: "<table>" + "桥<tr>江<td>车</td></tr>" * n + f"</table><p>{LINE}</p>",
    "preformatted lines": lambda n: "<pre>" + f"{LINE}\n<b>桥</b>" * n + "</pre>",
    "promotion after the end": lambda n: f"<p>{LINE}</p>" + "<p>责任编辑：林一</p>" * n,
    "lines that all go, of one paragraph": lambda n: (
        f"<p>{LINE}</p><p>" + "责任编辑：林一<br>" * n + "来源：河东晚报</p>"
    ),
    "lines that go before the text of a paragraph": lambda n: (
        "<p>" + "来源：河东晚报<br>" * n + f"{LINE}</p>"
    ),
    "source lines under pictures": lambda n: (
        f"<p>{LINE}</p>" + '<p><img src="//n.sinaimg.cn/a.jpg"></p><p>来源：河东晚报</p>' * n
    ),
    "promotion before the start": lambda n: "<p>炒股开户享福利</p>" * n + f"<p>{LINE}</p>",
    "promotion everywhere": lambda n: f"<p>{LINE}</p><p>海量资讯、精准解读，尽在新浪财经APP</p>" * n,
    "links at the end": lambda n: (
        f"<p>{LINE}</p>"
        + '<p><a href="https://news.sina.com.cn/c/2020-01-01/doc-i1.shtml">又一座桥</a></p>' * n
    ),
    "microblog marks": lambda n: "<p>" + "桥(微博)通车" * n + "</p>",
    "list items": lambda n: "<ul>" + f"<li>{LINE}</li>" * n + "</ul>",
    "table rows": lambda n: "<table>" + "<tr><td>桥</td><td>米</td><td>车</td></tr>" * n + "</table>",
    "hidden elements": lambda n: (
        f"<p>{LINE}</p>" + f'<div style="display:none"><b>{LINE}</b><script>1</script></div>' * n
    ),
    "stock spans": lambda n: "<p>" + '<span id="stock_sh600000"><a href="/">桥业</a></span>' * n + "</p>",
    "entities": lambda n: "<p>" + "&nbsp;&amp;桥" * n + "</p>",
}


def calls_of(source: bytes) -> int:
    """How many functions, Python's and C's, one parse calls."""
    count = 0

    def tick(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tick)
    try:
        parse(source)
    except NewscleanError:
        pass
    finally:
        sys.setprofile(None)
    return count


def page(body: str) -> bytes:
    return f'{HEAD}<div class="article" id="artibody">{body}</div>{TAIL}'.encode()


@pytest.mark.parametrize("shape", SHAPES)
def test_ten_times_the_body_is_at_most_eleven_times_the_work(shape: str) -> None:
    build = SHAPES[shape]
    parse(page(build(1)))  # the tables are read and the memories filled
    small, large = calls_of(page(build(60))), calls_of(page(build(600)))
    assert large <= 11 * small


@pytest.mark.parametrize("shape", SHAPES)
def test_window_gives_the_article_of_a_large_page_too(shape: str) -> None:
    article = parse(page(SHAPES[shape](2_000)))
    assert article.title == "河上新桥今晨通车"
    assert article.text


MEGABYTE = 1_000_000
HOSTILE: dict[str, bytes] = {
    "nested divs": page("<div>" * 10_000 + LINE),
    "nested fonts": page("<font>" * 10_000 + LINE),
    "unclosed everything": page("<div><p><font><b><table><tr><td><ul><li>" * 10_000),
    "comments": page("<!-- x -->" * 100_000 + f"<p>{LINE}</p>"),
    "comment openers": page("<!-- " * 100_000 + f"<p>{LINE}</p>"),
    "script openers": page("<script>" * 100_000 + f"<p>{LINE}</p>"),
    "closers of tables": page(f"<p>{LINE}</p>" + "<!--</td>" * 100_000),
    "names without tags": page("artibody path-search " * 50_000),
    "names in one tag": HEAD.encode()
    + b"<div "
    + b"artibody path-search " * 50_000
    + b">"
    + page(f"<p>{LINE}</p>"),
    "names before the body": HEAD.encode()
    + b"artibody path-search channel-logo " * 30_000
    + page(f"<p>{LINE}</p>"),
    "attributes": page("<p " + 'a="b" ' * 160_000 + f">{LINE}</p>"),
    "equals signs": b"<html><head><script "
    + b"= " * 500_000
    + b"></script><title>x</title></head>"
    + page(LINE),
    "quotes in the head": b"<html><head>" + b"<meta a=\"'\" b='>" * 60_000 + page(LINE),
    "scripts in the head": b"<html><head>" + b"<script><!--</script>" * 50_000 + page(LINE),
    "white space": page("<p>" + " \u3000" * 250_000 + LINE),
    "one word": page("<p>" + "a" * MEGABYTE + "</p>"),
    "brackets": page("<p>" + "（" * 300_000 + "</p>"),
    "digits": page("<p>" + "2020年" * 100_000 + "</p>"),
    "line breaks": page("<br>" * 200_000 + LINE),
    "metas": (HEAD.replace("<body>", "<body>" + "<script>'<meta '</script>" * 40_000)).encode() + page(LINE),
    "zero bytes": page("\x00" * MEGABYTE + LINE),
    "entities": page("&nbsp;" * 160_000 + LINE),
    "angles": page("<" * MEGABYTE),
}


@pytest.mark.parametrize("shape", HOSTILE)
def test_hostile_page_of_a_megabyte_is_answered(shape: str) -> None:
    try:
        assert parse(HOSTILE[shape]).blocks
    except NewscleanError as error:
        assert error.kind  # noqa: PT017  # either answer is one
