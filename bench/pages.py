"""The pages that are measured, and how a text for one of them is scored.

They are the full pages of the corpus beside the checkout. Where there is none, fixtures are taken and padded to the
size of real pages, so that ratios mean something.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

__all__ = ["Sample", "documents", "f1", "samples"]

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared/corpus"
FULL = 20_000  # bytes; smaller files of the corpus are fragments of pages
_GROWN = 160_000  # bytes that a fixture is padded to, the usual size of a saved page
# White space, and what shows as nothing; neither counts in a score.
_SPACE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")
# A piece of page chrome, repeated to pad a fixture: links, a script, a comment.
_BAR = (
    '<div class="bar"><ul class="clearfix"><li class="item"><a href="https://news.sina.com.cn/c/2020-01-01/x.shtml" '
    'target="_blank">又一条栏目链接</a></li></ul><script>var bar = {"list": ["<p>", 1, 2]};</script><!-- b --></div>\n'
)


class Sample(NamedTuple):
    """A page and the lines of its body. A text is scored the same with and without the ``neutral`` lines."""

    name: str
    data: bytes
    lines: list[str]
    neutral: list[str]


def samples() -> list[Sample]:
    """The corpus's full article pages, else one padded fixture of each layout."""
    return _saved() or _grown()


def documents() -> list[tuple[str, bytes]]:
    """Front-matter documents with bodies of HTML, as feeds give them, by name: the corpus's, else the fixtures'."""
    found = sorted(CORPUS.glob("pages/doc-*.md"))
    if found:
        return [(path.stem, path.read_bytes()) for path in found]
    fixtures = sorted((ROOT / "tests/fixtures").glob("front-matter--*/page.md"))
    return [(path.parent.name.removeprefix("front-matter--"), path.read_bytes()) for path in fixtures]


def _saved() -> list[Sample]:
    found = []
    for path in sorted(CORPUS.glob("*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        data = (CORPUS / gold["file"]).read_bytes()
        if gold["kind"] == "article" and gold["file"].endswith(".html") and len(data) > FULL:
            found.append(
                Sample(
                    path.name.removesuffix(".gold.json"), data, gold["paragraphs"], gold.get("neutral", [])
                )
            )
    return found


def _grown() -> list[Sample]:
    layouts: dict[str, Sample] = {}
    for folder in sorted((ROOT / "tests/fixtures").iterdir()):
        page = folder / "page.html"
        expected = json.loads((folder / "expected.json").read_text("utf-8"))
        layout = folder.name.split("--")[0]
        if page.exists() and layout not in layouts and expected.get("lines"):
            layouts[layout] = Sample(layout, _grow(page.read_bytes()), expected["lines"], [])
    return list(layouts.values())


def _grow(data: bytes) -> bytes:
    """The page with bars of links and scripts around its content, a third of them before it, as on saved pages."""
    low = data.lower()
    start, end = low.find(b">", low.find(b"<body")) + 1, low.rfind(b"</body")
    if start <= 0 or end < start:
        return data
    try:
        data.decode("utf-8")
        bar = _BAR.encode()
    except UnicodeDecodeError:
        bar = _BAR.encode("gb18030")
    count = _GROWN // len(bar)
    return data[:start] + bar * (count // 3) + data[start:end] + bar * (count - count // 3) + data[end:]


def f1(sample: Sample, text: str) -> float:
    """The F1 score of a text (0 to 1), over runs of four characters; white space and neutral lines do not count."""
    want, have = (_grams(_without(string, sample.neutral)) for string in ("".join(sample.lines), text))
    hit = sum((want & have).values())
    return 2 * hit / (sum(want.values()) + sum(have.values())) if hit else 0.0


def _without(text: str, neutral: Sequence[str]) -> str:
    text = _squeezed(text)
    for line in sorted(map(_squeezed, neutral), key=len, reverse=True):
        text = text.replace(line, "") if line else text
    return text


def _squeezed(text: str) -> str:
    return _SPACE.sub("", unicodedata.normalize("NFC", text))


def _grams(text: str) -> Counter[str]:
    return Counter([text[at : at + 4] for at in range(max(len(text) - 3, 1))])
