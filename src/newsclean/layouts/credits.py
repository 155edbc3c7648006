"""The labels of credit lines: who wrote, who did anything else, and the bars between a label and its value.

Here live words and signs, nothing else. The rows of phrases and the reading of credit lines are both made of them.
"""

from __future__ import annotations

__all__ = ["BARS", "HAN", "MEDIUM_END", "WORKERS", "WRITERS"]

BARS = "|｜丨∣│︱┃▕▏❘ǀ⎪〡︳￨"
"""Bars that editors draw between a label and its value, whatever their keyboard gives."""

HAN = r"[^\W\d_a-zA-Z]"
"""A letter that is not ASCII's: in these pages a Han character, and whoever takes a name makes sure of it. The Han
characters as a range would take two thirds of a millisecond to compile, each time they stand in a pattern."""

MEDIUM_END = r"(?:[报网社台刊]》?|杂志|周末|新闻|在线|频道|电视|广播|报道|财经|时尚|体育|娱乐|科技|汽车|游戏|教育|客户端|观察|电讯|见闻|财讯|之星|之声|海外版|報|網|週刊|電視|新聞|卫视|发布|融媒|News|Daily|Times)"
"""What the name of a medium ends with: asked where nothing but its place calls a word one."""

WRITERS = tuple("记者 通讯员 撰稿人 撰稿 实习生 评论员 特派员 作者 主笔 研究员 分析师".split())
"""Who writes a text, as labels name them."""

WORKERS = tuple(
    "责任编辑 编辑 责编 编审 校对 审校 校审 审核 审读 终审 摄影 摄像 拍摄 剪辑 后期 统筹 监制 策划 出品 主编 海报 设计 制作 "
    "美编 排版 运营 配音 翻译 译者 编译 制图 题图 头图 首图 配图 插图 封面 图片 图 视频 值班 制片 导演".split()
)
"""Who does anything else for it, and what."""
