"""The facts that a report tells, in their order and as words. All forms of it take them from here, so that they say
the same.
"""

from __future__ import annotations

from newsclean.explaining import Explanation
from newsclean.language import Wording
from newsclean.report.wording import routes_told

__all__ = ["flat", "standing_of"]


def standing_of(explanation: Explanation, say: Wording) -> list[tuple[str, str]]:
    """How the page was read: its layout, which part of it was parsed, its encoding; what is known of it."""
    routes, article = routes_told(say), explanation.article
    told = [(say("layout"), article.layout)] if article is not None else []
    if explanation.route:
        told.append((say("route"), f"{explanation.route}: {routes[explanation.route]}"))
    if explanation.encoding:
        known = say(
            "{encoding}, known from {place}", encoding=explanation.encoding, place=explanation.encoding_from
        )
        told.append((say("encoding"), known))
    return told


def flat(text: str) -> str:
    """The text on one line, with spaces for control characters: a page's text must not steer a terminal."""
    return "".join([char if char.isprintable() else " " for char in text]).rstrip()
