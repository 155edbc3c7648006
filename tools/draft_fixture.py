"""Drafts a fixture from a page: the page's structure stays, its words become words of the project's own.

    draft_fixture.py PAGE NAME [--address URL] [--content-type VALUE] [--into FOLDER]

A page belongs to others and can't stand among the tests. What newsclean does on it hangs on its structure, on its
punctuation and on the wording of its furniture. So tags, ids, classes and the openings of comments are kept; a line
that a row of the rule book took becomes that row's own example; and any other word becomes an invented one of its
length, always the same one for the same word, so that a title stays the same in its five places. What newsclean
gives for the draft becomes the expectation, with a mark that lets the fixture's tests fail until a person has read
both and taken the mark away.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import sys
import zlib
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from itertools import cycle
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

import newsclean
from newsclean.decode import Decoded, decode
from newsclean.rules import (
    Comment,
    Element,
    Form,
    Line,
    Picture,
    Refusal,
    Rules,
    Wording,
    default_rules,
    markup,
)
from newsclean.rules.forms import joined

FIXTURES = Path(__file__).resolve().parent.parent / "tests" / "fixtures"
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*--[a-z0-9]+(?:-[a-z0-9]+)*")
MARK = (
    "read me: this is what newsclean gives now. Correct what a careful reader would take otherwise, leave out what the "
    "page does not decide, then take this line away"
)
TODO = "draft: say in one sentence what this page shows, and"

# --- what is invented ------------------------------------------------------------------------------------

_WHEN = "清晨 傍晚 雨后 入冬 开春 夜里 午间 月初 晨雾 入夜".split()
_WHO = "渡工 船长 摊主 邻居 木匠 店家 学徒 茶客 渔家 船工".split()
_HOW = "慢慢 轻轻 照旧 渐渐 一同 悄悄 重新 慢些".split()
_DO = "擦亮 收起 数着 看见 摆开 记下 挂上 推开 送来 收好".split()
_WHAT = "灯笼 船票 竹筐 旧桥 木门 河灯 风铃 瓦罐 水井 桥灯".split()
_SENTENCE = (_WHEN, _WHO, _HOW, _DO, _WHAT)
_SHORT = (_WHAT, _DO, _WHO, _WHEN)
_PERSONS = {
    2: "沈砚 温禾 纪远 江渔 安行 冉舟 顾枝 陆澜".split(),
    3: "沈砚秋 温小满 纪怀远 江知渔 安景行 冉小舟 顾南枝 陆听澜 宋晚舟 季临川".split(),
    4: "欧阳听澜 司马知渔 上官南枝".split(),
}
_SYLLABLES = "ra lo ti ne ku sa mi vo de lu".split()
_DIGITS = dict(zip("0123456789", "0473916825", strict=True))
_LETTERS = str.maketrans(
    "abcdefghjklmnopqrstuvwxyz", "kqwxzbcdfghjlmnprstvyaeou"
)  # without i, which opens ids
_RUN = 4  # Han characters in a row that must not be the page's own


class Inventor:
    """Words for words: for the same the same, of the same length, and never four characters in a row of the page."""

    def __init__(self, page: str) -> None:
        self._page = grams(page)
        self._known: dict[str, str] = {}

    def han(self, run: str) -> str:
        """Neutral Chinese in the place of a run of letters that are not ASCII's."""
        if run not in self._known:
            tries = (self._made(run, salt) for salt in range(400))
            self._known[run] = next(made for made in tries if made != run and not grams(made) & self._page)
        return self._known[run]

    @staticmethod
    def _made(run: str, salt: int) -> str:
        seed = zlib.crc32(f"{salt}:{run}".encode("utf-8", "replace"))
        made = ""
        for words in cycle(_SENTENCE if len(run) > 6 else _SHORT):
            if len(made) >= len(run):
                break
            made += words[seed % len(words)]
            seed = zlib.crc32(made.encode(), seed)
        return made[: len(run)] if len(run) % 2 == 0 else made[: len(run) - 1] + "边里外上"[seed % 4]

    @staticmethod
    def latin(word: str) -> str:
        """A word of no language in the place of one in Latin letters."""
        seed = zlib.crc32(word.lower().encode())
        made = ""
        while len(made) < len(word):
            made += _SYLLABLES[seed % len(_SYLLABLES)]
            seed = zlib.crc32(made.encode(), seed)
        made = made[: len(word)]
        return made.upper() if word.isupper() else made.capitalize() if word[0].isupper() else made

    @staticmethod
    def digits(run: str) -> str:
        """Other digits; years, and what is shorter than a code, stay."""
        kept = 3 if len(run) > 4 else 1
        if len(run) < 3 or (len(run) == 4 and run.startswith(("19", "20"))):
            return run
        return run[:kept] + "".join(_DIGITS[digit] for digit in run[kept:])


def grams(text: str) -> frozenset[str]:
    """The pieces of four Han characters in a text, none of them across anything else."""
    runs = re.findall(r"[\u3400-\u9fff]{4,}", text)
    return frozenset(run[at : at + _RUN] for run in runs for at in range(len(run) - _RUN + 1))


# --- words of a text -------------------------------------------------------------------------------------

_DAY = r"(?P<day>(?P<year>(?:19|20)\d\d)(?P<a>[-/.年])(?P<month>\d{1,2})(?P<b>[-/.月])(?P<date>\d{1,2}))"
_PACKED = r"(?<!\d)(?P<packed>(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]))(?=\D|\d{4,6}(?!\d)|$)"
_MONTH = r"(?P<short>(?P<m>\d{1,2})月(?P<d>\d{1,2})(?=日))"
_CLOCK = r"(?<![+\-:\d])(?P<clock>(?P<hour>\d{1,2})(?P<c>[:：时点])(?P<minute>\d\d))(?!\d)"
_WORDS = (
    r"(?P<url>(?:https?:)?//[\w.-]+\.\w+[^\s\"'<>()（）\[\]，。；]*)|"
    + "|".join([_DAY, _PACKED, _MONTH, _CLOCK])
    + r"|(?P<han>[^\W\d_a-zA-Z]+)|(?P<latin>[A-Za-z]{4,})|(?P<digits>\d+)"
)
_KEPT_HOSTS = ("sinaimg.cn", "sinajs.cn", "w3.org", "ogp.me")
_NO_LABELS = frozenset({"SURNAMES", "COMPOUND_SURNAMES", "PLACES", "NO_NAME", "BLANKS", "NEVER_CHROME"})
_HAN = re.compile(r"[\u3400-\u9fff]+")
_LABEL_MOST = 10  # characters of a label, a tool or the name of one of the site's channels
_HOUSE_MOST = 8  # characters of the site's name with a desk or a channel behind it
_QUERY_MOST = 100  # characters of an address's query that say what is asked for
_PERSON_MOST = 4  # characters of a name behind a label


class Piece(NamedTuple):
    """A part of a text, and what it becomes."""

    start: int
    stop: int
    new: str


class Rewriter:
    """Rewrites texts of one page, with what newsclean found on it."""

    def __init__(
        self, rules: Rules, page: str, given: newsclean.Article | newsclean.NewscleanError, parts: int = 2
    ) -> None:
        article = given if isinstance(given, newsclean.Article) else None
        self.kind = given.kind if isinstance(given, newsclean.NotAnArticle) else None
        self.rules, self.inventor, self.parts = rules, Inventor(page), parts
        self.names = _names(article, self.inventor, rules) if article else {}
        self.channel = frozenset(article.channel if article else ())
        self.taken = {
            removal.preview.rstrip("…"): row
            for removal in (article.removals if article else ())
            if isinstance(row := rules.by_name.get(removal.rule), Line) and removal.preview
        }
        names = "|".join(map(re.escape, sorted(self.names, key=len, reverse=True)))
        self.words = re.compile(f"(?P<name>{names})|{_WORDS}" if names else f"(?P<name>(?!))|{_WORDS}")
        self.kept = set(self.names.values())

    @cached_property
    def labels(self) -> frozenset[str]:
        """The words that the rule book knows as labels, tools and notes; no names and no places."""
        found: set[str] = set()
        for name, piece in self.rules.book.items():
            if name not in _NO_LABELS:
                found.update(getattr(piece, "members", ()) or _words_in(getattr(piece, "pattern", "")))
        for row in self.rules:
            if isinstance(row, Comment):
                found.update(word for text in (*row.opens, *row.spares) for word in _HAN.findall(text))
            elif isinstance(row, Wording):
                found.update(word for form in row.forms for word in _words_in(form.pattern))
        return frozenset(word for word in found if _HAN.fullmatch(word) and (len(word) > 1 or word == "摄"))

    # --- texts ---------------------------------------------------------------------------------------------

    def text(self, said: str, *, latin: bool = True) -> str:
        """A text with other words."""
        return "".join(piece.new for piece in self.pieces(said, latin=latin))

    def line(self, said: str) -> list[Piece]:
        """What the parts of a line become: the example of the row that took it, or other words."""
        core = said.strip()
        example = self._example(" ".join(core.split()))
        if example is None or not core:
            return list(self.pieces(said))
        self.kept.add(example)
        start = said.index(core)
        stop = start + len(core)
        return [
            Piece(0, start, said[:start]),
            Piece(start, stop, example),
            Piece(stop, len(said), said[stop:]),
        ]

    def pieces(self, said: str, *, latin: bool = True) -> Iterator[Piece]:
        """The parts of a text, each with what it becomes."""
        at = 0
        for found in self.words.finditer(said):
            if found.start() > at:
                yield Piece(at, found.start(), said[at : found.start()])
            yield Piece(*found.span(), self._word(found, said, latin=latin))
            at = found.end()
        if at < len(said):
            yield Piece(at, len(said), said[at:])

    def _word(self, found: re.Match[str], said: str, *, latin: bool) -> str:
        word, kind = found[0], next(name for name in _KINDS if found[name] is not None)
        if kind == "han":
            if 2 <= len(word) <= _PERSON_MOST and self._names_person(said, found) and word not in self.labels:
                pool = _PERSONS[len(word)]
                return self._keep(pool[zlib.crc32(word.encode()) % len(pool)])
            return self.run(word, labelled=said[found.end() : found.end() + 1] in (":", "："))
        if kind == "latin":
            return self.inventor.latin(word) if latin and word not in self._latin_labels else word
        others: dict[str, Callable[[], str]] = {
            "name": lambda: self.names[word],
            "url": lambda: self.address(word),
            "digits": lambda: self.inventor.digits(word),
        }
        return others[kind]() if kind in others else _moved(found, kind)

    def _names_person(self, said: str, found: re.Match[str]) -> bool:
        """Whether a short run stands where a person's name does: behind a label or a role, or before 摄."""
        before = said[max(0, found.start() - _LABEL_MOST) : found.start()]
        return (
            self._role.search(before) is not None or re.match(r"\s+摄(?!\w)", said[found.end() :]) is not None
        )

    @cached_property
    def _role(self) -> re.Pattern[str]:
        roles = "|".join(map(re.escape, sorted(self._workers, key=len, reverse=True)))
        return re.compile(rf"(?:{roles})\s*[:：/]\s*\Z|(?:{roles})\s+\Z")

    @cached_property
    def _latin_labels(self) -> frozenset[str]:
        return frozenset(word for row in self.rules.book.values() for word in getattr(row, "members", ()))

    def run(self, run: str, *, labelled: bool = False) -> str:
        """A run of letters that are not ASCII's: labels, the site's name and its channels stay."""
        if len(run) == 1 or run in self.channel or (run.startswith("新浪") and len(run) <= _HOUSE_MOST):
            return self._keep(run)
        parts = _covered(run, self.labels) if len(run) <= _LABEL_MOST else [(run, False)]
        if all(known for _, known in parts) and len(parts) <= self.parts:
            return self._keep(run)
        last, known = parts[-1]
        if known and len(last) < len(run) and (labelled or last in self._workers):
            return self.inventor.han(run.removesuffix(last)) + self._keep(last)
        return self.inventor.han(run)

    @cached_property
    def _workers(self) -> frozenset[str]:
        return frozenset((*self.rules.words.WRITERS, *self.rules.words.WORKERS, "摄"))

    def _keep(self, run: str) -> str:
        self.kept.add(run)
        return run

    def _example(self, line: str) -> str | None:
        """The example of the row that took a line, or that says what the page is instead of an article."""
        row = next((row for begun, row in self.taken.items() if line.startswith(begun)), None)
        if row is not None:
            return _example_of(row.forms, "fullmatch", line, self.rules)
        if self.kind is None or len(line) > 200:
            return None
        signs = [row for row in self.rules.of_kind(Refusal) if row.kind == self.kind]
        forms = [form for row in signs for form in (*row.title, *row.text)]
        gone = [form for row in self.rules.wordings if row.asks == "gone" for form in row.forms]
        return _example_of(forms, "search", line, self.rules) or _example_of(
            gone, "fullmatch", line, self.rules
        )

    # --- addresses -----------------------------------------------------------------------------------------

    def address(self, address: str) -> str:
        """Another address: other numbers, days and words on the site's hosts; no host of anybody else's."""
        if self._picture(address) == "placeholder-image":
            return address
        if len(address.partition("?")[2]) > _QUERY_MOST:  # a request of a script's, with its tokens
            address = address.partition("?")[0]
        host = urlsplit(address).hostname or ""
        path = address.partition("//")[2].partition("/")[2]
        if any(host == name or host.endswith("." + name) for name in self._hosts):
            start = address[: len(address) - len(path)]
            new = start + self._path(path)
        else:
            scheme = address.partition("//")[0]
            new = f"{scheme}//www.site{zlib.crc32(host.encode()) % 89 + 10}.example/"
            new += self.text(_spelled(path)) if path else ""
        return address if self._picture(address) != self._picture(new) else new

    @cached_property
    def _hosts(self) -> tuple[str, ...]:
        return (*self.rules.words.SITE_DOMAINS, *self.rules.words.HOUSE_DOMAINS, *_KEPT_HOSTS)

    def _path(self, path: str) -> str:
        """A path on the site: its days and longer numbers become others, and Han in it other words."""
        path = re.sub(r"\d{5,}", self._number, _spelled(path))
        path = re.sub(_DAY, lambda found: _moved(found, "day"), path)
        return re.sub(r"[^\W\d_a-zA-Z]+", lambda found: self.run(found[0]), path)

    def _number(self, found: re.Match[str]) -> str:
        packed = re.match(_PACKED, found[0])
        if packed is None:
            return self.inventor.digits(found[0])
        return _moved(packed, "packed") + self.inventor.digits(found[0][packed.end() :])

    def _picture(self, address: str) -> str | None:
        """The row that takes a picture with this address."""
        for row in self.rules.of_kind(Picture):
            if any(re.search(joined((form,), self.rules.book), address) for form in row.forms):
                return row.name
        return None


def _words_in(pattern: str) -> Iterator[str]:
    """The Han words that stand in a pattern, a word with a set of letters once with each."""
    yield from _HAN.findall(pattern)
    for start, letters in re.findall(r"([\u3400-\u9fff]+)\[([\u3400-\u9fff]+)\]", pattern):
        yield from (start + letter for letter in letters)


_KINDS = ("name", "url", "day", "packed", "short", "clock", "han", "latin", "digits")


def _names(article: newsclean.Article, inventor: Inventor, rules: Rules) -> dict[str, str]:
    """The persons and the medium of an article, each with an invented one of its kind."""
    persons = dict.fromkeys([*article.authors, *(article.editor or "").split()])
    names: dict[str, str] = {}
    for number, name in enumerate(name for name in persons if _HAN.fullmatch(name)):
        pool = _PERSONS.get(len(name), [])
        names[name] = pool[number % len(pool)] if pool else inventor.han(name)
    source = article.source
    if source and _HAN.fullmatch(source) and not source.startswith("新浪"):
        endings = [ending for ending in rules.words.MEDIA_ENDINGS if source.endswith(ending)]
        ending = max(endings, key=len, default="")
        stem = source.removesuffix(ending)
        names[source] = (inventor.han(stem) if stem else "") + ending
    return names


def _covered(run: str, words: frozenset[str]) -> list[tuple[str, bool]]:
    """A run cut into the longest known words and what stands between them."""
    parts: list[tuple[str, bool]] = []
    at = 0
    while at < len(run):
        size = next((size for size in range(len(run) - at, 0, -1) if run[at : at + size] in words), 0)
        piece = run[at : at + (size or 1)]
        if not size and parts and not parts[-1][1]:
            parts[-1] = (parts[-1][0] + piece, False)
        else:
            parts.append((piece, size > 0))
        at += size or 1
    return parts


def _example_of(forms: Any, how: str, line: str, rules: Rules) -> str | None:
    """A sentence that the form taking a line takes too."""
    fitting: Iterator[Form] = (
        form
        for form in forms
        if form.takes and getattr(re.compile(joined((form,), rules.book), re.DOTALL), how)(line)
    )
    form = next(fitting, None)
    return form.takes[zlib.crc32(line.encode("utf-8", "replace")) % len(form.takes)] if form else None


def _moved(found: re.Match[str], kind: str) -> str:
    """Another day or time in the same notation. Equal ones stay equal; midnight stays, which often means no time."""
    if kind == "day":
        return f"{found['year']}{found['a']}{_month(found['month'])}{found['b']}{_date(found['date'])}"
    if kind == "packed":
        return found[0][:4] + _month(found[0][4:6]) + _date(found[0][6:8])
    if kind == "short":
        return f"{_month(found['m'])}月{_date(found['d'])}"
    hour, minute = int(found["hour"]), int(found["minute"])
    if (hour == 0 and minute == 0) or hour > 23 or minute > 59:
        return found[0]
    width = len(found["hour"])
    return f"{(hour + 5) % 24:0{width}d}{found['c']}{(minute * 7 + 13) % 60:02d}"


def _month(said: str) -> str:
    return said if not 1 <= int(said) <= 12 else f"{int(said) % 12 + 1:0{len(said)}d}"


def _date(said: str) -> str:
    return said if not 1 <= int(said) <= 31 else f"{int(said) * 5 % 28 + 1:0{len(said)}d}"


def _spelled(path: str) -> str:
    """A path with its percent signs written out, where they are Han."""
    if "%" not in path:
        return path
    for encoding in ("utf-8", "gb18030"):
        try:
            said = unquote(path, encoding, "strict")
        except UnicodeDecodeError:
            continue
        return said if _HAN.search(said) and said.isprintable() else path
    return path


# --- markup ----------------------------------------------------------------------------------------------

_TOKEN = re.compile(
    r"<!--(?P<comment>.*?)-->"
    r"|(?P<open><(?P<raw>script|style)\b(?:=\s*\"[^\"]*\"|=\s*'[^']*'|[^>])*+>)(?P<code>.*?)(?P<close></(?P=raw)\s*>)"
    r"|(?P<tag></?[a-zA-Z](?:=\s*\"[^\"]*\"|=\s*'[^']*'|[^>])*+>)"
    r"|(?P<other><[!?][^>]*>)"
    r"|(?P<said>[^<]+|<)",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"(\s+|(?<=[\"']))([^\s=/>\"']+)(\s*=\s*)(\"[^\"]*\"|'[^']*'|[^\s>]+)")
_INLINE = frozenset(
    "a abbr b big cite code em font i label mark nobr q s small span strong sub sup tt u var wbr".split()
)
_VERBATIM = frozenset(
    "class style name property http-equiv type rel charset lang align valign width height rowspan colspan border "
    "cellspacing cellpadding cms-style sax-type target media method xmlns itemprop".split()
)
_SAID = frozenset({"alt", "title", "placeholder", "label"})
_GONE = re.compile(r"on\w+|nonce|integrity|srcdoc")
_TELLING_METAS = re.compile(r"description|keywords|tags|title|author|mediaid", re.IGNORECASE)
_NAMED_ID = re.compile(r"\d{5,}")
_DATA = re.compile(r"data:[\w/+-]+;base64,.*", re.DOTALL)
_PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
_DOCUMENT = re.compile(
    r"(?:doc-i|detail-i|comos[-:]|publishid[\"']?\s+content=[\"'])([a-z]{4,9}\d{5,9})(?!\w)"
)
_ESCAPED_HAN = re.compile(r"\\u([3-9][0-9a-fA-F]{3})")
_CODE = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|[^\W\d_a-zA-Z]+")


class Drafter:
    """Writes a page anew, token by token: nothing but words and numbers changes."""

    def __init__(self, words: Rewriter) -> None:
        self.words = words
        keys = [getattr(row, "comment_key", "") for row in words.rules]
        self.verbatim = _VERBATIM | {
            name for row in words.rules.of_kind(Element) for name, value in row.attrs if value is not None
        }
        self.telling = tuple(dict.fromkeys([markup.SLIDE_DATA, *filter(None, keys)]))

    def page(self, text: str) -> str:
        """The page with other words."""
        written: list[str] = []
        line: list[int] = []  # the places of its texts among what is written
        for found in _TOKEN.finditer(text):
            if found["said"] is not None:
                line.append(len(written))
                written.append(found[0])
                continue
            if found["tag"] is None or _tag_name(found[0]) not in _INLINE:
                line = line if found["comment"] is not None else self._finished(written, line)
            written.append(self._token(found))
        self._finished(written, line)
        return "".join(written)

    def _token(self, found: re.Match[str]) -> str:
        if found["comment"] is not None:
            return f"<!--{self.comment(found['comment'])}-->"
        if found["raw"]:
            return self.tag(found["open"]) + self.code(found["raw"].lower(), found["code"]) + found["close"]
        if found["tag"]:
            return self.tag(found[0])
        return (
            found[0]
            if found[0][1] == "?" or not _HAN.search(found[0])
            else self.words.text(found[0], latin=False)
        )

    def _finished(self, written: list[str], line: list[int]) -> list[int]:
        """Write a line's texts anew, each with its share of what the line became."""
        said = [html.unescape(written[place]) for place in line]
        pieces = self.words.line("".join(said)) if any(map(str.strip, said)) else []
        begin = 0
        for place, text in zip(line, said, strict=True):
            if pieces:
                written[place] = _escaped(_share(pieces, begin, begin + len(text)))
            begin += len(text)
        return []

    def comment(self, said: str) -> str:
        """A comment: its marks stay, and what it hides is written anew."""
        name = re.match(r"\s*(?:[\w-]+\[)?", said)
        start = name.end() if name else 0
        end = re.search(r"(?:\][\w-]+)?\s*\Z", said[start:])
        stop = start + end.start() if end else len(said)
        inside = said[start:stop]
        inside = self.page(inside) if "<" in inside else self.words.text(inside, latin=False)
        return said[:start] + inside + said[stop:]

    def code(self, kind: str, code: str) -> str:
        """A script or a style: kept where newsclean reads it, else a word of code in its place."""
        if not code.strip():
            return code
        if kind == "script" and (
            any(map(code.__contains__, self.telling)) or ("location" in code and len(code) < 600)
        ):
            plain = _ESCAPED_HAN.sub(lambda found: chr(int(found[1], 16)), code).replace("\\/", "/")
            return _CODE.sub(self._code_part, plain)
        return "var page = 1;" if kind == "script" else ".page {color: #333}"

    def _code_part(self, found: re.Match[str]) -> str:
        quote, said = found[0][0], found[0][1:-1]
        if quote not in "\"'":
            return self.words.run(found[0])
        if "<" in said:
            return quote + self.page(said) + quote
        return quote + self.words.text(said, latin=False) + quote

    def tag(self, tag: str) -> str:
        """A tag with its attributes, their words and numbers written anew."""
        named = re.search(r"\s(?:name|property)\s*=\s*[\"']?([^\"'>]*)", tag, re.IGNORECASE)
        telling = bool(named and _TELLING_METAS.search(named[1])) and _tag_name(tag) == "meta"
        kept = re.sub(
            r"(\s+|(?<=[\"']))([^\s=/>\"']+)(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+))",
            lambda found: "" if _GONE.fullmatch(found[2].lower()) else found[0],
            tag,
        )
        return _ATTRIBUTE.sub(partial(self._attribute, telling), kept)

    def _attribute(self, telling: bool, found: re.Match[str]) -> str:
        space, name, sign, value = found.groups()
        quote = value[0] if value[:1] in "\"'" else ""
        said = html.unescape(value[1:-1] if quote else value)
        new = self._value(name.lower(), said, telling=telling)
        if new == said:
            return found[0]
        quote = quote or '"'
        written = _escaped(new).replace(quote, "&quot;" if quote == '"' else "&#39;")
        return f"{space}{name}{sign}{quote}{written}{quote}"

    def _value(self, name: str, said: str, *, telling: bool) -> str:
        if name in self.verbatim:
            self.words.kept.update(_HAN.findall(said))  # names of fonts
            return said
        if name == "id":
            return _NAMED_ID.sub(lambda found: self.words.inventor.digits(found[0]), said)
        if _DATA.fullmatch(said):
            return _PIXEL
        if name in _SAID or (name == "content" and telling):
            return self.words.text(said)
        if name in ("href", "src", "action") and "//" not in said:
            return self.words._path(said)
        return self.words.text(said, latin=False)


def _tag_name(tag: str) -> str:
    found = re.match(r"</?([a-zA-Z][^\s/>]*)", tag)
    return found[1].lower() if found else ""


def _share(pieces: list[Piece], begin: int, end: int) -> str:
    """What falls to a part of a line: of a piece that reaches beyond it, in proportion."""
    said = ""
    for start, stop, new in pieces:
        if start < end and stop > begin:
            size = stop - start
            first, last = max(begin, start) - start, min(end, stop) - start
            said += new[len(new) * first // size : len(new) * last // size]
    return said


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\xa0", "&nbsp;")


# --- a fixture -------------------------------------------------------------------------------------------


class Draft(NamedTuple):
    """A drafted fixture: the page's bytes, its facts, what newsclean gives, and the rules found then and now."""

    page: bytes
    facts: dict[str, Any]
    expected: dict[str, Any]
    found: list[str]
    lost: list[str]


def draft(data: bytes, *, url: str | None = None, content_type: str | None = None) -> Draft:
    """A fixture from a page's bytes. Raises ValueError where words of the page would survive, and for documents."""
    rules = default_rules()
    decoded = decode(data, content_type)
    if decoded.text.lstrip("\ufeff \r\n").startswith("---"):
        raise ValueError("a front-matter document has no structure to keep: write its fixture by hand")
    text = _other_documents(decoded.text)
    before = _given(text.encode("utf-8", "replace"), url, "text/html; charset=utf-8")
    for parts in (2, 1, 0):  # the fewer labels stay, the less of the page can
        words = Rewriter(rules, text, before, parts)
        written = Drafter(words).page(text)
        left = grams(written) & grams(decoded.text) - grams(" ".join(words.kept))
        if not left:
            break
    else:
        raise ValueError(f"words of the page would survive: {'; '.join(sorted(left)[:10])}")
    page = _bytes(written, data, decoded)
    address = words.address(_other_documents(url)) if url else None
    after = _given(page, address, content_type)
    then, now = rules_of(before), rules_of(after)
    return Draft(
        page,
        {
            "url": address,
            "content_type": content_type,
            "why": f"{TODO} read what stands in expected.json.",
            "structure": "draft: say from what kind of page, and of which years",
        },
        {"draft": MARK, **expectation(after)},
        now,
        sorted(set(then) - set(now)),
    )


def _other_documents(text: str) -> str:
    """The text with other ids of documents, everywhere."""
    for name in dict.fromkeys(_DOCUMENT.findall(text)):
        letters = re.sub(r"\d", "", name)
        text = text.replace(name, letters.translate(_LETTERS) + Inventor.digits(name[len(letters) :]))
    return text


def _given(
    data: bytes, url: str | None, content_type: str | None
) -> newsclean.Article | newsclean.NewscleanError:
    try:
        return newsclean.parse(data, url=url, content_type=content_type)
    except newsclean.NewscleanError as error:
        return error


def _bytes(text: str, data: bytes, decoded: Decoded) -> bytes:
    """The text in the page's own encoding, with its byte order mark where it had one."""
    encoding = {"unicode": "utf-8"}.get(decoded.encoding, decoded.encoding)
    written = text.encode(encoding, "xmlcharrefreplace")
    mark = b"\xef\xbb\xbf"
    return mark + written if data.startswith(mark) and not written.startswith(mark) else written


def rules_of(given: newsclean.Article | newsclean.NewscleanError) -> list[str]:
    """The layout and the rules that were found on a page, or the kind of its refusal."""
    if isinstance(given, newsclean.NewscleanError):
        return [given.kind]
    return [given.layout, *[removal.rule for removal in given.removals]]


def expectation(given: newsclean.Article | newsclean.NewscleanError) -> dict[str, Any]:
    """What a fixture expects, filled with what newsclean gives."""
    if isinstance(given, newsclean.NewscleanError):
        return {"error": {"kind": given.kind}}
    said = given.to_dict()
    simple = (
        "layout kind title original_title published_at modified_at source source_url authors editor doc_id channel "
        "keywords lead_image comment_id mobile_url encoding"
    )
    out = {name: said[name] for name in simple.split()}
    out["symbols"] = [{"market": s.market, "code": s.code, "name": s.name} for s in given.symbols]
    out["related"] = [{"text": link.text, "href": link.href} for link in given.related]
    out["lines"] = given.text.split("\n") if given.text else []
    out["images"] = [{"src": image.src, "caption": image.caption} for image in given.images]
    shown = given.text + given.html
    gone = dict.fromkeys(removal.preview[:16].rstrip("…") for removal in given.removals)
    out["absent"] = [words for words in gone if _HAN.search(words) and words not in shown]
    return out


def write(made: Draft, folder: Path) -> None:
    """Write a drafted fixture into a folder, which must not be there yet."""
    folder.mkdir(parents=True)
    (folder / "page.html").write_bytes(made.page)
    for name, value in (("page", made.facts), ("expected", made.expected)):
        text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
        (folder / f"{name}.json").write_text(text, "utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Draft a fixture; 0 where the draft shows what the page shows, 1 where it does not, 2 where none was written."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("page", help="a saved page, or - for standard input")
    options.add_argument("name", help="layout--what, the fixture's folder")
    options.add_argument("--address", help="the page's address, where it is known")
    options.add_argument("--content-type", help="the header it was sent with, where it is known")
    options.add_argument("--into", type=Path, default=FIXTURES, help="the folder of fixtures")
    given = options.parse_args(arguments)
    folder = given.into / given.name
    if not NAME.fullmatch(given.name):
        return _refused(f"{given.name!r} is no name of a fixture: layout--what-it-shows, in small letters")
    if folder.exists():
        return _refused(f"{folder} is there already")
    try:
        data = sys.stdin.buffer.read() if given.page == "-" else Path(given.page).read_bytes()
        made = draft(data, url=given.address, content_type=given.content_type)
    except (OSError, ValueError) as error:
        return _refused(str(error))
    write(made, folder)
    print(f"{folder}: {', '.join(dict.fromkeys(made.found))}")
    if made.lost:
        print(
            f"the draft lacks what the page has: {', '.join(made.lost)}; write these places by hand",
            file=sys.stderr,
        )
    print('Now read page.html and expected.json, correct them, and take the line "draft" away.')
    return 1 if made.lost else 0


def _refused(why: str) -> int:
    print(f"draft_fixture: {why}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
