"""What is known about Sina, in tables: layouts, furniture that is an element, furniture that is a line of
text, signs of a page that is no article, list channels. Rows only; locate, metadata and clean read them.
"""

from __future__ import annotations

from newsclean.layouts.comments import COMMENTS
from newsclean.layouts.credits import BARS, HAN, MEDIUM_END, WORKERS, WRITERS
from newsclean.layouts.landmarks import LANDMARKS
from newsclean.layouts.noise import NOISE
from newsclean.layouts.pages import LAYOUTS
from newsclean.layouts.phrases import (
    AUTHORITIES,
    CREDIT_LINE,
    EDITOR_TAIL,
    HOUSE,
    PHRASES,
    PICTURE_DESKS,
    RELATED_LABEL,
)
from newsclean.layouts.pictures import PICTURES
from newsclean.layouts.rows import Comment, Landmark, Layout, Noise, Phrase, Picture, Sign
from newsclean.layouts.signs import GONE, SIGNS

__all__ = [
    "AUTHORITIES",
    "BARS",
    "BUILT_IN",
    "COMMENTS",
    "CREDIT_LINE",
    "EDITOR_TAIL",
    "GONE",
    "HAN",
    "HOUSE",
    "LANDMARKS",
    "LAYOUTS",
    "MEDIUM_END",
    "NOISE",
    "PHRASES",
    "PICTURES",
    "PICTURE_DESKS",
    "REASONS",
    "RELATED_LABEL",
    "SIGNS",
    "WORKERS",
    "WRITERS",
    "Comment",
    "Landmark",
    "Layout",
    "Noise",
    "Phrase",
    "Picture",
    "Sign",
    "reason",
]

BUILT_IN = {
    "comment": "Comments are the template's notes to itself.",
    "hidden-style": "Its style says that it is never shown.",
    "empty-paragraph": "A paragraph without text or picture.",
    "unsafe-image": "A picture without an http address.",
    "weibo-marker": "The mark of a microblog card behind a name; the name stays.",
    "repeated-title": "The title said again as the first line of the body.",
    "related-links": "Links to other articles, with or without a label: read into related.",
    "link-promo": "A block of links to the site's own promotion.",
    "boilerplate-class": "An element whose class or id says it is page furniture, where the body was found without a layout.",
    "repeated-caption": "A caption said again as a paragraph below its picture.",
}
"""Removals that are not a row of a table but part of how the walk works, with their reason."""

REASONS: dict[str, str] = {
    **BUILT_IN,
    **{row.name: row.why for row in NOISE},
    **{row.name: row.why for row in PHRASES},
    **{row.name: row.why for row in PICTURES},
    **{row.name: row.why for row in COMMENTS},
}

reason = REASONS.__getitem__
"""The sentence that says why a rule removes what it removes. Raises KeyError for a name that is no rule."""
