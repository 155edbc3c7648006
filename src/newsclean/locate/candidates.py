"""Which elements of a page without a layout may be its body, the likeliest first.

Every container of the page is weighed (weights.py), and several voices point at one each: readability-lxml, the names
of editing systems' containers, what follows the headline, and what the page tells programs. A voice adds a little to
an element's score, so that none decides alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from newsclean.blocks import Value
from newsclean.locate.headline import is_shown, leads_away, shown_headline
from newsclean.locate.page import View
from newsclean.locate.weights import Weight, Weights
from newsclean.tree import Element

__all__ = ["SAYING", "Candidate", "Headline", "candidates", "ranking"]

Headline: TypeAlias = Callable[[], Element | None]

_VOICE = 0.05
"""What a voice adds to a score, as a share of it."""
_READ_MOST = 2_500
"""Elements of a page that readability is handed (the largest of 209 saved pages has 1,637): what it drops costs it the
square of the elements, and beyond this many some seconds."""
SAYING = 0.3
"""The share of the headline that a text says which is tried where the likeliest was refused."""
_TRIED = 3
"""Texts that are tried for saying the headline."""


class Candidate(Value):
    """A body to try where no layout fits: what it weighs, which voices point at it, and whether the page's headline
    tells that it is the article's."""

    body: Element
    weight: Weight
    voices: tuple[str, ...] = ()
    is_told: bool = False

    @property
    def score(self) -> float:
        """How likely it is the body, beside the others of its page."""
        return self.weight.score * (1 + _VOICE * len(self.voices))

    def note(self) -> str:
        """In words, why it was chosen."""
        body, weight = self.body, self.weight
        name = f"#{body.get('id')}" if body.get("id") else f".{(body.get('class') or '').partition(' ')[0]}"
        share = weight.prose / weight.size if weight.size else 0.0
        voices = f"; pointed at by {', '.join(self.voices)}" if self.voices else ""
        return (
            f"{body.tag}{name.rstrip('.')}: {share:.0%} of its {weight.size} characters are prose, "
            f"{weight.said:.0%} of the headline is said in it{voices}"
        )


def candidates(text: str, view: View, title: str | None, headline: Headline) -> Iterator[Candidate]:
    """The likeliest element; then those that follow the headline, and those that say it."""
    ranked, behind = ranking(text, view, title, headline)
    first = _innermost(ranked)
    if first is not None and first.score > 0:
        yield first
    told = [candidate for element in behind for candidate in ranked if candidate.body is element]
    saying = [candidate for candidate in ranked if candidate.weight.said >= SAYING and candidate.score > 0]
    tried = {first.weight} if first is not None else set()
    for candidate in (*told, *saying[:_TRIED]):
        if candidate.weight not in tried or (candidate.is_told and candidate is not first):
            tried.add(candidate.weight)
            yield candidate


def ranking(
    text: str, view: View, title: str | None, headline: Headline
) -> tuple[list[Candidate], list[Element]]:
    """Every candidate of a page, the likeliest first, and those elements that follow the headline."""
    shown = title if title and is_shown(view, title) else shown_headline(view)
    weights = Weights(view.rules, view.root, shown or "")
    heading = headline()
    behind = _behind(view, heading)
    voices = _voices(text, view, weights, behind)
    is_told = heading is not None and not leads_away(heading)
    found = dict(weights.containers())
    for element in behind:
        found.setdefault(element, weights.of(element))
    ranked = [
        Candidate(element, weight, tuple(voices.get(element, ())), is_told and element in behind)
        for element, weight in found.items()
    ]
    ranked.sort(key=_by_score)
    return ranked, behind


def _by_score(candidate: Candidate) -> float:
    return -candidate.score


def _innermost(ranked: list[Candidate]) -> Candidate | None:
    """The likeliest candidate; of boxes within each other that hold the same words, the innermost."""
    best: Candidate | None = None
    for candidate in ranked:
        if best is None or (
            candidate.score == best.score and any(up is best.body for up in candidate.body.iterancestors())
        ):
            best = candidate
        elif candidate.score < best.score:
            break
    return best


def _behind(view: View, heading: Element | None) -> list[Element]:
    """What follows the headline: the element around the first sentences, and the one that holds most."""
    from newsclean.locate.readability import find_body_behind, find_content_behind

    if heading is None:
        return []
    content = find_content_behind(view.rules, heading) if not leads_away(heading) else None
    found = [element for element in (find_body_behind(heading), content) if element is not None]
    return list(dict.fromkeys(found))


def _voices(text: str, view: View, weights: Weights, behind: list[Element]) -> dict[Element, list[str]]:
    """Which voices point at which elements."""
    from newsclean.locate.readability import find_body, find_told

    root = view.root
    named = [found.element for selector in view.rules.words.CONTAINERS for found in view.zone.all(selector)]
    marked = [*root.iterfind(".//*[@itemprop='articleBody']"), *root.iter("article")]
    pointed = find_body(text, root) if len(weights.elements) <= _READ_MOST else None
    told = find_told(root)
    voices: dict[Element, list[str]] = {}
    for name, elements in (
        ("readability", [pointed]),
        ("its name", [*named, *marked]),
        ("the headline", behind),
        ("the structured data", [told]),
    ):
        for element in dict.fromkeys(elements):
            if element is not None:
                voices.setdefault(element, []).append(name)
    return voices
