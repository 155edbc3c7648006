"""Values behave as frozen dataclasses with slots do, to the language, to pickle and to ``dataclasses``."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import typing
from types import ModuleType

import pytest

from newsclean import article, blocks, page
from newsclean.article import Article
from newsclean.blocks import Paragraph, Run
from newsclean.page import Page
from newsclean.values import Value, fresh


class Point(Value):
    x: int
    y: int = 2
    tags: list[str] = fresh(factory=list)


class Named(Value, kw_only=True):
    name: str
    size: int = 0


@dataclasses.dataclass(frozen=True, slots=True)
class Twin:
    x: int
    y: int = 2
    tags: list[str] = dataclasses.field(default_factory=list)


def test_fields_are_given_by_place_or_by_name_and_have_defaults() -> None:
    assert (Point(1).x, Point(1).y, Point(1).tags) == (1, 2, [])
    assert Point(1, tags=["a"], y=5) == Point(1, 5, ["a"])
    assert Named(name="a") == Named(name="a", size=0)


@pytest.mark.parametrize(
    "call", ["Point()", "Point(1, 2, [], 4)", "Point(1, z=2)", "Point(1, x=1)", "Named('a')"]
)
def test_what_does_not_fit_the_fields_is_a_type_error(call: str) -> None:
    with pytest.raises(TypeError):
        eval(call)  # noqa: S307  # the calls above


def test_a_default_that_is_made_is_made_for_each() -> None:
    assert Point(1).tags is not Point(1).tags
    assert Page(b"").headers is not Page(b"").headers


def test_values_are_equal_by_class_and_fields_and_hash_alike() -> None:
    assert Run("a") == Run("a")
    assert hash(Run("a")) == hash(Run("a"))
    assert Run("a") != Run("a", strong=True)
    assert Paragraph((Run("a"),)) != blocks.Quote((Run("a"),))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="unhashable"):
        hash(Point(1))


def test_a_value_prints_as_the_call_that_makes_it() -> None:
    assert repr(Point(1, tags=["a"])) == repr(Twin(1, tags=["a"])).replace("Twin", "Point")
    assert eval(repr(Run("a", href="b"))) == Run("a", href="b")  # noqa: S307


def test_a_value_does_not_change() -> None:
    run = Run("a")
    with pytest.raises(dataclasses.FrozenInstanceError, match="assign to field 'text'"):
        run.text = "b"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError, match="delete field 'text'"):
        del run.text
    with pytest.raises(AttributeError):
        run.colour = "red"
    assert not hasattr(run, "__dict__")
    assert run == Run("a")


def test_a_changed_copy_is_another_value() -> None:
    run = Run("a", strong=True)
    assert run.__replace__(text="b") == dataclasses.replace(run, text="b") == Run("b", strong=True)
    assert run == Run("a", strong=True)
    with pytest.raises(TypeError):
        run.__replace__(colour="red")


def test_values_survive_pickle_and_copy() -> None:
    for value in (Run("a", href="b"), Point(1, tags=["x"]), Named(name="n"), Paragraph((Run("a"),))):
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            assert pickle.loads(pickle.dumps(value, protocol)) == value  # noqa: S301  # our own bytes
        assert copy.copy(value) == copy.deepcopy(value) == value


def test_patterns_match_by_place() -> None:
    match Point(1, 5):
        case Point(x, 5):
            assert x == 1
        case _:
            pytest.fail("no match")


def test_dataclasses_takes_them_for_its_own() -> None:
    assert dataclasses.is_dataclass(Point(1))
    assert dataclasses.asdict(Point(1, tags=["a"])) == {"x": 1, "y": 2, "tags": ["a"]}
    assert dataclasses.astuple(Point(1)) == dataclasses.astuple(Twin(1))
    for ours, theirs in zip(dataclasses.fields(Point), dataclasses.fields(Twin), strict=True):
        assert (ours.name, ours.default, ours.default_factory) == (
            theirs.name,
            theirs.default,
            theirs.default_factory,
        )
    assert [field.kw_only for field in dataclasses.fields(Named)] == [True, True]


MODELS = [(home, name) for home in (article, blocks, page) for name in home.__all__]


@pytest.mark.parametrize(("home", "name"), [row for row in MODELS if isinstance(getattr(*row), type)])
def test_every_model_is_a_value_with_its_types(home: ModuleType, name: str) -> None:
    model = getattr(home, name)
    assert issubclass(model, Value)
    assert [field.name for field in dataclasses.fields(model)] == list(model.__slots__)
    assert set(typing.get_type_hints(model, vars(home) | vars(typing))) >= set(model.__slots__)


def test_the_article_is_made_by_name_alone() -> None:
    with pytest.raises(TypeError):
        Article("title", (), "layout")  # type: ignore[call-arg]


def test_a_value_has_no_subclasses_and_needs_fields() -> None:
    with pytest.raises(TypeError, match="no subclasses"):
        type("Sub", (Point,), {"__annotations__": {"z": "int"}})
    with pytest.raises(TypeError, match="needs fields"):
        type(Value)("Bare", (Value,), {})  # type: ignore[misc]  # the metaclass itself


def test_the_root_is_no_dataclass_and_asking_it_changes_nothing() -> None:
    assert not dataclasses.is_dataclass(Value)
    assert [field.name for field in dataclasses.fields(blocks.Heading)] == ["runs", "level"]


def test_fields_by_name_alone_match_no_pattern_by_place() -> None:
    assert Named.__match_args__ == ()
    assert Point.__match_args__ == ("x", "y", "tags")


def test_the_signature_is_told_before_a_value_is_made() -> None:
    class New(Value):
        x: int
        y: int = 2

    assert list(inspect.signature(New).parameters) == ["x", "y"]
    assert inspect.signature(New).parameters["y"].default == 2
