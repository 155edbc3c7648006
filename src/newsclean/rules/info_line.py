"""The words above a body that no class and no id names: labels, media, tools and the breadcrumb of an info line.

Pages to 2013 write time, medium and persons into one line, with tools and counts beside them. What is a medium there is
told by how its name ends, and by what it is not.
"""

from __future__ import annotations

from newsclean.rules.rows import Form, Part, Question, Row, Wording, Words

__all__ = ["QUESTIONS", "ROWS"]

QUESTIONS = (
    Question("source-labelled", "search", "A medium behind its label, in the words above a body."),
    Question(
        "author-labelled",
        "search",
        "Persons behind their label, in the words above a body: as author, or as reporter, whose names must look like "
        "names.",
    ),
    Question("update-label", "search", "The label before the time of the last change, at the end of a text."),
    Question("update-behind", "match", "The word behind a time that makes it the time of a change."),
    Question("time-label", "search", "The label before the time of publication, at the end of a text."),
    Question("day-led-to", "search", "What stands before a day that a sentence or a span of time leads to."),
    Question(
        "day-goes-on", "match", "What stands behind a day that a sentence or a span of time goes on with."
    ),
    Question(
        "press-line", "match", "A line that begins with a medium and its reporter, with a slash between."
    ),
    Question(
        "today",
        "search",
        "What tells the day of reading, which stands at ¶, from a date: its words, its weekday.",
    ),
    Question("first-name", "match", "The first name in a text."),
    Question("medium-shape", "fullmatch", "What could be the name of a medium, by its signs."),
    Question("medium", "fullmatch", "What calls itself a medium by how its name ends."),
    Question("tool", "search", "A tool, a count or a label of an info line, which is no medium."),
    Question("tool-behind", "fullmatch", "A word of the tools behind a medium's name in the same node."),
    Question("site-address", "search", "The site's address, behind which pages to 2009 name the medium."),
    Question("host", "fullmatch", "An address without a path, where a medium's name could stand."),
)

_LABELS_TOO = "an info line writes it as a tool's word too, and no medium's name holds it"

ROWS: tuple[Row, ...] = (
    # --- what has a label ------------------------------------------------------------------------------------
    Wording(
        name="source-labelled",
        why="来源：X in the info line, beside the time.",
        asks="source-labelled",
        forms=(
            Form(
                r"(?:来源|稿源|出处)\s*[:：]\s*(?:[\[【]\s*)?(?P<source>[^\s，。|【\[(（\]】=\"]{2,20})",
                takes=(
                    "2004-11-30 10:02 来源：砚江日报 【大 中 小】",
                    "2004年11月30日 稿源: 砚江网",
                    "出处：青崖晚报",
                    "来源：[ 青崖晚报 ]",
                ),
                spares=("2004-11-30 10:02 水的来源", "来源： (大 中 小)"),
            ),
            Form(
                r"(?:^|\s)本文来[源自]于?\s*[:：]?\s*(?P<source>[^\s，。|【\[(（]{2,20})",
                takes=("本文来源于青崖晚报", "2024-05-22 本文来自：青崖人家"),
                spares=("日本文来源",),
            ),
            Form(
                r"(?:^|\s)来源\s(?P<source>\S{1,14}{PRESS_ENDINGS})(?=\s|$)",
                takes=("2012-1-12 17:58 来源 青崖网 沈砚秋", "来源 青崖晚报"),
                spares=("水的来源 青崖网", "来源 青崖山"),
            ),
        ),
    ),
    Wording(
        name="author-labelled",
        why="作者：甲 and 记者 乙 in the info line; a reporter's label may have a space for its sign.",
        asks="author-labelled",
        forms=(
            Form(
                r"(?<!原)作者\s*[:：]\s*(?:记者\s)?(?P<author>[^\s|｜【\[(（]{2,30}|{HAN}\s{HAN}(?!{HAN}))",
                takes=(
                    "作者：卢砚舟、阮也",
                    "2004-11-30 10:02 本文作者：卢砚舟 我有话说",
                    "砚江网作者：卢砚舟",
                    "作者： 阮 也 稿源：砚江网",
                    "作者：记者 卢砚舟 来源：砚江网",
                ),
                spares=("原作者：卢砚舟", "作者 卢砚舟"),
            ),
            Form(
                r"(?:^|[\s◎●【\[(（])记者\s?(?P<reporter>{HAN}{2,4})\s*[/／╱]",
                takes=(
                    "◎ 记者卢砚舟/编译",
                    "记者卢砚舟／青崖报道",
                    "（记者阮也／青崖报道）",
                    "◎记者卢砚舟／采访",
                    "2012-01-16 ●记者阮也╱综合",
                ),
                spares=("砚江日报记者卢砚舟/文", "记者节/青崖"),
            ),
            Form(
                r"[【(（]\s?(?P<reporter>{HAN}{2,4})\s*[/／╱][^】)）]{1,8}报[导道]\s?[】)）]",
                takes=("【卢砚舟／青崖报道】", "（阮也/综合报导）", "(卢砚舟╱砚江报道)"),
                spares=("【青崖报道】", "卢砚舟／青崖报道"),
            ),
            Form(
                r"[\[【]\s?(?P<reporter>{HAN}{2,4})\s?[\]】]\s*来源",
                takes=("2004年7月16日08:19 [ 卢砚舟 ] 来源：[ 砚江日报 ]", "【卢砚舟】来源：砚江日报"),
                spares=("[ 卢砚舟 ] 我来说两句",),
            ),
            Form(
                r"(?:^|[\s|｜])记者\s*[:：\s]\s*(?P<reporter>[^\s|｜【\[(（]{2,30}(?:\s{HAN}{2,3}(?!{HAN})){0,3})",
                takes=("记者：卢砚舟 阮也 青崖报道", "2004-11-30 10:02 砚江日报 记者 卢砚舟"),
                spares=("砚江日报记者卢砚舟", "女记者：卢砚舟"),
            ),
        ),
    ),
    Wording(
        name="press-line",
        why="青崖晚报／记者沈砚秋／青崖报道, above texts of Taiwan's papers: the medium, the reporter, the place.",
        asks="press-line",
        forms=(
            Form(
                r"[【\[(（]?\s*(?P<source>[^\s／/╱【\[(（。，]{1,10}[报社台刊媒网讯])\s*[／/╱]\s*(?:记者|特派员)?\s*(?P<reporter>[^\s／/╱】\])）。，]{2,12})",
                takes=(
                    "【青崖晚报／记者沈砚秋／青崖报道】",
                    "(渡口社/特派员沈砚秋)",
                    "[砚江电视台╱沈砚秋]",
                    "（渡口周刊／记者沈砚秋）",
                    "渡口传媒／沈砚秋",
                    "砚江网／沈砚秋",
                    "青崖快讯／沈砚秋",
                ),
                spares=("青崖／沈砚秋", "渡口晚报 2024/05/22"),
            ),
        ),
    ),
    # --- times -----------------------------------------------------------------------------------------------
    Words(
        name="CHANGES",
        why="What is done to a text after it was published, in labels of times.",
        members=("更新", "修改", "修订", "编辑"),
        also=(
            ("更新", "here the label of a time, elsewhere a tool, or what is said of a notice"),
            ("修改", "here the label of a time"),
            ("编辑", "here what is done to a text, elsewhere who does it"),
        ),
    ),
    Words(
        name="TIME_LABELS",
        why="How labels say that a text came out at a time.",
        members=tuple("发布 发表 刊发 刊登 发稿 上传 创建 时间 日期".split()),
        also=tuple(
            (word, "here the label of a time, elsewhere in lines of information or ends of names")
            for word in "发布 发表 刊发 发稿 时间 日期".split()
        ),
    ),
    Part(
        name="LABEL_END",
        why="How the label of a time ends.",
        pattern=r"(?:时间|日期|于)?\s*[:：]?\s*$",
    ),
    Wording(
        name="update-label",
        why="更新时间：, 最后更新于, 最近修改: the time of the last change.",
        asks="update-label",
        forms=(
            Form(
                r"(?:最[后近])?{CHANGES}{LABEL_END}",
                takes=("最后更新：", "更新时间：", "最近修改于 ", "修订日期 ", "编辑于"),
                spares=("更新的桥灯",),
            ),
            Form(
                r"(?i:updated|modified)\s*(?:on|at|:)?\s*$",
                takes=("Updated: ", "Last modified on ", "updated at"),
                spares=("Published: ",),
            ),
        ),
    ),
    Wording(
        name="update-behind",
        why="2005-04-27 14:32更新, in info lines of portals of 2005.",
        asks="update-behind",
        forms=(Form(r"\s?更新", takes=("更新 来源：青崖网", " 更新"), spares=("，更新了桥灯",)),),
    ),
    Wording(
        name="time-label",
        why="发布时间：, 时间：, 发表于: the time of publication. The words for time alone label it where no other does.",
        asks="time-label",
        forms=(
            Form(
                r"{TIME_LABELS}{LABEL_END}",
                takes=("发布时间：", "发表于", "刊发日期 ", "时间：", "发稿时间:"),
                spares=("时间表", "发布会在"),
            ),
        ),
    ),
    Wording(
        name="day-led-to",
        why="截至2012年3月4日, 3月1日 至 2012年3月4日.",
        asks="day-led-to",
        forms=(
            Form(
                r"(?:\w|[\d日]\s?[至到~～]\s)$",
                takes=("截止", "3月1日 至 ", "3月1日到 ", "2012-03-01 ~ ", "2012-03-01～ "),
                spares=("青崖网 ", "【", "分享到 "),
            ),
        ),
    ),
    Wording(
        name="today",
        why="今天是：2012年3月8日, 2012年3月8日‧星期四: in the bars of sites.",
        asks="today",
        forms=(
            Form(r"[:：]\s*¶", takes=("今天是：¶", "今日: ¶"), spares=("生活 ¶",)),
            Form(
                r"¶\s*[‧·(（]?\s*(?:星期|周|农历)",
                takes=("¶‧星期四", "¶ (周四)", "¶ · 星期四", "¶（星期四）", "¶农历二月"),
                spares=("¶ 字型", "¶"),
            ),
        ),
    ),
    Wording(
        name="day-goes-on",
        why="A day is a date where it stands by itself; in a sentence or a span of time it is none.",
        asks="day-goes-on",
        forms=(
            Form(
                r"\s*[，,、。；;至到~～\-－—–]",
                takes=("，老桥通车", " 至 5月3日", " 到 5月3日", "—2012年", "、"),
                spares=(" 来源：青崖网", " 14:32"),
            ),
            Form(
                r"(?!来源|稿源|出处|作者|记者|编辑|责编|星期|周|更新|发布|阅读|点击|浏览|字号|字体|评论){HAN}",
                takes=("的早晨", "在青崖"),
                spares=(
                    *("来源：", "稿源：", "出处：", "作者：", "记者", "编辑：", "责编：", "星期四", "周四"),
                    *("更新", "发布", "阅读", "点击：", "浏览：", "字号：", "字体", "评论", " 青崖"),
                ),
            ),
        ),
    ),
    # --- media -----------------------------------------------------------------------------------------------
    Wording(
        name="first-name",
        why="Words of Latin letters belong together, others end at a space.",
        asks="first-name",
        forms=(
            Form(
                r"(?:[A-Za-z][\w.&'-]*(?:\s|$))+",
                takes=("Harbour Daily 评论", "Harbour Daily"),
            ),
            Form(r"\S+", takes=("砚江日报 我有话说",), spares=(" 砚江日报",)),
        ),
    ),
    Wording(
        name="medium-shape",
        why="A name of up to twenty letters, with the marks of a book's title and of a series of media.",
        asks="medium-shape",
        forms=(
            Form(
                r"[《“\"]?[\w·•.&－—–-][\w·•.&《》“”()（）/－—–\s-]{1,19}",
                takes=("砚江日报-青崖晚报", "《船》周刊", "Harbour & Sea"),
                spares=("船工们把马灯都熄了，坐在船头看。", "【砚江】", "报"),
            ),
        ),
    ),
    Wording(
        name="medium",
        why="Where nothing but its place calls a word a medium, its ending must.",
        asks="medium",
        forms=(
            Form(
                r".+{MEDIA_ENDINGS}",
                takes=("砚江日报", "砚江之声"),
                spares=("砚江人", "报", "原创"),
            ),
            Form(
                r".+[报网社台刊]》",
                takes=("《砚江日报》", "《砚江网》", "《砚江通讯社》", "《砚江电视台》", "《砚江周刊》"),
                spares=("《谈谈教育》", "《船》"),
            ),
        ),
    ),
    # --- what is none ----------------------------------------------------------------------------------------
    Words(
        name="READER_TOOLS",
        why="Tools that open a word of the info line, which may run on: 收藏本文, 阅读(12). Pages of 2004-2015.",
        members=tuple("我要 收藏 分享 评论 打印 字体 字号 浏览 阅读".split()),
    ),
    Words(
        name="TOOLS",
        why="Other words that no medium's name holds: tools, counts, labels and links beside the time, 2004-2024.",
        members=tuple(
            "跟帖 有话说 微博 微信 公众号 转发 关闭 点击 访问 次数 参与 关注 举报 投稿 复制 链接 扫描 扫一扫 关键 标签 正文 摘要 导读 上一 下一 返回 推荐 "
            "订阅 手机版 发表 留言 讨论 论坛 更新 进入 查看 下载 打开 热线 查询 播放 首页 专题 相关 热点 图集 股吧 行情 登录 注册 发布时间 往期 保存 投票".split()
        ),
        also=(("微博", _LABELS_TOO), ("微信", _LABELS_TOO), ("公众号", _LABELS_TOO)),
    ),
    Wording(
        name="tool",
        why="What stands in an info line where a medium could.",
        asks="tool",
        forms=(
            Form(
                r"{READER_TOOLS}|{TOOLS}",
                takes=("收藏本文", "网友评论(12)", "12人参与", "关闭窗口"),
                spares=("砚江日报", "青崖之声"),
            ),
            Form(
                r"编辑|责编|作者|记者|校对|审核|来源",
                takes=(
                    "编辑顾怀舟",
                    "责编顾怀舟",
                    "作者卢砚舟",
                    "本报记者",
                    "校对阮也",
                    "审核阮也",
                    "稿件来源",
                ),
                spares=("砚江编年报",),
            ),
            Form(
                r"[看听读]新闻|(?:更多|滚动|国内|国际|社会)新闻$",
                takes=(
                    "手机看新闻",
                    "听新闻",
                    "读新闻",
                    "更多新闻",
                    "滚动新闻",
                    "国内新闻",
                    "国际新闻",
                    "社会新闻",
                ),
                spares=("砚江新闻", "国际新闻周刊"),
            ),
            Form(
                r"[预通情公速]报$|星期.$|(?:博客|手机)$",
                takes=(
                    "天气预报",
                    "情况通报",
                    "每日情报",
                    "企业公报",
                    "新闻速报",
                    "星期二",
                    "他的博客",
                    "手机",
                ),
                spares=("砚江日报", "手机周刊", "通报周刊"),
            ),
        ),
    ),
    Wording(
        name="tool-behind",
        why="砚江晚报 微博 收藏本文: the name ends at the first of these words.",
        asks="tool-behind",
        forms=(
            Form(
                r"(?:{READER_TOOLS}|我有话说).*|.*人参与.*",
                takes=("收藏本文", "我有话说(12)", "(12人参与)"),
                spares=("砚江晚报", "有话说"),
            ),
            Form(
                r"微[博信]|[大中小]", takes=("微博", "微信", "大", "中", "小"), spares=("微博之声", "大河报")
            ),
        ),
    ),
    # --- addresses -------------------------------------------------------------------------------------------
    Wording(
        name="site-address",
        why="http://www.sina.com.cn 2004年11月30日10:02 砚江日报: behind it any name is a medium.",
        asks="site-address",
        forms=(
            Form(
                r"\bsina\.com\.cn",
                takes=("http://www.sina.com.cn 2004年11月30日10:02",),
                spares=("http://mysina.com.cn", "sina com cn"),
            ),
        ),
    ),
    Part(
        name="SITE_ENDING",
        why="How the address of a Chinese site ends.",
        pattern=r"\.(?:com|cn|net|org)",
    ),
    Wording(
        name="host",
        why="The address of the site, of a channel of it or of another site; a medium such as 霁光网.com is none.",
        asks="host",
        forms=(
            Form(
                r"www\.[\w.-]+{SITE_ENDING}",
                takes=(
                    "www.qingya.com",
                    "www.qingya.cn",
                    "www.qingya.net",
                    "www.qingya.org",
                    "www.qingya.gov.cn",
                ),
                spares=("Harbour.com", "www"),
            ),
            Form(
                r"[\w.-]*sina[\w.-]*{SITE_ENDING}",
                takes=("finance.sina.com.cn", "mysina.net.cn"),
                spares=("sina", "新浪sina"),
            ),
        ),
    ),
    # --- the breadcrumb --------------------------------------------------------------------------------------
    Words(
        name="PATH_ENDS",
        why="The last word of a breadcrumb, which names the article itself.",
        members=("正文",),
        within=("青崖 > 江河 > ＿",),
        also=(("正文", "it is a breadcrumb's end, and a word of the info line beside it"),),
    ),
    Words(
        name="HOMES",
        why="The first words of a breadcrumb, which name the site and no channel of it.",
        members=("首页", "新浪首页", "新浪网", "新浪", "sina"),
        within=("＿ > 江河 > 正文",),
        also=(("首页", "it is a breadcrumb's beginning, and a word of the info line beside it"),),
    ),
)
