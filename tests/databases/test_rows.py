"""What stands in a table after a run: the columns, the values, and what a second run does."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
import stand_in
from runs import make_pages, run

from databases.conftest import Target
from newsclean.batch import CannotRun, Settings, format_of
from newsclean.batch.arrow_schema import ROW_SCHEMA
from newsclean.dates import BEIJING
from newsclean.drift import tally_of
from newsclean.errors import InputError


def _lines(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def _page(text: str = "", number: int = 1) -> str:
    return f"\n{number}\n{text or '正文'}"


def test_the_columns_are_those_of_the_arrow_schema(database: Target, tmp_path: Path) -> None:
    run([make_pages(tmp_path, 1)], database.address, **database.settings)
    (row,) = database.articles().values()
    assert list(row) == ["input_sha256", *ROW_SCHEMA.names, "kept"]
    nested = [field.name for field in ROW_SCHEMA if pa.types.is_nested(field.type)]
    told = {name: json.loads(row[name]) if isinstance(row[name], str) else row[name] for name in nested}
    assert all(told[name] is None or isinstance(told[name], (list, dict)) for name in nested)
    assert told["blocks"] == [{"type": "paragraph", "runs": [{"text": "第0条新闻的正文"}]}]


def test_a_page_an_error_and_a_copy_are_rows(database: Target, tmp_path: Path) -> None:
    pages = _lines(
        tmp_path / "pages.jsonl",
        {"input": "a", "html": _page("桥通了🌉，<“三成”>"), "url": "https://news.sina.com.cn/a.shtml"},
        {"input": "b", "html": "no-body\n2\n"},
        {
            "input": "c",
            "html": _page("桥通了🌉，<“三成”>", 3),
            "url": "https://news.sina.com.cn/a.shtml?from=wap",
        },
    )
    summary = run([pages], database.address, dedup="text", ordered=True, **database.settings)
    assert (summary.articles, summary.failures, summary.copies) == (1, 1, 1)
    assert summary.out.endswith(" (articles)")
    rows = database.articles()
    assert (rows["a"]["title"], rows["a"]["text"]) == ("第1条", "桥通了🌉，<“三成”>")
    assert rows["a"]["input_sha256"] == sha256(b"a").hexdigest()
    assert rows["a"]["error"] is None
    error = rows["b"]["error"]
    assert (json.loads(error) if isinstance(error, str) else error)["kind"] == "no_body"
    assert (rows["c"]["duplicate_of"], rows["c"]["text"]) == ("a", None)


def test_times_are_moments(database: Target, tmp_path: Path) -> None:
    run([make_pages(tmp_path, 3)], database.address, **database.settings)
    told = database.articles()[str(tmp_path / "pages" / "00002.html")]["published_at"]
    moment = datetime(2024, 1, 3, 8, 30, tzinfo=BEIJING)
    if database.kind == "sqlite":
        assert told == "2024-01-03T08:30:00+08:00"
    elif database.kind == "mariadb":
        assert told == moment.astimezone(UTC).replace(tzinfo=None)
    else:
        assert told == moment
        assert told.utcoffset() is not None


def test_a_second_run_updates(database: Target, tmp_path: Path) -> None:
    pages = make_pages(tmp_path, 30)
    run([pages], database.address, **database.settings)
    (pages / "00007.html").write_bytes(stand_in.page(7, text="改过的正文"))
    database.ask("UPDATE articles SET title = 'old'")
    summary = run([pages], database.address, **database.settings)
    assert (summary.pages, summary.skipped) == (30, 0)
    rows = database.articles()
    assert len(rows) == 30
    assert rows[str(pages / "00007.html")]["text"] == "改过的正文"
    assert {row["title"] for row in rows.values()} == {f"第{number}条" for number in range(30)}


def test_rows_of_other_runs_stay(database: Target, tmp_path: Path) -> None:
    one = _lines(
        tmp_path / "one.jsonl", {"input": "a", "html": _page("甲")}, {"input": "b", "html": _page("乙")}
    )
    two = _lines(tmp_path / "two.jsonl", {"input": "b", "html": _page("丙")})
    run([one], database.address, **database.settings)
    run([two], database.address, overwrite=True, **database.settings)
    assert {name: row["text"] for name, row in database.articles().items()} == {"a": "甲", "b": "丙"}


def test_a_finished_run_leaves_only_its_table(database: Target, tmp_path: Path) -> None:
    run([make_pages(tmp_path, 3)], database.address, **database.settings)
    assert database.tables() == ["articles"]
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix != ".db") == ["pages"]


def test_a_run_that_resumes_adds_what_is_new(database: Target, tmp_path: Path) -> None:
    settings = {**database.settings, "resume": True, "dedup": "text"}
    first = run([make_pages(tmp_path, 10)], database.address, **settings)
    again = run([make_pages(tmp_path, 10)], database.address, **settings)
    (tmp_path / "pages" / "00010.html").write_bytes(stand_in.page(4))
    more = run([make_pages(tmp_path, 10)], database.address, **settings)
    assert [each.pages for each in (first, again, more)] == [10, 0, 1]
    assert [each.skipped for each in (first, again, more)] == [0, 10, 10]
    rows = database.articles()
    assert rows[str(tmp_path / "pages" / "00010.html")]["duplicate_of"] == str(
        tmp_path / "pages" / "00004.html"
    )
    with pytest.raises(CannotRun, match="begun with dedup"):
        run([tmp_path / "pages"], database.address, **{**settings, "dedup": "url"})


def test_near_copies_are_found_by_a_run_that_goes_on(database: Target, tmp_path: Path) -> None:
    text = "老桥今天通车，两岸的人都来看，摆渡的船停在码头边，船夫说他再也不用起早。" * 5
    one = _lines(tmp_path / "one.jsonl", {"input": "a", "html": _page(text)})
    two = _lines(tmp_path / "two.jsonl", {"input": "b", "html": _page(text + "完", 2)})
    settings = {**database.settings, "resume": True, "dedup": "near"}
    run([one], database.address, **settings)
    run([two], database.address, **settings)
    assert database.articles()["b"]["duplicate_of"] == "a"


def test_inputs_of_any_length_are_keys(database: Target, tmp_path: Path) -> None:
    start = "https://news.sina.com.cn/" + "很长" * 5_000
    rows = [{"input": f"{start}{end}", "html": _page(end)} for end in ("a", "A", "a ", "á", "🌉")]
    run([_lines(tmp_path / "pages.jsonl", *rows)], database.address, **database.settings)
    run([_lines(tmp_path / "pages.jsonl", *rows)], database.address, **database.settings)
    assert sorted(database.articles()) == sorted(row["input"] for row in rows)


def test_a_table_can_be_asked_for_an_input(served: Target, tmp_path: Path) -> None:
    run([make_pages(tmp_path, 3)], served.address, **served.settings)
    name = str(tmp_path / "pages" / "00001.html")
    digest = {"postgresql": "encode(sha256(convert_to(:name, 'UTF8')), 'hex')", "mariadb": "SHA2(:name, 256)"}
    asked = f"SELECT title FROM articles WHERE input_sha256 = {digest[served.kind]}"  # noqa: S608 - of two texts
    assert served.ask(asked, name=name) == [{"title": "第1条"}]


def test_odd_characters_are_stored_or_told(database: Target, tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {
            "input": "nul\0",
            "html": _page("甲\0乙 \\u0000 𠮷🌉\u2028'\"\\%(a)s :b ?"),
            "id": "a\0b",
            "n": {"k\0": 1},
        },
        {"input": "half", "html": _page("甲\ud800乙")},
    ]
    summary = run([_lines(tmp_path / "pages.jsonl", *rows)], database.address, **database.settings)
    assert summary.articles == 2
    found = {row["text"]: row for row in database.articles().values()}
    assert set(found) == {"甲\ufffd乙 \\u0000 𠮷🌉\u2028'\"\\%(a)s :b ?", "甲?乙"}
    row = found["甲\ufffd乙 \\u0000 𠮷🌉\u2028'\"\\%(a)s :b ?"]
    warnings = json.loads(row["warnings"]) if isinstance(row["warnings"], str) else row["warnings"]
    assert warnings[-1] == "NUL characters are U+FFFD in the database: input, blocks, text"
    assert json.loads(row["kept"]) == {"id": "a\0b", "n": {"k\0": 1}}


def test_what_came_in_beside_a_page_is_kept(database: Target, tmp_path: Path) -> None:
    deep: Any = "x"
    for _ in range(200):
        deep = [deep]
    pages = _lines(
        tmp_path / "a.jsonl", {"input": "a", "html": _page(), "id": 7, "title": "甲", "deep": deep}
    )
    run([pages], database.address, **database.settings)
    assert json.loads(database.articles()["a"]["kept"]) == {"id": 7, "input_title": "甲", "deep": deep}
    run([pages], database.address, keep=("id",), **database.settings)
    assert json.loads(database.articles()["a"]["kept"]) == {"id": 7}


def test_long_bodies_are_stored_whole(database: Target, tmp_path: Path) -> None:
    text = "长'\"\\" * 25_000  # more than MySQL's TEXT holds
    run(
        [_lines(tmp_path / "a.jsonl", {"input": "a", "html": _page(text)})],
        database.address,
        **database.settings,
    )
    assert database.articles()["a"]["text"] == text


def test_a_row_that_a_server_cannot_take_is_an_error_row_and_costs_no_other(
    database: Target, tmp_path: Path
) -> None:
    rows = [
        {"input": name, "html": _page("长" * size)} for name, size in (("a", 9), ("b", 600_000), ("c", 9))
    ]
    summary = run([_lines(tmp_path / "a.jsonl", *rows)], database.address, **database.settings)
    found = database.articles()
    if database.kind != "mariadb":
        assert (summary.articles, len(found["b"]["text"])) == (3, 600_000)
        return
    assert (summary.articles, dict(summary.errors)) == (2, {"too_large": 1})
    assert "max_allowed_packet" in json.loads(found["b"]["error"])["message"]
    assert (found["a"]["text"], found["c"]["text"]) == ("长" * 9, "长" * 9)


def test_a_row_that_a_table_of_ones_own_refuses_is_an_error_row(served: Target, tmp_path: Path) -> None:
    pages = make_pages(tmp_path, 5)
    run([pages], served.address, **served.settings)
    served.ask("ALTER TABLE articles ADD CHECK (text <> '拒绝')")
    (pages / "00003.html").write_bytes(stand_in.page(3, text="拒绝"))
    summary = run([pages], served.address, **served.settings)
    assert (summary.articles, dict(summary.errors)) == (4, {"refused": 1})
    error = served.articles()[str(pages / "00003.html")]["error"]
    error = json.loads(error) if isinstance(error, str) else error
    assert error["kind"] == "refused"
    assert "the database does not take the row: " in error["message"]
    assert "\n" not in error["message"]


def test_columns_of_ones_own_stay(database: Target, tmp_path: Path) -> None:
    pages = make_pages(tmp_path, 2)
    run([pages], database.address, **database.settings)
    database.ask("ALTER TABLE articles ADD COLUMN mine VARCHAR(10)")
    database.ask("UPDATE articles SET mine = 'x'")
    run([pages], database.address, **database.settings)
    assert {row["mine"] for row in database.articles().values()} == {"x"}


def test_the_table_can_be_named(database: Target, tmp_path: Path) -> None:
    pages = make_pages(tmp_path, 2)
    summary = run([pages], database.address, table="articles_2024", **database.settings)
    assert summary.out.endswith(" (articles_2024)")
    assert database.tables() == ["articles_2024"]
    if database.kind == "postgresql":
        database.ask("CREATE SCHEMA IF NOT EXISTS press")
        run([pages], database.address, table="press.articles", **database.settings)
        assert database.ask("SELECT count(*) AS n FROM press.articles") == [{"n": 2}]
        database.ask("DROP SCHEMA press CASCADE")


@pytest.mark.parametrize("name", ["", "a b", "a;b", "1a", "a.b.c", "a" * 51, "é", 'a"b', ".a"])
def test_what_is_no_name_of_a_table_is_told(name: str) -> None:
    with pytest.raises(CannotRun, match="is no name of a table"):
        Settings(out="sqlite:///news.db", format="database", table=name)


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("CREATE TABLE articles (id INTEGER)", "it has no column input_sha256"),
        ("ALTER TABLE articles DROP COLUMN title", "it has no column title"),
        ("ALTER TABLE articles ADD COLUMN confidence VARCHAR(9)", "has a column confidence of another type"),
    ],
)
def test_a_table_of_another_shape_is_told_and_left_alone(
    database: Target, tmp_path: Path, statement: str, why: str
) -> None:
    pages = make_pages(tmp_path, 2)
    if statement.startswith("ALTER"):
        run([pages], database.address, **database.settings)
        if "ADD" in statement:
            database.ask("ALTER TABLE articles DROP COLUMN confidence")
    database.ask(statement)
    with pytest.raises(CannotRun, match=f"is of another shape: .*{why}") as caught:
        run([pages], database.address, **database.settings)
    assert "--table" in str(caught.value)
    assert database.tables() == ["articles"]


def test_a_table_without_transactions_is_told(served: Target, tmp_path: Path) -> None:
    if served.kind != "mariadb":
        pytest.skip("only MySQL's kin has tables without transactions")
    pages = make_pages(tmp_path, 2)
    run([pages], served.address, **served.settings)
    served.ask("ALTER TABLE articles ENGINE = MyISAM")
    with pytest.raises(CannotRun, match="engine without transactions"):
        run([pages], served.address, **served.settings)


def test_an_encoding_that_cannot_hold_articles_is_told(served: Target, tmp_path: Path) -> None:
    if served.kind != "postgresql" or served.server is None:
        pytest.skip("only PostgreSQL's databases have an encoding that the run can't choose")
    with pytest.raises(CannotRun, match="encoding LATIN1"):
        run([make_pages(tmp_path, 1)], served.server.address(name="latin"), **served.settings)


def test_what_the_format_of_an_address_is() -> None:
    assert format_of("mysql+pymysql://ann@db.example/news") == "database"
    with pytest.raises(CannotRun, match="no database that is known"):
        format_of("mssql://ann:secret@db.example/news")
    for named in (
        "postgresql:/ann:secret@db.example/news",
        "mysql+pymysql:ann:secret@db.example/news",
        "sqlite:a.db",
    ):
        with pytest.raises(CannotRun, match="two slashes"):
            format_of(named)
        for form in ("database", "jsonl", "markdown"):
            with pytest.raises(CannotRun) as caught:
                Settings(out=named, format=form)
            with pytest.raises(CannotRun):
                Settings(out=Path(named), format=form)
            assert "secret" not in str(caught.value)
    with pytest.raises(CannotRun, match="no other format"):
        run(["-"], "sqlite:///news.db", format="jsonl")
    with pytest.raises(CannotRun, match="a table is for databases"):
        run(["-"], "news.jsonl", table="articles")


def test_a_run_that_is_refused_leaves_nothing_beside_the_database(tmp_path: Path) -> None:
    pages, file = make_pages(tmp_path, 1), tmp_path / "own.db"
    with closing(sqlite3.connect(file)) as own:
        own.execute("CREATE TABLE articles (id INTEGER)")
    with pytest.raises(CannotRun, match="another shape"):
        run([pages], f"sqlite:///{file}", format="database", jobs=1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["own.db", Path(pages).name]


def test_an_input_does_not_become_a_database(tmp_path: Path) -> None:
    page, names = tmp_path / "empty.html", tmp_path / "pages.txt"
    page.write_bytes(b"")
    names.write_text(f"{page}\n", "utf-8")
    with pytest.raises(CannotRun, match=r"empty\.html is an input"):
        run([str(page)], f"sqlite:///{page}", format="database", jobs=1)
    assert page.read_bytes() == b""
    with pytest.raises(CannotRun, match=r"empty\.html is an input"):
        run([str(names)], f"sqlite:///{page}", format="database", jobs=1)


def test_a_database_among_its_inputs_is_left_out_of_them(tmp_path: Path) -> None:
    make_pages(tmp_path, 2)
    for _ in range(2):
        summary = run([str(tmp_path)], f"sqlite:///{tmp_path}/news.db", format="database", jobs=1)
        assert summary.pages == 2


def test_a_pipe_is_no_database(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.db"
    os.mkfifo(pipe)
    with pytest.raises(CannotRun, match="a device or a pipe"):
        run([make_pages(tmp_path, 1)], f"sqlite:///{pipe}", format="database", jobs=1)
    assert not pipe.with_name("pipe.db.newsclean").exists()


def test_a_report_reads_the_rows_back(database: Target, tmp_path: Path) -> None:
    bad = _lines(
        tmp_path / "bad.jsonl", {"html": _page("桥下的灯", 7), "url": "https://a.example/7"}, {"url": "x"}
    )
    inputs = [make_pages(tmp_path, 30), bad]
    run(inputs, database.address, **database.settings)
    run(inputs, str(tmp_path / "rows.jsonl"), format="jsonl", jobs=1)
    told, lines = tally_of(database.address), tally_of(tmp_path / "rows.jsonl")
    assert told.inputs == lines.inputs == 32
    assert told.__replace__(name="") == lines.__replace__(name="")
    assert "secret" not in told.name
    with pytest.raises(InputError, match="cannot be read"):
        tally_of(f"{database.address}#no_such_table")
