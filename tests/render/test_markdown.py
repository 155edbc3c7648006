"""An article as Markdown: a CommonMark parser gives back the text, the looks and the structure."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

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
    Runs,
    Table,
    Video,
)
from newsclean.render import to_html, to_markdown
from render.strategies import blocks, make

PARSER = MarkdownIt("commonmark").enable("table").enable("strikethrough")
LOOKS = {"strong": "s", "em": "e", "sub": "2", "sup": "3", "a": "a"}
STRUCTURE = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote")


class Looks(HTMLParser):
    """Each character with its look, and the order of the structural tags; white space aside."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, str]] = []
        self.structure: list[str] = []
        self.others: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in STRUCTURE:
            self.structure.append(tag)
        if tag in LOOKS:
            self.open.append(LOOKS[tag])
        self.others.add(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in STRUCTURE:
            self.structure.append("/" + tag)
        if tag in LOOKS:
            self.open.remove(LOOKS[tag])

    def handle_data(self, data: str) -> None:
        look = "".join(sorted(self.open))
        self.seen += [(char, look) for char in data if not char.isspace()]


def _body_of(*blocks: Block) -> str:
    return to_markdown(blocks)


def _rendered(*blocks: Block) -> str:
    return str(PARSER.render(_body_of(*blocks)))


def _text_blocks(body: tuple[Block, ...]) -> tuple[Block, ...]:
    """What both renderings write in the same order: pictures and tables have their own tests."""
    return tuple([block for block in body if not isinstance(block, (Image, Video, Table))])


@given(blocks)
def test_a_parser_sees_the_same_characters_in_the_same_look(body: tuple[Block, ...]) -> None:
    body = _text_blocks(body)
    assert Looks(_rendered(*body)).seen == Looks(to_html(body)).seen


@given(blocks)
def test_a_parser_sees_the_same_structure(body: tuple[Block, ...]) -> None:
    text_body = tuple([_trimmed(block) for block in _text_blocks(body)])
    seen, meant = Looks(_rendered(*text_body)), Looks(to_html(text_body))
    drop = {"p", "/p"}  # tight lists have none
    assert [tag for tag in seen.structure if tag not in drop] == [
        tag for tag in meant.structure if tag not in drop
    ]
    assert seen.others <= meant.others | {"p"}


def _outline(looks: Looks) -> list[str]:
    return [tag for tag in looks.structure if tag not in ("p", "/p")]  # tight lists have none


def _trimmed(block: Block) -> Block:
    """The block, where it holds text a reader sees; else a paragraph of one character."""
    stand_in = Paragraph((Run("x"),))
    if isinstance(block, (Paragraph, Heading)):
        return block if Looks(to_html((block,))).seen else stand_in
    return block if Looks(to_html((block,))).seen and not isinstance(block, Quote) else stand_in


@given(blocks)
def test_nothing_of_the_page_becomes_markup(body: tuple[Block, ...]) -> None:
    others = Looks(_rendered(*body)).others
    known = "p|h2|h3|h4|h5|h6|ul|ol|li|blockquote|table|thead|tbody|tr|th|td|a|strong|em|sub|sup|br|img"
    assert others <= set(known.split("|"))


@given(blocks)
def test_a_table_row_holds_the_texts_of_its_cells_in_order(body: tuple[Block, ...]) -> None:
    for block in body:
        if isinstance(block, Table):
            assert Looks(_rendered(block)).seen == Looks(to_html((block,))).seen


def _bold(text: str) -> Run:
    return Run(text, strong=True)


FLANKING = [
    ("涨了", "“三成”", "左右"),
    ("据", "《日报》", "报道"),
    ("他说：", "“不。”", "然后"),
    ("共", "3.4%", "，"),
    ("共", "￥3", "元"),
    ("共", "→", "元"),
    ("a", "b", "c"),
    ("", "全句", ""),
    ("前 ", " 中 ", " 后"),
    ("*", "*", "*"),
    ("（", "（甲）", "）"),
    ("前\u3000", "“中”", "\u3000后"),
    ("前\u2028", "“中”", "\u200b后"),
]


@pytest.mark.parametrize(("before", "bold", "after"), FLANKING)
@pytest.mark.parametrize("look", ["strong", "emphasis", "both"])
def test_bold_and_italics_hold_beside_any_punctuation(before: str, bold: str, after: str, look: str) -> None:
    run = Run(bold, strong=look != "emphasis", emphasis=look != "strong")
    body = Paragraph(tuple([run for run in (Run(before), run, Run(after)) if run.text]))
    assert Looks(_rendered(body)).seen == Looks(to_html((body,))).seen


@pytest.mark.parametrize(
    ("runs", "markdown"),
    [
        ((Run("净利"), _bold("大涨"), Run("了")), "净利**大涨**了"),
        ((Run("净利"), _bold("“大涨”"), Run("了")), "净利<strong>“大涨”</strong>了"),
        ((Run("净利"), Run("大涨", emphasis=True), Run("了")), "净利*大涨*了"),
        ((_bold("甲"), Run("乙", emphasis=True), _bold("丙")), "**甲**<em>乙</em>**丙**"),
        ((Run("CO"), Run("2", script="sub"), Run("3", script="super")), "CO<sub>2</sub><sup>3</sup>"),
        ((Run("见"), Run("此", href="https://a.cn/b_(c)"), Run("文")), "见[此](https://a.cn/b_%28c%29)文"),
        ((Run("此", strong=True, href="https://a.cn"), Run("文", href="https://a.cn")), "[**此**文](https://a.cn)"),
        ((Run("注意!"), Run("此", href="https://a.cn")), "注意\\![此](https://a.cn)"),
        ((Run("此", href="javascript:x"),), "此"),
        ((Run("3~5元，6~8元"),), "3\\~5元，6\\~8元"),
        ((Run("snake_case _x_ 2*3 `a`"),), r"snake_case \_x\_ 2\*3 \`a\`"),
        ((Run("<b> &amp; S&P [1]"),), r"\<b> \&amp; S&P \[1\]"),
        ((Run("一\n1. 二\n- 三\n# 四"),), "一\\\n1\\. 二\\\n\\- 三\\\n\\# 四"),
        ((Run("一\n> 五\n===\n+ 六"),), "一\\\n\\> 五\\\n\\===\\\n\\+ 六"),
        ((Run("-5%\n2022.1\n#话题#\n+3"),), "-5%\\\n2022.1\\\n#话题#\\\n+3"),
        ((Run("    四格"),), "四格"),
    ],
)  # fmt: skip
def test_a_line_is_written_plainly_and_escaped_where_it_must(runs: Runs, markdown: str) -> None:
    assert _body_of(Paragraph(runs)) == markdown
    assert Looks(_rendered(Paragraph(runs))).seen == Looks(to_html((Paragraph(runs),))).seen


def _items(*entries: tuple[int, str], ordered: bool = False) -> tuple[ListItem, ...]:
    return tuple([ListItem((Run(text),), level, ordered) for level, text in entries])


def test_lists_nest_under_the_text_of_their_item_and_two_in_a_row_stay_two() -> None:
    items = _items((0, "甲"), (1, "乙\n丙"), (2, "丁"), ordered=True)
    numbered = ListBlock((*items, *_items((2, "己"), (0, "戊"))), ordered=True)
    dotted = ListBlock(_items((0, "甲"), (1, "乙")))
    assert _body_of(numbered, dotted, dotted) == (
        "1. 甲\n   1. 乙\\\n      丙\n      1. 丁\n      - 己\n2. 戊\n\n+ 甲\n  + 乙\n\n- 甲\n  - 乙"
    )
    assert re.findall("<[ou]l>", _rendered(dotted, dotted)) == ["<ul>"] * 4


def _row(*texts: str) -> tuple[Cell, ...]:
    return tuple([Cell((Run(text),)) for text in texts])


def test_tables_are_pipe_tables_with_their_spans_padded() -> None:
    wide = (Cell((Run("跨|列"),), colspan=2), Cell((Run("右\n下"),), rowspan=2))
    table = Table((wide, _row("甲", "乙"), _row("丙")), header=1)
    assert _body_of(table) == ("| 跨\\|列 |  | 右<br>下 |\n| --- | --- | --- |\n| 甲 | 乙 |  |\n| 丙 |  |  |")
    assert "<th>跨|列</th>" in _rendered(table)
    assert _body_of(Table((_row("甲"),))) == "|  |\n| --- |\n| 甲 |"
    assert _rendered(Table((_row("甲"),))).count("<td>") == 1
    assert _body_of(Table(()), Table((_row("", ""),))) == ""


def test_a_span_that_claims_ten_thousand_columns_is_not_believed() -> None:
    assert _body_of(Table(((Cell((Run("甲"),), colspan=10_000),), _row("乙", "丙")))).count("|") == 12


def test_pictures_and_videos_carry_their_captions_below_them() -> None:
    assert (
        _body_of(Image("https://a.cn/b c.png", "图[1]", "代")) == "![代](https://a.cn/b%20c.png)\\\n图\\[1\\]"
    )
    assert _body_of(Image("https://a.cn/b.png")) == "![](https://a.cn/b.png)"
    assert _body_of(Image("data:x", "图")) == "图"
    assert _body_of(Video("https://a.cn/b.png", "片")) == "![片](https://a.cn/b.png)\\\n片"
    assert _body_of(Image("data:x"), Video()) == ""


def test_the_title_comes_first_and_no_metadata_with_it() -> None:
    article = make("题 # 1 ##", (Paragraph((Run("文"),)),), source="某报", editor="某人")
    assert article.markdown == "# 题 # 1 \\##\n\n文"
    assert PARSER.render(article.markdown) == "<h1>题 # 1 ##</h1>\n<p>文</p>\n"


def test_headings_and_quotations_keep_their_level_and_paragraphs() -> None:
    quote = Quote(((Run("一\n二"),), (Run("三"),)))
    assert _body_of(Heading((Run("题\n注"),), 3), quote) == "### 题 注\n\n> 一\\\n> 二\n>\n> 三"
    assert _body_of(Heading((Run("#"),), 2)) == "## \\#"
