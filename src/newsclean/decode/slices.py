"""What decodes the cuts of a page: by what the whole page says of its encoding, or as the text that they come from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from newsclean.decode import Decoded, decode_slice
from newsclean.decode.told import Said, declared

__all__ = ["Reader", "of_page", "of_text"]

Reader: TypeAlias = Callable[[bytes], Decoded | None]
"""Gives the text of a cut's bytes; None where they are not all in the encoding of the page."""


def of_page(data: bytes, content_type: str | None) -> Reader:
    """The reader for a page's bytes; ``content_type`` is the HTTP header's value. What the page declares is looked for
    once, when the first cut is read."""
    said: list[Said] = []

    def read(part: bytes) -> Decoded | None:
        if not said:
            said.append(declared(data, content_type))
        return decode_slice(part, said[0])

    return read


def of_text(page: Decoded) -> Reader:
    """The reader for a text in UTF-8, which is told to be in the encoding that the whole was in."""
    return lambda part: page.__replace__(text=part.decode("utf-8"))
