"""What came of a walk through a list: how many items, how it ended, and what is odd about the list."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct, field

__all__ = ["Ending", "RollSummary"]

Ending: TypeAlias = Literal["all", "limit", "known", "requests", "service", "empty_days", "window"]


class RollSummary(Struct):
    """The account of a walk, filled while it goes on.

    ``ended`` is None until the list has come to an end, and where it was left or failed. Then it says how it ended:

    all          all there are, of the days asked for
    limit        as many as were asked for
    known        at items that were known before (where somebody follows a list)
    requests     early: after the most requests for one list
    service      early: the service gives no more, and has or had more
    empty_days   early: after days without an item; the days before were not asked for
    window       early: the service can't be asked for days, and its list does not go back to the first; or it was asked
                 for a day and gave others

    ``items`` were given, ``left_out`` lie outside the days asked for, ``known`` were known. ``total`` is what the
    service says the list has, None where it does not say. ``notes`` are sentences about all that is odd.
    """

    channel: str
    items: int = 0
    left_out: int = 0
    known: int = 0
    requests: int = 0
    total: int | None = None
    ended: Ending | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing of what was asked for."""
        return self.ended in ("all", "limit", "known")
