"""Which address a picture really has: lazy attributes, protocol-relative and malformed addresses, sizes.

Here lives the reading of one img element. Which pictures are furniture stands in the tables.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urljoin

from newsclean.lazy_regex import Deferred

__all__ = ["absolute", "picture_source", "size_of"]

# In the order of trust: a lazy attribute holds the picture while src holds a placeholder. data-mcesrc is the
# editor's own original, not the picture shown, and is not read.
_SOURCES = ("real_src", "data-src", "data-original", "data-lazy-src", "data-lazyload", "src")
_DOUBLED = Deferred(r"^https?:(?=https?://)")
_WEB = ("http://", "https://")
_PICTURE_SERVER = Deferred(r"http://(?:[\w-]+\.)*sinaimg\.cn(?=[/:?#]|$)", re.IGNORECASE)
_SIZE = Deferred(r"\s*+(\d{1,5})(?:\.\d{1,9})?\s*+(?:px)?\s*+$")


def absolute(address: str | None, base: str | None) -> str | None:
    """An address made absolute; None for one that is not of the web (javascript:, data:, file:, relative without base).

    Sina writes ``//host/path`` and, at times, ``http:https://host/path``.
    """
    if not address:
        return None
    address = address.strip()
    if address.startswith(("http:http", "https:http")):
        address = _DOUBLED.sub("", address)
    if address.startswith("//"):
        return "https:" + address
    if address.startswith(_WEB):
        return address
    low = address.lower()
    if low.startswith(_WEB):
        return address
    if not base or ":" in address.split("/", 1)[0]:
        return None
    try:
        joined = urljoin(base, address)
    except ValueError:
        return None
    return joined if joined.startswith(_WEB) else None


def picture_source(attributes: Mapping[str, str], base: str | None) -> str | None:
    """The address of the picture that an img element stands for; None where it has none of the web."""
    for name in _SOURCES:
        address = absolute(attributes.get(name), base)
        if address:
            return _secure(address)
    return None


def _secure(address: str) -> str:
    """https for the picture servers, which speak it; other hosts as they are."""
    return "https://" + address[7:] if _PICTURE_SERVER.match(address) else address


def size_of(value: str | None) -> int | None:
    """A width or height attribute in pixels; None where it is absent, a percentage or no number."""
    match = _SIZE.match(value) if value else None
    return int(match[1]) if match else None
