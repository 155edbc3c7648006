"""What somebody who named a channel that there is not may have meant."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from newsclean.rules.channels import CHANNELS, Channel

__all__ = ["nearest", "written"]


def written(row: Channel) -> str:
    """A channel's name, or for a family one of its names."""
    return row.example if row.takes and not row.optional else row.name


def nearest(name: str, most: int = 3) -> list[str]:
    """The names of the channels that are most like a name, the likest first. What is compared are their names, their
    labels and the numbers by which the site chooses them.

    >>> nearest("finanse"), nearest("2509")[0]
    (['finance', 'top-finance', 'finance-top10'], 'news')
    """
    asked = name.strip().lower().replace("_", "-").replace(" ", "-")
    forms = {asked, asked.partition(":")[0]} - {""}
    rows = sorted(CHANNELS, key=lambda row: -max((_likeness(form, row) for form in forms), default=0.0))
    return list(dict.fromkeys(written(row) for row in rows))[:most]


def _likeness(form: str, row: Channel) -> float:
    matcher = SequenceMatcher(b=form, autojunk=False)
    best = 0.0
    for told in _told(row):
        matcher.set_seq1(told.lower())
        best = max(best, matcher.ratio())
    return best


def _told(row: Channel) -> Iterator[str]:
    """What a channel is known by."""
    yield row.name
    yield row.label
    if row.example:
        yield row.example
    yield from (value for _, value in row.values)
