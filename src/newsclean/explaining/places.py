"""The body as it was: what was kept and what was removed, in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count

from newsclean.article import Article
from newsclean.blocks import Block, Image, Removal
from newsclean.clean import Cleaned
from newsclean.clean.pictures import absolute
from newsclean.clean.pieces import Piece, Removed
from newsclean.clean.whitespace import text_of
from newsclean.explaining.values import Picture, Place
from newsclean.explaining.watching import Path, Watch
from newsclean.render.safe import safe_src
from newsclean.tree import Element, squeezed

__all__ = ["places_of", "places_of_article", "selector_of"]

_MOST = 4_000
"""Characters of a removed text that are shown."""
_COMMENT_MOST = 300
"""Characters of a comment or a script that are shown: they are read by nobody."""
_PICTURES_MOST = 20
"""Pictures of a removed element that are named."""
_LINE_MOST = 400
"""Characters of a line that a pattern is offered for; longer ones no line rule should touch."""
_NOISE_TAGS = frozenset("script style noscript template link meta param source".split())
_SEEN_TAGS = frozenset("iframe embed object video audio canvas svg form".split())
"""Tags of elements that readers see though they hold no text."""
_STEP_END = re.compile(r"[.#]")
_DIGITS = re.compile(r"\d+")
_SIGNS = re.compile(r"([\\.^$*+?{}\[\]|()])")
_PLAIN = re.compile(r"[A-Za-z][\w-]*")


def places_of(watch: Watch, cleaned: Cleaned, blocks: Sequence[Block], base: str | None) -> tuple[Place, ...]:
    """The places of a body that was cleaned under watch; ``base`` makes addresses of pictures absolute."""
    # The cleaner's own order, in which it gives each removal its place before, in or after the text.
    in_order = sorted(watch.removed(), key=_ordinal)
    told = zip(in_order, cleaned.removals, strict=True)
    waiting = [(_order(taken), _removed(taken, removal, base)) for taken, removal in told]
    waiting.sort(key=_by_order)
    numbers = count(1)
    found: list[Place] = []
    at = 0
    for piece, block in zip(watch.kept(cleaned), blocks, strict=False):
        while at < len(waiting) and waiting[at][0] < (piece.ordinal, 0, 1):
            found.append(waiting[at][1].__replace__(number=next(numbers)))
            at += 1
        found.append(_kept(piece, block, next(numbers), watch.root))
    found.extend([place.__replace__(number=next(numbers)) for _, place in waiting[at:]])
    return tuple(found)


def _by_order(waiting: tuple[tuple[int, int, int], Place]) -> tuple[int, int, int]:
    return waiting[0]


def _ordinal(removed: Removed) -> int:
    return removed[1]


def _order(removed: Removed) -> tuple[int, int, int]:
    """Where a removal stands among the pieces: a piece that a pass took in its place, words that were cut out of one
    behind it, and what the walk took behind the piece before it."""
    path = removed[2]
    if isinstance(path, Path) and path.piece is not None:
        return (removed[1], 0, 2 if path.cut is not None else 0)
    return (removed[1], 1, 0)


def places_of_article(article: Article) -> tuple[Place, ...]:
    """The places as far as an article tells them, where there is no tree: of a front-matter document, or of an article
    that was kept."""
    before = [removal for removal in article.removals if removal.where == "start"]
    after = [removal for removal in article.removals if removal.where != "start"]
    numbers = count(1)
    return (
        *[_told(removal, next(numbers)) for removal in before],
        *[Place(number=next(numbers), block=block) for block in article.blocks],
        *[_told(removal, next(numbers)) for removal in after],
    )


def _told(removal: Removal, number: int) -> Place:
    text = removal.preview
    return Place(
        number=number,
        rule=removal.rule,
        where=removal.where,
        path=removal.path,
        text=text,
        noise=_is_noise(removal.path, text),
        line=_pattern(text),
    )


def _is_noise(path: str, text: str) -> bool:
    last = path.rpartition("/")[2]
    tag = _STEP_END.split(last)[0]
    return last == "comment()" or tag in _NOISE_TAGS or (not text and tag not in _SEEN_TAGS)


def _kept(piece: Piece, block: Block, number: int, root: Element | None) -> Place:
    line = piece.text if piece.kind in ("p", "h") and "\n" not in piece.text else ""
    return Place(
        number=number,
        block=block,
        text=piece.text[:_MOST],
        selector=_selector_around(piece.element, root),
        line=_pattern(line),
    )


def _removed(taken: Removed, removal: Removal, base: str | None) -> Place:
    rule, _, path, preview, _ = taken
    assert isinstance(path, Path)  # noqa: S101  # watched paths are of no other kind
    text, pictures = _content(path, preview, base)
    is_line = path.piece is not None and path.piece.kind in ("p", "h") and path.cut is None
    line = text if is_line and len(text) <= _LINE_MOST and "\n" not in text else ""
    return Place(
        number=0,
        rule=rule,
        where=removal.where,
        path=str(path),
        text=text,
        pictures=pictures,
        noise=not pictures and _is_noise(str(path), text),
        selector="" if path.cut is not None else selector_of(path.element),
        line=_pattern(line),
    )


def _content(path: Path, preview: str, base: str | None) -> tuple[str, tuple[Picture, ...]]:
    """All of the text that went, and the pictures that went with it."""
    piece, element = path.piece, path.element
    if path.cut is not None:
        return path.cut, ()
    if piece is not None:
        if isinstance(piece.data, Image):
            return piece.data.caption or "", (
                Picture(str(piece.data.src), piece.data.width, piece.data.height),
            )
        return piece.text[:_MOST], ()
    if not isinstance(element.tag, str) or element.tag in _NOISE_TAGS:
        return (squeezed(str(element.text or "")) or preview)[:_COMMENT_MOST], ()
    text = text_of(element)
    pictures = tuple(_pictures(element, base))
    if preview and not text.startswith(preview) and not any(preview in one.src for one in pictures):
        return preview, ()
    return text[:_MOST], pictures


def _pictures(element: Element, base: str | None) -> Iterator[Picture]:
    """The pictures in an element that have an address on the web."""
    left = _PICTURES_MOST
    for img in element.iter("img", "image"):
        src = absolute(img.get("src"), base)
        if left and src and safe_src(str(src)):
            left -= 1
            yield Picture(str(src), _pixels(img.get("width")), _pixels(img.get("height")))


def _pixels(said: str | None) -> int | None:
    digits = _DIGITS.match(said or "")
    return int(digits[0][:6]) if digits else None


def _selector_around(element: Element, root: Element | None) -> str:
    """The selector of an element, else of the nearest around it, inside the body, that has one."""
    around: Element | None = element
    while around is not None and around is not root:
        if selector := selector_of(around):
            return selector
        around = around.getparent()
    return ""


def selector_of(element: Element) -> str:
    """A selector of one step for ``newsclean rules --try --element``: the id, else the first class, else the tag where
    few elements have it; empty for what none could name."""
    if not isinstance(element.tag, str):
        return ""
    for mark, names in (("#", [element.get("id") or ""]), (".", (element.get("class") or "").split())):
        for name in names:
            if _PLAIN.fullmatch(name):
                return mark + name
    return "" if element.tag in _COMMON else str(element.tag)


_COMMON = frozenset(
    "html body div p span a b strong font img td tr table tbody center br li ul ol em i".split()
)
"""Tags that no rule should take as such."""


def _pattern(line: str) -> str:
    """A pattern that fits a line and those that differ from it in their numbers alone."""
    line = squeezed(line)
    return _DIGITS.sub(r"\\d+", _SIGNS.sub(r"\\\1", line)) if line else ""
