"""Text becomes a tree: the one place where the parser is made and called.

Here lives the parser's setting. Here never lives a question to a tree.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

__all__ = ["tree_of"]

_PARSER = etree.HTMLParser(encoding="utf-8", huge_tree=True, collect_ids=False)


def tree_of(text: str | bytes) -> Any | None:
    """The tree of a page's text, or of its bytes in UTF-8; None where there is no element in it.

    Comments stay (the walk says what it dropped), entities are HTML's own, nothing is loaded from outside.
    """
    try:
        return etree.fromstring(text.encode("utf-8", "replace") if isinstance(text, str) else text, _PARSER)
    except etree.XMLSyntaxError:
        return None
