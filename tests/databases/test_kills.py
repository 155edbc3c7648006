"""Runs that are killed, stopped or refused, and servers that are killed: what is committed stays, and what says so
tells no password.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from runs import HERE, make_pages, run

from databases import servers
from databases.conftest import Target
from newsclean.batch import CannotRun, CannotWrite, Settings
from newsclean.batch.address import Database, retold
from newsclean.batch.records import key_of

PAGES = 100
KILLS = 5
DEEDS = {**dict.fromkeys(range(PAGES), "slow 0.04"), 3: "no-body", 77: "bug"}
SECRETS = (servers.PASSWORD, servers.WRITTEN, "pa55", "wr0ng")
"""What no output may hold: the passwords, as they are and as addresses have them, and what a parser may leave of
one."""


def _start(pages: Path, address: str) -> subprocess.Popen[bytes]:
    """A run that commits every ten rows, in a process of its own."""
    options = {"format": "database", "commit_rows": 10, "resume": True, "chunk_pages": 4}
    command = [sys.executable, str(HERE / "runs.py"), str(pages), address, json.dumps(options)]
    return subprocess.Popen(command, start_new_session=True, stderr=subprocess.PIPE)


def _command(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command with a configuration of its own of everything that holds passwords."""
    command = [sys.executable, "-m", "newsclean", "batch", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=120, env={**os.environ, **environment}, input=""
    )


def _page(folder: Path) -> str:
    path = folder / "page.html"
    text = "<p>　　老桥今天通车，两岸都来看。</p>" * 20
    path.write_text(f'<h1 class="main-title">桥通了</h1><div id="article">{text}</div>', "utf-8")
    return str(path)


def _done(database: Target) -> list[str]:
    """The keys of the inputs that the table of the run's progress holds, sorted."""
    asked = "SELECT name FROM articles_progress WHERE name LIKE 'done:%'"
    return sorted(row["name"].removeprefix("done:") for row in database.ask(asked))


def test_killed_with_nine_again_and_again_rows_and_progress_are_one(database: Target, tmp_path: Path) -> None:
    pages = make_pages(tmp_path, PAGES, DEEDS)
    chance = random.Random(database.kind)  # noqa: S311 - a schedule of kills, not a secret
    seen: list[str] = []
    for kill in range(KILLS):
        process = _start(pages, database.address)
        if kill % 3:  # soon after it has written something; else whenever
            _until(partial(_has_more, database, len(seen), process))
            time.sleep(chance.random() / 5)
        else:
            time.sleep(chance.random() * 2)
        process.kill()
        process.communicate()
        if _written(database):
            seen = database.inputs()
            assert _done(database) == sorted(key_of(name).hex() for name in seen)
    assert len(seen) >= 20
    process = _start(pages, database.address)
    _, errors = process.communicate()
    assert process.returncode == 0, errors.decode()
    assert database.inputs() == [str(path) for path in sorted(pages.iterdir())]
    assert _done(database) == sorted(key_of(name).hex() for name in database.inputs())


def _has_more(database: Target, rows: int, process: subprocess.Popen[bytes]) -> bool:
    """Whether there are more rows than that, or nobody to write them."""
    return process.poll() is not None or _written(database) > rows


def _written(database: Target) -> int:
    return len(database.inputs()) if "articles" in database.tables() else 0


def test_a_killed_run_is_not_begun_anew_by_mistake(database: Target, tmp_path: Path) -> None:
    pages = make_pages(tmp_path, 40, dict.fromkeys(range(10, 40), "slow 0.1"))
    process = _start(pages, database.address)
    _until(lambda: "articles" in database.tables() and database.inputs())
    process.kill()
    process.communicate()
    with pytest.raises(CannotRun, match="go on with --resume, or begin again with --overwrite") as caught:
        run([pages], database.address, **database.settings)
    assert not _told(str(caught.value))
    here = len(database.inputs())
    assert run([pages], database.address, resume=True, **database.settings).skipped == here
    assert run([pages], database.address, overwrite=True, **database.settings).skipped == 0


def test_two_runs_cannot_write_into_one_table(database: Target, tmp_path: Path) -> None:
    pages = make_pages(tmp_path, 4, dict.fromkeys(range(4), "hang"))
    process = _start(pages, database.address)
    try:
        _until(lambda: "articles_progress" in database.tables())
        with pytest.raises(CannotRun, match="another run is writing") as caught:
            run([pages], database.address, resume=True, **database.settings)
        assert not _told(str(caught.value))
        other = make_pages(tmp_path / "pages", 2)
        assert database.kind == "sqlite" or run(
            [other], database.address, table="articles_2", **database.settings
        )
    finally:
        process.kill()
        process.communicate()


def test_a_killed_server_ends_the_run_and_what_is_committed_stays(served: Target, tmp_path: Path) -> None:
    assert served.server is not None
    pages = make_pages(tmp_path, 60, dict.fromkeys(range(60), "slow 0.05"))
    process = _start(pages, served.address)
    _until(lambda: "articles" in served.tables() and len(served.inputs()) >= 10)
    served.server.kill()
    _, errors = process.communicate(timeout=60)
    served.server.start()
    assert process.returncode == 1
    assert "CannotWrite: the connection to the database broke (" in errors.decode()
    assert not _told(errors.decode())
    here = len(_until(served.inputs))
    assert 10 <= here < 60
    assert run([pages], served.address, resume=True, **served.settings).skipped == here
    assert served.inputs() == [str(path) for path in sorted(pages.iterdir())]


def test_the_command_tells_a_broken_connection_in_one_line(served: Target, tmp_path: Path) -> None:
    assert served.server is not None
    line = json.dumps({"input": "a", "html": Path(_page(tmp_path)).read_text("utf-8")}) + "\n"
    command = [sys.executable, "-m", "newsclean", "batch", "-", "-o", served.address]
    pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    process = subprocess.Popen(command, text=True, **pipes)
    _until(lambda: "articles_progress" in served.tables())
    served.server.stop()
    out, errors = process.communicate(line, timeout=60)
    served.server.start()
    assert (process.returncode, out) == (3, "")
    assert errors.startswith("newsclean: the connection to the database broke (")
    assert errors.count("\n") == 1
    assert "(lost): 0 done; go on with: newsclean batch - -o " in errors
    assert errors.endswith(" --resume (the database's password in the environment, as NEWSCLEAN_PASSWORD)\n")
    assert not _told(errors)
    again = errors.partition(" -o ")[2].partition(" --resume")[0].strip("'")
    _until(served.tables)
    told = _command(_page(tmp_path), "-o", again, "--resume", NEWSCLEAN_PASSWORD=servers.PASSWORD)
    assert told.returncode == 0, told.stderr


def test_a_signal_tells_how_to_go_on_and_no_password(database: Target, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "newsclean", "batch", "-", f"--output={database.address}"]
    pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    process = subprocess.Popen(command, text=True, **pipes)
    _until(lambda: "articles_progress" in database.tables())
    assert process.stdin is not None
    process.stdin.write(json.dumps({"input": "a", "html": Path(_page(tmp_path)).read_text("utf-8")}) + "\n")
    process.stdin.flush()
    time.sleep(1)
    process.send_signal(signal.SIGTERM)
    out, errors = process.communicate(timeout=60)
    assert (process.returncode, out) == (143, "")
    assert "go on with: newsclean batch - " in errors
    assert not _told(errors)
    values = json.dumps(database.ask("SELECT value FROM articles_progress"))
    assert not _told(values)


def _told(text: str) -> list[str]:
    """The secrets that a text tells."""
    return [secret for secret in SECRETS if secret in text]


def _until(condition: Callable[[], Any]) -> Any:
    """What the condition gives, once it gives something; a server that was killed a moment ago may refuse to answer."""
    last: Exception | None = None
    for _ in range(400):
        try:
            if value := condition():
                return value
        except Exception as error:  # noqa: BLE001 - each driver has its own
            last = error
        time.sleep(0.05)
    raise AssertionError("it never came true") from last


@pytest.fixture
def wrong(served: Target) -> dict[str, str]:
    """Addresses at which no run can begin, by what is wrong with them."""
    assert served.server is not None
    address = served.server.address
    return {
        "password": address(password="wr0ng-pa55"),  # noqa: S106 - a wrong one
        "none": address(password=None),
        "database": address(name="nowhere"),
        "port": address().replace(f":{served.server.port}/", ":1/"),
        "no port": address().replace(f":{served.server.port}/", ":pa55/"),
        "host": address().replace("127.0.0.1", "nowhere.invalid"),
        "option": address() + "?password_of=pa55&sslpassword=pa55",
    }


@pytest.mark.parametrize("what", ["password", "none", "database", "port", "no port", "host", "option"])
def test_what_cannot_be_opened_is_one_line_without_the_password(
    wrong: dict[str, str], what: str, tmp_path: Path
) -> None:
    with pytest.raises((CannotWrite, CannotRun)) as caught:
        run([make_pages(tmp_path, 1)], wrong[what], format="database")
    told = "".join(traceback.format_exception(caught.value))
    assert not _told(told), told
    assert "zoe9" not in str(caught.value)
    if isinstance(caught.value, CannotWrite):
        assert (caught.value.kind, caught.value.done) == ("connect", 0)
    if what not in ("password", "no port", "option"):  # to the command they are the same
        return
    done = _command(_page(tmp_path), "-o", wrong[what])
    assert done.returncode == (3 if isinstance(caught.value, CannotWrite) else 2), done.stderr
    assert not _told(done.stderr + done.stdout), done.stderr
    assert done.stderr.count("\n") == 1 or done.stderr.startswith("Usage: ")


def test_a_password_comes_from_the_environment(served: Target, tmp_path: Path) -> None:
    assert served.server is not None
    named = served.server.address(password="${MY_SECRET}")  # noqa: S106 - the name of a variable
    done = _command(_page(tmp_path), "-o", named, MY_SECRET=servers.PASSWORD)
    assert done.returncode == 0, done.stderr
    assert served.inputs() == [str(tmp_path / "page.html")]
    if served.kind == "postgresql":
        done = _command(_page(tmp_path), "-o", served.server.address(None), PGPASSWORD=servers.PASSWORD)
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("module", "scheme", "how"),
    [
        (
            "sqlalchemy",
            "postgresql",
            "sqlalchemy is not installed (the extra sql); install it with: pip install ",
        ),
        (
            "psycopg",
            "postgresql",
            "psycopg is not installed (the extra postgresql); install it with: pip install ",
        ),
        ("pymysql", "mysql", "pymysql is not installed (the extra mysql); install it with: pip install "),
        ("pymysql", "mariadb", "pymysql is not installed (the extra mysql); install it with: pip install "),
        ("none", "mysql+mysqldb", "MySQLdb is not installed; install it with: pip install MySQLdb"),
        ("none", "mysql+qiao", "SQLAlchemy knows no mysql+qiao"),
        ("none", "mysql+aiomysql", "aiomysql is not installed"),
        ("none", "oracle", "no database that is known"),
    ],
)
def test_what_is_not_installed_is_named(module: str, scheme: str, how: str, tmp_path: Path) -> None:
    hidden = f"import sys; sys.modules[{module!r}] = None; from newsclean.cli.main import main; main()"
    address = f"{scheme}://zoe9:{servers.WRITTEN}@127.0.0.1:1/news"
    command = [sys.executable, "-c", hidden, "batch", _page(tmp_path), "-o", address]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2, done.stderr
    assert how in " ".join(done.stderr.split()), done.stderr
    assert not _told(done.stderr)


@pytest.mark.parametrize(
    ("argument", "told"),
    [
        ("postgresql://ann:pa55@h:1/news?a=b", "postgresql://ann:${NEWSCLEAN_PASSWORD}@h:1/news?a=b"),
        ("--output=mysql://ann:pa55@h/news", "--output=mysql://ann:${NEWSCLEAN_PASSWORD}@h/news"),
        ("-omysql://ann:pa55@h/news", "-omysql://ann:${NEWSCLEAN_PASSWORD}@h/news"),
        ("mariadb://ann:${MINE}@h/news", "mariadb://ann:${MINE}@h/news"),
        (
            "postgresql:///news?user=a&password=pa55",
            "postgresql:///news?user=a&password=${NEWSCLEAN_PASSWORD}",
        ),
        ("postgresql://ann@h/news", "postgresql://ann@h/news"),
        ("sqlite:///a@b.db", "sqlite:///a@b.db"),
        ("https://ann:pa55@h/news", "https://***@h/news"),
        ("pages", "pages"),
    ],
)
def test_an_address_is_told_with_the_name_of_a_variable(argument: str, told: str) -> None:
    assert retold(argument) == told


@pytest.mark.parametrize("password", ["pa55@x", "pa55/x", "pa55?x", "pa55#x", "@", "pa55/@x?y"])
def test_a_password_that_is_not_coded_is_refused_and_not_told(password: str) -> None:
    with pytest.raises(CannotRun, match="are written %40 %2F %3F %23") as caught:
        Settings(out=f"postgresql://ann:{password}@h/news", format="database")
    assert "pa55" not in "".join(traceback.format_exception(caught.value))


def test_a_variable_that_is_not_set_is_named() -> None:
    with pytest.raises(CannotRun, match="names the variable NEWSCLEAN_NOBODY, and the environment has none"):
        run(["-"], "postgresql://ann:${NEWSCLEAN_NOBODY}@127.0.0.1/news", format="database")


def test_settings_print_no_password() -> None:
    settings = Settings(out="postgresql://ann:pa55@h:1/news?sslpassword=pa55", format="database")
    assert "pa55" not in repr(settings) + str(settings.out) + repr(settings.__replace__(jobs=1))
    assert isinstance(settings.out, Database)
    assert str(settings.out) == "postgresql://h:1/news"


@pytest.mark.parametrize(
    "address", ["sqlite://", "sqlite:///:memory:", "sqlite:///file:a?mode=memory&uri=true"]
)
def test_a_database_in_memory_is_refused(address: str) -> None:
    with pytest.raises(CannotRun, match="is named by its file"):
        run(["-"], address, format="database")


def test_a_file_that_is_no_database_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"no database " * 1000)
    with pytest.raises(CannotWrite, match="file is not a database"):
        run([make_pages(tmp_path, 1)], f"sqlite:///{tmp_path}/a.db", format="database")
    assert (tmp_path / "a.db").read_bytes() == b"no database " * 1000
    with pytest.raises(CannotRun, match="there is no folder"):
        run([make_pages(tmp_path, 1)], f"sqlite:///{tmp_path}/nowhere/a.db", format="database")


@pytest.mark.parametrize("options", [(), ("--format", "jsonl")])
def test_the_plain_form_and_follow_have_no_databases(options: tuple[str, ...], tmp_path: Path) -> None:
    address = f"postgresql://zoe9:{servers.WRITTEN}@127.0.0.1:1/news"
    for command in ([_page(tmp_path)], ["follow", "finance-domestic", "--once"]):
        called = [sys.executable, "-m", "newsclean", *command, "-o", address, *options]
        done = subprocess.run(called, capture_output=True, text=True, timeout=60, cwd=tmp_path)
        assert done.returncode == 2, done.stderr
        assert not _told(done.stderr)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["page.html"]
