"""Lines at a text's edges that tell of it: its title elsewhere, its source, its editor, its time.

They go from the text, and what they say goes to the fields. The questions at the end are asked about the lines
beside them: whether a line is a credit that stays, whether an editor is named behind the last sentence, and whether a
source under a picture is the picture's alone.
"""

from __future__ import annotations

from newsclean.rules.rows import Form, Line, Part, Question, Row, Wording, Words

__all__ = ["QUESTIONS", "ROWS"]

QUESTIONS: tuple[Question, ...] = (
    Question(
        name="credit-line",
        how="fullmatch",
        why="Whether a line says who did what: it stays, and may stand between the article and the lines at its edge.",
    ),
    Question(
        name="date-line",
        how="fullmatch",
        why="Whether a line is a date and nothing else: in bold type too it is no heading.",
    ),
    Question(
        name="editor-tail",
        how="search",
        why="The editor behind the last sentence of a text, in the paragraph's own line.",
    ),
    Question(
        name="picture-desk",
        how="fullmatch",
        why="Whether a source is where pictures, charts and tables come from and articles seldom: a line 来源：X right "
        "under one then tells of it.",
    ),
    Question(
        name="authority",
        how="fullmatch",
        why="Whether a source is an authority: charts in the middle of a text come from such; under a picture that ends "
        "the text, or is all of it, the text is theirs.",
    ),
)

_CLASSES: tuple[Words | Part, ...] = (
    Words(
        name="OTHER_CREDITS",
        why="What else stands before the sign of a credit line: the work without the worker, and the day. Credit lines of "
        "feed documents and pages.",
        members=tuple("本文作者 撰文 图文 文字 文 采写 时间 日期".split()),
        also=tuple(
            (word, "Here it is the label of a line; elsewhere it may be a word before a name.")
            for word in "文字 采写 撰文 图文 文 本文作者".split()
        ),
    ),
    Part(
        name="CREDIT_LABEL",
        why="What stands before the sign of a credit line.",
        pattern=r"{WRITERS}|{WORKERS}|{OTHER_CREDITS}",
    ),
    Words(
        name="ARTICLES",
        why="What a source line calls the text it speaks of: 本文来源, 稿件来源, 消息来源.",
        members=tuple("本文 文章 稿件 消息 新闻 信息".split()),
        also=tuple(
            (
                word,
                "Here it is what comes from a source; elsewhere it ends a medium's name or opens a notice.",
            )
            for word in "本文 文章 新闻".split()
        ),
    ),
    Words(
        name="ORIGINS",
        why="The label before a source in the line of time and source.",
        members=tuple("来源 稿源 出处".split()),
        also=tuple(
            (word, "Here it stands behind a time; elsewhere it opens a line, or labels a picture's source.")
            for word in "来源 稿源".split()
        ),
    ),
    Words(
        name="SOURCE_LABELS",
        why="How a line on its own says where a text comes from.",
        members=tuple("来源 稿源 来自 转自 转载自 首发于".split()),
    ),
    Words(
        name="PRESS_ENDINGS",
        why="What the name of a medium ends with, where a mere place calls a word one: behind a time, or behind 来源 and a "
        "space. Fewer than behind a label: words such as 发布, 观察, 体育 and 教育 end headings and entries of "
        "timetables as well.",
        members=tuple("报 网 社 台 刊 杂志 新闻 在线 频道 电视 广播 财经 客户端 经济报道".split()),
        also=tuple(
            (
                word,
                "Here no label calls the word a medium, so that only endings hardly met otherwise are taken.",
            )
            for word in "报 网 社 台 刊 杂志 新闻 在线 频道 电视 广播 财经 客户端".split()
        ),
    ),
    Words(
        name="ACCOUNT_LABELS",
        why="How the bracket behind a medium's name labels its account: 青崖夜话（ID：…）.",
        members=tuple("ID 微信公众号 公众号ID 公众号 微信号 微信".split()),
        also=tuple(
            (
                word,
                "Here it labels an account's name in a bracket; elsewhere it is what readers are to follow.",
            )
            for word in "公众号 微信".split()
        ),
    ),
    Words(
        name="EDITOR_TITLES",
        why="The titles under which editors of the site and of other media sign.",
        members=tuple("责任编辑 责编 值班编辑 执行编辑 核稿编辑".split()),
        also=tuple(
            (word, "Here it is the editor that is read; elsewhere one label of credits among many.")
            for word in "责任编辑 责编 值班编辑 执行编辑 核稿编辑".split()
        ),
    ),
    Words(
        name="PUBLISHED",
        why="What is said to have been done at the time above a text.",
        members=tuple("发布 发表 更新 刊发 发稿 上传 修改".split()),
        also=(
            *[
                (word, "Here it labels a time; elsewhere it ends the name of an account or opens a notice.")
                for word in "发布 发表 更新".split()
            ],
            ("上传", "Here it labels the time above a text."),
            ("修改", "Here it labels the time above a text."),
        ),
    ),
    Words(
        name="INFO_LABELS",
        why="Labels and tools that only a line of information has: they tell 时间：… over a text from the time of an event.",
        members=tuple("作者 编辑 责编 浏览 字号 字体".split()),
        also=tuple(
            (word, "Here it proves a line of information; elsewhere it labels a credit line or is a tool.")
            for word in "作者 编辑 责编 浏览 字号 字体".split()
        ),
    ),
    Words(
        name="INFO_WORDS",
        why="What else stands behind the time in the line of information: people, counters, tools, the site's own name.",
        members=tuple("责任编辑 记者 阅读 播放 点击 评论 我要 我有 大 打印 分享 收藏 新浪".split()),
        also=tuple(
            (
                word,
                "Here it stands behind a time; elsewhere it is a label, a tool or an invitation of its own.",
            )
            for word in "责任编辑 记者 阅读 播放 点击 评论 我要 大 打印 分享 收藏 新浪".split()
        ),
    ),
    Words(
        name="PICTURE_AGENCIES",
        why="Agencies of pictures and houses of market data, as captions and tables of finance pages name them.",
        members=(
            "视觉中国",
            "摄图网",
            "图虫",
            "东方IC",
            "ICphoto",
            "IC photo",
            "Wind",
            "万得",
            "Choice",
            "iFinD",
            "同花顺",
        ),
        also=(("iFinD", "Here it is a source of charts; elsewhere a word that is no person's name."),),
    ),
    Words(
        name="PICTURE_STOCKS",
        why="What a source of pictures is called and nothing of an article's: the whole name.",
        members=tuple("全景 全景视觉 全景网 网络 互联网 资料图".split()),
        also=tuple(
            (word, "Here it is all of a source's name; elsewhere it opens a caption or stands in a notice.")
            for word in "网络 资料图".split()
        ),
    ),
    Words(
        name="DESK_ENDINGS",
        why="What those who draw charts and fill tables are called, and the papers these are taken from: finance pages.",
        members=tuple(
            "研究院 设计院 规划院 学院 研究部 研究 所 数据库 公司 证券 银行 大学 协会 公告 招股书 年报 财报 研报 公报 通报 简报".split()
        ),
        also=tuple(
            (
                word,
                "Here it ends the name of whom a chart is by; elsewhere a medium's, or it spares a line of text.",
            )
            for word in "学院 研究 公司 银行 大学 协会 证券 公告 年报 公报 通报".split()
        ),
    ),
)

_LINES: tuple[Row, ...] = (
    Part(
        name="ORIGINAL_TITLE",
        why="The label 原标题 and the title behind it; the bracket that opened may close.",
        pattern=r"[【\[(（]?原标?题\s*(?:{SIGN}\s*|\s+)(?P<original_title>.+?)[】\])）]?",
    ),
    Part(
        name="ORIGINAL_AUTHOR",
        why="The author behind an original title.",
        pattern=r"\s+作者\s*[:：]\s*(?P<author>\S{2,30})",
    ),
    Line(
        name="original-title",
        why="Reprints open, a few close, with the title the article had at its medium (22 of 40 feed items read): metadata.",
        where="edges",
        action="original_title",
        most=200,
        forms=(
            Form(
                r"{ORIGINAL_TITLE}(?:\s+|\s*[(（])(?:来源|源自)\s*[:：]\s*(?P<source>[^\s()（）]{2,30})[)）]?{ORIGINAL_AUTHOR}?",
                takes=(
                    "原标题：渡口换灯（附名单） 来源：青崖晚报",
                    "原标题：老桥限行一个月（来源：砚江网）",
                    "原题：铁匠铺里的十二盏灯 源自：青崖周刊 作者：沈砚秋",
                ),
                spares=("她把原标题改了三遍 来源：青崖晚报",),
            ),
            Form(
                r"{ORIGINAL_TITLE}{ORIGINAL_AUTHOR}",
                takes=("原标题：渡口的最后一班船 作者：沈砚秋",),
                spares=("原标题的作者：沈砚秋",),
            ),
            Form(
                r"{ORIGINAL_TITLE}",
                takes=(
                    "【原标题：渡口换灯】",
                    "原标题：霁光数据拟赴港上市",
                    "原标题 青崖镇公布水价方案",
                    "（原题：零点的码头）",
                ),
                spares=(
                    "原标题里的“换灯”两个字，是排版时才加上去的。",
                    "原题无解，老师只好当堂换了一道。",
                    "这篇稿子的原标题：渡口换灯。",
                ),
            ),
        ),
    ),
    Part(
        name="SOURCE_LABEL",
        why="The label of a source line. A line that goes on as a sentence, or names somebody who wishes to stay unnamed, "
        "or says that nobody knows, is the article's.",
        pattern=r"(?!.*[，,].*。$|.{0,10}一(?:[位名]|[个家].*的)|.{0,6}[:：]不[明详])[(（【\[]?{ARTICLES}?{SOURCE_LABELS}于?(?:(?:微信)?公众号)?\s*{SIGN}",
    ),
    Part(
        name="MEDIUM_LETTER",
        why="A character of a medium's name, or a bracket in it.",
        pattern=r"[^。！？；:：()（）]|[(（][^()（）]{1,20}[)）]",
    ),
    Part(
        name="BEHIND_MEDIUM",
        why="The bracket behind a medium's name: its account, a name in Latin letters, its reporter.",
        pattern=r"\s*[(（]\s*(?:{ACCOUNT_LABELS}\s*[:：][^）)]*|[A-Za-z0-9_.\- ]{2,30}|{WRITERS}[^()（）]{1,24})[）)](?:综合[^。]{0,30})?",
    ),
    Part(
        name="AUTHOR_BEHIND",
        why="The author behind the source, in the same line.",
        pattern=r"[\s,，;；|｜]+(?:本文)?作者\s*[:：]\s*(?P<author>[^。！？；:：]{2,30}?)",
    ),
    Part(
        name="CREDITS_BEHIND",
        why="What else stands behind the source: other credits, the site's editor with no space between, the day.",
        pattern=r"[\s,，;；|｜]+{CREDIT_LABEL}(?:\s*{SIGN}|\s|来自|来源).{0,60}|\s*(?:责任编辑|责编)\s*[:：].{0,40}|\s+(?:19|20)\d\d[-/.年].{0,20}",
    ),
    Line(
        name="source-line",
        why="来源：X on a line of its own, at the start or the end of reprints: metadata, and truer than the feed's name.",
        where="edges",
        action="source",
        most=100,
        forms=(
            Form(
                r"{SOURCE_LABEL}\s*(?P<source>{MEDIUM_LETTER}{2,40}?){BEHIND_MEDIUM}?{AUTHOR_BEHIND}?{CREDITS_BEHIND}?[)）】\]。]?",
                takes=(
                    "来源：青崖晚报",
                    "（来源：砚江晨报 责任编辑：温小满）",
                    "文章来源：砚江晨报责任编辑：温小满",
                    "来源：砚江晨报责编：温小满",
                    "本文来源于：青崖周刊",
                    "转自公众号：渡口故事",
                    "来源丨青崖晚报",
                    "来源ǀ砚江网",
                    "来源〡渡口观察",
                    "来源：青崖（镇）广播站",
                    "来源：青崖晚报（qyev）",
                    "来源：青崖晚报（ID：qyev）综合渡口报、码头社",
                    "来源：青崖晚报（记者 卫南风）",
                    "来源：青崖晚报 作者：卫南风",
                    "来源：青崖晚报，本文作者：卫南风",
                    "本文来自微信公众号：青崖夜话（ID：qynight），作者：卫南风，题图来自：渡口摄影",
                    "来源：青崖夜话，图片来源：霁光图库",
                    "来源 | 青崖晚报 撰文 | 卫南风",
                    "来源：青崖晚报，采写：卫南风",
                    "来源：青崖晚报 校对 段飞舟",
                    "来源：青崖晚报 2022年3月4日",
                    "来源：青崖晚报 1999-12-03",
                ),
                spares=(
                    "来源：气象台预计，未来三天渡口有雨。",
                    "消息来源：一位接近渡口的人士",
                    "消息来自：一名不愿具名的船工",
                    "消息来源：一个在渡口修船的年轻人",
                    "消息来自：一家茶馆的老板",
                    "来源：不明",
                    "文章来源：不详",
                    "数据来源：渡口管理处",
                    "水的来源有三处，最远的在山那边。",
                ),
            ),
            Form(
                r"[(（【\[]?{ARTICLES}?来源\s+(?P<source>[^\s。！？；:：()（）]{2,18}(?:{PRESS_ENDINGS}|证券))[)）】\]]?",
                takes=("来源 青崖晚报", "来源 霁光证券", "（稿件来源 砚江网）"),
                spares=("来源 广泛", "水源 来源 青崖山的三眼泉"),
            ),
        ),
    ),
    Part(
        name="EDITOR_NAMED",
        why="The sign behind an editor's title and the editor. Behind a space alone it may be a sentence about an editor.",
        pattern=r"\s*(?:{SIGN}|\s(?!.*[的了是]))\s*(?P<editor>[^。！？]{0,40}?)[)）】\]]?",
    ),
    Line(
        name="editor-line-text",
        why="The editor's line in a plain paragraph: metadata, not text.",
        where="edges",
        action="editor",
        most=60,
        forms=(
            Form(
                r"[(（【\[]?(?:本文|本期|实习)?{EDITOR_TITLES}{EDITOR_NAMED}",
                takes=(
                    "责任编辑：沈砚秋 SF012",
                    "（责任编辑 沈砚秋）",
                    "本文责编：温小满",
                    "本期责编 | 温小满",
                    "实习责任编辑：尚青",
                ),
                spares=(
                    "责任编辑：这个称呼她听了二十年。",
                    "责任编辑制度推行以来，错字少了一半。",
                    "责任编辑 沈砚秋守了三十年的夜班",
                    "值班编辑 沈砚秋在稿纸背面记下了那一夜",
                    "责任编辑 是一份苦差事",
                    "责任编辑 沈砚秋的夜班",
                    "责任编辑 这一行要是没有耐心，趁早改行",
                ),
            ),
            Form(
                r"[(（【\[]?本[文期]编辑{EDITOR_NAMED}",
                takes=("本文编辑：温小满", "【本期编辑 罗森】"),
                spares=("编辑：这一段要不要删？沈砚秋：留着吧。", "本文编辑过程中，老船工去世了。"),
            ),
            Form(
                r"[(（【\[]?[实见]习编辑\s*[:：]\s*(?P<editor>[^。！？]{0,40}?)[)）】\]]?",
                takes=("实习编辑：尚青", "（见习编辑：段飞舟）"),
                spares=("实习编辑：谁来教他们改稿？",),
            ),
            Form(
                r"[(（【\[]?[实见]习编辑\s+(?P<editor>{HAN}{2,4})[)）]?",
                takes=("（见习编辑 尚青）", "实习编辑 罗森"),
                spares=("见习编辑 尚青第一天上班就犯了错",),
            ),
            Form(
                r"[(（]\s*(?:编辑\s*)?{HAN}{2,4}\s*S[A-Z]\d{2,4}\s*[)）]",
                takes=("（沈砚秋 SF012）", "（编辑沈砚秋 SN045）"),
                spares=("（沈砚秋 第12版）",),
            ),
            Form(
                r"[(（]\s*编辑\s*[:：\s]\s*[^。，()（）]{1,24}[)）]",
                takes=("（编辑：沈砚秋）", "(编辑 SN045)"),
                spares=("（编辑部没有回信）", "（编辑：原文有误，照录）"),
            ),
            Form(
                r"编辑\s*[:：]\s*S[A-Z]?\d{2,5}",
                takes=("编辑：SN045", "编辑：S0417"),
                spares=("编辑：S形的河湾是哪一段？",),
            ),
            Form(
                r"\(?Editors?\s*[:：]\s*[A-Z][A-Za-z .,'-]{2,40}\)?",
                takes=("(Editor: Wei Nanfeng)", "Editors: Shen Yanqiu, Luo Sen"),
                spares=("Editor: why did the ferry stop at 9 o'clock?",),
            ),
        ),
    ),
    Part(
        name="INFO_SITE",
        why="The address or the name of the site that stands before the time.",
        pattern=r"(?:https?://)?[^\s。！？，:：]{2,24}\s+",
    ),
    Part(
        name="INFO_TIME",
        why="The time of a line of information: a day and its hour.",
        pattern=r"(?P<time>(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)",
    ),
    Part(
        name="INFO_SOURCE",
        why="The labelled source behind the time.",
        pattern=r"[^。！？，]{0,20}?{ORIGINS}\s*[:：]\s*(?P<source>[^\s。！？，|【\[(（]{2,20})",
    ),
    Part(
        name="INFO_MEDIUM",
        why="A medium that no label names behind the time: 报 also ends 预报, 举报, 通报 and 情报, 台 also 舞台, which are text.",
        pattern=r"(?P<source>[^\s。！？，:：]{1,14}{PRESS_ENDINGS}(?<![预举通情]报)(?<!舞台))(?=(?:微博)?(?:\s|$))",
    ),
    Part(
        name="INFO_TOLD",
        why="What makes of such a word the first of a chronicle's sentence: 分享会, 编辑部, 评论员, 大雾, 记者赶到渡口.",
        pattern=r"(?<=分享)会|(?<=编辑)部|(?<=评论)员|(?<=收藏)家|(?<=大)(?!中小){HAN}{2}|(?<=[记作]者)[赶把从在]",
    ),
    Part(
        name="INFO_TOOLS",
        why="People, counters and tools behind the time and the medium.",
        pattern=r"[\s|·【\[(（]*(?:{INFO_LABELS}|{INFO_WORDS})(?!{INFO_TOLD})[^。！？]{0,80}",
    ),
    Part(
        name="INFO_REST",
        why="What else follows: people, counters, tools or a medium.",
        pattern=r"{INFO_TOOLS}|[\s|·【\[(（]*{INFO_MEDIUM}[^。！？]{0,80}",
    ),
    Line(
        name="info-line",
        why="A line of time, source and tools above the text, where the container holds it too: metadata. A time with "
        "anything else on its line, or with the label of an event, is text.",
        where="start",
        action="source",
        most=160,
        forms=(
            Form(
                r"(?P<source>[^\s。！？，:：./]{1,14}{MEDIA_ENDINGS})\s+{INFO_TIME}{INFO_TOOLS}?",
                takes=("青崖晚报 2022年3月4日 21:30", "砚江科技 2022-03-04 21:30 浏览：120"),
                spares=("青崖晚报 2022年3月4日 21:30 刊出了这封信",),
            ),
            Form(
                r"{WRITERS}\s*[:：]\s*(?P<author>[^\s。！？，:：]{2,20})\s+{INFO_TIME}{INFO_SOURCE}?{INFO_REST}?",
                takes=(
                    "作者：沈砚秋 2022年3月4日 21:30 青崖晚报",
                    "记者：尚青 2022-03-04 21:30 来源：砚江网",
                ),
                spares=("记者：那是哪一天？ 2022年3月4日 21:30",),
            ),
            Form(
                r"{INFO_SITE}?(?:{PUBLISHED}(?:时间|日期)?\s*[:：]\s*)?{INFO_TIME}{INFO_SOURCE}?{INFO_REST}?",
                takes=(
                    "https://www.example.com 2009年03月04日 10:20 青崖晚报",
                    "http://qy.example.com 1999年12月3日 10:20 砚江网 第三版",
                    "发布时间：2022-03-04 21:30:15",
                    "更新日期：2022/3/4 09:05",
                    "发表：2022-03-04 21:30",
                    "2022年3月4日 21:30 来源：青崖晚报",
                    "2022-03-04 21:30 浏览：120",
                    "2022年3月4日 21:30 大 中 小",
                    "2022年3月4日 21:30 砚江网微博 我有话说",
                    "2022-03-04 21:30 大中小",
                ),
                spares=(
                    "2022年3月4日 21:30 渡口公布水位",
                    "2022年2月2日 09:42 气象台发布暴雨预报",
                    "2022年2月2日 09:42 街道办接到举报",
                    "2022年2月2日 09:42 青崖县发出通报",
                    "2022年2月2日 09:42 边防站收到情报",
                    "2022年2月2日 09:42 船工们登上舞台",
                    "2022年2月2日 09:42 分享会在文化馆开始",
                    "2022年2月2日 09:42 编辑部的灯灭了",
                    "2022年2月2日 09:42 评论员沈砚秋到场",
                    "2022年2月2日 09:42 收藏家把船灯捐了出来",
                    "2022年2月2日 09:42 大雾封住了河面",
                    "2022年2月2日 09:42 记者赶到渡口",
                    "2022年2月2日 09:42 记者从渡口发回照片",
                    "2022年2月2日 09:42 记者在桥头等船",
                    "2022年2月2日 09:42 作者把书送到渡口",
                    "2022年3月4日 21:30，灯亮了。",
                ),
            ),
            Form(
                r"{INFO_SITE}?(?:时间|日期)\s*[:：]\s*(?=.{0,40}(?:{ORIGINS}|{INFO_LABELS})){INFO_TIME}{INFO_SOURCE}?{INFO_REST}?",
                takes=(
                    "日期：2022-03-04 21:30 来源：青崖晚报",
                    "青崖晚报 时间：2022年3月4日 21:30 作者：沈砚秋",
                    "时间：2022年3月4日 21:30 稿源：砚江网 责任编辑：温小满",
                ),
                spares=("时间：2022年3月4日 10:00", "时间：2022年3月4日 10:00 分享会"),
            ),
            Form(
                r"(?:https?://)?(?:\w{1,20}\.){1,3}com\.cn/?\s*{INFO_TIME}\s*(?P<source>[^\s。！？，:：]{2,20}){INFO_TOOLS}?",
                takes=(
                    "http://house.sina.com.cn 2005年03月04日21:30 青崖人家",
                    "https://www.sina.com.cn/ 2005年03月04日 21:30 青崖人家 我要评论",
                    "sh.sina.com.cn 2012年03月04日21:30 青崖人家",
                ),
                spares=(
                    "qingya.example 2012年03月04日21:30 青崖人家",
                    "sh.sina.com.cn 2012年03月04日21:30 青崖，人家",
                ),
            ),
            Form(
                r"(?P<time>(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?){INFO_SOURCE}{INFO_TOOLS}?",
                takes=("2022年3月4日 来源：青崖晚报", "1999-12-03 稿源：砚江网 作者：沈砚秋"),
                spares=("2022年3月4日 水的来源：青崖山的三眼泉，还有一口井",),
            ),
        ),
    ),
    Part(
        name="FACT_DAY",
        why="A day of this line, with its hour or without.",
        pattern=r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?",
    ),
    Part(
        name="FACT_TIME",
        why="When it was changed, or when it was published, as a label says.",
        pattern=r"(?:(?:最[后近])?{CHANGES}(?:时间|日期|于)?\s*[:：]?\s*{FACT_DAY}|"
        r"{PUBLISHED}(?:时间|日期|于)?\s*[:：]?\s*(?P<time>{FACT_DAY}))[\s|｜·/]*+",
    ),
    Part(
        name="FACT_NAME",
        why="A medium or a person of this line, each behind its label, or a day without one.",
        pattern=r"(?:{ORIGINS}\s*[:：]\s*(?P<source>[^\s。！？，；:：|]{2,20})|{WRITERS}\s*[:：]\s*(?P<author>[^\s。！？，；:：|]{2,20})|"
        r"{INFO_LABELS}\s*[:：]\s*[^\s。！？，；:：|]{1,20}|(?P<time>{FACT_DAY}))[\s|｜·/]*+",
    ),
    Line(
        name="labelled-facts",
        why="A line above the text that holds nothing but labelled facts, one of them the time of publication or of a "
        "change: other sites than Sina put them in any order. With the place of an event or a sentence it is text.",
        where="start",
        action="source",
        most=160,
        forms=(
            Form(
                r"{FACT_NAME}*{FACT_TIME}(?:{FACT_TIME}|{FACT_NAME})*{INFO_TOOLS}?",
                takes=(
                    "发布时间：2022-03-04 21:30:15　更新时间：2022-03-05 09:00",
                    "2022-03-04 21:30 最后更新：2022-03-05",
                    "发布日期 2022/3/4｜修改日期 2022/3/5",
                    "发布于2022年3月4日 21:30 · 最近更新于2022年3月5日 09:05",
                    "来源：青崖晚报 发布时间：2022-03-04 21:30",
                    "作者：沈砚秋/来源：砚江网/发表时间:2022.3.4",
                    "上传时间：1999-12-03 浏览次数：33",
                    "编辑：温小满 发布时间：2022-03-04",
                    "更新时间：2022-03-05 09:00 来源：青崖晚报",
                ),
                spares=(
                    "发布时间：2022年3月4日 地点：青崖县文化馆",
                    "作者：沈砚秋 来源：青崖晚报",
                    "更新于2022年3月4日，新的时刻表增加了一班船。",
                    "2022年3月4日 2022年3月5日",
                    "来源：泉水 2022年3月4日",
                ),
            ),
        ),
    ),
    Part(
        name="SERIAL_BOOK",
        why="The site and the time, and the book that is published in instalments.",
        pattern=r"{INFO_SITE}?{INFO_TIME}?\s*连载\s*[:：]\s*(?P<serial>\S{1,30})",
    ),
    Part(
        name="SERIAL_HOUSE",
        why="The publisher of the book.",
        pattern=r"\s+出版社\s*[:：]\s*(?P<source>\S{2,30})",
    ),
    Part(
        name="SERIAL_AUTHOR",
        why="The author of the book.",
        pattern=r"\s+作者\s*[:：]\s*(?P<author>\S{2,20})",
    ),
    Line(
        name="serial-line",
        why="The line of time, book, publisher and author over the instalments of books, 2004-2008: metadata.",
        where="start",
        action="source",
        most=160,
        forms=(
            Form(
                r"{SERIAL_BOOK}{SERIAL_HOUSE}{SERIAL_AUTHOR}?",
                takes=(
                    "http://book.sina.com.cn 2005年06月02日 15:40 连载：渡口十二年 出版社：青崖文艺出版社 作者：沈砚秋",
                    "2005年06月02日 15:40 连载：渡口十二年 出版社：青崖文艺出版社",
                    "连载：渡口十二年 出版社：青崖文艺出版社 作者：沈砚秋、尚青",
                ),
                spares=("连载：渡口十二年的故事，今天登完了", "报上连载：渡口十二年 出版社：青崖"),
            ),
            Form(
                r"{SERIAL_BOOK}{SERIAL_AUTHOR}{SERIAL_HOUSE}?",
                takes=(
                    "http://book.sina.com.cn 2005年06月02日 15:40 连载：渡口十二年 作者：沈砚秋 出版社：青崖文艺出版社",
                    "2005年06月02日 15:40 连载：渡口十二年 作者：沈砚秋",
                    "连载：渡口十二年 作者：沈砚秋",
                ),
                spares=("报上连载：渡口十二年 作者：沈砚秋",),
            ),
        ),
    ),
    Line(
        name="repost-head",
        why="原文地址：X 作者：Y over a blog post that passes on another's.",
        where="start",
        most=100,
        forms=(
            Form(
                r"原文地址\s*[:：]\s*.{1,60}?(?:\s*作者\s*[:：]\s*(?P<author>.{1,20}))?",
                takes=("原文地址：渡口换灯记", "原文地址：渡口换灯记 作者：青崖夜话"),
                spares=("原文地址早就打不开了，好在有人存了截图。",),
            ),
        ),
    ),
)

_WORDINGS: tuple[Part | Wording, ...] = (
    Wording(
        name="credit-lines",
        why="Lines of who did what, of whose the rights are, and the marks of the end, under feed documents and pages.",
        asks="credit-line",
        forms=(
            Form(
                r"[(（【\[]?(?:本文|本期)?{CREDIT_LABEL}\s*{SIGN}\s*[^。！？：:]{1,30}[)）】\]]?",
                takes=("本文撰稿：沈砚秋", "（本期监制：卫南风）", "采写 | 尚青", "校对：段飞舟"),
                spares=("记者：水位是什么时候涨的？", "编辑部：设在渡口的第三间屋"),
            ),
            Form(r"©.{0,40}", takes=("©青崖晚报 2022",), spares=("图案右下角的©是后来才印上去的",)),
            Form(r"-+\s*END\s*-+", takes=("- END -",), spares=("船尾漆着END三个字母",)),
        ),
    ),
    Part(
        name="WEEKDAY",
        why="The day of the week behind a date.",
        pattern=r"\s*[(（]?(?:星期|周){HAN}[)）]?",
    ),
    Part(
        name="LINE_DAY",
        why="A day, with or without its year, in figures or in Chinese numerals.",
        pattern=r"(?:(?:19|20)\d\d\s?[-/.年]\s?)?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?|[二一]{HAN}{3}年{HAN}{1,2}月{HAN}{1,3}日",
    ),
    Wording(
        name="date-lines",
        why="The day under a title or at the end of a text, with its weekday and its hour.",
        asks="date-line",
        forms=(
            Form(
                r"[(（【\[]?(?:(?:{PUBLISHED}|日)?(?:时间|期)?\s*[:：]\s*)?{LINE_DAY}{WEEKDAY}?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?[)）】\]]?",
                takes=(
                    "2022年3月4日",
                    "（2022-03-04 21:30:15）",
                    "3月4日 星期五",
                    "【二〇二二年三月四日】",
                    "发布时间：2022/3/4 21:30",
                    "日期：1999.12.3",
                    "一九九九年十二月三日",
                    "时间：3月4日（周五）",
                ),
                spares=("2022年3月4日，桥通车了", "3月4日：第一班船", "2022年大事记", "二〇二二年的渡口"),
            ),
        ),
    ),
    Wording(
        name="editor-tails",
        why="The editor in brackets, or with no more than a full stop before him, at the end of the last paragraph.",
        asks="editor-tail",
        forms=(
            Form(
                r"\s*[（(【\[]\s*(?:责任编辑|责编|本文编辑|编辑)\s*[:：|｜]\s*(?P<bracketed>[^()（）。，；]{1,24})[)）】\]]\s*$",
                takes=(
                    "灯亮着。（责任编辑：卫南风 QY012）",
                    "灯亮着。(责编：卫南风)",
                    "灯亮着。【本文编辑：卫南风】",
                    "灯亮着。（编辑｜卫南风）",
                ),
                spares=("他说（编辑：是我）就走了。",),
            ),
            Form(
                r"(?<=[。！？”）)])\s*(?:责任编辑|责编)\s*[:：]\s*(?P<bare>[^()（）。，；]{1,16})$",
                takes=("灯亮着。责任编辑：卫南风", "灯亮到天明。 责编：尚青"),
                spares=("名片上印着责任编辑：卫南风", "他问。责任编辑：哪一位，请站出来"),
            ),
        ),
    ),
    Wording(
        name="picture-desks",
        why="Agencies, houses of data, firms, institutes and reports: sources under the charts and tables of finance pages.",
        asks="picture-desk",
        forms=(
            Form(
                r"{PICTURE_AGENCIES}.{0,30}",
                takes=("视觉中国", "Wind，渡口期货"),
                spares=("青崖视觉", "渡口晚报"),
            ),
            Form(
                r"公司(?:公告|官网|供图).{0,30}",
                takes=("公司公告，霁光数据整理", "公司官网", "公司供图"),
                spares=("公司内刊",),
            ),
            Form(r"{PICTURE_STOCKS}", takes=("网络",), spares=("网络晚报", "全景周刊")),
            Form(
                r".{0,30}{DESK_ENDINGS}",
                takes=("霁光证券", "渡口期货研究院"),
                spares=("青崖晚报", "证券周刊", "渡口研究报"),
            ),
        ),
    ),
    Wording(
        name="authorities",
        why="Bureaus, departments, commissions, courts: 县交通局, 省水利厅.",
        asks="authority",
        forms=(
            Form(
                r".{0,30}[局厅委院]",
                takes=("县交通局", "省水利厅", "县农工委", "青崖县人民法院"),
                spares=("交通局内刊", "青崖晚报"),
            ),
        ),
    ),
)

ROWS: tuple[Row, ...] = (*_CLASSES, *_LINES, *_WORDINGS)
