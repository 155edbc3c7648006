"""Feeds (RSS and Atom files): each entry is an article, made of the HTML that the feed carries.

An entry travels as a front-matter document, so that it is read and cleaned as any mirror of a feed is. Its link is
pulled only where that is asked for.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from html import escape
from typing import Any

from newsclean.batch.optional import need
from newsclean.batch.records import Record
from newsclean.tree import visible

__all__ = ["FEEDS", "is_feed", "read_feed"]

FEEDS = (".rss", ".atom", ".xml")
"""Suffixes of files that may be feeds."""

_ROOTS = (b"<rss", b"<feed", b"<rdf:rdf")
_LOOKED_AT = 4096
"""Bytes in which a feed has its root."""


def is_feed(beginning: bytes) -> bool:
    """Whether a file that begins so is a feed."""
    head = beginning[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith(b"<") and any(root in head for root in _ROOTS) and b"<html" not in head


def read_feed(path: str, *, follow: bool) -> Iterator[Record]:
    """The entries of a feed, each named ``file#id``. With ``follow`` each is an address to pull; without it, what the
    feed carries of it. Raises MissingExtra where feedparser is not there."""
    parse = need("feedparser", "feeds").parse
    with open(path, "rb") as stream:
        data = stream.read()
    # A stream, for a text could be taken for an address; nothing is made safe, for the cleaner does that.
    feed = parse(io.BytesIO(data), sanitize_html=False)
    if not feed.entries:
        yield Record(input=path, error=("empty", "the feed has no entries"), size=len(data))
    size = len(data) // max(1, len(feed.entries))
    for number, entry in enumerate(feed.entries):
        name = f"{path}#{entry.get('id') or entry.get('link') or number}"
        yield _record(entry, name, feed.feed.get("title"), size, follow=follow)


def _record(entry: Any, name: str, feed: str | None, size: int, *, follow: bool) -> Record:
    link = entry.get("link") or None
    if follow and link:
        return Record(input=link, url=link, size=size)
    body = _html_of(entry)
    if body is None:
        why = "the entry carries no text" + ("; --follow pulls its link" if link else "")
        return Record(input=name, url=link, error=("empty", why), size=size)
    head = {key: value for key, value in _head_of(entry, feed).items() if value}
    written = visible(json.dumps(head, ensure_ascii=False))  # JSON is YAML
    return Record(input=name, url=link, content=f"---\n{written}\n---\n<div>\n{body}\n</div>\n", size=size)


def _html_of(entry: Any) -> str | None:
    """The HTML of an entry: its content, else its summary; None where it has neither."""
    parts = [*entry.get("content", ()), *([entry.summary_detail] if entry.get("summary_detail") else [])]
    told = [part for part in parts if (part.get("value") or "").strip()]
    best = max(told, key=lambda part: len(part["value"]), default=None)
    if best is None:
        return None
    text = str(best["value"])
    if best.get("type") == "text/plain" and "<" not in text:
        return "".join([f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip()])
    return text


def _head_of(entry: Any, feed: str | None) -> dict[str, Any]:
    """What the feed says of an entry, under the keys of a document's head."""
    published = entry.get("published")
    updated = entry["updated"] if "updated" in entry else None  # noqa: SIM401 - get gives the other for want of it
    return {
        "title": entry.get("title"),
        "date": published or updated,
        "updated": updated if published else None,
        "source": (entry.get("source") or {}).get("title") or feed,
        "author": [author["name"] for author in entry.get("authors", ()) if author.get("name")],
        "tags": [tag["term"] for tag in entry.get("tags", ()) if tag.get("term")],
    }
