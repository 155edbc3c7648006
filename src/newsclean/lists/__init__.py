"""Lists of what to fetch: Sina's rolling-news, live and search services."""

from __future__ import annotations

from newsclean.lists.items import RollItem
from newsclean.lists.lists import ListWarning, aroll, roll
from newsclean.lists.services import CHANNEL_NAMES

__all__ = ["CHANNEL_NAMES", "ListWarning", "RollItem", "aroll", "roll"]
