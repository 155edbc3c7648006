"""What decodes the cuts of a page: by what the whole page says of its encoding, or as the text that they come from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from newsclean.decode import Decoded, decode_slice
from newsclean.decode.told import Said, declared

__all__ = ["Reader", "of_page", "of_text"]

Reader: TypeAlias = Callable[[str], tuple[Decoded, bytes | None] | None]
"""Gives the text of a cut's characters, and it in UTF-8 where that is at hand; None where they are not all in the
encoding of the page."""


def of_page(data: bytes, content_type: str | None) -> Reader:
    """The reader for a page's bytes, which are cut as characters, one a byte; ``content_type`` is the HTTP header's
    value. What the page declares is looked for once, when the first cut is read."""
    said: list[Said] = []

    def read(part: str) -> tuple[Decoded, bytes | None] | None:
        if not said:
            said.append(declared(data, content_type))
        given = part.encode("latin-1")
        decoded = decode_slice(given, said[0])
        if decoded is None:
            return None
        return decoded, given if decoded.encoding == "utf-8" else None

    return read


def of_text(page: Decoded) -> Reader:
    """The reader for a text, whose cuts are told to be in the encoding that the whole was in. Half a surrogate pair,
    which UTF-8 has no bytes for, becomes a question mark."""

    def read(part: str) -> tuple[Decoded, bytes | None]:
        try:
            data = part.encode("utf-8")
        except UnicodeEncodeError:
            data = part.encode("utf-8", "replace")
            part = data.decode("utf-8")
        return page.__replace__(text=part), data

    return read
