"""Which IP addresses may be connected to. Those inside a network are refused, so that no page or redirect can make a
fetcher read an internal service.

The tables are written out after IANA's registries. transport.py looks names up and connects; here an address is only
judged.
"""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import NamedTuple

from newsclean.errors import FetchError

__all__ = ["check_addresses", "reason_to_refuse"]


class _Special(NamedTuple):
    """A network that is not part of the public internet, and what IANA calls it."""

    network: IPv4Network | IPv6Network
    name: str


# IANA's special-purpose address registries (RFC 6890 and its updates), multicast (RFC 5771, RFC 4291), and the
# site-local addresses that RFC 3879 gave up. ``ipaddress.is_global`` is not asked: its answers change with Python's
# patch releases.
_SPECIAL = tuple(
    _Special(ip_network(network), name)
    for network, name in (
        ("0.0.0.0/8", "this network"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "carrier-grade NAT"),
        ("127.0.0.0/8", "loopback"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "protocol assignments"),
        ("192.0.2.0/24", "documentation"),
        ("192.88.99.0/24", "6to4 relays"),
        ("192.168.0.0/16", "private"),
        ("198.18.0.0/15", "benchmarks"),
        ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        ("::/128", "unspecified"),
        ("::1/128", "loopback"),
        ("64:ff9b:1::/48", "local-use NAT64"),
        ("100::/64", "discard-only"),
        ("2001::/23", "protocol assignments"),
        ("2001:db8::/32", "documentation"),
        ("3fff::/20", "documentation"),
        ("5f00::/16", "segment routing"),
        ("fc00::/7", "unique local"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"),
        ("ff00::/8", "multicast"),
    )
)


class _Carrier(NamedTuple):
    """An IPv6 network whose addresses hold an IPv4 address, ``shift`` bits from their right end."""

    network: IPv6Network
    shift: int
    name: str


_CARRIERS = (
    _Carrier(IPv6Network("::ffff:0:0/96"), 0, "IPv4-mapped"),  # RFC 4291
    _Carrier(IPv6Network("::ffff:0:0:0/96"), 0, "IPv4-translated"),  # RFC 7915
    _Carrier(IPv6Network("64:ff9b::/96"), 0, "NAT64"),  # RFC 6052
    _Carrier(IPv6Network("2002::/16"), 80, "6to4"),  # RFC 3056
    _Carrier(IPv6Network("::/96"), 0, "IPv4-compatible"),  # RFC 4291, deprecated
)


def reason_to_refuse(address: str) -> str | None:
    """Why an IP address is not a public one; None where it is public.

    An IPv6 address that holds an IPv4 address is judged by the latter. Raises ValueError for text that is no IP
    address.
    """
    ip = ip_address(address.partition("%")[0])
    for row in _SPECIAL:
        if ip.version == row.network.version and ip in row.network:
            return row.name
    if isinstance(ip, IPv6Address):
        for carrier in _CARRIERS:
            if ip in carrier.network:
                inner = IPv4Address((int(ip) >> carrier.shift) & 0xFFFFFFFF)
                reason = reason_to_refuse(str(inner))
                return f"{carrier.name} {reason}" if reason else None
    return None


def check_addresses(host: str, addresses: Iterable[str], *, allow_private: bool) -> tuple[str, ...]:
    """The addresses of a host, each once, if all of them may be connected to.

    A single private address refuses the host: a name that mixes public and private ones is broken or an attack.
    Raises FetchError of the kind ``blocked_address``.
    """
    found = tuple(dict.fromkeys(addresses))
    if allow_private:
        return found
    for address in found:
        reason = reason_to_refuse(address)
        if reason:
            raise FetchError(
                "blocked_address",
                f"{host} leads to {address} ({reason}), which is no public address; "
                "allow_private=True or --allow-private lets it pass",
                address=address,
            )
    return found
