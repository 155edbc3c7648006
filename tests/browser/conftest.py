"""A browser for the tests of reports: Debian's Chromium, driven by Playwright.

These tests need an environment of their own (``make test-browser``), and are not collected elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = Path("/usr/bin/chromium")
collect_ignore_glob = [] if find_spec("playwright") else ["test_*.py"]
ARGUMENTS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync""".split()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, running."""
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
