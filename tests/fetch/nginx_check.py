"""The fetcher against nginx: what a server in the wild does on its own, not what one of ours is told to do.

Run by ``make test-nginx``; the ordinary suite does not collect it, because nginx is no Python package.
"""

from __future__ import annotations

import shutil
import ssl
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest
import trustme

from fetch.conftest import QUICK, Get, resolving
from fetch.toy import Fetcher
from newsclean.errors import FetchError

CONF = """
daemon off; master_process off; pid {root}/pid; error_log {root}/error.log;
events {{ worker_connections 256; }}
http {{
  access_log {root}/access.log; default_type text/html; client_body_temp_path {root}/t1; proxy_temp_path {root}/t2;
  fastcgi_temp_path {root}/t3; uwsgi_temp_path {root}/t4; scgi_temp_path {root}/t5;
  limit_req_zone $binary_remote_addr zone=strict:1m rate=20r/s;
  server {{
    listen 127.0.0.1:{port}; listen 127.0.0.1:{tls_port} ssl;
    ssl_certificate {root}/cert.pem; ssl_certificate_key {root}/key.pem;
    root {root}/www;
    gzip on; gzip_min_length 1; gzip_vary on;
    location /gbk/ {{ charset gbk; }}
    location /strict/ {{ limit_req zone=strict; limit_req_status 429; try_files /page.html =404; }}
    location /hangs-up {{ return 444; }}
    location /moved {{ return 301 /page.html; }}
    location /round {{ return 302 /round; }}
    location /slow/ {{ limit_rate 40; gzip off; alias {root}/www/; }}
    location /plain/ {{ gzip off; alias {root}/www/; }}
  }}
}}
"""
PAGE = "<h1>桥通了</h1>" + "<p>老桥今天通车。</p>" * 200


class Site(NamedTuple):
    """Where nginx answers, and the context that trusts it."""

    http: str
    https: str
    trusting: ssl.SSLContext
    log: Path

    def lines(self) -> list[str]:
        return self.log.read_text().splitlines()


def _free_ports() -> tuple[int, int]:
    import socket

    with socket.socket() as one, socket.socket() as two:
        one.bind(("127.0.0.1", 0))
        two.bind(("127.0.0.1", 0))
        return one.getsockname()[1], two.getsockname()[1]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    assert program, "nginx is not installed: make test-nginx installs it"
    root = tmp_path_factory.mktemp("nginx")
    authority = trustme.CA()
    certificate = authority.issue_cert("nginx.test")
    certificate.private_key_pem.write_to_path(root / "key.pem")
    for blob in certificate.cert_chain_pems:
        blob.write_to_path(root / "cert.pem", append=True)
    for name in ("www", "www/gbk"):
        (root / name).mkdir()
    (root / "www/page.html").write_text(PAGE)
    (root / "www/gbk/page.html").write_bytes(PAGE.encode("gbk"))
    (root / "www/big.html").write_bytes(b"<p>" + b"x" * 3_000_000)
    (root / "www/robots.txt").write_text("User-agent: *\nDisallow: /plain/\n")
    port, tls_port = _free_ports()
    (root / "conf").write_text(CONF.format(root=root, port=port, tls_port=tls_port))
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    process = subprocess.Popen([program, "-p", str(root), "-c", str(root / "conf")])
    try:
        _wait_for(f"http://127.0.0.1:{port}/page.html", process)
        yield Site(
            f"http://127.0.0.1:{port}", f"https://nginx.test:{tls_port}", trusting, root / "access.log"
        )
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        assert process.poll() is None, "nginx did not start"
        try:
            httpx.get(url, trust_env=False)
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("nginx does not answer")


def test_a_page_that_nginx_packs_and_chunks_arrives_whole(get: Get, site: Site) -> None:
    page = get(f"{site.http}/page.html")
    assert page.content == PAGE.encode()
    assert page.headers["vary"] == "Accept-Encoding"
    assert int(site.lines()[-1].split()[9]) < len(PAGE.encode()) / 10  # bytes sent: it was packed


def test_a_gbk_page_keeps_its_bytes_and_its_header(get: Get, site: Site) -> None:
    page = get(f"{site.http}/gbk/page.html")
    assert page.content == PAGE.encode("gbk")
    assert page.headers["content-type"] == "text/html; charset=gbk"


def test_tls_with_the_name_of_the_certificate(get: Get, site: Site) -> None:
    names = resolving(nginx__test="127.0.0.1")
    assert get(f"{site.https}/page.html", ssl_context=site.trusting, resolver=names).content == PAGE.encode()
    with pytest.raises(FetchError) as caught:
        get(f"{site.https}/page.html", resolver=names)
    assert caught.value.kind == "tls"


def test_tls_spoken_to_a_plain_port_and_plain_words_to_a_tls_port(get: Get, site: Site) -> None:
    with pytest.raises(FetchError) as caught:
        get(f"{site.http}/page.html".replace("http:", "https:"), attempts=1)
    assert caught.value.kind == "tls"
    with pytest.raises(FetchError) as caught:
        get(f"{site.https}/page.html".replace("https:", "http:"), resolver=resolving(nginx__test="127.0.0.1"))
    assert caught.value.details["status"] == 400


def test_redirects_loops_and_missing_pages(get: Get, site: Site) -> None:
    assert get(f"{site.http}/moved").url == f"{site.http}/page.html"
    for path, kind in (("/round", "redirect"), ("/nothing.html", "status")):
        with pytest.raises(FetchError) as caught:
            get(site.http + path)
        assert caught.value.kind == kind


def test_a_server_that_hangs_up_without_a_word(get: Get, site: Site) -> None:
    with pytest.raises(FetchError) as caught:
        get(f"{site.http}/hangs-up", attempts=2)
    assert (caught.value.kind, caught.value.details["attempts"]) == ("connect", 2)


def test_the_caps_hold_for_announced_and_for_packed_bodies(get: Get, site: Site) -> None:
    for path, options in (
        ("/plain/big.html", {"max_bytes": 1_000_000}),
        ("/big.html", {"max_decoded_bytes": 1_000_000}),
    ):
        with pytest.raises(FetchError) as caught:
            get(site.http + path, **options)
        assert caught.value.kind == "too_large"


def test_a_body_that_trickles_ends_with_its_seconds(get: Get, site: Site) -> None:
    with pytest.raises(FetchError) as caught:
        get(f"{site.http}/slow/big.html", total=1.0)
    assert caught.value.kind == "timeout"


def test_robots_txt_is_obeyed(get: Get, site: Site) -> None:
    assert get(f"{site.http}/page.html", robots=True)
    with pytest.raises(FetchError) as caught:
        get(f"{site.http}/plain/page.html", robots=True)
    assert caught.value.kind == "robots"


def test_the_cache_asks_only_whether_a_page_changed(get: Get, site: Site, tmp_path: Path) -> None:
    url = f"{site.http}/plain/page.html?cached={tmp_path.parent.name}"
    headers = {"Cache-Control": "no-cache"}  # as a browser's reload does: always ask the server
    first, again = (get(url, cache=tmp_path, headers=headers) for _ in range(2))
    assert first.content == again.content == PAGE.encode()
    line = site.lines()[-1]
    assert " 304 0 " in line


def test_a_server_that_limits_its_callers_is_never_over_asked_at_its_own_rate(site: Site) -> None:
    before = len(site.lines())
    urls = [f"{site.http}/strict/{number}" for number in range(30)]
    with Fetcher(**{**QUICK, "per_host": 12.0, "concurrency": 10}) as fetcher:
        assert all(result.ok for result in fetcher.read_many(urls))
    assert not [line for line in site.lines()[before:] if " 429 " in line]
    with Fetcher(**{**QUICK, "per_host": 1000.0, "concurrency": 10, "attempts": 1}) as fetcher:
        kinds = {result.error.kind for result in fetcher.read_many(urls) if result.error}
    assert kinds == {"status"}  # asked faster, nginx does refuse: the first half proves something
