"""Rows: what one input becomes in the output, as a dictionary.

There are three kinds of row (article, copy, error), all with ``input``. Their encodings are in encode.py. No row holds
a user name or a password of an address: they are masked here, or were cut off when the page was parsed.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import isfinite
from typing import Any

from newsclean.article import DERIVED, Article
from newsclean.batch.records import PartitionBy
from newsclean.decode.wayback import own_address
from newsclean.errors import NewscleanError, masked
from newsclean.page import address_of

__all__ = [
    "NAMES",
    "Row",
    "article_row",
    "copy_row",
    "error_row",
    "failure_of",
    "kept_names",
    "kept_of",
    "partition_of",
    "shown_address",
]

Row = dict[str, Any]

NAMES = frozenset(["input", "schema_version", *Article.__struct_fields__, *DERIVED, "error", "duplicate_of"])
"""The names of a row's own values."""


def article_row(name: str, article: Article) -> Row:
    """``input``, the article's own keys as in its JSON, ``error`` and ``duplicate_of`` null."""
    return {"input": masked(name), **article.to_dict(), "error": None, "duplicate_of": None}


def error_row(name: str, url: str | None, kind: str, message: str) -> Row:
    """``input``, ``url`` and ``error: {kind, message}``: the page that has no article."""
    told = {"kind": kind, "message": masked(message)}
    return {"input": masked(name), "url": shown_address(url), "error": told, "duplicate_of": None}


def shown_address(url: str | None) -> str | None:
    """The address of a page as a row holds it: its own, without user and password."""
    return address_of(own_address(url) if url else url)[0]


def copy_row(name: str, url: str | None, doc_id: str | None, original: str) -> Row:
    """``input``, ``url``, ``doc_id`` and ``duplicate_of``: the input of the row that holds the article."""
    return {
        "input": masked(name),
        "url": url,
        "doc_id": doc_id,
        "error": None,
        "duplicate_of": masked(original),
    }


def kept_names(wanted: Iterable[str], taken: Collection[str]) -> dict[str, str]:
    """The names under which things that came in come out: their own, or ``input_NAME`` where it is ``taken``. Raises
    ValueError where two would have one name."""
    names = {name: f"input_{name}" if name in taken else name for name in wanted}
    twice = [name for name, number in Counter(names.values()).items() if number > 1]
    if twice:
        raise ValueError(f"two columns would be called {twice[0]}: choose among them (keep)")
    return names


def kept_of(given: Mapping[str, Any], keep: Sequence[str] | None) -> dict[str, Any]:
    """What comes out of what came in beside a page, under the names that it comes out by."""
    wanted = given if keep is None else [name for name in keep if name in given]
    return {f"input_{name}" if name in NAMES else name: _sound(given[name]) for name in wanted}


def _sound(value: Any) -> Any:
    """A value that JSON can hold, where it is a number."""
    return None if isinstance(value, float) and not isfinite(value) else value


def failure_of(error: Exception) -> tuple[str, str]:
    """Kind and sentence of what a page failed with. Beside newsclean's own kinds: ``file`` (it could not be
    read), ``memory``, and ``bug`` for what was never meant to be raised."""
    if isinstance(error, NewscleanError):
        return error.kind, error.message
    if isinstance(error, OSError):
        return "file", error.strerror or str(error)
    if isinstance(error, (EOFError, zlib.error)):
        return "file", f"broken off: {error}"
    if isinstance(error, MemoryError):
        return "memory", "the page needs more memory than there is for it"
    return "bug", f"{type(error).__name__}: {error}"


def partition_of(article: Article, by: PartitionBy | None) -> str | None:
    """The article's day in Beijing (``2024-01-31``) or its first channel; None when the page has none."""
    if by == "day":
        return None if article.published_at is None else article.published_at.date().isoformat()
    return article.channel[0] if by == "channel" and article.channel else None
