"""The measurements that ``make`` offers run, each in a small form, and measure what they name."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def printed(*command: str) -> str:
    """What one of the scripts prints."""
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def rows(output: str) -> list[list[str]]:
    """The cells of the tables that were printed, without their lines."""
    found = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in output.splitlines()
        if line[:1] == "|"
    ]
    return [row for row in found if not row[0].startswith("--")]


def test_every_stage_of_every_page_takes_some_time() -> None:
    head, *pages = rows(printed("bench/run.py", "--stages", "--rounds", "1"))
    assert head[1:-2] == ["window", "decode", "parse", "locate", "clean", "metadata", "render"]
    assert pages
    for name, *times in pages:
        assert all(int(time) > 0 for time in times), name


def test_contenders_and_documents_are_compared() -> None:
    found = {row[0]: row[1:] for row in rows(printed("bench/run.py", "--quick", "--only", "newsclean"))}
    assert found["lxml.html parse alone"] == ["1.00", "1.00", "1.00", "–"]
    assert float(found["newsclean"][-1]) > 0.9  # the body's F1
    assert {"parse", "clean_html"} <= set(found)
    assert all(float(cost) > 0 for way in ("newsclean", "parse", "clean_html") for cost in found[way][:3])


def test_the_steps_of_a_pipeline_make_the_whole() -> None:
    output = printed("bench/pipeline.py", "--rounds", "1", "--copies", "1")
    shares = {
        name.strip(): int(share) for name, share in re.findall(r"^(.+?) +(\d+)%$", output, re.MULTILINE)
    }
    assert list(shares) == ["WARC and gunzip", "parse", "JSON", "Parquet"]
    assert sum(shares.values()) == pytest.approx(100, abs=3)


def test_start_up_is_measured_beside_that_of_lxml() -> None:
    output = printed("bench/startup.py", "1")
    assert re.search(r"^python -c 'import lxml.html' .* 1\.00$", output, re.MULTILINE)
    assert re.search(r"^newsclean page\.html +[\d.]+ ms +[\d.]+$", output, re.MULTILINE)


def test_memory_is_measured() -> None:
    output = printed("bench/memory.py", "50")
    assert re.search(r"^newsclean +peak \+ +[\d,]+ KiB", output, re.MULTILINE)
    assert len(re.findall(r"^ +\d+ pages: +[\d,]+ KiB$", output, re.MULTILINE)) == 5
