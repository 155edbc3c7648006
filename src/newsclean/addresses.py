"""What an address says by itself: its canonical form, its document's id, its kind, whether it is Sina's.

Here live pure functions over strings, on the standard library alone, for the reading of pages and for their
fetching. Here never lives a request, or a look into a page.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, TypeAlias
from urllib.parse import SplitResult, parse_qsl, urlsplit, urlunsplit

from newsclean.lazy_regex import Deferred

__all__ = ["AddressKind", "canonical_url", "doc_id_of", "is_mobile_host", "is_sina_host", "kind_of"]

AddressKind: TypeAlias = Literal["article", "blog", "video", "slides", "live", "topic", "quote", "other"]

_SINA = ("sina.com.cn", "sina.cn", "sina.com")
_MOBILE = "sina.cn"

TRACKERS = frozenset(
    (
        # Seen on article addresses; taking them away never changed the document.
        *(
            "cre",
            "mod",
            "loc",
            "r",
            "doct",
            "rfunc",
            "tj",
            "from",
            "subch",
            "froms",
            "finpagefr",
            "vt",
            "pos",
        ),
        *("wm", "sid", "sinawapsharesource", "kdurlshow"),
        # What the site's visitor log-in adds on the way back.
        *("sudaref", "display", "retcode"),
    )
)
"""Query keys that say where a reader came from, and nothing about the document."""

_ID = r"([a-z][a-z0-9]*\d{7})"  # letters and seven digits; the letters drift with the years


class _Shape(NamedTuple):
    """One shape of address that carries an id: the hosts' ending, and where in path and query the id
    stands."""

    host: str
    pattern: Deferred


_SHAPES = (
    # The literal is "doc-i" or "detail-i"; the id behind it may itself begin with an i, a d, an o or a c, so
    # that stripping characters instead of the whole literal eats its first letters.
    _Shape("", Deferred(rf"/(?:doc|detail|zl)-i{_ID}(?:_\d+)?\.")),
    _Shape(
        "", Deferred(rf"[?&](?:id|docID)=(?:doc-i|detail-i|comos[:-]|comos%3A)?{_ID}(?:&|$)", re.IGNORECASE)
    ),
    _Shape("k.", Deferred(r"/article_\d+_([0-9a-z]+)\.html")),
    _Shape("cj.", Deferred(r"/articles/view/\d+/([0-9a-z]+)")),
    _Shape("blog.", Deferred(r"/s/blog_([0-9a-zA-Z]+)\.html")),
)
_PAGE_PATH = Deferred(r"\.s?html?(?:/|$)|/articles/view/|/article/view/")
_MIDPAGE = Deferred(r"/midpage/")


class _KindRow(NamedTuple):
    """Addresses that look alike hold the same kind of page: a pattern over host and path, the first that
    fits."""

    kind: AddressKind
    pattern: Deferred


_KINDS = (
    _KindRow("slides", Deferred(r"^slide\.|/slide_\d")),
    _KindRow("video", Deferred(r"^video\.|^v\.")),
    _KindRow("blog", Deferred(r"^blog\.[^/]+/s/blog_")),
    _KindRow("live", Deferred(r"^(?:zhibo|live)\.|/7x24")),
    _KindRow(
        "quote",
        Deferred(r"/realstock/company/|/fund/quotes/|/futures/quotes/|^(?:guba|vip\.stock|licaishi)\."),
    ),
    _KindRow("topic", Deferred(r"/focus/|/zt_d/|/zt/|/z/[^/]+/(?:index\.s?html)?$|^tags\.")),
    _KindRow(
        "article",
        Deferred(
            r"/(?:doc|detail)-i[a-z][a-z0-9]*\d{7}|/(?:\d{4}-?\d\d?-?\d\d?|\d{4}/\d{4})/\d{4,}(?:_\d+)?\.s?html"
        ),
    ),
    _KindRow("article", Deferred(r"^(?:k|t?\.?cj)\.[^/]+/(?:article_\d|articles/view/\d)|/article/view/\d")),
)


def is_sina_host(host: str) -> bool:
    """Whether a host name is Sina's own: sina.com.cn, sina.cn, sina.com, or a name under one of them."""
    name = host.lower().rstrip(".")
    return any(name == own or name.endswith("." + own) for own in _SINA)


def is_mobile_host(host: str) -> bool:
    """Whether a host name is one of the mobile site, which lives under sina.cn."""
    name = host.lower().rstrip(".")
    return name == _MOBILE or name.endswith("." + _MOBILE)


def doc_id_of(url: str) -> str | None:
    """The document's id that stands in an address of Sina's, without ``doc-i``, ``detail-i`` or ``comos``.

    Desktop, mobile and share addresses of one document give the same id. Articles of k. and cj. give the
    hexadecimal id behind the author's, blog articles what follows ``blog_``. None: the address carries no
    such id. Addresses of before 2015 have a number in their place (``/2010-04-19/092120103860.shtml``) that
    the site itself uses nowhere as an id: they give None too, and so do slides, topics and every other
    site's addresses.

    >>> doc_id_of("https://news.sina.com.cn/c/2019-10-23/doc-iicezuev4202091.shtml")
    'icezuev4202091'
    >>> doc_id_of("https://news.sina.cn/gn/2019-10-23/detail-iicezuev4202091.d.html?from=wap")
    'icezuev4202091'
    """
    parts = _split(url)
    if parts is None or not is_sina_host(parts.hostname or ""):
        return None
    host = parts.hostname or ""
    whole = parts.path + (f"?{parts.query}" if parts.query else "")
    for shape in _SHAPES:
        if host.startswith(shape.host) or f".{shape.host}" in host:
            found = shape.pattern.search(whole)
            if found:
                return found[1]
    return None


def kind_of(url: str) -> AddressKind:
    """What kind of page an address leads to, by its shape alone; ``"other"`` where the shape says nothing."""
    parts = _split(url)
    if parts is None:
        return "other"
    place = f"{parts.hostname or ''}{parts.path}"
    return next((row.kind for row in _KINDS if row.pattern.search(place)), "other")


def canonical_url(url: str) -> str:
    """The one address of a document out of the many it is linked under.

    Of every address the scheme and host become lower case, a default port, the fragment and tracker keys go
    (of other sites only ``utm_…``). Addresses of Sina become https, and a page that only sends the reader
    on to the address in its query becomes that address. The mobile and the desktop address of a document
    stay two: their paths differ by more than a rule can know, :func:`doc_id_of` tells that they are one. An
    address that is not http, or can't be read as one, comes back as it was, white space around it taken
    away.

    >>> canonical_url("http://finance.sina.com.cn:80/roll/2018-12-28/doc-ihqfskcn2160999.shtml?cre=sinapc&mod=g#a")
    'https://finance.sina.com.cn/roll/2018-12-28/doc-ihqfskcn2160999.shtml'
    """
    text = url.strip()
    parts = _split(text)
    if parts is None:
        return text
    host = (parts.hostname or "").rstrip(".")
    sina = is_sina_host(host)
    if sina and _MIDPAGE.search(parts.path):
        inner = dict(parse_qsl(parts.query)).get("url", "")
        inner_parts = _split(inner)
        if inner_parts and is_sina_host(inner_parts.hostname or "") and not _MIDPAGE.search(inner_parts.path):
            return canonical_url(inner)
    scheme = "https" if sina else parts.scheme
    # What went may have hidden white space that now stands at the end, where it is none of the address.
    query = _without_trackers(parts, sina and bool(_PAGE_PATH.search(parts.path))).rstrip()
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
    name = f"[{host}]" if ":" in host else host
    default = {"http": 80, "https": 443}[parts.scheme]
    user = "" if sina or "@" not in parts.netloc else parts.netloc.rpartition("@")[0] + "@"
    return user + name + (f":{parts.port}" if parts.port not in (None, default) else "")


def _without_trackers(parts: SplitResult, page: bool) -> str:
    """The query without tracker keys, the rest byte for byte as it was."""
    if not parts.query:
        return ""
    kept = []
    for pair in parts.query.split("&"):
        key = pair.partition("=")[0].lower()
        if (page and key in TRACKERS) or key.startswith("utm_"):
            continue
        kept.append(pair)
    return "&".join(kept)
