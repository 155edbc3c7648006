"""Which address a picture really has: lazy attributes, sets of sizes, twins for readers without scripts, addresses
that are no picture's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from newsclean.blocks import Relative, Value
from newsclean.clean.lookup import Lookup
from newsclean.hosts import is_web
from newsclean.lazy_regex import Deferred
from newsclean.rules import Picture
from newsclean.tree import Element

__all__ = ["NOWHERE", "Source", "absolute", "picture_source", "size_of", "twin_of"]

_DOUBLED = Deferred(r"^https?:(?=https?://)")
_WEB = ("http://", "https://")
_SIZE = Deferred(r"\s*+(\d{1,5})(?:\.\d{1,9})?\s*+(?:px)?\s*+$")
_DIGITS = 5  # of a size in pixels
_SIZED = Deferred(r"[\s,]*+(\S*[^\s,])(?:\s++(?:(\d{1,6}(?:\.\d{1,6})?)[wxh]\b)?[^,]*+)?")
"""An address of a ``srcset`` and what stands behind it, its width or its density first."""
_SCHEME_ENDS = Deferred(r"[/?#]")
_PAGES = (".shtml", ".html", ".htm")
"""What the address of a page ends in, and that of no picture."""
_AROUND = frozenset({"a", "span", "picture", "source"})
"""Elements that may stand around a picture and nothing else."""
_AROUND_MOST = 4
"""Of those, how many are looked at."""
_SOURCES_MOST = 16
"""Sources of a ``picture`` that are asked; pages have three at most."""


class Source(Value):
    """A picture's address (None: it has none) and the row that says it is none of the article's (None: it is)."""

    address: str | None
    row: Picture | None


NOWHERE = Source(None, None)


def absolute(address: str | None, base: str | None) -> str | None:
    """An address made absolute; a relative one without a base stays as it is, as :class:`Relative`. None for one that
    is not of the web (javascript:, data:, file:).

    Pages have ``//host/path`` and, at times, ``http:https://host/path``.
    """
    if not address:
        return None
    address = address.strip()
    if address.startswith(("http:http", "https:http")):
        address = _DOUBLED.sub("", address)
    if address.startswith("//"):
        address = "https:" + address
    if address.startswith(_WEB) or address.lower().startswith(_WEB):
        return address if is_web(address) else None
    return _joined(address, base)


def _joined(address: str, base: str | None) -> str | None:
    """A relative address with its base; None for addresses of other schemes, and for one that names nothing."""
    if ":" in _SCHEME_ENDS.split(address, 1)[0]:
        return None
    if not base:
        return Relative(address) if address.strip("#") else None
    from urllib.parse import urljoin

    try:
        joined = urljoin(base, address)
    except ValueError:
        return None
    return joined if is_web(joined) else None


# --- the address of a picture --------------------------------------------------------------------------------


def picture_source(
    lookup: Lookup, element: Element, attributes: Mapping[str, str], base: str | None
) -> Source:
    """The address of the picture that an img element stands for, and what the rules say of it. Where an address only
    holds a place, the next one is asked. The site's picture servers speak https; other hosts stay as they are."""
    first = NOWHERE
    names = list(attributes.items())
    for written in _candidates(lookup, element, attributes):
        address = _of_picture(written, base)
        if address is None:
            continue
        if lookup.asks.picture_server.match(address):
            address = "https://" + address[7:]
        row = lookup.of_picture(address, names)
        if row is None or row.action != "skip":
            return Source(address, row)
        first = first if first.address else Source(address, row)
    return first


def _candidates(lookup: Lookup, element: Element, attributes: Mapping[str, str]) -> Iterator[str]:
    """The addresses that an img names, the surest first: what it holds for readers without scripts and for scripts,
    then its own, then those of other sizes."""
    words = lookup.words
    hints = [attributes[name] for name in words.PICTURE_HINTS if name in attributes]
    for name in words.PICTURE_ATTRIBUTES:
        if name in attributes:
            yield attributes[name]
    named = lookup.asks.picture_name.search
    yield from filter(named, hints)
    twin = twin_of(element)
    src = (twin.get("src") or "") if twin is not None else ""
    if src and named(src) and lookup.of_picture(src, ()) is None:
        yield src
    yield attributes.get("src", "")
    for node in (element, *_sources_of(element)):
        for name in words.PICTURE_SETS:
            if sizes := node.get(name):
                yield _largest(sizes)
        if node is not element:
            yield node.get("src") or ""
    yield from [hint for hint in hints if "//" in hint]


def _of_picture(written: str, base: str | None) -> str | None:
    """An address that may be a picture's, made absolute; None for the page's own, for another page's and for ``#``."""
    address = absolute(written, base) if written and not written.lstrip().startswith("#") else None
    if address is None or address.partition("?")[0].endswith(_PAGES):
        return None
    is_own = base is not None and _place_of(address) == _place_of(base)
    return None if is_own else address


def _place_of(address: str) -> str:
    return address.partition("#")[0].partition("//")[2]


def _largest(sizes: str) -> str:
    """The address of the largest picture of a ``srcset``; empty where there is none (HTML standard, 4.8.4.3.10)."""
    best, most = "", -1.0
    for match in _SIZED.finditer(sizes.strip(" \t\r\n\f,")):
        weight = float(match[2] or 0)
        if weight > most:
            best, most = match[1], weight
    return best


def _sources_of(element: Element) -> list[Element]:
    """The sources beside an img in a ``picture``: the parser puts what follows a source into it."""
    node = element.getparent()
    while node is not None and node.tag == "source":
        node = node.getparent()
    if node is None or node.tag != "picture":
        return []
    return list(islice(node.iter("source"), _SOURCES_MOST))


def twin_of(element: Element) -> Element | None:
    """The img for readers without scripts that stands right beside an img; None where there is none."""
    node: Element = element
    for _ in range(_AROUND_MOST):
        behind, before = node.getnext(), node.getprevious()
        if behind is not None and behind.tag == "noscript" and not (node.tail or "").strip():
            return next(iter(behind.iter("img")), None)
        if before is not None and before.tag == "noscript" and not (before.tail or "").strip():
            return next(iter(before.iter("img")), None)
        parent = node.getparent()
        if parent is None or parent.tag not in _AROUND:
            return None
        node = parent
    return None


def size_of(value: str | None) -> int | None:
    """A width or height attribute in pixels; None where it is absent, a percentage or no number."""
    if not value:
        return None
    if len(value) <= _DIGITS and value.isascii() and value.isdigit():  # nearly all
        return int(value)
    match = _SIZE.match(value)
    return int(match[1]) if match else None
