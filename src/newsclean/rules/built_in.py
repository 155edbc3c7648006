"""Removals that are no row of a table but part of how the walk and the passes work, each with its reason."""

from __future__ import annotations

__all__ = ["BUILT_IN"]

BUILT_IN = {
    "comment": "Comments are the template's notes to itself.",
    "hidden-style": "Its style says that it is never shown.",
    "empty-paragraph": "A paragraph without text or picture.",
    "unsafe-image": "A picture without an http address.",
    "weibo-marker": "The mark of a microblog card behind a name; the name stays.",
    "repeated-title": "The title said again as the first line of the body.",
    "related-links": "Links to other articles, with or without a label: read into related.",
    "link-promo": "A block of links to the site's own promotion.",
    "link-list": "Links one below the other, where the body was found without a layout: read into related.",
    "boilerplate-class": "An element whose class or id says it is page furniture, where the body was found without a layout.",
    "ad-table": "A table in the text that holds an advertisement server's picture, or floats and holds links alone.",
    "repeated-caption": "A caption said again as a paragraph below its picture.",
}
"""The sentences by the names that removals bear."""
