"""Addresses of Sina's pages: the document's id in them, and the one form that stands for all of a page's.

Here live the shapes of addresses, as far as public crawlers and saved pages of 2005–2026 show them. Here
never lives a request.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

__all__ = ["canonical_url", "doc_id_of", "is_sina_host"]

# The letters before an id belong to the prefix, not to a set of characters: "doc-i" + "hnzahi3275702".
_DOC_ID = (
    re.compile(r"/(?:doc|detail)-i([a-z]+[a-z0-9]*\d{7})(?:\.d)?\.s?html?"),
    re.compile(r"[?&](?:id|docID|dataid)=(?:http[^&]*?id(?:=|%3D))?comos(?::|%3A|-)([a-z]+[a-z0-9]*\d{7})", re.IGNORECASE),
    re.compile(r"//blog\.sina\.(?:com\.)?cn/s/blog_([0-9a-z]+)\.html"),
    re.compile(r"//k\.sina\.(?:com\.)?cn/article_\d+_([0-9a-z]+)\.html"),
    re.compile(r"//(?:t\.)?cj\.sina\.(?:com\.)?cn/articles?/view/\d+/([0-9a-z]+)"),
)
_ARTICLE_PATH = re.compile(
    r"/(?:doc|detail)-i\w+|/\d{4}-?\d{2}-?\d{2}/\d+\.shtml|/s/blog_\w+|/article_\d+_\w+|/articles?/view/|/slide_[\d_]+\.html"
)
# Query keys that public crawlers saw on article addresses and that never changed the document.
_TRACKERS = frozenset(
    "cre mod loc r doct rfunc tj from subch froms finpagefr vt pos wm sid sinawapsharesource kdurlshow stun hd tr link_url "
    "utm_source utm_medium utm_campaign utm_term utm_content spm sudaref retcode".split()
)
_HOSTS = ("sina.com.cn", "sina.cn", "sinaimg.cn", "sina.com")


def doc_id_of(url: str) -> str | None:
    """The document's id in an address, without ``doc-i``, ``detail-i``, ``comos`` or ``blog_``.

    None for addresses that carry none of these: the legacy ones name a time and a number that is unique
    only within its channel.

    >>> doc_id_of("https://news.sina.com.cn/c/2019-10-23/doc-iicezuev4202091.shtml")
    'icezuev4202091'
    """
    return next((match[1] for pattern in _DOC_ID if (match := pattern.search(url))), None)


def is_sina_host(host: str | None) -> bool:
    """Whether a host name belongs to Sina: sina.com.cn, sina.cn, their picture servers, and what is below them."""
    name = (host or "").lower().rstrip(".")
    return any(name == home or name.endswith("." + home) for home in _HOSTS)


def canonical_url(url: str) -> str:
    """The one address for a page: https on Sina's hosts, host in lower case, no tracker, no fragment.

    Article addresses of Sina lose their query altogether; no source shows one that the document depended
    on. Other addresses keep what is no tracker, in their order. Raises ValueError for what is no http(s) address.

    >>> canonical_url("http://News.sina.com.cn/c/2019-10-23/doc-iicezuev4202091.shtml?cre=tianyi&mod=pcpager#p=2")
    'https://news.sina.com.cn/c/2019-10-23/doc-iicezuev4202091.shtml'
    """
    url = url.strip()
    parts = urlsplit("https:" + url if url.startswith("//") else url)
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise ValueError(f"not an http address: {url!r}")
    host = parts.hostname.lower().rstrip(".")
    sina = is_sina_host(host)
    scheme = "https" if sina else parts.scheme.lower()
    port = parts.port
    if port and not (port == 443 and scheme == "https") and not (port == 80 and parts.scheme.lower() == "http"):
        host = f"{host}:{port}"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    if sina and _ARTICLE_PATH.search(path):
        return urlunsplit((scheme, host, path, "", ""))
    kept = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if key not in _TRACKERS]
    return urlunsplit((scheme, host, path, urlencode(kept), ""))
