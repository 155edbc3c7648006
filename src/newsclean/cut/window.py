"""Cuts out of a page what matters: its head, and the stretch from a little above the article's body to a
little below it.

Most of a page belongs to neither, and parsing them is most of the work. A cut is used only where it is certain
to give the same article as the whole page, for these reasons:

- A parser reads from the front, so the head comes out the same with or without what follows it. Scripts, styles and
  comments are left out of it by the tokenizer's own rules (tokenizer.py).
- The stretch begins at a landmark (rules/landmarks.py) that is proven to stand between tags. What stands between
  head and landmark is of no use for the article, as long as it holds no meta and no base, which is checked.
- The cut goes on until the body is closed and as many elements have followed as its row asks for. What comes later
  can't change elements that are closed. A div is closed by its own end tag, or by that of a table's part or of the
  document around it, so these are counted. Elements that the cut leaves open behind the body must be none that the
  layout asks for.
- Bytes are cut as characters, one a byte, before their encoding is known. Markup is ASCII even in GB18030: behind
  the first byte of a character stand 0x30-0x39, 0x40-0x7E and 0x80-0xFE, never ``<``, ``>``, ``"``, ``'`` or ``=``.
  Such bytes may spell a name inside text, so each name that is found is checked to stand in a tag.

One thing is lost: bytes outside the cut that can't be decoded are not warned of.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from newsclean.blocks import Value
from newsclean.cut.limits import last_branch
from newsclean.cut.search import Asked, known_by, tag_with
from newsclean.cut.tokenizer import Head, head_of, in_any_case, is_open
from newsclean.lazy_regex import Deferred
from newsclean.locate.index import TAGS, compiled, keys_of
from newsclean.locate.layout import Located, landmark_of, landmarks
from newsclean.locate.page import Characters, View
from newsclean.rules import Landmark, Layout, Rules, default_rules

__all__ = ["Cut", "cuts", "is_closed", "is_own"]

_SMALLEST = 4_096  # bytes; a smaller page is parsed whole, which takes no longer than cutting it
# How many tags a cut holds behind the guessed end of its body where what the row asks for was too few, before the whole
# page is parsed.
_LAST_TRY = 288
_USUAL = 20_000  # characters that a body is taken to have where nothing marks its end
# Characters behind the body's tag in which its end is searched. Nearby first, since most bodies are short.
_LIMITS = (20_000, 400_000)
_NAME = re.compile(r"<(\w+)", re.ASCII)
_TEXT = r"(?:[^<]*+<(?![a-zA-Z]))*+[^<]*+"  # up to the next tag
_BEFORE_TAG = _TEXT + r"(?:<[a-zA-Z]" + _TEXT + r"){%(count)d}(?=<[a-zA-Z])"
_MARK = re.compile(r"[#.]")  # stands before the id or the class in a selector
_CLOSERS = {
    "!--": Deferred(r"-->"),
    "script": Deferred(r"</" + in_any_case("script")),
    "style": Deferred(r"</" + in_any_case("style")),
}
# End tags that close an open div on their way (HTML standard, 13.2.6.4.9 to 13.2.6.4.15), or tell the document's end.
_CROSSING = re.compile(
    r"</(?=[tbh])(?:(t(?:able|head|body|foot|[rdh]))|body|html)\b", re.ASCII | re.IGNORECASE
)


def _counted(names: str) -> str:
    """A pattern of the tags of some names, and of comments, scripts and styles, which are jumped over."""
    counted = "|".join([in_any_case(name) for name in names.split()])
    return rf"<(/?(?:{counted})\b|!--|(?:{in_any_case('script')}|{in_any_case('style')})\b)"


# The tags that are counted to see a body closed, where it is no div and where it is one.
_SECTIONS = Deferred(_counted("div section article main"), re.ASCII)
_DIVS = Deferred(_counted("div table thead tbody tfoot tr td th"), re.ASCII)


class Cut(Value):
    """The characters to parse, the landmark row whose body is in them, the body's tag, whether they hold all of the
    page that follows the landmark, and whether they may hold an end tag of the document."""

    content: str
    landmark: Landmark
    tag: str
    whole: bool
    ended: bool


def cuts(rules: Rules, raw: Characters) -> Iterator[Cut]:
    """Cuts of a page to try, the shorter first; none where its body can't be cut out."""
    page = raw.text
    head = head_of(page, thin=not rules.in_pieces) if _may_be_cut(rules, raw) else None
    found = _body(rules, page, head) if head else None
    if head is None or found is None:
        return
    landmark, at = found
    start = _start(page, landmark, head, at)
    name = _NAME.match(page, at)
    # where the document ends before its body, what a parser makes of the rest depends on the whole page
    ended = is_open(page, head.end, start, at) if start is not None else None
    if start is None or name is None or ended is None:
        return
    tag, guess = name[1].lower(), _guess(page, landmark, at)
    for count in (landmark.reach + landmark.spare, _LAST_TRY):
        end = _end(page, guess, count)
        crossing = [match[1] is not None for match in _CROSSING.finditer(page, at, end)]
        if not (_is_even(page[at:end]) if tag != "div" else not any(crossing) or _stays_open(page[at:end])):
            return
        yield Cut(
            f"{head.kept}\n<body>{page[start:end]}",
            landmark,
            tag,
            end == len(page),
            ended or not all(crossing),
        )
        if end == len(page):
            return


def _may_be_cut(rules: Rules, raw: Characters) -> bool:
    """Whether a page is searched at all: it is no small one, its bytes hold no NUL (a text never does), and what is
    searched for stands in it as in the rules, whatever its encoding."""
    page = raw.text
    if len(page) < _SMALLEST and len(raw.encoded(page)) < _SMALLEST:
        return False
    return rules.made(_are_plain) and (raw.is_text or page.find("\x00") < 0)


def _are_plain(rules: Rules) -> bool:
    """Whether all names are ASCII by which a body, its stretch and what rules it out are known."""
    names = [*rules.made(_uncut)]
    for body, rows in rules.made(landmarks).items():
        names.append(body)
        for row in rows:
            names += [row.container, *row.starts, *row.absent]
    return all([name.isascii() for name in names])


def is_own(cut: Cut, view: View, at: Located) -> bool:
    """Whether a parse of the cut found what was cut out: the same body, the same landmark, and a title above it."""
    body, order = at.body, at.stretch.order
    if body is not view.zone.skipped or body.tag != cut.tag:
        return False
    if landmark_of(view.rules, cut.landmark.body, body) is not cut.landmark:
        return False
    if at.layout.loose or not at.stretch.start or not view.title:
        return False
    index = view.zone.index
    return any([place < order for tag in ("h1", "h2") for place, _ in index.get(tag, ())])


def is_closed(cut: Cut, view: View, at: Located) -> bool:
    """Whether the body was closed inside the cut, and enough elements stand behind it.

    The elements around the body, and those still open at the cut's end, may close earlier on the whole page, where
    something around the cut ends. So they must be none whose text the layout asks for.
    """
    if not cut.whole and view.zone.size <= at.stretch.stop:
        return False
    asked, index = _asked(at.layout), view.zone.index
    around = frozenset(at.body.iterancestors())
    # those but the root stand in the index, which is asked sooner than each of them
    if not around.isdisjoint([element for key in index.keys() & asked for _, element in index[key]]):
        return False
    left = [element for element in last_branch(view.root) if element not in around]
    left.append(view.root)
    return asked.isdisjoint(
        [key for element in left if isinstance(element.tag, str) for key in keys_of(element)]
    )


@lru_cache(maxsize=64)
def _asked(layout: Layout) -> frozenset[str]:
    """The index entries of elements whose text a layout asks for."""
    titled = layout.title + layout.time + layout.source + layout.author
    fields = titled + layout.channel + layout.keywords + layout.editor
    steps = [step for selector in fields for steps in compiled(selector) for step in steps]
    return frozenset([step.key for step in steps if step.key != step.tag or step.tag in TAGS])


def _body(rules: Rules, page: str, head: Head) -> tuple[Landmark, int] | None:
    """The landmark row whose body the page has, and where the body's tag begins."""
    uncut = rules.made(_uncut)
    if uncut and any([name in page for name in uncut]):
        return None
    for asked, rows in rules.made(_bodies):
        if tag_with(head.kept, asked, 0) is not None:
            return None
        at = tag_with(page, asked, head.end)
        if at is not None:
            tag = page[at : page.find(">", at) + 1]
            row = next((row for row in rows if not row.container or tag.find(row.container) >= 0), None)
            if row is None or any([page.rfind(name, head.end) >= 0 for name in row.absent]):
                return None
            return row, at
    return None


def _bodies(rules: Rules) -> tuple[tuple[Asked, list[Landmark]], ...]:
    """The landmark rows with what the tags of their bodies are known by."""
    return tuple([(known_by(body), rows) for body, rows in rules.made(landmarks).items()])


def _uncut(rules: Rules) -> tuple[str, ...]:
    """The names of those bodies of a user's layouts that have no landmark of their own. A page that holds one is
    parsed whole: landmarks of other layouts don't say where its article stands."""
    known = {row.name for row in default_rules().of_kind(Layout)}
    marked = rules.made(landmarks)
    added = [row for row in rules.of_kind(Layout) if row.name not in known or row.replace]
    selectors = [selector for row in added for selector in row.body if selector not in marked]
    return tuple([_MARK.split(selector)[-1] for selector in selectors])


def _start(page: str, landmark: Landmark, head: Head, at: int) -> int | None:
    """Where the stretch begins: at the last tag before the body that has the first of the row's classes; where no tag
    has that one, the next class is asked for. None where none is found, or one stands in the head."""
    for name in landmark.starts:
        asked = token, pattern = known_by("." + name)
        begin = at
        while (found := page.rfind(token, head.end, begin)) >= 0:
            begin = page.rfind("<", head.end, found)
            if begin < 0:
                break
            if pattern.match(page, begin):
                return begin
        if tag_with(head.kept, asked, 0) is not None:
            return None
    return None


def _guess(page: str, landmark: Landmark, at: int) -> int:
    """About where the body ends: at the first name that the row has for its end, else after a usual length."""
    for limit in _LIMITS:
        for name in landmark.ends:
            end = page.find(name, at, at + limit)
            if end >= 0:
                return end
    return at + _USUAL


def _end(page: str, guess: int, count: int) -> int:
    """Where the tag of this number behind a place begins; the end of the page where there are fewer."""
    last = _up_to(count).match(page, guess)
    return last.end() if last else len(page)


@lru_cache(maxsize=64)
def _up_to(count: int) -> re.Pattern[str]:
    """What stands before the tag of a number."""
    return re.compile(_BEFORE_TAG % {"count": count})


def _stays_open(part: str) -> bool:
    """Whether only its own end tag closes the div that begins here. An end tag of a table's part would close it too,
    unless that part was opened inside the div."""
    opened: Counter[str] = Counter()
    for tag in _tags(part, _DIVS):
        closes = tag[0] == "/"
        name = tag[closes:]
        opened[name] += -1 if closes else 1
        if name == "div" and not any(opened.values()):
            return True
        if opened[name] < 0 and name != "div":
            return False
    return True


def _is_even(part: str) -> bool:
    """Whether sections close in the order in which they were opened, from the body's own tag to its end tag."""
    stack: list[str] = []
    for tag in _tags(part, _SECTIONS):
        if tag[0] != "/":
            stack.append(tag)
        elif not stack or stack.pop() != tag[1:]:
            return False
        elif not stack:
            return True
    return False


def _tags(part: str, pattern: Deferred) -> Iterator[str]:
    """The tags that a pattern asks for: their names in lower case, behind a slash those of end tags. Comments, scripts
    and styles are jumped over."""
    at = 0
    while match := pattern.search(part, at):
        at = match.end()
        tag = match[1].lower()
        if tag not in _CLOSERS:
            yield tag
            continue
        closer = _CLOSERS[tag].search(part, at)
        if closer is None:
            return
        at = closer.end()
