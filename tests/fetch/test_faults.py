"""What servers do wrong, and what a caller sees: the rows of the fault table in docs/fetching.md."""

from __future__ import annotations

import gzip
import socket
import ssl
import tracemalloc
import zlib
from collections.abc import Callable

import pytest

from fetch.conftest import Get, resolving
from fetch.server import Server, answer, chunked, dripping, endless, raw, redirect, reset, silent
from newsclean.errors import FetchError

PAGE = "<html><body><h1>桥通了</h1><p>老桥今天通车。</p></body></html>" * 3


def fault(get: Get, url: str, **options: object) -> FetchError:
    with pytest.raises(FetchError) as caught:
        get(url, **options)
    return caught.value


# --- bodies that are fine ---------------------------------------------------------------------------------


@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
@pytest.mark.parametrize("named", [True, False])
def test_bytes_arrive_as_they_were_sent_whatever_the_charset_and_where_it_is_named(
    get: Get, server: Server, charset: str, named: bool
) -> None:
    content = PAGE.encode(charset)
    kind = f"text/html; charset={charset}" if named else "text/html"
    server.on("/", answer(content, Content_Type=kind))
    page = get(server.url("/"))
    assert page.content == content
    assert page.headers["content-type"] == kind
    assert (page.status, page.url) == (200, server.url("/"))
    assert page.fetched_at is not None
    assert page.fetched_at.tzinfo is not None


def _raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


PACKINGS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "gzip-in-two-members": ("gzip", lambda data: gzip.compress(data[:50]) + gzip.compress(data[50:])),
    "gzip-padded": ("gzip", lambda data: gzip.compress(data) + b"\0" * 600),
    "x-gzip": ("x-gzip", gzip.compress),
    "deflate": ("deflate", zlib.compress),
    "deflate-without-its-wrapper": ("deflate", _raw_deflate),
    "deflate-then-gzip": ("deflate, gzip", lambda data: gzip.compress(zlib.compress(data))),
    "identity": ("identity", lambda data: data),
}


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_packed_body_is_unpacked(get: Get, server: Server, packing: str) -> None:
    coding, pack = PACKINGS[packing]
    server.on("/", answer(pack(PAGE.encode()), Content_Encoding=coding))
    page = get(server.url("/"))
    assert page.content == PAGE.encode()
    assert "content-encoding" not in page.headers


def test_only_codings_that_can_be_bounded_are_asked_for(get: Get, server: Server) -> None:
    server.on("/", answer(PAGE))
    get(server.url("/"))
    assert server.asked[0].headers["accept-encoding"] == "gzip, deflate"


def test_a_chunked_packed_body_cut_at_every_byte_is_unpacked(get: Get, server: Server) -> None:
    packed = gzip.compress(PAGE.encode())
    server.on("/", chunked(*[packed[i : i + 1] for i in range(len(packed))], Content_Encoding="gzip"))
    assert get(server.url("/")).content == PAGE.encode()


def test_an_empty_body_that_calls_itself_packed_is_an_empty_body(get: Get, server: Server) -> None:
    server.on("/", answer(b"", Content_Encoding="gzip"))
    assert get(server.url("/")).content == b""


# --- caps -------------------------------------------------------------------------------------------------


def test_a_bomb_costs_no_more_memory_than_the_cap(get: Get, server: Server) -> None:
    bomb = gzip.compress(b"\0" * 130_000_000)
    assert len(bomb) < 150_000
    server.on("/", answer(bomb, Content_Encoding="gzip"))
    tracemalloc.start()
    try:
        error = fault(get, server.url("/"), max_decoded_bytes=3_000_000)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert error.kind == "too_large"
    assert "decompressed" in error.message
    assert most < 9_000_000
    assert len(server.asked) == 1


def test_a_bomb_in_a_bomb_is_stopped_at_its_first_stage(get: Get, server: Server) -> None:
    bomb = gzip.compress(gzip.compress(b"\0" * 30_000_000))
    server.on("/", answer(bomb, Content_Encoding="gzip, gzip"))
    assert fault(get, server.url("/"), max_decoded_bytes=1_000_000).kind == "too_large"


def test_a_body_packed_many_times_over_is_refused(get: Get, server: Server) -> None:
    server.on("/", answer(b"x", Content_Encoding="gzip, gzip, gzip, gzip"))
    assert fault(get, server.url("/")).kind == "decode"


def test_an_endless_body_is_stopped_at_the_cap(get: Get, server: Server) -> None:
    server.on("/", endless)
    error = fault(get, server.url("/"), max_bytes=500_000)
    assert error.kind == "too_large"
    assert "on the wire" in error.message


def test_an_announced_length_over_the_cap_is_refused_before_the_body(get: Get, server: Server) -> None:
    server.on("/", answer(b"", Content_Length="999999999"))
    error = fault(get, server.url("/"))
    assert error.kind == "too_large"
    assert "999,999,999" in error.message


# --- broken bodies ----------------------------------------------------------------------------------------

BROKEN = {
    "not-gzip": ("gzip", b"plainly not gzip"),
    "gzip-cut-short": ("gzip", gzip.compress(PAGE.encode())[:-20]),
    "one-byte-of-deflate": ("deflate", b"x"),
    "a-coding-not-asked-for": ("br", b"anything"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_body_that_cannot_be_unpacked_is_a_decode_error_and_not_retried(
    get: Get, server: Server, case: str
) -> None:
    coding, body = BROKEN[case]
    server.on("/", answer(body, Content_Encoding=coding))
    assert fault(get, server.url("/")).kind == "decode"
    assert len(server.asked) == 1


CUT_OFF = {
    "reset-in-the-body": reset(b"<html>"),
    "shorter-than-announced": raw(b"HTTP/1.1 200 X\r\nContent-Length: 1000\r\n\r\n<html>"),
    "chunks-without-an-end": chunked(b"<html>", ends=False),
    "no-http-at-all": raw(b"220 mail ready\r\n\r\n"),
    "closed-before-a-word": raw(b""),
}


@pytest.mark.parametrize("case", CUT_OFF)
def test_a_connection_that_breaks_is_tried_again(get: Get, server: Server, case: str) -> None:
    server.on("/", CUT_OFF[case], answer(PAGE))
    assert get(server.url("/")).content == PAGE.encode()
    assert len(server.asked) == 2


@pytest.mark.parametrize("case", CUT_OFF)
def test_a_connection_that_breaks_each_time_is_a_connect_error(get: Get, server: Server, case: str) -> None:
    server.on("/", CUT_OFF[case])
    error = fault(get, server.url("/"), attempts=3)
    assert (error.kind, error.details["attempts"]) == ("connect", 3)
    assert len(server.asked) == 3


def test_what_follows_the_announced_length_is_not_taken(get: Get, server: Server) -> None:
    server.on("/", raw(b"HTTP/1.1 200 X\r\nContent-Length: 6\r\n\r\n<html><p>more"))
    assert get(server.url("/")).content == b"<html>"


# --- time -------------------------------------------------------------------------------------------------


def test_a_silent_server_is_a_timeout_and_tried_again(get: Get, server: Server) -> None:
    server.on("/", silent)
    error = fault(get, server.url("/"), timeout=0.2, attempts=2)
    assert (error.kind, error.details["attempts"]) == ("timeout", 2)
    assert len(server.asked) == 2


@pytest.mark.parametrize("where", ["body", "headers"])
def test_a_dripping_answer_ends_with_the_seconds_for_the_whole(get: Get, server: Server, where: str) -> None:
    server.on("/", dripping(headers_too=where == "headers"))
    error = fault(get, server.url("/"), timeout=5.0, total=0.6)
    assert error.kind == "timeout"
    assert len(server.asked) == 1


def test_a_refused_connection_is_a_connect_error_after_its_attempts(get: Get) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        error = fault(get, f"http://127.0.0.1:{unused.getsockname()[1]}/", attempts=2)
    assert (error.kind, error.details["attempts"]) == ("connect", 2)


def test_a_name_that_does_not_exist_is_not_tried_again(get: Get) -> None:
    error = fault(get, "http://nowhere.test/", resolver=resolving())
    assert (error.kind, error.details["attempts"]) == ("connect", 1)
    assert "nowhere.test" in error.message


# --- statuses ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 418, 204, 304])
def test_a_status_that_is_no_page_is_an_error_and_not_retried(get: Get, server: Server, status: int) -> None:
    server.on("/", raw(f"HTTP/1.1 {status} X\r\nContent-Length: 0\r\n\r\n".encode()))
    error = fault(get, server.url("/"))
    assert (error.kind, error.details["status"]) == ("status", status)
    assert len(server.asked) == 1


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_server_that_is_busy_for_a_while_is_asked_again(get: Get, server: Server, status: int) -> None:
    server.on("/", answer(status=status), answer(status=status), answer(PAGE))
    assert get(server.url("/")).content == PAGE.encode()
    assert len(server.asked) == 3


def test_a_server_that_stays_broken_is_given_up_after_its_attempts(get: Get, server: Server) -> None:
    server.on("/", answer(status=503))
    error = fault(get, server.url("/"), attempts=3)
    assert (error.kind, error.details["status"], error.details["attempts"]) == ("status", 503, 3)
    assert len(server.asked) == 3


def test_retry_after_is_obeyed(get: Get, server: Server) -> None:
    server.on("/", answer(status=429, Retry_After="1"), answer(PAGE))
    get(server.url("/"))
    first, then = server.asked
    assert then.at - first.at >= 0.95


def test_a_retry_after_longer_than_the_time_there_is_ends_it_at_once(get: Get, server: Server) -> None:
    server.on("/", answer(status=503, Retry_After="3600"))
    error = fault(get, server.url("/"))
    assert "3600 s" in error.message
    assert len(server.asked) == 1


# --- redirects --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(get: Get, server: Server, status: int) -> None:
    server.on("/a", redirect("/b#part", status))
    server.on("/b", answer(PAGE))
    assert get(server.url("/a")).url == server.url("/b")


def test_a_redirect_loop_is_named(get: Get, server: Server) -> None:
    server.on("/a", redirect("/b"))
    server.on("/b", redirect("/a"))
    error = fault(get, server.url("/a"))
    assert error.kind == "redirect"
    assert "/a → " in error.message
    assert server.paths() == ["/a", "/b"]


def test_five_redirects_are_followed_and_a_sixth_is_not(get: Get, server: Server) -> None:
    for number in range(6):
        server.on(f"/{number}", redirect(f"/{number + 1}"))
    server.on("/6", answer(PAGE))
    assert get(server.url("/1")).url == server.url("/6")
    assert "more than 5" in fault(get, server.url("/0")).message


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)"])
def test_a_redirect_to_another_scheme_is_refused(get: Get, server: Server, target: str) -> None:
    server.on("/", redirect(target))
    assert fault(get, server.url("/")).kind == "scheme"


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://example.org/", "news.sina.com.cn", "http://[", ""]
)
def test_what_is_no_http_address_is_refused(get: Get, url: str) -> None:
    assert fault(get, url).kind == "scheme"


def test_a_redirect_without_a_target_is_a_status_error(get: Get, server: Server) -> None:
    server.on("/", answer(status=302))
    assert fault(get, server.url("/")).kind == "status"


STUBS = {
    "meta refresh": '<html><head><meta http-equiv="refresh" content="0;URL=/b"></head><body></body></html>',
    "meta refresh, quoted": """<meta http-equiv='Refresh' content="1; url='/b'">""",
    "script": '<html><script>window.location.href="/b";</script></html>',
    "script, replace": "<script>location.replace('/b')</script>",
}


@pytest.mark.parametrize("case", STUBS)
def test_a_page_that_only_sends_on_is_followed_and_said(get: Get, server: Server, case: str) -> None:
    server.on("/a", answer(STUBS[case]))
    server.on("/b", answer(PAGE))
    page = get(server.url("/a"))
    assert page.url == server.url("/b")
    assert [note for note in page.notes if note.startswith("followed a " + case.partition(",")[0])]


NO_STUBS = {
    "a-slow-refresh": '<meta http-equiv="refresh" content="5;URL=/b">',
    "a-refresh-in-a-comment": '<!-- <meta http-equiv="refresh" content="0;URL=/b"> --><p>x</p>',
    "a-script-for-some-browsers": "<script>if (navigator.userAgent.match(/x/)) location.href='/b'</script>",
    "a-script-in-a-long-page": "<script>location.href='/b'</script>" + "<p>" + "words " * 50,
    "an-answer-for-scripts": "/*<script>location.href='//sina.com';</script>*/try{x({})}catch(e){}",
}


@pytest.mark.parametrize("case", NO_STUBS)
def test_a_page_that_is_more_than_a_redirect_is_not_followed(get: Get, server: Server, case: str) -> None:
    server.on("/a", answer(NO_STUBS[case]))
    assert get(server.url("/a")).url == server.url("/a")


# --- TLS --------------------------------------------------------------------------------------------------


def test_tls_goes_by_the_host_name_though_the_address_was_resolved_before(
    get: Get, tls_server: Server, trusting: ssl.SSLContext
) -> None:
    tls_server.on("/", answer(PAGE))
    page = get(
        tls_server.url("/", "example.test"),
        ssl_context=trusting,
        resolver=resolving(example__test="127.0.0.1"),
    )
    assert page.content == PAGE.encode()
    assert tls_server.names_of_tls == ["example.test"]
    assert tls_server.asked[0].headers["host"] == f"example.test:{tls_server.port}"


def test_a_certificate_for_another_name_is_a_tls_error_and_not_retried(
    get: Get, tls_server: Server, trusting: ssl.SSLContext
) -> None:
    resolver = resolving(other__test="127.0.0.1")
    error = fault(get, tls_server.url("/", "other.test"), ssl_context=trusting, resolver=resolver)
    assert (error.kind, error.details["attempts"]) == ("tls", 1)


def test_a_certificate_nobody_vouches_for_is_a_tls_error(get: Get, tls_server: Server) -> None:
    resolver = resolving(example__test="127.0.0.1")
    error = fault(get, tls_server.url("/", "example.test"), resolver=resolver)
    assert (error.kind, error.details["attempts"]) == ("tls", 1)


def test_a_server_without_tls_is_a_tls_error(get: Get, server: Server) -> None:
    assert fault(get, server.url("/").replace("http:", "https:"), attempts=1).kind == "tls"


def test_verification_cannot_be_turned_off(get: Get) -> None:
    context = ssl.create_default_context()
    context.check_hostname = False
    with pytest.raises(ValueError, match="must verify"):
        get("https://example.test/", ssl_context=context)
