"""Runs one target under atheris, with the arguments of libFuzzer: ``python fuzz/one.py TARGET [ARGUMENT ...]``."""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import atheris

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "tests")]

# What the targets reach, with what is loaded when it is first needed.
INSTRUMENTED = (
    "newsclean.batch.warc",
    "newsclean.documents",
    "newsclean.fetch.article_steps",
    "newsclean.fragments",
    "newsclean.parser",
    "newsclean.render",
)

with atheris.instrument_imports(include=["newsclean"]):
    for module in INSTRUMENTED:
        import_module(module)

import made_pages  # noqa: E402  # behind the instrumented imports
from mutations import TRAPS  # noqa: E402
from targets import TARGETS  # noqa: E402

SNIPPETS = [
    piece.encode("utf-8", "replace")
    for piece in (
        *made_pages.BLOCKS,
        *made_pages.INLINE,
        *made_pages.NOISE,
        *made_pages.LINES,
        *made_pages.SENTENCES,
        *made_pages.ODD,
        *made_pages.PICTURES,
    )
] + list(TRAPS)


def mutate(data: bytes, most: int, seed: int) -> bytes:
    """A page with a piece of a page put in before a tag, or taken out up to one, or changed as libFuzzer does."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    if chance.random() < 0.4:
        return bytes(atheris.Mutate(data, most))
    at = data.find(b"<", chance.randrange(len(data) + 1))
    at = len(data) if at < 0 else at
    if chance.random() < 0.3:
        end = data.find(b"<", at + 1 + chance.randrange(40))
        return data[:at] + (data[end:] if end >= 0 else b"")
    piece = chance.choice(SNIPPETS)
    if b"{}" in piece:
        end = data.find(b"<", at + 1 + chance.randrange(200))
        end = len(data) if end < 0 else end
        return (data[:at] + piece.replace(b"{}", data[at:end]) + data[end:])[:most]
    return (data[:at] + piece + data[at:])[:most]


def main(name: str, arguments: Sequence[str]) -> None:
    """Fuzz until libFuzzer ends the process."""
    target = TARGETS[name]

    def call(data: bytes) -> None:
        target.check(data)

    flags = [f"-max_len={target.most}", *arguments]
    extra = {"custom_mutator": mutate} if target.is_page else {}
    atheris.Setup([sys.argv[0], *flags], call, **extra)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
