"""The cleaner with the library's own rules, for tests that ask for no page around a body."""

from __future__ import annotations

from newsclean.blocks import Block
from newsclean.clean import Cleaned
from newsclean.clean import clean as clean_by
from newsclean.rules import default_rules
from newsclean.tree import Element

__all__ = ["clean"]


def clean(body: Element) -> tuple[tuple[Block, ...], Cleaned]:
    """The blocks of a body, and what was taken out of it."""
    return clean_by(default_rules(), body, base=None, title=None)
