"""What was done to a page, told to a person: as lines (lines.py), coloured on a terminal (terminal.py), or as a page
for a browser (explain.py).
"""

from __future__ import annotations

from newsclean.report.explain import to_page
from newsclean.report.lines import to_lines
from newsclean.report.terminal import to_terminal

__all__ = ["to_lines", "to_page", "to_terminal"]
