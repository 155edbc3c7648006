"""The same input gives the same output: in every process, whatever the hash seed, the locale and the zone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PROGRAM = """
import hashlib, sys
sys.path.insert(0, {tests!r})
from fixtures import FIXTURES
from newsclean import NewscleanError, clean_html, parse
told = hashlib.sha256()
for fixture in FIXTURES[{start}::3]:
    try:
        article = parse(fixture.content, url=fixture.facts["url"], content_type=fixture.facts["content_type"])
    except NewscleanError as error:
        said = repr((type(error).__name__, error.to_dict()))
    else:
        forms = (article.to_json(), article.markdown, article.to_front_matter(), article.to_text(captions=True))
        said = "".join(forms) + clean_html(article.html)
    told.update(said.encode())
print(told.hexdigest())
"""
WORLDS: dict[str, dict[str, str]] = {
    "one hash seed": {"PYTHONHASHSEED": "1"},
    "another": {"PYTHONHASHSEED": "4242424242"},
    "another locale and zone": {
        "PYTHONHASHSEED": "2",
        "LC_ALL": "C",
        "TZ": "America/New_York",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    },
    "without asserts": {"PYTHONHASHSEED": "3", "PYTHONOPTIMIZE": "2"},
}


def _told(world: str, start: int, folder: Path) -> str:
    program = PROGRAM.format(tests=str(HERE), start=start)
    env = {**os.environ, **WORLDS[world]}
    command = [sys.executable, "-c", program]
    return subprocess.run(command, env=env, cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("start", range(3))
def test_every_world_gives_the_same_output(start: int, tmp_path: Path) -> None:
    told = {world: _told(world, start, tmp_path) for world in WORLDS}
    assert len(set(told.values())) == 1, told
