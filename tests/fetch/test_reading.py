"""From an address to its article: the other form of a page that is gone, and articles of several pages."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest

from fetch.conftest import QUICK, resolving
from fetch.server import Server, answer, redirect
from fetch.toy import AsyncFetcher, Fetcher, parse
from newsclean import reader
from newsclean.article import Article
from newsclean.errors import FetchError, NotAnArticle
from newsclean.fetch.article_steps import read_steps
from newsclean.fetch.options import Options
from newsclean.fetch.redirects import further_pages, other_form
from newsclean.fetch.steps import Parse, Reply, Send
from newsclean.page import Page

ID = "icezuev4202091"
DESKTOP = f"/c/2019-10-23/doc-i{ID}.shtml"
MOBILE = f"/gn/2019-10-23/detail-i{ID}.d.html"
GOOD = "<h1>桥通了</h1><p>老桥今天通车。</p>"


def _read_sync(url: str, **options: Any) -> Article:
    with Fetcher(**{**QUICK, **options}) as fetcher:
        return fetcher.read(url)


def _read_async(url: str, **options: Any) -> Article:
    async def run() -> Article:
        async with AsyncFetcher(**{**QUICK, **options}) as fetcher:
            return await fetcher.read(url)

    return asyncio.run(run())


Read = Callable[[str], Article]


@pytest.fixture(params=["sync", "async"])
def read(request: pytest.FixtureRequest, trusting: ssl.SSLContext) -> Read:
    names = resolving(news__sina__com__cn="127.0.0.1", news__sina__cn="127.0.0.1")
    how = _read_sync if request.param == "sync" else _read_async
    return lambda url: how(url, ssl_context=trusting, resolver=names)


@pytest.fixture
def desktop(tls_server: Server) -> str:
    return tls_server.url(DESKTOP, "news.sina.com.cn")


@pytest.fixture
def mobile(tls_server: Server) -> str:
    return tls_server.url(MOBILE, "news.sina.cn")


def naming_mobile(url: str) -> str:
    return f'<meta name="mobile-agent" content="format=html5; url={url}">'


def naming_desktop(url: str) -> str:
    escaped = url.replace("/", "\\/")
    return f'<script>var __docConfig = {{"__webURL":"{escaped}"}};</script>'


def text_of(article: Article) -> list[str]:
    return [block.runs[0].text for block in article.blocks]  # type: ignore[union-attr]


# --- the other form ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [404, 410])
def test_a_desktop_page_that_is_gone_is_replaced_by_the_mobile_page_it_names(
    read: Read, tls_server: Server, desktop: str, mobile: str, status: int
) -> None:
    tls_server.on(DESKTOP, answer(naming_mobile(mobile), status=status))
    tls_server.on(MOBILE, answer(GOOD))
    article = read(desktop)
    assert (article.title, article.url) == ("桥通了", mobile)
    assert article.warnings[-1] == f"{desktop} is gone (status {status}); {mobile} was fetched in its place"


def test_a_mobile_page_that_is_gone_is_replaced_by_the_desktop_page_it_names(
    read: Read, tls_server: Server, desktop: str, mobile: str
) -> None:
    tls_server.on(MOBILE, answer(naming_desktop(desktop), status=404))
    tls_server.on(DESKTOP, answer(GOOD))
    assert read(mobile).url == desktop


def test_a_page_that_is_gone_by_its_words_is_replaced_too(
    read: Read, tls_server: Server, desktop: str, mobile: str
) -> None:
    tls_server.on(DESKTOP, answer(naming_mobile(mobile) + "<p>页面没有找到</p>"))
    tls_server.on(MOBILE, answer(GOOD))
    article = read(desktop)
    assert article.url == mobile
    assert article.warnings[0] == f"{desktop} holds no article (removed); {mobile} was read in its place"


def test_a_page_that_is_gone_and_names_nothing_is_told_for_what_it_is(
    read: Read, tls_server: Server, desktop: str
) -> None:
    tls_server.on(DESKTOP, answer("<p>页面没有找到</p>"))
    with pytest.raises(NotAnArticle) as soft:
        read(desktop)
    assert soft.value.kind == "removed"
    tls_server.on(DESKTOP, answer("<p>页面没有找到</p>", status=404))
    with pytest.raises(FetchError) as hard:
        read(desktop)
    assert hard.value.details["status"] == 404


@pytest.mark.parametrize("there", [answer(status=404), answer("<p>页面没有找到</p>")])
def test_where_the_other_form_is_gone_too_the_first_pages_error_is_told(
    read: Read, tls_server: Server, desktop: str, mobile: str, there: Any
) -> None:
    tls_server.on(DESKTOP, answer(naming_mobile(mobile) + "<p>页面没有找到</p>"))
    tls_server.on(MOBILE, there)
    with pytest.raises(NotAnArticle) as caught:
        read(desktop)
    assert caught.value.url == desktop


@pytest.mark.parametrize(
    "content",
    [
        naming_mobile(""),  # as on pages of 2024
        naming_mobile("https://news.sina.cn/gn/2019-10-23/detail-iother0000001.d.html"),  # another document
        naming_mobile("https://news.sina.com.cn/c/2019-10-23/doc-iicezuev4202091.shtml"),  # itself
        naming_desktop("https://news.sina.com.cn/x.shtml"),  # what a desktop page does not mean by it
        "",
    ],
)
def test_a_page_that_names_no_other_form_of_itself_has_none(content: str) -> None:
    assert other_form(content.encode(), "https://news.sina.com.cn" + DESKTOP) is None


# --- several pages ----------------------------------------------------------------------------------------


LEGACY = "/c/2010-04-19/092120103860"


def test_the_pages_of_an_article_are_joined_in_their_order(read: Read, tls_server: Server) -> None:
    links = f'<a href="{LEGACY}_3.shtml">3</a><a href="{LEGACY}_2.shtml">2</a><a href="{LEGACY}_2.shtml">下一页</a>'
    tls_server.on(f"{LEGACY}.shtml", answer("<h1>桥</h1><p>一</p>" + links))
    tls_server.on(f"{LEGACY}_2.shtml", answer("<p>二</p>" + links))
    tls_server.on(f"{LEGACY}_3.shtml", answer("<p>三</p>" + links))
    article = read(tls_server.url(f"{LEGACY}.shtml", "news.sina.com.cn"))
    assert article.title == "桥"
    assert text_of(article) == ["一", "二", "三"]
    assert article.warnings[-1] == "joined from 3 pages"
    assert len(tls_server.asked) == 3


def test_a_page_that_is_missing_is_said_and_the_others_are_joined(read: Read, tls_server: Server) -> None:
    links = "".join(f'<a href="092120103860_{n}.shtml">{n}</a>' for n in (2, 3))
    tls_server.on(f"{LEGACY}.shtml", answer("<p>一</p>" + links))
    tls_server.on(f"{LEGACY}_3.shtml", answer("<p>三</p>"))
    article = read(tls_server.url(f"{LEGACY}.shtml", "news.sina.com.cn"))
    assert text_of(article) == ["一", "三"]
    assert any(note.startswith("page 2 of 3 is missing (status)") for note in article.warnings)


NOT_FURTHER = {
    "links-to-others": (
        "/c/2010-04-19/092120103860.shtml",
        '<a href="/c/2010-04-19/092120109999_2.shtml">x</a>',
    ),
    "a-page-that-is-not-the-first": (
        "/c/2010-04-19/092120103860_2.shtml",
        f'<a href="{LEGACY}_3.shtml">x</a>',
    ),
    "a-list-with-numbers": ("/roll/index.shtml", '<a href="/roll/index_2.shtml">2</a>'),
    "the-same-name-on-another-host": (f"{LEGACY}.shtml", f'<a href="http://evil.test{LEGACY}_2.shtml">2</a>'),
    "a-number-too-great": (f"{LEGACY}.shtml", f'<a href="{LEGACY}_99.shtml">2</a>'),
    "a-link-that-is-none": (f"{LEGACY}.shtml", '<a href="http://[broken">2</a>'),
}


@pytest.mark.parametrize("case", NOT_FURTHER)
def test_what_only_looks_like_a_further_page_is_left(case: str) -> None:
    path, content = NOT_FURTHER[case]
    assert further_pages(Page(content.encode(), url="https://news.sina.com.cn" + path)) == ()


def test_notes_of_the_way_reach_the_articles_warnings(read: Read, tls_server: Server, desktop: str) -> None:
    tls_server.on("/start.shtml", answer(f'<meta http-equiv="refresh" content="0;url={DESKTOP}">'))
    tls_server.on(DESKTOP, answer(GOOD))
    start = tls_server.url("/start.shtml", "news.sina.com.cn")
    assert f"followed a meta refresh from {start} to {desktop}" in read(start).warnings


def test_the_page_between_that_leads_to_an_address_in_its_query_is_passed_over(
    read: Read, tls_server: Server, mobile: str
) -> None:
    tls_server.on(MOBILE, answer(GOOD))
    article = read(
        tls_server.url(f"/midpage/mobile/index.d.html?docID={ID}&url={mobile}", "news.sina.com.cn")
    )
    assert article.url == mobile
    assert any("only leads to" in note for note in article.warnings)


def test_redirects_to_http_and_back_are_followed_as_they_are(
    read: Read, tls_server: Server, desktop: str
) -> None:
    tls_server.on("/old.shtml", redirect(DESKTOP))
    tls_server.on(DESKTOP, answer(GOOD))
    assert read(tls_server.url("/old.shtml", "news.sina.com.cn")).url == desktop


def test_the_fetchers_with_the_real_parser_read_an_article(server: Server) -> None:
    body = "<p>　　老桥今天通车，车辆可以从两个方向过江。</p>" * 3
    server.on(
        "/a.shtml",
        answer(f'<h1 class="main-title">桥通了</h1><div class="article" id="article">{body}</div>'),
    )
    url = server.url("/a.shtml")

    async def by_async() -> Article:
        async with reader.AsyncFetcher(**QUICK) as fetcher:
            return await fetcher.read(url)

    article = reader.read(url, **QUICK)
    assert article.title == "桥通了"
    assert article.text.startswith("老桥今天通车")
    assert "robots.txt was not asked, as the options say" in article.warnings
    assert asyncio.run(by_async()) == article


NONE: dict[str, str] = {}


def test_pages_that_a_page_names_elsewhere_see_no_credentials() -> None:
    """The other form of a page, and the further pages behind a redirect, are of another host."""
    start = "https://news.sina.com.cn/c/2020-03-04/doc-iabcdef1234567.shtml"
    gone = "<meta name=mobile-agent content='format=html5;url=https://news.sina.cn/a'><p>页面没有找到</p>"
    moved = "https://other.example/c/2020-03-04/doc-iabcdef1234567.shtml"
    further = GOOD + f'<a href="{moved.replace(".shtml", "_2.shtml")}">2</a>'
    now = datetime(2024, 5, 10, tzinfo=UTC)
    for answers in (
        [(200, NONE, gone), (200, NONE, GOOD)],
        [(302, {"location": moved}, ""), (200, NONE, further), (200, NONE, GOOD)],
    ):
        steps = read_steps(
            start, Options(robots=False, headers={"Cookie": "a=b", "Authorization": "Basic x"})
        )
        sent: list[Send] = []
        step: Any = next(steps)
        with suppress(StopIteration):
            while True:
                if isinstance(step, Send):
                    status, headers, body = answers[len(sent)]
                    sent.append(step)
                    step = steps.send(Reply(step.url, status, headers, body.encode(), 0.1, now))
                else:
                    assert isinstance(step, Parse)
                    try:
                        step = steps.send(parse(step.page))
                    except NotAnArticle as error:
                        step = steps.send(error)
        assert len(sent) == len(answers)
        assert {"cookie", "authorization"} <= set(sent[0].headers)
        assert not {"cookie", "authorization"} & {name for each in sent[1:] for name in each.headers}
