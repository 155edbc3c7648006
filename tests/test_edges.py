"""Lines at the end of a text: page chrome and metadata go, sentences of the same words stay."""

from __future__ import annotations

import pytest
from lxml import html

from cleaning import clean
from newsclean.render import to_text

OPENING = "老桥今天通车，两岸的人都来看，桥上不许摆摊。"


def kept(line: str) -> bool:
    body = html.fragment_fromstring(f"<div><p>　　{OPENING}</p><p>　　{OPENING}</p><p>　　{line}</p></div>")
    return line in to_text(clean(body)[0])


@pytest.mark.parametrize(
    "line",
    [
        "（来源：砚江晨报 责任编辑：温小满）",
        "文章来源：砚江晨报责任编辑：温小满",
        "稿源：砚江网",
        "（原标题：零点的码头）",
        "本文编辑：温小满",
        "未经砚江晨报书面授权，不得转载、摘编本文。",
        "版权所有，违者必究。",
        "长按下图，识别二维码关注我们",
        "扫描下方二维码，下载客户端",
        "欢迎关注官方微信“某某专栏”，阅读更多文章。点击微信界面右上角的+号，选择“添加朋友”，输入某某专栏的微信号“example”即可，"
        "也可以扫描下方二维码添加关注。某某专栏将为您带来分析。",
        "阅读更多精彩文章可点击微信右上角＋号，添加朋友—公众号—搜索“某某专栏”",
    ],
)
def test_furniture_and_metadata_go(line: str) -> None:
    assert not kept(line)


@pytest.mark.parametrize(
    "line",
    [
        "未经授权的收费一律取消，市民可拨打热线举报。",
        "未经批准，任何单位不得擅自挖掘道路。",
        "版权所有权归属问题将由法院裁定。",
        "扫码支付在当地菜市场已经普及，老人也学会了扫描二维码付款。",
        "市场有风险，投资需谨慎。",
        "联系电话：0000-12345678",
        "请老人们记住，微信的右上角有一个加号，点开就能付钱。",
        "北岫县人民政府",
    ],
)
def test_sentences_with_the_same_words_stay(line: str) -> None:
    assert kept(line)
