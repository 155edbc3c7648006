"""Whether a page is cut off, or its body ends too early: how that is told, and what an article says of it.

A connection that broke, a full disk or a crawler's limit leaves the beginning of a page; an end tag too many in the
text closes its container before its time. What there is of the article is given, with a warning and a lower confidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclean import confidence
from newsclean.article import Article
from newsclean.blocks import Evidence
from newsclean.clean import Lookup
from newsclean.cut.limits import last_branch
from newsclean.locate.page import Characters, View
from newsclean.page import Page
from newsclean.tree import Element, text_in

__all__ = ["checked_body", "checked_end", "checked_length"]

_NAME = "whole-page"
_BODY_NAME = "whole-body"
_SHORTEST = 20  # characters of a paragraph behind a body that may be the article's
_SENTENCE_ENDS = ("。", "！", "？", "”", "」")
_BETWEEN = frozenset({"br", "script", "style", "p"})  # tags that may stand among such paragraphs
_INSIDE = 0.4  # weight where the body itself is cut
_BEHIND = 0.05  # where it was closed: what follows holds the editor and the keywords at most

_OPENED = re.compile(rb"<html[\s>]", re.IGNORECASE)
_OPENED_BEFORE = 4_096  # bytes
_ENDS = ("</body", "</html", "</BODY", "</HTML")
_END = re.compile(r"</(?:html|body)", re.ASCII | re.IGNORECASE)
_UNFINISHED = re.compile(rb"<(?:!-|/?[a-zA-Z])[^<>]*+$|<[!/]?$")
_LONGEST_TAG = 2_000  # bytes from the end in which the beginning of an unfinished tag is looked for


def checked_end(article: Article, view: View, body: Element) -> Article:
    """The article of a page, with a warning and a lower confidence where the page is cut off.

    That is told by its last tag, where this is unfinished, and by its end: a document that was opened with ``<html``
    has an end tag. All of 231 saved pages have one. The text may go on where the body is still open at the end.
    """
    raw = view.raw
    signs = [
        *(["its last tag is unfinished"] if _is_unfinished(raw) else []),
        *(["there is no end of the document"] if _is_endless(raw) else []),
    ]
    return _doubted(article, signs, inside=body in last_branch(view.root)) if signs else article


def checked_body(article: Article, view: View, body: Element) -> Article:
    """The article of a known layout, with a warning and a lower confidence where paragraphs stand right behind its
    container, as they do where an end tag in the text has closed it."""
    spilled = _paragraphs_behind(view, body)
    if not spilled:
        return article
    evidence = (*article.evidence, Evidence(_BODY_NAME, False, _INSIDE, spilled[0][:40]))
    note = f"the body may end early: {len(spilled)} paragraph(s) of text stand right behind its container"
    return article.__replace__(
        evidence=evidence, confidence=confidence.score(evidence), warnings=(*article.warnings, note)
    )


def _paragraphs_behind(view: View, body: Element) -> list[str]:
    """The paragraphs right behind a body that read as an article's: sentences, and none that stands below articles."""
    found: list[str] = []
    lookup = view.rules.made(Lookup)
    for text in _texts_behind(body, lookup):
        if len(text) >= _SHORTEST and text.endswith(_SENTENCE_ENDS) and not lookup.at_end.find(text):
            found.append(text)
        elif text:
            break
    return found


def _texts_behind(body: Element, lookup: Lookup) -> Iterator[str]:
    """The texts behind a body up to the first element that is no paragraph, is furniture or holds a link."""
    yield " ".join((body.tail or "").split())
    for sibling in body.itersiblings():
        if isinstance(sibling.tag, str):
            if sibling.tag not in _BETWEEN:
                return
            items = [(str(name), str(value)) for name, value in sibling.items()]
            if lookup.of_element(items) or next(sibling.iter("a"), None) is not None:
                return
            yield text_in(sibling) if sibling.tag == "p" else ""
        yield " ".join((sibling.tail or "").split())


def checked_length(article: Article, page: Page) -> Article:
    """The article of a fetched page, with a warning and a lower confidence where fewer bytes came than were told."""
    told = page.headers.get("content-length", "").strip()
    if not told.isascii() or not told.isdigit() or len(told) > 12 or page.headers.get("content-encoding"):
        return article
    if len(page.content) >= int(told):
        return article
    return _doubted(article, [f"{len(page.content):,} of {int(told):,} bytes came"], inside=True)


def _is_unfinished(raw: Characters) -> bool:
    """Whether the last tag is never closed."""
    page = raw.text
    begin = page.rfind("<", max(0, len(page) - _LONGEST_TAG))
    if begin < 0 or page.find(">", begin) >= 0:
        return False
    last = raw.encoded(page[begin:])
    return len(last) <= _LONGEST_TAG and _UNFINISHED.match(last.rstrip()) is not None


def _is_endless(raw: Characters) -> bool:
    """Whether a document that was opened is never ended."""
    for end in _ENDS:
        if raw.text.rfind(end) >= 0:
            return False
    beginning = raw.encoded(raw.text[:_OPENED_BEFORE])[:_OPENED_BEFORE]
    return _OPENED.search(beginning) is not None and _END.search(raw.text) is None


def _doubted(article: Article, signs: list[str], *, inside: bool) -> Article:
    """The article with a warning; its confidence counts the page's end, once."""
    weight = _INSIDE if inside else _BEHIND
    evidence = (
        *[item for item in article.evidence if item.name != _NAME],
        Evidence(_NAME, False, weight, "; ".join(signs)),
    )
    where = "in its body: the text may go on" if inside else "behind its body"
    return article.__replace__(
        evidence=evidence,
        confidence=confidence.score(evidence),
        warnings=(*article.warnings, f"the page is cut off {where} ({'; '.join(signs)})"),
    )
