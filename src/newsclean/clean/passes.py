"""The passes over the pieces that the walk left, in their order: what a line of text means where it stands.

Each takes the draft and changes it; the wordings they look for stand in the rule book.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from newsclean.blocks import LEVEL, Image, Relative, shown
from newsclean.clean.captions import place_captions
from newsclean.clean.card_marks import drop_card_marks
from newsclean.clean.cut_paragraphs import join_cut_paragraphs
from newsclean.clean.draft import Draft
from newsclean.clean.edge_lines import take_end, take_start
from newsclean.clean.lines import is_linked
from newsclean.clean.link_lists import take_link_lists
from newsclean.clean.pieces import Piece
from newsclean.clean.related import take_related
from newsclean.lazy_regex import Deferred

__all__ = ["PASSES"]

_HEADING_MOST = 40
"""Characters; longer bold paragraphs are leads and warnings."""
_SENTENCE_END = tuple("。！；…，、：；,;")
_PAGE_MOST = 40
"""Characters of a line in a list of pages beyond those of the article's title."""
_ROUNDS = 3
"""Times that the passes are gone through again, at most, so that the work stays linear; two were the most seen."""
_UNWRAPPED_QUOTE = 0.6
"""A quote with more of the body's text than this is the body's container, not a quote."""
_NO_WORD = Deferred(r"[\W_]+")


def drop_lines(draft: Draft) -> None:
    """Lines that are furniture wherever they stand."""
    rows = draft.lookup.anywhere
    for piece in draft.texts():
        row = rows.find(piece.text)
        if row:
            draft.take(piece, row[0].name)


def drop_codes(draft: Draft) -> None:
    """Pictures that are codes to scan."""
    for piece in [piece for piece in draft.pieces if piece.kind == "image"]:
        if isinstance(piece.data, Image) and _calls_to_scan(draft, piece.data.caption):
            draft.drop(piece, "qr-image")
    if draft.pieces and draft.pieces[-1].kind == "image":
        _drop_codes_at_end(draft)


def _calls_to_scan(draft: Draft, caption: str | None) -> bool:
    """Whether a caption invites to scan, rather than tell of somebody who does."""
    if not caption or not draft.lookup.invites(caption):
        return False
    return draft.lookup.asks.scan_scene.search(caption) is None


def _drop_codes_at_end(draft: Draft) -> None:
    """Pictures with no text behind them are codes right behind an invitation, or right above one if their address
    says that they are square."""
    invited = {ordinal for rule, ordinal, *_ in draft.removed if rule in draft.lookup.inviting}
    is_square = draft.lookup.asks.square_picture.search
    for piece in reversed([piece for piece in draft.pieces if not piece.gone]):
        if not isinstance(piece.data, Image):
            return
        is_above = piece.ordinal + 1 in invited
        if piece.ordinal - 1 in invited or (is_above and is_square(piece.data.src)):
            draft.drop(piece, "qr-image")


def drop_repeated_title(draft: Draft) -> None:
    """The title said again as the first line."""
    texts, title = draft.texts(), draft.title
    if len(texts) < 2 or not title or texts[0].kind not in ("p", "h"):
        return
    first = texts[0]
    if next(filter(str.isalnum, first.text), None) != next(filter(str.isalnum, title), None):
        return  # most first lines begin otherwise
    said = _NO_WORD.sub("", first.text.translate(LEVEL))
    if said and said == _NO_WORD.sub("", title.translate(LEVEL)):
        draft.take(first, "repeated-title")


def drop_page_list(draft: Draft) -> None:
    """The list of an article's pages in its text: the first page's number with the article's title, and the lines
    with the numbers of further pages right behind it."""
    title = draft.title or ""
    most, label_of = _PAGE_MOST + len(title), draft.lookup.asks.page_label.match
    short = [piece.text for piece in draft.texts() if len(piece.text) <= most and piece.text[-1] in title]
    if not any(map(label_of, short)):
        return
    title = _NO_WORD.sub("", title)
    if not title:
        return
    most, last = _PAGE_MOST + len(title), title[-1]
    listed = False
    for piece in draft.texts():
        is_short = piece.kind == "p" and len(piece.text) <= most
        label = label_of(piece.text) if is_short and (listed or piece.text.endswith(last)) else None
        is_title = label is not None and _NO_WORD.sub("", piece.text[label.end() :]) == title
        listed = label is not None and (is_title or (listed and not piece.text.endswith(_SENTENCE_END)))
        if listed:
            draft.take(piece, "page-numbers")


def drop_repeated_captions(draft: Draft) -> None:
    """A caption said again as the paragraph under its picture."""
    for picture, piece in pairwise(draft.pieces):
        if picture.kind == "image" and piece.kind == "p" and isinstance(picture.data, Image):
            caption = picture.data.caption
            if caption and piece.text == caption:
                draft.take(piece, "repeated-caption")


def open_quotes(draft: Draft) -> None:
    """The quote that holds most of the text is the body's container: its paragraphs are the body's."""
    quotes = [(at, piece) for at, piece in enumerate(draft.pieces) if piece.kind == "quote"]
    most = _UNWRAPPED_QUOTE * sum([len(piece.text) for piece in draft.pieces]) if quotes else 0
    for at, piece in quotes:
        if isinstance(piece.data, list) and len(piece.text) > most:
            inner = [Piece("p", piece.element, text=shown(runs), runs=runs) for runs in piece.data]
            for paragraph in inner:
                paragraph.ordinal = piece.ordinal
                paragraph.linked = is_linked(draft.lookup, paragraph.runs)
            draft.replace(at, inner)
            return


def doubt_headings(draft: Draft) -> None:
    """What says who wrote the text, or that it ends, is no heading where the page marks it as one."""
    for piece in draft.pieces:
        if piece.kind == "h" and _tells_of_text(draft, piece.text):
            piece.kind = "p"


def read_again(draft: Draft) -> None:
    """What went behind the edges' lines may have hidden others: the passes from the edges on are gone through until
    nothing more goes."""
    for _ in range(_ROUNDS):
        many = len(draft.pieces)
        open_quotes(draft)
        if len(draft.removed) == draft.read and len(draft.pieces) == many:
            return
        for step in _FROM_THE_EDGES:
            step(draft)
            draft.sweep()


def find_headings(draft: Draft) -> None:
    """A short paragraph that is wholly bold and ends no sentence is a heading, unless nothing follows it, and unless it
    says who wrote the text, when it was written or that it ends."""
    for piece in draft.pieces[:-1]:
        if piece.strong and piece.kind == "p" and _reads_as_heading(draft, piece):
            piece.kind = "h"
            piece.level = 3


def _tells_of_text(draft: Draft, line: str) -> bool:
    """Whether a line is a byline or the mark of the text's end."""
    if len(line) > _HEADING_MOST:
        return False
    return draft.lookup.asks.closing_mark.fullmatch(line) is not None or draft.is_byline(line)


def _is_link(draft: Draft, piece: Piece) -> bool:
    """Whether all that a paragraph says is a link, one that is kept."""
    if not piece.linked:
        return False
    return draft.keeps_relative or any(
        [run.href and not isinstance(run.href, Relative) for run in piece.runs]
    )


def _reads_as_heading(draft: Draft, piece: Piece) -> bool:
    text = piece.text
    if len(text) > _HEADING_MOST or "\n" in text or _is_link(draft, piece) or text.endswith(_SENTENCE_END):
        return False
    return not draft.lookup.asks.date_line.fullmatch(text) and not _tells_of_text(draft, text)


_FROM_THE_EDGES: tuple[Callable[[Draft], None], ...] = (
    take_start,
    take_end,
    take_related,
    drop_codes,
    drop_page_list,
    drop_repeated_title,
    drop_repeated_captions,
)
PASSES: tuple[Callable[[Draft], None], ...] = (
    place_captions,
    open_quotes,
    join_cut_paragraphs,
    drop_card_marks,
    doubt_headings,
    drop_lines,
    take_link_lists,
    take_related,
    *_FROM_THE_EDGES,
    read_again,
    find_headings,
)
"""The passes in their order. Related links go first and again last: a promotion may stand behind them."""
