"""Lists of links to other pages, inside bodies that were found without a layout: such a body holds what the site puts
around its text, and knows no names for it.

On the site's own pages lists are told by their label or their addresses (related.py); here by being one link below the
other.
"""

from __future__ import annotations

from collections import Counter

from newsclean.clean.draft import Draft
from newsclean.clean.pieces import Piece
from newsclean.clean.related import relate, runs_of

__all__ = ["LINK_LIST", "take_link_lists"]

LINK_LIST = "link-list"
"""The name under which such lists are removed."""

_LINES = 3
"""Lines one below the other that are nothing but a link, with its day or its number."""
_AT_EDGE = 2
"""As many are enough where no text stands before or behind them."""
_LABEL_MOST = 16
"""Characters of a line over such a list that is its label."""
_ENDS = tuple("。！？!?…；”」")
_GOES_ON = ("：", ":")


def take_link_lists(draft: Draft) -> None:
    """Links one below the other, with the short line over them: to other articles, in all likelihood. Where a text that
    is no label announces them with a colon they are the article's, and so is what a linked sentence says. A link of the
    same words time and again is a tool."""
    if not draft.is_generic:
        return
    repeated = Counter([piece.text for piece in draft.texts() if piece.linked])
    for piece in [piece for piece in draft.texts() if piece.linked and repeated[piece.text] >= _LINES]:
        draft.drop(piece, LINK_LIST)
    texts = draft.texts()
    begin = 0
    while begin < len(texts):
        end = begin
        while end < len(texts) and _is_link(draft, texts[end]):
            end += 1
        if end > begin and _is_list(texts, begin, end):
            _take(draft, texts, begin, end)
        begin = max(end, begin + 1)


def _is_link(draft: Draft, piece: Piece) -> bool:
    """Whether a line, or each item of a list, is a link, with its day or its number, and ends no sentence."""
    runs = runs_of(piece)
    if not any(run.href for run in runs) or (piece.kind != "list" and piece.text.endswith(_ENDS)):
        return False
    return all([run.href is not None or not draft.lookup.says_more(run.text) for run in runs])


def _is_list(texts: list[Piece], begin: int, end: int) -> bool:
    lines = sum([piece.text.count("\n") + 1 for piece in texts[begin:end]])
    if begin and texts[begin - 1].text.endswith(_GOES_ON) and len(texts[begin - 1].text) > _LABEL_MOST:
        return False
    is_at_edge = begin == 0 or end == len(texts)
    return end - begin < len(texts) and lines >= (_AT_EDGE if is_at_edge else _LINES)


def _take(draft: Draft, texts: list[Piece], begin: int, end: int) -> None:
    for piece in texts[begin:end]:
        relate(draft, piece, LINK_LIST)
    if begin and _is_label(texts[begin - 1]):
        draft.take(texts[begin - 1], LINK_LIST)


def _is_label(piece: Piece) -> bool:
    """Whether a line right over a list is its label: a short heading, or a short line that points at what follows."""
    if piece.gone or piece.kind not in ("p", "h") or len(piece.text) > _LABEL_MOST:
        return False
    return piece.kind == "h" or piece.text.endswith((*_GOES_ON, ">>", "》"))
