"""A tally: all that is counted of a batch, small enough to be kept as a baseline. It is saved as JSON, and read back by
its own types, so that a file of another kind is refused with the place that is wrong.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import quantiles
from typing import Literal

from msgspec import DecodeError, ValidationError, json

from newsclean.blocks import Value
from newsclean.drift.signs import Sign
from newsclean.errors import InputError

__all__ = ["Histogram", "Part", "Share", "Tally", "is_tally", "read_tally"]

_FEW = 20  # pages
_FEW_SIGNS = 5  # fewer do not tell what is usual
_MOST = 1 << 53
"""The largest number of pages: up to it floats are exact."""
_BEGINS = b'{"newsclean":"tally"'


class Share(Value):
    """How many pages have a sign, ``of`` how many that were asked. ``effect`` is by how much they say less than as many
    independent pages, because pages of one day are alike; it was estimated from ``clusters`` groups of days, 0 where
    there were too few."""

    pages: int
    of: int
    effect: float = 1.0
    clusters: int = 0

    @property
    def part(self) -> float:
        """The share, 0 to 1."""
        return self.pages / self.of if self.of else 0.0


class Histogram(Value):
    """How a number of pages is distributed. ``counts`` are the pages in each bin, by the bin's lower end, in order.
    ``cuts`` are, by their place, the shares of pages below some ends: those nearest to 5, 50 and 95 % of them."""

    counts: Mapping[int, int]
    cuts: Mapping[int, Share]

    def below(self, end: int) -> int:
        """How many pages are in the bins below an end."""
        return sum(pages for start, pages in self.counts.items() if start < end)


class Part(Value):
    """The pages of one layout that one version of the rules made. ``signs`` are shares by the sign's key, ``lengths``
    are in characters of text, ``confidences`` in hundredths."""

    layout: str
    rules: str
    pages: int
    signs: Mapping[str, Share]
    lengths: Histogram
    confidences: Histogram

    @property
    def usual_effect(self) -> float:
        """The design effect that three quarters of these pages' signs stay below, those left out that hardly any page
        has or lacks. A single one is known badly; what pages of a day have in common shows in many."""
        told = [
            share.effect
            for share in self.signs.values()
            if share.clusters and _FEW < share.pages < share.of - _FEW
        ]
        return quantiles(told, n=4)[2] if len(told) >= _FEW_SIGNS else 1.0


class Group(Value):
    """What came of the inputs of one host or one month."""

    inputs: int = 0
    articles: int = 0
    errors: int = 0
    generic: int = 0
    low: int = 0


class Tally(Value, kw_only=True, tag_field="newsclean", tag="tally"):
    """What was counted of a batch's output.

    ``inputs`` are all rows, ``copies`` those that name another row. ``errors`` are shares of the inputs without copies,
    by kind; so are ``layouts``. ``hosts`` and ``months`` (of publication) have "" for what has none. ``fired`` counts
    removals by rule.
    """

    version: Literal[1] = 1
    name: str
    inputs: int
    copies: int
    errors: Mapping[str, Share]
    layouts: Mapping[str, Share]
    parts: Sequence[Part]
    hosts: Mapping[str, Group]
    months: Mapping[str, Group]
    monthly: Mapping[str, Mapping[str, int]]
    fired: Mapping[str, int]

    @property
    def pages(self) -> int:
        """The articles."""
        return sum(part.pages for part in self.parts)

    @property
    def rules(self) -> Mapping[str, int]:
        """How many articles each version of the rules made; "" is a version that did not say."""
        found: dict[str, int] = {}
        for part in self.parts:
            found[part.rules] = found.get(part.rules, 0) + part.pages
        return found

    def to_json(self) -> str:
        """The tally as a line of JSON, to be read back by :func:`read_tally`."""
        return json.encode(self).decode() + "\n"


def is_tally(path: str | os.PathLike[str]) -> bool:
    """Whether a file begins as a saved tally does."""
    try:
        with open(path, "rb") as stream:
            return stream.read(256).replace(b" ", b"").replace(b"\n", b"").startswith(_BEGINS)
    except OSError:
        return False


def read_tally(path: str | os.PathLike[str]) -> Tally:
    """A tally that was saved. Raises InputError ("file") for a file that is none."""
    try:
        tally = json.decode(Path(path).read_bytes(), type=Tally)
        for part in tally.parts:
            for key in part.signs:
                Sign.of_key(key)
        _check(tally)
        return tally
    except OSError as error:
        raise InputError("file", f"it cannot be read: {error.strerror}", url=str(path)) from error
    except (ValidationError, DecodeError, ValueError) as error:
        raise InputError("file", f"it is no tally that this version reads: {error}", url=str(path)) from error


def _check(tally: Tally) -> None:
    """Refuse numbers that no batch gives, with which nothing could be reckoned. Raises ValueError."""
    if not 0 <= tally.copies <= tally.inputs <= _MOST:
        raise ValueError(f"{tally.copies} of {tally.inputs} inputs can't be copies")
    for name, share in _shares(tally):
        if not (0 <= share.pages <= share.of <= _MOST and share.effect >= 0 and share.clusters >= 0):
            raise ValueError(f"{share.pages} of {share.of} pages is no share ({name!r})")
    for part in tally.parts:
        for counts in (part.lengths.counts.values(), part.confidences.counts.values()):
            if min(counts, default=0) < 0 or sum(counts) > part.pages:
                raise ValueError(f"the pages of {part.layout!r} are more, or fewer, than there are")


def _shares(tally: Tally) -> Iterator[tuple[str, Share]]:
    """All shares, with their names."""
    yield from tally.errors.items()
    yield from tally.layouts.items()
    for part in tally.parts:
        yield from part.signs.items()
        for cuts in (part.lengths.cuts, part.confidences.cuts):
            yield from [(str(end), share) for end, share in cuts.items()]
