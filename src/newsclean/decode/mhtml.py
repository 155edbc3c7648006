"""Pages saved with all their parts (.mhtml, .mht): the page itself, out of the message that holds it (RFC 2557)."""

from __future__ import annotations

import re

from newsclean.blocks import Value

__all__ = ["Saved", "is_mhtml", "page_in"]

_HEADERS = re.compile(rb"(?i)(?:[a-z-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){1,60}\r?\n")
_MULTIPART = re.compile(rb"(?im)^content-type:\s*multipart/related")


class Saved(Value):
    """A page out of a message: its bytes as they were served, the type it was served with, its address (None: the
    message does not say)."""

    content: bytes
    content_type: str | None = None
    url: str | None = None


def is_mhtml(data: bytes) -> bool:
    """Whether bytes are a page saved with its parts."""
    head = _HEADERS.match(data[:65_536].lstrip())
    return head is not None and _MULTIPART.search(head[0]) is not None


def page_in(data: bytes) -> Saved | None:
    """The page of a message: its first part that is HTML; None where none is."""
    from email import policy
    from email.parser import BytesParser

    message = BytesParser(policy=policy.compat32).parsebytes(data.lstrip())
    told = message.get("Snapshot-Content-Location") or message.get("Content-Location")
    for part in message.walk():
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        content = part.get_payload(decode=True)
        if isinstance(content, bytes):
            where = part.get("Content-Location") or told
            url = (
                str(where).strip()
                if where and str(where).lower().startswith(("http://", "https://"))
                else None
            )
            charset = part.get_content_charset()
            kind = f"text/html; charset={charset}" if charset else None
            return Saved(content, kind, url)
    return None
