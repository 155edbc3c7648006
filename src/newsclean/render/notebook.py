"""An article as a notebook shows it: who wrote it and when, how it begins, and how much was taken out of it."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

__all__ = ["to_notebook"]

_MOST = 300
"""Characters of the text that are shown."""


def to_notebook(fields: Mapping[str, Any], text: str) -> str:
    """A piece of HTML without scripts, styles, links or pictures: every value of the article's is escaped in it."""
    time = fields["published_at"]
    about = [fields["source"], time and f"{time:%Y-%m-%d %H:%M}", *fields["authors"]]
    made = [fields["layout"], f"confidence {fields['confidence']:.2f}", f"{len(fields['removals'])} removed"]
    if fields["warnings"]:
        made.append(f"{len(fields['warnings'])} warnings")
    shown = text[:_MOST] + ("…" if len(text) > _MOST else "")
    return "\n".join(
        [
            f'<article lang="{escape(fields["language"])}">',
            f"<h3>{escape(fields['title'] or '')}</h3>",
            *[f"<p><small>{line}</small></p>" for line in (_joined(about),) if line],
            *[f"<p>{escape(line)}</p>" for line in shown.split("\n") if line],
            f"<p><small>{_joined(made)}</small></p>",
            "</article>",
        ]
    )


def _joined(words: list[str | None]) -> str:
    return " · ".join([escape(word) for word in words if word])
