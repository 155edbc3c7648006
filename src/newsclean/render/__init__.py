"""Blocks become text, Markdown, HTML and front matter. The renderings know blocks, not the article around them, which
stands above (its JSON is written there, by its types). Each is loaded when it is first asked for: a program that takes
text alone reads no code of the others, and no YAML."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsclean.render.front_matter import head_of, to_front_matter
    from newsclean.render.html import to_html
    from newsclean.render.markdown import to_markdown
    from newsclean.render.text import to_text

__all__ = ["head_of", "to_front_matter", "to_html", "to_markdown", "to_text"]

_HOME_OF = {
    "head_of": "front_matter",
    "to_front_matter": "front_matter",
    "to_html": "html",
    "to_markdown": "markdown",
    "to_text": "text",
}


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'newsclean.render' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"newsclean.render.{home}"), name)
    return value
