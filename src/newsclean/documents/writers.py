"""Who wrote a document, as its head says: persons, a medium and its reporter, or the feed that it came from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.metadata.bylines import authors_of
from newsclean.metadata.medium import clean_source
from newsclean.metadata.names import names_in, plain_names
from newsclean.rules import Rules

__all__ = ["persons_of", "writers_of"]

_SERIES = re.compile(r"\s*[、，,;；/&＆|]\s*")
"""What stands between several names."""


def persons_of(rules: Rules, text: str) -> list[str]:
    """The persons of a text that names nothing else; a name that no rule knows stays as it is."""
    reporter = _reporter(rules, text)
    if reporter is not None:
        return reporter[1]
    return [*authors_of(rules, [text])] or _series(text)


def writers_of(rules: Rules, written: Sequence[str]) -> tuple[str | None, list[str]]:
    """The medium (None: none is named) and the persons of what stands as author where the head names no source.

    A list names persons, the first apart, which may be the feed. What stands alone is a person where it looks like
    one, or says so; else it is the feed's name, as the mirrors of feeds write it. An address is one name.
    """
    whole = written[0] if len(written) == 1 else None
    told = _told(rules, whole) if whole is not None else None
    parts = written if whole is None or told is not None or "://" in whole else _series(whole)
    medium: str | None = None
    persons: list[str] = []
    for at, part in enumerate(parts):
        asked = told if part == whole else _told(rules, part)
        source, names = asked or _untold(rules, part, several=len(parts) > 1)
        if source is not None and (at == 0 or names):
            medium = medium or source
        persons += names
    return medium, persons


def _told(rules: Rules, text: str) -> tuple[str | None, list[str]] | None:
    """The medium and the persons of a text that tells who they are, by a label or as a medium's reporters; None for any
    other."""
    reporter = _reporter(rules, text)
    names = [*authors_of(rules, [text])] if reporter is None else []
    if reporter is not None or not names:
        return reporter
    medium = clean_source(rules, text)
    is_beside = medium is not None and medium != text and not any(name in medium for name in names)
    return (medium if is_beside else None), names


def _untold(rules: Rules, text: str, *, several: bool) -> tuple[str | None, list[str]]:
    """The medium or the person of a name without more."""
    names = plain_names(rules, text)
    if not names and several:
        names = [text] if len(text) == 1 else names_in(rules, text)
    return (None, names) if names else (clean_source(rules, text), [])


def _reporter(rules: Rules, text: str) -> tuple[str | None, list[str]] | None:
    """The medium and its reporters (某报记者 甲); None for a text that names none."""
    found = rules.asks.reporter_of_medium.fullmatch(text.strip())
    if found is None:
        return None
    names = [*authors_of(rules, [text])]
    apart = not text.strip()[found.start("names") - 1].isalnum()
    if not names and apart:
        names = _series(found["names"])
    return (clean_source(rules, found["source"]), names) if names else None


def _series(text: str) -> list[str]:
    return [name.lstrip("@") for name in _SERIES.split(text.strip()) if name.strip("@")]
