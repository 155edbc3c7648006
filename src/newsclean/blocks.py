"""What an article is made of: its blocks and their runs, and what was noted on the way: removals, symbols, links,
evidence.

They hold strings, numbers and tuples of each other, never a node of a tree, so that an article may be kept, compared,
pickled and sent to another process. The sentence below a field is its description in the JSON Schema too.
"""

from __future__ import annotations

from typing import Annotated, Literal, SupportsIndex, TypeAlias, dataclass_transform

from msgspec import Meta, Struct, field

__all__ = [
    "LEVEL",
    "Block",
    "Cell",
    "Evidence",
    "Heading",
    "Image",
    "Link",
    "ListBlock",
    "ListItem",
    "Paragraph",
    "Quote",
    "Removal",
    "Run",
    "Symbol",
    "Table",
    "Value",
    "Video",
    "plain",
    "shown",
    "shown_text",
]


class _Doc(str):
    """A docstring that ``help`` shows with the sentences of the fields below it. It begins by expanding tabs; the
    source is read then and not before. A frozen program has none, and shows none."""

    owner: type

    def expandtabs(self, tabsize: SupportsIndex = 8) -> str:
        import ast
        from contextlib import suppress
        from inspect import cleandoc, getsource
        from itertools import pairwise

        told = [cleandoc(str(self))]
        for part in [part for part in reversed(self.owner.__mro__) if type(part.__doc__) is _Doc]:
            with suppress(OSError, TypeError):  # there is no source, or it was typed at a prompt
                for line, below in pairwise(ast.parse(getsource(part)).body[0].body):  # type: ignore[attr-defined]
                    if isinstance(line, ast.AnnAssign) and isinstance(below, ast.Expr):
                        told.append(f"\n{ast.unparse(line.target)}: {ast.unparse(line.annotation)}")
                        told.append("    " + cleandoc(ast.literal_eval(below.value)).replace("\n", "\n    "))
        return "\n".join(told)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Value(Struct, frozen=True):
    """The base of all records of the library: named fields, given once. A changed copy is made by ``__replace__``
    (``copy.replace`` from Python 3.13 on)."""

    def __init_subclass__(cls) -> None:
        if cls.__doc__:
            cls.__doc__ = _Doc(cls.__doc__)
            cls.__doc__.owner = cls


class Relative(str):
    """An address that a fragment names and that has no page to be joined with: the cleaner leaves it as it stands.
    No article holds one."""

    __slots__ = ()


class _Leaf(Value, gc=False, forbid_unknown_fields=True):
    """A value that can be part of no cycle, so that the garbage collector need not look at it."""


class Run(_Leaf, omit_defaults=True):
    """A stretch of text with one look; a key with its usual value is left out."""

    text: str
    """The characters; a line feed is a line break the author set."""
    strong: bool = False
    """Bold."""
    emphasis: bool = False
    """Italic."""
    href: str | None = None
    """What it links to."""
    script: Literal["sub", "super"] | None = None
    """Subscript or superscript."""


Runs: TypeAlias = tuple[Run, ...]


def plain(runs: Runs) -> str:
    """The characters of the runs, looks dropped."""
    return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])


# --- sub- and superscripts in plain text, where 10⁻⁶ must not become 10-6 --------------------------------------

# Unicode 14, "Superscripts and Subscripts", "Spacing Modifier Letters" and "Phonetic Extensions": the characters that
# decompose into <super> or <sub> and one character, those of annotation left out. A fixed table, so that the answer
# does not hang on the interpreter's own Unicode. All signs for minus have one form.
_RAISED = (
    "0123456789+-−–－=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ",
)
_LOWERED = ("0123456789+-−–－=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")
_WIDE = ("０１２３４５６７８９＋＝（）", "0123456789+=()")  # full-width forms, and what they are forms of
_SCRIPT_MOST = 40
"""Characters; a longer run is text whose end tag was forgotten."""


def _table(plain: str, level: str) -> dict[int, str]:
    table = dict(zip(map(ord, plain), level, strict=True))
    wide = {ord(wide): table[ord(char)] for wide, char in zip(*_WIDE, strict=True)}
    return table | wide | {ord(char): char for char in level}


_TABLES = {"super": _table(*_RAISED), "sub": _table(*_LOWERED)}
LEVEL = {
    ord(char): base for bases, chars in (_RAISED, _LOWERED) for base, char in zip(bases, chars, strict=True)
}
LEVEL |= dict.fromkeys(map(ord, "⁻₋"), "-")
"""For ``str.translate``: raised and lowered characters as what they are forms of."""


def shown_text(text: str, script: Literal["sub", "super"]) -> str:
    """Raised or lowered text as plain text tells it: with Unicode's own forms where all of its characters have one,
    else in brackets. What holds neither letter nor digit is a mark, such as ®, and stays; so do the number of a note,
    [1], and what is too long.

    >>> shown_text("-6", "super"), shown_text("最大", "sub")
    ('⁻⁶', '_(最大)')
    """
    core, table = text.strip(), _TABLES[script]
    if len(core) > _SCRIPT_MOST:
        return text
    if all([ord(char) in table for char in core]):
        return text.translate(table)
    if not any(map(str.isalnum, core)) or (core[0] == "[" and core[-1] == "]"):
        return text
    at = text.index(core)
    return f"{text[:at]}{'^' if script == 'super' else '_'}({core}){text[at + len(core) :]}"


def shown(runs: Runs) -> str:
    """The characters of the runs as plain text tells them: sub- and superscripts are told, other looks dropped.

    >>> shown((Run("含量10"), Run("-6", script="super"), Run("，喝H"), Run("2", script="sub"), Run("O")))
    '含量10⁻⁶，喝H₂O'
    """
    if len(runs) == 1 and runs[0].script is None:
        return runs[0].text
    return "".join([run.text if run.script is None else shown_text(run.text, run.script) for run in runs])


class Paragraph(_Leaf, tag_field="type", tag="paragraph"):
    """A paragraph of text."""

    runs: Runs
    """Its text."""


class Heading(_Leaf, tag_field="type", tag="heading"):
    """A heading inside the body."""

    runs: Runs
    """Its text."""
    level: int = 2
    """2 to 6; the title is 1."""


class Image(_Leaf, tag_field="type", tag="image"):
    """A picture where it stands in the body."""

    src: str
    """Its address, absolute."""
    caption: str | None = None
    """The caption below it."""
    alt: str | None = None
    """Its alternative text."""
    width: int | None = None
    """Its width in pixels, where the page says it."""
    height: int | None = None
    """Its height in pixels, where the page says it."""


class ListItem(_Leaf):
    """An item of a list."""

    runs: Runs
    """Its text."""
    level: int = 0
    """How many lists are around its list; 0 for an outermost one."""
    ordered: bool = False
    """Whether its own list is numbered."""


class ListBlock(_Leaf, tag_field="type", tag="list"):
    """A list."""

    items: tuple[ListItem, ...]
    """Its items, those of inner lists among them."""
    ordered: bool = False
    """Whether the outermost list is numbered."""


class Quote(_Leaf, tag_field="type", tag="quote"):
    """Quoted text."""

    paragraphs: tuple[Runs, ...]
    """Its paragraphs."""


class Cell(_Leaf, omit_defaults=True):
    """A cell of a table; a key with its usual value is left out."""

    runs: Runs
    """Its text."""
    colspan: int = 1
    """How many columns it spans; 1 where absent."""
    rowspan: int = 1
    """How many rows it spans; 1 where absent."""
    header: bool = False
    """It is a heading of its row or column."""


class Table(_Leaf, tag_field="type", tag="table"):
    """A table."""

    rows: tuple[tuple[Cell, ...], ...]
    """Its rows, each with its own cells: spans are not padded."""
    header: int = 0
    """How many rows at the top are headings; 0 where none is marked as one."""


class Video(_Leaf, tag_field="type", tag="video"):
    """A video; its address is not kept, because signed addresses expire."""

    poster: str | None = None
    """The address of its still picture."""
    title: str | None = None
    """Its title."""


Block: TypeAlias = Paragraph | Heading | Image | ListBlock | Quote | Table | Video


class Removal(_Leaf):
    """Something that was taken out of the body."""

    rule: str
    """The name of the rule that did it."""
    where: Literal["start", "body", "end"]
    """Before the text, in it, or after it."""
    path: str
    """The tags down to it."""
    preview: str = ""
    """The first 80 characters of its text."""


class Symbol(_Leaf):
    """A stock the page names."""

    market: str
    """Where it is listed: sh, sz, bj, hk, us, …"""
    code: str
    """Its code there."""
    name: str | None = None
    """Its name, where the page gives it."""


class Link(_Leaf):
    """A link."""

    text: str
    """Its text."""
    href: str
    """Its address."""


class Evidence(_Leaf):
    """One reason for the confidence."""

    name: str
    """What was asked."""
    held: bool | None
    """Whether it held; null where it could not be asked of this page."""
    weight: Annotated[float, Meta(ge=0, le=1)]
    """How much it counts."""
    note: str = ""
    """What was seen."""
