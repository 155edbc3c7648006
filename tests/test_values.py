"""Values: named fields, given once, compared, hashed, copied, pickled and matched by them."""

from __future__ import annotations

import copy
import gc
import inspect
import pickle
import pydoc
import re
import sys
import typing
from datetime import datetime
from types import ModuleType

import pytest
from msgspec.structs import asdict, replace

from newsclean import article, blocks, page
from newsclean.article import Article
from newsclean.blocks import Heading, Image, Paragraph, Quote, Removal, Run, Symbol, Value
from newsclean.dates import BEIJING
from newsclean.fetch import Failed
from newsclean.page import Page

BODY = (Paragraph((Run("文", strong=True),)), Image("https://a/b.png"))
FIELDS = {
    "title": "The headline as the page shows it.",
    "authors": "Persons named in an explicit byline.",
    "removals": "What was taken out of the body, in order, each with its rule.",
    "rules": "The version of newsclean and a digest",
}
ARTICLE = Article(title="题", blocks=BODY, layout="news-2018", extra={"a": [1]})


def test_fields_are_given_by_place_or_by_name_and_have_defaults() -> None:
    assert (Run("a").text, Run("a").strong, Run("a").href) == ("a", False, None)
    assert Run("a", href="b", strong=True) == Run("a", True, False, "b")


@pytest.mark.parametrize("call", ["Run()", "Run('a', 1, 2, 3, 4, 5)", "Run('a', z=2)", "Run('a', text='b')"])
def test_what_does_not_fit_the_fields_is_a_type_error(call: str) -> None:
    with pytest.raises(TypeError):
        eval(call)  # noqa: S307  # the calls above


def test_an_article_is_made_by_name_alone() -> None:
    with pytest.raises(TypeError):
        Article("title", (), "layout")  # type: ignore[call-arg]


def test_a_default_that_is_made_is_made_for_each() -> None:
    assert Page(b"").headers is not Page(b"").headers
    assert ARTICLE.__replace__(title="x").extra is ARTICLE.extra


def test_values_are_equal_by_class_and_fields_and_hash_alike() -> None:
    assert Run("a") == Run("a")
    assert hash(Run("a")) == hash(Run("a"))
    assert Run("a") != Run("a", strong=True)
    assert Paragraph((Run("a"),)) != Quote((Run("a"),))  # type: ignore[arg-type]
    assert {Symbol("sh", "1"): 1}[Symbol("sh", "1")] == 1


def test_articles_are_hashed_without_the_mapping_they_hold() -> None:
    other = ARTICLE.__replace__(extra={"b": 2})
    assert other != ARTICLE
    assert hash(ARTICLE) == hash(other) == hash(pickle.loads(pickle.dumps(ARTICLE)))  # noqa: S301  # our own
    assert len({ARTICLE, other, ARTICLE.__replace__()}) == 2
    assert hash(ARTICLE) != hash(ARTICLE.__replace__(title="另"))


def test_a_value_prints_as_the_call_that_makes_it_and_an_article_in_short() -> None:
    assert eval(repr(Run("a", href="b"))) == Run("a", href="b")  # noqa: S307
    assert repr(ARTICLE) == "<Article '题': news-2018, 2 blocks>"
    assert repr(Article(title=None, blocks=BODY[:1], layout="x")) == "<Article None: x, 1 block>"


def test_help_has_the_sentence_of_each_field() -> None:
    told = pydoc.plain(pydoc.render_doc(Article))
    for name, sentence in FIELDS.items():
        assert re.search(rf"^ \|  {name}: .*\n \|      {re.escape(sentence)}", told, re.MULTILINE), name
    assert "Bold." in pydoc.plain(pydoc.render_doc(Run))
    assert "url: str" in pydoc.plain(pydoc.render_doc(Failed))  # of the class it comes from


def test_a_value_without_a_source_has_its_docstring_alone() -> None:
    names: dict[str, typing.Any] = {"__name__": "typed_at_a_prompt"}
    code = "from newsclean.blocks import Value\nclass Made(Value):\n    'Made.'\n    a: int\n    'A.'\n"
    exec(code, names)  # noqa: S102  # the line above
    assert inspect.getdoc(names["Made"]) == "Made."


def test_a_notebook_shows_an_article_in_short_and_escaped() -> None:
    runs = (Run('<script>alert("x")</script>'), Run("文" * 400))
    shown = ARTICLE.__replace__(
        title="<b>题</b>",
        blocks=(Paragraph(runs),),
        source="某报&",
        published_at=datetime(2024, 1, 31, 8, 30, tzinfo=BEIJING),
        removals=(Removal("qr-append", "end", "div"),) * 2,
    )._repr_html_()
    assert not set(re.findall(r"<(\w+)", shown)) - {"article", "h3", "p", "small"}
    for part in (
        "&lt;b&gt;题&lt;/b&gt;",
        "某报&amp; · 2024-01-31 08:30",
        "&lt;script&gt;",
        "文…</p>",
        "2 removed",
    ):
        assert part in shown
    assert len(shown) < 700
    assert "None" not in Article(title=None, blocks=(), layout="x")._repr_html_()


def test_a_value_does_not_change() -> None:
    run = Run("a")
    with pytest.raises(AttributeError):
        run.text = "b"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del run.text
    with pytest.raises(AttributeError):
        run.colour = "red"  # type: ignore[attr-defined]
    assert not hasattr(run, "__dict__")
    assert run == Run("a")


def test_a_changed_copy_is_another_value() -> None:
    run = Run("a", strong=True)
    assert run.__replace__(text="b") == replace(run, text="b") == Run("b", strong=True)
    assert run == Run("a", strong=True)
    with pytest.raises(TypeError):
        run.__replace__(colour="red")
    if sys.version_info >= (3, 13):
        assert copy.replace(ARTICLE, title="另").title == "另"


def test_values_survive_pickle_and_copy() -> None:
    for value in (Run("a", href="b"), Page(b"x", headers={"a": "b"}), *BODY, ARTICLE):
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            assert pickle.loads(pickle.dumps(value, protocol)) == value  # noqa: S301  # our own bytes
        assert copy.copy(value) == copy.deepcopy(value) == value


def test_patterns_match_by_place() -> None:
    match Heading((Run("a"),), 3):
        case Heading((Run(text),), 3):
            assert text == "a"
        case _:
            pytest.fail("no match")
    match ARTICLE:
        case Article(title=str(title), blocks=(Paragraph(), Image(src))):
            assert (title, src) == ("题", "https://a/b.png")
        case _:
            pytest.fail("no match")
    assert Article.__match_args__ == ()


def _is_model(value: object) -> bool:
    """Whether a public value is a class, and none that only names keywords."""
    return isinstance(value, type) and not typing.is_typeddict(value)


MODELS = [(home, name) for home in (article, blocks, page) for name in home.__all__]


@pytest.mark.parametrize(("home", "name"), [row for row in MODELS if _is_model(getattr(*row))])
def test_every_model_is_a_frozen_value_whose_types_can_be_read(home: ModuleType, name: str) -> None:
    model = getattr(home, name)
    assert issubclass(model, Value)
    assert model.__struct_config__.frozen
    assert set(typing.get_type_hints(model)) >= set(model.__struct_fields__)


def test_the_garbage_collector_passes_over_what_can_hold_no_cycle() -> None:
    assert not any(gc.is_tracked(value) for value in (Run("a"), *BODY))
    assert ARTICLE.__struct_config__.gc
    assert Page(b"").__struct_config__.gc


def test_the_fields_of_a_value_can_be_had_as_a_mapping() -> None:
    assert asdict(Heading((), 3)) == {"runs": (), "level": 3}
