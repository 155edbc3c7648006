"""Pages from the network: politely (rates, robots.txt) and safely (caps on size and time, no private addresses).

What to do next is decided by generators that do no I/O (page_steps.py, article_steps.py), and two fetchers carry
their steps out (sync.py, asynchronous.py): the same that ``newsclean`` offers. The parser is imported when the first
page is parsed, so that whoever only gets pages never loads it.
"""

from __future__ import annotations

from newsclean.fetch.asynchronous import AsyncFetcher
from newsclean.fetch.options import FetchOptions, Options
from newsclean.fetch.results import Failed, Read, Result
from newsclean.fetch.sync import Fetcher, fetch

__all__ = [
    "AsyncFetcher",
    "Failed",
    "FetchOptions",
    "Fetcher",
    "Options",
    "Read",
    "Result",
    "fetch",
]
