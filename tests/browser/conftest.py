"""A browser for the tests of reports: Debian's Chromium, driven by Playwright.

These tests need an environment of their own (``make test-browser``); elsewhere they are skipped, and say why.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync""".split()


def missing() -> str | None:
    """What these tests need and is not there; None where all is."""
    if find_spec("playwright") is None:
        return "Playwright is not installed here: make test-browser"
    return None if CHROMIUM.is_file() else f"there is no {CHROMIUM}: make test-browser"


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, running."""
    if why := missing():
        pytest.skip(why)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Opens reports: ``show(html, view)`` gives a :class:`browser.views.Shown`. When the test
    ends, whatever any of them said on the console, asked for, or threw fails it."""
    from browser.views import Shown

    opened: list[Shown] = []

    def open_one(html: str, view: Any, **context: Any) -> Shown:
        path = tmp_path / f"report-{len(opened)}.html"
        path.write_text(html, encoding="utf-8")
        opened.append(Shown(browser, path, view, **context))
        return opened[-1]

    yield open_one
    for shown in opened:
        shown.close()
    assert [told for shown in opened for told in shown.wrong] == []
