"""Stocks that a page names: the id of the span around a name, and the list in the comment at the end of the text.

Both are the work of the site's own injector, which writes a market and a code. ``MARKETS`` says what a symbol's
market is called by us.
"""

from __future__ import annotations

from newsclean.rules.rows import Form, Question, Wording, Words

__all__ = ["MARKETS", "QUESTIONS", "ROWS"]

MARKETS = {"usstock": "us", "hkstock": "hk", "stock": "cn", "overseas_futures": "futures-overseas"}
"""The site's word for a market, and ours; markets that are not here keep the site's word."""

QUESTIONS: tuple[Question, ...] = (
    Question(
        "stock-id",
        "fullmatch",
        "The market and the code that an element's id names: its text is a stock's name.",
    ),
    Question("stock-list", "search", "The market and the codes in the comment at the end of the text."),
    Question(
        "mainland-code",
        "fullmatch",
        "The exchange and the number of a mainland code; codes of other markets have none.",
        ignore_case=True,
    ),
)

ROWS: tuple[Words | Wording, ...] = (
    Words(
        name="STOCK_MARKETS",
        why="What stands before the code in the ids of stock spans on finance and tech pages, 2015-2026.",
        members=(
            "usstock",
            "hkstock",
            "fund_stock",
            "option_stock",
            "stock",
            "forex",
            "futures",
            "overseas_futures",
            "fund",
            "global_index",
            "bond",
        ),
    ),
    Words(
        name="EXCHANGES",
        why="The mainland's exchanges: Shanghai, Shenzhen and, since 2021, Beijing.",
        members=("sh", "sz", "bj"),
    ),
    Wording(
        name="stock-span",
        why="Ids of the spans around names of stocks, currencies, futures and funds.",
        asks="stock-id",
        forms=(
            Form(
                r"(?P<market>{STOCK_MARKETS})_(?P<code>\w[\w.]*)",
                takes=("stock_sz309871", "usstock_QYWB", "forex_fx_sjkyjky"),
                spares=("quote_sz309871", "stockguba", "stock_"),
            ),
        ),
    ),
    Wording(
        name="stock-list",
        why="The comment of finance and tech pages; its codes are empty where the page names no stock.",
        asks="stock-list",
        forms=(
            Form(
                r"news_keyword_pub\s*,\s*(?P<market>\w*)\s*,\s*(?P<codes>\S*)",
                takes=(" news_keyword_pub,stock,sz309871&sh609872 ", "news_keyword_pub, usstock, QYWB"),
                spares=(" news_keyword_pub start ",),
            ),
        ),
    ),
    Wording(
        name="mainland-code",
        why="Six digits behind the exchange's two letters.",
        asks="mainland-code",
        forms=(
            Form(
                r"(?P<exchange>{EXCHANGES})(?P<number>\d{6})",
                takes=("sz309871", "SH609872"),
                spares=("hk09871", "sz30987"),
            ),
        ),
    ),
)
