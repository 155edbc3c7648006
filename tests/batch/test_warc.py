"""Archives as crawlers leave them: whatever is odd about one record, it is a row, and the others are read."""

from __future__ import annotations

import base64
import gzip
import hashlib
import random
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import brotli  # type: ignore[import-untyped]
import pytest
import stand_in
import zstandard
from runs import rows_of, run

from newsclean.batch import MissingExtra
from newsclean.batch.codings import unpacked
from newsclean.batch.records import Record
from newsclean.batch.warc import MAX_PAGE, read_warc

PAGE = "<html><body><h1>夜航开通</h1><p>轮渡公司说，首周有两千人乘船。</p></body></html>".encode()
PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".zst": zstandard.ZstdCompressor(write_checksum=True).compress,
}


def record(
    block: bytes, name: str = "b", *, length: object = None, kind: str = "response", **more: str
) -> bytes:
    """A record of a WARC file; underscores in the names of further fields stand for hyphens."""
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:{name}>",
        "WARC-Target-URI": f"http://example.test/{name}",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(block) if length is None else length),
        **{field.replace("_", "-"): value for field, value in more.items()},
    }
    head = "".join(f"{field}: {value}\r\n" for field, value in fields.items())
    return b"WARC/1.0\r\n" + head.encode("latin-1") + b"\r\n" + block + b"\r\n\r\n"


def http(body: bytes = PAGE, *lines: str, status: str = "HTTP/1.1 200 OK") -> bytes:
    head = "".join(f"{line}\r\n" for line in (status, "Content-Type: text/html", *lines))
    return head.encode("latin-1") + b"\r\n" + body


def chunked(*parts: bytes, end: bytes = b"0\r\n\r\n") -> bytes:
    return b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts) + end


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def digest(data: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


class Odd(NamedTuple):
    """A record, and what comes of it: the kind of an error, or the page and the words of its note ("": none)."""

    data: bytes
    note: str = ""
    error: str | None = None
    content: bytes = PAGE


CUT = gzip.compress(PAGE * 40, mtime=0)[:120]
LONG = PAGE * 40

ODD: dict[str, Odd] = {
    "nothing odd": Odd(record(http())),
    # chunks
    "chunks": Odd(record(http(chunked(PAGE[:9], PAGE[9:]), "Transfer-Encoding: chunked"))),
    "a chunked header over a plain body": Odd(record(http(PAGE, "Transfer-Encoding: chunked")), "no chunks"),
    "chunks without a header": Odd(record(http(chunked(PAGE[:9], PAGE[9:]))), "no header says so"),
    "chunks without an end": Odd(
        record(http(chunked(PAGE[:9], PAGE[9:], end=b""), "Transfer-Encoding: chunked")), "break off"
    ),
    "a bad first chunk header": Odd(
        record(http(b"zz\r\n" + PAGE, "Transfer-Encoding: chunked")), "no chunks", content=b"zz\r\n" + PAGE
    ),
    "a bad later chunk header": Odd(
        record(
            http(
                chunked(PAGE[:9], end=b"zz\r\n") + PAGE[9:20] + b"\r\n" + chunked(PAGE[20:]),
                "Transfer-Encoding: chunked",
            )
        ),
        "damaged",
    ),
    "a chunk that is cut off": Odd(
        record(http(b"%x\r\n" % (len(PAGE) + 99) + PAGE, "Transfer-Encoding: chunked")), "break off"
    ),
    "chunk headers with an extension and spaces": Odd(
        record(http(b"%x ;a=b\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE), "Transfer-Encoding: chunked"))
    ),
    # codings
    "gzip": Odd(record(http(gzip.compress(PAGE), "Content-Encoding: gzip"))),
    "gzip in two members": Odd(
        record(http(gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:]), "Content-Encoding: gzip"))
    ),
    "a gzip header over a plain body": Odd(record(http(PAGE, "Content-Encoding: gzip")), "not packed as gzip"),
    "gzip without a header": Odd(record(http(gzip.compress(PAGE))), "packed as gzip, though"),
    "gzip in chunks": Odd(
        record(http(chunked(gzip.compress(PAGE)), "Content-Encoding: gzip", "Transfer-Encoding: chunked"))
    ),
    "gzip that is cut off": Odd(
        record(http(CUT, "Content-Encoding: gzip")), "gzip body is damaged", content=LONG[:500]
    ),
    "gzip that is no gzip nor text": Odd(
        record(http(b"\0\1\2\3" * 99, "Content-Encoding: gzip")), error="decode"
    ),
    "gzip named twice": Odd(
        record(http(gzip.compress(PAGE), "Content-Encoding: gzip", "Content-Encoding: gzip")), "not packed as gzip"
    ),
    "gzip upon gzip": Odd(
        record(http(gzip.compress(gzip.compress(PAGE)), "Content-Encoding: gzip, x-gzip"))
    ),
    "deflate with its wrapper": Odd(record(http(zlib.compress(PAGE), "Content-Encoding: deflate"))),
    "deflate without it": Odd(record(http(raw_deflate(PAGE), "Content-Encoding: deflate"))),
    "a deflate header over a plain body": Odd(
        record(http(PAGE, "Content-Encoding: deflate")), "not packed as deflate"
    ),
    "br": Odd(record(http(brotli.compress(PAGE), "Content-Encoding: br"))),
    "a br header over a plain body": Odd(record(http(PAGE, "Content-Encoding: br")), "not packed as br"),
    "zstd": Odd(record(http(zstandard.compress(PAGE), "Content-Encoding: zstd"))),
    "a zstd header over a plain body": Odd(record(http(PAGE, "Content-Encoding: zstd")), "not packed as zstd"),
    "an encoding of characters as a coding": Odd(
        record(http(PAGE, "Content-Encoding: UTF-8")), "'utf-8' is no way of packing"
    ),
    "no coding by name": Odd(record(http(PAGE, "Content-Encoding: identity, none"))),
    "packed many times over": Odd(
        record(http(PAGE, "Content-Encoding: gzip, gzip, gzip, gzip")), error="decode"
    ),
    "a bomb": Odd(record(http(gzip.compress(bytes(MAX_PAGE + 1)), "Content-Encoding: gzip")), error="too_large"),
    # heads
    "no status line": Odd(record(b"Content-Type: text/html\r\n\r\n" + PAGE)),
    "HTTP/0.9": Odd(record(PAGE)),
    "HTTP/2": Odd(record(http(status="HTTP/2 200"))),
    "a status without a reason": Odd(record(http(status="HTTP/1.1 200"))),
    "a status that is none": Odd(record(http(status="HTTP/1.1 fine"))),
    "empty lines before the head": Odd(record(b"\r\n\r\n" + http())),
    "line feeds alone": Odd(record(http(b"").replace(b"\r\n", b"\n") + PAGE)),
    "no empty line before the body": Odd(record(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + PAGE)),
    "the same header twice": Odd(record(http(PAGE, "Content-Type: text/html", "Server: a", "Server: b"))),
    "two types": Odd(record(http(PAGE, "Content-Type: image/png"))),
    "a folded header": Odd(record(http(PAGE, "X-Long: a", "\tb", "  c"))),
    "a header that begins with a fold": Odd(record(b"HTTP/1.1 200 OK\r\n a\r\n\r\n" + PAGE)),
    "header bytes that are no UTF-8": Odd(record(http(PAGE, "X-Name: \xd0\xc2\xce\xc5"))),
    "a line without a colon": Odd(record(http(PAGE, "garbage"))),
    "a Content-Length that is too large": Odd(record(http(PAGE, "Content-Length: 99999")), "cut off"),
    "a Content-Length that is too small": Odd(record(http(PAGE, "Content-Length: 3"))),
    "a Content-Length that is no number": Odd(record(http(PAGE, "Content-Length: many"))),
    "an empty body": Odd(record(http(b"")), content=b""),
    "an empty body called packed and chunked": Odd(
        record(http(b"", "Content-Encoding: gzip", "Transfer-Encoding: chunked")), content=b""
    ),
    "an empty block": Odd(record(b""), content=b""),
    "another status": Odd(record(http(status="HTTP/1.1 404 Not Found")), error="status"),
    "a picture": Odd(record(http().replace(b"text/html", b"image/png")), error="not_html"),
    # records
    "a revisit": Odd(record(http(b""), kind="revisit", WARC_Refers_To="<urn:a>"), error="revisit"),
    "a page kept without HTTP": Odd(record(PAGE, kind="resource", Content_Type="text/html")),
    "a type in capitals": Odd(record(http(), kind="Response")),
    "a digest of other bytes": Odd(record(http(), WARC_Block_Digest=digest(b"other")), "digest is of other bytes"),
    "a digest of these bytes": Odd(record(http(), WARC_Block_Digest=digest(http()))),
    "a digest in hexadecimal digits": Odd(
        record(http(), WARC_Block_Digest=f"SHA256:{hashlib.sha256(http()).hexdigest()}")
    ),
    "a digest of a kind of its own": Odd(record(http(), WARC_Block_Digest="crc9:abc")),
    "cut off by the crawler": Odd(record(http(), WARC_Truncated="length"), "cut the page off (length)"),
    "a length that is too small": Odd(record(http(), length=20), "says that the record has 20 bytes"),
    "a length that is too large": Odd(record(http(), length=9_999), "says that the record has 9,999 bytes"),
    "a length beyond any file": Odd(record(http(), length=10**18), "says that the record"),
    "a length that is no number": Odd(record(http(), length="many"), "does not say how long"),
    "a negative length": Odd(record(http(), length=-5), "does not say how long"),
    "record headers that are no UTF-8": Odd(record(http(), X_Name="\xd0\xc2")),
    "a folded record header": Odd(record(http(), X_Name="a\r\n  b")),
    "no line ends behind it": Odd(record(http())[:-4]),
    "many line ends behind it": Odd(record(http()) + b"\r\n" * 9),
    "a record of another version": Odd(record(http()).replace(b"WARC/1.0", b"WARC/1.1")),
    "no record at all": Odd(b"WURC/9 " + record(http())[8:], error="file"),
    "a head without an end": Odd(b"WARC/1.0\r\n" + b"X: " + b"x" * 70_000 + b"\r\n\r\n", error="file"),
}  # fmt: skip


def read(path: Path) -> list[Record]:
    return list(read_warc(str(path)))


def name_of(found: Record) -> str:
    return found.input.rpartition("#")[2].removeprefix("urn:")


@pytest.mark.parametrize("packing", PACKINGS)
@pytest.mark.parametrize("case", ODD)
def test_an_odd_record_is_a_row_and_costs_no_other(case: str, packing: str, tmp_path: Path) -> None:
    odd, pack, path = ODD[case], PACKINGS[packing], tmp_path / f"crawl.warc{packing}"
    path.write_bytes(pack(record(http(), "a")) + pack(odd.data) + pack(record(http(), "c")))
    first, found, last = read(path)
    assert (name_of(first), first.content, first.notes) == ("a", PAGE, ())
    assert (name_of(last), last.content, last.notes) == ("c", PAGE, ())
    if odd.error is not None:
        assert found.error is not None
        assert found.error[0] == odd.error
        return
    assert found.error is None
    assert name_of(found) == "b"
    assert isinstance(found.content, bytes)
    assert found.content == odd.content or (len(odd.content) == 500 and LONG.startswith(found.content[:500]))
    assert (
        [odd.note] == [odd.note for note in found.notes if odd.note in note] if odd.note else not found.notes
    )


@pytest.mark.parametrize("packing", PACKINGS)
def test_bytes_between_records_are_a_row_of_their_own(packing: str, tmp_path: Path) -> None:
    pack, path = PACKINGS[packing], tmp_path / f"crawl.warc{packing}"
    path.write_bytes(pack(record(http(), "a")) + pack(b"junk\r\nmore junk\r\n" + record(http(), "b")))
    assert [name_of(found).partition("-")[0] for found in read(path)] == ["a", "byte", "b"]


@pytest.mark.parametrize("packing", [".gz", ".zst"])
@pytest.mark.parametrize("size", [len(PAGE), 3_000_000])
def test_a_damaged_frame_costs_the_record_in_it(packing: str, size: int, tmp_path: Path) -> None:
    pack, path = PACKINGS[packing], tmp_path / f"crawl.warc{packing}"
    body = PAGE + random.Random(4).randbytes(size // 2).hex().encode()  # noqa: S311  # bytes that are no secret
    whole = pack(record(http(body)))
    flipped = bytearray(whole)
    flipped[len(flipped) // 2] ^= 0xFF
    for damaged in (whole[:-9], whole[: len(whole) // 2], bytes(flipped), whole[:7]):
        path.write_bytes(
            pack(record(http(), "a")) + damaged + pack(record(http(), "c")) + pack(record(http(), "d"))
        )
        found = read(path)
        whole_ones = [name_of(each) for each in found if each.error is None and not each.notes]
        assert [name for name in whole_ones if name != "b"] == ["a", "c", "d"]
        # the record may be whole, and only what is behind it damaged: then that is a note, or a row of its own
        assert len(found) > len(whole_ones)


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_file_that_ends_inside_a_record_ends_with_a_row_that_says_so(packing: str, tmp_path: Path) -> None:
    pack, path = PACKINGS[packing], tmp_path / f"crawl.warc{packing}"
    path.write_bytes(pack(record(http(), "a")) + pack(record(http(PAGE * 50)))[:-30])
    first, torn = read(path)
    assert (first.error, torn.error and torn.error[0]) == (None, "file")


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_file_in_one_frame_is_read_too(packing: str, tmp_path: Path) -> None:
    path = tmp_path / f"crawl.warc{packing}"
    path.write_bytes(PACKINGS[packing](record(http(), "a") + record(http(), "b")))
    assert [name_of(found) for found in read(path)] == ["a", "b"]


def test_a_zstd_dictionary_at_the_beginning_is_used(tmp_path: Path) -> None:
    samples = [record(http(PAGE + str(number).encode() * 40), str(number)) for number in range(200)]
    dictionary = zstandard.train_dictionary(2_000, samples)  # type: ignore[arg-type]  # a list is not less than it wants
    packer = zstandard.ZstdCompressor(dict_data=dictionary)
    frames = b"".join(packer.compress(record(http(), name)) for name in "abc")
    for content in (dictionary.as_bytes(), zstandard.compress(dictionary.as_bytes())):
        path = tmp_path / "crawl.warc.zst"
        path.write_bytes(b"\x5d\x2a\x4d\x18" + len(content).to_bytes(4, "little") + content + frames)
        assert [found.content for found in read(path)] == [PAGE] * 3


def test_a_record_that_is_larger_than_any_page_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(record(http(bytes(40 << 20)), "big") + record(http(), "c"))
    big, last = read(path)
    assert big.error is not None
    assert big.error[0] == "too_large"
    assert last.content == PAGE


def test_a_length_that_reaches_into_another_record_takes_nothing_of_it(tmp_path: Path) -> None:
    last = record(http(), "last")
    inside = last.index(b"\r\n\r\n<html>")  # the end of a head looks like that of a record
    block = http()
    path = tmp_path / "crawl.warc"
    path.write_bytes(record(block, "long", length=len(block) + 4 + inside) + last)
    long, found = read(path)
    assert (name_of(long), name_of(found)) == ("long", "last")
    assert long.content == found.content == PAGE


def test_a_head_without_an_end_takes_nothing_of_the_next_record(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    torn = record(http(), "torn").partition(b"Content-Type")[0]
    path.write_bytes(record(http(), "first") + torn + record(http(), "last"))
    first, torn_row, last = read(path)
    assert torn_row.error == ("file", "the record ends inside its head")
    assert first.content == last.content == PAGE
    path.write_bytes(record(http(), "first") + b"WARC/1.0\r\nA: b\r\n" + record(http(), "last"))
    first, damaged, last = read(path)
    assert damaged.error is not None
    assert first.content == last.content == PAGE


def test_other_records_are_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    kinds = ("warcinfo", "request", "metadata", "conversion", "dns")
    path.write_bytes(b"".join(record(b"x: y\r\n", kind, kind=kind) for kind in kinds) + record(http(), "c"))
    assert [name_of(found) for found in read(path)] == ["c"]


def test_a_record_without_a_name_has_its_number(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(record(http()).replace(b"WARC-Record-ID: <urn:b>\r\n", b"") * 2)
    assert [name_of(found) for found in read(path)] == ["0", "1"]


@pytest.mark.parametrize("coding", ["br", "zstd"])
def test_a_coding_whose_package_is_missing_says_which(
    coding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def need(module: str, extra: str) -> None:
        raise MissingExtra(
            f"{module} is not installed (the extra {extra}); install it with: pip install {module}"
        )

    monkeypatch.setattr("newsclean.batch.codings.need", need)
    path = tmp_path / "crawl.warc"
    packed = {"br": brotli.compress(PAGE), "zstd": zstandard.compress(PAGE)}[coding]
    path.write_bytes(record(http(packed, f"Content-Encoding: {coding}")))
    (found,) = read(path)
    assert found.error is not None
    assert found.error[0] == "decode"
    assert "pip install" in found.error[1]


def test_codings_are_undone_within_a_bound() -> None:
    packed = {
        "gzip": gzip.compress(bytes(5_000_000)),
        "deflate": raw_deflate(bytes(5_000_000)),
        "br": brotli.compress(bytes(5_000_000)),
        "zstd": zstandard.compress(bytes(5_000_000)),
    }
    for coding, body in packed.items():
        with pytest.raises(Exception, match="more than 1,000,000 bytes"):
            unpacked(body, coding, 1_000_000)


def test_what_was_odd_about_a_record_is_a_warning_of_its_article(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(
        record(http(stand_in.page(1), "Transfer-Encoding: chunked"), "a")
        + record(http(stand_in.page(2)), "b")
    )
    run([path], tmp_path / "o.jsonl", ordered=True)
    odd, plain = rows_of(tmp_path / "o.jsonl")
    assert odd["warnings"] == ["the body has no chunks, as its header says; it was read as it is"]
    assert plain["warnings"] == []


@pytest.mark.parametrize("packing", PACKINGS)
def test_whatever_is_damaged_the_reading_ends_and_gives_records(packing: str, tmp_path: Path) -> None:
    chance = random.Random(22)  # noqa: S311  # damage that is the same in every run, no secret
    whole = b"".join(PACKINGS[packing](odd.data) for odd in ODD.values() if len(odd.data) < 5_000)
    path = tmp_path / f"crawl.warc{packing}"
    for _ in range(40):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            at = chance.randrange(len(data))
            if chance.random() < 0.5:
                data[at] = chance.randrange(256)
            else:
                del data[at : at + chance.randint(1, 400)]
        path.write_bytes(bytes(data))
        found = read(path)
        assert len(found) > len(ODD) / 3
        assert all((each.error is None) != (each.content is None) for each in found)
