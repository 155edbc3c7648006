"""The article put together from what was found and what was cleaned: every field from its own place.

A field may stand in several places of a page. Which goes before which is said here, once, and for pages alone;
documents/ does it for front matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from newsclean import confidence
from newsclean.article import Article
from newsclean.blocks import Block, Evidence, Link, Value, shown
from newsclean.clean import LINK_LIST, TOOLS, Captured, Cleaned, Tools, clean, merged
from newsclean.dates import Moment, find_moment
from newsclean.decode import Decoded, decode, is_chinese, is_odd, mojibake
from newsclean.locate.candidates import SAYING, Candidate
from newsclean.locate.doubts import Text
from newsclean.locate.layout import Located
from newsclean.locate.page import View
from newsclean.metadata import fields
from newsclean.metadata.bylines import authors_of, is_byline
from newsclean.metadata.credits import clean_editor
from newsclean.metadata.generic import read_around
from newsclean.metadata.info_line import Above, find_above
from newsclean.metadata.keywords import extract_keywords
from newsclean.metadata.medium import clean_source, source_of
from newsclean.page import Limits
from newsclean.rules import markup
from newsclean.tree import Element

if TYPE_CHECKING:
    from newsclean.clean.pieces import Piece

__all__ = ["Finding", "article_of", "clean_body", "first", "lines_of", "signs_of", "text_of", "warned"]


GENERIC = "generic"
"""What stands in the place of a layout's name where a page has none that is known."""


class Finding(Value):
    """What was found before cleaning: the view of the page, its layout, its body and title, and by which route."""

    view: View
    at: Located | None
    body: Element
    title: str | None
    decoded: Decoded
    route: Literal["window", "page"]
    candidate: Candidate | None = None  # what was chosen where no layout fits

    @property
    def told(self) -> bool:
        """Whether the page's headline tells where the body is."""
        return self.candidate is not None and self.candidate.is_told


def clean_body(found: Finding, limits: Limits, tools: Tools = TOOLS) -> tuple[tuple[Block, ...], Cleaned]:
    """The blocks of the body that was found, and what was taken out of it. Raises InputError (too_deep)."""
    view = found.view
    return clean(
        view.rules,
        found.body,
        base=view.stem,
        title=found.title,
        generic=found.at is None,
        is_byline=partial(is_byline, view.rules),
        limits=limits,
        tools=tools,
    )


def article_of(found: Finding, blocks: tuple[Block, ...], cleaned: Cleaned) -> Article:
    """The article of a page."""
    view, at, decoded, captured = found.view, found.at, found.decoded, cleaned.captured
    rules = view.rules
    lines, above = lines_of(cleaned.pieces), _Look(found, cleaned.pieces)
    title = above().title if above.is_generic else found.title
    published = _published(found, captured, above)
    modified = above().modified if above.is_generic else fields.extract_modified(view)
    credit = _credit(found, captured, above, lines)
    description = view.meta(*markup.DESCRIPTION_METAS)
    proven = at is not None and at.proven
    evidence = confidence.weigh(rules, signs_of(cleaned, lines, proven, (title, published), description))
    if found.candidate is not None:
        evidence = (*evidence, _chosen(found.candidate, title))
    return Article(
        title=title,
        blocks=blocks,
        layout=at.layout.name if at else GENERIC,
        kind=at.layout.kind if at else "article",
        url=view.url or view.base,
        doc_id=fields.extract_doc_id(view, at),
        original_title=first(captured.original_title),
        published_at=published.at if published else None,
        modified_at=modified.at if modified else None,
        published_raw=published.raw if published else None,
        source=credit.source,
        source_url=credit.source_url,
        authors=_above_or(credit, found, above),
        editor=first([clean_editor(rules, text) for text in captured.editor])
        or fields.extract_editor(view, at),
        keywords=extract_keywords(view, at, title),
        channel=_channel(found, above),
        description=description,
        lead_image=fields.extract_lead_image(view),
        symbols=merged(captured.symbols),
        related=tuple([Link(*pair) for pair in dict.fromkeys(captured.related)]),
        comment_id=fields.extract_comment_id(view, at),
        mobile_url=fields.extract_mobile_url(view),
        encoding=decoded.encoding,
        encoding_from=decoded.known_from,
        route=found.route,
        removals=cleaned.removals,
        confidence=confidence.score(evidence),
        evidence=evidence,
        extra={markup.SERIAL: serial} if (serial := first(captured.serial)) else {},
        warnings=(*decoded.warnings, *cleaned.warnings),
        rules=rules.version,
    )


def _chosen(candidate: Candidate, title: str | None) -> Evidence:
    """Which element was chosen as the body of a page without a layout, and whether it says the headline."""
    held = candidate.weight.said >= SAYING if title else None
    return Evidence("headline-said", held, 0.1, candidate.note())


class Credit(Value):
    """Who published it, where, and who wrote it."""

    source: str | None
    source_url: str | None
    authors: tuple[str, ...]


class _Look:
    """What the words above a body say: read when first asked, and once. ``asked`` says whether they were."""

    __slots__ = ("asked", "found", "is_generic", "pieces", "said")

    def __init__(self, found: Finding, pieces: list[Piece]) -> None:
        self.found = found
        self.pieces = pieces
        self.is_generic = found.at is None or found.at.layout.weak
        self.asked = False
        self.said = Above()

    def __call__(self) -> Above:
        """The words' reading. Beside a sure layout the metas' medium goes before theirs, and they are those of
        the stretch, which is all that a cut of the page has; none are read where articles have no medium."""
        if not self.asked:
            self.asked = True
            view, at, body = self.found.view, self.found.at, self.found.body
            if self.is_generic:
                self.said = read_around(view, body, self.pieces, self.found.title)
            elif at is not None and at.layout.loose:
                self.said = find_above(view.rules, body, None, view.title)
            elif at is not None and at.layout.source:
                self.said = find_above(view.rules, body, at.stretch.first, view.title)
                if fields.extract_meta_source(view):
                    self.said = self.said.__replace__(source=None)
        return self.said


def _above_or(credit: Credit, found: Finding, above: _Look) -> tuple[str, ...]:
    """The authors named, else those that the words above the body name: where these were read anyway, or no sure
    layout says where an author stands."""
    if credit.authors or not (above.asked or found.at is None or found.at.layout.loose):
        return credit.authors
    return _without_medium(above().authors, credit.source)


def _without_medium(names: Iterable[str], source: str | None) -> tuple[str, ...]:
    """The names without that of the medium, however it is written."""
    medium = (source or "").casefold()
    return tuple([name for name in names if name.casefold() != medium])


def _channel(found: Finding, above: _Look) -> tuple[str, ...]:
    """The breadcrumb; else that of the words above the body, where no landmark tells where the article's stretch
    begins: a stretch begins with its breadcrumb, or has none."""
    channel = fields.extract_channel(found.view, found.at)
    asked = found.at is None or (found.at.layout.channel and found.at.stretch.first is None)
    return channel or (above().channel if asked else ())


def _credit(found: Finding, captured: Captured, above: _Look, lines: list[str]) -> Credit:
    """The medium displayed, else the one named in the body, above it, or in the metas; and the bylines' persons."""
    view, at, rules = found.view, found.at, found.view.rules
    source, source_url = fields.extract_source(view, at)
    inside = first([clean_source(rules, text) for text in captured.source])
    source = source or (above().source or inside if above.is_generic else inside or above().source)
    source = source or fields.extract_meta_source(view) or source_of(rules, lines, captured.credits)
    named = [*fields.extract_authors(view, at, source), *captured.author]
    authors = authors_of(rules, lines, named, captured.credits)
    return Credit(source, source_url, _without_medium(authors, source))


def _published(found: Finding, captured: Captured, above: _Look) -> Moment | None:
    """When it was published. Without a sure layout that says where, the words around the body and the page's witnesses
    tell."""
    find = fields.extract_shown if above.is_generic else fields.extract_published
    return (
        find(found.view, found.at)
        or above().moment
        or next(filter(None, map(find_moment, captured.time)), None)
    )


def signs_of(
    cleaned: Cleaned, lines: list[str], proven: bool, found: tuple[object, object], description: str | None
) -> confidence.Signs:
    """What confidence asks; ``found`` are the title and the time, None where there is none."""
    return confidence.Signs(
        layout_proven=proven,
        title=found[0] is not None,
        time=found[1] is not None,
        description=description,
        end_marker=cleaned.captured.end_marker,
        kept=lines,
        removed=cleaned.removed_characters,
    )


def lines_of(pieces: list[Piece]) -> list[str]:
    """The lines of text that the pieces hold."""
    lines: list[str] = []
    for piece in pieces:
        text = piece.text
        if "\n" in text:
            lines += text.split("\n")
        elif text:
            lines.append(text)
    return lines


def first(values: Iterable[str | None]) -> str | None:
    for value in values:
        if value:
            return value
    return None


_HEAD = 8  # characters of a link that may be another article's headline; shorter ones are tools


def _heads_in(piece: Piece) -> int:
    """How many items of a list begin with a link that text of theirs follows in a line below."""
    if piece.kind != "list" or not isinstance(piece.data, tuple):
        return 0
    return sum(1 for item in piece.data[0] if item.runs[0].href and "\n" in shown(item.runs[1:])[:2])


def text_of(cleaned: Cleaned, *, told: bool = False) -> Text:
    """What was left of a body, as it is doubted: its lines, and how much of them is links. Lists of links that were
    taken out count too, for a page may be made of them; where ``told`` says that the text stands behind its headline
    and time, not those below it."""
    links = [piece.text for piece in cleaned.pieces if piece.linked]
    taken = [
        gone.preview
        for gone in cleaned.removals
        if gone.rule == LINK_LIST and not (told and gone.where == "end")
    ]
    texts = [piece for piece in cleaned.pieces if piece.text]
    over = {now.text for now, under in pairwise(texts) if now.linked and not under.linked}
    heads = sum(1 for text in over if len(text) >= _HEAD) + sum(map(_heads_in, texts))
    lines = sum(text.count("\n") + 1 for text in links) + len(taken)
    return Text([*lines_of(texts), *taken], sum(map(len, [*links, *taken])), lines, heads)


def warned(article: Article, notes: tuple[str, ...], page: str | bytes) -> Article:
    """The article with notes before its warnings, and a doubt where its text is mojibake. ``page``: what it was read
    from; of bytes, which are seldom mojibake, only an article without a Chinese title is looked at."""
    if (isinstance(page, str) or not is_chinese(article.title or "")) and is_odd(article.text):
        text = page if isinstance(page, str) else decode(page).text
        doubt = mojibake(text, given=isinstance(page, str))
        notes = (*notes, doubt) if doubt else notes
    return article.__replace__(warnings=(*notes, *article.warnings)) if notes else article
