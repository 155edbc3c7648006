"""Pages by the handful: a frame, a body of blocks with noise between them, and damage to the whole. No test here.

Each is a strategy of hypothesis, shared by the tests and by the targets in ``fuzz/``. Lines are sentences of our own
and the examples of the rule book's rows, so that what is furniture is met in every place.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from hypothesis import strategies as st

from mutations import Edit, edited, edits
from newsclean.rules import Line, Wording, default_rules

__all__ = ["Given", "broken", "documents", "fragments", "pages"]

Given = tuple[bytes, str | None, str | None]
"""The bytes of a page, its address and its Content-Type."""

TITLE = "河上新桥今晨通车"
SENTENCES = (
    "清晨六点，第一辆公交车驶过新桥，桥上的灯还亮着。",
    "老桥今天通车，两岸的人都来看，桥上不许摆摊。",
    "　　夜里桥灯亮到十点，最后一班渡船停在南岸。",
    "船工说：“明天改行卖票。”",
    "桥长320米，宽12米，造价4.5亿元。",
    "The bridge opened at six.",
    "图为桥灯夜景。",
    "桥灯夜景（卫南风 摄）",
    "一、桥灯",
    "桥",
    TITLE,
)
ODD = (
    "&nbsp;",
    "&amp;lt;b&amp;gt;",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "{{ 7*7 }}{% raw %}",
    "**桥** _x_ `y` [z](javascript:x) ![w](y)",
    "1. 桥",
    "- 桥",
    "---",
    "> 桥",
    "# 桥",
    "a|b",
    "<![CDATA[桥]]>",
    "\u200b",
    "\u2028桥\u2029",
    "\x0b\x1f桥\x85",
    "\ufeff",
    "&#0;&#11;&#xFFFE;&#55296;",
    "(微博)",
    "桥业(600000,股吧)",
    "（）",
    "10<sup>-6</sup>，H<sub>2</sub>O，x<sup>n/2</sup>",
    "😀",
    "\ud800",
)


def _taken() -> tuple[str, ...]:
    """The examples of the book's rows that are lines of text."""
    rows = [row for row in default_rules().rows if isinstance(row, (Line, Wording))]
    return tuple(
        dict.fromkeys(text for row in rows for form in row.forms for text in (*form.takes, *form.spares))
    )


LINES = _taken()
lines = st.sampled_from(SENTENCES) | st.sampled_from(LINES) | st.sampled_from(ODD)
texts = st.lists(lines, min_size=1, max_size=3).map("".join)
HREFS = (
    "https://news.sina.com.cn/c/2020-03-04/doc-iabcdef1234567.shtml",
    "//n.sinaimg.cn/a.jpg",
    "/b.html",
    "b",
    "#",
    "javascript:alert(1)",
    "JaVa\tScript:x",
    "data:text/html,x",
    "mailto:a@b.cn",
    "http://[",
    "https://",
    "http://a b.cn/",
    "https://a.cn:99999/",
    "https://a.cn/?b&c=\"'<>",
    "https://u:p@a.cn/",
    "https://桥.cn/桥",
)
hrefs = st.sampled_from(HREFS)
PICTURES = (
    '<img src="//n.sinaimg.cn/news/a/1.jpg">',
    '<img src="//n.sinaimg.cn/news/a/2.png" alt="桥" width="550" height="x">',
    '<img data-src="https://n.sinaimg.cn/b.jpg" src="//i0.sinaimg.cn/dy/blank.gif">',
    '<img src="//img.t.sinajs.cn/emo/wx.gif" alt="[微笑]" title="[微笑]">',
    '<img src="#">',
    "<picture><source srcset='//n.sinaimg.cn/c.jpg 2x'><img></picture>",
    '<noscript><img src="//n.sinaimg.cn/d.jpg"></noscript>',
    "<img src=\"javascript:x\" onerror='y'>",
)
pictures = st.sampled_from(PICTURES)
INLINE = (
    "<b>{}</b>",
    "<strong>{}</strong>",
    "<em>{}</em>",
    "<font color=red>{}</font>",
    '<span style="font-weight:bold">{}</span>',
    "<sup>{}</sup>",
    "<sub>{}</sub>",
    '<span id="stock_sh600000">{}</span>',
    '<span style="display:none">{}</span>',
    "<u>{}</u>",
    "{}<br>",
    "<br>{}",
    "<br><br>{}",
    "{}<!-- x -->",
    "<script>{}</script>",
)
inline = st.recursive(
    texts,
    lambda inner: st.one_of(
        st.builds(lambda frame, held: frame.replace("{}", held), st.sampled_from(INLINE), inner),
        st.builds(lambda href, held: f'<a href="{href}">{held}</a>', hrefs, inner),
        st.builds(str.__add__, inner, inner),
        pictures,
    ),
    max_leaves=4,
)
BLOCKS = (
    "<p>{}</p>",
    "<p>　　{}</p>",
    '<p align="center">{}</p>',
    "<div>{}</div>",
    "<center>{}</center>",
    "<h2>{}</h2>",
    "<blockquote>{}</blockquote>",
    "<ul><li>{}</li></ul>",
    "<ol><li>{}</li><li>{}</li></ol>",
    "<li>{}</li>",
    "<pre>{}\n桥\n</pre>",
    "<table><tr><td>{}</td><td>桥</td></tr><tr><td>江</td></tr></table>",
    "<table border=1><tr><th colspan=2>{}</th></tr><tr><td rowspan=9>1</td><td>{}</td></tr></table>",
    "<table><td>{}</td><tr><td>桥</td></tr>{}</table>",
    "<tr><td>{}</td></tr>",
    "<section>{}</section>",
    "<figure>{}<figcaption>桥灯夜景</figcaption></figure>",
    '<div class="img_wrapper">{}<span class="img_descr">桥灯夜景</span></div>',
    "{}",
    "<dl><dt>桥</dt><dd>{}</dd></dl>",
    "<iframe>{}</iframe>",
)
NOISE = (
    '<div class="appendQr_wrap">扫码</div>',
    '<script>document.write("<p>x</p>")</script>',
    "<style>.a{}</style>",
    "<!-- publish_helper_end -->",
    '<div id="left_hzh_ad"><a href="/">x</a></div>',
    "<p>相关阅读</p>",
    '<p><a href="https://news.sina.com.cn/a.shtml">又一座桥</a></p>',
    "<p>责任编辑：林一 SN123</p>",
    "<p>（责任编辑：林一）</p>",
    "<p>来源：河东晚报</p>",
    "<p>市场有风险，投资需谨慎</p>",
    "<hr>",
    "<p></p>",
    '<div style="display:none">藏</div>',
    "</div>",
    "<table>",
    "<p",
    '<a href="',
    "<!--",
)
noise = st.sampled_from(NOISE)
blocks = st.recursive(
    st.builds(lambda frame, held: frame.replace("{}", held), st.sampled_from(BLOCKS), inline) | noise,
    lambda inner: st.builds(
        lambda frame, held: frame.replace("{}", "".join(held)),
        st.sampled_from(BLOCKS),
        st.lists(inner, max_size=3),
    ),
    max_leaves=6,
)
bodies = st.lists(blocks, max_size=6).map("".join)
fragments = bodies

BARS = '<div class="bar"><a href="/">栏目</a><script>var a = "<p>";</script><!-- x --></div>' * 60
HEAD = '<html><head><meta charset="{charset}"><title>{title}_新浪新闻_新浪网</title></head><body>'
FRAMES = (
    HEAD + BARS + '<div class="path-search"><div class="channel-path"><a href="/">国内</a></div></div>'
    '<h1 class="main-title">{title}</h1><div class="date-source"><span class="date">2020年03月04日 10:00</span>'
    '<span class="source">河东晚报</span></div><div class="article" id="artibody">{body}</div>'
    '<div class="article-bottom"><div class="keywords"><a href="/">桥</a></div></div>'
    + BARS
    + "</body></html>",
    HEAD + '<h1 class="main-title">{title}</h1><div class="article" id="article">{body}</div></body></html>',
    HEAD + '<h1 id="artibodyTitle">{title}</h1><span id="pub_date">2010年03月04日10:00</span>'
    '<div class="blkContainerSblkCon" id="artibody">{body}</div></body></html>',
    HEAD + '<h2 class="titName SG_txta">{title}</h2><span class="time SG_txtc">(2012-03-04 10:00:00)</span>'
    '<div id="sina_keyword_ad_area2" class="articalContent">{body}</div></body></html>',
    HEAD
    + '<section class="art_box"><h1 class="art_tit_h1">{title}</h1><time class="art_time">03月04日 10:00</time>'
    '<div class="art_content">{body}</div></section></body></html>',
    HEAD
    + "<h1>{title}</h1><p>2020年03月04日 10:00 河东晚报</p><div>{body}<p>"
    + SENTENCES[0] * 6
    + "</p></div></body></html>",
    "{body}",
)
titles = st.sampled_from([TITLE, "桥", ""]) | texts
ENCODINGS = ("utf-8", "gb18030", "utf-16", "big5", "utf-8-sig")
ADDRESSES = (None, "https://news.sina.com.cn/c/2020-03-04/doc-iabcdef1234567.shtml", "http://u:p@a.cn/[", "x")
TYPES = (None, None, "text/html; charset=gb2312", "text/html;charset=undefined", 'text/html; charset="utf-8')


def _written(frame: str, title: str, body: str, encoding: str, edits_made: list[Edit]) -> bytes:
    page = frame.replace("{charset}", encoding).replace("{title}", title).replace("{body}", body)
    return edited(page.encode(encoding, "xmlcharrefreplace" if encoding == "big5" else "replace"), edits_made)


def broken(data: bytes, seed: int) -> bytes:
    """A page with some of its bytes changed, doubled or lost; the same for the same ``seed``, unchanged for 0."""
    if not seed or not data:
        return data
    chance = random.Random(seed)  # noqa: S311  # damage, no secret
    damaged = bytearray(data)
    harms: tuple[Callable[[int], None], ...] = (
        lambda at: damaged.__setitem__(at, chance.randrange(256)),
        lambda at: damaged.__delitem__(slice(at, at + chance.randint(1, 40))),
        lambda at: damaged.__setitem__(slice(at, at), damaged[at : at + chance.randint(1, 200)]),
        lambda at: damaged.__delitem__(slice(at, len(damaged))),
    )
    for _ in range(chance.randint(1, 4)):
        if damaged:
            chance.choices(harms, (6, 3, 3, 1))[0](chance.randrange(len(damaged)))
    return bytes(damaged)


_edits: st.SearchStrategy[list[Edit]] = st.just([]) | edits()
pages: st.SearchStrategy[Given] = st.tuples(
    st.builds(
        broken,
        st.builds(_written, st.sampled_from(FRAMES), titles, bodies, st.sampled_from(ENCODINGS), _edits),
        st.just(0) | st.integers(0, 1 << 30),
    ),
    st.sampled_from(ADDRESSES),
    st.sampled_from(TYPES),
)
documents: st.SearchStrategy[str] = st.builds(
    lambda title, head, body: f"---\ntitle: {title}\n{head}---\n{body}",
    titles.map(lambda text: "'" + text.replace("'", "''") + "'") | texts,
    st.lists(
        st.builds(
            lambda key, value: f"{key}: {value}\n",
            st.sampled_from("date source author authors keywords url headimg extra <<".split()),
            st.sampled_from(["2020-03-04", "[a, b]", "{a: b}", "&a x", "*a", "|\n  x", "!!str x", "'it's'"])
            | texts,
        ),
        max_size=3,
    ).map("".join),
    bodies,
)
