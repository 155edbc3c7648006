"""Is it still right? A batch's output is counted, and held against an earlier one: what moved beyond noise is named,
with its numbers.
"""

from __future__ import annotations

from newsclean.drift.closer import Example, Failed
from newsclean.drift.comparing import Change, Comparison, compare
from newsclean.drift.counting import tally_of
from newsclean.drift.findings import Report, load_tally, report_on
from newsclean.drift.page import to_page
from newsclean.drift.tallies import Share, Tally

__all__ = [
    "Change",
    "Comparison",
    "Example",
    "Failed",
    "Report",
    "Share",
    "Tally",
    "compare",
    "load_tally",
    "report_on",
    "tally_of",
    "to_page",
]
