"""The shapes of the rows in the rule book: one class a kind of rule, each with its reason and its proof beside it.

Rows are named tuples because they are tables, not values that travel: a table of five hundred rows is made at
every start, and a named tuple costs a third of a dataclass. What is done with rows stands in the rooms that ask
them (locate, clean, metadata); the book itself (book.py) only files them.
"""

# No annotations from __future__ here: named tuples compile each of them again, a fifth of a start.

from typing import Literal, NamedTuple, TypeAlias

__all__ = [
    "Action",
    "Comment",
    "Element",
    "Form",
    "Landmark",
    "Layout",
    "Line",
    "Part",
    "Picture",
    "Question",
    "Refusal",
    "Row",
    "Where",
    "Wording",
    "Words",
]

Where = Literal["start", "end", "edges", "anywhere"]
Action = Literal["drop", "editor", "original_title", "source", "related", "video", "caption", "picture"]


class Form(NamedTuple):
    """One wording, as a short regular expression, with the sentences that show what it does.

    ``pattern`` may name word classes and parts of the book in braces: ``关注.{0,20}{ACCOUNTS}``. ``takes`` are
    sentences that it must fit, ``spares`` the nearest sentences of an article that it must leave. What its named
    groups catch is the value of a field.
    """

    pattern: str
    takes: tuple[str, ...] = ()
    spares: tuple[str, ...] = ()


class Words(NamedTuple):
    """A class of words that stand for each other: written once, named in patterns as ``{NAME}``, or asked by name.

    ``why`` says where its words come from. ``within`` are sentences in which ``＿`` stands for any member; only
    classes that no pattern names need them. ``also`` gives, for each word that another class holds too, the reason.
    ``add`` puts a user's members behind those of the class of that name in the book.
    """

    name: str
    why: str
    members: tuple[str, ...]
    within: tuple[str, ...] = ()
    also: tuple[tuple[str, str], ...] = ()
    replace: bool = False
    add: bool = False


class Part(NamedTuple):
    """A piece of pattern that several forms name in braces, such as the sign between a label and its value."""

    name: str
    why: str
    pattern: str
    replace: bool = False


class Question(NamedTuple):
    """A question that the code asks of a text by a name, and that wordings answer.

    ``how`` is the way a pattern is asked: of the whole text, from its beginning, or anywhere in it. A question with
    ``signs`` is asked of texts whose signs are translated first (signs.py); its examples are written as pages write.
    A ``fixed`` one is asked of the book itself, whatever rules are in use: how a time is written is no rule of a site.
    """

    name: str
    how: Literal["fullmatch", "match", "search"]
    why: str
    ignore_case: bool = False
    signs: bool = False
    fixed: bool = False


class Wording(NamedTuple):
    """What the code asks of a text by a name: the forms of a byline, of a caption's credit, of a site's tail.

    ``asks`` names a :class:`Question`; all rows with the same question are asked together, in order.
    """

    name: str
    why: str
    asks: str
    forms: tuple[Form, ...]
    replace: bool = False


class Layout(NamedTuple):
    """One way a site builds its article pages.

    Selectors are ``#id``, ``.class``, ``tag.class``, ``tag#id`` or two of them with a space between (descendant).
    ``body`` names the container; ``proof`` must all be on the page and ``without`` none: a layout is proven by what
    the page holds, never by its date. For the other fields the first selector that yields a value wins. ``loose``
    bodies hold their own title and time, so these are looked for inside too. The container of a ``weak`` row proves
    little, so that the signs of a page that is no article still count. ``hosts`` narrow a row whose container other
    sites use as well. ``based_on`` names the row whose fields fill the empty ones. ``comment_key`` stands before the
    comment thread's id in a script (empty: the id stands in a meta alone).
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
    replace: bool = False


class Landmark(NamedTuple):
    """Where the article's stretch of a page begins, and about where it ends.

    ``body`` is the container's selector and ``container`` a class it must have (empty: any). ``starts`` are classes:
    the last element before the body with the first of them that occurs there begins the stretch. ``ends`` are
    strings that stand a little behind the body, a guess where to cut and nothing more; ``absent`` are strings of
    bodies of earlier layout rows: where one occurs, nothing is cut. ``reach`` counts the elements after the body
    among which its keywords and its editor stand: at least twice what saved pages show, and five where they show none
    there. ``spare`` counts the tags that may stand between the first of the ``ends`` and the end of the body, and
    those that are no elements: a page with more is cut once more, with many more tags.
    """

    name: str
    why: str
    body: str
    starts: tuple[str, ...]
    container: str = ""
    ends: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    reach: int = 24
    spare: int = 12
    replace: bool = False


class Element(NamedTuple):
    """An element that is furniture, told by its tag, id, class or an attribute; any one of them is enough.

    ``attrs`` holds (name, value) pairs; None as the value takes any. ``action`` is ``drop`` (with all it holds) or
    the field its text goes to. ``takes`` and ``spares`` are pieces of HTML: the first element of each must go, or
    stay.
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
    takes: tuple[str, ...] = ()
    spares: tuple[str, ...] = ()
    replace: bool = False


class Line(NamedTuple):
    """A line of text that is furniture, told by its whole wording and the place where it stands.

    A form fits a line from its first character to its last. ``where`` is ``start`` (before or among the first blocks
    of text), ``end`` (among the last), ``edges`` (either) or ``anywhere``. ``most`` is the longest line, in
    characters, that the rule may touch. ``unless`` names word classes: a line with one of their words is the
    article's own and stays, whatever fits. A row that ``invites`` stands beside a code to scan.
    """

    name: str
    why: str
    where: Where
    forms: tuple[Form, ...]
    action: Action = "drop"
    most: int = 160
    unless: tuple[str, ...] = ()
    invites: bool = False
    replace: bool = False


class Picture(NamedTuple):
    """A picture that is no picture of the article: forms searched in its address, or an attribute it has, by its name
    or with its value (``type=face``).

    ``action`` is ``drop``; ``skip`` for an address that only holds the place of another one, which is looked for in the
    picture's other attributes first; or ``word`` for a picture that stands for a word, which stays as text.
    """

    name: str
    why: str
    forms: tuple[Form, ...] = ()
    attrs: tuple[str, ...] = ()
    action: Literal["drop", "skip", "word"] = "drop"
    replace: bool = False


class Comment(NamedTuple):
    """A comment that is more than a template's note, told by its first characters; ``ends`` says that the text ends
    at it. ``takes`` and ``spares`` are whole comments, without their marks."""

    name: str
    why: str
    opens: tuple[str, ...]
    ends: bool = False
    takes: tuple[str, ...] = ()
    spares: tuple[str, ...] = ()
    replace: bool = False


class Refusal(NamedTuple):
    """A sign that a page is no article, and of what ``kind`` it then is: forms searched in its title, in its first
    words or in its address, or a selector.

    ``lone`` rows count only where no layout was proven: an article may quote the same words. ``in_place`` says that
    such a page is served at an article's address too.
    """

    name: str
    why: str
    kind: str
    title: tuple[Form, ...] = ()
    text: tuple[Form, ...] = ()
    url: tuple[Form, ...] = ()
    selector: str = ""
    lone: bool = True
    in_place: bool = False
    replace: bool = False


Row: TypeAlias = Layout | Landmark | Element | Line | Picture | Comment | Refusal | Wording | Words | Part
