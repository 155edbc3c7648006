"""Which addresses a rendering writes: those of the web and of mail, and of them those that lead to a host.

An address whose host or port is none is dropped by whatever reads the output, so it is not written in the first place.
"""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from newsclean.blocks import Relative

__all__ = ["safe_href", "safe_src"]

_MAIL = re.compile(r"mailto:[^\s]", re.IGNORECASE)
# Nearly every address. A last label that begins with a digit would be read as a part of an IPv4 address (URL standard,
# 3.5), and labels that begin with xn-- have to be asked for their letters.
_PLAIN = re.compile(
    r"https?://(?!\S*xn--)(?:[a-z0-9_-]{1,63}\.)*[a-z][a-z0-9_-]{0,62}(?::\d{1,4})?(?![^/?#])",
    re.IGNORECASE | re.ASCII,
)
_WEB = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)
_LETTERS = re.compile(r"[a-z0-9_.-]+")  # of a host in ASCII
_NUMBER = re.compile(r"(?:\A|\.)\d[^.]*\.?\Z")  # a last label that has to be one of an IPv4 address


def safe_href(href: str | None) -> str | None:
    """The address of a link, where it is http, https or mailto, or a fragment's own; else None."""
    return href if href is not None and (_is_web(href) or _MAIL.match(href)) else None


def safe_src(src: str | None) -> str | None:
    """The address of a picture, where it is http or https, or a fragment's own; else None."""
    return src if src is not None and _is_web(src) else None


def _is_web(address: str) -> bool:
    """Whether an address is of the web and names a host, or is a fragment's own."""
    if _PLAIN.match(address) or isinstance(address, Relative):
        return True
    return _WEB.match(address) is not None and _has_host(address)


def _has_host(address: str) -> bool:
    """Whether the host and the port of an address are such (URL standard, 3.5 and 4.4)."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
        if "[" in parts.netloc or _NUMBER.search(host):
            return "%" not in host and ip_address(host) is not None
        if host.isascii() and "xn--" not in host:
            return _LETTERS.fullmatch(host) is not None
        import idna

        return idna.encode(host, uts46=True) is not None
    except ValueError:  # of urlsplit, of a port, of an IP address, of a name that IDNA forbids
        return False
