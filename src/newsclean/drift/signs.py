"""What is asked of every page: signs, each of which it has or has not. All that is compared are shares of pages with
a sign, so that one test serves for all.

A sign is a kind and a name. Signs of the kind ``field`` are good (the page has a source), all others are what a page
should rather not have, or what is neither (a rule fired).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args
from urllib.parse import urlsplit

from newsclean.batch.lines import is_address
from newsclean.blocks import Value
from newsclean.drift.row import Row

__all__ = ["FIELDS", "GENERIC", "LOW", "Kind", "Sign", "day_of", "host_of", "signs_of"]

Kind = Literal["field", "doubt", "route", "confidence", "warning", "rule"]

FIELDS = (
    "title",
    "published_at",
    "source",
    "source_url",
    "authors",
    "editor",
    "keywords",
    "channel",
    "description",
    "lead_image",
    "images",
    "symbols",
    "doc_id",
    "comment_id",
    "mobile_url",
    "modified_at",
    "original_title",
)
"""The fields that a page may have or lack."""

_KEYS = tuple([(name, f"field:{name}") for name in FIELDS])

GENERIC = "generic"
"""The layout of pages that no layout of the book fits."""

LOW = 0.8
"""A confidence below this one is low: of the pages in tests/fixtures those that are whole have 0.81 and more."""


class Sign(Value):
    """A kind and a name: ``field source``, ``doubt time-found``, ``rule follow-us``."""

    kind: Kind
    name: str

    @property
    def key(self) -> str:
        """The sign as a key of JSON.

        >>> Sign("rule", "follow-us").key
        'rule:follow-us'
        """
        return f"{self.kind}:{self.name}"

    @classmethod
    def of_key(cls, key: str) -> Sign:
        """The sign of a key. Raises ValueError for what is none."""
        kind, colon, name = key.partition(":")
        if not colon or kind not in get_args(Kind):
            raise ValueError(f"{key!r} is no sign")
        return cls(kind, name)  # type: ignore[arg-type]


def signs_of(row: Row) -> Iterator[tuple[str, bool]]:
    """The keys of the signs that were looked for on a page, and whether it has them. Of the kind ``rule`` those alone
    come that it has."""
    for name, key in _KEYS:
        yield key, bool(getattr(row, name))
    for evidence in row.evidence or ():
        if evidence.held is not None:
            yield f"doubt:{evidence.name}", not evidence.held
    yield "route:page", row.route == "page"
    yield "confidence:low", (row.confidence or 0.0) < LOW
    yield "warning:any", bool(row.warnings)
    for rule in {removal.rule for removal in row.removals or ()}:
        yield f"rule:{rule}", True


def host_of(row: Row) -> str | None:
    """The host of a page's address, or of its name where that is an address; None where neither is."""
    for address in (row.url, row.input):
        if address and is_address(address):
            try:
                return urlsplit(address).hostname
            except ValueError:  # brackets that hold no address
                continue
    return None


def day_of(row: Row) -> str | None:
    """The day of publication, as 2024-01-31; None where the page does not say."""
    return None if row.published_at is None else row.published_at.date().isoformat()
