"""Blocks as text: what is a line, and what is none."""

from __future__ import annotations

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
    Runs,
    Table,
    Video,
)
from newsclean.render import to_text
from render.strategies import blocks


def _runs(*texts: str) -> Runs:
    return tuple([Run(text) for text in texts])


def _row(*texts: str) -> tuple[Cell, ...]:
    return tuple([Cell(_runs(text)) for text in texts])


CASES: list[tuple[Block, str]] = [
    (Paragraph((Run("涨"), Run("3%", strong=True), Run("。"))), "涨3%。"),
    (Paragraph(_runs("一\n二", "\n\n", " 三 ")), "一\n二\n三"),
    (Paragraph(()), ""),
    (Paragraph(_runs("\u3000")), ""),
    (Heading(_runs("小标题"), 3), "小标题"),
    (ListBlock((ListItem(_runs("甲\n乙")), ListItem(_runs("丙"), 1), ListItem(()))), "甲 乙\n丙"),
    (Quote((_runs("一"), _runs("二\n三"), ())), "一\n二\n三"),
    (Image("https://a/b.png", caption="图", alt="代"), ""),
    (Video("https://a/b.png", "片"), ""),
    (Table((_row("项", "值"), _row("收入", "1 2\n 3"))), "项\t值\n收入\t1 2 3"),
    (Table((_row("", "中", "", "右", ""), _row("", " "), ())), "中\t\t右"),
    (Table(((Cell(_runs("跨"), colspan=3, rowspan=2), Cell(_runs("尾"))),)), "跨\t尾"),
]


@pytest.mark.parametrize(("block", "text"), CASES)
def test_a_block_has_the_lines_a_reader_sees(block: Block, text: str) -> None:
    assert to_text((block,)) == text


def test_blocks_follow_each_other_line_by_line() -> None:
    body = (
        Paragraph(_runs("一")),
        Image("https://a/b.png", caption="图"),
        Paragraph(()),
        Paragraph(_runs("二")),
    )
    assert to_text(body) == "一\n二"


def test_captions_stand_where_their_pictures_do_when_asked_for() -> None:
    body = (
        Paragraph(_runs("一")),
        Image("https://a/b.png", caption="图\n注"),
        Video(None, "片"),
        Image("https://a"),
    )
    assert to_text(body, captions=True) == "一\n图 注\n片"


@given(blocks)
def test_no_line_is_blank(body: tuple[Block, ...]) -> None:
    text = to_text(body)
    assert text == "" or all(line.strip() for line in text.split("\n"))
