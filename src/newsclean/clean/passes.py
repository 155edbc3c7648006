"""The passes over the pieces that the walk left, in their order: what a line of text means where it stands.

Here live the passes and their order, PASSES. Each takes the draft and changes it; what they look for
stands in the table of phrases.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest
from typing import Any

from newsclean.clean.pieces import PREVIEW, Captured, Piece, cut
from newsclean.clean.rules import Phrases, Rules
from newsclean.clean.walk import Removed, Walk
from newsclean.layouts import HOUSE, RELATED_LABEL
from newsclean.models import Image, Run, plain
from newsclean.patterns import Deferred

__all__ = ["PASSES", "Draft"]

EDGE = 3
"""Blocks of text that may stand before a start line, or after an end line, and it still counts as one: a
source line was seen third (after title and 原标题), an editor's line before two credits."""

_LABEL = Deferred(rf"[【\[(（●■▲◆>》\s]*{RELATED_LABEL}[】\])）]?\s*[:：>》]*\s*")
_LABEL_OPENS = frozenset("【[(（●■▲◆>》相延推扩更此早热精猜往专新点")
_HOUSE = Deferred(HOUSE)
_WEIBO = Deferred(r"\s?(?:[(（]\s*微博\s*[)）]|[\[【]\s*(?:微博|博客)\s*[\]】])")
_HEADING_MOST = 40  # characters; longer bold paragraphs are leads and warnings
_SENTENCE_END = tuple("。！；…，、：；,;")
_WORDS_OF_ITS_OWN = Deferred(r"(?:https?://|www\.)\S+$|#[^#]+#$")  # an address written out, a hashtag: text
_STOCK = Deferred(r"/realstock/|/quotes/|/futures/|/usstock/|/hkstock/")  # the site's own links on names
_INVITATIONS = frozenset(
    {"qr-text", "follow-us", "app-download"}
)  # rules of lines that may stand over a code
_LINE_TAGS = frozenset({"a", "p", "span", "font", "strong", "b", "center"})
_NO_WORD = Deferred(r"[\W_]+")
_ARTICLE = Deferred(
    r"/doc-i|/detail-i|/article|/\d{4}-?\d{2}-?\d{2}/|/s/blog_|/slide_|/zt_d?/|/view/|\.shtml"
)


class Draft:
    """The state the passes work on."""

    __slots__ = (
        "captured",
        "emptied",
        "lines",
        "paths",
        "pieces",
        "removed",
        "root",
        "rules",
        "title",
        "untidy",
    )

    def __init__(self, walk: Walk, title: str | None) -> None:
        self.root = walk.root
        self.paths = walk.paths
        self.rules: Rules = walk.rules
        self.pieces = walk.pieces
        self.removed: list[Removed] = walk.removed
        self.captured: Captured = walk.captured
        self.title = title
        self.emptied: dict[Any, str] = {}  # elements whose line was taken, with the rule
        self.untidy = False  # whether a piece went since the last sweep
        self.lines: list[Piece] | None = None  # what texts() gave, until a piece goes

    def take(self, piece: Piece, rule: str) -> None:
        """Remove a line under a rule's name; the next sweep removes the pictures of the same paragraph too."""
        self.drop(piece, rule)
        if piece.element is not self.root:
            self.emptied[piece.element] = rule

    def drop(self, piece: Piece, rule: str) -> None:
        """Remove a piece under a rule's name, and nothing else."""
        self.removed.append(self._note(piece, rule))
        piece.gone = self.untidy = True
        self.lines = None

    def sweep(self) -> None:
        """Leave out what a pass took."""
        if not self.untidy:
            return
        self.untidy = False
        kept = []
        for piece in self.pieces:
            rule = self._emptied_by(piece) if piece.kind == "image" else None
            if rule:
                self.removed.append(self._note(piece, rule))
            elif not piece.gone:
                kept.append(piece)
        self.pieces = kept
        self.emptied.clear()

    def _emptied_by(self, picture: Piece) -> str | None:
        """The rule that took the line a picture stood in; None for a picture of its own."""
        element = picture.element
        while element is not None:
            if element in self.emptied:
                return self.emptied[element]
            if element.tag not in _LINE_TAGS:
                return None
            element = element.getparent()
        return None

    def _note(self, piece: Piece, rule: str) -> Removed:
        text = piece.data.src if isinstance(piece.data, Image) else piece.text
        size = 0 if isinstance(piece.data, Image) else len(text)
        return rule, piece.ordinal, self.paths.of(piece.element), text.replace("\n", " ")[:PREVIEW], size

    def texts(self) -> list[Piece]:
        """The pieces that hold text."""
        if self.lines is None:
            self.lines = [piece for piece in self.pieces if piece.text and not piece.gone]
        return self.lines


def drop_weibo_markers(draft: Draft) -> None:
    """The marks of microblog cards behind names go, the names stay."""
    for piece in draft.pieces:
        if not piece.runs or ("微博" not in piece.text and "博客" not in piece.text):
            continue
        spans = [match.span() for match in _WEIBO.finditer(piece.text)]
        for start, end in spans:
            mark = piece.text[start:end].strip()
            draft.removed.append(
                ("weibo-marker", piece.ordinal, draft.paths.of(piece.element), mark, len(mark))
            )
        if spans:
            piece.runs = cut(piece.runs, spans)
            piece.text = plain(piece.runs)


def drop_phrases(draft: Draft) -> None:
    """Lines that are furniture wherever they stand."""
    rows = draft.rules.anywhere
    for piece in draft.texts():
        if len(piece.text) <= 100:
            row = rows.find(piece.text)
            if row:
                draft.take(piece, row[0].row.name)


def take_start(draft: Draft) -> None:
    """Lines before the article: original title, source, promotion."""
    _take_edge(draft, draft.texts(), draft.rules.at_start)


def take_end(draft: Draft) -> None:
    """Lines after the article: editor, source, disclaimer, promotion."""
    _take_edge(draft, draft.texts()[::-1], draft.rules.at_end)


def _take_edge(draft: Draft, pieces: Sequence[Piece], rows: Phrases) -> None:
    passed = 0
    for piece in pieces:
        found = rows.find(piece.text)
        if found is None:
            passed += 1
            if passed > EDGE:
                return
            continue
        phrase, match = found
        draft.captured.take(match)
        if phrase.row.action == "editor" and not match["editor"]:
            draft.captured.editor.append(piece.text)
        draft.take(piece, phrase.row.name)


def take_related(draft: Draft) -> None:
    """Links to other articles: a label with the links after it, or links alone at the very end or beginning."""
    if not any([piece.linked or piece.text[0] in _LABEL_OPENS for piece in draft.texts()]):
        return
    _take_labelled(draft)
    _take_alone(draft, draft.texts()[:0:-1])  # the first line is never the last link
    _take_alone(draft, draft.texts()[:-1], house=True)


def _take_labelled(draft: Draft) -> None:
    following = False
    texts = draft.texts()
    for piece, after in zip_longest(texts, texts[1:]):
        if piece.kind not in ("p", "h", "list", "quote"):
            following = False
            continue
        label = _LABEL.match(piece.text) if piece.text[0] in _LABEL_OPENS and len(piece.text) < 200 else None
        rest = piece.text[label.end() :] if label else ""
        if label and not rest and (after is None or after.linked):
            following = True
            draft.take(piece, "related-links")
        elif (following and piece.linked) or (label and rest and _is_linked_after(piece, label.end())):
            _relate(draft, piece, "related-links")
            following = following or not rest
        else:
            following = False


def _take_alone(draft: Draft, pieces: Iterable[Piece], *, house: bool = False) -> None:
    """Wholly linked lines, from an edge of the text to the first that is none: links to articles (with
    ``house``, to Sina's own alone) and to the site's promotion. A link to a file or a page of others stays."""
    for piece in pieces:
        if piece.kind not in ("p", "list", "quote") or not piece.linked:
            return
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
    return bool(rest) and all(run.href is not None or not run.text.strip(" \n、，；|《》") for run in rest)


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


def drop_codes(draft: Draft) -> None:
    """A picture right behind an invitation to scan, with no text after it, is the code."""
    if not draft.pieces or draft.pieces[-1].kind != "image":
        return
    invited = {ordinal for rule, ordinal, *_ in draft.removed if rule in _INVITATIONS}
    for piece in reversed(draft.pieces):
        if piece.kind != "image":
            return
        if piece.ordinal - 1 in invited:
            draft.drop(piece, "qr-image")


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
