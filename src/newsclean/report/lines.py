"""An explanation as plain lines, for files and pipes: what a terminal shows in colours (terminal.py), in its order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from newsclean.explaining import Explanation, Place
from newsclean.language import Wording, language, wording
from newsclean.report.facts import flat, standing_of
from newsclean.report.rows import rule_told
from newsclean.report.wording import (
    fields_told,
    idle_told,
    marks_told,
    miss_told,
    outcomes_told,
    pass_did,
    passes_told,
    short_path,
    signs_told,
    where_told,
)
from newsclean.rules import Rules, default_rules

__all__ = ["to_lines"]

_TEXT = 100
"""Characters of a part of the body that a line shows."""
_SIGNS = {True: "+", False: "-", None: "?"}


def to_lines(
    explanation: Explanation,
    *,
    rules: Rules | None = None,
    say: Wording | None = None,
    source: str = "",
    given: Sequence[str] = (),
) -> str:
    """How the page was read, what each value comes from, how sure the result is, the body as it was with everything
    that was removed, and the reasons. ``rules`` is the book that the page was read by (None: the library's own),
    ``say`` the language (None: the environment's), ``source`` what was read, ``given`` the rules of one's own in the
    book, as ``--rules`` names them."""
    say, book = say or wording(language()), rules or default_rules()
    return "\n".join(map(flat, _lines(explanation, book, say, given))) + "\n"


def _lines(explanation: Explanation, book: Rules, say: Wording, given: Sequence[str]) -> Iterator[str]:
    refused = explanation.refused
    if refused is not None:
        yield f"{say('No article:')} {refused.message} ({refused.kind})"
    for name, value in standing_of(explanation, say):
        yield f"{name}: {value}"
    yield from _metadata(explanation, say)
    yield from _layouts(explanation, say)
    yield from _passes(explanation, say)
    yield from _confidence(explanation, say)
    yield from _body(explanation.places, say)
    yield from _rules(explanation.places, book, say, given)
    if explanation.warnings:
        yield ""
        yield say("Warnings")
        yield from [f"  {warning}" for warning in explanation.warnings]


def _metadata(explanation: Explanation, say: Wording) -> Iterator[str]:
    if not explanation.provenance:
        return
    names = fields_told(say)
    yield ""
    yield say("Metadata and where it came from")
    for told in explanation.provenance:
        yield f"  {names[told.field]}: {told.value if told.value is not None else '-'}"
        if told.claim is not None:
            yield f"      <- {told.claim.by}  {short_path(told.claim.path)}"
        if told.agree:
            yield f"      {say('nodes that agree: {many}', many=len(told.agree))}"
        for claim in told.lost:
            yield f"      {say('lost')}: {claim.value}  <- {claim.by}  {short_path(claim.path)}"


def _layouts(explanation: Explanation, say: Wording) -> Iterator[str]:
    if not explanation.layouts:
        return
    yield ""
    yield say("Layouts that were tried")
    for tried in explanation.layouts:
        yield f"  {tried.name}: {miss_told(tried, say)}"
    if explanation.candidates:
        yield ""
        yield say("No layout fits: bodies that could be")
    for one in explanation.candidates:
        voices = f"  ({', '.join(one.voices)})" if one.voices else ""
        why = f": {one.why}" if one.why else ""
        yield f"  {one.score:8.2f}  {short_path(one.path)}{voices}  {outcomes_told(say)[one.outcome]}{why}"
        weight = say(
            "{prose} of {size} characters are prose", prose=f"{one.prose:,.0f}", size=f"{one.size:,}"
        )
        yield f"            {weight}; {say('{share} of the headline is said', share=f'{one.said:.0%}')}"


def _passes(explanation: Explanation, say: Wording) -> Iterator[str]:
    if not explanation.passes:
        return
    told = passes_told(say)
    yield ""
    yield say("What the cleaner did")
    for done in explanation.passes:
        if did := pass_did(done, say):
            yield f"  {done.name}: {did}"
            yield f"      {told.get(done.name, '')}"
    yield f"  {idle_told(explanation.passes, say)}"


def _confidence(explanation: Explanation, say: Wording) -> Iterator[str]:
    article = explanation.article
    if article is None:
        return
    names, marks = signs_told(say), marks_told(say)
    yield ""
    yield f"{say('confidence')} {article.confidence:.2f}"
    for one in article.evidence:
        note = f"  {one.note}" if one.note else ""
        name = names.get(one.name, one.name)
        yield f"  {_SIGNS[one.held]} {one.weight:.2f}  {name} ({one.name}): {marks[one.held]}{note}"


def _body(places: tuple[Place, ...], say: Wording) -> Iterator[str]:
    yield ""
    yield say("The body as it was")
    where = where_told(say)
    for is_noise, group in groupby(places, lambda place: place.noise):
        if is_noise:
            counted = Counter([place.rule or "" for place in group])
            told = ", ".join([f"{rule} × {many}" if many > 1 else rule for rule, many in counted.items()])
            yield f"  · {say('not seen by readers: {what}', what=told)}"
            continue
        for place in group:
            if place.block is not None:
                yield f"    {shortened(shown(place, say))}"
            else:
                yield f"  - {shortened(shown(place, say))}  [{place.rule}, {where[place.where]}, {place.path}]"


def _rules(places: tuple[Place, ...], book: Rules, say: Wording, given: Sequence[str]) -> Iterator[str]:
    counted = Counter([place.rule for place in places if place.rule is not None])
    yield ""
    yield say("removed {things} things by {rules} rules", things=counted.total(), rules=len(counted))
    for name, many in counted.most_common():
        told = rule_told(book, name, say, given)
        yield f"  {name} ({many}): {told.why}"
        yield f"      {told.command}"


def shown(place: Place, say: Wording) -> str:
    """What a line shows of a place: its text, else its pictures."""
    if place.text:
        return " ".join(place.text.split())
    pictures = [one.src for one in place.pictures]
    if not pictures and hasattr(place.block, "src"):
        pictures = [str(getattr(place.block, "src", ""))]
    names = ", ".join([src.partition("?")[0].rpartition("/")[2] for src in pictures])
    return f"{say('picture')}: {names}" if names else say("no text")


def shortened(words: str) -> str:
    """The first words of a text."""
    return words if len(words) <= _TEXT else words[: _TEXT - 1] + "…"
