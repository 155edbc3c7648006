"""What a line says: that it is the caption of the picture above it, that it may be one, or that it is text.

The line and the place it stands in are all that is asked here; which picture gets it is decided in captions.py.
"""

from __future__ import annotations

from newsclean.blocks import Image
from newsclean.clean.lookup import Lookup
from newsclean.clean.pieces import Piece
from newsclean.clean.surroundings import is_frame, is_under
from newsclean.clean.whitespace import tidy
from newsclean.rules import markup
from newsclean.tree import Element

__all__ = ["fits", "fits_above", "is_sentence", "is_told", "leads_on", "wants_caption", "without_links"]

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


def is_sentence(lookup: Lookup, text: str) -> bool:
    """Whether a line ends a sentence and has no words that pictures alone have, such as who took it."""
    ends = text.rstrip(_CLOSERS).endswith(_SENTENCE_ENDS)
    return ends and not lookup.asks.caption_credit.search(text)


# --- blocks right behind a picture ---------------------------------------------------------------------


def is_told(lookup: Lookup, picture: Piece, line: Piece) -> bool:
    """Whether a block right behind a picture is told to be its caption: by the editor's style, by the frame they
    stand in, by its words, or as a short line under it, both of them centred."""
    if line.kind != "p" or len(line.text) > _CENTRED_MOST or line.element is picture.element:
        return False
    return (
        markup.CAPTION_STYLE in (line.element.get(markup.EDITOR_STYLE) or "").split()
        or is_frame(line.element.getparent())
        or lookup.asks.caption_told.fullmatch(line.text) is not None
        or _is_short_line_under(lookup, picture, line)
    )


def _is_short_line_under(lookup: Lookup, picture: Piece, line: Piece) -> bool:
    text = line.text
    if line.strong or len(text) > _UNDER_MOST or text.endswith(_NO_CAPTION_ENDS):
        return False
    if not is_under(picture.element) or not is_under(line.element):
        return False
    if lookup.asks.no_caption.match(text):
        return False
    return not lookup.at_end.find(text) and not lookup.at_start.find(text)


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
