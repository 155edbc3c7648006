"""Whether an address of the web names a host. One whose host or port is none leads nowhere, and is dropped by whatever
reads it, so it is no address of a link or a picture."""

from __future__ import annotations

import re

from newsclean.lazy_regex import Deferred

__all__ = ["is_web"]

# Nearly every address. A last label that begins with a digit would be read as a part of an IPv4 address (URL standard,
# 3.5), and labels that begin with xn-- have to be asked for their letters.
_PLAIN = Deferred(
    r"https?://(?:[A-Za-z0-9_-]{1,63}+\.)*+[A-Za-z][A-Za-z0-9_-]{0,62}+(?::[0-9]{1,4})?(?![^/?#])"
)
_WEB = Deferred(r"https?://[^\s/?#]", re.IGNORECASE)
_LETTERS = Deferred(r"[a-z0-9_.-]+")  # of a host in ASCII
_NUMBER = Deferred(r"(?:\A|\.)\d[^.]*\.?\Z")  # a last label that has to be one of an IPv4 address


def is_web(address: str) -> bool:
    """Whether an address is http or https, and names a host."""
    if _PLAIN.match(address) and "xn--" not in address.lower():
        return True
    return _WEB.match(address) is not None and _has_host(address)


def _has_host(address: str) -> bool:
    """Whether the host and the port of an address are such (URL standard, 3.5 and 4.4)."""
    from ipaddress import ip_address
    from urllib.parse import urlsplit

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
