"""Copies in the Wayback Machine are read as the pages that they are copies of."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import newsclean
from newsclean.batch.rows import error_row
from newsclean.decode.wayback import own_address
from newsclean.page import Page

OWN = "https://finance.sina.com.cn/chanjing/2022-03-08/doc-imcwipii4420193.shtml"
COPY = f"https://web.archive.org/web/20220308131700/{OWN}"
PAGE = (
    "<!doctype html><html><head><meta charset='utf-8'><title>桥通了_新浪财经</title>"
    "<meta property='og:url' content='{before}" + OWN + "'></head><body><h1 class='main-title'>桥通了</h1>"
    "<div class='date-source'><span class='date'>2022年03月08日 21:17</span>"
    "<a class='source' href='{before}https://qingya.example/a'>青崖晚报</a></div>"
    "<div class='article' id='artibody'><p>　　老桥今天通车，<a href='{before}https://news.sina.com.cn/b.shtml'>全县</a>的人都来看热闹。</p>"
    "<div class='img_wrapper'><img src='{pictures}//n.sinaimg.cn/finance/qiao.jpg'>"
    "<span class='img_descr'>桥头</span></div>"
    "<p>　　他说，热闹的日子还在后头。</p></div></body></html>"
)
PLAIN = PAGE.format(before="", pictures="")


def copied(host: str) -> str:
    return PAGE.format(before=f"{host}/web/20220308131700/", pictures=f"{host}/web/20220308131700im_/https:")


@pytest.mark.parametrize("host", ["https://web.archive.org", "//web.archive.org", ""])
@pytest.mark.parametrize("url", [COPY, COPY.replace("/https", "if_/https"), None])
@pytest.mark.parametrize("encoding", [None, "utf-8", "gb18030"])
def test_a_copy_gives_the_article_of_the_page(host: str, url: str | None, encoding: str | None) -> None:
    page, plain = copied(host), PLAIN
    if encoding is None:
        assert newsclean.parse(page, url=url) == newsclean.parse(plain, url=url and OWN)
        return
    page, plain = (text.replace("utf-8", encoding) for text in (page, plain))
    article = newsclean.parse(page.encode(encoding), url=url)
    assert article == newsclean.parse(plain.encode(encoding), url=url and OWN)
    assert (article.url, article.doc_id) == (OWN, "mcwipii4420193")
    assert article.images[0].src == "https://n.sinaimg.cn/finance/qiao.jpg"
    assert article.source_url == "https://qingya.example/a"
    assert "archive.org" not in json.dumps(article.to_dict())


@pytest.mark.parametrize(
    ("url", "own"),
    [
        (COPY, OWN),
        (COPY.replace("https://finance", "http:/finance"), OWN.replace("https", "http")),
        ("http://web.archive.org:80/web/2022im_/finance.sina.com.cn/a", "http://finance.sina.com.cn/a"),
        ("https://web.archive.org/about", "https://web.archive.org/about"),
        ("https://qingya.example/web/2022/https://a.cn", "https://qingya.example/web/2022/https://a.cn"),
        (OWN, OWN),
    ],
)
def test_the_address_of_a_copy_holds_that_of_the_page(url: str, own: str) -> None:
    assert own_address(url) == own


def test_fetched_pages_documents_and_rows_have_the_address_of_the_page() -> None:
    assert newsclean.parse_page(Page(copied("").encode(), url=COPY)).url == OWN
    assert newsclean.parse(f"---\ntitle: 桥\nurl: {COPY}\n---\n<p>老桥今天通车了。</p>").url == OWN
    assert error_row("a", COPY, "status", "x")["url"] == OWN


def test_a_page_that_links_to_a_copy_keeps_the_link() -> None:
    page = PLAIN.replace("https://news.sina.com.cn/b.shtml", COPY)
    assert COPY in newsclean.parse(page, url=OWN).html


def test_a_copy_on_the_disk_is_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(copied("https://web.archive.org"), "utf-8")
    assert newsclean.parse(path).url == OWN
