"""Where a page sends its reader: on by status, meta refresh or script; to its mobile or desktop form; to its further
pages.

Patterns search the raw bytes: the encoding is not known yet, and markup is ASCII in every encoding that these pages
have. Whether to go there is decided in page_steps.py and article_steps.py.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Literal
from urllib.parse import urljoin, urlsplit

from newsclean.addresses import doc_id_of, is_mobile_host
from newsclean.blocks import Value
from newsclean.fetch.steps import Reply
from newsclean.page import Page
from newsclean.rules import default_rules
from newsclean.rules.markup import DESKTOP_NAME, MOBILE_META

__all__ = ["GONE", "REDIRECTS", "Onward", "further_pages", "next_address", "other_form"]

REDIRECTS = frozenset({301, 302, 303, 307, 308})  # statuses whose Location is followed (RFC 9110, 15.4)
GONE = frozenset({404, 410})  # statuses of a page whose other form may still be there
MOST_PAGES = 30
"""Pages of one article that are joined; the longest seen has 12."""

_MOST_DIGITS = 4  # of a page's number: Python refuses to read numbers of thousands of digits
_STUB_BYTES = 16_384  # a page that does nothing but redirect is smaller
_STUB_WORDS = 200  # bytes of visible text that such a page may have: "if nothing happens, click here"
# Seconds. A longer refresh belongs to a page that updates itself, or to a "not found" that leads home.
_REFRESH_WAIT = 2.0

# What a reader does not see, taken away to count what is left.
_INVISIBLE = re.compile(rb"<!--.*?-->|<(script|style|title|noscript)\b.*?</\1\s*>|<[^>]*>|\s+", re.S | re.I)
_COMMENTS = re.compile(rb"<!--.*?-->", re.S)
_REFRESH = re.compile(rb"<meta\b[^>]*http-equiv\s*=\s*[\"']?refresh\b[^>]*>", re.I)
_REFRESH_CONTENT = re.compile(
    rb"content\s*=\s*[\"']?\s*(\d+(?:\.\d*)?|\.\d+)\s*;\s*url\s*=\s*[\"']?\s*([^\"'>]+?)\s*[\"'>]", re.I
)
_SCRIPT = re.compile(
    rb"(?:\blocation(?:\.href)?\s*=|\blocation\.(?:replace|assign)\()\s*[\"']([^\"']+)[\"']", re.I
)
# A desktop page names its mobile form in a meta, a mobile page its desktop form in a script's variable.
_MOBILE_META = re.compile(
    rb"<meta\b[^>]*name\s*=\s*[\"']?%b\b[^>]*?url=([^\"'\s;>]+)" % re.escape(MOBILE_META.encode()), re.I
)
_DESKTOP_NAMES = re.compile(rb"[\"']?%b[\"']?\s*[:=]\s*[\"']([^\"']+)[\"']" % DESKTOP_NAME.encode())
_HREF = re.compile(rb"href\s*=\s*[\"']?([^\"'\s>]+)", re.I)


class Onward(Value):
    """Where a reply redirects to, and by which means."""

    by: Literal["status", "meta refresh", "script"]
    url: str


def next_address(reply: Reply) -> Onward | None:
    """Where a reply redirects to at once; None for a reply that is the page that was asked for.

    A refresh or a script counts only on a page with hardly any text, and a script only when it does not ask which
    browser it runs in.
    """
    if reply.status in REDIRECTS:
        location = reply.headers.get("location", "").strip()
        return Onward("status", _joined(reply.url, location)) if location else None
    if reply.status != 200 or len(reply.content) > _STUB_BYTES:
        return None
    start = reply.content.lstrip()[:1]
    if start != b"<" or len(_INVISIBLE.sub(b"", reply.content)) > _STUB_WORDS:
        return None
    for tag in _REFRESH.finditer(_COMMENTS.sub(b"", reply.content)):
        found = _REFRESH_CONTENT.search(tag[0])
        if found and float(found[1]) <= _REFRESH_WAIT:
            return Onward("meta refresh", _joined(reply.url, _text(found[2])))
    script = _SCRIPT.search(reply.content)
    if script and b"navigator" not in reply.content:
        return Onward("script", _joined(reply.url, _text(script[1])))
    return None


def other_form(content: bytes, url: str) -> str | None:
    """The mobile address that a desktop page names, or the desktop address that a mobile page names.

    None where it names none, or one of another document.
    """
    mobile = is_mobile_host(urlsplit(url).hostname or "")
    found = (_DESKTOP_NAMES if mobile else _MOBILE_META).search(content)
    if not found:
        return None
    other = _joined(url, _text(found[1]).replace("\\/", "/"))
    try:
        host = urlsplit(other).hostname or ""
    except ValueError:
        return None  # it names none that could be asked for
    if is_mobile_host(host) == mobile:
        return None
    ids = {doc_id_of(url), doc_id_of(other)} - {None}
    return other if len(ids) <= 1 and other != url else None


def further_pages(page: Page) -> tuple[str, ...]:
    """The addresses of an article's pages after its first, in order.

    Such an address is the first page's with ``_2``, ``_3`` … before its ending, and the first page links to it.
    Empty for an article of one page, and for a page that is not the first.
    """
    parts = urlsplit(page.url or "")
    asks = default_rules().asks
    if not asks.first_page.fullmatch(parts.path):
        return ()
    found: dict[int, str] = {}
    for url in _links(page):
        other = urlsplit(url)
        match = asks.further_page.fullmatch(other.path)
        if not match or match["stem"] + match["ending"] != parts.path or other.hostname != parts.hostname:
            continue
        digits = match["number"].lstrip("0")
        if len(digits) <= _MOST_DIGITS and 2 <= (number := int(digits or "0")) <= MOST_PAGES:
            found.setdefault(number, parts._replace(path=other.path, query="", fragment="").geturl())
    return tuple(found[number] for number in sorted(found))


def _links(page: Page) -> Iterator[str]:
    for match in _HREF.finditer(page.content):
        try:
            url = _joined(page.url or "", _text(match[1]))
            urlsplit(url)
        except ValueError:
            continue
        yield url


def _joined(base: str, address: str) -> str:
    """The address as seen from the page. One that can't be joined stays as it is written, and is refused by whoever
    asks for it."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _text(raw: bytes) -> str:
    return html.unescape(raw.decode("utf-8", "replace")).strip()
