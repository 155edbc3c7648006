"""Which addresses a rendering writes: those of the web that name a host, and those of mail."""

from __future__ import annotations

import re

from newsclean.blocks import Relative
from newsclean.hosts import is_web

__all__ = ["safe_href", "safe_src"]

_MAIL = re.compile(r"mailto:[^\s]", re.IGNORECASE)


def safe_href(href: str | None) -> str | None:
    """The address of a link, where it is http, https or mailto, or a fragment's own; else None."""
    return href if href is not None and (safe_src(href) or _MAIL.match(href)) else None


def safe_src(src: str | None) -> str | None:
    """The address of a picture, where it is http or https, or a fragment's own; else None."""
    return src if src is not None and (isinstance(src, Relative) or is_web(src)) else None
