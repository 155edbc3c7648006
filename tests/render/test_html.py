"""Blocks as HTML: safe whatever they hold, and nothing lost."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given

from newsclean.blocks import (
    Block,
    Cell,
    Heading,
    Image,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Run,
    Table,
    Video,
    plain,
)
from newsclean.render import to_html
from newsclean.render.html import UNWRITABLE
from render.strategies import blocks

BARE = "p|h2|h3|h4|h5|h6|ul|ol|li|blockquote|table|thead|tbody|tr|strong|em|sub|sup|br"
ALLOWED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(BARE.split("|"), ()),
    "figure": ("class",),
    "figcaption": ("class",),
    "img": ("src", "alt", "width", "height"),
    "a": ("href",),
    "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan"),
}
VOID = {"br", "img"}


class Reader(HTMLParser):
    """Reads strictly: any tag, attribute, address, comment or crossing that is not allowed is noted."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED:
            self.wrong.append(tag)
        for name, value in attrs:
            if name not in ALLOWED.get(tag, ()):
                self.wrong.append(f"{tag}[{name}]")
            if name in ("href", "src") and not re.match(r"(?i)https?://|mailto:", value or ""):
                self.wrong.append(f"{name}={value}")
        self.text += "\n" if tag == "br" else ""
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.wrong.append(f"declaration {decl}")

    def handle_pi(self, data: str) -> None:
        self.wrong.append(f"instruction {data}")


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def _texts(body: tuple[Block, ...]) -> list[str]:
    found: list[str] = []
    for block in body:
        if isinstance(block, (Paragraph, Heading)):
            found.append(plain(block.runs))
        elif isinstance(block, ListBlock):
            found += [plain(item.runs) for item in block.items if plain(item.runs).strip()]
        elif isinstance(block, Quote):
            found += [plain(runs) for runs in block.paragraphs]
        elif isinstance(block, Table):
            found += [plain(cell.runs) for row in block.rows for cell in row]
        elif isinstance(block, Image):
            found.append(block.caption or "")
    return found


def _bare(text: str) -> str:
    return re.sub(r"\s", "", UNWRITABLE.sub("", text))


@given(blocks)
def test_only_allowed_tags_attributes_and_addresses_are_written(body: tuple[Block, ...]) -> None:
    reader = read(to_html(body))
    assert reader.wrong == []
    assert reader.open == []


@given(blocks)
def test_every_character_of_the_text_is_there(body: tuple[Block, ...]) -> None:
    assert _bare(read(to_html(body)).text) == _bare("".join(_texts(body)))


@given(blocks)
def test_each_line_is_whole_and_none_is_blank(body: tuple[Block, ...]) -> None:
    html = to_html(body)
    for line in html.split("\n") if html else []:
        assert re.match(r"<(p|h[2-6]|ul|ol|blockquote|figure|table)\b", line)
        assert read(line).open == []


HOSTILE_ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " https://a.cn",
    "\x01javascript:alert(1)",
    "java\nscript:x",
    "data:text/html,x",
    "vbscript:x",
    "//a.cn/b",
    "/b",
    "b.png",
    "",
    "http:",
    "https://",
    "file:///etc/passwd",
]


@pytest.mark.parametrize("address", HOSTILE_ADDRESSES)
def test_a_link_elsewhere_keeps_its_text_and_loses_its_address(address: str) -> None:
    assert to_html((Paragraph((Run("字", href=address),)),)) == "<p>字</p>"


@pytest.mark.parametrize("address", [*HOSTILE_ADDRESSES, "mailto:a@b.cn"])
def test_a_picture_elsewhere_keeps_its_caption_and_loses_its_address(address: str) -> None:
    assert to_html((Image(address, caption="图"),)) == "<figure><figcaption>图</figcaption></figure>"
    assert to_html((Image(address), Video(address))) == ""


CASES: list[tuple[Block, str]] = [
    (Paragraph((Run("一\n二"),)), "<p>一<br>二</p>"),
    (Paragraph(()), ""),
    (
        Paragraph(
            (Run("H"), Run("2", script="sub"), Run("O", strong=True, emphasis=True), Run("n", script="super"))
        ),
        "<p>H<sub>2</sub><strong><em>O</em></strong><sup>n</sup></p>",
    ),
    (
        Paragraph((Run("见"), Run("甲", href="https://a"), Run("乙", strong=True, href="https://a"))),
        '<p>见<a href="https://a">甲<strong>乙</strong></a></p>',
    ),
    (Heading((Run("题"),), 1), "<h2>题</h2>"),
    (Heading((Run("题"),), 9), "<h6>题</h6>"),
    (
        Image("https://a/b.png?x&y", "图\n注", '代"', 640, 0),
        '<figure><img src="https://a/b.png?x&amp;y" alt="代&quot;" width="640" height="0">'
        "<figcaption>图<br>注</figcaption></figure>",
    ),
    (
        Video("https://a/b.png", "片"),
        "",
    ),
    (
        ListBlock(
            tuple(
                [
                    ListItem((Run(text),), level)
                    for text, level in [("a", 2), ("b", 1), ("", 1), ("c", 5), ("d", 0)]
                ]
            )
        ),
        "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>",
    ),
    (ListBlock((ListItem((Run("a"),)),), ordered=True), "<ol><li>a</li></ol>"),
    (Quote(((Run("一"),), (), (Run("二"),))), "<blockquote><p>一</p><p>二</p></blockquote>"),
    (
        Table(
            (
                (Cell((Run("头"),), colspan=2),),
                (Cell((Run("a"),), rowspan=3), Cell((Run("b"),), header=True)),
            ),
            1,
        ),
        '<table><thead><tr><th colspan="2">头</th></tr></thead>'
        '<tbody><tr><td rowspan="3">a</td><th>b</th></tr></tbody></table>',
    ),
    (
        Table(((Cell((Run("x"),), colspan=10**9),),)),
        '<table><tbody><tr><td colspan="1000">x</td></tr></tbody></table>',
    ),
]


@pytest.mark.parametrize(("block", "html"), CASES)
def test_a_block_becomes_the_element_that_means_it(block: Block, html: str) -> None:
    assert to_html((block,)) == html


def test_characters_no_document_may_hold_are_left_out() -> None:
    assert to_html((Paragraph((Run("a\0b\x0bc\ud800d\ufffe。\t"),)),)) == "<p>abcd。\t</p>"
