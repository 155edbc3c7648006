"""Worked out from the rows by ``make rules``; never edited by hand. See needs.py."""

from __future__ import annotations

DERIVED: dict[str, tuple[int, str, tuple[str, ...]]] = {}
