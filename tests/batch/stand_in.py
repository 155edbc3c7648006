"""A parser that does what the page tells it to, in the place of the real one: it gives an article, raises an error,
hangs, or ends its process.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from datetime import datetime

from newsclean.article import Article
from newsclean.blocks import Paragraph, Run
from newsclean.dates import BEIJING
from newsclean.errors import NoBody

__all__ = ["page", "parse"]

DAY = datetime(2024, 1, 31, 8, 30, tzinfo=BEIJING)


def page(number: int, *, does: str = "", text: str = "") -> bytes:
    """A page with this number; ``does`` is what parsing it does before, or instead of, giving its article."""
    return f"{does}\n{number}\n{text or f'第{number}条新闻的正文'}".encode()


def parse(source: bytes | str, *, url: str | None = None, content_type: str | None = None) -> Article:
    """The article of a :func:`page`, after doing what the page says."""
    text = source if isinstance(source, str) else source.decode()
    does, number, *paragraphs = text.split("\n")
    _DEEDS[does.partition(" ")[0]](does)
    return Article(
        title=f"第{number}条",
        blocks=tuple(Paragraph((Run(line),)) for line in paragraphs),
        layout="even" if int(number) % 2 == 0 else "odd",
        url=url or f"https://news.sina.com.cn/{number}.shtml",
        doc_id=f"id{number}",
        published_at=DAY.replace(day=int(number) % 28 + 1),
        channel=("财经", "股票") if int(number) % 2 else (),
        extra={"odd": object()} if does == "odd" else {},
    )


def _no_body(does: str) -> None:
    raise NoBody("no_body", "no body found", url=None)


def _bug(does: str) -> None:
    raise ZeroDivisionError(does)


def _hang(does: str) -> None:
    while True:
        time.sleep(1)


def _die(does: str) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _die_once(does: str) -> None:
    """Die, but only the first time: ``die-once PATH`` leaves a mark there."""
    mark = does.partition(" ")[2]
    if not os.path.exists(mark):
        open(mark, "w").close()
        os.kill(os.getpid(), signal.SIGKILL)


def _eat(does: str) -> None:
    bytearray(1 << 44)


def _slow(does: str) -> None:
    time.sleep(float(does.partition(" ")[2]))


_DEEDS: dict[str, Callable[[str], None]] = {
    "": lambda does: None,
    "no-body": _no_body,
    "bug": _bug,
    "hang": _hang,
    "die": _die,
    "die-once": _die_once,
    "eat": _eat,
    "slow": _slow,
    "odd": lambda does: None,
}
