"""Copies of pages in the Wayback Machine: the page's own address, and a page with the addresses that it had.

The machine serves a copy with its own address written before every other: ``/web/20220308im_/https://…``. Rules ask
what pages say, so this is undone before a page is read.
"""

from __future__ import annotations

import re

from newsclean.lazy_regex import Deferred

__all__ = ["own_address", "own_content"]

# The address of a copy: its time, what is asked for (im_: a picture as it was), and the address that was copied.
_COPY = Deferred(
    r"(?:https?:)?//web\.archive\.org(?::\d{1,5})?/web/\d{4,14}(?:[a-z]{2}_)?/(https?:)?/{0,2}([^/\s](?s:.*))",
    re.IGNORECASE,
)
# What is written before an address of a copied page.
_BEFORE = Deferred(r"(?:(?:https?:)?//web\.archive\.org)?/web/\d{4,14}(?:[a-z]{2}_)?/(?=https?:/|//)")
_REWRITTEN = Deferred(r"/web/\d{14}(?:im|js|cs|if|fw)_/")
"""The sign that addresses were rewritten: a page that only links to a copy has none of it."""
_REACH = 16_384
"""Bytes or characters in which that sign is looked for where the address does not tell: the styles, scripts and
pictures of a head have it. To look through whole pages would take up to a tenth of what a parse takes."""


def own_address(url: str) -> str:
    """The address of a page itself, where it is that of a copy in the Wayback Machine; else as it is.

    >>> own_address("https://web.archive.org/web/20220308131700/https://finance.sina.com.cn/a.shtml")
    'https://finance.sina.com.cn/a.shtml'
    """
    copy = _COPY.match(url) if "archive.org" in url else None
    return url if copy is None else f"{(copy[1] or 'http:').lower()}//{copy[2]}"


def own_content(content: bytes | str, url: str | None) -> bytes | str:
    """A page with the addresses that it had before it was copied; another page as it is. ``url`` is the address that it
    was served from (None: not known)."""
    copied = url is not None and own_address(url) != url
    if not copied and not _is_rewritten(content):
        return content
    if isinstance(content, str):
        return _BEFORE.sub("", content)
    return _BEFORE.sub("", _as_text(content)).encode("latin-1")


def _is_rewritten(page: bytes | str) -> bool:
    """Whether the addresses at the beginning of a page were rewritten."""
    if isinstance(page, bytes):
        return page.find(b"/web/", 0, _REACH) >= 0 and _is_rewritten(_as_text(page[:_REACH]))
    return page.find("/web/", 0, _REACH) >= 0 and _REWRITTEN.search(page[:_REACH]) is not None


def _as_text(content: bytes) -> str:
    """One character a byte: what is looked for is ASCII, whatever the encoding of the rest."""
    return content.decode("latin-1")
