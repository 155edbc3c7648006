"""What a page says about its article: times, source, channel, keywords, ids, addresses.

Each ``extract_x`` takes a view and a layout and gives a value or None, which means that the page does not
say. Which node holds what stands in the layout table. Here never lives the body's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin

from newsclean.addresses import doc_id_of
from newsclean.dates import Moment, find_moment
from newsclean.lazy_regex import Deferred
from newsclean.locate.layout import Located, nodes, nodes_after
from newsclean.locate.page import View
from newsclean.metadata.credits import clean_editor, clean_source
from newsclean.metadata.info_line import NO_CRUMB, named_in, without_tools
from newsclean.metadata.names import names_in
from newsclean.tree import text_in

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
    "extract_source",
]

_ID = Deferred(r"^[a-z]{1,4}[a-z0-9]{3,12}\d{7}$")
_COMOS = Deferred(r"comos[-:]([a-z]+[a-z0-9]*\d{7})\b")
_COMMENT_ID = Deferred(r"comment_channel:\s*([a-z0-9]+)\s*;\s*comment_id:\s*([\w-]+)")
_COMMENT_IN_SCRIPT = re.compile(rb"\s*:\s*\"([a-z]+:comos-[a-z0-9]+)")
_MEDIUM_NOTE = b"LLTJ_MT:name"
_MEDIUM_IN_NOTE = re.compile(rb"\s*=\s*\"([^\"<>]{2,60})\"")
_MOBILE = Deferred(r"url=\s*(\S+)", re.IGNORECASE)
_TIME_METAS = (
    "weibo: article:create_at",
    "article:published_time",
    "weibo:article:create_at",
    "publishdate",
    "pubdate",
)
_CHANGE_METAS = ("weibo: article:update_at", "weibo:article:update_at", "article:modified_time")
_AUTHOR_LABEL = Deferred(r"^作者\s*[:：]\s*(.+)")


def extract_published(view: View, at: Located | None) -> Moment | None:
    """The time displayed: the first node that holds one; else what the metas say."""
    for element in nodes(at, "time"):
        moment = find_moment(text_in(element))
        if moment:
            return moment if moment.has_clock else _with_clock(view, moment)
    return next((m for name in _TIME_METAS if (m := find_moment(view.meta(name) or ""))), None)


def _with_clock(view: View, day: Moment) -> Moment:
    """A displayed day with the clock time of a meta of the same day, where there is one."""
    for name in _TIME_METAS:
        moment = find_moment(view.meta(name) or "")
        if moment and moment.has_clock and moment.at.date() == day.at.date():
            return moment._replace(raw=day.raw)
    return day


def extract_modified(view: View) -> Moment | None:
    """The time of the last change, from the metas."""
    return next((m for name in _CHANGE_METAS if (m := find_moment(view.meta(name) or ""))), None)


def extract_source(view: View, at: Located | None) -> tuple[str | None, str | None]:
    """The medium displayed, and the address its name links to; (None, None) where none is displayed."""
    for element in nodes(at, "source"):
        text = text_in(element)
        moment = find_moment(text)
        if moment and moment.has_clock:
            text = text.replace(moment.raw, " ", 1) if moment.raw in text else _without_moment(text)
        source = clean_source(without_tools(text))
        if source and not find_moment(source):
            return source, _link_of(element, view.base)
    return None, None


def extract_meta_source(view: View) -> str | None:
    """The medium of the metas: both of these name the medium, not a person, on every page seen; else that of the
    head's comment."""
    return next(
        (found for name in ("mediaid", "article:author") if (found := clean_source(view.meta(name) or ""))),
        None,
    ) or _commented_source(view)


def _commented_source(view: View) -> str | None:
    """The medium that a comment names, ``<!-- LLTJ_MT:name ="…" -->``: in the head of pages of 2007-2013."""
    place = view.raw.find(_MEDIUM_NOTE)
    named = _MEDIUM_IN_NOTE.match(view.raw, place + len(_MEDIUM_NOTE)) if place >= 0 else None
    if named is None:
        return None
    try:
        name = named[1].decode("utf-8")
    except UnicodeDecodeError:
        name = named[1].decode("gb18030", "replace")
    return clean_source(name)


def _without_moment(text: str) -> str:
    return re.sub(
        r"(?:19|20)\d\d\s*[年./-].*?\d{1,2}\s*[:：]\s*\d{2}(?:\s*[:：]\s*\d{2})?", " ", text, count=1
    )


def _link_of(element: Any, base: str | None) -> str | None:
    link = element if element.tag == "a" else next(element.iter("a"), None)
    href = (link.get("href") or "").strip() if link is not None else ""
    if href.startswith("//"):
        return "https:" + href
    if href.startswith(("http://", "https://")):
        return href
    return urljoin(base, href) if base and href.startswith("/") else None


def extract_authors(view: View, at: Located | None, source: str | None) -> list[str]:
    """Persons that the page's head names as authors: ``作者：…`` in the date line, a columnist's link."""
    for element in nodes(at, "author"):
        text = text_in(element)
        label = _AUTHOR_LABEL.match(text)
        if label is None and at is not None and _tells_time(at, element):
            names: Iterable[str] = named_in(text)  # a line of more than names
        else:
            names = () if find_moment(text) else names_in(label[1] if label else text)
        if persons := [name for name in names if name != source]:
            return persons
    return []


def _tells_time(at: Located, element: Any) -> bool:
    """Whether the layout looks for the time in nodes of an element's class too."""
    ends = tuple(["." + name for name in (element.get("class") or "").split()])
    return any(selector.endswith(ends) for selector in at.layout.time)


def extract_channel(view: View, at: Located | None) -> tuple[str, ...]:
    """The breadcrumb: the links' words, or their pictures' alt texts, without 正文 and the home page."""
    for element in nodes(at, "channel"):
        crumbs = [text_in(a) or (_alt(a)) for a in element.iter("a")]
        crumbs = [crumb for crumb in dict.fromkeys(crumbs) if crumb not in NO_CRUMB]
        if crumbs:
            return tuple(crumbs)
    return ()


def _alt(link: Any) -> str:
    return next((" ".join(img.get("alt", "").split()) for img in link.iter("img")), "")


def extract_editor(view: View, at: Located | None) -> str | None:
    """The editor named after the body, outside its container."""
    for element in nodes_after(at, "editor"):
        editor = clean_editor(text_in(element))
        if editor:
            return editor
    return None


def extract_doc_id(view: View, at: Located | None) -> str | None:
    """The document's id, without ``doc-i`` and ``comos-``: from the metas, the title node, the address."""
    publish = view.meta("publishid")
    if publish and _ID.match(publish):
        return publish
    for name in ("comment", "sudameta"):
        for content in view.metas.get(name, ()):
            found = _COMOS.search(content)
            if found:
                return found[1]
    for match in (*at.stretch.near("h1"), *at.stretch.near("#artibodyTitle")) if at else ():
        named = (match.element.get("docid") or "").removeprefix("comos-").removeprefix("comos:")
        if _ID.match(named):
            return named
    if at is not None and at.layout.name == "blog":
        for match in at.stretch.near(".titName"):
            named = (match.element.get("id") or "").removeprefix("t_")
            if named:
                return named
    return doc_id_of(view.base) if view.base else None


def extract_comment_id(view: View, at: Located | None) -> str | None:
    """The id of the comment thread as ``channel:comos-id``; None for pages without one."""
    comment = view.meta("comment")
    if comment and ":" in comment:
        return comment
    for content in view.metas.get("sudameta", ()):
        found = _COMMENT_ID.search(content)
        if found:
            return f"{found[1]}:{found[2]}"
    key = at.layout.comment_key.encode() if at else b""
    place = view.raw.find(key) if key else -1
    scripted = _COMMENT_IN_SCRIPT.match(view.raw, place + len(key)) if place >= 0 else None
    return scripted[1].decode("ascii") if scripted else None


def extract_mobile_url(view: View) -> str | None:
    """The address of the mobile page; None where the page names none (since 2020 the field is often empty)."""
    for content in view.metas.get("mobile-agent", ()):
        found = _MOBILE.search(content)
        if found:
            return found[1]
    return None


def extract_lead_image(view: View) -> str | None:
    """The preview picture of the head; None for the site's default pictures and for an empty field."""
    src = view.meta("og:image")
    if not src or "/default/" in src or "320X320" in src:
        return None
    if src.startswith("//"):
        return "https:" + src
    return src if src.startswith(("http://", "https://")) else None
