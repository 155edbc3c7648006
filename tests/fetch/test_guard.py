"""Which addresses may be connected to, and that nothing else ever is."""

from __future__ import annotations

import ssl
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fetch.conftest import Get, resolving
from fetch.server import Server, answer, redirect
from newsclean.errors import FetchError
from newsclean.fetch.guard import check_addresses, reason_to_refuse

INSIDE = {
    "10.1.2.3": "private",
    "172.31.255.255": "private",
    "192.168.0.1": "private",
    "127.0.0.1": "loopback",
    "127.255.255.254": "loopback",
    "169.254.169.254": "link-local",
    "100.64.0.1": "carrier-grade NAT",
    "0.0.0.0": "this network",  # noqa: S104  # nothing is bound to it
    "224.0.0.251": "multicast",
    "255.255.255.255": "reserved",
    "::1": "loopback",
    "::": "unspecified",
    "fe80::1%eth0": "link-local",
    "fec0::1": "site-local",
    "fd12:3456::1": "unique local",
    "ff02::fb": "multicast",
    "2001:db8::1": "documentation",
    "::ffff:127.0.0.1": "IPv4-mapped loopback",
    "::ffff:0:10.0.0.1": "IPv4-translated private",
    "64:ff9b::a9fe:a9fe": "NAT64 link-local",
    "64:ff9b:1::808:808": "local-use NAT64",
    "2002:7f00:1::": "6to4 loopback",
    "2002:c0a8:101::5": "6to4 private",
    "::10.0.0.1": "IPv4-compatible private",
    "2001:0:4136:e378::1": "protocol assignments",
}
OUTSIDE = [
    "8.8.8.8",
    "123.126.45.68",
    "2400:89c0::1",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
    "2002:808:808::1",
]


@pytest.mark.parametrize(("address", "reason"), INSIDE.items())
def test_addresses_that_lead_inside_are_refused_with_their_reason(address: str, reason: str) -> None:
    assert reason_to_refuse(address) == reason


@pytest.mark.parametrize("address", OUTSIDE)
def test_public_addresses_pass_in_every_form(address: str) -> None:
    assert reason_to_refuse(address) is None


@given(st.ip_addresses(v=4))
def test_what_the_standard_library_calls_not_global_never_passes_nor_does_its_mapped_form(
    address: object,
) -> None:
    if not address.is_global or address.is_multicast:  # type: ignore[attr-defined]
        assert reason_to_refuse(str(address))
        assert reason_to_refuse(f"::ffff:{address}")


def test_one_address_inside_is_enough_to_refuse_the_whole_name() -> None:
    with pytest.raises(FetchError, match=r"10\.0\.0\.1 \(private\)"):
        check_addresses("mixed.test", ["8.8.8.8", "10.0.0.1"], allow_private=False)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/",
        "http://localhost:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://127.1:{port}/",
    ],
)
def test_loopback_is_refused_in_every_spelling_and_not_retried(get: Get, server: Server, url: str) -> None:
    with pytest.raises(FetchError) as caught:
        get(url.format(port=server.port), allow_private=False)
    assert caught.value.kind == "blocked_address"
    assert caught.value.details["attempts"] == 1
    assert server.connections == 0


def test_a_name_that_leads_inside_is_refused(get: Get, server: Server) -> None:
    with pytest.raises(FetchError) as caught:
        get(server.url("/", "inside.test"), allow_private=False, resolver=resolving(inside__test="127.0.0.1"))
    assert (caught.value.kind, caught.value.details["address"]) == ("blocked_address", "127.0.0.1")
    assert server.connections == 0


class _TurningNames:
    """Says one address first and another from then on, as a rebinding attack does."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.look_ups: list[str] = []

    def __call__(self, host: str, _port: int) -> Sequence[str]:
        self.look_ups.append(host)
        return [self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]]


def test_a_name_is_looked_up_once_a_connection_so_that_a_second_answer_changes_nothing(
    get: Get, server: Server
) -> None:
    server.on("/", answer("<p>here</p>"))
    names = _TurningNames("127.0.0.1", "192.0.2.1")
    assert get(server.url("/", "turning.test"), resolver=names).content == b"<p>here</p>"
    assert names.look_ups == ["turning.test"]


def test_a_name_that_turns_inside_between_two_connections_is_refused_at_the_second(
    get: Get, server: Server
) -> None:
    names = _TurningNames("8.8.8.8", "127.0.0.1")
    assert check_addresses("turning.test", names("turning.test", 80), allow_private=False) == ("8.8.8.8",)
    with pytest.raises(FetchError) as caught:
        get(server.url("/", "turning.test"), allow_private=False, resolver=names)
    assert caught.value.kind == "blocked_address"
    assert server.connections == 0


def test_a_redirect_inside_is_refused_at_the_connection(
    monkeypatch: pytest.MonkeyPatch, get: Get, server: Server, second: Server
) -> None:
    # The first server stands for a public one: its address is let through by name, the second's is not.
    from newsclean.fetch import transport

    def check(host: str, found: Sequence[str], *, allow_private: bool) -> tuple[str, ...]:
        return (
            tuple(found)
            if host == "public.test"
            else check_addresses(host, found, allow_private=allow_private)
        )

    monkeypatch.setattr(transport, "check_addresses", check)
    server.on("/", redirect(second.url("/secret")))
    with pytest.raises(FetchError) as caught:
        get(
            server.url("/", "public.test"),
            allow_private=False,
            resolver=resolving(public__test="127.0.0.1", **{"127__0__0__1": "127.0.0.1"}),
        )
    assert caught.value.kind == "blocked_address"
    assert server.paths() == ["/"]
    assert second.connections == 0


def test_the_next_address_of_a_name_is_tried_when_the_first_does_not_answer(get: Get, server: Server) -> None:
    server.on("/", answer("<p>here</p>"))
    resolver = resolving(two__test=["127.0.0.9", "127.0.0.1"])
    assert get(server.url("/", "two.test"), resolver=resolver).content == b"<p>here</p>"


def test_an_address_inside_is_refused_behind_a_proxy_too(get: Get, server: Server) -> None:
    server.on("*", answer("<p>through</p>"))
    page = get("http://news.example.test/a", proxy=server.url(""), allow_private=False)
    assert page.content == b"<p>through</p>"
    assert server.paths() == ["http://news.example.test/a"]
    assert any("were not checked" in note for note in page.notes)
    with pytest.raises(FetchError) as caught:
        get("http://127.0.0.1/a", proxy=server.url(""), allow_private=False)
    assert caught.value.kind == "blocked_address"


# --- credentials and cookies ------------------------------------------------------------------------------


SECRETS = {"Authorization": "Bearer x", "Cookie": "a=b", "X-Mine": "stays"}


def test_credentials_stay_with_the_host_that_was_asked(get: Get, server: Server, second: Server) -> None:
    names = resolving(one__test="127.0.0.1", two__test="127.0.0.1")
    server.on("/", redirect(second.url("/next", "two.test")))
    second.on("/next", answer("<p>x</p>"))
    get(server.url("/", "one.test"), headers=SECRETS, resolver=names)
    assert server.asked[0].headers["authorization"] == "Bearer x"
    assert server.asked[0].headers["cookie"] == "a=b"
    assert not {"authorization", "cookie"} & set(second.asked[0].headers)
    assert second.asked[0].headers["x-mine"] == "stays"


def test_credentials_do_not_go_to_another_port_of_the_host(get: Get, server: Server, second: Server) -> None:
    server.on("/", redirect(second.url("/next")))
    second.on("/next", answer("<p>x</p>"))
    get(server.url("/"), headers=SECRETS)
    assert "cookie" not in second.asked[0].headers


def test_a_user_in_the_address_is_sent_as_a_header_and_shown_nowhere(
    get: Get, server: Server, second: Server
) -> None:
    server.on("/", redirect(second.url("/next")))
    second.on("/next", answer("<p>x</p>"))
    page = get(server.url("/").replace("//", "//me:pw@"))
    assert server.asked[0].headers["authorization"] == "Basic bWU6cHc="
    assert "authorization" not in second.asked[0].headers
    assert "pw" not in f"{page.url}{page.notes}"


def test_robots_txt_is_asked_for_without_credentials(get: Get, server: Server) -> None:
    server.on("/a", answer("<p>x</p>"))
    get(server.url("/a"), headers=SECRETS, robots=True)
    assert server.paths() == ["/robots.txt", "/a"]
    assert "cookie" not in server.asked[0].headers


def test_cookies_are_not_kept(get: Get, server: Server) -> None:
    server.on("/a", answer(status=302, Location="/b", Set_Cookie="seen=1; Path=/"))
    server.on("/b", answer("<p>x</p>"))
    get(server.url("/a"))
    assert "cookie" not in server.asked[1].headers


# --- Sina's https -----------------------------------------------------------------------------------------


def test_an_address_of_sina_is_asked_for_by_https_and_without_trackers(
    get: Get, tls_server: Server, trusting: ssl.SSLContext
) -> None:
    tls_server.on("*", answer("<p>x</p>"))
    names = resolving(news__sina__com__cn="127.0.0.1")
    url = f"http://news.sina.com.cn:{tls_server.port}/c/a.shtml?cre=x&page=2"
    page = get(url, ssl_context=trusting, resolver=names)
    assert tls_server.paths() == ["/c/a.shtml?page=2"]
    assert page.url == f"https://news.sina.com.cn:{tls_server.port}/c/a.shtml?page=2"


def test_http_is_taken_as_it_was_given_where_https_does_not_work_and_that_is_said(
    get: Get, server: Server
) -> None:
    server.on("*", answer("<p>x</p>"))
    page = get(server.url("/a.shtml", "old.sina.com.cn"), resolver=resolving(old__sina__com__cn="127.0.0.1"))
    assert page.url == server.url("/a.shtml", "old.sina.com.cn")
    assert any("asked for by http" in note for note in page.notes)
