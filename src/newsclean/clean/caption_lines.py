"""What a line says: that it is the caption of the picture above it, that it may be one, or that it is text.

The line and the place it stands in are all that is asked here; which picture gets it is decided in captions.py.
"""

from __future__ import annotations

from newsclean.blocks import Image
from newsclean.clean.lookup import Lookup
from newsclean.clean.pieces import Piece
from newsclean.clean.surroundings import is_frame, is_under, text_behind
from newsclean.clean.whitespace import tidy
from newsclean.rules import markup
from newsclean.rules.sieve import holds
from newsclean.tree import Element

__all__ = [
    "fits",
    "fits_above",
    "is_centred_line",
    "is_sentence",
    "is_short_line_under",
    "is_told",
    "is_verse",
    "leads_on",
    "reads_on",
    "tells_of_cover",
    "wants_caption",
    "without_links",
]

_CENTRED_MOST = 120
"""Characters; longer text beside a picture is text."""
_LOOSE_MOST = 60
"""Characters; the same where nothing centres the line under its picture."""
_UNDER_MOST = 40
"""Characters of a line that nothing but its place calls a caption."""
_SENTENCE_ENDS = tuple("。！？；…!?")
"""What a sentence ends in."""
_GOES_ON = tuple("：:，,、；;")
"""What a line ends in that goes on in the next."""
_LOOSE_ENDS = (*_SENTENCE_ENDS, "”")
"""What a caption that nothing centres never ends in: speech is text."""
_NO_CAPTION_ENDS = (*_SENTENCE_ENDS, *_GOES_ON)
_CLOSERS = "”’」』\"'"
"""What may stand behind the end of a sentence."""
_LINKS_MOST = 4
"""Links at a caption's end that are looked at."""


def wants_caption(piece: Piece) -> bool:
    """Whether a piece is a picture without a caption."""
    return isinstance(piece.data, Image) and piece.data.caption is None


# --- lines of the picture's own block ------------------------------------------------------------------


def fits(lookup: Lookup, line: Piece, *, centred: bool = True) -> bool:
    """Whether a line behind a picture may be its caption."""
    text = line.text
    if line.kind != "p" or line.indented or len(text) > (_CENTRED_MOST if centred else _LOOSE_MOST):
        return False
    if not centred and text.endswith(_LOOSE_ENDS):
        return False
    if text.count("\n") > 1 or any([part.endswith(_GOES_ON) for part in text.split("\n")]):
        return False
    if line.strong and lookup.asks.numbered_heading.match(text):
        return False
    return not lookup.invites(text)


def fits_above(lookup: Lookup, line: Piece) -> bool:
    """Whether a line above a picture may be its caption: not where it is bold, as headings are, or verse."""
    return not line.strong and "\n" not in line.text and fits(lookup, line, centred=False)


def reads_on(lookup: Lookup, lines: list[Piece]) -> bool:
    """Whether the first line behind a picture goes on in a short second one, as verse and lists do: neither is certain
    to be a caption, unless one of them says so."""
    parts = [part for line in lines[:2] for part in line.text.split("\n")]
    if len(parts) < 2 or any([_says_caption(lookup, part) for part in parts[:2]]):
        return False
    return "\n" in lines[0].text or (
        not lines[1].indented and not lines[1].strong and _is_own(lookup, lines[1])
    )


def _is_own(lookup: Lookup, line: Piece) -> bool:
    """Whether a short line is the article's: no caption, no furniture, no link to more pictures."""
    text = line.text.split("\n")[0]
    if len(text) > _UNDER_MOST or _says_caption(lookup, text) or lookup.asks.no_caption.match(text):
        return False
    if line.linked and leads_on(lookup, text):
        return False
    return not any([rows.find(text) for rows in (lookup.anywhere, lookup.at_end, lookup.at_start)])


def _says_caption(lookup: Lookup, text: str) -> bool:
    return _is_worded_as_caption(lookup, text) or lookup.asks.caption_credit.search(text) is not None


def _is_worded_as_caption(lookup: Lookup, text: str) -> bool:
    may_be = holds(text, lookup.needed.caption_told)
    return may_be and lookup.asks.caption_told.fullmatch(text) is not None


def tells_of_cover(lookup: Lookup, text: str) -> bool:
    """Whether a line tells whose the cover's picture is, or all pictures are."""
    return lookup.asks.cover_credit.match(text) is not None


def is_sentence(lookup: Lookup, text: str) -> bool:
    """Whether a line ends a sentence and has no words that pictures alone have, such as who took it."""
    ends = text.rstrip(_CLOSERS).endswith(_SENTENCE_ENDS)
    return ends and not lookup.asks.caption_credit.search(text)


# --- blocks right behind a picture ---------------------------------------------------------------------


def is_told(lookup: Lookup, line: Piece) -> bool:
    """Whether a block right behind a picture is told to be its caption: by the editor's style, by the frame they
    stand in, or by its words."""
    if len(line.text) > _CENTRED_MOST:
        return False
    return (
        markup.CAPTION_STYLE in (line.element.get(markup.EDITOR_STYLE) or "").split()
        or (is_frame(line.element.getparent()) and _is_caption_in_frame(lookup, line))
        or _is_worded_as_caption(lookup, line.text)
    )


def _is_caption_in_frame(lookup: Lookup, line: Piece) -> bool:
    """Whether a block in a picture's frame is its caption: not where text follows in the frame, as in one that was
    never closed, unless the line is short and that text is not."""
    behind = text_behind(line.element)
    if behind is None or _says_caption(lookup, behind):
        return True
    is_short = len(line.text) <= _UNDER_MOST and not line.text.endswith(_NO_CAPTION_ENDS)
    return is_short and len(behind) > _UNDER_MOST


def is_short_line_under(lookup: Lookup, picture: Piece, line: Piece) -> bool:
    """Whether a block right behind a picture is a short line under it, both of them centred."""
    if line.strong or len(line.text) > _UNDER_MOST or line.text.endswith(_NO_CAPTION_ENDS):
        return False
    return is_under(picture.element, framed=True) and is_centred_line(lookup, line)


def is_centred_line(lookup: Lookup, line: Piece) -> bool:
    """Whether a block is a centred line that may be a caption: no label, no heading, no line of an article's edges."""
    if line.kind != "p" or not is_under(line.element) or lookup.asks.no_caption.match(line.text):
        return False
    return not lookup.at_end.find(line.text) and not lookup.at_start.find(line.text)


def is_verse(lookup: Lookup, line: Piece) -> bool:
    """Whether a block is one more short centred line, behind one that might have been a caption."""
    return not line.strong and is_centred_line(lookup, line) and _is_own(lookup, line)


# --- links in captions ---------------------------------------------------------------------------------


def leads_on(lookup: Lookup, text: str) -> bool:
    """Whether the words of a link beside a picture lead to more pictures."""
    return text.startswith(lookup.leads)


def without_links(lookup: Lookup, text: str, element: Element) -> str:
    """The text of a caption's element without the links at its end that only lead to more pictures."""
    for link in list(element.iter("a"))[: -_LINKS_MOST - 1 : -1]:
        words = tidy(link.text or "")
        if words and text.endswith(words) and leads_on(lookup, words):
            text = text.removesuffix(words).rstrip()
    return text
