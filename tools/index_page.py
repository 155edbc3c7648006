"""What an index shows of the project: its addresses, and README with links that lead somewhere from there.

hatchling runs this when it builds (``[tool.hatch.metadata.hooks.custom]`` in pyproject.toml). README's links between
files work in a checkout and break on an index's page. With the project's public address, ``home`` in pyproject.toml,
they become addresses below it, and the project's addresses are given; as long as it has none, the links become the
names of the files, and a last line says where those are.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

__all__ = ["IndexPage", "page_of", "urls_of"]

_FENCE = re.compile(r"(^```.*?^```$)", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\[([^\]\n]+)\]\((?!https?://|#)([^)\s]+)\)")
_WHERE = "\nThe files named here come with the source distribution.\n"


def page_of(readme: str, home: str) -> str:
    """The text with no link that leads nowhere from an index. ``home`` is the project's address; empty: it has none."""
    parts = _FENCE.split(readme)
    parts[::2] = [_LINK.sub(lambda found: _link(found[1], found[2], home), part) for part in parts[::2]]
    return "".join(parts) + ("" if home else _WHERE)


def _link(text: str, target: str, home: str) -> str:
    if home:
        return f"[{text}]({_file(home, target)})"
    return f"`{target}`" if text == target else f"{text} (`{target}`)"


def urls_of(home: str) -> dict[str, str]:
    """The project's addresses; none where it has no public one."""
    if not home:
        return {}
    return {
        "Homepage": home,
        "Documentation": _file(home, "docs"),
        "Changelog": _file(home, "CHANGELOG.md"),
    }


def _file(home: str, path: str) -> str:
    return f"{home.rstrip('/')}/blob/main/{path}"


class IndexPage(MetadataHookInterface):
    """The hook: it fills in the fields that pyproject.toml calls dynamic."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Put in ``readme`` and ``urls``."""
        root = Path(self.root)
        project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
        home: str = project["tool"]["newsclean"]["home"]
        text = page_of((root / "README.md").read_text("utf-8"), home)
        metadata["readme"] = {"content-type": "text/markdown", "text": text}
        metadata["urls"] = urls_of(home)
