"""The facts that a report tells, in their order and as words. Both reports take them from here, so that they say the
same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from newsclean.article import Article
from newsclean.blocks import Removal, Value
from newsclean.rules import Rules, default_rules

__all__ = ["Group", "by_rule", "flat", "metadata_of", "standing_of"]


class Group(Value):
    """What one rule removed, in the order of the page, and the sentence that says why."""

    rule: str
    why: str
    removals: tuple[Removal, ...]


def by_rule(article: Article, rules: Rules | None = None) -> list[Group]:
    """The removals grouped by rule, in the order in which each rule first removed something. ``rules`` is the book
    that made the article, whose reasons are given (None: the library's own)."""
    book = default_rules() if rules is None else rules
    found: dict[str, list[Removal]] = {}
    for removal in article.removals:
        found.setdefault(removal.rule, []).append(removal)
    return [Group(rule, _reason(book, rule), tuple(removals)) for rule, removals in found.items()]


def _reason(rules: Rules, rule: str) -> str:
    try:
        return rules.reason(rule)
    except (
        KeyError
    ):  # the article comes from another version, or was made with rules that were not given here
        return "This rule is not in the rule book that is in use."


def standing_of(article: Article) -> list[tuple[str, str]]:
    """How the page was read: its layout, which part of it was parsed, its encoding."""
    return [
        ("layout", article.layout),
        ("route", f"{article.route}: {_ROUTES[article.route]}"),
        ("encoding", f"{article.encoding}, known from {article.encoding_from}"),
    ]


def metadata_of(article: Article) -> list[tuple[str, str | None]]:
    """Every field of metadata by name, as text; None for those that the page does not have."""
    return [(name, _text(getattr(article, name), write)) for name, write in _FIELDS]


def flat(text: str) -> str:
    """The text on one line, with spaces for control characters: a page's text must not steer a terminal."""
    return "".join([char if char.isprintable() else " " for char in text]).rstrip()


def _text(value: Any, write: Callable[[Any], str]) -> str | None:
    return None if value is None or value == () else write(value)


def _joined(values: tuple[str, ...]) -> str:
    return ", ".join(values)


_ROUTES = {
    "window": "only the head and the body's stretch of the page were parsed",
    "page": "the whole page was parsed",
    "document": "a front-matter document was read",
}
_FIELDS: tuple[tuple[str, Callable[[Any], str]], ...] = (
    ("kind", str),
    ("title", str),
    ("original_title", str),
    ("published_at", lambda time: str(time.isoformat(" "))),
    ("published_raw", str),
    ("modified_at", lambda time: str(time.isoformat(" "))),
    ("source", str),
    ("source_url", str),
    ("authors", _joined),
    ("editor", str),
    ("channel", " › ".join),
    ("keywords", _joined),
    ("symbols", lambda found: ", ".join([f"{s.market}{s.code} {s.name or ''}".strip() for s in found])),
    ("description", str),
    ("lead_image", str),
    ("url", str),
    ("mobile_url", str),
    ("doc_id", str),
    ("comment_id", str),
    ("related", lambda found: ", ".join([link.text for link in found])),
)
