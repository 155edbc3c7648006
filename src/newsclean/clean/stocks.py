"""Stocks that a page names: in the id of a span, or in the list in the comment at the end of the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsclean.blocks import Symbol
from newsclean.rules.stocks import MARKETS

__all__ = ["listed_symbols", "merged", "symbol_of_id"]


def symbol_of_id(asks: Any, identity: str, name: str | None) -> Symbol | None:
    """The symbol that an element's id names; None where it names none."""
    match = asks.stock_id.fullmatch(identity)
    return _symbol(asks, match["market"], match["code"], name) if match else None


def listed_symbols(asks: Any, comment: str) -> list[Symbol]:
    """The symbols of a comment that lists the page's stocks, without names."""
    match = asks.stock_list.search(comment)
    if not match or not match["codes"]:
        return []
    return [_symbol(asks, match["market"], code, None) for code in match["codes"].split("&") if code]


def _symbol(asks: Any, market: str, code: str, name: str | None) -> Symbol:
    """Mainland codes carry their exchange (sh, sz, bj); elsewhere the market is us, hk, forex, futures …"""
    exchange = asks.mainland_code.fullmatch(code)
    if exchange:
        return Symbol(exchange["exchange"].lower(), exchange["number"], name)
    if market == "hkstock" and code[:2].lower() == "hk":
        code = code[2:]
    return Symbol(MARKETS.get(market, market), code, name)


def merged(symbols: Iterable[Symbol]) -> tuple[Symbol, ...]:
    """Each symbol once, in the order of first mention, with its name where any mention has one."""
    found: dict[tuple[str, str], Symbol] = {}
    for symbol in symbols:
        key = (symbol.market, symbol.code)
        known = found.get(key)
        if known is None or (known.name is None and symbol.name):
            found[key] = symbol
    return tuple(found.values())
