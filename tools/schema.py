"""``make schema``: writes the JSON Schema of an article from the types, and the sentences below their fields.

msgspec tells what it reads. The schema describes what is written, which is less: every key is there, but for those that
a run or a cell leaves out, and a key that is left out at its usual value never holds it.
"""

from __future__ import annotations

import argparse
import ast
import inspect
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from msgspec import UNSET, Struct
from msgspec.json import schema_components

from newsclean import article, blocks
from newsclean.article import SCHEMA_VERSION, Article

TARGET = Path(article.__file__).parent / "render" / "article.schema.json"

TIME = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?[+-][0-9]{2}:[0-9]{2}$"

# Keys that are no fields: they come first and last in the JSON.
VERSION = {
    "const": SCHEMA_VERSION,
    "description": "The version of this schema; it changes when a key changes its meaning or goes away.",
}
DERIVED = {
    "text": {"type": "string", "description": "Derived: the body as text, one block a line."},
    "html": {"type": "string", "description": "Derived: the body as HTML, made anew from the blocks."},
    "images": {
        "type": "array",
        "items": {"$ref": "#/$defs/Picture"},
        "description": "Derived: the pictures among the blocks, in order.",
    },
}
ADDED_LATER = {"rules"}
"""Keys of schema version 1 that JSON of older versions does not have."""


def schema() -> dict[str, Any]:
    """The schema, as JSON-ready values."""
    said = {**sentences(blocks), **sentences(article)}
    _, found = schema_components([Article], ref_template="#/$defs/{name}")
    shapes = {name: written(shape, TYPES[name], said) for name, shape in found.items()}
    picture = json.loads(json.dumps(shapes["Image"]))
    del picture["properties"]["type"]
    picture["required"].remove("type")
    shapes["Picture"] = {**picture, "title": "Picture", "description": "A picture."}
    root = shapes.pop("Article")
    keys = {"schema_version": VERSION, **root["properties"], **DERIVED}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:newsclean:article:{SCHEMA_VERSION}",
        "title": "A clean article",
        "description": "What `newsclean --format json` prints and `Article.to_dict()` gives: one article, cleaned.",
        "type": "object",
        "additionalProperties": False,
        "required": [key for key in keys if key not in ADDED_LATER],
        "properties": keys,
        "$defs": dict(sorted(shapes.items())),
    }


TYPES: dict[str, type[Struct]] = {
    name: kind
    for module in (blocks, article)
    for name, kind in vars(module).items()
    if isinstance(kind, type) and issubclass(kind, Struct)
}


def sentences(module: ModuleType) -> dict[tuple[str, str], str]:
    """What stands below each field of a module's classes, by class and field."""
    found = {}
    for node in ast.parse(inspect.getsource(module)).body:
        if isinstance(node, ast.ClassDef):
            for field, below in zip(node.body, node.body[1:], strict=False):
                if (
                    isinstance(field, ast.AnnAssign)
                    and isinstance(field.target, ast.Name)
                    and isinstance(below, ast.Expr)
                    and isinstance(below.value, ast.Constant)
                ):
                    found[node.name, field.target.id] = " ".join(str(below.value.value).split())
    return found


def written(shape: dict[str, Any], kind: type[Struct], said: dict[tuple[str, str], str]) -> dict[str, Any]:
    """The shape of what is written of a type, with its sentences; a field without one is an error."""
    config = kind.__struct_config__
    leaves_out = config.omit_defaults
    properties = {}
    for key, rule in shape["properties"].items():
        if key == config.tag_field:
            properties[key] = {"const": config.tag, "description": "Which block this is."}
            continue
        rule = plain(rule)
        default = rule.pop("default", UNSET)
        if leaves_out and default is not UNSET:
            rule = unusual(rule, default)
        properties[key] = {**rule, "description": said[kind.__name__, key]}
    return {
        "title": shape["title"],
        "description": " ".join((kind.__doc__ or "").split("\n\n")[0].split()),
        "type": "object",
        "additionalProperties": shape["additionalProperties"],
        "required": shape["required"] if leaves_out else list(properties),
        "properties": properties,
    }


def plain(rule: Any) -> Any:
    """The rule in the words of JSON Schema alone, a choice between plain types as one list of them."""
    if isinstance(rule, list):
        return [plain(entry) for entry in rule]
    if not isinstance(rule, dict):
        return rule
    rule = {key: plain(value) for key, value in rule.items() if key != "discriminator"}
    if rule.get("format") == "date-time":
        rule["pattern"] = TIME
    if choices := rule.get("anyOf"):
        first, *others = choices
        if others == [{"type": "null"}] and "type" in first:
            del rule["anyOf"]
            rule = {**first, "type": [first["type"], "null"], **rule}
    return rule


def unusual(rule: dict[str, Any], default: Any) -> dict[str, Any]:
    """The rule without the value at which the key is left out."""
    if default is False:
        return {"const": True}
    if default is not None:
        return rule
    if "anyOf" in rule:
        (rule,) = [choice for choice in rule["anyOf"] if choice != {"type": "null"}]
    if "enum" in rule:
        return {"enum": [value for value in rule["enum"] if value is not None]}
    return {**rule, "type": next(kind for kind in rule["type"] if kind != "null")}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the file is another")
    check = parser.parse_args(arguments).check
    text = json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"
    if check:
        same = TARGET.read_text("utf-8") == text
        print(f"{TARGET} is {'current' if same else 'another than the types say: make schema'}")
        return 0 if same else 1
    TARGET.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
