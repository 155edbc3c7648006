"""The passes over the pieces that the walk left, in their order: what a line of text means where it stands.

Here live the passes and their order, PASSES. Each takes the draft and changes it; what they look for
stands in the table of phrases.
"""

from __future__ import annotations

from collections.abc import Callable

from newsclean.blocks import Image
from newsclean.clean.captions import place_captions
from newsclean.clean.draft import Draft
from newsclean.clean.edge_lines import take_end, take_start
from newsclean.clean.related import take_related
from newsclean.lazy_regex import Deferred

__all__ = ["PASSES"]

_MARK = Deferred(
    r"(?<![)）])(?<!在微博)\s?(?:[(（]\s*微博(?:[\s,，]+(?:微博|博客|专栏))*\s*[)）]|[\[【]\s*(?:微博|博客)\s*[\]】]|[(（]爱股[,，]\s*行情[,，]\s*资讯[)）])(?![(（])"
)
_HEADING_MOST = 40  # characters; longer bold paragraphs are leads and warnings
_SENTENCE_END = tuple("。！；…，、：；,;")
_SCENE = Deferred(r"的[^，。的]{1,10}$|在")  # in the captions of those who scan, and where
_SQUARE = Deferred(r"/w(\d{2,4})h\1/")  # in the addresses of the site's picture store
_NO_WORD = Deferred(r"[\W_]+")


def drop_weibo_markers(draft: Draft) -> None:
    """The marks of microblog and quote cards behind names go, the names stay."""
    for piece in draft.pieces:
        if not piece.runs or ("博" not in piece.text and "爱股" not in piece.text):
            continue
        spans = [(*match.span(), "weibo-marker") for match in _MARK.finditer(piece.text)]
        if spans:
            draft.cut(piece, spans)


def drop_phrases(draft: Draft) -> None:
    """Lines that are furniture wherever they stand."""
    rows = draft.lookup.anywhere
    for piece in draft.texts():
        row = rows.find(piece.text)
        if row:
            draft.take(piece, row[0].name)


def drop_codes(draft: Draft) -> None:
    """A picture is a code where its caption invites to scan; and so is one at the end, with no text after it, right
    behind an invitation, or right above one if its address says that it is square."""
    for piece in draft.pieces:
        data = piece.data
        if piece.kind != "image" or not isinstance(data, Image) or not data.caption:
            continue
        if _is_invitation(draft, data.caption) and not _SCENE.search(data.caption):
            draft.drop(piece, "qr-image")
    if not draft.pieces or draft.pieces[-1].kind != "image":
        return
    invited = {ordinal for rule, ordinal, *_ in draft.removed if rule in draft.lookup.inviting}
    for piece in reversed([piece for piece in draft.pieces if not piece.gone]):
        if piece.kind != "image" or not isinstance(piece.data, Image):
            return
        above = piece.ordinal + 1 in invited and _SQUARE.search(piece.data.src)
        if piece.ordinal - 1 in invited or above:
            draft.drop(piece, "qr-image")


def _is_invitation(draft: Draft, caption: str) -> bool:
    found = draft.lookup.at_end.find(caption)
    return found is not None and found[0].invites


def drop_repeated_title(draft: Draft) -> None:
    """The title said again as the first line."""
    first = next(iter(draft.texts()), None)
    if first is None or not draft.title or first.kind not in ("p", "h"):
        return
    if next(filter(str.isalnum, first.text), None) != next(filter(str.isalnum, draft.title), None):
        return  # most first lines begin otherwise
    said = _NO_WORD.sub("", first.text)
    if said and said == _NO_WORD.sub("", draft.title) and len(draft.texts()) > 1:
        draft.take(first, "repeated-title")


def drop_repeated_captions(draft: Draft) -> None:
    """A caption said again as the paragraph under its picture."""
    for picture, piece in zip(draft.pieces[:-1], draft.pieces[1:], strict=True):
        data = picture.data
        if isinstance(data, Image) and data.caption and piece.kind == "p" and piece.text == data.caption:
            draft.take(piece, "repeated-caption")


def find_headings(draft: Draft) -> None:
    """A short paragraph that is wholly bold and ends no sentence is a heading."""
    pieces = draft.pieces
    for piece in pieces:
        if piece.kind == "p" and piece.strong and len(piece.text) <= _HEADING_MOST and "\n" not in piece.text:
            if piece.text.endswith(_SENTENCE_END) or piece.linked or piece is pieces[-1]:
                continue
            piece.kind = "h"
            piece.level = 3


PASSES: tuple[Callable[[Draft], None], ...] = (
    place_captions,
    drop_weibo_markers,
    drop_phrases,
    take_related,
    take_start,
    take_end,
    take_related,
    drop_codes,
    drop_repeated_title,
    drop_repeated_captions,
    find_headings,
)
"""The passes in their order. Related links go first and again last: a promotion may stand behind them."""
