"""Links to other articles and to the site's promotion: the lines that are nothing else, with the labels over them.

What they link to is kept as related. The labels and the addresses stand in the rule book.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

from newsclean.blocks import Run
from newsclean.clean.draft import Draft
from newsclean.clean.pieces import Piece, cut
from newsclean.rules.sieve import holds

__all__ = ["relate", "runs_of", "take_related"]

_LABEL_MOST = 200
"""Characters of a line that may begin with a label; longer ones are paragraphs."""
_DIGEST = 3
"""Linked lines with text below that are headlines of the article."""
_TITLES_MOST = 12
"""Lines behind the last label."""
_TITLE_MOST = 40
"""Characters of a title whose link was lost."""
_NO_TITLE = tuple("。；：，、;:,")
"""What such titles don't end in."""
_SENTENCE = 20
"""Characters; headlines end in no full stop."""
_LINES = frozenset({"p", "h", "list", "quote"})


def take_related(draft: Draft) -> None:
    """Links to other articles: a label with the links after it, or links alone at the very end or beginning."""
    opens, texts = draft.lookup.label_opens, draft.texts()
    if texts is draft.unrelated:
        return
    if not any([piece.linked or (piece.text[0] in opens and _label_of(draft, piece)) for piece in texts]):
        draft.unrelated = texts
        return
    _take_labelled(draft)
    digest = _is_digest(draft.texts())
    ends_in_links = all([piece.linked for piece in draft.texts()[-2:]])
    if (not digest or ends_in_links) and not _is_list(draft.texts()):
        _take_alone(draft, draft.texts()[:0:-1])  # the first line is never the last link
    if not digest:
        _take_alone(draft, draft.texts()[:-1], house=True)


def _is_list(texts: list[Piece]) -> bool:
    """Whether the last linked lines are what the text above them names: it ends in a colon."""
    above = next((piece.text for piece in reversed(texts) if not piece.linked), "")
    return above.endswith(("：", ":"))


def _is_digest(texts: list[Piece]) -> bool:
    """Whether linked lines are the article's own headlines: three of them, each with its text below."""
    return sum([now.linked and not after.linked for now, after in pairwise(texts)]) >= _DIGEST


# --- labels --------------------------------------------------------------------------------------------


def _take_labelled(draft: Draft) -> None:
    """Labels with the links behind them, on their own line or on the next ones."""
    following = False  # the lines above are a label and links
    texts = draft.texts()
    opens = draft.lookup.label_opens
    for at, piece in enumerate(texts):
        goes_on = following and piece.linked
        if not (goes_on or piece.text[0] in opens) or piece.kind not in _LINES:
            following = False
            continue
        label = _label_of(draft, piece)
        is_alone = label is not None and label.end() == len(piece.text)
        heads = is_alone or (label is not None and piece.text[: label.end()].endswith("\n"))
        behind = texts[at + 1 : at + 2 + _TITLES_MOST]  # one more than can be titles
        if is_alone and all([after.linked for after in behind[:1]]):
            following = True
            draft.take(piece, "related-links")
        elif goes_on or (label is not None and _is_linked_behind(draft, piece, label.end())):
            relate(draft, piece, "related-links")
        elif label is not None and heads and at and _is_over_titles(draft, label, behind):
            for title in texts[at:]:
                draft.take(title, "related-links")
            return
        else:
            following = False


def _label_of(draft: Draft, piece: Piece) -> re.Match[str] | None:
    """The label that a line begins with."""
    if len(piece.text) >= _LABEL_MOST or piece.text[0] not in draft.lookup.label_opens:
        return None
    return draft.lookup.asks.related_label.match(piece.text)  # type: ignore[no-any-return]


def _is_linked_behind(draft: Draft, piece: Piece, end: int) -> bool:
    """Whether what stands behind a label in its own line is links."""
    rest = cut(piece.runs, [(0, end)])
    return bool(rest) and all([run.href is not None or not draft.lookup.says_more(run.text) for run in rest])


def _is_over_titles(draft: Draft, label: re.Match[str], pieces: list[Piece]) -> bool:
    """Whether the lines behind a label, in its paragraph and to the end of the text, are titles of other articles whose
    links were lost."""
    if len(pieces) > _TITLES_MOST:  # each holds a line at least
        return False
    texts = [label.string[label.end() :], *[piece.text for piece in pieces]]
    lines = [line for text in texts if text for line in text.split("\n")]
    if len(lines) > _TITLES_MOST or holds(label.string, draft.lookup.words.BACKGROUND):
        return False
    return all([piece.kind in ("p", "list") for piece in pieces]) and all(
        [_may_be_title(draft, line) and not draft.lookup.at_end.find(line) for line in lines]
    )


def _may_be_title(draft: Draft, line: str) -> bool:
    return (
        len(line) <= _TITLE_MOST
        and not line.endswith(_NO_TITLE)
        and draft.lookup.asks.chronicle_line.match(line) is None
    )


# --- links alone ---------------------------------------------------------------------------------------


def _take_alone(draft: Draft, pieces: Iterable[Piece], *, house: bool = False) -> None:
    """Wholly linked lines, from an edge of the text to the first that is none: links to articles (with
    ``house``, to the site's own alone) and to the site's promotion. A link to a file or a page of others stays."""
    for piece in pieces:
        if _is_of_its_own(draft, piece):
            return
        leads = _all_lead(piece, draft.lookup.asks.article_address.search)
        if not _all_lead(piece, draft.lookup.asks.house_address.match) and (house or not leads):
            return
        relate(draft, piece, "related-links" if leads else "link-promo")


def _is_of_its_own(draft: Draft, piece: Piece) -> bool:
    """Whether a line is the article's: no link, a sentence that is linked as a whole, an address written out, or the
    name of a stock."""
    if piece.kind not in ("p", "list", "quote") or not piece.linked:
        return True
    if piece.text.endswith("。") and len(piece.text) > _SENTENCE:
        return True
    if draft.lookup.asks.own_words.match(piece.text):
        return True
    stock_address = draft.lookup.asks.stock_address
    return any([stock_address.search(run.href) for run in runs_of(piece) if run.href])


def _all_lead(piece: Piece, address: Callable[[str], re.Match[str] | None]) -> bool:
    """Whether all links of a line lead to addresses of one kind."""
    return all([address(run.href) for run in runs_of(piece) if run.href])


def runs_of(piece: Piece) -> list[Run]:
    """The runs of a line, of a list's items or of a quote's lines."""
    if piece.kind == "list" and isinstance(piece.data, tuple):
        return [run for item in piece.data[0] for run in item.runs]
    if piece.kind == "quote" and isinstance(piece.data, list):
        return [run for line in piece.data for run in line]
    return list(piece.runs)


def relate(draft: Draft, piece: Piece, rule: str) -> None:
    """Remove a piece under a rule's name, and keep what it links to where that is other articles."""
    if rule != "link-promo":
        for run in runs_of(piece):
            if run.href and run.text.strip():
                draft.captured.related.append((run.text.strip(), run.href))
    draft.take(piece, rule)
