"""A report as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.article import Article
from newsclean.blocks import Removal
from newsclean.report.facts import by_rule, flat, metadata_of, standing_of
from newsclean.rules import Rules

__all__ = ["to_lines"]

# What a sign of the confidence came to: it held, it did not, it could not be asked.
_MARKS = {True: "yes", False: "no", None: "-"}


def to_lines(article: Article, *, rules: Rules | None = None) -> str:
    """What was found on the page, how sure that is, and everything that was removed, with its rule and the reason."""
    return "\n".join(map(flat, _lines(article, rules))) + "\n"


def _lines(article: Article, rules: Rules | None) -> Iterator[str]:
    for name, value in [*standing_of(article), *metadata_of(article)]:
        yield f"{name:<16}{'-' if value is None else value}"
    yield ""
    yield f"confidence {article.confidence:.2f}"
    for evidence in article.evidence:
        note = f"  {evidence.note}" if evidence.note else ""
        yield f"  {_MARKS[evidence.held]:<5}{evidence.weight:>5.2f}  {evidence.name}{note}"
    groups = by_rule(article, rules)
    yield ""
    yield f"removed {len(article.removals)} things by {len(groups)} rules"
    for group in groups:
        yield f"  {group.rule} ({len(group.removals)}): {group.why}"
        yield from map(_removal, group.removals)
    if article.warnings:
        yield ""
        yield "warnings"
        yield from [f"  {warning}" for warning in article.warnings]


def _removal(removal: Removal) -> str:
    return f"    {removal.where:<6}{removal.path}  {removal.preview}"
