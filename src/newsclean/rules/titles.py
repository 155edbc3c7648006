"""How the titles of pages are put together: the headline, the channel, the site, and what stands between them.

A page's ``<title>`` is the one place that every page has; what it says besides the headline is cut off by these
wordings.
"""

from __future__ import annotations

from newsclean.rules.rows import Form, Question, Wording, Words

__all__ = ["QUESTIONS", "ROWS"]

QUESTIONS = (
    Question("site-tail", "search", "What the site puts behind the headline in a page's title."),
    Question(
        "channel-tail", "search", "The channel, and the desk before it, that stand before the site's tail."
    ),
    Question("site-first", "match", "The site's name in front of the headline, in titles of 1999-2004."),
    Question("title-separator", "search", "What stands between the parts of a title."),
    Question(
        "dated-line", "match", "A line that begins with a date, or with the site's address and then a date."
    ),
    Question("house-title", "search", "A page's title that names the site."),
)

ROWS = (
    Words(
        name="DESKS",
        why="The desks that stand before the channel in titles of finance and news pages, 2003-2019.",
        members=tuple(
            "财经 新闻 要闻 股市 股票 基金 研究 国际 国内 社会 评论 动态 行业 公司 理财 期货 科技 体育".split()
        ),
    ),
    Wording(
        name="site-tail",
        why="Titles end in one or more parts with the site's name: 标题_电信_新浪科技_新浪网; the keywords stand before them.",
        asks="site-tail",
        forms=(
            Form(
                r"(?>\s{0,4}[_\-–—|｜]\s{0,4}[^_\-–—|｜]{0,20}?新浪[^_\-–—|｜]{0,12}\s{0,4}(?![^_\-–—|｜])){1,9}$",
                takes=(
                    "夜航轮渡开通首周 小城码头灯亮到零点_新浪财经_新浪网",
                    "老桥今晨合龙 - 手机新浪网",
                    "县医院添了两台透析机 | 新浪新闻",
                ),
                spares=("新浪网编辑谈二十年前的一个夜班", "他把博客从新浪搬走了_读者来信"),
            ),
        ),
    ),
    Wording(
        name="channel-tail",
        why="Behind the headline stand the desk and the channel, each after an underscore: 标题_国内财经_财经纵横.",
        asks="channel-tail",
        forms=(
            Form(
                r"(?:_{HAN}{0,4}{DESKS})?_{HAN}{2,6}$",
                takes=("青崖港务上半年增收三成_国内财经_财经纵横", "铁匠街今晚停电_社会新闻"),
                spares=("青崖港务_2008年度报告摘要之一",),
            ),
        ),
    ),
    Wording(
        name="site-first",
        why="Titles of 1999-2004 begin with the site and the channel: 新浪网-新闻中心-国内新闻-标题, 新闻中心_国内新闻_标题.",
        asks="site-first",
        forms=(
            Form(
                r"^新浪网?\s*[-_—–]",
                takes=("新浪网-新闻中心-国内新闻-渡口老桥停用", "新浪_体育_少年队首胜"),
                spares=("新浪网的早班编辑——一个人的一夜",),
            ),
            Form(
                r"^新浪首页\s*[-_—–]",
                takes=("新浪首页 - 财经 - 粮价连跌三周",),
                spares=("新浪首页改版之后，读者怎么说",),
            ),
            Form(
                r"^{HAN}{2}中心\s*[-_—–]",
                takes=("新闻中心_国内新闻_渡口老桥停用",),
                spares=("市中心一条街 - 夜里也亮着灯",),
            ),
        ),
    ),
    Wording(
        name="title-separator",
        why="Parts of a title stand between underscores, bars, or dashes with a space or a Han character behind them.",
        asks="title-separator",
        forms=(
            Form(
                r"\s*(?:[_|｜]+|\s[-–—»›·]+\s|[-–—]{1,2}(?={HAN}))\s*",
                takes=(
                    "老桥合龙 | 青崖晚报",
                    "老桥合龙 - Qingya Daily",
                    "老桥合龙-青崖晚报网",
                    "青崖夜话 » 老桥合龙",
                    "青崖夜话 › 老桥合龙",
                    "老桥合龙 · 青崖",
                ),
                spares=("T-800型轻轨列车下线", "2-1逆转取胜", "阿卡·列宁"),
            ),
        ),
    ),
    Wording(
        name="dated-line",
        why="Behind a headline on pages made of tables stands the day, or the site's address and then the day.",
        asks="dated-line",
        forms=(
            Form(
                r"(?s:\s*(?:(?:http://)?[\w-]+(?:\.[\w-]+)+/?\s*)?(?P<date>(?:19|20)\d\d\s*[年./-].*))",
                takes=(
                    "http://www.sina.com.cn 2004年03月08日 21:17 青崖晚报",
                    "1999.06.01 08:00",
                ),
                spares=("到2004年底，老桥还没有修好。", "www.example.com 1812年的老桥"),
            ),
        ),
    ),
    Wording(
        name="house-title",
        why="Every page of the site names it somewhere in the title: 新浪财经, 新浪网, 手机新浪网.",
        asks="house-title",
        forms=(Form(r"新浪", takes=("粮价连跌三周_财经频道_新浪网",), spares=("粮价连跌三周_青崖晚报网",)),),
    ),
)
