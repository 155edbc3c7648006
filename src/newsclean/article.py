"""An article: what was found on a page, cleaned and put together; and its JSON, both ways.

The shape of the JSON is that of the types: :meth:`Article.to_dict` writes what their fields hold, and
:meth:`Article.from_dict` reads by the same types. The sentence below a field is its description in the published
schema, which ``make schema`` writes from these classes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any, Literal, TypeAlias

from msgspec import Meta, ValidationError, convert, field, to_builtins
from msgspec.msgpack import encode
from msgspec.structs import asdict

from newsclean.blocks import Block, Evidence, Image, Link, Removal, Symbol, Value
from newsclean.dates import BEIJING
from newsclean.lazy_regex import Deferred

__all__ = ["DERIVED", "SCHEMA_VERSION", "Article"]

SCHEMA_VERSION = "1"
"""The version of the JSON an article becomes; it changes when a key changes its meaning or goes away."""

DERIVED = ("text", "html", "images")
"""The keys that :meth:`Article.to_dict` makes from the blocks and :meth:`Article.from_dict` passes over."""

Time: TypeAlias = Annotated[datetime, Meta(tz=True)]
_TIMES = ("published_at", "modified_at")

# The order of keys in JSON, where it is not that of the fields.
_ORDERS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("type", "runs", "level"): ("type", "level", "runs"),
    ("type", "items", "ordered"): ("type", "ordered", "items"),
    ("runs", "level", "ordered"): ("level", "ordered", "runs"),
    ("type", "rows", "header"): ("type", "header", "rows"),
}
_PLACED = Deferred(r"(?s)(.*) - at (`key` in )?`\$\.?([\w.\[\]]*)`")
_REFUSALS = (ValueError, TypeError, OverflowError, LookupError, AttributeError)
"""What a value of another type answers when it is encoded, or asked for a field by name."""


class Article(Value, kw_only=True, forbid_unknown_fields=True):
    """A clean article: what a careful reader takes from the page, and what was left out of it.

    Times are aware, in Asia/Shanghai. ``source`` is the medium, never a person; ``authors`` are persons from an
    explicit byline. None always means that the page does not say. Articles are equal where all their fields are; their
    hash leaves out ``extra``, which is a mapping.
    """

    title: str | None
    """The headline as the page shows it."""
    blocks: tuple[Block, ...]
    """The body, in reading order."""
    layout: str
    """The layout that was recognised, `generic` where none was, `front-matter` for a document."""
    kind: Literal["article", "video", "slides"] = "article"
    """What sort of page it is."""
    url: str | None = None
    """The address of the page, where it was given or the page names it."""
    doc_id: str | None = None
    """The site's id of the document, without `doc-i` or `comos-`."""
    original_title: str | None = None
    """The title the medium itself gave it (原标题), where the page says so."""
    published_at: Time | None = None
    """The time of publication the page shows, Beijing time: ISO 8601 with offset."""
    modified_at: Time | None = None
    """The time of the last change, Beijing time: ISO 8601 with offset."""
    published_raw: str | None = None
    """The time of publication in the page's own characters."""
    source: str | None = None
    """The medium the article comes from; never a person."""
    source_url: str | None = None
    """The address the source's name links to."""
    authors: tuple[str, ...] = ()
    """Persons named in an explicit byline."""
    editor: str | None = None
    """The editor on duty (责任编辑), without staff code."""
    keywords: tuple[str, ...] = ()
    """The keywords the page shows or declares."""
    channel: tuple[str, ...] = ()
    """The breadcrumb, outermost first."""
    description: str | None = None
    """The page's own summary."""
    lead_image: str | None = None
    """The address of the picture that stands for the article."""
    symbols: tuple[Symbol, ...] = ()
    """The stocks the page names."""
    related: tuple[Link, ...] = ()
    """Links to other articles that stood in the body."""
    comment_id: str | None = None
    """The id of the comment thread, channel and document joined by a colon."""
    mobile_url: str | None = None
    """The address of the page for phones."""
    language: str = "zh-CN"
    """The language of the text (BCP 47)."""
    encoding: str = "utf-8"
    """The encoding the page was decoded with."""
    encoding_from: str = "text"
    """How the encoding was known."""
    route: Literal["window", "page", "document"] = "page"
    """What was parsed: the head and the body's window alone, the whole page, or a front-matter document."""
    removals: tuple[Removal, ...] = ()
    """What was taken out of the body, in order, each with its rule."""
    confidence: Annotated[float, Meta(ge=0, le=1)] = 0.0
    """How sure it is that this is the whole article and nothing else."""
    evidence: tuple[Evidence, ...] = ()
    """The reasons for the confidence."""
    warnings: tuple[str, ...] = ()
    """What was done instead of the plain thing, in words."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Keys of a front-matter document that have no field here, in order; ``serial``: the book of an instalment."""
    rules: str = ""
    """The version of newsclean and a digest of the rule book that made it, as 0.1.0+c2615c0aff24; empty: made by an
    older version."""

    def __hash__(self) -> int:
        return hash(tuple([getattr(self, name) for name in self.__struct_fields__ if name != "extra"]))

    def __repr__(self) -> str:
        many = f"{len(self.blocks)} block{'s' * (len(self.blocks) != 1)}"
        return f"<Article {self.title!r}: {self.layout}, {many}>"

    def _repr_html_(self) -> str:
        """What a notebook shows: title, source, time, the text's beginning, and how much was removed."""
        from newsclean.render.notebook import to_notebook

        return to_notebook(asdict(self), self.text)

    # newsclean.render is loaded when a rendering is first asked for: a program that reads metadata never loads it.

    @property
    def text(self) -> str:
        """Plain text: a line a block, an item, a row with tabs between its cells; no captions: see :meth:`to_text`."""
        return self.to_text()

    @property
    def markdown(self) -> str:
        """The title and the body as CommonMark with pipe tables."""
        return self.to_markdown()

    @property
    def html(self) -> str:
        """The body as HTML made anew from the blocks: nothing of the page's own markup is in it."""
        from newsclean.render import to_html

        return to_html(self.blocks)

    @property
    def images(self) -> tuple[Image, ...]:
        """The body's pictures, in order."""
        return tuple([block for block in self.blocks if isinstance(block, Image)])

    def to_text(self, *, captions: bool = False) -> str:
        """Plain text as :attr:`text`; with ``captions=True`` each caption is a line where its picture stands."""
        from newsclean.render import to_text

        return to_text(self.blocks, captions=captions)

    def to_markdown(self, *, head: bool = False) -> str:
        """Markdown as :attr:`markdown`; with ``head=True`` a document, metadata above it (:meth:`to_front_matter`)."""
        from newsclean.render import head_of, to_markdown

        body = to_markdown(self.blocks, title=self.title)
        return f"{head_of(asdict(self))}\n{body.rstrip()}\n" if head else body

    def to_front_matter(self) -> str:
        """A front-matter document: YAML that any YAML 1.1 reader takes, then the body as HTML. Raises TypeError when
        ``extra`` holds what is no str, int, float, bool, None, list or mapping."""
        from newsclean.render import to_front_matter

        return to_front_matter(asdict(self), self.blocks)

    def to_json(self, *, indent: int | None = None) -> str:
        """:meth:`to_dict` as a JSON string, non-ASCII characters as they are; without ``indent`` it is one line.
        Raises TypeError or ValueError when ``extra`` holds what JSON cannot."""
        import json

        return json.dumps(self.to_dict(), ensure_ascii=False, allow_nan=False, indent=indent)

    def to_dict(self) -> dict[str, Any]:
        """The article as str, int, float, bool, None, and lists and dicts of them; :meth:`from_dict` undoes it.

        ``schema_version`` comes first, then every field in its order, then the derived ``text``, ``html`` and
        ``images``. Times are ISO 8601 with their offset; what the page does not say is None, or an empty list.
        Runs and cells leave out keys whose value is the usual one. ``extra`` is passed on as it is.
        """
        plain = to_builtins(self.__replace__(extra={}), builtin_types=(datetime,))
        found = {"schema_version": SCHEMA_VERSION, **_listed(plain), "extra": dict(self.extra)}
        for name in _TIMES:
            if found[name] is not None:
                found[name] = found[name].isoformat()
        images = [block for block in found["blocks"] if block["type"] == "image"]
        found["text"], found["html"] = self.text, self.html
        found["images"] = [{key: image[key] for key in image if key != "type"} for image in images]
        return found

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Article:
        """The article that :meth:`to_dict` made ``data`` from.

        A field that is absent gets the value the class gives it, where it gives one; the derived keys are passed
        over, once they are of the right types. Raises ValueError, which names the place, when the data is of another
        schema version, lacks a field, holds an unknown key, or a value of another type than the schema's.
        """
        if not isinstance(data, Mapping):
            raise ValueError(f"an article is a mapping, and this is {type(data).__name__}")
        version = data.get("schema_version")
        if version != SCHEMA_VERSION:
            said = repr(version) if isinstance(version, str) else f"of type {type(version).__name__}"
            raise ValueError(f"schema_version is {said}, and only {SCHEMA_VERSION!r} can be read")
        derived = {key: data[key] for key in DERIVED if key in data}
        fields = {key: value for key, value in data.items() if key not in ("schema_version", *DERIVED)}
        if not isinstance(fields.get("extra", {}), Mapping):
            raise ValueError(f"extra: Expected `object`, got `{type(fields['extra']).__name__}`")
        fields |= {name: _in_beijing(name, fields[name]) for name in _TIMES if name in fields}
        try:
            encode((convert(derived, _Derived), article := convert(fields, cls).__replace__(extra={})))
        except ValidationError as error:
            raise ValueError(_place_first(str(error))) from error
        except _REFUSALS as error:  # what no output can hold
            read = {key: value for key, value in data.items() if key != "extra"}
            raise ValueError(_unwritable(read) or str(error)) from error
        if fields.get("extra") and (why := _unwritable({"extra": fields["extra"]}, free=True)):
            raise ValueError(why)
        return article.__replace__(extra=fields.get("extra", {}))


class _Derived(Value):
    """The keys that are made from the blocks."""

    text: str = ""
    html: str = ""
    images: tuple[Image, ...] = ()


def _listed(plain: dict[str, Any]) -> dict[str, Any]:
    """The object with its tuples as lists, in place, and its keys in the order of JSON."""
    for name, value in plain.items():
        if name in _NESTED:
            plain[name] = [_listed(entry) if isinstance(entry, dict) else _row(entry) for entry in value]
        elif isinstance(value, tuple):
            plain[name] = list(value)
    order = _ORDERS.get(tuple(plain))
    return plain if order is None else {name: plain[name] for name in order}


def _row(plain: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """A row of cells, or the runs of a paragraph."""
    return [_listed(entry) for entry in plain]


_NESTED = frozenset({"blocks", "items", "rows", "paragraphs"})
"""The keys of lists whose entries hold lists; what the others hold is flat."""


def _in_beijing(name: str, value: Any) -> Any:
    """A time with its offset, in Asia/Shanghai; what is no time at all is left to the types."""
    if not isinstance(value, (str, datetime)):
        return value
    try:
        time = datetime.fromisoformat(value) if isinstance(value, str) else value
        if time.tzinfo is None:
            raise ValueError(f"{value} has no offset")
        return time.astimezone(BEIJING)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"{name}: {error}") from error


def _unwritable(data: Any, *, free: bool = False) -> str | None:
    """Why some data cannot be written: :func:`newsclean.render.writable.unwritable`, loaded when it is asked."""
    from newsclean.render.writable import unwritable

    return unwritable(data, free=free)


def _place_first(message: str) -> str:
    """msgspec's sentence with the place before it: ``blocks[0].level: Expected `int`, got `str`."""
    found = _PLACED.fullmatch(message)
    if found is None:
        return message
    what, key, place = found.groups()
    return f"{'a key of ' if key else ''}{place or 'the article'}: {what}"
