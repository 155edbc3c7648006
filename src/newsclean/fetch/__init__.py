"""The one door: pages in from the network, politely and safely, and the lists that say what to ask for.

Here live the policy as pure steps, its two drivers, the address guard, robots rules, caps and lists. Here
never lives a parser: a fetcher that makes articles is told how, one floor up.
"""

from __future__ import annotations

from newsclean.fetch.asynchronous import AsyncFetcher
from newsclean.fetch.items import RollItem
from newsclean.fetch.lists import ListWarning, aroll, roll
from newsclean.fetch.options import FetchOptions, Options
from newsclean.fetch.results import Result
from newsclean.fetch.services import CHANNEL_NAMES
from newsclean.fetch.sync import Fetcher, fetch

__all__ = [
    "CHANNEL_NAMES",
    "AsyncFetcher",
    "FetchOptions",
    "Fetcher",
    "ListWarning",
    "Options",
    "Result",
    "RollItem",
    "aroll",
    "fetch",
    "roll",
]
