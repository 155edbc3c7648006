"""Word classes and parts of patterns that several files of the rule book name in braces.

A class that one file alone needs stands in that file. Each word stands in one class; where it must stand in two,
``also`` says why.
"""

from __future__ import annotations

from newsclean.rules.rows import Part, Words

__all__ = ["ROWS"]

ROWS: tuple[Words | Part, ...] = (
    Part(
        name="HAN",
        why="A letter that is not ASCII's: in these pages a Han character, and whoever takes a name makes sure of it. "
        "The Han characters as a range take two thirds of a millisecond to compile, each time they stand in a pattern.",
        pattern=r"[^\W\d_a-zA-Z]",
    ),
    Part(
        name="SIGN",
        why="What stands between a label and its value: colons, a slash, and the bars that editors draw, whatever their "
        "keyboard gives.",
        pattern=r"[:：/／╱|｜丨∣│︱┃▕▏❘ǀ⎪〡︳￨]",
    ),
    Words(
        name="WRITERS",
        why="Who writes a text, as labels name them: credit lines of feed documents and pages, 2009-2026.",
        members=tuple("记者 通讯员 撰稿人 撰稿 实习生 评论员 特派员 作者 主笔 研究员 分析师".split()),
    ),
    Words(
        name="WORKERS",
        why="Who does anything else for a text, and what: credit lines of feed documents and pages, 2009-2026.",
        members=tuple(
            "责任编辑 编辑 责编 编审 校对 审校 校审 审核 审读 终审 摄影 摄像 拍摄 剪辑 后期 统筹 监制 策划 出品 主编 海报 设计 制作 "
            "美编 排版 运营 配音 翻译 译者 编译 制图 题图 头图 首图 配图 插图 封面 图片 图 视频 值班 制片 导演".split()
        ),
    ),
    Words(
        name="ACCOUNTS",
        why="What an account is called on WeChat and on the site's microblog, in invitations of 2011-2026.",
        members=tuple("公众号 订阅号 服务号 视频号 微信 微博 账号".split()),
    ),
    Words(
        name="APPS",
        why="How invitations write the word for an app or its client, 2012-2026.",
        members=tuple("APP App app 客户端".split()),
    ),
    Part(
        name="BOTH",
        why="Text and pictures by one hand, in the signs of signs.py: 文、图/甲.",
        pattern=r"(?:图片?|摄影?)\s*[/¦&]\s*文字?|文字?\s*[/¦&]\s*(?:图片?|摄影?)|图文|文图",
    ),
    Words(
        name="MEDIA_ENDINGS",
        why="What the name of a medium ends with: the media of a corpus of 2004-2026, in both scripts and in English.",
        members=tuple(
            "报 网 社 台 刊 杂志 周末 新闻 在线 频道 电视 广播 报道 财经 时尚 体育 娱乐 科技 汽车 游戏 教育 客户端 观察 电讯 见闻 财讯 "
            "之星 之声 海外版 報 網 電視 新聞 卫视 发布 融媒 经纬 News Daily Times".split()
        ),
    ),
    Words(
        name="SITE_DOMAINS",
        why="The site's domains: its desktop pages, its mobile pages, its pages for readers abroad.",
        members=("sina.com.cn", "sina.cn", "sina.com"),
        also=(("sina.cn", "A domain, and on mobile pages a keyword that says nothing."),),
    ),
)
