"""Blocks as JSON-ready values, and back. Here lives the shape of a block in JSON; here never lives the
article around it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsclean.blocks import (
    Block,
    Cell,
    Heading,
    Image,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    Video,
)

__all__ = ["block_from", "block_of", "image_of", "value_from"]


def block_of(block: Block) -> dict[str, Any]:
    """The block, ``type`` first. Runs and cells leave out keys whose value is the usual one; the other
    values write every key."""
    if isinstance(block, Paragraph):
        return {"type": "paragraph", "runs": _runs_of(block.runs)}
    if isinstance(block, Image):
        return {"type": "image", **image_of(block)}
    if isinstance(block, Heading):
        return {"type": "heading", "level": block.level, "runs": _runs_of(block.runs)}
    if isinstance(block, ListBlock):
        items = [
            {"level": item.level, "ordered": item.ordered, "runs": _runs_of(item.runs)}
            for item in block.items
        ]
        return {"type": "list", "ordered": block.ordered, "items": items}
    if isinstance(block, Quote):
        return {"type": "quote", "paragraphs": [_runs_of(runs) for runs in block.paragraphs]}
    if isinstance(block, Table):
        rows = [[_cell_of(cell) for cell in row] for row in block.rows]
        return {"type": "table", "header": block.header, "rows": rows}
    return {"type": "video", "poster": block.poster, "title": block.title}


def image_of(image: Image) -> dict[str, Any]:
    """The picture's fields."""
    return {
        "src": image.src,
        "caption": image.caption,
        "alt": image.alt,
        "width": image.width,
        "height": image.height,
    }


def block_from(data: Any) -> Block:
    """The block that :func:`block_of` made ``data`` from. Raises ValueError when it is none."""
    value_from(Mapping, data)
    kind = data.get("type")
    read = _READERS.get(kind) if isinstance(kind, str) else None
    if read is None:
        raise ValueError(f"{kind!r} is no type of block")
    return read({key: value for key, value in data.items() if key != "type"})  # type: ignore[no-any-return]


def value_from(kind: Any, value: Any) -> Any:
    """The value, where it is of this type (or one of these; bool is no int). Raises ValueError if not."""
    wanted = kind if isinstance(kind, tuple) else (kind,)
    if not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted):
        raise ValueError(f"{value!r:.60} is no {' or '.join([entry.__name__ for entry in wanted])}")
    return value


def _runs_of(runs: Runs) -> list[dict[str, Any]]:
    return [_run_of(run) for run in runs]


def _run_of(run: Run) -> dict[str, Any]:
    data: dict[str, Any] = {"text": run.text}
    if run.strong:
        data["strong"] = True
    if run.emphasis:
        data["emphasis"] = True
    if run.href is not None:
        data["href"] = run.href
    if run.script is not None:
        data["script"] = run.script
    return data


def _cell_of(cell: Cell) -> dict[str, Any]:
    data: dict[str, Any] = {"runs": _runs_of(cell.runs)}
    if cell.colspan != 1:
        data["colspan"] = cell.colspan
    if cell.rowspan != 1:
        data["rowspan"] = cell.rowspan
    if cell.header:
        data["header"] = True
    return data


def _checked(data: Any, types: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    """The values of a mapping with these keys and no others, each of its type."""
    known = types | (optional or {})
    if unknown := value_from(Mapping, data).keys() - known.keys():
        raise ValueError(f"there is no key {sorted(map(str, unknown))[0]!r} here")
    if missing := types.keys() - data.keys():
        raise ValueError(f"the key {sorted(missing)[0]!r} is missing")
    return {key: value_from(known[key], value) for key, value in data.items()}


def _runs(data: Any) -> Runs:
    return tuple([_run(entry) for entry in value_from(list, data)])


def _run(data: Any) -> Run:
    values = _checked(data, {"text": str}, {"strong": bool, "emphasis": bool, "href": str, "script": str})
    if values.get("script") not in (None, "sub", "super"):
        raise ValueError(f"{values['script']!r} is no script")
    return Run(**values)


def _paragraph(data: Any) -> Paragraph:
    return Paragraph(_runs(_checked(data, {"runs": list})["runs"]))


def _heading(data: Any) -> Heading:
    values = _checked(data, {"level": int, "runs": list})
    return Heading(_runs(values["runs"]), values["level"])


def _image(data: Any) -> Image:
    maybe, size = (str, type(None)), (int, type(None))
    return Image(
        **_checked(data, {"src": str, "caption": maybe, "alt": maybe, "width": size, "height": size})
    )


def _list(data: Any) -> ListBlock:
    values = _checked(data, {"ordered": bool, "items": list})
    return ListBlock(tuple([_item(item) for item in values["items"]]), values["ordered"])


def _item(data: Any) -> ListItem:
    values = _checked(data, {"level": int, "ordered": bool, "runs": list})
    return ListItem(_runs(values["runs"]), values["level"], values["ordered"])


def _quote(data: Any) -> Quote:
    return Quote(tuple([_runs(runs) for runs in _checked(data, {"paragraphs": list})["paragraphs"]]))


def _table(data: Any) -> Table:
    values = _checked(data, {"header": int, "rows": list})
    rows = [tuple([_cell(cell) for cell in value_from(list, row)]) for row in values["rows"]]
    return Table(tuple(rows), values["header"])


def _cell(data: Any) -> Cell:
    values = _checked(data, {"runs": list}, {"colspan": int, "rowspan": int, "header": bool})
    return Cell(**{**values, "runs": _runs(values["runs"])})


def _video(data: Any) -> Video:
    maybe = (str, type(None))
    return Video(**_checked(data, {"poster": maybe, "title": maybe}))


_READERS: dict[str, Any] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "image": _image,
    "list": _list,
    "quote": _quote,
    "table": _table,
    "video": _video,
}
