"""The head of an article whose page has no known layout: time, medium, persons and channel by their words alone.

What stands between the headline and the first paragraph is the article's, whether it stands above the body that was
found or inside it. Where the page says nothing there, the words below the text are asked, and then its witnesses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsclean.dates import Moment, find_moment
from newsclean.locate.page import View
from newsclean.metadata.around import Word, Words, words_above, words_below
from newsclean.metadata.info_line import LONGEST_NAME, Above, crumbs_in, named_in, place_of, source_beside
from newsclean.metadata.medium import clean_source
from newsclean.metadata.names import plain_names
from newsclean.metadata.shown_times import ShownTimes, shown_times
from newsclean.metadata.shown_title import is_part, shown_title
from newsclean.metadata.witnesses import Witnesses, witnesses
from newsclean.rules import Rules, markup
from newsclean.rules.forms import captured
from newsclean.rules.sieve import holds
from newsclean.tree import Element, string_of, unspaced

if TYPE_CHECKING:
    from newsclean.clean.pieces import Piece

__all__ = ["read_around"]

_PROSE = 20
"""Characters of a paragraph, which has a mark of a sentence too; captions and info lines seldom have both."""

_SENTENCE = tuple("。！？；，.")

_AROUND = " ()（）"
"""What stands around a time beside a name."""

_NAMING = 2
"""Elements around a text whose id or class may say what it is."""

_BYLINE = 30
"""Characters of a first line that says who wrote the text."""

_AFTER = 3
"""Words behind the time among which a medium stands that is no more than its name."""

_LAST_TIME = 40
"""Characters below the text among which its time may stand without a label."""


def read_around(view: View, body: Element, pieces: Sequence[Piece], title: str | None) -> Above:
    """What the page says around its text. ``pieces`` are what was kept of the body, ``title`` is what its head and its
    headings say."""
    prose = [piece.element for piece in pieces if _is_prose(piece)] or [body]
    read, below = words_above(prose[0], None), words_below(prose[-1])
    inside = [*_lines_before(pieces, prose[0])]
    read.words.extend(inside)
    read.begun.update([word.holder for word in inside])
    title = _title(view, read, pieces, title)
    head = _Head(view.rules, read, title or "", view.title)
    times = head.times()
    told = witnesses(view, reversed(read.times), head.own)
    source = head.source(times) or _labelled(view.rules, below) or told.source
    return Above(
        _published(times, told) or _time_below(view.rules, below),
        clean_source(view.rules, source) if source else None,
        head.authors() or _signed(view.rules, pieces, below) or told.authors,
        crumbs_in(view.rules, read.words),
        times.modified or told.modified,
        title,
    )


def _title(view: View, read: Words, pieces: Sequence[Piece], title: str | None) -> str | None:
    """The title, or the headline shown in its place."""
    times = shown_times(view.rules, read.said(), ())
    words = (
        read.words[: place_of([word.text for word in read.words], times.start)] if times.end else read.words
    )
    return shown_title(view.rules, words, [piece.text for piece in pieces if piece.text], title)


def _published(times: ShownTimes, told: Witnesses) -> Moment | None:
    """The time shown behind the headline, with the clock of a witness of the same day where it shows none; else that of
    the witnesses, else any that is shown. A time of the last change is none while there is another."""
    shown, witness = times.published, told.published
    if witness is None or shown is None:
        return shown or witness
    if not times.is_sure or shown == times.modified:
        return witness
    if not shown.has_clock and witness.has_clock and witness.at.date() == shown.at.date():
        return witness.__replace__(raw=shown.raw)
    return shown


def _lines_before(pieces: Sequence[Piece], first: Element) -> Iterator[Word]:
    """The lines before the first paragraph that stand in its own element, as on pages whose lines end in breaks, or in
    one inside that."""
    for piece in pieces:
        if _is_prose(piece):
            return
        if piece.element is first or first in piece.element.iterancestors():
            yield from [Word(line, piece.element, broken=True) for line in piece.text.split("\n") if line]


def _is_prose(piece: Piece) -> bool:
    return len(piece.text) >= _PROSE and holds(piece.text, _SENTENCE)


def _signed(rules: Rules, pieces: Sequence[Piece], below: Sequence[str]) -> tuple[str, ...]:
    """The persons that the first line of the text names, where it is short, or the words below the text do."""
    first = next((piece.text.split("\n")[0] for piece in pieces if piece.text), "")
    return named_in(rules, first if len(first) <= _BYLINE else "") or named_in(rules, " ".join(below))


def _time_below(rules: Rules, below: Sequence[str]) -> Moment | None:
    """The time right below a text, or the one that is labelled there."""
    said = " ".join(below)
    near = find_moment(said[:_LAST_TIME])
    return near if near and near.has_clock else shown_times(rules, said, ()).published


def _labelled(rules: Rules, words: Sequence[str]) -> str | None:
    """The medium that words name behind a label, in the last place where they do."""
    label = next(reversed([*rules.asks.source_labelled.finditer(" ".join(words))]), None)
    return captured(label)["source"] if label else None


class _Head:
    """The words above the first paragraph; ``headline`` is the title that the page shows, ``title`` what its head
    says. ``own`` are the words that are the article's: those behind the headline, or all where it is not among them."""

    def __init__(self, rules: Rules, read: Words, headline: str, title: str) -> None:
        self.rules, self.read, self.title = rules, read, title
        flat = unspaced(headline)
        # the places right behind the headline, each once
        self._places = [at + 1 for at, word in enumerate(read.words) if is_part(word.text, flat)]
        self._behind = read.words[self._places[0] if self._places else 0 :]
        self.own = [word.text for word in self._behind]

    def times(self) -> ShownTimes:
        """The times shown."""
        return shown_times(self.rules, self.read.said(), [*map(self._begin, reversed(self._places))])

    def source(self, times: ShownTimes) -> str | None:
        """The medium behind its label, in a node that says that it holds one, or beside the time."""
        labelled = _labelled(self.rules, self.own) or _labelled(self.rules, [self.read.said()])
        named = labelled or self._press("source") or next(self._named(markup.SOURCE_NAMES), None)
        if named is not None or times.published is None or not times.end:
            return named
        raw = times.published.raw
        beside = source_beside(self.rules, self.read, times.end, raw, self.title, free=times.is_sure)
        return beside or (self._lone(times) if times.is_sure else None)

    def _lone(self, times: ShownTimes) -> str | None:
        """A word shortly behind the time that is no more than a medium's name."""
        words, asks = [word.text for word in self.read.words], self.rules.asks
        place = place_of(words, times.end)
        near = words[place + 1 : place + 1 + _AFTER]
        return next(
            (word for word in near if asks.medium.fullmatch(word) and not asks.tool.search(word)), None
        )

    def authors(self) -> tuple[str, ...]:
        """The persons behind a label, in a node that says that it holds them, or beside the medium."""
        if named := named_in(self.rules, " ".join(self.own)):
            return named
        press = self._press("reporter")
        if press:
            return tuple(plain_names(self.rules, press))
        named_too = map(tuple, (plain_names(self.rules, text) for text in self._named(markup.AUTHOR_NAMES)))
        return next(filter(None, named_too), ())

    # --- where the headline stands -------------------------------------------------------------------------

    def _begin(self, place: int) -> int:
        """Where a word begins among the characters of all, joined by spaces."""
        return sum(len(word.text) + 1 for word in self.read.words[:place])

    # --- what nodes say of themselves ------------------------------------------------------------------------

    def _named(self, names: Sequence[str]) -> Iterator[str]:
        """The words of the nodes whose id or class holds one of some names, the last first."""
        for word in reversed(self._behind):
            if (node := _naming(word, self.read, names)) is not None:
                text = " ".join(string_of(node).split())
                if moment := find_moment(text):
                    text = text.replace(moment.raw, "").strip(_AROUND)
                if 2 <= len(text) <= LONGEST_NAME and clean_source(self.rules, text):
                    yield text

    def _press(self, group: str) -> str | None:
        """What a line such as 某报／记者甲／某地报道 names."""
        for word in self.own:
            if match := self.rules.asks.press_line.match(word):
                told = captured(match)
                if plain_names(self.rules, told["reporter"]):
                    return told[group]
        return None


def _naming(word: Word, read: Words, names: Sequence[str]) -> Element | None:
    """The element around a word whose id or class holds one of some names; None where none does."""
    element: Element | None = word.holder
    for _ in range(_NAMING):
        if element is None or element not in read.begun:
            return None
        if element.tag == "cite" and names is markup.SOURCE_NAMES:
            return element
        told = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
        if holds(told, names):
            return element
        element = element.getparent()
    return None
