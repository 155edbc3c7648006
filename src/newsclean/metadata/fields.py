"""What a page says about its article: times, source, channel, keywords, ids, addresses.

Each ``extract_x`` takes a view and a layout and gives a value or None, which means that the page does not say. Which
node holds what is said by the layouts, and the names of metas and attributes by rules/markup.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from newsclean.clean import Lookup
from newsclean.clean.pictures import absolute
from newsclean.dates import Moment, find_moment
from newsclean.lazy_regex import Deferred
from newsclean.locate.layout import Located, nodes, nodes_after
from newsclean.locate.page import View
from newsclean.metadata.credits import clean_editor
from newsclean.metadata.info_line import channels_in, named_in, without_tools
from newsclean.metadata.medium import clean_source
from newsclean.metadata.names import names_in
from newsclean.rules import Rules, markup
from newsclean.rules.forms import captured
from newsclean.tree import Element, text_in

__all__ = [
    "extract_authors",
    "extract_channel",
    "extract_comment_id",
    "extract_doc_id",
    "extract_editor",
    "extract_lead_image",
    "extract_meta_source",
    "extract_mobile_url",
    "extract_modified",
    "extract_published",
    "extract_shown",
    "extract_source",
]

_EMPTY_BRACKETS = Deferred(r"[(（]\s*+[)）]")
"""What is left of brackets around a time."""

_ADDRESS = ("http://", "https://", "www.")
"""How the site's own address begins, which stands before the time and the medium on some pages."""


# --- times -----------------------------------------------------------------------------------------------


def extract_published(view: View, at: Located | None) -> Moment | None:
    """The time displayed; else what the metas say."""
    return extract_shown(view, at) or _first_moment(view, markup.TIME_METAS)


def extract_shown(view: View, at: Located | None) -> Moment | None:
    """The time displayed: that of the first node that holds one; None where no node of the layout does."""
    for element in nodes(at, "time"):
        moment = find_moment(text_in(element))
        if moment:
            return moment if moment.has_clock else _with_clock(view, moment)
    return None


def _with_clock(view: View, day: Moment) -> Moment:
    """A displayed day with the clock time of a meta of the same day, where there is one."""
    for name in markup.TIME_METAS:
        moment = find_moment(view.meta(name) or "")
        if moment and moment.has_clock and moment.at.date() == day.at.date():
            return moment.__replace__(raw=day.raw)
    return day


def extract_modified(view: View) -> Moment | None:
    """The time of the last change, from the metas."""
    return _first_moment(view, markup.CHANGE_METAS)


def _first_moment(view: View, names: Iterable[str]) -> Moment | None:
    for name in names:
        said = view.meta(name)
        if said and (moment := find_moment(said)):
            return moment
    return None


# --- the medium ------------------------------------------------------------------------------------------


def extract_source(view: View, at: Located | None) -> tuple[str | None, str | None]:
    """The medium displayed, and the address its name links to; (None, None) where none is displayed."""
    for element in nodes(at, "source"):
        text = text_in(element)
        moment = find_moment(text)
        if moment:
            text = _without(view.rules, moment, text)
        words = " ".join([word for word in text.split() if not word.startswith(_ADDRESS)])
        source = clean_source(view.rules, without_tools(view.rules, words))
        if source and not find_moment(source):
            return source, _link_of(element, view.stem)
    return None, None


def extract_meta_source(view: View) -> str | None:
    """The medium of the metas, else that of the head's comment."""
    for name in markup.SOURCE_METAS:
        if source := clean_source(view.rules, view.meta(name) or ""):
            return source
    return _noted_source(view)


def _noted_source(view: View) -> str | None:
    """The medium that a comment of the head names."""
    _, is_noted, behind = view.raw.text.partition(markup.MEDIUM_NOTE)
    if not is_noted:
        return None
    named = markup.NOTED_MEDIUM.match(view.raw.encoded(behind.partition(">")[0]))
    return clean_source(view.rules, _decoded(named[1])) if named else None


def _decoded(name: bytes) -> str:
    """A name of a page whose encoding need not be known: what is UTF-8 is seldom anything else."""
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return name.decode("gb18030", "replace")


def _without(rules: Rules, moment: Moment, text: str) -> str:
    """A text without its first time, which may be written with more white space than it was read with, and may stand
    in brackets."""
    raw = moment.raw
    cut = text.replace(raw, " ", 1) if raw in text else rules.asks.moment_words.sub(" ", text, count=1)
    return _EMPTY_BRACKETS.sub(" ", cut)


def _link_of(element: Element, base: str | None) -> str | None:
    link = element if element.tag == "a" else next(element.iter("a"), None)
    href = (link.get(b"href") or "").strip() if link is not None else ""
    if href.startswith("//"):
        return "https:" + href
    if href.startswith(("http://", "https://")):
        return href
    return absolute(href, base) if base and href.startswith("/") else None


# --- persons ---------------------------------------------------------------------------------------------


def extract_authors(view: View, at: Located | None, source: str | None) -> list[str]:
    """Persons that the page's head names as authors: ``作者：…`` in the date line, a columnist's link."""
    for element in nodes(at, "author"):
        names = _authors_in(view.rules, at, element)
        if persons := [name for name in names if name != source]:
            return persons
    return []


def _authors_in(rules: Rules, at: Located | None, element: Element) -> Iterable[str]:
    """The persons in a node: behind its label, in a line of more than names, or as all that it holds."""
    text = text_in(element)
    label = rules.asks.author_node.match(text)
    if label is None and at is not None and _tells_time(at, element):
        return named_in(rules, text)
    if find_moment(text):
        return ()
    return names_in(rules, captured(label)["author"] if label else text)


def _tells_time(at: Located, element: Element) -> bool:
    """Whether the layout looks for the time in nodes of an element's class too."""
    return _names_one(at.layout.time, element.get(b"class") or "")


@lru_cache(maxsize=256)
def _names_one(selectors: tuple[str, ...], names: str) -> bool:
    """Whether one of some selectors ends in one of the classes of an attribute."""
    ends = tuple(["." + name for name in names.split()])
    return any(selector.endswith(ends) for selector in selectors)


def extract_editor(view: View, at: Located | None) -> str | None:
    """The editor named after the body, outside its container."""
    for element in nodes_after(at, "editor"):
        editor = clean_editor(view.rules, text_in(element))
        if editor:
            return editor
    return None


# --- the channel -----------------------------------------------------------------------------------------


def extract_channel(view: View, at: Located | None) -> tuple[str, ...]:
    """The breadcrumb: the links' words, or their pictures' alt texts, without the home page and the article's own
    word."""
    for element in nodes(at, "channel"):
        crumbs = channels_in(view.rules, [text_in(link) or _alt(link) for link in element.iter("a")])
        if crumbs:
            return crumbs
    return ()


def _alt(link: Element) -> str:
    return next((" ".join(img.get("alt", "").split()) for img in link.iter("img")), "")


# --- ids and addresses -----------------------------------------------------------------------------------


def extract_doc_id(view: View, at: Located | None) -> str | None:
    """The document's id, without ``doc-i`` and ``comos-``: from the metas, the title node, the address."""
    named = _meta_id(view) or (_title_id(view.rules, at) if at is not None else None)
    if named or not view.base:
        return named
    from newsclean.addresses import doc_id_of

    return doc_id_of(view.base)


def _meta_id(view: View) -> str | None:
    publish = view.meta(markup.ID_META)
    if publish and view.rules.asks.doc_id.fullmatch(publish):
        return publish
    for name in markup.ID_METAS:
        for content in view.metas.get(name, ()):
            found = view.rules.asks.comos_id.search(content)
            if found:
                return captured(found)["id"]
    return None


def _title_id(rules: Rules, at: Located) -> str | None:
    for selector in markup.TITLE_SELECTORS:
        for match in at.stretch.near(selector):
            named = match.element.get(markup.TITLE_ID) or ""
            for start in markup.TITLE_ID_STARTS:
                named = named.removeprefix(start)
            if rules.asks.doc_id.fullmatch(named):
                return named
    if at.layout.name != markup.BLOG_LAYOUT:
        return None
    blogs = (match.element.get(b"id") or "" for match in at.stretch.near(markup.BLOG_TITLE))
    return next(filter(None, [named.removeprefix(markup.BLOG_ID_START) for named in blogs]), None)


def extract_comment_id(view: View, at: Located | None) -> str | None:
    """The id of the comment thread as ``channel:comos-id``; None for pages without one."""
    comment = view.meta(markup.THREAD_META)
    if comment and ":" in comment:
        return comment
    for content in view.metas.get(markup.COUNTER_META, ()):
        if found := view.rules.asks.thread_id.search(content):
            told = captured(found)
            return f"{told['channel']}:{told['id']}"
    key, page = view.raw.written(at.layout.comment_key) if at else "", view.raw.text
    place = page.find(key) if key else -1
    scripted = markup.SCRIPTED_THREAD.match(page, place + len(key)) if place >= 0 else None
    return scripted[1] if scripted else None


def extract_mobile_url(view: View) -> str | None:
    """The address of the mobile page; None where the page names none."""
    for content in view.metas.get(markup.MOBILE_META, ()):
        found = view.rules.asks.mobile_address.search(content)
        if found:
            return captured(found)["url"]
    return None


def extract_lead_image(view: View) -> str | None:
    """The preview picture of the head; None for a placeholder, or other furniture that the
    rules know, and for an empty field."""
    src = view.meta(markup.PICTURE_META)
    if not src or view.rules.made(Lookup).of_picture(src, ()) is not None:
        return None
    if src.startswith("//"):
        return "https:" + src
    return src if src.startswith(("http://", "https://")) else None
