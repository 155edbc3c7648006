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
                r"(?:来源|稿源|出处)\s*[:：]\s*(?P<source>[^\s，。|【\[(（]{2,20})",
                takes=(
                    "2004-11-30 10:02 来源：砚江日报 【大 中 小】",
                    "2004年11月30日 稿源: 砚江网",
                    "出处：青崖晚报",
                ),
                spares=("2004-11-30 10:02 水的来源", "来源： 【大 中 小】"),
            ),
        ),
    ),
    Wording(
        name="author-labelled",
        why="作者：甲 and 记者 乙 in the info line; a reporter's label may have a space for its sign.",
        asks="author-labelled",
        forms=(
            Form(
                r"(?:^|[\s|｜])(?:本文)?作者\s*[:：]\s*(?P<author>[^\s|｜【\[(（]{2,30})",
                takes=("作者：卢砚舟、阮也", "2004-11-30 10:02 本文作者：卢砚舟 我有话说"),
                spares=("原作者：卢砚舟", "作者 卢砚舟"),
            ),
            Form(
                r"(?:^|[\s|｜])记者\s*[:：\s]\s*(?P<reporter>[^\s|｜【\[(（]{2,30})",
                takes=("记者：卢砚舟", "2004-11-30 10:02 砚江日报 记者 卢砚舟"),
                spares=("砚江日报记者卢砚舟", "女记者：卢砚舟"),
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
            "订阅 发表 留言 讨论 论坛 更新 进入 查看 下载 打开 热线 查询 播放 首页 专题 相关 热点 图集 股吧 行情 登录 注册 发布时间 往期 保存 投票".split()
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
                r"[预通情公]报$|星期.$|(?:博客|手机)$",
                takes=("天气预报", "情况通报", "每日情报", "企业公报", "星期二", "他的博客", "手机"),
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
