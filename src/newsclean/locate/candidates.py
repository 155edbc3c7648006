"""Which elements of a page without a layout may be its body, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from newsclean.blocks import Value
from newsclean.locate.headline import leads_away
from newsclean.locate.page import View
from newsclean.tree import Element

__all__ = ["Candidate", "Headline", "candidates"]

Headline: TypeAlias = Callable[[], Element | None]


class Candidate(Value):
    """A body to try where no layout fits, and whether the page's headline tells that it is the article's."""

    body: Element
    is_told: bool


def candidates(text: str, view: View, headline: Headline) -> Iterator[Candidate]:
    """What readability points to in a page's text, then what follows the headline."""
    from newsclean.locate.readability import find_body, find_body_behind, find_content_behind

    body = find_body(text, view.root)
    if body is not None:
        yield Candidate(body, False)
    heading = headline()
    if heading is None:
        return
    is_told = not leads_away(heading)
    behind = find_body_behind(heading)
    if behind is not None:
        yield Candidate(behind, is_told)
    content = find_content_behind(view.rules, heading) if is_told else None
    if content is not None and content is not behind:
        yield Candidate(content, True)
