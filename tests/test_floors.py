"""The lowest versions that may be installed are ones without a known advisory that touches what is done with them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))

# Package, the first version in which all of its advisories that are named are fixed, and those advisories.
FLOORS = {
    "h11": ((0, 16), "CVE-2025-43859: chunked bodies whose line ends are wrong are taken"),
    "idna": ((3, 7), "CVE-2024-3651: long names cost quadratic time"),
    "certifi": ((2024, 7, 4), "CVE-2024-39689: a certificate authority that lost its trust"),
    "lxml": ((6, 1), "CVE-2026-41066: external entities are read by default where parsing is iterative"),
    "lxml_html_clean": ((0, 4, 4), "CVE-2026-28348, CVE-2026-28350: styles and base elements pass the cleaner"),
    "brotli": ((1, 2), "CVE-2025-6176: decompression can't be bounded"),
    "pyarrow": ((23, 0, 1), "CVE-2023-47248, CVE-2026-25087: code and freed memory from files"),
    "PyMySQL": ((1, 1, 1), "CVE-2024-36039: keys of a dictionary are not escaped"),
    "pyspark": ((4, 0, 1), "CVE-2025-54920: code from event logs"),
    "ray": ((2, 54), "CVE-2025-62593, CVE-2026-27482: code and deletions from a web page"),
    "scrapy": ((2, 17), "CVE-2025-6176, GHSA-cwxj-rr6w-m6w7, GHSA-76g3-c3x4-crvx: bombs, code from a header"),
}  # fmt: skip

REQUIRED = [
    *PROJECT["project"]["dependencies"],
    *[line for lines in PROJECT["project"]["optional-dependencies"].values() for line in lines],
    *PROJECT["dependency-groups"]["dev"],
]


def _floor(requirement: str) -> tuple[str, tuple[int, ...]]:
    match = re.match(r"([A-Za-z0-9_.-]+)(?:\[.*?\])?(?:>=([\d.]+))?", requirement)
    assert match is not None
    return match[1], tuple(int(part) for part in (match[2] or "0").split("."))


@pytest.mark.parametrize("requirement", REQUIRED)
def test_no_floor_is_below_an_advisory(requirement: str) -> None:
    name, floor = _floor(requirement)
    wanted, why = FLOORS.get(name, ((0,), ""))
    assert floor >= wanted, why


def test_every_package_with_an_advisory_is_required_somewhere() -> None:
    assert set(FLOORS) <= {_floor(requirement)[0] for requirement in REQUIRED}
