"""The tables of furniture, compiled once into what the walk asks: dictionaries by tag, id, class and attribute.

Here lives the turning of rows into look-ups. Here never lives a fact about a page: those are rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from types import SimpleNamespace

from newsclean.clean.pieces import PREVIEW
from newsclean.clean.stocks import SYMBOL_ID
from newsclean.layouts import BUILT_IN, COMMENTS, NOISE, PHRASES, PICTURES, Comment, Noise, Phrase, Picture
from newsclean.lazy_regex import Deferred

__all__ = [
    "HIDDEN",
    "NOTE",
    "STOCK",
    "CompiledPhrase",
    "Lookup",
    "Phrases",
    "default_rules",
    "is_boilerplate",
]

Items = Sequence[tuple[str, str]]
HIDDEN = Noise(name="hidden-style", why=BUILT_IN["hidden-style"])
"""The answer for an element that its style never shows."""
NOTE = Comment(name="comment", why=BUILT_IN["comment"], opens=())
"""The answer for a comment of no known kind."""
STOCK = Noise(name="stock", why="An id that names a stock: it is noted, and its text stays.")
"""The answer for an element that stays, but is to be noted."""

_HIDDEN_STYLE = Deferred(r"display\s*:\s*none|visibility\s*:\s*hidd+en", re.IGNORECASE)
_MEMO_LIMIT = 4_096  # values remembered before the memory is emptied: pages share classes, ids and notes
_NOTE_MOST = 40  # characters of a comment that may be a template's and is remembered

_BOILERPLATE = Deferred(
    r"(?:^|[\s_-])(?:nav|navbar|menu|footer|foot|header|sidebar|side|share|sharebar|comments?|related|recommend\w*|relate|"
    r"copyright|breadcrumbs?|crumbs?|toolbar|tools|rank|ranking|hot|hotlist|pager|pages?|pagination|login|subscribe|qrcode|"
    r"erweima|ads?|advert\w*|banner|promo\w*|tags?|keywords?|editor|disclaimer|statement|feedback|prev|next|prenext|"
    r"social|search|topbar|links|friendlink|more)(?:$|[\s_\d-])",
    re.IGNORECASE,
)
_NEVER_CHROME = frozenset(
    {"p", "img", "a", "strong", "b", "span", "font", "em", "h1", "h2", "h3", "body", "html", "td", "tr"}
)


_NUMBER = r"[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]"
_ASKS = SimpleNamespace(
    caption_credit=Deferred(
        r"^[(（【]?(?:图为|图片|图中|资料图|配图|[▲△]|[上下左右]图|图\s?\d)|图片来源|资料图片?[)）]|供图|摄(?:影|制)?[)）】\]。]*$"
    ),
    caption_told=Deferred(
        r"[(（【]?(?:图为(?!什么|何|此)|图片(?:来源|说明|提供)\s*[:：]|资料图片?(?:[\s：:，。)）]|$)|配图\s*[:：]|[▲△]).*"
        r"|.*(?:[(（][^()（）]{0,16}(?:摄|供图|图片?来源[^()（）]{0,16})[)）]|(?:记者|通讯员|新华社|中新社)[^，。()（）拍航偷]{2,10}摄|\s[^\s，。()（）]{2,4}\s?摄|(?:供|资料)图|\s图)。?"
    ),
    no_caption=Deferred(
        rf"(?:[文图]|撰文|图文|作者|记者|编辑|本报|本刊|来源|原标题)\s*[/:：|｜、\s]|{_NUMBER}|第.{{1,3}}[章节部]|[上中下]篇|表\s?\d|[—－-]{{2}}|[■◆●]"
    ),
    numbered_heading=Deferred(_NUMBER),
    caption_aside=Deferred(r"[(（【\[][^()（）【】\[\]]{4,20}[)）】\]]$"),
)


class CompiledPhrase:
    """A phrase row with its pattern, which is to match a whole line."""

    __slots__ = ("action", "invites", "most", "name", "opens", "pattern", "spares", "words")

    def __init__(self, row: Phrase) -> None:
        self.name = row.name
        self.action = row.action
        self.invites = row.invites
        self.opens = row.opens
        self.spares = row.spares
        self.most = row.most
        self.words = row.words
        self.pattern = Deferred(row.pattern, re.DOTALL)


class Phrases:
    """The phrase rows of one place in a text, in their order, filed under the characters they open with."""

    __slots__ = ("_by_opening", "_open_to_all", "rows")

    def __init__(self, rows: Iterable[CompiledPhrase]) -> None:
        self.rows = tuple(rows)
        opening = {char for phrase in self.rows for char in phrase.opens}
        self._by_opening = {char: self._opened_by(char) for char in opening}
        self._open_to_all = self._opened_by("")

    def _opened_by(self, char: str) -> tuple[CompiledPhrase, ...]:
        return tuple([p for p in self.rows if not p.opens or (char and char in p.opens)])

    def find(self, text: str) -> tuple[CompiledPhrase, re.Match[str]] | None:
        """The first row that a line of text fits, with the match."""
        size = len(text)
        for phrase in self._by_opening.get(text[0], self._open_to_all):
            if size > phrase.most or (phrase.words and not any(map(text.__contains__, phrase.words))):
                continue
            match = phrase.pattern.fullmatch(text)
            if match and not any(map(text.__contains__, phrase.spares)):
                return phrase, match
        return None


class Lookup:
    """All rows, ready to be asked about an element (:meth:`of_element`), a picture or a line of text."""

    asks = _ASKS
    sentence_ends = tuple("。！？；…!?")
    closers = "”’」』\"'"
    goes_on = tuple("：:，,、；;")
    loose_ends = (*sentence_ends, "”")
    no_caption_ends = (*sentence_ends, *goes_on)
    leads = ("点击", "进入", "更多", "查看")

    def __init__(
        self,
        noise: Iterable[Noise] = NOISE,
        phrases: Iterable[Phrase] = PHRASES,
        pictures: Iterable[Picture] = PICTURES,
        comments: Iterable[Comment] = COMMENTS,
    ) -> None:
        rows = tuple(noise)
        self.by_tag = {tag: row for row in reversed(rows) for tag in row.tags}
        self.by_id = {value: row for row in reversed(rows) for value in row.ids}
        self.by_class = {value: row for row in reversed(rows) for value in row.classes}
        self._id_starts = _prefixes((start, row) for row in rows for start in row.id_starts)
        self._class_starts = _prefixes((start, row) for row in rows for start in row.class_starts)
        self._class_holds = [(part, row) for row in rows for part in row.class_holds]
        self._by_attr: dict[str, dict[str | None, Noise]] = {}
        for row in reversed(rows):
            for name, value in row.attrs:
                self._by_attr.setdefault(name, {})[value] = row
        self._asked = frozenset({"id", "class", "style", *self._by_attr})
        self._seen: dict[tuple[str, str], Noise | None] = {}
        rows_ = list(phrases)
        compiled = [CompiledPhrase(row) for row in rows_]
        self.inviting = frozenset([phrase.name for phrase in compiled if phrase.invites])
        self.at_start = Phrases(
            [p for p, row in zip(compiled, rows_, strict=True) if row.where in ("start", "edges")]
        )
        self.at_end = Phrases(
            [p for p, row in zip(compiled, rows_, strict=True) if row.where in ("end", "edges")]
        )
        self.anywhere = Phrases(
            [p for p, row in zip(compiled, rows_, strict=True) if row.where == "anywhere"]
        )
        self._comments = tuple(comments)
        self._notes: dict[str, tuple[Comment, str]] = {}
        known = tuple(pictures)
        self._picture_words = tuple([word for row in known for word in row.words])
        self._picture_attrs = frozenset([name for row in known for name in row.attrs])
        self._pictures = [
            (Deferred(row.src) if row.src else None, frozenset(row.attrs), row) for row in known
        ]

    def invites(self, text: str) -> bool:
        """Whether a line is one that invites to scan a code."""
        found = self.at_end.find(text)
        return found is not None and found[0].invites

    def of_element(self, items: Items) -> Noise | None:
        """The row that the attributes of an element call for; :data:`HIDDEN` where none does but a style
        hides it, :data:`STOCK` where an id names a stock; None for an element that just stays."""
        lesser: Noise | None = None
        asked, seen = self._asked, self._seen
        for item in items:
            if item[0] in asked:
                row = seen[item] if item in seen else self._remember(item)
                if row is not None:
                    if row is not HIDDEN and row is not STOCK:
                        return row
                    if lesser is not HIDDEN:
                        lesser = row
        return lesser

    def of_comment(self, text: str) -> tuple[Comment, str]:
        """The row that a comment opens as, :data:`NOTE` for one that is nothing but a note; and its preview."""
        known = self._notes.get(text)
        if known is None:
            words = " ".join(text.split())
            row = next((row for row in self._comments if words.startswith(row.opens)), NOTE)
            known = row, words[:PREVIEW]
            if len(text) <= _NOTE_MOST:
                if len(self._notes) >= _MEMO_LIMIT:
                    self._notes.clear()
                self._notes[text] = known
        return known

    def of_picture(self, src: str, items: Items) -> Picture | None:
        """The row that says this is no picture of the article; None for one that is."""
        if not any(map(src.__contains__, self._picture_words)) and self._picture_attrs.isdisjoint(
            [name for name, _ in items]
        ):
            return None
        for pattern, attrs, row in self._pictures:
            if pattern is not None and pattern.search(src):
                return row
            if attrs and any(name in attrs for name, _ in items):
                return row
        return None

    def _remember(self, item: tuple[str, str]) -> Noise | None:
        if len(self._seen) >= _MEMO_LIMIT:
            self._seen.clear()
        row = self._seen[item] = self._decide(*item)
        return row

    def _decide(self, name: str, value: str) -> Noise | None:
        if name == "id":
            row = self.by_id.get(value) or _starting(self._id_starts, value)
            return row or (STOCK if SYMBOL_ID.match(value) else None)
        if name == "class":
            for token in value.split():
                row = self.by_class.get(token) or _starting(self._class_starts, token)
                if row:
                    return row
            return next((row for part, row in self._class_holds if part in value), None)
        wanted = self._by_attr.get(name, {})
        row = wanted.get(value) or wanted.get(None)
        return row or (HIDDEN if name == "style" and _HIDDEN_STYLE.search(value) else None)


def is_boilerplate(tag: str, value: str) -> bool:
    """Whether a class or id says in English that the element is furniture: for bodies found without a layout."""
    return tag not in _NEVER_CHROME and _BOILERPLATE.search(value) is not None


def _prefixes(pairs: Iterable[tuple[str, Noise]]) -> list[tuple[str, Noise]]:
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def _starting(prefixes: list[tuple[str, Noise]], value: str) -> Noise | None:
    return next((row for start, row in prefixes if value.startswith(start)), None)


@lru_cache(maxsize=1)
def default_rules() -> Lookup:
    """The rules of the tables, compiled at the first page and kept."""
    return Lookup()
