"""The frame of reports in a browser: its own style and script work, and no other does."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from browser.views import PHONE, VIEWS, View
from newsclean.language import wording
from newsclean.report import frame

LIVE = """\
<p id="said">unchanged</p>
<script>document.getElementById("said").textContent = "script"</script>
<p id="styled" style="color: rgb(1, 2, 3)">styled</p>
<img src="{server}a.png" onerror="document.getElementById('said').textContent = 'image'">
<iframe src="{server}frame"></iframe>
<link rel="stylesheet" href="{server}a.css">"""


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_the_frame_is_in_the_colours_asked_for_and_fits(show: Any, view: View) -> None:
    shown = show(frame.page("题", "<main><h1>题</h1></main>", say=wording("zh"), footer="foot"), view)
    paper = shown.page.evaluate("getComputedStyle(document.body).backgroundColor")
    light = sum(map(int, paper.removeprefix("rgb(").removesuffix(")").split(", "))) > 3 * 128
    assert light == (view.scheme == "light")
    assert shown.overflow() == 0
    assert shown.page.evaluate("document.documentElement.lang") == "zh-CN"


class Counting(BaseHTTPRequestHandler):
    """Notes what is asked for, and answers nothing."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_error(404)

    def log_message(self, *_: Any) -> None:
        """Say nothing on the standard error."""


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """The address of a server on this machine, and what it was asked for so far."""
    asked: list[str] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (Counting,), {"asked": asked})) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/", asked
        running.shutdown()


def test_markup_that_got_in_would_be_held_by_the_policy(show: Any, server: tuple[str, list[str]]) -> None:
    """The second wall: the first is that nothing of a page is written but escaped."""
    address, asked = server
    shown = show(frame.page("t", f"<main>{LIVE.format(server=address)}</main>", say=wording("en")), PHONE)
    shown.page.wait_for_timeout(200)
    assert shown.page.inner_text("#said") == "unchanged"
    assert shown.page.evaluate("getComputedStyle(document.getElementById('styled')).color") != "rgb(1, 2, 3)"
    assert asked == []
    assert len([told for told in shown.wrong if "Content Security Policy" in told]) >= 5
    shown.wrong.clear()


def test_a_command_is_copied(show: Any) -> None:
    button = f"<button{frame.attributes(data_copy='newsclean rules <x>', data_done='copied')}>copy</button>"
    body = f'<main><div class="command"><code>newsclean rules &lt;x&gt;</code>{button}</div></main>'
    shown = show(
        frame.page("t", body, say=wording("en")), PHONE, permissions=["clipboard-read", "clipboard-write"]
    )
    shown.page.click("button")
    shown.page.wait_for_function("document.querySelector('button').textContent === 'copied'")
    assert shown.page.evaluate("navigator.clipboard.readText()") == "newsclean rules <x>"
