"""Rows of batches that nobody cleaned, made from a seed: layouts with their own habits, and on demand one that changes
half-way, or days that are alike."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

__all__ = ["RULES", "made_batch", "made_row", "write_rows"]

RULES = "0.1.0+0123456789ab"
_DAYS = 30
_LAYOUTS = {"finance-2018": 0.5, "news-2018": 0.25, "mobile": 0.15, "generic": 0.1}
_OFTEN = (1.0, 0.99, 0.9, 0.6, 0.3, 0.05, 0.0)
_FIELDS = ("source", "authors", "editor", "keywords", "channel", "description", "lead_image", "doc_id")
_KINDS = ("timeout", "no_body", "removed")


def made_row(number: int, day: date, **fields: Any) -> dict[str, Any]:
    """A row of an article, as a batch writes it."""
    return {
        "input": f"pages/{day}/{number}.html",
        "url": f"https://finance.sina.com.cn/{day}/doc-{number}.shtml",
        "layout": "finance-2018",
        "title": f"第{number}篇",
        "published_at": f"{day}T08:00:00+08:00",
        "source": "青崖晚报",
        "route": "window",
        "removals": [{"rule": "comment", "where": "start", "path": "div/comment()", "preview": ""}],
        "confidence": 1.0,
        "evidence": [{"name": "time-found", "held": True, "weight": 0.15, "note": ""}],
        "warnings": [],
        "rules": RULES,
        "text": "文" * 300,
        "error": None,
        "duplicate_of": None,
    } | fields


def made_batch(
    seed: int,
    rows: int = 600,
    *,
    rules: str = RULES,
    lost: str | None = None,
    alike: float = 0.0,
    habits: int = 7,
) -> Iterator[dict[str, Any]]:
    """The rows of a batch. From the half of it on the pages of ``finance-2018`` lack the field ``lost``. ``alike`` is
    how much pages of a day have in common, 0 to 1. ``habits`` is the seed of what the layouts are like."""
    habit, dice = random.Random(habits), random.Random(seed)  # noqa: S311
    fields = {layout: {name: habit.choice(_OFTEN) for name in _FIELDS} for layout in _LAYOUTS}
    fields["finance-2018"]["source"] = 0.99
    fires = {
        layout: {f"rule-{n}": habit.choice((0.5, 0.1, 0.02, 0.005)) for n in range(30)} for layout in _LAYOUTS
    }
    share = _of_days(dice, alike)
    for number in range(rows):
        day = date(2024, 5, 1) + timedelta(days=number * _DAYS // rows)
        if dice.random() < 0.02:
            yield {
                "input": f"{number}.html",
                "url": None,
                "error": {"kind": dice.choice(_KINDS), "message": "so"},
            }
            continue
        layout = dice.choices(list(_LAYOUTS), list(_LAYOUTS.values()))[0]
        found = {
            name: dice.random() < share((day, layout, name), often) for name, often in fields[layout].items()
        }
        if lost and layout == "finance-2018" and number >= rows / 2:
            found[lost] = False
        fired = [
            rule for rule, often in fires[layout].items() if dice.random() < share((day, layout, rule), often)
        ]
        yield made_row(
            number,
            day,
            **{name: "x" if there else None for name, there in found.items()},
            layout=layout,
            route="window" if dice.random() < 0.7 else "page",
            confidence=dice.choices((1.0, 0.85, 0.5), (60, 35, 5))[0],
            removals=[{"rule": rule} for rule in fired],
            text="文" * int(dice.lognormvariate(6.5, 0.8)),
            rules=rules,
        )


def _of_days(dice: random.Random, alike: float) -> Callable[[Any, float], float]:
    """How often something is so on a day: about as often as on any, more or less so by how much its pages are alike."""
    known: dict[Any, float] = {}

    def share(key: Any, often: float) -> float:
        if not alike or often in (0.0, 1.0):
            return often
        if key not in known:
            size = 1 / alike - 1
            known[key] = dice.betavariate(often * size, (1 - often) * size)
        return known[key]

    return share


def write_rows(path: Path, rows: Iterator[Mapping[str, Any]]) -> Path:
    """The rows as JSON lines."""
    with path.open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return path
