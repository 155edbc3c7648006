"""The tables of furniture, compiled once into what the walk asks: dictionaries by tag, id, class and attribute.

Here lives the turning of rows into look-ups. Here never lives a fact about a page: those are rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from newsclean.layouts import NOISE, PHRASES, PICTURES, Noise, Phrase, Picture

__all__ = ["CompiledPhrase", "Phrases", "Rules", "default_rules", "is_boilerplate"]

Items = Sequence[tuple[str, str]]
Fullmatch = Callable[[str], re.Match[str] | None]
_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
_MEMO_LIMIT = 4_096  # class and id values remembered before the memory is emptied: pages share theirs

_BOILERPLATE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|footer|foot|header|sidebar|side|share|sharebar|comments?|related|recommend\w*|relate|"
    r"copyright|breadcrumbs?|crumbs?|toolbar|tools|rank|ranking|hot|hotlist|pager|pages?|pagination|login|subscribe|qrcode|"
    r"erweima|ads?|advert\w*|banner|promo\w*|tags?|keywords?|editor|disclaimer|statement|feedback|prev|next|prenext|"
    r"social|search|topbar|links|friendlink|more)(?:$|[\s_\d-])",
    re.IGNORECASE,
)
_NEVER_CHROME = frozenset(
    {"p", "img", "a", "strong", "b", "span", "font", "em", "h1", "h2", "h3", "body", "html", "td", "tr"}
)


class CompiledPhrase:
    """A phrase row; its pattern is compiled when a line first needs it, for most rows meet none."""

    __slots__ = ("_match", "most", "row")

    def __init__(self, row: Phrase) -> None:
        self.row = row
        self.most = row.most
        self._match: Fullmatch | None = None

    def match(self, text: str) -> re.Match[str] | None:
        """The match of the row's pattern with a whole line, whatever its length."""
        if self._match is None:
            self._match = re.compile(self.row.pattern, re.DOTALL).fullmatch
        return self._match(text)


class Phrases:
    """The phrase rows of one place in a text, in their order; ``fits_any`` is false of lines that none fits."""

    __slots__ = ("_fits_any", "rows")

    def __init__(self, rows: Iterable[CompiledPhrase], fits_any: Fullmatch) -> None:
        self.rows = tuple(rows)
        self._fits_any = fits_any

    def find(self, text: str) -> tuple[CompiledPhrase, re.Match[str]] | None:
        """The first row that a line of text fits, with the match; most lines fit none, and one question tells."""
        if not self._fits_any(text):
            return None
        size = len(text)
        for phrase in self.rows:
            if size <= phrase.most and (match := phrase.match(text)):
                return phrase, match
        return None


def _any_of(phrases: Iterable[CompiledPhrase]) -> Fullmatch:
    """One pattern for all rows, their groups without names."""
    nameless = [_NAMED_GROUP.sub("(?:", phrase.row.pattern) for phrase in phrases]
    return re.compile("|".join(nameless) or r"(?!)", re.DOTALL).fullmatch


class Rules:
    """All rows, ready to be asked about an element (:meth:`of_element`), a picture or a line of text."""

    def __init__(
        self,
        noise: Iterable[Noise] = NOISE,
        phrases: Iterable[Phrase] = PHRASES,
        pictures: Iterable[Picture] = PICTURES,
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
        self._seen: dict[tuple[str, str], Noise | None] = {}
        compiled = [CompiledPhrase(row) for row in phrases]
        anywhere = [p for p in compiled if p.row.where == "anywhere"]
        edges = [p for p in compiled if p.row.where != "anywhere"]
        at_edge = _any_of(edges)
        self.at_start = Phrases([p for p in edges if p.row.where != "end"], at_edge)
        self.at_end = Phrases([p for p in edges if p.row.where != "start"], at_edge)
        self.anywhere = Phrases(anywhere, _any_of(anywhere))
        known = tuple(pictures)
        self._picture_words = re.compile("|".join([f"(?:{row.src})" for row in known if row.src]) or r"(?!)")
        self._picture_attrs = frozenset([name for row in known for name in row.attrs])
        self._pictures = [
            (re.compile(row.src) if row.src else None, frozenset(row.attrs), row) for row in known
        ]

    def of_element(self, items: Items) -> Noise | None:
        """The row that the attributes of an element call for; None for an element that stays."""
        for item in items:
            name = item[0]
            if name == "class" or name == "id" or name in self._by_attr:
                try:
                    row = self._seen[item]
                except KeyError:
                    row = self._remember(item)
                if row is not None:
                    return row
        return None

    def of_picture(self, src: str, items: Items) -> Picture | None:
        """The row that says this is no picture of the article; None for one that is."""
        if not self._picture_words.search(src) and self._picture_attrs.isdisjoint(
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
            return self.by_id.get(value) or _starting(self._id_starts, value)
        if name == "class":
            for token in value.split():
                row = self.by_class.get(token) or _starting(self._class_starts, token)
                if row:
                    return row
            return next((row for part, row in self._class_holds if part in value), None)
        wanted = self._by_attr[name]
        return wanted.get(value) or wanted.get(None)


def is_boilerplate(tag: str, value: str) -> bool:
    """Whether a class or id says in English that the element is furniture: for bodies found without a layout."""
    return tag not in _NEVER_CHROME and _BOILERPLATE.search(value) is not None


def _prefixes(pairs: Iterable[tuple[str, Noise]]) -> list[tuple[str, Noise]]:
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def _starting(prefixes: list[tuple[str, Noise]], value: str) -> Noise | None:
    return next((row for start, row in prefixes if value.startswith(start)), None)


@lru_cache(maxsize=1)
def default_rules() -> Rules:
    """The rules of the tables, compiled at the first page and kept."""
    return Rules()
