"""The shapes of the rows: what a layout, a noise rule, a phrase and a sign of a non-article are made of.

Here live named tuples, which cost a start less than dataclasses, and their words. The rows themselves stand in
the tables beside this file, and what is done with them in locate, metadata and clean.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

__all__ = ["Action", "Comment", "Landmark", "Layout", "Noise", "Phrase", "Picture", "Sign", "Where"]

Where = Literal["start", "end", "edges", "anywhere"]
Action = Literal["drop", "editor", "original_title", "source", "related", "video", "caption"]


class Layout(NamedTuple):
    """One way Sina built its article pages.

    Selectors are ``#id``, ``.class``, ``tag.class``, ``tag#id`` or two of them with a space between
    (descendant). ``body`` names the container; ``proof`` must all be on the page and ``without`` none:
    a layout is proven by what the page holds, never by its date. For the other fields the first
    selector that yields a value wins; ``loose`` bodies hold their own title and time, so these are looked
    for inside too; ``weak`` ones prove little by their container alone, so that the signs of a page that is
    no article still count; ``hosts`` narrow a row whose container other sites use as well; ``based_on``
    names the row whose fields fill the empty ones. ``comment_key`` stands before the comment thread's id
    in a script (empty: the id stands in a meta alone).
    """

    name: str
    why: str
    body: tuple[str, ...]
    proof: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    loose: bool = False
    weak: bool = False
    kind: Literal["article", "video", "slides"] = "article"
    based_on: str | None = None
    title: tuple[str, ...] = ()
    time: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    editor: tuple[str, ...] = ()
    comment_key: str = ""


class Landmark(NamedTuple):
    """Where the article's stretch of a page begins and about where it ends.

    ``body`` is the container's selector and ``container`` a class it must have (empty: any). ``starts``
    are classes: the last element before the body with the first of them that occurs there begins the
    stretch. ``ends`` are byte strings that stand a little behind the body, a guess where to cut and
    nothing more; ``absent`` are byte strings of bodies of earlier layout rows: where one occurs, nothing is cut.
    ``reach`` counts the elements after the body among which its keywords and its editor stand: twice of what
    saved pages show, at least.
    """

    body: str
    starts: tuple[str, ...]
    container: str = ""
    ends: tuple[bytes, ...] = ()
    absent: tuple[bytes, ...] = ()
    reach: int = 24


class Noise(NamedTuple):
    """An element that is furniture, told by its tag, id, class or an attribute (any one of them is enough).

    ``attrs`` holds (name, value) pairs; None as the value takes any. ``action`` is ``drop`` (with all it
    holds) or the field its text goes to.
    """

    name: str
    why: str
    tags: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    id_starts: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    class_starts: tuple[str, ...] = ()
    class_holds: tuple[str, ...] = ()
    attrs: tuple[tuple[str, str | None], ...] = ()
    action: Action = "drop"


class Phrase(NamedTuple):
    """A block of text that is furniture, told by its whole text and the place where it stands.

    ``pattern`` is matched against the block from its first character to its last. ``where`` is ``start``
    (before or among the first blocks of text), ``end`` (among the last), ``edges`` (either) or
    ``anywhere``. ``most`` is the longest block, in characters, that the rule may touch. ``opens`` holds the
    characters that the pattern can begin with, so that other blocks are not matched at all (empty: any).
    One of ``words`` stands in every block that the pattern fits (empty: none need): they are asked before it.
    ``spares`` are words of the article's own sentences: a block with one of them stays, whatever fits. A row that
    ``invites`` stands beside a code to scan.
    """

    name: str
    why: str
    pattern: str
    where: Where
    action: Action = "drop"
    most: int = 160
    opens: str = ""
    words: tuple[str, ...] = ()
    spares: tuple[str, ...] = ()
    invites: bool = False


class Sign(NamedTuple):
    """A sign that a page is no article: a pattern on its title, its text or its address.

    ``lone`` rows count only where no layout was proven: an article may quote the same words. ``in_place`` says that
    such a page is served at an article's address too.
    """

    name: str
    why: str
    kind: str
    title: str | None = None
    text: str | None = None
    url: str | None = None
    selector: str | None = None
    lone: bool = True
    in_place: bool = False


class Comment(NamedTuple):
    """A comment that is more than a note, told by its first characters; ``ends`` says that the text ends at it."""

    name: str
    why: str
    opens: tuple[str, ...]
    ends: bool = False


class Picture(NamedTuple):
    """A picture that is no picture of the article: a pattern searched in its address, or an attribute it has.

    One of ``words`` stands in every address that the pattern fits: they are asked before it.
    """

    name: str
    why: str
    src: str | None = None
    words: tuple[str, ...] = ()
    attrs: tuple[str, ...] = ()
