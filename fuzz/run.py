"""Fuzzes the targets one after the other, from their seeds, and tells executions and what was found.

    python fuzz/run.py SECONDS [SEED] [TARGET ...]

SECONDS are shared by the targets, the time in which each is loaded among them; SEED (1) is libFuzzer's. Inputs that
reach something new are kept in ``.fuzz-corpus/TARGET`` where that folder is there, so that longer runs go on from each
other; else they are forgotten.
An input that breaks a promise is written to ``fuzz/found/TARGET-…``, and the exit code is 1.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "tests")]
KEPT = HERE.parent / ".fuzz-corpus"
FOUND = HERE / "found"
SLOWEST = 20  # seconds that one input may take
MOST_MEMORY = 3_000  # MB
_SHORTEST = 3  # seconds that a target has at least
_NOISE = ("INFO: Instrumenting", "#")  # lines about the fuzzer's own progress
_MOST_SAID = 4_000  # characters of what a target said when it broke


def main(words: list[str]) -> int:
    """Print a line for each target; 1 where something was found."""
    if find_spec("atheris") is None:
        print(
            f"skipped: there is no atheris for Python {sys.version_info.major}.{sys.version_info.minor} "
            "in this environment"
        )
        return 0
    from targets import TARGETS

    seconds = float(words[0])
    seed = int(words[1]) if len(words) > 1 else 1
    names = words[2:] or [name for name, target in TARGETS.items() if not target.when_named]
    failed, beside, began = 0, 0.0, time.monotonic()
    for number, name in enumerate(names):
        started = time.monotonic()
        share = (seconds - (started - began)) / (len(names) - number)
        turn = max(_SHORTEST, round(share - beside))
        failed += _fuzz(name, turn, seed)
        beside = time.monotonic() - started - turn
    return min(failed, 1)


def _fuzz(name: str, seconds: int, seed: int) -> bool:
    """Fuzz one target; whether something was found."""
    from targets import TARGETS

    FOUND.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        corpus = KEPT / name if KEPT.is_dir() else Path(scratch) / "corpus"
        corpus.mkdir(exist_ok=True)
        seeds = Path(scratch) / "seeds"
        seeds.mkdir()
        for number, content in enumerate(_seeds(name)):
            (seeds / str(number)).write_bytes(content)
        words = Path(scratch) / "words"
        words.write_text(
            "# words\n" + "".join(f'"{_escaped(word)}"\n' for word in TARGETS[name].words), "ascii"
        )
        command = [
            *(sys.executable, str(HERE / "one.py"), name, f"-max_total_time={seconds}", f"-seed={seed}"),
            *(f"-timeout={SLOWEST}", f"-rss_limit_mb={MOST_MEMORY}", "-print_final_stats=1"),
            *([f"-dict={words}"] if TARGETS[name].words else []),
            *(f"-artifact_prefix={FOUND}/{name}-", str(corpus), str(seeds)),
        ]
        environment = {**os.environ, "PYTHONHASHSEED": "0"}  # the same seed makes the same inputs
        done = subprocess.run(command, capture_output=True, check=False, env=environment)  # noqa: S603  # our own script
    said = done.stderr.decode("utf-8", "replace") + done.stdout.decode("utf-8", "replace")
    counted = re.search(r"stat::number_of_executed_units:\s*(\d+)", said)
    reached = re.findall(r"cov: (\d+)", said)
    print(
        f"{name:12} {int(counted[1]) if counted else 0:9,} executions, {reached[-1] if reached else '0':>6} edges, "
        f"{'FOUND SOMETHING' if done.returncode else 'nothing found'}",
        flush=True,
    )
    if done.returncode:
        lines = [line for line in said.splitlines() if not line.startswith(_NOISE)]
        print("\n".join(lines)[-_MOST_SAID:], flush=True)
    return done.returncode != 0


def _seeds(name: str) -> Iterator[bytes]:
    """The seeds of a target: its own, and for those that read pages the smaller fixtures."""
    from fixtures import FIXTURES
    from targets import TARGETS

    folder = HERE / "seeds" / name
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        yield path.read_bytes()
    for fixture in FIXTURES if TARGETS[name].is_page else ():
        if len(fixture.content) <= TARGETS[name].most:
            yield fixture.content


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
