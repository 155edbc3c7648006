"""The medium's name: in a credit line, in a bracket behind the last sentence, and without what pages write around it.

Beside a medium stand its label, its writer, its account and those it compiled; the forms of all of them stand in
rules/labels.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsclean.metadata.credits import Segment, edges, is_credit, segments
from newsclean.rules import Rules
from newsclean.rules.forms import captured
from newsclean.rules.needs import shortest
from newsclean.rules.sieve import holds
from newsclean.rules.signs import in_signs

__all__ = ["clean_source", "source_of"]

_MEDIUM_MOST = 40
"""Characters of a medium's name in a line of the body."""

_BRACKET_MOST = _MEDIUM_MOST + 10
"""Characters of the last line that are looked at from behind: a medium's name, its label and its bracket."""

_SOURCE_MOST = 60
"""Characters of what is taken for a medium's name; what is longer is a sentence."""

_OPENERS = ("（", "(")
_CLOSERS = ("）", ")")


def source_of(rules: Rules, lines: Sequence[str], taken: Iterable[str] = ()) -> str | None:
    """The medium that a credit line names beside others (作者：甲 来源：X), or that a bracket behind the last sentence
    does; None where nothing does. A line that holds nothing but a source is one of the rules' lines, not looked at
    here. ``taken`` are the credit lines that were taken out of the body."""
    for line in taken:
        if _may_be_sourced(rules, line) and (source := _source_in(rules, segments(rules, line))):
            return source
    (first,), (last,) = edges(rules, lines, (3,), (3,))
    for line in (*lines[:first], *lines[-last:]):
        if source := _source_beside(rules, line):
            return source
    for line in lines[-2:]:
        end = line[-_BRACKET_MOST:]
        match = rules.asks.sourced_end.search(in_signs(end)) if _may_be_sourced(rules, end) else None
        if match and match.lastgroup:
            return clean_source(rules, end[slice(*match.span(match.lastgroup))])
    return None


def _may_be_sourced(rules: Rules, line: str) -> bool:
    """Whether a line holds the label of a source at all."""
    return holds(line, rules.made(_source_labels))


def _source_labels(rules: Rules) -> tuple[str, ...]:
    """The labels of a source that every other holds."""
    return shortest(rules.words.SOURCES)


def _source_beside(rules: Rules, line: str) -> str | None:
    """The medium in a credit line that says more than that."""
    if not _may_be_sourced(rules, line) or not is_credit(rules, line):
        return None
    parts = segments(rules, line)
    return _source_in(rules, parts) if len(parts) > 1 else None


def _source_in(rules: Rules, parts: Iterable[Segment]) -> str | None:
    for part in parts:
        named = part.role == "source" and 2 <= len(part.value) <= _MEDIUM_MOST
        source = clean_source(rules, part.value) if named else None
        if source:
            return source
    return None


def clean_source(rules: Rules, text: str) -> str | None:
    """A medium's name: without the label before it and the writer behind it; None for an address or nothing.

    >>> from newsclean.rules import default_rules
    >>> clean_source(default_rules(), "来源：某某晚报 文/张三")
    '某某晚报'
    """
    text = _named(rules, _without_label(rules, text))
    if not text or len(text) > _SOURCE_MOST or rules.asks.no_medium.match(text):
        return None
    return text


def _without_label(rules: Rules, text: str) -> str:
    text = text.strip()
    label = rules.asks.source_label.match(text)
    return " ".join(text[label.end() :].split() if label else text.split())


def _named(rules: Rules, text: str) -> str:
    """A medium's name without what stands behind it: the card of a microblog, a writer, an account, other media that
    it compiled; and without the brackets around it."""
    if holds(text, rules.words.CARDS):
        text = rules.asks.card_behind.sub("", text)
    if len(text) <= _SOURCE_MOST and rules.asks.writer_behind.search(text):
        text = _without_writer(rules, text)
    if holds(text, rules.words.COMPILED):
        compiled = rules.asks.compiled_behind.match(text)
        text = captured(compiled).get("source", text) if compiled else text
    if text.endswith(_CLOSERS):
        text = rules.asks.account_behind.sub("", text)
    text = text.strip(" :：|｜[]【】　")
    if text.startswith(_OPENERS) and text.endswith(_CLOSERS):
        text = text[1:-1].strip()
    if not text.endswith(_CLOSERS) or not holds(text, _OPENERS):
        text = text.strip("()（） ")
    return text


def _without_writer(rules: Rules, text: str) -> str:
    author = rules.asks.author_behind.search(text)
    if author:
        text = text[: author.start()]
    # A label with a space for its sign counts behind another label alone: the medium gets one.
    parts = segments(rules, f"{rules.words.SOURCES[0]}：{text}")
    return parts[0].value if len(parts) > 1 and parts[1].role == "author" else text
