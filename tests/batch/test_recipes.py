"""The recipes and examples of docs/pipelines.md do what they say."""

from __future__ import annotations

import glob
import io
import json
import re
import shlex
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow.dataset
import pytest
import yaml
from click.testing import CliRunner
from runs import rows_of
from test_inputs import _capture, _warc

from fetch.conftest import authority, trusting
from fetch.loopback import Site, certified, site
from fetch.services import SERVICES, address
from newsclean.cli.group import commands

__all__ = ["authority", "certified", "site", "trusting"]  # fixtures

DOCUMENT = Path(__file__).parents[2] / "docs" / "pipelines.md"
BLOCK = re.compile(r"(?:<!-- ([^\n]*) -->\n)?```(\w+)\n(.*?)\n```\n", re.DOTALL)
PRINTED = re.compile(r"^print\(.*\)  # (.*)$", re.MULTILINE)


def _blocks(note: str) -> list[tuple[str, str]]:
    """Language and text of the blocks under a note."""
    found = BLOCK.findall(DOCUMENT.read_text(encoding="utf-8"))
    return [(language, text) for said, language, text in found if said == note]


def _command(recipe: str) -> list[list[str]]:
    """The commands of a recipe's pipeline, globs expanded as a shell would."""
    ((_, text),) = [block for block in _blocks(f"recipe: {recipe}") if block[0] == "console"]
    stages = [shlex.split(stage) for stage in text.removeprefix("$ ").split(" | ")]
    return [[each for word in stage for each in sorted(glob.glob(word)) or [word]] for stage in stages]


def _run(words: list[str], given: str = "") -> Any:
    assert words[0] == "newsclean"
    result = CliRunner().invoke(commands, words[1:], input=given, prog_name="newsclean")
    assert result.exit_code in (0, 1), result.output
    return result


def _page(number: int, text: str = "") -> str:
    body = text or f"第{number}座桥今天通车，" + "".join(
        chr(0x4E00 + number * 911 + at * 7) for at in range(300)
    )
    return (
        f'<html><head><title>桥{number}_新浪财经</title></head><body><h1 class="main-title">第{number}座桥通了</h1>'
        f'<div class="date-source"><span class="date">2024年01月{number + 10}日 08:30</span></div>'
        f'<div id="article"><p>　　{body}</p></div></body></html>'
    )


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_examples_of_the_kernel_print_what_they_say() -> None:
    for _, text in _blocks(""):
        with redirect_stdout(io.StringIO()) as printed:
            exec(compile(text, "pipelines.md", "exec"), {})  # noqa: S102 - our own document
        assert printed.getvalue().splitlines() == PRINTED.findall(text)


def test_a_corpus_is_built_from_warc_files_without_near_copies() -> None:
    Path("crawl").mkdir()
    text = "".join(chr(0x4E00 + at * 17) for at in range(400))
    bodies = [_page(1), _page(2, text), _page(3, f"{text[:-4]}结束"), _page(4)]
    for part, pair in enumerate((bodies[:2], bodies[2:])):
        captures = [
            _capture(f"https://finance.sina.com.cn/{part}{at}.shtml", body.encode(), kind="text/html")
            for at, body in enumerate(pair)
        ]
        _warc(Path("crawl") / f"{part}.warc.gz", *captures)
    ((*words,),) = _command("warc")
    result = _run(words)
    assert "3 articles" in result.stderr
    assert "1 copies" in result.stderr
    ((_, code),) = [block for block in _blocks("recipe: warc") if block[0] == "python"]
    namespace: dict[str, Any] = {}
    exec(code, namespace)  # noqa: S102 - our own document
    texts = namespace["texts"].to_pylist()
    assert len(texts) == 3
    assert all(row["text"] and row["title"] and row["published_at"] for row in texts)


def _answer(body: object, _url: str) -> object:
    return body


def test_new_items_are_added_every_time_and_old_ones_are_not_fetched_again(site: Site) -> None:
    ((*words,),) = _command("follow")
    assert words[:2] == ["newsclean", "follow"]
    lists = ("feed.mix.sina.com.cn", "vip.stock.finance.sina.com.cn")
    site.respond["finance.sina.com.cn"] = lambda url: _page(int(url[-7]))
    for listed, shares in (([1, 2], [1, 2]), ([0, 1, 2], [0, 1, 2, 3, 4])):
        site.respond[lists[0]] = partial(_answer, SERVICES["finance"].write(listed, len(listed)))
        site.respond[lists[1]] = partial(_answer, SERVICES["stock:sh600999"].write(shares, len(shares)))
        _run([*words, "--once"])
    asked = [url for url in site.asked if "/doc-i" in url]
    assert sorted(asked) == sorted(address(number) for number in range(5))
    table = pyarrow.dataset.dataset("finance").to_table(columns=["input", "title"])
    assert sorted(table["input"].to_pylist()) == sorted(asked)
    assert table["title"].null_count == 0


def test_feed_items_are_cleaned_where_they_are() -> None:
    items = [{"description": '<p>　　桥通了。</p><div class="appendQr_wrap">扫码</div>'}]
    ((_, code),) = _blocks("recipe: feed")
    namespace: dict[str, Any] = {}
    exec(code, namespace)  # noqa: S102 - our own document
    namespace["clean_items"](items)
    assert "桥通了。" in items[0]["description"]
    assert "扫码" not in items[0]["description"]


def test_documents_are_cleaned_again_with_their_names_and_unknown_keys() -> None:
    for number in range(30):
        path = Path("posts") / f"{2010 + number % 3}" / f"第 {number} 篇.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = f"title: 桥{number}\nmood: [好, 坏]\nrank: {number}\nday: 2024-01-31"
        path.write_text(
            f"---\n{head}\n---\n<p>　　老桥{number}今天通车。</p>\n<p><br></p>\n", encoding="utf-8"
        )
    ((*words,),) = _command("frontmatter")
    assert _run(words).exit_code == 0
    names = sorted(path.relative_to("cleaned").as_posix() for path in Path("cleaned").rglob("*.md"))
    assert names == sorted(path.relative_to("posts").as_posix() for path in Path("posts").rglob("*.md"))
    head, body = Path("cleaned/2010/第 0 篇.md").read_text(encoding="utf-8").split("---\n")[1:]
    assert yaml.safe_load(head) | {"title": "桥0", "mood": ["好", "坏"], "rank": 0} == yaml.safe_load(head)
    assert body.strip() == "<p>老桥0今天通车。</p>"
    assert len(rows_of(Path("cleaned/index.jsonl"))) == 30


def test_every_block_of_the_document_is_run_somewhere() -> None:
    known = {"", "engines", "scrapy", "recipe: warc", "recipe: follow", "recipe: feed", "recipe: frontmatter"}
    for note, language, _ in BLOCK.findall(DOCUMENT.read_text(encoding="utf-8")):
        assert note in known or re.fullmatch(r"not run: (tests/\S+\.py) runs it", note), note
        assert language in ("python", "console")
        if note.startswith("not run"):
            assert (DOCUMENT.parents[1] / note.split()[2]).exists()


def test_rows_of_the_list_may_come_as_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = json.dumps({"html": _page(1), "url": "https://finance.sina.com.cn/1", "title": "x"})
    result = _run(["newsclean", "batch", "-", "-o", "o.jsonl"], f"{lines}\n")
    assert "1 articles" in result.stderr
