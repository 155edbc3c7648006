"""Charts as inline SVG: shapes with classes of the style sheet alone, for the page's policy allows no style in an
attribute. Every chart has a name that is read out, and every shape the number it stands for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log2

from newsclean.drift.sentences import percent
from newsclean.report.frame import text

__all__ = ["SERIES", "bar", "columns_by_month", "distribution", "share_by_day"]

SERIES = 6
"""How many layouts have a colour of their own in a chart; the others are one."""

_WIDTH, _HEIGHT = 640, 210
_LEFT, _BELOW, _ABOVE = 44, 20, 8
_EMPTY = '<p class="soft">–</p>'


def bar(part: float, said: str) -> str:
    """A share as a bar in a table; ``said`` is read out."""
    rail = _box("rail", 0, 0, 100, 8)
    return (
        f'<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="{text(said)}">'
        f"{rail}{_box('fill', 0, 0, 100 * part, 8)}</svg>"
    )


def _box(kind: str, x: float, y: float, width: float, height: float, title: str = "") -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    inner = f"<title>{text(title)}</title>" if title else ""
    return f'<rect class="{kind}" {place}>{inner}</rect>'


def _chart(name: str, shapes: str, height: int = _HEIGHT) -> str:
    return f'<svg class="chart" viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{text(name)}">{shapes}</svg>'


def _along(number: int, many: int) -> float:
    """Where the slot of this number begins, among many."""
    return _LEFT + number * (_WIDTH - _LEFT - 4) / many


def _up(part: float) -> float:
    """The height at which a part of the scale, 0 to 1, is drawn."""
    return _ABOVE + (1 - part) * (_HEIGHT - _ABOVE - _BELOW)


def _label(x: float, y: float, said: str, where: str) -> str:
    return f'<text class="label {where}" x="{x:.0f}" y="{y:.0f}">{text(said)}</text>'


def _line(part: float, kind: str) -> str:
    y = f"{_up(part):.1f}"
    return f'<line class="{kind}" x1="{_LEFT}" x2="{_WIDTH - 4}" y1="{y}" y2="{y}"/>'


def share_by_day(days: Mapping[str, tuple[int, int]], before: float, name: str, said_before: str) -> str:
    """The share of pages with a sign, day by day, and what it was before as a dashed line."""
    shown = [(day, hits / of, hits, of) for day, (hits, of) in days.items() if day and of]
    if len(shown) < 2:
        return ""
    shapes = [_line(0, "axis"), _line(1, "grid"), _label(_LEFT - 6, _up(1) + 4, "100 %", "end")]
    shapes.append(_label(_LEFT - 6, _up(0) + 4, "0 %", "end"))
    step = (_WIDTH - _LEFT - 4) / len(shown)
    for number, (day, part, hits, of) in enumerate(shown):
        x, top = _along(number, len(shown)), _up(part)
        title = f"{day}: {percent(part)} ({hits:,} / {of:,})"
        shapes.append(_box("mark", x + 0.1 * step, top, 0.8 * step, max(_up(0) - top, 0.5), title))
    shapes.append(_line(before, "before"))
    under = before > 0.85
    shapes.append(_label(_WIDTH - 8, _up(before) + (13 if under else -5), said_before, "end over"))
    shapes += _ends(shown[0][0], shown[-1][0])
    return _chart(name, "".join(shapes))


def _ends(first: str, last: str) -> list[str]:
    return [_label(_LEFT, _HEIGHT - 5, first, ""), _label(_WIDTH - 4, _HEIGHT - 5, last, "end")]


def columns_by_month(monthly: Mapping[str, Mapping[str, int]], layouts: Sequence[str], name: str) -> str:
    """Pages by month, the most frequent layouts in colours of their own, the others in one."""
    months = _without_gaps({month: counts for month, counts in monthly.items() if month[:1].isdecimal()})
    if not months:
        return _EMPTY
    most = max(sum(counts.values()) for counts in months.values()) or 1
    slots = max(len(months), _FEWEST_MONTHS)
    step = (_WIDTH - _LEFT - 4) / slots
    shapes = [_line(1, "grid"), _label(_LEFT - 6, _up(1) + 4, f"{most:,}", "end")]
    for number, (month, counts) in enumerate(months.items()):
        stack = [counts.get(layout, 0) for layout in layouts[:SERIES]]
        stack.append(sum(counts.values()) - sum(stack))
        said = ", ".join(
            f"{layout} {n:,}" for layout, n in sorted(counts.items(), key=lambda item: -item[1])[:9]
        )
        base = 0
        inner = []
        for series, pages in enumerate(stack):
            if pages:
                top, bottom = _up((base + pages) / most), _up(base / most)
                width = max(0.84 * step, 0.8)
                x = _along(number, slots) + 0.08 * step
                inner.append(_box(f"s{series}", x, top, width, bottom - top))
                base += pages
        shapes.append(f"<g><title>{text(month)}: {text(said)}</title>{''.join(inner)}</g>")
    first, last = next(iter(months)), [*months][-1]
    shapes += [_line(0, "axis"), _label(_LEFT, _HEIGHT - 5, first, "")]
    if last != first:
        shapes.append(_label(max(_along(len(months), slots), _LEFT + 150), _HEIGHT - 5, last, "end"))
    return _chart(name, "".join(shapes))


_FEWEST_MONTHS = 12  # fewer are no broader
_MOST_MONTHS = 600  # a longer axis has gaps


def _without_gaps(monthly: Mapping[str, Mapping[str, int]]) -> dict[str, Mapping[str, int]]:
    """The months from the first to the last, those between them without pages too."""
    if len(monthly) < 2:
        return dict(monthly)
    first, last = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (min(monthly), max(monthly)))
    if last - first > _MOST_MONTHS:
        return dict(monthly)
    names = [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(first, last + 1)]
    return {name: monthly.get(name, {}) for name in names}


def distribution(counts: Mapping[int, int], name: str, half: int) -> str:
    """How many texts are how long, on a scale of powers of two, with the length that half of them reach."""
    bins: dict[int, int] = {}
    for start, pages in counts.items():
        at = round(4 * log2(start)) if start else 0
        bins[at] = bins.get(at, 0) + pages
    first, last = min(bins), max(max(bins), min(bins) + 8)
    most, step = max(bins.values()), (_WIDTH - _LEFT - 4) / (last - first + 1)
    shapes = [_line(0, "axis"), _label(_LEFT - 6, _up(1) + 4, f"{most:,}", "end")]
    for at, pages in sorted(bins.items()):
        top = _up(pages / most)
        title = f"{2 ** (at / 4):,.0f}+: {pages:,}"
        x = _LEFT + (at - first + 0.06) * step
        shapes.append(_box("mark", x, top, 0.88 * step, max(_up(0) - top, 0.5), title))
    x = _LEFT + ((4 * log2(half) if half else 0) - first + 0.5) * step
    shapes.append(f'<line class="before" x1="{x:.1f}" x2="{x:.1f}" y1="{_ABOVE}" y2="{_up(0):.1f}"/>')
    side = "end" if x > _WIDTH / 2 else ""
    shapes.append(_label(x + (-5 if side else 5), _ABOVE + 9, f"{half:,}", f"over {side}"))
    shapes += _ends(f"{2 ** (first / 4):,.0f}", f"{2 ** (last / 4):,.0f}")
    return _chart(name, "".join(shapes))
