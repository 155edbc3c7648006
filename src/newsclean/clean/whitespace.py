"""The hygiene of text: white space as a reader sees it, no zero-width characters, runs of one look joined."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.blocks import Run, Value
from newsclean.lazy_regex import Deferred
from newsclean.tree import UNSEEN_TAGS, Element, words_of

__all__ = [
    "BREAK",
    "PICTURE",
    "PLAIN",
    "Buffer",
    "Look",
    "is_indented",
    "paragraphs",
    "run_of",
    "settled",
    "text_of",
    "tidy",
]


class Look(Value):
    """How a stretch of text looks: what a run keeps beside its characters."""

    strong: bool = False
    emphasis: bool = False
    href: str | None = None
    script: str | None = None


PLAIN = Look()
BREAK = Look(script="break")
"""The look of a line break in the walk's buffer: no text has it."""
PICTURE = Look(script="picture")
"""The look of a picture's place in the walk's buffer: it is cut at these before it is read."""

# Control characters, U+200B–200F, U+2060–2064, U+FEFF, U+00AD, and code points of no character: never seen by a reader.
# U+200C/D are joiners; between Chinese characters and in Latin text they join nothing, inside emoji sequences they do
# and stay. U+E000-F8FF are for private use: signs of a font that the page brings along, and of editors of 2003-2008.
# What Python takes for white space of these is gone before (tree.py).
_PLANE_ENDS = "".join([chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17)])
_INVISIBLE = Deferred(
    f"[{_PLANE_ENDS}\ufdd0-\ufdef"
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u2060-\u2064\ufeff\u00ad\ue000-\uf8ff]|(?<![\U0001f000-\U0001faff\ufe0f])[\u200c\u200d]"
)
_INDENT = ("\u3000", "\xa0\xa0", "    ")

Buffer = list[tuple[str, Look]]


def tidy(text: str) -> str:
    """Text with runs of white space (ideographic and no-break spaces too) as one space, none at the ends."""
    words = " ".join(text.split())
    if words.isprintable():  # no format characters, then, of which the invisible ones are some
        return words
    return " ".join(_INVISIBLE.sub("", text).split())


def text_of(element: Element) -> str:
    """What a reader would see of an element: its text, without comments, scripts and styles."""
    if not len(element):
        return "" if element.tag in UNSEEN_TAGS else tidy(element.text or "")
    return tidy(words_of(element, UNSEEN_TAGS))


def paragraphs(buffer: Buffer, *, loose: bool = False) -> Iterator[tuple[tuple[Run, ...], bool]]:
    """The paragraphs of a buffer of (text, look): two breaks end one, and so does one before an indent.

    Yields tidy runs and whether the paragraph began with an indent. A lone break stays as ``"\\n"``; in
    ``loose`` text, which stands in no paragraph element, it ends a paragraph too.
    """
    if len(buffer) == 1:
        text, look = buffer[0]
        if line := tidy(text):
            yield (run_of(line, look),), is_indented(text)
        return
    for group in _split(buffer, loose=loose):
        runs = _join(group)
        if runs:
            yield runs, is_indented(group[0][0])


def is_indented(text: str) -> bool:
    """Whether text begins with an indent, as paragraphs do."""
    return text.lstrip("\r\n\t").startswith(_INDENT)


def run_of(text: str, look: Look) -> Run:
    """Text as a run of a look."""
    return Run(text, look.strong, look.emphasis, look.href, look.script)  # type: ignore[arg-type]


def settled(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Runs that something was cut out of, as if it had never stood there: white space collapsed over the place, equal
    looks joined, no break at an end or behind another."""
    group: Buffer = []
    for run in runs:
        if run.text != "\n":
            group.append((run.text, Look(run.strong, run.emphasis, run.href, run.script)))
        elif group and group[-1][1] is not BREAK:
            group.append(("\n", BREAK))
    return _join(group)


def _split(buffer: Buffer, *, loose: bool) -> Iterator[Buffer]:
    group: Buffer = []
    broken = False
    for part in buffer:
        text, look = part
        if look is BREAK:
            if broken and group:
                yield group
                group = []
            broken = bool(group)
            continue
        if broken:
            if text.isspace():
                continue
            if loose or is_indented(text):
                yield group
                group = []
            else:
                group.append(("\n", BREAK))
            broken = False
        if group or not text.isspace():
            group.append(part)
    if group:
        yield group


def _join(group: Buffer) -> tuple[Run, ...]:
    """Runs with white space collapsed over their borders and equal looks joined."""
    parts: list[tuple[list[str], Look]] = []  # texts of a look are joined once, at the end
    spaced = True  # white space at the very beginning goes
    for text, look in group:
        if look is BREAK:
            _strip_end(parts)
            parts.append((["\n"], BREAK))
            spaced = True
            continue
        words = tidy(text)
        if not words:
            if not spaced:
                parts[-1][0].append(" ")
                spaced = True
            continue
        if text[0].isspace() and not spaced:
            words = " " + words
        spaced = text[-1].isspace()
        if spaced:
            words += " "
        if parts and parts[-1][1] == look:
            parts[-1][0].append(words)
        else:
            parts.append(([words], look))
    _strip_end(parts)
    return tuple([Run("\n") if look is BREAK else run_of("".join(texts), look) for texts, look in parts])


def _strip_end(parts: list[tuple[list[str], Look]]) -> None:
    while parts:
        texts = parts[-1][0]
        while texts:
            if bare := texts[-1].rstrip():
                texts[-1] = bare
                return
            texts.pop()
        parts.pop()
