"""The report on a batch in a browser: it is read, searched and gone through at every width and in every colour, asks
for nothing, and whatever rows hold stays text."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from browser.views import DESKTOP, PHONE, VIEWS, View
from drift.made_batches import made_batch, made_row, write_rows
from newsclean.drift import report_on, to_page
from newsclean.language import wording


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("drift")
    then = write_rows(folder / "then.jsonl", made_batch(1))
    now = write_rows(folder / "now.jsonl", made_batch(11, lost="source"))
    return to_page(report_on(now, then), say=wording("en"), links={"0.html": "now-pages/0.html"})


def seen(shown: Any, selector: str) -> int:
    return int(shown.page.locator(f"{selector}:visible").count())


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_it_fits_and_shows_what_moved(show: Any, html: str, view: View) -> None:
    shown = show(html, view)
    shown.picture("drift", whole=True)
    assert shown.overflow() == 0
    assert shown.page.inner_text("h1") == "1 thing drifted"
    assert shown.page.inner_text(".change h3").startswith("finance-2018: source found on ")
    assert seen(shown, ".change svg.chart rect.mark") > 20
    assert shown.page.locator("#fields .scroll").evaluate("node => node.scrollWidth > node.clientWidth") or (
        view.width > 600
    )
    bars = shown.page.locator(".pair .bar .fill").evaluate_all(
        "all => all.map(one => getComputedStyle(one).fill)"
    )
    assert len(set(bars)) == 2


@pytest.mark.parametrize("view", [PHONE, DESKTOP], ids=lambda view: view.name)
def test_search_and_layout_leave_what_fits(show: Any, html: str, view: View) -> None:
    shown = show(html, view)
    every = seen(shown, ".item")
    shown.page.fill("#search", "mobile")
    assert 0 < seen(shown, ".item") < every
    assert seen(shown, ".change") == 0
    assert shown.page.inner_text("#left").isdecimal()
    shown.page.fill("#search", "no such thing")
    assert seen(shown, ".item") == 0
    assert shown.page.inner_text("#left") == "Nothing is left."
    shown.page.keyboard.press("Escape")
    assert seen(shown, ".item") == every
    shown.page.select_option("#layout", "finance-2018")
    assert seen(shown, ".change") == 1
    assert seen(shown, "#layouts tbody tr") == 1
    shown.page.select_option("#layout", "mobile")
    assert seen(shown, ".change") == 0


def test_a_search_opens_what_is_closed(show: Any, html: str) -> None:
    shown = show(html, DESKTOP)
    name = shown.page.locator(".never code").first.text_content()
    assert seen(shown, ".never code") == 0
    shown.page.fill("#search", name)
    assert shown.page.locator(".never code:visible").first.inner_text() == name


def test_keys_go_through_what_there_is(show: Any, html: str) -> None:
    shown = show(html, DESKTOP, reduced_motion="reduce")
    focused = "document.activeElement.matches({!r})"
    shown.page.keyboard.press("/")
    assert shown.page.evaluate("document.activeElement.id") == "search"
    shown.page.keyboard.type("jk")
    assert shown.page.input_value("#search") == "jk"
    shown.page.keyboard.press("Escape")
    shown.page.keyboard.press("j")
    assert shown.page.evaluate(focused.format(".change"))
    shown.page.keyboard.press("j")
    assert shown.page.evaluate(focused.format("#outliers .item"))
    box = shown.page.evaluate("document.activeElement.getBoundingClientRect().top")
    bottom = shown.page.evaluate("document.querySelector('.tools').getBoundingClientRect().bottom")
    assert box >= bottom
    shown.page.keyboard.press("k")
    assert shown.page.evaluate(focused.format(".change"))


@pytest.mark.parametrize("view", [PHONE, DESKTOP], ids=lambda view: view.name)
def test_links_lead_to_their_sections_and_pages(show: Any, html: str, view: View) -> None:
    shown = show(html, view, reduced_motion="reduce")  # jumps need no time
    for target in shown.page.locator(".tools nav a").evaluate_all("all => all.map(one => one.hash)"):
        shown.page.click(f".tools nav a[href='{target}']")
        shown.page.wait_for_function(
            "target => { const top = document.querySelector(target).getBoundingClientRect().top;"
            " return top >= 0 && top < innerHeight }",
            arg=target,
        )
    addresses = shown.page.locator(".pages a").evaluate_all("all => all.map(one => one.href)")
    assert addresses
    assert all(one.startswith(("https://finance.sina.com.cn/", "file:")) for one in addresses)


def test_a_command_is_copied(show: Any, html: str) -> None:
    shown = show(html, DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    shown.page.click(".change .command button")
    shown.page.wait_for_function("document.querySelector('.change .command button').textContent === 'copied'")
    assert shown.page.evaluate("navigator.clipboard.readText()").startswith(
        "newsclean explain pages/2024-05-30/"
    )


def test_it_speaks_chinese(show: Any, tmp_path: Path) -> None:
    rows = write_rows(tmp_path / "rows.jsonl", made_batch(1, 100))
    shown = show(to_page(report_on(rows), say=wording("zh")), PHONE)
    assert shown.page.evaluate("document.documentElement.lang") == "zh-CN"
    assert shown.page.inner_text("h1").endswith("篇文章")
    assert shown.overflow() == 0


LIVE = """"'><script>document.title = 'script'</script><img src=x onerror="document.title = 'image'"></style></svg>"""


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_whatever_rows_hold_stays_text(show: Any, tmp_path: Path, view: View) -> None:
    def rows(source: str | None) -> Path:
        odd = [
            made_row(
                n,
                date(2024, 5, 1 + n % 28),
                input=f"{n}{LIVE}",
                url=f"javascript:document.title='{n}'" if n % 2 else f"https://a.cn/{LIVE}",
                layout=f"{LIVE}finance",
                title=LIVE,
                source=source if n % 10 else None,
                removals=[{"rule": LIVE}],
                rules=LIVE,
                evidence=[{"name": LIVE, "held": n % 50 != 1}],
            )
            for n in range(200)
        ]
        odd.append({"input": LIVE, "url": LIVE, "error": {"kind": LIVE, "message": LIVE}})
        return write_rows(tmp_path / f"{source}.jsonl", iter(odd))

    report = report_on(rows(None), rows("x"))
    assert report.drifted
    shown = show(to_page(report, say=wording("en"), links={f"7{LIVE}": f"{LIVE}.html"}), view)
    shown.page.wait_for_timeout(100)
    assert shown.page.title().startswith("1 thing drifted")
    assert shown.page.locator("script").count() == 1
    assert shown.page.locator("main img, main style, main iframe").count() == 0
    assert shown.page.locator("a[href^='javascript:']").count() == 0
    assert LIVE in shown.page.inner_text("#outliers")
    shown.page.fill("#search", "<script>")
    assert seen(shown, ".item") > 0
    assert shown.overflow() == 0
