"""Lines that advertise: the site's apps and reports, stock accounts, codes to scan, accounts to follow, more to read.

They stand at the edges of a text, and markets, apps and accounts are what articles are about as well. So a row asks for
a promise or a call beside the name, and where authorities and reporters write the same words, a word of theirs keeps
the line.
"""

from __future__ import annotations

from newsclean.rules.rows import Form, Line, Part, Words

__all__ = ["ROWS"]

ROWS: tuple[Line | Words | Part, ...] = (
    # --- words -------------------------------------------------------------------------------------
    Words(
        name="SINA_DESKS",
        why="The desks of the site that have an app of their own; its apps are named after them.",
        members=tuple("财经 新闻 体育 科技 港股 娱乐".split()),
        also=(
            ("财经", "here in the name of an app, elsewhere in the name of a medium or a channel"),
            (
                "新闻",
                "here in the name of an app, elsewhere what a line offers more of, or the end of a medium's name",
            ),
        ),
    ),
    Words(
        name="CALLS",
        why="How an invitation begins: polite or in a hurry.",
        members=tuple("欢迎 敬请 请 快来 立即 马上".split()),
    ),
    Words(
        name="FOLLOW",
        why="What a line asks its reader to do with an account, an app or a code, in invitations around the text of pages since 2011.",
        members=tuple(
            "关注 下载 注册 加入 进群 加群 入群 领取 获取 了解 掌握 查看 阅读 观看 收看 参与 报名 预约 开户 识别 订阅 添加 "
            "打开".split()
        ),
        also=(
            ("预约", "an invitation asks for it, and so do authorities: SERVICES"),
            *[
                (word, "asked of a reader here, elsewhere the name of a button or of a link")
                for word in "关注 下载 注册 参与 查看 阅读 订阅 打开 了解".split()
            ],
        ),
    ),
    Words(
        name="EASILY",
        why="What stands between a code and what it is scanned for: how easy, how fast, how cheap.",
        members=tuple("即可 就能 可以 可 来 去 一起 并 立即 马上 快速 极速 在线 一键 直接 免费 更多".split()),
        also=(
            ("立即", "before the verb as well as at the beginning of a call: CALLS"),
            ("马上", "before the verb as well as at the beginning of a call: CALLS"),
            ("更多", "here more to get, elsewhere the name of a link"),
            ("在线", "here the way something is done, elsewhere the end of a medium's name"),
            ("来", "here a verb, elsewhere a surname"),
        ),
    ),
    Words(
        name="MORE_OF",
        why="What invitations and links offer more of, at the end of pages.",
        members=tuple("精彩 新闻 猛料 资讯 内容 原创".split()),
        also=(("原创", "here what a reader gets, elsewhere a mark of a text that is no name"),),
    ),
    Words(
        name="SCANS",
        why="What one does with a code, in lines around QR pictures.",
        members=tuple("扫描 扫一扫 扫码 扫下方 扫上方 微信扫".split()),
        also=tuple(
            [(word, "asked of a reader here, elsewhere the name of a button") for word in ("扫描", "扫一扫")]
        ),
    ),
    Words(
        name="SHARES",
        why="What a reader of an account is asked to do with a text, beside 在看.",
        members=tuple("分享 点赞 收藏 转发".split()),
        also=tuple(
            [
                (word, "asked of a reader here, elsewhere the name of a button")
                for word in ("分享", "收藏", "转发")
            ]
        ),
    ),
    Words(
        name="STOCK_SLOGANS",
        why="The slogans that offers of stock accounts begin with, at the edges of finance pages.",
        members=tuple(
            "股市回暖 股市跌了 股市震荡 炒股开户 反弹行情下 股民福利 牛市来了 开户领 新股民".split()
        ),
    ),
    Words(
        name="STOCK_GIFTS",
        why="What such an offer promises: gifts, advice, haste.",
        members=tuple(
            "先开户 快速开户 极速开户 享福利 送福利 福利来了 礼包 红包 京东卡 投顾 金股 送给你 免费送 快速上车 "
            "在线解答".split()
        ),
    ),
    Words(
        name="QUOTE_LINKS",
        why="The links to quote pages over the text of finance pages.",
        members=tuple(
            "热点栏目 自选股 数据中心 行情中心 资金流向 模拟交易 千股千评 个股诊断 最新评级 客户端".split()
        ),
        also=(("客户端", "here a link of the row, in APPS what an app is called"),),
    ),
    Words(
        name="NARRATION",
        why="What tells of people who use an app: an article's own sentence.",
        members=tuple("，他 ，她 用户中 记者".split()),
    ),
    Words(
        name="FRAUD_WARNINGS",
        why="Who warns of such offers, or tells how they were stopped, repeats their words.",
        members=tuple("诈骗 骗局 警惕 防范 叫停 被罚".split()),
    ),
    Words(
        name="OFFICIAL",
        why="What authorities and companies have people do by a code or an account, and the sign of a question: no "
        "promotion.",
        members=tuple("申报 核酸 查询 政策 ？".split()),
        also=(("查询", "here what authorities offer, elsewhere the name of a button"),),
    ),
    Words(
        name="DUTIES",
        why="What the notices of authorities and shops ask of those who scan: their sentences are text.",
        members=tuple(
            "填写 登记 报备 购票 付款 支付 点餐 缴费 核验 出示 健康码 行程 场所码 不再 取消 要求 办法 谨防 认准 生意 入园 "
            "屏幕 手册".split()
        ),
    ),
    Words(
        name="SERVICES",
        why="What authorities give those who follow their accounts.",
        members=tuple("发布的权威 咨询 拨打 通报 披露 发布会 疫苗 采样 防控 预约".split()),
    ),
    Words(
        name="REPORTS",
        why="What companies and statisticians refer their readers to: their sentences are text.",
        members=tuple("年报 年度报告 公告 公报 白皮书".split()),
        also=(("公告", "a document that the text names, elsewhere where a table comes from"),),
    ),
    Part(
        name="QR_LEAD",
        why="What comes before the word for scanning: calls, arrows, what one may want or gets more of. It gives nothing "
        "back, so that a line of calls alone is read once.",
        pattern=r"(?:(?:点击|想)[^。，,或]{0,14}[，,或]|更多[^。，]{0,20}[，,]|{CALLS}|现在就?|[↓▲▼])*+",
    ),
    Part(
        name="TOLD_OF",
        why="What follows an app's name where a sentence tells of the app: 客户端的老人, APP后. No invitation goes on so.",
        pattern=r"\s?(?:的|以?后)",
    ),
    Part(
        name="PEOPLE_WHO",
        why="Those who did what an invitation asks for: 关注的老人, 扫码下载的村民. They are told of, not invited.",
        pattern=r"的[^，。的]{0,2}(?:人(?!民)|村民|游客)",
    ),
    Part(
        name="TO_MORE",
        why="What stands behind the name of a topic that a line leads to: arrows, and that there is more.",
        pattern=r"[\s>》»，,]*(?:(?:了解|查看|阅读)更多[^。，]{0,8})?[\s>》»]*",
    ),
    Part(
        name="QR_TAIL",
        why="What comes after the code: what it is scanned for, in up to three clauses.",
        pattern=r"[^。，,]{0,30}(?:[，,]\s*(?:{EASILY}|[0-9]分钟)*{FOLLOW}[^。，,]{0,30}){0,3}[。！!~～↓▼>》]*",
    ),
    # --- the house's own ---------------------------------------------------------------------------
    Line(
        name="analyst-promo",
        why="The promotion of the site's analyst reports before the text (1.64 % of a corpus of 2014-2026).",
        where="edges",
        most=120,
        forms=(
            Form(
                r"炒股就看.{0,12}金麒麟(?!的)[^\n]{0,80}(?:\n.{0,12}助您挖掘.{0,20})?",
                takes=(
                    "炒股就看新浪金麒麟分析师的研报，权威又及时，帮您看清主题机会！",
                    "炒股就看金麒麟分析师研报，权威\n助您挖掘潜力主题机会！",
                ),
                spares=(
                    "“炒股就看金麒麟”这句话，老陈听了三年。",
                    "炒股就看大盘涨跌，老陈从不这么想。",
                    "炒股就看金麒麟的广告牌拆了。",
                ),
            ),
            Form(
                r"金麒麟分析师研报(?![评的]).{0,60}",
                takes=("金麒麟分析师研报，专业及时，全面解读",),
                spares=(
                    "金麒麟奖的评选里，分析师研报只占三成分数。",
                    "金麒麟分析师研报评选昨天在宁川揭晓。",
                    "金麒麟分析师研报的作者，今年换了一半。",
                ),
            ),
        ),
    ),
    Line(
        name="column-row",
        why="The row of quote-page links over the text of finance pages (1.28 % of the same corpus).",
        where="anywhere",
        most=80,
        forms=(
            Form(
                r"[\s|·]*+(?:{QUOTE_LINKS}[\s|·]*+){2,}",
                takes=("自选股 | 数据中心 | 行情中心 | 模拟交易", "资金流向 最新评级"),
                spares=("数据中心", "资金流向 上周流入煤炭股的有九亿元"),
            ),
            Form(
                r"热点栏目|千股千评|个股诊断",
                takes=("热点栏目", "千股千评", "个股诊断"),
                spares=("热点栏目背后的三位编辑", "客户端"),
            ),
        ),
    ),
    Line(
        name="trial-promo-text",
        why="The product-trial promotion of tech pages as a plain paragraph (0.45 % of the same corpus).",
        where="edges",
        most=200,
        forms=(
            Form(
                r"新酷产品第一时间免费试[玩用](?!的).{0,140}",
                takes=(
                    "新酷产品第一时间免费试玩，写完评测还能把耳机带回家！",
                    "新酷产品第一时间免费试用，下载客户端还能领奖！",
                ),
                spares=(
                    "新酷产品第一时间免费试驾，车企今年都这样拉客。",
                    "新酷产品第一时间免费试用的招牌，被市场监管部门摘了。",
                ),
            ),
        ),
    ),
    Line(
        name="app-download",
        why="Invitations to load one of Sina's apps, at the edges of finance, sports and mobile pages.",
        where="edges",
        unless=("NARRATION",),
        invites=True,
        forms=(
            Form(
                r"(?:更多[^。，]{0,14})?(?:{CALLS}|点击)?下载[“\"「【]?新浪{SINA_DESKS}?[”\"」】]?\s*{APPS}(?!{TOLD_OF}).{0,80}",
                takes=(
                    "更多7×24小时快讯请下载新浪财经APP",
                    "立即下载“新浪体育”客户端，看每一场球",
                    "点击下载新浪财经APP",
                    "下载新浪App，随时看突发新闻",
                ),
                spares=(
                    "下载新浪新闻客户端以后，她才读到儿子的报道，他却不知道。",
                    "下载新浪新闻的截图，是他留下的最后一张照片。",
                    "下载新浪新闻客户端的老人，三年里多了两成。",
                    "下载新浪财经APP后账户被盗，田穗报了警。",
                    "下载新浪体育APP以后，老船工学会了看比分。",
                ),
            ),
            Form(
                r"新浪{SINA_DESKS}\s*{APPS}\s*[:：，,].{0,60}",
                takes=("新浪港股APP：盯盘提醒 打新日历",),
                spares=("新浪新闻APP上线那年，老周刚进编辑部。", "新浪新闻客户端，他每晚都要翻一遍。"),
            ),
            Form(
                r"登录新浪{SINA_DESKS}?\s*{APPS}(?!{TOLD_OF}).{0,60}",
                takes=("登录新浪财经APP 搜索【船运】查看全部榜单", "登录新浪App，查看全部榜单"),
                spares=(
                    "登录新浪财经后台的人一共有四个，警方都查过。",
                    "登录新浪财经客户端的人数，昨天翻了一倍。",
                ),
            ),
            Form(
                r"打开新浪{SINA_DESKS}\s*{APPS}(?!{TOLD_OF}).{0,40}",
                takes=("打开新浪新闻客户端，阅读体验更好",),
                spares=(
                    "打开新浪新闻客户端，他把灯的照片翻出来看。",
                    "打开新浪财经的网页，茶馆的行情晚了三分钟。",
                    "打开新浪财经APP后，茶馆里安静下来。",
                ),
            ),
            Form(
                r"安装新浪{SINA_DESKS}{APPS}(?!{TOLD_OF}).{0,60}",
                takes=("安装新浪财经客户端，行情早一步→【下载地址】",),
                spares=(
                    "安装新浪财经终端的营业部，去年少了一半。",
                    "安装新浪体育APP的手机，去年突破一亿部。",
                ),
            ),
            Form(
                r".{0,30}尽在新浪{SINA_DESKS}\s*{APPS}[。！!]?",
                takes=("赛程、比分、数据，尽在新浪体育APP！",),
                spares=("广告语“尽在新浪体育APP”刷满了球场外墙。",),
            ),
            Form(
                r"新浪财经\s*Level-?2\s*(?:[:：]|A股|极速).{0,80}",
                takes=(
                    "新浪财经Level2：看盘利器",
                    "新浪财经Level-2 A股看盘",
                    "新浪财经Level2极速行情，十档一屏",
                ),
                spares=("新浪财经Level2的服务停了，散户只好换别家。",),
            ),
        ),
    ),
    Line(
        name="house-slogan",
        why="The finance site's slogans, which no article says: 海量资讯、精准解读，尽在新浪财经APP; A股开户享福利.",
        where="anywhere",
        most=40,
        invites=True,
        forms=(
            Form(
                r"海量资讯、精准解读[，,]?\s*(?:尽在新浪财经\s?{APPS})?[。！!]?",
                takes=("海量资讯、精准解读，尽在新浪财经APP", "海量资讯、精准解读"),
                spares=("海量资讯、精准解读，都不是渡口的老人想要的。",),
            ),
            Form(
                r"(?:点击(?:进入)?)?[“\"【]?A股开户享福利[”\"】]?[！!>》]*",
                takes=("点击进入“A股开户享福利”", "点击【A股开户享福利】>>", "A股开户享福利！"),
                spares=("A股开户享福利的传单，在菜场发了一个月。",),
            ),
        ),
    ),
    Line(
        name="mobile-site-promo",
        why="Invitations to the mobile site under the text of 2009-2014 pages.",
        where="end",
        most=100,
        forms=(
            Form(
                r"(?!.*(?:[他她]|学会|年前)).{0,40}(?:上|登录|访问)手机新浪网.{0,40}",
                takes=(
                    "看比分、查赛程，上手机新浪网体育频道",
                    "查公告、看行情，登录手机新浪网",
                    "更多娱乐消息，请用手机访问手机新浪网",
                ),
                spares=(
                    "这条消息由手机新浪网的值班编辑最先发出。",
                    "他每天登录手机新浪网看三遍新闻，直到那个早晨。",
                    "守在病房里，她用护士的手机上手机新浪网查水位。",
                    "老人们学会了上手机新浪网查船期。",
                    "十年前，访问手机新浪网要按流量付费。",
                ),
            ),
            Form(
                r"手机新浪网(?!的).{0,20}[a-z]+\.sina\.cn.{0,20}",
                takes=("手机新浪网财经频道 finance.sina.cn",),
                spares=(
                    "手机新浪网从前的域名，如今还有人记得。",
                    "手机新浪网的域名 news.sina.cn 用了十年。",
                ),
            ),
        ),
    ),
    # --- stock accounts ----------------------------------------------------------------------------
    Line(
        name="account-promo",
        why="Lines that offer stock accounts, courses and gift packs, at the edges of finance pages: the slogan and what "
        "is promised. The slogan's words alone are what markets are written about in.",
        where="edges",
        most=100,
        unless=("FRAUD_WARNINGS",),
        forms=(
            Form(
                r"{STOCK_SLOGANS}.{0,60}?{STOCK_GIFTS}.{0,60}(?<!。)",
                takes=("股市震荡怎么买？老顾问一对一在线解答！", "反弹行情下的新手礼包等你拿"),
                spares=(
                    "股市震荡，青崖基金的份额反而涨了三成。",
                    "牛市来了吗？没有人说得准。",
                    "炒股开户热潮再现，营业部周末也开门。",
                    "股民福利来了？青崖证监局提示，谨慎对待，防范非法荐股。",
                    "股市震荡，投顾业务反而火了。",
                    "开户领红包的活动被叫停",
                ),
            ),
            Form(
                r"{STOCK_SLOGANS}.{0,60}?开户[^。，]{0,6}(?:[享领送礼]|福利).{0,60}(?<!。)",
                takes=(
                    "股市回暖，现在开户可享万一佣金",
                    "牛市来了，开户就领话费",
                    "新股民看过来，开户满月送课程",
                    "股市跌了别慌，开户好礼等着您",
                    "股市回暖，开户新人福利多",
                ),
                spares=(
                    "股市回暖，到营业部开户的人排到了街角。",
                    "股市回暖，券商开户送礼大战再起。",
                    "牛市来了，开户送油的营业部被罚",
                ),
            ),
            Form(
                r"{STOCK_SLOGANS}.{0,60}?[>》]{2}.{0,60}",
                takes=("股市回暖，条件单、网格单随你用>>",),
                spares=("股市回暖，条件单的用户却在减少。",),
            ),
            Form(
                r"{STOCK_SLOGANS}.{0,40}?点击(?:{FOLLOW}|进入|这里|下方|图片|链接)[^。，]{0,12}",
                takes=(
                    "股市震荡，怎样把握机会？点击查看",
                    "股市震荡，看高手怎么做，点击进入直播间",
                    "新股民怎么学？点击这里",
                    "股市跌了怎么办，点击下方卡片",
                    "牛市来了，点击图片看牛股名单",
                    "股市回暖，点击链接加入实盘群",
                ),
                spares=(
                    "股市跌了一整天，她点击了卖出键。",
                    "股民福利来了？营业部：点击链接须防诈骗",
                    "股市跌了，骗局来了：先免费送课，再要你转账",
                ),
            ),
            Form(
                r"{STOCK_SLOGANS}.{0,40}?必看的[^。，]{2,10}(?:软件|课程|攻略)",
                takes=(
                    "新股民必看的三款炒股软件",
                    "股市震荡，散户必看的八堂课程",
                    "牛市来了，必看的打新攻略",
                ),
                spares=("新股民必看的几本旧书，书摊上都断了货。",),
            ),
            Form(
                r"财经自媒体联盟.{0,60}?自媒体作者.{0,60}(?<!。)",
                takes=("财经自媒体联盟 更多自媒体作者",),
                spares=(
                    "财经自媒体联盟昨天在青崖成立，三十家账号到场。",
                    "财经自媒体联盟昨天开会，三百位自媒体作者到场。",
                ),
            ),
        ),
    ),
    Line(
        name="account-offer",
        why="The same offers under any other slogan.",
        where="edges",
        most=100,
        forms=(
            Form(
                r".{0,40}福利送不停.{0,11}(?<!。)",
                takes=("期货模拟大赛，福利送不停！",),
                spares=("福利院的老人收到的灯，船工一直送不停。", "重阳节前，青崖工会福利送不停。"),
            ),
            Form(
                r".{0,40}(?:扫.{0,12}|点击.{0,8}|立即|马上|极速.{0,4}|[，,].{0,2})(?:快速|先)开户.{0,11}(?<!。)",
                takes=(
                    "手机扫一扫快速开户",
                    "点击图片快速开户",
                    "炒期货立即快速开户",
                    "低佣金马上快速开户",
                    "极速通道快速开户",
                    "要炒股，先开户",
                ),
                spares=(
                    "三、青崖营业部快速开户",
                    "窗口撤了以后，三分钟快速开户成了笑话。",
                    "老人可以线下办理，先开户后补材料。",
                ),
            ),
            Form(
                r".{0,40}(?:快速|先)开户[！!>》].{0,10}",
                takes=("线上快速开户！", "抄底炒股先开户>>"),
                spares=("银行的人说，老人可以先开户。",),
            ),
            Form(
                r".{0,40}(?<!共)享福利.{0,11}(?<!。)",
                takes=("新客入金享福利，名额有限",),
                spares=("搬到镇上的渡口人与镇民共享福利", "老人进城享福利，坐船不花钱。"),
            ),
            Form(
                r".{0,40}(?<!领取)专属(?:投资|理财)礼包.{0,11}(?<!。)",
                takes=("您有一份专属投资礼包待查收", "专属理财礼包，今日可拿"),
                spares=("骗子让她先领取专属理财礼包", "青崖银行为老人备了专属理财礼包。"),
            ),
            Form(
                r".{0,40}红包.{0,6}开户.{0,11}(?<!。)",
                takes=("抢188元红包，马上去开户",),
                spares=("红包抢完的那天晚上，又有两百人去开户。", "她抢到一个红包，开户用了三分钟。"),
            ),
            Form(
                r".{0,60}(?:现金红包|京东卡|投顾服务).{0,40}[>》]{2}",
                takes=(
                    "瓜分现金红包！0元体验一年！>>",
                    "邀好友各得百元京东卡>>",
                    "一元试用七天投顾服务》》",
                ),
                spares=("渡口证券去年卖出的投顾服务，三成退了款。",),
            ),
            Form(
                r"新浪合作大?平台.{0,8}开户.{0,20}(?<!。)",
                takes=("新浪合作大平台期货开户 手机就能办", "新浪合作平台贵金属开户 行情早知道"),
                spares=(
                    "新浪合作的平台有九家，能开户的只有两家。",
                    "新浪合作平台的客户开户后，资金无法取出。",
                ),
            ),
            Form(
                r"[^。]{0,30}开户[^。]{0,20}(?<![得再导])点击开户[！!>》]*",
                takes=("低佣金开户，限时优惠，点击开户",),
                spares=(
                    "监管要求停止开户，客户不得点击开户",
                    "开户页关闭以后，无法再点击开户",
                    "骗子先谈开户，后诱导点击开户",
                ),
            ),
        ),
    ),
    # --- codes and accounts ------------------------------------------------------------------------
    Line(
        name="qr-text",
        why="Press-and-hold and scan-this texts around a QR picture, at the end.",
        where="edges",
        most=90,
        unless=("DUTIES", "OFFICIAL", "FRAUD_WARNINGS"),
        invites=True,
        forms=(
            Form(
                r"{QR_LEAD}(?:{SCANS}|扫(?=二维码))(?:[^。，]{0,6}，)?[^。，,]{0,24}"
                r"(?:二维码|下载|关注|开户|添加微信|分享到朋友圈)(?![^，。]{0,8}{PEOPLE_WHO}){QR_TAIL}",
                takes=(
                    "欢迎扫描下方二维码",
                    "扫二维码 立即期货开户>>",
                    "扫描下方二维码关注我们，3分钟开户",
                    "扫一扫，分享到朋友圈",
                    "现在就扫码下载，免费领取船票",
                    "现在扫码关注我们，在线订阅晚报",
                    "↓扫码开户",
                    "微信扫图，添加微信，即可进群",
                    "点击下方图片或扫描下方二维码，查看开船时间表↓",
                    "想了解更多，扫码关注青崖夜话",
                    "更多渡口故事，扫码下载青崖客户端",
                ),
                spares=(
                    "扫描二维码填写过河单。",
                    "扫码关注以后，老人才发现被扣了八块钱。",
                    "扫描上方二维码即可查询开船时间。",
                    "扫码关注领船票？当心上当。",
                    "扫码支付在渡口已经普及，老人也学会了扫描二维码付款。",
                    "扫一扫识别渡口的老树",
                    "扫二维码关注的人昨天过了三万。",
                    "扫码下载青崖客户端的村民过了半。",
                    "扫码下载的外地游客多是头一回来。",
                ),
            ),
            Form(
                r"{QR_LEAD}(?:长按|识别)(?:[^。，]{0,6}，)?[^。，,]{0,24}(?:二维码|下载|关注|识别)(?![^，。]{0,8}{PEOPLE_WHO}){QR_TAIL}",
                takes=(
                    "长按下图，识别二维码关注我们",
                    "识别图中二维码，加入读者群",
                    "长按图片识别",
                    "长按图片关注青崖夜话",
                    "长按图标下载青崖客户端",
                ),
                spares=(
                    "识别假船票，请认准渡口下载的凭证。",
                    "长按门铃三秒，屋里的灯就亮了。",
                    "长按关注的老人越来越多。",
                    "识别二维码骗局的课堂开到了渡口。",
                ),
            ),
        ),
    ),
    Line(
        name="follow-us",
        why="Invitations to follow an account or to read on elsewhere, at the end.",
        where="end",
        most=220,
        unless=("REPORTS", "SERVICES", "OFFICIAL"),
        invites=True,
        forms=(
            Form(
                r"[(（【▼\[]?\s*更多[^。，]{0,4}{MORE_OF}[^。]{0,24}(?:请关注|欢迎关注|欢迎扫描|尽在|下载).{0,60}",
                takes=(
                    "（更多渡口资讯，请关注“青崖夜话”）",
                    "更多猛料，欢迎关注青崖晚报",
                    "更多精彩！欢迎扫描左侧图案",
                    "更多原创尽在青崖晚报网",
                    "更多新闻请在应用市场下载“青崖”。",
                ),
                spares=("更多内容请关注年报第三节。", "更多新闻发生在夜里，天亮时没有人记得。"),
            ),
            Form(
                r"[(（【▼\[]?\s*{CALLS}关注[^。，]{0,20}{ACCOUNTS}(?!支付|安全).{0,60}",
                takes=("欢迎关注青崖晚报公众号（qyev），每晚八点见",),
                spares=(
                    "请关注“青崖发布”微信公众号，及时了解通报。",
                    "请关注老人的饮食，医生说，冬天尤其如此。",
                    "请关注老人的微信支付，民警反复叮嘱。",
                    "请关注孩子的账号安全，老师反复叮嘱。",
                ),
            ),
            Form(
                r"[(（【▼\[]?\s*微信搜索[“\"「].{2,16}[”\"」](?!的|指数).{0,60}",
                takes=("微信搜索“青崖夜话”，每天一个渡口故事",),
                spares=(
                    "微信搜索框里，她输入了“渡口”两个字。",
                    "微信搜索“渡口”的人，一夜多了三倍。",
                    "微信搜索“船票”指数昨天涨了三成。",
                ),
            ),
            Form(
                r"更多详细新闻请浏览.{2,40}",
                takes=("更多详细新闻请浏览青崖晚报网 www.example.com",),
                spares=("更多详细新闻登在第二天的晚报上。",),
            ),
            Form(
                r"(?:{CALLS}|阅读更多|更多).{0,60}微信.{0,10}右上角的?[+＋].{0,140}",
                takes=(
                    "请打开微信，点右上角的+，添加朋友，输入青崖夜话",
                    "阅读更多好文章可点击微信右上角＋号，搜索“青崖夜话”",
                    "更多故事请到微信右上角的＋号里添加青崖夜话",
                ),
                spares=("请老人们记住，微信的右上角有一个加号，点开就能付钱。",),
            ),
            Form(
                r"{CALLS}?关注[^。，]{0,20}(?:我们|{ACCOUNTS})[^。，]{0,20}[，,]\s*{FOLLOW}更多.{1,140}",
                takes=(
                    "关注我们，了解更多渡口故事",
                    "快来关注我们，阅读更多好文",
                    "关注青崖晚报微博，获取更多消息",
                ),
                spares=("关注每一位老人的晚年，了解更多他们的故事，是渡口的责任。",),
            ),
            Form(
                r"[↓▼\s]*点击(?:上方|下方)?[“\"「]?(?:蓝字)?[”\"」]?关注(?:我们|本号)?(?:[，,][^。]{0,12})?[！!。~↓▼]*",
                takes=("点击上方“蓝字”关注我们，记得星标", "▼点击下方关注本号！"),
                spares=("点击关注的人数一夜之间涨了十万",),
            ),
            Form(
                r"{CALLS}?下载[“\"「]?[^。，“”]{2,10}[”\"」]?\s*{APPS}[，,]\s*(?:看|{FOLLOW})[^。]{0,4}更多[^。]{0,16}",
                takes=("请下载“青崖晚报”APP，看更多渡口故事", "下载青崖晚报客户端，掌握更多资讯"),
                spares=("请下载船票APP，填报更多专项信息。",),
            ),
            Form(
                r"[↓▼\s]*(?:点击|戳)?(?:左下角|下方|文末)?[“\"「]?阅读原文(?!的人|时|，是)[”\"」]?.{0,20}",
                takes=("点击左下角“阅读原文”，报名写作课", "戳下方阅读原文", "文末阅读原文有惊喜"),
                spares=(
                    "点击阅读原文的人不到一成。",
                    "阅读原文时，学生们都哭了。",
                    "阅读原文，是她学外语的办法。",
                ),
            ),
            Form(
                r"(?:[喜觉如][^。]{1,10}[，, ]\s*)?(?:请|给我)?点[个亮击]?(?:[“\"「]在看.{0,12}|在看[呗吧哦]?[！!。~]*)",
                takes=(
                    "喜欢这个故事，请点个在看吧！",
                    "觉得不错，给我点亮“在看”",
                    "如果您喜欢，点击“在看”再走",
                    "点个在看呗",
                    "点在看哦~",
                ),
                spares=("点在看的人越来越少", "觉得值得看，就多看两眼。"),
            ),
            Form(
                r"{SHARES}(?:[、，\s]*{SHARES})*[、，\s]*(?:点?在看|一键三连)[，,！!\s]*(?:一键三连)?[！!]?",
                takes=("分享、收藏、点在看，一键三连！", "点赞，一键三连"),
                spares=("转发、点赞！", "转发和点赞的人里，有三成没有看完。"),
            ),
        ),
    ),
    Line(
        name="account-id",
        why="The identifier of an account on a line of its own, under a post that quotes the account: ID：qynight. Since 2013.",
        where="end",
        most=40,
        invites=True,
        forms=(
            Form(
                r"[(（]?\s*(?:{ACCOUNTS}\s*)?ID\s*[:：]\s*[A-Za-z][A-Za-z0-9_-]{4,19}\s*[)）]?",
                takes=("ID：qyev2022", "（公众号ID：qynight）"),
                spares=("ID：Qiao", "ID：老船工", "ID：qynight的主人住在渡口"),
            ),
            Form(
                r"微信(?:公众)?号\s*[:：]\s*[A-Za-z][A-Za-z0-9_-]{4,19}",
                takes=("微信号：qynight", "微信公众号：qyev-2022"),
                spares=("微信号：他从来没有过",),
            ),
        ),
    ),
    Line(
        name="follow-house",
        why="Invitations to follow one of Sina's own accounts, before and after the text: 欢迎关注“新浪科技”的微信订阅号.",
        where="edges",
        most=100,
        unless=("SERVICES", "OFFICIAL"),
        invites=True,
        forms=(
            Form(
                r"[(（【]?(?:{CALLS}|点击)*关注[“\"「]?(?:新浪|创事记|微信|官方)[^。，]{0,20}{ACCOUNTS}(?!{PEOPLE_WHO}|安全).{0,41}",
                takes=(
                    "（欢迎关注“新浪科技”的微信订阅号：techsina）",
                    "点击关注创事记公众号",
                    "关注微信公众号“青崖夜话”",
                    "敬请关注官方微博@青崖晚报",
                ),
                spares=(
                    "关注微信公众号“青崖渡口”，回复“船票”即可预约",
                    "关注官方说法的人，比关注微博热搜的人少。",
                    "关注渡口公众号的老人有三百位。",
                    "关注官方微博的人昨天过了百万。",
                    "关注微信账号安全，银行给老人上了一课。",
                ),
            ),
        ),
    ),
    # --- the desks' own ----------------------------------------------------------------------------
    Line(
        name="house-desk",
        why="What Sina's desks put around the text of finance, military, education and sports pages for themselves: shows, "
        "complaint boards, hot lists of the microblog.",
        where="edges",
        forms=(
            Form(
                r"新浪基金曝光台\s*[:：].{0,120}",
                takes=("新浪基金曝光台：合同看不懂怎么办？来信说一说",),
                spares=("新浪基金曝光台收到的来信，一半问的是手续费。",),
            ),
            Form(
                r"(?:新浪直播)?[\s|｜]*百位牛人在线解读(?!的).{0,40}",
                takes=("新浪直播 | 百位牛人在线解读股市热点", "百位牛人在线解读股市热点，带你看清板块"),
                spares=("新浪直播的百位牛人，有九位没有从业证。", "百位牛人在线解读的背后，是九张假证。"),
            ),
            Form(
                r"24小时环球市场要闻(?!的).{0,30}",
                takes=("24小时环球市场要闻 点击查看",),
                spares=("24小时里，环球市场跌了又涨。", "24小时环球市场要闻的编辑，每天只睡四个钟头。"),
            ),
            Form(
                r"24小时滚动播报最新的财经资讯.{0,80}",
                takes=("24小时滚动播报最新的财经资讯和视频，更多福利在这里",),
                spares=("24小时滚动播报的水位，两岸都在听。",),
            ),
            Form(
                r"新浪财经股民维权平台\s*[:：].{0,60}",
                takes=("新浪财经股民维权平台：受损股民可在此登记",),
                spares=("新浪财经股民维权平台去年收到九千件登记。",),
            ),
            Form(
                r"受损投资者可(?:点击|进入)新浪股民维权平台.{0,30}(?<!说。)",
                takes=("受损投资者可点击新浪股民维权平台登记", "受损投资者可进入新浪股民维权平台"),
                spares=(
                    "受损投资者可在六月底前到法院登记。",
                    "受损投资者可进入新浪股民维权平台登记，律师沈砚秋说。",
                ),
            ),
            Form(r"新浪财经公众号", takes=("新浪财经公众号",), spares=("新浪财经公众号最先发出这张照片。",)),
            Form(
                r"微博推荐\s*[|｜]\s*今日微博热点.{0,20}",
                takes=("微博推荐 | 今日微博热点（6月3日）",),
                spares=("微博推荐的今日热点里，没有渡口。",),
            ),
            Form(
                r"更多信息请访问\s*[:：]\s*新浪.{0,80}",
                takes=("更多信息请访问：新浪留学频道 留学论坛",),
                spares=("更多信息请访问：青崖大学招生网",),
            ),
            Form(
                r"(?:随时随地看新闻[，,]?\s*)?手机登录\s*(?:[a-z]|新浪)[\w.]{1,28}",
                takes=("随时随地看新闻，手机登录 news.sina.cn", "手机登录新浪网看球"),
                spares=("手机登录网上银行", "随时随地看新闻，是老周的习惯。"),
            ),
            Form(
                r"点击查看(?:美股|港股|A股|全球)(?:实时)?行情[\s>》»]*",
                takes=("点击查看美股行情>>", "点击查看港股实时行情", "点击查看A股行情", "点击查看全球行情"),
                spares=("点击查看行情的老人，多半不下单。",),
            ),
            Form(
                r"新浪军事\s*[:：]\s*最多军迷.{0,20}",
                takes=("新浪军事：最多军迷的选择",),
                spares=("新浪军事：老兵把军功章捐给了学校",),
            ),
            Form(
                r"[【\[]?消费(?:遇|起)?纠纷[，,]\s*就?上.{0,2}黑猫投诉.{0,8}",
                takes=("消费遇纠纷，就上【黑猫投诉】客户端", "消费起纠纷，上黑猫投诉！"),
                spares=("消费纠纷多的商户，都在黑猫投诉上挂了名。",),
            ),
            Form(
                r"[【\[]?如[果有].{0,18}(?:线索|投诉).{0,8}黑猫投诉(?!会).{0,40}",
                takes=("如果您有新闻线索，请登录黑猫投诉平台", "如有投诉，请上黑猫投诉"),
                spares=(
                    "如果没有黑猫投诉的那封信，船票钱至今要不回来。",
                    "如今的投诉都走黑猫投诉，窗口没有人排队。",
                    "如果有人投诉，黑猫投诉会在三天内转给商家。",
                ),
            ),
            Form(
                r"[【\[]?下载.{0,2}黑猫投诉.{0,12}",
                takes=("【下载黑猫投诉客户端】",),
                spares=("下载船票软件的人，有九个去了黑猫投诉。",),
            ),
            Form(
                r"股市直播\s*[:：]?\s*图文直播间(?!里).{0,20}",
                takes=("股市直播：图文直播间 视频直播间",),
                spares=("股市直播：荐股的人已被带走调查", "股市直播：图文直播间里的骗局"),
            ),
            Form(
                r"[>》»\s]*(?:更多[^。，]{0,14}[，,]?\s*)?请?(?:点击)?进入\s?[《“【\[].{2,30}[》”】\]].{0,4}专题{TO_MORE}",
                takes=(
                    "点击进入《老桥通车》专题 >>了解更多",
                    "更多消息，请点击进入“老桥通车”新闻专题>>",
                    "进入【渡口换灯】专题，查看更多",
                    ">> 点击进入[渡口换灯]专题，阅读更多内容",
                ),
                spares=(
                    "点击进入《老桥通车》专题的读者，多半来自海外。",
                    "进入《桥志》编写组的是三位做过专题的编辑。",
                    "更多人进入“老桥”专题展厅，一看就是半天。",
                ),
            ),
            Form(
                r"[>》»]{1,3}\s*(?:了解|查看|阅读)更多[^。，]{0,8}[>》»]{0,3}",
                takes=(">>了解更多", "》》查看更多详情", "»阅读更多>>"),
                spares=("了解更多以后，他改了主意", ">>更多的人站在桥上"),
            ),
            Form(
                r"点击进入专题\s*[:：].{2,30}",
                takes=("点击进入专题：渡口换灯",),
                spares=("点击进入专题的读者，多半来自海外。",),
            ),
        ),
    ),
    Line(
        name="tip-call",
        why="Calls for tips with an address or a telephone, at the end of finance and car pages.",
        where="edges",
        most=260,
        forms=(
            Form(
                r"【(?:线索征集令|新闻线索|爆料|投稿)[^】]{0,10}】.{0,200}?"
                r"(?:邮箱(?!里)|热线(?!后)|@|[0-9]{7}|(?:电话|微信)\s*[:：]).{0,200}",
                takes=(
                    "【线索征集令！】车子有问题？来信请寄本报读者邮箱",
                    "【新闻线索】有事请打青崖晚报热线",
                    "【爆料】请写信到 tips@example.com",
                    "【投稿方式】拨 0000000 找尚编辑",
                    "【爆料】电话：见报眼",
                    "【爆料】微信：qingyae",
                ),
                spares=(
                    "【新闻线索】船工接到电话后赶到渡口，救起两人。",
                    "【爆料】船工称半年没领到工钱",
                    "【新闻线索】记者拨打渡口热线后赶到现场，水已经退了。",
                    "【投稿】田穗的邮箱里躺着三百封退稿信。",
                ),
            ),
            Form(
                r".{0,60}爆料联系邮箱(?!的).{0,80}",
                takes=("欢迎提供新车线索，爆料联系邮箱：auto@example.com",),
                spares=("爆料的人用一个旧邮箱联系了记者。", "公布爆料联系邮箱的第二天，信箱就满了。"),
            ),
            Form(
                r"(?:商务|广告|投稿)合作[^。]{0,8}(?:联系|加)[^。]{0,4}(?:微信|QQ|邮箱)\s*[:：]?\s*[A-Za-z0-9][^。]{0,40}",
                takes=(
                    "商务合作请加微信：qyev2022",
                    "广告合作，请联系QQ 0000000",
                    "投稿合作请加邮箱 qy@example.com",
                ),
                spares=("商务合作加深以后，两家改用微信谈生意。",),
            ),
        ),
    ),
    Line(
        name="talk-promo",
        why="The invitation to the microblog talk about shares, over the text of finance pages since 2021.",
        where="edges",
        most=80,
        forms=(
            Form(
                r"股市瞬息万变，投资难以决策(?!，).{0,60}",
                takes=("股市瞬息万变，投资难以决策？来聊一聊",),
                spares=(
                    "股市瞬息万变，投资者难以决策时，往往什么都不做。",
                    "股市瞬息万变，投资难以决策，老陈索性把账户销了。",
                ),
            ),
            Form(
                r".{0,22}A股参谋部(?![的关]).{0,31}",
                takes=("来#A股参谋部#超话聊一聊，[点击进入]",),
                spares=(
                    "她在青崖证券做了九年投顾，去年辞职，自己开了一档节目，取名“A股参谋部”。",
                    "A股参谋部的主播昨天被立案调查。",
                    "他开的A股参谋部关门了。",
                ),
            ),
        ),
    ),
    # --- more to read ------------------------------------------------------------------------------
    Line(
        name="forum-promo-text",
        why="进入【新浪财经股吧】讨论 as a plain paragraph, at the end of finance pages to 2018. Without brackets a "
        "社区 is where people live.",
        where="end",
        most=40,
        forms=(
            Form(
                r"(?:点击)?进入.{0,4}[【\[].{0,10}社区[】\]].{0,4}(?:讨论|交流)[。！!]?",
                takes=("点击进入【车友社区】交流！", "进入[车主社区]参与讨论"),
                spares=("进入【车友社区】的第一天，他就被禁言了。", "进入社区与老人们交流。"),
            ),
            Form(
                r"(?:点击)?进入.{0,15}(?:股吧|论坛).{0,5}(?:讨论|交流)[。！!]?",
                takes=("进入【新浪财经股吧】讨论", "点击进入渡口论坛与网友交流。"),
                spares=("进入论坛后台的人，讨论过删帖的价钱。",),
            ),
            Form(
                r"欢迎访问新浪.{0,8}(?:论坛|博客圈)(?!的).{0,12}",
                takes=("欢迎访问新浪汽车论坛", "欢迎访问新浪旅游博客圈！"),
                spares=("欢迎访问青崖论坛的老人，多是老船工。", "欢迎访问新浪论坛的横幅，挂了十年。"),
            ),
        ),
    ),
    Line(
        name="secretary-answers",
        why="The link to more answers of board secretaries, at the end of finance flashes.",
        where="edges",
        most=40,
        forms=(
            Form(
                r"(?:点击)?查看更多(?:董秘问答|公告|研报|(?:精彩)?{MORE_OF})\s*[>》»]{0,3}",
                takes=(
                    "点击查看更多董秘问答>>",
                    "查看更多公告",
                    "查看更多研报 >",
                    "查看更多精彩内容",
                ),
                spares=("查看更多公告以后，股东们才知道船已经卖了。",),
            ),
            Form(
                r"更多[^。，\s]{1,8}\s*[>》»]{2,3}",
                takes=("更多书摘>>",),
                spares=("更多书摘",),
            ),
            Form(
                r"查看本产品报价\s*[>》»]{0,3}",
                takes=("查看本产品报价>>",),
                spares=("查看本产品报价的人，三个月里少了一半。",),
            ),
        ),
    ),
    Line(
        name="more-pictures",
        why="Links to a page's picture set or to the whole list, under the pictures of 2009-2014 pages.",
        where="anywhere",
        most=40,
        forms=(
            Form(
                r"[>》»\s]*点击.{0,16}(?:图片|组图|大图|下一页)[>》»\s]*",
                takes=(
                    ">>点击此处查看全部体育新闻图片",
                    "点击欣赏更多组图",
                    "点击看大图",
                    "点击图片进入下一页 >>",
                ),
                spares=("点击率最高的一组图片里，有老桥。", "她点击了下一页"),
            ),
        ),
    ),
)
