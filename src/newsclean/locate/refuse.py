"""Pages that are no article: told by the signs of the rule book, or by holding nothing to read.

A sign is asked of a page's title, address, markup and first words. Where no layout is sure, the text that was found
is doubted as well (doubts.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.blocks import Value
from newsclean.errors import NotAnArticle
from newsclean.lazy_regex import Deferred
from newsclean.locate.formats import beginning_of, format_of
from newsclean.locate.headline import headline_of, shown_headline
from newsclean.locate.page import View
from newsclean.rules import Form, Rules, markup
from newsclean.rules import Refusal as Sign
from newsclean.rules.forms import written
from newsclean.tree import UNSEEN_TAGS, Element, squeezed

__all__ = [
    "Refusal",
    "has_article_address",
    "raise_for",
    "refuse_bytes",
    "refuse_empty",
    "refuse_gone",
    "refuse_page",
    "refuse_text",
    "visible_text",
]

_REFRESH = Deferred(r"^\s*\d+\s*;\s*url\s*=", re.IGNORECASE)
_UNSEEN = (*UNSEEN_TAGS, "title", "head")
_GONE_MOST = 60
"""Characters of a line that says that the article is gone."""
_HEAD_OF_TEXT = 600
"""Characters in which a missing page served with status 200 says what it is."""


class Refusal(Value):
    """Why a page is no article."""

    kind: str
    message: str


def raise_for(refusal: Refusal | None, url: str | None) -> None:
    """Raise NotAnArticle for a refusal, whose message is one line whatever words of the page it holds; nothing happens
    for None."""
    if refusal is not None:
        raise NotAnArticle(refusal.kind, squeezed(refusal.message), url=url)


class _Asked(Value):
    """A sign with its patterns compiled."""

    sign: Sign
    title: Deferred | None
    text: Deferred | None
    url: Deferred | None


def _asked(rules: Rules) -> tuple[_Asked, ...]:
    """The signs of a book, their patterns ready to be asked."""

    def ready(forms: tuple[Form, ...]) -> Deferred | None:
        return rules.deferred(written(forms, rules.book)) if forms else None

    signs = rules.of_kind(Sign)
    return tuple([_Asked(sign, ready(sign.title), ready(sign.text), ready(sign.url)) for sign in signs])


def _asked_always(rules: Rules) -> tuple[_Asked, ...]:
    """The signs that an article never shows."""
    return tuple([asked for asked in rules.made(_asked) if not asked.sign.lone])


def refuse_bytes(data: bytes) -> Refusal | None:
    """A refusal for bytes that are no HTML at all; None for bytes that may be."""
    if not data or data.isspace():
        return Refusal("empty", "the page has no bytes")
    told = format_of(data)
    return Refusal("not_html", f"it is {told}") if told else None


def refuse_text(text: str) -> Refusal | None:
    """A refusal for a text that is no HTML at all; None for one that may be."""
    return refuse_bytes(beginning_of(text))


def refuse_page(view: View, *, located: bool) -> Refusal | None:
    """A refusal by the signs of the table; None for a page to go on with.

    ``located`` says that a layout with a body was proven: then only the signs count that an article never shows.
    """
    for asked in view.rules.made(_asked_always if located else _asked):
        sign, title = asked.sign, asked.title
        if title and title.search(view.title) and not (sign.lone and _is_beside(view, sign, title)):
            return Refusal(
                sign.kind, f"its title is that of a page that is no article ({sign.name}): {view.title[:60]}"
            )
        if asked.url and view.base and asked.url.search(view.base):
            return Refusal(sign.kind, f"its address is that of a page that is no article ({sign.name})")
        if sign.selector and not located and not has_article_address(view) and view.zone.all(sign.selector):
            return Refusal(sign.kind, f"it is built like a page that is no article ({sign.name})")
        if asked.text and (found := asked.text.search(_opening(view))) and not _is_headline(view, sign):
            return Refusal(sign.kind, f"it says so itself ({sign.name}): {found[0][:40]}")
    return None


def _is_beside(view: View, sign: Sign, title: Deferred) -> bool:
    """Whether a title that holds a sign is an article's all the same: it is a headline, or it begins with one that the
    page shows, and the sign stands in what follows, the names of channels."""
    if _is_headline(view, sign):
        return True
    if sign.in_place or sign.kind == "search":
        return False
    shown = shown_headline(view)
    return shown is not None and not title.search(shown)


def _is_headline(view: View, sign: Sign) -> bool:
    """Whether the page's title is an article's headline, which may hold any word: by the address (where no
    other page can stand in the article's place), or because the page shows it as one, with its time."""
    if not sign.in_place and has_article_address(view):
        return True
    return headline_of(view) is not None


def has_article_address(view: View) -> bool:
    """Whether a page stands at an address that the site gives to articles alone."""
    if view.base is None:
        return False
    from newsclean.addresses import kind_of

    return kind_of(view.base) == "article"


def _opening(view: View) -> str:
    """The first visible words, where the page is short enough to be a notice."""
    body = next(iter(view.zone.all("body")), None)
    words = visible_text(body.element if body else view.root)
    return words[:_HEAD_OF_TEXT] if len(words) < 4 * _HEAD_OF_TEXT else ""


def refuse_empty(view: View) -> Refusal | None:
    """A refusal for a page with no words, or with nothing but a redirect; None for one with words."""
    body = next(iter(view.zone.all("body")), None)
    words = visible_text(body.element if body else view.root)
    refresh = view.meta(markup.REFRESH_META)
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


def refuse_gone(rules: Rules, texts: Sequence[str]) -> Refusal | None:
    """A refusal for a body of one text that says that the article is gone."""
    if len(texts) == 1 and len(texts[0]) <= _GONE_MOST and rules.asks.gone.fullmatch(texts[0]):
        return Refusal("removed", f"its body says so itself: {texts[0]}")
    return None
