"""The labels of credit lines, of sources and of editors: 来源：X 作者：甲, 责任编辑：乙.

A line of who did what is cut before each of its labels, so that what stands behind one is read for what it is. Texts
come here in the signs of signs.py where a question says so.
"""

from __future__ import annotations

from newsclean.rules.rows import Form, Part, Question, Row, Wording, Words

__all__ = ["QUESTIONS", "ROWS"]

QUESTIONS = (
    Question(
        "label",
        "search",
        "A label of a credit line, told by the word and by what stands around it. Caught are the label of a source, "
        "of the original title or of an author (others: nothing), and the sign behind it.",
        signs=True,
    ),
    Question("closing-mark", "fullmatch", "A line that only says that the text ends."),
    Question(
        "sourced-end",
        "search",
        "A bracket behind the last sentence that names the medium; nothing may stand behind its group but the bracket.",
        signs=True,
    ),
    Question("editor-label", "match", "The label before an editor's name."),
    Question("staff-code", "search", "The code of a member of staff behind or instead of a name."),
    Question("source-label", "match", "The label before a medium's name."),
    Question("card-behind", "search", "The word of a microblog card behind a medium's name."),
    Question(
        "compiled-behind",
        "match",
        "A medium that compiled its text from others, which are named behind the word for it.",
    ),
    Question("account-behind", "search", "A bracket behind a medium's name with its account or its issue."),
    Question("writer-behind", "search", "A writer's label behind a medium's name in the same node."),
    Question("author-behind", "search", "An author behind a medium's name, whose label need have no sign."),
    Question("reporter-of-medium", "fullmatch", "A medium and its reporter, in the head of a document."),
    Question("no-medium", "match", "What stands where a medium could, and is none."),
)

_STAYS = "the word also names the work in a label of its own (WORKERS)"

ROWS: tuple[Row, ...] = (
    # --- labels of credit lines ------------------------------------------------------------------------------
    Part(
        name="BEFORE_LABEL",
        why="A label opens its line, or stands behind a space, a mark of a clause, a bar or an opening bracket.",
        pattern=r"(?:^|(?<=[\s,;¸¦|(\[]))",
    ),
    Part(
        name="BEHIND_LABEL",
        why="A sign stands behind a label, or nothing but a space; the one who asks tells the two apart.",
        pattern=r"\s*(?P<sign>[:|/·])|\s+",
    ),
    Words(
        name="SOURCES",
        why="How the label of an article's source is written: reprints and feed documents of 2009-2026. Not 图片来源, "
        "数据来源 and their like, which are of a picture or a table.",
        members=tuple("来源 稿源 本文来源 文章来源 稿件来源 消息来源 新闻来源 信息来源".split()),
    ),
    Words(
        name="TITLE_LABELS",
        why="How reprints label the title that the article had at its medium.",
        members=("原标题", "原题"),
    ),
    Words(
        name="THIS_MEDIUM",
        why="What a newspaper, a magazine and a site call themselves in a byline.",
        members=("本报", "本刊", "本网"),
    ),
    Words(
        name="TEXT_LABELS",
        why="Labels of who wrote the text, which are words of any sentence too where no sign stands behind them.",
        members=("文", "撰文", "文字", "采写", "参与采写", "采访撰文"),
    ),
    Words(
        name="GLUED_WORKERS",
        why="Labels that stand before a name with nothing between, behind another credit: 作者：甲 摄影乙.",
        members=tuple("设计 摄影 摄像 编辑 责编 校对 翻译 制图 监制 审核".split()),
        also=tuple((word, _STAYS) for word in "设计 摄影 摄像 编辑 责编 校对 翻译 制图 监制 审核".split()),
    ),
    Words(
        name="TEXT_WORK",
        why="Work that makes a text, where the same person does it as reporter: 编译/记者 甲. Who edits or takes pictures "
        "as reporter wrote nothing.",
        members=("编译", "整理", "采写", "撰文", "撰稿"),
        also=(
            ("编译", "the work is the author's only beside the word for one"),
            ("采写", "here beside the word for a reporter, elsewhere the label alone"),
            ("撰文", "here beside the word for a reporter, elsewhere the label alone"),
            ("撰稿", "here beside the word for a reporter, elsewhere the label alone"),
        ),
    ),
    Wording(
        name="source-in-line",
        why="来源：X beside other labels, in feed documents and reprints.",
        asks="label",
        forms=(
            Form(
                r"{BEFORE_LABEL}(?P<source>{SOURCES}){BEHIND_LABEL}",
                takes=("来源：青崖晚报", "（来源｜青崖晚报）", "稿源 青崖晚报"),
                spares=("来源于年报的数据，公司去年少卖了三成。", "他说明了这笔钱的来源：卖船。"),
            ),
        ),
    ),
    Wording(
        name="title-in-line",
        why="原标题：X beside other labels; its words are no labels where no sign stands behind them.",
        asks="label",
        forms=(
            Form(
                r"{BEFORE_LABEL}(?P<title>{TITLE_LABELS}){BEHIND_LABEL}",
                takes=("原标题：河上新桥今晨通车", "（原题 / 江上行船记）"),
                spares=("原标题党作风要不得，读者早就看腻了。",),
            ),
        ),
    ),
    Wording(
        name="author-in-line",
        why="Who wrote the text: 作者：甲, 某报记者 甲, 文｜甲, 文、图/甲, in credit lines of 2009-2026.",
        asks="label",
        forms=(
            Form(
                r"{BEFORE_LABEL}(?P<author>{BOTH}){BEHIND_LABEL}",
                takes=(
                    "图片/文字：沈砚秋",
                    "图、文｜沈砚秋",
                    "摄影 & 文 沈砚秋",
                    "摄/文：沈砚秋",
                    "文字/图片：沈砚秋",
                    "文、图/沈砚秋",
                    "文/摄影 沈砚秋",
                    "文／摄：沈砚秋",
                    "图文：沈砚秋",
                    "（文图 沈砚秋）",
                ),
                spares=("图文并茂的一本小书，讲的是渡口的船。",),
            ),
            Form(
                r"{BEFORE_LABEL}(?P<author>{THIS_MEDIUM}?{TEXT_LABELS})\s*(?P<sign>[:|/·])(?!\s*(?:图片?|摄影?)[)\]]?$)",
                takes=("本报 采写：沈砚秋", "本刊采写 | 沈砚秋", "文/沈砚秋", "文/图云", "文/摄沈砚秋"),
                spares=(
                    "沈砚秋 文/图",
                    "沈砚秋 文/摄影",
                    "（沈砚秋 文/图片）",
                    "[沈砚秋 文/摄]",
                    "文 化人沈砚秋昨天到了渡口。",
                    "文字 是她写的，照片不是。",
                ),
            ),
            Form(
                r"{BEFORE_LABEL}(?P<author>{TEXT_WORK}\s*[/&|]\s*[^\s,;:|/¸¦¶()\[\]]{0,20}?{WRITERS}){BEHIND_LABEL}",
                takes=("编译/记者 沈砚秋", "整理｜青崖晚报记者：沈砚秋", "编译 & 记者 沈砚秋"),
                spares=("他编译的/记者写的，都在抽屉里。",),
            ),
            Form(
                r"{BEFORE_LABEL}(?P<author>[^\s,;:|/¸¦¶()\[\]]{0,20}?{WRITERS}\s*[/&|]\s*{TEXT_WORK}){BEHIND_LABEL}",
                takes=("记者/编译 沈砚秋", "青崖晚报记者｜整理：沈砚秋", "记者 & 编译 沈砚秋"),
                spares=("记者和编译都下班了。",),
            ),
            Form(
                r"{BEFORE_LABEL}(?P<author>[^\s,;:|/¸¦¶()\[\]]{0,20}?{WRITERS}){BEHIND_LABEL}",
                takes=("作者：沈砚秋", "青崖晚报记者 沈砚秋", "（见习记者：沈砚秋）"),
                spares=("他告诉记者，桥通车了。", "这本书的作者是谁，没有人知道。"),
            ),
        ),
    ),
    Wording(
        name="worker-in-line",
        why="Who did anything else: 编辑：乙, 图片来源：某图库, 摄影师 丙; the names behind them are no authors.",
        asks="label",
        forms=(
            Form(
                r"{BEFORE_LABEL}{HAN}{0,4}?(?:{WORKERS}|来源)(?:人|师|员)?{BEHIND_LABEL}",
                takes=(
                    "融媒中心责任编辑：顾怀舟",
                    "图片来源：霁光图库",
                    "出品人 顾怀舟",
                    "摄影师：顾怀舟",
                    "审核员｜顾怀舟",
                ),
                spares=("编辑部在三楼，主编的房间在顶层。", "摄影展昨天开幕，两岸的人都来看。"),
            ),
            Form(
                r"(?<=[\s,;¸¦]){GLUED_WORKERS}师?(?={HAN}{2,3}(?:[\s,;)¸¦]|$))",
                takes=("沈砚秋、编辑顾怀舟", "沈砚秋 摄影师顾怀舟，三月四日"),
                spares=("沈砚秋 编辑部的人都在", "摄影顾怀舟"),
            ),
        ),
    ),
    Part(
        name="END_MARK",
        why="What editors draw around the word for a text's end.",
        pattern=r"[-—–=_·•*~～.…\s()（）【】\[\]《》<>|]",
    ),
    # --- the last lines of a text ----------------------------------------------------------------------------
    Wording(
        name="closing-mark",
        why="（完）, -END- and a copyright sign with its owner: lines among the last of feed documents.",
        asks="closing-mark",
        forms=(
            Form(
                r"{END_MARK}*(?:(?:THE|The)\s)?(?:END|End){END_MARK}*",
                takes=("—END—", "- End -", "【 THE END 】", "The End", "END"),
                spares=("（END是什么意思，没有人说）", "THE END OF THE BRIDGE"),
            ),
            Form(
                r"{END_MARK}*(?:全文)?[完终]{END_MARK}*(?<=.{2})",
                takes=("（完）", "全文完", "—— 终 ——"),
                spares=("（完成）", "完", "终"),
            ),
            Form(r"©.*", takes=("© 青崖晚报 2024",), spares=("青崖晚报的©怎么打",)),
        ),
    ),
    Wording(
        name="sourced-end",
        why="（来源：X） behind the last sentence: the medium of a reprint, in 1 of 40 feed items read. A book in its own "
        "marks is quoted, not reprinted.",
        asks="sourced-end",
        forms=(
            Form(
                r"[¶”)…]\s*[(\[]\s*(?:本文|文章|稿件)?(?:来源|稿源)\s*[:|](?P<source>[^()\[\]¶¸《]{2,40})(?:¸[^()\[\]¶]{1,12})?[)\]]$",
                takes=(
                    "两岸的人都来看。（来源：青崖晚报）",
                    "他说：“桥通了。”（本文来源：青崖晚报，有删改）",
                    "（图为新桥）[文章来源｜青崖晚报]",
                    "灯都亮着…（稿件来源：青崖晚报）",
                    "两岸的人都来看！ （稿源：青崖晚报）",
                ),
                spares=(
                    "两岸的人都来看。（图片来源：霁光图库）",
                    "两岸的人都来看。（信息来源：青崖河道所）",
                    "大河之水天上来。（来源：《大河集》）",
                    "这种纸（来源：青崖纸坊）不便宜。",
                ),
            ),
        ),
    ),
    # --- editors ---------------------------------------------------------------------------------------------
    Words(
        name="EDITOR_LABELS",
        why="How the site's pages and reprints label the editor: 责任编辑 on nearly every page since 2005.",
        members=tuple("责任编辑 责编 值班编辑 执行编辑 实习编辑 见习编辑 核稿编辑 编辑 主编".split()),
        also=tuple((word, _STAYS) for word in "责任编辑 责编 编辑 主编".split()),
    ),
    Wording(
        name="editor-label",
        why="The label before the name, often in a bracket with it.",
        asks="editor-label",
        forms=(
            Form(
                r"[\s（(【\[]*(?:本文|本期)?{EDITOR_LABELS}\s*{SIGN}?\s*",
                takes=(
                    "责任编辑：顾怀舟 SF107",
                    "（本文编辑 顾怀舟）",
                    "【本期主编丨顾怀舟】",
                    "责编／顾怀舟",
                    "编辑╱顾怀舟",
                ),
                spares=("顾怀舟编辑", "本报编辑部：顾怀舟"),
            ),
            Form(
                r"[\s（(【\[]*Editors?\s*:\s*",
                takes=("(Editor: Gu Huaizhou)", "Editors: Gu Huaizhou, Shen Yanqiu"),
                spares=("Editorial: the bridge", "Editor Gu Huaizhou"),
            ),
        ),
    ),
    Wording(
        name="staff-code",
        why="The site's codes of staff, SN045 or NF063, on pages since 2011.",
        asks="staff-code",
        forms=(
            Form(
                r"\s?[（(]?\s?(?<![A-Za-z])[A-Za-z]{1,3}\d{2,5}\b\s?[）)]?",
                takes=("顾怀舟 SF107", "顾怀舟（SN045）"),
                spares=("顾怀舟 Covid19", "顾怀舟 A1"),
            ),
        ),
    ),
    # --- the name of a medium --------------------------------------------------------------------------------
    Wording(
        name="source-label",
        why="The label before a medium's name, in the info line and in the body.",
        asks="source-label",
        forms=(
            Form(
                r"(?:{SOURCES}于?|转自|来自)\s*{SIGN}?\s*",
                takes=("来源：青崖晚报", "本文来源于《青崖周刊》", "转自ǀ青崖晚报", "来自〡青崖晚报"),
                spares=("青崖晚报来源", "记者来自青崖晚报"),
            ),
            Form(
                r"出版社\s*{SIGN}\s*",
                takes=("出版社：青崖文艺出版社",),
                spares=("出版社青年报", "青崖出版社：渡口"),
            ),
        ),
    ),
    Words(
        name="CARDS",
        why="The site's word for the microblog card behind a medium's name, 2011-2015.",
        members=("微博",),
        also=(("微博", "an invitation names accounts of the microblog by the same word (ACCOUNTS)"),),
    ),
    Wording(
        name="card-behind",
        why="The name stays, the card's word goes.",
        asks="card-behind",
        forms=(
            Form(
                r"(?<=.)\s*[\[(（【]?{CARDS}[\])）】]?$",
                takes=("青崖晚报 微博", "青崖晚报[微博]"),
                spares=("微博", "青崖微博之夜"),
            ),
        ),
    ),
    Words(
        name="COMPILED",
        why="How a medium says that it put its text together from others: 青崖新闻综合县纪委网站, in feed documents.",
        members=("综合", "综编"),
        also=(("综合", "alone it stands where a name could"),),
    ),
    Words(
        name="OF_ALL_SORTS",
        why="What makes a channel's or a page's name of the same word: 综合频道, 综合新闻.",
        members=tuple("频道 广播 新闻 卫视 台 网 报 版".split()),
        within=("来源：砚江新闻综合＿",),
        also=tuple(
            (word, "here behind the word for all sorts, elsewhere the end of a medium's name")
            for word in "频道 广播 新闻 卫视 台 网 报".split()
        ),
    ),
    Wording(
        name="compiled-behind",
        why="The medium stays, and whom it compiled goes; told by how a medium's name ends, for offices bear the word too.",
        asks="compiled-behind",
        forms=(
            Form(
                r"(?P<source>.{1,18}?(?:{PRESS_ENDINGS}|发布|观察))\s*[(（]?\s*{COMPILED}(?!{OF_ALL_SORTS}?[)）]?$)",
                takes=(
                    "青崖新闻综合县纪委网站",
                    "青崖发布（综合渡口报、码头社）",
                    "渡口观察 综编自砚江网",
                ),
                spares=(
                    "砚江电视台综合频道",
                    "县综合执法局",
                    "砚江网综合新闻",
                    "综合砚江社、渡口网",
                    "砚江财经综合",
                ),
            ),
        ),
    ),
    Wording(
        name="account-behind",
        why="来源：X（ID：x）, （公众号：x） and （2019年第3期）: labels of accounts since 2014, of magazines before.",
        asks="account-behind",
        forms=(
            Form(
                r"\s*[（(]\s*(?:ID|{ACCOUNTS})[^（）()]*[)）]$",
                takes=("青崖观察（ID：qyguancha）", "青崖观察 (公众号：青崖观察)"),
                spares=("青崖观察（青崖晚报）", "（ID）青崖"),
            ),
            Form(
                r"\s*[（(]\s*[^（）()]{0,8}(?:19|20)\d\d\s*年[^（）()]*[)）]$",
                takes=("《青崖月刊》（2019年第3期）", "青崖晚报（1998年3月4日）", "青崖晚报(第8版 2019 年)"),
                spares=("青崖观察（三年）",),
            ),
        ),
    ),
    Wording(
        name="writer-behind",
        why="A node of old pages may hold the medium and the writer: 青崖晚报 文/甲, 青崖晚报（记者 甲）.",
        asks="writer-behind",
        forms=(
            Form(
                r"[ （(](?:作者|记者|文)",
                takes=("青崖晚报 文/沈砚秋", "青崖晚报（记者 沈砚秋）", "青崖晚报(作者：沈砚秋)"),
                spares=("青崖文汇报", "中国记者杂志"),
            ),
            Form(
                r"(?<=.)[作记]者\s*[:：]",
                takes=("青崖网作者：沈砚秋", "青崖网记者:沈砚秋"),
                spares=("中国记者杂志",),
            ),
        ),
    ),
    Wording(
        name="author-behind",
        why="Of labels of writers this one may stand before a name with no sign between.",
        asks="author-behind",
        forms=(
            Form(r" 作者", takes=("青崖晚报 作者沈砚秋",), spares=("青崖作者报",)),
            Form(
                r"(?<=[^ （(])[作记]者\s*[:：]",
                takes=("青崖网作者：沈砚秋", "青崖网记者: 沈砚秋"),
                spares=("青崖晚报（记者：沈砚秋）", "青崖晚报 记者：沈砚秋"),
            ),
        ),
    ),
    Wording(
        name="reporter-of-medium",
        why="Heads of documents name the writer with the medium: author: 某报记者 甲.",
        asks="reporter-of-medium",
        forms=(
            Form(
                r"(?!本)(?P<source>\S{2,20}?){REPORTER_RANKS}?记者[\s：]*(?P<names>\S.*)",
                takes=("青崖晚报记者 沈砚秋", "青崖晚报首席记者：沈砚秋、尚青", "青崖观察网记者沈砚秋"),
                spares=("本报记者 沈砚秋", "青崖记者", "记者沈砚秋"),
            ),
        ),
    ),
    Wording(
        name="no-medium",
        why="Links beside a name, addresses and persons, on pages without a medium; where a picture is from.",
        asks="no-medium",
        forms=(
            Form(r"(?:微博|博客|专栏)$", takes=("微博", "博客", "专栏"), spares=("微博之声",)),
            Form(
                r"https?://|www\.",
                takes=("http://www.qingya.example/", "https://qingya.example/", "www.qingya.example"),
                spares=("www时代周刊", "http协议报"),
            ),
            Form(r".{0,10}截[图屏]$", takes=("视频截图", "渡口直播截屏"), spares=("截图周刊",)),
            Form(
                r"作者|专栏作",
                takes=("作者：沈砚秋", "专栏作家 沈砚秋"),
                spares=("专栏周刊", "青崖作家报"),
            ),
        ),
    ),
)
