"""Blocks become text, Markdown, HTML, JSON and front matter. Here live the six renderings and the one reading
back (JSON); here never lives a decision about what belongs to an article. Importing this loads no YAML."""

from __future__ import annotations

from newsclean.render.front_matter import to_front_matter
from newsclean.render.html import to_html
from newsclean.render.json import from_dict, to_dict, to_json
from newsclean.render.markdown import to_markdown
from newsclean.render.text import to_text

__all__ = ["from_dict", "to_dict", "to_front_matter", "to_html", "to_json", "to_markdown", "to_text"]
