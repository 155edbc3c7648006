"""Doubts about text that was found where no layout is sure: it may be a list, a front, a stream of posts.

Each doubt looks at the same weighed text and answers with a refusal or None; they are asked in order, the cheap ones
first, and the first that refuses decides.
"""

from __future__ import annotations

from collections.abc import Callable

from newsclean.blocks import Value
from newsclean.lazy_regex import Deferred
from newsclean.locate.headline import is_dated
from newsclean.locate.page import View
from newsclean.locate.refuse import Refusal, has_article_address, visible_text
from newsclean.rules import Rules
from newsclean.tree import Element, string_of

__all__ = ["Text", "refuse_links", "refuse_unlocated"]

_STAMPS_OF_STREAM = 4
"""Lines that say when a post was written; an article has one or two."""
_STAMP_MOST = 40
"""Characters of such a line."""
_LINKS_OF_INDEX = 30
"""Links of a page that is refused as a front, where it is refused at all; with fewer it is a list or another page."""
_LINKS_OF_LIST = 5
"""Lines that are links; fewer stand under many an article."""
_HEADS_OF_LIST = 4
"""Links that stand right over text, as headlines over abstracts do."""
_LINKED_OF_LIST = 0.05
"""The share of its characters that stand in links, at least: a long text may have its contents over it."""
_LINKS_OF_FRONT = 150
"""Links of a page whose text, where it is little, is the text between them."""
_SHARE_OF_FRONT = 0.08
"""The share of a front's words that is more than its teasers."""
_ABSTRACTS_OF_LIST = 2
"""Headings that lead to other pages, each over a few sentences of theirs."""
_LEAST_PROSE = 60
"""Characters of lines with sentences that make an article, where no headline says that it is one."""
_LINE_OF_PROSE = 20
"""Characters of a line that counts as prose."""
_ENOUGH_PROSE = 200
"""Characters of sentences that no list's captions reach."""
_MUCH_PROSE = 800
"""Characters of sentences that introductions and profiles do not reach."""
_LINES_OF_VERSE = 6
"""Lines that end as those of a poem do, at least, and more than half of all."""
_VERSE_MOST = 40
"""Characters of a line of verse."""
_SENTENCE = Deferred(r"[。！？!?；]|[a-z][\"”’)]?\.(?:\s|$)")
_VERSE_END = Deferred(r"[，。！？；…、]$")
_LATIN_SENTENCE = Deferred(r"[a-z]\.(?:\s|$)")


class Text(Value):
    """The text that was found where no layout is sure: its lines, its characters in pieces that are nothing but
    links, how many lines such pieces have, and how many of them stand right over text that is none."""

    lines: list[str]
    linked: int
    links: int
    heads: int = 0


class _Weighed(Value):
    """What the doubts look at: the text in figures, the links of the whole page, and what is known of its headline.

    ``timed`` says that a time was found on the page, ``told`` that the text stands behind a headline and its time,
    ``agreed`` that the page shows a headline outside links, its title says it and the text says it again in part.
    """

    view: View
    text: Text
    headline: Callable[[], Element | None]
    timed: bool
    told: bool
    agreed: bool
    size: int
    links: int
    sentences: int
    prose: int

    def as_front(self, otherwise: str, message: str) -> Refusal:
        """A refusal as a front where the page has many links."""
        return Refusal("index" if self.links > _LINKS_OF_INDEX else otherwise, message)


def refuse_links(text: Text) -> Refusal | None:
    """A refusal for text that is one link after the other, as topics, lists and fronts are."""
    is_list = text.links >= _LINKS_OF_LIST and 4 * text.links >= len(text.lines)
    if is_list and text.linked >= _LINKED_OF_LIST * sum(map(len, text.lines)):
        return Refusal("list", f"{text.links} of its {len(text.lines)} lines are links to other pages")
    return None


def refuse_unlocated(
    view: View,
    text: Text,
    headline: Callable[[], Element | None],
    *,
    timed: bool,
    told: bool,
    agreed: bool = False,
) -> Refusal | None:
    """A refusal for what was found on a page without a layout: too little text, or too many links.

    ``headline`` gives the page's headline: it is looked for only where something hangs on it, and once a page.
    ``timed`` says that a time was found on the page. The site's own articles have one: where there is none, and the
    address is no article's either, a company's profile or an introduction is not enough. ``told`` says that the text
    was found behind a headline and its time, where one sentence makes an article. ``agreed`` says that the page shows
    a headline outside links that its title says and the text says again in part: then links around it are no doubt.
    """
    weighed = _Weighed(
        view,
        text,
        headline,
        timed,
        told,
        agreed,
        size=sum(map(len, text.lines)),
        links=sum(1 for _ in view.root.iter("a")),
        sentences=sum(sum(1 for _ in _SENTENCE.finditer(line)) for line in text.lines),
        prose=_prose_of(text.lines),
    )
    doubts = _DOUBTS_OF_AGREED if agreed else _DOUBTS
    return next(filter(None, (doubt(weighed) for doubt in doubts)), None)


def _prose_of(lines: list[str]) -> int:
    """The characters of lines with sentences, and of all lines where they are verse: short, and most end in a sign."""
    verse = [line for line in lines if len(line) <= _VERSE_MOST and _VERSE_END.search(line)]
    if len(verse) >= _LINES_OF_VERSE and 2 * len(verse) > len(lines):
        return sum(map(len, lines))
    return sum(len(line) for line in lines if _is_prose(line))


def _is_prose(line: str) -> bool:
    return len(line) >= _LINE_OF_PROSE and _SENTENCE.search(line) is not None


# --- the doubts, in their order ----------------------------------------------------------------------------


def _is_empty(weighed: _Weighed) -> Refusal | None:
    if weighed.size or weighed.told:
        return None
    return weighed.as_front("other", "no block of text was found on it")


def _is_linked(weighed: _Weighed) -> Refusal | None:
    if 2 * weighed.text.linked <= weighed.size:
        return None
    return weighed.as_front("list", "what text it has stands in links")


def _has_no_sentences(weighed: _Weighed) -> Refusal | None:
    if weighed.told or (weighed.prose >= _LEAST_PROSE and weighed.sentences > 1):
        return None
    if weighed.agreed and (weighed.timed or weighed.sentences > 1):
        return None
    if weighed.timed and _is_latin(weighed.text) and weighed.headline() is not None:
        return None
    return weighed.as_front("other", "no sentences were found on it")


def _is_between_links(weighed: _Weighed) -> Refusal | None:
    if weighed.told or weighed.links <= _LINKS_OF_FRONT:
        return None
    if weighed.size >= _SHARE_OF_FRONT * len(visible_text(weighed.view.root)):
        return None
    return Refusal("index", "one link stands beside the other, and little text between them")


def _is_stream(weighed: _Weighed) -> Refusal | None:
    stamps = sum([_is_stamp(weighed.view.rules, line) for line in weighed.text.lines])
    if stamps < _STAMPS_OF_STREAM or weighed.headline() is not None:
        return None
    return Refusal("list", "its texts stand between times, one a post")


def _is_page_of_the_house(weighed: _Weighed) -> Refusal | None:
    view = weighed.view
    if not view.rules.asks.house_title.search(view.title) or has_article_address(view):
        return None
    if not weighed.timed and weighed.prose < _MUCH_PROSE:
        return Refusal("other", "a page of the site with a few sentences and no time of an article")
    if _has_abstracts(view) and weighed.headline() is None:
        return Refusal("list", "its headings lead to other pages, each over a few sentences of theirs")
    return None


def _is_list(weighed: _Weighed) -> Refusal | None:
    if weighed.timed and weighed.prose >= _ENOUGH_PROSE and _is_digest(weighed.view, weighed.headline()):
        return None
    return refuse_links(weighed.text)


def _is_full_of_heads(weighed: _Weighed) -> Refusal | None:
    """A doubt for pages that agree with themselves, as those of a topic do too: links over abstracts."""
    if weighed.text.heads < _HEADS_OF_LIST or 4 * weighed.text.heads < len(weighed.text.lines):
        return None
    if weighed.timed and weighed.prose >= _ENOUGH_PROSE and _is_digest(weighed.view, weighed.headline()):
        return None
    return Refusal("list", f"{weighed.text.heads} links stand over a few words each")


_DOUBTS: tuple[Callable[[_Weighed], Refusal | None], ...] = (
    _is_empty,
    _is_linked,
    _has_no_sentences,
    _is_between_links,
    _is_stream,
    _is_page_of_the_house,
    _is_list,
)
_DOUBTS_OF_AGREED = (
    _is_empty,
    _is_linked,
    _has_no_sentences,
    _is_stream,
    _is_page_of_the_house,
    _is_full_of_heads,
)


def _is_stamp(rules: Rules, line: str) -> bool:
    return len(line) <= _STAMP_MOST and rules.asks.post_stamp.fullmatch(line) is not None


def _is_latin(text: Text) -> bool:
    return any(_LATIN_SENTENCE.search(line) for line in text.lines)


def _is_digest(view: View, heading: Element | None) -> bool:
    """Whether linked lines may be the headlines of one article, each with its text below: at an article's address, or
    where the page's headline has its time right behind it."""
    return heading is not None and (has_article_address(view) or is_dated(view, heading))


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
