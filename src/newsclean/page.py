"""A page as it came in, before anything is known about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from msgspec import field

from newsclean.blocks import Value

__all__ = ["Page"]


class Page(Value):
    """One page as it came in: the last value that has seen I/O.

    ``url`` is the address it was served from (None: not known). ``content`` holds the bytes after transfer
    decoding. ``headers`` has lower-case names. ``fetched_at`` is aware (None: it was not fetched).
    ``notes`` says what the fetcher did instead of the plain thing ("followed meta refresh to …").
    """

    content: bytes
    url: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    fetched_at: datetime | None = None
    status: int | None = None
    notes: tuple[str, ...] = ()
