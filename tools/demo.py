"""What ``make demo`` shows: one bundled page, its article as Markdown with metadata, and what was removed from it."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import newsclean

# The metadata that is shown, in this order.
FIELDS = (
    "layout",
    "published_at",
    "source",
    "authors",
    "editor",
    "channel",
    "keywords",
    "doc_id",
    "symbols",
    "lead_image",
    "confidence",
)


def shown(value: object) -> str:
    """A field's value as a person would write it."""
    if isinstance(value, tuple):
        return "、".join(map(shown, value)) or "—"
    if isinstance(value, newsclean.Symbol):
        return f"{value.name or ''}({value.market}{value.code})"
    return "—" if value is None else str(value)


def main(path: str) -> None:
    """Parse the page at ``path`` and print it."""
    page = Path(path).read_bytes()
    article = newsclean.parse(page)
    width = max(map(len, FIELDS))
    for name in FIELDS:
        print(f"{name:<{width}}  {shown(getattr(article, name))}")
    print(f"\n{article.markdown}\n")
    rules = Counter(removal.rule for removal in article.removals)
    counts = ", ".join(f"{rule} {count}" for rule, count in rules.most_common())
    print(
        f"{len(page):,} bytes in, {len(article.text):,} characters of text out; "
        f"{len(article.removals)} things removed by {len(rules)} rules: {counts}"
    )


if __name__ == "__main__":
    main(sys.argv[1])
