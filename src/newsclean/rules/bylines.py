"""The forms of a byline: a line, a bracket, a dateline or the end of the last sentence that names who wrote it.

Nothing names an author but one of these. A form whose own words make it sure takes any name behind them; one that
could be a sentence takes what looks like Chinese names. What is caught is checked by the rules of names.py.
"""

from __future__ import annotations

from newsclean.rules.rows import Form, Part, Question, Wording, Words

__all__ = ["QUESTIONS", "ROWS"]

QUESTIONS = (
    Question(
        "byline-text", "fullmatch", "A line, or a part of one, whose label is the word for text.", signs=True
    ),
    Question(
        "byline-author",
        "fullmatch",
        "A line, or a part of one, whose label is the word for author.",
        signs=True,
    ),
    Question(
        "byline-reporters",
        "fullmatch",
        "A line, or a part of one, whose label is a reporter's role.",
        signs=True,
    ),
    Question(
        "byline-reported", "search", "A reporter's line that ends with the place of the report.", signs=True
    ),
    Question(
        "byline-interview",
        "search",
        "What may be an interviewer's turn: plain names alone count.",
        signs=True,
    ),
    Question(
        "byline-strict",
        "fullmatch",
        "A short line that is a byline where its names look like names.",
        signs=True,
    ),
    Question(
        "byline-brackets",
        "search",
        "A reporter's role and names in brackets, anywhere in a line.",
        signs=True,
    ),
    Question("byline-more", "fullmatch", "Nothing but names, in the line below a byline.", signs=True),
    Question("byline-running", "match", "A byline that runs on into the first sentence.", signs=True),
    Question(
        "byline-dateline", "match", "A dateline with nothing but names in the brackets behind it.", signs=True
    ),
    Question(
        "byline-named-end", "search", "A label and names in brackets behind the last sentence.", signs=True
    ),
    Question("byline-signed-end", "search", "A label and names behind the last sentence.", signs=True),
    Question(
        "byline-closing",
        "search",
        "Names at the end that must look like names: written, told, reached.",
        signs=True,
    ),
    Question(
        "byline-lone-end", "search", "Nothing but names in brackets behind the last sentence.", signs=True
    ),
)

ROWS: tuple[Part | Words | Wording, ...] = (
    Words(
        name="REPORTERS",
        why="Roles of those who report, alone among who writes: a columnist's or an analyst's word also opens sentences.",
        members=tuple("记者 通讯员 撰稿人 撰稿员 撰稿 实习生 评论员 特派员".split()),
        also=tuple(
            (word, "WRITERS are labels, these stand inside a line too")
            for word in "记者 通讯员 撰稿人 撰稿 实习生 评论员 特派员".split()
        ),
    ),
    Words(
        name="REPORTER_RANKS",
        why="What stands before the word for reporter: chief, on probation, by appointment, trainee.",
        members=tuple("首席 见习 特约 实习".split()),
    ),
    Words(
        name="AGENCIES",
        why="Media whose dateline needs neither a date nor an ending: the agencies and the sites of the central media.",
        members=tuple(
            "中新网 中新社 中新经纬 中新财经 人民网 新华网 新华社 央广网 中国网 国际在线 中国日报网 中央社 中评社".split()
        ),
    ),
    Words(
        name="BYLINE_OPENINGS",
        why="With these in front a line is a byline though it ends as a sentence does.",
        members=("作者", "本文作者", "记者", "本报记者", "文/", "文｜", "文 |", "撰文"),
        within=("＿：沈砚秋。", "＿ 沈砚秋。"),
        also=tuple((word, "a label, and alone it opens no sentence") for word in ("作者", "记者", "撰文")),
    ),
    Part(
        name="FROM_PLACE",
        why="Where it was reported from, behind the names.",
        pattern=r"\s*(?:发自\s*{HAN}{2,6}(?:\s*[¦/&]\s*{HAN}{2,6}){0,3}|/?\s*{HAN}{2,6}(?:报[道导]|电|编译))",
    ),
    Part(
        name="ITS_SITE",
        why="The medium's address in brackets behind its name.",
        pattern=r"\([\w./:\s]+\)",
    ),
    Part(
        name="FROM_HERE",
        why="Where it was reported from, behind names in a bracket or before the first sentence: with a space before "
        "the place, or the word for being sent.",
        pattern=r"\s*(?:[0-9]{1,2}月[0-9]{1,2}日\s*)?[发寄]自\s*{HAN}{2,6}(?:\s*[¦/&]\s*{HAN}{2,6}){0,3}"
        r"|\s+{HAN}{2,6}(?:[\s¦]{HAN}{2,6}){0,2}?报[道导]",
    ),
    Part(
        name="MEDIUM_FIRST",
        why="The medium before a name, with a space behind it.",
        pattern=r"[^\s¸¶;:()|/]{1,12}{MEDIA_ENDINGS}{REPORTERS}?\s+",
    ),
    Words(
        name="REPORTING",
        why="Who reports, as newspapers of Taiwan say it before a name with nothing between.",
        members=("记者", "特派员", "编译"),
        also=tuple(
            (word, "here with a name glued to it and a place behind") for word in ("记者", "特派员", "编译")
        ),
    ),
    Part(
        name="REPORTED_THERE",
        why="Where and how it was reported, behind names, as newspapers of Taiwan say it: ／台北报导, 台北17日电, ／专访.",
        pattern=r"\s*/?\s*(?:{HAN}{2,8}报导|{HAN}{2,4}(?:[0-9]{1,2}日)?[电讯]|报导|专访|特稿)",
    ),
    Part(
        name="NEXT_NAME",
        why="A further name of a series, with the mark or the word before it.",
        pattern=r"(?:[\s¦]|和|与)(?:实习生|通讯员)?{HAN}{2,3}",
    ),
    Part(
        name="FEW_NAMES",
        why="Up to six names of two or three characters.",
        pattern=r"{HAN}{2,3}{NEXT_NAME}{0,5}",
    ),
    Part(
        name="TEXT_BY",
        why="The persons behind a text's label, with a medium's reporter before them and the place behind.",
        pattern=r"\s*(?:[^\s/|:]{0,14}?{REPORTERS})?[\s:]*(?P<names>[^¸¶]{2,40}?){FROM_PLACE}?[)\]]?",
    ),
    Part(
        name="BEFORE_ROLE",
        why="The place and the medium in front of a reporter's role in brackets.",
        pattern=r"(?:[^()\[\]¸¶;]{1,6}¸\s*)?[^()\[\]¸¶;]{0,24}?",
    ),
    Part(
        name="REPORT_FOLLOWS",
        why="What shows that a byline runs on into a report: the word for it, or its day.",
        pattern=r"\s*报[道导](?:[:\s]|$)|\s[0-9]{1,2}月",
    ),
    Part(
        name="WHOSE_TEXT",
        why="The labels of a text that no one but its author bears.",
        pattern=r"{TEXT_LABELS}|{BOTH}|(?:本文|原文)?作者",
    ),
    Part(
        name="SENTENCE_OVER",
        why="What a signature stands behind: the end of a sentence, a closing mark.",
        pattern=r"[¶)]|”|…",
    ),
    Part(
        name="LONE_BRACKET",
        why="A bracket behind a sentence or alone in its line, without the word for other work than writing.",
        pattern=r"(?:^|[¶?!]|”|…)\s*\((?!.{0,30}{GLUED_WORKERS})\s*",
    ),
    Wording(
        name="byline-more",
        why="作者 | 甲 乙 and the names that did not fit the line, in the next one.",
        asks="byline-more",
        forms=(
            Form(
                r"(?P<names>{FEW_NAMES})",
                takes=("沈砚秋、尚青", "沈砚秋"),
                spares=("沈砚秋在桥头", "老桥通车的那一天"),
            ),
        ),
    ),
    Wording(
        name="byline-text",
        why="文/某报记者 甲, 文 | 甲, 撰文：甲, （文/甲）, 文、图/甲, 文/图 甲: bylines of all years.",
        asks="byline-text",
        forms=(
            Form(
                r"[(\[]?{THIS_MEDIUM}?{BOTH}(?:\s*[/|:·]|\s){TEXT_BY}",
                takes=(
                    "文/图 青崖晚报记者 沈砚秋",
                    "文、图/沈砚秋",
                    "摄影/文字：沈砚秋",
                    "图片、文字：沈砚秋",
                    "摄/文 沈砚秋",
                    "文/摄 沈砚秋 发自青崖",
                    "文字/摄影：沈砚秋",
                    "文字、图片：沈砚秋",
                    "文图 沈砚秋",
                    "（图/文 霁光汽车 沈砚秋）",
                    "图文：沈砚秋",
                    "本刊图文 沈砚秋",
                ),
                spares=("图文并茂的展板立在桥头。",),
            ),
            Form(
                r"[(\[]?{THIS_MEDIUM}?{TEXT_LABELS}\s*[/|:·]{TEXT_BY}",
                takes=(
                    "文/青崖晚报记者 沈砚秋",
                    "（文/沈砚秋）",
                    "撰文：沈砚秋",
                    "文字｜沈砚秋",
                    "采写：沈砚秋",
                    "参与采写：沈砚秋、尚青",
                    "本报采写／沈砚秋",
                    "文/沈砚秋 发自青崖、北岫",
                    "文/沈砚秋 青崖报道",
                ),
                spares=("文化馆：沈砚秋", "采写：沈砚秋说，过桥的人都记得他。"),
            ),
        ),
    ),
    Wording(
        name="byline-author",
        why="作者：甲, 作者｜甲, 本文作者 甲.",
        asks="byline-author",
        forms=(
            Form(
                r"[(\[]?(?:本文|原文)?作者\s*(?:[:|/]|\s)\s*(?P<names>[^¶]{2,60}?)[)\]]?",
                takes=(
                    "作者：沈砚秋",
                    "（作者：沈砚秋，青崖大学教授）",
                    "本文作者 沈砚秋",
                    "原文作者／沈砚秋",
                ),
                spares=("作者沈砚秋生在河边。", "作者：他说不清。桥是谁修的，没有人知道。"),
            ),
        ),
    ),
    Wording(
        name="byline-reporters",
        why="记者 | 甲, 某社记者 甲, 某报 | 记者 甲, 本报记者 甲 乙 北京报道, 某报（www.…）记者 甲.",
        asks="byline-reporters",
        forms=(
            Form(
                r"[(\[]?{TEXT_WORK}\s*[/&|]\s*[^\s¶¸;:(|]{1,12}{REPORTERS}(?:\s*[|:/]\s*|\s+)(?P<names>[^¶¸:]{2,30}?){FROM_PLACE}?[)\]]?",
                takes=("编译｜青崖晚报记者 沈砚秋", "（整理 & 青崖网记者：沈砚秋 北岫报道）"),
                spares=("编译｜青崖晚报的记者们",),
            ),
            Form(
                r"[(\[]?[^\s¶¸;:(|]{0,12}{REPORTERS}\s*[/&|]\s*{TEXT_WORK}\s*[|:/]?\s*(?P<names>[^¶¸:]{2,30}?){FROM_PLACE}?[)\]]?",
                takes=("记者/编译 沈砚秋", "（青崖晚报记者｜整理：沈砚秋）", "记者 & 编译/沈砚秋 青崖报道"),
                spares=("记者在编译 沈砚秋的信。",),
            ),
            Form(
                r"[(\[]?[^\s¶¸;:(|]{0,12}{ITS_SITE}?\s*(?:\|\s*)?{REPORTERS}\s*(?:[|:/]\s*|\s+)"
                r"(?P<names>[^¶¸:]{2,30}?){FROM_PLACE}?[)\]]?",
                takes=(
                    "记者 | 沈砚秋",
                    "本报记者 沈砚秋 尚青 青崖报道",
                    "青崖新闻（www.example.com）记者 沈砚秋 青崖电",
                    "青崖能源报 | 记者 沈砚秋",
                    "（青崖晚报记者：沈砚秋）",
                ),
                spares=("记者了解到，桥上不许摆摊。", "他说，记者 沈砚秋 来过。"),
            ),
        ),
    ),
    Wording(
        name="byline-reported",
        why="Behind such names stand places that no list knows, 绵阳 德阳报道: names behind the first need a surname.",
        asks="byline-reported",
        forms=(
            Form(
                r"报[道导]\)?$",
                takes=(
                    "本报记者 沈砚秋 绵阳 德阳报道",
                    "记者 沈砚秋 台中 彰化报导",
                    "（本报记者 沈砚秋 报道）",
                ),
                spares=("本报记者 沈砚秋 发自青崖",),
            ),
        ),
    ),
    Wording(
        name="byline-interview",
        why="记者：谢谢 is a turn of an interview as often as a byline.",
        asks="byline-interview",
        forms=(Form(r"记者:", takes=("记者：请介绍一下这座桥。",), spares=("记者 沈砚秋",)),),
    ),
    Wording(
        name="byline-strict",
        why="Lines that are bylines where names stand in them, and sentences or rubrics where none do.",
        asks="byline-strict",
        forms=(
            Form(
                r"(?:[^\s¶¸;:(]{2,12}{ITS_SITE}?)?{REPORTERS}(?P<names>{HAN}{2,3}{NEXT_NAME}{0,5}?){FROM_PLACE}?",
                takes=(
                    "青崖晚报记者沈砚秋 实习生尚青 广州报道",
                    "青崖时报（www.example.com）记者沈砚秋、通讯员尚青",
                    "记者沈砚秋和尚青",
                    "青崖社记者沈砚秋与尚青 北岫编译",
                ),
                spares=("《青崖日报》记者从会上获悉，桥通车了。", "记者沈砚秋：桥修好了"),
            ),
            Form(
                r"\(?(?P<names>{FEW_NAMES})\s*/\s*撰?文(?:\s+{FEW_NAMES}\s*/\s*(?:图|摄影?|编辑?))?\)?",
                takes=(
                    "沈砚秋/文 尚青/编辑",
                    "沈砚秋 尚青／文",
                    "（沈砚秋/撰文 尚青/图）",
                    "沈砚秋/文 尚青/摄",
                    "沈砚秋/文 尚青/摄影",
                    "沈砚秋/文 尚青/编",
                ),
                spares=("桥/文", "新桥落成纪念册/文"),
            ),
            Form(
                r"{TEXT_LABELS}\s+{MEDIUM_FIRST}?(?P<names>{FEW_NAMES}){FROM_HERE}?",
                takes=(
                    "文 青崖网 沈砚秋",
                    "撰文 沈砚秋",
                    "采写 青崖晚报记者 沈砚秋 尚青",
                    "文 沈砚秋 发自北岫",
                ),
                spares=("文 化馆的灯还亮着", "文 青崖网：桥通车了"),
            ),
            Form(
                r"\(?{MEDIUM_FIRST}?(?P<names>{FEW_NAMES}?)\s*{BOTH}{FROM_HERE}?\)?",
                takes=(
                    "沈砚秋 尚青文/图",
                    "沈砚秋 图文",
                    "青崖晚报记者 沈砚秋 文/摄",
                    "（沈砚秋文/图）",
                    "沈砚秋 文/图 发自北岫",
                ),
                spares=("图文并茂", "新桥落成纪念册图文"),
            ),
            Form(
                r"\(?(?P<names>{FEW_NAMES}?)\s?文[\s¦¸/]+{FEW_NAMES}\s?(?:图片?|摄影?)\)?",
                takes=(
                    "沈砚秋文 尚青图",
                    "沈砚秋 文，尚青 摄",
                    "（沈砚秋文、尚青摄影）",
                    "沈砚秋 文 / 尚青 图片",
                ),
                spares=("文君 尚青图",),
            ),
            Form(
                r"新浪{HAN}{2,4}[\s/|·:]+(?P<names>{HAN}{2,3}{NEXT_NAME}{0,5}?){FROM_PLACE}?",
                takes=("新浪科技 沈砚秋 发自青崖", "新浪体育 沈砚秋 尚青 青崖报道", "新浪娱乐/沈砚秋"),
                spares=("新浪财经独家报道",),
            ),
            Form(
                r"[^\s¶¸;:(|]{2,20}(?<={HAN}{2})记者\s+(?P<names>{HAN}{2,3}{NEXT_NAME}{0,5}?){FROM_PLACE}?",
                takes=("青崖经济报道、霁光财经全媒体记者 沈砚秋 尚青 广州报道",),
                spares=("他在桥头遇见了两位青崖晚报的记者",),
            ),
            Form(
                r"[^\s¶¸;:(|]{2,16}\s[^\s¶¸;:(|]{2,16}(?<={HAN}{2})记者\s+(?P<names>{HAN}{2,3}{NEXT_NAME}{0,5}?)"
                r"\s*{HAN}{2,6}报道",
                takes=("霁光财经全媒体 青崖经济报道记者 沈砚秋 尚青 广州报道",),
                spares=("青崖观察网 派来的两位记者，三天里发了九篇报道",),
            ),
            Form(
                r"[^\s¶¸;:(|]{0,20}(?:主笔|研究员|分析师(?=\s*[:|]))\s*(?:[|:/]\s*|\s+)(?P<names>{FEW_NAMES})"
                r"(?:\s+[A-Z]{1,2}[0-9]{4,12}){0,3}",
                takes=("霁光财经主笔 沈砚秋", "研究员：沈砚秋 F3000001 Z0000001", "分析师｜沈砚秋"),
                spares=("霁光证券分析师 沈砚秋", "北岫县研究员 沈砚秋：桥是好桥。"),
            ),
            Form(
                r"[(\[]?(?:[^\s¶¸;:()\[\]|]{2,14}?[\s/]?)?{REPORTING}(?P<names>{FEW_NAMES}){REPORTED_THERE}[)\]]?",
                takes=(
                    "记者沈砚秋／台北报导",
                    "【青崖新生报／记者沈砚秋／台北报导】",
                    "（青崖社记者沈砚秋、尚青岚台北17日电）",
                    "特派记者沈砚秋 东京报导",
                    "〔编译沈砚秋／综合外电报导〕",
                    "【本报记者沈砚秋台北讯】",
                    "记者沈砚秋报导",
                    "本报记者沈砚秋／专访",
                    "本报 记者沈砚秋/特稿",
                ),
                spares=("记者问他台北报导写得怎样", "国际中心／综合报导"),
            ),
            Form(
                r"[(\[]?(?:[\d/-]{8,10}\s)?(?:{HAN}{2,6}[\s\[]\s*)?(?P<names>{FEW_NAMES})\s*/\s*{HAN}{2,8}报导[)\]]?",
                takes=(
                    "沈砚秋／台北报导",
                    "2012-01-17 青崖时报 沈砚秋／台北报导",
                    "2012/01/17 沈砚秋／台北报导",
                    "青崖时报 沈砚秋／综合外电报导",
                    "青崖时报【沈砚秋／台北报导】",
                    "（沈砚秋／台北报导）",
                ),
                spares=("国际中心／综合报导", "桥头的船／青崖时报报导"),
            ),
            Form(
                r"(?:新浪财经)?意见领袖(?:(?:专栏作[家者])?\s*[|:/]\s*|专栏作[家者]\s+)(?P<names>{FEW_NAMES})",
                takes=(
                    "意见领袖 | 沈砚秋",
                    "新浪财经意见领袖专栏作家 沈砚秋",
                    "意见领袖专栏作者 沈砚秋",
                    "意见领袖专栏作家：沈砚秋",
                    "意见领袖专栏作者：沈砚秋",
                ),
                spares=("意见领袖沈砚秋说，桥是好桥",),
            ),
        ),
    ),
    Wording(
        name="byline-brackets",
        why="（记者 甲 乙）, （某台记者 甲、实习生 乙）, （青崖，记者 甲）: in datelines and behind last sentences.",
        asks="byline-brackets",
        forms=(
            Form(
                r"(?P<open>[(\[])\s*{BEFORE_ROLE}{REPORTERS}(?P<apart>\s*:?\s*)(?P<names>[^()\[\]¸¶:]{2,40}?){FROM_HERE}?\s*[)\]]",
                takes=(
                    "（本报记者 沈砚秋 发自青崖）",
                    "（青崖社记者 沈砚秋 台北报导）",
                    "青崖快讯（记者 沈砚秋）今日，桥通车了。",
                    "青崖联社（北岫，记者 沈砚秋）讯，桥通车了。",
                ),
                spares=("记者 沈砚秋（左一）在桥上。",),
            ),
        ),
    ),
    Wording(
        name="byline-running",
        why="某报讯 记者甲 通讯员乙报道：… or 某网 记者 甲 3月4日…: what follows must say that it is a byline.",
        asks="byline-running",
        forms=(
            Form(
                r"[^\s¸¶;:(]{2,12}\s{REPORTER_RANKS}?记者\s*(?P<names>{FEW_NAMES})(?:\s*通讯员\s*(?P<more>{FEW_NAMES}))?{REPORT_FOLLOWS}",
                takes=(
                    "本报讯 记者沈砚秋 通讯员尚青报道：桥通车了。",
                    "青崖观察网 记者 沈砚秋 3月4日，桥通车了。",
                    "本报讯 首席记者沈砚秋报道",
                    "本报讯 记者沈砚秋通讯员尚青报道：桥通车了。",
                ),
                spares=("本报讯 记者从会上获悉，桥通车了。", "本报讯 记者曾于3月4日到过桥上。"),
            ),
            Form(
                r"(?:[^\s¸¶;:(]{1,20}?{REPORTERS}|新浪{HAN}{2,4})[\s/|·]*(?P<led>{FEW_NAMES}){FROM_HERE}(?=[\s:¸¶])",
                takes=(
                    "青崖财经报道记者 沈砚秋 北岫报道 据海关统计，桥通车了。",
                    "青崖全媒体见习记者沈砚秋 北岫报道 5月24日，桥通车了。",
                    "本报记者 沈砚秋 发自北岫 近日，桥通车了。",
                    "新浪科技 沈砚秋 发自青崖：桥通车了。",
                    "青崖晚报记者 沈砚秋 实习生尚青 北岫、岩口报道 近日，桥通车了。",
                ),
                spares=(
                    "青崖晚报记者 沈砚秋昨天报道，桥通车了。",
                    "青崖晚报记者 沈砚秋 发回的报道说，桥通车了。",
                ),
            ),
            Form(
                r"[(\[]\s*(?:[^\s¶¸;:()\[\]|]{2,14}?[\s/]?)?{REPORTING}(?P<names>{FEW_NAMES}){REPORTED_THERE}\s*[)\]]",
                takes=(
                    "【青崖醒报记者沈砚秋台北报导】桥通车了。",
                    "〔记者沈砚秋、尚青岚／综合报导〕桥通车了。",
                    "（青崖社记者沈砚秋台北17日电）桥通车了。",
                    "【青崖报 记者沈砚秋／专访】桥通车了。",
                    "［编译沈砚秋／特稿］桥通车了。",
                    "（记者沈砚秋报导 ）桥通车了。",
                    "【特派员沈砚秋东京讯】桥通车了。",
                ),
                spares=("（青崖社台北17日电）桥通车了。", "【记者会台北报】桥通车了。"),
            ),
            Form(
                r"[(\[]\s*(?:{HAN}{2,6}\s)?(?P<names>{FEW_NAMES})\s*/\s*{HAN}{2,8}报导\s*[)\]]",
                takes=("【沈砚秋／台北报导】桥通车了。", "（青崖时报 沈砚秋／综合报导）桥通车了。"),
                spares=("【国际中心／综合报导】桥通车了。",),
            ),
            Form(
                r"\[{HAN}{2,6}讯\]\s*{REPORTER_RANKS}?记者\s*(?P<names>{FEW_NAMES}){REPORT_FOLLOWS}",
                takes=(
                    "【本报讯】记者沈砚秋报导：桥通车了。",
                    "【青崖专讯】首席记者 沈砚秋报道：桥通车了。",
                ),
                spares=("【本报讯】记者从会上获悉，桥通车了。",),
            ),
            Form(
                r"[(\[]\s*(?:[^()\[\]¸¶/|:]{2,12}\s)?{WHOSE_TEXT}\s*[/|:·]\s*(?P<sure>[^()\[\]¸¶;]{2,40}?)(?:[¸;][^()\[\]]{1,40})?[)\]]",
                takes=(
                    "【文/青崖网 沈砚秋】3月1日，桥通车了。",
                    "（撰文｜沈砚秋）桥通车了。",
                    "【青崖网 文/沈砚秋】桥通车了。",
                    "(作者：沈砚秋)桥通车了。",
                    "（青崖网 本文作者：沈砚秋）桥通车了。",
                    "【原文作者/沈砚秋】桥通车了。",
                    "【文、图/沈砚秋，编辑/顾怀舟】桥通车了。",
                ),
                spares=("【图/青崖网 沈砚秋】桥通车了。", "（文/图）桥通车了。"),
            ),
            Form(
                r"\(\s*{MEDIUM_FIRST}?(?P<names>{FEW_NAMES})\s*(?:[0-9]{1,2}月[0-9]{1,2}日)?\s*[发寄]自\s*{HAN}{2,6}\s*\)",
                takes=("（沈砚秋 发自北岫）桥通车了。", "(青崖晚报 沈砚秋3月4日寄自北岫)桥通车了。"),
                spares=("（一封来信 发自北岫）桥通车了。", "（沈砚秋 来自北岫）说，桥通车了。"),
            ),
        ),
    ),
    Part(
        name="NAMES_IN_BRACKETS",
        why="Nothing but names in brackets, as agencies' datelines end.",
        pattern=r"\s*\((?P<names>{HAN}{2,4}(?:[\s¦]{HAN}{2,4}){0,3})\)",
    ),
    Wording(
        name="byline-dateline",
        why="某网青崖3月4日电 (甲 乙), 某网讯（甲）: the date, the medium's ending or an agency's name shows it.",
        asks="byline-dateline",
        forms=(
            Form(
                r"[^()¸¶]{2,24}?[0-9]{1,2}月[0-9]{1,2}日[^()¸¶]{0,4}(?:电|讯|消息){NAMES_IN_BRACKETS}",
                takes=(
                    "青崖经纬3月4日电 (沈砚秋) 桥通车了。",
                    "青崖网3月4日讯（沈砚秋 尚青）桥通车了。",
                    "青崖网3月4日消息（沈砚秋）桥通车了。",
                ),
                spares=("3月4日，桥通车了（见图），两岸的人都来了。",),
            ),
            Form(
                r"[^\s()¸¶]{1,12}{MEDIA_ENDINGS}讯{NAMES_IN_BRACKETS}",
                takes=("霁光证券网讯（沈砚秋）桥通车了。",),
                spares=("霁光公司通讯（沈砚秋）今年停刊。",),
            ),
            Form(
                r"{AGENCIES}[^()¸¶]{0,21}?(?:电|讯|报道){NAMES_IN_BRACKETS}",
                takes=(
                    "中新网青崖电 (沈砚秋)桥通车了。",
                    "中新网青崖讯（沈砚秋）桥通车了。",
                    "中新网青崖报道（沈砚秋）桥通车了。",
                ),
                spares=("中新网的专栏（沈砚秋）写过这座桥。",),
            ),
        ),
    ),
    Wording(
        name="byline-named-end",
        why="（作者：甲）, （文/甲）, （甲/文） behind the last sentence.",
        asks="byline-named-end",
        forms=(
            Form(
                r"\(\s*(?:本文)?(?:作者(?:署名)?|撰?文|撰稿|编译)\s*[:/|]\s*(?P<names>[^()¶]{2,40})\)\s*$",
                takes=(
                    "对岸的灯还亮着。（本文作者：沈砚秋）",
                    "对岸的灯还亮着。（作者署名：沈砚秋）",
                    "对岸的灯还亮着。（文/沈砚秋 图/尚青）",
                    "对岸的灯还亮着。（撰文：沈砚秋）",
                    "对岸的灯还亮着。（撰稿：沈砚秋）",
                    "对岸的灯还亮着。（编译/沈砚秋）",
                ),
                spares=("对岸的灯还亮着。（作者系青崖大学教授）",),
            ),
            Form(
                r"\(\s*(?P<names>[^()¶/:]{2,12})\s*/\s*(?:文|{TEXT_WORK})\s*\)\s*$",
                takes=("对岸的灯还亮着。（子玉/文）", "对岸的灯还亮着。（子玉/编译）"),
                spares=("对岸的灯还亮着。（子玉/图）",),
            ),
        ),
    ),
    Wording(
        name="byline-signed-end",
        why="… 某报记者 甲 and … 作者：甲 behind the last sentence.",
        asks="byline-signed-end",
        forms=(
            Form(
                r"{SENTENCE_OVER}\s*\S{2,8}?{REPORTER_RANKS}?{REPORTERS}\s*(?P<names>{NAME}(?:[\s¦]{NAME}){0,3})\s*$",
                takes=(
                    "对岸的灯还亮着。 青崖商报记者 沈砚秋",
                    "对岸的灯还亮着。霁光财经全媒体见习记者沈砚秋 北岫报道",
                    "“对岸的灯还亮着……”青崖商报记者沈砚秋、尚青",
                ),
                spares=("对岸的灯还亮着，他这样告诉记者",),
            ),
            Form(
                r"{SENTENCE_OVER}\s*(?:记者\s+|(?:本文)?作者\s*(?:[:|/]\s*|\s))(?P<plain>{FEW_NAMES})\s*$",
                takes=(
                    "对岸的灯还亮着。记者 沈砚秋",
                    "对岸的灯还亮着。 作者：沈砚秋",
                    "他说：“桥是好桥。”本文作者 沈砚秋",
                ),
                spares=("对岸的灯还亮着。记者问他",),
            ),
        ),
    ),
    Wording(
        name="byline-closing",
        why="甲/文 without brackets, （作者甲系某大学教授）, and 请联系本文作者甲：甲@… in a call for tips.",
        asks="byline-closing",
        forms=(
            Form(
                r"[¶)”…]\s*(?P<names>{FEW_NAMES})\s*/\s*文(?:\s+{FEW_NAMES}\s*/\s*(?:图|摄影?))?\s*$",
                takes=(
                    "对岸的灯还亮着。沈砚秋/文 尚青/图",
                    "对岸的灯还亮着。沈砚秋/文 尚青/摄",
                    "对岸的灯还亮着。沈砚秋/文 尚青/摄影",
                ),
                spares=("他写过的东西装了三箱。书信/诗/散文",),
            ),
            Form(
                r"\(\s*(?:本文)?作者\s*(?P<names>{HAN}{2,3}?(?:[\s¦]{HAN}{2,3}?){0,2})\s*(?:分别|均|现)?(?:系|为|是)[^()¶]{2,60}\)$",
                takes=(
                    "对岸的灯还亮着。（作者沈砚秋系青崖大学教授）",
                    "（本文作者沈砚秋、尚青均为青崖大学教授）",
                    "（作者沈砚秋 尚青分别是青崖大学教授、博士生）",
                    "（作者沈砚秋现为青崖大学教授）",
                ),
                spares=("（作者系青崖大学经济学院教授）",),
            ),
            Form(
                r"联系(?:本文)?作者\s*(?P<names>{HAN}{2,3})\s*[:(]\s*[\w.+-]{2,40}@",
                takes=(
                    "更多线索，请联系本文作者沈砚秋：syq@example.com",
                    "请联系作者沈砚秋（syq@example.com）",
                ),
                spares=("请联系作者本人索取：原稿在桥头的邮局",),
            ),
        ),
    ),
    Wording(
        name="byline-lone-end",
        why="（甲）, （某报 甲 乙）, （甲编译）, （甲 发自某地） behind the last sentence.",
        asks="byline-lone-end",
        forms=(
            Form(
                r"{LONE_BRACKET}{MEDIUM_FIRST}?(?P<names>{FEW_NAMES}?)(?:\s*{TEXT_WORK}|\s*{BOTH}|{FROM_HERE})\s*\)\s*$",
                takes=(
                    "对岸的灯还亮着。（沈砚秋 尚青 编译）",
                    "（沈砚秋文/图）",
                    "对岸的灯还亮着。（沈砚秋 发自上海）",
                    "（沈砚秋 3月4日发自上海）",
                    "（沈砚秋寄自青崖、北岫）",
                    "（青崖晚报 沈砚秋 北岫报道）",
                ),
                spares=("（沈砚秋 摄）", "对岸的灯还亮着。（沈砚秋 摄于上海渡口）"),
            ),
            Form(
                r"{LONE_BRACKET}(?:{HAN}{2,8}{MEDIA_ENDINGS}[\s·/]+)?(?P<names>{HAN}{2,4}(?:[\s¦]{HAN}{2,4}){0,2})"
                r"\s*\)\s*$",
                takes=(
                    "对岸的灯还亮着。（沈砚秋 尚青）",
                    "对岸的灯还亮着。（青崖日报 沈砚秋）",
                    "（沈砚秋）",
                    "他说：“桥是好桥。”（沈砚秋）",
                    "对岸的灯还亮着……（沈砚秋）",
                ),
                spares=("一等奖：《大河》（沈砚秋）", "对岸的灯还亮着。（青崖经纬APP）", "（沈砚秋 编辑）"),
            ),
        ),
    ),
)
