"""Rows as CSV, for people who open it in a spreadsheet: a row an article, and no lists or blocks in it.

Spreadsheets take a cell that begins as a formula does for one, whoever wrote it: such cells begin with an apostrophe.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from newsclean.batch.rows import NAMES, Row

__all__ = ["COLUMNS", "HEADER", "csv_line"]

COLUMNS = (
    "input url title original_title published_at modified_at source source_url authors editor keywords channel "
    "description text images lead_image symbols doc_id comment_id mobile_url kind layout language confidence warnings "
    "duplicate_of error_kind error_message kept"
).split()
"""The columns, those that a reader asks for first; ``kept`` is what came in beside the page, as JSON."""

_JOINED = "; "
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet takes for a formula (OWASP, "CSV Injection")."""


def _line(cells: Iterable[str]) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerow(cells)
    return written.getvalue().encode("utf-8", "replace")


HEADER = b"\xef\xbb\xbf" + _line(COLUMNS)
"""How a file begins: the mark by which a spreadsheet knows UTF-8, and the names of the columns."""


def csv_line(row: Row) -> bytes:
    """A row as a line of CSV (RFC 4180)."""
    error = row.get("error") or {}
    values = {**row, "error_kind": error.get("kind"), "error_message": error.get("message")}
    kept = {name: value for name, value in row.items() if name not in NAMES}
    values["kept"] = json.dumps(kept, ensure_ascii=False, default=str) if kept else None
    values["images"] = [image["src"] for image in row.get("images") or ()]
    return _line([_cell(values.get(name)) for name in COLUMNS])


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        value = _JOINED.join(map(_words, value))
    text = str(value).replace("\0", "")
    return f"'{text}" if text.startswith(_FORMULA) else text


def _words(item: Any) -> str:
    """An item of a list: a text, or a stock's market and code with its name."""
    if not isinstance(item, dict):
        return str(item)
    return " ".join([f"{item['market']}{item['code']}", *([item["name"]] if item.get("name") else [])])
