"""The frame of every report: one HTML page that needs nothing else, loads nothing, and runs nothing but its own script.

A content security policy allows the page's one style and one script by their hashes, and nothing else: no picture, no
font, no frame, no form, no style or script in an attribute. What comes from a page goes through :func:`text` or
:func:`link`, so that none of its markup is live.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from newsclean._version import __version__
from newsclean.language import Wording
from newsclean.render.safe import safe_src
from newsclean.report.facts import flat

__all__ = ["attributes", "link", "page", "text"]

_SHARED = ("report.css", "report.js")
"""What every report has, before its own files."""


def page(
    title: str, body: str, *, say: Wording, assets: Sequence[str] = (), footer: str = "", data: str = ""
) -> str:
    """A whole page, to be written as UTF-8.

    ``title`` is text; ``body`` and ``footer`` are HTML that is safe already. ``say`` has the language of the report's
    own words. ``assets`` are names of files of this package, ending in .css or .js, that follow those every report
    has. ``data``: attributes of the body element (see :func:`attributes`), texts for the script.
    """
    made = say("Made by newsclean {version}. This page loads nothing.", version=__version__)
    style, script = (_asset(tuple(assets), ending) for ending in (".css", ".js"))
    policy = "; ".join(
        [
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
        ]
    )
    return f"""<!doctype html>
<html lang="{_LANGUAGES[say.language]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{text(title)}</title>
<style>{style}</style>
</head>
<body{data}>
{body}
<footer>{footer}<p>{text(made)}</p></footer>
<script>{script}</script>
</body>
</html>
"""


def text(value: object) -> str:
    """A text as HTML: its signs escaped, control characters and those that turn the direction of text made spaces."""
    return escape(flat(str(value)))


def link(address: str | None, shown: str | None = None) -> str:
    """A link to an http(s) address, shown as itself or as a text; any other address, and None, as text alone."""
    safe = safe_src(address)
    said = text(shown if shown is not None else address or "")
    if safe is None:
        return said
    return f'<a href="{text(safe)}" rel="noreferrer noopener">{said}</a>'


def attributes(**values: str | int | bool | None) -> str:
    """Attributes as HTML with a space before each, values escaped; names with ``_`` for ``-`` (``class_`` is class).
    None and False are left out, True is a name alone.

    >>> attributes(class_="a", data_rule="x<y", open=True, id=None)
    ' class="a" data-rule="x&lt;y" open'
    """
    told = []
    for name, value in values.items():
        if value is None or value is False:
            continue
        name = name.rstrip("_").replace("_", "-")
        told.append(f" {name}" if value is True else f' {name}="{text(value)}"')
    return "".join(told)


_LANGUAGES = {"en": "en", "zh": "zh-CN"}


@cache
def _asset(names: tuple[str, ...], ending: str) -> str:
    """The files of one kind, as one text."""
    folder = files("newsclean.report")
    parts = [folder.joinpath(name).read_text("utf-8") for name in (*_SHARED, *names) if name.endswith(ending)]
    return "\n" + "\n".join(parts)


def _hash(content: str) -> str:
    """What a policy calls an element by: browsers hash its text as UTF-8."""
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode()
