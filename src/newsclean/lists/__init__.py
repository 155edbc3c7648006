"""Lists of what to fetch: Sina's rolling news, live feeds, search, and whatever else rules/services.py has."""

from __future__ import annotations

from newsclean.lists.items import RollItem
from newsclean.lists.lists import ListWarning, aroll, roll
from newsclean.lists.query import CHANNEL_NAMES
from newsclean.lists.summary import RollSummary

__all__ = ["CHANNEL_NAMES", "ListWarning", "RollItem", "RollSummary", "aroll", "roll"]
