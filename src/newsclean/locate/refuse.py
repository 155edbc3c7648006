"""Pages that are no article: told by the signs of the rule book, or by having nothing but links.

A sign is asked of a page's title, address, markup and first words; where no layout is sure, links are weighed
against text as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from newsclean.addresses import kind_of
from newsclean.lazy_regex import Deferred
from newsclean.locate.headline import headline_of, is_dated
from newsclean.locate.page import View
from newsclean.rules import Form, Rules
from newsclean.rules import Refusal as Sign
from newsclean.rules.forms import joined
from newsclean.tree import UNSEEN_TAGS, Element, string_of

__all__ = [
    "Refusal",
    "Text",
    "refuse_bytes",
    "refuse_empty",
    "refuse_gone",
    "refuse_links",
    "refuse_page",
    "refuse_unlocated",
]

_REFRESH = Deferred(r"^\s*\d+\s*;\s*url\s*=", re.IGNORECASE)
_BINARY = (
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"RIFF",
    b"\x00\x00\x00",
    b"ID3",
    b"OggS",
)
_UNSEEN = (*UNSEEN_TAGS, "title", "head")
_TAG = re.compile(rb"<\s*(?:!|[a-zA-Z?/])")
# An assignment or a call, of which JSONP is one; compiled when the first page is asked, not at start-up.
_SCRIPT = (
    rb"(?s:(?:/\*.{0,400}?\*/\s*)?(?:try\s*\{\s*)?(?:(?:var|let|const)\s+)?"
    rb"[A-Za-z_$][\w.$\[\]]{0,80}\s*(?:=\s*[\[{\"'(]|\(\s*[\[{\"']))"
)
_GONE_MOST = 60  # characters of a line that says that the article is gone
_STAMPS_OF_STREAM = 4
_STAMP_MOST = 40  # characters
_LATIN_SENTENCE = Deferred(r"[a-z]\.(?:\s|$)")
_HEAD_OF_TEXT = 600  # characters in which a soft 404 says what it is
_LINKS_OF_INDEX = 30
_LINKS_OF_LIST = 5
_ABSTRACTS_OF_LIST = 2
_ENOUGH_PROSE = 200  # characters of sentences that no list's captions reach
_MUCH_PROSE = 800  # characters of sentences that introductions and profiles do not reach
_SENTENCE = Deferred(r"[。！？!?；]")


class Refusal(NamedTuple):
    """Why a page is no article."""

    kind: str
    message: str


class _Asked(NamedTuple):
    """A sign with its patterns compiled."""

    sign: Sign
    title: Deferred | None
    text: Deferred | None
    url: Deferred | None


def _asked(rules: Rules) -> tuple[_Asked, ...]:
    """The signs of a book, their patterns ready to be asked."""

    def ready(forms: tuple[Form, ...]) -> Deferred | None:
        return Deferred(joined(forms, rules.book)) if forms else None

    signs = rules.of_kind(Sign)
    return tuple([_Asked(sign, ready(sign.title), ready(sign.text), ready(sign.url)) for sign in signs])


def _asked_always(rules: Rules) -> tuple[_Asked, ...]:
    """The signs that an article never shows."""
    return tuple([asked for asked in rules.made(_asked) if not asked.sign.lone])


def refuse_bytes(data: bytes) -> Refusal | None:
    """A refusal for bytes that are no HTML at all; None for bytes that may be."""
    head = data[:4096].lstrip()
    if not head:
        return Refusal("empty", "the page has no bytes")
    if data.startswith(_BINARY):
        return Refusal("not_html", "the bytes are of a binary format, not HTML")
    if not _TAG.search(data[:65_536]):
        return Refusal("not_html", "there is no HTML tag in the bytes")
    if head[:1] in b"{[" and not _TAG.match(head) and _is_json(data):
        return Refusal("not_html", "the bytes are JSON")
    return Refusal("not_html", "the bytes are a script") if re.match(_SCRIPT, head) else None


def _is_json(data: bytes) -> bool:
    import json

    try:
        json.loads(data)
    except ValueError:
        return False
    return True


def refuse_page(view: View, *, located: bool) -> Refusal | None:
    """A refusal by the signs of the table; None for a page to go on with.

    ``located`` says that a layout with a body was proven: then only the signs count that an article never shows.
    """
    for sign, title, text, url in view.rules.made(_asked_always if located else _asked):
        if title and view.title and title.search(view.title) and not (sign.lone and _is_headline(view, sign)):
            return Refusal(
                sign.kind, f"its title is that of a page that is no article ({sign.name}): {view.title[:60]}"
            )
        if url and view.base and url.search(view.base):
            return Refusal(sign.kind, f"its address is that of a page that is no article ({sign.name})")
        if sign.selector and not located and not _has_article_address(view) and view.zone.all(sign.selector):
            return Refusal(sign.kind, f"it is built like a page that is no article ({sign.name})")
        if text and (found := text.search(_opening(view))) and not _is_headline(view, sign):
            return Refusal(sign.kind, f"it says so itself ({sign.name}): {found[0][:40]}")
    return None


def _is_headline(view: View, sign: Sign) -> bool:
    """Whether the page's title is an article's headline, which may hold any word: by the address (where no
    other page can stand in the article's place), or because the page shows it as one, with its time."""
    if not sign.in_place and _has_article_address(view):
        return True
    return headline_of(view) is not None


def _has_article_address(view: View) -> bool:
    return view.base is not None and kind_of(view.base) == "article"


def _opening(view: View) -> str:
    """The first visible words, where the page is short enough to be a notice."""
    body = next(iter(view.zone.all("body")), None)
    words = visible_text(body.element if body else view.root)
    return words[:_HEAD_OF_TEXT] if len(words) < 4 * _HEAD_OF_TEXT else ""


def refuse_empty(view: View) -> Refusal | None:
    """A refusal for a page with no words, or with nothing but a redirect; None for one with words."""
    body = next(iter(view.zone.all("body")), None)
    words = visible_text(body.element if body else view.root)
    refresh = view.meta("refresh")
    if refresh and _REFRESH.match(refresh) and len(words) < 200:
        return Refusal("redirect_page", f"it only sends the reader on: {refresh[:120]}")
    if len(words) < 10 and not any(True for _ in view.root.iter("img")):
        if "location" in scripts_of(view.root):
            return Refusal("redirect_page", "it holds nothing but a script that sends the reader on")
        return Refusal("empty", "there are no words on the page")
    return None


def scripts_of(root: Element) -> str:
    """The code of the scripts."""
    return "\n".join(node.text or "" for node in root.iter("script"))


def visible_text(root: Element) -> str:
    """The words outside scripts and styles, white space collapsed."""
    parts = []
    for node in root.iter("*"):
        if node.tag not in _UNSEEN and node.text:
            parts.append(node.text)
        if node.tail:
            parts.append(node.tail)
    return " ".join(" ".join(parts).split())


class Text(NamedTuple):
    """The text that was found where no layout is sure: its lines, its characters in pieces that are nothing but
    links, and how many lines such pieces have."""

    lines: list[str]
    linked: int
    links: int


def refuse_links(text: Text) -> Refusal | None:
    """A refusal for text that is one link after the other, as topics, lists and fronts are."""
    if text.links >= _LINKS_OF_LIST and 4 * text.links >= len(text.lines):
        return Refusal("list", f"{text.links} of its {len(text.lines)} lines are links to other pages")
    return None


def refuse_unlocated(
    view: View, text: Text, headline: Callable[[], Element | None], *, timed: bool, told: bool
) -> Refusal | None:
    """A refusal for what the fallback found on a page without a layout: too little text, or too many links.

    ``headline`` gives the page's headline: it is looked for only where something hangs on it, and once a page.
    ``timed`` says that a time was found on the page. The site's own articles have one: where there is none, and
    the address is no article's either, a company's profile or an introduction is not enough. ``told`` says that the
    text was found behind a headline and its time, where one sentence makes an article.
    """
    size = sum(map(len, text.lines))
    links = sum(1 for _ in view.root.iter("a"))
    sentences = sum(sum(1 for _ in _SENTENCE.finditer(line)) for line in text.lines)
    prose = sum(len(line) for line in text.lines if len(line) >= 25 and _SENTENCE.search(line))
    if size == 0 and not told:
        return Refusal("index" if links > _LINKS_OF_INDEX else "other", "no block of text was found on it")
    if text.linked > 0.5 * size:
        return Refusal("index" if links > _LINKS_OF_INDEX else "list", "what text it has stands in links")
    if (
        not told
        and (prose < 60 or sentences < 2)
        and not (timed and _is_latin(text) and headline() is not None)
    ):
        return Refusal("index" if links > _LINKS_OF_INDEX else "other", "no sentences were found on it")
    page = len(visible_text(view.root))
    if not told and links > 150 and size < 0.08 * page:
        return Refusal("index", "one link stands beside the other, and little text between them")
    if sum([_is_stamp(view.rules, line) for line in text.lines]) >= _STAMPS_OF_STREAM and headline() is None:
        return Refusal("list", "its texts stand between times, one a post")
    if view.rules.asks.house_title.search(view.title) and not _has_article_address(view):
        if not timed and prose < _MUCH_PROSE:
            return Refusal("other", "a page of the site with a few sentences and no time of an article")
        if _has_abstracts(view) and headline() is None:
            return Refusal("list", "its headings lead to other pages, each over a few sentences of theirs")
    return (
        refuse_links(text) if not timed or prose < _ENOUGH_PROSE or not _is_digest(view, headline()) else None
    )


def refuse_gone(rules: Rules, texts: Sequence[str]) -> Refusal | None:
    """A refusal for a body of one text that says that the article is gone."""
    if len(texts) == 1 and len(texts[0]) <= _GONE_MOST and rules.asks.gone.fullmatch(texts[0]):
        return Refusal("removed", f"its body says so itself: {texts[0]}")
    return None


def _is_stamp(rules: Rules, line: str) -> bool:
    return len(line) <= _STAMP_MOST and rules.asks.post_stamp.fullmatch(line) is not None


def _is_latin(text: Text) -> bool:
    return any(_LATIN_SENTENCE.search(line) for line in text.lines)


def _is_digest(view: View, heading: Element | None) -> bool:
    """Whether linked lines may be the headlines of one article, each with its text below: at an article's address, or
    where the page's headline has its time right behind it."""
    return heading is not None and (_has_article_address(view) or is_dated(view, heading))


def _has_abstracts(view: View) -> bool:
    """Whether several headings are nothing but a link, and text with a sentence follows each."""
    headings = [match.element for tag in ("h2", "h3") for match in view.zone.all(tag)]
    return sum(map(_opens_abstract, headings)) >= _ABSTRACTS_OF_LIST


def _opens_abstract(heading: Element) -> bool:
    link, behind = next(heading.iter("a"), None), heading.getnext()
    if link is None or behind is None or not link.get("href"):
        return False
    whole = string_of(link).split() == string_of(heading).split() != []
    return whole and _SENTENCE.search(string_of(behind)) is not None
