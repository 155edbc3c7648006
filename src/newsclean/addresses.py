"""What an address says by itself: its canonical form, its document's id, the kind of its page, whether it is Sina's.

Reading and fetching both ask this, often for each of a page's links, so these are functions over strings that need
the standard library alone.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, TypeAlias
from urllib.parse import SplitResult, parse_qsl, urlsplit, urlunsplit

from newsclean.lazy_regex import Deferred

__all__ = ["AddressKind", "canonical_url", "doc_id_of", "is_mobile_host", "is_sina_host", "kind_of"]

AddressKind: TypeAlias = Literal["article", "blog", "video", "slides", "live", "topic", "quote", "other"]

_SINA = ("sina.com.cn", "sina.cn", "sina.com")  # the site's domains
_MOBILE = "sina.cn"  # the domain of its mobile pages

TRACKERS = frozenset(
    (
        # Seen on addresses of articles; the same article was there without them.
        *"cre mod loc r doct rfunc tj from subch froms finpagefr vt pos".split(),
        *"wm sid sinawapsharesource kdurlshow".split(),
        # Added by the site's visitor log-in when it sends a reader back.
        *"sudaref display retcode".split(),
    )
)
"""Query keys that say where a reader came from and nothing about the document."""

_ID = r"([a-z][a-z0-9]*\d{7})"  # letters, then seven digits; the first letters change over the years


class _Shape(NamedTuple):
    """A shape of addresses that carry an id: how the host or a part of it begins (``""``: any host), and where in
    path and query the id stands."""

    host: str
    pattern: Deferred


_SHAPES = (
    # The "i" of "doc-i" does not belong to the id, which may begin with an "i" of its own.
    _Shape("", Deferred(rf"/(?:doc|detail|zl)-i{_ID}(?:_\d+)?\.")),
    _Shape(
        "", Deferred(rf"[?&](?:id|docID)=(?:doc-i|detail-i|comos[:-]|comos%3A)?{_ID}(?:&|$)", re.IGNORECASE)
    ),
    _Shape("k.", Deferred(r"/article_\d+_([0-9a-z]+)\.html")),
    _Shape("cj.", Deferred(r"/articles/view/\d+/([0-9a-z]+)")),
    _Shape("blog.", Deferred(r"/s/blog_([0-9a-zA-Z]+)\.html")),
)
# Paths of pages: only there are the tracker keys known to be trackers.
_PAGE_PATH = Deferred(r"\.s?html?(?:/|$)|/articles/view/|/article/view/")
# A page that only leads on to the address in its query.
_MIDPAGE = Deferred(r"/midpage/")


class _KindRow(NamedTuple):
    """A kind of page, and a pattern over host and path that tells its addresses."""

    kind: AddressKind
    pattern: Deferred


# Asked in this order; the first that fits decides.
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
    """Whether a host name is one of the mobile site: sina.cn, or a name under it."""
    name = host.lower().rstrip(".")
    return name == _MOBILE or name.endswith("." + _MOBILE)


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
    host = parts.hostname or ""
    whole = parts.path + (f"?{parts.query}" if parts.query else "")
    for shape in _SHAPES:
        if host.startswith(shape.host) or f".{shape.host}" in host:
            found = shape.pattern.search(whole)
            if found:
                return found[1]
    return None


def kind_of(url: str) -> AddressKind:
    """The kind of page that an address leads to, by its shape alone; ``"other"`` where no shape fits."""
    parts = _split(url)
    if parts is None:
        return "other"
    place = f"{parts.hostname or ''}{parts.path}"
    return next((row.kind for row in _KINDS if row.pattern.search(place)), "other")


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
    if sina and _MIDPAGE.search(parts.path):
        inner = dict(parse_qsl(parts.query)).get("url", "")
        inner_parts = _split(inner)
        if inner_parts and is_sina_host(inner_parts.hostname or "") and not _MIDPAGE.search(inner_parts.path):
            return canonical_url(inner)
    scheme = "https" if sina else parts.scheme
    # Where the last key went, white space before it may now stand at the end.
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
    """Host and port; of another site's address the user too. A default port goes."""
    name = f"[{host}]" if ":" in host else host
    default = {"http": 80, "https": 443}[parts.scheme]
    user = "" if sina or "@" not in parts.netloc else parts.netloc.rpartition("@")[0] + "@"
    return user + name + (f":{parts.port}" if parts.port not in (None, default) else "")


def _without_trackers(parts: SplitResult, page: bool) -> str:
    """The query without tracker keys; the rest is not written anew, so it stays as it was."""
    if not parts.query:
        return ""
    kept = []
    for pair in parts.query.split("&"):
        key = pair.partition("=")[0].lower()
        if (page and key in TRACKERS) or key.startswith("utm_"):
            continue
        kept.append(pair)
    return "&".join(kept)
