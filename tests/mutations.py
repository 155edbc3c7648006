"""Changed pages: small edits of a page's bytes that would mislead a reader of bytes who is not careful.

The edits are strategies of hypothesis. What a changed page should give is not written down anywhere: a test compares
the window's article with that of the whole page.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import strategies as st

__all__ = ["TRAPS", "Edit", "edited", "edits", "foreign"]

Edit = tuple[str, int, int]  # the name of an edit, the place it counts from, and a choice inside it

_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[\w:-]+(?:\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'))?)*)\s*>")
_ATTRIBUTE = re.compile(rb"([\w:-]+)(?:\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'))?")
_MARKERS = re.compile(
    rb"artibodyTitle|artibody|blkBreadcrumb|blkContainerSblkCon|blkContainer|path-search|channel-logo|channel-path|main-title"
    rb"|article-bottom|art_keywords|art_content|art_box|publish_helper_end|page-header|articalTitle|sina_keyword_ad_area2"
)
TRAPS = (
    b'<!-- <div id="artibody"><p>no</p></div> -->',
    b'<!-- <div class="path-search"><h1>no</h1> -->',
    b"<!-->",
    b"<!--->",
    b"<!-- never closed but for this --!>",
    b'<script>document.write(\'<div id="artibody" class="article"><p>no</p>\')</script>',
    b"<script>document.write('<script src=x><\\/script>')</script>",
    b"<script><!-- document.write('<script></script>') --></script>",
    b"<script><!--\nvar a = 1 < 2;\n//--></script>",
    b'<script src="x.js"/>',
    b"<script>a</scriptx></script>",
    b"<SCRIPT>if (a<b) {}</Script>",
    b"<style>.a{content:'</p>'}</style>",
    b'<textarea><div id="artibody"><p>no</p></textarea>',
    b"<textarea>",
    b"<xmp><p>no</p></xmp>",
    b"<iframe><p>no</p></iframe>",
    b'<noframes><div class="path-search"></noframes>',
    b"<plaintext>",
    b"</html>",
    b"</body>",
    b"</table>",
    b"</td>",
    b"</div>",
    b"<table><tr><td>",
    b'<meta name="publishid" content="zzzzzzz0000000">',
    b'<script>document.write(\'<meta name="keywords" content="no">\')</script>',
    b'<div title=\'<div class="path-search"><div id="artibody">\'>no</div>',
    b'<a title="a > b <!-- c">no</a>',
    b'<a href="/x" <b>no</b>',
    b'<p title="never closed>',
    b'<h1 class="main-title">no</h1>',
    b'<div id="artibody"></div>',
    b'<div id="article"><p>no</p></div>',
    b"<?php echo '<p>' ?>",
    b"<![CDATA[ <p> ]]>",
    b"&lt;div id=&quot;artibody&quot;&gt;",
    b"\x00",
    b"\xff\xfe",
)


def _place(data: bytes, at: int, pattern: re.Pattern[bytes]) -> re.Match[bytes] | None:
    """The first match behind a place, from the front again where there is none."""
    return pattern.search(data, at % (len(data) or 1)) or pattern.search(data)


def _insert(data: bytes, at: int, choice: int) -> bytes:
    tag = _place(data, at, _TAG)
    position = tag.start() if tag else 0
    return data[:position] + TRAPS[choice % len(TRAPS)] + data[position:]


def _insert_before_marker(data: bytes, at: int, choice: int) -> bytes:
    marker = _place(data, at, _MARKERS)
    position = data.rfind(b"<", 0, marker.start()) if marker else 0
    position = max(position, 0)
    return data[:position] + TRAPS[choice % len(TRAPS)] + data[position:]


def _without(data: bytes, at: int, choice: int) -> bytes:
    tag = _place(data, at, _TAG)
    return data[: tag.start()] + data[tag.end() :] if tag else data


def _without_end_tags(data: bytes, at: int, choice: int) -> bytes:
    name = (b"div", b"p", b"script", b"h1", b"title", b"head", b"body", b"ul")[choice % 8]
    start = at % (len(data) or 1)
    return data[:start] + data[start:].replace(b"</" + name + b">", b"")


def _doubled(data: bytes, at: int, choice: int) -> bytes:
    tag = _place(data, at, _TAG)
    return data[: tag.end()] + tag[0] + data[tag.end() :] if tag else data


def _without_marker(data: bytes, at: int, choice: int) -> bytes:
    marker = _place(data, at, _MARKERS)
    return data[: marker.start()] + b"zz" + data[marker.end() :] if marker else data


def _doubled_marker(data: bytes, at: int, choice: int) -> bytes:
    marker, tag = _place(data, at, _MARKERS), _place(data, choice * 97, _TAG)
    if not marker or not tag:
        return data
    kind = b"id" if choice % 2 else b"class"
    return data[: tag.start()] + b'<div %b="%b">x</div>' % (kind, marker[0]) + data[tag.start() :]


def _rewritten(data: bytes, at: int, choice: int) -> bytes:
    """Every tag behind a place with its attributes turned round, requoted, or in capitals."""

    def rewrite(tag: re.Match[bytes]) -> bytes:
        if tag[1]:
            return b"</" + (tag[2].upper() if choice % 2 else tag[2]) + b">"
        name = tag[2].upper() if choice % 2 else tag[2]
        attributes = [_attribute(match, choice) for match in _ATTRIBUTE.finditer(tag[3])]
        if choice & 4:
            attributes.reverse()
        return b"<" + b" ".join([name, *attributes]) + b">"

    start = at % (len(data) or 1)
    return data[:start] + _TAG.sub(rewrite, data[start : start + 40_000]) + data[start + 40_000 :]


def _attribute(match: re.Match[bytes], choice: int) -> bytes:
    name = match[1].upper() if choice & 8 else match[1]
    value = match[2] if match[2] is not None else match[3]
    if value is None:
        return name
    if choice & 2 and b"'" not in value:
        return name + b" = '" + value + b"'"
    if choice & 16 and re.fullmatch(rb"[\w#.-]+", value):
        return name + b"=" + value
    return name + b'="' + value + b'"' if b'"' not in value else name + b"='" + value + b"'"


def _cut_short(data: bytes, at: int, choice: int) -> bytes:
    return data[: max(at % (len(data) or 1), 2_000)]


_EDITS: dict[str, Callable[[bytes, int, int], bytes]] = {
    "insert": _insert,
    "insert before a marker": _insert_before_marker,
    "take a tag out": _without,
    "take end tags out": _without_end_tags,
    "double a tag": _doubled,
    "take a marker out": _without_marker,
    "double a marker": _doubled_marker,
    "rewrite tags": _rewritten,
    "cut short": _cut_short,
}


def edits() -> st.SearchStrategy[list[Edit]]:
    """One to five edits."""
    one = st.tuples(st.sampled_from(sorted(_EDITS)), st.integers(0, 60_000), st.integers(0, 1_000))
    return st.lists(one, min_size=1, max_size=5)


def edited(data: bytes, changes: list[Edit]) -> bytes:
    """The page after its edits."""
    for name, at, choice in changes:
        data = _EDITS[name](data, at, choice)
    return data


def foreign(text: str) -> bytes:
    """A text in GB18030, with words between its tags whose trail bytes look like letters and brackets."""
    words = "".join(
        [
            bytes((lead, trail)).decode("gb18030")
            for lead in (0x81, 0x9F, 0xE0)
            for trail in b"a|~{}[]@Zz\\^_`"
        ]
    )
    return re.sub(r"(<(?:div|p|h1|h2|span)\b)", lambda tag: words + tag[1], text, count=60).encode("gb18030")
