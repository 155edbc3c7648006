"""Pages from the network: politely (rates, robots.txt) and safely (caps on size and time, no private addresses).

What to do next is decided by generators that do no I/O (page_steps.py, article_steps.py), and two fetchers carry
their steps out (sync.py, asynchronous.py). No parser is imported here, so that pages can be fetched without one;
reader.py puts fetcher and parser together.
"""

from __future__ import annotations

from newsclean.fetch.asynchronous import AsyncFetcher
from newsclean.fetch.options import FetchOptions, Options
from newsclean.fetch.results import Result
from newsclean.fetch.sync import Fetcher, fetch

__all__ = [
    "AsyncFetcher",
    "FetchOptions",
    "Fetcher",
    "Options",
    "Result",
    "fetch",
]
