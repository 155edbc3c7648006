"""Stocks that a page names: the id of a span, or the list in the comment at the end of the text.

Here lives the reading of those two notations. Here never lives the walk that meets them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsclean.blocks import Symbol
from newsclean.lazy_regex import Deferred

__all__ = ["SYMBOL_ID", "listed_symbols", "merged", "symbol_of"]

SYMBOL_ID = Deferred(
    r"^((?:us|hk|fund_|option_)?stock|forex|futures|overseas_futures|fund|global_index|bond)_(\w[\w.]*)$"
)
_LIST = Deferred(r"news_keyword_pub\s*,\s*(\w*)\s*,\s*([^\s]*)")
_EXCHANGE = Deferred(r"^(sh|sz|bj)(\d{6})$", re.IGNORECASE)
_MARKETS = {"usstock": "us", "hkstock": "hk", "stock": "cn", "overseas_futures": "futures-overseas"}


def symbol_of(market: str, code: str, name: str | None) -> Symbol:
    """A symbol from the market word and the code of an id such as ``stock_sh600000`` or ``usstock_JPM``.

    Mainland codes carry their exchange (sh, sz, bj); elsewhere the market is us, hk, forex, futures …
    """
    exchange = _EXCHANGE.match(code)
    if exchange:
        return Symbol(exchange[1].lower(), exchange[2], name)
    if market == "hkstock" and code[:2].lower() == "hk":
        code = code[2:]
    return Symbol(_MARKETS.get(market, market), code, name)


def listed_symbols(comment: str) -> list[Symbol]:
    """The symbols of a ``news_keyword_pub,market,code&code`` comment, without names."""
    match = _LIST.search(comment)
    if not match or not match[2]:
        return []
    return [symbol_of(match[1], code, None) for code in match[2].split("&") if code]


def merged(symbols: Iterable[Symbol]) -> tuple[Symbol, ...]:
    """Each symbol once, in the order of first mention, with its name where any mention has one."""
    found: dict[tuple[str, str], Symbol] = {}
    for symbol in symbols:
        key = (symbol.market, symbol.code)
        known = found.get(key)
        if known is None or (known.name is None and symbol.name):
            found[key] = symbol
    return tuple(found.values())
