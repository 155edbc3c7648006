"""A batch run in bad weather: a server that misbehaves, archives with odd records, a disk that is too small, and kills.

    python tools/soak.py PAGES [SEED]

Half of the pages are addresses of a server on loopback (tests/fetch/weather.py), a quarter files, a quarter records of
a WARC file, some of which are odd. The run goes on with ``resume`` as often as it is ended: by SIGKILL or SIGTERM, with
its workers killed meanwhile, or by a full disk, which is then made larger. In the end every input must have its row,
once, and none may be of the kind ``bug``. The same seed gives the same weather; at what moment a kill comes is the
machine's to say.
The disk is a tmpfs, for which one has to be root; without that the part is left out, and that is said.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from fetch.server import running  # noqa: E402  # the tests' own server
from fetch.weather import Weather  # noqa: E402
from newsclean import AsyncFetcher, Fetcher  # noqa: E402
from newsclean.batch import Settings, run_batch  # noqa: E402
from newsclean.batch.fetching import Parse, Reader  # noqa: E402
from newsclean.fetch.sync import Fetcher as PageFetcher  # noqa: E402
from newsclean.page import Page  # noqa: E402

# Short limits, so that a stall costs two seconds and not a minute; no robots.txt, and as fast as the server is.
OPTIONS: dict[str, Any] = {
    "allow_private": True,
    "robots": False,
    "timeout": 1.0,
    "total": 8.0,
    "attempts": 3,
    "per_host": 500.0,
    "per_host_connections": 16,
    "concurrency": 16,
}
CALM = 0.25  # of the starts are left alone
BYTES_A_PAGE = 2_500  # of a first disk; rows need some 6,000, so it fills
MOST_STARTS = 200
FULL = re.compile("no space left|disk is full|disk full", re.I)  # as the system, SQLite and the run say it


def open_reader(parse: Parse) -> Reader:
    """The batch's fetcher with the soak's options."""

    class Pulling(PageFetcher):
        def parse(self, page: Page) -> Any:
            return parse(page)

    return Pulling(**OPTIONS)


def one_run(inputs: list[str], out: str) -> int:
    """The run that is killed; in a process of its own."""
    settings = Settings(
        out=Path(out),
        format="jsonl",
        resume=True,
        jobs=2,
        commit_rows=25,
        commit_seconds=1.0,
        chunk_pages=4,
        timeout=10.0,
    )
    return 0 if run_batch(inputs, settings, open_reader=open_reader).stopped is None else 9


# --- inputs ----------------------------------------------------------------------------------------------------


def make_inputs(
    folder: Path, pages: list[bytes], count: int, base: str, chance: random.Random
) -> tuple[list[str], set[str]]:
    """Write the inputs; the arguments of a run, and the names that its rows must have."""
    addresses = [f"{base}/{number}.shtml" for number in range(count // 2)]
    (folder / "list.txt").write_text("\n".join(addresses), "utf-8")
    files = folder / "pages"
    files.mkdir()
    names = set(addresses)
    for number in range(count // 4):
        path = files / f"{number:05d}.html"
        path.write_bytes(pages[number % len(pages)])
        names.add(str(path))
    archive = folder / "crawl.warc.gz"
    with open(archive, "wb") as stream:
        for number in range(count - count // 2 - count // 4):
            stream.write(gzip.compress(record(number, pages[number % len(pages)], chance)))
            names.add(f"{archive}#urn:{number}")
    return [str(folder / "list.txt"), str(files), str(archive)], names


def record(number: int, page: bytes, chance: random.Random) -> bytes:
    """A record of a WARC file, every second one odd."""
    line, body, length = chance.choice(
        [
            (b"", page, None),
            (b"", page, None),
            (b"", page, None),
            (b"Transfer-Encoding: chunked\r\n", page, None),
            (b"Content-Encoding: gzip\r\n", page, None),
            (b"Content-Encoding: gzip\r\n", gzip.compress(page)[: len(page) // 9], None),
            (b"X: \xff\0\r\n fold\r\n", page, 17),
            (b"Content-Length: 3\r\n", page, 10**9),
        ]
    )
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + line + b"\r\n" + body
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:{number}>\r\nWARC-Target-URI: http://example.test/\r\n"
    said = f"Content-Type: application/http\r\nContent-Length: {length or len(block)}\r\n\r\n"
    return (head + said).encode() + block + b"\r\n\r\n"


# --- the disk --------------------------------------------------------------------------------------------------


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[bool]:
    """A file system of so many bytes; False where none can be made, and the folder is an ordinary one."""
    folder.mkdir()
    made = _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    try:
        yield made
    finally:
        if made:
            subprocess.run(["umount", str(folder)], check=True)  # noqa: S607


def enlarge(folder: Path, size: int) -> None:
    """Give the disk so many bytes."""
    assert _mount("-o", f"remount,size={size}", str(folder))  # noqa: S101


def _mount(*arguments: str) -> bool:
    return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0  # noqa: S607


# --- the kills -------------------------------------------------------------------------------------------------


def plague(process: subprocess.Popen[str], chance: random.Random, did: Counter[str]) -> None:
    """Leave the run alone for a while, kill a worker or two, and end the run; or let it go on to its end."""
    if chance.random() < CALM:
        return
    for _ in range(chance.randrange(3)):
        if _ended(process, chance.uniform(0.3, 3)):
            return
        members = [pid for pid in group_of(process.pid) if pid != process.pid]
        if members:
            with suppress(ProcessLookupError):
                os.kill(chance.choice(members), signal.SIGKILL)
                did["workers killed"] += 1
    if not _ended(process, chance.uniform(0.5, 6)):
        number = chance.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM])
        process.send_signal(number)
        did[f"runs ended by {number.name}"] += 1


def _ended(process: subprocess.Popen[str], seconds: float) -> bool:
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


def group_of(leader: int) -> list[int]:
    """The processes of the run, which leads a group of its own."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it ended meanwhile
            if int(status.read_text().rpartition(")")[2].split()[2]) == leader:
                found.append(int(status.parent.name))
    return found


# --- the soak --------------------------------------------------------------------------------------------------


def batch_through(
    inputs: list[str], disk: Path, out: Path, size: int | None, chance: random.Random
) -> Counter[str]:
    """Start the run until it ends by itself; what was done to it. ``size`` is that of the disk, None: it has no end."""
    did: Counter[str] = Counter()
    command = [sys.executable, __file__, "--run", json.dumps(inputs), str(out)]
    for start in range(MOST_STARTS):
        did["starts"] += 1
        with tempfile.TemporaryFile("w+") as told:
            process = subprocess.Popen(command, start_new_session=True, stderr=told, text=True)
            if start < MOST_STARTS // 2:
                plague(process, chance, did)
            code = process.wait(3600)
            told.seek(0)
            words = told.read()
        if code == 0:
            return did
        if size is not None and FULL.search(words):
            did["full disks"] += 1
            size *= 2
            enlarge(disk, size)
        elif code not in (9, -signal.SIGKILL):
            raise SystemExit(f"soak: the run ended with {code}:\n{words[-3000:]}")
    raise SystemExit(f"soak: no end after {MOST_STARTS} starts")


def wrong_with(out: Path, names: set[str]) -> list[str]:
    """What is wrong with an output: rows that are missing, are there twice, or must not be."""
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    inputs = Counter(row["input"] for row in rows)
    kinds = Counter(row["error"]["kind"] if row["error"] else "article" for row in rows)
    print("soak: rows:", ", ".join(f"{kind} {number}" for kind, number in kinds.most_common()))
    return [
        *[f"no row: {name}" for name in sorted(names - set(inputs))],
        *[f"{number} rows: {name}" for name, number in inputs.items() if number > 1],
        *[f"no input: {name}" for name in inputs if name not in names],
        *[f"bug: {row}" for row in rows if row["error"] and row["error"]["kind"] == "bug"],
    ]


async def _each_once(addresses: list[str]) -> list[Any]:
    async with AsyncFetcher(**OPTIONS) as fetcher:
        return [result async for result in fetcher.read_many(addresses)]


def streams_wrong(base: str, count: int) -> list[str]:
    """The same weather for both fetchers' streams: every address must come back once."""
    addresses = [f"{base}/{number}.shtml" for number in range(count)]
    with Fetcher(**OPTIONS) as fetcher:
        found = [*fetcher.read_many([*addresses, None])]  # type: ignore[list-item]  # lists have holes
    found += asyncio.run(_each_once(addresses))
    times = Counter(result.url for result in found)
    bugs = [str(result.error) for result in found if result.error and result.error.kind == "bug"]
    return [f"{times[each]} results: {each}" for each in addresses if times[each] != 2] + bugs


def soak(count: int, seed: int) -> int:
    """Run it; the exit code."""
    started, chance = time.monotonic(), random.Random(seed)  # noqa: S311  # weather, not a secret
    pages = [path.read_bytes() for path in sorted((ROOT / "tests/fixtures").glob("*/page.html"))]
    weather = Weather(pages, seed)
    with tempfile.TemporaryDirectory() as scratch, running() as server:
        server.on("*", weather)
        folder, disk = Path(scratch), Path(scratch, "disk")
        inputs, names = make_inputs(folder, pages, count, server.url(""), chance)
        size = max(400_000, count * BYTES_A_PAGE)
        with small_disk(disk, size) as small:
            if not small:
                print("soak: no small disk: it needs root")
            did = batch_through(inputs, disk, disk / "out.jsonl", size if small else None, chance)
            wrong = wrong_with(disk / "out.jsonl", names)
        wrong += streams_wrong(server.url(""), max(10, count // 10))
    print("soak:", ", ".join(f"{what} {number}" for what, number in did.items()))
    print("soak: weather:", ", ".join(f"{what} {number}" for what, number in weather.seen.most_common()))
    for line in wrong[:20]:
        print("soak: wrong:", line)
    print(f"soak: {count} inputs, seed {seed}, {time.monotonic() - started:.0f} s: {len(wrong)} wrong")
    return 1 if wrong else 0


def main() -> int:
    """Read the command line."""
    if sys.argv[1:2] == ["--run"]:
        return one_run(json.loads(sys.argv[2]), sys.argv[3])
    parser = argparse.ArgumentParser(description="A batch run in bad weather.")
    parser.add_argument("pages", type=int)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    given = parser.parse_args()
    return soak(given.pages, given.seed)


if __name__ == "__main__":
    sys.exit(main())
