"""Links to other articles and to the site's promotion: the lines that are nothing else, with the labels over them.

Here lives the one pass that takes them; what they link to is kept as related. Here never lives a list of
wordings: the label and the site's own addresses stand in the tables.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise, zip_longest

from newsclean.blocks import Run
from newsclean.clean.draft import Draft
from newsclean.clean.pieces import Piece, cut, says_more
from newsclean.layouts import HOUSE, RELATED_LABEL
from newsclean.lazy_regex import Deferred

__all__ = ["take_related"]

_LABEL = Deferred(rf"[【\[(（●■▲◆>》\s]*{RELATED_LABEL}[】\])）]?\s*[:：>》]*\s*")
_LABEL_OPENS = frozenset("【[(（●■▲◆>》编小您可相延推扩更此早热精猜往专新点进")  # what _LABEL can begin with
_HOUSE = Deferred(HOUSE)
_DIGEST = 3  # linked lines with text below that are headlines of the article
_BACKGROUND = "链接"  # stands in labels over an article's own notes too
_TITLES_MOST = 8  # lines behind the last label
_FACT = Deferred(r"(?:19|20)\d\d年|.*(?:著|出版社)")  # a line of a chronicle or of a list of books
_TITLE_MOST = 40  # characters
_NO_TITLE = tuple("。；：，、;:,")  # what such titles don't end in
_SENTENCE = 20  # characters; headlines end in no full stop
_WORDS_OF_ITS_OWN = Deferred(r"(?:https?://|www\.)\S+$|#[^#]+#$")  # an address written out, a hashtag: text
_STOCK = Deferred(r"/realstock/|/quotes/|/futures/|/usstock/|/hkstock/")  # the site's own links on names
_ARTICLE = Deferred(
    r"/doc-i|/detail-i|/article|/\d{4}-?\d{2}-?\d{2}/|/s/blog_|/slide_|/zt_d?/|/view/|\.shtml"
)


def take_related(draft: Draft) -> None:
    """Links to other articles: a label with the links after it, or links alone at the very end or beginning."""
    if not any([piece.linked or piece.text[0] in _LABEL_OPENS for piece in draft.texts()]):
        return
    _take_labelled(draft)
    digest = _is_digest(draft.texts())
    if (not digest or all([piece.linked for piece in draft.texts()[-2:]])) and not _is_list(draft.texts()):
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


def _take_labelled(draft: Draft) -> None:
    following = False
    texts = draft.texts()
    for at, (piece, after) in enumerate(zip_longest(texts, texts[1:]), 1):
        if piece.kind not in ("p", "h", "list", "quote"):
            following = False
            continue
        label = _LABEL.match(piece.text) if piece.text[0] in _LABEL_OPENS and len(piece.text) < 200 else None
        rest = piece.text[label.end() :] if label else ""
        if label and not rest and (after is None or after.linked):
            following = True
            draft.take(piece, "related-links")
        elif (
            label
            and not rest
            and at > 1
            and _BACKGROUND not in piece.text
            and _are_titles(draft, texts[at : at + _TITLES_MOST + 1])
        ):
            for title in texts[at - 1 :]:
                draft.take(title, "related-links")
            return
        elif (following and piece.linked) or (label and rest and _is_linked_after(piece, label.end())):
            _relate(draft, piece, "related-links")
            following = following or not rest
        else:
            following = False


def _are_titles(draft: Draft, texts: list[Piece]) -> bool:
    """Whether lines behind a label, to the end of the text, are titles of other articles whose links were lost."""
    if len(texts) > _TITLES_MOST or any([draft.lookup.at_end.find(piece.text) for piece in texts]):
        return False
    return not any(
        [
            piece.kind != "p"
            or len(piece.text) > _TITLE_MOST
            or piece.text.endswith(_NO_TITLE)
            or _FACT.match(piece.text) is not None
            for piece in texts
        ]
    )


def _take_alone(draft: Draft, pieces: Iterable[Piece], *, house: bool = False) -> None:
    """Wholly linked lines, from an edge of the text to the first that is none: links to articles (with
    ``house``, to Sina's own alone) and to the site's promotion. A link to a file or a page of others stays."""
    for piece in pieces:
        if piece.kind not in ("p", "list", "quote") or not piece.linked:
            return
        if piece.text.endswith("。") and len(piece.text) > _SENTENCE:
            return  # a sentence that is linked as a whole
        leads = _leads_to_articles(piece)
        if _WORDS_OF_ITS_OWN.match(piece.text) or not (_is_house(piece) or (leads and not house)):
            return
        if any(_STOCK.search(run.href or "") for run in _runs_of(piece)):
            return
        _relate(draft, piece, "related-links" if leads else "link-promo")


def _is_house(piece: Piece) -> bool:
    return all(_HOUSE.match(run.href) for run in _runs_of(piece) if run.href)


def _leads_to_articles(piece: Piece) -> bool:
    return all(_ARTICLE.search(run.href) for run in _runs_of(piece) if run.href)


def _is_linked_after(piece: Piece, start: int) -> bool:
    rest = cut(piece.runs, [(0, start)])
    return bool(rest) and all(run.href is not None or not says_more(run.text) for run in rest)


def _runs_of(piece: Piece) -> list[Run]:
    if piece.kind == "list" and isinstance(piece.data, tuple):
        return [run for item in piece.data[0] for run in item.runs]
    if piece.kind == "quote" and isinstance(piece.data, list):
        return [run for line in piece.data for run in line]
    return list(piece.runs)


def _relate(draft: Draft, piece: Piece, rule: str) -> None:
    if rule == "related-links":
        for run in _runs_of(piece):
            if run.href and run.text.strip():
                draft.captured.related.append((run.text.strip(), run.href))
    draft.take(piece, rule)
