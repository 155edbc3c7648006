"""The options of a fetcher with their defaults, checked once when they are made.

:class:`Options` is the frozen value that a fetcher holds. :class:`FetchOptions` has the same names and types, for
the signatures of functions that pass them on as keywords.
"""

from __future__ import annotations

import os
import re
import ssl
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias, TypedDict
from urllib.parse import urlsplit

from msgspec import field
from msgspec.structs import force_setattr

from newsclean._version import __version__
from newsclean.blocks import Value
from newsclean.errors import masked

__all__ = ["USER_AGENT", "FetchOptions", "Options", "Resolver"]

USER_AGENT = f"newsclean/{__version__}"
"""The default User-Agent: who asks. robots.txt rules are matched with the word before the slash."""

Resolver: TypeAlias = Callable[[str, int], Sequence[str]]
"""Host name and port to IP addresses as text. Raises socket.gaierror for a name that has none."""


class FetchOptions(TypedDict, total=False):
    """The keywords of every function and class that fetches; :class:`Options` says what each means."""

    timeout: float
    total: float
    per_host: float
    per_host_connections: int
    concurrency: int
    attempts: int
    robots: bool
    allow_private: bool
    proxy: str | None
    user_agent: str
    headers: Mapping[str, str]
    cache: str | os.PathLike[str] | None
    max_bytes: int
    max_decoded_bytes: int
    ssl_context: ssl.SSLContext | None
    resolver: Resolver | None


class Options(Value, kw_only=True):
    """How to fetch.

    timeout               seconds for each step of a connection: connect, read, write
    total                 seconds for one address over all its redirects and attempts; waiting for a host's turn
                          is not counted, but for what its robots.txt asks for between two requests
    per_host              requests a second to one host
    per_host_connections  requests at once to one host
    concurrency           pages at once in ``read_many``
    attempts              how often one request is tried, the first time included
    robots                whether robots.txt is asked and obeyed
    allow_private         whether private, loopback and link-local addresses may be connected to
    proxy                 address of an HTTP or SOCKS5 proxy; ``env``: the first that the environment names in
                          HTTPS_PROXY, ALL_PROXY and HTTP_PROXY (NO_PROXY is not read); None: none
    user_agent            the User-Agent header; robots.txt rules are matched with its part before the first slash
    headers               further headers; a redirect to another host drops the credentials among them
                          (Authorization, Cookie, Proxy-Authorization)
    cache                 directory of the cache; None: none. Needs the extra ``newsclean[cache]``
    max_bytes             most bytes of a body on the wire
    max_decoded_bytes     most bytes of a body after decompression
    ssl_context           a context with certificates of one's own; None: the usual ones. It must verify
    resolver              looks up host names; None: the system does
    """

    timeout: float = 10.0
    total: float = 60.0
    per_host: float = 2.0
    per_host_connections: int = 4
    concurrency: int = 8
    attempts: int = 4
    robots: bool = True
    allow_private: bool = False
    proxy: str | None = None
    user_agent: str = USER_AGENT
    headers: Mapping[str, str] = field(default_factory=dict)
    cache: str | os.PathLike[str] | None = None
    max_bytes: int = 10_000_000
    max_decoded_bytes: int = 30_000_000
    ssl_context: ssl.SSLContext | None = None
    resolver: Resolver | None = None

    def __post_init__(self) -> None:
        for name in ("timeout", "total", "per_host"):
            if not getattr(self, name) > 0:
                raise ValueError(f"{name} must be more than 0")
        for name in ("per_host_connections", "concurrency", "attempts", "max_bytes", "max_decoded_bytes"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be 1 or more")
        _check_header("user_agent", "User-Agent", self.user_agent)
        for header, value in self.headers.items():
            _check_header("headers", header, value)
        if self.proxy == "env":
            force_setattr(self, "proxy", _proxy_of_environment())
        if self.proxy is not None:
            _check_proxy(self.proxy)
        context = self.ssl_context
        if context is not None and not (context.check_hostname and context.verify_mode == ssl.CERT_REQUIRED):
            raise ValueError("ssl_context must verify certificates and host names")

    def __repr__(self) -> str:
        """The options without what may be secret: the proxy's password and the values of headers."""
        told: dict[str, object] = {name: getattr(self, name) for name in self.__struct_fields__}
        told["proxy"] = None if self.proxy is None else masked(self.proxy)
        told["headers"] = dict.fromkeys(self.headers, "***")
        return f"Options({', '.join([f'{name}={value!r}' for name, value in told.items()])})"

    @property
    def robots_name(self) -> str:
        """The product token that robots.txt rules are matched with."""
        return self.user_agent.partition("/")[0].strip() or "newsclean"


_PROXIES = ("http", "https", "socks5", "socks5h")
# RFC 9110 (5.1, 5.5): a header's name is a token; its value is visible ASCII, spaces and tabs. Other bytes are allowed
# for old servers' sake alone, and httpx sends none.
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\t\x20-\x7e]*")


def _check_header(option: str, name: object, value: object) -> None:
    if not (isinstance(name, str) and _NAME.fullmatch(name)):
        raise ValueError(f"{option}: {name!r} is no name of a header")
    if not (isinstance(value, str) and _VALUE.fullmatch(value)):
        raise ValueError(f"{option}: the value of {name} must be a line of ASCII characters")


def _proxy_of_environment() -> str | None:
    """The proxy that the environment names for pages; None where it names none."""
    from urllib.request import getproxies_environment

    known = getproxies_environment()
    found = known.get("https") or known.get("all") or known.get("http")
    return f"http://{found}" if found and "://" not in found else found or None


def _check_proxy(proxy: str) -> None:
    """Raise ValueError for what is no address of a proxy, without showing it: it may hold a password."""
    try:
        parts = urlsplit(proxy)
        good = parts.scheme in _PROXIES and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good:
        raise ValueError(
            "proxy must be an address that begins with http://, https://, socks5:// or socks5h://"
        )
