"""Which address a picture really has: lazy attributes, protocol-relative and malformed addresses, sizes."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urljoin

from newsclean.clean.lookup import Lookup
from newsclean.lazy_regex import Deferred

__all__ = ["absolute", "picture_source", "size_of"]

_DOUBLED = Deferred(r"^https?:(?=https?://)")
_WEB = ("http://", "https://")
_SIZE = Deferred(r"\s*+(\d{1,5})(?:\.\d{1,9})?\s*+(?:px)?\s*+$")


def absolute(address: str | None, base: str | None) -> str | None:
    """An address made absolute; None for one that is not of the web (javascript:, data:, file:, relative without base).

    Pages have ``//host/path`` and, at times, ``http:https://host/path``.
    """
    if not address:
        return None
    address = address.strip()
    if address.startswith(("http:http", "https:http")):
        address = _DOUBLED.sub("", address)
    if address.startswith("//"):
        return "https:" + address
    if address.startswith(_WEB) or address.lower().startswith(_WEB):
        return address
    return _joined(address, base)


def _joined(address: str, base: str | None) -> str | None:
    """A relative address with its base; None without a base, and for addresses of other schemes."""
    if not base or ":" in address.split("/", 1)[0]:
        return None
    try:
        joined = urljoin(base, address)
    except ValueError:
        return None
    return joined if joined.startswith(_WEB) else None


def picture_source(lookup: Lookup, attributes: Mapping[str, str], base: str | None) -> str | None:
    """The address of the picture that an img element stands for; None where it has none of the web. The site's
    picture servers speak https; other hosts stay as they are."""
    for name in lookup.words.PICTURE_ATTRIBUTES:
        address = absolute(attributes.get(name), base)
        if address:
            return "https://" + address[7:] if lookup.asks.picture_server.match(address) else address
    return None


def size_of(value: str | None) -> int | None:
    """A width or height attribute in pixels; None where it is absent, a percentage or no number."""
    match = _SIZE.match(value) if value else None
    return int(match[1]) if match else None
