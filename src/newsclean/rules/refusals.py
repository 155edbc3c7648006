"""Signs that a page is no article, and of what kind it then is; the first that holds decides.

A page that is gone, a list, a search or a wall says what it is in its title, its first words or its address. An
article's headline may hold the same words, so which signs count is a matter of what else the page shows; here
stand the words alone.
"""

from __future__ import annotations

from newsclean.rules.rows import Form, Part, Question, Refusal, Wording, Words

__all__ = ["QUESTIONS", "ROWS"]

QUESTIONS: tuple[Question, ...] = (
    Question(
        name="gone",
        how="fullmatch",
        why="Whether the one line in an article's own container says that the article is gone.",
    ),
    Question(
        name="post-stamp",
        how="fullmatch",
        why="Whether a line is nothing but when a post was written, and by whom: a stream of posts has several.",
    ),
    Question(
        name="item-stamp",
        how="search",
        why="Whether a short text on a page without a layout is the time of an item, as of a comment or another story.",
    ),
    Question(
        name="site-footer",
        how="search",
        why="Whether a short line is the site's own footer and no content of a page without a layout.",
    ),
)

ROWS: tuple[Refusal | Wording | Words | Part, ...] = (
    # --- what notices of missing pages say -------------------------------------------------------------
    Words(
        name="PAGE_NAMES",
        why="What notices of missing pages call the page that was asked for.",
        members=("页面", "文章", "内容"),
        also=(
            ("内容", "It is also what invitations promise more of."),
            ("文章", "A warning under a text names the text so too."),
        ),
    ),
    Words(
        name="REMOVED",
        why="What notices of missing pages say was done to the page.",
        members=("删除", "屏蔽", "加密"),
    ),
    Words(
        name="REMOVERS",
        why="Who removed a post, in the notices of blogs and self-media.",
        members=("作者", "博主", "用户", "管理员", "系统", "发布者", "举报"),
        also=(("管理员", "One removes posts, and signs them in place of a name."),),
    ),
    Words(
        name="BLOCKED",
        why="What firewalls say was done to a visit.",
        members=("阻断", "拒绝", "拦截"),
    ),
    Words(
        name="FRONTS",
        why="Channels whose fronts bear nothing but the site's name and theirs as a title, 2009-2026.",
        members=("财经", "新闻", "体育", "娱乐", "科技", "军事", "汽车", "博客", "教育", "女性", "房产"),
        also=(
            ("博客", "It is a channel with a front, and a mark behind names."),
            ("军事", "It is a channel with a front, and never a person's name."),
            ("汽车", "Channels and media bear the names of the same subjects."),
            ("教育", "Channels and media bear the names of the same subjects."),
        ),
    ),
    Words(
        name="SERVICE_HOSTS",
        why="First names of the site's hosts that serve no articles: the company, help, forums, surveys, comments, results.",
        members=("corp", "help", "club", "bbs", "survey", "iask", "cmnt", "match", "so"),
    ),
    Words(
        name="QUOTE_HOSTS",
        why="First names of the hosts of quotes, share forums, advisers and complaints.",
        members=("guba", "vip.stock", "stock.finance", "licaishi", "tousu"),
    ),
    Wording(
        name="gone-body",
        why="What stands in an article's own container where the article is gone: it begins the one line there.",
        asks="gone",
        forms=(
            Form(
                r"(?:(?:非常|很)?抱歉|对不起)?[，,！!。\s]{0,3}(?:此|该|{VISITED})(?:{PAGE_NAMES}|博文|网页|视频)"
                r".{0,16}{GONE_STATE}(?:[了。，,！!].{0,16})?",
                takes=(
                    "抱歉，该文章已下线或不存在。",
                    "非常抱歉，此博文已被删除",
                    "很抱歉，您访问的网页没有找到。",
                    "对不起，该视频不存在",
                    "该博文已被作者锁定了，请输入密码查看。",
                    "此文章已下线",
                ),
                spares=(
                    "该桥的旧图纸已经被删除，新图纸贴在桥头。",
                    "该视频被平台删除后引发争议，家长要求道歉",
                    "抱歉，船票卖完了，页面还没有来得及改。",
                ),
            ),
        ),
    ),
    Part(
        name="VISITED",
        why="How a notice addresses the reader who asked for a page.",
        pattern=r"您[所要]?(?:访问|查看|观看)的",
    ),
    Part(
        name="GONE_STATE",
        why="In what state a page is that is gone.",
        pattern=r"(?:{REMOVED}|下线|锁定|不存在|没有找到)",
    ),
    Wording(
        name="stamp-of-a-post",
        why="The line over or under each post of a forum or a microblog: a name, a day and a clock.",
        asks="post-stamp",
        forms=(
            Form(
                r"\W{0,4}(?:\S{1,14}\s){0,2}?(?:发表于|发布于|于)?[:：]?\s?\W{0,3}{POST_TIME}\W{0,3}"
                r"(?:来自\S{0,8}|(?:发表)?评论)?\W{0,3}",
                takes=(
                    "河边人 发表于：2009-03-10 10:21",
                    "发布于2019年3月4日 08:30:15",
                    "补网人 于 1999/3/4 8:05",
                    "渡口灯 于2010.4.19 21:07",
                    "3月4日 10:20 来自手机",
                    "[2011-05-06 12:00] 评论",
                    "(2008-8-8 20:08) 发表评论：",
                ),
                spares=(
                    "2022年3月4日 21:30 渡口公布水位",
                    "渡口的灯于2019年3月4日 18:20亮起",
                ),
            ),
        ),
    ),
    Wording(
        name="time-of-an-item",
        why="How comments and lists of stories tell their time: a clock, a day, or how long ago it was.",
        asks="item-stamp",
        forms=(
            Form(
                r"\d{1,2}:\d{2}|(?:19|20)\d{2}[-/.年]\d{1,2}|\d{1,2}月\d{1,2}日|\d\s*(?:秒|分钟|小时|天)前|(?:刚刚|昨天)$",
                takes=(
                    "10:21",
                    "2019-03-04",
                    "1999年3月",
                    "3月4日",
                    "5小时前",
                    "12 分钟前",
                    "30秒前",
                    "3天前",
                    "刚刚",
                    "河边人 昨天",
                ),
                spares=("船在三天前开走", "比分 2-1", "昨天的灯"),
            ),
        ),
    ),
    Wording(
        name="counts-of-a-post",
        why="The line under each post or each topic of a microblog: how many read it, talk of it, passed it on.",
        asks="post-stamp",
        forms=(
            Form(
                r"\W{0,3}(?:(?:阅读|讨论|粉丝|转发|评论|点?赞|收藏|热度)\W{0,3}[\d.]{1,9}\s?[万亿]?\W{0,4}){2,5}",
                takes=(
                    "阅读 1.2万　讨论 308　粉丝 21",
                    "转发 12 | 评论 3 | 赞 40",
                    "评论(3) 收藏(2)",
                    "点赞 8 转发 2亿",
                    "热度 302万 讨论 3",
                ),
                spares=("转发12次，评论3条。", "阅读 讨论", "他的粉丝 12 万"),
            ),
        ),
    ),
    Part(
        name="POST_TIME",
        why="The day and the clock in such a line, with or without the year.",
        pattern=r"(?:(?:19|20)\d\d)?\s?[年./-]?\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?\s?\d{1,2}:\d{2}(?::\d{2})?",
    ),
    Wording(
        name="footer-of-a-site",
        why="What sites must show at the foot of each page: licence, telephone for complaints, whose the rights are.",
        asks="site-footer",
        forms=(
            Form(
                r"ICP证|举报电话|Copyright|版权所有",
                takes=(
                    "京ICP证000000号",
                    "违法和不良信息举报电话：000-0000",
                    "Copyright 2011 qingya.example",
                    "青崖网 版权所有",
                ),
                spares=("村民打电话举报，渡口当天就停了采砂船。",),
            ),
            Form(
                r"版權所有|All Rights Reserved|侵权必究|(?:未经|未經).{0,12}(?:授权|授權|许可|許可|同意).{0,8}(?:不得|严禁|嚴禁|禁止|请勿)",
                takes=(
                    "青崖網版權所有",
                    "Qingya Daily. All Rights Reserved.",
                    "转载请注明来源，侵权必究。",
                    "未经青崖网书面授权，不得转载",
                    "未經青崖網許可，嚴禁轉載",
                    "未经本网许可，严禁镜像",
                    "未經本網授權，禁止轉載",
                    "未经作者同意请勿转载",
                ),
                spares=("他未经许可上了渡轮，船长没有赶他下去。",),
            ),
        ),
    ),
    # --- pages that are no article ---------------------------------------------------------------------
    Refusal(
        name="soft-404",
        why="A missing page may come with status 200 and says so in its title or first words.",
        kind="removed",
        title=(
            Form(
                r"页面没有找到|页面不存在|文章已?被?删除|404 ?Not Found|^404\b",
                takes=(
                    "页面没有找到_新浪网",
                    "页面不存在",
                    "文章已被删除",
                    "文章删除_青崖社区",
                    "新浪网 - 404 Not Found",
                    "404",
                ),
                spares=("删了三遍的文章 沈砚秋又写了回来", "公交404路停运 老人步行去渡口"),
            ),
            Form(
                r"(?:{PAGE_NAMES}|网页)(?:未找到|已失效|已下线)",
                takes=("页面未找到", "该网页已失效", "内容已下线_手机新浪网"),
                spares=("老网页里找到的船期表",),
            ),
        ),
        text=(
            Form(
                r"页面没有找到|5秒钟之后将会带您进入新浪首页",
                takes=("很抱歉，页面没有找到", "5秒钟之后将会带您进入新浪首页!"),
                spares=("5秒钟之后，船灯亮了，页面上跳出一行字。",),
            ),
            Form(
                r"{VISITED}(?:{PAGE_NAMES}|网页)(?:不存在|没有找到|已被?删除)",
                takes=(
                    "您访问的文章不存在",
                    "您所查看的内容没有找到，请返回",
                    "您要观看的内容已被删除",
                    "您访问的网页已删除",
                ),
                spares=("您访问的村子不存在，导游这样告诉他。",),
            ),
            Form(
                r"抱歉，?(?:该|您访问的)(?:{PAGE_NAMES}|博文).{0,12}(?:{REMOVED}|不存在)",
                takes=(
                    "抱歉，该内容已经删除",
                    "抱歉，您访问的页面可能不存在",
                    "抱歉该博文因作者设置而加密",
                ),
                spares=("编辑很抱歉，文章里的船名写错了，已经改过。",),
            ),
            Form(
                r"(?:博文|文章)(?:已被{REMOVERS}?(?:{REMOVED}|下线|锁定)|不存在|已删除)",
                takes=(
                    "此文章已被删除。",
                    "该博文已被作者下线。",
                    "此博文已被管理员锁定",
                    "您要看的那篇文章不存在",
                    "此文章已删除",
                ),
                spares=("文章已被转载上万次，船工们还在补网。",),
            ),
        ),
        in_place=True,
    ),
    Refusal(
        name="login-wall",
        why="Login pages and the visitor wall of the microblog.",
        kind="login",
        title=(
            Form(
                r"^(?:新浪)?(?:通行证|会员)?(?:用户)?登[录錄](?:$|[\s_\-—–|]|新浪)",
                takes=(
                    "登录",
                    "登錄_新浪臺北",
                    "新浪会员登录",
                    "通行证登录 | 青崖社区",
                    "用户登录新浪",
                ),
                spares=("登录旧物平台难 老人求助编织店",),
            ),
            Form(
                r"Sina Visitor System|登录 ?[-_] ?新浪|新浪通行证",
                takes=("Sina Visitor System", "账号登录 - 新浪网", "注册新浪通行证"),
                spares=("刷脸登录 新浪网友说看不清",),
            ),
        ),
        url=(
            Form(
                r"^https?://(?:login|passport|i\.sso)\.(?:sina|weibo)\.",
                takes=(
                    "https://login.sina.com.cn/signup/signin.php",
                    "https://passport.weibo.com/visitor/visitor?entry=miniblog",
                    "http://i.sso.sina.com.cn/index.html",
                ),
                spares=(
                    "https://tech.sina.com.cn/i/2019-03-04/doc-ihaaaaa1234567.shtml?from=login.sina.com.cn",
                ),
            ),
        ),
        in_place=True,
    ),
    Refusal(
        name="access-denied",
        why="A firewall's page in place of the one asked for.",
        kind="other",
        title=(
            Form(
                r"访问报错|安全验证|访问被{BLOCKED}",
                takes=("访问报错", "安全验证 - 青崖云盾", "您的访问被拦截"),
                spares=("渡口安全过了验收 乡亲都来访问",),
            ),
        ),
        text=(
            Form(
                r"访问被{BLOCKED}|您的请求ID|操作过于频繁",
                takes=("很抱歉，您的访问被阻断", "您的请求ID是：0a1b2c3d", "操作过于频繁，请稍后再试"),
                spares=("船员操作频繁出错，访问团被迫改乘火车。",),
            ),
        ),
        in_place=True,
    ),
    Refusal(
        name="microblog",
        why="A microblog post or profile is no article page.",
        kind="other",
        title=(
            Form(
                r"(?:的微博|微博正文)\s*(?:[-_–—].*)?微博\s*$|^微博$|- 微博$",
                takes=(
                    "渡口老沈的微博_微博",
                    "微博正文_手机微博",
                    "微博",
                    "【今晨大雾停航...】@青崖渡口 - 微博",
                ),
                spares=("八十岁船工开微博", "他的微博救了一座桥"),
            ),
            Form(
                r"新浪微博[-_–—]随时随地|随时随地发现新鲜事",
                takes=("新浪微博-随时随地分享身边的新鲜事儿", "微博-随时随地发现新鲜事"),
                spares=("新浪微博：随时随地有人问船期",),
            ),
        ),
        url=(
            Form(
                r"^https?://(?:[\w-]+\.)*weibo\.(?:com|cn)/",
                takes=("https://weibo.com/1000000001/AbCdEfGhI", "http://m.weibo.cn/status/4000000000000001"),
                spares=(
                    "https://tech.sina.com.cn/i/2019-03-04/doc-ihaaaaa1234567.shtml?from=https://weibo.com/",
                ),
            ),
        ),
        selector=".woo-panel-main,.WB_feed_detail",
        lone=False,
    ),
    Refusal(
        name="search",
        why="Search results have abstracts that read like short articles.",
        kind="search",
        title=(
            Form(
                r"搜索_新浪|新浪搜索|_搜索结果|搜索结果[_-]",
                takes=("渡口换灯_新闻搜索_新浪网", "新浪搜索", "渡口换灯_搜索结果", "搜索结果-渡口换灯"),
                spares=("搜索结果出来以后 老人买到了船票",),
            ),
        ),
        url=(
            Form(
                r"^https?://search\.sina\.(?:com\.)?cn/",
                takes=(
                    "https://search.sina.com.cn/news?q=dukou&range=all",
                    "http://search.sina.cn/?keyword=dukou",
                ),
                spares=("http://tech.sina.com.cn/i/2005-08-26/0539123456.shtml",),
            ),
        ),
        selector=".box-result",
    ),
    Refusal(
        name="schedule",
        why="Schedules and data bases of sports pages are tables to look things up in.",
        kind="other",
        title=(
            Form(
                r"赛程|积分榜|数据库_|数据中心|直播间|排行榜_",
                takes=(
                    "龙舟联赛赛程_新浪体育",
                    "龙舟联赛积分榜",
                    "青崖龙舟队_龙舟数据库_新浪竞技风暴",
                    "龙舟数据中心",
                    "第三轮直播间",
                    "划手排行榜_新浪体育",
                ),
                spares=("不上排行榜的划手", "从数据库里找回的老船"),
            ),
        ),
    ),
    Refusal(
        name="rolling-list",
        why="Rolling and column lists are one link after the other.",
        kind="list",
        title=(
            Form(
                r"滚动新闻|滚动_|_滚动|更多新闻|新闻列表|列表页|文章列表|博文目录|_博文|新闻排行",
                takes=(
                    "国内滚动新闻",
                    "上市公司滚动_新浪财经_新浪网",
                    "新浪体育_滚动播报",
                    "更多新闻",
                    "渡口新闻列表",
                    "船市列表页",
                    "沈砚秋文章列表",
                    "青崖夜话 博文目录",
                    "全部博文_博文_青崖夜话",
                    "新闻排行",
                ),
                spares=("木桶在甲板上滚动 船工追了半条船", "渡口的新闻 排在第一"),
            ),
        ),
        url=(
            Form(
                r"/roll/(?:index|c/)|^https?://roll\.[\w.]*sina\.|/articlelist_\d",
                takes=(
                    "http://finance.sina.com.cn/roll/index.d.html?cid=10001",
                    "http://finance.sina.com.cn/roll/c/10001.shtml",
                    "https://roll.news.sina.com.cn/s/channel.php",
                    "http://blog.sina.com.cn/s/articlelist_1000000001_0_1.html",
                ),
                spares=("http://finance.sina.com.cn/roll/20120202/044211100000.shtml",),
            ),
        ),
        selector="#listcontent",
    ),
    Refusal(
        name="topic",
        why="Topic pages gather headlines under an introduction.",
        kind="index",
        url=(
            Form(
                r"/(?:zt_d|zt|focus)/(?!(?:.*/)?(?:doc-i|\d{4}-\d\d-\d\d/\d{4}))",
                takes=(
                    "https://finance.sina.com.cn/zt_d/dukou2021/",
                    "http://ent.sina.com.cn/zt/dukou/index.shtml",
                    "http://news.sina.com.cn/focus/dukou/index.shtml",
                ),
                spares=(
                    "https://finance.sina.com.cn/zt_d/2021-03-04/doc-ikaaaaa1234567.shtml",
                    "http://news.sina.com.cn/focus/2010-04-19/092120100000.shtml",
                ),
            ),
            Form(
                r"/z/[^/?#]+/(?:index\.s?html)?(?:[?#].*)?$|^https?://tags\.[\w.]*sina\.",
                takes=(
                    "http://news.sina.com.cn/z/dukou/",
                    "http://news.sina.com.cn/z/dukou/index.html",
                    "http://sports.sina.com.cn/z/longzhou/index.shtml#top",
                    "https://tags.news.sina.com.cn/dukou",
                    "http://tags.finance.sina.com.cn/dukou",
                ),
                spares=("http://news.sina.com.cn/z/dukou/2010-04-19/092120100000.shtml",),
            ),
        ),
    ),
    Refusal(
        name="service-page",
        why="Policies, help, forums, complaints and live texts: words enough, and no article.",
        kind="other",
        title=(
            Form(
                r"隐私权?(?:保护)?政策|个人信息保护政策|(?:服务|用户)(?:使用)?协议",
                takes=(
                    "隐私权政策",
                    "新浪隐私保护政策",
                    "个人信息保护政策_新浪网",
                    "新浪网络服务使用协议",
                    "用户协议",
                ),
                spares=("个人信息怎样保护 政策一条条看", "服务员和渡口签了协议"),
            ),
            Form(
                r"黑猫投诉$|_新浪(?:论坛|股吧)$|(?:图文|文字|微)直播[：:_]|^市场直播_",
                takes=(
                    "船票退不了 黑猫投诉",
                    "渡口见闻_新浪论坛",
                    "青崖航运_新浪股吧",
                    "图文直播：龙舟决赛",
                    "文字直播_龙舟决赛",
                    "微直播:龙舟决赛",
                    "市场直播_新浪财经",
                ),
                spares=(
                    "黑猫投诉平台收到渡口来信",
                    "图文并茂的直播 老人看了两遍",
                    "菜市场直播_老人学会了卖鱼",
                ),
            ),
        ),
        url=(
            Form(
                r"^https?://(?:{SERVICE_HOSTS}|comment\d?|data\.\w+|kaoshi\.\w+)\.[\w.]*sina\.",
                takes=(
                    "http://corp.sina.com.cn/chn/index.html",
                    "https://comment5.news.sina.com.cn/comment/skin/default.html",
                    "http://data.astro.sina.com.cn/dukou.html",
                    "http://kaoshi.edu.sina.com.cn/college/",
                ),
                spares=("http://sports.sina.com.cn/match/2010-04-19/092120100000.shtml",),
            ),
        ),
    ),
    Part(
        name="TITLE_SIGN",
        why="What stands between the parts of a title.",
        pattern=r"[_\-–—|｜\s()（）]",
    ),
    Refusal(
        name="profile",
        why="What a site says of itself, and what data bases say of companies: prose, and nothing of the day.",
        kind="other",
        title=(
            Form(
                r"(?:^|{TITLE_SIGN})(?:(?:公司|企业|集团)(?:简介|概况|介绍|资料)|About Us|Contact Us)(?:$|{TITLE_SIGN})",
                takes=(
                    "青崖港务股份有限公司_公司简介_青崖财经",
                    "企业概况 - 青崖港务",
                    "集团介绍",
                    "青崖港务(公司资料)",
                    "About Us - Qingya Daily",
                    "Contact Us",
                ),
                spares=("百年老店的公司简介里写错了年份", "公司介绍栏里少了一个字"),
            ),
            Form(
                r"(?:^|{TITLE_SIGN})(?:(?:关于|联系|關於|聯絡)(?:我们|我們)|关于本站)(?:$|{TITLE_SIGN})",
                takes=(
                    "关于我们_青崖网",
                    "关于本站|青崖网",
                    "青崖网 - 联系我们",
                    "聯絡我們_青崖新聞網",
                    "關於我們",
                ),
                spares=("一封关于我们村小学的信", "关于我们的渡口"),
            ),
        ),
        in_place=True,
    ),
    Refusal(
        name="quote-page",
        why="Quote pages hold a share's figures and its company's profile.",
        kind="other",
        url=(
            Form(
                r"/realstock/company/|/fund/quotes/|/futures/quotes/|^https?://{QUOTE_HOSTS}\.[\w.]*sina\.",
                takes=(
                    "https://finance.sina.com.cn/realstock/company/sh000000/nc.shtml",
                    "http://finance.sina.com.cn/fund/quotes/000000/bc.shtml",
                    "https://finance.sina.com.cn/futures/quotes/XX0.shtml",
                    "https://guba.sina.com.cn/?s=bar&name=sh000000",
                ),
                spares=("https://finance.sina.com.cn/stock/2021-03-04/doc-ikaaaaa1234567.shtml",),
            ),
        ),
    ),
    Refusal(
        name="live-feed",
        why="The rolling live feeds hold many short messages, each with a time.",
        kind="other",
        title=(
            Form(
                r"7[xX×*]24小时",
                takes=("7x24小时全球实时财经新闻直播_新浪财经", "7X24小时快讯"),
                spares=("7条船24小时守着渡口",),
            ),
        ),
        url=(
            Form(
                r"^https?://(?:zhibo|live)\.[\w.]*sina\.|/7x24(?!.*/(?:doc|detail)-i)",
                takes=(
                    "https://zhibo.sina.com.cn/finance",
                    "http://live.finance.sina.com.cn/dukou",
                    "https://finance.sina.com.cn/7x24/",
                ),
                spares=(
                    "https://finance.sina.com.cn/7x24/2021-03-04/doc-ikaaaaa1234567.shtml",
                    "https://finance.sina.cn/7x24/2021-03-04/detail-ikaaaaa1234567.d.html",
                ),
            ),
        ),
    ),
    Refusal(
        name="blog-home",
        why="The front of a blog shows the openings of its posts; a post's title has the post's name before the author's.",
        kind="index",
        title=(
            Form(
                r"^[^_]{1,30}_新浪博客$",
                takes=("青崖夜话_新浪博客",),
                spares=("渡口的木船_青崖夜话_新浪博客",),
            ),
        ),
    ),
    Refusal(
        name="front-page",
        why="Home pages and channel fronts carry nothing but the site's name, or say that they are one.",
        kind="index",
        title=(
            Form(
                r"首页|^新浪(?:网|{FRONTS})?(?:_(?:手机)?新浪网)?$|^(?:新闻中心|新浪新闻)_",
                takes=(
                    "新浪首页",
                    "新浪",
                    "新浪网",
                    "新浪财经_新浪网",
                    "新浪体育_手机新浪网",
                    "新闻中心_新浪网",
                    "新浪新闻_国内",
                ),
                spares=("老桥今天通车_新浪新闻_新浪网", "新浪财经年会在渡口举行"),
            ),
        ),
        url=(
            Form(
                r"^https?://(?:[\w-]+\.)*sina\.(?:com\.)?cn/?(?:index\.\w+)?(?:[?#].*)?$",
                takes=(
                    "https://finance.sina.com.cn/",
                    "http://sina.cn",
                    "http://www.sina.com.cn/index.shtml",
                ),
                spares=("http://finance.sina.com.cn/roll/20120202/044211100000.shtml",),
            ),
        ),
    ),
)
