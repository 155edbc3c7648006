"""What an address says by itself: its canonical form, its document's id, the kind of its page, whether it is Sina's.

Reading and fetching both ask this, so these are functions over strings. What they look for stands in the rule book
(rules/addresses.py), in questions that are fixed: they ask the book itself, whatever rules a parser has.
"""

from __future__ import annotations

from typing import Literal, TypeAlias
from urllib.parse import SplitResult, parse_qsl, urlsplit, urlunsplit

from newsclean.rules import default_rules
from newsclean.rules.forms import captured
from newsclean.rules.markup import LEADS_ON, LEADS_ON_KEY

__all__ = [
    "AddressKind",
    "canonical_url",
    "doc_id_of",
    "is_mobile_host",
    "is_sina_host",
    "is_tracker",
    "kind_of",
]

AddressKind: TypeAlias = Literal[
    "article", "blog", "video", "slides", "live", "topic", "quote", "notice", "other"
]

# Asked in this order; the first that fits decides: a video's page may bear an article's id.
_KINDS: tuple[AddressKind, ...] = ("slides", "video", "blog", "live", "notice", "quote", "topic", "article")


def is_sina_host(host: str) -> bool:
    """Whether a host name is Sina's own: sina.com.cn, sina.cn, sina.com, or a name under one of them."""
    return default_rules().asks.own_host.fullmatch(host.lower().rstrip(".")) is not None


def is_mobile_host(host: str) -> bool:
    """Whether a host name is one of the mobile site: sina.cn, or a name under it."""
    return default_rules().asks.mobile_host.fullmatch(host.lower().rstrip(".")) is not None


def is_tracker(key: str, *, on_page: bool) -> bool:
    """Whether a key of a query says where a reader came from, and nothing about the document. Sina's own keys are
    known to do so ``on_page`` alone: in the address of a page of its own."""
    asks, name = default_rules().asks, key.lower()
    return bool(asks.tracker_everywhere.fullmatch(name) or (on_page and asks.tracker.fullmatch(name)))


def doc_id_of(url: str) -> str | None:
    """The document's id in an address of Sina's, without ``doc-i``, ``detail-i`` or ``comos``.

    Desktop, mobile and share addresses of one document give the same id. Articles of k. and cj. give the
    hexadecimal id that follows the author's, blog articles what follows ``blog_``. None: the address has no id, as
    those of slides, topics and other sites. Addresses from before 2015 have a number
    (``/2010-04-19/092120103860.shtml``) that the site itself never uses as an id; they give None too.

    >>> doc_id_of("https://news.sina.com.cn/c/2019-10-23/doc-iicezuev4202091.shtml")
    'icezuev4202091'
    >>> doc_id_of("https://news.sina.cn/gn/2019-10-23/detail-iicezuev4202091.d.html?from=wap")
    'icezuev4202091'
    """
    parts = _split(url)
    if parts is None or not is_sina_host(parts.hostname or ""):
        return None
    whole = parts.path + (f"?{parts.query}" if parts.query else "")
    asks = default_rules().asks
    found = (
        asks.id_in_path.search(whole)
        or asks.id_in_query.search(whole)
        or asks.id_of_author.search(f"{parts.hostname}{parts.path}")
    )
    return captured(found)["id"] if found else None


def kind_of(url: str) -> AddressKind:
    """The kind of page that an address leads to, by its shape alone; ``"other"`` where no shape fits."""
    parts = _split(url)
    if parts is None:
        return "other"
    place, asks = f"{parts.hostname}{parts.path}", default_rules().asks
    return next((kind for kind in _KINDS if getattr(asks, f"kind_{kind}").search(place)), "other")


def canonical_url(url: str) -> str:
    """One address for a document that is linked under many.

    The scheme and host become lower case; a default port, the fragment and tracker keys go (of other sites only
    ``utm_…``). Addresses of Sina become https, and one that only leads on to the address in its query becomes that
    address. The mobile and desktop addresses of a document stay two, since their paths can't be told from each
    other; :func:`doc_id_of` gives the same id for both. An address that is not http, or is none at all, is only
    stripped of white space.

    >>> canonical_url("http://finance.sina.com.cn:80/roll/2018-12-28/doc-ihqfskcn2160999.shtml?cre=sinapc&mod=g#a")
    'https://finance.sina.com.cn/roll/2018-12-28/doc-ihqfskcn2160999.shtml'
    """
    text = url.strip()
    parts = _split(text)
    if parts is None:
        return text
    host = (parts.hostname or "").rstrip(".")
    sina = is_sina_host(host)
    if sina and _leads_on(parts.path):
        inner = dict(parse_qsl(parts.query)).get(LEADS_ON_KEY, "")
        inner_parts = _split(inner)
        if inner_parts and is_sina_host(inner_parts.hostname or "") and not _leads_on(inner_parts.path):
            return canonical_url(inner)
    scheme = "https" if sina else parts.scheme
    # Where the last key went, white space before it may now stand at the end.
    query = _without_trackers(parts, sina and _is_page(parts.path)).rstrip()
    path = parts.path if query else parts.path.rstrip()
    return urlunsplit((scheme, _netloc(parts, host, sina), path or "/", query, ""))


def _split(url: str) -> SplitResult | None:
    """The parts of an http address; None for anything else. ``//host/…`` counts as https."""
    text = url.strip()
    try:
        parts = urlsplit("https:" + text if text.startswith("//") else text)
        parts.port  # noqa: B018  # reading it is what checks it
    except ValueError:
        return None
    return parts if parts.scheme in ("http", "https") and parts.hostname else None


def _netloc(parts: SplitResult, host: str, sina: bool) -> str:
    """Host and port; of another site's address the user too. A default port goes."""
    name = f"[{host}]" if ":" in host else host
    default = {"http": 80, "https": 443}[parts.scheme]
    user = "" if sina or "@" not in parts.netloc else parts.netloc.rpartition("@")[0] + "@"
    return user + name + (f":{parts.port}" if parts.port not in (None, default) else "")


def _leads_on(path: str) -> bool:
    return any([mark in path for mark in LEADS_ON])


def _is_page(path: str) -> bool:
    return default_rules().asks.page_path.search(path) is not None


def _without_trackers(parts: SplitResult, page: bool) -> str:
    """The query without tracker keys; the rest is not written anew, so it stays as it was."""
    pairs = parts.query.split("&")
    return "&".join([pair for pair in pairs if not is_tracker(pair.partition("=")[0], on_page=page)])
