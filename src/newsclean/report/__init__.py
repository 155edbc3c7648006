"""What was done to a page, told to a person: as lines for a terminal, as a page for a browser. Here lives the
telling; here never lives a decision about a page."""

from __future__ import annotations

from newsclean.report.explain import to_page
from newsclean.report.lines import to_lines

__all__ = ["to_lines", "to_page"]
