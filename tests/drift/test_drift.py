"""The report on a batch: what is counted, what is named as drift and what is not, and files that are none."""

from __future__ import annotations

import gzip
import json
import sqlite3
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from drift.made_batches import RULES, made_batch, made_row, write_rows
from newsclean import drift
from newsclean.batch import Settings, run_batch
from newsclean.drift.explained import file_of
from newsclean.drift.sections import sections_of
from newsclean.drift.sentences import said_of
from newsclean.errors import InputError
from newsclean.language import wording
from newsclean.parser import parse

DAY = date(2024, 5, 1)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> drift.Tally:
    return drift.tally_of(write_rows(tmp_path_factory.mktemp("before") / "rows.jsonl", made_batch(1)))


def made(folder: Path, seed: int, **how: Any) -> Path:
    return write_rows(folder / f"{seed}.jsonl", made_batch(seed, **how))


# --- drift and chance --------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", [11, 12, 13])
def test_a_layout_that_changes_half_way_is_found_and_nothing_else(
    seed: int, before: drift.Tally, tmp_path: Path
) -> None:
    report = drift.report_on(made(tmp_path, seed, lost="source"), before)
    assert report.drifted
    (change,) = report.changes
    assert (change.why, change.layout, change.name) == ("drift", "finance-2018", "field:source")
    said = said_of(change, wording("en"))
    now, was = f"{change.now.part:.0%}"[:-1], f"{change.before.part:.0%}"[:-1]
    assert said == f"finance-2018: source found on {now} % of {change.now.of:,} pages, {was} % before"
    assert 40 < int(now) < 60
    assert int(was) > 95
    days = report.closer.days[0]
    assert [hits for hits, _ in list(days.values())[-10:]] == [0] * 10
    pages = report.closer.examples[0]
    assert len(pages) == 5
    assert all("2024-05-30" in page.input for page in pages)


def test_few_pages_of_few_days_are_enough_for_a_large_move(tmp_path: Path) -> None:
    def rows(lost: int) -> drift.Tally:
        days = [date(2024, 5, 1 + n % 9) for n in range(90)]
        batch = [
            made_row(n, day, source=None if n * 7 % 90 < lost else "x", authors=["x"] * (n * 11 % 3))
            for n, day in enumerate(days)
        ]
        return drift.tally_of(write_rows(tmp_path / "rows.jsonl", iter(batch)))

    changes = drift.compare(rows(35), rows(1)).changes
    assert [change.name for change in changes] == ["field:source"]


def test_twenty_batches_that_differ_by_chance_raise_no_alarm(before: drift.Tally, tmp_path: Path) -> None:
    for seed in range(100, 120):
        comparison = drift.compare(drift.tally_of(made(tmp_path, seed)), before)
        assert comparison.compared > 50
        assert not comparison.changes, seed


def test_days_that_are_alike_raise_no_alarm(tmp_path: Path) -> None:
    for seed in range(5):
        now, then = (made(tmp_path, 2 * seed + side, alike=0.2) for side in (0, 1))
        assert not drift.report_on(now, then).changes, seed


def test_pages_made_by_other_rules_differ_and_are_no_drift(before: drift.Tally, tmp_path: Path) -> None:
    report = drift.report_on(made(tmp_path, 11, lost="source", rules="0.2.0+ba9876543210"), before)
    assert report.comparison is not None
    assert not report.drifted
    assert [change.why for change in report.changes] == ["rules"]
    assert report.comparison.new_rules == {"0.2.0+ba9876543210": report.tally.pages}


def test_pages_of_the_same_rules_are_compared_also_where_others_are_among_them(
    before: drift.Tally, tmp_path: Path
) -> None:
    rows = [*made_batch(11, lost="source"), *made_batch(12, rules="0.2.0+ba9876543210")]
    report = drift.report_on(write_rows(tmp_path / "rows.jsonl", iter(rows)), before)
    assert [(change.why, change.name) for change in report.changes] == [("drift", "field:source")]


def test_more_pages_of_a_layout_are_no_drift_and_more_without_one_are(tmp_path: Path) -> None:
    def rows(mobile: int, generic: int) -> drift.Tally:
        layouts = ["mobile"] * mobile + ["generic"] * generic
        batch = [made_row(n, DAY, layout=(layouts[n : n + 1] or ["blog"])[0]) for n in range(1_000)]
        return drift.tally_of(write_rows(tmp_path / "rows.jsonl", iter(batch)))

    pages = drift.compare(rows(500, 10), rows(100, 10))
    assert {(change.why, change.name) for change in pages.changes} == {("pages", "mobile"), ("pages", "blog")}
    assert not pages.drifted
    generic = drift.compare(rows(100, 200), rows(100, 10))
    assert ("drift", "generic") in {(change.why, change.name) for change in generic.changes}


def test_a_host_that_is_new_is_named_and_each_hosts_share_is_shown(tmp_path: Path) -> None:
    def rows(new: int) -> Path:
        batch = [
            made_row(n, DAY, source=None, url=f"https://cj.sina.cn/{n}") if n < new else made_row(n, DAY)
            for n in range(500)
        ]
        return write_rows(tmp_path / f"{new}.jsonl", iter(batch))

    report = drift.report_on(rows(100), rows(0))
    assert report.comparison is not None
    assert report.comparison.new_hosts == {"cj.sina.cn": 100}
    (change,) = report.changes
    assert change.name == "field:source"
    assert report.closer.hosts == [{"finance.sina.com.cn": (400, 400), "cj.sina.cn": (0, 100)}]
    told = [note for section in sections_of(report, wording("en")) for note in section.notes]
    assert "  finance.sina.com.cn: 100 % of 400, cj.sina.cn: 0 % of 100" in told
    assert any(note.startswith("The host cj.sina.cn (100 inputs) was not there before") for note in told)
    assert "cj.sina.cn" in drift.to_page(report).partition('id="layouts"')[0]


@pytest.mark.parametrize(
    ("changed", "what", "name"),
    [
        ({"text": "文" * 30}, "length", None),
        ({"confidence": 0.6}, "sign", "confidence:low"),
        ({"confidence": 0.9}, "confidence", None),
        ({"warnings": ["half of it is missing"]}, "sign", "warning:any"),
        ({"route": "page"}, "sign", "route:page"),
        ({"removals": [{"rule": "comment"}, {"rule": "qr-append"}]}, "sign", "rule:qr-append"),
        ({"removals": []}, "sign", "rule:comment"),
        ({"evidence": [{"name": "time-found", "held": False}]}, "sign", "doubt:time-found"),
        ({"layout": None, "error": {"kind": "no_body", "message": "no"}}, "error", "no_body"),
    ],
)
def test_whatever_moves_is_named(
    changed: dict[str, Any], what: str, name: str | None, tmp_path: Path
) -> None:
    def rows(part: int) -> Path:
        batch = [made_row(n, DAY, **(changed if n % 100 < part else {})) for n in range(500)]
        return write_rows(tmp_path / f"{part}.jsonl", iter(batch))

    report = drift.report_on(rows(40), rows(2))
    found = [change for change in report.changes if change.what == what and name in (None, change.name)]
    assert found
    assert all(report.closer.examples)
    for change in report.changes:
        assert change.adjusted <= 0.01
        assert said_of(change, wording("en"))


def test_a_move_that_hardly_moves_is_told_to_nobody_however_sure_it_is(before: drift.Tally) -> None:
    def tally(source: int, editor: int) -> drift.Tally:
        signs = {"field:source": drift.Share(source, 10**6), "field:editor": drift.Share(editor, 10**6)}
        return before.__replace__(parts=[before.parts[0].__replace__(signs=signs)])

    comparison = drift.compare(tally(509_000, 999_900), tally(500_000, 999_700))
    assert [change.name for change in comparison.changes] == [
        "field:editor"
    ]  # a third of those that lacked it do


# --- what is counted ---------------------------------------------------------------------------------------


def test_a_tally_counts(tmp_path: Path) -> None:
    rows = [
        made_row(1, DAY),
        made_row(2, DAY, source=None, url=None, input="https://news.sina.com.cn/2.shtml", confidence=0.5),
        made_row(3, DAY, layout="generic", published_at=None, route="page"),
        {"input": "4.html", "url": None, "error": {"kind": "empty", "message": "nothing"}},
        {"input": "5.html", "url": None, "doc_id": "x", "error": None, "duplicate_of": "1.html"},
    ]
    tally = drift.tally_of(write_rows(tmp_path / "rows.jsonl", iter(rows)))
    assert (tally.inputs, tally.copies, tally.pages) == (5, 1, 3)
    assert tally.errors["empty"].__replace__(effect=1.0, clusters=0) == drift.Share(1, 4)
    finance = next(part for part in tally.parts if part.layout == "finance-2018")
    assert (finance.rules, finance.pages) == (RULES, 2)
    assert finance.signs["field:source"].pages == 1
    assert finance.signs["confidence:low"].pages == 1
    assert {name: group.inputs for name, group in tally.hosts.items()} == {
        "finance.sina.com.cn": 2,
        "": 1,
        "news.sina.com.cn": 1,
    }
    assert {name: group.inputs for name, group in tally.months.items()} == {"": 2, "2024-05": 2}
    assert tally.fired == {"comment": 3}


def test_a_saved_tally_is_the_tally(before: drift.Tally, tmp_path: Path) -> None:
    saved = tmp_path / "before.json"
    saved.write_text(before.to_json(), "utf-8")
    assert drift.load_tally(saved) == before
    again = drift.report_on(made(tmp_path, 11, lost="source"), saved)
    assert [change.name for change in again.changes] == ["field:source"]


def test_what_grows_without_end_is_counted_together(tmp_path: Path) -> None:
    rows = (
        made_row(
            n, DAY, layout=f"l{n}", url=f"https://h{n}.example/", removals=[{"rule": f"r{n}"}], rules=f"v{n}"
        )
        for n in range(6_000)
    )
    tally = drift.tally_of(write_rows(tmp_path / "rows.jsonl", rows))
    assert tally.pages == 6_000
    assert len(tally.parts) <= 257
    assert len(tally.hosts) <= 5_001
    assert len(tally.fired) <= 2_001


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    def peak(rows: int) -> int:
        path = made(tmp_path, rows, rows=rows)
        tracemalloc.start()
        drift.report_on(path)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(100)  # what is loaded and compiled once
    assert peak(1_600) < 1.5 * peak(400)


def test_pages_that_stand_out_come_with_the_command_that_explains_them(tmp_path: Path) -> None:
    rows = [made_row(n, DAY) for n in range(200)]
    rows[17] |= {"source": None, "input": "it's one.html"}
    rows[18] |= {"text": "短", "input": "crawl.warc.gz#18"}
    rows[19] |= {"evidence": [{"name": "time-found", "held": False}], "input": "-x.html", "url": None}
    rows[20] |= {"text": "长" * 9_000, "input": "crawl.warc.gz#20", "url": None}
    report = drift.report_on(write_rows(tmp_path / "rows.jsonl", iter(rows)))
    found = {page["input"]: page for page in report.to_dict()["outliers"]}
    assert {name: page["command"] for name, page in found.items()} == {
        "it's one.html": """newsclean explain 'it'"'"'s one.html' --url """
        f"https://finance.sina.com.cn/{DAY}/doc-17.shtml",
        "crawl.warc.gz#18": f"newsclean explain https://finance.sina.com.cn/{DAY}/doc-18.shtml",
        "-x.html": "newsclean explain ./-x.html",
        "crawl.warc.gz#20": None,
    }
    assert found["it's one.html"]["signs"] == ("field:source",)
    assert found["crawl.warc.gz#18"]["signs"] == ("length",)


# --- files -------------------------------------------------------------------------------------------------

PAGE = """<!doctype html><meta charset="utf-8"><title>桥通了_新浪财经_新浪网</title>
<h1 class="main-title">桥通了{number}</h1>
<div class="date-source"><span class="date">2024年05月{day:02}日 21:17</span>{source}</div>
<div class="article" id="artibody"><p>　　老桥今天通车，来看的人不少。</p><p>　　到了晚上，桥上还有人散步。</p></div>"""
SOURCE = '<a class="source" href="https://www.example.com/a">青崖晚报</a>'


def pages(folder: Path, count: int, lost: Callable[[int], bool]) -> Path:
    folder.mkdir()
    for number in range(count):
        source = "" if lost(number) else SOURCE
        page = PAGE.format(number=number, day=1 + number % 28, source=source)
        (folder / f"{number}.html").write_text(page, "utf-8")
    return folder


@pytest.mark.parametrize("suffix", ["parquet", "jsonl", "jsonl.gz", "jsonl.zst", "sqlite"])
def test_every_output_of_a_batch_is_read(suffix: str, tmp_path: Path) -> None:
    assert parse(PAGE.format(number=1, day=1, source=SOURCE)).source == "青崖晚报"
    outputs = []
    for name, lost in (("then", lambda n: n % 50 == 0), ("now", lambda n: n % 2 == 0)):
        out = tmp_path / f"{name}.{suffix}"
        form: Any = suffix.partition(".")[0]
        folder = pages(tmp_path / name, 120, lost)
        (folder / "none.html").write_text("<title>页面没有找到</title>", "utf-8")
        run_batch([str(folder)], Settings(out=out, format=form, jobs=1))
        outputs.append(out)
    report = drift.report_on(outputs[1], outputs[0])
    assert (report.tally.inputs, report.tally.pages) == (121, 120)
    assert list(report.tally.errors) == ["removed"]
    assert list(report.tally.months) == ["", "2024-05"]
    assert next(iter(report.tally.rules)).startswith("0.1.0+")
    assert {change.name for change in report.changes} == {"field:source", "field:source_url"}
    part = report.tally.parts[0]
    assert sum(part.lengths.counts.values()) == 120
    assert min(part.lengths.counts) > 20


def test_a_folder_of_parquet_is_read(tmp_path: Path) -> None:
    out = tmp_path / "out"
    folder = pages(tmp_path / "pages", 4, lambda n: False)
    run_batch([str(folder)], Settings(out=out, format="parquet", partition_by="day", folder=True, jobs=1))
    assert drift.tally_of(out).pages == 4


def _foreign(path: Path) -> None:
    pq.write_table(pa.table({"html": ["<p>"], "url": ["https://a.cn/"]}), path)


def _database(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE other (x)")


ROW = json.dumps(made_row(1, DAY)).encode()
FILES: list[tuple[str, bytes | Callable[[Path], None], str]] = [
    ("empty.jsonl", b"", "no rows"),
    ("other.jsonl", b'{"html": "<p>", "url": "https://a.cn/"}\n', "row 1 is none of newsclean's"),
    ("broken.jsonl", ROW + b"\n" + ROW[:40], "line 2 is not JSON"),
    ("list.jsonl", b"[1]\n", "line 1 is no row"),
    ("kind.jsonl", b'{"layout": 3}\n', r"line 1 is no row .*\$\.layout"),
    ("latin.jsonl", b'{"layout": "\xff\xfe"}\n', "line 1"),
    ("cut.jsonl.gz", gzip.compress(ROW * 50)[:-20], "damaged|cannot be read|not JSON"),
    ("no.jsonl.gz", b"no gzip at all", "cannot be read: Not a gzipped file"),
    ("no.jsonl.zst", b"no zstd at all", "damaged behind line 0"),
    ("no.parquet", b"no parquet", "not readable as Parquet"),
    ("other.parquet", _foreign, "row 1 is none of newsclean's"),
    ("no.sqlite", b"no database at all" * 100, "no file that newsclean batch"),
    ("other.sqlite", _database, "no such table: article"),
    ("rows.csv", b"input,url\n", "give .parquet"),
    ("page.html", b"<p>", "give .parquet"),
    ("tally.json", b'{"newsclean": "tally", "version": 1}', "no tally that this version reads"),
    ("tally9.json", b'{"newsclean": "tally", "version": 9}', "no tally that this version reads"),
]


@pytest.mark.parametrize(("name", "content", "why"), FILES, ids=[name for name, _, _ in FILES])
def test_what_is_no_output_is_said_in_one_line(
    name: str, content: bytes | Callable[[Path], None], why: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    if callable(content):
        content(path)
    else:
        path.write_bytes(content)
    with pytest.raises(InputError, match=why) as raised:
        drift.load_tally(path)
    assert raised.value.kind == "file"
    assert raised.value.url == str(path)
    assert "\n" not in raised.value.message


@pytest.mark.parametrize("name", ["gone.parquet", "gone.json", "gone"])
def test_a_file_that_is_not_there(name: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        drift.load_tally(tmp_path / name)


def test_an_address_of_what_is_no_database_is_refused() -> None:
    with pytest.raises(InputError, match="no database that is known") as raised:
        drift.report_on("https://ann:secret@a.cn/rows.jsonl")
    assert "secret" not in f"{raised.value} {raised.value.url}"


def test_a_folder_without_parquet(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no Parquet file"):
        drift.tally_of(tmp_path)


# --- explanations ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("crawl/a/1.html", "a/1.html"),
        ("/data/crawl/a/1.html", "a/1.html"),
        ("https://news.sina.com.cn/c/2.shtml", "news.sina.com.cn/c/2.shtml"),
        ("https://news.sina.com.cn/c/2.shtml?from=wap", None),
        ("../outside.html", None),
        ("a/../../outside.html", None),
        ("link.html", None),
        ("crawl.warc.gz#3", None),
        ("a" * 5_000, None),
        ("a\0b", None),
        ("", None),
    ],
)
def test_the_file_of_a_page_is_found_in_its_folder_and_nowhere_else(
    name: str, there: str | None, tmp_path: Path
) -> None:
    folder = tmp_path / "pages"
    for path in ("a/1.html", "news.sina.com.cn/c/2.shtml"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("x", "utf-8")
    (tmp_path / "outside.html").write_text("x", "utf-8")
    (folder / "link.html").symlink_to(tmp_path / "outside.html")
    assert file_of(folder, name) == (None if there is None else folder / there)
