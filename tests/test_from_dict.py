"""``Article.from_dict`` reads what ``to_dict`` wrote; what else stands there is a ValueError that names the place."""

from __future__ import annotations

import array
import collections
import contextlib
import copy
import datetime as dt
import decimal
import json
import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest

from newsclean.article import Article
from newsclean.blocks import (
    Cell,
    Evidence,
    Heading,
    Image,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Removal,
    Run,
    Symbol,
    Table,
    Video,
)

NOON = dt.datetime(2020, 3, 4, 12, tzinfo=dt.UTC)
FULL = Article(
    title="桥通了",
    layout="news-2018",
    url="https://news.sina.com.cn/x.shtml",
    published_at=NOON,
    modified_at=NOON,
    blocks=(
        Paragraph((Run("桥", True, True, "https://a.example/", "sub"),)),
        Heading((Run("灯"),), 3),
        Image("https://a.example/b.png", "桥", "桥", 3, 4),
        ListBlock((ListItem((Run("江"),), 1, True),), True),
        Quote(((Run("雾"),),)),
        Table(((Cell((Run("车"),), 2, 3, True),),), 1),
        Video("https://a.example/c.png", "桥"),
    ),
    authors=("林一",),
    keywords=("桥",),
    channel=("国内",),
    symbols=(Symbol("sh", "600000", "桥业"),),
    related=(Link("又一座", "https://a.example/"),),
    removals=(Removal("share", "body", "div", "分享"),),
    evidence=(Evidence("time-found", True, 0.5, "x"),),
    warnings=("w",),
    extra={"a": [1, {"b": 2}]},
    confidence=0.5,
)


class Named(str):
    """A text of a type of its own, as numpy has them."""

    __slots__ = ()


NESTED: list[Any] = []
for _ in range(5_000):
    NESTED = [NESTED]
ROUND: list[Any] = []
ROUND.append(ROUND)
LATE = dt.datetime.max.replace(tzinfo=dt.timezone(-dt.timedelta(hours=23)))
WRONG: tuple[Any, ...] = (
    *(
        None,
        True,
        0,
        -1,
        3,
        10**30,
        -(10**5_000),
        1.5,
        float("nan"),
        float("inf"),
        1j,
        decimal.Decimal("NaN"),
    ),
    *("", "x", "\ud800", "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "2020-01-01T00:00:00"),
    *("2020-13-01T00:00:00+08:00", "2020-01-01T00:00:00+99:99", Named("x"), b"x", bytearray(b"x")),
    *(
        memoryview(b"x"),
        [],
        [1],
        [None],
        ["\ud800"],
        (1, 2),
        {},
        {"a": 1},
        {1: 2},
        {"\ud800": 1},
        set(),
        range(3),
    ),
    *(object(), print, LATE, dt.datetime(2020, 1, 1), dt.date(2020, 1, 1)),  # without a zone
    *({"type": "x"}, {"type": 1}, {"text": 1}, {"text": "\ud800"}, NESTED, ROUND, iter(())),
)


def places(value: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place of some JSON that a value stands at."""
    if above:
        yield above
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in inside:
        yield from places(inner, (*above, key))


def with_(place: tuple[Any, ...], value: Any) -> dict[str, Any]:
    """The article's JSON with another value at a place."""
    data = copy.deepcopy(FULL.to_dict())
    at: Any = data
    for key in place[:-1]:
        at = at[key]
    at[place[-1]] = value
    return data


@pytest.mark.parametrize("place", list(places(FULL.to_dict())), ids=lambda place: ".".join(map(str, place)))
def test_a_wrong_value_is_a_value_error_that_names_its_place_and_any_other_can_be_written(
    place: tuple[Any, ...],
) -> None:
    said: list[str] = []
    for value in WRONG:
        try:
            made = Article.from_dict(with_(place, value))
        except ValueError as error:
            said.append(str(error))
            continue
        if place[0] == "extra":  # whatever it holds is passed on as it is
            continue
        assert json.loads(made.to_json().encode()) == made.to_dict()
        assert Article.from_dict(made.to_dict()) == made
        assert made.markdown is not made.html is not made.to_front_matter()
    assert all(str(place[0]) in sentence and "\n" not in sentence for sentence in said)


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        (("published_at",), "9999-12-31T23:59:59-23:59", "published_at: date value out of range"),
        (("images",), 3, "images: Expected `array`, got `int`"),
        (("title",), "半\ud800", r"title: it holds half a character ('\\ud800')"),
        (("blocks", 0, "runs", 0, "text"), "\udc00", r"blocks[0].runs[0].text: it holds half a character"),
        (("blocks", 1, "level"), 10**30, "blocks[1].level: it is beyond 64 bits"),
        (("authors", 0), Named("x"), "authors[0]: Expected `str`, got `Named`"),
        (("extra",), range(3), "extra: Expected `object`, got `range`"),
        (("extra", "a", 1, "b"), "\ud800", "extra.a[1].b: it holds half a character"),
        (("confidence",), float("nan"), "confidence: "),
        (("schema_version",), NESTED, "schema_version is of type list"),
    ],
)
def test_the_place_is_named(place: tuple[Any, ...], value: Any, said: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  # the sentence is asked below
        Article.from_dict(with_(place, value))
    assert said.replace("\\\\", "\\") in str(caught.value)


class Answering:
    """What answers to ``[...]`` and is no mapping: with a value, or the error it is made with."""

    def __init__(self, answer: object) -> None:
        self.answer = answer

    def __getitem__(self, key: str) -> object:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def row() -> sqlite3.Row:
    """A database's row: it answers to names and numbers, and to no others."""
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        database.row_factory = sqlite3.Row
        found = database.execute("SELECT 1 AS a").fetchone()
    assert isinstance(found, sqlite3.Row)
    return found


@pytest.mark.parametrize(
    "place",
    [("blocks", 0), ("blocks", 5, "rows", 0, 0), ("symbols", 0), ("images", 0)],
    ids=lambda place: place[0],
)
@pytest.mark.parametrize(
    "value",
    [
        range(3),
        array.array("i", [1]),
        row(),
        collections.UserList([1]),
        collections.UserString("x"),
        list[int],
        *map(
            Answering, (IndexError("of a row"), ValueError("no field\nof that name"), AttributeError("x"), 1)
        ),
    ],
    ids=lambda value: type(getattr(value, "answer", value)).__name__,
)
def test_what_answers_to_brackets_and_is_no_mapping_is_a_value_error_that_names_its_place(
    place: tuple[Any, ...], value: Any
) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  # the place is asked below
        Article.from_dict(with_(place, value))
    assert str(caught.value).startswith(place[0])
    assert "\n" not in str(caught.value)


def test_what_extra_holds_is_not_blamed_for_another_fault() -> None:
    data = with_(("blocks", 0), range(3)) | {"extra": {"a": 10**30, "b": range(3)}}
    with pytest.raises(ValueError, match=r"^blocks\[0\]: "):
        Article.from_dict({"extra": data["extra"], **data})


@pytest.mark.parametrize("key", ["x", "\ud800", 1, None, ("a",), 1.5, b"title"])
def test_a_key_that_is_none_of_an_article_is_a_value_error(key: Any) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # of any words
        Article.from_dict({**FULL.to_dict(), key: 1})
