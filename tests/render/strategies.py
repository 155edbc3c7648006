"""Arbitrary blocks and articles for the tests of the renderings, hostile strings among them. No test here."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from newsclean.article import Article
from newsclean.blocks import (
    Block,
    Cell,
    Evidence,
    Heading,
    Image,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Removal,
    Run,
    Symbol,
    Table,
    Video,
)
from newsclean.dates import BEIJING


def make(title: str | None, body: tuple[Block, ...] = (), **fields: Any) -> Article:
    """An article with what a test is about, and nothing else."""
    return Article(title=title, blocks=body, layout="news-2018", **fields)


HOSTILE = [
    "<script>alert(1)</script>",
    "</p><img src=x onerror=alert(1)>",
    '" onmouseover="x',
    "' onfocus='x",
    "javascript:alert(1)",
    "data:text/html,<b>",
    "&lt;&amp;&#123;",
    "{{ 7*7 }}{% raw %}",
    "--><!--",
    "]]>",
    "---",
    "涨“三成”",
    "（责任编辑）",
    "**",
    "1. ",
    "- ",
    "# #",
    "a|b",
    "\\",
    "[x](y)",
    "![",
    "  \n  ",
    "\u3000\u3000",
    "\xa0",
    "\ufeff",
    "\u2028",
    "😀",
    "0！",
    "1:30",
    "yes",
    "2022-01-20",
]

# Everything but surrogates, which no decoded page can hold.
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(HOSTILE)
texts = st.lists(words, max_size=3).map("".join)
addresses = (
    st.sampled_from(["https://a.cn/b?c=1&d=(2)", "HTTP://a.cn/<x>", "mailto:a@b.cn", "//a.cn", "/rel"])
    | st.sampled_from(HOSTILE)
    | texts.map("https://a.cn/".__add__)
    | texts
)
runs_one = st.builds(
    Run,
    text=texts,
    strong=st.booleans(),
    emphasis=st.booleans(),
    href=st.none() | addresses,
    script=st.sampled_from([None, None, "sub", "super"]),
)
runs = st.lists(runs_one, max_size=4).map(tuple)
sizes = st.none() | st.integers(0, 5000)
cells = st.builds(
    Cell, runs=runs, colspan=st.integers(-1, 4), rowspan=st.integers(-1, 4), header=st.booleans()
)
images = st.builds(
    Image,
    src=addresses,
    caption=st.none() | texts,
    alt=st.none() | texts,
    width=sizes,
    height=sizes,
)
blocks_one = st.one_of(
    st.builds(Paragraph, runs),
    st.builds(Heading, runs, st.integers(0, 9)),
    images,
    st.builds(
        ListBlock,
        st.lists(st.builds(ListItem, runs, st.integers(-1, 5), st.booleans()), max_size=5).map(tuple),
        st.booleans(),
    ),
    st.builds(Quote, st.lists(runs, max_size=3).map(tuple)),
    st.builds(
        Table,
        st.lists(st.lists(cells, max_size=3).map(tuple), max_size=4).map(tuple),
        st.integers(0, 3),
    ),
    st.builds(Video, st.none() | addresses, st.none() | texts),
)
blocks = st.lists(blocks_one, max_size=5).map(tuple)

_maybe = st.none() | texts
_many = st.lists(texts, max_size=3).map(tuple)
_times = st.none() | st.datetimes(
    datetime(2000, 1, 1), datetime(2030, 1, 1), timezones=st.sampled_from([BEIJING])
).map(lambda time: time - timedelta(microseconds=time.microsecond))
# What the front-matter reader can give; the reader takes other numbers for strings.
_plain = st.recursive(
    texts | st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.sampled_from([0.5, 1.0, -12.25]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=4,
)
FIELDS: dict[str, Any] = {
    "title": _maybe,
    "blocks": blocks,
    "layout": texts,
    "kind": st.sampled_from(["article", "video", "slides"]),
    **dict.fromkeys(("url", "doc_id", "original_title", "published_raw", "source", "source_url"), _maybe),
    **dict.fromkeys(("editor", "description", "lead_image", "comment_id", "mobile_url"), _maybe),
    **dict.fromkeys(("authors", "keywords", "channel", "warnings"), _many),
    **dict.fromkeys(("published_at", "modified_at"), _times),
    "symbols": st.lists(st.builds(Symbol, texts, texts, _maybe), max_size=2).map(tuple),
    "related": st.lists(st.builds(Link, texts, texts), max_size=2).map(tuple),
    "removals": st.lists(
        st.builds(Removal, texts, st.sampled_from(["start", "body", "end"]), texts, texts), max_size=2
    ).map(tuple),
    "evidence": st.lists(
        st.builds(Evidence, texts, st.none() | st.booleans(), st.floats(0, 1), texts), max_size=2
    ).map(tuple),
    "route": st.sampled_from(["window", "page", "document"]),
    "confidence": st.floats(0, 1),
    "extra": st.dictionaries(texts, _plain, max_size=3),
}
articles = st.builds(Article, **FIELDS)
