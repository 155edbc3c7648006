"""Bytes that are no page at all: what they are instead, told by how they begin.

So a person who hands in the wrong file reads which format it is, and where there is a way to read it, which one.
"""

from __future__ import annotations

import re

from newsclean.lazy_regex import DeferredBytes

__all__ = ["beginning_of", "format_of"]

_HEAD = 4096
"""Bytes at the beginning in which a format is told."""
_TAGS_WITHIN = 65_536
"""Bytes in which a page has its first tag."""

# How binary formats begin, as file(1) tells them.
_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a RIFF file: a WebP picture, sound or a video"),
    (b"PK\x03\x04", "a ZIP archive, or an Office document or e-book, which are such archives"),
    (b"\xd0\xcf\x11\xe0", "an Office document of the old kind"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip file: unpack it first"),
    (b"BZh", "a bzip2 file: unpack it first"),
    (b"\xfd7zXZ", "an xz file: unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file: unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"bplist00", "a property list, as Safari's .webarchive is"),
    (b"PAR1", "a Parquet file: newsclean batch reads those with a column html"),
    (b"WARC/", "a WARC archive: newsclean batch reads it"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"ID3", "sound (MP3)"),
    (b"OggS", "sound or a video (Ogg)"),
    (b"fLaC", "sound (FLAC)"),
    (b"\x00\x00\x00", "a binary format, perhaps a video"),
)
_STARTS = tuple(start for start, _ in _MAGIC)

_FIRST = re.compile(rb"\S")
_SHOWN = re.compile(r"\S", re.ASCII)
_TAG = re.compile(rb"<\s*(?:!|[a-zA-Z?/])")
# The first element of XML that is no page. What may stand before it: a declaration, comments, a document type. They
# are atomic, for most pages begin with them as well, and none of them can be read in two ways.
_XML = DeferredBytes(
    rb"(?>(?:<\?[^>]{0,500}>|<!--(?s:.{0,2000}?)-->|<!DOCTYPE[^>]{0,500}>)\s*){0,20}"
    rb"<(rss|feed|rdf:RDF|urlset|sitemapindex|opml|svg)[\s>]"
)
_ROOTS = {
    b"rss": "an RSS feed: a list of articles; newsclean.clean_html cleans the HTML of an entry",
    b"feed": "an Atom feed: a list of articles; newsclean.clean_html cleans the HTML of an entry",
    b"rdf:RDF": "an RSS 1.0 feed: a list of articles; newsclean.clean_html cleans the HTML of an entry",
    b"urlset": "a sitemap: a list of addresses",
    b"sitemapindex": "a list of sitemaps",
    b"opml": "an OPML list of feeds",
    b"svg": "an SVG picture",
}
# A mail or a page saved with all its parts: lines of headers, one of them MIME's.
_MIME = rb"(?im)[a-z-]{2,40}:[ \t](?s:.{0,4000}?)^(?:mime-version:|content-type:[ \t]*multipart/)"
_FIRST_HEADER = rb"(?i)(?:mime-version:|content-type:[ \t]*multipart/)"
# A line of names between separators, then a line that has the same separator before any tag.
_CELL = rb"\"?[\w\x80-\xff .-]{1,60}\"?"
_TABLE = rb"%b(?:([,;\t])%b)(?:\1%b){0,200}\r?\n[^<\n]{0,2000}\1" % (_CELL, _CELL, _CELL)
# An assignment or a call, of which JSONP is one.
_SCRIPT = (
    rb"(?s:(?:/\*.{0,400}?\*/\s*)?(?:try\s*\{\s*)?(?:(?:var|let|const)\s+)?"
    rb"[A-Za-z_$][\w.$\[\]]{0,80}\s*(?:=\s*[\[{\"'(]|\(\s*[\[{\"']))"
)
_CONTROLS = rb"[\x00-\x08\x0e-\x1a]"
_ADDRESS = rb"(?i)(?:https?:)?//\S{1,4000}"
_NAME = rb"[^\s<>][^\n<>]{0,1000}\.[A-Za-z][A-Za-z0-9]{0,9}"


def format_of(data: bytes) -> str | None:
    """What bytes that are no HTML are, to stand behind "it is"; None for bytes that may be a page.

    ``data`` is the whole input, and not empty. Only its beginning is read, and where it may be JSON all of it.
    """
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data.startswith(_STARTS):
        return next(name for start, name in _MAGIC if data.startswith(start))
    first = _FIRST.search(data)
    begin = first.start() if first else 0
    if data.startswith(b"<", begin):
        root = _XML.match(data, begin, begin + _HEAD)
        return _ROOTS[root[1]] if root else None
    head = data[begin : begin + _HEAD]
    told = _text_format(data, head)
    if told is not None:
        return told
    return None if _TAG.search(data[:_TAGS_WITHIN]) else _no_tags(head)


def beginning_of(text: str) -> bytes:
    """The bytes of a text that :func:`format_of` reads of it: few where a tag begins it."""
    first = _SHOWN.search(text, len("\ufeff") if text.startswith("\ufeff") else 0)
    if first and first[0] == "<":
        text = text[first.start() : first.start() + _HEAD]
    return text.encode("utf-8", "replace")


def _text_format(data: bytes, head: bytes) -> str | None:
    """The format of a text that may have HTML in it and is none."""
    if head[:1] in (b"{", b"["):
        return _json_format(data)
    if re.match(_FIRST_HEADER, head) or re.match(_MIME, head):
        return "a MIME message: an e-mail, or a page saved as .mhtml with all its parts"
    if re.match(_TABLE, head):
        return "a table of values (CSV): newsclean batch reads .jsonl and .parquet with html and url"
    return "a script" if re.match(_SCRIPT, head) else None


def _json_format(data: bytes) -> str | None:
    import json

    try:
        json.loads(data)
    except RecursionError:
        return "JSON, nested too deeply to be read"
    except ValueError:
        return (
            "JSON lines: newsclean batch reads them" if _is_object(data.lstrip().split(b"\n", 1)[0]) else None
        )
    return "JSON"


def _is_object(line: bytes) -> bool:
    import json

    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and bool(found)


def _no_tags(head: bytes) -> str:
    """What bytes without any tag are; ``head`` is their beginning."""
    if re.search(_CONTROLS, head):
        return "a binary format, or text in an encoding that was not recognised"
    lines = head.split()
    if re.fullmatch(_ADDRESS, head.rstrip()):
        return "an address, and parsing fetches none: newsclean.read(url) does"
    if lines and all(re.fullmatch(_ADDRESS, line) for line in lines[:3]):
        return "a list of addresses: newsclean batch reads it"
    if re.fullmatch(_NAME, head.rstrip()):
        return "the name of a file, and a str is a page's text: newsclean.parse(pathlib.Path(name)) reads the file"
    return "text, and there is no HTML tag in it"
