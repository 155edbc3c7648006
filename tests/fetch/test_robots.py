"""robots.txt in all its states, as RFC 9309 has them."""

from __future__ import annotations

from itertools import pairwise

import pytest

import newsclean
from fetch.conftest import QUICK, Get
from fetch.server import Server, answer, raw, redirect, reset
from newsclean.errors import FetchError
from newsclean.fetch import Fetcher
from newsclean.fetch.robots import RobotRules, RobotsMemory

PAGE = "<p>x</p>"


@pytest.fixture
def site(server: Server) -> Server:
    server.on("/open", answer(PAGE))
    server.on("/closed", answer(PAGE))
    return server


def refused(get: Get, url: str, **options: object) -> FetchError:
    with pytest.raises(FetchError) as caught:
        get(url, robots=True, **options)
    return caught.value


def test_a_path_that_is_disallowed_is_not_asked_for(get: Get, site: Server) -> None:
    site.on("/robots.txt", answer("User-agent: *\nDisallow: /closed\n"))
    assert get(site.url("/open"), robots=True).content == PAGE.encode()
    error = refused(get, site.url("/closed"))
    assert error.kind == "robots"
    assert "/closed" not in site.paths()


def test_rules_for_our_name_count_and_not_those_for_others(get: Get, site: Server) -> None:
    site.on(
        "/robots.txt", answer("User-agent: newsclean\nDisallow: /closed\n\nUser-agent: *\nDisallow: /open\n")
    )
    assert get(site.url("/open"), robots=True)
    assert refused(get, site.url("/closed")).kind == "robots"


def test_the_name_is_taken_from_the_user_agent_that_is_sent(get: Get, site: Server) -> None:
    site.on("/robots.txt", answer("User-agent: mine\nDisallow: /closed\n"))
    assert refused(get, site.url("/closed"), user_agent="mine/2.0 (+https://example.org)").kind == "robots"
    assert {asked.headers["user-agent"] for asked in site.asked} == {"mine/2.0 (+https://example.org)"}
    assert get(site.url("/closed"), robots=True)


def test_the_usual_user_agent_says_what_it_is(get: Get, site: Server) -> None:
    get(site.url("/open"))
    sent = site.asked[0].headers["user-agent"]
    assert sent == f"newsclean/{newsclean.__version__}"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_robots_txt_that_does_not_exist_allows_all(get: Get, site: Server, status: int) -> None:
    site.on("/robots.txt", answer("User-agent: *\nDisallow: /\n", status=status))
    assert get(site.url("/open"), robots=True)


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_robots_txt_that_is_out_of_order_allows_nothing(get: Get, site: Server, status: int) -> None:
    site.on("/robots.txt", answer(status=status))
    error = refused(get, site.url("/open"), attempts=2)
    assert error.kind == "robots"
    assert site.paths() == ["/robots.txt"] * 2


def test_a_robots_txt_that_breaks_off_allows_nothing(get: Get, site: Server) -> None:
    site.on("/robots.txt", reset(b"User-agent"))
    assert refused(get, site.url("/open"), attempts=2).kind == "connect"
    assert "/open" not in site.paths()


def test_a_robots_txt_that_moved_is_followed_even_to_another_host(
    get: Get, site: Server, second: Server
) -> None:
    site.on("/robots.txt", redirect("/moved"))
    site.on("/moved", redirect(second.url("/rules")))
    second.on("/rules", answer("User-agent: *\nDisallow: /closed\n"))
    assert get(site.url("/open"), robots=True)
    assert refused(get, site.url("/closed")).kind == "robots"


def test_a_robots_txt_lost_in_redirects_allows_all(get: Get, site: Server) -> None:
    site.on("/robots.txt", redirect("/robots.txt"))
    assert get(site.url("/open"), robots=True)


def test_a_page_instead_of_a_robots_txt_allows_all(get: Get, site: Server) -> None:
    site.on("/robots.txt", answer("<html><body>页面没有找到</body></html>"))
    assert get(site.url("/open"), robots=True)


def test_a_robots_txt_with_a_byte_order_mark_and_bad_bytes_is_read(get: Get, site: Server) -> None:
    site.on("/robots.txt", answer(b"\xef\xbb\xbfUser-agent: *\r\n# \xff\xfe\r\nDisallow: /closed\r\n"))
    assert refused(get, site.url("/closed")).kind == "robots"


def test_a_giant_robots_txt_is_read_as_far_as_the_standard_asks(get: Get, site: Server) -> None:
    rules = "User-agent: *\nDisallow: /closed\n" + "# nothing here\n" * 100_000 + "Disallow: /open\n"
    site.on("/robots.txt", answer(rules))
    assert get(site.url("/open"), robots=True)
    assert refused(get, site.url("/closed")).kind == "robots"


def test_each_origin_of_a_redirect_is_asked(get: Get, site: Server, second: Server) -> None:
    site.on("/open", redirect(second.url("/closed")))
    second.on("/robots.txt", answer("User-agent: *\nDisallow: /closed\n"))
    assert refused(get, site.url("/open")).kind == "robots"
    assert second.paths() == ["/robots.txt"]


def test_robots_txt_is_asked_for_once_an_origin(site: Server) -> None:
    site.on("/robots.txt", answer("User-agent: *\nAllow: /\n"))
    with Fetcher(**{**QUICK, "robots": True}) as fetcher:
        for _ in range(3):
            fetcher.get(site.url("/open"))
    assert site.paths() == ["/robots.txt", "/open", "/open", "/open"]


def test_the_delay_that_robots_txt_asks_for_is_kept(site: Server) -> None:
    site.on("/robots.txt", answer("User-agent: *\nCrawl-delay: 0.4\n"))
    with Fetcher(**{**QUICK, "robots": True}) as fetcher:
        for _ in range(3):
            fetcher.get(site.url("/open"))
    times = [asked.at for asked in site.asked if asked.path == "/open"]
    assert min(then - first for first, then in pairwise(times)) >= 0.38


def test_not_asking_is_said(get: Get, site: Server) -> None:
    assert any("robots.txt was not asked" in note for note in get(site.url("/open"), robots=False).notes)
    assert not get(site.url("/open"), robots=True).notes


def test_rules_are_forgotten_after_a_day_and_bad_news_after_ten_minutes() -> None:
    memory = RobotsMemory()
    memory.put("http://a.test", RobotRules("fine"), 1000.0)
    assert memory.get("http://a.test", 1000.0 + 86_399)
    assert memory.get("http://a.test", 1000.0 + 86_400) is None


def test_an_address_inside_is_told_as_what_it_is_and_not_as_a_matter_of_robots_txt(
    get: Get, site: Server
) -> None:
    assert refused(get, site.url("/open"), allow_private=False).kind == "blocked_address"


def test_a_headless_robots_txt_is_a_broken_one(get: Get, site: Server) -> None:
    site.on("/robots.txt", raw(b"User-agent: *\n\n"))
    assert refused(get, site.url("/open"), attempts=1).kind == "connect"
