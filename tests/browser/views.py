"""A report opened in a browser: what it looks like there, and everything that it said, asked for or threw."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["DESKTOP", "PHONE", "VIEWS", "Shown", "View"]


class View(NamedTuple):
    """A window: its width and height in CSS pixels, and the colours asked for."""

    width: int
    height: int
    scheme: str = "light"

    @property
    def name(self) -> str:
        """A name for the test and its picture."""
        return f"{'phone' if self.width < 600 else 'desktop'}-{self.scheme}"

    @property
    def dark(self) -> View:
        """The same in dark colours."""
        return self._replace(scheme="dark")


PHONE, DESKTOP = View(390, 844), View(1280, 900)
VIEWS = (PHONE, PHONE.dark, DESKTOP, DESKTOP.dark)


class Shown:
    """A file opened in a window of its own. ``page`` is Playwright's page. ``wrong`` has what no report may do: say a
    word on the console, throw, ask for anything but its own file, open a dialog or another window."""

    def __init__(self, browser: Any, path: Path, view: View, **context: Any) -> None:
        self.view, self.address = view, path.as_uri()
        self.wrong: list[str] = []
        self.context = browser.new_context(
            viewport={"width": view.width, "height": view.height},
            color_scheme=view.scheme,
            has_touch=view.width < 600,
            **context,
        )
        self.page = self.context.new_page()
        self.page.on("console", lambda told: self.wrong.append(f"console: {told.text}"))
        self.page.on("pageerror", lambda error: self.wrong.append(f"thrown: {error}"))
        self.page.on("dialog", lambda dialog: self._dismiss(dialog))
        self.page.on("popup", lambda popup: self.wrong.append(f"window: {popup.url}"))
        self.page.on("request", lambda request: self._asked(request.url))
        self.page.set_default_timeout(5_000)
        self.page.goto(self.address)

    def _asked(self, address: str) -> None:
        if address.partition("#")[0] != self.address:
            self.wrong.append(f"request: {address}")

    def _dismiss(self, dialog: Any) -> None:
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def overflow(self) -> int:
        """CSS pixels that the page is wider than its window: nothing but tables may scroll sideways."""
        root = "document.documentElement"
        return int(self.page.evaluate(f"{root}.scrollWidth - {root}.clientWidth"))

    def picture(self, name: str, *, whole: bool = False) -> None:
        """Take a picture, where the environment's SHOTS names a folder for them; ``whole``: all of the page's
        height."""
        folder = os.environ.get("SHOTS")
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=Path(folder, f"{name}-{self.view.name}.png"), full_page=whole)

    def close(self) -> None:
        """Close the window."""
        self.context.close()
