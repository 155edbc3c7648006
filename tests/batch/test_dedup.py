"""Copies are found by address, document, text and near text, and point to what they are copies of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import stand_in
from hypothesis import given, settings
from hypothesis import strategies as st
from runs import make_pages, rows_of, run

from newsclean.article import Article
from newsclean.batch import dedup
from newsclean.batch.manifest import Manifest
from newsclean.batch.records import Outcome, Packed
from newsclean.blocks import Paragraph, Run

TEXT = "".join(chr(0x4E00 + number * 37 % 20000) for number in range(600))
OTHER = "".join(chr(0x4E00 + number * 53 % 20000) for number in range(600))


def _article(**fields: Any) -> Article:
    text = fields.pop("text", TEXT)
    return Article(title="桥", blocks=(Paragraph((Run(text),)),), layout="x", **fields)


def _copies(by: Any, tmp_path: Path, *articles: Article) -> list[str | None]:
    """For each article, named a, b, c …, the name of the one it is a copy of."""
    manifest = Manifest(tmp_path / "manifest.sqlite")
    found = []
    for name, article in zip("abcdef", articles, strict=False):
        outcome = Outcome(name, Packed(b""), layout="x", prints=dedup.fingerprints(article, by))
        found.append(dedup.original_of(outcome, by, manifest))
    manifest.close()
    return found


def test_addresses_that_differ_in_trackers_alone_are_one(tmp_path: Path) -> None:
    base = "https://news.sina.com.cn/c/doc-1.shtml"
    variants = [base, f"{base.replace('https', 'http')}?from=wap&cre=x#p=2", f"{base}?id=2", None]
    assert _copies("url", tmp_path, *[_article(url=each) for each in variants]) == [None, "a", None, None]


def test_addresses_that_cannot_be_taken_apart_are_compared_as_they_stand(tmp_path: Path) -> None:
    addresses = ["http://[", "http://[::1/a", "http://["]
    assert _copies("url", tmp_path, *[_article(url=each) for each in addresses]) == [None, None, "a"]


def test_documents_of_one_id_are_one_and_those_without_are_each_their_own(tmp_path: Path) -> None:
    ids = ["kcf1", "kcf1", "kcf2", None, None]
    articles = [_article(doc_id=each) for each in ids]
    assert _copies("doc_id", tmp_path, *articles) == [None, "a", None, None, None]


def test_texts_that_differ_in_white_space_and_punctuation_are_one(tmp_path: Path) -> None:
    texts = [TEXT, f"　　{TEXT[:300]}， {TEXT[300:]}。", TEXT[:-1], ""]
    assert _copies("text", tmp_path, *[_article(text=each) for each in texts]) == [None, "a", None, None]


def test_near_texts_are_one_and_far_ones_are_not(tmp_path: Path) -> None:
    edited = TEXT[:200] + "本报讯" + TEXT[200:590]
    half = TEXT[:300] + OTHER[:300]
    articles = [_article(text=each) for each in (TEXT, edited, half, OTHER, "", "短")]
    assert _copies("near", tmp_path, *articles) == [None, "a", None, None, None, None]


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=80))
def test_every_text_is_near_itself(text: str) -> None:
    (one,) = dedup.fingerprints(_article(text=text), "near")
    (two,) = dedup.fingerprints(_article(text=f"{text}。"), "near")
    assert one == two
    assert dedup._alike(one, two) == 1.0


@pytest.mark.parametrize("by", ["url", "doc_id", "text", "near"])
def test_a_page_done_again_after_a_kill_is_no_copy_of_itself(by: Any, tmp_path: Path) -> None:
    article = _article(url="https://news.sina.com.cn/1", doc_id="kcf1")
    outcome = Outcome("a", Packed(b""), layout="x", prints=dedup.fingerprints(article, by))
    manifest = Manifest(tmp_path / "manifest.sqlite")
    assert [dedup.original_of(outcome, by, manifest) for _ in range(2)] == [None, None]
    manifest.close()


@pytest.mark.parametrize("by", ["text", "near"])
def test_a_copy_is_a_row_that_names_its_original_also_across_runs(by: str, tmp_path: Path) -> None:
    pages, out = make_pages(tmp_path, 3), tmp_path / "o.jsonl"
    for number in (1, 2):
        (pages / f"0000{number}.html").write_bytes(stand_in.page(number, text=TEXT))
    run([pages], out, ordered=True, dedup=by, resume=True)
    (pages / "00009.html").write_bytes(stand_in.page(9, text=TEXT))
    summary = run([pages], out, dedup=by, resume=True)
    rows = {Path(row["input"]).stem: row for row in rows_of(out)}
    original = str(pages / "00001.html")
    assert summary.copies == 1
    assert [rows[name]["duplicate_of"] for name in ("00000", "00001", "00002", "00009")] == [
        None,
        None,
        original,
        original,
    ]
    assert "text" not in rows["00002"]
    assert rows["00002"]["doc_id"] == "id2"


@pytest.mark.parametrize("name", ["o.parquet", "o.sqlite", "docs"])
def test_copies_are_rows_in_every_output(name: str, tmp_path: Path) -> None:
    pages = make_pages(tmp_path, 4)
    for path in pages.iterdir():
        path.write_bytes(stand_in.page(int(path.stem), text=TEXT))
    summary = run([pages], tmp_path / name, dedup="text")
    assert (summary.articles, summary.copies) == (1, 3)
    if name == "docs":
        assert len([*(tmp_path / name).glob("*.md")]) == 1
        assert len(rows_of(tmp_path / name / "index.jsonl")) == 4


def test_a_copy_tells_no_password_of_its_input_or_its_originals(tmp_path: Path) -> None:
    lines = [
        json.dumps({"input": f"https://ann:pa55@{host}.cn/", "html": f"\n{number}\n同一篇"})
        for number, host in enumerate("ab")
    ]
    (tmp_path / "pages.jsonl").write_text("\n".join(lines), "utf-8")
    assert run([tmp_path / "pages.jsonl"], tmp_path / "o.jsonl", dedup="text", ordered=True).copies == 1
    rows = rows_of(tmp_path / "o.jsonl")
    assert [row["input"] for row in rows] == ["https://***@a.cn/", "https://***@b.cn/"]
    assert rows[1]["duplicate_of"] == "https://***@a.cn/"
