"""Users' rules reach whatever parses: batch and its workers, the Arrow kernel, fetchers."""

from __future__ import annotations

import asyncio
import json
import pickle
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pyarrow as pa
import pyarrow.parquet
import pytest
from click.testing import CliRunner, Result

from newsclean import reader
from newsclean.article import Article
from newsclean.batch import CannotRun, Settings, run_batch
from newsclean.cli.group import commands
from newsclean.engines.arrow import clean_batch, clean_table
from newsclean.errors import RulesError
from newsclean.page import Page
from newsclean.parser import parse
from newsclean.rules import Form, Line, Rules, default_rules

PAGE = """<html><head><meta charset="utf-8"><title>渡口_新浪新闻</title></head><body>
<h1 class="main-title">第{number}班</h1><div id="article"><p>清晨六点，雾还没有散。</p><p>桥灯亮了。</p>
<p>船工读者群开张，暗号渡口</p></div></body></html>"""
TOML = """
[[line]]
name = "boat-group"
why = "The boatmen's group."
where = "end"
forms = ["船工读者群.{0,9}"]
"""
LOOSE = Rules([Line("boat-group", "The boatmen's group.", "end", (Form("船工读者群.{0,9}"),))])
KEPT = "清晨六点，雾还没有散。\n桥灯亮了。"


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of rules in the folder where the test is."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "mine.toml"
    path.write_text(TOML, "utf-8")
    return path


def make_pages(folder: Path, numbers: range) -> Path:
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"{number}.html").write_text(PAGE.format(number=number), "utf-8")
    return folder


def run(*args: str) -> Result:
    result = CliRunner().invoke(commands, args, prog_name="newsclean")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


# --- batch -------------------------------------------------------------------------------------------------


def test_the_workers_of_a_batch_have_the_rules(mine: Path, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "pages", range(40))
    command = [sys.executable, "-m", "newsclean", "batch", str(pages), "-o", "out.jsonl", "--jobs", "2"]
    done = subprocess.run([*command, "--rules", str(mine)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = rows_of(tmp_path / "out.jsonl")
    assert len(rows) == 40
    assert {row["text"] for row in rows} == {KEPT}
    assert {row["removals"][0]["rule"] for row in rows} == {"boat-group"}


def test_a_run_goes_on_with_the_same_rules(mine: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    pages = str(make_pages(tmp_path / "pages", range(3)))
    options = ["-o", str(out), "--jobs", "2", "--rules", "mine.toml", "--resume"]
    assert run("batch", pages, *options).exit_code == 0
    make_pages(tmp_path / "pages", range(6))
    result = run("batch", pages, *options)
    assert result.exit_code == 0, result.stderr
    assert len(rows_of(out)) == 6
    assert {row["text"] for row in rows_of(out)} == {KEPT}


def test_a_run_does_not_go_on_with_other_rules(mine: Path, tmp_path: Path) -> None:
    pages = str(make_pages(tmp_path / "pages", range(3)))
    options = ["-o", str(tmp_path / "out.jsonl"), "--jobs", "2", "--resume"]
    assert run("batch", pages, *options, "--rules", "mine.toml").exit_code == 0
    result = run("batch", pages, *options)
    assert result.exit_code == 2
    mine_version = default_rules().with_(Rules.load(mine)).version
    assert f"begun with rules '{mine_version}', not '{default_rules().version}'" in result.stderr


@pytest.mark.parametrize("options", [(), ("--partition-by", "day")], ids=["file", "folder"])
def test_a_batch_says_which_rules_made_it(mine: Path, tmp_path: Path, options: tuple[str, ...]) -> None:
    pages = str(make_pages(tmp_path / "pages", range(3)))
    result = run("batch", pages, "-o", "o.parquet", "--jobs", "2", "--rules", "mine.toml", *options)
    assert result.exit_code == 0, result.stderr
    version = default_rules().with_(Rules.load(mine)).version
    path = tmp_path / "o.parquet"
    for file in [path] if path.is_file() else path.rglob("*.parquet"):
        table = pyarrow.parquet.ParquetFile(file).read()
        assert dict(table.schema.metadata)[b"newsclean.rules"].decode() == version
        assert set(table["rules"].to_pylist()) == {version}


def test_a_run_takes_a_whole_book_and_its_own_parser_alone(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with pytest.raises(CannotRun, match="no whole book"):
        run_batch([], Settings(out=out, format="jsonl", rules=LOOSE))
    with pytest.raises(CannotRun, match="newsclean's own parser"):
        run_batch(
            [], Settings(out=out, format="jsonl", rules=default_rules(), parser="newsclean.parser:parse")
        )


# --- Arrow -------------------------------------------------------------------------------------------------


def test_the_arrow_kernel_takes_rules(mine: Path) -> None:
    pages = [PAGE.format(number=number) for number in range(3)]
    batch = pa.RecordBatch.from_pydict({"html": pages})
    whole = default_rules().with_(LOOSE)
    for rules in (mine, str(mine), "mine.toml", LOOSE, whole):
        assert clean_batch(batch, rules=rules)["text"].to_pylist() == [KEPT] * 3
    assert clean_batch(batch)["text"].to_pylist() == [parse(page).text for page in pages]
    table = clean_table(pa.table({"html": pages}), rules="mine.toml")
    assert table["text"].to_pylist() == [KEPT] * 3
    version = default_rules().with_(Rules.load(mine)).version
    assert set(table["rules"].to_pylist()) == {version}
    for schema in (table.schema, clean_batch(batch, rules=mine).schema):
        assert dict(schema.metadata) == {
            b"newsclean.schema_version": b"1",
            b"newsclean.rules": version.encode(),
        }
    with pytest.raises(RulesError, match="are neither a file nor offered"):
        clean_batch(batch, rules="no-such")


# --- the engines over it -----------------------------------------------------------------------------------


class Frame:
    """A frame of one page, for an engine that is not installed here: what it sends to workers is pickled."""

    columns = ("html",)

    def select(self, names: list[str]) -> Frame:
        return self

    def toDF(self, *names: str) -> Frame:
        return self

    def mapInArrow(self, task: Any, schema: Any) -> list[Any]:
        batch = pa.RecordBatch.from_pydict({"html": [PAGE.format(number=1)]})
        return list(sent(task)(iter([batch])))

    def map_batches(self, task: Any, **_options: Any) -> list[Any]:
        return [sent(task)(pa.table({"html": [PAGE.format(number=1)]}))]


class Extractor:
    def __init__(self, timeout: float) -> None:
        self.timeout = timeout


def sent(task: Any) -> Any:
    return pickle.loads(pickle.dumps(task))  # noqa: S301  # our own


STAND_INS: dict[str, dict[str, Any]] = {
    "pyspark": {},
    "pyspark.sql": {"DataFrame": Frame},
    "pyspark.sql.pandas": {},
    "pyspark.sql.pandas.types": {"from_arrow_schema": lambda schema: SimpleNamespace(fields=[])},
    "pyspark.sql.types": {"StructField": tuple, "StructType": list},
    "ray": {},
    "ray.data": {"Dataset": Frame},
    "datatrove": {},
    "datatrove.data": {"DocumentsPipeline": list},
    "datatrove.pipeline": {},
    "datatrove.pipeline.extractors": {},
    "datatrove.pipeline.extractors.base": {"BaseExtractor": Extractor, "ExtractorSandbox": None},
    "itemadapter": {"ItemAdapter": dict},
}


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    """Loads an engine's module over stand-ins of its packages."""
    for name, held in STAND_INS.items():
        module = ModuleType(name)
        module.__dict__.update(held)
        monkeypatch.setitem(sys.modules, name, module)

    def load(name: str) -> Any:
        monkeypatch.setitem(
            sys.modules, f"newsclean.engines.{name}", ModuleType(name)
        )  # taken away at the end
        del sys.modules[f"newsclean.engines.{name}"]
        return import_module(f"newsclean.engines.{name}")

    return load


@pytest.mark.parametrize("name", ["spark", "ray"])
def test_frames_are_cleaned_by_the_rules(mine: Path, engine: Callable[[str], Any], name: str) -> None:
    clean = engine(name).clean
    assert clean(Frame(), rules="mine.toml")[0]["text"].to_pylist() == [KEPT]
    assert clean(Frame())[0]["text"].to_pylist() != [KEPT]


def test_the_extractor_of_documents_takes_rules(mine: Path, engine: Callable[[str], Any]) -> None:
    step = engine("datatrove").ArticleExtractor(rules=mine)
    assert sent(step.parser).parse(PAGE).text == step.extract(PAGE)["text"] == KEPT


def test_a_crawl_names_its_rules_in_a_setting(mine: Path, engine: Callable[[str], Any]) -> None:
    pipeline = engine("scrapy").ArticlePipeline
    for rules in ("mine.toml", LOOSE, default_rules().with_(LOOSE)):
        crawler = SimpleNamespace(settings={"NEWSCLEAN_RULES": rules})
        done = asyncio.run(pipeline.from_crawler(crawler).process_item({"html": PAGE.encode()}))
        assert done["text"] == KEPT
    bare = pipeline.from_crawler(SimpleNamespace(settings={}))
    assert asyncio.run(bare.process_item({"html": PAGE.encode()}))["text"] != KEPT
    assert asyncio.run(bare.process_item({"title": "x"})) == {"title": "x"}
    with pytest.raises(RulesError):
        pipeline.from_crawler(SimpleNamespace(settings={"NEWSCLEAN_RULES": "no-such"}))


# --- fetchers ----------------------------------------------------------------------------------------------


def test_fetchers_read_by_the_rules(mine: Path) -> None:
    page = Page(PAGE.format(number=1).encode(), url="https://news.sina.com.cn/a", notes=("followed",))
    with reader.Fetcher(rules=mine) as fetcher:
        article = fetcher.parse(page)
    assert (article.text, article.warnings) == (KEPT, ("followed",))
    with reader.Fetcher() as fetcher:
        assert fetcher.parse(page).text == parse(page.content).text
    with pytest.raises(RulesError):
        reader.Fetcher(rules="no-such")

    async def read() -> Article:
        async with reader.AsyncFetcher(rules=LOOSE) as fetcher:
            return fetcher.parse(page)

    assert asyncio.run(read()).text == KEPT


def test_read_hands_its_rules_to_the_fetcher(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page(PAGE.format(number=1).encode())

    def answer(fetcher: reader.Fetcher, url: str) -> Article:
        return fetcher.parse(page)

    monkeypatch.setattr(reader.Fetcher, "read", answer)
    assert reader.read("https://news.sina.com.cn/a", rules="mine.toml").text == KEPT


def test_a_pattern_of_ones_own_that_never_ends_costs_the_pages_it_meets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Line(
        "slow",
        "A pattern that tries everything.",
        "anywhere",
        (Form("(?:.{1,9})*船(?:.{1,9})*灯号。"),),
        most=200,
    )
    pages = make_pages(tmp_path / "pages", range(6))
    page = (pages / "3.html").read_text("utf-8").replace("清晨六点", "船" + "雾" * 90 + "灯号。")
    (pages / "3.html").write_text(page, "utf-8")
    settings = Settings(
        out=tmp_path / "o.jsonl",
        format="jsonl",
        jobs=2,
        timeout=2.0,
        rules=default_rules().with_(Rules([slow])),
    )
    run_batch([str(pages)], settings)
    rows = rows_of(tmp_path / "o.jsonl")
    errors = {Path(row["input"]).stem: row["error"] for row in rows if row["error"]}
    assert {name: error["kind"] for name, error in errors.items()} == {"3": "page_timeout"}
    assert len(rows) == 6
