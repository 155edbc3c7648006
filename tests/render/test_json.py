"""An article as JSON: lossless both ways, as the published schema says, and strict in reading."""

from __future__ import annotations

import json
import pickle
from dataclasses import fields
from datetime import datetime, timedelta, timezone
from functools import cache
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from newsclean.article import Article
from newsclean.blocks import Cell, Image, Paragraph, Removal, Run, Table
from newsclean.dates import BEIJING
from newsclean.render import from_dict, to_dict, to_html, to_json, to_text
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
    assert from_dict(json.loads(to_json(article))) == article
    assert from_dict(to_dict(article)) == article


@given(articles)
def test_pickle_gives_the_article_back(article: Article) -> None:
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301  # our own bytes


@given(articles)
def test_the_schema_holds_for_every_article(article: Article) -> None:
    validator().validate(json.loads(to_json(article)))


def test_the_keys_are_the_fields_in_their_order() -> None:
    names = [field.name for field in fields(Article)]
    assert list(to_dict(SMALL)) == ["schema_version", *names, "text", "html", "images"]
    assert list(to_dict(SMALL)) == list(schema()["properties"])
    assert list(to_dict(SMALL)) == schema()["required"]


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
    data = to_dict(SMALL)
    assert data["text"] == to_text(SMALL.blocks) == "文"
    assert data["html"] == to_html(SMALL.blocks)
    assert data["images"] == [
        {"src": "https://a/b.png", "caption": "图", "alt": None, "width": None, "height": None}
    ]
    assert from_dict(data | {"text": "x", "html": 1, "images": None}) == SMALL
    assert from_dict({key: data[key] for key in data if key not in ("text", "html", "images")}) == SMALL


def test_runs_and_cells_leave_out_what_is_usual() -> None:
    article = make("题", (Table(((Cell((Run("a"),)), Cell((), 2, 3, True)),), 1),))
    assert to_dict(article)["blocks"] == [
        {
            "type": "table",
            "header": 1,
            "rows": [[{"runs": [{"text": "a"}]}, {"runs": [], "colspan": 2, "rowspan": 3, "header": True}]],
        }
    ]


def test_json_is_one_line_with_its_characters_as_they_are() -> None:
    assert '"title": "题"' in to_json(SMALL)
    assert "\n" not in to_json(SMALL)
    assert to_json(SMALL, indent=2).startswith('{\n  "schema_version": "1",\n  "title": "题",')


def test_a_time_of_another_zone_is_read_as_the_same_instant_in_beijing() -> None:
    data = to_dict(SMALL) | {"published_at": "2022-01-20T05:38:55+00:00"}
    read = from_dict(data).published_at
    assert read == datetime(2022, 1, 20, 13, 38, 55, tzinfo=BEIJING)
    assert read is not None
    assert read.tzinfo is BEIJING
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
    ({"extra": []}, "extra"),
    ({"symbols": [{"market": "sh"}]}, "symbols"),
    ({"removals": [{"rule": "x", "where": "top", "path": "", "preview": ""}]}, "removals"),
    ({"blocks": None}, "blocks"),
    ({"blocks": [3]}, "blocks"),
    ({"blocks": [{"type": "poem"}]}, "poem"),
    ({"blocks": [{"type": ["x"]}]}, "blocks"),
    ({"blocks": [{"type": "paragraph"}]}, "runs"),
    ({"blocks": [{"type": "paragraph", "runs": [{"text": "a", "size": 3}]}]}, "size"),
    ({"blocks": [{"type": "paragraph", "runs": [{"text": "a", "script": "mid"}]}]}, "script"),
    ({"blocks": [{"type": "heading", "runs": [], "level": True}]}, "blocks"),
    ({"blocks": [{"type": "image", "src": None}]}, "blocks"),
    ({"blocks": [{"type": "table", "header": 0, "rows": [[{"runs": [], "colspan": "2"}]]}]}, "blocks"),
]


@pytest.mark.parametrize(("change", "why"), BROKEN)
def test_data_of_another_shape_is_refused_by_key(change: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        from_dict(to_dict(SMALL) | change)


@pytest.mark.parametrize("change", [change for change, _ in BROKEN if change.keys() != {"published_at"}])
def test_the_schema_refuses_the_same(change: dict[str, Any]) -> None:
    assert not validator().is_valid(to_dict(SMALL) | change)


def test_a_missing_field_takes_its_default_or_is_named() -> None:
    least: dict[str, Any] = {"schema_version": "1", "title": None, "blocks": [], "layout": "news-2018"}
    assert from_dict(least) == make(None)
    with pytest.raises(ValueError, match="layout"):
        from_dict({key: value for key, value in least.items() if key != "layout"})
    with pytest.raises(ValueError, match="mapping"):
        from_dict([])  # type: ignore[arg-type]


def test_what_json_cannot_hold_is_refused() -> None:
    with pytest.raises(TypeError):
        to_json(make("x", extra={"a": object()}))
    with pytest.raises(ValueError, match="JSON"):
        to_json(make("x", confidence=float("nan")))


def test_a_removal_goes_both_ways() -> None:
    article = make("x", removals=(Removal("ad", "end", "div > p", "扫码"),))
    data = to_dict(article)
    assert data["removals"] == [{"rule": "ad", "where": "end", "path": "div > p", "preview": "扫码"}]
    assert from_dict(data) == article
