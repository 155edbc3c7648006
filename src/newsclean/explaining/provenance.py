"""Where each value of the metadata came from: the nodes that give one for its field, asked one by one, and which of
them the article took.

The order of the claims is that of trust (metadata/assemble.py). A value that no single node gives, such as a name read
off a line of several, is looked for in the words around the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from urllib.parse import urlsplit

from newsclean.addresses import doc_id_of
from newsclean.article import Article
from newsclean.dates import find_moment
from newsclean.explaining.claims import MOST, Claims
from newsclean.explaining.fields import metadata_of
from newsclean.explaining.values import Claim, Place, Provenance
from newsclean.locate.page import View
from newsclean.locate.titles import head_title, shown_in
from newsclean.metadata.assemble import Finding
from newsclean.metadata.credits import clean_editor
from newsclean.metadata.fields import extract_meta_source
from newsclean.metadata.info_line import channels_in
from newsclean.metadata.keywords import tags
from newsclean.metadata.medium import clean_source
from newsclean.metadata.names import names_in
from newsclean.metadata.witnesses import witnesses
from newsclean.rules import markup
from newsclean.rules.sieve import holds
from newsclean.tree import Element, squeezed, text_in

__all__ = ["provenance_of"]

_LOST = 8
"""Claims that are told of one field, of those that agree and of those that lost."""


def provenance_of(found: Finding, article: Article, places: Iterable[Place]) -> tuple[Provenance, ...]:
    """The provenance of every field; ``places`` are those of the body, whose removed lines give values too."""
    claims = _Claims(found, article, [place for place in places if place.rule is not None])
    return tuple([claims.of(field, value) for field, value in metadata_of(article)])


class _Claims(Claims):
    """The claims of one page, field by field."""

    def of(self, field: str, value: str | None) -> Provenance:
        """Who claims a field, and whose value it has."""
        claims = list(dict.fromkeys(self._claims(field)))
        taken = next((claim for claim in claims if self._is_taken(field, value, claim)), None)
        if taken is None and value is not None:
            taken = next(self.said(field, value), None)
        others = [claim for claim in claims if claim is not taken and claim.value]
        agree = [
            claim for claim in others if claim.value == value and (taken is None or claim.path != taken.path)
        ]
        lost = [claim for claim in others if claim.value != value]
        return Provenance(field, value, taken, tuple(agree[:_LOST]), tuple(lost[:_LOST]))

    def _is_taken(self, field: str, value: str | None, claim: Claim) -> bool:
        if field == "published_at" and value is not None and self.article.published_raw:
            return claim.value[:10] == value[:10] and self.article.published_raw in claim.text
        return value is not None and claim.value == value

    def _claims(self, field: str) -> Iterator[Claim]:
        asked = _FIELDS.get(field)
        return asked(self) if asked is not None else iter(())

    # --- fields ------------------------------------------------------------------------------------------------

    def title(self) -> Iterator[Claim]:
        yield from self.nodes("title", shown_in)
        yield from self.tags("h1", "h2")
        yield from self.metas(["og:title"])
        if self.view.title:
            yield Claim(
                "title of the head",
                "head/title",
                self.view.title[:MOST],
                head_title(self.view.rules, self.view.title),
            )

    def times(self) -> Iterator[Claim]:
        yield from self.nodes("time", lambda element: _time(text_in(element)))
        yield from self.metas(markup.TIME_METAS, _time)
        if self.found.at is None:
            yield from self.metas(markup.OTHER_TIME_METAS, _time)
            yield from self._witness("published")

    def changes(self) -> Iterator[Claim]:
        yield from self.metas(markup.CHANGE_METAS, _time)
        if self.found.at is None:
            yield from self.metas(markup.OTHER_CHANGE_METAS, _time)
            yield from self._witness("modified")

    def _witness(self, field: str) -> Iterator[Claim]:
        moment = getattr(witnesses(self.view, (), ()), field)
        if moment is not None:
            yield Claim(
                "what the page tells programs",
                "metas, JSON-LD, microdata",
                moment.raw,
                moment.at.isoformat(" "),
            )

    def source(self) -> Iterator[Claim]:
        rules = self.view.rules
        yield from self.nodes("source", lambda element: _source_in(self.view, element))
        yield from self.lines(_none, holds=self.article.source)
        yield from self.metas(markup.SOURCE_METAS, lambda text: clean_source(rules, text))
        noted = extract_meta_source(self.view)
        if noted and not any(self.view.metas.get(name) for name in markup.SOURCE_METAS):
            yield Claim("a comment of the head", "head/comment()", noted, noted)

    def authors(self) -> Iterator[Claim]:
        rules = self.view.rules
        yield from self.nodes("author", lambda element: ", ".join(names_in(rules, text_in(element))))
        yield from self.lines(
            lambda text: ", ".join(self.article.authors), holds=next(iter(self.article.authors), None)
        )
        yield from self.metas([*markup.AUTHOR_METAS, markup.NAME_META])

    def editor(self) -> Iterator[Claim]:
        read = partial(clean_editor, self.view.rules)
        yield from self.lines(_none, holds=self.article.editor)
        yield from self.nodes("editor", lambda element: read(text_in(element)), after=True)

    def channel(self) -> Iterator[Claim]:
        rules = self.view.rules
        yield from self.nodes(
            "channel",
            lambda element: " › ".join(channels_in(rules, [text_in(link) for link in element.iter("a")])),
        )

    def keywords(self) -> Iterator[Claim]:
        rules, title = self.view.rules, self.article.title
        yield from self.nodes("keywords", self._displayed, after=True)
        yield from self.metas(markup.TAG_METAS, lambda text: ", ".join(tags(rules, text, title)))

    def _displayed(self, element: Element) -> str | None:
        """The article's keywords where a box of keywords holds them all."""
        text = text_in(element) + (element.get(markup.KEYWORD_LIST) or "")
        words = self.article.keywords
        return ", ".join(words) if words and all(word in text for word in words) else None

    def ids(self) -> Iterator[Claim]:
        value = self.article.doc_id or ""
        for claim in self.metas([markup.ID_META, *markup.ID_METAS]):
            if value and value in claim.value:
                yield claim.__replace__(value=value)
        if self.view.base and (named := doc_id_of(self.view.base)):
            yield Claim("the address", urlsplit(self.view.base).path, self.view.base[:MOST], named)

    def comments(self) -> Iterator[Claim]:
        value = self.article.comment_id or ""
        for claim in self.metas([markup.THREAD_META, markup.COUNTER_META]):
            if value and value.rpartition(":")[2] in claim.value:
                yield claim.__replace__(value=value)

        raw = self.view.raw
        if value and raw.written(value) in raw.text:
            yield Claim("a script", "script", "", value)

    def raw_times(self) -> Iterator[Claim]:
        raw = self.article.published_raw or ""
        for claim in self.times():
            yield claim.__replace__(value=raw if raw and raw in claim.text else "")

    def stocks(self) -> Iterator[Claim]:
        """The first element or comment of the body that names one of the stocks."""
        value = dict(metadata_of(self.article))["symbols"] or ""
        codes = [symbol.code for symbol in self.article.symbols]
        for element in self.found.body.iter():
            is_element = isinstance(element.tag, str)
            said = str((element.get("id") if is_element else element.text) or "")
            if holds(said, codes):
                by = "the elements of stocks" if is_element else "a comment with stocks"
                yield Claim(by, self.paths.of(element), squeezed(said)[:MOST], value)
                return

    def mobile(self) -> Iterator[Claim]:
        value = self.article.mobile_url or ""
        for claim in self.metas([markup.MOBILE_META]):
            yield claim.__replace__(value=value if value and value in claim.value else "")

    def address(self) -> Iterator[Claim]:
        if self.view.url:
            yield Claim("the address given", "", self.view.url[:MOST], self.view.url)
        yield from self.metas(["og:url"])

    def kind(self) -> Iterator[Claim]:
        at = self.found.at
        if at is not None:
            yield Claim(f"layout {at.layout.name}", self.paths.of(at.body), "", at.layout.kind)

    def source_address(self) -> Iterator[Claim]:
        value = self.article.source_url or ""
        for claim in self.source():
            yield claim.__replace__(value=value if claim.value == self.article.source else "")


def _none(_text: str) -> None:
    """A line gives the value it holds, and no other."""


def _time(text: str) -> str | None:
    moment = find_moment(text)
    return moment.at.isoformat(" ") if moment else None


def _whole(address: str) -> str:
    return "https:" + address if address.startswith("//") else address


def _source_in(view: View, element: Element) -> str | None:
    text = text_in(element)
    moment = find_moment(text)
    return clean_source(view.rules, text.replace(moment.raw, " ", 1).strip() if moment else text)


_FIELDS: dict[str, Callable[[_Claims], Iterator[Claim]]] = {
    "kind": _Claims.kind,
    "title": _Claims.title,
    "original_title": lambda claims: claims.lines(_none, holds=claims.article.original_title),
    "published_at": _Claims.times,
    "published_raw": _Claims.raw_times,
    "modified_at": _Claims.changes,
    "source": _Claims.source,
    "source_url": _Claims.source_address,
    "authors": _Claims.authors,
    "editor": _Claims.editor,
    "channel": _Claims.channel,
    "keywords": _Claims.keywords,
    "symbols": _Claims.stocks,
    "description": lambda claims: claims.metas(markup.DESCRIPTION_METAS),
    "lead_image": lambda claims: claims.metas([markup.PICTURE_META], _whole),
    "url": _Claims.address,
    "mobile_url": _Claims.mobile,
    "doc_id": _Claims.ids,
    "comment_id": _Claims.comments,
}
