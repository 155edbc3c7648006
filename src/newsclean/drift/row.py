"""A row of a batch, as far as a report asks it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from newsclean.blocks import Value

__all__ = ["Failure", "Held", "Named", "Row"]


class Named(Value):
    """A removal: the rule that did it."""

    rule: str


class Held(Value):
    """A sign of the confidence, and whether it held; None: it could not be asked."""

    name: str
    held: bool | None = None


class Failure(Value):
    """Why an input has no article."""

    kind: str
    message: str = ""


class Row(Value):
    """What a report asks of a row: an article (``layout`` is set), an ``error``, or a copy (``duplicate_of``).

    ``length`` is the characters of the text, where it was counted while reading; else ``text`` is there. Fields that
    only have to be there or not are of any type.
    """

    input: str | None = None
    url: str | None = None
    layout: str | None = None
    title: str | None = None
    original_title: Any = None
    published_at: datetime | None = None
    modified_at: Any = None
    source: Any = None
    source_url: Any = None
    authors: Any = None
    editor: Any = None
    keywords: Any = None
    channel: Any = None
    description: Any = None
    lead_image: Any = None
    images: Any = None
    symbols: Any = None
    doc_id: Any = None
    comment_id: Any = None
    mobile_url: Any = None
    route: str | None = None
    removals: tuple[Named, ...] | None = None
    confidence: float | None = None
    evidence: tuple[Held, ...] | None = None
    warnings: tuple[str, ...] | None = None
    rules: str | None = None
    text: str | None = None
    length: int | None = None
    error: Failure | None = None
    duplicate_of: str | None = None

    @property
    def characters(self) -> int:
        """The characters of the article's text."""
        return len(self.text or "") if self.length is None else self.length
