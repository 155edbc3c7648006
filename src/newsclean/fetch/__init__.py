"""The one door: pages in from the network, politely and safely.

Here are the policy as pure steps, its two drivers, the address guard, robots rules and caps. No parser is called
here: reader.py makes the fetchers that give articles.
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
