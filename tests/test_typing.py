"""What a type checker tells a user of the library: of the examples in the documents, of results, of mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkers import is_importable, modules_of, mypy, pyright

ROOT = Path(__file__).parent.parent
DOCUMENTS = [*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md")]

RESULTS = """
from typing import assert_type

from newsclean import Article, Failed, Fetcher, NewscleanError, Read, Result


def by_value(result: Result) -> None:
    if result.ok is True:
        assert_type(result, Read)
    else:
        assert_type(result, Failed)


def by_article(result: Result) -> str | None:
    if result.article is None:
        assert_type(result.error, NewscleanError)
        return result.error.kind
    assert_type(result.article, Article)
    return result.article.title


def by_error(result: Result) -> str | None:
    return result.article.title if result.error is None else result.error.message


def by_class(result: Result) -> str | None:
    match result:
        case Read(article=article):
            return article.title
        case Failed(error=error):
            return error.kind


def of_a_fetcher() -> list[str | None]:
    with Fetcher(timeout=3) as fetcher:
        return [result.article.title for result in fetcher.read_many(["https://a.cn/"]) if result.article]
"""
BY_TRUTH = """
from typing import assert_type

from newsclean import Failed, Read, Result


def by_truth(result: Result) -> None:
    if result.ok:
        assert_type(result, Read)
    else:
        assert_type(result, Failed)
    print(result.article.title if result.ok else result.error.kind)
"""
MISTAKES = """
import newsclean

newsclean.Parser(max_byte=1)
newsclean.Fetcher(timout=3)
newsclean.roll("finance", limt=3)
newsclean.parse(3)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every example whose packages are installed."""
    folder = tmp_path_factory.mktemp("examples")
    for document in DOCUMENTS:
        for number, module in enumerate(modules_of(document)):
            if is_importable(module):
                name = document.stem.replace("-", "_").replace(".", "_").lower()
                (folder / f"{name}_{number}.py").write_text(f"{module}\n", "utf-8")
    (folder / "results.py").write_text(RESULTS, "utf-8")
    return folder


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where mypy keeps what it found out."""
    return tmp_path_factory.mktemp("mypy")


def test_there_are_examples(folder: Path) -> None:
    names = {path.name.rpartition("_")[0] for path in folder.glob("*_?.py")}
    assert {"readme", "readme_zh_cn", "fetching", "pipelines", "formats", "your_own_rules"} <= names


def test_mypy_finds_nothing_in_the_examples(folder: Path, kept: Path) -> None:
    assert mypy(folder, kept) == ""


def test_pyright_finds_nothing_in_the_examples(folder: Path) -> None:
    assert pyright(folder) == ""


def test_mypy_knows_a_result_by_its_ok_alone(tmp_path: Path, kept: Path) -> None:
    (tmp_path / "results.py").write_text(BY_TRUTH, "utf-8")
    assert mypy(tmp_path, kept) == ""


def test_both_find_mistakes(tmp_path: Path, kept: Path) -> None:
    (tmp_path / "mistakes.py").write_text(MISTAKES, "utf-8")
    for said in (mypy(tmp_path, kept), pyright(tmp_path)):
        assert [line for line in range(4, 8) if f"mistakes.py:{line}:" not in said] == [], said


def test_every_example_asks_whether_an_item_of_a_list_is_an_article() -> None:
    using = [module for path in DOCUMENTS for module in modules_of(path) if "item.url" in module]
    assert len(using) >= 4
    assert all("item.is_article" in module for module in using)
