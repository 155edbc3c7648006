"""Loose lines beside pictures: which of them is a picture's caption, and which is text.

Here lives the reading of a line that holds pictures, and of what stands around them. Captions in elements of
their own are read in clean/figures.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean.blocks import Image, plain
from newsclean.clean.pieces import Kind, Piece
from newsclean.clean.whitespace import BREAK, PICTURE, Buffer, paragraphs, tidy
from newsclean.lazy_regex import Deferred

if TYPE_CHECKING:
    from newsclean.clean.walk import Walk

__all__ = [
    "Taken",
    "caption_picture",
    "fits",
    "give_back",
    "is_frame",
    "is_sentence",
    "is_told",
    "lines",
    "settle",
    "take",
    "wants",
    "without_links",
]

_CENTRED_STYLE = Deferred(r"text-align\s*:\s*center", re.IGNORECASE)
_CENTRED_MOST = 120  # characters; longer text beside a picture is text
_LOOSE_MOST = 60  # characters; the same where nothing centres the line under its picture
_SENTENCE_END = tuple("。！？；…!?")
_CLOSERS = "”’」』\"'"
_UNFINISHED = tuple("：:，,、；;")  # what a line ends in that goes on in the next
_CREDIT = Deferred(
    r"^[(（【]?(?:图为|图片|图中|资料图|配图|[▲△]|[上下左右]图|图\s?\d)|图片来源|资料图片?[)）]|供图|摄(?:影|制)?[)）】\]。]*$"
)
# How a line of its own block tells that it is the caption of the picture above it.
_TOLD = Deferred(
    r"[(（【]?(?:图为(?!什么|何|此)|图片(?:来源|说明|提供)\s*[:：]|资料图片?(?:[\s：:，。)）]|$)|配图\s*[:：]|[▲△]).*"
    r"|.*(?:[(（][^()（）]{0,16}(?:摄|供图|图片?来源[^()（）]{0,16})[)）]|(?:记者|通讯员|新华社|中新社)[^，。()（）拍航偷]{2,10}摄|\s[^\s，。()（）]{2,4}\s?摄|(?:供|资料)图|\s图)。?"
)
_UNDER_MOST = 40  # characters of a line that nothing but its place calls a caption
_CELLS = frozenset({"td", "th", "caption"})
_NUMBER = r"[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]"
# What a centred line may be that is no caption: who wrote, a numbered heading.
_NO_CAPTION = Deferred(
    rf"(?:[文图]|撰文|图文|作者|记者|编辑|本报|本刊|来源|原标题)\s*[/:：|｜、\s]|{_NUMBER}|第.{{1,3}}[章节部]|[上中下]篇|表\s?\d|[—－-]{{2}}|[■◆●]"
)
_ASIDE = Deferred(r"[(（【\[][^()（）【】\[\]]{4,20}[)）】\]]$")
_BRACKETS = " ()（）【】[]"
_LINKS_MOST = 4  # links at a caption's end
_LEADS = ("点击", "进入", "更多", "查看")  # what a link beside a picture begins with
_NUMBERED = Deferred(_NUMBER)
_TIGHT = frozenset({"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt"})  # where a break is a break


class Taken(NamedTuple):
    """A loose line that became a caption: it may have to be given back."""

    picture: Piece
    line: Piece
    sentence: bool


class _Stretch(NamedTuple):
    """A picture on a line of its own (None before the first), what stands behind it, and pictures in that text."""

    picture: Piece | None
    buffer: Buffer
    within: list[Piece]
    lines: list[Piece]


def lines(buffer: Buffer, element: Any, kind: Kind, level: int) -> Iterator[Piece]:
    """The paragraphs of a buffer as pieces of an element."""
    for runs, indented in paragraphs(buffer, loose=element.tag not in _TIGHT) if buffer else ():
        piece = Piece(kind, element, text=plain(runs), runs=runs)
        piece.level, piece.indented = level, indented
        yield piece


def settle(walk: Walk, buffer: Buffer, pictures: list[Piece], element: Any, kind: Kind, level: int) -> None:
    """A line that holds pictures: they and the paragraphs around them become pieces, in their order."""
    if not any([text.strip() for text, _ in buffer]):
        for picture in pictures:
            walk.add(picture)
        return
    centred = _is_centred(element)
    stretches = _stretches(buffer, pictures, centred)
    for stretch in stretches:
        stretch.lines.extend(lines(stretch.buffer, element, kind, level))
    if kind == "p":
        _take_captions(walk, stretches, centred)
    for stretch in stretches:
        if stretch.picture is not None:
            walk.add(stretch.picture)
        for piece in (*stretch.lines, *stretch.within):
            walk.add(piece)


def _is_centred(element: Any) -> bool:
    """Whether an element is a center, or aligned so by attribute, style or the editor's own style."""
    if element.tag in ("center", "td", "th", "caption") or "img_wrapper" in (element.get("class") or ""):
        return True
    if (element.get("align") or "").lower() == "center" or "align-Center" in (element.get("cms-style") or ""):
        return True
    return bool(_CENTRED_STYLE.search(element.get("style") or ""))


# --- where the pictures stand --------------------------------------------------------------------------


def _stretches(buffer: Buffer, pictures: list[Piece], centred: bool) -> list[_Stretch]:
    """A buffer cut at the pictures on lines of their own; where text is centred, it may go on behind one."""
    parts: list[Buffer] = [[]]
    for part in buffer:
        if part[1] is PICTURE:
            parts.append([])
        else:
            parts[-1].append(part)
    free = _free(parts, centred)
    stretches = [_Stretch(None, parts[0], [], [])]
    for picture, alone, behind in zip(pictures, free, parts[1:], strict=True):
        if alone:
            stretches.append(_Stretch(picture, behind, [], []))
        else:
            stretches[-1].buffer.extend(behind)
            stretches[-1].within.append(picture)
    return stretches


def _free(parts: list[Buffer], centred: bool) -> list[bool]:
    """For each picture between two parts, whether no text stands before it on its line, nor (unless centred) behind."""
    before, clear = [], True
    for part in parts[:-1]:
        clear = _open(reversed(part), clear)
        before.append(clear)
    behind, clear = [], True
    for part in reversed(parts[1:]):
        clear = _open(iter(part), clear)
        behind.append(clear)
    return [first and (last or centred) for first, last in zip(before, reversed(behind), strict=True)]


def _open(part: Iterator[tuple[str, Any]], blank: bool) -> bool:
    """Whether a part begins with a break; ``blank`` is the answer where it holds nothing."""
    for text, look in part:
        if look is BREAK:
            return True
        if text.strip():
            return False
    return blank


# --- which lines are captions --------------------------------------------------------------------------


def _take_captions(walk: Walk, stretches: list[_Stretch], centred: bool) -> None:
    """Give the pictures of one block their captions: the first line behind each, or the one line above the only one."""
    above, last = stretches[0].lines, stretches[-1]
    single = len(stretches) == 2 and not any([stretch.within for stretch in stretches])
    if above and not last.lines:  # so each line stands above its picture
        picture = last.picture
        if single and len(above) == 1 and picture and wants(picture) and _fits_above(walk, above[0]):
            take(walk, picture, above.pop())
        return
    for stretch in stretches[1:]:
        if stretch.picture is None or not stretch.lines or not fits(walk, stretch.lines[0], centred):
            continue
        alone = single and not above and len(stretch.lines) == 1
        if (alone or not is_sentence(stretch.lines[0].text)) and wants(stretch.picture):
            take(walk, stretch.picture, stretch.lines.pop(0))


def wants(picture: Piece) -> bool:
    """Whether a piece is a picture without a caption."""
    return isinstance(picture.data, Image) and picture.data.caption is None


def fits(walk: Walk, line: Piece, centred: bool = True) -> bool:
    """Whether a line behind a picture may be its caption."""
    text = line.text
    if line.kind != "p" or line.indented or len(text) > (_CENTRED_MOST if centred else _LOOSE_MOST):
        return False
    if not centred and text.endswith((*_SENTENCE_END, "”")):
        return False
    if text.count("\n") > 1 or any([part.endswith(_UNFINISHED) for part in text.split("\n")]):
        return False
    if line.strong and _NUMBERED.match(text):  # the heading of what follows
        return False
    invitation = walk.rules.at_end.find(text)
    return invitation is None or not invitation[0].row.invites


def _fits_above(walk: Walk, line: Piece) -> bool:
    """Whether a line above a picture may be its caption: not where it is bold, as headings are, or verse."""
    return not line.strong and "\n" not in line.text and fits(walk, line, centred=False)


def is_told(walk: Walk, picture: Piece, line: Piece) -> bool:
    """Whether a block right behind a picture says that it is the picture's caption: by its words, by the editor's
    own style, by standing in the picture's frame, or as a short line under it, both of them centred. Lines of the
    picture's own block are :func:`settle`'s."""
    if line.kind != "p" or len(line.text) > _CENTRED_MOST or line.element is picture.element:
        return False
    styled = "legend" in (line.element.get("cms-style") or "").split()
    if styled or is_frame(line.element.getparent()) or _TOLD.fullmatch(line.text):
        return True
    if line.strong or len(line.text) > _UNDER_MOST or line.text.endswith((*_SENTENCE_END, *_UNFINISHED)):
        return False
    if not _is_under(picture.element) or not _is_under(line.element) or _NO_CAPTION.match(line.text):
        return False
    return not walk.rules.at_end.find(line.text) and not walk.rules.at_start.find(line.text)


def _is_under(element: Any) -> bool:
    """Whether an element is a centred block, or its only child is one."""
    inner = element[0] if len(element) == 1 and not (element.text or "").strip() else element
    return element.tag not in _CELLS and (_is_centred(element) or _is_centred(inner))


def is_frame(element: Any) -> bool:
    """Whether an element is the frame that a picture and its caption stand in."""
    return element is not None and (element.tag == "figure" or "img_wrapper" in (element.get("class") or ""))


def without_links(text: str, element: Any) -> str:
    """The text of a caption's element without the links at its end that only lead to more pictures."""
    for link in list(element.iter("a"))[: -_LINKS_MOST - 1 : -1]:
        words = tidy(link.text or "")
        if words and text.endswith(words) and words.startswith(_LEADS):
            text = text.removesuffix(words).rstrip()
    return text


def is_sentence(text: str) -> bool:
    """Whether a line ends a sentence and is not told to be a picture's by words such as 图为 and 摄."""
    return text.rstrip(_CLOSERS).endswith(_SENTENCE_END) and not _CREDIT.search(text)


def take(walk: Walk, picture: Piece, line: Piece) -> None:
    """Make a loose line the caption of a picture, without what only leads to more pictures."""
    told = []
    for words in line.text.split("\n"):
        aside = _ASIDE.search(words)
        for part in (words, aside[0] if aside else ""):
            found = walk.rules.anywhere.find(part.strip(_BRACKETS)) if part else None
            if found or (part and line.linked and part.startswith(_LEADS)):
                walk.remove(found[0].row.name if found else "link-promo", line.element, part)
                words = words.removesuffix(part).rstrip()
        told.append(words)
    caption_picture(picture, "\n".join(filter(None, told)) or None)
    walk.taken.append(Taken(picture, line, is_sentence(line.text)))


def caption_picture(piece: Piece, text: str | None) -> None:
    """Give a picture its caption."""
    image = piece.data
    assert isinstance(image, Image)  # noqa: S101  # only pictures wait for captions
    piece.data = Image(image.src, text, image.alt, image.width, image.height)


def give_back(walk: Walk) -> None:
    """Sentences that became captions are text after all where there are several and they make up much of the body,
    as in a post of pictures and sentences, or where they outweigh it. Where no text is left, every loose line is."""
    left = sum([len(piece.text) for piece in walk.pieces])
    sentences = [len(line.text) for _, line, sentence in walk.taken if sentence]
    if left and sum(sentences) * (2 if len(sentences) > 1 else 1) <= left:
        return
    returned = {picture: line for picture, line, sentence in walk.taken if sentence or not left}
    pieces = []
    for piece in walk.pieces:
        pieces.append(piece)
        line = returned.get(piece)
        if line is not None:
            caption_picture(piece, None)
            line.ordinal = piece.ordinal
            pieces.append(line)
    walk.pieces = pieces
