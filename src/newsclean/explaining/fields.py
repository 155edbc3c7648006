"""The fields of an article's metadata, in the order in which they are told, and how their values are written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from newsclean.article import Article

__all__ = ["metadata_of"]


def metadata_of(article: Article) -> list[tuple[str, str | None]]:
    """Every field of metadata by name, as text; None for those that the page does not have."""
    return [(name, _text(getattr(article, name), write)) for name, write in _FIELDS]


def _text(value: Any, write: Callable[[Any], str]) -> str | None:
    return None if value is None or value == () else write(value)


def _joined(values: tuple[str, ...]) -> str:
    return ", ".join(values)


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
