"""Where a run writes: no input is written over, one run a time, an earlier output stays till another is there."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from runs import make_pages, rows_of, run
from test_resume import _group, _start, _wait_until

from newsclean.batch import CannotRun
from newsclean.cli.batch import batch

posix = pytest.mark.skipif(os.name == "nt", reason="links and pipes are other things there")


def _input(folder: Path, name: str = "in.jsonl") -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text('{"html": "ok 1", "input": "a"}\n{"html": "ok 2", "input": "b"}\n', "utf-8")
    return path


def _refused(inputs: list[Any], out: Path, **settings: Any) -> str:
    with pytest.raises(CannotRun) as caught:
        run(inputs, out, **settings)
    return str(caught.value)


# --- inputs are not written over ---------------------------------------------------------------------------


@posix
@pytest.mark.parametrize(
    "spelling", ["same", "dotted", "symbolic", "hard", "folder", "glob", "linked folder"]
)
@pytest.mark.parametrize("settings", [{"overwrite": True}, {}, {"resume": True}])
def test_an_input_is_never_the_output(tmp_path: Path, spelling: str, settings: dict[str, Any]) -> None:
    given = _input(tmp_path / "data")
    content, (inputs, out) = given.read_bytes(), ([given], given)
    if spelling == "dotted":
        out = tmp_path / "data" / ".." / "data" / "in.jsonl"
    elif spelling in ("symbolic", "hard"):
        out = tmp_path / "out.jsonl"
        (os.symlink if spelling == "symbolic" else os.link)(given, out)
    elif spelling == "folder":
        inputs = [given.parent]
    elif spelling == "glob":
        inputs = [given.parent / "*.jsonl"]
    elif spelling == "linked folder":
        (tmp_path / "link").symlink_to("data")
        inputs = [tmp_path / "link"]
    told = _refused(inputs, out, **settings)
    assert "would be written over" in told or ("is there already" in told and not settings.get("overwrite"))
    assert given.read_bytes() == content
    assert not list(tmp_path.glob("*/*.newsclean"))


def test_a_list_does_not_name_the_output(tmp_path: Path) -> None:
    page, listed = make_pages(tmp_path, 1) / "00000.html", tmp_path / "list.txt"
    content = page.read_bytes()
    listed.write_text(f"{page}\n", "utf-8")
    assert "would be written over" in _refused([listed], page, format="jsonl", overwrite=True)
    assert page.read_bytes() == content


@pytest.mark.parametrize("settings", [{"overwrite": True}, {}])
def test_documents_are_not_written_among_documents(tmp_path: Path, settings: dict[str, Any]) -> None:
    document = make_pages(tmp_path, 1) / "00000.html"
    document = document.rename(document.with_suffix(".md"))
    content = document.read_bytes()
    listed = tmp_path / "list.txt"
    listed.write_text(f"{document}\n", "utf-8")
    pages = document.parent
    assert "another folder" in _refused([pages], pages, format="frontmatter", **settings)
    assert "another folder" in _refused([pages], tmp_path, format="markdown", **settings)
    assert "written over" in _refused([document], pages, format="markdown", **settings)
    assert "written over" in _refused([listed], pages, format="markdown", **settings)
    assert document.read_bytes() == content


def test_parts_of_an_earlier_run_are_no_inputs_of_one_that_replaces_them(tmp_path: Path) -> None:
    lake = tmp_path / "lake"
    run([make_pages(tmp_path, 3)], lake, format="parquet")
    (part,) = lake.glob("part-*.parquet")
    content = part.read_bytes()
    for inputs in ([lake], [part], [lake / "part-*.parquet"]):
        _refused(inputs, lake, format="parquet", overwrite=True)
    work = tmp_path / "o.jsonl.newsclean"
    shutil.copytree(lake, work)
    _refused([work / part.name], tmp_path / "o.jsonl", overwrite=True)
    assert (part.read_bytes(), (work / part.name).read_bytes()) == (content, content)


def test_an_output_inside_its_input_folder_is_left_out_of_it(tmp_path: Path) -> None:
    pages = make_pages(tmp_path, 3)
    out = pages / "o.jsonl"
    assert run([pages], out, resume=True).pages == 3
    (pages / "o.jsonl.newsclean" / "part-000009.jsonl").write_text('{"html": "ok 9"}\n', "utf-8")
    assert run([pages], out, resume=True).pages == 0
    make_pages(tmp_path, 4)
    assert run([pages], out, resume=True).pages == 1
    assert len(rows_of(out)) == 4


# --- what the output may be --------------------------------------------------------------------------------


@posix
def test_links_are_followed_and_stay(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    out = tmp_path / "o.jsonl.gz"
    out.symlink_to("kept/rows")
    pages = make_pages(tmp_path, 3)
    flags: list[dict[str, Any]] = [{}, {"overwrite": True}, {"overwrite": True, "resume": True}]
    for settings in flags:
        if settings.get("resume"):
            shutil.rmtree(tmp_path / "kept")
            (tmp_path / "kept").mkdir()
        assert run([pages], out, **settings).pages == 3
        assert out.is_symlink()
        assert (tmp_path / "kept" / "rows").read_bytes()[:2] == b"\x1f\x8b"


@posix
@pytest.mark.parametrize("settings", [{}, {"overwrite": True}])
def test_a_pipe_is_no_output_and_stays(tmp_path: Path, settings: dict[str, Any]) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    link = tmp_path / "link"
    link.symlink_to(pipe)
    for out in (pipe, link):
        assert "pipe" in _refused([make_pages(tmp_path, 1)], out, format="jsonl", **settings)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "pages", "pipe"]


# --- one run at a time -------------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("name", ["o.jsonl", "o.parquet", "o.sqlite", "docs", "link.jsonl"])
def test_of_two_runs_that_overwrite_one_output_the_second_is_refused(name: str, tmp_path: Path) -> None:
    pages, out = make_pages(tmp_path, 4, {3: "slow 20"}), tmp_path / name
    other = out
    if name == "link.jsonl":
        out = tmp_path / "o.jsonl"
        other.symlink_to(out)
    process = _start(pages, out, resume=False, overwrite=True, commit_seconds=0.1)
    try:
        _wait_until(lambda: len(_group(process.pid)) >= 4)
        for settings in ({"overwrite": True}, {"overwrite": True, "resume": True}):
            assert "another run is writing here" in _refused([pages], other, **settings)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    assert run([make_pages(tmp_path, 4)], other, overwrite=True).pages == 4


def test_an_earlier_output_stays_until_another_is_whole(tmp_path: Path) -> None:
    out = tmp_path / "o.jsonl"
    run([make_pages(tmp_path, 3)], out)
    content = out.read_bytes()
    process = _start(
        make_pages(tmp_path, 4, {3: "slow 20"}), out, resume=False, overwrite=True, commit_seconds=0.1
    )
    _wait_until(lambda: list(tmp_path.glob("o.jsonl.newsclean/part-*")))
    process.kill()
    process.communicate()
    assert out.read_bytes() == content
    assert run([make_pages(tmp_path, 4)], out, resume=True).skipped >= 1
    assert len(rows_of(out)) == 4


def test_a_manifest_that_is_none_is_told_and_can_be_replaced(tmp_path: Path) -> None:
    pages, out = make_pages(tmp_path, 2), tmp_path / "o.jsonl"
    run([pages], out, resume=True)
    (tmp_path / "o.jsonl.newsclean" / "manifest.sqlite").write_bytes(b"no database " * 100)
    assert "is damaged" in _refused([pages], out, resume=True)
    assert run([pages], out, overwrite=True).pages == 2


def test_a_database_is_made_anew(tmp_path: Path) -> None:
    out = tmp_path / "o.sqlite"
    run([make_pages(tmp_path, 4)], out)
    shutil.rmtree(tmp_path / "pages")
    run([make_pages(tmp_path, 2)], out, overwrite=True)
    with closing(sqlite3.connect(out)) as database:
        assert database.execute("SELECT count(*) FROM article").fetchone() == (2,)


# --- the command -------------------------------------------------------------------------------------------


def test_the_command_says_why_it_does_not_begin(tmp_path: Path) -> None:
    given = _input(tmp_path)
    content = given.read_bytes()
    for flags in ([], ["--overwrite"], ["--resume"]):
        result = CliRunner().invoke(batch, [str(given), "-o", str(given), *flags])
        assert (result.exit_code, "would be written over" in result.stderr) == (2, True)
        assert result.stderr.count("\n") <= 4
    assert given.read_bytes() == content
