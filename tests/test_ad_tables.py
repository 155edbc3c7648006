"""Advertisements in the middle of a text, and the paragraphs that they cut in two."""

from __future__ import annotations

import pytest

import newsclean
from newsclean import clean_html

AD = '<table align="left"><tr><td><a href="http://ad4.sina.com.cn/1"><img src="http://ad4.sina.com.cn/1.gif"></a></td></tr></table>'
LEAD = "买船票的人里，一半是对岸的船工"
REST = "，他们想把老人接到岸上来住。"


def body(middle: str) -> str:
    return f"<p>{LEAD}{middle}{REST}</p><p>两岸之间的桥年底通车。</p>"


@pytest.mark.parametrize(
    "middle",
    [
        AD,
        AD.replace(
            "</table>", '<tr><td><a href="http://house.sina.com.cn/">周六看船团</a></td></tr></table>'
        ),
        '<table><tr><td><iframe src="http://sax.sina.com.cn/1"></iframe>广告</td></tr></table>',
        '<table align=RIGHT><tr><td><a href="/sale/">渡口楼盘大全</a> <a href="/rent/">租房</a></td></tr></table>',
    ],
)
def test_advertisement_goes_and_its_paragraph_is_whole(middle: str) -> None:
    assert clean_html(body(middle)).split("\n") == [f"<p>{LEAD}{REST}</p>", "<p>两岸之间的桥年底通车。</p>"]


@pytest.mark.parametrize(
    ("table", "kept"),
    [
        ('<table align="left"><tr><td><a href="/1.html"><img src="http://n.sinaimg.cn/1.jpg"></a></table>', "1.jpg"),
        ('<table align="left"><tr><td><a href="/1.html">渡口</a>的船</td></tr></table>', "渡口"),
        ('<table><tr><td><a href="/1.html">渡口楼盘大全</a></td></tr></table>', "渡口楼盘大全"),
        (AD.replace("</table>", "<tr><td>他说，船票涨了三成。</td></tr></table>"), "船票涨了三成"),
        (AD.replace("</table>", f"<tr><td>{'长' * 61}</td></tr></table>"), "长长"),
    ],
)  # fmt: skip
def test_tables_of_the_article_stay(table: str, kept: str) -> None:
    assert kept in clean_html(f"<p>船来了。</p>{table}<p>船走了。</p>", base="http://news.sina.com.cn/")


@pytest.mark.parametrize(
    ("first", "second", "lines"),
    [
        ("船来了", "，又走了。", ["船来了，又走了。"]),
        ("船、桥", "、灯都在。", ["船、桥、灯都在。"]),
        ("船来了。", "，又走了。", ["船来了。", "，又走了。"]),
        ("船来了", "又走了。", ["船来了", "又走了。"]),
    ],
)
def test_paragraph_goes_on_with_a_comma(first: str, second: str, lines: list[str]) -> None:
    page = f'<h1 class="main-title">桥通了</h1><div id="article"><p>{first}</p><p>{second}</p></div>'
    assert newsclean.parse(page).text.split("\n") == lines
