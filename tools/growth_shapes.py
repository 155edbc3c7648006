"""Pages of many kinds, each of any length: what :mod:`growth` measures.

A shape builds the markup of ``n`` repetitions. Those of ``BODIES`` stand in an article's body, and are also read as a
page without a layout and as a fragment; those of ``PAGES`` are whole pages.
"""

from __future__ import annotations

from collections.abc import Callable
from math import isqrt

__all__ = ["BODIES", "LINE", "PAGES", "in_layout", "without_layout"]

Shape = Callable[[int], str]

LINE = "清晨六点，第一辆公交车驶过新桥，桥上的灯还亮着，江面起了薄雾。"
PICTURE = '<img src="//n.sinaimg.cn/news/a.jpg">'
TITLE = "河上新桥今晨通车"
HEAD = '<html><head><meta charset="utf-8"><title>{}</title>{}</head><body>'
ABOVE = (
    '<div class="path-search"><div class="channel-path"><a href="/">国内</a></div></div>'
    f'<h1 class="main-title">{TITLE}</h1><div class="date-source"><span class="date">2020年03月04日 10:00</span>'
    '<span class="source">河东晚报</span></div>'
)
BELOW = '<div class="article-bottom"><div class="keywords"><a href="/">桥</a></div></div></body></html>'
SITE = "_新浪财经_新浪网"


def in_layout(body: str, *, title: str = TITLE + SITE, head: str = "", above: str = "") -> str:
    """A page of the site's own layout around a body."""
    start = HEAD.format(title, head) + above + ABOVE
    return f'{start}<div class="article" id="artibody">{body}</div>{BELOW}'


def without_layout(body: str, *, title: str = TITLE) -> str:
    """A page that no layout fits, with a headline, its time and a body."""
    start = HEAD.format(title, "") + f"<h1>{TITLE}</h1><p>2020年03月04日 10:00 河东晚报</p>"
    return f"{start}<div>{body}<p>{LINE * 3}</p></div></body></html>"


def _page(**parts: Callable[[int], str]) -> Shape:
    """A page of the layout with one paragraph, whose named part grows."""
    return lambda n: in_layout(f"<p>{LINE}</p>", **{name: build(n) for name, build in parts.items()})


def _table(row: Callable[[int], str], rows: Callable[[int], int] = lambda n: n) -> Shape:
    return lambda n: f"<table>{row(n) * rows(n)}</table>"


def _root(n: int) -> int:
    return max(1, isqrt(n))


def _nested(opening: str, closing: str) -> Shape:
    """Runs of twenty levels each, closed: depth is bounded, and what a deeper tree gets is an error."""
    return lambda n: (opening * 20 + LINE + closing * 20) * n


BODIES: dict[str, Shape] = {
    "paragraphs": lambda n: f"<p>　　{LINE}</p>\n" * n,
    "one paragraph": lambda n: "<p>" + LINE * n + "</p>",
    "one long word": lambda n: "<p>" + "abcdefgh" * n + "</p>",
    "one long Chinese word": lambda n: "<p>" + "桥江雾灯" * n + "</p>",
    "white space": lambda n: "<p>桥" + " \u3000\n" * n + "江</p>",
    "line feeds in text": lambda n: "<p>" + f"{LINE}\n" * n + "</p>",
    "invisible characters": lambda n: "<p>" + "雾\u200b" * n + "</p>",
    "no-break spaces": lambda n: "<p>桥" + "\xa0" * n + "江</p>",
    "punctuation": lambda n: "<p>" + "。，！" * n + "</p>",
    "opening brackets": lambda n: "<p>" + "（【" * n + "</p>",
    "brackets in pairs": lambda n: "<p>" + "（桥）【江】" * n + "</p>",
    "slashes and bars": lambda n: "<p>" + "桥/江|雾 " * n + "</p>",
    "digits": lambda n: "<p>" + "0123456789" * n + "</p>",
    "dates in one line": lambda n: "<p>" + "2020年3月4日 10:00 " * n + "</p>",
    "half dates in one line": lambda n: "<p>" + "2020年2020-20:" * n + "</p>",
    "addresses in the text": lambda n: "<p>" + "http://a.example/b " * n + "</p>",
    "stars and underscores": lambda n: "<p>" + "*_`~" * n + "</p>",
    "entities": lambda n: "<p>" + "&nbsp;&amp;&#26725;" * n + "</p>",
    "broken entities": lambda n: "<p>" + "&桥&#&#x" * n + "</p>",
    "angles": lambda n: "<p>" + "< <" * n + "</p>",
    "nested divs": _nested("<div>", "</div>"),
    "nested fonts": _nested("<font>", "</font>"),
    "nested lists": _nested("<ul><li>", "</li></ul>"),
    "nested tables": _nested("<table><tr><td>", "</td></tr></table>"),
    "nested quotes": _nested("<blockquote>", "</blockquote>"),
    "tables in one another": lambda n: "<table><tr><td>" * 40 + f"<p>{LINE}</p>" * n,
    "unclosed paragraphs": lambda n: f"<p>{LINE}" * n,
    "unclosed bold": lambda n: f"<p><b>{LINE}</p>" * min(n, 200) + f"<p>{LINE}</p>" * n,
    "unclosed list items": lambda n: "<ul>" + f"<li>{LINE}" * n,
    "unclosed rows and cells": lambda n: "<table>" + "<tr><td>桥<td>江" * n,
    "unclosed options": lambda n: "<select>" + "<option>桥" * n + "</select>",
    "unclosed definitions": lambda n: "<dl>" + "<dt>桥<dd>江" * n,
    "end tags without start": lambda n: f"<p>{LINE}</p>" + "</b></p></span>" * n,
    "line breaks": lambda n: f"{LINE}<br>" * n,
    "line breaks in pairs": lambda n: f"{LINE}<br><br>　　" * n,
    "line breaks alone": lambda n: "桥" + "<br>" * n + LINE,
    "short lines between breaks": lambda n: "桥<br>" * n + LINE,
    "rules across": lambda n: f"<p>{LINE}</p>" + "<hr>" * n + f"<p>{LINE}</p>",
    "looks": lambda n: "<p>" + "<b>清晨</b>六点<i>江面</i>" * n + "</p>",
    "spans": lambda n: "<p>" + "<span>清晨</span>" * n + "</p>",
    "empty spans": lambda n: f"<p>{LINE}</p>" + "<span></span>" * n,
    "superscripts": lambda n: "<p>" + "桥<sup>2</sup>江<sub>3</sub>" * n + "</p>",
    "classes on one tag": lambda n: f'<p class="{" ".join(f"c{i}" for i in range(n))}">{LINE}</p>',
    "one class on many tags": lambda n: f'<p class="text">{LINE}</p>' * n,
    "classes of many names": lambda n: "".join(f'<p class="c{i}">{LINE}</p>' for i in range(n)),
    "ids of many names": lambda n: "".join(f'<p id="c{i}">{LINE}</p>' for i in range(n)),
    "styles": lambda n: f'<p style="text-align:center;color:red">{LINE}</p>' * n,
    "a long style": lambda n: f'<p style="{"color:red;" * n}">{LINE}</p>',
    "a long address": lambda n: f'<p>{LINE}<a href="http://a.example/{"a/" * n}">桥</a></p>',
    "attributes, few a tag": lambda n: "".join(f'<p a{i}="b" b{i}>{LINE}</p>' for i in range(n)),
    "equal attributes on one tag": lambda n: "<p " + 'a="b" ' * n + f">{LINE}</p>",
    "data attributes": lambda n: f'<p data-a="1" data-b="2" data-c="3">{LINE}</p>' * n,
    "comments": lambda n: f"<p>{LINE}</p>" + "<!-- 一条注释 -->" * n,
    "one long comment": lambda n: f"<p>{LINE}</p><!-- " + "注释 - " * n + "-->",
    "comments in the text": lambda n: "<p>" + "桥<!-- 注 -->江" * n + "</p>",
    "scripts": lambda n: f"<p>{LINE}</p>" + "<script>var a = 1;</script>" * n,
    "one long script": lambda n: f"<p>{LINE}</p><script>" + "var a = '<p>';" * n + "</script>",
    "processing instructions": lambda n: f"<p>{LINE}</p>" + "<?php a ?>" * n,
    "noscript": lambda n: f"<p>{LINE}</p>" + "<noscript><p>桥</p></noscript>" * n,
    "hidden elements": lambda n: f"<p>{LINE}</p>" + f'<div style="display:none">{LINE}</div>' * n,
    "forms": lambda n: f"<p>{LINE}</p>" + '<form><input name="a"><button>桥</button></form>' * n,
    "frames": lambda n: f"<p>{LINE}</p>" + '<iframe src="http://a.example/"></iframe>' * n,
    "videos": lambda n: f"<p>{LINE}</p>" + '<video poster="//n.sinaimg.cn/a.jpg" src="a.mp4"></video>' * n,
    "svg": lambda n: f"<p>{LINE}</p><svg>" + '<path d="M0 0"/>' * n + "</svg>",
    "links in a paragraph": lambda n: "<p>" + '<a href="http://a.example/">桥</a>，江。' * n + "</p>",
    "links in a row": lambda n: f"<p>{LINE}</p><p>" + '<a href="http://a.example/">桥</a>' * n + "</p>",
    "links at the end": lambda n: (
        f"<p>{LINE}</p>"
        + '<p><a href="https://news.sina.com.cn/c/2020-01-01/doc-i1.shtml">又一座桥今晨通车</a></p>' * n
    ),
    "anchors without address": lambda n: f"<p>{LINE}</p>" + "<a name=b>桥</a>" * n,
    "stocks": lambda n: "<p>" + '<span id="stock_sh600000"><a href="/">桥业</a></span>' * n + "</p>",
    "stocks in brackets": lambda n: "<p>" + "桥业(600000)(600000.SH)" * n + "</p>",
    "microblog marks": lambda n: "<p>" + "桥(微博)通车" * n + "</p>",
    "paragraphs that go on": lambda n: "<p>桥通了" + "</p><p>，江面起了薄雾" * n + "</p>",
    "links that lead nowhere": lambda n: "<p>" + f'{LINE}<a href="x">桥</a>' * n + "</p>",
    "blocks without words": lambda n: f"<p>{LINE}</p>" + '<div><img src="a.jpg"></div><p></p>' * n,
    "labels": lambda n: f"<p>{LINE}</p>" + "<p>相关阅读</p><p>渡口停航</p>" * n,
    "labels in one line": lambda n: f"<p>{LINE}</p><p>" + "相关阅读：" * n + "</p>",
    "furniture lines": lambda n: f"<p>{LINE}</p>" + "<p>海量资讯、精准解读，尽在新浪财经APP</p>" * n,
    "furniture lines between": lambda n: f"<p>{LINE}</p><p>点击进入专题</p>" * n,
    "furniture in one line": lambda n: (
        f"<p>{LINE}</p><p>" + "海量资讯、精准解读，尽在新浪财经APP" * n + "</p>"
    ),
    "furniture at breaks": lambda n: f"<p>{LINE}<br>" + "责任编辑：林一<br>" * n + "</p>",
    "editors": lambda n: f"<p>{LINE}</p>" + "<p>责任编辑：林一</p>" * n,
    "editors in one line": lambda n: f"<p>{LINE}</p><p>" + "责任编辑：林一 " * n + "</p>",
    "bylines": lambda n: "<p>本报记者 林一 文/图</p>" * n + f"<p>{LINE}</p>",
    "bylines in one line": lambda n: "<p>" + "本报记者 林一 " * n + f"</p><p>{LINE}</p>",
    "names in a byline": lambda n: "<p>（记者 " + "林一、" * n + f"）</p><p>{LINE}</p>",
    "sources": lambda n: f"<p>{LINE}</p>" + "<p>来源：河东晚报</p>" * n,
    "sources in one line": lambda n: "<p>" + "来源：河东晚报 " * n + f"</p><p>{LINE}</p>",
    "datelines": lambda n: f"<p>新华社河东3月4日电（记者林一）{LINE}</p>" * n,
    "titles said again": lambda n: f"<p>{TITLE}</p>" * n + f"<p>{LINE}</p>",
    "ends": lambda n: f"<p>{LINE}</p>" + "<p>（完）</p>" * n,
    "dashes": lambda n: f"<p>{LINE}</p>" + "<p>————————</p>" * n,
    "bold lines": lambda n: f"<p><strong>桥上的早晨</strong></p><p>{LINE}</p>" * n,
    "headings": lambda n: f"<h2>桥上的早晨</h2><p>{LINE}</p>" * n,
    "headings alone": lambda n: "<h2>桥上的早晨</h2>" * n + f"<p>{LINE}</p>",
    "headings of the title": lambda n: f"<h2>{TITLE}</h2>" * n + f"<p>{LINE}</p>",
    "pictures": lambda n: f"<p>{PICTURE}</p><p>{LINE}</p>" * n,
    "pictures in one paragraph": lambda n: "<p>" + PICTURE * n + f"</p><p>{LINE}</p>",
    "pictures in one block": lambda n: "<div>" + f"{PICTURE}<br>桥<br>" * n + f"</div><p>{LINE}</p>",
    "pictures in a centred block": lambda n: (
        "<center>" + f"{PICTURE}<br>桥<br>" * n + f"</center><p>{LINE}</p>"
    ),
    "pictures of many addresses": lambda n: (
        "".join(f'<p><img src="//n.sinaimg.cn/{i}.jpg"></p>' for i in range(n)) + f"<p>{LINE}</p>"
    ),
    "pictures with descriptions": lambda n: (
        f'<div class="img_wrapper">{PICTURE}<span class="img_descr">桥</span></div>' * n + f"<p>{LINE}</p>"
    ),
    "descriptions without pictures": lambda n: (
        PICTURE + '<span class="img_descr">桥</span> ' * n + f"<p>{LINE}</p>"
    ),
    "captions": lambda n: f'<p align="center">{PICTURE}</p><p align="center">桥</p>' * n + f"<p>{LINE}</p>",
    "caption words": lambda n: f"<p>{PICTURE}</p><p>图为新桥。林一摄</p>" * n + f"<p>{LINE}</p>",
    "a long caption": lambda n: (
        f'<p align="center">{PICTURE}</p><p align="center">{"桥，" * n}</p><p>{LINE}</p>'
    ),
    "figures": lambda n: f"<figure>{PICTURE}<figcaption>桥</figcaption></figure>" * n + f"<p>{LINE}</p>",
    "emoticons": lambda n: (
        "<p>" + '桥<img src="http://img.t.sinajs.cn/t4/appstyle/expression/a.gif" alt="[笑]">' * n + "</p>"
    ),
    "pictures embedded": lambda n: f'<p><img src="data:image/png;base64,{"AAAA" * n}"></p><p>{LINE}</p>',
    "long tables": _table(lambda n: "<tr><td>桥</td><td>米</td></tr>"),
    "wide tables": lambda n: "<table><tr>" + "<td>桥</td>" * n + "</tr></table>",
    "square tables": _table(lambda n: "<tr>" + "<td>桥</td>" * _root(n) + "</tr>", _root),
    "a wide row over many": lambda n: (
        "<table><tr>" + "<td>桥</td>" * n + "</tr>" + "<tr><td>江</td></tr>" * n + "</table>"
    ),
    "column spans": _table(lambda n: '<tr><td colspan="1000">桥</td></tr>'),
    "column spans in a row": lambda n: "<table><tr>" + '<td colspan="1000">桥</td>' * n + "</tr></table>",
    "row spans": _table(lambda n: '<tr><td rowspan="60000">桥</td></tr>'),
    "row spans in a row": lambda n: (
        "<table><tr>" + '<td rowspan="60000">桥</td>' * n + "</tr>" + "<tr><td>江</td></tr>" * n + "</table>"
    ),
    "headings of rows": _table(lambda n: "<tr><th>桥</th><td>米</td></tr>"),
    "paragraphs in cells": _table(lambda n: f"<tr><td><p>{LINE}</p><p>{LINE}</p></td></tr>"),
    "paragraphs in one cell": lambda n: "<table><tr><td>" + f"<p>{LINE}</p>" * n + "</td></tr></table>",
    "pictures in cells": _table(lambda n: f"<tr><td>{PICTURE}</td></tr><tr><td>桥</td></tr>"),
    "words between rows": _table(lambda n: "桥<tr>江<td>车</td></tr>"),
    "list items": lambda n: "<ul>" + f"<li>{LINE}</li>" * n + "</ul>",
    "numbered items": lambda n: "<ol>" + f"<li>{LINE}</li>" * n + "</ol>",
    "lists": lambda n: f"<ul><li>{LINE}</li></ul>" * n,
    "paragraphs in one item": lambda n: "<ul><li>" + f"<p>{LINE}</p>" * n + "</li></ul>",
    "quotes": lambda n: f"<blockquote>{LINE}</blockquote>" * n,
    "preformatted lines": lambda n: "<pre>" + f"{LINE}\n" * n + "</pre>",
    "sections of other posts": lambda n: f"<section><p>{LINE}</p></section>" * n,
    "question and answer": lambda n: f"<p>问：{LINE}</p><p>答：{LINE}</p>" * n,
    "numbers of lines": lambda n: "".join(f"<p>{i}. {LINE}</p>" for i in range(n)),
}

PAGES: dict[str, Shape] = {
    "site names in the title": _page(title=lambda n: TITLE + SITE * n),
    "bars in the title": _page(title=lambda n: TITLE + "_|-— " * n),
    "channels in the title": _page(title=lambda n: TITLE + "_国内财经" * n + SITE),
    "a long title": _page(title=lambda n: TITLE * n + SITE),
    "white space in the title": _page(title=lambda n: TITLE + " \n" * n + "桥" + SITE),
    "metas": _page(head=lambda n: '<meta name="a" content="b">' * n),
    "metas of many names": _page(head=lambda n: "".join(f'<meta name="a{i}" content="b">' for i in range(n))),
    "a long description": _page(head=lambda n: f'<meta name="description" content="{LINE * n}">'),
    "keywords": _page(
        head=lambda n: '<meta name="keywords" content="' + ",".join(f"桥{i}" for i in range(n)) + '">'
    ),
    "linked data": _page(
        head=lambda n: '<script type="application/ld+json">{"a": [' + '{"b": "桥"},' * n + "0]}</script>"
    ),
    "nested linked data": _page(
        head=lambda n: '<script type="application/ld+json">' + '{"a":[' * n + "0" + "]}" * n + "</script>"
    ),
    "scripts in the head": _page(head=lambda n: "<script>var a;</script>" * n),
    "styles in the head": _page(head=lambda n: "<style>p {color: red}</style>" * n),
    "links in the head": _page(head=lambda n: '<link rel="stylesheet" href="/a.css">' * n),
    "comments in the head": _page(head=lambda n: "<!-- 注 -->" * n),
    "attributes in the head": _page(head=lambda n: '<meta name="a" ' + "b='c>' " * n + ">"),
    "bars above": _page(above=lambda n: '<div class="bar"><a href="/">栏目</a></div>' * n),
    "comments above": _page(above=lambda n: "<!-- 注 -->" * n),
    "scripts above": _page(above=lambda n: "<script>var a = '<p>';</script>" * n),
    "breadcrumbs above": _page(above=lambda n: '<div class="channel-path"><a href="/">国内</a></div>' * n),
    "names of layouts above": _page(above=lambda n: '<div class="path-search" id="b"></div>' * n),
    "dates above": _page(above=lambda n: '<span class="date">2020年03月04日 10:00</span>' * n),
    "headlines above": _page(above=lambda n: f'<h1 class="main-title">{TITLE}</h1>' * n),
    "sources above": _page(above=lambda n: '<span class="source">河东晚报</span>' * n),
    "bodies": lambda n: in_layout("".join(f'<div id="artibody"><p>{LINE}</p></div>' for _ in range(n))),
    "bodies without text": _page(above=lambda n: '<div class="article" id="artibody"></div>' * n),
    "long title, many headings": lambda n: without_layout(f"<h2>{TITLE}一</h2>" * n, title=TITLE * n + SITE),
    "long title, many lines": lambda n: without_layout(
        f"<p>{TITLE}一</p>" * n, title=TITLE + "桥江雾灯" * n + SITE
    ),
    "long title of the site, many lines": lambda n: without_layout(
        f"<p>{TITLE}</p>" * n, title="新浪网-新闻中心-" + TITLE * n
    ),
    "words that are no headline": lambda n: without_layout(f"<h1>{TITLE}</h1>" * n),
    "words that follow no headline": lambda n: without_layout(f"<td>{TITLE}<b></b>" * n),
    "tables without a layout": lambda n: without_layout(
        f"<table><tr><td>{LINE}</td><td><a href='/'>桥</a></td></tr></table>" * n
    ),
    "front matter": lambda n: "---\ntitle: 桥\ndate: 2020-03-04 10:00:00\n---\n" + f"<p>{LINE}</p>\n" * n,
    "a long line in front matter": lambda n: f"---\ntitle: {'桥，' * n}\n---\n<p>{LINE}</p>",
    "lines in front matter": lambda n: (
        "---\ntitle: 桥\n" + "".join(f"a{i}: 桥\n" for i in range(n)) + f"---\n<p>{LINE}</p>"
    ),
    "nested front matter": lambda n: f"---\ntitle: 桥\na: {'[' * n}{']' * n}\n---\n<p>{LINE}</p>",
    "a list in front matter": lambda n: f"---\ntitle: 桥\ntags: [{'桥, ' * n}江]\n---\n<p>{LINE}</p>",
    "colons in front matter": lambda n: f"---\ntitle: {'桥: ' * n}\n---\n<p>{LINE}</p>",
    "front matter without an end": lambda n: "---\ntitle: 桥\n" + "a: b\n" * n,
}
