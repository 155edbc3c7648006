"""An article as JSON: lossless both ways, as the published schema says, and strict in reading."""

from __future__ import annotations

import json
import pickle
import runpy
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from newsclean.article import Article
from newsclean.blocks import (
    Cell,
    Heading,
    Image,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Removal,
    Run,
    Table,
    Video,
)
from newsclean.dates import BEIJING
from newsclean.render import to_html, to_text
from render.strategies import articles, make

SMALL = make("题", (Paragraph((Run("文", strong=True),)), Image("https://a/b.png", "图")))


@cache
def schema() -> dict[str, Any]:
    text = files("newsclean.render").joinpath("article.schema.json").read_text("utf-8")
    return dict(json.loads(text))


@cache
def validator() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(schema())
    return jsonschema.Draft202012Validator(schema())


def _objects(node: Any) -> list[dict[str, Any]]:
    found = [node] if isinstance(node, dict) else []
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        found += _objects(inner)
    return found


@given(articles)
def test_json_gives_the_article_back(article: Article) -> None:
    assert Article.from_dict(json.loads(article.to_json())) == article
    assert Article.from_dict(article.to_dict()) == article


@given(articles)
def test_pickle_gives_the_article_back(article: Article) -> None:
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301  # our own bytes


@given(articles)
def test_the_schema_holds_for_every_article(article: Article) -> None:
    validator().validate(json.loads(article.to_json()))


def test_the_keys_are_the_fields_in_their_order() -> None:
    names = Article.__struct_fields__
    assert list(SMALL.to_dict()) == ["schema_version", *names, "text", "html", "images"]
    assert list(SMALL.to_dict()) == list(schema()["properties"])
    assert [key for key in SMALL.to_dict() if key != "rules"] == schema()["required"]


def test_the_schema_describes_every_key_and_allows_no_other() -> None:
    for node in _objects(schema()):
        if isinstance(node.get("properties"), dict):
            assert node["additionalProperties"] is False
            assert set(node["required"]) <= set(node["properties"])
            for name, rule in node["properties"].items():
                assert "description" in rule or "$ref" in rule, name
                target = schema()["$defs"][rule["$ref"].rsplit("/", 1)[1]] if "$ref" in rule else rule
                assert rule.get("description") or target["description"], name


def test_derived_keys_are_the_renderings_and_are_passed_over() -> None:
    data = SMALL.to_dict()
    assert data["text"] == to_text(SMALL.blocks) == "文"
    assert data["html"] == to_html(SMALL.blocks)
    assert data["images"] == [
        {"src": "https://a/b.png", "caption": "图", "alt": None, "width": None, "height": None}
    ]
    assert Article.from_dict(data | {"text": "x", "html": "y", "images": []}) == SMALL
    assert (
        Article.from_dict({key: data[key] for key in data if key not in ("text", "html", "images")}) == SMALL
    )


def test_runs_and_cells_leave_out_what_is_usual() -> None:
    article = make("题", (Table(((Cell((Run("a"),)), Cell((), 2, 3, True)),), 1),))
    assert article.to_dict()["blocks"] == [
        {
            "type": "table",
            "header": 1,
            "rows": [[{"runs": [{"text": "a"}]}, {"runs": [], "colspan": 2, "rowspan": 3, "header": True}]],
        }
    ]


def test_the_keys_of_every_kind_of_block_come_in_their_published_order() -> None:
    runs, inner = (Run("a"),), [{"text": "a"}]
    blocks = (Heading(runs, 3), ListBlock((ListItem(runs, 1, True),)), Quote((runs,)), Video("p"), Image("s"))
    assert json.dumps(make("题", blocks).to_dict()["blocks"]) == json.dumps(
        [
            {"type": "heading", "level": 3, "runs": inner},
            {"type": "list", "ordered": False, "items": [{"level": 1, "ordered": True, "runs": inner}]},
            {"type": "quote", "paragraphs": [inner]},
            {"type": "video", "poster": "p", "title": None},
            {"type": "image", "src": "s", "caption": None, "alt": None, "width": None, "height": None},
        ]
    )


def test_what_is_written_is_lists_and_dicts() -> None:
    article = make("题", (Table(((Cell((Run("a"),)),),)),), authors=("a",), extra={"a": (1,)})
    assert article.to_dict()["blocks"][0]["rows"][0][0]["runs"] == [{"text": "a"}]
    assert article.to_dict()["authors"] == ["a"]
    assert article.to_dict()["extra"] == {"a": (1,)}, "passed on as it is"


def test_json_is_one_line_with_its_characters_as_they_are() -> None:
    assert '"title": "题"' in SMALL.to_json()
    assert "\n" not in SMALL.to_json()
    assert SMALL.to_json(indent=2).startswith('{\n  "schema_version": "1",\n  "title": "题",')


def test_a_time_of_another_zone_is_read_as_the_same_instant_in_beijing() -> None:
    data = SMALL.to_dict() | {"published_at": "2022-01-20T05:38:55+00:00"}
    read = Article.from_dict(data).published_at
    assert read == datetime(2022, 1, 20, 13, 38, 55, tzinfo=BEIJING)
    assert read is not None
    assert read.tzinfo is BEIJING
    assert Article.from_dict(data | {"published_at": read.astimezone(UTC)}).published_at == read
    assert read == datetime(2022, 1, 20, 5, 38, 55, tzinfo=timezone(timedelta()))


BROKEN: list[tuple[dict[str, Any], str]] = [
    ({"schema_version": "0"}, "schema_version"),
    ({"schema_version": 1}, "schema_version"),
    ({"titel": "x"}, "titel"),
    ({"title": 3}, "title"),
    ({"authors": "x"}, "authors"),
    ({"authors": [None]}, "authors"),
    ({"kind": "poem"}, "kind"),
    ({"route": None}, "route"),
    ({"confidence": True}, "confidence"),
    ({"published_at": "2022-01-20T05:38:55"}, "offset"),
    ({"published_at": "yesterday"}, "published_at"),
    ({"published_at": "9999-12-31T23:59:59-12:00"}, "published_at"),
    ({"published_at": 1642656000}, "published_at"),
    ({"modified_at": datetime(2022, 1, 20)}, "modified_at: .*offset"),
    ({"confidence": float("nan")}, "confidence"),
    ({"confidence": 10**400}, "confidence"),
    (
        {"evidence": [{"name": "x", "held": None, "weight": float("inf"), "note": ""}]},
        r"evidence\[0\].weight",
    ),
    ({"rules": None}, "rules"),
    ({"text": 3}, "text"),
    ({"html": None}, "html"),
    ({"images": 3}, "images"),
    ({"images": [{"src": "a", "type": "video"}]}, r"images\[0\]"),
    ({"extra": []}, "extra"),
    ({"symbols": [{"market": "sh"}]}, "symbols"),
    ({"removals": [{"rule": "x", "where": "top", "path": "", "preview": ""}]}, "removals"),
    ({"blocks": None}, "blocks"),
    ({"blocks": [3]}, "blocks"),
    ({"blocks": [{"type": "poem"}]}, "poem"),
    ({"blocks": [{"type": ["x"]}]}, "blocks"),
    ({"blocks": [{"type": "paragraph"}]}, r"blocks\[0\]: .*runs"),
    ({"blocks": [{"type": "paragraph", "runs": [{"text": "a", "size": 3}]}]}, "size"),
    ({"blocks": [{"type": "paragraph", "runs": [{"text": "a", "script": "mid"}]}]}, "script"),
    ({"blocks": [{"type": "heading", "runs": [], "level": True}]}, "blocks"),
    ({"blocks": [{"type": "image", "src": None}]}, "blocks"),
    ({"blocks": [{"type": "table", "header": 0, "rows": [[{"runs": [], "colspan": "2"}]]}]}, "blocks"),
]


UNSEEN = {"published_at", "modified_at"}  # the schema tells a time by its shape
UNJSON = [change for change, _ in BROKEN if not change.keys() & UNSEEN and "nan" not in repr(change)]


@pytest.mark.parametrize(("change", "why"), BROKEN)
def test_data_of_another_shape_is_refused_by_key(change: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Article.from_dict(SMALL.to_dict() | change)


@pytest.mark.parametrize("change", UNJSON)
def test_the_schema_refuses_the_same(change: dict[str, Any]) -> None:
    assert not validator().is_valid(SMALL.to_dict() | change)


@pytest.mark.parametrize("key", [3, None, ("a",)])
def test_a_key_that_is_no_string_is_refused(key: Any) -> None:
    for wrong in ({key: 1}, {"extra": {key: 1}}, {"blocks": [{"type": "video", key: 1}]}):
        with pytest.raises(ValueError, match="key"):
            Article.from_dict(SMALL.to_dict() | wrong)


def test_the_place_comes_first() -> None:
    wrong = {"blocks": [{"type": "quote", "paragraphs": [[], [{"text": "a"}, {"text": 3}]]}]}
    with pytest.raises(
        ValueError, match=r"^blocks\[0\]\.paragraphs\[1\]\[1\]\.text: Expected `str`, got `int`$"
    ):
        Article.from_dict(SMALL.to_dict() | wrong)
    with pytest.raises(
        ValueError, match=r"^published_at: Invalid isoformat string: 'yesterday - at `\$\.x`'$"
    ):
        Article.from_dict(SMALL.to_dict() | {"published_at": "yesterday - at `$.x`"})


def test_json_of_an_older_version_has_no_rules() -> None:
    data = make("题", rules="0.1.0+c2615c0aff24").to_dict()
    assert Article.from_dict(data).rules == data["rules"] == "0.1.0+c2615c0aff24"
    del data["rules"]
    validator().validate(data)
    assert Article.from_dict(data).rules == ""


def test_the_schema_is_what_the_types_say(capsys: pytest.CaptureFixture[str]) -> None:
    tool = runpy.run_path(str(Path(__file__).parents[2] / "tools" / "schema.py"))
    assert tool["main"](["--check"]) == 0, capsys.readouterr().out


def test_a_missing_field_takes_its_default_or_is_named() -> None:
    least: dict[str, Any] = {"schema_version": "1", "title": None, "blocks": [], "layout": "news-2018"}
    assert Article.from_dict(least) == make(None)
    with pytest.raises(ValueError, match="layout"):
        Article.from_dict({key: value for key, value in least.items() if key != "layout"})
    assert Article.from_dict(MappingProxyType(least)) == make(None)
    with pytest.raises(ValueError, match="mapping"):
        Article.from_dict([])  # type: ignore[arg-type]


def test_what_json_cannot_hold_is_refused() -> None:
    with pytest.raises(TypeError):
        make("x", extra={"a": object()}).to_json()
    with pytest.raises(ValueError, match="JSON"):
        make("x", confidence=float("nan")).to_json()


def test_a_removal_goes_both_ways() -> None:
    article = make("x", removals=(Removal("ad", "end", "div > p", "扫码"),))
    data = article.to_dict()
    assert data["removals"] == [{"rule": "ad", "where": "end", "path": "div > p", "preview": "扫码"}]
    assert Article.from_dict(data) == article
